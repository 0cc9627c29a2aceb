//! What stands round every page of the portal: head, menu, the other language, foot.

use super::card::Card;
use super::file_path;
use super::place::{MENU, Place, Shelf, up};
use super::writer::Writer;
use crate::documents::Audience;
use crate::documents::outline::{Fact, Outline, Run};
use crate::documents::source::locale;
use crate::domain::publishing::Material;
use crate::domain::secretariat::Language;
use crate::locale::{Key, Locale};

/// No more than the site's own style, pictures, script and its index; nothing is sent anywhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'";

/// A file of the site: where it lies, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// From the site's root.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Page {
    /// A file of text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            bytes: text.into().into_bytes(),
        }
    }
}

/// What every page knows of the site.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The secretariat's name.
    pub name: String,
    /// Whom the site is for.
    pub audience: Audience,
    /// How the languages lie.
    pub shelf: Shelf,
    /// Where the site is found, ending in a slash; empty when not said.
    pub base: String,
}

/// A page being written, in one language.
pub struct Sheet {
    /// What is written.
    pub out: Writer,
    /// The words of the page's language.
    pub locale: Locale,
    shelf: Shelf,
    up: String,
}

impl Sheet {
    /// A text of the page's language.
    pub fn say(&self, key: Key) -> String {
        self.locale.text(key).into_owned()
    }

    /// The way from this page to another of its language.
    pub fn to(&self, place: &Place) -> String {
        let path = self.shelf.path(place, self.locale.language());
        format!("{}{path}", self.up)
    }

    /// The way to a file at the site's root.
    pub fn to_file(&self, name: &str) -> String {
        format!("{}{name}", self.up)
    }

    /// A link to another page.
    pub fn link(&mut self, place: &Place, text: &str) {
        let to = self.to(place);
        self.out.link(&to, text);
    }

    /// A heading.
    pub fn heading(&mut self, key: Key) {
        let text = self.say(key);
        self.out.element("h2", &[], &text);
    }

    /// Facts, one a line; those without words are left out.
    pub fn facts(&mut self, rows: &[(Key, String)]) {
        let said = rows.iter().filter(|(_, words)| !words.is_empty());
        let facts: Vec<Fact> = said
            .map(|(key, words)| Fact {
                label: self.say(*key),
                values: vec![words.clone()],
            })
            .collect();
        self.out.blocks(&facts, &[], 0);
    }

    /// A document under a heading of its own; folded away where another says the same better.
    pub fn document(&mut self, key: Key, outline: &Outline, folded: bool) {
        let name = self.say(key);
        self.out.open("section", &[]);
        if folded {
            self.out.open("details", &[]);
            self.out.open("summary", &[]);
        }
        self.out.element("h2", &[], &name);
        if folded {
            self.out.close("summary");
        }
        let language = outline.language;
        let lang: &[(&str, &str)] = match language == self.locale.language() {
            true => &[],
            false => &[("lang", language.name())],
        };
        self.out.open("div", lang);
        self.paragraph("status", &outline.status);
        self.out.blocks(&outline.facts, &outline.blocks, 1);
        self.out.close("div");
        if folded {
            self.out.close("details");
        }
        self.out.close("section");
    }

    /// Meetings, one a line: when, which, and what can be read.
    pub fn meetings(&mut self, cards: &[&Card]) {
        self.out.open("ul", &[("class", "list")]);
        for card in cards {
            self.out.open("li", &[]);
            let mut when = match card.date {
                Some(date) => self.locale.language().plain_date(date),
                None => self.say(Key::DateUnset),
            };
            if card.tentative {
                when = format!("{when} ({})", self.locale.text(Key::DateTentative));
            }
            self.out.element("span", &[("class", "when")], &when);
            self.link(&Place::Meeting(card.label.clone()), &card.headline());
            let notes = [
                (card.cancelled, Key::DocumentStatusCancelled),
                (card.minutes, Key::DocumentMinutes),
                (card.agenda && !card.minutes, Key::DocumentAgenda),
            ];
            for (_, key) in notes.into_iter().filter(|(told, _)| *told) {
                let note = self.say(key);
                self.out.element("span", &[("class", "tag")], &note);
            }
            self.out.close("li");
        }
        self.out.close("ul");
    }

    /// A material's title, with the way to it.
    pub fn material(&mut self, row: &Material) {
        let run = Run::link(&row.title, &row.link);
        let file = file_path(row).map(|path| self.to_file(&path));
        match file.or_else(|| run.safe_link().map(str::to_owned)) {
            Some(to) => self.out.link(&to, &row.title),
            None => self.out.text(&row.title),
        }
    }

    /// Addresses, one on a line, as links where they are any.
    pub fn links(&mut self, lines: &str) {
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.out.open("p", &[]);
            match Run::link(line, line).safe_link() {
                Some(link) => self.out.link(link, link),
                None => self.out.text(line),
            }
            self.out.close("p");
        }
    }

    /// A paragraph; nothing where there is nothing to say.
    pub fn paragraph(&mut self, class: &str, text: &str) {
        if !text.is_empty() {
            self.out.element("p", &[("class", class)], text);
        }
    }
}

impl Frame {
    /// A page in both languages; `write` writes what is between head and foot under the title.
    pub fn pages(
        &self,
        place: &Place,
        title: impl Fn(Locale) -> String,
        mut write: impl FnMut(&mut Sheet),
    ) -> Vec<Page> {
        let languages = self.shelf.languages().into_iter();
        let page = languages.map(|language| self.page(place, language, &title, &mut write));
        page.collect()
    }

