# Commands of the palette.

command-palette = Kommandoer
