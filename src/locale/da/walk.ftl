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

## Hvad et trin mangler
check-date = Mødet har ingen dato
check-tentative = Datoen er ikke endeligt bekræftet
check-times = Start eller slut mangler
check-place = Hverken sted eller link
check-host = Ingen vært
check-purpose = Mødet har intet formål
check-practicals =
    { $count ->
        [one] 1 praktisk ting skal gøres nu
       *[other] { $count } praktiske ting skal gøres nu
    }
check-agenda-empty = Dagsordenen er tom
check-item-purpose =
    { $count ->
        [one] 1 punkt har intet formål
       *[other] { $count } punkter har intet formål
    }
check-item-outcome =
    { $count ->
        [one] 1 punkt har intet forventet udbytte
       *[other] { $count } punkter har intet forventet udbytte
    }
check-item-minutes =
    { $count ->
        [one] 1 punkt har ingen tid
       *[other] { $count } punkter har ingen tid
    }
check-item-responsible =
    { $count ->
        [one] 1 punkt har ingen ansvarlig
       *[other] { $count } punkter har ingen ansvarlig
    }
check-too-long = Dagsordenen er { $count } min for lang
check-last-minutes = Sidste referat er ikke godkendt, og intet punkt godkender det
check-talk-speaker =
    { $count ->
        [one] 1 oplæg har ingen oplægsholder
       *[other] { $count } oplæg har ingen oplægsholder
    }
check-speaker-invited =
    { $count ->
        [one] 1 oplægsholder er ikke spurgt
       *[other] { $count } oplægsholdere er ikke spurgt
    }
check-speaker-confirmed =
    { $count ->
        [one] 1 oplægsholder har ikke svaret
       *[other] { $count } oplægsholdere har ikke svaret
    }
check-nobody-invited = Ingen er på deltagerlisten
check-invitations-unsent =
    { $count ->
        [one] 1 person er ikke indkaldt
       *[other] { $count } personer er ikke indkaldt
    }
check-cancellation-unsent =
    { $count ->
        [one] 1 person mangler besked om aflysningen
       *[other] { $count } personer mangler besked om aflysningen
    }
check-unanswered =
    { $count ->
        [one] 1 person har ikke svaret
       *[other] { $count } personer har ikke svaret
    }
check-agenda-unsent = Dagsordenen er ikke sendt ud
check-agenda-late =
    { $count ->
        [one] Dagsordenen skulle være sendt ud i går
       *[other] Dagsordenen skulle være sendt ud for { $count } dage siden
    }
check-nobody-here = Ingen er mødt
check-quorum =
    { $count ->
        [one] Der mangler 1 for at være beslutningsdygtig
       *[other] Der mangler { $count } for at være beslutningsdygtig
    }
check-items-open =
    { $count ->
        [one] 1 punkt er ikke behandlet
       *[other] { $count } punkter er ikke behandlet
    }
check-decision-outcome =
    { $count ->
        [one] 1 beslutningspunkt har ingen beslutning
       *[other] { $count } beslutningspunkter har ingen beslutning
    }
check-action-owner =
    { $count ->
        [one] 1 opgave har ingen ansvarlig
       *[other] { $count } opgaver har ingen ansvarlig
    }
check-action-due =
    { $count ->
        [one] 1 opgave har ingen frist
       *[other] { $count } opgaver har ingen frist
    }
check-prepared =
    { $count ->
        [one] 1 forberedt afsnit er ikke beholdt
       *[other] { $count } forberedte afsnit er ikke beholdt
    }
check-not-closed = Mødet er ikke afsluttet
check-minutes-unsent = Referatet er ikke sendt til bemærkninger
check-open-comments =
    { $count ->
        [one] 1 bemærkning er ikke besvaret
       *[other] { $count } bemærkninger er ikke besvaret
    }
check-not-approved = Referatet er ikke godkendt
check-objections-running =
    { $count ->
        [one] Indsigelsesfristen udløber i dag
       *[other] Der kan gøres indsigelse i { $count } dage endnu
    }
check-approve-now = Indsigelsesfristen er udløbet: referatet kan godkendes
check-not-published = Referatet er ikke udgivet
check-next-meeting = Næste møde er aftalt, men ikke oprettet
check-actions-open =
    { $count ->
        [one] 1 opgave er åben
       *[other] { $count } opgaver er åbne
    }
check-actions-overdue =
    { $count ->
        [one] 1 opgave er over fristen
       *[other] { $count } opgaver er over fristen
    }

## Næste skridt
next-step = Næste
next-nothing = Alt er gjort
next-invite =
    { $count ->
        [one] indkald 1 person
       *[other] indkald { $count } personer
    }
next-tell-cancelled =
    { $count ->
        [one] giv 1 person besked om aflysningen
       *[other] giv { $count } personer besked om aflysningen
    }
next-send-agenda = send dagsordenen ud
next-wait = alt er klar til { $date }
next-wait-undated = alt er klar
next-check-in = tag imod ved døren
next-start-meeting = åbn mødet
next-start-item = start punkt { $number }
next-close-meeting = afslut mødet
next-send-minutes = send referatet til bemærkninger
next-comments =
    { $count ->
        [one] besvar 1 bemærkning
       *[other] besvar { $count } bemærkninger
    }
next-wait-for-objections = notér bemærkninger; indsigelsesfrist { $date }
next-approve = godkend referatet
next-publish = udgiv referatet
next-plan-next = opret næste møde
next-follow-up =
    { $count ->
        [one] følg op på 1 opgave
       *[other] følg op på { $count } opgaver
    }
