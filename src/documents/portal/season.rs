//! The page of a season: its programme as it is announced, without people who may not be named.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::{Page, Sheet};
use super::names::Names;
use super::place::Place;
use super::{Audience, Site, Stock, is_named, is_open};
use crate::documents::season::{Announced, Programme, SeasonLine};
use crate::domain::agenda::{Speaker, SpeakerStatus};
use crate::domain::folding::label;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::{Network, Reach};
use crate::domain::plan::PlanRow;
use crate::domain::programme::Season;
use crate::domain::register::Register;
use crate::locale::{Key, Locale};

/// A season whose programme is on the portal.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    /// Its network.
    pub network: Id,
    /// What its page is called.
    slug: String,
    /// The season, without a portrait of somebody who may not be named.
    pub season: Season,
    /// Whether such a portrait was left out.
    pub portrait_held: bool,
}

/// Whether a season's programme is on the portal of an audience, where its network is.
pub fn is_announced(season: &Season, audience: Audience) -> bool {
    !season.removed
        && match season.portal {
            Reach::Nobody => false,
            Reach::Members => audience == Audience::Internal,
            Reach::Public => true,
        }
}

/// Whether a network has a programme on the portal of an audience, where the network is.
pub fn has_programme(network: &Network, audience: Audience) -> bool {
    network
        .seasons
        .values()
        .any(|season| is_announced(season, audience))
}

/// The meetings of a network that its programmes tell of.
pub fn announced_meetings(
    id: Id,
    network: &Network,
    plan: &[PlanRow],
    audience: Audience,
) -> BTreeSet<Id> {
    let seasons = network.season_list().into_iter();
    let seasons = seasons.filter(|season| is_announced(season, audience));
    let rows = seasons.flat_map(|season| rows_of(id, season, plan));
    rows.filter_map(|row| row.activity.meeting).collect()
}

/// The lines of the plan that are in a season's programme: never an idea.
fn rows_of<'a>(
    network: Id,
    season: &'a Season,
    plan: &'a [PlanRow],
) -> impl Iterator<Item = &'a PlanRow> {
    let mine = move |row: &&PlanRow| row.network == network && row.activity.is_announced();
    plan.iter().filter(mine).filter(|row| season.holds(row))
}

/// What a programme tells an audience of a meeting; how many speakers are called by where they work, and how many are
/// not told of since they have not said yes.
pub(super) fn told(
    meeting: &Meeting,
    register: &Register,
    audience: Audience,
) -> (Announced, usize, usize) {
    let mut told = Announced::of(meeting);
    if audience == Audience::Internal {
        return (told, 0, 0);
    }
    let all = std::mem::take(&mut told.speakers);
    let (sure, open): (Vec<Speaker>, Vec<Speaker>) = all
        .into_iter()
        .partition(|row| row.status == SpeakerStatus::Confirmed);
    let mut unnamed = 0;
    for mut row in sure {
        let person = row.person.and_then(|id| register.people.get(&id));
        if let Some(person) = person.filter(|person| !is_named(person, audience)) {
            unnamed += 1;
            let place = person.organisation.map(|id| register.organisation_name(id));
            row.name = match row.organisation.is_empty() {
                true => place.unwrap_or_default().to_owned(),
                false => std::mem::take(&mut row.organisation),
            };
            row.title.clear();
        }
        let known = !row.name.trim().is_empty() || !row.organisation.trim().is_empty();
        told.speakers.extend(known.then_some(row));
    }
    if !open.is_empty() {
        told.speakers.push(Speaker::default());
    }
    (told, unnamed, open.len())
}

/// The seasons on the portal, the latest first. Seasons of a network with one name ("Forår 2027", "forår-2027") all have
/// their id in the address; those that are not announced or are removed count too, so that none ever comes to the
/// address that was another's.
pub(super) fn gathered(stock: &Stock<'_>) -> Vec<Opened> {
    let audience = stock.frame.audience;
    let mut found = Vec::new();
    let open = stock.networks.iter();
    for (id, network) in open.filter(|(_, network)| is_open(network, audience)) {
        let mut named: BTreeMap<String, usize> = BTreeMap::new();
        for season in network.seasons.values() {
            *named.entry(plain_slug(season)).or_default() += 1;
        }
        let announced = network.seasons.values();
        for season in announced.filter(|row| is_announced(row, audience)) {
            let plain = plain_slug(season);
            let slug = match named.get(&plain) {
                Some(1) => plain,
                _ => format!("{plain}-{}", season.id),
            };
            found.push(opened(stock, *id, network, season, slug));
        }
    }
    found.sort_by_key(|row| (std::cmp::Reverse(row.season.days()), row.season.id));
    found
}

/// What a season's page is called where no other has its name.
fn plain_slug(season: &Season) -> String {
    match label(&season.name).as_str() {
        "" => "program".to_owned(),
        name => name.to_owned(),
    }
}

fn opened(stock: &Stock<'_>, id: Id, network: &Network, season: &Season, slug: String) -> Opened {
    let chair = network.head.chair;
    let chair = chair.and_then(|id| stock.people.people.get(&id));
    let hidden = chair.is_some_and(|person| !is_named(person, stock.frame.audience));
    let mut season = season.clone();
    let portrait_held = hidden && !season.portrait.is_empty();
    if portrait_held {
        season.portrait.clear();
    }
    Opened {
        network: id,
        slug,
        season,
        portrait_held,
    }
}

