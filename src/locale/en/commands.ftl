# Commands of the palette.

command-undescribed = Not described
command-network-new = Create a network
command-quit = Quit the program
command-home = Go home
command-back = Back
command-palette = All commands
command-strip = Actions in the text
command-list-up = Up
command-list-down = Down
command-list-page-up = A page up
command-list-page-down = A page down
command-list-first = To the first
command-list-last = To the last
