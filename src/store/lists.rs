//! Lists across documents: Home, meetings, action items, decisions, and what a label names.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::index::{StoredMeeting, parse};
use super::labels::Names;
use super::shelf::{Pair, Writes};
use super::{Error, Store, keys};
use crate::domain::code::meeting_part;
use crate::domain::fold::Doc;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::query::{ActionRow, DecisionRow, Home, MeetingRow, NetworkRow, Reference};
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use crate::domain::walk::Stage;

impl Store {
    pub(super) fn secretariat(&mut self) -> Result<Secretariat, Error> {
        Ok(match self.doc(DocId::Secretariat)?.0.as_ref() {
            Doc::Secretariat(secretariat) => secretariat.clone(),
            _ => Secretariat::default(),
        })
    }

    fn meeting_rows(&self, pairs: Vec<Pair>, names: &Names) -> Result<Vec<MeetingRow>, Error> {
        let mut rows = Vec::with_capacity(pairs.len());
        for (_, bytes) in pairs {
            let stored: StoredMeeting = parse(&bytes)?;
            let mut row = stored.row;
            if row.network != Id::default() && !names.labels.contains_key(&row.network) {
                continue;
            }
            row.network_name = names
                .networks
                .get(&row.network)
                .cloned()
                .unwrap_or_default();
            rows.push(row);
        }
        let mut labels = self.labels_of(&rows, names)?;
        for row in &mut rows {
            row.label = labels.remove(&row.id).unwrap_or_default();
        }
        Ok(rows)
    }

    fn meeting_pair(&self, id: Id) -> Result<Option<Pair>, Error> {
        for table in [keys::MEETING_OPEN, keys::MEETING_FINISHED] {
            let key = keys::key(table, &[id]);
            if let Some(bytes) = self.shelf.get(&key)? {
                return Ok(Some((key, bytes)));
            }
        }
        Ok(None)
    }

    /// What Home shows.
    pub fn home(&mut self, today: NaiveDate) -> Result<Home, Error> {
        self.settle()?;
        let names = self.names()?;
        let mut current = self.shelf.whole(&[keys::MEETING_OPEN])?;
        let mut past = Vec::new();
        for network in names.labels.keys() {
            let (from, now, to) = (
                keys::until_day(*network, None),
                keys::until_day(*network, Some(today)),
                keys::until_day(*network, Some(NaiveDate::MAX)),
            );
            let finished =
                |(key, open): &Pair| (open.as_slice() == [0]).then(|| keys::by_day_meeting(key));
            let coming = self.shelf.range(&now, &to, false, usize::MAX)?;
            for id in coming.iter().filter_map(finished) {
                current.extend(self.meeting_pair(id)?);
            }
            let before = self.shelf.range(&from, &now, true, 64)?;
            if let Some(id) = before.iter().find_map(finished) {
                past.extend(self.meeting_pair(id)?);
            }
        }
        let mut meetings = self.meeting_rows(current, &names)?;
        meetings.sort_by_key(|row| (row.date.is_none(), row.date, row.start, row.id));
        let mut latest = self.meeting_rows(past, &names)?;
        latest.retain(|row| !meetings.iter().any(|other| other.id == row.id));
        latest.sort_by_key(|row| std::cmp::Reverse((row.date, row.id)));
        let actions = self.actions(None, true)?;
        let networks = self.networks(&names, &meetings, &actions, today)?;
        meetings.extend(latest);
        Ok(Home {
            meetings,
            actions,
            networks,
            reminders: self.reminders(today)?,
            outbox: self.outbox()?,
        })
    }

