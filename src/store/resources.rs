//! Offers, methods and templates of all networks, by title.

use super::{Error, Store, keys};
use crate::domain::network::{NetworkRecord, NetworkTable};
use crate::domain::op::DocId;
use crate::domain::query::Place;

impl Store {
    /// What of them can be found, and its title. Only these records are read.
    pub(super) fn resource_titles(&mut self) -> Result<Vec<(Place, String)>, Error> {
        self.settle()?;
        let mut found = Vec::new();
        let secretariat = self.secretariat()?;
        let live = secretariat.networks.values().filter(|row| !row.removed);
        for network in live.map(|row| row.id) {
            let mut prefix = keys::records(DocId::Network(network));
            prefix.push(NetworkTable::Resource as u8);
            for (_, value) in self.shelf.scan(&prefix)? {
                match serde_json::from_slice(&value) {
                    Ok(NetworkRecord::Resource(row)) if !row.removed => {
                        let resource = row.id;
                        found.push((Place::Resource { network, resource }, row.title));
                    }
                    Ok(_) => {}
                    Err(error) => return Err(Error::Damaged(error.to_string())),
                }
            }
        }
        Ok(found)
    }
}
