# Days, spans and lengths of time.

date-today = i dag
date-tomorrow = i morgen
date-yesterday = i går
date-in-days = om { $count } dage
date-days-ago = for { $count } dage siden
date-in-weeks = om { $count } uger
date-weeks-ago = for { $count } uger siden
date-in-months = om { $count } måneder
date-months-ago = for { $count } måneder siden
date-in-years = om { $count } år
date-years-ago = for { $count } år siden
date-week = uge { $week }
duration-minutes = { $minutes } min
duration-hours = { $hours } t
duration-hours-minutes = { $hours } t { $minutes } min
