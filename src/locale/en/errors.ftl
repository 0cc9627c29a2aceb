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
