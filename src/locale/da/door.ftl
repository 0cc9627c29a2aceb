# Check-in.

door = Fremmøde
attendance-expected = tilmeldt
attendance-present = mødt
attendance-online = online
attendance-apologies = afbud
attendance-absent = udeblevet
attendance-left = gået
attendance-substitute = stedfortræder
door-arrived = { $name } er mødt kl. { $time }
door-online = { $name } er med online fra kl. { $time }
door-had-apologies = { $name } er mødt kl. { $time } (havde sendt afbud)
door-was-absent = { $name } er mødt kl. { $time } (var noteret som udeblevet)
door-walk-in = { $name } er mødt kl. { $time } (var ikke indkaldt)
door-new-organisation = { $said }. Ny organisation: { $organisation }
door-back = { $name } er tilbage kl. { $time }
door-already = { $name } er allerede mødt kl. { $time }
door-left = { $name } er gået kl. { $time }
door-absent = { $name } er noteret som udeblevet
door-apologies = Afbud fra { $name } er noteret
door-already-apologies = { $name } har allerede sendt afbud
door-substitute = { $name } kommer i stedet for { $other }
door-substitute-here = { $name } er mødt kl. { $time } i stedet for { $other }
door-set = Fremmødet er rettet: { $name } – { $status }
door-all-present =
    { $count ->
        [one] 1 er noteret som mødt
       *[other] { $count } er noteret som mødt
    }
invited =
    { $count ->
        [0] Alle står allerede på listen
        [one] 1 er sat på listen
       *[other] { $count } er sat på listen
    }
invited-without =
    { invited }. { $without ->
        [one] { $names } har ingen kontaktperson
       *[other] Uden kontaktperson: { $names }
    }
uninvited =
    { $count ->
        [one] 1 er taget af listen
       *[other] { $count } er taget af listen
    }
rsvp-yes = { $name } er tilmeldt
rsvp-tentative = { $name } kommer måske
rsvp-none = Svaret fra { $name } er slettet
apology-taken = Afbud fra { $name } er noteret til { $meeting }, { $date }
door-written = { $said } – skrevet under pkt. { $number }
