## Til afklaring
command-conflicts = Til afklaring
command-conflict-show = Vis, hvad der er til afklaring
command-conflict-settle = Afklar to rettelser af det samme
arg-conflict = Nr.
arg-choice = Valg
did-conflict = havde en rettelse, der er til afklaring
choice-choice-open = ikke valgt
choice-choice-mine = den seneste
choice-choice-theirs = den første
choice-choice-before = som før
conflict-none = Der er intet til afklaring.
conflict-twice = Rettet to gange, uden at de vidste af hinanden. Den seneste gælder, til du vælger.
conflict-gone = Den ene rettede det, den anden fjernede.
conflict-later = Behold den seneste
conflict-earlier = Tag den første
conflict-before = Som det var før
conflict-keep = Behold det
conflict-leave = Lad det være fjernet
conflict-again = Prøv igen
conflict-drop = Lad det ligge
conflict-removed = fjernet
conflict-empty = (tomt)
conflict-unshown = Noget, der ikke kan vises
conflict-settled =
    { $count ->
        [0] Afklaret. Der er ikke mere til afklaring. Ctrl+Z fortryder.
        [one] Afklaret. 1 mere er til afklaring.
       *[other] Afklaret. { $count } mere er til afklaring.
    }
todo-settle =
    { $count ->
        [one] 1 rettelse er til afklaring
       *[other] { $count } rettelser er til afklaring
    }
notice-conflict = To har rettet det samme: se Til afklaring på forsiden
error-conflict-choice = Her kan det ikke vælges. Brug mine eller theirs.
error-conflict-unknown =
    { $count ->
        [0] Der er intet til afklaring.
       *[other] Der er intet { $typed } til afklaring. Vælg 1 til { $count }.
    }
