//! A copy of a secretariat's folder on another machine: its journal line by line, and the database folded from it.
//! It follows; it never writes a line of its own. One process has it at a time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::copying::PIECE;
use super::folder;
use super::link::{Error, Options};
use super::lock::Lock;
use super::session::{Key, carried};
use crate::domain::batch::{Batch, Seq, Submission};
use crate::domain::query::{Answer, Query};
use crate::journal::{Head, Journal, Line, Opening, Past as _};
use crate::store::Store;

const JOURNAL: &str = "journal";
/// Where a shorter one is made.
const FRESH: &str = "journal.new";

/// See the module.
pub struct Copy {
    folder: PathBuf,
    opening: Opening,
    journal: Journal,
    store: Store,
    _lock: Lock,
}

impl Copy {
    /// Opens the copy in a folder, which is made if it is not there; `None` when another process has it.
    pub fn open(options: &Options) -> Result<Option<Self>, Error> {
        folder::create_folder(&options.folder)?;
        let Some(lock) = folder::hold(&options.folder)? else {
            return Ok(None);
        };
        let opening = Opening {
            now: (options.clock)(),
            session: options.session,
            salt: (options.draw)(),
            user: options.user.clone(),
        };
        let (journal, store) = open(&options.folder, &opening)?;
        Ok(Some(Self {
            folder: options.folder.clone(),
            opening,
            journal,
            store,
            _lock: lock,
        }))
    }

    /// How far it goes.
    pub fn head(&self) -> Head {
        self.journal.head()
    }

    /// Takes in the next line.
    pub fn take(&mut self, line: &Line) -> Result<Batch, Error> {
        let batch = self.journal.adopt(line)?;
        let hash = self.journal.head().hash;
        self.store.apply(&batch, hash).map_err(unusable)?;
        if self.store.crowded() {
            self.store.settle().map_err(unusable)?;
        }
        Ok(batch)
    }

    /// Whether a batch makes older lines wrong: somebody's data was erased.
    pub fn outdates(batch: &Batch) -> bool {
        batch.ops().iter().any(|op| op.op.erases())
    }

    /// Answers from what is here.
    pub fn answer(&mut self, query: &Query) -> Answer {
        let answer = self.store.answer(query, &self.journal);
        answer.unwrap_or_else(|error| Answer::Failed(error.to_string()))
    }

    /// The batches after a position.
    pub fn since(&self, seq: Seq) -> Vec<std::sync::Arc<Batch>> {
        self.store.since(seq, &self.journal).unwrap_or_default()
    }

    /// Gives everything to the disk. It is only a copy: what the disk does not take is fetched again.
    pub fn rest(&mut self) {
        if self.store.unflushed() {
            let _ = self.journal.syncer().sync();
            let _ = self.store.flush();
        }
    }

    /// Positions of its own, the latest first: close together at the end, ever further apart before.
    pub fn ladder(&self) -> Vec<Head> {
        let head = self.journal.head().seq;
        let rungs = (0..64).map_while(|rung| head.checked_sub(1 << rung));
        let seqs = rungs.chain([head, 0]).collect();
        let heads = self.journal.heads_at(seqs).into_iter().rev();
        heads
            .map(|(seq, hash)| Head {
                seq,
                hash,
                epoch: 0,
            })
            .collect()
    }

    /// Goes back to a position; pending work stays. What came after it is removed for good.
    pub fn back_to(self, seq: Seq) -> Result<Self, Error> {
        let fresh = self.folder.join(FRESH);
        remove(&fresh)?;
        let mut journal = Journal::open(&fresh, &self.opening)?.journal;
        while journal.head().seq < seq {
            let piece = self.journal.lines(journal.head().seq, PIECE);
            let left = usize::try_from(seq - journal.head().seq).unwrap_or(usize::MAX);
            if piece.lines.is_empty() {
                break;
            }
            for line in piece.lines.iter().take(left) {
                journal.adopt(line)?;
            }
        }
        journal.syncer().sync()?;
        let Self {
            folder,
            opening,
            journal: old,
            store,
            _lock,
        } = self;
        drop((old, journal, store));
        for part in [JOURNAL, "sled", "sled.mark", folder::PORTAL] {
            remove(&folder.join(part))?;
        }
        let place = folder.join(JOURNAL);
        fs::rename(&fresh, &place).map_err(|error| Error::folder(&place, &error))?;
        let (journal, store) = open(&folder, &opening)?;
        Ok(Self {
            folder,
            opening,
            journal,
            store,
            _lock,
        })
    }

    /// The last things before the process ends.
    pub fn close(mut self) {
        self.rest();
        let _ = self.journal.close();
    }
}

/// Which of a session's submissions a copy has, and where.
pub fn landed(submissions: &[Submission], copy: &Copy) -> BTreeMap<Key, Seq> {
    let Some(first) = submissions.first() else {
        return BTreeMap::new();
    };
    let from = submissions.iter().map(|it| it.base).min().unwrap_or(0);
    let batches = copy.since(from);
    let own = batches.iter().map(|batch| &batch.header);
    own.filter(|header| header.session == first.session)
        .map(|header| ((header.session, header.counter), header.seq))
        .collect()
}

/// What of a session's submissions a copy has not, as it reads on top of the copy.
pub fn unlanded(submissions: &[Submission], copy: &Copy) -> Vec<Submission> {
    let landed = landed(submissions, copy);
    let from = submissions.iter().map(|it| it.base).min().unwrap_or(0);
    carried(submissions, &landed, &copy.since(from), copy.head().seq)
}

/// Removes a file or folder that may not be there.
fn remove(path: &Path) -> Result<(), Error> {
    let removed = match path.is_dir() {
        true => fs::remove_dir_all(path),
        false => fs::remove_file(path),
    };
    match removed {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::folder(path, &error))
        }
        _ => Ok(()),
    }
}

fn open(folder: &Path, opening: &Opening) -> Result<(Journal, Store), Error> {
    let journal = Journal::open(&folder.join(JOURNAL), opening)?.journal;
    let store = Store::open(folder, &journal).map_err(unusable)?.store;
    Ok((journal, store))
}

fn unusable(error: crate::store::Error) -> Error {
    Error::Copy(error.to_string())
}
