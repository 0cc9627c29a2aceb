# Artikler, materialer, projekter og temaer.

command-article-set = Skriv en artikel om mødet
command-article-edit = Skriv en artikel om mødet
command-article-publish = Udgiv artiklen om mødet
command-article-remove = Fjern artiklen om mødet
command-attach = Tilføj materiale
command-material-set = Ret et materiale
command-material-edit = Ret materialet
command-material-remove = Fjern et materiale
command-project-add = Tilføj et projekt
command-project-set = Ret et projekt
command-project-edit = Ret projektet
command-project-remove = Fjern et projekt
command-materials = Artikler, materialer og projekter
keywords-materials = tema temaer emne emner
did-article-set = skrev på artiklen om mødet
did-article-publish = udgav artiklen om mødet
did-article-remove = fjernede artiklen om mødet
did-attach = tilføjede materiale
did-material-set = rettede et materiale
did-material-remove = fjernede et materiale
did-project-add = tilføjede et projekt
did-project-set = rettede et projekt
did-project-remove = fjernede et projekt
arg-summary = Resumé
arg-body = Brødtekst
arg-theme = Temaer
arg-project = Projekt
arg-material = Materiale
arg-partners = Partnere
arg-programme = Program eller pulje
arg-period = Periode
arg-results = Resultater
arg-article-set-title = Overskrift
article = artikel
material = materiale
materials = Materialer
project = projekt
material-attached = Tilføjet: { $title }
material-none = Intet endnu. + tilføjer materiale.
article-published = Artiklen er udgivet.
article-published-on = Udgivet
article-updated-on = Opdateret
document-article = Artikel
document-no-article = Der er ikke skrevet en artikel om mødet.
what-article = Artikel
choice-article = artikel
error-no-article = Der er ikke skrevet en artikel om mødet endnu.
error-article-empty = Artiklen skal have overskrift og brødtekst, før den udgives.
error-article-published = Artiklen er allerede udgivet. Rettelser i den vises med datoen.
error-no-title = Intet passer til { $typed }. Der er: { $known }.
cli-arg-theme = Kun dette tema

# Tilbud, metoder og skabeloner.

command-resources = Tilbud, metoder og skabeloner
command-resource-add = Tilføj et tilbud, en metode eller en skabelon
command-resource-set = Ret et tilbud, en metode eller en skabelon
command-resource-review = Notér, at noget er gennemgået i dag
command-resource-remove = Fjern et tilbud, en metode eller en skabelon
command-resource-edit = Ret den valgte linje
did-resource-add = tilføjede et tilbud, en metode eller en skabelon
did-resource-set = rettede et tilbud, en metode eller en skabelon
did-resource-review = noterede en gennemgang
did-resource-remove = fjernede et tilbud, en metode eller en skabelon
arg-resource = Tilbud, metode eller skabelon
arg-reviewed = Sidst gennemgået
arg-review-months = Måneder mellem gennemgange
arg-resource-add-contact = Henvendelse til
arg-resource-set-contact = Henvendelse til
choice-kind-offer = tilbud
choice-kind-method = metode
choice-kind-template = skabelon
resource-none = Der er ingen tilbud, metoder eller skabeloner endnu.
resource-reviewed = Noteret som gennemgået i dag
hint-reviewed = Gennemgået
error-no-resource = Der er intet tilbud, ingen metode og ingen skabelon, der hedder { $typed }.
todo-review = { $count ->
    [one] 1 tilbud eller metode skal gennemgås
   *[other] { $count } tilbud og metoder skal gennemgås
}
missing-review-due = { $count ->
    [one] 1 tilbud eller metode skal gennemgås
   *[other] { $count } tilbud og metoder skal gennemgås
}
