//! What the site is made of, asked of the hub: every document's stamp first, then only the meetings that changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::keeps;
use super::kept::{Made, Memory, Remembered, digest};
use super::tree::Tree;
use crate::cli::failure::Failure;
use crate::cli::headless::Headless;
use crate::cli::{plan, world};
use crate::documents::portal::{
    self, Audience, Card, Frame, Matter, Page, Shelf, Site, Stock, Why, announced_meetings, fitted,
    known,
};
use crate::documents::{Source, locale};
use crate::domain::desk::Desk;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::op::DocId;
use crate::domain::plan::PlanRow;
use crate::domain::query::{Answer, Query};
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use crate::locale::Key;

/// Everything but the meetings.
pub struct Gathering {
    /// What stands round every page.
    pub frame: Frame,
    /// The whole register.
    pub register: Register,
    /// All networks by name.
    pub networks: Vec<(Id, Network)>,
    /// What is said of each meeting.
    pub cards: BTreeMap<Id, Card>,
    /// Networks' labels.
    pub secretariat: Secretariat,
    known: Register,
    desk: Desk,
    plan: Vec<PlanRow>,
    announced: BTreeSet<Id>,
    stamps: BTreeMap<DocId, String>,
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
    /// Asks for everything but the meetings.
    pub fn begin(
        headless: &mut Headless,
        folder: &Path,
        audience: Audience,
        base: String,
    ) -> Result<Self, Failure> {
        let Answer::Stamps(stamps) = headless.link.ask(Query::Stamps)? else {
            return Err(Key::ErrorInternal.into());
        };
        let (secretariat, register) = (headless.secretariat()?, headless.register()?);
        let language = secretariat.head.language;
        let name = match secretariat.head.name.trim() {
            "" => locale(language).text(Key::PortalName).into_owned(),
            name => name.to_owned(),
        };
        let frame = Frame {
            name,
            audience,
            shelf: Shelf { first: language },
            base,
        };
        let live = secretariat.networks.values().filter(|row| !row.removed);
        let mut networks = Vec::new();
        for id in live.map(|row| row.id) {
            networks.push((id, headless.network(id)?));
        }
        networks.sort_by_cached_key(|(id, row)| (sort_key(&row.head.name), *id));
        let plan = plan::found(headless, None)?;
        let open = networks.iter();
        let open = open.filter(|(_, network)| portal::is_open(network, audience));
        let announced =
            open.flat_map(|(id, network)| announced_meetings(*id, network, &plan, audience));
        Ok(Self {
            announced: announced.collect(),
            known: known(&register, audience),
            desk: headless.desk()?,
            plan,
            stamps: stamps.into_iter().collect(),
            folder: folder.to_owned(),
            today: world::clock().local.date(),
            cards: BTreeMap::new(),
            frame,
            register,
            networks,
            secretariat,
        })
    }

    /// Reads the meetings that changed since the site was written, all where there is none.
    pub fn read_meetings(
        &mut self,
        headless: &mut Headless,
        tree: Option<&Tree>,
    ) -> Result<Told, Failure> {
        let mut told = Told::default();
        let networks = std::mem::take(&mut self.networks);
        for (id, network) in &networks {
            if !portal::is_open(network, self.frame.audience) {
                continue;
            }
            for (meeting, key) in self.keys(*id, network) {
                let known = tree.and_then(|tree| unchanged(tree, meeting, &key));
                let row = match known {
                    Some(row) => {
                        told.unchanged.extend(row.paths.iter().cloned());
                        row.clone()
                    }
                    None => {
                        let (card, pages) = self.tell(headless, meeting, network)?;
                        let paths = pages.iter().map(|page| page.path.clone()).collect();
                        told.pages.extend(pages);
                        let stamp = listed(&card);
                        Remembered {
                            key,
                            card,
                            stamp,
                            paths,
                        }
                    }
                };
                self.cards.insert(meeting, row.card.clone());
                told.memory.meetings.insert(meeting, row);
            }
        }
        self.networks = networks;
        Ok(told)
    }

    /// Makes the site's other pages, each part anew only where what it is made from changed.
    pub fn make_rest(&self, told: &mut Told, tree: &Tree) {
        let keys = self.parts(&told.memory);
        let then = tree.memory();
        let stands = |(name, key): &(String, String)| {
            let made = then.parts.get(name);
            made.filter(|made| made.key == *key && tree.has(&made.paths))
        };
        if keys.iter().all(|part| stands(part).is_some()) {
            for (name, made) in &then.parts {
                told.unchanged.extend(made.paths.iter().cloned());
                told.memory.parts.insert(name.clone(), made.clone());
            }
            told.memory.files.clone_from(&then.files);
            return;
        }
        let site = self.site();
        for part in keys {
            let made = match stands(&part) {
                Some(made) => {
                    told.unchanged.extend(made.paths.iter().cloned());
                    made.clone()
                }
                None => {
                    let pages = match part.0.as_str() {
                        REST => site.pages(),
                        CALENDAR => site.calendars(),
                        name => match name.strip_suffix(SEASONS) {
                            Some(label) => site.season_pages(label),
                            None => site.network_pages(name),
                        },
                    };
                    let paths = pages.iter().map(|page| page.path.clone()).collect();
                    told.pages.extend(pages);
                    Made { key: part.1, paths }
                }
            };
            told.memory.parts.insert(part.0, made);
        }
        told.memory.files = site.files();
    }

