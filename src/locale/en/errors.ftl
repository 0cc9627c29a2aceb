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
