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
date-at = { $day } kl. { $time }
date-unset = ingen dato
duration-minutes = { $minutes } min
duration-hours = { $hours } t
duration-hours-minutes = { $hours } t { $minutes } min

holiday-new-years-day = nytårsdag
holiday-maundy-thursday = skærtorsdag
holiday-good-friday = langfredag
holiday-easter-day = påskedag
holiday-easter-monday = 2. påskedag
holiday-great-prayer-day = store bededag
holiday-ascension-day = Kristi himmelfartsdag
holiday-whit-sunday = pinsedag
holiday-whit-monday = 2. pinsedag
holiday-constitution-day = grundlovsdag
holiday-christmas-eve = juleaften
holiday-christmas-day = juledag
holiday-second-christmas-day = 2. juledag
holiday-new-years-eve = nytårsaften

error-weekday = { $date } er en { $actual }, ikke en { $typed }. Ret dagen eller datoen.
error-no-such-day = Dagen findes ikke: { $text }. Ret datoen.
error-no-such-week = Uge { $typed } findes ikke i { $year }, som har uge 1 til { $last }. Ret ugen.
error-no-date = Det er ingen dato: { $text }. Skriv fx 1/12 eller 2026-12-01.
error-no-time = Det er intet klokkeslæt: { $text }. Skriv fx 9.30.
error-ends-before = Slutter, før det begynder: { $text }. Skriv fx 9.30-12.30.
