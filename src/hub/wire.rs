//! Frames between processes: a length in four bytes, then JSON. A frame has a size limit; the first one each way names
//! the version. After the first ones, what goes to and from another machine is packed on the way (see `pack`).

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::event::Event;
use crate::domain::batch::{Hash, Seq, SessionId, Submission};
use crate::domain::bytes::Bytes;
use crate::domain::id::Id;
use crate::domain::peer::Spot;
use crate::domain::query::Query;
use crate::domain::role::Role;
use crate::journal::Head;

/// Raised with every change of frames.
pub const VERSION: u32 = 8;
/// The largest frame a hub sends, bytes.
pub const LARGEST: usize = 64 * 1024 * 1024;
/// The largest frame a session sends, bytes.
pub const LARGEST_SAY: usize = 16 * 1024 * 1024;
/// The largest first frame, bytes.
pub const LARGEST_HELLO: usize = 4 * 1024;

/// What a session says.
#[derive(Debug, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant)]
pub enum Say {
    Hello(Hello),
    Submit(Submission),
    Query {
        number: u64,
        query: Query,
    },
    Erase {
        person: Id,
    },
    /// Where its screen is.
    Here(Option<Spot>),
    /// Are you there?
    Ping,
    /// The lines after this place, for a copy of the journal; several places, the latest first, where the hub did not
    /// know the copy's head.
    Pull(Vec<Head>),
    /// Work of this user's that the hub's journal lost: it was restored from an older backup.
    Again(Submission),
    /// Of a file that an annex is about to name.
    Parcel(Parcel),
}

/// A file on its way to the hub. [`Event::Has`] answers each.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Parcel {
    /// It could be sent; it is known by its content's hash.
    Offer { hash: Hash, size: u64 },
    /// The next bytes of the file that was offered last.
    Piece { at: u64, bytes: Bytes },
}

/// The first frame. Name and place of `version` never change, so that every version can say which it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Hello {
    pub version: u32,
    pub session: SessionId,
    /// Set by the process on the hub's machine, as the role is.
    pub user: String,
    #[serde(default)]
    pub role: Role,
    /// The only meeting the role is about, by label or id; set as the role is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
    pub seen: Option<Seq>,
    /// It keeps a copy of the journal: it gets lines once it has pulled what it lacks.
    #[serde(default)]
    pub copies: bool,
}

/// The hub's first frame. Name and place of `version` never change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Welcome {
    /// [`VERSION`] over there.
    pub version: u32,
    /// Who the session is to the hub, and what it may.
    #[serde(default)]
    pub user: String,
    /// See `user`.
    #[serde(default)]
    pub role: Role,
}

/// What the hub says.
#[derive(Debug, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant)]
pub enum Reply {
    Welcome(Welcome),
    Event(Event),
    /// The connection ends, and why.
    Goodbye(String),
}

/// A frame's bytes.
pub fn frame<T: Serialize>(value: &T) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; 4];
    serde_json::to_writer(&mut bytes, value)?;
    let length = bytes.len() - 4;
    if length > LARGEST {
        return Err(too_large());
    }
    let length = u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes();
    if let Some(place) = bytes.first_chunk_mut::<4>() {
        *place = length;
    }
    Ok(bytes)
}

/// Writes one frame.
pub fn send<T: Serialize>(to: &mut impl Write, value: &T) -> io::Result<()> {
    to.write_all(&frame(value)?)?;
    to.flush()
}

/// Writes one frame's content.
pub fn send_bytes(to: &mut impl Write, content: &[u8]) -> io::Result<()> {
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    to.write_all(&[&length.to_le_bytes()[..], content].concat())?;
    to.flush()
}

/// Reads one frame's content.
pub fn receive_bytes(from: &mut impl Read, largest: usize) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length) as usize;
    if length > largest {
        return Err(too_large());
    }
    // Memory grows with what comes, not with what was announced.
    let mut bytes = Vec::new();
    let taken = from.take(length as u64).read_to_end(&mut bytes)?;
    if taken != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}

/// Reads one frame.
pub fn receive<T: DeserializeOwned>(from: &mut impl Read, largest: usize) -> io::Result<T> {
    Ok(serde_json::from_slice(&receive_bytes(from, largest)?)?)
}

/// The version a first frame names, of whatever version it is.
pub fn version_of(bytes: &[u8]) -> Option<u32> {
    let value: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    let version = value.get("Hello")?.get("version")?.as_u64()?;
    u32::try_from(version).ok()
}

pub(super) fn too_large() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "too large a frame")
}
