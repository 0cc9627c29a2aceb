# Taster for hænder, der kender Vim eller Emacs.

command-text-normal = Til kommandoer (Vim)
command-text-insert = Skriv (Vim)
command-text-open-below = Nyt afsnit under dette (Vim)
command-text-open-above = Nyt afsnit over dette (Vim)
command-text-cut-paragraph = Klip afsnittet (Vim)
command-text-copy-paragraph = Kopiér afsnittet (Vim)
command-text-change = Slet, og skriv i stedet (Vim)
command-text-change-paragraph = Skriv afsnittet om (Vim)
command-text-join = Slå afsnittet sammen med det næste
command-text-put-after = Sæt ind efter (Vim)
command-text-put-before = Sæt ind før (Vim)
command-text-mark = Markér fra her
command-text-unmark = Ophæv markeringen
command-cancel = Fortryd det påbegyndte
command-saved = Sig, om alt er gemt
arg-paragraph = Hele afsnittet
notice-all-saved = Alt er gemt
notice-all-saved-at = Alt er gemt kl. { $time }
notice-saving = Der gemmes netop nu
mode-normal = NORMAL
mode-insert = INDSÆT
mode-marking = MARKÉR

## Musen
command-mouse = Brug musen i programmet, eller lad terminalen markere med den
arg-mouse = Mus
choice-on = til
choice-off = fra
mouse-on = Musen virker i programmet. Med Skift markerer den som ellers.
mouse-off = Musen markerer som ellers i terminalen
command-my-name = Dit navn, som andre ser det
name-set = Du hedder { $name } her
