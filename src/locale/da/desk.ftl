# Sekretariatets bord: henvendelser, medlemskaber, oplæg og deltagelse, kontaktgruppe, fora.

## Henvendelser
command-enquiry-add = Opret en henvendelse
command-enquiry-set = Ret en henvendelse
command-enquiry-forward = Notér en henvendelse som sendt videre
command-enquiry-recall = Fjern en videresendelse
command-enquiry-answer = Notér en henvendelse som besvaret
command-enquiry-close = Afslut en henvendelse
command-enquiry-reopen = Tag en henvendelse op igen
command-enquiry-remove = Fjern en henvendelse
did-enquiry-add = oprettede en henvendelse
did-enquiry-set = rettede en henvendelse
did-enquiry-forward = noterede en henvendelse som sendt videre
did-enquiry-recall = fjernede en videresendelse
did-enquiry-answer = noterede en henvendelse som besvaret
did-enquiry-close = afsluttede en henvendelse
did-enquiry-reopen = tog en henvendelse op igen
did-enquiry-remove = fjernede en henvendelse
enquiry-forwarded = { $label } er noteret som sendt videre.
enquiry-answered = { $label } er noteret som besvaret.
enquiry-closed = { $label } er afsluttet.
enquiry-reopened = { $label } er taget op igen.
error-enquiry-open = { $label } er ikke afsluttet. Intet er ændret.
error-not-forwarded = Henvendelsen er ikke sendt videre dertil. Intet er ændret.
error-desk-unknown = Der er intet her, som hedder { $typed }. Intet er ændret.
error-desk-several = { $typed } passer på flere: { $candidates }. Intet er ændret: skriv mere af navnet.

arg-enquiry = Henvendelse
arg-enquiry-title = Emne
arg-enquiry-from = Fra
arg-enquiry-deadline = Frist
arg-enquiry-kind = Hvad det gælder
arg-country = Land
arg-received = Modtaget
arg-handler = Sagsbehandler
arg-result = Resultat
arg-representation = Blev til oplæg

choice-partnership = partnerskab
choice-speaker = oplægsholder søges
choice-consultation = høring

## Fundet med Ctrl+G
hit-enquiries = henvendelse
hit-memberships = medlemskab
hit-representations = oplæg
hit-fora = forum

## På skærmen
desk-title = Henvendelser, medlemskaber og deltagelse
desk-enquiries = Henvendelser
desk-memberships = Medlemskaber
desk-representations = Oplæg og deltagelse
desk-contacts = Kontaktgruppe
desk-fora = Fora
desk-count-enquiries = { $count ->
    [one] 1 henvendelse
   *[other] { $count } henvendelser
}, { $open } åbne
desk-count-memberships = { $count ->
    [one] 1 medlemskab
   *[other] { $count } medlemskaber
}
desk-count-representations = { $count } i alt
desk-count-contacts = { $count ->
    [one] 1 person
   *[other] { $count } personer
}
desk-count-fora = { $count ->
    [one] 1 forum
   *[other] { $count } fora
}
desk-none-enquiries = Ingen henvendelser endnu. + opretter en.
desk-none-memberships = Ingen medlemskaber endnu. + opretter et.
desk-none-representations = Ingen oplæg eller deltagelse endnu. + opretter et.
desk-none-contacts = Ingen i kontaktgruppen endnu. + tilføjer en.
desk-none-fora = Ingen fora endnu. + opretter et.
desk-open = Åbne
desk-done = Besvarede og afsluttede
desk-undated = Uden dato
desk-no-office = Uden udpegende enhed
desk-since = siden { $when }
desk-until = til og med { $when }
desk-assessed = vurderet { $date }
desk-forwarded = Sendt videre til
hint-forward = Send videre
hint-reply = Besvar
hint-finish = Afslut
hint-parts = Skift liste
hint-seat = Ny post
enquiry-state-received = modtaget
enquiry-state-forwarded = sendt videre
enquiry-state-answered = besvaret
enquiry-state-closed = afsluttet
enquiry-kind-other = andet
enquiry-kind-visit = besøg
enquiry-kind-partnership = partnerskab
enquiry-kind-conference = konference
enquiry-kind-speaker = oplægsholder søges
enquiry-kind-consultation = høring
seat-role-board = bestyrelsen
seat-role-committee = udvalg
seat-role-working-group = arbejdsgruppe
seat-role-representative = repræsentant
seat-role-substitute = suppleant
seat-role-observer = observatør
forum-kind-forum = forum
forum-kind-umbrella = paraplynetværk
forum-kind-group = arbejdsgruppe
representation-role-talk = oplæg
representation-role-workshop = workshop
representation-role-seminar = læringsseminar
representation-role-session = session
representation-role-panel = panel
representation-role-poster = poster
representation-role-host = vært
representation-role-delegate = deltager
representation-status-idea = idé
representation-status-submitted = indsendt
representation-status-accepted = antaget
representation-status-declined = afvist
representation-status-held = afholdt
todo-enquiry = Besvar henvendelsen: { $title }
todo-call = Send forslag ind: { $title }
todo-term = { $detail }: posten i { $title } udløber
todo-membership = Medlemskabet af { $title } udløber

