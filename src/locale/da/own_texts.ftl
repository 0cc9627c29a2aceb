# Netværkets egne tekster i breve og omkring dokumenter.

command-own-text-set = Sæt netværkets egen tekst i breve og dokumenter
command-own-text-edit = Ret teksten i et brev eller omkring et dokument
command-own-text-remove = Brug den indbyggede tekst igen
did-own-text-set = rettede en af netværkets egne tekster
did-own-text-remove = gik tilbage til en indbygget tekst
keywords-own-text-edit = skabelon brevskabelon mailtekst hilsen indledning afslutning
keywords-own-text-set = skabelon brevskabelon mailtekst hilsen indledning afslutning
keywords-own-text-remove = skabelon brevskabelon
arg-own-text = Teksten
arg-own-text-set-text = Tekst
arg-own-text-set-file = Eller en fil med teksten
choice-own-text-save-the-date = Brev: reservér datoen
choice-own-text-call-for-items = Brev: indkald punkter
choice-own-text-invitation = Brev: indkaldelse
choice-own-text-agenda = Brev: dagsorden
choice-own-text-reminder = Brev: påmindelse om svar
choice-own-text-moved = Brev: mødet er flyttet
choice-own-text-cancellation = Brev: aflysning
choice-own-text-minutes-for-comments = Brev: referat til bemærkninger
choice-own-text-minutes = Brev: godkendt referat
choice-own-text-actions = Brev: dine opgaver
choice-own-text-action-reminder = Brev: påmindelse om opgaver
choice-own-text-speaker-confirmation = Brev: bekræft oplæg
choice-own-text-thanks = Brev: tak for oplægget
choice-own-text-greeting = Hilsen øverst i breve
choice-own-text-closing = Hilsen nederst i breve
choice-own-text-agenda-opening = Dagsorden: indledning
choice-own-text-agenda-closing = Dagsorden: afslutning
choice-own-text-minutes-opening = Referat: indledning
choice-own-text-minutes-closing = Referat: afslutning
choice-own-text-programme-opening = Program: indledning
choice-own-text-programme-closing = Program: afslutning
own-text-built-in = Den indbyggede tekst bruges igen.
own-text-flaw = { $kind ->
        [syntax] noget er skrevet forkert ({ $about })
        [name] der står et navn, som ingen oplysning har
        [filter] en tilføjelse efter | findes ikke ({ $about })
        [statement] { "{% " }{ $about } kan ikke bruges; kun if, elif, else, endif, for og endfor
        [sign] tegnet { $about } kan ikke bruges mellem klammerne
        [subject] et brev begynder med sit emne, og den linje er tom
        [slow] teksten bliver aldrig færdig
        [much] teksten bliver for lang
        [long] teksten er længere end 6000 tegn
       *[other] den kan ikke udfyldes ({ $about })
    }
error-own-text = Teksten kan ikke bruges: { $what }. Intet er ændret.
error-own-text-line = Linje { $line }: { $what }. Intet er ændret.
error-own-text-bytes = Filen er ikke tekst (UTF-8). Intet er ændret.
error-own-text-none = Netværket har ingen egen tekst her; den indbyggede bruges allerede.
own-text-broken = Netværkets egen tekst { $name } ({ $language }) kan ikke bruges, så den indbyggede står i stedet. { $what }
