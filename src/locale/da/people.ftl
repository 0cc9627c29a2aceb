# People and organisations.

people = Personer
organisations = Organisationer
participants = Deltagere
member-new = { $name } er nyt medlem
offer-new-person = opret som ny person (Navn, Organisation)
label-taken = Kortnavnet { $wanted } var optaget. Det blev { $label }.
person-succeeded = { $new } har overtaget efter { $old }.
person-merged = { $name } er nu én person i registret.
command-paste-preview = Listen, du har sat ind
command-list-paste = Sæt en liste med personer ind
keywords-list-paste = importér excel regneark medlemmer deltagere indsæt mange
paste-now = Sæt listen ind nu: fra Excel, en mail eller en anden liste
command-people-paste = Tag den indsatte liste med
paste-take = Enter: tag med { $place ->
    [meeting] på deltagerlisten
    [network] som medlemmer
   *[register] i registret
}: { $new ->
    [one] 1 ny
   *[other] { $new } nye
}, { $known ->
    [one] 1 kendt
   *[other] { $known } kendte
}, { $unclear ->
    [one] 1 uklar
   *[other] { $unclear } uklare
}
paste-taken = Taget med: { $new ->
    [one] 1 ny
   *[other] { $new } nye
}, { $known ->
    [one] 1 kendt
   *[other] { $known } kendte
}.{ $unclear ->
    [0] {""}
    [one] {" "}1 uklar er sprunget over.
   *[other] {" "}{ $unclear } uklare er sprunget over.
} Ctrl+Z fortryder
paste-new = ny
paste-known = kendt
paste-unclear = uklar – springes over
paste-again = står to gange
error-list = Listen kan ikke læses: { $why }
organisation-made = Ny organisation: { $organisation }
list-empty = der er ingen i den. Skriv et navn eller en mailadresse på hver linje.
list-not-text = linje { $line } er ikke tekst. Gem filen som CSV i UTF-8, og prøv igen.
list-quote = i linje { $line } begynder et citationstegn, som ikke slutter. Tilføj det, og prøv igen.
list-nobody = i linje { $line } er der hverken navn eller mailadresse. Skriv det, eller fjern linjen.
list-too-many = linje { $line }, kolonne { $column }: der er flere felter end navne i første linje.
list-too-long = den har mere end { $most } linjer. Del den i flere.
list-twice = linje { $line }: kolonnerne »{ $first }« og »{ $second }« er det samme. Fjern den ene.
list-cell = linje { $line }, { $column }: »{ $cell }« er ikke { $wanted }.
list-column = kolonne { $number }
list-wants-name = et navn
list-wants-email = en mailadresse
list-wants-answer = et svar (ja, nej, måske, ingen)
list-wants-attendance = fremmøde (til stede, online, afbud, udeblevet)
