# Home: what needs doing, upcoming meetings, networks.

home-title = Hjem
home-now = Nu
home-upcoming = Kommende møder
home-networks = Netværk
home-needs = Skal gøres
home-nothing = Intet venter
home-no-meetings = Ingen møder er planlagt. + opretter et.
home-no-networks = Ingen netværk endnu. n opretter et.
home-no-next = intet møde
home-members =
    { $count ->
        [0] 0 medlemmer
        [one] 1 medlem
       *[other] { $count } medlemmer
    }
screen-too-small = Vinduet er for lille: mindst 60 × 15 tegn

todo-running = Skriv referat, mødet er i gang
todo-unclosed = Mødet er ikke afsluttet
todo-door = Mødet er i dag: tag imod
todo-door-at = Mødet begynder kl. { $time }: tag imod
todo-approve = Godkend referatet, fristen er udløbet
todo-close-out = Gør referatet færdigt: { $what }
todo-send-minutes = Send referatet til bemærkninger
todo-convene = Indkald deltagerne
todo-send-agenda = Send dagsordenen ud
todo-overdue =
    { $count ->
        [one] 1 opgave er over fristen
       *[other] { $count } opgaver er over fristen
    }
todo-overdue-one = Over fristen: { $text } ({ $owner })
todo-practical = Praktisk: { $what }
todo-missed = Mødet blev ikke åbnet: før referat, flyt eller aflys
todo-more = { $what } (+{ $count } mere)
todo-unanswered =
    { $count ->
        [one] 1 indkaldt har ikke svaret
       *[other] { $count } indkaldte har ikke svaret
    }
todo-welcome = Begynd her: sprog, dit navn og det første netværk
todo-first-network = Opret det første netværk
todo-first-members = Tilføj netværkets medlemmer
todo-first-meeting = Opret det første møde
todo-next-meeting = Opret det næste møde
todo-ready = Alt er klar
todo-mails = { $count ->
    [one] 1 mail kom ikke frem
   *[other] { $count } mails kom ikke frem
}
todo-mails-wait = { $count ->
    [one] 1 mail venter på at blive sendt
   *[other] { $count } mails venter på at blive sendt
}
todo-mails-files = { $count ->
    [one] 1 mail ligger som fil og skal sendes
   *[other] { $count } mails ligger som filer og skal sendes
}
todo-replies = { $count ->
    [one] 1 svar på en mail skal afklares
   *[other] { $count } svar på mails skal afklares
}
todo-reported-one = Meldt færdig: { $text } ({ $owner })
todo-reported = { $count ->
    [one] 1 opgave er meldt færdig
   *[other] { $count } opgaver er meldt færdige
}
todo-objections = Referatet er til bemærkninger
