# Forms. empty-COMMAND-FIELD says what an empty field means.

form-accept = [ OK ]
form-asks = Gem det, du har skrevet? Enter gemmer · Del kasserer
form-missing = Skal udfyldes.
notice-reopened = Her er, hvad du var i gang med at skrive, da programmet sidst blev lukket
notice-form-unkept = Det, du skriver her, kan ikke gemmes lige nu. Tryk Enter for at gemme skemaet, eller kopiér teksten.
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
empty-member-add-who = et navn, eller sæt en hel liste ind
empty-invite-who = alle medlemmer
empty-comment-add-by = mig selv
empty-comment-add-entry = afsnittet, du står i, ellers hele referatet
empty-meeting-move-start = som nu
empty-meeting-move-end = som nu

command-item-speakers = Oplægsholdere
command-item-annexes = Bilag
command-annex-edit = Ret bilaget
command-practical-edit = Ret det praktiske
command-template-practical-set = Ret noget praktisk i skabelonen
network-practicals = Praktisk ved nye møder
network-no-practicals = Intet praktisk endnu. p tilføjer lokale, forplejning og andet.
practical-before = { $days ->
    [one] dagen før
   *[other] { $days } dage før
}
practical-after = { $days ->
    [one] dagen efter
   *[other] { $days } dage efter
}
practical-on-the-day = på dagen
form-suggested = – forslag: længst tid siden som vært
offer-new-organisation = ny organisation
arg-rsvp = Svar
