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
what-cancellation = Aflysning
what-corrections = Rettelser efter godkendelsen
reader-keys = ↑↓ bladr   c kopiér   g gem som fil   Esc luk
reader-then = Enter { $deed }  g gem  ↑↓ bladr  Esc tilbage
notice-copied = Kopieret: { $lines } linjer
reader-then-or-change = Enter { $deed }  r ret  ↑↓ bladr  Esc tilbage
preview-deadline = Indsigelsesfrist: { $date } – tast r for at ændre den
preview-approve = Godkendes af: { $by }. Referatet låses; siden kan det kun ændres med en rettelse. Tast r for at skrive, hvem der godkender.
approve-open = ! { $what }
approve-before-deadline = ! Indsigelsesfristen er først { $date }
command-preview-change = Ret, før det gøres
arg-words = Kommando
command-document-save = Gem et dokument som fil
document-saved = Gemt: { $path }
preview-publish = Den offentlige udgave: lukkede punkter er udeladt. Tast g for at gemme den som fil. Enter noterer referatet som udgivet.
