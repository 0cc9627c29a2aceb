# Activities and the year plan.
command-activity-add = Add an activity to the year plan
command-activity-set = Change an activity
command-activity-remove = Remove an activity from the year plan

did-activity-add = added an activity
did-activity-set = changed an activity
did-activity-remove = removed an activity

arg-activity = Activity
arg-when = When
arg-product = Expected product
arg-place = Place
arg-audience = Audience
arg-direction = Out or in
arg-delivered = Product delivered

choice-network-meeting = network meeting
choice-leaders-meeting = leaders' network
choice-working-group = working group meeting
choice-course = course
choice-case-audit = case audit
choice-templates = joint templates
choice-summit = summit
choice-conference = conference
choice-study-trip = study trip
choice-visit = visit
choice-seminar = seminar
choice-assembly = general assembly
choice-exchange = exchange of experience
choice-kind-briefing = briefing
choice-open-event = open event
choice-other = other
choice-idea = idea
choice-planned = planned
choice-announced = announced
choice-held = held
choice-cancelled = cancelled
choice-inbound = in, they come to us
choice-outbound = out, we go to them

error-activity-unknown = The network has no activity that fits { $typed }. Activities: { $candidates }.
error-activity-several = Several activities fit { $typed }. Write the whole title or the id: { $candidates }.
error-activity-is-meeting = The activity has become a meeting, and time, place and host belong to the meeting. Change the meeting.

command-go-year = Go to the year plan
command-activity-meeting = Make an activity a meeting
command-year-row-edit = Change the selected activity
command-year-row-add = Add an activity to the year plan
command-year-row-remove = Remove the selected activity
command-year-row-meeting = Make the selected activity a meeting, or go to the meeting
command-year-next = The year after
command-year-back = The year before
command-year-all = The year plan of one network or of all
did-activity-meeting = made an activity a meeting

hint-make-meeting = Make a meeting
hint-year-plan = Year plan
hint-years = Year

year-title = Year plan { $year }
year-counts =
    { $count ->
        [0] no activities
        [one] 1 activity
       *[other] { $count } activities
    }{ $lacking ->
        [0] {""}
       *[other] , { $lacking } lacking purpose or product
    }
year-empty = No activities in the year yet. + adds one, p plans the year.
year-undated = Without a date
year-lacks-purpose = no purpose
year-lacks-product = no product
year-hosts = Hosts
year-next-host = next in turn: { $name }
year-never-hosted = has not hosted
error-activity-has-meeting = The activity has already become the meeting { $label }.

command-year-plan = Plan a year's meetings
command-year-rule = Plan the year's meetings
did-year-plan = planned a year
hint-year-rule = Plan the year
arg-year = Year
arg-rule = Rule (empty: like the year before)
plain = { $text }
year-plan-title = A year plan proposed
year-plan-day = { $when }: { $title }
year-plan-moved = moved from { $from }: { $why }
year-plan-there = already in the plan
year-plan-no-day = { $month }: no day fits ({ $why })
year-plan-clash =
    The same day: { $title }, { $network } ({ $count ->
        [one] 1 member in common
       *[other] { $count } members in common
    })
why-no-such-day = the month has no such day
why-kept-free = kept free
school-holiday-winter = the schools' winter holiday
school-holiday-easter = the schools' Easter holiday
school-holiday-summer = the schools' summer holiday
school-holiday-autumn = the schools' autumn holiday
school-holiday-christmas = the schools' Christmas holiday
error-no-year-before = There is nothing to plan from: { $year } has no activities. Write a rule, for example: second Thursday of every other month, not in week 42.
error-rule = The rule is not understood at sign { $place }, "{ $typed }": { $expected }.
error-rule-ends = The rule lacks something at sign { $place }: { $expected }.
rule-expected-ordinal = expected here: first, second, third, fourth, fifth or last
rule-expected-weekday = expected here: a weekday
rule-expected-months = expected here: every month, every other month, odd months, even months or names of months
rule-expected-time = expected here: a time, for example 09:30-12:30
rule-expected-exception = expected here: not …, for example not in week 42, or the end
rule-expected-free = expected here: a week, public holidays, school holidays or a date, for example not 24 Dec–1 Jan
rule-expected-week = expected here: a week from 1 to 53
rule-expected-day = the calendar has no such day

