# What went wrong, what was kept, what to do.

error-weekday = { $date } is a { $actual }, not { $typed }
error-no-date = This is no date: { $text }
error-no-time = This is no time: { $text }
error-ends-before = Ends before it begins: { $text }
