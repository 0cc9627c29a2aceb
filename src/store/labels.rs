//! What networks and meetings are called: put into rows when these are read, for names change and rows stay.

use std::collections::BTreeMap;

use super::index::parse;
use super::shelf::{Pair, Writes};
use super::{Error, Store, keys};
use crate::domain::id::Id;
use crate::domain::query::MeetingRow;

/// Names and labels put into rows when they are read.
pub(super) struct Names {
    pub(super) labels: BTreeMap<Id, String>,
    pub(super) networks: BTreeMap<Id, String>,
}

impl Names {
    /// Networks by id, with their names.
    pub(super) fn list(&self) -> impl Iterator<Item = (Id, &str)> {
        let live = self
            .networks
            .iter()
            .filter(|(id, _)| self.labels.contains_key(id));
        live.map(|(id, name)| (*id, name.as_str()))
    }

    /// A network's label.
    pub(super) fn label(&self, network: Id) -> String {
        self.labels.get(&network).cloned().unwrap_or_default()
    }
}

/// The labels of so many meetings are read one by one.
const FEW: usize = 32;

fn label(bytes: &[u8], names: &Names) -> Result<String, Error> {
    let (network, year, number): (Id, i32, u32) = parse(bytes)?;
    let label = names.labels.get(&network).map_or("", String::as_str);
    Ok(match number {
        0 => format!("{label}-{year}-~"),
        number => format!("{label}-{year}-{number}"),
    })
}

impl Store {
    pub(super) fn names(&mut self) -> Result<Names, Error> {
        let secretariat = self.secretariat()?;
        let mut networks = BTreeMap::new();
        for id in secretariat.networks.keys() {
            networks.insert(*id, self.network_facts(*id, &Writes::default())?.name);
        }
        let live = secretariat.networks.values().filter(|row| !row.removed);
        Ok(Names {
            labels: live.map(|row| (row.id, row.label.clone())).collect(),
            networks,
        })
    }

    /// A meeting's label; "~" while its number is not allotted.
    pub(super) fn label_of(&self, meeting: Id, names: &Names) -> Result<String, Error> {
        match self.shelf.get(&keys::key(keys::LABEL, &[meeting]))? {
            Some(bytes) => label(&bytes, names),
            None => Ok(String::new()),
        }
    }

    /// The labels of some meetings: for many of them the whole table is read at once.
    pub(super) fn labels_of(
        &self,
        meetings: &[MeetingRow],
        names: &Names,
    ) -> Result<BTreeMap<Id, String>, Error> {
        if meetings.len() <= FEW {
            let one = |row: &MeetingRow| Ok((row.id, self.label_of(row.id, names)?));
            return meetings.iter().map(one).collect();
        }
        let all = self.shelf.scan(&[keys::LABEL])?;
        let one = |(key, bytes): &Pair| Ok((keys::id(key, 0), label(bytes, names)?));
        all.iter().map(one).collect()
    }
}