    fn page(
        &self,
        place: &Place,
        language: Language,
        title: &impl Fn(Locale) -> String,
        write: &mut impl FnMut(&mut Sheet),
    ) -> Page {
        let path = self.shelf.path(place, language);
        let (locale, way) = (locale(language), up(&path));
        let mut sheet = Sheet {
            out: Writer::new(&way, &locale.text(Key::PortalTable)),
            locale,
            shelf: self.shelf,
            up: way,
        };
        let title = title(locale);
        self.head(&mut sheet, place, &title);
        sheet.out.open("main", &[("id", "content")]);
        sheet.out.element("h1", &[], &title);
        write(&mut sheet);
        sheet.out.close("main");
        self.foot(&mut sheet);
        let text = format!("<!DOCTYPE html>\n{}", sheet.out.done());
        Page::new(path, text)
    }

    fn head(&self, sheet: &mut Sheet, place: &Place, title: &str) {
        let language = sheet.locale.language();
        let whole = match place {
            Place::Home => self.name.clone(),
            _ => format!("{title} – {}", self.name),
        };
        sheet.out.open("html", &[("lang", language.name())]);
        sheet.out.open("head", &[]);
        sheet.out.open("meta", &[("charset", "utf-8")]);
        let policy = [
            ("http-equiv", "Content-Security-Policy"),
            ("content", POLICY),
        ];
        sheet.out.open("meta", &policy);
        let view = [
            ("name", "viewport"),
            ("content", "width=device-width, initial-scale=1"),
        ];
        sheet.out.open("meta", &view);
        let colours = [("name", "color-scheme"), ("content", "light dark")];
        sheet.out.open("meta", &colours);
        let referrer = [("name", "referrer"), ("content", "no-referrer")];
        sheet.out.open("meta", &referrer);
        if self.audience == Audience::Internal {
            let robots = [("name", "robots"), ("content", "noindex, nofollow")];
            sheet.out.open("meta", &robots);
        }
        sheet.out.element("title", &[], &whole);
        let style = sheet.to_file("style.css");
        let style = [("rel", "stylesheet"), ("href", style.as_str())];
        sheet.out.open("link", &style);
        let icon = sheet.to_file("icon.svg");
        let icon = [
            ("rel", "icon"),
            ("type", "image/svg+xml"),
            ("href", icon.as_str()),
        ];
        sheet.out.open("link", &icon);
        self.links(sheet, place);
        sheet.out.close("head");
        sheet.out.open("body", &[]);
        self.banner(sheet, place);
    }

    /// The feed, and the page in the other language.
    fn links(&self, sheet: &mut Sheet, place: &Place) {
        let language = sheet.locale.language();
        let feed = sheet.to_file(&self.shelf.file("feed.xml", language));
        let name = sheet.say(Key::PortalFeed);
        let feed = [
            ("rel", "alternate"),
            ("type", "application/atom+xml"),
            ("title", name.as_str()),
            ("href", feed.as_str()),
        ];
        sheet.out.open("link", &feed);
        for other in self.shelf.languages() {
            let to = sheet.to_file(&self.shelf.path(place, other));
            let link = [
                ("rel", "alternate"),
                ("hreflang", other.name()),
                ("href", to.as_str()),
            ];
            sheet.out.open("link", &link);
        }
    }

    fn banner(&self, sheet: &mut Sheet, place: &Place) {
        let skip = sheet.say(Key::PortalSkip);
        let link = [("class", "skip"), ("href", "#content")];
        sheet.out.element("a", &link, &skip);
        sheet.out.open("header", &[]);
        sheet.out.open("p", &[("class", "site")]);
        sheet.link(&Place::Home, &self.name);
        for other in self.shelf.languages() {
            if other != sheet.locale.language() {
                let to = sheet.to_file(&self.shelf.path(place, other));
                let link = [
                    ("class", "language"),
                    ("lang", other.name()),
                    ("hreflang", other.name()),
                    ("href", to.as_str()),
                ];
                let name = locale(other).text(Key::PortalLanguage);
                sheet.out.element("a", &link, &name);
            }
        }
        sheet.out.close("p");
        let menu = sheet.say(Key::PortalMenu);
        sheet.out.open("nav", &[("aria-label", &menu)]);
        sheet.out.open("ul", &[]);
        for entry in &MENU {
            let to = sheet.to(entry);
            let here = entry == place;
            let link: &[(&str, &str)] = match here {
                true => &[("href", &to), ("aria-current", "page")],
                false => &[("href", &to)],
            };
            sheet.out.open("li", &[]);
            let name = sheet.say(named(entry));
            sheet.out.element("a", link, &name);
            sheet.out.close("li");
        }
        sheet.out.close("ul");
        sheet.out.close("nav");
        if self.audience == Audience::Internal {
            let note = sheet.say(Key::PortalMembersOnly);
            sheet.paragraph("members", &note);
        }
        sheet.out.close("header");
    }

    fn foot(&self, sheet: &mut Sheet) {
        let language = sheet.locale.language();
        sheet.out.open("footer", &[]);
        sheet.out.open("p", &[]);
        let to = sheet.to_file(&self.shelf.file("feed.xml", language));
        let name = sheet.say(Key::PortalFeed);
        sheet.out.link(&to, &name);
        sheet.out.text(" · ");
        let note = sheet.say(Key::PortalNoCookies);
        sheet.out.text(&note);
        sheet.out.close("p");
        sheet.out.close("footer");
        sheet.out.close("body");
        sheet.out.close("html");
    }
}

/// What a place of the menu is called.
fn named(place: &Place) -> Key {
    match place {
        Place::Activities => Key::PortalActivities,
        Place::Knowledge => Key::PortalKnowledge,
        Place::Themes => Key::PortalThemes,
        Place::Projects => Key::PortalProjects,
        Place::Talks => Key::PortalTalks,
        Place::All => Key::PortalAll,
        Place::Search => Key::PortalSearch,
        _ => Key::PortalHome,
    }
}
