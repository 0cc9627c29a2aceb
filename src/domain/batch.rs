//! A batch: the ops one person's command or typing made, applied whole or not at all.
//! Owns the shape of what the journal stores and sessions exchange; knows nothing of files or sockets.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::id::Id;
use super::op::DocOp;

/// A position in the journal; the first batch has 1, and 0 means "before everything".
pub type Seq = u64;

/// A session: 128 random bits drawn at process start.
pub type SessionId = Id;

/// The version of the header and line format this program writes.
pub const FORMAT: u8 = 1;

/// A blake3 hash, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The hash written like this.
    pub fn read(written: &str) -> Option<Self> {
        let hash = blake3::Hash::from_hex(written).ok()?;
        Some(Self(*hash.as_bytes()))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(blake3::Hash::from_bytes(self.0).to_hex().as_str())
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let wrong = || serde::de::Error::custom("not a hash");
        Self::read(&text).ok_or_else(wrong)
    }
}

/// What a session offers: ops made on top of everything up to `base`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Submission {
    /// The session that made it.
    pub session: SessionId,
    /// Counts the session's submissions from 1; a counter already seen is not applied again.
    pub counter: u64,
    /// The journal position the ops were made on.
    pub base: Seq,
    /// The session's clock, milliseconds since 1970 UTC; shown, never ordered by.
    pub at: i64,
    /// Batches of one undo step share a group (a typing burst, a command).
    pub group: Id,
    /// The command that made it, for history and undo ("agenda-add").
    pub label: String,
    /// When this is an undo or a redo: the group it takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<Id>,
    /// The changes, in order.
    pub ops: Vec<DocOp>,
}

/// What the journal's chain runs over: all of a batch but its content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Format version, [`FORMAT`].
    pub v: u8,
    /// Position in the journal.
    pub seq: Seq,
    /// Hash of the previous header; all zero for the first.
    pub prev: Hash,
    /// Counts restores of a backup, so that two histories can't be confused.
    pub epoch: u32,
    /// See [`Submission::session`].
    pub session: SessionId,
    /// See [`Submission::counter`].
    pub counter: u64,
    /// Who did it: the user's name, fixed by the process on the hub's machine.
    pub user: String,
    /// See [`Submission::at`].
    pub at: i64,
    /// The hub's clock in milliseconds since 1970 UTC; never goes back.
    pub received: i64,
    /// See [`Submission::group`].
    pub group: Id,
    /// See [`Submission::label`].
    pub label: String,
    /// See [`Submission::undoes`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<Id>,
    /// blake3 over the body's bytes (which begin with its salt).
    pub body_hash: Hash,
}

/// The content of a batch. The salt keeps a removed body from being guessed from its hash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// 128 random bits.
    pub salt: Id,
    /// The changes, in order.
    pub ops: Vec<DocOp>,
}

/// One journal entry in memory. `body` is `None` where it was erased or withheld.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// The chained part.
    pub header: Header,
    /// The content, if it may be read here.
    pub body: Option<Body>,
}

/// Label of a batch whose ops were refused: kept for a person to look at, never folded.
pub const REFUSED: &str = "refused";

impl Batch {
    /// Whether the hub refused it.
    pub fn refused(&self) -> bool {
        self.header.label == REFUSED
    }

    /// The ops that count: none of a refused batch, none where the body was erased.
    pub fn effects(&self) -> &[DocOp] {
        if self.refused() { &[] } else { self.ops() }
    }

    /// The ops, none where the body was erased.
    pub fn ops(&self) -> &[DocOp] {
        self.body.as_ref().map_or(&[], |body| &body.ops)
    }
}
