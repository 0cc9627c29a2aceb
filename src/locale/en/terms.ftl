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
