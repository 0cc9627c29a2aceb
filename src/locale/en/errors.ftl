# What went wrong, what was kept, what to do.

error-word-too-many = There is one word too many: { $word }
error-unknown-option = { $option } is not known here. Options: { $known }
error-flag-value = --{ $option } takes no value
error-option-value = --{ $option } lacks its value
error-option-twice = --{ $option } is given twice
error-quote = A quotation mark lacks its partner
error-no-answer = It could not be fetched: { $why }
error-internal = That could not be done here; nothing was changed
error-no-meeting = Choose a meeting first (on the command line: --meeting)
error-no-network = Choose a network first (on the command line: --network)
error-no-item = Choose an agenda item first (on the command line: --item)
error-refused = The change could not be taken in: { $why }
error-missing-argument = { $command } lacks { $name }
error-no-command = Type a command
error-unknown-command = There is no command { $name }
error-unknown-keymap = There is no keymap { $name }. Choose: { $known }
error-keymap = { $file }, line { $line }: { $what } can't be read. The keys are as they were.
error-needs-person = { $command } must be filled in on the screen
notice-no-such-key = { $key } does nothing here. ? shows what can be done
notice-ended = The connection was ended: { $why }
notice-told = { $what }
error-plain = { $text }
error-empty = { $name } is empty. Write at least one character.
error-label = A label needs at least one letter from a to z. Write for example nims.
error-choice = { $typed } is not known here. Choose one of: { $known }.
error-number = { $typed } is not a number that fits here. Write a whole number.
error-yes-no = { $typed } is neither yes nor no. Write yes or no.
error-person-unknown = Nobody fits { $typed }. Create the person, or write the name in another way.
error-person-near = Nobody fits { $typed }. Perhaps: { $candidates }.
error-person-several = Several people fit { $typed }. Write more of the name, or choose: { $candidates }.
error-organisation-unknown = No organisation fits { $typed }. Create it, or write the name in another way.
error-organisation-near = No organisation fits { $typed }. Perhaps: { $candidates }.
error-organisation-several = Several organisations fit { $typed }. Write more of the name, or choose: { $candidates }.
error-network-unknown = There is no network called { $typed }. Create a network first.
error-network-near = There is no network called { $typed }. Choose: { $candidates }.
error-meeting-unknown = There is no meeting called { $typed }. See the meetings with: referent list meetings.
error-item-unknown =
    { $count ->
        [0] The agenda has no item { $typed }. It is empty.
        [one] The agenda has no item { $typed }. It has only item 1.
       *[other] The agenda has no item { $typed }. Choose 1 to { $count }.
    }
error-label-taken = The label { $label } is taken. Choose another.
error-organisation-has-people =
    { $count ->
        [one] { $name } has one person in the register. Move or remove the person first.
       *[other] { $name } has { $count } people in the register. Move or remove them first.
    }
error-secretariat-exists = The secretariat is already there
error-minutes-approved = The minutes are approved and locked; nothing was changed. Begin a correction first with minutes-correct.
error-already-approved = The minutes are approved already. To correct them, begin with minutes-correct.
error-not-approved = The minutes are not approved yet. Correct them as they are.
error-publish-unapproved = The minutes are not approved yet. Approve them first with minutes-approve.
error-deadline-passed = The objection deadline { $date } has passed already. Choose a later day.
error-nobody-invited = Nobody is invited yet. Invite people first with invite.
error-agenda-empty = The agenda is empty. Add an item first with agenda-add.
error-meeting-cancelled = The meeting is cancelled; nothing was changed.
error-meeting-started = The meeting was opened already at { $time }.
error-meeting-closed = The meeting is closed. Open it again with meeting-reopen.
error-meeting-not-closed = The meeting is not closed.
error-item-current = Item { $number } has begun already: { $title }.
error-no-next-item = There are no more items. Close the meeting with meeting-close.
error-item-gone = The item is no longer there. Choose another.
error-defer-here = The item is on this meeting already. Choose another meeting.
error-entry-unknown = There is no entry { $typed }. Write item and entry, for example 3.2.
error-entry-gone = The entry is no longer there. Choose another.
error-no-entry = Choose an entry first (on the command line: its id, or for example 3.2)
error-entry-no-action = Only an action has an owner and a deadline. Make the entry an action first with --kind action.
error-entry-no-event = The entry tells of nobody who came or left.
error-entry-follows = The sentence follows attendance already.
error-nothing-prepared = There is no prepared text here.
error-move-where = Say where the entry goes: --after, --before or --to.
error-nothing-to-set = Say what to change, for example --text.
error-comment-unknown =
    { $count ->
        [0] There are no comments on the minutes.
       *[other] There is no comment { $typed }. Choose 1 to { $count }.
    }
