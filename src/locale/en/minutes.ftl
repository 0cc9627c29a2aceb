# The minutes and their entries.

minutes = Minutes
entry = entry
entry-note = Note
entry-decision = Decision
entry-action = Action
entry-vote = Vote
entry-attendance = Attendance
entry-dissent = Dissent
entry-private = Private note
entry-prepared = prepared
