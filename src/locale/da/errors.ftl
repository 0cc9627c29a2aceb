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
notice-ended = Forbindelsen blev afbrudt: { $why }
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
error-minutes-approved = Referatet er godkendt og låst; intet er ændret. Begynd en rettelse først med minutes-correct.
error-already-approved = Referatet er allerede godkendt. Skal det rettes, så begynd med minutes-correct.
error-not-approved = Referatet er ikke godkendt endnu. Ret det, som det er.
error-publish-unapproved = Referatet er ikke godkendt endnu. Godkend det først med minutes-approve.
error-deadline-passed = Indsigelsesfristen { $date } er allerede passeret. Vælg en senere dag.
error-nobody-invited = Ingen er indkaldt endnu. Indkald først med invite.
error-agenda-empty = Dagsordenen er tom. Tilføj først et punkt med agenda-add.
error-meeting-cancelled = Mødet er aflyst; intet er ændret.
error-meeting-started = Mødet er allerede åbnet kl. { $time }.
error-meeting-closed = Mødet er hævet. Åbn det igen med meeting-reopen.
error-meeting-not-closed = Mødet er ikke hævet.
error-item-current = Punkt { $number } er allerede i gang: { $title }.
error-no-next-item = Der er ikke flere punkter. Hæv mødet med meeting-close.
error-item-gone = Punktet findes ikke længere. Vælg et andet.
error-defer-here = Punktet står allerede på dette møde. Vælg et andet møde.
error-entry-unknown = Der er intet afsnit { $typed }. Skriv punkt og afsnit, for eksempel 3.2.
error-entry-gone = Afsnittet findes ikke længere. Vælg et andet.
error-no-entry = Vælg et afsnit først (på kommandolinjen: dets id, eller for eksempel 3.2)
error-entry-no-action = Kun en opgave har ansvarlig og frist. Gør først afsnittet til en opgave med --kind action.
error-entry-no-event = Afsnittet fortæller ikke om nogen, der er kommet eller gået.
error-entry-follows = Sætningen følger allerede fremmødet.
error-nothing-prepared = Her er ingen forberedt tekst.
error-move-where = Sig, hvor afsnittet skal hen: --after, --before eller --to.
error-nothing-to-set = Sig, hvad der skal ændres, for eksempel --text.
error-comment-unknown =
    { $count ->
        [0] Der er ingen bemærkninger til referatet.
       *[other] Der er ingen bemærkning { $typed }. Vælg 1 til { $count }.
    }
