# The minutes and their entries.

minutes = Referat
entry = afsnit
entry-note = Notat
entry-decision = Beslutning
entry-action = Opgave
entry-vote = Afstemning
entry-attendance = Fremmøde
entry-dissent = Mindretalsudtalelse
entry-private = Privat note
entry-prepared = forberedt
note-added = Notatet er skrevet
decision-added = Beslutningen er skrevet
private-added = Den private note er skrevet
vote-added = Afstemningen er skrevet
dissent-added = Mindretalsudtalelsen er skrevet
entry-changed = Afsnittet er rettet
entry-moved = Afsnittet er flyttet
entry-follows-again = Sætningen følger fremmødet igen – Ctrl+Z fortryder
entry-kept = Den forberedte tekst er nu en del af referatet
meeting-started = Mødet er åbnet kl. { $time }
meeting-closed = Mødet er hævet kl. { $time }
next-date-noted = Næste møde er noteret: { $date } – Ctrl+Z fortryder
meeting-reopened = Mødet er åbnet igen
item-started = Punkt { $number } er i gang: { $title }
item-done = Punkt { $number } er afsluttet: { $title }
item-deferred-to = Punkt { $number } er udsat til { $meeting }: { $title }
item-deferred-open = Punkt { $number } er udsat og følger med, når næste møde oprettes: { $title }
item-deferred = Punkt { $number } er udsat: { $title }
invitations-sent =
    { $count ->
        [one] Indkaldelsen er noteret som sendt til 1 person
       *[other] Indkaldelsen er noteret som sendt til { $count } personer
    }
cancellation-sent =
    { $count ->
        [one] Aflysningen er noteret som sendt til 1 person
       *[other] Aflysningen er noteret som sendt til { $count } personer
    }
agenda-sent =
    { $count ->
        [one] Dagsordenen med 1 punkt er noteret som udsendt
       *[other] Dagsordenen med { $count } punkter er noteret som udsendt
    }
minutes-sent = Referatet er til bemærkninger; indsigelsesfrist { $date }
minutes-approved = Referatet er godkendt af { $by } (version { $version })
minutes-corrected = Referatet kan rettes. Version { $version } gælder, til rettelsen er godkendt.
minutes-published = Referatet er noteret som udgivet
comment-added = Bemærkningen fra { $by } er noteret
comment-answered = Bemærkningen fra { $by } er besvaret
comment-accepted = Bemærkningen fra { $by } er taget til følge
comment-rejected = Bemærkningen fra { $by } er ikke taget til følge
comment-none = Ingen bemærkninger endnu. + noterer en.
comment-place = pkt. { $number }
comment-of = Til afsnittet
comment-accept = Tag den til følge
comment-reject = Tag den ikke til følge
comment-write = Skriv et svar …
comment-go = Gå til afsnittet
attendance-remark = Fremmødet siger nu: { $said }
attendance-remark-here = Fremmødet siger nu: { $said } – { $key } retter sætningen
unseen-expected = { $name } er ikke noteret som mødt – { $key } åbner fremmødet
unseen-apologies = { $name } har meldt afbud – { $key } åbner fremmødet
unseen-absent = { $name } er noteret som udeblevet – { $key } åbner fremmødet
unseen-left = { $name } er noteret som gået – { $key } åbner fremmødet
comment-remark = { $by }: { $text }
undone-step = Fortrudt: { $what }
redone-step = Gentaget
quit-running = Mødet er i gang. Alt er gemt. Luk programmet?
undo-contested = { $who } har siden ændret det samme som: { $what }. Fortryd alligevel?
arg-verdict = Afgørelse
choice-verdict-empty = ingen endnu, kun et svar
choice-verdict-accept = tages til følge
choice-verdict-reject = tages ikke til følge

comment-change = Foreslås ændret til: { $text }
comment-addition = Foreslås tilføjet: { $text }
comment-removal = Foreslås slettet.
comment-move = Foreslås flyttet.
comment-move-after = Foreslås flyttet, så det står efter: { $text }
comment-told-answer = Svar: { $text }
comment-stands-open = ikke behandlet
comment-stands-answered = besvaret
comment-stands-accepted = taget til følge
comment-stands-rejected = ikke taget til følge
undo-made = Det seneste trin oprettede også { $meeting }: { $what }. Fortryd alligevel?
command-item-edit = Redigér hele punktets referat i din egen editor
keywords-item-edit = editor markdown vim nano hele punktet
item-edited = Punktets referat er taget ind fra din editor
editor-left = Tryk Enter for at gå tilbage.
error-item-edit = Redigeringen blev ikke taget ind. Teksten er bevaret i datamappen under »editing«.
error-editor-start = Editoren kunne ikke startes ({ $why }). Intet er ændret.
error-editor-elsewhere = Din egen editor kan kun bruges på den maskine, hvor sekretariatets mappe ligger. Intet er ændret.
comment-join = Afsnittet foreslås ført sammen med det næste.
comment-would-be = Foreslås ændret fra »{ $was }« til »{ $text }«.
comment-would-go = »{ $was }« foreslås slettet.
comment-quoted = Til »{ $quote }«: { $text }
comment-accept-proposed = Gør som foreslået
comment-who = Hvem er det? …
comment-stranger = { $by } (ukendt afsender)
comment-is-by =
    { $count ->
        [one] Bemærkningen er fra { $name }
       *[other] { $count } bemærkninger er fra { $name }
    }
