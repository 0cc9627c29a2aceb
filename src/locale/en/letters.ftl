# Mail about meetings: what is round its texts.

letter-greeting = Dear { $name }
letter-greeting-all = Dear all
letter-copy = For information.
letter-closing = Kind regards
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
