## To settle
command-conflicts = To settle
command-conflict-show = Show what is to settle
command-conflict-settle = Settle two changes of the same
arg-conflict = No.
arg-choice = Choice
did-conflict = had a change that is to settle
choice-choice-open = not chosen
choice-choice-mine = the later
choice-choice-theirs = the first
choice-choice-before = as before
conflict-none = There is nothing to settle.
conflict-twice = Changed twice, without knowing of each other. The later stands until you choose.
conflict-gone = One changed what the other removed.
conflict-later = Keep the later
conflict-earlier = Take the first
conflict-before = As it was before
conflict-keep = Keep it
conflict-leave = Leave it removed
conflict-again = Try again
conflict-drop = Let it lie
conflict-removed = removed
conflict-empty = (empty)
conflict-unshown = Something that can't be shown
conflict-settled =
    { $count ->
        [0] Settled. Nothing more to settle. Ctrl+Z undoes.
        [one] Settled. 1 more to settle.
       *[other] Settled. { $count } more to settle.
    }
todo-settle =
    { $count ->
        [one] 1 change is to settle
       *[other] { $count } changes are to settle
    }
notice-conflict = Two have changed the same: see To settle on Home
error-conflict-choice = That can't be chosen here. Use mine or theirs.
error-conflict-unknown =
    { $count ->
        [0] There is nothing to settle.
       *[other] There is nothing { $typed } to settle. Choose 1 to { $count }.
    }
