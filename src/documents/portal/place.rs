//! Where the portal's pages lie, in each language, and how one leads to another.

use crate::domain::secretariat::Language;

/// A page of the portal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The front page.
    Home,
    /// A network, by its label.
    Network(String),
    /// A meeting, by its label.
    Meeting(String),
    /// A season's programme, by its network's label and its own slug.
    Season(String, String),
    /// The article about a meeting, by the meeting's label.
    Article(String),
    /// What is done, all years.
    Activities,
    /// A year, with its wheel.
    Year(i32),
    /// All themes.
    Themes,
    /// A theme, by its slug.
    Theme(String),
    /// Offers, methods and templates, new law and knowledge.
    Knowledge,
    /// What grew out of the networks.
    Projects,
    /// What was presented elsewhere.
    Talks,
    /// Everything, by theme and by year.
    All,
    /// The search.
    Search,
}

/// The places of the menu, in order.
pub const MENU: [Place; 8] = [
    Place::Home,
    Place::Activities,
    Place::Knowledge,
    Place::Themes,
    Place::Projects,
    Place::Talks,
    Place::All,
    Place::Search,
];

impl Place {
    /// The file inside the language's part of the site.
    fn file(&self, language: Language) -> String {
        let danish = language == Language::Danish;
        let word = |da: &str, en: &str| if danish { da } else { en }.to_owned();
        let of = |folder: String, name: &str| format!("{folder}/{}.html", slug(name));
        match self {
            Self::Home => "index.html".to_owned(),
            Self::Network(name) => of(word("netvaerk", "networks"), name),
            Self::Meeting(name) => of(word("moeder", "meetings"), name),
            Self::Season(network, name) => {
                let folder = format!("{}/{}", word("programmer", "programmes"), slug(network));
                of(folder, name)
            }
            Self::Article(name) => of(word("artikler", "articles"), name),
            Self::Activities => word("aktiviteter.html", "activities.html"),
            Self::Year(year) => of(word("aar", "years"), &year.to_string()),
            Self::Themes => word("temaer.html", "themes.html"),
            Self::Theme(name) => of(word("temaer", "themes"), name),
            Self::Knowledge => word("viden.html", "knowledge.html"),
            Self::Projects => word("projekter.html", "projects.html"),
            Self::Talks => word("oplaeg.html", "talks.html"),
            Self::All => word("alt.html", "everything.html"),
            Self::Search => word("soeg.html", "search.html"),
        }
    }
}

/// How the languages lie in the site: the first at its root, the other in a folder of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The language at the root.
    pub first: Language,
}

impl Shelf {
    /// Both languages, the first first.
    pub fn languages(self) -> [Language; 2] {
        match self.first {
            Language::Danish => [Language::Danish, Language::English],
            Language::English => [Language::English, Language::Danish],
        }
    }

    /// A file of a language, from the site's root.
    pub fn file(self, name: &str, language: Language) -> String {
        match language == self.first {
            true => name.to_owned(),
            false => format!("{}/{name}", language.name()),
        }
    }

    /// A page, from the site's root.
    pub fn path(self, place: &Place, language: Language) -> String {
        self.file(&place.file(language), language)
    }
}

/// The way from a file to the site's root: "" or "../" as often as it takes.
pub fn up(from: &str) -> String {
    "../".repeat(from.matches('/').count())
}

/// A name as a file can have it: small letters, digits and hyphens.
pub fn slug(name: &str) -> String {
    let plain = |sign: char| match sign.is_ascii_alphanumeric() {
        true => sign.to_ascii_lowercase(),
        false => '-',
    };
    let slug: String = name.chars().map(plain).collect();
    match slug.trim_matches('-') {
        "" => "x".to_owned(),
        slug => slug.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_lie_where_their_language_is() {
        let shelf = Shelf {
            first: Language::Danish,
        };
        let place = Place::Meeting("nims-2026-3".into());
        let path = shelf.path(&place, Language::Danish);
        assert_eq!(path, "moeder/nims-2026-3.html");
        assert_eq!(up(&path), "../");
        let path = shelf.path(&place, Language::English);
        assert_eq!(path, "en/meetings/nims-2026-3.html");
        assert_eq!(up(&path), "../../");
        let place = Place::Season("nims".into(), "2026-2027".into());
        let path = shelf.path(&place, Language::English);
        assert_eq!(path, "en/programmes/nims/2026-2027.html");
        assert_eq!(up(&path), "../../../");
    }

    #[test]
    fn a_name_cannot_lead_out_of_the_site() {
        let shelf = Shelf {
            first: Language::English,
        };
        for name in ["../../etc/passwd", "a/b", "..", "", "<x>", "æøå &"] {
            let path = shelf.path(&Place::Theme(name.into()), Language::English);
            assert!(path.starts_with("themes/"), "{path}");
            assert_eq!(path.matches('/').count(), 1, "{path}");
            assert!(!path.contains(".."), "{path}");
            let place = Place::Season(name.into(), name.into());
            let path = shelf.path(&place, Language::English);
            assert!(path.starts_with("programmes/"), "{path}");
            assert_eq!(path.matches('/').count(), 2, "{path}");
        }
    }
}
