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
