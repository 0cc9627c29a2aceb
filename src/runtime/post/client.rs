//! The post's own session with the hub: it asks, and it submits and waits until that is on the disk.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::{Error, Place};
use crate::app::session::{Session, Step};
use crate::domain::batch::SessionId;
use crate::domain::fold::Doc;
use crate::domain::op::{DocId, DocOp};
use crate::domain::query::{Answer, Query};
use crate::domain::role::Role;
use crate::hub::event::Event;
use crate::hub::{self, Link, Options};

/// How long the hub may say nothing.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a session of the post is opened with.
pub fn options(place: &Place, session: SessionId) -> Options {
    Options {
        folder: place.folder.clone(),
        user: place.user.clone(),
        role: Role::Secretary,
        meeting: None,
        copies: false,
        confined: false,
        session,
        clock: place.clock,
        draw: place.draw,
    }
}

/// The session.
pub struct Client {
    link: Link,
    events: Receiver<Event>,
    session: Session,
    clock: fn() -> i64,
    asked: u64,
    saved: u64,
}

impl Client {
    /// Opens it on the folder that this process holds.
    pub fn open(place: &Place) -> Result<Self, Error> {
        let (sink, events) = hub::channel();
        let draw = place.draw;
        let session = Session::new(place.user.clone(), Box::new(move || draw().bits()));
        Ok(Self {
            link: hub::connect(&options(place, session.id), sink)?,
            events,
            session,
            clock: place.clock,
            asked: 0,
            saved: 0,
        })
    }

    fn hear(&mut self) -> Result<Event, Error> {
        let event = self.events.recv_timeout(PATIENCE);
        let event = event.map_err(|_| Error::Silent)?;
        match event {
            Event::Saved { seq } => self.saved = self.saved.max(seq),
            Event::Ended(_) | Event::Lost => return Err(Error::Silent),
            _ => {}
        }
        Ok(event)
    }

    /// The answer to a question.
    pub fn ask(&mut self, query: Query) -> Result<Answer, Error> {
        self.asked += 1;
        let wanted = self.asked;
        self.link.query(wanted, query);
        loop {
            match self.hear()? {
                Event::Answer { number, answer } if number == wanted => return Ok(answer),
                _ => {}
            }
        }
    }

    /// A document, and the position it stood at.
    pub fn doc(&mut self, id: DocId) -> Result<(Doc, u64), Error> {
        match self.ask(Query::Doc(id))? {
            Answer::Doc { doc, seq, .. } => Ok((doc, seq)),
            _ => Err(Error::Silent),
        }
    }

    /// Submits ops and waits until they are on the disk.
    pub fn submit(&mut self, base: u64, label: &str, ops: Vec<DocOp>) -> Result<(), Error> {
        let step = Step {
            group: self.session.new_id(),
            label: label.to_owned(),
            undoes: None,
        };
        let submission = self.session.submission(base, (self.clock)(), step, ops);
        let wanted = submission.counter;
        self.link.submit(submission);
        let mut place = None;
        loop {
            if place.is_some_and(|seq| self.saved >= seq) {
                return Ok(());
            }
            match self.hear()? {
                Event::Committed { counter, seq, .. } if counter == wanted => place = Some(seq),
                Event::Refused { counter, why } if counter == wanted => {
                    return Err(Error::Refused(why));
                }
                _ => {}
            }
        }
    }
}
