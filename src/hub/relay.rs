//! An attached session's side: a thread that writes pending work to its file before the echo, speaks with the hub, and
//! takes over or attaches again when the hub goes away. Its session sees events only.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::connection::{Connection, Ends, dial};
use super::core::{Guest, Hub, Request};
use super::event::Event;
use super::folder;
use super::link::{Error, Options, Port, Sink};
use super::pending::Pending;
use super::pulse::{ASK, Beat, PATIENCE, Pulse};
use super::wire::Say;
use crate::domain::batch::{Seq, Submission};
use crate::domain::id::Id;
use crate::domain::peer::Spot;
use crate::domain::query::{Answer, Query};

const RETRY: Duration = Duration::from_millis(15);
/// Between two tries once the first ones have failed, and after the hub ended the connection.
const LATER: Duration = Duration::from_millis(500);
/// How long it is tried often.
const EAGER: Duration = Duration::from_secs(2);
/// How long an ending session waits for its work to be durable.
const LAST: Duration = Duration::from_secs(2);

/// What the relay's thread is asked or hears.
pub enum Ask {
    Submit(Submission),
    Query {
        number: u64,
        query: Query,
    },
    Erase {
        person: Id,
    },
    Here(Option<Spot>),
    /// What became of dialling for the n-th connection.
    Dialled(u64, Result<Ends, Error>),
    /// From the hub, on the n-th connection.
    Heard(u64, Box<Event>),
    /// The n-th connection ended.
    Gone(u64),
    Stop,
}

enum Line {
    /// To be tried at this time.
    None(Instant),
    /// Being tried.
    Dialling,
    Far(Connection, Pulse),
    Own(Sender<Request>, JoinHandle<()>),
}

struct Kept {
    submission: Submission,
    seq: Option<Seq>,
    /// The session was told that it is written.
    told: bool,
}

struct Relay {
    options: Options,
    sink: Sink,
    asks: Sender<Ask>,
    line: Line,
    connection: u64,
    kept: VecDeque<Kept>,
    file: Pending,
    /// Position everything heard goes up to.
    seen: Seq,
    asked: BTreeMap<u64, Query>,
    spot: Option<Option<Spot>>,
    lost_at: Instant,
    /// Another version holds the folder: this was said.
    parted: bool,
    erasing: Option<Id>,
    /// This process is the hub now.
    holds: Arc<AtomicBool>,
}

/// Attaches to the hub behind the socket.
pub fn attach(options: &Options, sink: Sink) -> Result<Port, Error> {
    let holds = Arc::new(AtomicBool::new(false));
    let (asks, receiver) = mpsc::channel();
    let mut relay = Relay {
        options: options.clone(),
        sink,
        asks: asks.clone(),
        line: Line::Dialling,
        connection: 0,
        kept: VecDeque::new(),
        file: Pending::new(&options.folder, options.session, &options.user),
        seen: 0,
        asked: BTreeMap::new(),
        spot: None,
        lost_at: Instant::now(),
        parted: false,
        erasing: None,
        holds: Arc::clone(&holds),
    };
    let ends = dial(options, None)?;
    relay
        .begin(ends)
        .map_err(|error| Error::folder(&options.folder, &error))?;
    let thread = std::thread::Builder::new()
        .name("relay".into())
        .spawn(move || relay.run(&receiver))
        .map_err(|error| Error::folder(&options.folder, &error))?;
    Ok(Port::Relay(asks, holds, Some(thread)))
}

impl Relay {
    fn run(mut self, asks: &Receiver<Ask>) {
        let mut stopping: Option<Instant> = None;
        loop {
            if stopping.is_some_and(|since| self.kept.is_empty() || since.elapsed() > LAST) {
                break;
            }
            let wait = [self.wait(), stopping.map(|_| RETRY)];
            let wait = wait.into_iter().flatten().min();
            let ask = match wait {
                Some(wait) => asks.recv_timeout(wait),
                None => asks.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match ask {
                Ok(Ask::Stop) => stopping = Some(Instant::now()),
                Ok(ask) => self.take(ask),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            self.beat();
        }
        self.end();
    }

    fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Submit(submission) => self.submit(submission),
            Ask::Query { number, query } => {
                self.asked.insert(number, query.clone());
                self.say(Say::Query { number, query });
            }
            Ask::Erase { person } => {
                self.erasing = Some(person);
                self.say(Say::Erase { person });
            }
            Ask::Here(spot) => {
                self.spot = Some(spot);
                self.say(Say::Here(spot));
            }
            Ask::Heard(connection, event) if connection == self.connection => self.hear(*event),
            Ask::Gone(connection) if connection == self.connection => self.lost(),
            Ask::Dialled(connection, result) if connection == self.connection => {
                self.dialled(result);
            }
            Ask::Heard(..) | Ask::Gone(_) | Ask::Dialled(..) | Ask::Stop => {}
        }
    }

