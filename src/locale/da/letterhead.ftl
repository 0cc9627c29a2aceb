# Brevpapir: det, der står omkring et netværks dokumenter.

command-letterhead-set = Ret netværkets brevpapir
command-letterhead-edit = Ret brevpapiret
did-letterhead-set = rettede netværkets brevpapir
keywords-letterhead-set = brevhoved logo farve adresse bundtekst
keywords-letterhead-edit = brevhoved logo farve adresse bundtekst
arg-logo = Logo (en PNG-fil)
arg-logo-text = Hvad logoet viser, læst højt
arg-colour = Overskrifternes farve, fx #1f3a5f
arg-letterhead-set-address = Afsender, én linje ad gangen
arg-footer = Bundtekst på hver side
letterhead-logo-of = Logo: { $name }
letterhead-no-logo = Logoet kunne ikke hentes ({ $why }). Dokumentet er lavet uden.
letterhead-faint = Farven { $colour } er for lys til at læse på hvidt: kontrasten er { $contrast }, og WCAG AA kræver { $least }. Dokumenterne får den mørkere { $used }.
error-colour = { $typed } er ikke en farve. Skriv seks cifre, fx #1f3a5f.
error-letterhead-address = Afsenderen kan højst have { $lines } linjer på { $letters } tegn. Intet er ændret.
error-letterhead-footer = Bundteksten kan højst have { $letters } tegn. Intet er ændret.
error-logo-large = Logoet fylder mere end 512 kB, og det følger med hver mail. Gem det mindre, fx 800 punkter bredt, og prøv igen. Intet er ændret.
error-logo-damaged = Filen er ikke et helt PNG-billede. Hent den igen, eller gem den igen som PNG. Intet er ændret.
error-logo-wide = Logoet er { $width } × { $height } punkter; det må højst være 4000 på hver led. Gem det mindre, fx 800 punkter bredt. Intet er ændret.
error-logo-kind = { $kind ->
        [svg] Filen er en SVG-tegning. Logoet skal være en PNG-fil: eksportér tegningen som PNG, mindst 800 punkter bred (fx i Inkscape: Fil, Eksportér), eller bed dem, der har tegnet logoet, om en
        [jpeg] Filen er et JPEG-billede. Logoet skal være en PNG-fil: gem det som PNG
        [gif] Filen er et GIF-billede. Logoet skal være en PNG-fil: gem det som PNG
        [pdf] Filen er en PDF. Logoet skal være en PNG-fil: gem det som PNG
       *[other] Filen er ikke et billede, der kan bruges. Logoet skal være en PNG-fil
    }. Intet er ændret.
