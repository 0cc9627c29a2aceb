# Stages and checks.

stage-plan = Plan
stage-agenda = Dagsorden
stage-speakers = Oplæg
stage-invite = Indkald
stage-send = Udsend
stage-check-in = Fremmøde
stage-minutes = Referat
stage-close = Afslut
stage-approve = Godkend
stage-publish = Udgiv
stage-follow-up = Opfølg
