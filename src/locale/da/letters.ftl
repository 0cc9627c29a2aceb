# Mail about meetings: what is round its texts.

letter-copy = Til orientering.
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
command-letter-send = Send et brev om mødet
did-letter-send = sendte et brev om mødet
keywords-letter-send = mail reservér dato kald punkter rykker påmindelse tak oplægsholder
command-mail-retry = Prøv at sende igen
did-mail-retry = prøvede at sende igen
keywords-mail-retry = mail fejl igen
command-mail-withdraw = Tag en mail ud af udbakken
did-mail-withdraw = tog en mail ud af udbakken
keywords-mail-withdraw = stop fortryd mail
command-mail-write = Skriv mails som filer
did-mail-write = skrev mails som filer
keywords-mail-write = eml outlook fil mappe uden server
command-mail-addresses = Kopiér modtagernes mailadresser
keywords-mail-addresses = udklip outlook modtagere til
command-mail-settings = Mailserver og afsender
did-mail-settings = ændrede mailserver eller afsender
keywords-mail-settings = smtp port post opsætning
command-letters = Udsendt og svar
command-reply-settle = Afklar et svar på en mail
did-reply-settle = afklarede et svar
keywords-reply-settle = ukendt afsender indbakke
command-reply-drop = Læg et svar til side
did-reply-drop = lagde et svar til side
keywords-reply-drop = smid væk indbakke
command-reply-show = Vis et svar
did-reply-show = viste et svar
keywords-reply-show = læs indbakke
command-reply-move = Flyt mødet, som et svar foreslår
did-reply-move = flyttede mødet, som et svar foreslog
keywords-reply-move = nyt tidspunkt forslag
command-mail-note = Notér, hvad der blev af en mail
did-mail-note = noterede, hvad der blev af en mail
keywords-mail-note = sendt selv kom retur
command-mail-intake = Tag mail ind: svar, returmail, bemærkninger
keywords-mail-intake = intake indbakke eml ics outlook bounce
intake-done = { $unread ->
    [0] { $count ->
        [one] 1 mail er taget ind
       *[other] { $count } mails er taget ind
    }
   *[other] Læst: { $count }; { $unread ->
        [one] 1 fil kunne ikke læses
       *[other] { $unread } filer kunne ikke læses
    }
}
intake-no-files = der er ingen filer i mappen.
arg-mail-intake-path = Fil eller mappe med .eml og .ics
did-mail-intake = tog imod mail
arg-mail-reply = Svar
arg-said = Hvad blev der sagt
panel-reply = Svar på en mail
reply-heading = Svar, der skal afklares
reply-somebody = en ukendt
reply-proposes = foreslår { $when }
reply-reports = { $count ->
    [one] melder 1 opgave færdig
   *[other] melder { $count } opgaver færdige
}
reply-is = Det er { $name }
reply-is-other = Vælg, hvem det er
reply-move = Flyt mødet
reply-done = Læst
reply-put-aside = Læg til side
reply-answered = { $who }: { $answer }
reply-reported = { $count ->
    [one] { $who } melder 1 opgave færdig
   *[other] { $who } melder { $count } opgaver færdige
}
reply-read = Svaret er læst
reply-dropped = Svaret er lagt til side
mail-noted = { $count ->
    [one] Én mail er noteret – Ctrl+Z fortryder
   *[other] { $count } mails er noteret – Ctrl+Z fortryder
}
error-reply-unknown = "{ $typed }" er intet svar her: der er { $count } til afklaring.
error-reply-settled = Det svar er allerede afklaret.
error-reply-who = Sig, hvem svaret er fra.
error-mail-status = Sig, hvad der blev af mailen: sent, failed eller bounced.
choice-status-sent = sendt
choice-status-failed = ikke sendt
choice-status-bounced = kom retur
keywords-letters = udbakke breve hvem har fået hvad
did-mail-send = sendte en mail
arg-copy = Til orientering
arg-server = Server
arg-port = Port
arg-security = Kryptering
arg-sender = Afsenderadresse
arg-mail = Mail
arg-folder = Mappe til mails som filer
arg-together = Én mail til alle (skjult kopi)
arg-by-hand = Sendt ad anden vej
arg-dry-run = Vis kun
letter-none = Der er ikke sendt noget om mødet endnu.
letter-version-short = udgave { $version }
letter-version-now = Dette bliver udgave { $version }; hvad der er ændret, står øverst.
letter-to = Til { $count }: { $names }
letter-copy-to = Til orientering for { $count }: { $names }
letter-without = Uden mailadresse, får ingen mail: { $names }
recipients-member = medlemmer
recipients-guest = gæster
recipients-speaker = oplægsholdere
recipients-observer = observatører
recipients-secretary = sekretariatet
letter-encloses = Vedhæftet: { $name }
letter-pass = Din kode ved døren: { $code }. Den er også vedhæftet som et billede, du kan vise på telefonen.
letter-pass-short = Din kode ved døren: { $code }
letter-calendar = Med mødeindkaldelse til kalenderen
letter-calendar-gone = Med en besked, der tager mødet ud af kalenderen
letter-subject = Emne: { $subject }
letter-queued = { $count ->
    [one] Én mail ligger i udbakken
   *[other] { $count } mails ligger i udbakken
}
letter-noted = { $count ->
    [one] Én mail er noteret som sendt – Ctrl+Z fortryder
   *[other] { $count } mails er noteret som sendt – Ctrl+Z fortryder
}
letter-to-files = Der er ingen mailserver: hver mail skrives som en fil i { $folder } og åbner i Outlook, klar til at sende. Tast r for en anden mappe eller andre modtagere.
letter-to-files-or-one = Der er ingen mailserver: hver mail skrives som en fil i { $folder } og åbner i Outlook, klar til at sende. Tast r for én mail til alle (skjult kopi), en anden mappe eller andre modtagere.
letter-to-one-file = Der er ingen mailserver: én mail til alle (skjult kopi) skrives som en fil i { $folder } og åbner i Outlook, klar til at sende. Modtagerne ser ikke hinanden, og koden ved døren er ikke med. Tast r for en mail til hver.
mail-together = én mail til { $count }
mail-everybody = alle
letter-by-hand = Der er ingen mailserver, og filer kan ikke skrives hos dig herfra: adresserne kopieres, og brevet noteres som sendt af dig.
letter-no-sender = Uden afsenderadresse (Ctrl+K "Mailserver og afsender") kan de ikke svare fra deres kalender.
letter-files = { $count ->
    [one] 1 som fil
   *[other] { $count } som filer
}
mails-written = { $count ->
    [one] Åbn og send 1 mail: { $folder }
   *[other] Åbn og send { $count } mails: { $folder }
}
mails-not-written = { $count ->
    [one] 1 mail kunne ikke laves; se "Udsendt og svar".
   *[other] { $count } mails kunne ikke laves; se "Udsendt og svar".
}
error-mails-not-written = Ingen filer er skrevet, mails ligger i udbakken: { $folder } ({ $why })
error-no-mail-to-write = Der er ingen mails at skrive som filer.
letter-withdrawn = { $count ->
    [one] Én mail er taget ud af udbakken
   *[other] { $count } mails er taget ud af udbakken
}
letter-withdrawn-aside = { $count ->
    [one] Én mail er taget ud af udbakken – Ctrl+Z fortryder
   *[other] { $count } mails er taget ud af udbakken – Ctrl+Z fortryder
}
letter-addresses-copied = { $count ->
    [one] Én mailadresse er kopieret
   *[other] { $count } mailadresser er kopieret
}
preview-actions = { $count ->
    [one] Desuden får én sine opgaver
   *[other] Desuden får { $count } hver deres opgaver
}
mail-copy = til orientering
mail-queued = i udbakken
mail-sending = sendes
mail-sent = sendt
mail-failed = ikke sendt
mail-unknown = måske sendt
mail-bounced = kom retur
mail-file = lagt som fil
mail-withdrawn = taget ud
mail-settings-set = Mailserver og afsender er sat.
error-nobody-to-send = Der er ingen at sende til.
error-no-mail-server = Der er ingen mailserver. Vælg "Mailserver og afsender" i kommandolisten, eller skriv brevene til filer.
error-no-address = "{ $typed }" er ikke en mailadresse.
choice-letter-save-the-date = Reservér datoen
choice-letter-call-for-items = Kald på punkter
choice-letter-invitation = Indkaldelse
choice-letter-agenda = Dagsorden
choice-letter-reminder = Rykker for svar
choice-letter-moved = Flyttet møde
choice-letter-cancellation = Aflysning
choice-letter-minutes-for-comments = Referat til bemærkninger
choice-letter-minutes = Referat
choice-letter-actions = Opgaver
choice-letter-action-reminder = Påmindelse om opgaver
choice-letter-speaker-confirmation = Bekræftelse til oplægsholder
choice-letter-thanks = Tak til oplægsholder
outbox-empty = Udbakken er tom.
cli-send-about = Send et brev om et møde: læg det i udbakken, eller skriv det til filer
cli-send-arg-meeting = Mødet, ved kortnavn eller id
cli-send-arg-what = Brevet: save-the-date, call-for-items, invitation, agenda, reminder, moved, cancellation, minutes-for-comments, minutes, actions, action-reminder, speaker-confirmation eller thanks
cli-send-arg-to = Kun til disse: personer, grupper, organisationer eller roller, adskilt af komma
cli-send-arg-copy = Til orientering for disse
cli-send-arg-deadline = Svar senest
cli-send-arg-dry-run = Vis kun, hvem der får det, og hvad de læser
cli-send-arg-eml = Skriv .eml-filer i denne mappe; de åbner i Outlook, klar til at sende
cli-intake-about = Tag imod svar, returmail, færdige opgaver og bemærkninger; uden filer: vis, hvad der skal afklares
cli-intake-arg-files = .eml- og .ics-filer, mapper med dem, eller en Maildir
cli-intake-arg-dry-run = Vis kun, hvad der ville ske
intake-known = taget ind før
intake-automatic = autosvar eller kvittering; intet er ændret
intake-nothing = intet nyt i mailen
intake-elsewhere = hører ikke til noget møde her; intet er ændret
intake-answered = { $meeting }: { $who }: { $answer }
intake-older = { $meeting }: { $who } svarer på en ældre indkaldelse ({ $had }, den nyeste er { $newest }); svaret er ikke ført ind
intake-overtaken = { $meeting }: { $who } har svaret igen senere; dette svar er ikke ført ind
intake-over = { $meeting }: mødet er holdt; svaret fra { $who } er ikke ført ind
intake-stranger = { $meeting }: det er ikke sikkert, hvem { $who } er; ligger til afklaring
intake-proposed = { $meeting }: { $who } foreslår et andet tidspunkt; ligger til afklaring
intake-reported = { $count ->
    [one] { $meeting }: { $who } melder 1 opgave færdig
   *[other] { $meeting }: { $who } melder { $count } opgaver færdige
}
intake-comments = { $count ->
    [one] { $meeting }: 1 bemærkning fra { $who }
   *[other] { $meeting }: { $count } bemærkninger fra { $who }
}
intake-to-read = { $meeting }: svaret fra { $who } skal læses; ligger til afklaring
intake-bounced = { $meeting }: mailen til { $who } kom retur: { $said }
intake-late = { $meeting }: mailen til { $who } er forsinket: { $said }
intake-empty = Der er ingen svar til afklaring.
intake-unread = { $count ->
    [one] Én fil kunne ikke læses; resten er taget ind.
   *[other] { $count } filer kunne ikke læses; resten er taget ind.
}
intake-too-many = Der er flere end { $count } filer; del dem på flere mapper.
cli-outbox-about = Vis mails, der ikke er sendt endnu, eller som gik galt
cli-outbox-arg-retry = Prøv det, der gik galt, igen; mails, der måske er sendt, røres ikke
error-no-sender = Der er ingen afsenderadresse. Vælg "Mailserver og afsender" i kommandolisten først.
arg-letter = Brev
choice-security-starttls = krypteret (STARTTLS)
choice-security-tls = krypteret fra første byte (TLS)
choice-security-none = ikke krypteret
