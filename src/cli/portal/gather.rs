//! What the site is made of, asked of the hub: every document's stamp first, then only the meetings that changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::basis::Basis;
use super::kept::{Made, Memory, Remembered, digest, json};
use super::tree::Tree;
use super::{keeps, withheld};
use crate::cli::failure::Failure;
use crate::cli::headless::Headless;
use crate::cli::world;
use crate::documents::portal::{
    self, Audience, Card, Frame, Matter, Page, Shelf, Site, Stock, Why, announced_meetings, fitted,
    known,
};
use crate::documents::{Source, locale};
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::op::DocId;
use crate::domain::plan::PlanRow;
use crate::domain::register::Register;
use crate::locale::Key;

/// Everything but the meetings.
pub struct Gathering {
    /// What stands round every page.
    pub frame: Frame,
    /// What all documents but the meetings say.
    pub basis: Basis,
    known: Register,
    plan: Vec<PlanRow>,
    announced: BTreeSet<Id>,
    folder: PathBuf,
    today: NaiveDate,
}

/// The site's files: pages made anew, the paths of those that stand as they are, kept files; and what to remember.
#[derive(Debug, Default)]
pub struct Told {
    /// Made anew.
    pub pages: Vec<Page>,
    /// As they are.
    pub unchanged: Vec<String>,
    /// What they were made from.
    pub memory: Memory,
}

impl Gathering {
    /// Begins with what all documents but the meetings say.
    pub fn begin(basis: Basis, folder: &Path, audience: Audience, base: String) -> Self {
        let language = basis.secretariat.head.language;
        let name = match basis.secretariat.head.name.trim() {
            "" => locale(language).text(Key::PortalName).into_owned(),
            name => name.to_owned(),
        };
        let frame = Frame {
            name,
            audience,
            shelf: Shelf { first: language },
            base,
        };
        let plan = basis.plan();
        let open = basis.networks.iter();
        let open = open.filter(|(_, network)| portal::is_open(network, audience));
        let announced =
            open.flat_map(|(id, network)| announced_meetings(*id, network, &plan, audience));
        Self {
            announced: announced.collect(),
            known: known(&basis.register, audience),
            plan,
            folder: folder.to_owned(),
            today: world::clock().local.date(),
            frame,
            basis,
        }
    }

    /// Reads the meetings that changed since the site was written, all where there is none; the others are as they were
    /// then.
    pub fn read_meetings(
        &self,
        headless: &mut Headless,
        then: &mut Memory,
        tree: Option<&Tree>,
    ) -> Result<Told, Failure> {
        let mut told = Told::default();
        told.memory.copy = then.copy;
        for (id, network) in &self.basis.networks {
            if !portal::is_open(network, self.frame.audience) {
                continue;
            }
            for (meeting, key) in self.keys(*id, network) {
                let known = tree.and_then(|tree| unchanged(then, tree, meeting, &key));
                let (card, row) = match known {
                    Some(known) => {
                        told.unchanged.extend(known.1.paths.iter().cloned());
                        known
                    }
                    None => {
                        let (card, pages) = self.tell(headless, meeting, network)?;
                        let paths = pages.iter().map(|page| page.path.clone()).collect();
                        told.pages.extend(pages);
                        told.memory.fresh = true;
                        let stamp = listed(&card);
                        (card, Remembered { key, stamp, paths })
                    }
                };
                told.memory.cards.insert(meeting, card);
                told.memory.meetings.insert(meeting, row);
            }
        }
        told.memory.fresh |= !then.meetings.is_empty();
        Ok(told)
    }

