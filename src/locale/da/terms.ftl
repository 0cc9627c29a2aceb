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

point-purpose = Klart formål
point-terms = Vedtaget kommissorium
point-steering-group = Styregruppe
point-secretariat = Sekretariat
point-year-plan = Årsplan
point-activities = Aktiviteter med formål og forventet produkt
point-served = Aktiviteter til hvert formål
point-meetings = Møder med dagsorden og formål
point-groups = Grupper, som alle har udpeget til
point-evaluation = Planlagt evaluering

missing-purpose = Netværkets formål er ikke skrevet
missing-terms = Der er intet kommissorium
missing-draft = Udkastet til kommissorium er ikke vedtaget
missing-steering-group = Der er ingen styregruppe
missing-steering-members = Ingen er udpeget til { $group }
missing-secretariat = Det står ikke, hvem der har sekretariatet
missing-secretariat-ends = { $names } har kun sekretariatet til og med den { $date }
missing-year-plan = Der er ikke planlagt noget
missing-activity-purpose = { $count ->
    [one] 1 aktivitet har intet formål: { $what }
   *[other] { $count } aktiviteter har intet formål: { $what }
}
missing-activity-product = { $count ->
    [one] 1 aktivitet har intet forventet produkt: { $what }
   *[other] { $count } aktiviteter har intet forventet produkt: { $what }
}
missing-purpose-served = { $count ->
    [one] 1 formål har ingen aktivitet: { $what }
   *[other] { $count } formål har ingen aktivitet: { $what }
}
missing-meeting-agenda = { $count ->
    [one] 1 møde har ingen dagsorden: { $what }
   *[other] { $count } møder har ingen dagsorden: { $what }
}
missing-meeting-purpose = { $count ->
    [one] 1 møde mangler formål, for mødet eller for punkter: { $what }
   *[other] { $count } møder mangler formål, for mødet eller for punkter: { $what }
}
missing-group-seat = { $names } har ikke udpeget nogen til { $group }
missing-seat-ends = Udpegningen af { $names } til { $group } udløber den { $date }
missing-mandate = { $group } har intet råderum
missing-evaluation-date = Evalueringen har ingen dato
missing-evaluation-criteria = Evalueringen har ingen kriterier
missing-evaluation-due = Evaluering siden { $date }: { $count ->
    [one] 1 kriterium mangler svar
   *[other] { $count } kriterier mangler svar
}
names-and-more = { $names } og { $count } andre
names-and-last = { $names } og { $last }
terms-draft = Udkast til version { $version }
terms-adopted-status = Version { $version }, vedtaget af { $by } den { $date }
terms-secretariat = Sekretariat
terms-groups = Grupper
terms-criteria = Kriterier for evalueringen
terms-mandate = { $mandate } (vedtaget af { $by }{ $dated ->
    [yes] { " " }den { $date }
   *[no] { "" }
})
terms-unnamed = ikke udpeget

command-go-terms = Gå til kommissoriet
command-terms-row-edit = Ret det valgte i kommissoriet
command-terms-row-add = Tilføj et formål, en gruppe eller andet i kommissoriet
command-terms-row-remove = Fjern det valgte formål eller den valgte gruppe
command-terms-row-up = Flyt formålet op
command-terms-row-down = Flyt formålet ned
command-terms-show = Læs kommissoriet
command-terms-copy = Kopiér kommissoriet
command-group-edit = Ret gruppen
command-group-members = Gruppens medlemmer
command-group-member-edit = Ret pladsen i gruppen
command-checklist = Netværkets tjekliste
command-activity-edit = Ret aktiviteten
checklist = Tjekliste
checklist-met = { $met } af { $all }
checklist-whole = Alt på tjeklisten er i orden.
group-nobody = Ingen endnu. + sætter en person i gruppen.
group-until = til { $date }
hint-adopt = Vedtag
hint-read = Læs
hint-group = Ret gruppen
terms-title = Kommissorium · { $network }
terms-none = intet kommissorium endnu
terms-version = version { $version }, vedtaget { $date }
terms-versions = Versioner
terms-served = { $count ->
    [0] ingen aktivitet endnu
    [one] 1 aktivitet
   *[other] { $count } aktiviteter
}
terms-seats = { $count ->
    [one] 1 person
   *[other] { $count } personer
}{ $missing ->
    [0] { "" }
    [one] , 1 mangler
   *[other] , { $missing } mangler
}
terms-no-purposes = Intet formål endnu. + tilføjer et.
terms-no-criteria = Ingen kriterier endnu. + tilføjer dem.
terms-no-secretariat = Ikke sat. + sætter, hvem der har sekretariatet.
terms-no-groups = Ingen grupper endnu. + opretter en.
terms-no-versions = Ingen versioner endnu. r skriver den første.
arg-serves = Til formål nr.
todo-evaluation = Evaluér netværket efter kommissoriets kriterier
todo-secretariat-ends = Sekretariatet udløber, og ingen er sat efter
todo-seats-end = { $count ->
    [one] 1 udpegning til en gruppe udløber
   *[other] { $count } udpegninger til grupper udløber
}

