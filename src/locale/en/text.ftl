# The text of the minutes: its commands and what they say.

command-text-move = Move the caret
command-text-delete = Delete to the left, the right or a word
command-text-enter = New paragraph
command-text-tab = Indent the list, or complete the name
command-text-tab-back = Outdent the list
command-text-mark-all = Mark all minutes of the item
command-text-copy = Copy
command-text-cut = Cut
command-text-paste = Paste
command-entry-kind = Make the paragraph a decision, an action, a note or something else
command-minutes-write = Write minutes
command-minutes-next-item = Next item: the clock goes on, and the caret follows
command-minutes-item-down = Caret to the next item
command-minutes-item-up = Caret to the previous item
command-minutes-type = Typed
command-minutes-delete = Deleted
arg-motion = Move
arg-mark = Mark on the way
notice-minutes-approved = The minutes are approved and locked. { $key } “Correct approved minutes” opens them.
notice-meeting-read-only = The meeting was written by a newer program and can only be read here
notice-no-agenda-item = There is no agenda item to write under. Add an item first.
notice-no-next-item = There are no more items on the agenda
notice-nothing-to-complete = There is no name to complete here

## The margins of the minutes
label-decision = D
label-action = A
label-vote = V
label-dissent = M
label-private = P
minutes-deadline = due { $due }
minutes-recommendation = Rec.: { $text }
minutes-annexes = Annex { $annexes }
minutes-planned = { $minutes } min
minutes-used = { $used } of { $minutes } min
minutes-used-only = { $used } min

## The strip after Esc
strip-title = Esc
strip-entry-kind-decision = decision
strip-entry-kind-action = action
strip-entry-kind-note = note
strip-entry-kind-private = private
strip-vote = vote
strip-minutes-next-item = next item
strip-door = check-in
strip-show-agenda = agenda
strip-standard-texts = standard text
strip-entry-follow = follow attendance
strip-annexes = annexes
strip-line-language = spellings
strip-comments = comments
strip-show-participants = participants
strip-show-actions = actions
strip-help = help
strip-home = home
strip-palette = commands