    /// Makes the site's other pages, each part anew only where what it is made from changed.
    pub fn make_rest(&self, told: &mut Told, then: &mut Memory, tree: &Tree) {
        let mut missing = Vec::new();
        for (name, key) in self.parts(&told.memory) {
            let stands = |made: &Made| made.key == key && tree.has(&made.paths);
            match then.parts.remove(&name).filter(stands) {
                Some(made) => {
                    told.unchanged.extend(made.paths.iter().cloned());
                    told.memory.parts.insert(name, made);
                }
                None => missing.push((name, key)),
            }
        }
        if missing.is_empty() && then.parts.is_empty() {
            told.memory.files = std::mem::take(&mut then.files);
            told.memory.held = then.held;
            return;
        }
        let memory = &mut told.memory;
        let site = self.site(&memory.cards);
        for (name, key) in missing {
            let pages = match name.as_str() {
                REST => site.pages(),
                CALENDAR => site.calendars(),
                name => match name.strip_suffix(SEASONS) {
                    Some(label) => site.season_pages(label),
                    None => site.network_pages(name),
                },
            };
            let paths = pages.iter().map(|page| page.path.clone()).collect();
            memory.parts.insert(name, Made { key, paths });
            told.pages.extend(pages);
        }
        (memory.files, memory.fresh) = (site.files(), true);
        memory.held = withheld::kinds(self, &site);
    }

    /// The parts of the site beside the meetings: each network's pages by its label, and the rest; and what each is made
    /// from, so that another key means other pages.
    fn parts(&self, memory: &Memory) -> Vec<(String, String)> {
        let common = [
            self.basis.program(),
            &format!("{:?}", self.frame),
            &self.today.to_string(),
            self.basis.stamp(DocId::Secretariat),
            self.basis.stamp(DocId::Register),
        ]
        .join("\n");
        let mut all = common.clone();
        let (mut parts, mut open) = (Vec::new(), BTreeSet::new());
        for (id, network) in &self.basis.networks {
            if !portal::is_open(network, self.frame.audience) {
                continue;
            }
            open.insert(*id);
            let own = self.own(*id, network, memory);
            all.push_str(&own);
            let label = self.basis.secretariat.label(*id).to_owned();
            if portal::has_programme(network, self.frame.audience) {
                let seasons = format!("{common}\n{own}{}", self.programme(*id, memory));
                parts.push((season_part(&label), digest(seasons.as_bytes())));
            }
            parts.push((label, digest(format!("{common}\n{own}").as_bytes())));
        }
        let (facts, places) = self.basis.facts(&open);
        all.push_str(self.basis.stamp(DocId::Desk));
        all.push_str(&facts);
        let venues = memory.cards.values().map(|card| card.venue.as_str());
        let venues: Vec<&str> = venues.collect();
        let calendar = format!("{all}{places}{}", json(&venues));
        parts.push((CALENDAR.to_owned(), digest(calendar.as_bytes())));
        parts.push((REST.to_owned(), digest(all.as_bytes())));
        parts
    }

    /// What a network's pages are made of: the network, what is said of its meetings, and its files that are there; one
    /// that is gone takes its link with it.
    fn own(&self, id: Id, network: &Network, memory: &Memory) -> String {
        let mut own = self.basis.stamp(DocId::Network(id)).to_owned();
        let told = memory.meetings.values().zip(memory.cards.values());
        let told = told.filter(|(_, card)| card.network == id);
        told.for_each(|(row, _)| own.push_str(&row.stamp));
        let files = network.materials.values().map(|row| row.file.as_str());
        let there = files.filter(|file| !file.is_empty());
        own.extend(there.map(|file| if keeps(&self.folder, file) { '1' } else { '0' }));
        own
    }

    /// What a network's programmes are made of beside its own facts: its plan, and what is told of its meetings.
    fn programme(&self, network: Id, memory: &Memory) -> String {
        let told = memory.cards.values().filter(|card| card.network == network);
        let told: Vec<_> = told.filter_map(|card| card.announced.as_ref()).collect();
        let plan: Vec<_> = self
            .plan
            .iter()
            .filter(|row| row.network == network)
            .collect();
        format!("{}{}", json(&told), json(&plan))
    }

