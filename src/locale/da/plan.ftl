# Aktiviteter og årsplan.
command-activity-add = Tilføj en aktivitet til årsplanen
command-activity-set = Ret en aktivitet
command-activity-remove = Fjern en aktivitet fra årsplanen

did-activity-add = tilføjede en aktivitet
did-activity-set = rettede en aktivitet
did-activity-remove = fjernede en aktivitet

arg-activity = Aktivitet
arg-when = Hvornår
arg-product = Forventet produkt
arg-place = Sted
arg-audience = Målgruppe
arg-direction = Ud eller ind
arg-delivered = Leveret produkt

choice-network-meeting = netværksmøde
choice-leaders-meeting = ledernetværk
choice-working-group = arbejdsgruppemøde
choice-course = kursus
choice-case-audit = sagsaudit
choice-templates = fælles skabeloner
choice-summit = topmøde
choice-conference = konference
choice-study-trip = studietur
choice-visit = besøg
choice-seminar = seminar
choice-assembly = generalforsamling
choice-exchange = erfaringsudveksling
choice-kind-briefing = orienteringsmøde
choice-open-event = åbent arrangement
choice-other = andet
choice-idea = idé
choice-planned = planlagt
choice-announced = meldt ud
choice-held = afholdt
choice-cancelled = aflyst
choice-inbound = ind, de kommer til os
choice-outbound = ud, vi tager til dem

error-activity-unknown = Netværket har ingen aktivitet, der passer til { $typed }. Aktiviteter: { $candidates }.
error-activity-several = Flere aktiviteter passer til { $typed }. Skriv hele titlen eller id'et: { $candidates }.
error-activity-is-meeting = Aktiviteten er blevet til et møde, og tid, sted og vært står på mødet. Ret mødet.

command-go-year = Gå til årsplanen
command-activity-meeting = Gør en aktivitet til et møde
command-year-row-edit = Ret den valgte aktivitet
command-year-row-add = Tilføj en aktivitet til årsplanen
command-year-row-remove = Fjern den valgte aktivitet
command-year-row-meeting = Gør den valgte aktivitet til et møde, eller gå til mødet
command-year-next = Året efter
command-year-back = Året før
command-year-all = Årsplan for ét netværk eller for alle
did-activity-meeting = gjorde en aktivitet til et møde

hint-make-meeting = Gør til møde
hint-year-plan = Årsplan
hint-years = År

year-title = Årsplan { $year }
year-counts =
    { $count ->
        [0] ingen aktiviteter
        [one] 1 aktivitet
       *[other] { $count } aktiviteter
    }{ $lacking ->
        [0] {""}
       *[other] , { $lacking } mangler formål eller produkt
    }
year-empty = Ingen aktiviteter i året endnu. + tilføjer en, p planlægger året.
year-undated = Uden dato
year-lacks-purpose = uden formål
year-lacks-product = uden produkt
year-hosts = Værter
year-next-host = næste efter tur: { $name }
year-never-hosted = har ikke været vært
error-activity-has-meeting = Aktiviteten er allerede blevet til mødet { $label }.

command-year-plan = Planlæg et års møder
command-year-rule = Planlæg årets møder
did-year-plan = planlagde et år
hint-year-rule = Planlæg året
arg-year = År
arg-rule = Regel (tom: som året før)
plain = { $text }
year-plan-title = Forslag til årsplan
year-plan-day = { $when }: { $title }
year-plan-moved = flyttet fra { $from }: { $why }
year-plan-there = står allerede i planen
year-plan-no-day = { $month }: ingen dag passer ({ $why })
year-plan-clash =
    Samme dag: { $title }, { $network } ({ $count ->
        [one] 1 fælles medlem
       *[other] { $count } fælles medlemmer
    })
why-no-such-day = måneden har ingen sådan dag
why-kept-free = holdes fri
school-holiday-winter = skolernes vinterferie
school-holiday-easter = skolernes påskeferie
school-holiday-summer = skolernes sommerferie
school-holiday-autumn = skolernes efterårsferie
school-holiday-christmas = skolernes juleferie
error-no-year-before = Der er intet at planlægge efter: { $year } har ingen aktiviteter. Skriv en regel, for eksempel: anden torsdag i hver anden måned, ikke i uge 42.
error-rule = Reglen forstås ikke ved tegn { $place }, »{ $typed }«: { $expected }.
error-rule-ends = Reglen mangler noget ved tegn { $place }: { $expected }.
rule-expected-ordinal = her ventes første, anden, tredje, fjerde, femte eller sidste
rule-expected-weekday = her ventes en ugedag
rule-expected-months = her ventes hver måned, hver anden måned, ulige måneder, lige måneder eller navne på måneder
rule-expected-time = her ventes et klokkeslæt, for eksempel 9.30-12.30
rule-expected-exception = her ventes ikke …, for eksempel ikke i uge 42, eller slut
rule-expected-free = her ventes en uge, helligdage, skoleferier eller en dato, for eksempel ikke 24. dec.–1. jan.
rule-expected-week = her ventes en uge fra 1 til 53
rule-expected-day = dagen findes ikke i kalenderen

