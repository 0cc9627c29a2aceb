//! What grew out of the networks, and what was presented elsewhere.

use super::Site;
use super::frame::{Page, Sheet};
use super::place::Place;
use crate::documents::overview::choice;
use crate::domain::desk::Representation;
use crate::domain::publishing::Project;
use crate::locale::{Key, Locale};

/// Projects, and talks.
pub(super) fn pages(site: &Site<'_>) -> Vec<Page> {
    let title = |locale: Locale| locale.text(Key::PortalProjects).into_owned();
    let mut pages = site.frame.pages(&Place::Projects, title, |sheet| {
        let mut any = false;
        for (_, network) in &site.networks {
            for row in network.project_list() {
                any = true;
                project(sheet, site, row, &network.head.name);
            }
        }
        nothing(sheet, any);
    });
    let title = |locale: Locale| locale.text(Key::PortalTalks).into_owned();
    pages.extend(site.frame.pages(&Place::Talks, title, |sheet| {
        let rows = site.desk.representation_list();
        let mut year = None;
        for row in &rows {
            if row.year() != year {
                year = row.year();
                let text = year.map_or_else(|| sheet.say(Key::YearUndated), |it| it.to_string());
                sheet.out.element("h2", &[], &text);
            }
            talk(sheet, site, row);
        }
        nothing(sheet, !rows.is_empty());
    }));
    pages
}

fn nothing(sheet: &mut Sheet, any: bool) {
    if !any {
        let text = sheet.say(Key::PortalNothing);
        sheet.paragraph("", &text);
    }
}

fn project(sheet: &mut Sheet, site: &Site<'_>, row: &Project, network: &str) {
    let language = sheet.locale.language();
    sheet.out.element("h2", &[], &row.title);
    let period = row.period.as_ref().map(|when| language.when(when));
    sheet.facts(&[
        (Key::ArgNetwork, network.to_owned()),
        (Key::ArgPartners, row.partners.clone()),
        (Key::ArgProgramme, row.programme.clone()),
        (Key::ArgPeriod, period.unwrap_or_default()),
    ]);
    for line in row.results.lines() {
        sheet.paragraph("", line);
    }
    sheet.links(&row.link);
    if let Some(card) = row.meeting.and_then(|id| site.card(id)) {
        sheet.out.open("p", &[]);
        sheet.link(&Place::Meeting(card.label.clone()), &card.headline());
        sheet.out.close("p");
    }
}

fn talk(sheet: &mut Sheet, site: &Site<'_>, row: &Representation) {
    let locale = sheet.locale;
    sheet.out.element("h3", &[], &row.title);
    let when = row.when.as_ref().map(|when| locale.language().when(when));
    let network = row.network.map(|id| site.network_name(id).to_owned());
    sheet.facts(&[
        (Key::OverviewTime, when.unwrap_or_default()),
        (Key::ArgKind, choice(locale, "role", row.role.name())),
        (Key::ArgEvent, row.event.clone()),
        (Key::ArgPlace, row.place.clone()),
        (Key::ArgNetwork, network.unwrap_or_default()),
        (Key::PortalWho, contributors(site, row).join(", ")),
    ]);
    sheet.links(&row.links);
}

/// Who takes part: organisations, and people who may be named.
fn contributors(site: &Site<'_>, row: &Representation) -> Vec<String> {
    let both = [false, true].into_iter();
    let rows = both.flat_map(|partners| site.desk.contributors(row.id, partners));
    let names = rows.map(|row| site.owner(&row.who));
    names.filter(|name| !name.is_empty()).collect()
}