error-accept-or-reject = Write an answer, or choose either --accept or --reject.
error-no-action = Choose an action first (on the command line: its id or some words of it)
error-action-gone = The action is no longer there. Choose another.
error-action-unknown = No action of the network contains { $typed }. See the actions with: referent list actions.
error-action-several = Several actions contain { $typed }. Write more of the text: { $candidates }.
error-action-open = The action is open already: { $text }.
error-action-done = The action is done already: { $text }.
error-action-dropped = The action is dropped already: { $text }.
error-nothing-to-undo = There is nothing to undo here.
error-nothing-to-redo = There is nothing to do again here.
error-undo-contested = { $who } has since changed the same as: { $what }. Nothing was undone; do it all the same with --yes.
error-item-carried = Item { $number } was carried over to another meeting already: { $title }.
notice-erased = The person's data is erased everywhere
error-not-erased = The data could not be erased: { $why }
error-no-such-number = There is no number { $number }. Choose 1 to { $count }.
error-approved-locked = The minutes are approved and locked. Begin a correction of the minutes first.
error-no-recommendation = { $title } has no recommendation. Write the recommendation, or write the decision yourself.
error-already-adopted = The recommendation was already adopted under this item.
error-link = A link must begin with https://, http://, mailto: or www.
error-no-annex = The item has no annex { $typed }. Write the annex’s letter, for example a.
error-no-file = The annex { $title } has no file. It is a link or only a title.
error-no-speaker = No speaker fits { $typed }. Write the name or the number.
error-speaker-several = Several speakers fit { $typed }. Write more of the name, or choose: { $candidates }.
error-already-member = { $name } is there already. Change the membership instead.
error-not-member = { $name } is not there. Write another name.
error-until-before-from = The last day is before the first. Correct one of them.
error-no-group = The network has no group that fits { $typed }. Groups: { $known }.
error-group-exists = The network already has the group { $name }. Choose another name.
error-template-exists = The network already has a template. Change it, or remove its items first.
error-end-before-start = The meeting ends before it starts. Correct start or end.
error-nothing-to-copy = The network has no meeting to copy. Create a meeting.
error-meeting-held = The meeting has begun. It can’t be moved or cancelled.
error-not-cancelled = The meeting is not cancelled.
error-no-host = The network has no members who can host. Add members first.
error-no-practical = No practical thing fits { $typed }. Write the number.
error-same-person = Both names are the same person. Write two different ones.
error-already-erased = The person is already erased.
error-confirm-erase = { $name } is erased for good, in old minutes too. It can’t be undone. Say yes (on the command line: --yes).
error-door-several = Several participants fit { $typed }: { $candidates }. Type more of the name or the organisation.
error-door-not-listed = Nobody on the list of participants fits { $typed }. In the register: { $candidates }. Use invite, walk-in or substitute.
error-door-nobody = Nobody on the list of participants fits { $typed }. A new guest can be noted with walk-in "Name, Organisation".
error-code-unknown = Nobody on the list has the code { $code }. Find the participant by name.
error-code-elsewhere = The code is for { $meeting }, { $date }, not for this meeting. Find the participant by name.
error-no-person = Say who it is.
error-not-here = { $name } is not checked in and so cannot leave. Correct attendance with attendance-set.
error-substitute-self = Nobody can be their own substitute.
error-nobody-missing = Nobody who is expected is missing.
error-stands-already = { $name } stands so already. Correct the time with --at.
error-no-members = The network has no members on the day of the meeting. Add them with member-add, or name whom to invite.
error-no-contacts = Nobody was put on the list. Without a contact person: { $names }. Add the contact persons with member-add, or name whom to invite.
error-no-people-there = { $name } has no people in the register. Create them with person-new.
error-no-coming-meeting = { $name } is not asked to any coming meeting.
error-several-meetings = { $name } is asked to several meetings: { $candidates }. Choose one with --meeting.
error-reference-number = The meeting has not got the number yet that a reference must name.
error-hub-parted = The others now use another version of referent ({ $theirs }, here { $ours }). Your work is kept and waits: end the program and open it again in the new version.
error-role = Your role does not allow that. Nothing was changed.
error-form-open = Nothing was approved: a form holds something that is not saved. Save or close it first.
error-document-ending = The name of the file must end in one of these: { $known }; nothing was saved.
error-undo-made = The last step in the meeting also made { $meeting }: { $what }. Nothing was undone; do it all the same with --yes.
error-comment-gone = The entry is no longer in the minutes. Answer the comment instead.
error-comment-changed = The entry was changed in the same place since. Correct it in the minutes, then answer the comment.
