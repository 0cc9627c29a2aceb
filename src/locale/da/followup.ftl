# Actions across meetings.

followup = Opfølgning
count-actions =
    { $count ->
        [0] ingen opgaver
        [one] 1 opgave
       *[other] { $count } opgaver
    }
due = frist
owner = ansvarlig
