//! Frames on the socket: a length in four bytes, then JSON. A frame has a size limit; the first one each way names the
//! version.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::event::Event;
use crate::domain::batch::{Seq, SessionId, Submission};
use crate::domain::id::Id;
use crate::domain::query::Query;

/// Raised with every change of frames.
pub const VERSION: u32 = 1;
/// The largest frame, bytes.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// What a session says.
#[derive(Serialize, Deserialize)]
#[allow(clippy::large_enum_variant)]
pub enum Say {
    Hello {
        version: u32,
        session: SessionId,
        user: String,
        seen: Option<Seq>,
    },
    Submit(Submission),
    Query {
        number: u64,
        query: Query,
    },
    Erase {
        person: Id,
    },
}

/// What the hub says.
#[derive(Serialize, Deserialize)]
#[allow(clippy::large_enum_variant)]
pub enum Reply {
    Welcome {
        version: u32,
    },
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
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "too large a frame",
        ));
    }
    let length = u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes();
    if let Some(place) = bytes.first_chunk_mut::<4>() {
        *place = length;
    }
    Ok(bytes)
}

/// Writes one frame.
pub fn send<T: Serialize>(to: &mut impl Write, value: &T) -> io::Result<()> {
    to.write_all(&frame(value)?)
}

/// Reads one frame.
pub fn receive<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<T> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length) as usize;
    if length > LARGEST {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "too large a frame",
        ));
    }
    let mut bytes = Vec::new();
    let taken = from.take(length as u64).read_to_end(&mut bytes)?;
    if taken != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(serde_json::from_slice(&bytes)?)
}
