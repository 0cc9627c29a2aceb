# Stages and checks.

stage-plan = Plan
stage-agenda = Agenda
stage-speakers = Speakers
stage-invite = Invite
stage-send = Send out
stage-check-in = Attendance
stage-minutes = Minutes
stage-close = Close
stage-approve = Approve
stage-publish = Publish
stage-follow-up = Follow up

## What a stage lacks
check-date = The meeting has no date
check-tentative = The date is not finally confirmed
check-times = Start or end is missing
check-place = Neither a place nor a link
check-host = No host
check-purpose = The meeting has no purpose
check-practicals =
    { $count ->
        [one] 1 practical thing is due now
       *[other] { $count } practical things are due now
    }
check-agenda-empty = The agenda is empty
check-item-purpose =
    { $count ->
        [one] 1 item has no purpose
       *[other] { $count } items have no purpose
    }
check-item-outcome =
    { $count ->
        [one] 1 item has no expected outcome
       *[other] { $count } items have no expected outcome
    }
check-item-minutes =
    { $count ->
        [one] 1 item has no time
       *[other] { $count } items have no time
    }
check-item-responsible =
    { $count ->
        [one] 1 item has nobody responsible
       *[other] { $count } items have nobody responsible
    }
check-too-long = The agenda is { $count } min too long
check-last-minutes = The last minutes are not approved, and no item approves them
check-talk-speaker =
    { $count ->
        [one] 1 talk has no speaker
       *[other] { $count } talks have no speaker
    }
check-speaker-invited =
    { $count ->
        [one] 1 speaker has not been asked
       *[other] { $count } speakers have not been asked
    }
check-speaker-confirmed =
    { $count ->
        [one] 1 speaker has not answered
       *[other] { $count } speakers have not answered
    }
check-nobody-invited = Nobody is on the list of participants
check-invitations-unsent =
    { $count ->
        [one] 1 person has not been invited
       *[other] { $count } people have not been invited
    }
check-cancellation-unsent =
    { $count ->
        [one] 1 person has not been told of the cancellation
       *[other] { $count } people have not been told of the cancellation
    }
check-unanswered =
    { $count ->
        [one] 1 person has not answered
       *[other] { $count } people have not answered
    }
check-agenda-unsent = The agenda has not gone out
check-agenda-late =
    { $count ->
        [one] The agenda should have gone out yesterday
       *[other] The agenda should have gone out { $count } days ago
    }
check-nobody-here = Nobody is here
check-quorum =
    { $count ->
        [one] 1 more is needed for a quorum
       *[other] { $count } more are needed for a quorum
    }
check-items-open =
    { $count ->
        [one] 1 item has not been dealt with
       *[other] { $count } items have not been dealt with
    }
check-decision-outcome =
    { $count ->
        [one] 1 decision item has no decision
       *[other] { $count } decision items have no decision
    }
check-action-owner =
    { $count ->
        [one] 1 action has no owner
       *[other] { $count } actions have no owner
    }
check-action-due =
    { $count ->
        [one] 1 action has no deadline
       *[other] { $count } actions have no deadline
    }
check-prepared =
    { $count ->
        [one] 1 prepared entry has not been kept
       *[other] { $count } prepared entries have not been kept
    }
check-not-closed = The meeting is not closed
check-minutes-unsent = The minutes have not been sent for comments
check-open-comments =
    { $count ->
        [one] 1 comment is not answered
       *[other] { $count } comments are not answered
    }
check-not-approved = The minutes are not approved
check-objections-running =
    { $count ->
        [one] Today is the last day for objections
       *[other] Objections can be made for { $count } more days
    }
check-approve-now = The objection deadline is past: the minutes can be approved
check-not-published = The minutes are not published
check-next-meeting = The next meeting is agreed but not made
check-actions-open =
    { $count ->
        [one] 1 action is open
       *[other] { $count } actions are open
    }
check-actions-overdue =
    { $count ->
        [one] 1 action is overdue
       *[other] { $count } actions are overdue
    }

## The next step
next-step = Next
next-nothing = All is done
next-invite =
    { $count ->
        [one] invite 1 person
       *[other] invite { $count } people
    }
next-tell-cancelled =
    { $count ->
        [one] tell 1 person of the cancellation
       *[other] tell { $count } people of the cancellation
    }
next-send-agenda = send the agenda
next-wait = all is ready for { $date }
next-wait-undated = all is ready
next-check-in = check people in
next-start-meeting = open the meeting
next-start-item = start item { $number }
next-close-meeting = close the meeting
next-send-minutes = send the minutes for comments
next-comments =
    { $count ->
        [one] answer 1 comment
       *[other] answer { $count } comments
    }
next-wait-for-objections = note comments; objection deadline { $date }
next-approve = approve the minutes
next-publish = publish the minutes
next-plan-next = make the next meeting
next-follow-up =
    { $count ->
        [one] follow up on 1 action
       *[other] follow up on { $count } actions
    }
