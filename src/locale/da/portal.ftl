# Videnportalen: menu, overskrifter og hvad der holdes tilbage.

portal-home = Forside
portal-activities = Aktiviteter
portal-knowledge = Viden
portal-themes = Temaer
portal-projects = Projekter
portal-talks = Oplæg og deltagelse
portal-all = Alt på ét sted
portal-search = Søg
portal-skip = Gå til indholdet
portal-menu = Hovedmenu
portal-language = Dansk
portal-feed = Nyheder som feed
portal-no-cookies = Siden bruger ikke cookies
portal-members-only = Kun for medlemmer
portal-table = Tabel
portal-years = År
portal-calendar = Aktiviteterne som kalenderfil (.ics)
portal-networks = Netværk
portal-meetings = Møder
portal-coming = Kommende møder
portal-programmes = Program
portal-last-programmes = Tidligere programmer
portal-held = Afholdte møder
portal-news = Nyt
portal-articles = Artikler
portal-members = Medlemmer
portal-chair = formand
portal-contact = kontaktperson
portal-somebody = en deltager
portal-who = Hvem
portal-material = Materiale
portal-empty = Her er endnu ikke noget at læse.
portal-nothing = Der er ikke noget at vise endnu.
portal-no-agenda = Dagsordenen er ikke sendt ud endnu.
portal-minutes-of = Referat: { $name }
portal-by-theme = Efter tema
portal-by-year = Efter år
portal-search-for = Søg i møder, artikler, materialer og temaer
portal-no-hits = Intet fundet
portal-hits = Fundet:
portal-no-script = Se alt på én side i stedet for at søge
portal-name = Videnportal

cli-portal-about = Skriv videnportalen: en hjemmeside af det, som alle eller medlemmerne må læse
cli-portal-arg-folder = Mappen, som hjemmesiden skrives i: tom, ny eller skrevet af portal før
cli-portal-arg-base-url = Hjemmesidens adresse, så nyhedsfeed og oversigten til søgemaskiner kan henvise til den
cli-portal-arg-audience = Hvem den er for: public (alle) eller members (medlemmerne)
cli-portal-arg-check = Sig kun, hvad der kommer med, og hvad der holdes tilbage og hvorfor

portal-written = { $files ->
    [one] Én fil i { $folder }
   *[other] { $files } filer i { $folder }
}{ $changed ->
    [0] , alle som før
    [one] , én ny eller ændret
   *[other] , { $changed } nye eller ændrede
}
portal-some-withheld = { $count ->
    [one] Ét forhold holder noget tilbage; se det med --check
   *[other] { $count } forhold holder noget tilbage; se dem med --check
}
portal-check-appears = På portalen for { $audience }: { $networks } netværk, { $meetings ->
        [one] 1 møde
       *[other] { $meetings } møder
    }, { $agendas ->
        [one] 1 dagsorden
       *[other] { $agendas } dagsordener
    }, { $minutes ->
        [one] 1 referat
       *[other] { $minutes } referater
    }, { $articles ->
        [one] 1 artikel
       *[other] { $articles } artikler
    }, { $materials ->
        [one] 1 materiale
       *[other] { $materials } materialer
    }, { $projects ->
        [one] 1 projekt
       *[other] { $projects } projekter
    } og { $programmes ->
        [one] 1 program for en sæson
       *[other] { $programmes } programmer for sæsoner
    }.
portal-check-nothing = Intet holdes tilbage.
portal-check-withheld = Holdes tilbage:
portal-why-network = { $what }: netværket er ikke på portalen (network-set { $what } --portal public)
portal-why-members = { $what }: netværket er kun for medlemmerne
portal-why-agenda-not-sent = { $what }: dagsordenen er ikke sendt ud
portal-why-not-approved = { $what }: referatet er ikke godkendt
portal-why-not-published = { $what }: det godkendte referat er ikke udgivet
portal-why-closed = { $what }: { $count ->
    [one] ét lukket punkt
   *[other] { $count } lukkede punkter
}
portal-why-draft-article = { $what }: artiklen er et udkast
portal-why-file = { $what }: { $count ->
    [one] én fil, som mangler eller er af en slags, en browser kan køre
   *[other] { $count } filer, som mangler eller er af en slags, en browser kan køre
}
portal-why-damaged = { $what }: referatet er ikke, som det blev godkendt; kør "referent check"
portal-why-named = { $what }: referatet nævner { $count ->
    [one] én person
   *[other] { $count } personer
} uden samtykke i selve teksten; det står, som det blev godkendt
portal-why-season = { $what }: sæsonens program er ikke på portalen (season-set NAVN --portal public)
portal-why-season-members = { $what }: sæsonens program er kun for medlemmerne
portal-why-speaker = { $what }: i programmet nævnes { $count ->
    [one] én oplægsholder
   *[other] { $count } oplægsholdere
} kun ved, hvor de kommer fra: uden samtykke
portal-why-unconfirmed = { $what }: i programmet nævnes { $count ->
    [one] én oplægsholder
   *[other] { $count } oplægsholdere
} ikke, før de har sagt ja
portal-why-portrait = { $what }: omtalen af mødelederen: uden samtykke
portal-why-names = { $what }: i programmets tekst { $count ->
    [one] er ét navn
   *[other] er { $count } navne
} på personer uden samtykke skiftet ud med, hvor de kommer fra
portal-why-people = { $count ->
    [one] Én person nævnes ikke ved navn
   *[other] { $count } personer nævnes ikke ved navn
}: uden samtykke (person-set NAVN --consent DATO)
error-portal-address = "{ $typed }" er ikke en adresse; den begynder med https:// eller http://
error-portal-inside = { $folder } ligger i datamappen eller omkring den; vælg en mappe for sig selv til portalen
error-portal-strange = { $folder } indeholder { $file }, som portalen ikke har skrevet; tøm mappen, eller vælg en anden
portal-resources = Tilbud, metoder og skabeloner
portal-offers = Tilbud
portal-methods = Metoder
portal-templates = Skabeloner
portal-contact-at = Henvendelse
portal-reviewed = Sidst gennemgået
portal-review-due = skal gennemgås igen
