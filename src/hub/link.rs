//! A session's link to the hub: the same whether the hub is in this process or behind the socket.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use super::attachment;
use super::bundle;
use super::connection::Ends;
use super::copy::{Copy, unlanded};
use super::core::{Guest, Hub, Request};
use super::event::Event;
use super::far::Far;
use super::folder;
use super::gather;
use super::group::Group;
use super::pending::{Left, orphans};
use super::relay::{self, Ask};
use super::rights::{Deed, may};
use super::saving;
use super::serving::Serving;
use super::upload;
use crate::domain::batch::{Seq, SessionId, Submission};
use crate::domain::id::Id;
use crate::domain::peer::Spot;
use crate::domain::query::{Query, Save};
use crate::domain::role::Role;

/// Why a folder could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be used.
    #[error("{} could not be used: {cause}; nothing was changed; check the folder and its permissions", path.display())]
    Folder {
        /// Which.
        path: PathBuf,
        /// What the system said.
        cause: String,
    },
    /// The journal could not be opened.
    #[error(transparent)]
    Journal(#[from] crate::journal::Error),
    /// Another process holds the folder and could not be reached.
    #[error("another referent holds {} and does not answer ({cause}); nothing was changed; wait a moment, or end that program", path.display())]
    Busy {
        /// The folder.
        path: PathBuf,
        /// What was seen.
        cause: String,
    },
    /// A hub on another machine could not be reached.
    #[error(
        "{name} could not be reached ({cause}); nothing was changed; look at the line, or start with --offline"
    )]
    Far {
        /// What it is called.
        name: String,
        /// What was seen.
        cause: String,
    },
    /// The local copy of what is on another machine cannot be used.
    #[error(
        "the copy on this machine cannot be used: {0}; what is pending is kept; check the disk"
    )]
    Copy(String),
    /// The hub speaks another version.
    #[error(
        "the referent that holds the folder is another version ({theirs}, this is {ours}); nothing was changed; end it or start the same version"
    )]
    Version {
        /// The hub's.
        theirs: u32,
        /// Ours.
        ours: u32,
    },
}

impl Error {
    pub(super) fn folder(path: &Path, error: &io::Error) -> Self {
        Self::Folder {
            path: path.to_owned(),
            cause: error.to_string(),
        }
    }
}

/// Takes a session's events, called on the hub's or the link's thread; `false` when nobody listens any more.
pub type Sink = Arc<dyn Fn(Event) -> bool + Send + Sync>;

/// A sink with a receiver.
pub fn channel() -> (Sink, Receiver<Event>) {
    let (sender, receiver) = mpsc::channel();
    (Arc::new(move |event| sender.send(event).is_ok()), receiver)
}

/// What a session is opened with.
#[derive(Clone)]
pub struct Options {
    /// The data folder.
    pub folder: PathBuf,
    /// The user's name, fixed for the session.
    pub user: String,
    /// What the user may; fixed for the session.
    pub role: Role,
    /// The only meeting the role is about, by label or id.
    pub meeting: Option<String>,
    /// It keeps a copy of the journal, in `folder`.
    pub copies: bool,
    /// The person is elsewhere: no file of this machine is theirs.
    pub confined: bool,
    /// This process's session.
    pub session: SessionId,
    /// Milliseconds since 1970 UTC.
    pub clock: fn() -> i64,
    /// 128 random bits.
    pub draw: fn() -> Id,
}

/// Where a session's requests go.
pub enum Port {
    /// The hub's thread in this process.
    Hub(Serving),
    /// The thread that speaks with another process.
    Relay(
        Sender<Ask>,
        Arc<AtomicBool>,
        Option<std::thread::JoinHandle<()>>,
    ),
}

/// A session's link. Dropping it ends the session; where the hub is in this process, it ends with it.
pub struct Link {
    port: Port,
    session: SessionId,
    /// Where files are kept, where the person may add some.
    folder: Option<PathBuf>,
    /// Who hears the answer when a file was kept.
    sink: Sink,
}

/// Where files are kept, for a person at this machine.
fn own_files(options: &Options) -> Option<PathBuf> {
    (!options.confined).then(|| options.folder.clone())
}

/// How long another process may take to let a session in.
const TRYING: Duration = Duration::from_secs(5);

