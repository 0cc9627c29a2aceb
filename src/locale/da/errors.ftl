# What went wrong, what was kept, what to do.

error-weekday = { $date } er en { $actual }, ikke { $typed }
error-no-date = Det er ingen dato: { $text }
error-no-time = Det er intet klokkeslæt: { $text }
error-ends-before = Slutter før det begynder: { $text }
