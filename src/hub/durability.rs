//! Making durable what was written: a thread of its own syncs, and the hub says what is saved, or what is wrong.

use std::sync::mpsc::{self, Sender};

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

/// The thread that makes batches durable: one sync for all that were written while the last one ran.
pub(super) fn start_syncing(syncer: Syncer, requests: Sender<Request>) -> Sender<()> {
    let (sender, receiver) = mpsc::channel::<()>();
    let work = move || {
        while receiver.recv().is_ok() {
            while receiver.try_recv().is_ok() {}
            let before = syncer.durable();
            match syncer.sync() {
                Ok(seq) if seq == before => {}
                result => {
                    if requests.send(Request::Synced(result)).is_err() {
                        return;
                    }
                }
            }
        }
    };
    // Without the thread nothing is ever said to be saved, which is the truth.
    let _ = std::thread::Builder::new().name("sync".into()).spawn(work);
    sender
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
