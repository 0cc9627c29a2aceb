//! The database everything is read from: a fold of the journal, record by record, with indexes.
//!
//! Owns the `sled` folder and is the only user of sled; all of it is derived and can be built again from the journal.
//! Knows no sessions, no sockets, no clock. What was applied is written in larger steps by [`Store::settle`]: a kill
//! costs nothing but replaying the journal's tail.

mod cache;
mod desk;
mod erase;
mod figures;
mod find;
mod fold;
mod front;
mod index;
mod keys;
mod labels;
mod lists;
mod outbox;
mod past;
mod plan;
mod query;
mod recover;
mod resources;
mod shelf;
mod trace;
mod undo;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use erase::{Sought, forget};
pub use find::{Corpus, Gather};
pub use front::Front;
pub use past::recall;
pub use query::stamp;
pub use recover::{Opened, Sled};
pub use shelf::{hush, shield, shielded};

use crate::domain::batch::{Hash, Seq, SessionId};
use cache::Cache;
use shelf::Shelf;

/// Counts changes of the layout; another one is built anew.
pub const SCHEMA: u32 = 1;

/// Why the store could not do something.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database is damaged; nothing is lost, it is built again from the journal.
    #[error("the database is damaged ({0}); nothing is lost: it is built again from the journal")]
    Damaged(String),
    /// The disk did not do what was asked.
    #[error("the database could not be used: {0}; the journal has everything; check the disk")]
    Disk(String),
    /// The journal could not be read.
    #[error(transparent)]
    Journal(#[from] crate::journal::Error),
}

impl Error {
    /// Whether building the database again helps.
    pub fn damaged(&self) -> bool {
        matches!(self, Self::Damaged(_))
    }
}

/// The open store.
pub struct Store {
    folder: PathBuf,
    shelf: Shelf,
    cache: Cache,
    /// Journal position everything here includes, and the hash of its header.
    applied: Seq,
    hash: Hash,
    /// Position that sled has.
    stored: Seq,
    /// Position that was given to the disk.
    flushed: Seq,
    /// Highest counters not yet written.
    counters: BTreeMap<SessionId, u64>,
    titles: find::Titles,
    recent: past::Recent,
}

impl Store {
    /// The journal position everything here includes.
    pub fn seq(&self) -> Seq {
        self.applied
    }

    /// Whether something applied is not yet written.
    pub fn unsettled(&self) -> bool {
        self.stored != self.applied
    }

    /// Whether something applied was not yet given to the disk.
    pub fn unflushed(&self) -> bool {
        self.flushed != self.applied
    }

    /// Whether so much was applied that it is better written now.
    pub fn crowded(&self) -> bool {
        self.applied - self.stored > 4096
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The highest counter seen of a session.
    pub fn counter(&self, session: SessionId) -> Result<u64, Error> {
        if let Some(counter) = self.counters.get(&session) {
            return Ok(*counter);
        }
        let bytes = self.shelf.get(&keys::session(session))?;
        Ok(bytes
            .and_then(|bytes| bytes.try_into().ok())
            .map_or(0, u64::from_be_bytes))
    }
}

#[cfg(test)]
mod tests;
