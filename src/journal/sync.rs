//! Making written batches durable, from any thread. Owns the only statement of what is durable.

use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::disk::{Disk, is_full};
use super::error::Error;
use crate::domain::batch::Seq;

/// What the writer and the syncer share.
#[derive(Default)]
pub(super) struct Shared(Mutex<State>);

#[derive(Default)]
pub(super) struct State {
    /// Files with batches that are not durable, oldest first; all but the last are complete.
    pub files: Vec<Arc<File>>,
    /// A file was created since the folder was last synced.
    pub folder: bool,
    /// Last batch written to a file.
    pub written: Seq,
    /// Last batch a sync confirmed.
    pub durable: Seq,
    /// A write or sync failed; nothing counts until what is unconfirmed stands in a new file.
    pub broken: bool,
    /// The failed sync said that the disk is full.
    pub full: bool,
    /// Counts the files given up, so that a sync begun before does not count after.
    pub generation: u64,
}

impl Shared {
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn durable(&self) -> Seq {
        self.state().durable
    }
}

/// Makes what was written durable. Clones share their state.
#[derive(Clone)]
pub struct Syncer {
    shared: Arc<Shared>,
    disk: Arc<dyn Disk>,
    folder: PathBuf,
}

impl Syncer {
    pub(super) fn new(shared: Arc<Shared>, disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self {
            shared,
            disk,
            folder,
        }
    }

    /// Syncs all that was written before the call; returns the last durable batch. After an error the journal's
    /// `settle` (or its next append) writes to a new file what was not confirmed, and `sync` is called again.
    pub fn sync(&self) -> Result<Seq, Error> {
        let (files, folder, written, generation) = {
            let state = self.shared.state();
            if state.broken || state.durable == state.written {
                return Ok(state.durable);
            }
            (
                state.files.clone(),
                state.folder,
                state.written,
                state.generation,
            )
        };
        let mut result = files.iter().try_for_each(|file| self.disk.sync(file));
        if folder && result.is_ok() {
            result = self.disk.sync_folder(&self.folder);
        }
        let mut state = self.shared.state();
        if state.generation != generation {
            return Ok(state.durable);
        }
        match result {
            Ok(()) => {
                state.durable = state.durable.max(written);
                let done = files.len().saturating_sub(1);
                state.files.drain(..done);
                // A file may have been created while this sync ran.
                state.folder = state.files.len() > 1;
                Ok(state.durable)
            }
            Err(source) => {
                state.broken = true;
                state.full = is_full(&source);
                Err(Error::Sync {
                    folder: self.folder.clone(),
                    source,
                })
            }
        }
    }

    /// The last durable batch, without syncing.
    pub fn durable(&self) -> Seq {
        self.shared.durable()
    }
}