    fn submit(&mut self, submission: Submission) {
        let counter = submission.counter;
        let mut told = false;
        if !matches!(self.line, Line::Own(..)) {
            match self.file.add(&submission) {
                Ok(()) => {
                    told = true;
                    (self.sink)(Event::Written { counter });
                }
                Err(error) => {
                    let text = format!(
                        "the file of pending changes could not be written: {error}; they are kept in memory and sent to the other terminal; check the disk"
                    );
                    (self.sink)(Event::Trouble(Some(text)));
                }
            }
        }
        self.kept.push_back(Kept {
            submission: submission.clone(),
            seq: None,
            told,
        });
        self.say(Say::Submit(submission));
    }

    fn hear(&mut self, event: Event) {
        if let Line::Far(_, pulse) = &mut self.line
            && pulse.hear(Instant::now())
        {
            (self.sink)(Event::Back);
        }
        match &event {
            Event::Pong => return,
            Event::Ended(why) => {
                (self.sink)(Event::Told(why.clone()));
                self.lost();
                self.line = Line::None(Instant::now() + LATER);
                return;
            }
            Event::Written { counter } => {
                let kept = self
                    .kept
                    .iter_mut()
                    .find(|kept| kept.submission.counter == *counter);
                if kept.is_none_or(|kept| std::mem::replace(&mut kept.told, true)) {
                    return;
                }
            }
            Event::Committed { counter, seq, .. } => {
                self.seen = self.seen.max(*seq);
                let kept = self
                    .kept
                    .iter_mut()
                    .find(|kept| kept.submission.counter == *counter);
                if kept.is_none_or(|kept| kept.seq.replace(*seq).is_some()) {
                    return;
                }
            }
            Event::Refused { counter, .. } => {
                self.kept.retain(|kept| kept.submission.counter != *counter);
            }
            Event::Batch(batch) => self.seen = self.seen.max(batch.header.seq),
            Event::Answer { number, answer } => {
                if self.asked.remove(number).is_none() {
                    return;
                }
                if let Answer::Doc { seq, .. } = answer {
                    self.seen = self.seen.max(*seq);
                }
            }
            Event::Saved { seq } => {
                self.kept
                    .retain(|kept| kept.seq.is_none_or(|place| place > *seq));
                if self.kept.is_empty() {
                    self.file.empty();
                }
            }
            Event::Erased(_) => self.erasing = None,
            Event::Trouble(_)
            | Event::Told(_)
            | Event::Peer { .. }
            | Event::Silent
            | Event::Parted { .. }
            | Event::Lost
            | Event::Back => {}
        }
        (self.sink)(event);
    }

    fn lost(&mut self) {
        self.connection += 1;
        self.lost_at = Instant::now();
        self.line = Line::None(self.lost_at);
        (self.sink)(Event::Lost);
        self.reconnect();
    }

    /// How long until something is to be done without being asked.
    fn wait(&self) -> Option<Duration> {
        let now = Instant::now();
        match &self.line {
            Line::None(due) => Some(due.saturating_duration_since(now)),
            Line::Far(_, pulse) => pulse.wait(now),
            Line::Dialling | Line::Own(..) => None,
        }
    }

    /// Does what is due.
    fn beat(&mut self) {
        let now = Instant::now();
        match &mut self.line {
            Line::None(due) if *due <= now => self.reconnect(),
            Line::Far(far, pulse) => match pulse.beat(now) {
                Beat::Rest => {}
                Beat::Ask => far.say(Say::Ping),
                Beat::Silent => {
                    (self.sink)(Event::Silent);
                }
            },
            _ => {}
        }
    }

