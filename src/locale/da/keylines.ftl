# What a key does, where its command takes a word that says which way.

keyline-marking = { $what }, og markér

keyline-agenda-move-up = Flyt punktet en plads op
keyline-agenda-move-down = Flyt punktet en plads ned
keyline-answer-yes = Notér: tilmeldt
keyline-answer-tentative = Notér: kommer måske
keyline-answer-none = Slet svaret
keyline-check-in-online = Notér som mødt online
keyline-entry-kind-decision = Gør afsnittet til en beslutning
keyline-entry-kind-action = Gør afsnittet til en opgave
keyline-entry-kind-note = Gør afsnittet til et notat
keyline-entry-kind-private = Gør afsnittet til en privat note
keyline-entry-kind-vote = Gør afsnittet til en afstemning
keyline-text-delete-left = Slet bogstavet til venstre
keyline-text-delete-right = Slet bogstavet til højre
keyline-text-delete-word-left = Slet ordet til venstre
keyline-text-delete-word-right = Slet ordet til højre
keyline-text-delete-paragraph-end = Slet resten af afsnittet
keyline-text-cut-paragraph-end = Klip resten af afsnittet
keyline-text-insert-right = Skriv efter bogstavet
keyline-text-insert-paragraph-start = Skriv først i afsnittet
keyline-text-insert-paragraph-end = Skriv sidst i afsnittet
keyline-text-move-left = Et bogstav til venstre
keyline-text-move-right = Et bogstav til højre
keyline-text-move-up = En linje op
keyline-text-move-down = En linje ned
keyline-text-move-word-left = Et ord til venstre
keyline-text-move-word-right = Et ord til højre
keyline-text-move-word-end = Til ordets slutning
keyline-text-move-home = Til linjens begyndelse
keyline-text-move-end = Til linjens slutning
keyline-text-move-page-up = En side op
keyline-text-move-page-down = En side ned
keyline-text-move-start = Til referatets begyndelse
keyline-text-move-finish = Til referatets slutning
keyline-text-move-paragraph-start = Til afsnittets begyndelse
