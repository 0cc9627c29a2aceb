# People and organisations.

people = People
organisations = Organisations
participants = Participants
