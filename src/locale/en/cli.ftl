# The command line.

cli-about = From planned meeting to approved minutes: the program for a network's secretariat
cli-do-about = Do one command of the palette, or a script of them
cli-list-about = List networks, meetings, people, organisations, actions, decisions, attendance, votes, activities, enquiries, memberships, representations, contacts, fora, terms, materials, projects, needs, knowledge, resources (offers, methods and templates), sign-ups, words (a network's word list) or speakers (a meeting's speaker list)
cli-show-about = Show a meeting, network, person, organisation, action, decision or anything of the desk (e-2026-1)
cli-walk-about = Show a meeting's stages and what each lacks, or a network's checklist
cli-export-about = Make a document of a meeting, a season or a period
cli-import-about = Take in JSON files, CSV files, chat logs, or minutes that members return from Word
cli-edit-about = Edit an item's minutes as Markdown in your own editor (VISUAL or EDITOR, else nano or vi)
cli-history-about = Show who changed what and when, or how it stood
cli-check-about = Verify the whole journal, the database and the files
cli-rebuild-about = Build the database anew from the journal
cli-backup-about = Put a backup of everything into one file
cli-restore-about = Restore a backup into a new folder
cli-keys-about = Show every keymap's keys
cli-schema-about = Show the JSON Schema of what goes in and out
cli-completions-about = Make the shell's completions
cli-man-about = Make the manual page
cli-serve-about = Hold the data folder for the others, without a screen
cli-join-about = Work in a secretariat on another machine through ssh, also while the line is away
cli-pipe-about = Connect standard input and output with the folder's program; this is what join starts
cli-as-about = Start what the role gives, for whom a line of authorized_keys lets in
cli-key-line-about = Print the line of authorized_keys that lets a key in in a role (--user gives the name, the key is read from standard input)
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
cli-arg-from = From: a day, a month (2026-01) or a year
cli-arg-to = To and including: a day, a month (2027-06) or a year
cli-arg-open = Only what is open
cli-arg-script = A file with one command a line; - is standard input
cli-arg-words = The command and its words
cli-arg-what = What to list
cli-arg-id = Label or id
cli-arg-format = json, md, html, txt, docx, odt or pdf; lists as csv too, year-wheel as svg too, calendars ics
cli-export-arg-what = The document: agenda, minutes, decisions, attendance, briefing, runsheet, corrections, article, cancellation, badges, signing or comment-table; as ics: invitation; of a network: calendar (ics), terms, programme, knowledge or texts; of an activity: visit; of a network or of all: activities, year-wheel, enquiries, representation, status, figures or people
cli-arg-semicolon = CSV with semicolons and a UTF-8 mark, as a Danish spreadsheet opens it
cli-arg-public = Without closed items
cli-arg-output = The file (else standard output)
cli-arg-at = The moment: a date, a time today, or 2026-11-26T10:42
cli-arg-shell = The shell
cli-arg-files = The files
cli-arg-file = The file
cli-serve-arg-unit = Only print the systemd unit that starts it
cli-join-arg-host = The machine, as ssh knows it
cli-join-arg-offline = Begin with the copy on this machine, and do not call
cli-join-arg-program = The program on the other machine
cli-join-arg-ssh = Arguments for ssh
cli-as-arg-person = Whose key it is
cli-list-arg-person = Only what one person takes part in (enquiries, memberships, representations, fora)
cli-arg-role = The role: secretary, chair, member, door or viewer
cli-demo-arg-keep = Only build the demonstration, in this folder, which stays
cli-import-arg-format = csv, docx, irc or json (else by the file's name)

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
cli-bad-script = The line can't be read: a time is missing or written wrongly
cli-standard-input = standard input
cli-cannot-read = { $file } cannot be read: { $why }. See whether the file is there and you may read it.
cli-cannot-write = { $file } cannot be written: { $why }. Choose another place.
cli-not-text = { $file }, line { $line }, is not text in UTF-8. Save the file as UTF-8.
cli-bad-moment = { $typed } is not a moment. Write for example 2026-11-26T10:42.
cli-no-answer = There was no answer. Try again, or end other referents.
cli-not-saved = It is not confirmed as saved: { $why }
cli-output-failed = Nothing could be written: { $why }. See whether there is room.
cli-serving = Holding { $folder } for the others.
cli-served = Everything is written. The end.
cli-serve-waits = Another program holds { $folder }. It is taken over when that one ends.
cli-other-version = The folder is open in another version of referent (version { $theirs } between programs, here { $ours }). Nothing was changed. End the other, or use the same version in both places.
cli-hub-busy = Another program holds { $folder } and does not answer ({ $why }). Wait a little, or end the other program.
cli-join-fetching = Connecting to { $host } …
cli-join-no-copy = There is no copy of { $host } on this machine. Connect first without --offline.
cli-join-offline = { $host } cannot be reached. You are working in the copy on this machine; it is sent when the line is there.
cli-hub-far = { $host } cannot be reached ({ $why }). See whether ssh { $host } works.
cli-as-refused = That can't be had as { $role }. Only what the secretariat gave access to can be started: the program itself, referent join and the role's own commands.
cli-not-one-meeting = { $role } is not about one meeting only. --meeting belongs to door and viewer.
cli-bad-user = { $typed } can't be a user's name. Use letters, digits, full stops and hyphens.
cli-bad-key = There was not one public key on standard input. Give for example: referent key-line --user anna --role door < anna.pub
cli-bad-path = { $folder } can't stand in a line of authorized_keys. Move it to a place without quotation marks and backslashes in its name.
cli-user-fixed = The name stands in the key's line; --user is not given here.
cli-keys-title = Keys
cli-keys-intro = Each key stands for a command in its place. Two keys with a blank between them are pressed one after the other. Vim and emacs lie over default. The commands are the same in the palette (Ctrl+K) and in `referent do`.
cli-keys-key = Key
cli-keys-command = Command
cli-keys-does = Does
cli-in-use = Another referent has { $folder } open. End it and try again.
cli-check-journal =
    { $count ->
        [0] The journal is empty.
        [one] The journal: 1 change is intact.
       *[other] The journal: { $count } changes are intact ({ $first } to { $last }).
    }
cli-check-damage = Wrong: { $what }
cli-check-set-aside = Set aside: { $names }. It was never confirmed as saved.
cli-check-database = The database: { $count } records are intact.
cli-check-database-in-use = The database is in use and was not verified; it is when it is opened.
cli-check-rebuilt = The database was damaged ({ $why }). It was built anew from the journal; nothing is lost.
cli-check-files = Files: { $count }.
cli-check-whole = All is intact.
cli-check-wrong = Not all is intact
cli-check-todo = What is named as intact is there. Fetch the rest from a backup: referent restore FILE
rebuild-done = The database was built anew from { $count } changes.
backup-done = { $file }: { $count } files, up to change { $last }. Read back.
backup-of-damage = The journal is damaged, and so is this copy of it: see referent check
restore-aside = The old folder is in { $folder }.
restore-done = { $folder } is restored up to change { $last }.
restore-unreadable = { $file } cannot be restored: { $why }. Nothing was changed; try another backup.
cli-check-file-changed = the file files/{ $name } is not as it was put in
cli-check-file-missing = the file files/{ $name } is missing; an annex refers to it
cli-import-network = Write --network: the meeting must belong to a network.
cli-import-left-out = { $count } lines of conversation are left out: only lines with # are minutes in this log.
cli-import-format = It cannot be seen what { $file } is. Write --format csv, docx, irc or json.
cli-import-unclear = Line { $line } was left out: { $name } can be several. Write an e-mail address in the line and import again.
cli-import-ignored = Columns that were not understood: { $names }
cli-imported = { $new } new, { $known } known
cli-walk-arg-meeting = The meeting or the network, by label or id
cli-edit-head = { $meeting }, item { $number }: { $title }. Save and close when you are done. An empty line parts paragraphs.
cli-edit-approved = The minutes are approved and locked. Open them first: referent do --meeting { $meeting } minutes-correct
cli-edit-same = Nothing was edited
cli-edit-done = The minutes are saved: { $changed } changed, { $added } new, { $removed } removed, { $moved } moved
cli-edit-kept = { $why }. Nothing was changed in the minutes; your text is in { $file }
cli-edit-ended = The editor ended with error { $code }
cli-edit-no-editor = No editor could be started: { $why }
cli-edit-not-text = Line { $line } is no text in UTF-8
cli-edit-control = Line { $line } holds a control character
cli-edit-too-long = The text is too long
cli-edit-gone = The file cannot be read: { $why }
page-due-day = by { $due }
page-due-words = deadline: { $due }
cli-bytes-to-terminal = This is not text, so it can't be shown in a terminal. Write it to a file: -o FILE
cli-signs-lacking = The typeface lacks these signs, which stand as � in the file: { $signs }
cli-import-meeting = Write --meeting: the comments must belong to a meeting.
cli-returned =
    { $count ->
        [0] { $file }: no new comments
        [one] { $file }: 1 comment
       *[other] { $file }: { $count } comments
    }
cli-returned-stranger = { $name } is not in the register. Say who it is: referent --meeting … do comment-by NO NAME
cli-list-arg-role = Only the network's members with that role
cli-list-arg-format = csv (people, attendance, actions), vcf, recipients or mailto (people), taskwarrior (actions)
cli-list-arg-bom = CSV with a mark of UTF-8, as Excel expects
cli-handover-about = Hand over a meeting's approved minutes with annexes and metadata to a case system
cli-handover-arg-meeting = The meeting, by label or id
cli-handover-arg-output = A zip file, or a folder that is there
handover-not-approved = The minutes of { $meeting } are not approved, so they can't be handed over. Approve them first: referent do --meeting { $meeting } minutes-approve
handover-annex-missing = The annex "{ $title }" is not in the folder, so nothing was handed over. See what is missing: referent check
handover-done = Handed over in { $file }: { $count ->
    [one] 1 file
   *[other] { $count } files
}
