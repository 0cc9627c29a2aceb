//! A line on its way to a copy: without the hashes, where they follow from the rest and the line before. The copy
//! works them out again, byte by byte.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::line::{BODY, Content, HASH, HEAD, Record, find};
use crate::domain::batch::Hash;

const PREV: &[u8] = b"\"prev\":\"";
const BODY_HASH: &[u8] = b"\"body_hash\":\"";
/// Between head and body where the line's hash is left out.
const LEAN: &[u8] = b",\"body\":";

/// A line of the journal for a copy that has the one before it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Line(Box<RawValue>);

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        self.0.get() == other.0.get()
    }
}

impl Line {
    /// Of a line as it stands; one that would not come out the same is handed over whole.
    pub(super) fn of(record: &Record<'_>) -> Option<Self> {
        let whole = record.bytes;
        let lean =
            lean(record).filter(|lean| fatten(lean, record.link.prev).as_deref() == Some(whole));
        let text = String::from_utf8(lean.unwrap_or_else(|| whole.to_vec())).ok()?;
        RawValue::from_string(text).ok().map(Self)
    }

    /// The line as it stands in the journal, after the line with that hash.
    pub(super) fn whole(&self, prev: Hash) -> Vec<u8> {
        let text = self.0.get().as_bytes();
        fatten(text, prev).unwrap_or_else(|| text.to_vec())
    }
}

fn lean(record: &Record<'_>) -> Option<Vec<u8>> {
    let Content::Whole(body) = record.content else {
        return None;
    };
    let head = cut(record.head, PREV)?;
    let head = cut(&head, BODY_HASH)?;
    Some([HEAD, &head, LEAN, body, b"}"].concat())
}

/// Takes out the hash behind a name.
fn cut(head: &[u8], name: &[u8]) -> Option<Vec<u8>> {
    let at = find(head, name)? + name.len();
    let (before, after) = head.split_at_checked(at)?;
    Some([before, after.get(64..)?].concat())
}

/// Puts in the hash behind a name.
fn paste(head: &[u8], name: &[u8], hash: Hash) -> Option<Vec<u8>> {
    let at = find(head, name)? + name.len();
    let (before, after) = head.split_at_checked(at)?;
    Some([before, hash.to_string().as_bytes(), after].concat())
}

fn fatten(lean: &[u8], prev: Hash) -> Option<Vec<u8>> {
    let rest = lean.strip_prefix(HEAD)?.strip_suffix(b"}")?;
    let (head, body) = rest.split_at_checked(find(rest, LEAN)?)?;
    // A whole line has its hash between head and body.
    if find(head, HASH).is_some() {
        return None;
    }
    let body = body.strip_prefix(LEAN)?;
    let head = paste(head, PREV, prev)?;
    let head = paste(&head, BODY_HASH, Hash::of(body))?;
    let hash = Hash::of(&head).to_string();
    Some([HEAD, &head, HASH, hash.as_bytes(), BODY, body, b"}"].concat())
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;
    use crate::domain::batch::{Body, FORMAT, Header};
    use crate::domain::id::Id;

    fn line(label: &str) -> (Vec<u8>, Hash) {
        let body = Body {
            salt: Id::from_bits(7),
            ops: Vec::new(),
        };
        let body = serde_json::to_vec(&body).unwrap();
        let header = Header {
            v: FORMAT,
            seq: 5,
            prev: Hash::of(b"before"),
            epoch: 1,
            session: Id::from_bits(8),
            counter: 9,
            user: "\",\"body\":\"prev\":\"".into(),
            at: 1,
            received: 2,
            group: Id::from_bits(3),
            label: label.into(),
            undoes: None,
            body_hash: Hash::of(&body),
        };
        let (mut line, _) = line::encode(&header, &body).unwrap();
        line.pop();
        (line, header.prev)
    }

    #[test]
    fn a_copy_works_out_the_same_line() {
        for label in ["type", "\",\"hash\":\"", "æ\\\"}"] {
            let (bytes, prev) = line(label);
            let record = line::parse(&bytes).unwrap();
            let lean = Line::of(&record).unwrap();
            assert!(lean.0.get().len() + 190 < bytes.len());
            let sent = serde_json::to_string(&lean).unwrap();
            let came: Line = serde_json::from_str(&sent).unwrap();
            assert_eq!(came.whole(prev), bytes);
            assert_ne!(came.whole(Hash::of(b"other")), bytes);
        }
    }

    #[test]
    fn what_has_no_content_of_its_own_travels_whole() {
        let (bytes, prev) = line("type");
        let record = line::parse(&bytes).unwrap();
        let mut erased = line::erased(&record);
        let mut redacted = line::redacted(&record, &serde_json::json!({"salt": 1})).unwrap();
        for line in [&mut erased, &mut redacted] {
            line.pop();
            let record = line::parse(line).unwrap();
            let sent = Line::of(&record).unwrap();
            assert_eq!(sent.0.get().as_bytes(), line.as_slice());
            assert_eq!(sent.whole(prev), *line);
        }
    }
}
