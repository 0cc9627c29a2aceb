# Standardtekster, bilag og henvisninger
command-standard-texts = Skriv en standardtekst
command-standard-write = Skriv en tekst i et afsnit for sig
command-annexes = Henvis til et af punktets bilag
command-annex-refer = Henvis til et bilag
command-reference-insert = Indsæt en henvisning til et referat
annex-new = Nyt bilag …
refer-annex = jf. bilag { $number }
refer-item = (jf. referat { $meeting }, pkt. { $number })
refer-meeting = (jf. referat { $meeting })
refer-here = (jf. pkt. { $number })
standard-noted = Tages til efterretning.
standard-approved = Godkendt uden bemærkninger.
standard-postponed = Udsat til næste møde.
standard-discussed = Punktet blev drøftet.
standard-no-remarks = Der var ingen bemærkninger.
standard-nothing-else = Der var intet til eventuelt.
hint-refer = Indsæt henvisning
hint-go = Gå dertil

## Hvad der blev fundet
hit-meeting = møde
hit-item = punkt
hit-decision = beslutning
hit-action = opgave
hit-network = netværk
hit-resource = tilbud, metode eller skabelon
