//! What programs read: the feed of news (Atom), the calendar, and the list of pages (sitemap).

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat};

use super::Site;
use super::frame::Page;
use super::place::Place;
use crate::documents::calendar::plan;
use crate::documents::html::escape;
use crate::domain::id::Id;
use crate::domain::plan::PlanRow;
use crate::domain::secretariat::Language;
use crate::domain::zone::{instant, local};
use crate::locale::{Key, Locale};

/// The calendar's file, in each language's part of the site.
pub(super) const CALENDAR: &str = "calendar.ics";
/// So much news a feed holds.
const NEWS: usize = 30;

/// An article or approved minutes, as something new.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct News {
    /// When it came, milliseconds since 1970 UTC.
    pub at: i64,
    /// Where it is read.
    pub place: Place,
    id: Id,
    name: String,
    summary: String,
    minutes: bool,
}

impl News {
    /// The day it came.
    pub fn day(&self) -> NaiveDate {
        local(self.at).date()
    }

    /// What it is called.
    pub fn title(&self, locale: Locale) -> String {
        match self.minutes {
            true => locale.text_with(Key::PortalMinutesOf, &[("name", (&self.name).into())]),
            false => self.name.clone(),
        }
    }
}

impl Site<'_> {
    /// Articles and approved minutes, the newest first.
    pub(super) fn news(&self) -> Vec<News> {
        let mut news = Vec::new();
        for card in &self.cards {
            news.extend(card.published_at.map(|at| News {
                at,
                place: Place::Meeting(card.label.clone()),
                id: card.id,
                name: card.headline(),
                summary: card.words.clone(),
                minutes: true,
            }));
        }
        for row in self
            .networks
            .iter()
            .flat_map(|(_, it)| it.articles.values())
        {
            let day = row.updated_on.max(row.published_on);
            let Some((day, card)) = day.zip(self.card(row.meeting)) else {
                continue;
            };
            news.push(News {
                at: instant(day.and_time(NaiveTime::MIN)),
                place: Place::Article(card.label.clone()),
                id: row.id,
                name: row.title.clone(),
                summary: row.summary.clone(),
                minutes: false,
            });
        }
        news.sort_by_key(|item| (std::cmp::Reverse(item.at), item.id));
        news
    }
}

/// The feeds, and the list of pages where the site's address is known.
pub(super) fn pages(site: &Site<'_>) -> Vec<Page> {
    let languages = site.frame.shelf.languages().into_iter();
    languages.map(|language| feed(site, language)).collect()
}

/// The calendar in each language.
pub(super) fn calendars(site: &Site<'_>) -> Vec<Page> {
    let languages = site.frame.shelf.languages().into_iter();
    languages.map(|language| calendar(site, language)).collect()
}

/// What is planned and announced, for a calendar that follows it.
fn calendar(site: &Site<'_>, language: Language) -> Page {
    // No more than the pages say: a place where a meeting's page has it, and no purpose.
    let shown = |row: &PlanRow| {
        let card = row.activity.meeting.and_then(|id| site.card(id));
        let mut row = row.clone();
        row.activity.place = card.map_or_else(String::new, |card| card.venue.clone());
        row.activity.purpose.clear();
        row
    };
    let rows: Vec<PlanRow> = site.plan.iter().map(shown).collect();
    let rows: Vec<&PlanRow> = rows.iter().collect();
    // The same site has the same calendar: its day is the site's.
    let made = instant(site.today.and_time(NaiveTime::MIN));
    let text = plan(&rows, &site.frame.name, language, made);
    Page::new(site.frame.shelf.file(CALENDAR, language), text)
}

fn feed(site: &Site<'_>, language: Language) -> Page {
    let shelf = site.frame.shelf;
    let locale = crate::documents::locale(language);
    let mut news = site.news();
    news.truncate(NEWS);
    let path = shelf.file("feed.xml", language);
    let base = match site.frame.base.as_str() {
        "" => super::place::up(&path),
        base => base.to_owned(),
    };
    let updated = news.first().map_or(0, |item| item.at);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n\
         <id>{}</id>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" href=\"{}\"/>\n<link href=\"{}\"/>\n",
        language.name(),
        escape(&site.frame.name),
        urn(Id::from_bits(u128::from(language == Language::English))),
        stamp(updated),
        escape(&site.frame.name),
        escape(&format!("{base}{path}")),
        escape(&format!("{base}{}", shelf.path(&Place::Home, language))),
    );
    for item in &news {
        let to = format!("{base}{}", shelf.path(&item.place, language));
        text.push_str(&format!(
            "<entry>\n<title>{}</title>\n<id>{}</id>\n<updated>{}</updated>\n<link href=\"{}\"/>\n\
             <summary>{}</summary>\n</entry>\n",
            escape(&item.title(locale)),
            urn(item.id),
            stamp(item.at),
            escape(&to),
            escape(&item.summary),
        ));
    }
    text.push_str("</feed>\n");
    Page::new(path, text)
}

/// "urn:uuid:…" of a record's id.
fn urn(id: Id) -> String {
    let hex = id.to_string();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    let parts = [
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32),
    ];
    format!("urn:uuid:{}", parts.join("-"))
}

fn stamp(at: i64) -> String {
    let at = DateTime::from_timestamp_millis(at).unwrap_or_default();
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The list of all pages, for search engines; `paths` from the site's root.
pub fn sitemap<'a>(base: &str, paths: impl Iterator<Item = &'a str>) -> Page {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths.filter(|path| path.ends_with(".html")) {
        let path = match path.strip_suffix("index.html") {
            Some(folder) => folder,
            None => path,
        };
        text.push_str(&format!(
            "<url><loc>{}</loc></url>\n",
            escape(&format!("{base}{path}"))
        ));
    }
    text.push_str("</urlset>\n");
    Page::new("sitemap.xml", text)
}