    fn networks(
        &self,
        names: &Names,
        meetings: &[MeetingRow],
        actions: &[ActionRow],
        today: NaiveDate,
    ) -> Result<Vec<NetworkRow>, Error> {
        let mut rows = Vec::new();
        for (id, label) in &names.labels {
            let facts = self.network_facts(*id, &Writes::default())?;
            let member = |(from, until): &&(Option<NaiveDate>, Option<NaiveDate>)| {
                from.is_none_or(|from| from <= today) && until.is_none_or(|until| today <= until)
            };
            let next = meetings
                .iter()
                .filter(|row| row.network == *id && !row.cancelled && row.stage <= Stage::Minutes);
            rows.push(NetworkRow {
                id: *id,
                label: label.clone(),
                members: facts.members.iter().filter(member).count(),
                open_actions: actions.iter().filter(|row| row.network == *id).count(),
                held: facts.held,
                days: facts.days,
                next: next
                    .filter_map(|row| row.date)
                    .filter(|date| *date >= today)
                    .min(),
                name: facts.name,
            });
        }
        rows.sort_by_cached_key(|row| sort_key(&row.name));
        Ok(rows)
    }

    /// Meetings, newest first.
    pub fn meetings(&mut self, network: Option<Id>, open: bool) -> Result<Vec<MeetingRow>, Error> {
        self.settle()?;
        let names = self.names()?;
        let mut pairs = self.shelf.whole(&[keys::MEETING_OPEN])?;
        if !open {
            pairs.extend(self.shelf.whole(&[keys::MEETING_FINISHED])?);
        }
        let mut rows = self.meeting_rows(pairs, &names)?;
        rows.retain(|row| {
            network.is_none_or(|network| row.network == network)
                && !(open && row.stage == Stage::Finished)
        });
        rows.sort_by_key(|row| std::cmp::Reverse((row.date, row.start, row.id)));
        Ok(rows)
    }

    /// Action items by deadline.
    pub fn actions(&mut self, network: Option<Id>, open: bool) -> Result<Vec<ActionRow>, Error> {
        self.settle()?;
        let names = self.names()?;
        let (register, _) = self.doc(DocId::Register)?;
        let tables: &[u8] = match open {
            true => &[keys::ACTION_OPEN],
            false => &[keys::ACTION_OPEN, keys::ACTION_CLOSED],
        };
        let mut rows = Vec::new();
        for table in tables {
            for (_, bytes) in self.shelf.whole(&[*table])? {
                let mut row: ActionRow = parse(&bytes)?;
                let wanted = network.is_none_or(|network| row.network == network);
                if !wanted || !names.labels.contains_key(&row.network) {
                    continue;
                }
                if let Some(meeting) = row.meeting {
                    row.meeting_label = self.label_of(meeting, &names)?;
                }
                if let Doc::Register(register) = register.as_ref() {
                    row.owner_name = row.owner.name(register).to_owned();
                }
                rows.push(row);
            }
        }
        rows.sort_by(|left, right| {
            let key = |row: &ActionRow| (row.status, row.due.is_none());
            (key(left).cmp(&key(right)))
                .then_with(|| left.due.cmp(&right.due))
                .then_with(|| left.id.cmp(&right.id))
        });
        Ok(rows)
    }

    /// Decisions, newest first.
    pub fn decisions(&mut self, network: Option<Id>) -> Result<Vec<DecisionRow>, Error> {
        self.settle()?;
        let names = self.names()?;
        let mut labels: BTreeMap<Id, Option<String>> = BTreeMap::new();
        let mut rows = Vec::new();
        for (_, bytes) in self.shelf.whole(&[keys::DECISION])? {
            let mut row: DecisionRow = parse(&bytes)?;
            let label = match labels.get(&row.meeting) {
                Some(label) => label.clone(),
                None => {
                    let label = self.wanted_label(row.meeting, network, &names)?;
                    labels.insert(row.meeting, label.clone());
                    label
                }
            };
            if let Some(label) = label {
                row.meeting_label = label;
                rows.push(row);
            }
        }
        rows.sort_by(|left, right| {
            (right.date.cmp(&left.date))
                .then_with(|| left.meeting.cmp(&right.meeting))
                .then_with(|| left.number.cmp(&right.number))
        });
        Ok(rows)
    }

    /// The label of a meeting of the wanted network.
    fn wanted_label(
        &self,
        meeting: Id,
        network: Option<Id>,
        names: &Names,
    ) -> Result<Option<String>, Error> {
        let Some((_, bytes)) = self.meeting_pair(meeting)? else {
            return Ok(None);
        };
        let stored: StoredMeeting = parse(&bytes)?;
        let of = stored.row.network;
        let wanted = network.is_none_or(|network| network == of) && names.labels.contains_key(&of);
        if wanted {
            self.label_of(meeting, names).map(Some)
        } else {
            Ok(None)
        }
    }

