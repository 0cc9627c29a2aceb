//! One line of the journal: `{"head":…,"hash":"…","body":…}`. Owns its exact bytes and their proof; knows no files.

use serde::{Deserialize, Serialize};

use super::error::What;
use crate::domain::batch::{Batch, Body, Hash, Header, Seq};

pub(super) const HEAD: &[u8] = b"{\"head\":";
const START: &[u8] = b"{\"head\":{";
pub(super) const HASH: &[u8] = b",\"hash\":\"";
pub(super) const BODY: &[u8] = b"\",\"body\":";
const REDACTED: &[u8] = b"\",\"redacted\":";
const CHECK: &[u8] = b",\"check\":\"";

/// The fields of a header that prove and place a line.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
pub(super) struct Link {
    pub seq: Seq,
    pub prev: Hash,
    pub epoch: u32,
    pub received: i64,
    pub body_hash: Hash,
}

/// What stands where the body stood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Content<'a> {
    Whole(&'a [u8]),
    Redacted(&'a [u8]),
    Erased,
}

/// A line proven whole by its own hashes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub bytes: &'a [u8],
    pub head: &'a [u8],
    pub link: Link,
    pub hash: Hash,
    pub content: Content<'a>,
}

impl Record<'_> {
    /// The batch; an error means a newer program wrote it.
    pub fn batch(&self) -> Result<Batch, serde_json::Error> {
        let header: Header = serde_json::from_slice(self.head)?;
        let body = match self.content {
            Content::Whole(bytes) | Content::Redacted(bytes) => {
                Some(serde_json::from_slice::<Body>(bytes)?)
            }
            Content::Erased => None,
        };
        Ok(Batch { header, body })
    }
}

/// Why a line is not a [`Record`]; `seq` is there when the header is whole.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Flaw {
    pub what: What,
    pub seq: Option<Seq>,
    /// Only the line's end is wrong; its batch is whole.
    pub unended: bool,
}

impl Flaw {
    const fn of(what: What) -> Self {
        Self {
            what,
            seq: None,
            unended: false,
        }
    }

    const fn unended() -> Self {
        Self {
            what: What::Torn,
            seq: None,
            unended: true,
        }
    }
}

/// The damaged place a torn end is.
pub(super) fn torn<'a>(before: usize, offset: u64) -> Found<'a> {
    Found {
        line: before as u64 + 1,
        offset,
        item: Item::Flawed(Flaw::of(What::Torn)),
    }
}

/// The line (with its end) and the header's hash.
pub(super) fn encode(header: &Header, body: &[u8]) -> Result<(Vec<u8>, Hash), serde_json::Error> {
    let head = serde_json::to_vec(header)?;
    let hash = Hash::of(&head);
    let tail: [&[u8]; 3] = [BODY, body, b"}\n"];
    Ok((join(&head, hash, &tail), hash))
}

/// The same header with the content gone.
pub(super) fn erased(record: &Record<'_>) -> Vec<u8> {
    join(record.head, record.hash, &[BODY, b"null", b"}\n"])
}

/// The same header with other content, under a hash of its own.
pub(super) fn redacted(
    record: &Record<'_>,
    body: &impl Serialize,
) -> Result<Vec<u8>, serde_json::Error> {
    let body = serde_json::to_vec(body)?;
    let check = check(record.hash, &body).to_string();
    let tail: [&[u8]; 5] = [REDACTED, &body, CHECK, check.as_bytes(), b"\"}\n"];
    Ok(join(record.head, record.hash, &tail))
}

fn join(head: &[u8], hash: Hash, tail: &[&[u8]]) -> Vec<u8> {
    let hash = hash.to_string();
    let mut line =
        Vec::with_capacity(head.len() + 128 + tail.iter().map(|part| part.len()).sum::<usize>());
    for part in [HEAD, head, HASH, hash.as_bytes()].iter().chain(tail) {
        line.extend_from_slice(part);
    }
    line
}

fn check(hash: Hash, body: &[u8]) -> Hash {
    Hash::of(&[&hash.0[..], body].concat())
}

