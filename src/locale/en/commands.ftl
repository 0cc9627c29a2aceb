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

## The register
command-organisation-new = Create an organisation
command-organisation-set = Change an organisation
command-organisation-remove = Remove an organisation
command-person-new = Create a person
command-person-set = Change a person’s details
command-person-remove = Remove a person from the register

## Fields of the commands' forms
arg-label = Label
arg-name = Name
arg-purpose = Purpose
arg-short = Short form
arg-address = Address
arg-organisation = Organisation
arg-person = Person
arg-email = E-mail
arg-phone = Telephone
arg-title = Title
arg-call-name = Call name
arg-language = Language
arg-note = Note
command-secretariat-new = Welcome: three things and we begin
command-language = Change language
arg-your-name = Your name
arg-network-name = The first network
