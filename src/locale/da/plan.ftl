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
choice-inbound = ind: de kommer til os
choice-outbound = ud: vi tager til dem

error-activity-unknown = Netværket har ingen aktivitet, der passer til { $typed }. Aktiviteter: { $candidates }.
error-activity-several = Flere aktiviteter passer til { $typed }. Skriv id'et: { $candidates }.
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
year-empty = Ingen aktiviteter i året endnu. + tilføjer en.
year-undated = Uden dato
year-lacks-purpose = uden formål
year-lacks-product = uden produkt
year-hosts = Værter
year-next-host = næste efter tur: { $name }
year-never-hosted = har ikke været vært
error-activity-has-meeting = Aktiviteten er allerede blevet til mødet { $label }.
