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
