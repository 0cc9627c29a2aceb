# The text of the minutes: its commands and what they say.

command-text-move = Flyt markøren
command-text-delete = Slet til venstre, højre eller et ord
command-text-enter = Nyt afsnit
command-text-tab = Ryk listen ind, eller gør navnet færdigt
command-text-tab-back = Ryk listen ud
command-text-mark-all = Markér hele punktets referat
command-text-copy = Kopiér
command-text-cut = Klip
command-text-paste = Sæt ind
command-entry-kind = Gør afsnittet til beslutning, opgave, notat eller andet
command-minutes-write = Skriv referat
command-minutes-next-item = Næste punkt: tiden går videre, og markøren følger med
command-minutes-item-down = Markøren til næste punkt
command-minutes-item-up = Markøren til forrige punkt
command-minutes-type = Skrevet
command-minutes-delete = Slettet
arg-motion = Bevægelse
arg-mark = Markér undervejs
notice-minutes-approved = Referatet er godkendt og låst. { $key } »Ret et godkendt referat« åbner det.
notice-meeting-read-only = Mødet er skrevet af et nyere program og kan kun læses her
notice-no-agenda-item = Der er intet dagsordenspunkt at skrive til. Opret et punkt først.
notice-no-next-item = Der er ikke flere punkter på dagsordenen
notice-nothing-to-complete = Der er intet navn at gøre færdigt her

## Referatets marginer
label-decision = B
label-action = O
label-vote = A
label-dissent = M
label-private = P
minutes-deadline = frist { $due }
minutes-recommendation = Indst.: { $text }
minutes-annexes = Bilag { $annexes }
minutes-planned = { $minutes } min
minutes-used = { $used } af { $minutes } min
minutes-used-only = { $used } min

## Strimlen efter Esc
strip-title = Esc
strip-entry-kind-decision = beslutning
strip-entry-kind-action = opgave
strip-entry-kind-note = note
strip-entry-kind-private = privat
strip-vote = afstemning
strip-minutes-next-item = næste punkt
strip-door = fremmøde
strip-show-agenda = dagsorden
strip-standard-texts = standardtekst
strip-entry-follow = ret efter fremmødet
strip-annexes = bilag
strip-line-language = skrivemåder
strip-comments = bemærkninger
strip-show-participants = deltagere
strip-show-actions = opgaver
strip-help = hjælp
strip-home = hjem
strip-palette = kommandoer
