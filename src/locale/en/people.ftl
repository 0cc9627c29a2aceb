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
command-people-paste = Take in the pasted list
paste-take = Enter: take in – { $new } new, { $known } known, { $unclear } unclear
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
