# The secretariat's desk: enquiries, memberships, representations, contact group, fora.

## Enquiries
command-enquiry-add = Add an enquiry
command-enquiry-set = Change an enquiry
command-enquiry-forward = Note an enquiry as forwarded
command-enquiry-recall = Remove a forwarding
command-enquiry-answer = Note an enquiry as answered
command-enquiry-close = Close an enquiry
command-enquiry-reopen = Reopen an enquiry
command-enquiry-remove = Remove an enquiry
did-enquiry-add = added an enquiry
did-enquiry-set = changed an enquiry
did-enquiry-forward = noted an enquiry as forwarded
did-enquiry-recall = removed a forwarding
did-enquiry-answer = noted an enquiry as answered
did-enquiry-close = closed an enquiry
did-enquiry-reopen = reopened an enquiry
did-enquiry-remove = removed an enquiry
enquiry-forwarded = { $label } is noted as forwarded.
enquiry-answered = { $label } is noted as answered.
enquiry-closed = { $label } is closed.
enquiry-reopened = { $label } is open again.
error-enquiry-open = { $label } is not closed. Nothing was changed.
error-not-forwarded = The enquiry was not forwarded there. Nothing was changed.
error-desk-unknown = There is nothing here called { $typed }. Nothing was changed.
error-desk-several = { $typed } fits several: { $candidates }. Nothing was changed: write more of the name.

arg-enquiry = Enquiry
arg-enquiry-title = Subject
arg-enquiry-from = From
arg-enquiry-deadline = Deadline
arg-enquiry-kind = What it is about
arg-country = Country
arg-received = Received
arg-handler = Handled by
arg-result = Result
arg-representation = Became a talk

choice-partnership = partnership
choice-speaker = speaker wanted
choice-consultation = consultation

## Found with Ctrl+G
hit-enquiries = enquiry
hit-memberships = membership
hit-representations = representation
hit-fora = forum

## On the screen
desk-title = Enquiries, memberships and representation
desk-enquiries = Enquiries
desk-memberships = Memberships
desk-representations = Representation
desk-contacts = Contact group
desk-fora = Fora
desk-count-enquiries = { $count ->
    [one] 1 enquiry
   *[other] { $count } enquiries
}, { $open } open
desk-count-memberships = { $count ->
    [one] 1 membership
   *[other] { $count } memberships
}
desk-count-representations = { $count } in all
desk-count-contacts = { $count ->
    [one] 1 person
   *[other] { $count } people
}
desk-count-fora = { $count ->
    [one] 1 forum
   *[other] { $count } fora
}
desk-none-enquiries = No enquiries yet. + adds one.
desk-none-memberships = No memberships yet. + adds one.
desk-none-representations = No representations yet. + adds one.
desk-none-contacts = Nobody in the contact group yet. + adds somebody.
desk-none-fora = No fora yet. + adds one.
desk-open = Open
desk-done = Answered and closed
desk-undated = Without a date
desk-no-office = Without an office
desk-since = since { $when }
desk-until = until { $when }
desk-assessed = assessed { $date }
desk-forwarded = Forwarded to
hint-forward = Forward
hint-reply = Answer
hint-finish = Close
hint-parts = Other list
hint-seat = New seat
enquiry-state-received = received
enquiry-state-forwarded = forwarded
enquiry-state-answered = answered
enquiry-state-closed = closed
enquiry-kind-other = other
enquiry-kind-visit = visit
enquiry-kind-partnership = partnership
enquiry-kind-conference = conference
enquiry-kind-speaker = speaker wanted
enquiry-kind-consultation = consultation
seat-role-board = board
seat-role-committee = committee
seat-role-working-group = working group
seat-role-representative = representative
seat-role-substitute = substitute
seat-role-observer = observer
forum-kind-forum = forum
forum-kind-umbrella = umbrella network
forum-kind-group = working group
representation-role-talk = talk
representation-role-workshop = workshop
representation-role-seminar = seminar
representation-role-session = session
representation-role-panel = panel
representation-role-poster = poster
representation-role-host = host
representation-role-delegate = delegate
representation-status-idea = idea
representation-status-submitted = submitted
representation-status-accepted = accepted
representation-status-declined = declined
representation-status-held = held
todo-enquiry = Answer the enquiry: { $title }
todo-call = Send in the proposal: { $title }
todo-term = { $detail }: the seat in { $title } ends
todo-membership = The membership of { $title } ends