/// Proves one line (without its end). Every byte is covered: a hash, or compared.
pub(super) fn parse(bytes: &[u8]) -> Result<Record<'_>, Flaw> {
    let unreadable = Flaw::of(What::Unreadable);
    let rest = bytes.strip_prefix(HEAD).ok_or_else(|| unreadable.clone())?;
    let (head, rest) = find(rest, HASH)
        .and_then(|at| rest.split_at_checked(at))
        .ok_or_else(|| unreadable.clone())?;
    let hash = Hash::of(head);
    let rest = rest
        .strip_prefix(HASH)
        .and_then(|rest| rest.strip_prefix(blake3::Hash::from_bytes(hash.0).to_hex().as_bytes()))
        .ok_or(Flaw::of(What::Head))?;
    let link: Link = serde_json::from_slice(head).map_err(|_| unreadable)?;
    let content = content(rest, &link, hash).ok_or(Flaw {
        what: What::Body,
        seq: Some(link.seq),
        unended: false,
    })?;
    Ok(Record {
        bytes,
        head,
        link,
        hash,
        content,
    })
}

fn content<'a>(rest: &'a [u8], link: &Link, hash: Hash) -> Option<Content<'a>> {
    if let Some(body) = rest
        .strip_prefix(BODY)
        .and_then(|rest| rest.strip_suffix(b"}"))
    {
        return match body {
            b"null" => Some(Content::Erased),
            _ => (Hash::of(body) == link.body_hash).then_some(Content::Whole(body)),
        };
    }
    let rest = rest.strip_prefix(REDACTED)?.strip_suffix(b"\"}")?;
    let (rest, hex) = rest.split_at_checked(rest.len().checked_sub(64)?)?;
    let body = rest.strip_suffix(CHECK)?;
    (check(hash, body).to_string().as_bytes() == hex).then_some(Content::Redacted(body))
}

pub(super) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// A place in a scanned file.
#[derive(Clone, Debug)]
pub(super) enum Item<'a> {
    Whole(Record<'a>),
    Flawed(Flaw),
}

/// Something found in a scanned file, and where.
#[derive(Clone, Debug)]
pub(super) struct Found<'a> {
    pub line: u64,
    pub offset: u64,
    pub item: Item<'a>,
}

/// The lines of a file. `torn` is where a last line without an end begins that proves nothing.
#[derive(Debug, Default)]
pub(super) struct Scan<'a> {
    pub found: Vec<Found<'a>>,
    pub torn: Option<u64>,
    /// The last line is whole but for its end, which is not there.
    pub unended: bool,
}

/// Proves every line; inside a damaged line, whole ones that lost their separator are still found.
pub(super) fn scan(bytes: &[u8]) -> Scan<'_> {
    let mut scan = Scan::default();
    let mut offset = 0u64;
    for (number, piece) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let line = number as u64 + 1;
        let mut add = |offset, item| scan.found.push(Found { line, offset, item });
        match piece.strip_suffix(b"\n") {
            Some(whole) => match parse(whole) {
                Ok(record) => add(offset, Item::Whole(record)),
                Err(flaw) => salvage(whole, offset, flaw, &mut add),
            },
            None => match parse(piece) {
                Ok(record) => {
                    add(offset, Item::Whole(record));
                    add(offset + piece.len() as u64, Item::Flawed(Flaw::unended()));
                    scan.unended = true;
                }
                Err(flaw) => {
                    let before = scan.found.len();
                    let mut add = |offset, item| scan.found.push(Found { line, offset, item });
                    salvage(piece, offset, flaw, &mut add);
                    if !scan
                        .found
                        .iter()
                        .skip(before)
                        .any(|found| matches!(found.item, Item::Whole(_)))
                    {
                        scan.found.truncate(before);
                        scan.torn = Some(offset);
                    }
                }
            },
        }
        offset += piece.len() as u64;
    }
    scan
}

/// A damaged line may hold whole ones whose separator was damaged.
fn salvage<'a>(line: &'a [u8], offset: u64, flaw: Flaw, add: &mut impl FnMut(u64, Item<'a>)) {
    let mut starts: Vec<usize> = line
        .windows(START.len())
        .enumerate()
        .filter(|(_, window)| *window == START)
        .map(|(at, _)| at)
        .collect();
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    let only = starts.len() == 1;
    starts.push(line.len() + 1);
    for pair in starts.windows(2) {
        let &[from, to] = pair else { continue };
        let at = offset + from as u64;
        let Some(part) = line.get(from..to - 1) else {
            continue;
        };
        let shorter = part.split_last().map_or(part, |(_, shorter)| shorter);
        match parse(part).or_else(|flaw| parse(shorter).map_err(|_| flaw)) {
            Ok(record) => {
                add(at, Item::Whole(record));
                if to <= line.len() || record.bytes.len() < part.len() {
                    add(
                        at + record.bytes.len() as u64,
                        Item::Flawed(Flaw::unended()),
                    );
                }
            }
            Err(_) if only => add(at, Item::Flawed(flaw.clone())),
            Err(flaw) => add(at, Item::Flawed(flaw)),
        }
    }
}