impl Opened {
    /// Where its page lies.
    pub fn place(&self, site: &Site<'_>) -> Place {
        let network = site.secretariat.label(self.network);
        Place::Season(network.to_owned(), self.slug.clone())
    }

    /// What its programme is called.
    pub fn title(&self, locale: Locale) -> String {
        let args = [("season", self.season.name.as_str().into())];
        locale.text_with(Key::ProgrammeTitle, &args)
    }

    /// The season and its lines without names that may not be there; how many those were.
    fn fitted(&self, site: &Site<'_>, names: &Names, locale: Locale) -> Fitted {
        let somebody = locale.text(Key::PortalSomebody);
        let mut season = self.season.clone();
        let rows = rows_of(self.network, &season, &site.plan);
        let line = |row: &PlanRow| {
            let card = row.activity.meeting.and_then(|id| site.card(id));
            SeasonLine {
                row: row.clone(),
                meeting: card.and_then(|card| card.announced.clone()),
            }
        };
        let mut lines: Vec<SeasonLine> = rows.map(line).collect();
        let mut hidden = 0;
        let mut hide = |text: &mut String| hidden += names.hide(text, &somebody);
        [
            &mut season.introduction,
            &mut season.portrait,
            &mut season.closing,
        ]
        .into_iter()
        .for_each(&mut hide);
        lines.iter_mut().for_each(|line| each_text(line, &mut hide));
        Fitted {
            season,
            lines,
            hidden,
        }
    }
}

/// A season as it is told, and how many names are not.
struct Fitted {
    season: Season,
    lines: Vec<SeasonLine>,
    hidden: usize,
}

/// Does something to every text of a line that people wrote.
fn each_text(line: &mut SeasonLine, change: &mut impl FnMut(&mut String)) {
    let activity = &mut line.row.activity;
    [
        &mut activity.title,
        &mut activity.purpose,
        &mut activity.place,
        &mut activity.audience,
    ]
    .into_iter()
    .for_each(&mut *change);
    let Some(meeting) = &mut line.meeting else {
        return;
    };
    change(&mut meeting.purpose);
    for row in &mut meeting.speakers {
        let texts = [
            &mut row.name,
            &mut row.title,
            &mut row.organisation,
            &mut row.presentation,
        ];
        texts.into_iter().for_each(&mut *change);
    }
    for slot in &mut meeting.slots {
        let texts = [
            &mut slot.title,
            &mut slot.who,
            &mut slot.place,
            &mut slot.note,
        ];
        texts.into_iter().for_each(&mut *change);
    }
}

/// Names that programmes leave out of their text, by season: how many there were.
pub(super) fn hidden(site: &Site<'_>) -> Vec<usize> {
    let names = Names::of(site.people, site.frame.audience);
    let locale = crate::documents::locale(site.frame.shelf.first);
    let count = |row: &Opened| row.fitted(site, &names, locale).hidden;
    site.seasons.iter().map(count).collect()
}

/// The pages of a network's programmes.
pub(super) fn pages(site: &Site<'_>, id: Id, network: &Network) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut mine = site
        .seasons
        .iter()
        .filter(|row| row.network == id)
        .peekable();
    if mine.peek().is_none() {
        return pages;
    }
    let names = Names::of(site.people, site.frame.audience);
    for row in mine {
        let title = |locale: Locale| format!("{}: {}", row.title(locale), network.head.name);
        let body = |sheet: &mut Sheet| {
            let fitted = row.fitted(site, &names, sheet.locale);
            body(sheet, site, network, &fitted);
            let (label, name) = (site.secretariat.label(id).to_owned(), &network.head.name);
            sheet.out.open("p", &[]);
            sheet.link(&Place::Network(label), name);
            sheet.out.close("p");
        };
        pages.extend(site.frame.pages(&row.place(site), title, body));
    }
    pages
}

fn body(sheet: &mut Sheet, site: &Site<'_>, network: &Network, fitted: &Fitted) {
    let programme = Programme {
        network,
        register: site.register,
        season: &fitted.season,
        lines: &fitted.lines,
        language: sheet.locale.language(),
    };
    sheet.out.blocks(&[], &programme.opening(), 0);
    for line in &fitted.lines {
        sheet.out.blocks(&[], &programme.line(line), 0);
        let meeting = line.row.activity.meeting;
        if let Some(card) = meeting.and_then(|id| site.card(id)) {
            sheet.out.open("p", &[]);
            sheet.link(&Place::Meeting(card.label.clone()), &card.headline());
            sheet.out.close("p");
        }
    }
    sheet.out.blocks(&[], &programme.closing(), 0);
}

/// A network's programmes, those that are over under a heading of their own.
pub(super) fn listed(sheet: &mut Sheet, site: &Site<'_>, network: Id) {
    let mine = site.seasons.iter().filter(|row| row.network == network);
    let over = |row: &&Opened| row.season.days().1.is_some_and(|last| last < site.today);
    let (over, open): (Vec<&Opened>, Vec<&Opened>) = mine.partition(over);
    for (key, rows) in [
        (Key::PortalProgrammes, open),
        (Key::PortalLastProgrammes, over),
    ] {
        if rows.is_empty() {
            continue;
        }
        sheet.heading(key);
        sheet.out.open("ul", &[]);
        for row in rows {
            let title = row.title(sheet.locale);
            sheet.out.open("li", &[]);
            sheet.link(&row.place(site), &title);
            sheet.out.close("li");
        }
        sheet.out.close("ul");
    }
}
