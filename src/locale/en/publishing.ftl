# Articles, materials, projects and themes.

command-article-set = Write an article about the meeting
command-article-edit = Write an article about the meeting
command-article-publish = Publish the article about the meeting
command-article-remove = Remove the article about the meeting
command-attach = Add material
command-material-set = Change a material
command-material-edit = Change the material
command-material-remove = Remove a material
command-project-add = Add a project
command-project-set = Change a project
command-project-edit = Change the project
command-project-remove = Remove a project
command-materials = Articles, materials and projects
keywords-materials = theme themes topic topics
did-article-set = wrote on the article about the meeting
did-article-publish = published the article about the meeting
did-article-remove = removed the article about the meeting
did-attach = added material
did-material-set = changed a material
did-material-remove = removed a material
did-project-add = added a project
did-project-set = changed a project
did-project-remove = removed a project
arg-summary = Summary
arg-body = Text
arg-theme = Themes
arg-project = Project
arg-material = Material
arg-partners = Partners
arg-programme = Funding programme
arg-period = Period
arg-results = Results
arg-article-set-title = Headline
article = article
material = material
materials = Materials
project = project
material-attached = Added: { $title }
material-none = Nothing yet. + adds material.
article-published = The article is published.
article-published-on = Published
article-updated-on = Updated
document-article = Article
document-no-article = No article has been written about the meeting.
what-article = Article
choice-article = article
error-no-article = No article has been written about the meeting yet.
error-article-empty = The article needs a headline and a text before it is published.
error-article-published = The article is published already. Changes to it are shown with their date.
error-no-title = Nothing fits { $typed }. There is: { $known }.
cli-arg-theme = Only this theme

# Offers, methods and templates.

command-resources = Offers, methods and templates
command-resource-add = Add an offer, a method or a template
command-resource-set = Change an offer, a method or a template
command-resource-review = Note something as reviewed today
command-resource-remove = Remove an offer, a method or a template
command-resource-edit = Change the selected line
did-resource-add = added an offer, a method or a template
did-resource-set = changed an offer, a method or a template
did-resource-review = noted a review
did-resource-remove = removed an offer, a method or a template
arg-resource = Offer, method or template
arg-reviewed = Last reviewed
arg-review-months = Months between reviews
arg-resource-add-contact = Whom to ask
arg-resource-set-contact = Whom to ask
choice-kind-offer = offer
choice-kind-method = method
choice-kind-template = template
resource-none = There are no offers, methods or templates yet.
resource-reviewed = Noted as reviewed today
hint-reviewed = Reviewed
error-no-resource = There is no offer, method or template called { $typed }.
todo-review = { $count ->
    [one] 1 offer or method is to be reviewed
   *[other] { $count } offers and methods are to be reviewed
}
missing-review-due = { $count ->
    [one] 1 offer or method is to be reviewed
   *[other] { $count } offers and methods are to be reviewed
}