## Memberships, seats, fora
command-go-desk = Enquiries, memberships and representation
command-desk-add = New in the list
command-desk-edit = Change the selected in the list
command-desk-remove = Remove the selected from the list
command-desk-seat = New seat in the selected membership or forum
command-membership-add = Add a membership
command-membership-set = Change a membership of an association
command-membership-remove = Remove a membership
command-seat-add = Add a seat
command-seat-set = Change a seat
command-seat-remove = Remove a seat
command-forum-add = Add a forum
command-forum-set = Change a forum
command-forum-remove = Remove a forum
did-membership-add = added a membership
did-membership-set = changed a membership
did-membership-remove = removed a membership
did-seat-add = added a seat
did-seat-set = changed a seat
did-seat-remove = removed a seat
did-forum-add = added a forum
did-forum-set = changed a forum
did-forum-remove = removed a forum
arg-membership = Membership
arg-membership-contact = Contact
arg-membership-until = Member until
arg-membership-since = Member since
arg-fee = Fee
arg-contributes = We contribute
arg-gains = It gives us
arg-costs = It costs us
arg-in = Membership or forum
arg-seat = Seat
arg-seat-role = Seat
arg-seat-title = Called
arg-seat-to = Until
arg-forum = Forum
arg-under = Belongs under
arg-assessed = Assessed
choice-board = board
choice-committee = committee
choice-role-working-group = working group
choice-representative = representative
choice-substitute = substitute
choice-forum = forum
choice-umbrella = umbrella network
choice-group = working group
error-desk-days = The last day is before the first. Nothing was changed.
error-forum-below-itself = A forum cannot belong under itself. Nothing was changed.
error-no-enquiry = Select an enquiry, or write its number, for example e-2026-1.

## Representations
command-representation-add = Add a representation
command-representation-set = Change a representation
command-representation-remove = Remove a representation
did-representation-add = added a representation
did-representation-set = changed a representation
did-representation-remove = removed a representation
arg-representation-role = Role
arg-representation-person = Who
arg-event = Event
arg-call = Call for papers ends
arg-partner = With
arg-repeats = Repeats
arg-links = Materials
choice-role-seminar = seminar
choice-workshop = workshop
choice-session = session
choice-panel = panel
choice-poster = poster
choice-host = host
choice-delegate = delegate
choice-submitted = submitted
choice-accepted = accepted

## The contact group
command-contact-add = Add somebody to the contact group
command-contact-set = Change somebody in the contact group
command-contact-remove = Remove somebody from the contact group
did-contact-add = added somebody to the contact group
did-contact-set = changed somebody in the contact group
did-contact-remove = removed somebody from the contact group
arg-contact = Contact person
arg-contact-for = Appointed by
arg-covers = Covers
error-not-a-contact = The person is not in the contact group. Nothing was changed.

## Documents
desk-paper-span = Period
desk-paper-count = Count
desk-paper-by-kind = By kind
desk-paper-by-country = By country
desk-paper-unsaid = not said
desk-paper-number = No.
desk-paper-forwarded = Forwarded to { $to } on { $date }.
desk-paper-answered = Answered on { $date }.
desk-paper-closed = Closed on { $date }.
desk-paper-deadline = Deadline { $due }.
desk-paper-answered-on = Answered
desk-paper-closed-on = Closed
desk-paper-memberships = Memberships and seats
desk-paper-what = What
desk-paper-partners = { $who } with { $partners }
desk-paper-only-partners = With { $partners }
desk-paper-year = Year
desk-paper-received = received on { $date }
desk-paper-from = from { $when }

# What an enquiry leads to; visits and study trips.
command-enquiry-become = Make an enquiry a visit, an activity or a representation
did-enquiry-become = let an enquiry lead to something
keywords-enquiry-become = visit activity talk result
enquiry-became = { $label } has led to something new, and the two stay linked.
error-enquiry-became = { $label } has led to { $title } already. Nothing was changed.
arg-as = Becomes
arg-enquiry-become-when = When
choice-as-visit = visit
choice-as-activity = activity
choice-as-representation = representation
hint-become = Make it
arg-guests = Guests
arg-hosts = Hosts
arg-schedule = Programme
arg-report = Report
desk-became = Led to
command-activity-visit = Guests, hosts, programme and report of a visit
command-year-row-visit = Guests, hosts, programme and report of the selected one
did-activity-visit = changed a visit
keywords-activity-visit = study trip guests delegation report
representation = Representation
command-network-history = History of the network
command-desk-history = History of enquiries, memberships and representation
keywords-network-history = who changed what
keywords-desk-history = who changed what forwarded
