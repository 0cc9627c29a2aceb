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
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
