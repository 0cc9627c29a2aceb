# Commands of the screens.

command-open = Åbn det valgte
command-section-next = Til næste afsnit på skærmen
command-section-back = Til forrige afsnit på skærmen
command-go-meeting = Gå til mødet
command-go-participants = Gå til mødets deltagere
command-go-minutes = Gå til referatet
command-go-door = Gå til fremmødet
command-go-network = Gå til netværket
command-go-people = Gå til personer og organisationer
command-go-followup = Gå til opfølgning på opgaver
command-go-history = Historik: hvem ændrede hvad og hvornår
command-network-begin = Opret et netværk
command-network-fill = Tilføj medlemmer til et netværk
command-meeting-begin = Opret et møde i netværket

stage-finished = Færdigt

command-followup-by = Opgaver efter frist eller efter ansvarlig
command-followup-all = Opgaver i ét netværk eller i alle
command-filter-leave = Vis alle igen, eller gå tilbage
command-action-edit = Ret opgavens tekst, ansvarlig og frist
command-register-edit = Ret den valgte person eller organisation
command-register-add = Opret en person eller organisation
command-register-remove = Fjern den valgte person eller organisation
command-register-succeed = Lad en anden overtage efter den valgte
command-register-merge = Saml den valgte med en dublet

followup-all = alle netværk
followup-none = Ingen åbne opgaver.
followup-overdue = Over fristen
followup-soon = Inden for en uge
followup-later = Senere
followup-undated = Uden dato
followup-nobody = Uden ansvarlig

people-title = Personer og organisationer
people-filter = Søg:
people-none = Ingen passer. + opretter en person.
people-empty = Ingen personer endnu. + opretter en, eller sæt en liste med navne ind.
organisations-none = Ingen organisation passer.
organisations-empty = Ingen organisationer endnu. Tab fører hertil, og + opretter en.
people-count =
    { $people ->
        [one] 1 person
       *[other] { $people } personer
    }, { $organisations ->
        [one] 1 organisation
       *[other] { $organisations } organisationer
    }
people-bounced = mail kom retur
people-left = stoppet { $date }
people-of =
    { $count ->
        [one] 1 person
       *[other] { $count } personer
    }

command-network-edit = Ret netværkets oplysninger
command-network-row-edit = Ret det valgte medlem eller punkt
command-network-row-add = Opret et møde, et medlem eller et punkt i skabelonen
command-network-member-new = Tilføj et medlem til netværket på skærmen
command-network-row-remove = Fjern det valgte medlem eller punkt
command-network-row-up = Flyt punktet i skabelonen op
command-network-row-down = Flyt punktet i skabelonen ned
command-meeting-again = Opret et møde som kopi af det seneste
command-history-restore = Sæt afsnittet tilbage til, hvordan det stod

network-next = Næste møde: { $date }
network-quorum-people = beslutningsdygtig med { $count } medlemmer
network-quorum-organisations = beslutningsdygtig med { $count } organisationer
network-meetings = Møder
network-members = Medlemmer
network-no-members = Ingen medlemmer endnu. m tilføjer et, eller sæt en liste med navne ind.
network-template = Skabelon for nye møder
network-no-template = Ingen skabelon. s giver netværket de faste punkter.
network-cancelled = aflyst
member-role-member = medlem
member-role-contact = kontaktperson
member-role-chair = formand
member-role-secretary = sekretariat
member-role-observer = observatør
error-cancel-meeting = Et møde fjernes ikke. Åbn det, og aflys det i stedet.

history-title = Historik
history-steps =
    { $count ->
        [one] 1 ændring
       *[other] { $count } ændringer
    }
history-none = Intet er ændret endnu.
history-refused = kunne ikke tages med
history-as-of = Sådan stod det { $when }
history-no-entry = Vælg en ændring af ét afsnit, som stod der dengang.
command-go-gap = Gå til det, der mangler
arg-check = Mangel
strip-back = tilbage
keyline-go-followup-all = Gå til opfølgning på opgaver i alle netværk
command-go-agenda = Gå til mødets dagsorden
command-history-down = Rul ned i referatet, som det stod
command-history-up = Rul op i referatet, som det stod
hint-scroll = Rul
history-nowhere = Det, der blev ændret her, har intet sted i mødet, eller det er fjernet siden. Nedenfor ses, hvordan referatet stod.