error-accept-or-reject = Skriv et svar, eller vælg enten --accept eller --reject.
error-no-action = Vælg en opgave først (på kommandolinjen: dens id eller nogle ord af den)
error-action-gone = Opgaven findes ikke længere. Vælg en anden.
error-action-unknown = Ingen opgave i netværket indeholder { $typed }. Se opgaverne med: referent list actions.
error-action-several = Flere opgaver indeholder { $typed }. Skriv mere af teksten: { $candidates }.
error-action-open = Opgaven er allerede åben: { $text }.
error-action-done = Opgaven er allerede løst: { $text }.
error-action-dropped = Opgaven er allerede opgivet: { $text }.
error-nothing-to-undo = Der er ikke noget at fortryde her.
error-nothing-to-redo = Der er ikke noget at gentage her.
error-undo-contested = { $who } har siden ændret det samme som: { $what }. Intet er fortrudt; gør det alligevel med --yes.
error-item-carried = Punkt { $number } er allerede overført til et andet møde: { $title }.
notice-erased = Personens oplysninger er slettet overalt
error-not-erased = Oplysningerne kunne ikke slettes: { $why }
error-no-such-number = Der er ikke noget nummer { $number }. Vælg 1 til { $count }.
error-approved-locked = Referatet er godkendt og låst. Begynd en rettelse af referatet først.
error-no-recommendation = { $title } har ingen indstilling. Skriv indstillingen, eller skriv beslutningen selv.
error-already-adopted = Indstillingen er allerede tiltrådt under punktet.
error-link = Et link skal begynde med https://, http://, mailto: eller www.
error-no-annex = Punktet har ikke noget bilag { $typed }. Skriv bilagets bogstav, for eksempel a.
error-no-file = Bilaget { $title } har ingen fil. Det er et link eller kun en titel.
error-no-speaker = Der er ingen oplægsholder, der passer til { $typed }. Skriv navnet eller nummeret.
error-speaker-several = Flere oplægsholdere passer til { $typed }. Skriv mere af navnet, eller vælg: { $candidates }.
error-already-member = { $name } er allerede med. Ret medlemskabet i stedet.
error-not-member = { $name } er ikke med her. Skriv et andet navn.
error-until-before-from = Den sidste dag ligger før den første. Ret en af dem.
error-no-group = Netværket har ingen gruppe, der passer til { $typed }. Grupper: { $known }.
error-group-exists = Netværket har allerede gruppen { $name }. Vælg et andet navn.
error-template-exists = Netværket har allerede en skabelon. Ret den, eller fjern dens punkter først.
error-end-before-start = Mødet slutter, før det begynder. Ret start eller slut.
error-nothing-to-copy = Netværket har ikke noget møde at kopiere. Opret et møde.
error-meeting-held = Mødet er begyndt. Det kan ikke flyttes eller aflyses.
error-not-cancelled = Mødet er ikke aflyst.
error-no-host = Netværket har ingen medlemmer, der kan være vært. Tilføj medlemmer først.
error-no-practical = Der er ikke noget praktisk, der passer til { $typed }. Skriv nummeret.
error-same-person = De to navne er den samme person. Skriv to forskellige.
error-already-erased = Personen er allerede slettet.
error-confirm-erase = { $name } slettes for altid, også i gamle referater. Det kan ikke fortrydes. Sig ja (på kommandolinjen: --yes).
error-door-several = Flere deltagere passer til { $typed }: { $candidates }. Skriv mere af navnet eller organisationen.
error-door-not-listed = Ingen på deltagerlisten passer til { $typed }. I registret: { $candidates }. Brug invite, walk-in eller substitute.
error-door-nobody = Ingen på deltagerlisten passer til { $typed }. En ny gæst kan noteres med walk-in "Navn, Organisation".
error-code-unknown = Ingen på deltagerlisten har koden { $code }. Find deltageren på navnet.
error-code-elsewhere = Koden er til { $meeting }, { $date }, ikke til dette møde. Find deltageren på navnet.
error-no-person = Sig, hvem det er.
error-not-here = { $name } er ikke noteret som mødt og kan derfor ikke gå. Ret fremmødet med attendance-set.
error-substitute-self = Ingen kan være stedfortræder for sig selv.
error-nobody-missing = Der er ingen tilmeldte, som mangler.
error-stands-already = { $name } står allerede sådan. Ret tidspunktet med --at.
error-no-members = Netværket har ingen medlemmer på mødets dag. Tilføj dem med member-add, eller nævn, hvem der skal indkaldes.
error-no-contacts = Ingen er sat på listen. Uden kontaktperson: { $names }. Tilføj kontaktpersoner med member-add, eller nævn, hvem der skal indkaldes.
error-no-people-there = { $name } har ingen personer i registret. Opret dem med person-new.
error-no-coming-meeting = { $name } er ikke indkaldt til noget kommende møde.
error-several-meetings = { $name } er indkaldt til flere møder: { $candidates }. Vælg et med --meeting.
error-reference-number = Mødet har endnu ikke fået det nummer, en henvisning skal nævne.
error-hub-parted = De andre bruger nu en anden udgave af referent ({ $theirs }, her { $ours }). Dit arbejde er gemt og venter: luk programmet, og åbn det igen i den nye udgave.
error-role = Det giver din rolle ikke adgang til. Intet er ændret.
error-form-open = Intet er godkendt: der er skrevet noget i en formular, som ikke er gemt. Gem eller luk den først.
error-document-ending = Filens navn skal ende på et af disse: { $known }; intet er gemt.
error-undo-made = Det seneste trin i mødet oprettede også { $meeting }: { $what }. Intet er fortrudt; gør det alligevel med --yes.
error-comment-gone = Afsnittet er ikke længere i referatet. Besvar bemærkningen i stedet.
error-comment-changed = Afsnittet er ændret på samme sted siden. Ret det i referatet, og besvar så bemærkningen.
