# People and organisations.

people = People
organisations = Organisations
participants = Participants
label-taken = The label { $wanted } was taken. It became { $label }.
person-succeeded = { $new } has taken over from { $old }.
person-merged = { $name } is now one person in the register.
