# Commands of the palette.

command-palette = Commands
