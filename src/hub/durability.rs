//! Making durable what was written: a thread of its own syncs, and the hub says what is saved, or what is wrong.

use std::sync::mpsc::{self, Receiver, Sender};

use super::core::{Hub, Request};
use super::event::Event;
use crate::domain::batch::Seq;
use crate::domain::news::{News, NewsKind};
use crate::journal::{self, Syncer};

impl Hub {
    /// Asks the syncing thread to make what was written durable.
    pub(super) fn want_sync(&self) {
        let _ = self.sync.send(());
    }

    /// A sync ended.
    pub(super) fn synced(&mut self, result: Result<Seq, journal::Error>) {
        match result {
            Ok(seq) => {
                if std::mem::take(&mut self.troubled) {
                    self.tell_others(None, &Event::Trouble(None));
                }
                self.tell_others(None, &Event::Saved { seq });
            }
            Err(error) => {
                self.trouble(&error);
                match self.journal.settle() {
                    Ok(moved) => {
                        if let Some(moved) = moved {
                            self.trouble(&moved);
                        }
                        self.want_sync();
                    }
                    Err(error) => {
                        self.trouble(&error);
                        self.quiet.again = true;
                    }
                }
            }
        }
    }

    /// Tells everybody what is wrong with writing.
    pub(super) fn trouble(&mut self, error: &journal::Error) {
        self.troubled = true;
        tracing::warn!("{error}");
        self.tell_others(None, &Event::Trouble(Some(of_the_journal(error))));
    }
}

/// What makes batches durable: one sync for all that were written while the last one ran.
pub(super) struct Syncing {
    syncer: Syncer,
    wanted: Receiver<()>,
    requests: Sender<Request>,
}

impl Syncing {
    /// For a journal; asked for through what is returned beside it.
    pub fn new(syncer: Syncer, requests: Sender<Request>) -> (Self, Sender<()>) {
        let (sender, wanted) = mpsc::channel();
        let syncing = Self {
            syncer,
            wanted,
            requests,
        };
        (syncing, sender)
    }

    /// Begins, on a thread of its own.
    pub fn start(self) {
        // Without the thread nothing is ever said to be saved, which is the truth.
        let thread = std::thread::Builder::new().name("sync".into());
        let _ = thread.spawn(move || self.run());
    }

    fn run(self) {
        while self.wanted.recv().is_ok() {
            while self.wanted.try_recv().is_ok() {}
            let before = self.syncer.durable();
            match self.syncer.sync() {
                Ok(seq) if seq == before => {}
                result => {
                    if self.requests.send(Request::Synced(result)).is_err() {
                        return;
                    }
                }
            }
        }
    }
}

/// What went wrong with writing, for everybody.
fn of_the_journal(error: &journal::Error) -> News {
    match error {
        journal::Error::Sync { source, .. } => News::new(NewsKind::Unconfirmed, source),
        journal::Error::Moved { reason, .. } => News::new(NewsKind::Moved, reason),
        journal::Error::Write { source, .. } => News::new(NewsKind::Unwritten, source),
        other => News::new(NewsKind::Unwritten, other),
    }
}
