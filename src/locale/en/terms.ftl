# Terms of reference, groups and checklist.

command-terms-set = Change the terms of reference
command-terms-edit = Change the terms of reference
command-terms-adopt = Note that the terms of reference are adopted
command-purpose-add = Add a purpose
command-purpose-set = Change a purpose
command-purpose-move = Move a purpose
command-purpose-remove = Remove a purpose
command-evaluation-add = Note what the evaluation found
command-secretariat-set = Say who holds the secretariat
command-secretariat-remove = Remove a time as secretariat
command-group-member-set = Change a seat in a group

did-terms-set = changed the terms of reference
did-terms-adopt = noted that the terms of reference are adopted
did-purpose-add = added a purpose
did-purpose-set = changed a purpose
did-purpose-move = moved a purpose
did-purpose-remove = removed a purpose
did-evaluation-add = noted what the evaluation found
did-secretariat-set = said who holds the secretariat
did-secretariat-remove = removed a time as secretariat
did-group-member-set = changed a seat in a group

arg-way-of-working = Way of working
arg-expected-results = Expected results
arg-evaluation = Evaluation
arg-criteria = Criteria, one a line
arg-terms-set-purpose = Purposes, one a line
arg-network-set-purpose = Purposes, one a line
arg-terms-set-start = In force from
arg-terms-adopt-by = Adopted by
arg-terms-adopt-date = Adopted on
arg-criterion = Criterion
arg-finding = What the evaluation found
arg-change = What changes
arg-since = Since
arg-secretariat-set-until = Until
arg-mandate = Mandate
arg-group-new-by = Adopted by
arg-group-new-date = Adopted on
arg-group-set-by = Adopted by
arg-group-set-date = Adopted on
arg-group-member-add-for = Named by
arg-group-member-set-for = Named by

terms = Terms of reference
terms-adopted = The terms of reference are adopted by { $by }: version { $version }.
error-no-draft-terms = There is no draft of the terms of reference to adopt. Write it first.
error-no-terms = The network has no adopted terms of reference, so there is nothing to evaluate by.
error-no-criterion = No criterion fits { $typed }. Criteria: { $known }.
error-not-secretariat = The organisation does not hold the secretariat.

point-purpose = Clear purpose
point-terms = Adopted terms of reference
point-steering-group = Steering group
point-secretariat = Secretariat
point-year-plan = Year plan
point-activities = Activities with purpose and expected product
point-served = Activities for every purpose
point-meetings = Meetings with agenda and purpose
point-groups = Groups with a person from each member
point-evaluation = Planned evaluation

missing-purpose = Nobody has written what the network is for
missing-terms = There are no terms of reference
missing-draft = The draft of the terms of reference is not adopted
missing-steering-group = There is no steering group
missing-steering-members = Nobody is named to { $group }
missing-secretariat = Nobody has said who holds the secretariat
missing-secretariat-ends = { $names } holds the secretariat only until { $date }
missing-year-plan = Nothing is planned
missing-activity-purpose = { $count ->
    [one] 1 activity has no purpose: { $what }
   *[other] { $count } activities have no purpose: { $what }
}
missing-activity-product = { $count ->
    [one] 1 activity has no expected product: { $what }
   *[other] { $count } activities have no expected product: { $what }
}
missing-purpose-served = { $count ->
    [one] 1 purpose has no activity: { $what }
   *[other] { $count } purposes have no activity: { $what }
}
missing-meeting-agenda = { $count ->
    [one] 1 meeting has no agenda: { $what }
   *[other] { $count } meetings have no agenda: { $what }
}
missing-meeting-purpose = { $count ->
    [one] 1 meeting lacks a purpose, its own or of items: { $what }
   *[other] { $count } meetings lack a purpose, their own or of items: { $what }
}
missing-group-seat = { $group } has nobody from { $names }
missing-seat-ends = The term of { $names } in { $group } ends on { $date }
missing-mandate = { $group } has no mandate
missing-evaluation-date = The evaluation has no date
missing-evaluation-criteria = The evaluation has no criteria
missing-evaluation-due = Evaluation since { $date }: { $count ->
    [one] 1 criterion has no answer
   *[other] { $count } criteria have no answer
}
names-and-more = { $names } and { $count } others
names-and-last = { $names } and { $last }
terms-draft = Draft of version { $version }
terms-adopted-status = Version { $version }, adopted by { $by } on { $date }
terms-secretariat = Secretariat
terms-groups = Groups
terms-criteria = Criteria of the evaluation
terms-mandate = { $mandate } (adopted by { $by }{ $dated ->
    [yes] { " " }on { $date }
   *[no] { "" }
})
terms-unnamed = nobody named

