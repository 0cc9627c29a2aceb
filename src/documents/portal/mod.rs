//! The portal (videnportal): a static site of what the public, or the members, may read.
//!
//! It owns what appears where, and what is held back. It must not read files, ask anybody or know where the site is
//! written. A meeting's own pages are made of the meeting alone; every other page is made of [`Card`]s.

mod activities;
mod all;
mod card;
mod feeds;
mod frame;
mod home;
mod knowledge;
mod listing;
mod meeting;
mod names;
mod network;
mod place;
mod privacy;
mod season;
mod themes;
mod writer;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use super::source::Audience;
pub use card::{Card, Kept, Why};
pub use feeds::sitemap;
pub use frame::{Frame, Page};
pub use meeting::{Matter, Told, tell};
pub use place::Shelf;
pub use privacy::{fitted, is_named, known};
pub use season::{announced_meetings, has_programme, is_announced};

use super::annexes::name_of;
use crate::domain::desk::{Desk, RepresentationStatus};
use crate::domain::id::Id;
use crate::domain::network::{Network, Owner, Reach};
use crate::domain::plan::PlanRow;
use crate::domain::publishing::Material;
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use season::Opened;
use themes::Theme;

/// What all pages but the meetings' own are made from: only what the audience may know.
pub struct Site<'a> {
    /// What stands round every page.
    pub frame: &'a Frame,
    /// Networks' labels.
    pub secretariat: &'a Secretariat,
    /// People and organisations, as the audience may know them.
    pub register: &'a Register,
    /// The networks by name.
    pub networks: Vec<(Id, Network)>,
    /// What is presented elsewhere.
    pub desk: Desk,
    /// The plan, without ideas.
    pub plan: Vec<PlanRow>,
    /// The meetings, the latest first.
    pub cards: Vec<&'a Card>,
    /// The day it is made on.
    pub today: NaiveDate,
    known: &'a BTreeMap<Id, Card>,
    themes: Vec<Theme>,
    people: &'a Register,
    seasons: Vec<Opened>,
}

/// What a site is gathered from.
pub struct Stock<'a> {
    /// What stands round every page.
    pub frame: &'a Frame,
    /// Networks' labels.
    pub secretariat: &'a Secretariat,
    /// People and organisations, as the audience may know them.
    pub register: &'a Register,
    /// The whole register: who may not be named.
    pub people: &'a Register,
    /// All networks by name.
    pub networks: &'a [(Id, Network)],
    /// The desk.
    pub desk: &'a Desk,
    /// The plan of all networks.
    pub plan: &'a [PlanRow],
    /// What is said of the meetings.
    pub cards: &'a BTreeMap<Id, Card>,
    /// The day it is made on.
    pub today: NaiveDate,
}

/// Whether a network is on the portal of an audience.
pub fn is_open(network: &Network, audience: Audience) -> bool {
    match network.head.portal {
        Reach::Nobody => false,
        Reach::Members => audience == Audience::Internal,
        Reach::Public => true,
    }
}

impl<'a> Site<'a> {
    /// Takes what the audience may know; `keeps` says whether the folder keeps a file.
    pub fn of(stock: &Stock<'a>, keeps: &dyn Fn(&str) -> bool) -> Self {
        let audience = stock.frame.audience;
        let open = stock.networks.iter();
        let open = open.filter(|(_, network)| is_open(network, audience));
        let networks: Vec<(Id, Network)> = open
            .map(|(id, network)| (*id, network::fitted(network, stock, keeps)))
            .collect();
        let here = |id: Id| networks.iter().any(|(network, _)| *network == id);
        let plan = stock.plan.iter();
        let plan = plan.filter(|row| here(row.network) && row.activity.is_announced());
        let mut cards: Vec<&Card> = stock.cards.values().collect();
        cards.retain(|card| here(card.network));
        cards.sort_by_key(|card| std::cmp::Reverse((card.date, card.id)));
        let mut site = Self {
            frame: stock.frame,
            secretariat: stock.secretariat,
            register: stock.register,
            plan: plan.cloned().collect(),
            desk: desk(stock.desk, here),
            networks,
            cards,
            today: stock.today,
            known: stock.cards,
            themes: Vec::new(),
            people: stock.people,
            seasons: season::gathered(stock),
        };
        site.themes = themes::gathered(&site);
        site
    }

    /// The pages of the network with a label.
    pub fn network_pages(&self, label: &str) -> Vec<Page> {
        let mut networks = self.networks.iter();
        let found = networks.find(|(id, _)| self.secretariat.label(*id) == label);
        found.map_or_else(Vec::new, |(id, network)| network::pages(self, *id, network))
    }

