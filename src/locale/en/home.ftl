# Home: what needs doing, upcoming meetings, networks.

home-title = Home
home-now = Now
home-upcoming = Upcoming meetings
home-networks = Networks
home-needs = To do
home-nothing = Nothing is waiting
home-no-meetings = No meetings are planned. + makes one.
home-no-networks = No networks yet. n makes one.
home-no-next = no meeting
home-members =
    { $count ->
        [0] 0 members
        [one] 1 member
       *[other] { $count } members
    }
screen-too-small = The window is too small: at least 60 × 15

todo-running = Write minutes, the meeting is running
todo-unclosed = The meeting is not closed
todo-door = The meeting is today: check people in
todo-door-at = The meeting begins at { $time }: check people in
todo-approve = Approve the minutes, the deadline is past
todo-close-out = Finish the minutes: { $what }
todo-send-minutes = Send the minutes for comments
todo-convene = Invite the participants
todo-send-agenda = Send the agenda
todo-overdue =
    { $count ->
        [one] 1 action is overdue
       *[other] { $count } actions are overdue
    }
todo-overdue-one = Overdue: { $text } ({ $owner })
todo-practical = Practical: { $what }
todo-missed = The meeting was never opened: write minutes, move or cancel
todo-more = { $what } (+{ $count } more)
todo-unanswered =
    { $count ->
        [one] 1 person invited has not answered
       *[other] { $count } people invited have not answered
    }
todo-welcome = Begin here: language, your name and the first network
todo-first-network = Create the first network
todo-first-members = Add the members of the network
todo-first-meeting = Create the first meeting
todo-next-meeting = Create the next meeting
todo-ready = All is ready
todo-mails = { $count ->
    [one] 1 mail did not arrive
   *[other] { $count } mails did not arrive
}
todo-mails-wait = { $count ->
    [one] 1 mail waits to be sent
   *[other] { $count } mails wait to be sent
}
todo-mails-files = { $count ->
    [one] 1 mail lies as a file and is to be sent
   *[other] { $count } mails lie as files and are to be sent
}
todo-replies = { $count ->
    [one] 1 reply to a mail is to be settled
   *[other] { $count } replies to mails are to be settled
}
todo-reported-one = Reported done: { $text } ({ $owner })
todo-reported = { $count ->
    [one] 1 action item is reported done
   *[other] { $count } action items are reported done
}
todo-objections = The minutes are out for comments