    /// A meeting's card and pages.
    fn tell(
        &self,
        headless: &mut Headless,
        id: Id,
        network: &Network,
    ) -> Result<(Card, Vec<Page>), Failure> {
        let meeting = self.basis.meeting(headless, id)?;
        let meeting = fitted(&meeting, &self.basis.register, self.frame.audience);
        let source = Source {
            secretariat: &self.basis.secretariat,
            register: &self.known,
            network,
            id,
            meeting: &meeting,
            previous: None,
            open_actions: &[],
        };
        let told = portal::tell(&Matter {
            frame: &self.frame,
            source,
            register: &self.basis.register,
            announced: self.announced.contains(&id),
            keeps: &|hash: &str| keeps(&self.folder, hash),
        });
        Ok((told.card, told.pages))
    }

    /// What the pages of each of a network's meetings are made from, so that another key means another page.
    fn keys(&self, id: Id, network: &Network) -> Vec<(Id, String)> {
        let common = self.common(id, network);
        let mut own: BTreeMap<Id, String> = BTreeMap::new();
        let mut add = |meeting: Option<Id>, row: String| {
            if let Some(meeting) = meeting {
                own.entry(meeting).or_default().push_str(&row);
            }
        };
        for row in network.articles.values() {
            add(Some(row.meeting), json(row));
        }
        for row in network.materials.values() {
            add(row.meeting, json(row));
        }
        let live = network.meetings.values();
        let live = live.filter(|row| !row.removed && row.allotted().is_some());
        live.map(|row| {
            let stamp = self.basis.stamp(DocId::Meeting(row.id));
            let own = own.get(&row.id).map_or("", String::as_str);
            let announced = json(&self.announced.contains(&row.id));
            let key = [&common, stamp, &json(row), own, &announced].join("\n");
            (row.id, digest(key.as_bytes()))
        })
        .collect()
    }

    /// What all of a network's meetings are made from beside themselves.
    fn common(&self, id: Id, network: &Network) -> String {
        let parts = [
            self.basis.program().to_owned(),
            format!("{:?}", self.frame.audience),
            self.frame.name.clone(),
            json(&self.basis.secretariat.head.language),
            self.basis.secretariat.label(id).to_owned(),
            json(&network.head),
            json(&network.own_texts),
            self.basis.stamp(DocId::Register).to_owned(),
        ];
        digest(parts.join("\n").as_bytes())
    }

    /// What the site's other pages are made from, and what is said of the meetings.
    pub fn site<'a>(&'a self, cards: &'a BTreeMap<Id, Card>) -> Site<'a> {
        let stock = Stock {
            frame: &self.frame,
            secretariat: &self.basis.secretariat,
            register: &self.known,
            people: &self.basis.register,
            networks: &self.basis.networks,
            desk: &self.basis.desk,
            plan: &self.plan,
            cards,
            today: self.today,
        };
        Site::of(&stock, &|hash: &str| keeps(&self.folder, hash))
    }
}

/// The parts of the site that are no network's; no label is called so.
const REST: &str = "";
const CALENDAR: &str = ".ics";
/// What stands after a network's label in the name of its programmes' part.
const SEASONS: &str = "/programme";

fn season_part(label: &str) -> String {
    format!("{label}{SEASONS}")
}

/// The beginning of the hash of what lists say of a meeting; its place stands on its own page and in the calendar.
fn listed(card: &Card) -> String {
    let card = Card {
        venue: String::new(),
        announced: None,
        ..card.clone()
    };
    digest(json(&card).as_bytes())
}

/// A meeting whose pages stand as they would be made now, taken from what is remembered; a file that was not there may
/// have come.
fn unchanged(then: &mut Memory, tree: &Tree, meeting: Id, key: &str) -> Option<(Card, Remembered)> {
    let (row, card) = (then.meetings.get(&meeting)?, then.cards.get(&meeting)?);
    let files = !card.held.iter().any(|(why, _)| *why == Why::File);
    if row.key != key || !files || !tree.has(&row.paths) {
        return None;
    }
    then.cards
        .remove(&meeting)
        .zip(then.meetings.remove(&meeting))
}
