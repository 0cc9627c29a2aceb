# People and organisations.

people = Personer
organisations = Organisationer
participants = Deltagere
label-taken = Kortnavnet { $wanted } var optaget. Det blev { $label }.
person-succeeded = { $new } har overtaget efter { $old }.
person-merged = { $name } er nu én person i registret.
