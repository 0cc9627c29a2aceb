//! What a site is gathered from beside the meetings' own text, kept in the data folder as it stood at a position of the
//! journal: only documents that changed since are asked for.
//!
//! It holds what the secretariat knows and is for nobody else: it never lies beside a site. Derived, checked, and removed
//! with every erasure.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::kept::{digest, json};
use super::program;
use crate::cli::failure::Failure;
use crate::cli::headless::Headless;
use crate::domain::desk::Desk;
use crate::domain::fold::Doc;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::op::DocId;
use crate::domain::plan::{PlanRow, in_order, plan_rows};
use crate::domain::query::{Answer, Changed, MeetingRow, Position, Query};
use crate::domain::record::is_default;
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use crate::hub::{PORTAL, private};
use crate::locale::Key;
use crate::store::stamp;

/// Of more documents that changed all is asked for anew: then that is less.
const MANY: usize = 64;

/// What is known of all documents.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Basis {
    /// The program that kept it: another one may read it otherwise.
    program: String,
    at: Position,
    /// What tells each document's state from any other of its states.
    stamps: BTreeMap<DocId, String>,
    /// Networks' labels.
    pub secretariat: Secretariat,
    /// The whole register.
    pub register: Register,
    /// The desk.
    pub desk: Desk,
    /// The networks that are not removed, by name.
    pub networks: Vec<(Id, Network)>,
    meetings: BTreeMap<Id, Facts>,
    /// Meetings that were asked for just now.
    #[serde(skip)]
    asked: BTreeMap<Id, Meeting>,
    /// Whether it differs from what was kept.
    #[serde(skip)]
    fresh: bool,
}

/// What a plan says of a meeting.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Facts {
    network: Id,
    #[serde(skip_serializing_if = "is_default")]
    title: String,
    #[serde(skip_serializing_if = "is_default")]
    date: Option<NaiveDate>,
    #[serde(skip_serializing_if = "is_default")]
    start: Option<NaiveTime>,
    #[serde(skip_serializing_if = "is_default")]
    end: Option<NaiveTime>,
    #[serde(skip_serializing_if = "is_default")]
    venue: String,
    #[serde(skip_serializing_if = "is_default")]
    host: Option<Id>,
    #[serde(skip_serializing_if = "is_default")]
    tentative: bool,
    #[serde(skip_serializing_if = "is_default")]
    cancelled: bool,
}

impl Basis {
    /// What is known now: what was kept, with the documents that changed since; all of it where that cannot be said.
    pub fn ask(headless: &mut Headless, folder: &Path) -> Result<Self, Failure> {
        let mut kept = Self::read(folder).unwrap_or_default();
        let Answer::Changed(Changed { at, docs }) = headless.link.ask(Query::Changed(kept.at))?
        else {
            return Err(Key::ErrorInternal.into());
        };
        match docs.filter(|docs| docs.len() <= MANY) {
            Some(docs) => kept.follow(headless, &docs)?,
            None => kept = Self::anew(headless)?,
        }
        let fresh = kept.at != at;
        Ok(Self { at, fresh, ..kept })
    }

    fn anew(headless: &mut Headless) -> Result<Self, Failure> {
        // The stamps first: what changes after them is made anew the next time.
        let Answer::Stamps(stamps) = headless.link.ask(Query::Stamps)? else {
            return Err(Key::ErrorInternal.into());
        };
        let all = Query::Meetings {
            network: None,
            open: false,
        };
        let Answer::Meetings(rows) = headless.link.ask(all)? else {
            return Err(Key::ErrorInternal.into());
        };
        let meetings = stamps.into_iter();
        let meetings = meetings.filter(|(id, _)| matches!(id, DocId::Meeting(_)));
        let mut basis = Self {
            program: program(),
            stamps: meetings.collect(),
            meetings: rows.iter().map(|row| (row.id, Facts::of(row))).collect(),
            ..Self::default()
        };
        let rest = [DocId::Secretariat, DocId::Register, DocId::Desk];
        basis.follow(headless, &BTreeSet::from(rest))?;
        Ok(basis)
    }

    /// Asks for documents that changed.
    fn follow(&mut self, headless: &mut Headless, docs: &BTreeSet<DocId>) -> Result<(), Failure> {
        for id in docs {
            self.take(*id, headless.doc(*id)?)?;
        }
        self.complete(headless)
    }

    fn take(&mut self, id: DocId, doc: Doc) -> Result<(), Failure> {
        self.stamps.insert(id, stamp(id, &doc));
        match (id, doc) {
            (DocId::Meeting(id), Doc::Meeting(doc)) => {
                let there = doc.head.id == id && !doc.head.removed;
                // What is of no network is in no plan.
                let facts = there.then(|| Facts::of(&MeetingRow::of(id, &doc, None)));
                self.meetings.insert(id, facts.unwrap_or_default());
                self.asked.insert(id, doc);
            }
            (DocId::Network(id), Doc::Network(doc)) => {
                self.networks.retain(|(known, _)| *known != id);
                self.networks.push((id, doc));
            }
            (_, Doc::Secretariat(doc)) => self.secretariat = doc,
            (_, Doc::Register(doc)) => self.register = doc,
            (_, Doc::Desk(doc)) => self.desk = doc,
            _ => return Err(Key::ErrorInternal.into()),
        }
        Ok(())
    }