command-needs = Medlemmernes behov
command-need-add = Tilføj et behov
command-need-set = Ret et behov
command-need-remove = Fjern et behov
command-need-edit = Ret det valgte behov
command-ideas = Idéer til aktiviteter
command-idea-new = Tilføj en idé
command-ideas-rank = Prioritér idéerne
command-idea-raise = Flyt en idé én plads op
command-activity-decide = Notér beslutningen om en aktivitet
command-knowledge = Vidensoverblik
command-knowledge-add = Tilføj ny lov eller viden
command-knowledge-set = Ret en linje i vidensoverblikket
command-knowledge-remove = Fjern en linje fra vidensoverblikket
command-knowledge-status = Notér, hvor langt et medlem er
command-knowledge-edit = Ret den valgte linje i vidensoverblikket
command-knowledge-members = Se, hvor langt medlemmerne er
command-knowledge-member-edit = Ret, hvor langt medlemmet er
command-knowledge-show = Læs vidensoverblikket
command-sign-up = Tilmeld en person til en aktivitet
command-sign-off = Meld en person fra en aktivitet
command-sign-ups = Tilmeldinger til den valgte aktivitet
command-sign-up-add = Tilmeld en person til den viste aktivitet
did-need-add = tilføjede et behov
did-need-set = rettede et behov
did-need-remove = fjernede et behov
did-ideas-rank = prioriterede idéerne
did-idea-raise = flyttede en idé op
did-activity-decide = noterede beslutningen om en aktivitet
did-knowledge-add = tilføjede ny lov eller viden
did-knowledge-set = rettede vidensoverblikket
did-knowledge-remove = fjernede en linje fra vidensoverblikket
did-knowledge-status = noterede, hvor langt et medlem er
did-sign-up = tilmeldte en person
did-sign-off = meldte en person fra
arg-need = Behov
arg-ideas = Idéer, den vigtigste først
arg-ideas-rank-at = Møde
arg-activity-decide-at = Møde
arg-decision = Beslutning (nogle af ordene)
arg-knowledge = Lov eller viden
arg-source = Kilde
arg-in-force = Gælder fra
arg-knowledge-add-proposal = Forslag
arg-knowledge-set-proposal = Forslag
knowledge-proposal = Forslag
arg-meets = Opfylder behov
arg-seats = Pladser
arg-sign-up-by = Tilmelding senest
arg-adopted-by = Taget i brug af
choice-status-unknown = ikke oplyst
knowledge-silent = Ikke oplyst: { $names }
choice-status-known = kendt
choice-status-working = i gang
choice-in-place = på plads
choice-not-relevant = ikke relevant
choice-host-practice = praksis hos værten
template-host-practice = Praksis hos værten
knowledge = Vidensoverblik
knowledge-none = Der er ikke noteret ny lov eller viden.
knowledge-there = { $count } af { $members } på plads
need-none = Ingen har meldt et behov ind.
need-unmet = intet opfylder det endnu
idea-none = Der er ingen idéer til aktiviteter.
sign-up-seats = { $taken } af { $seats } pladser
sign-up-by = tilmelding senest { $date }
sign-up-waiting = Venteliste
signed-up = Tilmeldt som nr. { $place }
signed-up-late = Tilmeldt, men efter tilmeldingsfristen
signed-up-waits = Alt er optaget: nr. { $place } på ventelisten
hint-raise = Op
hint-members = Medlemmer
error-no-need = Netværket har intet behov, der passer til { $typed }.
error-no-knowledge = Vidensoverblikket har ingen linje, der passer til { $typed }.
error-no-decision =
    { $count ->
        [0] Mødet har ingen beslutning med ordene { $typed }.
       *[other] { $count } beslutninger passer til { $typed }. Skriv flere af ordene.
    }
error-signed-up = Personen er allerede tilmeldt.
error-not-signed-up = Personen er ikke tilmeldt.
error-no-activity-selected = Vælg en aktivitet i årsplanen først.