## Medlemskaber, poster, fora
command-go-desk = Henvendelser, medlemskaber og deltagelse
command-desk-add = Ny på listen
command-desk-edit = Ret det valgte på listen
command-desk-remove = Fjern det valgte fra listen
command-desk-seat = Ny post i det valgte medlemskab eller forum
command-membership-add = Opret et medlemskab
command-membership-set = Ret et medlemskab af en forening
command-membership-remove = Fjern et medlemskab
command-seat-add = Tilføj en post
command-seat-set = Ret en post
command-seat-remove = Fjern en post
command-forum-add = Opret et forum
command-forum-set = Ret et forum
command-forum-remove = Fjern et forum
did-membership-add = oprettede et medlemskab
did-membership-set = rettede et medlemskab
did-membership-remove = fjernede et medlemskab
did-seat-add = tilføjede en post
did-seat-set = rettede en post
did-seat-remove = fjernede en post
did-forum-add = oprettede et forum
did-forum-set = rettede et forum
did-forum-remove = fjernede et forum
arg-membership = Medlemskab
arg-membership-contact = Kontakt
arg-membership-until = Medlem til
arg-membership-since = Medlem siden
arg-fee = Kontingent
arg-contributes = Vi bidrager med
arg-gains = Det giver os
arg-costs = Det koster os
arg-in = Medlemskab eller forum
arg-seat = Post
arg-seat-role = Post
arg-seat-title = Betegnelse
arg-seat-to = Til og med
arg-forum = Forum
arg-under = Hører under
arg-assessed = Vurderet
choice-board = bestyrelsen
choice-committee = udvalg
choice-role-working-group = arbejdsgruppe
choice-representative = repræsentant
choice-substitute = suppleant
choice-forum = forum
choice-umbrella = paraplynetværk
choice-group = arbejdsgruppe
error-desk-days = Den sidste dag ligger før den første. Intet er ændret.
error-forum-below-itself = Et forum kan ikke høre under sig selv. Intet er ændret.
error-no-enquiry = Vælg en henvendelse, eller skriv dens nummer, f.eks. e-2026-1.

## Oplæg og deltagelse
command-representation-add = Opret et oplæg eller en deltagelse
command-representation-set = Ret et oplæg eller en deltagelse
command-representation-remove = Fjern et oplæg eller en deltagelse
did-representation-add = oprettede et oplæg
did-representation-set = rettede et oplæg
did-representation-remove = fjernede et oplæg
arg-representation-role = Form
arg-representation-person = Hvem
arg-event = Konference
arg-call = Frist for forslag
arg-partner = Sammen med
arg-repeats = Gentager
arg-links = Materialer
choice-role-seminar = læringsseminar
choice-workshop = workshop
choice-session = session
choice-panel = panel
choice-poster = poster
choice-host = vært
choice-delegate = deltager
choice-submitted = indsendt
choice-accepted = antaget

## Kontaktgruppen
command-contact-add = Tilføj en til kontaktgruppen
command-contact-set = Ret en i kontaktgruppen
command-contact-remove = Fjern en fra kontaktgruppen
did-contact-add = tilføjede en til kontaktgruppen
did-contact-set = rettede en i kontaktgruppen
did-contact-remove = fjernede en fra kontaktgruppen
arg-contact = Kontaktperson
arg-contact-for = Udpeget af
arg-covers = Dækker
error-not-a-contact = Personen er ikke i kontaktgruppen. Intet er ændret.

## Dokumenter
desk-paper-span = Periode
desk-paper-count = Antal
desk-paper-by-kind = Efter slags
desk-paper-by-country = Efter land
desk-paper-unsaid = ikke angivet
desk-paper-number = Nr.
desk-paper-forwarded = Sendt videre til { $to } den { $date }.
desk-paper-answered = Besvaret den { $date }.
desk-paper-closed = Afsluttet den { $date }.
desk-paper-deadline = Frist { $due }.
desk-paper-answered-on = Besvaret
desk-paper-closed-on = Afsluttet
desk-paper-memberships = Medlemskaber og poster
desk-paper-what = Hvad
desk-paper-partners = { $who } sammen med { $partners }
desk-paper-only-partners = Sammen med { $partners }
desk-paper-year = År
desk-paper-received = modtaget den { $date }
desk-paper-from = fra og med { $when }

# Hvad en henvendelse fører til; besøg og studieture.
command-enquiry-become = Gør en henvendelse til et besøg, en aktivitet eller et oplæg
did-enquiry-become = lod en henvendelse føre til noget
keywords-enquiry-become = besøg aktivitet oplæg resultat
enquiry-became = { $label } har ført til noget nyt, og de to hænger sammen.
error-enquiry-became = { $label } har allerede ført til { $title }. Intet er ændret.
arg-as = Bliver til
arg-enquiry-become-when = Hvornår
choice-as-visit = besøg
choice-as-activity = aktivitet
choice-as-representation = oplæg eller deltagelse
hint-become = Gør til
arg-guests = Gæster
arg-hosts = Værter
arg-schedule = Program
arg-report = Rejsenotat
desk-became = Førte til
command-activity-visit = Gæster, værter, program og rejsenotat for et besøg
command-year-row-visit = Gæster, værter, program og rejsenotat for det valgte
did-activity-visit = rettede et besøg
keywords-activity-visit = studietur gæster delegation rapport
representation = Oplæg
command-network-history = Historik for netværket
command-desk-history = Historik for henvendelser, medlemskaber og deltagelse
keywords-network-history = hvem ændrede hvad
keywords-desk-history = hvem ændrede hvad videresendt
