# The command line.

cli-about = From planned meeting to approved minutes: the program for a network's secretariat
cli-do-about = Do one command of the palette, or a script of them
cli-list-about = List networks, meetings, people, organisations, actions or decisions
cli-show-about = Show a meeting, network, person, organisation, action or decision
cli-walk-about = Show a meeting's stages, and what each lacks
cli-export-about = Make a document of a meeting
cli-import-about = Take in a JSON or CSV file
cli-history-about = Show who changed what and when, or how it stood
cli-check-about = Verify the whole journal, the database and the files
cli-rebuild-about = Build the database anew from the journal
cli-backup-about = Put a backup of everything into one file
cli-restore-about = Restore a backup into a new folder
cli-keys-about = Show every keymap's keys
cli-schema-about = Show the JSON Schema of what goes in and out
cli-completions-about = Make the shell's completions
cli-man-about = Make the manual page
cli-demo-about = Open a practice secretariat with invented people; nothing of it is kept

cli-arg-data = The data folder (else REFERENT_DATA, else the user's own)
cli-arg-lang = The screen's language (else REFERENT_LANG, else the system's)
cli-arg-user = Your name in history and minutes
cli-arg-keymap = Keymap: default, vim, emacs or a file
cli-arg-meeting = The meeting, by label or id
cli-arg-network = The network, by label or id
cli-arg-item = The agenda item, by number or id
cli-arg-minutes = Open in the item's minutes
cli-arg-door = Open at the door
cli-arg-json = Write JSON
cli-arg-open = Only what is open
cli-arg-script = A file with one command a line; - is standard input
cli-arg-words = The command and its words
cli-arg-what = What to list
cli-arg-id = Label or id
cli-arg-format = json, md, html or txt
cli-export-arg-what = The document: agenda, minutes, decisions, attendance, briefing or runsheet
cli-arg-public = Without closed items
cli-arg-output = The file (else standard output)
cli-arg-at = The moment: a date, a time today, or 2026-11-26T10:42
cli-arg-shell = The shell
cli-arg-file = The file
cli-import-arg-format = csv or json (else by the file's name)

cli-commands = Commands:
cli-command-help = A command's words: referent do COMMAND --help
cli-nothing-changed = Nothing was changed.
cli-see-help = See how: referent --help
cli-see-commands = See the commands: referent do --help
cli-near-commands = Perhaps: { $names }
cli-run-check = Verify it: referent check
cli-not-here = { $option } belongs to the screen and to do, not here
cli-unknown-option = { $option } is not known here
cli-unknown-id = There is nothing called { $typed }. See the names with: referent list meetings
cli-no-home = It is not known where the data is: there is no home folder. Say where: --data DIR
cli-no-secretariat = There is no secretariat in { $folder }. Begin one with: referent do network-new LABEL NAME
cli-other-folder = { $folder } holds something other than a secretariat. Choose a new or empty folder with --data DIR
cli-script-line = { $file }, line { $line }: { $what }
cli-standard-input = standard input
cli-cannot-read = { $file } cannot be read: { $why }. See whether the file is there and you may read it.
cli-cannot-write = { $file } cannot be written: { $why }. Choose another place.
cli-not-text = { $file }, line { $line }, is not text in UTF-8. Save the file as UTF-8.
cli-bad-moment = { $typed } is not a moment. Write for example 2026-11-26T10:42.
cli-no-answer = There was no answer. Try again, or end other referents.
cli-not-saved = It is not confirmed as saved: { $why }
cli-output-failed = Nothing could be written: { $why }. See whether there is room.
cli-keys-title = Keys
cli-keys-intro = Each key stands for a command in its place. Vim and emacs lie over default. The commands are the same in the palette (Ctrl+K) and in `referent do`.
cli-keys-key = Key
cli-keys-command = Command
cli-keys-does = Does
cli-in-use = Another referent has { $folder } open. End it and try again.
cli-check-journal =
    { $count ->
        [0] The journal is empty.
        [one] The journal: 1 change is whole.
       *[other] The journal: { $count } changes are whole ({ $first } to { $last }).
    }
cli-check-damage = Wrong: { $what }
cli-check-set-aside = Set aside: { $names }. It was never confirmed as saved.
cli-check-database = The database: { $count } records are whole.
cli-check-database-in-use = The database is in use and was not verified; it is when it is opened.
cli-check-rebuilt = The database was damaged ({ $why }). It was built anew from the journal; nothing is lost.
cli-check-files = Files: { $count }.
cli-check-whole = All is whole.
cli-check-wrong = Not all is whole
cli-check-todo = What is named as whole is there. Fetch the rest from a backup: referent restore FILE
rebuild-done = The database was built anew from { $count } changes.
backup-done = { $file }: { $count } files, up to change { $last }. Read back.
backup-of-damage = The journal is damaged, and so is this copy of it: see referent check
restore-aside = The old folder is in { $folder }.
restore-done = { $folder } is restored up to change { $last }.
restore-unreadable = { $file } cannot be restored: { $why }. Nothing was changed; try another backup.
cli-check-file-changed = the file files/{ $name } is not as it was put in
cli-check-file-missing = the file files/{ $name } is missing; an annex refers to it
