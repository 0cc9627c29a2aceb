//! The hub's thread: journal, store and sessions. One request at a time, in the order they came.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::time::{Duration, Instant};

use super::arrival;
use super::asking::Errands;
use super::durability::Syncing;
use super::event::Event;
use super::guest::Weight;
use super::link::{Error, Options};
use super::lock::Lock;
use super::quiet::Quiet;
pub use super::request::{Guest, Request};
use super::server::Server;
use super::serving::{Serving, Still};
use super::session::Session;
use crate::domain::batch::{Batch, SessionId};
use crate::domain::news::{News, NewsKind};
use crate::domain::reason;
use crate::domain::zone::local;
use crate::journal::{Journal, Opening, Past as _};
use crate::store::{Front, Store};

/// So long the hub stays awake for what a key makes.
const AWAKE: Duration = Duration::from_micros(300);

/// Everything on the hub's thread.
pub struct Hub {
    pub(super) folder: PathBuf,
    pub(super) options: Options,
    pub(super) journal: Journal,
    /// `None` until sled is open.
    pub(super) store: Option<Store>,
    pub(super) front: Option<Front>,
    pub(super) sessions: BTreeMap<SessionId, Session>,
    /// Of the request that is being dealt with.
    pub(super) weight: Option<Weight>,
    /// What waits until sled is open.
    pub(super) waiting: Vec<Request>,
    pub(super) quiet: Quiet,
    /// When it is next told who is where.
    pub(super) roll_call: Option<Instant>,
    /// Sessions that heard no more: the others are still to be told.
    pub(super) fallen: Vec<SessionId>,
    pub(super) troubled: bool,
    /// Why the database could be neither opened nor built.
    pub(super) unusable: Option<String>,
    /// To tell everybody, once somebody is there.
    pub(super) news: Vec<News>,
    /// Whether sled is open, or being opened.
    pub(super) opening: bool,
    /// How often the database was built anew.
    pub(super) built: u32,
    pub(super) requests: Sender<Request>,
    pub(super) errands: Errands,
    /// What is searched for once the titles are read.
    pub(super) searches: Vec<Request>,
    pub(super) sync: Sender<()>,
    server: Option<Server>,
    /// The process ends: nobody waits for what is still to be done for others.
    ends: Arc<AtomicBool>,
    /// Lock as long as the hub lives.
    _lock: Lock,
}

impl Hub {
    /// Starts the hub of a folder whose lock is held.
    pub(super) fn start(options: &Options, lock: Lock) -> Result<Serving, Error> {
        let mut serving = Self::open(options, lock)?;
        let begun = serving.begin();
        begun.map_err(|error| Error::folder(&options.folder, &error))?;
        Ok(serving)
    }

    /// Opens a folder whose lock is held. Who opens it does the hub's work until it begins.
    pub(super) fn open(options: &Options, lock: Lock) -> Result<Serving, Error> {
        let folder = options.folder.clone();
        let (requests, receiver) = mpsc::channel();
        let opening = Opening {
            now: (options.clock)(),
            session: options.session,
            salt: (options.draw)(),
            user: options.user.clone(),
        };
        let opened = Journal::open(&folder.join("journal"), &opening)?;
        let damages = opened.damages.iter();
        let damages = damages.map(|place| News::new(NewsKind::Damaged, place));
        let torn = opened.torn.iter();
        let torn = torn.map(|file| News::new(NewsKind::Torn, file));
        let news: Vec<News> = damages.chain(torn).collect();
        for news in &news {
            tracing::warn!("{}: {}", news.kind.name(), news.detail);
        }
        arrival::clear(&folder);
        let today = local((options.clock)()).date();
        let front = Front::read(&folder, opened.journal.head(), today);
        let (syncing, sync) = Syncing::new(opened.journal.syncer(), requests.clone());
        let ends = Arc::new(AtomicBool::new(false));
        let mut hub = Self {
            ends: Arc::clone(&ends),
            folder,
            options: options.clone(),
            journal: opened.journal,
            store: None,
            front,
            sessions: BTreeMap::new(),
            weight: None,
            waiting: Vec::new(),
            quiet: Quiet::default(),
            roll_call: None,
            fallen: Vec::new(),
            troubled: false,
            unusable: None,
            news,
            opening: false,
            built: 0,
            requests: requests.clone(),
            errands: Errands::new(requests.clone()),
            searches: Vec::new(),
            sync,
            server: None,
            _lock: lock,
        };
        if hub.front.is_none() {
            hub.open_store();
        }
        Ok(Serving::new(
            requests,
            ends,
            Still::new(hub, receiver, syncing),
        ))
    }

