//! Index rows, derived from documents when they are written. Labels and names of other documents are not stored in
//! rows: they are put in when the row is read, so that a new name touches no row.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::shelf::Writes;
use super::{Error, Store, keys};
use crate::domain::checklist::Missing;
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::letter::Outgoing;
use crate::domain::meeting::{Meeting, MeetingTable};
use crate::domain::minutes::EntryKind;
use crate::domain::network::{ActionStatus, Network, NetworkTable};
use crate::domain::op::DocId;
use crate::domain::query::{ActionRow, DecisionRow, MeetingRow};
use crate::domain::record::RecordKey;
use crate::domain::walk::Stage;

/// A meeting's row with what it needs besides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct StoredMeeting {
    pub row: MeetingRow,
    pub held: bool,
}

/// A network's facts for lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct StoredNetwork {
    pub name: String,
    /// First and last day of each membership.
    pub members: Vec<(Option<NaiveDate>, Option<NaiveDate>)>,
    /// Meetings held.
    pub held: usize,
    /// What ends or is due by itself.
    #[serde(default)]
    pub days: Vec<(Missing, NaiveDate)>,
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(value).map_err(|error| Error::Disk(error.to_string()))
}

pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    serde_json::from_slice(bytes).map_err(|error| Error::Damaged(error.to_string()))
}

