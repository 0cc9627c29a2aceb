# People and organisations.

people = People
organisations = Organisations
participants = Participants
label-taken = The label { $wanted } was taken. It became { $label }.
