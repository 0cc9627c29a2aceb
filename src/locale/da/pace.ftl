# Tiden.

command-break-start = Hold pause i nogle minutter
command-break-end = Pausen er slut, og punktet går videre
command-break-turn = Hold pause, eller gå videre
command-durations-use = Planlæg alle punkter, som de varede sidst
command-durations = Varighed: hvor længe punkterne varede sidst
did-break-start = begyndte en pause
did-break-end = sluttede en pause
did-durations-use = planlagde punkter, som de varede sidst
keywords-break-start = pause kaffe frokost
keywords-durations = varighed minutter tid forslag sidst
break-started = Pause til kl. { $time }
break-ended = Pausen er slut kl. { $time }
error-no-break = Der er ingen pause
error-break-minutes = En pause varer mindst et minut
error-meeting-not-started = Mødet er ikke begyndt
durations-used = { $count ->
    [one] 1 punkt er planlagt, som det varede sidst
   *[other] { $count } punkter er planlagt, som de varede sidst
}
error-no-durations = Ingen punkter varede anderledes sidst
duration-row = { $planned } → { $proposed } min ({ $took } min på { $meeting })
durations-differ = { $count ->
    [one] 1 punkt
   *[other] { $count } punkter
} varede anderledes sidst: x i dagsordenen viser forslag
pace-left = { $minutes } min tilbage
pace-over = ! { $minutes } min over tiden
pace-out = ! Tiden er gået
pace-break = Pause til kl. { $time }
pace-break-over = Pausen skulle slutte kl. { $time }
strip-break-turn = pause
live-break = Pause
live-back = Videre kl. { $time }
document-held = { $time } (holdt kl. { $from }–{ $to })
sentence-break = Pause kl. { $from }–{ $to }.
sentence-break-begun = Pause fra kl. { $from }.
pace-vote = Afstemning i gang: { $done } af { $count } har stemt
