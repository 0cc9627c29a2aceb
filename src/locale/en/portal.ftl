# The knowledge portal: menu, headings and what is held back.

portal-home = Front page
portal-activities = Activities
portal-knowledge = Knowledge
portal-themes = Themes
portal-projects = Projects
portal-talks = Talks and participation
portal-all = Everything in one place
portal-search = Search
portal-skip = Skip to the content
portal-menu = Main menu
portal-language = English
portal-feed = News feed
portal-no-cookies = This site uses no cookies
portal-members-only = For members only
portal-table = Table
portal-years = Years
portal-calendar = The activities as a calendar file (.ics)
portal-networks = Networks
portal-meetings = Meetings
portal-coming = Coming meetings
portal-programmes = Programme
portal-last-programmes = Earlier programmes
portal-held = Meetings held
portal-news = News
portal-articles = Articles
portal-members = Members
portal-chair = chair
portal-contact = contact
portal-somebody = a participant
portal-who = Who
portal-material = Material
portal-empty = There is nothing to read here yet.
portal-nothing = There is nothing to show yet.
portal-no-agenda = The agenda has not been sent yet.
portal-minutes-of = Minutes: { $name }
portal-by-theme = By theme
portal-by-year = By year
portal-search-for = Search meetings, articles, materials and themes
portal-no-hits = Nothing found
portal-hits = Found:
portal-no-script = See everything on one page instead of searching
portal-name = Knowledge portal

cli-portal-about = Write the knowledge portal: a website of what everybody or the members may read
cli-portal-arg-folder = The folder the website is written to: empty, new, or written by portal before
cli-portal-arg-base-url = The website's address, so that the feed and the list for search engines can refer to it
cli-portal-arg-audience = Who it is for: public (everybody) or members
cli-portal-arg-check = Only say what would appear, and what is withheld and why

portal-written = { $files ->
    [one] One file in { $folder }
   *[other] { $files } files in { $folder }
}{ $changed ->
    [0] , all as before
    [one] , one new or changed
   *[other] , { $changed } new or changed
}
portal-some-withheld = { $count ->
    [one] One thing withholds something; see it with --check
   *[other] { $count } things withhold something; see them with --check
}
portal-check-appears = On the portal for { $audience }: { $networks ->
        [one] 1 network
       *[other] { $networks } networks
    }, { $meetings ->
        [one] 1 meeting
       *[other] { $meetings } meetings
    }, { $agendas ->
        [one] 1 agenda
       *[other] { $agendas } agendas
    }, the minutes of { $minutes ->
        [one] 1 meeting
       *[other] { $minutes } meetings
    }, { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $materials ->
        [one] 1 material
       *[other] { $materials } materials
    }, { $projects ->
        [one] 1 project
       *[other] { $projects } projects
    } and { $programmes ->
        [one] 1 season's programme
       *[other] { $programmes } seasons' programmes
    }.
portal-check-nothing = Nothing is withheld.
portal-check-withheld = Withheld:
portal-why-network = { $what }: the network is not on the portal (network-set { $what } --portal public)
portal-why-members = { $what }: the network is for the members only
portal-why-agenda-not-sent = { $what }: the agenda has not been sent
portal-why-not-approved = { $what }: the minutes are not approved
portal-why-not-published = { $what }: the approved minutes are not published
portal-why-closed = { $what }: { $count ->
    [one] one closed item
   *[other] { $count } closed items
}
portal-why-draft-article = { $what }: the article is a draft
portal-why-file = { $what }: { $count ->
    [one] one file that is missing or of a kind that a browser can run
   *[other] { $count } files that are missing or of a kind that a browser can run
}
portal-why-damaged = { $what }: the minutes are not as they were approved; run "referent check"
portal-why-named = { $what }: the minutes name { $count ->
    [one] one person
   *[other] { $count } people
} without consent in the text itself; it stands as it was approved
portal-why-season = { $what }: the season's programme is not on the portal (season-set NAME --portal public)
portal-why-season-members = { $what }: the season's programme is for the members only
portal-why-speaker = { $what }: the programme calls { $count ->
    [one] one speaker
   *[other] { $count } speakers
} by where they come from: without consent
portal-why-unconfirmed = { $what }: the programme does not name { $count ->
    [one] one speaker, who has
   *[other] { $count } speakers, who have
} not said yes
portal-why-portrait = { $what }: what is said about the chair: without consent
portal-why-names = { $what }: in the programme's text { $count ->
    [one] one name
   *[other] { $count } names
} of people without consent are replaced by where they come from
portal-why-people = { $count ->
    [one] One person is not named
   *[other] { $count } people are not named
}: without consent (person-set NAME --consent DATE)
error-portal-address = "{ $typed }" is not an address; it begins with https:// or http://
error-portal-inside = { $folder } lies in the data folder or around it; choose a folder of its own for the portal
error-portal-strange = { $folder } holds { $file }, which the portal has not written; empty the folder, or choose another
portal-resources = Offers, methods and templates
portal-offers = Offers
portal-methods = Methods
portal-templates = Templates
portal-contact-at = Whom to ask
portal-reviewed = Last reviewed
portal-review-due = due for review
