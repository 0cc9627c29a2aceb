//! Everything on one page, by theme and by year; and the search, which needs it where scripts do not run.

use chrono::Datelike;
use serde::Serialize;

use super::card::Card;
use super::frame::{Page, Sheet};
use super::place::Place;
use super::{Site, themes};
use crate::domain::publishing::Material;
use crate::domain::secretariat::Language;
use crate::locale::{Key, Locale};

/// Something to be found.
#[derive(Serialize)]
struct Entry<'a> {
    /// What it is called.
    title: String,
    /// What it is, and where from.
    kind: String,
    /// Its page, from the language's part of the site.
    to: String,
    /// More words it is found by.
    words: &'a str,
}

/// Everything, the search, and its index.
pub(super) fn pages(site: &Site<'_>) -> Vec<Page> {
    let title = |locale: Locale| locale.text(Key::PortalAll).into_owned();
    let mut pages = site
        .frame
        .pages(&Place::All, title, |sheet| everything(sheet, site));
    let title = |locale: Locale| locale.text(Key::PortalSearch).into_owned();
    let search = site
        .frame
        .pages(&Place::Search, title, |sheet| search(sheet, site));
    pages.extend(search);
    for language in site.frame.shelf.languages() {
        let entries = entries(site, language);
        let text = serde_json::to_string(&entries).unwrap_or_default();
        pages.push(Page::new(index(site, language), text));
    }
    pages
}

fn index(site: &Site<'_>, language: Language) -> String {
    site.frame.shelf.file("search.json", language)
}

fn everything(sheet: &mut Sheet, site: &Site<'_>) {
    sheet.heading(Key::PortalByTheme);
    for theme in &site.themes {
        sheet.out.open("h3", &[]);
        sheet.link(&Place::Theme(theme.slug.clone()), &theme.name);
        sheet.out.close("h3");
        themes::listed(sheet, site, theme, "h4");
    }
    if site.themes.is_empty() {
        let text = sheet.say(Key::PortalNothing);
        sheet.paragraph("", &text);
    }
    sheet.heading(Key::PortalByYear);
    let year = |card: &&Card| card.date.map(|date| date.year());
    for of_year in site.cards.chunk_by(|one, other| year(one) == year(other)) {
        let known = of_year.first().and_then(year);
        let name = known.map_or_else(|| sheet.say(Key::YearUndated), |it| it.to_string());
        sheet.out.element("h3", &[], &name);
        sheet.meetings(of_year);
    }
}

fn search(sheet: &mut Sheet, site: &Site<'_>) {
    let index = sheet.to_file(&index(site, sheet.locale.language()));
    let label = sheet.say(Key::PortalSearchFor);
    let (none, found) = (sheet.say(Key::PortalNoHits), sheet.say(Key::PortalHits));
    let form = [
        ("id", "search"),
        ("hidden", ""),
        ("role", "search"),
        ("data-index", index.as_str()),
        ("data-none", none.as_str()),
        ("data-found", found.as_str()),
    ];
    sheet.out.open("form", &form);
    sheet.out.element("label", &[("for", "query")], &label);
    let field = [("type", "search"), ("id", "query"), ("autocomplete", "off")];
    sheet.out.open("input", &field);
    sheet
        .out
        .element("p", &[("id", "count"), ("role", "status")], "");
    sheet
        .out
        .element("ul", &[("id", "hits"), ("class", "list")], "");
    sheet.out.close("form");
    sheet.out.open("p", &[]);
    let text = sheet.say(Key::PortalNoScript);
    sheet.link(&Place::All, &text);
    sheet.out.close("p");
    let script = sheet.to_file("search.js");
    sheet
        .out
        .element("script", &[("src", &script), ("defer", "")], "");
}

fn entries<'a>(site: &'a Site<'_>, language: Language) -> Vec<Entry<'a>> {
    let locale = crate::documents::locale(language);
    let to = |place: &Place| site.frame.shelf.path(place, language);
    let say = |key: Key| locale.text(key).into_owned();
    let mut entries = Vec::new();
    for (id, network) in &site.networks {
        entries.push(Entry {
            title: network.head.name.clone(),
            kind: say(Key::ArgNetwork),
            to: to(&Place::Network(site.secretariat.label(*id).to_owned())),
            words: "",
        });
        for row in site.seasons.iter().filter(|row| row.network == *id) {
            entries.push(Entry {
                title: row.title(locale),
                kind: network.head.name.clone(),
                to: to(&row.place(site)),
                words: "",
            });
        }
        for row in network.materials.values() {
            entries.push(Entry {
                title: row.title.clone(),
                kind: say(Key::PortalMaterial),
                to: to(&material_page(site, *id, row)),
                words: &network.head.name,
            });
        }
        for row in network.project_list() {
            entries.push(Entry {
                title: row.title.clone(),
                kind: say(Key::PortalProjects),
                to: to(&Place::Projects),
                words: &row.partners,
            });
        }
        for row in network.resource_list() {
            entries.push(Entry {
                title: row.title.clone(),
                kind: say(Key::PortalKnowledge),
                to: to(&Place::Knowledge),
                words: &row.text,
            });
        }
        for row in network.articles.values() {
            if let Some(card) = site.card(row.meeting) {
                entries.push(Entry {
                    title: row.title.clone(),
                    kind: say(Key::DocumentArticle),
                    to: to(&Place::Article(card.label.clone())),
                    words: &row.summary,
                });
            }
        }
    }
    entries.extend(site.cards.iter().map(|card| Entry {
        title: card.headline(),
        kind: match card.date {
            Some(date) => language.plain_date(date),
            None => say(Key::DateUnset),
        },
        to: to(&Place::Meeting(card.label.clone())),
        words: &card.words,
    }));
    entries.extend(site.themes.iter().map(|theme| Entry {
        title: theme.name.clone(),
        kind: say(Key::ArgTheme),
        to: to(&Place::Theme(theme.slug.clone())),
        words: "",
    }));
    entries.extend(site.desk.representations.values().map(|row| Entry {
        title: row.title.clone(),
        kind: say(Key::PortalTalks),
        to: to(&Place::Talks),
        words: &row.event,
    }));
    entries
}

/// The page that says more of a material: its meeting's, else its network's.
fn material_page(site: &Site<'_>, network: crate::domain::id::Id, row: &Material) -> Place {
    match row.meeting.and_then(|id| site.card(id)) {
        Some(card) => Place::Meeting(card.label.clone()),
        None => Place::Network(site.secretariat.label(network).to_owned()),
    }
}
