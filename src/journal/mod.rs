//! The append-only, hash-chained journal on disk, and the trait it is an instance of.
//!
//! Owns every byte of the `journal/` folder: lines, segment files, what was set aside. Knows batches and positions,
//! not what ops mean, no clock and no randomness (both come from the caller), no database, no sessions.
//!
//! `append` makes one `write`; a [`Syncer`], callable from another thread, makes it durable. What is not yet durable
//! is also kept in memory, so that a failed write or sync costs nothing: it goes to a new file.

mod append;
mod disk;
mod erase;
mod error;
mod lean;
mod line;
mod lines;
mod mark;
mod open;
mod read;
mod seal;
mod sealed;
mod segment;
mod sync;
#[cfg(test)]
mod tests;
mod verify;

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use disk::{Disk, Os, local_file_system};
pub use erase::{Rewritten, Verdict};
pub use error::{Damage, Error, Report, What};
pub use lean::Line;
pub use lines::Piece;
pub use open::{Opened, Opening};
pub use read::Reader;
pub use seal::{SealJob, Sealed};
pub use sync::Syncer;
pub use verify::verify;

use crate::domain::batch::{Batch, Hash, Header, Seq, Submission};
use crate::domain::id::Id;
use crate::domain::op::DocId;
use segment::Segment;

/// Label of the empty batch the journal writes when it went on after a damaged end.
pub const RECOVERED: &str = "recovered";

/// A segment is closed, and may be sealed, from this size; start-up verifies less than this.
pub const SEGMENT: u64 = 512 * 1024;

/// Where a log is: the last batch, its header's hash, the epoch new batches get.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Position of the last batch, 0 when there is none.
    pub seq: Seq,
    /// Hash of its header.
    pub hash: Hash,
    /// Counts restores of a backup.
    pub epoch: u32,
}

/// A batch to append: what a session submitted (rebased) and what the hub knows of it.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The submission, its ops as they shall be stored.
    pub submission: &'a Submission,
    /// Who did it.
    pub user: &'a str,
    /// The hub's clock, milliseconds since 1970 UTC; raised if it would go back.
    pub received: i64,
    /// 128 random bits for the body.
    pub salt: Id,
}

/// What became of an append.
#[derive(Debug)]
pub struct Appended {
    /// The headers, in order.
    pub headers: Vec<Header>,
    /// Whether a file has the batches (not yet synced). If not, only memory has them: NOT SAVED.
    pub written: bool,
    /// What went wrong on the way, to be told, even if the batches were written in the end.
    pub trouble: Option<Error>,
}

/// Called with batches in order; `Break` ends the reading.
pub type Visit<'a> = dyn FnMut(Batch) -> ControlFlow<()> + 'a;

/// What a log holds, to be read: by the one who appends, or as it stood at a moment, on another thread.
pub trait Past {
    /// Visits the batches from a position on; returns the damaged places met.
    fn read(&self, from: Seq, visit: &mut Visit<'_>) -> Result<Vec<Damage>, Error>;
    /// Visits the batches from a position on that touch a document.
    fn read_doc(&self, doc: DocId, from: Seq, visit: &mut Visit<'_>) -> Result<Vec<Damage>, Error>;
    /// The last batch received at or before a time (milliseconds since 1970 UTC), 0 if there is none.
    fn seq_at(&self, time: i64) -> Result<Seq, Error>;
    /// The end of the log.
    fn head(&self) -> Head;
}

/// An ordered log of batches: the embedded journal is one, a database server may be another.
pub trait Log: Past {
    /// Appends batches after `expected`, all in one write; durable only after a sync.
    fn append(&mut self, expected: Seq, offers: &[Offer<'_>]) -> Result<Appended, Error>;
}

/// The journal in a folder. One process holds it at a time; the caller sees to that.
pub struct Journal {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
    /// All segment files in order, the one being written last.
    segments: Vec<Segment>,
    active: Option<append::Active>,
    next_ordinal: u64,
    head: Head,
    /// The last `received`, which never goes back.
    received: i64,
    /// The last lines, at least all that are not durable.
    tail: VecDeque<(Seq, Arc<[u8]>)>,
    shared: Arc<sync::Shared>,
    /// Ordinals of plain segments that stay plain: damaged ones are kept as they are.
    unsealable: Vec<u64>,
}

impl Journal {
    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A handle to make what was written durable; callable from another thread.
    pub fn syncer(&self) -> Syncer {
        Syncer::new(
            Arc::clone(&self.shared),
            Arc::clone(&self.disk),
            self.folder.clone(),
        )
    }

    /// The last batch known to be durable.
    pub fn durable(&self) -> Seq {
        self.shared.durable()
    }

    /// New batches get this epoch; restoring a backup raises it.
    pub fn set_epoch(&mut self, epoch: u32) {
        self.head.epoch = epoch;
    }

    /// The files that together are the journal up to the head, with the length that counts of each.
    pub fn snapshot_files(&self) -> Result<Vec<(PathBuf, u64)>, Error> {
        let paths = self
            .segments
            .iter()
            .map(|segment| self.folder.join(segment.name()));
        paths
            .map(|path| {
                let meta =
                    std::fs::metadata(&path).map_err(|e| Error::file("look at", &path, e))?;
                Ok((path, meta.len()))
            })
            .collect()
    }

    /// Verifies everything on disk, sealed segments too.
    pub fn verify(&self) -> Result<Report, Error> {
        verify(&self.folder)
    }
}
