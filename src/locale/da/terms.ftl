# Kommissorium, grupper og tjekliste.

command-terms-set = Ret kommissoriet
command-terms-edit = Ret kommissoriet
command-terms-adopt = Notér, at kommissoriet er vedtaget
command-purpose-add = Tilføj et formål
command-purpose-set = Ret et formål
command-purpose-move = Flyt et formål
command-purpose-remove = Fjern et formål
command-evaluation-add = Notér, hvad evalueringen viste
command-secretariat-set = Sæt, hvem der har sekretariatet
command-secretariat-remove = Fjern en periode med sekretariatet
command-group-member-set = Ret en plads i en gruppe

did-terms-set = rettede kommissoriet
did-terms-adopt = noterede, at kommissoriet er vedtaget
did-purpose-add = tilføjede et formål
did-purpose-set = rettede et formål
did-purpose-move = flyttede et formål
did-purpose-remove = fjernede et formål
did-evaluation-add = noterede, hvad evalueringen viste
did-secretariat-set = satte, hvem der har sekretariatet
did-secretariat-remove = fjernede en periode med sekretariatet
did-group-member-set = rettede en plads i en gruppe

arg-way-of-working = Arbejdsform
arg-expected-results = Forventede resultater
arg-evaluation = Evaluering
arg-criteria = Kriterier, ét pr. linje
arg-terms-set-purpose = Formål, ét pr. linje
arg-network-set-purpose = Formål, ét pr. linje
arg-terms-set-start = Gælder fra
arg-terms-adopt-by = Vedtaget af
arg-terms-adopt-date = Vedtaget den
arg-criterion = Kriterium
arg-finding = Hvad evalueringen viste
arg-change = Hvad der ændres
arg-since = Fra
arg-secretariat-set-until = Til
arg-mandate = Råderum
arg-group-new-by = Vedtaget af
arg-group-new-date = Vedtaget den
arg-group-set-by = Vedtaget af
arg-group-set-date = Vedtaget den
arg-group-member-add-for = Udpeget af
arg-group-member-set-for = Udpeget af

terms = Kommissorium
terms-adopted = Kommissoriet er vedtaget af { $by }: version { $version }.
error-no-draft-terms = Der er intet udkast til kommissorium at vedtage. Skriv det først.
error-no-terms = Netværket har intet vedtaget kommissorium, så der er ikke noget at evaluere efter.
error-no-criterion = Intet kriterium passer til { $typed }. Kriterier: { $known }.
error-not-secretariat = Organisationen har ikke sekretariatet.
