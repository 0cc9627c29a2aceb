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
command-mail-settings = Mailserver og afsender
did-mail-settings = ændrede mailserver eller afsender
keywords-mail-settings = smtp port post opsætning
command-letters = Udsendt om mødet
keywords-letters = udbakke breve hvem har fået hvad
did-mail-send = sendte en mail
arg-copy = Til orientering
arg-server = Server
arg-port = Port
arg-security = Kryptering
arg-sender = Afsenderadresse
arg-mail = Mail
arg-to-file = Som filer
arg-dry-run = Vis kun
letter-none = Der er ikke sendt noget om mødet endnu.
letter-version-short = udgave { $version }
letter-version-now = Dette bliver udgave { $version }; hvad der er ændret, står øverst.
letter-to = Til { $count }: { $names }
letter-copy-to = Til orientering for { $count }: { $names }
letter-without = Uden mailadresse, får ingen mail: { $names }
letter-encloses = Vedhæftet: { $name }
letter-pass = Din kode ved døren: { $code }. Den er også vedhæftet som et billede, du kan vise på telefonen.
letter-pass-short = Din kode ved døren: { $code }
letter-calendar = Med mødeindkaldelse til kalenderen
letter-subject = Emne: { $subject }
letter-queued = { $count ->
    [one] Én mail ligger i udbakken
   *[other] { $count } mails ligger i udbakken
}
letter-written = { $count ->
    [one] Ét brev er klar
   *[other] { $count } breve er klar
}
letter-withdrawn = { $count ->
    [one] Én mail er taget ud af udbakken
   *[other] { $count } mails er taget ud af udbakken
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
cli-outbox-about = Vis mails, der ikke er sendt endnu, eller som gik galt
cli-outbox-arg-retry = Prøv det, der gik galt, igen; mails, der måske er sendt, røres ikke
error-no-sender = Der er ingen afsenderadresse. Vælg "Mailserver og afsender" i kommandolisten først.
arg-letter = Brev
choice-security-starttls = krypteret (STARTTLS)
choice-security-tls = krypteret fra første byte (TLS)
choice-security-none = ikke krypteret
