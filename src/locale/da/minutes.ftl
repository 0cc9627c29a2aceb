# The minutes and their entries.

minutes = Referat
entry = afsnit
entry-note = Notat
entry-decision = Beslutning
entry-action = Opgave
entry-vote = Afstemning
entry-attendance = Fremmøde
entry-dissent = Mindretalsudtalelse
entry-private = Privat note
entry-prepared = forberedt
