//! Segment files: their names, which there are, and their bytes.
//!
//! A plain segment is `ORDINAL.FIRST.jsonl`, a sealed one `ORDINAL.FIRST-LAST.jsonl.zst`: the names alone show whether
//! a file is missing, so start-up opens only what is not sealed, and the last index.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use super::error::{Damage, Error, What};
use super::sealed::{self, Frame, Index};
use crate::domain::batch::{Hash, Seq};

/// One segment file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub ordinal: u64,
    /// The first batch the file was made for.
    pub first: Seq,
    /// The last one, when sealed.
    pub last: Option<Seq>,
}

impl Segment {
    pub fn name(&self) -> String {
        let (ordinal, first) = (self.ordinal, self.first);
        match self.last {
            Some(last) => format!("{ordinal:06}.{first}-{last}.jsonl.zst"),
            None => format!("{ordinal:06}.{first}.jsonl"),
        }
    }

    fn parse(name: &str) -> Option<Self> {
        let (ordinal, rest) = name.split_once('.')?;
        let (first, last) = match rest.strip_suffix(".jsonl") {
            Some(first) => (first, None),
            None => {
                let (first, last) = rest.strip_suffix(".jsonl.zst")?.split_once('-')?;
                (first, Some(last.parse().ok()?))
            }
        };
        let segment = Self {
            ordinal: ordinal.parse().ok()?,
            first: first.parse().ok()?,
            last,
        };
        (segment.name() == name).then_some(segment)
    }
}

/// The files of a journal folder.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// In order; where a plain file and its sealed form are both there, the plain one.
    pub segments: Vec<Segment>,
    /// Sealed forms whose plain file is still there: sealing did not finish.
    pub unfinished: Vec<Segment>,
    /// Fragments set aside.
    pub torn: Vec<String>,
    /// Files that were being made when the program ended.
    pub fresh: Vec<String>,
}

/// Reads the folder; one that is not there is empty.
pub(super) fn list(folder: &Path) -> Result<Listing, Error> {
    let mut listing = Listing::default();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(listing),
        Err(error) => return Err(Error::file("read", folder, error)),
    };
    for entry in entries {
        let entry = entry.map_err(|e| Error::file("read", folder, e))?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        if name.starts_with("torn-") {
            listing.torn.push(name);
        } else if name.ends_with(".new") {
            listing.fresh.push(name);
        } else {
            listing.segments.extend(Segment::parse(&name));
        }
    }
    listing.torn.sort_unstable();
    listing
        .segments
        .sort_unstable_by_key(|segment| (segment.ordinal, segment.last.is_some()));
    let mut kept: Vec<Segment> = Vec::with_capacity(listing.segments.len());
    for segment in listing.segments {
        match kept.last() {
            Some(last) if last.ordinal == segment.ordinal && last.last.is_none() => {
                listing.unfinished.push(segment)
            }
            _ => kept.push(segment),
        }
    }
    listing.segments = kept;
    Ok(listing)
}

/// The hash and the length of a segment's file, read a piece at a time: to hold all of it would cost a start more than
/// the hashing does.
pub(super) fn digest(folder: &Path, segment: &Segment) -> io::Result<(Hash, u64)> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(folder.join(segment.name()))?)?;
    Ok((Hash(*hasher.finalize().as_bytes()), hasher.count()))
}

/// A segment's plain lines, and what was wrong in getting them.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    pub bytes: Vec<u8>,
    pub damages: Vec<Damage>,
}

/// Reads a segment: at most `length` bytes of a plain one, of a sealed one only the frames `wanted`. What cannot be
/// read is named, not an error.
pub(super) fn load(
    folder: &Path,
    segment: &Segment,
    length: Option<u64>,
    wanted: impl Fn(&Frame) -> bool,
) -> Loaded {
    let name = segment.name();
    let damage = |offset, seq, what| Damage {
        file: name.clone(),
        line: 0,
        offset,
        seq,
        what,
    };
    let mut bytes = match std::fs::read(folder.join(&name)) {
        Ok(bytes) => bytes,
        Err(error) => {
            return Loaded {
                damages: vec![damage(
                    0,
                    Some(segment.first),
                    What::File(error.to_string()),
                )],
                ..Loaded::default()
            };
        }
    };
    if segment.last.is_none() {
        let length = length.and_then(|length| usize::try_from(length).ok());
        bytes.truncate(length.unwrap_or(usize::MAX));
        return Loaded {
            bytes,
            ..Loaded::default()
        };
    }
    let unpacked = sealed::unpack(&bytes, wanted);
    let wrong = unpacked.wrong.into_iter();
    Loaded {
        damages: wrong.map(|(at, seq, what)| damage(at, seq, what)).collect(),
        bytes: unpacked.bytes,
    }
}

/// The index of a sealed segment, read from its end.
pub(super) fn index(folder: &Path, segment: &Segment) -> Option<Index> {
    let mut file = File::open(folder.join(segment.name())).ok()?;
    let len = file.seek(SeekFrom::End(0)).ok()?;
    for tail in [32 * 1024, len] {
        let from = len.saturating_sub(tail);
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(from)).ok()?;
        file.read_to_end(&mut bytes).ok()?;
        if let Some((index, _)) = sealed::index(&bytes, from as usize) {
            return Some(index);
        }
    }
    None
}

/// Whether a plain segment is empty or ends with a line's end; only its last byte is read.
pub(super) fn ends_with_line(folder: &Path, segment: &Segment) -> bool {
    let last = || {
        let mut file = File::open(folder.join(segment.name()))?;
        let mut byte = [b'\n'];
        if file.seek(SeekFrom::End(0))? > 0 {
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut byte)?;
        }
        Ok::<_, std::io::Error>(byte == [b'\n'])
    };
    last().unwrap_or(true)
}
