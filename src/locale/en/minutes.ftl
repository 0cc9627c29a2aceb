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
note-added = Added: a note
decision-added = Added: a decision
private-added = Added: a private note
vote-added = Added: a vote
dissent-added = Added: a dissent
entry-changed = The entry is corrected
entry-moved = The entry is moved
entry-follows-again = The sentence follows attendance again – Ctrl+Z undoes
entry-kept = The prepared text is now part of the minutes
meeting-started = The meeting was opened at { $time }
meeting-closed = The meeting was closed at { $time }
next-date-noted = The next meeting is noted: { $date } – Ctrl+Z undoes it
meeting-reopened = The meeting is open again
item-started = Item { $number } has begun: { $title }
item-done = Item { $number } is finished: { $title }
item-deferred-to = Item { $number } is deferred to { $meeting }: { $title }
item-deferred-open = Item { $number } is deferred and comes along when the next meeting is made: { $title }
item-deferred = Item { $number } is deferred: { $title }
invitations-sent =
    { $count ->
        [one] The invitation is marked as sent to 1 person
       *[other] The invitations are marked as sent to { $count } people
    }
cancellation-sent =
    { $count ->
        [one] The cancellation is marked as sent to 1 person
       *[other] The cancellation is marked as sent to { $count } people
    }
agenda-sent =
    { $count ->
        [one] The agenda with 1 item is marked as sent
       *[other] The agenda with { $count } items is marked as sent
    }
minutes-sent = The minutes are out for comments; objection deadline { $date }
minutes-approved = The minutes were approved by { $by } (version { $version })
minutes-corrected = The minutes can be corrected. Version { $version } stands until the correction is approved.
minutes-published = The minutes are noted as published
comment-added = The comment by { $by } is noted
comment-answered = The comment by { $by } is answered
comment-accepted = The comment by { $by } is accepted
comment-rejected = The comment by { $by } is not accepted
comment-none = No comments yet. + notes one.
comment-place = item { $number }
comment-of = On the entry
comment-accept = Accept it
comment-reject = Don't accept it
comment-write = Write an answer …
comment-go = Go to the entry
attendance-remark = Attendance now says: { $said }
attendance-remark-here = Attendance now says: { $said } – { $key } corrects the sentence
unseen-expected = { $name } is not noted as present – { $key } opens check-in
unseen-apologies = { $name } has sent apologies – { $key } opens check-in
unseen-absent = { $name } is noted as absent – { $key } opens check-in
unseen-left = { $name } is noted as having left – { $key } opens check-in
comment-remark = { $by }: { $text }
undone-step = Undone: { $what }
redone-step = Done again
quit-running = The meeting is running. Everything is saved. Quit the program?
undo-contested = { $who } has since changed the same as: { $what }. Undo all the same?
arg-verdict = Outcome
choice-verdict-empty = none yet, only an answer
choice-verdict-accept = accepted
choice-verdict-reject = not accepted

comment-change = Change proposed: { $text }
comment-addition = Addition proposed: { $text }
comment-removal = Proposed to be deleted.
comment-move = Proposed to be moved.
comment-move-after = Proposed to be moved after: { $text }
comment-told-answer = Answer: { $text }
comment-stands-open = not dealt with
comment-stands-answered = answered
comment-stands-accepted = accepted
comment-stands-rejected = not accepted
undo-made = The last step also made { $meeting }: { $what }. Undo all the same?
command-item-edit = Edit the whole item's minutes in your own editor
keywords-item-edit = editor markdown vim nano whole item
item-edited = The item's minutes were taken in from your editor
editor-left = Press Enter to go back.
error-item-edit = What was edited was not taken in. The text is kept in the data folder under "editing".
error-editor-start = The editor could not be started ({ $why }). Nothing was changed.
error-editor-elsewhere = Your own editor can only be used on the machine that has the secretariat's folder. Nothing was changed.
comment-join = Proposed to be joined with the next paragraph.
comment-would-be = Proposed to be changed from “{ $was }” to “{ $text }”.
comment-would-go = Proposed to delete “{ $was }”.
comment-quoted = On “{ $quote }”: { $text }
comment-accept-proposed = Do as proposed
comment-who = Who is it? …
comment-stranger = { $by } (unknown sender)
comment-is-by =
    { $count ->
        [one] The comment is by { $name }
       *[other] { $count } comments are by { $name }
    }
