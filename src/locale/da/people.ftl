# People and organisations.

people = Personer
organisations = Organisationer
participants = Deltagere
label-taken = Kortnavnet { $wanted } var optaget. Det blev { $label }.
