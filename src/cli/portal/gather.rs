//! What the site is made of, asked of the hub: every document's stamp first, then only the meetings that changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::keeps;
use super::kept::{Memory, Remembered, digest};
use super::tree::Tree;
use crate::cli::failure::Failure;
use crate::cli::headless::Headless;
use crate::cli::{plan, world};
use crate::documents::portal::{
    self, Audience, Card, Frame, Matter, Page, Shelf, Site, Stock, Why, fitted, known,
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
    stamps: BTreeMap<DocId, String>,
    folder: PathBuf,
    today: NaiveDate,
}

/// The meetings' pages: those made anew, and the paths of those that stand as they are.
#[derive(Debug, Default)]
pub struct Told {
    /// Made anew.
    pub pages: Vec<Page>,
    /// As they are.
    pub unchanged: Vec<String>,
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
        Ok(Self {
            known: known(&register, audience),
            desk: headless.desk()?,
            plan: plan::found(headless, None)?,
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
        mut tree: Option<&mut Tree>,
    ) -> Result<Told, Failure> {
        let memory = tree.as_ref().map(|tree| tree.memory()).unwrap_or_default();
        let (mut told, mut fresh) = (Told::default(), Memory::new());
        let networks = std::mem::take(&mut self.networks);
        for (id, network) in &networks {
            if !portal::is_open(network, self.frame.audience) {
                continue;
            }
            let keys = self.keys(*id, network);
            for (meeting, key) in keys {
                let known = memory.get(&meeting).filter(|row| {
                    let whole = tree.as_ref().is_some_and(|tree| tree.has(&row.paths));
                    let files = !row.card.held.iter().any(|(why, _)| *why == Why::File);
                    row.key == key && whole && files
                });
                let row = match known {
                    Some(row) => {
                        told.unchanged.extend(row.paths.iter().cloned());
                        row.clone()
                    }
                    None => {
                        let (card, pages) = self.tell(headless, meeting, network)?;
                        let paths = pages.iter().map(|page| page.path.clone()).collect();
                        told.pages.extend(pages);
                        Remembered { key, card, paths }
                    }
                };
                self.cards.insert(meeting, row.card.clone());
                fresh.insert(meeting, row);
            }
        }
        self.networks = networks;
        if let Some(tree) = &mut tree {
            tree.remember(fresh);
        }
        Ok(told)
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
            let stamp = self.stamps.get(&DocId::Meeting(row.id));
            let stamp = stamp.map_or("", String::as_str);
            let own = own.get(&row.id).map_or("", String::as_str);
            let key = [&common, stamp, &json(row), own].join("\n");
            (row.id, digest(key.as_bytes()))
        })
        .collect()
    }

    /// What all of a network's meetings are made from beside themselves.
    fn common(&self, id: Id, network: &Network) -> String {
        let consents: Vec<Id> = self
            .register
            .people
            .values()
            .filter(|row| row.consented_on.is_some())
            .map(|row| row.id)
            .collect();
        let parts = [
            program(),
            format!("{:?}", self.frame.audience),
            self.frame.name.clone(),
            json(&self.secretariat.head.language),
            self.secretariat.label(id).to_owned(),
            json(&network.head),
            json(&self.known),
            json(&consents),
            // Whose names are not to be read.
            match self.frame.audience {
                Audience::Public => json(&names(&self.register)),
                Audience::Internal => String::new(),
            },
        ];
        digest(parts.join("\n").as_bytes())
    }

    /// What the site's other pages are made from.
    pub fn site(&self) -> Site<'_> {
        let stock = Stock {
            frame: &self.frame,
            secretariat: &self.secretariat,
            register: &self.known,
            networks: &self.networks,
            desk: &self.desk,
            plan: &self.plan,
            cards: &self.cards,
            today: self.today,
        };
        Site::of(&stock, &|hash: &str| keeps(&self.folder, hash))
    }
}

fn names(register: &Register) -> Vec<&str> {
    let people = register.people.values();
    people.map(|row| row.name.as_str()).collect()
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
