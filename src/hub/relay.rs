//! An attached session's side: a thread that writes pending work to its file before the echo, speaks with the hub, and
//! takes over or attaches again when the hub goes away. Its session sees events only.

use std::collections::{BTreeMap, VecDeque};
use std::io::BufReader;
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::core::{Hub, Request};
use super::event::Event;
use super::folder;
use super::link::{Error, Options, Port, Sink};
use super::pending::Pending;
use super::wire::{Reply, Say, VERSION, receive, send};
use crate::domain::batch::{Seq, Submission};
use crate::domain::id::Id;
use crate::domain::query::{Answer, Query};

const RETRY: Duration = Duration::from_millis(15);
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
    /// From the hub, on the n-th connection.
    Heard(u64, Box<Event>),
    /// The n-th connection ended.
    Gone(u64),
    Stop,
}

enum Line {
    None,
    Socket(UnixStream),
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
        line: Line::None,
        connection: 0,
        kept: VecDeque::new(),
        file: Pending::new(&options.folder, options.session, &options.user),
        seen: 0,
        asked: BTreeMap::new(),
        erasing: None,
        holds: Arc::clone(&holds),
    };
    relay.dial()?;
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
            let wait = match self.line {
                Line::None => Some(RETRY),
                _ => stopping.map(|_| RETRY),
            };
            let ask = match wait {
                Some(wait) => asks.recv_timeout(wait),
                None => asks.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match ask {
                Ok(Ask::Stop) => stopping = Some(Instant::now()),
                Ok(ask) => self.take(ask),
                Err(RecvTimeoutError::Timeout) if matches!(self.line, Line::None) => {
                    self.reconnect()
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
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
            Ask::Heard(connection, event) if connection == self.connection => self.hear(*event),
            Ask::Gone(connection) if connection == self.connection => self.lost(),
            Ask::Heard(..) | Ask::Gone(_) | Ask::Stop => {}
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
        match &event {
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
            Event::Trouble(_) | Event::Told(_) | Event::Lost | Event::Back => {}
        }
        (self.sink)(event);
    }

    fn lost(&mut self) {
        self.line = Line::None;
        (self.sink)(Event::Lost);
        self.reconnect();
    }

    /// Tries once to become the hub or to attach again.
    fn reconnect(&mut self) {
        let back = match folder::hold(&self.options.folder) {
            Ok(Some(lock)) => self.take_over(lock).is_ok(),
            Ok(None) => self.dial().is_ok(),
            Err(_) => false,
        };
        if !back {
            return;
        }
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
        (self.sink)(Event::Back);
    }

    fn seen(&self) -> Option<Seq> {
        (self.seen > 0).then_some(self.seen)
    }

    fn take_over(&mut self, lock: std::fs::File) -> Result<(), Error> {
        let (requests, thread) = Hub::start(&self.options, lock)?;
        self.connection += 1;
        let (asks, connection) = (self.asks.clone(), self.connection);
        let join = Request::Join {
            session: self.options.session,
            user: self.options.user.clone(),
            seen: Some(self.seen().unwrap_or(Seq::MAX)),
            sink: Arc::new(move |event| asks.send(Ask::Heard(connection, Box::new(event))).is_ok()),
        };
        let _ = requests.send(join);
        self.line = Line::Own(requests, thread);
        self.holds.store(true, Ordering::Release);
        Ok(())
    }

    fn dial(&mut self) -> Result<(), Error> {
        let folder = &self.options.folder;
        let busy = |cause: String| Error::Busy {
            path: folder.clone(),
            cause,
        };
        let mut stream = UnixStream::connect(folder::socket_path(folder))
            .map_err(|error| busy(error.to_string()))?;
        let _ = stream.set_read_timeout(Some(Duration::from_secs(2)));
        let hello = Say::Hello {
            version: VERSION,
            session: self.options.session,
            user: self.options.user.clone(),
            seen: self.seen(),
        };
        send(&mut stream, &hello).map_err(|error| busy(error.to_string()))?;
        match receive::<Reply>(&mut stream) {
            Ok(Reply::Welcome { version }) if version != VERSION => {
                return Err(Error::Version {
                    theirs: version,
                    ours: VERSION,
                });
            }
            Ok(Reply::Welcome { .. }) => {}
            Ok(Reply::Goodbye(why)) => return Err(busy(why)),
            Ok(Reply::Event(_)) => return Err(busy("it did not greet".into())),
            Err(error) => return Err(busy(error.to_string())),
        }
        let _ = stream.set_read_timeout(None);
        let reading = stream
            .try_clone()
            .map_err(|error| busy(error.to_string()))?;
        self.connection += 1;
        let (asks, connection) = (self.asks.clone(), self.connection);
        std::thread::Builder::new()
            .name("relay-in".into())
            .spawn(move || listen(reading, &asks, connection))
            .map_err(|error| busy(error.to_string()))?;
        self.line = Line::Socket(stream);
        Ok(())
    }

    fn say(&mut self, say: Say) {
        let session = self.options.session;
        match &mut self.line {
            Line::None => {}
            Line::Socket(stream) => {
                // What could not be sent is sent again on the next connection.
                if send(stream, &say).is_err() {
                    let _ = stream.shutdown(Shutdown::Both);
                }
            }
            Line::Own(requests, _) => {
                let request = match say {
                    Say::Submit(submission) => Request::Submit(submission),
                    Say::Query { number, query } => Request::Query {
                        session,
                        number,
                        query,
                    },
                    Say::Erase { person } => Request::Erase { session, person },
                    Say::Hello { .. } => return,
                };
                let _ = requests.send(request);
            }
        }
    }

    fn end(mut self) {
        match std::mem::replace(&mut self.line, Line::None) {
            Line::None => {}
            Line::Socket(stream) => {
                let _ = stream.shutdown(Shutdown::Both);
            }
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

fn listen(stream: UnixStream, asks: &Sender<Ask>, connection: u64) {
    let mut reading = BufReader::new(stream);
    while let Ok(reply) = receive::<Reply>(&mut reading) {
        let heard = match reply {
            Reply::Event(event) => Ask::Heard(connection, Box::new(event)),
            Reply::Goodbye(why) => Ask::Heard(connection, Box::new(Event::Told(why))),
            Reply::Welcome { .. } => continue,
        };
        if asks.send(heard).is_err() {
            return;
        }
    }
    let _ = asks.send(Ask::Gone(connection));
}