command-programme-add = Tilføj en del til mødets program
command-programme-set = Ret en del af mødets program
command-programme-remove = Fjern en del af mødets program
command-season-set = Ret en sæson
command-season-choose = Vælg en sæsons møder og aktiviteter
command-season-remove = Fjern en sæson
did-programme-add = tilføjede en del til programmet
did-programme-set = rettede en del af programmet
did-programme-remove = fjernede en del af programmet
did-season-set = rettede en sæson
did-season-choose = valgte en sæsons møder
did-season-remove = fjernede en sæson
arg-part = Programpunkt
arg-day = Dag (1 er den første)
arg-presentation = Præsentation
arg-season = Sæson
arg-introduction = Indledning
arg-portrait = Om mødelederen
arg-closing = Afslutning
choice-kind-session = session
choice-kind-travel = rejse
choice-kind-meal = måltid
choice-kind-break = pause
choice-kind-walk = walk and talk
choice-kind-stay = overnatning
choice-kind-social = samvær
choice-kind-closing = afslutning
choice-kind-welcome = velkomst
error-no-part = Programmet har ingen del, der passer til { $typed }. Skriv nummeret.
error-no-season = Der er ingen sæson { $typed }. Opret sæsonen først, eller skriv et år.
overview-title = Aktivitetsoversigt
overview-time = Tid
overview-place = Sted
overview-way = Ud/ind
overview-inbound = ind
overview-outbound = ud
overview-here = Her
overview-empty = Ingen aktiviteter i perioden.
programme-title = Program { $season }
programme-empty = Programmet er ikke på plads endnu.
programme-cancelled = Mødet er aflyst.
programme-tentative = Datoen er ikke endeligt bekræftet.
programme-date-follows = datoen følger
programme-speakers = Oplægsholdere
programme-speaker-follows = navnet følger
programme-unconfirmed = ikke bekræftet endnu
programme-details = Program
programme-day = Dag { $number }
programme-parallel = samtidig med andet
programme-chair = Mødeleder: { $name }
cli-arg-season = Sæsonens navn, for eksempel et år

command-deadlines-set = Ret netværkets frister omkring møder
command-deadlines-edit = Ret netværkets frister omkring møder
command-items-call = Notér, at medlemmerne er bedt om punkter
did-deadlines-set = rettede frister
did-items-call = noterede, at medlemmerne er bedt om punkter
arg-call-for-items = Bed om punkter, dage før
arg-slides = Præsentationer inde, dage før
arg-send-agenda = Dagsorden ud, dage før
arg-deadlines-set-minutes = Referat ud, dage efter
arg-comments = Bemærkninger, dage
items-called = Noteret: medlemmerne er bedt om punkter
todo-call-for-items = Bed medlemmerne om punkter til dagsordenen
todo-slides = Få oplægsholdernes præsentationer ind
check-call-for-items = Medlemmerne er ikke bedt om punkter
check-slides = Oplægsholdernes præsentationer skal være inde
check-minutes-late =
    { $count ->
        [one] Referatet skulle være sendt ud i går
       *[other] Referatet skulle være sendt ud for { $count } dage siden
    }

command-year-wheel = Vis året som årshjul, eller som liste
hint-wheel = Årshjul
wheel-title = Årshjul { $year }
wheel-rings = Ringe, udefra

command-go-season = Gå til sæsonens program
command-season-row-toggle = Tag med i programmet, eller tag ud
command-season-row-edit = Ret den valgte aktivitet
command-season-edit = Ret sæsonen: navn, dage, indledning, afslutning
command-season-new = Opret en sæson
command-season-next = Sæsonen efter
command-season-back = Sæsonen før
command-season-show = Læs sæsonens program
hint-in-out = Med eller ej
hint-seasons = Sæsoner
season-programme = Sæsonens program
season-held = I programmet
season-others = Uden for programmet
season-nothing = Intet endnu: vælg med mellemrum
season-no-others = Intet
season-text = Sådan udgives det
season-no-days = uden datoer
season-unmade = ikke oprettet
season-date-open = dato ikke bekræftet
season-speakers-open =
    { $count ->
        [one] 1 oplægsholder mangler
       *[other] { $count } oplægsholdere mangler
    }
error-no-season-shown = Gå til sæsonens program først.
error-season-last-line = Programmet skal have mindst én linje. Tag en anden med først, eller fjern sæsonen.

command-programme = Mødets program
command-programme-edit = Ret den valgte del af programmet
command-stays = Rejse og ophold
command-stay-set = Notér rejse, ophold og kost
command-stay-clear = Fjern det noterede om en rejse
command-stay-edit = Ret det noterede om en rejse
did-stay-set = noterede rejse og ophold
did-stay-clear = fjernede det noterede om en rejse
did-stays-erase = slettede det noterede om rejser til afholdte møder
arg-traveller = Hvem
arg-travel = Rejse
arg-lodging = Overnatning
arg-diet = Kost og hensyn
arg-equipment = Udstyr
arg-speaker-set-slides = Slides er modtaget
arg-thanked = Takket
hint-journey = Rejse og ophold
hint-speaker = Oplægsholder
stay-speakers = Oplægsholdere
stay-participants = Deltagere
stay-nobody = Ingen er inviteret endnu.
stay-slides = slides modtaget
stay-thanked = takket
stay-erased = Slettes af sig selv { $date }.
error-no-traveller = Ingen oplægsholder eller deltager passer til { $typed }.
error-traveller-several = Flere passer til { $typed }. Skriv hele navnet.
year-decided = Besluttet
year-serves = Bidrager til
