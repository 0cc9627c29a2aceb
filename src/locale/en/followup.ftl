# Actions across meetings.

followup = Follow-up
count-actions =
    { $count ->
        [0] no actions
        [one] 1 action
       *[other] { $count } actions
    }
due = due
owner = owner
