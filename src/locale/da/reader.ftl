# Documents on the screen.

command-document-show = Læs et dokument: dagsorden, referat, drejebog …
command-document-copy = Kopiér et dokument til din egen udklipsholder
arg-format = Format
arg-at-once = Uden at læse det først
arg-public = Offentlig udgave
what-agenda = Dagsorden
what-minutes = Referat
what-decisions = Beslutninger og opgaver
what-attendance = Deltagerliste
what-briefing = Før mødet
what-runsheet = Drejebog
what-corrections = Rettelser efter godkendelsen
reader-keys = ↑↓ bladr   c kopiér   Esc luk
reader-then = Enter { $deed }   ↑↓ bladr   Esc tilbage
notice-copied = Kopieret: { $lines } linjer
