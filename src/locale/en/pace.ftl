# Time.

command-break-start = Break for some minutes
command-break-end = The break is over and the item goes on
command-break-turn = Break, or go on
command-durations-use = Plan all items as long as they took last time
command-durations = Durations: how long the items took last time
did-break-start = began a break
did-break-end = ended a break
did-durations-use = planned items as long as they took last time
keywords-break-start = pause coffee lunch
keywords-durations = minutes time proposal last
break-started = Break until { $time }
break-ended = The break ended at { $time }
error-no-break = There is no break
error-break-minutes = A break lasts at least a minute
error-meeting-not-started = The meeting has not begun
durations-used = { $count ->
    [one] 1 item is planned as long as it took last time
   *[other] { $count } items are planned as long as they took last time
}
error-no-durations = No item took another time than planned last time
duration-row = { $planned } → { $proposed } min ({ $took } min at { $meeting })
durations-differ = { $count ->
    [one] 1 item
   *[other] { $count } items
} took another time last time: x in the agenda shows proposals
pace-left = { $minutes } min left
pace-over = ! { $minutes } min over time
pace-out = ! Time is up
pace-break = Break until { $time }
pace-break-over = The break was to end at { $time }
strip-break-turn = break
live-break = Break
live-back = Back at { $time }
document-held = { $time } (held { $from }–{ $to })
sentence-break = Break { $from }–{ $to }.
sentence-break-begun = Break from { $from }.
pace-vote = Vote going on: { $done } of { $count } have voted
