# Stages and checks.

stage-plan = Plan
stage-agenda = Agenda
stage-speakers = Speakers
stage-invite = Convene
stage-send = Send out
stage-check-in = Attendance
stage-minutes = Minutes
stage-close = Close
stage-approve = Approve
stage-publish = Publish
stage-follow-up = Follow up
