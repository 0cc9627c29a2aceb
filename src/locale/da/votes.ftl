# Afstemninger, inhabilitet og særstandpunkter.

## Sætninger i referatet
vote-proposal = Forslaget
vote-recommendation = Indstillingen
vote-adopted = { $about } blev vedtaget med { $votes }.
vote-adopted-by-all = { $about } blev enstemmigt vedtaget med { $votes }.
vote-rejected = { $about } blev forkastet med { $votes }.
vote-tied = Stemmerne stod lige: { $votes }.
vote-casting = Mødelederens stemme var udslagsgivende.
vote-thus-adopted = { $about } blev vedtaget.
vote-thus-rejected = { $about } blev forkastet.
vote-fell = { $about } bortfaldt.
vote-adopted-elected = { $who } blev valgt{ $post } med { $votes }.
vote-adopted-by-all-elected = { $who } blev enstemmigt valgt{ $post } med { $votes }.
vote-rejected-elected = { $who } blev ikke valgt{ $post }: { $votes }.
vote-thus-adopted-elected = { $who } blev valgt{ $post }.
vote-thus-rejected-elected = { $who } blev ikke valgt{ $post }.
vote-fell-elected = Ingen blev valgt{ $post }.
vote-elected-to = til { $post }
vote-was-secret = Afstemningen var hemmelig.
vote-of-organisations = Organisationerne stemte, hver med sit stemmetal.
vote-votes =
    { $count ->
        [one] 1 stemme
       *[other] { $count } stemmer
    }
vote-for =
    { $count ->
        [0] ingen stemmer for
        [one] 1 stemme for
       *[other] { $count } stemmer for
    }
vote-against =
    { $count ->
        [0] ingen imod
       *[other] { $count } imod
    }
vote-blank =
    { $count ->
        [one] 1 blank
       *[other] { $count } blanke
    }
vote-names-for = For stemte { $names }.
vote-names-against = Imod stemte { $names }.
vote-names-blank = Blankt stemte { $names }.
vote-names-none = { $names } stemte ikke.
sentence-list = { $list } og { $last }
sentence-recused = { $name } erklærede sig inhabil og forlod lokalet under punkt { $number }.

## Kommandoer
command-vote = Afstemning om punktet
command-vote-open = Begynd en afstemning, eller skriv resultatet af en håndsoprækning
command-vote-cast = Notér, hvad en stemmer
command-vote-count = Skriv stemmetallene, eller ret dem
command-vote-close = Afslut afstemningen
command-vote-casting = Lad mødelederens stemme afgøre stemmelighed
command-vote-remove = Fjern afstemningen
did-vote-open = begyndte en afstemning
did-vote-cast = noterede en stemme
did-vote-count = skrev stemmetallene
did-vote-close = afsluttede en afstemning
did-vote-casting = noterede mødelederens afgørende stemme
did-vote-remove = fjernede en afstemning
keywords-vote = stemme stemmer håndsoprækning navneopråb hemmelig
keywords-vote-open = stemme stemmer håndsoprækning navneopråb hemmelig
keywords-vote-casting = udslagsgivende stemmelighed formand
arg-vote-for = For
arg-against = Imod
arg-blank = Blanke
arg-method = Hvordan
arg-about = Hvad der stemmes om
arg-votes-by = Der stemmes af
arg-casting-vote = Mødelederens stemme er udslagsgivende
arg-casting = Ved stemmelighed afgør mødelederen
arg-voter = Hvem
arg-ballot = Stemme
choice-hands = håndsoprækning
choice-names = navneopråb
choice-secret = hemmelig
choice-for = for
choice-against = imod
choice-blank = blank
choice-voted = har stemt
choice-ballot-none = har ikke stemt
choice-casting-empty = ikke nødvendigt
ballot-for = for
ballot-against = imod
ballot-blank = blank
ballot-voted = har stemt
ballot-none = har ikke stemt
vote-opened =
    { $count ->
        [one] Afstemningen er i gang. 1 kan stemme.
       *[other] Afstemningen er i gang. { $count } kan stemme.
    }
