# The meeting screen.

saved-at = Saved { $time }
saved-short = Saved
not-saved = NOT SAVED: { $why }
not-saved-yet = NOT SAVED YET
silent-since = no answer since { $time }{ $count ->
    [0] {""}
    [one] , 1 change waiting
   *[other] , { $count } changes waiting
}
offline-since = offline since { $time }{ $count ->
    [0] {""}
    [one] , 1 change waiting
   *[other] , { $count } changes waiting
}
all-saved-at = Everything was saved at { $time }
removed = Removed – Ctrl+Z undoes
host-suggested = { $name } is suggested as host.
meeting-moved = The meeting is moved to { $when }
meeting-moved-asked-again = The meeting is moved to { $when }. Answers are asked for again
template-welcome = Welcome and introductions
template-approve-agenda = Approval of the agenda
template-approve-minutes = Approval of the minutes of the last meeting
template-follow-up = Follow-up from the last meeting
template-any-other-business = Any other business
template-next-meeting = Next meeting
template-room = Room
template-catering = Catering
template-link = Link for those online
template-projector = Projector and sound
