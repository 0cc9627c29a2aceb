//! A subcommand's link to the hub: questions with their answers, submissions with what became of them.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::failure::Failure;
use super::world;
use crate::app::message::Message;
use crate::domain::batch::{SessionId, Submission};
use crate::domain::id::Id;
use crate::domain::query::{Answer, Query};
use crate::domain::role::Role;
use crate::hub::event::Event;
use crate::hub::{self, Options, Sink};
use crate::locale::Key;

/// Questions the link asks itself are numbered from here, those of the app from 1.
const OWN: u64 = 1 << 40;
/// How long the hub may say nothing: it may be building its database anew.
const PATIENCE: Duration = Duration::from_secs(300);

/// An open link.
pub struct Link {
    hub: hub::Link,
    events: Receiver<Event>,
    held: VecDeque<Event>,
    asked: u64,
}

impl Link {
    /// Opens a data folder, which is made if it is not there: this process becomes its hub, or
    /// attaches to the one that is.
    pub fn open(folder: &Path, user: &str, session: SessionId) -> Result<Self, Failure> {
        Self::with(own(folder, user, session))
    }

    /// The same for who asks a few questions and is gone: a hub in this process works by itself, and lets others in,
    /// once something has to be waited for.
    pub fn brief(folder: &Path, user: &str, session: SessionId) -> Result<Self, Failure> {
        Self::begun(&own(folder, user, session), hub::open)
    }

    /// Opens a data folder as somebody in a role.
    pub fn with(options: Options) -> Result<Self, Failure> {
        Self::begun(&options, hub::connect)
    }

    fn begun(
        options: &Options,
        begin: impl FnOnce(&Options, Sink) -> Result<hub::Link, hub::Error>,
    ) -> Result<Self, Failure> {
        let (sink, events) = hub::channel();
        let hub = begin(options, sink)?;
        Ok(Self {
            hub,
            events,
            held: VecDeque::new(),
            asked: OWN,
        })
    }

    /// Asks and waits for the answer; other news is kept for [`Link::next`].
    pub fn ask(&mut self, query: Query) -> Result<Answer, Failure> {
        self.asked += 1;
        let wanted = self.asked;
        self.query(wanted, query);
        loop {
            match self.hear()? {
                Event::Answer { number, answer } if number == wanted => return answered(answer),
                other => self.held.push_back(other),
            }
        }
    }

    /// Asks; the answer comes through [`Link::next`].
    pub fn query(&mut self, number: u64, query: Query) {
        self.hub.query(number, query);
    }

    /// Offers ops; what became of them comes through [`Link::next`].
    pub fn submit(&mut self, submission: Submission) {
        self.hub.submit(submission);
    }

    /// Erases a person's data everywhere; what became of it comes through [`Link::next`].
    pub fn erase(&mut self, person: Id) {
        self.hub.erase(person);
    }

    /// Lets a hub in this process work by itself.
    fn begin(&mut self) -> Result<(), Failure> {
        let begun = self.hub.begin();
        begun.map_err(|error| Failure::failed(error.to_string()))
    }

    /// Whether this process holds the folder.
    pub fn holds(&self) -> bool {
        self.hub.holds()
    }

    /// The next news.
    pub fn next(&mut self) -> Result<Event, Failure> {
        match self.held.pop_front() {
            Some(event) => Ok(event),
            None => self.hear(),
        }
    }

    /// The next news, when there is some within a time.
    pub fn next_within(&mut self, limit: Duration) -> Result<Option<Event>, Failure> {
        if let Some(event) = self.held.pop_front() {
            return Ok(Some(event));
        }
        self.begin()?;
        match self.events.recv_timeout(limit) {
            Ok(event) => Ok(Some(event)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(Failure::unsaved(Key::CliNoAnswer)),
        }
    }

    fn hear(&mut self) -> Result<Event, Failure> {
        while self.hub.turn() {}
        if let Ok(event) = self.events.try_recv() {
            return Ok(event);
        }
        self.begin()?;
        let heard = self.events.recv_timeout(PATIENCE);
        heard.map_err(|_| Failure::unsaved(Key::CliNoAnswer))
    }
}

/// A session of somebody at this machine who may do everything.
fn own(folder: &Path, user: &str, session: SessionId) -> Options {
    Options {
        folder: folder.to_owned(),
        user: user.to_owned(),
        role: Role::Secretary,
        meeting: None,
        copies: false,
        confined: false,
        session,
        clock: world::now,
        draw: world::random,
    }
}

fn answered(answer: Answer) -> Result<Answer, Failure> {
    match answer {
        Answer::Failed(why) => Err(Message::new(Key::ErrorNoAnswer).with("why", why).into()),
        answer => Ok(answer),
    }
}
