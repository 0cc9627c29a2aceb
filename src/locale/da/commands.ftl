# Commands of the palette.

command-palette = Kommandoer
command-undescribed = Uden beskrivelse
command-network-new = Opret et netværk
