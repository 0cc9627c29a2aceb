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
choice-inbound = in: they come to us
choice-outbound = out: we go to them

error-activity-unknown = The network has no activity that fits { $typed }. Activities: { $candidates }.
error-activity-several = Several activities fit { $typed }. Write the id: { $candidates }.
error-activity-is-meeting = The activity has become a meeting, and time, place and host belong to the meeting. Change the meeting.
