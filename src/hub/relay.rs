//! An attached session's side: a thread that writes pending work to its file before the echo, speaks with the hub, and
//! takes over or attaches again when the hub goes away. Its session sees events only.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::connection::{Connection, Ends, dial};
use super::copy::{Copy, landed};
use super::core::Request;
use super::download::Downloads;
use super::event::Event;
use super::far::Far;
use super::group::Group;
use super::link::{Error, Joining, Options, Port, Sink};
use super::pending::{Left, Pending};
use super::pulse::Pulse;
use super::serving::Serving;
use super::session::key;
use super::upload::Outbox;
use super::wire::Say;
use super::wire::Welcome;
use crate::domain::batch::{Seq, Submission};
use crate::domain::id::Id;
use crate::domain::peer::Spot;
use crate::domain::query::{Query, Save};

/// How often an ending session looks whether its work is durable.
const LOOK: Duration = Duration::from_millis(15);
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
    /// A file was added here: who asked is told when it is time.
    Kept {
        number: u64,
        hash: String,
        name: String,
    },
    /// An annex's file is to be written where the person says.
    Save {
        number: u64,
        save: Save,
    },
    /// What became of dialling for the n-th connection.
    Dialled(u64, Result<(Ends, Option<Welcome>), Error>),
    /// From the hub, on the n-th connection.
    Heard(u64, Box<Event>),
    /// The n-th connection ended.
    Gone(u64),
    Stop,
}

pub(super) enum Line {
    /// To be tried at this time.
    None(Instant),
    /// Being tried.
    Dialling,
    Far(Connection, Pulse),
    Own(Serving),
}

pub(super) struct Kept {
    pub submission: Submission,
    pub seq: Option<Seq>,
    /// The session was told that it is written.
    pub told: bool,
}

pub(super) struct Relay {
    pub options: Options,
    pub sink: Sink,
    pub asks: Sender<Ask>,
    pub dialer: Dialer,
    pub line: Line,
    pub connection: u64,
    pub kept: VecDeque<Kept>,
    pub file: Pending,
    /// What goes to the hub in its turn.
    pub outbox: Outbox,
    /// Files that come from it.
    pub downloads: Downloads,
    /// The copy of a journal on another machine.
    pub copy: Option<Copy>,
    /// The copy answers questions.
    pub whole: bool,
    /// The copy is fetched anew, or from an earlier place on.
    pub renewing: bool,
    /// On this connection the hub was seen to have all that the copy has: what is offered fits there.
    pub agreed: bool,
    /// What the hub lost, to be offered again.
    pub group: Option<Group>,
    /// The place from which the hub has all of it; its file is kept until that is durable.
    pub regained: Option<Seq>,
    /// The copy's head when it was last fetched anew: nothing is made on less.
    pub floor: Seq,
    /// Position everything heard goes up to.
    pub seen: Seq,
    /// What the hub said last is on its disk.
    pub durable: Seq,
    pub asked: BTreeMap<u64, Query>,
    pub spot: Option<Option<Spot>>,
    pub lost_at: Instant,
    /// Tries since the line was lost.
    pub tries: u32,
    /// Another version holds the folder: this was said.
    pub parted: bool,
    pub erasing: Option<Id>,
    /// This process is the hub now.
    pub holds: Arc<AtomicBool>,
}

/// Where the hub is.
pub(super) enum Dialer {
    /// Behind the folder's socket, or here when nobody holds the folder.
    Folder,
    /// On another machine; `None` when it is not to be reached for.
    Far(Option<Far>),
}

/// Attaches to the hub behind the socket.
pub fn attach(options: &Options, sink: Sink) -> Result<Port, Error> {
    let (mut relay, receiver) = Relay::new(options, sink, Dialer::Folder);
    let ends = dial(options, None)?;
    relay
        .begin(ends)
        .map_err(|error| Error::folder(&options.folder, &error))?;
    relay.start(receiver)
}

/// Joins a hub on another machine: at once where there is a connection or a copy.
pub fn join(options: &Options, sink: Sink, joining: Joining) -> Result<Port, Error> {
    let Joining {
        far,
        ends,
        copy,
        left,
        group,
    } = joining;
    let (mut relay, receiver) = Relay::new(options, sink, Dialer::Far(far));
    relay.whole = copy.as_ref().is_some_and(|copy| copy.head().seq > 0);
    if let Some(left) = left {
        relay.take_up(left, copy.as_ref());
    }
    relay.copy = copy;
    relay.group = group;
    match ends {
        Some(ends) => {
            relay
                .begin(ends)
                .map_err(|error| Error::folder(&options.folder, &error))?;
            relay.offer();
        }
        None => relay.lost(),
    }
    relay.start(receiver)
}

