# What went wrong, what was kept, what to do.

error-word-too-many = Der er et ord for meget: { $word }
error-unknown-option = { $option } kendes ikke her. Muligheder: { $known }
error-flag-value = --{ $option } skal stå uden værdi
error-option-value = --{ $option } mangler sin værdi
error-option-twice = --{ $option } står to gange
error-quote = Et anførselstegn mangler sin makker
error-no-answer = Det kunne ikke hentes: { $why }
error-internal = Det kunne ikke lade sig gøre her; intet er ændret
error-no-meeting = Vælg et møde først (på kommandolinjen: --meeting)
error-no-network = Vælg et netværk først (på kommandolinjen: --network)
error-no-item = Vælg et dagsordenspunkt først (på kommandolinjen: --item)
error-refused = Ændringen kunne ikke tages med: { $why }
error-missing-argument = { $command } mangler { $name }
error-no-command = Skriv en kommando
error-unknown-command = Kommandoen { $name } findes ikke
error-unknown-keymap = Tastaturet { $name } findes ikke. Muligheder: { $known }
error-keymap = { $file }, linje { $line }: { $what } kan ikke læses. Tasterne er, som de var.
error-needs-person = { $command } skal udfyldes på skærmen
notice-no-such-key = { $key } gør ingenting her. ? viser, hvad der kan gøres
notice-told = { $what }
error-plain = { $text }
error-empty = { $name } er tom. Skriv mindst ét tegn.
error-label = Et kortnavn skal have mindst ét bogstav fra a til z. Skriv for eksempel nims.
error-choice = { $typed } kendes ikke her. Vælg en af: { $known }.
error-number = { $typed } er ikke et tal, der passer her. Skriv et helt tal.
error-yes-no = { $typed } er hverken ja eller nej. Skriv ja eller nej.
error-person-unknown = Der er ingen person, der passer til { $typed }. Opret personen, eller skriv navnet på en anden måde.
error-person-near = Der er ingen person, der passer til { $typed }. Måske: { $candidates }.
error-person-several = Flere personer passer til { $typed }. Skriv mere af navnet, eller vælg: { $candidates }.
error-organisation-unknown = Der er ingen organisation, der passer til { $typed }. Opret den, eller skriv navnet på en anden måde.
error-organisation-near = Der er ingen organisation, der passer til { $typed }. Måske: { $candidates }.
error-organisation-several = Flere organisationer passer til { $typed }. Skriv mere af navnet, eller vælg: { $candidates }.
error-network-unknown = Der er ikke noget netværk, der hedder { $typed }. Opret et netværk først.
error-network-near = Der er ikke noget netværk, der hedder { $typed }. Vælg: { $candidates }.
error-meeting-unknown = Der er ikke noget møde, der hedder { $typed }. Se møderne med: referent list meetings.
error-item-unknown =
    { $count ->
        [0] Dagsordenen har intet punkt { $typed }. Den er tom.
        [one] Dagsordenen har intet punkt { $typed }. Den har kun punkt 1.
       *[other] Dagsordenen har intet punkt { $typed }. Vælg 1 til { $count }.
    }
error-label-taken = Kortnavnet { $label } er optaget. Vælg et andet.
error-organisation-has-people =
    { $count ->
        [one] { $name } har én person i registret. Flyt eller fjern personen først.
       *[other] { $name } har { $count } personer i registret. Flyt eller fjern dem først.
    }
error-secretariat-exists = Sekretariatet er allerede oprettet
