# The meeting screen.

saved-at = Gemt { $time }
saved-short = Gemt
not-saved = IKKE GEMT: { $why }
not-saved-yet = IKKE GEMT ENDNU
silent-since = intet svar siden { $time }{ $count ->
    [0] {""}
    [one] , 1 ændring venter
   *[other] , { $count } ændringer venter
}
offline-since = offline siden { $time }{ $count ->
    [0] {""}
    [one] , 1 ændring venter
   *[other] , { $count } ændringer venter
}
all-saved-at = Alt er gemt kl. { $time }
removed = Fjernet – Ctrl+Z fortryder
host-suggested = { $name } er foreslået som vært.
meeting-moved = Mødet er flyttet til { $when }
meeting-moved-asked-again = Mødet er flyttet til { $when }. Svar indhentes igen
template-welcome = Velkomst og bordrunde
template-approve-agenda = Godkendelse af dagsorden
template-approve-minutes = Godkendelse af referat fra sidste møde
template-follow-up = Opfølgning fra sidste møde
template-any-other-business = Eventuelt
template-next-meeting = Næste møde
template-room = Lokale
template-catering = Forplejning
template-link = Link til dem, der er med online
template-projector = Projektor og lyd
