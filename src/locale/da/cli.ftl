# The command line.

cli-about = Fra planlagt møde til godkendt referat: programmet til et netværks sekretariat
cli-do-about = Udfør én kommando fra paletten, eller et script af dem
cli-list-about = Vis en liste: networks, meetings, people, organisations, actions eller decisions
cli-show-about = Vis et møde, et netværk, en person, en organisation, en opgave eller en beslutning
cli-walk-about = Vis et mødes trin, og hvad hvert trin mangler
cli-export-about = Lav et dokument af et møde
cli-import-about = Indlæs en JSON- eller CSV-fil
cli-history-about = Vis, hvem der ændrede hvad og hvornår, eller hvordan det stod
cli-check-about = Efterse hele journalen, databasen og filerne
cli-rebuild-about = Byg databasen op på ny ud fra journalen
cli-backup-about = Læg en sikkerhedskopi af alt i én fil
cli-restore-about = Gendan en sikkerhedskopi i en ny mappe
cli-keys-about = Vis alle taster i hvert tastatur
cli-schema-about = Vis JSON-skemaet for de data, der indlæses og udlæses
cli-completions-about = Lav skallens forslag til kommandolinjen
cli-man-about = Lav manualsiden
cli-demo-about = Åbn et øvesekretariat med opdigtede folk; intet af det gemmes

cli-arg-data = Datamappen (ellers REFERENT_DATA, ellers brugerens egen)
cli-arg-lang = Skærmens sprog (ellers REFERENT_LANG, ellers systemets)
cli-arg-user = Dit navn i historik og referater
cli-arg-keymap = Tastatur: default, vim, emacs eller en fil
cli-arg-meeting = Mødet, ved kortnavn eller id
cli-arg-network = Netværket, ved kortnavn eller id
cli-arg-item = Dagsordenspunktet, ved nummer eller id
cli-arg-minutes = Åbn i punktets referat
cli-arg-door = Åbn ved døren
cli-arg-json = Skriv JSON
cli-arg-open = Kun det, der er åbent
cli-arg-script = En fil med én kommando på hver linje; - er standardinput
cli-arg-words = Kommandoen og dens ord
cli-arg-what = Hvad der skal vises
cli-arg-id = Kortnavn eller id
cli-arg-format = json, md, html eller txt
cli-export-arg-what = Dokumentet: agenda, minutes, decisions, attendance, briefing eller runsheet
cli-arg-public = Uden lukkede punkter
cli-arg-output = Filen (ellers standardoutput)
cli-arg-at = Tidspunktet: en dato, et klokkeslæt i dag eller 2026-11-26T10:42
cli-arg-shell = Skallen
cli-arg-file = Filen
cli-import-arg-format = csv eller json (ellers efter filens navn)

cli-commands = Kommandoer:
cli-command-help = En kommandos ord: referent do KOMMANDO --help
cli-nothing-changed = Intet er ændret.
cli-see-help = Se hvordan: referent --help
cli-see-commands = Se kommandoerne: referent do --help
cli-near-commands = Måske: { $names }
cli-run-check = Efterse det: referent check
cli-not-here = { $option } hører til skærmen og til do, ikke her
cli-unknown-option = { $option } kendes ikke her
cli-unknown-id = Der er intet, der hedder { $typed }. Se navnene med: referent list meetings
cli-no-home = Det vides ikke, hvor data ligger: der er ingen hjemmemappe. Skriv hvor: --data MAPPE
cli-no-secretariat = Der er ikke noget sekretariat i { $folder }. Begynd et med: referent do network-new KORTNAVN NAVN
cli-other-folder = I { $folder } ligger der andet end et sekretariat. Vælg en ny eller tom mappe med --data MAPPE
cli-script-line = { $file }, linje { $line }: { $what }
cli-standard-input = standardinput
cli-cannot-read = { $file } kan ikke læses: { $why }. Se efter, om filen er der, og om du må læse den.
cli-cannot-write = { $file } kan ikke skrives: { $why }. Vælg et andet sted.
cli-not-text = { $file }, linje { $line }, er ikke tekst i UTF-8. Gem filen som UTF-8.
cli-bad-moment = { $typed } er ikke et tidspunkt. Skriv for eksempel 2026-11-26T10:42.
cli-no-answer = Der kom intet svar. Prøv igen, eller luk andre referent.
cli-not-saved = Det er ikke bekræftet som gemt: { $why }
cli-output-failed = Der kunne ikke skrives: { $why }. Se efter, om der er plads.
cli-keys-title = Taster
cli-keys-intro = Hver tast står for en kommando på sit sted. Vim og emacs ligger oven på default. Kommandoerne er de samme i paletten (Ctrl+K) og i `referent do`.
cli-keys-key = Tast
cli-keys-command = Kommando
cli-keys-does = Gør
cli-in-use = Et andet referent har { $folder } åben. Luk det, og prøv igen.
cli-check-journal =
    { $count ->
        [0] Journalen er tom.
        [one] Journalen: 1 ændring er hel.
       *[other] Journalen: { $count } ændringer er hele ({ $first } til { $last }).
    }
cli-check-damage = Fejl: { $what }
cli-check-set-aside = Lagt til side: { $names }. Det var aldrig bekræftet som gemt.
cli-check-database = Databasen: { $count } poster er hele.
cli-check-database-in-use = Databasen er i brug og blev ikke efterset; den efterses, når den åbnes.
cli-check-rebuilt = Databasen var beskadiget ({ $why }). Den er bygget op på ny af journalen; intet er mistet.
cli-check-files = Filer: { $count }.
cli-check-whole = Alt er helt.
cli-check-wrong = Ikke alt er helt
cli-check-todo = Det, der er nævnt som helt, er der. Resten hentes fra en sikkerhedskopi: referent restore FIL
rebuild-done = Databasen er bygget op på ny af { $count } ændringer.
backup-done = { $file }: { $count } filer, til og med ændring { $last }. Læst efter.
backup-of-damage = Journalen har fejl, og kopien har dem også: se referent check
restore-aside = Den gamle mappe ligger i { $folder }.
restore-done = { $folder } er gendannet til og med ændring { $last }.
restore-unreadable = { $file } kan ikke gendannes: { $why }. Intet er ændret; prøv en anden kopi.
cli-check-file-changed = filen files/{ $name } er ikke, som den blev lagt ind
cli-check-file-missing = filen files/{ $name } mangler; et bilag henviser til den
