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
command-people-paste = Tag den indsatte liste med
paste-take = Enter: tag med – { $new } nye, { $known } kendte, { $unclear } uklare
paste-taken = Taget med: { $new } nye, { $known } kendte.{ $unclear ->
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
