# Agenda items: kinds, fields, speakers.
speaker-none = No speakers yet. + adds one.
annex-copying = The file is being copied in. You can go on typing.
annex-added = The annex is added: { $title }
annex-none = The item has no annexes.
practical-none = Nothing practical yet. + adds something.

agenda = Agenda
kind-information = information
kind-discussion = discussion
kind-decision = decision
kind-talk = talk
kind-welcome = welcome
kind-round = round
kind-break = break
kind-aob = any other business
kind-next-meeting = next meeting
agenda-purpose = Purpose
agenda-outcome = Expected outcome
agenda-background = Background
agenda-recommendation = Recommendation
agenda-annexes = Annexes
agenda-speaker = Speaker
speaker-suggested = suggested
speaker-invited = invited
speaker-confirmed = confirmed
speaker-declined = declined
recommendation-adopted = The recommendation was adopted.
