//! How an attached or joined session finds its hub again: becomes it, attaches to another, or dials the far one.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::connection::{Connection, Ends, dial};
use super::core::{Guest, Hub, Request};
use super::event::Event;
use super::folder;
use super::link::Error;
use super::lock::Lock;
use super::pulse::{ASK, Beat, PATIENCE, Pulse};
use super::relay::{Ask, Dialer, Line, Relay};
use super::wire::{Say, Welcome};
use crate::domain::batch::{Seq, Submission};
use crate::domain::reason;

const RETRY: Duration = Duration::from_millis(15);
/// Between two tries once the first ones have failed, and after the hub ended the connection.
pub(super) const LATER: Duration = Duration::from_millis(500);
/// How long it is tried often.
const EAGER: Duration = Duration::from_secs(2);
/// Between two tries of a hub on another machine: at first, and after many.
const FAR: Duration = Duration::from_millis(300);
const FARTHEST: Duration = Duration::from_secs(5);
/// Tries until they become rarer.
const MANY: u32 = 200;
/// How long a line to another machine may be silent before it is given up and dialled anew.
const FAR_ASK: Duration = Duration::from_secs(2);
const FAR_PATIENCE: Duration = Duration::from_secs(4);

impl Relay {
    pub(super) fn lost(&mut self) {
        self.connection += 1;
        self.agreed = false;
        self.empty_outbox();
        if let Some(group) = &mut self.group {
            group.awaited.clear();
        }
        self.lost_at = Instant::now();
        self.tries = 0;
        self.line = Line::None(self.lost_at);
        (self.sink)(Event::Lost);
        self.reconnect();
    }

    /// How long until something is to be done without being asked.
    pub(super) fn wait(&self) -> Option<Duration> {
        let now = Instant::now();
        match &self.line {
            Line::None(due) => Some(due.saturating_duration_since(now)),
            Line::Far(_, pulse) => pulse.wait(now),
            Line::Dialling | Line::Own(..) => None,
        }
    }

    /// Does what is due.
    pub(super) fn beat(&mut self) {
        let now = Instant::now();
        match &mut self.line {
            Line::None(due) if *due <= now => self.reconnect(),
            Line::Far(far, pulse) => match pulse.beat(now) {
                Beat::Rest => {}
                Beat::Ask => far.say(Say::Ping),
                // Bytes on a bad line may come for minutes yet: a new one is quicker.
                Beat::Silent if matches!(self.dialer, Dialer::Far(_)) => self.lost(),
                Beat::Silent => {
                    (self.sink)(Event::Silent);
                }
            },
            _ => {}
        }
    }

    /// Tries to become the hub, or to attach again.
    fn reconnect(&mut self) {
        match &self.dialer {
            Dialer::Folder => {}
            Dialer::Far(Some(_)) => return self.redial(),
            Dialer::Far(None) => {
                self.line = Line::Dialling;
                return;
            }
        }
        match folder::hold(&self.options.folder) {
            Ok(Some(lock)) => match self.take_over(lock) {
                Ok(()) => self.resume(),
                Err(_) => self.later(),
            },
            Ok(None) => self.redial(),
            Err(_) => self.later(),
        }
    }

    fn redial(&mut self) {
        self.connection += 1;
        let (number, asks) = (self.connection, self.asks.clone());
        // Even who has heard nothing yet may have been heard.
        let seen = Some(self.seen().unwrap_or(Seq::MAX));
        let options = self.options.clone();
        let far = match &self.dialer {
            Dialer::Far(far) => far.clone(),
            Dialer::Folder => None,
        };
        let dial = move || {
            let ends = match far {
                Some(far) => far
                    .dial(&options, false)
                    .map(|(ends, who)| (ends, Some(who))),
                None => dial(&options, seen).map(|ends| (ends, None)),
            };
            let _ = asks.send(Ask::Dialled(number, ends));
        };
        let spawned = std::thread::Builder::new().name("dial".into()).spawn(dial);
        match spawned {
            Ok(_) => self.line = Line::Dialling,
            Err(_) => self.later(),
        }
    }

    pub(super) fn dialled(&mut self, result: Result<(Ends, Option<Welcome>), Error>) {
        let begun = match result {
            Ok((_, Some(who)))
                if who.user != self.options.user || who.role != self.options.role =>
            {
                // Another user's work must not be offered as this one's.
                (self.sink)(Event::Ended(reason::RENAMED.to_owned()));
                false
            }
            Ok((ends, _)) => self.begin(ends).is_ok(),
            Err(error) => {
                if let Error::Version { theirs, ours } = error
                    && !std::mem::replace(&mut self.parted, true)
                {
                    (self.sink)(Event::Parted { theirs, ours });
                }
                false
            }
        };
        if begun {
            self.resume();
        } else {
            self.later();
        }
    }

    /// It is tried again soon.
    fn later(&mut self) {
        self.tries = self.tries.saturating_add(1);
        let eager = self.lost_at.elapsed() < EAGER;
        let wait = match self.dialer {
            Dialer::Folder if eager => RETRY,
            Dialer::Folder => LATER,
            Dialer::Far(_) if self.tries < MANY => FAR,
            Dialer::Far(_) => FARTHEST,
        };
        self.line = Line::None(Instant::now() + wait);
    }

    pub(super) fn begin(&mut self, ends: Ends) -> std::io::Result<()> {
        self.connection += 1;
        self.durable = 0;
        self.empty_outbox();
        let far = Connection::start(ends, &self.asks, self.connection)?;
        let (ask, patience) = match self.dialer {
            Dialer::Folder => (ASK, PATIENCE),
            Dialer::Far(_) => (FAR_ASK, FAR_PATIENCE),
        };
        self.line = Line::Far(far, Pulse::new(ask, patience, Instant::now()));
        Ok(())
    }

    fn resume(&mut self) {
        self.offer();
        (self.sink)(Event::Back);
    }

    /// Offers and asks again what the hub may not have heard, and for what the copy lacks.
    pub(super) fn offer(&mut self) {
        if self.copy.is_none() {
            // What may not have arrived is sent again: the counter makes that harmless. With a copy it is offered once
            // the hub is seen to have the same history.
            let again: Vec<Submission> = self
                .kept
                .iter()
                .map(|kept| kept.submission.clone())
                .collect();
            again
                .into_iter()
                .for_each(|submission| self.say_in_turn(Say::Submit(submission)));
            for (number, query) in self.asked.clone() {
                self.say(Say::Query { number, query });
            }
        }
        if let Some(person) = self.erasing {
            self.say(Say::Erase { person });
        }
        if let Some(spot) = self.spot {
            self.say(Say::Here(spot));
        }
        self.pull();
        self.fetch_on();
    }

    fn seen(&self) -> Option<Seq> {
        (self.seen > 0).then_some(self.seen)
    }

    fn take_over(&mut self, lock: Lock) -> Result<(), Error> {
        let serving = Hub::start(&self.options, lock)?;
        self.connection += 1;
        let (asks, connection) = (self.asks.clone(), self.connection);
        let join = Request::Join(Guest {
            session: self.options.session,
            connection: 0,
            user: self.options.user.clone(),
            role: self.options.role,
            meeting: self.options.meeting.clone(),
            seen: Some(self.seen().unwrap_or(Seq::MAX)),
            copies: false,
            sink: Arc::new(move |event| asks.send(Ask::Heard(connection, Box::new(event))).is_ok()),
        });
        serving.send(join);
        self.line = Line::Own(serving);
        self.holds.store(true, Ordering::Release);
        Ok(())
    }
}