/// Opens a data folder: this process becomes its hub, or attaches to the one that is.
pub fn connect(options: &Options, sink: Sink) -> Result<Link, Error> {
    let mut link = open(options, sink)?;
    let begun = link.begin();
    begun.map_err(|error| Error::folder(&options.folder, &error))?;
    Ok(link)
}

/// The same for who is in a hurry: where this process becomes the hub, it answers when it is turned, and others are
/// let in when it has begun.
pub fn open(options: &Options, sink: Sink) -> Result<Link, Error> {
    folder::create_folder(&options.folder)?;
    let mut last = None;
    let begun = Instant::now();
    for attempt in 0..40 {
        if begun.elapsed() > TRYING {
            break;
        }
        if let Some(lock) = folder::hold(&options.folder)? {
            let serving = Hub::open(options, lock)?;
            let join = Request::Join(Guest {
                session: options.session,
                connection: 0,
                user: options.user.clone(),
                role: options.role,
                meeting: options.meeting.clone(),
                seen: None,
                copies: false,
                sink: Arc::clone(&sink),
            });
            serving.send(join);
            return Ok(Link {
                port: Port::Hub(serving),
                session: options.session,
                folder: own_files(options),
                sink,
            });
        }
        match relay::attach(options, Arc::clone(&sink)) {
            Ok(port) => {
                return Ok(Link {
                    port,
                    session: options.session,
                    folder: own_files(options),
                    sink,
                });
            }
            Err(error @ Error::Version { .. }) => return Err(error),
            Err(error) => last = Some(error),
        }
        // The holder is starting or ending.
        std::thread::sleep(Duration::from_millis(5 + attempt * 2));
    }
    Err(last.unwrap_or_else(|| Error::Busy {
        path: options.folder.clone(),
        cause: "no answer".into(),
    }))
}

/// What joining a hub on another machine begins with.
pub struct Joining {
    /// How to reach it again; `None` to work on the copy alone.
    pub far: Option<Far>,
    /// The connection, where there is one.
    pub ends: Option<Ends>,
    /// The copy, where the role may keep one and no other process has it.
    pub copy: Option<Copy>,
    /// What an earlier process left pending.
    pub left: Option<Left>,
    /// What a hub lost that was restored, not all offered again yet.
    pub(super) group: Option<Group>,
}

impl Joining {
    /// Opens the copy in the options' folder and takes up what was left pending there. The options get the session
    /// that is gone on with.
    pub fn open(
        options: &mut Options,
        far: Option<Far>,
        ends: Option<Ends>,
    ) -> Result<Self, Error> {
        let copy = Copy::open(options)?;
        let left = copy.as_ref().and_then(|_| left_behind(options));
        options.copies = copy.is_some();
        let group = copy
            .as_ref()
            .and_then(|_| Group::read(&options.folder, &options.user));
        Ok(Self {
            far,
            ends,
            copy,
            left,
            group,
        })
    }

    /// Without a copy: everything is asked of the hub.
    pub fn bare(far: Far, ends: Ends) -> Self {
        Self {
            far: Some(far),
            ends: Some(ends),
            copy: None,
            left: None,
            group: None,
        }
    }

    /// The highest counter of what was left pending.
    pub fn counter(&self) -> u64 {
        let left = self.left.iter().flat_map(|left| &left.submissions);
        left.map(|it| it.counter).max().unwrap_or(0)
    }

    /// How far the copy goes.
    pub fn head(&self) -> Seq {
        self.copy.as_ref().map_or(0, |copy| copy.head().seq)
    }

    /// What was left pending and is not in the copy yet, on top of it.
    pub fn pending(&self) -> Vec<Submission> {
        match (&self.left, &self.copy) {
            (Some(left), Some(copy)) => unlanded(&left.submissions, copy),
            _ => Vec::new(),
        }
    }
}

/// What an earlier process of the user left pending. The options get the session that is gone on with; it is the one
/// to greet a hub with.
pub fn left_behind(options: &mut Options) -> Option<Left> {
    let mut left = orphans(&options.folder).into_iter();
    let left = left.find(|left| !left.submissions.is_empty() && left.user == options.user)?;
    options.session = left.submissions.first()?.session;
    Some(left)
}

