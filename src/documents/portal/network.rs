//! The page of a network: purpose, members, terms of reference, programme, meetings, articles.

use super::card::Card;
use super::frame::{Page, Sheet};
use super::meeting::is_harmless;
use super::place::Place;
use super::{Audience, Site, Stock, is_named, season};
use crate::documents::terms::{NetworkSource, terms};
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::network::{MemberRole, Network};
use crate::domain::setup::member_organisations;
use crate::locale::{Key, Locale};

/// A network as the audience may know it: no drafts, nothing of closed items, no file that a browser would run.
pub(super) fn fitted(
    network: &Network,
    stock: &Stock<'_>,
    keeps: &dyn Fn(&str) -> bool,
) -> Network {
    let public = stock.frame.audience == Audience::Public;
    let mut open = network.clone();
    open.actions.clear();
    open.phrases.clear();
    open.stays.clear();
    open.needs.clear();
    open.sign_ups.clear();
    open.seasons.clear();
    open.terms.retain(|_, row| row.is_adopted());
    let told = |meeting: Id| stock.cards.get(&meeting).is_some();
    open.articles
        .retain(|_, row| !row.removed && row.is_published() && told(row.meeting));
    let closed = |meeting: Id, item: Id| {
        let card = stock.cards.get(&meeting);
        card.is_none_or(|card| card.closed.contains(&item))
    };
    open.materials.retain(|_, row| {
        let hidden = match (row.meeting, row.item) {
            (Some(meeting), Some(item)) => public && closed(meeting, item),
            (Some(meeting), None) => !told(meeting),
            (None, _) => false,
        };
        let laid = row.file.is_empty() || is_harmless(&row.file_name) && keeps(&row.file);
        !row.removed && !hidden && laid
    });
    open.projects.retain(|_, row| !row.removed);
    open.resources.retain(|_, row| !row.removed);
    if public {
        open.findings.clear();
        open.standings.clear();
        for row in open.knowledge.values_mut() {
            row.proposal.clear();
        }
    }
    open
}

/// A network's pages.
pub(super) fn pages(site: &Site<'_>, id: Id, network: &Network) -> Vec<Page> {
    let place = Place::Network(site.secretariat.label(id).to_owned());
    let title = |_: Locale| network.head.name.clone();
    let body = |sheet: &mut Sheet| body(sheet, site, id, network);
    site.frame.pages(&place, title, body)
}

fn body(sheet: &mut Sheet, site: &Site<'_>, id: Id, network: &Network) {
    for line in network.purpose().lines() {
        sheet.paragraph("summary", line);
    }
    let mine: Vec<&Card> = site
        .cards
        .iter()
        .copied()
        .filter(|card| card.network == id)
        .collect();
    let (mut ahead, held): (Vec<&Card>, Vec<&Card>) = mine
        .into_iter()
        .partition(|card| card.lies_ahead(site.today));
    ahead.reverse();
    if !ahead.is_empty() {
        sheet.heading(Key::PortalComing);
        sheet.meetings(&ahead);
    }
    season::listed(sheet, site, id);
    articles(sheet, site, network);
    members(sheet, site, network);
    groups(sheet, site, network);
    reference(sheet, site, id, network);
    materials(sheet, site, network);
    if !held.is_empty() {
        sheet.heading(Key::PortalHeld);
        sheet.meetings(&held);
    }
}

fn articles(sheet: &mut Sheet, site: &Site<'_>, network: &Network) {
    let mut rows: Vec<_> = network.articles.values().collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.published_on, row.id)));
    if rows.is_empty() {
        return;
    }
    sheet.heading(Key::PortalArticles);
    sheet.out.open("ul", &[]);
    for row in rows {
        if let Some(card) = site.card(row.meeting) {
            sheet.out.open("li", &[]);
            sheet.link(&Place::Article(card.label.clone()), &row.title);
            sheet.out.close("li");
        }
    }
    sheet.out.close("ul");
}

/// The member organisations, and those of their people who may be named.
fn members(sheet: &mut Sheet, site: &Site<'_>, network: &Network) {
    let organisations = member_organisations(network, site.register, site.today);
    if organisations.is_empty() {
        return;
    }
    sheet.heading(Key::PortalMembers);
    sheet.out.open("ul", &[]);
    for organisation in organisations {
        let row = site.register.organisations.get(&organisation);
        sheet.out.open("li", &[]);
        sheet.out.text(row.map_or("", |row| row.name.as_str()));
        let names = named(sheet.locale, site, network, organisation);
        if !names.is_empty() {
            sheet.out.text(&format!(": {}", names.join(", ")));
        }
        sheet.out.close("li");
    }
    sheet.out.close("ul");
}

fn named(locale: Locale, site: &Site<'_>, network: &Network, organisation: Id) -> Vec<String> {
    let rows = network.members_on(site.today).filter_map(|member| {
        let person = site.register.people.get(&member.person?)?;
        let here = member.organisation.or(person.organisation) == Some(organisation);
        let shown = here && !person.removed && is_named(person, site.frame.audience);
        shown.then(|| match member.role {
            MemberRole::Chair => format!("{} ({})", person.name, locale.text(Key::PortalChair)),
            MemberRole::Contact => format!("{} ({})", person.name, locale.text(Key::PortalContact)),
            _ => person.name.clone(),
        })
    });
    let mut names: Vec<String> = rows.collect();
    names.sort_by_cached_key(|name| sort_key(name));
    names
}

/// The groups, their mandates, and the organisations in them.
fn groups(sheet: &mut Sheet, site: &Site<'_>, network: &Network) {
    let groups = network.live_groups();
    if groups.is_empty() {
        return;
    }
    sheet.heading(Key::TermsGroups);
    for group in groups {
        sheet.out.element("h3", &[], &group.name);
        sheet.paragraph("", &group.mandate);
        let seats = network.seats_on(group.id, site.today);
        let mut who: Vec<String> = seats
            .filter_map(|seat| {
                let person = site.register.people.get(&seat.person)?;
                let organisation = seat.organisation.or(person.organisation);
                let place = organisation.map(|id| site.register.organisation_name(id));
                let name = is_named(person, site.frame.audience).then_some(person.name.as_str());
                match (name, place) {
                    (Some(name), Some(place)) => Some(format!("{name}, {place}")),
                    (name, place) => name.or(place).map(str::to_owned),
                }
            })
            .collect();
        who.sort_by_cached_key(|name| sort_key(name));
        who.dedup();
        sheet.paragraph("", &who.join("; "));
    }
}

/// The terms of reference in force, without the groups.
fn reference(sheet: &mut Sheet, site: &Site<'_>, id: Id, network: &Network) {
    let Some(version) = network.terms_in_force().map(|row| row.version) else {
        return;
    };
    let mut alone = network.clone();
    alone.groups.clear();
    let source = NetworkSource {
        secretariat: site.secretariat,
        register: site.register,
        network: &alone,
        id,
        today: site.today,
    };
    let outline = terms(&source, Some(version));
    sheet.document(Key::Terms, &outline, true);
}

fn materials(sheet: &mut Sheet, site: &Site<'_>, network: &Network) {
    let rows = network.material_list();
    if rows.is_empty() {
        return;
    }
    sheet.heading(Key::Materials);
    sheet.out.open("ul", &[]);
    for row in rows {
        sheet.out.open("li", &[]);
        sheet.material(row);
        if let Some(card) = row.meeting.and_then(|id| site.card(id)) {
            sheet.out.text(" · ");
            sheet.link(&Place::Meeting(card.label.clone()), &card.name);
        }
        sheet.out.close("li");
    }
    sheet.out.close("ul");
}
