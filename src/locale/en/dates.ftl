# Days, spans and lengths of time.

date-today = today
date-tomorrow = tomorrow
date-yesterday = yesterday
date-in-days = in { $count } days
date-days-ago = { $count } days ago
date-in-weeks = in { $count } weeks
date-weeks-ago = { $count } weeks ago
date-in-months = in { $count } months
date-months-ago = { $count } months ago
date-in-years =
    { $count ->
        [one] in 1 year
       *[other] in { $count } years
    }
date-years-ago =
    { $count ->
        [one] 1 year ago
       *[other] { $count } years ago
    }
date-week = week { $week }
date-at = { $day } at { $time }
date-unset = no date
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min

holiday-new-years-day = New Year’s Day
holiday-maundy-thursday = Maundy Thursday
holiday-good-friday = Good Friday
holiday-easter-day = Easter Day
holiday-easter-monday = Easter Monday
holiday-great-prayer-day = Great Prayer Day
holiday-ascension-day = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-constitution-day = Constitution Day
holiday-christmas-eve = Christmas Eve
holiday-christmas-day = Christmas Day
holiday-second-christmas-day = Boxing Day
holiday-new-years-eve = New Year’s Eve

error-weekday = { $date } is a { $actual }, not a { $typed }. Correct the day or the date.
error-no-such-day = There is no such day: { $text }. Correct the date.
error-no-such-week = There is no week { $typed } in { $year }, which has weeks 1 to { $last }. Correct the week.
error-no-date = This is no date: { $text }. Write for example 1/12 or 2026-12-01.
error-no-time = This is no time: { $text }. Write for example 09:30.
error-ends-before = It ends before it begins: { $text }. Write for example 09:30-12:30.
