## Forslag til dagsordenen
command-agenda-propose = Foreslå et punkt til dagsordenen
command-proposal-accept = Sæt et forslag på dagsordenen
command-proposal-decline = Afvis et forslag til dagsordenen
command-proposal-answer = Afvis forslaget, med en begrundelse
command-proposals = Forslag til dagsordenen
command-go-proposals = Gå til forslagene til dagsordenen
arg-why = Begrundelse
arg-proposal = Forslag nr.
did-agenda-propose = foreslog et punkt
did-proposal-accept = satte et forslag på dagsordenen
did-proposal-decline = afviste et forslag
proposal-made = Forslaget "{ $title }" er sendt til sekretariatet
proposal-accepted = "{ $title }" er sat på dagsordenen som punkt { $number }
proposal-declined = Forslaget "{ $title }" er afvist
proposal-none = Ingen har foreslået noget endnu. + skriver et forslag.
proposal-why = Afvist: { $why }
proposal-row = Forslag: { $title } ({ $by })
proposals-waiting =
    { $count ->
        [one] 1 forslag
       *[other] { $count } forslag
    }
check-proposals =
    { $count ->
        [one] 1 forslag til dagsordenen venter på svar
       *[other] { $count } forslag til dagsordenen venter på svar
    }
error-proposals-closed = Dagsordenen er sendt ud, så punkter kan ikke foreslås her mere. Kontakt sekretariatet.
error-proposal-long = Forslaget er for langt. Skriv en kort titel og højst en side om formålet.
error-proposal-taken = "{ $title }" står allerede på dagsordenen.
error-proposal-unknown =
    { $count ->
        [0] Der er ingen forslag til dagsordenen.
       *[other] Der er intet forslag { $typed }. Vælg 1 til { $count }.
    }
next-member = Foreslå et punkt, eller svar på indkaldelsen
hint-take-in = Sæt på
hint-decline = Afvis
hint-propose = Foreslå punkt
hint-answer = Svar på indkaldelsen