vote-noted = { $name }: { $answer } · { $done } af { $count } har stemt
vote-progress = { $done } af { $count } har stemt
vote-guests = Uden stemmeret: { $names }
vote-close-row = Afslut afstemningen
vote-count-row = Skriv stemmetallene, og afslut
vote-too-many = Bemærk: der er { $votes } stemmer, men kun { $count } stemmeberettigede.
vote-silent = { $count ->
    [one] { $names } har ikke stemt. Afslut afstemningen alligevel?
   *[other] { $count } har ikke stemt: { $names }. Afslut afstemningen alligevel?
}
error-vote-too-many = Der er { $votes } stemmer, men kun { $count } stemmeberettigede til stede. Ret tallene eller fremmødet.
vote-others-noted = Bemærk: der er { $votes } stemmer, men { $count } er noteret som havende stemt.
vote-live = Afstemning i gang
hint-vote = For, imod, blank
hint-voted = Har stemt
hint-uncast = Tag tilbage
hint-close-vote = Afslut
hint-count-vote = Stemmetal
error-vote-goes-on = Der er allerede en afstemning i gang under punktet. Afslut eller fjern den først.
error-vote-none = Der er ingen afstemning under punktet
error-vote-by-name = Ved navneopråb tælles stemmerne af sig selv. Vælg håndsoprækning, eller lad tallene stå tomme.
error-vote-numbers = Skriv, hvor mange der stemte for, imod og blankt
error-vote-hands = Ved håndsoprækning noteres kun tallene
error-vote-secret = Afstemningen er hemmelig: det noteres kun, hvem der har stemt. Tallene skrives, når der er talt op.
error-vote-secret-weights = En hemmelig afstemning kan ikke vægtes: en organisations stemmetal kunne røbe, hvad den stemte
error-vote-not-entitled = { $name } kan ikke stemme nu: ikke til stede, inhabil eller uden stemmeret
error-vote-tied = Stemmerne står lige. Vælg, om mødelederens stemme er for eller imod.
error-vote-no-tie = Stemmerne står ikke lige

## Inhabilitet
command-recusal-add = Notér, at en er inhabil og forlader lokalet under punktet
command-recusal-remove = Tag tilbage, at en er inhabil
did-recusal-add = noterede en som inhabil
did-recusal-remove = tog tilbage, at en var inhabil
keywords-recusal-add = inhabilitet habilitet interessekonflikt
recusal-noted = { $name } er inhabil under punkt { $number } og tælles ikke med
recusal-removed = { $name } er ikke længere noteret som inhabil under punkt { $number }
participant-recused = inhabil under punkt { $number }
error-recused-already = { $name } er allerede noteret som inhabil under punktet
error-not-recused = { $name } er ikke noteret som inhabil under punktet
vote-will-lapse = { $name } har stemt under punkt { $number }. Stemmen bortfalder. Fortsæt?
vote-was-given = { $name } stemte under punkt { $number }, da vedkommende var til stede. Fortsæt?
script-vote-will-lapse = { $name } har stemt under punkt { $number }, og stemmen ville bortfalde. Skriv --anyway, hvis det skal være sådan.
script-vote-was-given = { $name } stemte under punkt { $number } og må have været til stede. Skriv --anyway, hvis det skal være sådan.
door-menu-recused = i Inhabil
line-recused-example = inhabil: bo
line-vote-example = afstemning: 7 for, 2 imod, 1 blank

## Særstandpunkter
did-dissent-read = skrev en mindretalsudtalelse
document-dissent-of = Mindretalsudtalelse fra { $name }
arg-dissent-decision = Beslutning (som 3.2)
error-dissent-no-decision = En mindretalsudtalelse hører til en beslutning. Skriv beslutningen først.
error-dissent-nobody = Skriv, hvem mindretalsudtalelsen er fra, som »Bo: …«

## Stemmetal
command-organisation-votes = Sæt en organisations stemmetal i netværket
did-organisation-votes = satte en organisations stemmetal
keywords-organisation-votes = vægt vægtet stemmer
arg-votes = Stemmer
organisation-votes =
    { $count ->
        [one] { $name } har 1 stemme
       *[other] { $name } har { $count } stemmer
    }

## Fremmøde pr. punkt
document-by-item = Fremmøde pr. punkt
document-entitled = Stemmeberettigede
document-recused = Inhabile
document-quorum = Beslutningsdygtig
