# Forms. empty-COMMAND-FIELD says what an empty field means.

form-accept = [ OK ]
form-asks = Gem det, du har skrevet? Enter gemmer · Del kasserer
form-missing = Skal udfyldes.
choice-empty = –
choice-closed-empty = nej
choice-tentative-empty = nej
choice-prepared-empty = nej
choice-online-empty = nej
choice-yes-empty = nej
choice-public-empty = nej
hint-new-line = Ny linje
hint-take = Vælg
hint-close = Luk listen
hint-save = Gem
hint-discard = Kassér
hint-go-on = Skriv videre
hint-ok = OK
empty-invite-who = alle medlemmer