    /// The label and the day of the meeting that a participant's code is of.
    pub fn meeting_of_code(
        &mut self,
        code: &str,
    ) -> Result<Option<(String, Option<NaiveDate>)>, Error> {
        self.settle()?;
        let names = self.names()?;
        for table in [keys::MEETING_OPEN, keys::MEETING_FINISHED] {
            for (key, _) in self.shelf.scan(&[table])? {
                let id = keys::id(&key, 0);
                if !code.starts_with(&meeting_part(id)) {
                    continue;
                }
                let (doc, _) = self.doc(DocId::Meeting(id))?;
                let Doc::Meeting(meeting) = doc.as_ref() else {
                    continue;
                };
                let mut rows = meeting.participant_list();
                if rows.any(|row| meeting.code_of(row) == code) {
                    return Ok(Some((self.label_of(id, &names)?, meeting.head.date)));
                }
            }
        }
        Ok(None)
    }

    /// What a label or an id names.
    pub fn resolve(&mut self, text: &str) -> Result<Option<Reference>, Error> {
        self.settle()?;
        let secretariat = self.secretariat()?;
        let (register, _) = self.doc(DocId::Register)?;
        let empty = Register::default();
        let register = match register.as_ref() {
            Doc::Register(register) => register,
            _ => &empty,
        };
        if let Ok(id) = text.parse::<Id>() {
            let found = self.resolve_id(id, &secretariat, register)?;
            return match found {
                Some(found) => Ok(Some(found)),
                None => self.on_desk(text),
            };
        }
        if let Some(id) = secretariat.network(text) {
            return Ok(Some(Reference::Network(id)));
        }
        if let Some(meeting) = self.resolve_meeting(text, &secretariat)? {
            return Ok(Some(Reference::Meeting(meeting)));
        }
        let person = register
            .person(text)
            .map(|person| Reference::Person(person.id));
        let organisation = || {
            let found = register.organisation(text);
            found.map(|organisation| Reference::Organisation(organisation.id))
        };
        if let Some(found) = organisation().or(person) {
            return Ok(Some(found));
        }
        self.on_desk(text)
    }

    fn resolve_id(
        &mut self,
        id: Id,
        secretariat: &Secretariat,
        register: &Register,
    ) -> Result<Option<Reference>, Error> {
        if secretariat.networks.contains_key(&id) {
            return Ok(Some(Reference::Network(id)));
        }
        if register.people.contains_key(&id) {
            return Ok(Some(Reference::Person(id)));
        }
        if register.organisations.contains_key(&id) {
            return Ok(Some(Reference::Organisation(id)));
        }
        if self.meeting_pair(id)?.is_some() {
            return Ok(Some(Reference::Meeting(id)));
        }
        if let Some(network) = self.network_of_activity(id, secretariat)? {
            let activity = id;
            return Ok(Some(Reference::Activity { network, activity }));
        }
        let network = self.shelf.get(&keys::key(keys::ACTION, &[id]))?;
        let network = network.and_then(|bytes| bytes.try_into().ok());
        Ok(network.map(|bits| Reference::Action {
            network: Id::from_bits(u128::from_be_bytes(bits)),
            action: id,
        }))
    }

    fn resolve_meeting(&self, text: &str, secretariat: &Secretariat) -> Result<Option<Id>, Error> {
        let mut parts = text.rsplitn(3, '-');
        let (number, year, label) = (parts.next(), parts.next(), parts.next());
        let number = number.and_then(|number| number.parse::<u32>().ok());
        let year = year.and_then(|year| year.parse::<i32>().ok());
        let network = label.and_then(|label| secretariat.network(label));
        let (Some(number), Some(year), Some(network)) = (number, year, network) else {
            return Ok(None);
        };
        let found = self.shelf.get(&keys::number(network, year, number))?;
        let found = found.and_then(|bytes| bytes.try_into().ok());
        Ok(found.map(|bits| Id::from_bits(u128::from_be_bytes(bits))))
    }
}
