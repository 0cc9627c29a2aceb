//! What the hub's thread is asked, and who comes in.

use super::guest::Weight;
use super::link::Sink;
use super::wire::{Parcel, Say};
use crate::domain::batch::{Hash, Seq, SessionId, Submission};
use crate::domain::id::Id;
use crate::domain::news::News;
use crate::domain::peer::Spot;
use crate::domain::query::{Answer, Query};
use crate::domain::role::Role;
use crate::journal::{self, Head};
use crate::store::{self, Corpus, Opened};

/// What the hub's thread is asked.
pub enum Request {
    /// A session begins, or comes back having seen everything up to a position.
    Join(Guest),
    /// A session's connection ended, or was ended for a reason.
    Leave {
        session: SessionId,
        connection: u64,
        why: Option<String>,
    },
    /// A session's screen is elsewhere now.
    Here {
        session: SessionId,
        spot: Option<Spot>,
    },
    /// A session's copy of the journal lacks what comes after this.
    Pull {
        session: SessionId,
        heads: Vec<Head>,
    },
    /// A session offers again what this journal lost.
    Again {
        session: SessionId,
        submission: Submission,
    },
    /// A session sends a file.
    Parcel { session: SessionId, parcel: Parcel },
    /// A file that came is safe, or why not.
    Filed {
        session: SessionId,
        hash: Hash,
        size: u64,
        result: Result<(), String>,
    },
    /// A session wants to know that this thread lives.
    Ping(SessionId),
    /// A request that counts among its session's until it is dealt with.
    Weighed(Box<Request>, Weight),
    /// A session offers ops.
    Submit(Submission),
    /// A session asks.
    Query {
        session: SessionId,
        number: u64,
        query: Query,
    },
    /// A session wants a person erased.
    Erase { session: SessionId, person: Id },
    /// The database was opened and brought up to the journal, as it was when that began.
    Ready(Result<Box<Opened>, String>),
    /// Something everybody should know.
    News(News),
    /// What was asked about the past.
    Recalled {
        session: SessionId,
        number: u64,
        answer: Box<Answer>,
        /// Of the question.
        weight: Option<Weight>,
    },
    /// The titles that are searched were read.
    Titles(Result<Corpus, store::Error>),
    /// A sync ended.
    Synced(Result<Seq, journal::Error>),
    /// The process ends.
    Stop,
    /// A key was pressed in this process: what it makes follows at once.
    Expect,
}

impl Request {
    /// With what it weighs.
    pub fn weighing(self, weight: Option<Weight>) -> Self {
        match weight {
            Some(weight) => Self::Weighed(Box::new(self), weight),
            None => self,
        }
    }

    /// Whether it only asks whether the hub is there.
    pub fn is_ping(&self) -> bool {
        match self {
            Self::Weighed(request, _) => request.is_ping(),
            request => matches!(request, Self::Ping(_)),
        }
    }

    /// Without what it weighs.
    pub fn bare(self) -> Self {
        match self {
            Self::Weighed(request, _) => *request,
            request => request,
        }
    }

    /// What a session says as a request of this session.
    pub fn of(say: Say, session: SessionId) -> Result<Self, &'static str> {
        Ok(match say {
            Say::Submit(submission) if submission.session != session => {
                return Err("a change of another session");
            }
            Say::Submit(submission) => Self::Submit(submission),
            Say::Query { number, query } => Self::Query {
                session,
                number,
                query,
            },
            Say::Erase { person } => Self::Erase { session, person },
            Say::Here(spot) => Self::Here { session, spot },
            Say::Ping => Self::Ping(session),
            Say::Pull(heads) => Self::Pull { session, heads },
            Say::Again(submission) => Self::Again {
                session,
                submission,
            },
            Say::Parcel(parcel) => Self::Parcel { session, parcel },
            Say::Hello(_) => return Err("a second greeting"),
        })
    }
}

/// A session that comes in.
pub struct Guest {
    pub session: SessionId,
    /// Tells a connection of the session from its earlier ones; 0 in this process.
    pub connection: u64,
    pub user: String,
    pub role: Role,
    /// The only meeting the role is about, by label or id.
    pub meeting: Option<String>,
    pub seen: Option<Seq>,
    /// It keeps a copy of the journal.
    pub copies: bool,
    pub sink: Sink,
}