command-go-terms = Go to the terms of reference
command-terms-row-edit = Change what is selected in the terms of reference
command-terms-row-add = Add a purpose, a group or something else to the terms of reference
command-terms-row-remove = Remove the selected purpose or group
command-terms-row-up = Move the purpose up
command-terms-row-down = Move the purpose down
command-terms-show = Read the terms of reference
command-terms-copy = Copy the terms of reference
command-group-edit = Change the group
command-group-members = Members of the group
command-group-member-edit = Change the seat in the group
command-checklist = The network's checklist
command-activity-edit = Change the activity
checklist = Checklist
checklist-met = { $met } of { $all }
checklist-whole = Everything on the checklist is in order.
group-nobody = Nobody yet. + puts a person in the group.
group-until = until { $date }
hint-adopt = Adopt
hint-read = Read
hint-group = Edit group
terms-title = Terms of reference · { $network }
terms-none = no terms of reference yet
terms-version = version { $version }, adopted { $date }
terms-versions = Versions
terms-served = { $count ->
    [0] no activity yet
    [one] 1 activity
   *[other] { $count } activities
}
terms-seats = { $count ->
    [one] 1 person
   *[other] { $count } people
}{ $missing ->
    [0] { "" }
    [one] , 1 missing
   *[other] , { $missing } missing
}
terms-no-purposes = No purpose yet. + adds one.
terms-no-criteria = No criteria yet. + adds them.
terms-no-secretariat = Not said. + says who holds the secretariat.
terms-no-groups = No groups yet. + makes one.
terms-no-versions = No versions yet. r writes the first.
arg-serves = For purposes no.
todo-evaluation = Evaluate the network by the criteria of its terms
todo-secretariat-ends = The secretariat's term ends and nobody is named after
todo-seats-end = { $count ->
    [one] 1 term in a group ends
   *[other] { $count } terms in groups end
}

command-needs = The members' needs
command-need-add = Add a need
command-need-set = Change a need
command-need-remove = Remove a need
command-need-edit = Change the selected need
command-ideas = Ideas for activities
command-idea-new = Add an idea
command-ideas-rank = Rank the ideas
command-idea-raise = Move an idea up one place
command-activity-decide = Note the decision about an activity
command-knowledge = Knowledge overview
command-knowledge-add = Add new law or knowledge
command-knowledge-set = Change a line of the knowledge overview
command-knowledge-remove = Remove a line from the knowledge overview
command-knowledge-status = Note how far a member is
command-knowledge-edit = Change the selected line of the knowledge overview
command-knowledge-members = See how far the members are
command-knowledge-member-edit = Change how far the member is
command-knowledge-show = Read the knowledge overview
command-sign-up = Sign a person up for an activity
command-sign-off = Take a person off an activity
command-sign-ups = Sign-ups for the selected activity
command-sign-up-add = Sign a person up for the activity shown
did-need-add = added a need
did-need-set = changed a need
did-need-remove = removed a need
did-ideas-rank = ranked the ideas
did-idea-raise = moved an idea up
did-activity-decide = noted the decision about an activity
did-knowledge-add = added new law or knowledge
did-knowledge-set = changed the knowledge overview
did-knowledge-remove = removed a line from the knowledge overview
did-knowledge-status = noted how far a member is
did-sign-up = signed a person up
did-sign-off = took a person off
arg-need = Need
arg-ideas = Ideas, the most important first
arg-ideas-rank-at = Meeting
arg-activity-decide-at = Meeting
arg-decision = Decision (some of its words)
arg-knowledge = Law or knowledge
arg-source = Source
arg-in-force = In force from
arg-knowledge-add-proposal = Proposal
arg-knowledge-set-proposal = Proposal
knowledge-proposal = Proposal
arg-meets = Meets needs
arg-seats = Seats
arg-sign-up-by = Sign up by
arg-adopted-by = Taken into use by
choice-status-unknown = not said
knowledge-silent = Not said: { $names }
choice-status-known = known
choice-status-working = under way
choice-in-place = in place
choice-not-relevant = not relevant
choice-host-practice = the host's practice
template-host-practice = The host's practice
knowledge = Knowledge overview
knowledge-none = No new law or knowledge is noted.
knowledge-there = { $count } of { $members } in place
need-none = Nobody has reported a need.
need-unmet = nothing meets it yet
idea-none = There are no ideas for activities.
sign-up-seats = { $taken } of { $seats } seats
sign-up-by = sign up by { $date }
sign-up-waiting = Waiting list
signed-up = Signed up as no. { $place }
signed-up-late = Signed up, but after the deadline
signed-up-waits = All seats are taken: no. { $place } on the waiting list
hint-raise = Up
hint-members = Members
error-no-need = The network has no need that fits { $typed }.
error-no-knowledge = The knowledge overview has no line that fits { $typed }.
error-no-decision =
    { $count ->
        [0] The meeting has no decision with the words { $typed }.
       *[other] { $count } decisions fit { $typed }. Write more of the words.
    }
error-signed-up = The person is signed up already.
error-not-signed-up = The person is not signed up.
error-no-activity-selected = Select an activity in the year plan first.