    /// Lets others in.
    pub(super) fn listen(&mut self) {
        match Server::start(&self.folder, &self.requests) {
            Ok(server) => self.server = Some(server),
            Err(error) => {
                self.news.push(News::new(NewsKind::Alone, error));
                self.tell_news();
            }
        }
    }

    /// Tells what there is to tell, once somebody is there.
    pub(super) fn tell_news(&mut self) {
        if !self.sessions.is_empty() {
            for news in std::mem::take(&mut self.news) {
                self.tell_others(None, &Event::Told(news));
            }
        }
    }

    /// Works until it is told to end.
    pub(super) fn run(mut self, requests: &Receiver<Request>) {
        while !self.is_ending() {
            let wait = match self.opening {
                false => Some(FRONT),
                true => self
                    .quiet
                    .wait(self.store.as_ref().is_some_and(Store::unsettled)),
            };
            let request = match self.next_call().into_iter().chain(wait).min() {
                None => requests.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(wait) => requests.recv_timeout(wait),
            };
            match request {
                Ok(Request::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(Request::Expect) => self.stay_awake(requests),
                Ok(request) => {
                    self.quiet.disturbed(&request);
                    self.take(request);
                }
                Err(RecvTimeoutError::Timeout) if self.roll_call.is_some() => {}
                Err(RecvTimeoutError::Timeout) if !self.opening => self.open_store(),
                Err(RecvTimeoutError::Timeout) => self.tidy(),
            }
            self.call_roll();
        }
        self.take_last(requests);
        self.end();
    }

    /// Waits for what follows without falling asleep: being woken takes longer than all that is done for a letter.
    fn stay_awake(&mut self, requests: &Receiver<Request>) {
        let begun = Instant::now();
        while begun.elapsed() < AWAKE {
            match requests.try_recv() {
                Ok(Request::Stop) | Err(TryRecvError::Disconnected) => {
                    self.ends.store(true, Ordering::Release);
                    return;
                }
                Ok(request) => return self.take(request),
                Err(TryRecvError::Empty) => std::thread::yield_now(),
            }
        }
    }

    /// Whether the process ends.
    pub(super) fn is_ending(&self) -> bool {
        self.ends.load(Ordering::Acquire)
    }

    /// What this process's own session sent has no other place; others have theirs in a file, and offer it again.
    fn take_last(&mut self, requests: &Receiver<Request>) {
        for request in requests.try_iter() {
            if let Request::Submit(submission) = request.bare()
                && let Some(session) = self.sessions.get(&submission.session)
                && session.connection == 0
            {
                self.submit(submission);
            }
        }
    }

    /// Handles one request.
    pub(super) fn take(&mut self, request: Request) {
        match request {
            Request::Join(guest) => self.join(guest),
            Request::Leave {
                session,
                connection,
                why,
            } => self.leave(session, connection, why),
            Request::Here { session, spot } => self.here(session, spot),
            Request::Pull { session, heads } => self.hand_over(session, &heads),
            Request::Again {
                session,
                submission,
            } => self.take_again(session, submission),
            Request::Parcel { session, parcel } => self.parcel(session, parcel),
            Request::Filed {
                session,
                hash,
                size,
                result,
            } => self.filed(session, hash, size, result),
            Request::Ping(session) => self.tell(session, Event::Pong),
            Request::Weighed(request, weight) => {
                self.weight = Some(weight);
                self.take(*request);
                // What waits or is sent away has taken it along.
                self.weight = None;
            }
            Request::Submit(submission) => self.submit(submission),
            Request::Query {
                session,
                number,
                query,
            } => self.query(session, number, query),
            Request::Erase { session, person } => self.erase(session, person),
            Request::Ready(opened) => self.ready(opened),
            Request::News(what) => self.tell_others(None, &Event::Told(what)),
            Request::Recalled {
                session,
                number,
                answer,
                weight,
            } => {
                self.errands.done();
                let answer = *answer;
                self.tell(session, Event::Answer { number, answer });
                drop(weight);
            }
            Request::Titles(read) => self.titles(read),
            Request::Synced(result) => self.synced(result),
            Request::Stop | Request::Expect => {}
        }
    }

    fn leave(&mut self, id: SessionId, connection: u64, why: Option<String>) {
        let current = |session: &Session| session.connection == connection;
        if self.sessions.get(&id).is_some_and(current) {
            if let Some(why) = why {
                self.tell(id, Event::Ended(why));
            }
            let left = self.sessions.remove(&id);
            if left.is_some_and(|session| session.peer.is_some()) {
                self.fallen.push(id);
            }
        }
        self.adopt();
    }

    fn join(&mut self, guest: Guest) {
        // Who was here before, or may have been, has a counter that only the database knows.
        let before = guest.seen.is_some() || guest.copies;
        if self.store.is_none() && (before || !guest.role.reads_all()) {
            self.wait_for_store(Request::Join(guest));
            return;
        }
        let (id, seen) = (guest.session, guest.seen);
        let same = |session: &Session| (&session.user, session.role) == (&guest.user, guest.role);
        if self.sessions.get(&id).is_some_and(|there| !same(there)) {
            let why = reason::ANOTHER.to_owned();
            let _ = (guest.sink)(Event::Ended(why));
            return;
        }
        let known = match &self.store {
            Some(store) => store.counter(id).unwrap_or(0),
            None => 0,
        };
        let scope = self.scope(&guest);
        let session = Session::new(guest, scope, known);
        if let (Some(seen), Some(store)) = (seen, &self.store) {
            let missed = store.since(seen, &self.journal).unwrap_or_default();
            for batch in missed {
                session.tell(news_of(&batch, id));
            }
        }
        session.tell(Event::Saved {
            seq: self.journal.durable(),
        });
        if session.role.reads_all() {
            for news in self.news.drain(..) {
                session.tell(Event::Told(news));
            }
        }
        self.introduce(id, &session);
        self.sessions.insert(id, session);
    }

    /// Tells one session; one that is gone is forgotten.
    pub(super) fn tell(&mut self, session: SessionId, event: Event) {
        if self
            .sessions
            .get(&session)
            .is_some_and(|session| !session.tell(event))
            && let Some(gone) = self.sessions.remove(&session)
            && gone.peer.is_some()
        {
            self.fallen.push(session);
        }
    }

    /// Ends a session, and says why.
    pub(super) fn send_away(&mut self, id: SessionId, why: &str) {
        self.tell(id, Event::Ended(why.to_owned()));
        let gone = self.sessions.remove(&id);
        if gone.is_some_and(|session| session.peer.is_some()) {
            self.fallen.push(id);
        }
    }

    /// Tells every session but one.
    pub(super) fn tell_others(&mut self, but: Option<SessionId>, event: &Event) {
        self.tell_each(event, |id, _| Some(id) != but);
    }

    /// Tells some sessions; those that are gone are forgotten.
    pub(super) fn tell_each(&mut self, event: &Event, to: impl Fn(SessionId, &Session) -> bool) {
        let fallen = &mut self.fallen;
        self.sessions.retain(|id, session| {
            let stays = !to(*id, session) || session.tell(event.clone());
            if !stays && session.peer.is_some() {
                fallen.push(*id);
            }
            stays
        });
    }

    fn end(mut self) {
        drop(self.server.take());
        for request in std::mem::take(&mut self.waiting) {
            if let Request::Submit(submission) = request.bare() {
                self.submit_late(&submission);
            }
        }
        self.close();
    }
}

/// A batch as the session hears of it: as its own, or as another's.
pub(super) fn news_of(batch: &Batch, session: SessionId) -> Event {
    let header = &batch.header;
    if header.session == session {
        return Event::Committed {
            counter: header.counter,
            seq: header.seq,
            ops: batch.effects().to_vec(),
        };
    }
    let mut batch = batch.clone();
    if batch.refused() {
        batch.body = None;
    }
    Event::Batch(batch)
}

/// How long the front page is left alone with the first picture.
const FRONT: Duration = Duration::from_millis(100);
/// How long a hub that could not write waits before it tries again.
pub(super) const AGAIN: Duration = Duration::from_millis(500);
