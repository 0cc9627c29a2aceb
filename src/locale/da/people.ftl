# People and organisations.

people = Personer
organisations = Organisationer
participants = Deltagere
