//! Reading fields: ids, days, times, references; each error names its place.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, NaiveTime};

use super::{BadMeeting, Ground, Import};
use crate::domain::clean::clean_line;
use crate::domain::draft::Ids;
use crate::domain::exchange::{MeetingObject, OwnerObject};
use crate::domain::id::Id;
use crate::domain::network::{Network, Owner};
use crate::domain::op::DocOp;

/// A meeting being read.
pub(super) struct Reader<'a> {
    pub ground: &'a Ground<'a>,
    pub ids: Ids<'a>,
    pub meeting: Id,
    pub network: Id,
    /// People by the file's label.
    pub people: BTreeMap<String, Id>,
    /// Organisations by the file's label.
    pub organisations: BTreeMap<String, Id>,
    pub ops: Vec<DocOp>,
    pub made_people: Vec<String>,
    pub made_organisations: Vec<String>,
    /// The file's ids and what they are here.
    mapped: BTreeMap<Id, Id>,
    given: BTreeSet<Id>,
}

pub(super) fn bad(place: &str, given: &str, why: &'static str) -> BadMeeting {
    BadMeeting::Field {
        place: place.to_owned(),
        given: clean_line(given).chars().take(60).collect(),
        why,
    }
}

pub(super) fn day_of(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

/// A day, when one is given.
pub(super) fn day(place: &str, text: Option<&String>) -> Result<Option<NaiveDate>, BadMeeting> {
    text.map(|text| day_of(text).ok_or_else(|| bad(place, text, "is no day; write 2026-11-26")))
        .transpose()
}

/// A time of day, when one is given.
pub(super) fn time(place: &str, text: Option<&String>) -> Result<Option<NaiveTime>, BadMeeting> {
    let read = |text: &String| {
        NaiveTime::parse_from_str(text, "%H:%M")
            .map_err(|_| bad(place, text, "is no time of day; write 09:30"))
    };
    text.map(read).transpose()
}

/// A moment as milliseconds since 1970 UTC; 0 when empty.
pub(super) fn moment(place: &str, text: &str) -> Result<i64, BadMeeting> {
    if text.is_empty() {
        return Ok(0);
    }
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.timestamp_millis())
        .map_err(|_| bad(place, text, "is no moment; write 2026-11-26T08:30:00Z"))
}

pub(super) fn moments(place: &str, text: Option<&String>) -> Result<Option<i64>, BadMeeting> {
    text.map(|text| moment(place, text)).transpose()
}

fn id_of(place: &str, text: &str) -> Result<Id, BadMeeting> {
    text.parse().map_err(|_| {
        bad(
            place,
            text,
            "is no id; write 32 hexadecimal digits or leave it out",
        )
    })
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        object: &MeetingObject,
        ground: &'a Ground<'a>,
        ids: Ids<'a>,
    ) -> Result<Self, BadMeeting> {
        let network = match ground.network {
            Some((id, _)) => id,
            None => ids(),
        };
        let mut reader = Self {
            ground,
            ids,
            meeting: Id::default(),
            network,
            people: BTreeMap::new(),
            organisations: BTreeMap::new(),
            ops: Vec::new(),
            made_people: Vec::new(),
            made_organisations: Vec::new(),
            mapped: BTreeMap::new(),
            given: BTreeSet::new(),
        };
        reader.meeting = reader.id("id", &object.id)?;
        Ok(reader)
    }

    pub(super) fn finish(self, new_network: bool) -> Import {
        Import {
            meeting: self.meeting,
            network: self.network,
            ops: self.ops,
            people: self.made_people,
            organisations: self.made_organisations,
            new_network,
        }
    }

    /// The id of a record the file brings: its own, or a new one where that is taken.
    pub(super) fn id(&mut self, place: &str, text: &str) -> Result<Id, BadMeeting> {
        if text.is_empty() {
            return Ok((self.ids)());
        }
        let id = id_of(place, text)?;
        if !self.given.insert(id) {
            return Err(bad(place, text, "is there twice"));
        }
        if id == Id::default() {
            return Ok((self.ids)());
        }
        let here = self.is_taken(id);
        let id_here = if here { (self.ids)() } else { id };
        self.mapped.insert(id, id_here);
        Ok(id_here)
    }

    fn is_taken(&self, id: Id) -> bool {
        self.ground.taken
            || self
                .ground
                .network
                .is_some_and(|(_, network)| network.actions.contains_key(&id))
    }

    /// What an id of the file is here; `None` when the file does not bring that record.
    pub(super) fn reference(
        &self,
        place: &str,
        text: Option<&String>,
    ) -> Result<Option<Id>, BadMeeting> {
        let Some(text) = text else {
            return Ok(None);
        };
        let id = id_of(place, text)?;
        Ok(self.mapped.get(&id).copied())
    }

    /// A record of another meeting; not followed when the ids become new ones.
    pub(super) fn elsewhere(
        &self,
        place: &str,
        text: Option<&String>,
    ) -> Result<Option<Id>, BadMeeting> {
        let id = text.map(|text| id_of(place, text)).transpose()?;
        Ok(id.filter(|_| !self.ground.taken))
    }

    pub(super) fn person(&self, place: &str, label: &str) -> Result<Id, BadMeeting> {
        let here = || self.ground.register.person(label).map(|row| row.id);
        self.people
            .get(label)
            .copied()
            .or_else(here)
            .ok_or_else(|| {
                bad(
                    place,
                    label,
                    "is nobody: neither under \"people\" nor in the register",
                )
            })
    }

    pub(super) fn organisation(&self, place: &str, label: &str) -> Result<Id, BadMeeting> {
        let register = self.ground.register;
        let here = || register.organisation(label).map(|row| row.id);
        self.organisations
            .get(label)
            .copied()
            .or_else(here)
            .ok_or_else(|| {
                bad(
                    place,
                    label,
                    "is no organisation: neither under \"organisations\" nor in the register",
                )
            })
    }

    pub(super) fn person_if(
        &self,
        place: &str,
        label: Option<&String>,
    ) -> Result<Option<Id>, BadMeeting> {
        label.map(|label| self.person(place, label)).transpose()
    }

    pub(super) fn organisation_if(
        &self,
        place: &str,
        label: Option<&String>,
    ) -> Result<Option<Id>, BadMeeting> {
        label
            .map(|label| self.organisation(place, label))
            .transpose()
    }

    pub(super) fn people(&self, place: &str, labels: &[String]) -> Result<Vec<Id>, BadMeeting> {
        let rows = (0..).zip(labels);
        let person =
            |(index, label): (usize, &String)| self.person(&format!("{place}[{index}]"), label);
        rows.map(person).collect()
    }

    /// The network's purposes that say the same; others are not this network's.
    pub(super) fn served(&self, texts: &[String]) -> Vec<Id> {
        let network = self.ground.network.map(|(_, network)| network);
        let purposes = network.map(Network::purposes).unwrap_or_default();
        let rows = purposes.into_iter();
        rows.filter(|row| texts.contains(&row.text))
            .map(|row| row.id)
            .collect()
    }

    pub(super) fn owner(&self, place: &str, owner: &OwnerObject) -> Result<Owner, BadMeeting> {
        if let Some(label) = &owner.person {
            return Ok(Owner::Person(
                self.person(&format!("{place}.person"), label)?,
            ));
        }
        if let Some(label) = &owner.organisation {
            let place = format!("{place}.organisation");
            return Ok(Owner::Organisation(self.organisation(&place, label)?));
        }
        let words = clean_line(&owner.name);
        Ok(if words.is_empty() {
            Owner::Nobody
        } else {
            Owner::Words(words)
        })
    }
}
