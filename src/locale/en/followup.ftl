# Actions across meetings.

followup = Follow-up
followup-reported = Reported done – space confirms
followup-reported-row = { $text } (reported done)
count-actions =
    { $count ->
        [0] no actions
        [one] 1 action
       *[other] { $count } actions
    }
due = due
owner = owner
action-added = Added: an action
action-changed = The action is changed
action-done = The action is done: { $text }
action-reopened = The action is open again: { $text }
action-dropped = The action is dropped: { $text }
