# The meeting screen: head, panes, keys.

## Hovedet
meeting-loading = Mødet hentes …
met = Mødt { $present }/{ $expected }
met-municipalities = { $there }/{ $expected } kommuner
met-organisations = { $there }/{ $expected } organisationer
met-online = { $count } online
answers-yes = { $count } tilmeldt
answers-no = { $count } afbud
answers-none = { $count } ikke svaret
ends-at = slut { $time }
ended-at = sluttede { $time }
ends-late = slut { $time } (+{ $minutes })
ends-early = slut { $time } (−{ $minutes })
date-tentative = ikke endeligt bekræftet
meeting-cancelled = Aflyst: { $why }
quorum-met = beslutningsdygtig
quorum-missing =
    { $count ->
        [one] mangler 1 for at være beslutningsdygtig
       *[other] mangler { $count } for at være beslutningsdygtig
    }

## Panelerne
pane-actions = Opgaver fra mødet
agenda-sum =
    { $count ->
        [0] ingen punkter
        [one] 1 punkt · { $duration }
       *[other] { $count } punkter · { $duration }
    }
agenda-late = { $minutes } min over tiden
agenda-none = Dagsordenen er tom. + opretter et punkt.
agenda-minutes = { $used } af { $planned } min
agenda-plan = { $planned } min
agenda-item-closed = lukket
agenda-item-deferred = udsat
agenda-item-deferred-to = udsat til { $meeting }
agenda-item-lacks = Mangler
lacks-item-purpose = formål
lacks-item-outcome = forventet udbytte
lacks-item-minutes = tid
lacks-item-responsible = ansvarlig
participants-none = Ingen er på deltagerlisten. + indkalder.
actions-none = Ingen opgaver fra mødet endnu.
no-organisation = Uden organisation
missing = Mangler
missing-none-expected = Ingen er tilmeldt endnu
missing-nobody = Alle tilmeldte er mødt
rsvp-walk-in = kom uden tilmelding
substitute-for = for { $name }
no-owner = ingen ansvarlig
no-due = ingen frist
due-by = frist { $due }
task-open = åben
task-done = udført
task-dropped = opgivet
key-space = Mellemrum
nothing-to-do = Intet at gøre nu
rsvp-none-title = Ikke svaret

## Mødets skærm
command-meeting-open = Åbn et møde
command-show-agenda = Vis dagsordenen
command-show-participants = Vis deltagerne
command-show-actions = Vis opgaverne fra mødet
command-show-minutes = Skriv referat
command-pane-next = Til næste rude
command-pane-back = Til forrige rude
command-pane-leave = Tilbage til teksten
command-item-grab = Flyt et punkt med pilene
command-item-drop = Læg punktet her
command-item-let-go = Lad punktet blive, hvor det var
command-item-up = Punktet op
command-item-down = Punktet ned
command-next-step = Gør det næste skridt
arg-record = Hvor
reply-none = ikke svaret
reply-yes = tilmeldt
reply-tentative = måske
reply-no = afbud

## Døren
command-door = Tag imod ved døren
door-who = Hvem er kommet?
door-gone = { $count } gået
door-menu-arrived = a Ankommet
door-menu-online = o Online
door-menu-apologies = f Afbud
door-menu-left = g Gået
door-menu-back = k Kom tilbage
door-menu-substitute = s Stedfortræder
door-menu-correct = r Ret
door-fix-present = m Mødt
door-fix-online = o Online
door-fix-apologies = f Afbud
door-fix-absent = u Udeblevet
door-fix-left = g Gået
door-fix-expected = t Tilmeldt, ikke kommet endnu
door-substitute-who = Stedfortræder for { $name }:
door-substitute-hint = Navn, eller Navn, Organisation · Enter · Esc fortryder
door-correct-who = Ret { $name }:
door-correct-hint = Et bogstav, eller det rigtige klokkeslæt og Enter
door-hint-empty = Navn, forbogstaver, organisation eller kode · + for en uindkaldt
door-hint-leads = Enter: { $name } er kommet · Tab: andet
door-hint-other = Enter: { $name } er kommet uden at stå på listen
door-hint-others = Ikke på listen: vælg 1–9, eller skriv mere
door-others = Ikke på listen, men i registret:
door-whole = Alle er mødt:
door-hint-several = Vælg 1–9, eller skriv mere · Tab: andet
door-hint-organisation = 1–9 vælger til og fra, Enter noterer dem, der er valgt
door-hint-marked =
    { $count ->
        [one] Enter: 1 er kommet
       *[other] Enter: { $count } er kommet
    }
door-hint-nobody = Ingen på listen · + Navn, Organisation tager en uindkaldt med
door-hint-visitor = Enter: { $name } ({ $organisation })
door-hint-visitor-new = Enter: { $name } · ny organisation: { $organisation }
door-hint-walk-in = + Navn, Organisation · Enter

## Lister over skærmen
command-walk = Mødets trin og mangler
command-practicals = Praktisk
command-help = Tasterne her
command-find = Gå til
command-apology = Afbud pr. telefon
command-apology-choose = Tag en persons afbud
command-comments = Bemærkninger til referatet
panel-comment = Bemærkning
panel-meetings = Afbud til hvilket møde?
panel-nothing = Intet fundet
state-done = færdig
state-doing = i gang
state-todo = senere
state-skipped = sprunget over

## Rettelser
command-agenda-edit = Ret punktet
command-meeting-edit = Ret mødets oplysninger
command-speaker-edit = Ret oplægsholderen
command-entry-edit = Ret afsnittet
command-task-edit = Ret opgaven
command-agenda-add-approval = Sæt godkendelse af sidste referat på
command-meeting-plan-next = Opret det næste møde
command-answer = Notér svaret
command-invite-who = Sæt på deltagerlisten
arg-field = Felt

## Bundlinjen
hint-do = Gør det
hint-agenda = Dagsorden
hint-new = Ny
hint-panes = Skift rude
hint-stages = Trin
hint-edit = Ret
hint-move = Flyt
hint-remove = Fjern
hint-drop = Læg her
hint-let-go = Lad være
hint-yes = Tilmeldt
hint-apologies = Afbud
hint-check-in = Mødt
hint-invite = Indkald
hint-door = Døren
hint-settle-or-retry = Åbn/send igen
hint-note-sent = Notér som sendt
hint-copy-addresses = Kopiér adresser
hint-write-again = Skriv igen
hint-take-mail-in = Tag mail ind
hint-take-out = Tag ud
hint-done = Udført
hint-save-file = Gem fil
hint-back = Tilbage
hint-find = Gå til
hint-strip = Handlinger
hint-normal = Normal
hint-insert = Skriv
hint-below = Nyt afsnit
hint-by = Frist eller ansvarlig
hint-succeed = Efterfølger
hint-restore = Sæt tilbage
hint-undo = Fortryd
hint-open = Åbn
hint-new-meeting = Nyt møde
hint-new-network = Nyt netværk
hint-palette = Kommandoer
hint-help = Hjælp
hint-pick = Vælg
hint-more = Andet
hint-all = Alle mødt
hint-accept = Udfør
hint-next-field = Næste felt
hint-turn = Skift
hint-cancel = Annullér
hint-choose = Vælg
hint-select = Op og ned
hint-filter = Søg
command-participant-enter = Notér svar eller fremmøde
command-participant-online = Notér deltagelse online
