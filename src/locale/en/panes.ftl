# The meeting screen: head, panes, keys.

## The head
meeting-loading = The meeting is being fetched …
met = Present { $present }/{ $expected }
met-municipalities = { $there }/{ $expected } municipalities
met-organisations = { $there }/{ $expected } organisations
met-online = { $count } online
answers-yes = { $count } expected
answers-no =
    { $count ->
        [one] 1 apology
       *[other] { $count } apologies
    }
answers-none = { $count } unanswered
ends-at = ends { $time }
ended-at = ended { $time }
ends-late = ends { $time } (+{ $minutes })
ends-early = ends { $time } (−{ $minutes })
date-tentative = not finally confirmed
meeting-cancelled = Cancelled: { $why }
quorum-met = quorum met
quorum-missing =
    { $count ->
        [one] 1 short of a quorum
       *[other] { $count } short of a quorum
    }

## The panes
pane-actions = Actions of the meeting
agenda-sum =
    { $count ->
        [0] no items
        [one] 1 item · { $duration }
       *[other] { $count } items · { $duration }
    }
agenda-late = { $minutes } min past the end
agenda-none = The agenda is empty. + makes an item.
agenda-minutes = { $used } of { $planned } min
agenda-plan = { $planned } min
agenda-item-closed = closed
agenda-item-deferred = deferred
agenda-item-deferred-to = put off to { $meeting }
agenda-item-lacks = Lacks
lacks-item-purpose = purpose
lacks-item-outcome = expected outcome
lacks-item-minutes = time
lacks-item-responsible = responsible
participants-none = Nobody is on the list of participants. + invites.
actions-none = No actions of the meeting yet.
no-organisation = Without organisation
missing = Missing
missing-none-expected = Nobody is expected yet
missing-nobody = All expected are here
rsvp-walk-in = came without answering
substitute-for = for { $name }
no-owner = nobody responsible
no-due = no deadline
due-by = due { $due }
task-open = open
task-done = done
task-dropped = dropped
key-space = Space
nothing-to-do = Nothing to do now
rsvp-none-title = Unanswered

## The meeting screen
command-meeting-open = Open a meeting
command-show-agenda = Show the agenda
command-show-participants = Show the participants
command-show-actions = Show the meeting's actions
command-show-minutes = Write minutes
command-pane-next = To the next pane
command-pane-back = To the pane before
command-pane-leave = Back to the text
command-item-grab = Move an item with the arrows
command-item-drop = Put the item here
command-item-let-go = Leave the item where it was
command-item-up = The item up
command-item-down = The item down
command-next-step = Take the next step
arg-record = Where
reply-none = unanswered
reply-yes = expected
reply-tentative = perhaps
reply-no = apologies

## The door
command-door = Check people in at the door
door-who = Who has come?
door-gone = { $count } left
door-menu-arrived = a Arrived
door-menu-online = o Online
door-menu-apologies = p Apologies
door-menu-left = l Left
door-menu-back = b Came back
door-menu-substitute = s Substitute
door-menu-correct = c Correct
door-fix-present = p Present
door-fix-online = o Online
door-fix-apologies = s Sent apologies
door-fix-absent = a Absent
door-fix-left = l Left
door-fix-expected = e Expected, not here yet
door-substitute-who = Substitute for { $name }:
door-substitute-hint = Name, or Name, Organisation · Enter · Esc leaves it
door-correct-who = Correct { $name }:
door-correct-hint = A letter, or the right time and Enter
door-hint-empty = Name, initials, organisation or code · + for a walk-in
door-hint-leads = Enter: { $name } is here · Tab: something else
door-hint-other = Enter: { $name } is here without being on the list
door-hint-others = Not on the list: choose 1–9, or type more
door-others = Not on the list, but in the register:
door-whole = All here:
door-hint-several = Pick 1–9, or type more · Tab: something else
door-hint-organisation = 1–9 marks and unmarks, Enter checks those in
door-hint-marked =
    { $count ->
        [one] Enter: 1 is here
       *[other] Enter: { $count } are here
    }
door-hint-nobody = Nobody on the list · + Name, Organisation takes somebody not invited
door-hint-visitor = Enter: { $name } ({ $organisation })
door-hint-visitor-new = Enter: { $name } · new organisation: { $organisation }
door-hint-walk-in = + Name, Organisation · Enter

## Lists over the screen
command-walk = The meeting's stages and gaps
command-practicals = Practical things
command-help = The keys here
command-find = Go to
command-apology = Apologies by phone
command-apology-choose = Take a person's apologies
command-comments = Comments on the minutes
panel-comment = Comment
panel-meetings = Apologies for which meeting?
panel-nothing = Nothing found
state-done = done
state-doing = under way
state-todo = later
state-skipped = skipped

## Changes
command-agenda-edit = Edit the item
command-meeting-edit = Edit the meeting's facts
command-speaker-edit = Edit the speaker
command-entry-edit = Edit the entry
command-task-edit = Edit the action
command-agenda-add-approval = Add approval of the last minutes
command-meeting-plan-next = Make the next meeting
command-answer = Note the answer
command-invite-who = Put on the list of participants
arg-field = Field

## The bottom line
hint-do = Do it
hint-agenda = Agenda
hint-new = New
hint-panes = Other pane
hint-stages = Stages
hint-edit = Edit
hint-move = Move
hint-remove = Remove
hint-drop = Put here
hint-let-go = Leave it
hint-yes = Expected
hint-apologies = Apologies
hint-check-in = Present
hint-invite = Invite
hint-door = Door
hint-settle-or-retry = Open/send again
hint-note-sent = Note as sent
hint-copy-addresses = Copy addresses
hint-write-again = Write again
hint-take-mail-in = Take mail in
hint-take-out = Take out
hint-done = Done
hint-save-file = Save file
hint-back = Back
hint-find = Go to
hint-strip = Actions
hint-normal = Normal
hint-insert = Write
hint-below = New paragraph
hint-by = Deadline or owner
hint-succeed = Successor
hint-restore = Put back
hint-undo = Undo
hint-open = Open
hint-new-meeting = New meeting
hint-new-network = New network
hint-palette = Commands
hint-help = Help
hint-pick = Pick
hint-more = More
hint-all = All present
hint-accept = Do it
hint-next-field = Next field
hint-turn = Change
hint-cancel = Cancel
hint-choose = Choose
hint-select = Up and down
hint-filter = Search
command-participant-enter = Note an answer or attendance
command-participant-online = Note online attendance
