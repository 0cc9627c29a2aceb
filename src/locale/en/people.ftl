# People and organisations.

people = People
organisations = Organisations
participants = Participants
member-new = { $name } is a new member
offer-new-person = add as a new person (Name, Organisation)
label-taken = The label { $wanted } was taken. It became { $label }.
person-succeeded = { $new } has taken over from { $old }.
person-merged = { $name } is now one person in the register.
command-paste-preview = The list you pasted
command-list-paste = Take in a list of people
keywords-list-paste = import excel spreadsheet members participants paste many
paste-now = Paste the list now: from Excel, a mail or another list
command-people-paste = Take in the pasted list
paste-take = Enter: take in { $place ->
    [meeting] as participants
    [network] as members
   *[register] into the register
}: { $new } new, { $known } known, { $unclear } unclear
paste-taken = Taken in: { $new } new, { $known } known.{ $unclear ->
    [0] {""}
    [one] {" "}1 unclear was left out.
   *[other] {" "}{ $unclear } unclear were left out.
} Ctrl+Z undoes
paste-new = new
paste-known = known
paste-unclear = unclear – left out
paste-again = there twice
error-list = The list can't be read: { $why }
organisation-made = New organisation: { $organisation }
list-empty = nobody is in it. Write a name or an e-mail address on each line.
list-not-text = line { $line } is not text. Save the file as CSV in UTF-8 and try again.
list-quote = in line { $line } a quote begins and does not end. Add it and try again.
list-nobody = in line { $line } there is neither a name nor an e-mail address. Fill it in or remove the line.
list-too-many = line { $line }, column { $column }: there are more cells than names in the first line.
list-too-long = it has more than { $most } lines. Divide it into several.
list-twice = line { $line }: the columns “{ $first }” and “{ $second }” hold the same. Remove one.
list-cell = line { $line }, { $column }: “{ $cell }” is not { $wanted }.
list-column = column { $number }
list-wants-name = a name
list-wants-email = an e-mail address
list-wants-answer = an answer (yes, no, maybe, none)
list-wants-attendance = attendance (present, online, apologies, absent)
