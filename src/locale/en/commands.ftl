# Commands of the palette.

command-palette = Commands
command-undescribed = Not described
command-network-new = Create a network
