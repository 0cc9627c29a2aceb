//! Themes: each with its meetings, materials, projects and talks.

use super::Site;
use super::frame::{Page, Sheet};
use super::place::Place;
use crate::domain::folding::{fold, label, sort_key};
use crate::domain::publishing::has_theme;
use crate::domain::themed::{Themed, ThemedKind, of_desk, of_network, themes};
use crate::locale::{Key, Locale};

/// Signs of the mark in the address of a theme whose label others can have.
const MARK: usize = 8;

/// A theme, and what has it.
pub(super) struct Theme {
    /// What it is called.
    pub name: String,
    /// What its page is called.
    pub slug: String,
    /// What has it, by title.
    pub rows: Vec<Themed>,
}

/// All themes by name.
pub(super) fn gathered(site: &Site<'_>) -> Vec<Theme> {
    let networks = site.networks.iter();
    let mut rows: Vec<Themed> = networks
        .flat_map(|(id, network)| of_network(*id, network))
        .collect();
    rows.extend(of_desk(&site.desk, None));
    rows.sort_by_cached_key(|row| (sort_key(&row.title), row.id));
    let theme = |(name, _): (String, usize)| Theme {
        slug: slug(&name),
        rows: rows
            .iter()
            .filter(|row| has_theme(&row.themes, &name))
            .cloned()
            .collect(),
        name,
    };
    themes(&rows).into_iter().map(theme).collect()
}

/// What a theme's page is called, whatever other themes there are: a name of other signs than letters, digits and single
/// blanks gives a label that another name gives too ("børn & unge", "børn/unge"), and has its own mark.
fn slug(name: &str) -> String {
    let (folded, plain) = (fold(name), label(name));
    if folded == plain.replace('-', " ") {
        return plain;
    }
    let hash = blake3::hash(folded.as_bytes()).to_hex();
    let mark: String = hash.as_str().chars().take(MARK).collect();
    match plain.is_empty() {
        true => mark,
        false => format!("{plain}-{mark}"),
    }
}

/// The list of themes, and a page each.
pub(super) fn pages(site: &Site<'_>) -> Vec<Page> {
    let title = |locale: Locale| locale.text(Key::PortalThemes).into_owned();
    let mut pages = site.frame.pages(&Place::Themes, title, |sheet| {
        sheet.out.open("ul", &[("class", "themes")]);
        for theme in &site.themes {
            sheet.out.open("li", &[]);
            sheet.link(&Place::Theme(theme.slug.clone()), &theme.name);
            sheet.out.text(&format!(" ({})", theme.rows.len()));
            sheet.out.close("li");
        }
        sheet.out.close("ul");
        nothing(sheet, site.themes.is_empty());
    });
    for theme in &site.themes {
        let place = Place::Theme(theme.slug.clone());
        let title = |_: Locale| theme.name.clone();
        pages.extend(site.frame.pages(&place, title, |sheet| {
            listed(sheet, site, theme, "h2");
        }));
    }
    pages
}

fn nothing(sheet: &mut Sheet, is_empty: bool) {
    if is_empty {
        let text = sheet.say(Key::PortalNothing);
        sheet.paragraph("", &text);
    }
}

/// What has a theme, kind by kind.
pub(super) fn listed(sheet: &mut Sheet, site: &Site<'_>, theme: &Theme, heading: &'static str) {
    let kinds = [
        (ThemedKind::Meeting, Key::PortalMeetings),
        (ThemedKind::Material, Key::Materials),
        (ThemedKind::Project, Key::PortalProjects),
        (ThemedKind::Representation, Key::PortalTalks),
        (ThemedKind::Resource, Key::PortalResources),
    ];
    for (kind, key) in kinds {
        let rows: Vec<&Themed> = theme.rows.iter().filter(|row| row.kind == kind).collect();
        if rows.is_empty() {
            continue;
        }
        let name = sheet.say(key);
        sheet.out.element(heading, &[], &name);
        sheet.out.open("ul", &[]);
        for row in rows {
            sheet.out.open("li", &[]);
            themed(sheet, site, row);
            sheet.out.close("li");
        }
        sheet.out.close("ul");
    }
}

fn themed(sheet: &mut Sheet, site: &Site<'_>, row: &Themed) {
    let network = row.network.and_then(|id| {
        let mut all = site.networks.iter();
        all.find(|(network, _)| *network == id)
    });
    match row.kind {
        ThemedKind::Meeting => match site.card(row.id) {
            Some(card) => sheet.link(&Place::Meeting(card.label.clone()), &card.headline()),
            None => sheet.out.text(&row.title),
        },
        ThemedKind::Material => {
            let found = network.and_then(|(_, network)| network.materials.get(&row.id));
            if let Some(material) = found {
                sheet.material(material);
            }
        }
        ThemedKind::Project => sheet.link(&Place::Projects, &row.title),
        ThemedKind::Resource => sheet.link(&Place::Knowledge, &row.title),
        ThemedKind::Representation => sheet.link(&Place::Talks, &row.title),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_themes_address_is_its_own_whatever_others_are_called() {
        for (name, wanted) in [
            ("Frivillighed", "frivillighed"),
            ("Børn og unge", "boern-og-unge"),
            ("boern og UNGE", "boern-og-unge"),
            ("2027", "2027"),
        ] {
            assert_eq!(slug(name), wanted);
        }
        let alike = [
            "Børn unge",
            "Børn & unge",
            "Børn/unge",
            "Børn, unge",
            "Børn-unge",
            "Børn  unge",
        ];
        let long = ["x", "y"].map(|end| format!("{}{end}", "Samskabelse på tværs ".repeat(3)));
        let names = alike.into_iter().chain(["–", "&", "…"]);
        let names = names.chain(long.iter().map(String::as_str));
        let mut all: Vec<String> = names.map(slug).collect();
        assert!(all.iter().skip(1).all(|slug| slug.len() >= MARK), "{all:?}");
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count, "{all:?}");
    }
}
