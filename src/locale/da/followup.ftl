# Actions across meetings.

followup = Opfølgning
followup-reported = Meldt færdig – mellemrum bekræfter
followup-reported-row = { $text } (meldt færdig)
count-actions =
    { $count ->
        [0] ingen opgaver
        [one] 1 opgave
       *[other] { $count } opgaver
    }
due = frist
owner = ansvarlig
action-added = Opgaven er oprettet
action-changed = Opgaven er rettet
action-done = Opgaven er løst: { $text }
action-reopened = Opgaven er åben igen: { $text }
action-dropped = Opgaven er opgivet: { $text }
