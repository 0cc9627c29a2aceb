# Commands of the screens.

command-open = Open the selected row
command-section-next = To the next section of the screen
command-section-back = To the previous section of the screen
command-go-meeting = Go to the meeting
command-go-participants = Go to the meeting's participants
command-go-minutes = Go to the minutes
command-go-door = Go to check-in
command-go-network = Go to the network
command-go-people = Go to people and organisations
command-go-followup = Go to follow-up on actions
command-go-history = History: who changed what and when
command-network-begin = Create a network
command-network-fill = Add members to a network
command-meeting-begin = Make a meeting in the network

stage-finished = Finished

command-followup-by = Actions by deadline or by owner
command-followup-all = Actions of one network or of all
command-filter-leave = Show all again, or go back
command-action-edit = Change the action's text, owner and deadline
command-register-edit = Change the selected person or organisation
command-register-add = Make a person or an organisation
command-register-remove = Remove the selected person or organisation
command-register-succeed = Let somebody take over from the selected person
command-register-merge = Merge the selected person with a duplicate

followup-all = all networks
followup-none = No open actions.
followup-overdue = Overdue
followup-soon = Within a week
followup-later = Later
followup-undated = Without a date
followup-nobody = Nobody's

people-title = People and organisations
people-filter = Search:
people-none = Nobody fits. + makes a person.
people-empty = No people yet. + makes one, or paste a list of names.
organisations-none = No organisation fits.
organisations-empty = No organisations yet. Tab leads here, and + makes one.
people-count =
    { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $organisations ->
        [one] 1 organisation
       *[other] { $organisations } organisations
    }
people-bounced = mail came back
people-left = left { $date }
people-of =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }

command-network-edit = Change the network's facts
command-network-row-edit = Change the selected member or item
command-network-row-add = Make a meeting, a member or a template item
command-network-member-new = Add a member to the network on the screen
command-network-row-remove = Remove the selected member or item
command-network-row-up = Move the template item up
command-network-row-down = Move the template item down
command-meeting-again = Make a meeting as a copy of the latest
command-history-restore = Set the entry back to how it stood

network-next = Next meeting: { $date }
network-quorum-people = quorum { $count } members
network-quorum-organisations = quorum { $count } organisations
network-meetings = Meetings
network-members = Members
network-no-members = No members yet. m adds one, or paste a list of names.
network-template = Template for new meetings
network-no-template = No template. s gives the network the standing items.
network-cancelled = cancelled
member-role-member = member
member-role-contact = contact
member-role-chair = chair
member-role-secretary = secretariat
member-role-observer = observer
error-cancel-meeting = Meetings are not removed. Open it and cancel it instead.

history-title = History
history-steps =
    { $count ->
        [one] 1 change
       *[other] { $count } changes
    }
history-none = Nothing has been changed yet.
history-refused = could not be taken in
history-as-of = As it stood on { $when }
history-no-entry = Choose a change of one entry that was there at the time.
command-go-gap = Go to what is missing
arg-check = Gap
strip-back = back
keyline-go-followup-all = Go to follow-up in all networks
command-go-agenda = Go to the agenda
command-history-down = Scroll down the minutes as they stood
command-history-up = Scroll up the minutes as they stood
hint-scroll = Scroll
history-nowhere = What was changed here has no place in the meeting, or is gone since. Below are the minutes as they stood.
