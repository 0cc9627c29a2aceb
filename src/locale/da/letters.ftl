# Mail about meetings: what is round its texts.

letter-greeting = Kære { $name }
letter-greeting-all = Kære alle
letter-copy = Til orientering.
letter-closing = Med venlig hilsen
letter-version = Udgave { $version } – ændret siden den forrige
letter-more-changes = og flere ændringer
letter-tentative-short = Datoen er ikke endeligt bekræftet.
letter-action = { $text } [{ $code }]
letter-action-due = { $text } – frist { $due } [{ $code }]
letter-action-from = { $text } (fra { $from }) [{ $code }]
letter-action-due-from = { $text } – frist { $due } (fra { $from }) [{ $code }]
letter-speaker-open = endnu ikke endeligt bekræftet
letter-equipment = I lokalet: { $equipment }
error-no-date-yet = Mødet har ingen dato endnu: sæt den først.
