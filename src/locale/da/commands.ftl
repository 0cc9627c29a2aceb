# Commands of the palette.

command-undescribed = Uden beskrivelse
command-network-new = Opret et netværk
command-quit = Afslut programmet
command-home = Gå hjem
command-back = Tilbage
command-palette = Alle kommandoer
command-strip = Handlinger i teksten
command-list-up = Op
command-list-down = Ned
command-list-page-up = En side op
command-list-page-down = En side ned
command-list-first = Til den første
command-list-last = Til den sidste

## Registret
command-organisation-new = Opret en organisation
command-organisation-set = Ret en organisation
command-organisation-remove = Fjern en organisation
command-person-new = Opret en person
command-person-set = Ret en persons oplysninger
command-person-remove = Fjern en person fra registret

## Felter i kommandoernes skemaer
arg-label = Kortnavn
arg-name = Navn
arg-purpose = Formål
arg-short = Kort form
arg-address = Adresse
arg-organisation = Organisation
arg-person = Person
arg-email = E-mail
arg-phone = Telefon
arg-title = Titel
arg-call-name = Kaldenavn
arg-language = Sprog
arg-note = Notat
command-secretariat-new = Velkommen: tre ting, så er vi i gang
command-language = Skift sprog
arg-your-name = Dit navn
arg-network-name = Det første netværk