    /// The programmes of the network with a label.
    pub fn season_pages(&self, label: &str) -> Vec<Page> {
        let mut networks = self.networks.iter();
        let found = networks.find(|(id, _)| self.secretariat.label(*id) == label);
        found.map_or_else(Vec::new, |(id, network)| season::pages(self, *id, network))
    }

    /// How many programmes there are.
    pub fn seasons(&self) -> usize {
        self.seasons.len()
    }

    /// What programmes hold back: the network, the season, why, and how much.
    pub fn held_of_seasons(&self) -> Vec<(Id, &str, Why, usize)> {
        let hidden = season::hidden(self);
        let rows = self.seasons.iter().zip(hidden).flat_map(|(row, names)| {
            let portrait = usize::from(row.portrait_held);
            [(Why::Portrait, portrait), (Why::Names, names)]
                .map(|(why, count)| (row.network, row.season.name.as_str(), why, count))
        });
        rows.filter(|(.., count)| *count > 0).collect()
    }

    /// The calendar that others follow.
    pub fn calendars(&self) -> Vec<Page> {
        feeds::calendars(self)
    }

    /// All pages but the meetings' and the networks' own, and the files round them.
    pub fn pages(&self) -> Vec<Page> {
        let mut pages = home::pages(self);
        pages.extend(activities::pages(self));
        pages.extend(knowledge::pages(self));
        pages.extend(themes::pages(self));
        pages.extend(listing::pages(self));
        pages.extend(all::pages(self));
        pages.extend(feeds::pages(self));
        pages.push(Page::new(
            "style.css",
            format!("{}{}", super::html::STYLE, include_str!("style.css")),
        ));
        pages.push(Page::new("icon.svg", include_str!("icon.svg")));
        pages.push(Page::new("search.js", include_str!("search.js")));
        pages
    }

    /// The kept files that pages link to.
    pub fn files(&self) -> Vec<Kept> {
        let cards = self.cards.iter().flat_map(|card| card.files.clone());
        let networks = self.networks.iter().map(|(_, network)| network);
        let rows = networks.flat_map(|network| network.materials.values());
        let own = rows.filter_map(|row| {
            let path = file_path(row)?;
            let hash = row.file.clone();
            Some(Kept { hash, path })
        });
        let mut files: Vec<Kept> = cards.chain(own).collect();
        files.sort();
        files.dedup();
        files
    }

    /// What is said of a meeting.
    fn card(&self, meeting: Id) -> Option<&'a Card> {
        let open = |card: &&Card| self.networks.iter().any(|(id, _)| *id == card.network);
        self.known.get(&meeting).filter(open)
    }

    /// Who that is: an organisation, or a person who may be named; words may be anybody's name.
    fn owner(&self, owner: &Owner) -> String {
        match owner {
            Owner::Person(id) => {
                let person = self.register.people.get(id);
                person.map_or_else(String::new, |person| person.name.clone())
            }
            Owner::Organisation(id) => self.register.organisation_name(*id).to_owned(),
            Owner::Words(_) | Owner::Nobody => String::new(),
        }
    }

    /// The name of a network, empty when it is not on the portal.
    fn network_name(&self, id: Id) -> &str {
        let found = self.networks.iter().find(|(network, _)| *network == id);
        found.map_or("", |(_, network)| network.head.name.as_str())
    }
}

/// Where a material's file lies in the site, when it has one.
fn file_path(row: &Material) -> Option<String> {
    let name = name_of(&row.file, &row.file_name);
    (!name.is_empty()).then(|| format!("bilag/{name}"))
}

/// What of the desk is on the portal: what was presented or will be, with nobody's note.
fn desk(desk: &Desk, here: impl Fn(Id) -> bool) -> Desk {
    let shown = |status| {
        matches!(
            status,
            RepresentationStatus::Accepted | RepresentationStatus::Held
        )
    };
    let mut open = Desk::default();
    for row in desk.representations.values() {
        if !row.removed && shown(row.status) && row.network.is_none_or(&here) {
            let mut row = row.clone();
            row.note.clear();
            open.representations.insert(row.id, row);
        }
    }
    let told = &open.representations;
    let contributors = desk.contributors.values();
    let ours = contributors.filter(|row| told.contains_key(&row.representation));
    open.contributors = ours.map(|row| (row.id, row.clone())).collect();
    open
}
