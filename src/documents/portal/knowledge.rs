//! The local knowledge portal: offers, methods and templates, and new law and knowledge, network by network.

use super::Site;
use super::frame::{Page, Sheet};
use super::place::Place;
use crate::documents::knowledge::knowledge;
use crate::documents::prose::prose;
use crate::documents::terms::NetworkSource;
use crate::domain::resource::{Resource, ResourceKind};
use crate::locale::{Key, Locale};

/// The page of knowledge.
pub(super) fn pages(site: &Site<'_>) -> Vec<Page> {
    let title = |locale: Locale| locale.text(Key::PortalKnowledge).into_owned();
    site.frame
        .pages(&Place::Knowledge, title, |sheet| body(sheet, site))
}

fn body(sheet: &mut Sheet, site: &Site<'_>) {
    let mut any = false;
    for kind in ResourceKind::ALL {
        any |= resources(sheet, site, *kind);
    }
    let mut headed = false;
    for (id, network) in &site.networks {
        if network.knowledge_list().is_empty() {
            continue;
        }
        if !headed {
            sheet.heading(Key::Knowledge);
        }
        (any, headed) = (true, true);
        let source = NetworkSource {
            secretariat: site.secretariat,
            register: site.register,
            network,
            id: *id,
            today: site.today,
        };
        let outline = knowledge(&source);
        sheet.out.element("h3", &[], &network.head.name);
        sheet.out.blocks(&outline.facts, &outline.blocks, 2);
    }
    if !any {
        let text = sheet.say(Key::PortalNothing);
        sheet.paragraph("", &text);
    }
}

/// What there is of a kind; whether there is any.
fn resources(sheet: &mut Sheet, site: &Site<'_>, kind: ResourceKind) -> bool {
    let networks = site.networks.iter();
    let rows = networks.flat_map(|(_, network)| {
        let rows = network.resource_list().into_iter();
        rows.map(|row| (network.head.name.as_str(), row))
    });
    let rows: Vec<(&str, &Resource)> = rows.filter(|(_, row)| row.kind == kind).collect();
    if rows.is_empty() {
        return false;
    }
    sheet.heading(match kind {
        ResourceKind::Offer => Key::PortalOffers,
        ResourceKind::Method => Key::PortalMethods,
        ResourceKind::Template => Key::PortalTemplates,
    });
    for (network, row) in &rows {
        resource(sheet, site, network, row);
    }
    true
}

fn resource(sheet: &mut Sheet, site: &Site<'_>, network: &str, row: &Resource) {
    let locale = sheet.locale;
    sheet.out.element("h3", &[], &row.title);
    sheet.out.blocks(&[], &prose("", &row.text), 2);
    let mut reviewed = row
        .reviewed_on
        .map_or_else(String::new, |day| locale.language().plain_date(day));
    if row.is_overdue(site.today) {
        let note = locale.text(Key::PortalReviewDue);
        reviewed = format!("{reviewed} ({note})").trim().to_owned();
    }
    sheet.facts(&[
        (Key::ArgAudience, row.audience.clone()),
        (Key::ArgPlace, row.place.clone()),
        (Key::PortalContactAt, row.contact.clone()),
        (Key::ArgOwner, site.owner(&row.owner)),
        (Key::PortalReviewed, reviewed),
        (Key::ArgTheme, row.themes.join(", ")),
        (Key::ArgNetwork, network.to_owned()),
    ]);
    sheet.links(&row.link);
}