    /// Keeps the live networks and their meetings, and asks for those that are missing.
    fn complete(&mut self, headless: &mut Headless) -> Result<(), Failure> {
        let live = self.secretariat.networks.values();
        let live: BTreeSet<Id> = live.filter(|row| !row.removed).map(|row| row.id).collect();
        self.networks.retain(|(id, _)| live.contains(id));
        self.stamps
            .retain(|id, _| !matches!(id, DocId::Network(id) if !live.contains(id)));
        for id in live {
            if !self.networks.iter().any(|(known, _)| *known == id) {
                let id = DocId::Network(id);
                self.take(id, headless.doc(id)?)?;
            }
        }
        self.networks
            .sort_by_cached_key(|(id, row)| (sort_key(&row.head.name), *id));
        let refs = self
            .networks
            .iter()
            .flat_map(|(_, it)| it.meetings.values());
        let live: BTreeSet<Id> = refs.filter(|row| !row.removed).map(|row| row.id).collect();
        self.meetings.retain(|id, _| live.contains(id));
        for id in live {
            if !self.meetings.contains_key(&id) {
                let id = DocId::Meeting(id);
                self.take(id, headless.doc(id)?)?;
            }
        }
        Ok(())
    }

    /// A meeting, asked for where it was not just now.
    pub fn meeting(&self, headless: &mut Headless, id: Id) -> Result<Meeting, Failure> {
        match self.asked.get(&id) {
            Some(meeting) => Ok(meeting.clone()),
            None => headless.meeting(id),
        }
    }

    /// What tells a document's state from any other of its states.
    pub fn stamp(&self, doc: DocId) -> &str {
        self.stamps.get(&doc).map_or("", String::as_str)
    }

    /// The program that made it.
    pub fn program(&self) -> &str {
        &self.program
    }

    /// What the plan says of the meetings of some networks, but for where they are; and where.
    pub fn facts(&self, networks: &BTreeSet<Id>) -> (String, String) {
        let mut facts = self.meetings.clone();
        facts.retain(|_, row| networks.contains(&row.network));
        let places = facts.values_mut().map(|row| std::mem::take(&mut row.venue));
        let places: Vec<String> = places.collect();
        (json(&facts), json(&places))
    }

    /// The plan of all networks.
    pub fn plan(&self) -> Vec<PlanRow> {
        let mut rows = Vec::new();
        for (id, network) in &self.networks {
            let live = network.meetings.values().filter(|row| !row.removed);
            let facts = live.filter_map(|row| self.meetings.get_key_value(&row.id));
            let meetings: Vec<MeetingRow> = facts.map(|(id, facts)| facts.row(*id)).collect();
            rows.extend(plan_rows(*id, network, &meetings));
        }
        in_order(rows, &self.register)
    }

    /// What was kept in a data folder, if it is whole and this very program's.
    fn read(folder: &Path) -> Option<Self> {
        let text = fs::read_to_string(folder.join(PORTAL)).ok()?;
        let (check, json) = text.split_once('\n')?;
        let kept: Self = match check == digest(json.as_bytes()) {
            true => serde_json::from_str(json).ok()?,
            false => return None,
        };
        (kept.program == program()).then_some(kept)
    }

    /// Keeps what is new in the data folder, which this process must hold: nobody erases anything meanwhile.
    pub fn keep(&self, folder: &Path) -> io::Result<()> {
        if !self.fresh {
            return Ok(());
        }
        let json = serde_json::to_string(self)?;
        let fresh = folder.join(format!("{PORTAL}.new"));
        let mut file = private(&fresh)?;
        write!(file, "{}\n{json}", digest(json.as_bytes()))?;
        fs::rename(&fresh, folder.join(PORTAL))
    }
}

impl Facts {
    fn of(row: &MeetingRow) -> Self {
        Self {
            network: row.network,
            title: row.title.clone(),
            date: row.date,
            start: row.start,
            end: row.end,
            venue: row.venue.clone(),
            host: row.host,
            tentative: row.tentative,
            cancelled: row.cancelled,
        }
    }

    /// How far the meeting is, no site says.
    fn row(&self, id: Id) -> MeetingRow {
        MeetingRow {
            id,
            network: self.network,
            title: self.title.clone(),
            date: self.date,
            start: self.start,
            end: self.end,
            venue: self.venue.clone(),
            host: self.host,
            tentative: self.tentative,
            cancelled: self.cancelled,
            ..MeetingRow::default()
        }
    }
}
