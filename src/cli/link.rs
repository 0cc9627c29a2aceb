//! A subcommand's link to the data: questions with their answers, submissions with what became of them.

use std::collections::VecDeque;
use std::path::Path;

use super::failure::Failure;
use super::world;
use crate::app::message::Message;
use crate::domain::batch::{Batch, Hash, Seq, Submission};
use crate::domain::id::Id;
use crate::domain::query::{Answer, Query};
use crate::hub::event::Event;
use crate::journal::{Journal, Log, Offer, Opening};
use crate::locale::Key;
use crate::store::Store;

/// Questions the link asks itself are numbered from here, those of the app from 1.
const OWN: u64 = 1 << 40;

/// An open link.
pub struct Link {
    journal: Journal,
    store: Store,
    user: String,
    held: VecDeque<Event>,
    asked: u64,
}

impl Link {
    /// Opens a data folder, which is made if it is not there.
    pub fn open(folder: &Path, user: &str) -> Result<Self, Failure> {
        let opening = Opening {
            now: world::now(),
            session: world::random(),
            salt: world::random(),
            user: user.to_owned(),
        };
        let opened = Journal::open(&folder.join("journal"), &opening)
            .map_err(|error| Failure::failed(error.to_string()))?;
        let store = Store::open(folder, &opened.journal)
            .map_err(|error| Failure::failed(error.to_string()))?;
        Ok(Self {
            journal: opened.journal,
            store: store.store,
            user: user.to_owned(),
            held: VecDeque::new(),
            asked: OWN,
        })
    }

    /// Asks and waits for the answer; other news is kept for [`Link::next`].
    pub fn ask(&mut self, query: Query) -> Result<Answer, Failure> {
        self.asked += 1;
        let wanted = self.asked;
        self.query(wanted, query);
        let mut others = VecDeque::new();
        loop {
            match self.next()? {
                Event::Answer { number, answer } if number == wanted => {
                    others.append(&mut self.held);
                    self.held = others;
                    return answered(answer);
                }
                other => others.push_back(other),
            }
        }
    }

    /// Asks; the answer comes through [`Link::next`].
    pub fn query(&mut self, number: u64, query: Query) {
        let answer = self
            .store
            .answer(&query, &self.journal)
            .unwrap_or_else(|error| Answer::Failed(error.to_string()));
        self.held.push_back(Event::Answer { number, answer });
    }

    /// Offers ops; what became of them comes through [`Link::next`].
    pub fn submit(&mut self, submission: Submission) {
        if let Err(error) = self.append(&submission) {
            self.held.push_back(Event::Trouble(Some(error)));
        }
    }

    fn append(&mut self, submission: &Submission) -> Result<(), String> {
        let offer = Offer {
            submission,
            user: &self.user,
            received: world::now(),
            salt: world::random(),
        };
        let head = self.journal.head();
        let done = self
            .journal
            .append(head.seq, &[offer])
            .map_err(|error| error.to_string())?;
        let (batches, _) = self
            .journal
            .batches(head.seq + 1)
            .map_err(|error| error.to_string())?;
        let hash: Hash = self.journal.head().hash;
        let seq: Seq = done.headers.last().map_or(head.seq, |header| header.seq);
        for batch in &batches {
            let batch: &Batch = batch;
            self.store
                .apply(batch, hash)
                .map_err(|error| error.to_string())?;
        }
        self.held.push_back(Event::Committed {
            counter: submission.counter,
            seq,
            ops: submission.ops.clone(),
        });
        let saved = self.journal.syncer().sync().map_err(|e| e.to_string())?;
        self.held.push_back(Event::Saved { seq: saved });
        Ok(())
    }

    /// Erases a person's data everywhere.
    pub fn erase(&mut self, _person: Id) {
        let not_yet = Err("not here yet".to_owned());
        self.held.push_back(Event::Erased(not_yet));
    }

    /// The next news.
    pub fn next(&mut self) -> Result<Event, Failure> {
        self.held
            .pop_front()
            .ok_or_else(|| Failure::unsaved(Key::CliNoAnswer))
    }
}

fn answered(answer: Answer) -> Result<Answer, Failure> {
    match answer {
        Answer::Failed(why) => Err(Message::new(Key::ErrorNoAnswer).with("why", why).into()),
        answer => Ok(answer),
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        let _ = self.store.flush();
    }
}