impl Store {
    /// Notes which rows a changed document concerns; writes those that are its own alone.
    pub(super) fn concerned(
        &mut self,
        id: DocId,
        doc: &Doc,
        touched: &BTreeSet<RecordKey>,
        writes: &mut Writes,
        meetings: &mut BTreeSet<Id>,
        actions: &mut BTreeSet<(Id, Id)>,
    ) -> Result<(), Error> {
        match (id, doc) {
            (DocId::Meeting(id), Doc::Meeting(meeting)) => {
                meetings.insert(id);
                let entries = touched
                    .iter()
                    .filter(|key| key.table == MeetingTable::Entry as u8);
                let linked = entries.filter_map(|key| meeting.entries.get(&key.id)?.action);
                actions.extend(linked.map(|action| (meeting.head.network, action)));
                if touched
                    .iter()
                    .any(|key| key.table == MeetingTable::Item as u8)
                {
                    let all = meeting.entries.values().filter_map(|entry| entry.action);
                    actions.extend(all.map(|action| (meeting.head.network, action)));
                }
            }
            (DocId::Network(id), Doc::Network(network)) => {
                for key in touched {
                    if key.table == NetworkTable::Action as u8 {
                        actions.insert((id, key.id));
                        let row = network.actions.get(&key.id);
                        meetings.extend(row.and_then(|row| row.meeting));
                    } else if key.table == NetworkTable::Meeting as u8
                        && let Some(row) = network.meetings.get(&key.id)
                    {
                        let label = (id, row.year, row.number);
                        writes.put(keys::key(keys::LABEL, &[key.id]), json(&label)?);
                        let place = keys::number(id, row.year, row.number);
                        writes.put(place, key.id.bits().to_be_bytes().to_vec());
                        meetings.insert(key.id);
                    }
                }
                self.index_network(id, network, writes)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn index_network(&self, id: Id, network: &Network, writes: &mut Writes) -> Result<(), Error> {
        let mut facts = self.network_facts(id, writes)?;
        facts.name.clone_from(&network.head.name);
        let live = network.members.values().filter(|member| !member.removed);
        facts.members = live.map(|member| (member.from, member.until)).collect();
        facts.days = network.days_ahead();
        writes.put(keys::key(keys::NETWORK, &[id]), json(&facts)?);
        Ok(())
    }

    pub(super) fn network_facts(&self, id: Id, writes: &Writes) -> Result<StoredNetwork, Error> {
        let key = keys::key(keys::NETWORK, &[id]);
        let bytes = match writes.pending(&key) {
            Some(pending) => pending.cloned(),
            None => self.shelf.get(&key)?,
        };
        bytes.map_or_else(|| Ok(StoredNetwork::default()), |bytes| parse(&bytes))
    }

    /// Writes the rows of meetings and action items.
    pub(super) fn index(
        &mut self,
        meetings: &BTreeSet<Id>,
        actions: &BTreeSet<(Id, Id)>,
        writes: &mut Writes,
    ) -> Result<(), Error> {
        for id in meetings {
            let (doc, _) = self.doc(DocId::Meeting(*id))?;
            let Doc::Meeting(meeting) = doc.as_ref() else {
                continue;
            };
            let (network, _) = self.doc(DocId::Network(meeting.head.network))?;
            let network = match network.as_ref() {
                Doc::Network(network) => Some(network),
                _ => None,
            };
            let gone = network
                .and_then(|network| network.meetings.get(id))
                .is_some_and(|row| row.removed);
            let there = meeting.head.id != Id::default() && !meeting.head.removed && !gone;
            self.index_meeting(*id, meeting, network, there, writes)?;
            self.index_content(*id, meeting, there, writes)?;
        }
        for (network, action) in actions {
            self.index_action(*network, *action, writes)?;
        }
        Ok(())
    }

    fn index_meeting(
        &mut self,
        id: Id,
        meeting: &Meeting,
        network: Option<&Network>,
        there: bool,
        writes: &mut Writes,
    ) -> Result<(), Error> {
        let (open_key, finished_key) = (
            keys::key(keys::MEETING_OPEN, &[id]),
            keys::key(keys::MEETING_FINISHED, &[id]),
        );
        let old = match self.shelf.get(&open_key)? {
            Some(bytes) => Some(bytes),
            None => self.shelf.get(&finished_key)?,
        };
        let old: Option<StoredMeeting> = old.map(|bytes| parse(&bytes)).transpose()?;
        if let Some(old) = &old {
            writes.remove(keys::by_day(old.row.network, old.row.date, id));
        }
        let mails = meeting.outgoing();
        let mails = (there && mails != Outgoing::default()).then(|| json(&mails));
        writes.set(keys::key(keys::OUTGOING, &[id]), mails.transpose()?);
        let held = there && meeting.head.ended_at.is_some();
        let was_held = old.as_ref().is_some_and(|old| old.held);
        let (mut open, mut finished) = (None, None);
        if there {
            let row = MeetingRow::of(id, meeting, network);
            let is_open = row.stage != Stage::Finished;
            let day = keys::by_day(row.network, row.date, id);
            writes.put(day, vec![u8::from(is_open)]);
            let bytes = json(&StoredMeeting { row, held })?;
            *(if is_open { &mut open } else { &mut finished }) = Some(bytes);
        }
        writes.set(open_key, open);
        writes.set(finished_key, finished);
        if held == was_held {
            return Ok(());
        }
        let network = old.map_or(meeting.head.network, |old| old.row.network);
        let mut facts = self.network_facts(network, writes)?;
        facts.held = facts
            .held
            .saturating_add(usize::from(held))
            .saturating_sub(usize::from(was_held));
        writes.put(keys::key(keys::NETWORK, &[network]), json(&facts)?);
        Ok(())
    }

    /// Decisions and item titles of a meeting.
    fn index_content(
        &self,
        id: Id,
        meeting: &Meeting,
        there: bool,
        writes: &mut Writes,
    ) -> Result<(), Error> {
        for table in [keys::DECISION, keys::ITEM] {
            for (key, _) in self.shelf.scan(&keys::key(table, &[id]))? {
                writes.remove(key);
            }
        }
        if !there {
            return Ok(());
        }
        for (number, item) in (1..).zip(meeting.agenda()) {
            let key = keys::key(keys::ITEM, &[id, item.id]);
            writes.put(key, item.title.clone().into_bytes());
            for entry in meeting.entries_of(item.id) {
                if entry.kind != EntryKind::Decision || entry.text.is_empty() {
                    continue;
                }
                let row = DecisionRow {
                    id: entry.id,
                    meeting: id,
                    meeting_label: String::new(),
                    date: meeting.head.date,
                    item: item.id,
                    number,
                    item_title: item.title.clone(),
                    text: entry.text.clone(),
                };
                writes.put(keys::key(keys::DECISION, &[id, entry.id]), json(&row)?);
            }
        }
        Ok(())
    }

    fn index_action(&mut self, network: Id, action: Id, writes: &mut Writes) -> Result<(), Error> {
        let row = self.action_row(network, action)?;
        let (mut open, mut closed) = (None, None);
        if let Some(row) = &row {
            let is_open = row.status == ActionStatus::Open;
            *(if is_open { &mut open } else { &mut closed }) = Some(json(row)?);
            let place = keys::key(keys::ACTION, &[action]);
            writes.put(place, network.bits().to_be_bytes().to_vec());
        }
        writes.set(keys::key(keys::ACTION_OPEN, &[network, action]), open);
        writes.set(keys::key(keys::ACTION_CLOSED, &[network, action]), closed);
        Ok(())
    }

    /// An action item joined with its entry; `None` when it is removed.
    fn action_row(&mut self, network: Id, action: Id) -> Result<Option<ActionRow>, Error> {
        let (doc, _) = self.doc(DocId::Network(network))?;
        let Doc::Network(of) = doc.as_ref() else {
            return Ok(None);
        };
        let Some(item) = of.actions.get(&action).filter(|item| !item.removed) else {
            return Ok(None);
        };
        let mut row = ActionRow {
            id: action,
            network,
            meeting: item.meeting,
            entry: item.entry,
            text: item.text.clone(),
            owner: item.owner.clone(),
            due: item.due.clone(),
            status: item.status,
            reported: item.reported,
            ..ActionRow::default()
        };
        let (Some(meeting), Some(entry)) = (item.meeting, item.entry) else {
            return Ok(Some(row));
        };
        let (doc, _) = self.doc(DocId::Meeting(meeting))?;
        if let Doc::Meeting(meeting) = doc.as_ref()
            && let Some(entry) = meeting.entries.get(&entry)
        {
            row.item = Some(entry.item);
            if entry.removed && !item.frozen {
                return Ok(None);
            }
            if !item.frozen {
                row.text.clone_from(&entry.text);
                row.owner = entry.owner.clone();
                row.due = entry.due.clone();
            }
        }
        Ok(Some(row))
    }
}