impl Relay {
    fn new(options: &Options, sink: Sink, dialer: Dialer) -> (Self, Receiver<Ask>) {
        let (asks, receiver) = mpsc::channel();
        let relay = Self {
            options: options.clone(),
            sink,
            asks,
            dialer,
            line: Line::Dialling,
            connection: 0,
            kept: VecDeque::new(),
            file: Pending::new(
                &options.folder,
                options.session,
                &options.user,
                options.role,
            ),
            outbox: Outbox::default(),
            downloads: Downloads::default(),
            copy: None,
            whole: false,
            renewing: false,
            agreed: false,
            group: None,
            regained: None,
            floor: 0,
            seen: 0,
            durable: 0,
            asked: BTreeMap::new(),
            spot: None,
            lost_at: Instant::now(),
            tries: 0,
            parted: false,
            erasing: None,
            holds: Arc::new(AtomicBool::new(false)),
        };
        (relay, receiver)
    }

    fn start(self, receiver: Receiver<Ask>) -> Result<Port, Error> {
        let (asks, holds) = (self.asks.clone(), Arc::clone(&self.holds));
        let folder = self.options.folder.clone();
        let thread = std::thread::Builder::new()
            .name("relay".into())
            .spawn(move || self.run(&receiver))
            .map_err(|error| Error::folder(&folder, &error))?;
        Ok(Port::Relay(asks, holds, Some(thread)))
    }

    fn run(mut self, asks: &Receiver<Ask>) {
        let mut stopping: Option<Instant> = None;
        loop {
            let done =
                |since: Instant| self.kept.is_empty() || self.is_alone() || since.elapsed() > LAST;
            if stopping.is_some_and(done) {
                break;
            }
            let wait = [self.wait(), stopping.map(|_| LOOK)];
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

    /// No hub is to be reached for: what is pending stays in its file.
    fn is_alone(&self) -> bool {
        matches!(self.dialer, Dialer::Far(None)) && matches!(self.line, Line::Dialling)
    }

    fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Submit(submission) => self.submit(submission),
            Ask::Query { number, query } => self.ask(number, query),
            Ask::Kept { number, hash, name } => self.keep(number, hash, name),
            Ask::Save { number, save } => self.save(number, save),
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

    /// Asks: the copy, where there is one, else the hub.
    pub(super) fn ask(&mut self, number: u64, query: Query) {
        let query = match query {
            Query::Undo { doc, redo, .. } => Query::Undo {
                doc,
                user: self.options.user.clone(),
                redo,
            },
            query => query,
        };
        match &mut self.copy {
            Some(copy) if self.whole => {
                let answer = copy.answer(&query);
                (self.sink)(Event::Answer { number, answer });
            }
            Some(_) => {
                self.asked.insert(number, query);
            }
            None => {
                self.asked.insert(number, query.clone());
                self.say(Say::Query { number, query });
            }
        }
    }

    /// Takes up what an earlier process of this session left pending.
    fn take_up(&mut self, left: Left, copy: Option<&Copy>) {
        let landed = copy.map_or_else(Default::default, |copy| landed(&left.submissions, copy));
        let kept = left.submissions.iter().map(|submission| Kept {
            submission: submission.clone(),
            seq: landed.get(&key(submission)).copied(),
            told: true,
        });
        self.kept = kept.collect();
        self.file = Pending::taken(left);
    }

    pub(super) fn say(&mut self, say: Say) {
        let session = self.options.session;
        match &mut self.line {
            Line::None(_) | Line::Dialling => {}
            Line::Far(far, _) => far.say(say),
            Line::Own(hub) => {
                // A hub of our own needs no pulse, and has no line to be pulled over.
                if matches!(say, Say::Ping | Say::Pull(_)) {
                    return;
                }
                if let Ok(request) = Request::of(say, session) {
                    hub.send(request);
                }
            }
        }
    }

    fn end(mut self) {
        match std::mem::replace(&mut self.line, Line::Dialling) {
            Line::None(_) | Line::Dialling => {}
            Line::Far(far, _) => drop(far),
            Line::Own(hub) => {
                drop(hub);
                self.kept.clear();
            }
        }
        if let Some(copy) = self.copy.take() {
            copy.close();
        }
        if self.kept.is_empty() {
            self.file.remove();
        } else {
            self.file.release();
        }
    }
}