    /// Tries to become the hub, or to attach again.
    fn reconnect(&mut self) {
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
        let (options, seen) = (self.options.clone(), self.seen());
        let dial = move || {
            let _ = asks.send(Ask::Dialled(number, dial(&options, seen)));
        };
        let spawned = std::thread::Builder::new().name("dial".into()).spawn(dial);
        match spawned {
            Ok(_) => self.line = Line::Dialling,
            Err(_) => self.later(),
        }
    }

    fn dialled(&mut self, result: Result<Ends, Error>) {
        let begun = match result {
            Ok(ends) => self.begin(ends).is_ok(),
            Err(error) => {
                if let Error::Version { theirs, ours } = error
                    && !std::mem::replace(&mut self.parted, true)
                {
                    (self.sink)(Event::Parted { theirs, ours });
                }
                false
            }
        };
        if begun { self.resume() } else { self.later() }
    }

    /// It is tried again soon.
    fn later(&mut self) {
        let eager = self.lost_at.elapsed() < EAGER;
        let wait = if eager { RETRY } else { LATER };
        self.line = Line::None(Instant::now() + wait);
    }

    fn begin(&mut self, ends: Ends) -> std::io::Result<()> {
        self.connection += 1;
        let far = Connection::start(ends, &self.asks, self.connection)?;
        self.line = Line::Far(far, Pulse::new(ASK, PATIENCE, Instant::now()));
        Ok(())
    }

    fn resume(&mut self) {
        // What may not have arrived is sent again: the counter makes that harmless.
        let again: Vec<Submission> = self
            .kept
            .iter()
            .map(|kept| kept.submission.clone())
            .collect();
        again
            .into_iter()
            .for_each(|submission| self.say(Say::Submit(submission)));
        let asked = self.asked.clone();
        for (number, query) in asked {
            self.say(Say::Query { number, query });
        }
        if let Some(person) = self.erasing {
            self.say(Say::Erase { person });
        }
        if let Some(spot) = self.spot {
            self.say(Say::Here(spot));
        }
        (self.sink)(Event::Back);
    }

    fn seen(&self) -> Option<Seq> {
        (self.seen > 0).then_some(self.seen)
    }

    fn take_over(&mut self, lock: std::fs::File) -> Result<(), Error> {
        let (requests, thread) = Hub::start(&self.options, lock)?;
        self.connection += 1;
        let (asks, connection) = (self.asks.clone(), self.connection);
        let join = Request::Join(Guest {
            session: self.options.session,
            connection: 0,
            user: self.options.user.clone(),
            role: self.options.role,
            seen: Some(self.seen().unwrap_or(Seq::MAX)),
            sink: Arc::new(move |event| asks.send(Ask::Heard(connection, Box::new(event))).is_ok()),
        });
        let _ = requests.send(join);
        self.line = Line::Own(requests, thread);
        self.holds.store(true, Ordering::Release);
        Ok(())
    }

    fn say(&mut self, say: Say) {
        let session = self.options.session;
        match &mut self.line {
            Line::None(_) | Line::Dialling => {}
            Line::Far(far, _) => far.say(say),
            Line::Own(requests, _) => {
                let request = match say {
                    Say::Submit(submission) => Request::Submit(submission),
                    Say::Query { number, query } => Request::Query {
                        session,
                        number,
                        query,
                    },
                    Say::Erase { person } => Request::Erase { session, person },
                    Say::Here(spot) => Request::Here { session, spot },
                    Say::Hello(_) | Say::Ping => return,
                };
                let _ = requests.send(request);
            }
        }
    }

    fn end(mut self) {
        match std::mem::replace(&mut self.line, Line::Dialling) {
            Line::None(_) | Line::Dialling => {}
            Line::Far(far, _) => drop(far),
            Line::Own(requests, thread) => {
                let _ = requests.send(Request::Stop);
                let _ = thread.join();
                self.kept.clear();
            }
        }
        if self.kept.is_empty() {
            self.file.remove();
        } else {
            self.file.release();
        }
    }
}