/// Joins a hub on another machine.
pub fn join(options: &Options, sink: Sink, joining: Joining) -> Result<Link, Error> {
    let port = relay::join(options, Arc::clone(&sink), joining)?;
    let sink = match &port {
        Port::Relay(asks, ..) => upload::through(asks.clone(), sink),
        Port::Hub(..) => sink,
    };
    Ok(Link {
        port,
        session: options.session,
        folder: may(options.role, Deed::Annex).then(|| options.folder.clone()),
        sink,
    })
}

impl Link {
    /// Does what was asked of a hub in this process that has not begun; whether there was anything.
    pub fn turn(&mut self) -> bool {
        match &mut self.port {
            Port::Hub(hub) => hub.turn(),
            Port::Relay(..) => false,
        }
    }

    /// Lets a hub in this process work by itself.
    ///
    /// # Errors
    /// When it gets no thread.
    pub fn begin(&mut self) -> io::Result<()> {
        match &mut self.port {
            Port::Hub(hub) => hub.begin(),
            Port::Relay(..) => Ok(()),
        }
    }

    /// Says that something may be submitted at once, so that a hub in this process is awake by then.
    pub fn expect(&self) {
        if let Port::Hub(hub) = &self.port {
            hub.expect();
        }
    }

    /// This session.
    pub fn session(&self) -> SessionId {
        self.session
    }

    /// Whether the hub is in this process.
    pub fn holds(&self) -> bool {
        match &self.port {
            Port::Hub(..) => true,
            Port::Relay(_, holds, _) => holds.load(Ordering::Acquire),
        }
    }

    /// Offers ops; [`Event::Written`] and [`Event::Committed`] follow, or [`Event::Refused`].
    pub fn submit(&self, submission: Submission) {
        match &self.port {
            Port::Hub(hub) => {
                hub.send(Request::Submit(submission));
            }
            Port::Relay(asks, ..) => {
                let _ = asks.send(Ask::Submit(submission));
            }
        }
    }

    /// Asks a question; [`Event::Answer`] with the same number follows. A file of the person's own
    /// is kept from here: it lies on this machine.
    pub fn query(&self, number: u64, query: Query) {
        let session = self.session;
        if let Query::Keep(path) = query {
            return attachment::keep_aside(self.folder.clone(), path, number, &self.sink);
        }
        let query = match query {
            Query::Read(path) => {
                return attachment::read_aside(self.folder.clone(), path, number, &self.sink);
            }
            Query::Save(save) => return self.save(number, save),
            Query::Gather(path) => {
                return gather::gather_aside(self.folder.clone(), path, number, &self.sink);
            }
            Query::SaveAll(bundle) => {
                return bundle::save_aside(self.folder.clone(), bundle, number, &self.sink);
            }
            query => query,
        };
        match &self.port {
            Port::Hub(hub) => {
                hub.send(Request::Query {
                    session,
                    number,
                    query,
                });
            }
            Port::Relay(asks, ..) => {
                let _ = asks.send(Ask::Query { number, query });
            }
        }
    }

    fn save(&self, number: u64, save: Save) {
        match &self.port {
            Port::Relay(asks, ..) => {
                let _ = asks.send(Ask::Save { number, save });
            }
            Port::Hub(..) => {
                let folder = self.folder.clone();
                saving::at_home(folder, number, &self.sink, move |folder| {
                    saving::save(folder, &save)
                });
            }
        }
    }

    /// Says where this session's screen is; the others are told.
    pub fn here(&self, spot: Option<Spot>) {
        let session = self.session;
        match &self.port {
            Port::Hub(hub) => {
                hub.send(Request::Here { session, spot });
            }
            Port::Relay(asks, ..) => {
                let _ = asks.send(Ask::Here(spot));
            }
        }
    }

    /// Erases a person's data everywhere; [`Event::Erased`] follows.
    pub fn erase(&self, person: Id) {
        let session = self.session;
        match &self.port {
            Port::Hub(hub) => {
                hub.send(Request::Erase { session, person });
            }
            Port::Relay(asks, ..) => {
                let _ = asks.send(Ask::Erase { person });
            }
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        if let Port::Relay(asks, _, thread) = &mut self.port {
            let _ = asks.send(Ask::Stop);
            if let Some(thread) = thread.take() {
                let _ = thread.join();
            }
        }
    }
}
