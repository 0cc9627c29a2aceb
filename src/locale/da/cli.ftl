# The command line.

cli-about = Fra planlagt møde til godkendt referat: programmet til et netværks sekretariat
cli-do-about = Udfør én kommando fra paletten, eller et script af dem
cli-list-about = Vis en liste: networks, meetings, people, organisations, actions, decisions, attendance, votes, activities, enquiries, memberships, representations, contacts, fora, terms, materials, projects, needs, knowledge, resources (tilbud, metoder og skabeloner), sign-ups, words (netværkets ordliste) eller speakers (talerlisten i et møde)
cli-show-about = Vis et møde, et netværk, en person, en organisation, en opgave, en beslutning eller f.eks. en henvendelse (e-2026-1)
cli-walk-about = Vis et mødes trin, og hvad hvert trin mangler, eller et netværks tjekliste
cli-export-about = Lav et dokument af et møde, en sæson eller en periode
cli-import-about = Indlæs JSON-filer, CSV-filer, chatlogge eller referater, som deltagerne sender tilbage fra Word
cli-edit-about = Ret et punkts referat som Markdown i din egen editor (VISUAL eller EDITOR, ellers nano eller vi)
cli-history-about = Vis, hvem der ændrede hvad og hvornår, eller hvordan det stod
cli-check-about = Efterse hele journalen, databasen og filerne
cli-rebuild-about = Byg databasen op på ny ud fra journalen
cli-backup-about = Læg en sikkerhedskopi af alt i én fil
cli-restore-about = Gendan en sikkerhedskopi i en ny mappe
cli-keys-about = Vis alle taster i hvert tastatur
cli-schema-about = Vis JSON-skemaet for de data, der indlæses og udlæses
cli-completions-about = Lav skallens forslag til kommandolinjen
cli-man-about = Lav manualsiden
cli-serve-about = Hold datamappen åben for de andre, uden skærm
cli-join-about = Arbejd i et sekretariat på en anden maskine gennem ssh, også når forbindelsen er væk
cli-pipe-about = Forbind standardinput og standardoutput med mappens program; det er det, join starter
cli-as-about = Start det, rollen giver, for den, en linje i authorized_keys lukker ind
cli-key-line-about = Skriv den linje til authorized_keys, der lukker en nøgle ind i en rolle (--user giver navnet, nøglen læses fra standardinput)
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
cli-arg-from = Fra og med: en dag, en måned (2026-01) eller et år
cli-arg-to = Til og med: en dag, en måned (2027-06) eller et år
cli-arg-open = Kun det, der er åbent
cli-arg-script = En fil med én kommando på hver linje; - er standardinput
cli-arg-words = Kommandoen og dens ord
cli-arg-what = Hvad der skal vises
cli-arg-id = Kortnavn eller id
cli-arg-format = json, md, html, txt, docx, odt eller pdf; lister også csv, year-wheel også svg, kalendere ics
cli-export-arg-what = Dokumentet: agenda, minutes, decisions, attendance, briefing, runsheet, corrections, article, cancellation, badges, signing eller comment-table; som ics: invitation; for et netværk: calendar (ics), terms, programme, knowledge eller texts; for en aktivitet: visit; for et netværk eller alle: activities, year-wheel, enquiries, representation, status, figures eller people
cli-arg-semicolon = CSV med semikolon og UTF-8-mærke, som et dansk regneark åbner det
cli-arg-public = Uden lukkede punkter
cli-arg-output = Filen (ellers standardoutput)
cli-arg-at = Tidspunktet: en dato, et klokkeslæt i dag eller 2026-11-26T10:42
cli-arg-shell = Skallen
cli-arg-files = Filerne
cli-arg-file = Filen
cli-serve-arg-unit = Skriv kun den systemd-enhed, der starter det
cli-join-arg-host = Maskinen, som ssh kender den
cli-join-arg-offline = Begynd med kopien på denne maskine, og ring ikke op
cli-join-arg-program = Programmet på den anden maskine
cli-join-arg-ssh = Argumenter til ssh
cli-as-arg-person = Den, nøglen tilhører
cli-list-arg-person = Kun det, én person er med i (henvendelser, medlemskaber, oplæg, fora)
cli-arg-role = Rollen: secretary, chair, member, door eller viewer
cli-demo-arg-keep = Byg kun øvesekretariatet, i denne mappe, som bliver liggende
cli-import-arg-format = csv, docx, irc eller json (ellers efter filens navn)

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
cli-bad-script = Linjen kan ikke læses: et tidspunkt mangler eller er skrevet forkert
cli-standard-input = standardinput
cli-cannot-read = { $file } kan ikke læses: { $why }. Se efter, om filen er der, og om du må læse den.
cli-cannot-write = { $file } kan ikke skrives: { $why }. Vælg et andet sted.
cli-not-text = { $file }, linje { $line }, er ikke tekst i UTF-8. Gem filen som UTF-8.
cli-bad-moment = { $typed } er ikke et tidspunkt. Skriv for eksempel 2026-11-26T10:42.
cli-no-answer = Der kom intet svar. Prøv igen, eller luk andre referent.
cli-not-saved = Det er ikke bekræftet som gemt: { $why }
cli-output-failed = Der kunne ikke skrives: { $why }. Se efter, om der er plads.
cli-serving = Holder { $folder } åben for de andre.
cli-served = Alt er skrevet. Slut.
cli-serve-waits = Et andet program holder { $folder }. Det overtages, når det andet slutter.
cli-other-version = Mappen er åben i en anden udgave af referent (udgave { $theirs } mellem programmerne, her { $ours }). Intet er ændret. Luk den anden, eller brug samme udgave begge steder.
cli-hub-busy = Et andet program holder { $folder } og svarer ikke ({ $why }). Vent lidt, eller luk det andet program.
cli-join-fetching = Forbinder med { $host } …
cli-join-no-copy = Der er ingen kopi af { $host } på denne maskine. Forbind først uden --offline.
cli-join-offline = { $host } kan ikke nås. Du arbejder i kopien på denne maskine; det sendes, når forbindelsen er der.
cli-hub-far = { $host } kan ikke nås ({ $why }). Se, om ssh { $host } virker.
cli-as-refused = Det kan man ikke som { $role }. Der kan kun startes det, sekretariatet har givet adgang til: programmet selv, referent join og rollens egne kommandoer.
cli-not-one-meeting = { $role } gælder ikke kun ét møde. --meeting hører til door og viewer.
cli-bad-user = { $typed } kan ikke være et brugernavn. Brug bogstaver, tal, punktum og bindestreg.
cli-bad-key = Der kom ikke én offentlig nøgle på standardinput. Giv for eksempel: referent key-line --user anna --role door < anna.pub
cli-bad-path = { $folder } kan ikke stå i en linje af authorized_keys. Flyt det til et sted uden anførselstegn og omvendt skråstreg i navnet.
cli-user-fixed = Navnet står i nøglens linje; --user gives ikke her.
cli-keys-title = Taster
cli-keys-intro = Hver tast står for en kommando på sit sted. To taster med mellemrum imellem trykkes efter hinanden. Vim og emacs ligger oven på default. Kommandoerne er de samme i paletten (Ctrl+K) og i `referent do`.
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
cli-import-network = Skriv --network: mødet skal høre til et netværk.
cli-import-left-out = { $count } linjers samtale er ikke med: kun linjer med # er referat i denne log.
cli-import-format = Det kan ikke ses, hvad { $file } er. Skriv --format csv, docx, irc eller json.
cli-import-unclear = Linje { $line } er ikke taget med: { $name } kan være flere. Skriv en e-mail i linjen, og indlæs igen.
cli-import-ignored = Kolonner, der ikke blev forstået: { $names }
cli-imported = { $new } nye, { $known } kendte
cli-walk-arg-meeting = Mødet eller netværket, ved kortnavn eller id
cli-edit-head = { $meeting }, punkt { $number }: { $title }. Gem og luk, når du er færdig. En tom linje skiller afsnit.
cli-edit-approved = Referatet er godkendt og låst. Åbn det først: referent do --meeting { $meeting } minutes-correct
cli-edit-same = Intet er rettet
cli-edit-done = Referatet er gemt: { $changed } rettet, { $added } nye, { $removed } fjernet, { $moved } flyttet
cli-edit-kept = { $why }. Intet er ændret i referatet; din tekst ligger i { $file }
cli-edit-ended = Editoren sluttede med fejl { $code }
cli-edit-no-editor = Ingen editor kunne startes: { $why }
cli-edit-not-text = Linje { $line } er ikke tekst i UTF-8
cli-edit-control = Linje { $line } har et kontroltegn
cli-edit-too-long = Teksten er for lang
cli-edit-gone = Filen kan ikke læses: { $why }
page-due-day = senest { $due }
page-due-words = frist: { $due }
cli-bytes-to-terminal = Det er ikke tekst, så det kan ikke vises i terminalen. Skriv det i en fil: -o FIL
cli-signs-lacking = Skrifttypen mangler disse tegn, som står som � i filen: { $signs }
cli-import-meeting = Skriv --meeting: bemærkningerne skal høre til et møde.
cli-returned =
    { $count ->
        [0] { $file }: ingen nye bemærkninger
        [one] { $file }: 1 bemærkning
       *[other] { $file }: { $count } bemærkninger
    }
cli-returned-stranger = { $name } er ikke i registret. Sig, hvem det er: referent --meeting … do comment-by NR NAVN
cli-list-arg-role = Kun netværkets medlemmer med den rolle
cli-list-arg-format = csv (people, attendance, actions), vcf, recipients eller mailto (people), taskwarrior (actions)
cli-list-arg-bom = CSV med UTF-8-mærke, som Excel forventer
cli-handover-about = Aflever et mødes godkendte referat med bilag og metadata til et ESDH-system
cli-handover-arg-meeting = Mødet, ved kortnavn eller id
cli-handover-arg-output = En zip-fil, eller en mappe, som findes
handover-not-approved = Referatet af { $meeting } er ikke godkendt, så det kan ikke afleveres. Godkend det først: referent do --meeting { $meeting } minutes-approve
handover-annex-missing = Bilaget "{ $title }" ligger ikke i mappen, så intet er afleveret. Se hvad der mangler: referent check
handover-done = Afleveret i { $file }: { $count ->
    [one] 1 fil
   *[other] { $count } filer
}
