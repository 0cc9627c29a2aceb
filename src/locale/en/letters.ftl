# Mail about meetings: what is round its texts.

letter-copy = For information.
letter-version = Version { $version } – changed since the last one
letter-more-changes = and further changes
letter-tentative-short = The date is not finally confirmed.
letter-action = { $text } [{ $code }]
letter-action-due = { $text } – due { $due } [{ $code }]
letter-action-from = { $text } (from { $from }) [{ $code }]
letter-action-due-from = { $text } – due { $due } (from { $from }) [{ $code }]
letter-speaker-open = not yet finally confirmed
letter-equipment = In the room: { $equipment }
error-no-date-yet = The meeting has no date yet: set it first.
command-letter-send = Send a letter about the meeting
did-letter-send = sent a letter about the meeting
keywords-letter-send = mail save the date call items reminder thanks speaker
command-mail-retry = Try to send again
did-mail-retry = tried to send again
keywords-mail-retry = mail failed again
command-mail-withdraw = Take a mail out of the outbox
did-mail-withdraw = took a mail out of the outbox
keywords-mail-withdraw = stop undo mail
command-mail-write = Write mails as files
did-mail-write = wrote mails as files
keywords-mail-write = eml outlook file folder without server
command-mail-addresses = Copy the recipients' mail addresses
keywords-mail-addresses = clipboard outlook recipients to
command-mail-settings = Mail server and sender
did-mail-settings = changed mail server or sender
keywords-mail-settings = smtp port post setup
command-letters = Sent and answers
command-reply-settle = Settle a reply to a mail
did-reply-settle = settled a reply
keywords-reply-settle = unknown sender inbox
command-reply-drop = Put a reply aside
did-reply-drop = put a reply aside
keywords-reply-drop = dismiss inbox
command-reply-show = Show a reply
did-reply-show = showed a reply
keywords-reply-show = read inbox
command-reply-move = Move the meeting as a reply proposes
did-reply-move = moved the meeting as a reply proposed
keywords-reply-move = another time counter proposal
command-mail-note = Note what became of a mail
did-mail-note = noted what became of a mail
keywords-mail-note = sent by hand bounced
command-mail-intake = Take mail in: answers, bounces, comments
keywords-mail-intake = intake inbox eml ics outlook bounce
intake-done = { $unread ->
    [0] { $count ->
        [one] 1 mail taken in
       *[other] { $count } mails taken in
    }
   *[other] Read: { $count }; { $unread ->
        [one] 1 file could not be read
       *[other] { $unread } files could not be read
    }
}
intake-no-files = there are no files in the folder.
arg-mail-intake-path = File or folder with .eml and .ics
did-mail-intake = took mail in
arg-mail-reply = Reply
arg-said = What was said
panel-reply = Reply to a mail
reply-heading = Replies to settle
reply-somebody = somebody unknown
reply-proposes = proposes { $when }
reply-reports = { $count ->
    [one] reports 1 action item done
   *[other] reports { $count } action items done
}
reply-is = It is { $name }
reply-is-other = Say who it is
reply-move = Move the meeting
reply-done = Read
reply-put-aside = Put aside
reply-answered = { $who }: { $answer }
reply-reported = { $count ->
    [one] { $who } reports 1 action item done
   *[other] { $who } reports { $count } action items done
}
reply-read = The reply is read
reply-dropped = The reply is put aside
mail-noted = { $count ->
    [one] One mail is noted – Ctrl+Z undoes
   *[other] { $count } mails are noted – Ctrl+Z undoes
}
error-reply-unknown = "{ $typed }" is no reply here: { $count } are to settle.
error-reply-settled = That reply is settled already.
error-reply-who = Say who the reply is from.
error-mail-status = Say what became of the mail: sent, failed or bounced.
choice-status-sent = sent
choice-status-failed = not sent
choice-status-bounced = came back
keywords-letters = outbox letters who got what
did-mail-send = sent a mail
arg-copy = For information
arg-server = Server
arg-port = Port
arg-security = Encryption
arg-sender = Sender's address
arg-mail = Mail
arg-folder = Folder for mails as files
arg-together = One mail to all (blind copy)
arg-by-hand = Sent by other means
arg-dry-run = Only show
letter-none = Nothing has been sent about the meeting yet.
letter-version-short = version { $version }
letter-version-now = This becomes version { $version }; what changed stands on top.
letter-to = To { $count }: { $names }
letter-copy-to = For information to { $count }: { $names }
letter-without = Without an address, get no mail: { $names }
recipients-member = members
recipients-guest = guests
recipients-speaker = speakers
recipients-observer = observers
recipients-secretary = the secretariat
letter-encloses = Attached: { $name }
letter-pass = Your code at the door: { $code }. It is also enclosed as a picture you can show on your phone.
letter-pass-short = Your code at the door: { $code }
letter-calendar = With a meeting request for the calendar
letter-calendar-gone = With a message that takes the meeting out of the calendar
letter-subject = Subject: { $subject }
letter-queued = { $count ->
    [one] One mail is in the outbox
   *[other] { $count } mails are in the outbox
}
letter-noted = { $count ->
    [one] One mail is noted as sent – Ctrl+Z undoes
   *[other] { $count } mails are noted as sent – Ctrl+Z undoes
}
letter-to-files = There is no mail server: each mail is written as a file in { $folder } and opens in Outlook, ready to be sent. Press r for another folder or other recipients.
letter-to-files-or-one = There is no mail server: each mail is written as a file in { $folder } and opens in Outlook, ready to be sent. Press r for one mail to all (blind copy), another folder or other recipients.
letter-to-one-file = There is no mail server: one mail to all (blind copy) is written as a file in { $folder } and opens in Outlook, ready to be sent. The recipients do not see each other, and the code at the door is left out. Press r for a mail to each.
mail-together = one mail to { $count }
mail-everybody = everybody
letter-by-hand = There is no mail server, and no files can be written where you are: the addresses are copied, and the letter is noted as sent by you.
letter-no-sender = Without a sender's address (Ctrl+K "Mail server and sender") they can't answer from their calendar.
letter-files = { $count ->
    [one] 1 as a file
   *[other] { $count } as files
}
mails-written = { $count ->
    [one] Open and send 1 mail: { $folder }
   *[other] Open and send { $count } mails: { $folder }
}
mails-not-written = { $count ->
    [one] 1 mail could not be made; see "Sent and answers".
   *[other] { $count } mails could not be made; see "Sent and answers".
}
error-mails-not-written = No files were written, the mails lie in the outbox: { $folder } ({ $why })
error-no-mail-to-write = There are no mails to write as files.
letter-withdrawn = { $count ->
    [one] One mail was taken out of the outbox
   *[other] { $count } mails were taken out of the outbox
}
letter-withdrawn-aside = { $count ->
    [one] One mail was taken out of the outbox – Ctrl+Z undoes
   *[other] { $count } mails were taken out of the outbox – Ctrl+Z undoes
}
letter-addresses-copied = { $count ->
    [one] One address was copied
   *[other] { $count } addresses were copied
}
preview-actions = { $count ->
    [one] Besides, one person gets their action items
   *[other] Besides, { $count } people get their action items
}
mail-copy = for information
mail-queued = in the outbox
mail-sending = being sent
mail-sent = sent
mail-failed = not sent
mail-unknown = perhaps sent
mail-bounced = came back
mail-file = as a file
mail-withdrawn = taken out
mail-settings-set = Mail server and sender are set.
error-nobody-to-send = There is nobody to send it to.
error-no-mail-server = There is no mail server. Choose "Mail server and sender" in the list of commands, or write the letters to files.
error-no-address = "{ $typed }" is no mail address.
choice-letter-save-the-date = Save the date
choice-letter-call-for-items = Call for items
choice-letter-invitation = Invitation
choice-letter-agenda = Agenda
choice-letter-reminder = Reminder to answer
choice-letter-moved = Meeting moved
choice-letter-cancellation = Cancellation
choice-letter-minutes-for-comments = Minutes for comments
choice-letter-minutes = Minutes
choice-letter-actions = Action items
choice-letter-action-reminder = Reminder of action items
choice-letter-speaker-confirmation = Confirmation to speaker
choice-letter-thanks = Thanks to speaker
outbox-empty = The outbox is empty.
cli-send-about = Send a letter about a meeting: put it into the outbox, or write it to files
cli-send-arg-meeting = The meeting, by label or id
cli-send-arg-what = The letter: save-the-date, call-for-items, invitation, agenda, reminder, moved, cancellation, minutes-for-comments, minutes, actions, action-reminder, speaker-confirmation or thanks
cli-send-arg-to = Only to these: persons, groups, organisations or roles, kept apart by commas
cli-send-arg-copy = For information to these
cli-send-arg-deadline = Answer no later than
cli-send-arg-dry-run = Only show who gets it and what they read
cli-send-arg-eml = Write .eml files into this folder; they open in Outlook, ready to be sent
cli-intake-about = Take in answers, bounces and comments that came by mail; without files: show what is to settle
cli-intake-arg-files = .eml and .ics files, folders of them, or a Maildir
cli-intake-arg-dry-run = Only show what would happen
intake-known = taken in before
intake-automatic = an automatic answer or a receipt; nothing is changed
intake-nothing = nothing new in the mail
intake-elsewhere = about no meeting here; nothing is changed
intake-answered = { $meeting }: { $who }: { $answer }
intake-older = { $meeting }: { $who } answers an older invitation ({ $had }, the newest is { $newest }); the answer is not entered
intake-overtaken = { $meeting }: { $who } has answered again since; this answer is not entered
intake-over = { $meeting }: the meeting is over; the answer from { $who } is not entered
intake-stranger = { $meeting }: it is not certain who { $who } is; to be settled
intake-proposed = { $meeting }: { $who } proposes another time; to be settled
intake-reported = { $count ->
    [one] { $meeting }: { $who } reports 1 action item done
   *[other] { $meeting }: { $who } reports { $count } action items done
}
intake-comments = { $count ->
    [one] { $meeting }: 1 comment from { $who }
   *[other] { $meeting }: { $count } comments from { $who }
}
intake-to-read = { $meeting }: the reply from { $who } has to be read; to be settled
intake-bounced = { $meeting }: the mail to { $who } came back: { $said }
intake-late = { $meeting }: the mail to { $who } is late: { $said }
intake-empty = No replies are to be settled.
intake-unread = { $count ->
    [one] One file could not be read; the others are taken in.
   *[other] { $count } files could not be read; the others are taken in.
}
intake-too-many = There are more than { $count } files; divide them into several folders.
cli-outbox-about = Show mails that are not sent yet, or went wrong
cli-outbox-arg-retry = Try again what went wrong; mails that were perhaps sent are left alone
error-no-sender = There is no sender's address. Choose "Mail server and sender" in the list of commands first.
arg-letter = Letter
choice-security-starttls = encrypted (STARTTLS)
choice-security-tls = encrypted from the first byte (TLS)
choice-security-none = not encrypted
