# Commands of the screens.

command-open = Åbn det valgte
command-section-next = Til næste afsnit på skærmen
command-section-back = Til forrige afsnit på skærmen
command-go-meeting = Gå til mødet
command-go-participants = Gå til mødets deltagere
command-go-minutes = Gå til referatet
command-go-door = Gå til fremmødet
command-go-network = Gå til netværket
command-go-people = Gå til personer og organisationer
command-go-followup = Gå til opfølgning på opgaver
command-go-history = Se, hvem der ændrede hvad hvornår
command-meeting-begin = Opret et møde i netværket

stage-finished = Færdigt