    /// The parts of the site beside the meetings: each network's pages by its label, and the rest; and what each is made
    /// from, so that another key means other pages.
    fn parts(&self, memory: &Memory) -> Vec<(String, String)> {
        let common = [
            program(),
            format!("{:?}", self.frame),
            self.today.to_string(),
            self.stamp(DocId::Secretariat).to_owned(),
            self.stamp(DocId::Register).to_owned(),
        ]
        .join("\n");
        let mut all = common.clone();
        let mut parts = Vec::new();
        for (id, network) in &self.networks {
            if !portal::is_open(network, self.frame.audience) {
                continue;
            }
            let mut own = self.stamp(DocId::Network(*id)).to_owned();
            let cards = memory
                .meetings
                .values()
                .filter(|row| row.card.network == *id);
            cards.for_each(|row| own.push_str(&row.stamp));
            // A file that is gone takes its link with it.
            for row in network
                .materials
                .values()
                .filter(|row| !row.file.is_empty())
            {
                own.push(if keeps(&self.folder, &row.file) {
                    '1'
                } else {
                    '0'
                });
            }
            all.push_str(&own);
            let label = self.secretariat.label(*id).to_owned();
            if portal::has_programme(network, self.frame.audience) {
                let seasons = format!("{common}\n{own}{}", self.programme(*id, memory));
                parts.push((season_part(&label), digest(seasons.as_bytes())));
            }
            parts.push((label, digest(format!("{common}\n{own}").as_bytes())));
        }
        all.push_str(self.stamp(DocId::Desk));
        let mut plan = self.plan.clone();
        plan.iter_mut().for_each(|row| row.activity.place.clear());
        all.push_str(&json(&plan));
        let places = self.plan.iter().map(|row| row.activity.place.as_str());
        let places: Vec<&str> = places.collect();
        let venues = memory.meetings.values().map(|row| row.card.venue.as_str());
        let venues: Vec<&str> = venues.collect();
        let calendar = format!("{all}{}{}", json(&places), json(&venues));
        parts.push((CALENDAR.to_owned(), digest(calendar.as_bytes())));
        parts.push((REST.to_owned(), digest(all.as_bytes())));
        parts
    }

    /// What a network's programmes are made of beside its own facts: its plan, and what is told of its meetings.
    fn programme(&self, network: Id, memory: &Memory) -> String {
        let cards = memory.meetings.values().map(|row| &row.card);
        let told = cards.filter(|card| card.network == network);
        let told: Vec<_> = told.filter_map(|card| card.announced.as_ref()).collect();
        let plan: Vec<_> = self
            .plan
            .iter()
            .filter(|row| row.network == network)
            .collect();
        format!("{}{}", json(&told), json(&plan))
    }

    /// What tells a document's state from any other of its states.
    fn stamp(&self, doc: DocId) -> &str {
        self.stamps.get(&doc).map_or("", String::as_str)
    }

    /// A meeting's card and pages.
    fn tell(
        &self,
        headless: &mut Headless,
        id: Id,
        network: &Network,
    ) -> Result<(Card, Vec<Page>), Failure> {
        let meeting = fitted(&headless.meeting(id)?, &self.register, self.frame.audience);
        let source = Source {
            secretariat: &self.secretariat,
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
            register: &self.register,
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
            let stamp = self.stamp(DocId::Meeting(row.id));
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
            program(),
            format!("{:?}", self.frame.audience),
            self.frame.name.clone(),
            json(&self.secretariat.head.language),
            self.secretariat.label(id).to_owned(),
            json(&network.head),
            json(&network.own_texts),
            self.stamp(DocId::Register).to_owned(),
        ];
        digest(parts.join("\n").as_bytes())
    }

    /// What the site's other pages are made from.
    pub fn site(&self) -> Site<'_> {
        let stock = Stock {
            frame: &self.frame,
            secretariat: &self.secretariat,
            register: &self.known,
            people: &self.register,
            networks: &self.networks,
            desk: &self.desk,
            plan: &self.plan,
            cards: &self.cards,
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

/// A meeting whose pages stand as they would be made now; a file that was not there may have come.
fn unchanged<'a>(tree: &'a Tree, meeting: Id, key: &str) -> Option<&'a Remembered> {
    let known = tree.memory().meetings.get(&meeting)?;
    let files = !known.card.held.iter().any(|(why, _)| *why == Why::File);
    (known.key == key && files && tree.has(&known.paths)).then_some(known)
}

fn json<T: serde::Serialize>(what: &T) -> String {
    serde_json::to_string(what).unwrap_or_default()
}

/// This very program: another one may write other pages.
fn program() -> String {
    let path = std::env::current_exe().ok();
    let about = path.and_then(|path| std::fs::metadata(path).ok());
    let about = about.map(|about| (about.len(), about.modified().ok()));
    format!("{} {about:?}", env!("CARGO_PKG_VERSION"))
}
