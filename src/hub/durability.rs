//! Making durable what was written: a thread of its own syncs, and the hub says what is saved, or what is wrong.

use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use super::core::{Hub, Request};
use super::event::Event;
use crate::domain::batch::Seq;
use crate::domain::news::{News, NewsKind};
use crate::journal::{self, Syncer};

/// So long a sync waits for what else is written. In these milliseconds the letter it is for is also folded and shown:
/// a sync at once would take the processor from both.
const GATHER: Duration = Duration::from_millis(3);

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
    /// What is known to be on disk.
    told: Seq,
}

impl Syncing {
    /// For a journal; asked for through what is returned beside it.
    pub fn new(syncer: Syncer, requests: Sender<Request>) -> (Self, Sender<()>) {
        let (sender, wanted) = mpsc::channel();
        let syncing = Self {
            told: syncer.durable(),
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

    fn run(mut self) {
        while self.wanted.recv().is_ok() {
            std::thread::sleep(GATHER);
            while self.wanted.try_recv().is_ok() {}
            match self.syncer.sync() {
                // Against what was told: the journal also syncs by itself, and tells nobody.
                Ok(seq) if seq == self.told => {}
                result => {
                    self.told = *result.as_ref().unwrap_or(&self.told);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::batch::Submission;
    use crate::domain::id::Id;
    use crate::journal::{Journal, Log as _, Offer, Opening};

    #[test]
    fn what_the_journal_synced_by_itself_is_told_too() {
        let dir = tempfile::tempdir().unwrap();
        let opening = Opening {
            now: 1,
            session: Id::from_bits(1),
            salt: Id::from_bits(2),
            user: "karen".to_owned(),
        };
        let mut journal = Journal::open(dir.path(), &opening).unwrap().journal;
        let (requests, told) = mpsc::channel();
        let (syncing, want) = Syncing::new(journal.syncer(), requests);
        let submission = Submission {
            session: Id::from_bits(1),
            counter: 1,
            base: 0,
            at: 1,
            group: Id::from_bits(3),
            label: "test".to_owned(),
            undoes: None,
            ops: Vec::new(),
        };
        let offer = Offer {
            submission: &submission,
            user: "karen",
            received: 1,
            salt: Id::from_bits(4),
        };
        journal.append(0, &[offer]).unwrap();
        want.send(()).unwrap();
        journal.close().unwrap();
        drop(want);
        syncing.run();
        assert!(matches!(told.recv(), Ok(Request::Synced(Ok(1)))));
    }
}
