//! What a session hears from the hub, in order.

use serde::{Deserialize, Serialize};

use crate::domain::batch::{Batch, Hash, Seq, SessionId};
use crate::domain::news::News;
use crate::domain::op::DocOp;
use crate::domain::peer::Peer;
use crate::domain::query::Answer;
use crate::journal::Line;

/// News from the hub, or from the link to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant)]
pub enum Event {
    /// A submission of ours is in the file: a kill loses it no more. The echo waits for this.
    Written {
        /// Which.
        counter: u64,
    },
    /// A submission of ours has its place in the journal, as these ops.
    Committed {
        /// Which.
        counter: u64,
        /// Its place.
        seq: Seq,
        /// As it became after rebasing.
        ops: Vec<DocOp>,
    },
    /// A submission of ours was not taken in; it is journalled among what is to settle.
    Refused {
        /// Which.
        counter: u64,
        /// Why.
        why: String,
    },
    /// Everything up to this place is on disk.
    Saved {
        /// The place.
        seq: Seq,
    },
    /// Another session's batch.
    Batch(Batch),
    /// The answer to a question.
    Answer {
        /// The question's number.
        number: u64,
        /// The answer.
        answer: Answer,
    },
    /// Saving is in trouble (what happened, what was kept, what to do), or is right again.
    Trouble(Option<News>),
    /// Something to tell, such as a store that was rebuilt.
    Told(News),
    /// Another session's screen is here now; `None`: it is gone.
    Peer {
        /// Which session.
        session: SessionId,
        /// Who and where.
        peer: Option<Peer>,
    },
    /// The next lines for a copy of the journal; `whole` once it has all.
    Lines {
        /// In order.
        lines: Vec<Line>,
        /// Of the last one, where the copy shall compare: it worked out all others from its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hash: Option<Hash>,
        /// The copy is up to the hub; new lines follow as they come.
        whole: bool,
    },
    /// The journal does not have the copy's head: the copy names more of its positions.
    Astray,
    /// The last position both have: the copy goes back to it.
    Common {
        /// Which.
        seq: Seq,
    },
    /// The hub has so much of a file that was offered to it; all of it once it is safe there.
    Has {
        /// Its content's.
        hash: Hash,
        /// Bytes.
        bytes: u64,
    },
    /// The copy was fetched anew: what was read from it is to be read again.
    Renewed,
    /// The hub's thread lives.
    Pong,
    /// The hub ended this connection, and why.
    Ended(String),
    /// The hub is another version now: what is done here waits in its file.
    Parted {
        /// The hub's version.
        theirs: u32,
        /// Ours.
        ours: u32,
    },
    /// The hub does not answer; work goes on.
    Silent,
    /// The hub went away; work goes on.
    Lost,
    /// The hub is back, or this process is the hub now.
    Back,
    /// The erasure asked for is done, or why not.
    Erased(Result<(), String>),
}