command-programme-add = Add a part to the meeting's programme
command-programme-set = Change a part of the meeting's programme
command-programme-remove = Remove a part of the meeting's programme
command-season-set = Change a season
command-season-choose = Choose a season's meetings and activities
command-season-remove = Remove a season
did-programme-add = added a part to the programme
did-programme-set = changed a part of the programme
did-programme-remove = removed a part of the programme
did-season-set = changed a season
did-season-choose = chose a season's meetings
did-season-remove = removed a season
arg-part = Part of the programme
arg-day = Day (1 is the first)
arg-presentation = Presentation
arg-season = Season
arg-introduction = Introduction
arg-portrait = About the chair
arg-closing = Last words
choice-kind-session = session
choice-kind-travel = travel
choice-kind-meal = meal
choice-kind-break = break
choice-kind-walk = walk and talk
choice-kind-stay = overnight stay
choice-kind-social = social
choice-kind-closing = closing
choice-kind-welcome = welcome
error-no-part = The programme has no part that fits { $typed }. Write the number.
error-no-season = There is no season { $typed }. Make the season first, or write a year.
overview-title = Activity overview
overview-time = Time
overview-place = Place
overview-way = Out/in
overview-inbound = in
overview-outbound = out
overview-here = Here
overview-empty = No activities in the period.
programme-title = Programme { $season }
programme-empty = The programme is not settled yet.
programme-cancelled = The meeting is cancelled.
programme-tentative = The date is not finally confirmed.
programme-date-follows = the date follows
programme-speakers = Speakers
programme-speaker-follows = name to follow
programme-unconfirmed = not yet confirmed
programme-details = Programme
programme-day = Day { $number }
programme-parallel = beside something else
programme-chair = Chair: { $name }
cli-arg-season = The season's name, for example a year

command-deadlines-set = Change the network's deadlines round meetings
command-deadlines-edit = Change the network's deadlines round meetings
command-items-call = Note that the members were asked for items
did-deadlines-set = changed deadlines
did-items-call = noted that the members were asked for items
arg-call-for-items = Call for items, days before
arg-slides = Slides in, days before
arg-send-agenda = Agenda out, days before
arg-deadlines-set-minutes = Minutes out, days after
arg-comments = Comments, days
items-called = Noted: the members were asked for items
todo-call-for-items = Ask the members for items to the agenda
todo-slides = Get the speakers' slides in
check-call-for-items = The members were not asked for items
check-slides = The speakers' slides should be in
check-minutes-late =
    { $count ->
        [one] The minutes should have gone out yesterday
       *[other] The minutes should have gone out { $count } days ago
    }

command-year-wheel = Show the year as a wheel, or as a list
hint-wheel = Year wheel
wheel-title = Year wheel { $year }
wheel-rings = Rings, from outside

command-go-season = Go to the season's programme
command-season-row-toggle = Take into the programme, or out of it
command-season-row-edit = Change the selected activity
command-season-edit = Change the season: name, days, introduction, closing
command-season-new = Make a season
command-season-next = The season after
command-season-back = The season before
command-season-show = Read the season's programme
hint-in-out = In or out
hint-seasons = Seasons
season-programme = The season's programme
season-held = In the programme
season-others = Outside the programme
season-nothing = Nothing yet: choose with the space bar
season-no-others = Nothing
season-text = As it will be published
season-no-days = without dates
season-unmade = not made yet
season-date-open = date not confirmed
season-speakers-open =
    { $count ->
        [one] 1 speaker open
       *[other] { $count } speakers open
    }
error-no-season-shown = Go to the season's programme first.
error-season-last-line = The programme needs at least one line. Take another in first, or remove the season.

command-programme = The meeting's programme
command-programme-edit = Change the selected part of the programme
command-stays = Travel and lodging
command-stay-set = Note travel, lodging and diet
command-stay-clear = Remove what is noted about a journey
command-stay-edit = Change what is noted about a journey
did-stay-set = noted travel and lodging
did-stay-clear = removed what was noted about a journey
did-stays-erase = erased what was noted about journeys to past meetings
arg-traveller = Who
arg-travel = Travel
arg-lodging = Lodging
arg-diet = Diet and needs
arg-equipment = Equipment
arg-speaker-set-slides = The slides are received
arg-thanked = Thanked
hint-journey = Travel and lodging
hint-speaker = Speaker
stay-speakers = Speakers
stay-participants = Participants
stay-nobody = Nobody is invited yet.
stay-slides = slides received
stay-thanked = thanked
stay-erased = Erased by itself on { $date }.
error-no-traveller = No speaker or participant fits { $typed }.
error-traveller-several = Several fit { $typed }. Write the whole name.
year-decided = Decided
year-serves = Contributes to
