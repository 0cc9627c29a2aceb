//! Keys in sled: one tree, the first byte says which table. Big-endian, so that order in the tree is order in time.

use chrono::{Datelike, NaiveDate};

use crate::domain::batch::SessionId;
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::record::RecordKey;

/// State of documents, record by record.
pub const RECORD: u8 = b'R';
/// Documents with ops of a newer program.
pub const READ_ONLY: u8 = b'U';
/// Highest counters by session.
pub const SESSION: u8 = b'S';
/// Counts and digests of the other tables.
pub const TALLY: u8 = b'T';
/// Journal position, hash and schema.
pub const STATE: u8 = b'Z';
/// Rows of meetings not finished.
pub const MEETING_OPEN: u8 = b'M';
/// Rows of finished meetings.
pub const MEETING_FINISHED: u8 = b'm';
/// Meetings by network and day.
pub const BY_DAY: u8 = b'B';
/// Network, year and number by meeting.
pub const LABEL: u8 = b'l';
/// Meeting by network, year and number.
pub const NUMBER: u8 = b'N';
/// Facts of networks.
pub const NETWORK: u8 = b'n';
/// Rows of open action items.
pub const ACTION_OPEN: u8 = b'A';
/// Rows of action items done or dropped.
pub const ACTION_CLOSED: u8 = b'C';
/// Network by action item.
pub const ACTION: u8 = b'a';
/// Rows of decisions.
pub const DECISION: u8 = b'D';
/// Mails of meetings that have not come to an end.
pub const OUTGOING: u8 = b'P';
/// Titles of agenda items.
pub const ITEM: u8 = b'F';

pub fn key(table: u8, parts: &[Id]) -> Vec<u8> {
    let mut key = Vec::with_capacity(1 + 16 * parts.len());
    key.push(table);
    for part in parts {
        key.extend(part.bits().to_be_bytes());
    }
    key
}

/// The `n`-th id in a key.
pub fn id(key: &[u8], n: usize) -> Id {
    let at = 1 + 16 * n;
    let bytes = key.get(at..at + 16).and_then(|bytes| bytes.try_into().ok());
    Id::from_bits(bytes.map_or(0, u128::from_be_bytes))
}

fn doc(table: u8, doc: DocId) -> Vec<u8> {
    let (kind, id) = match doc {
        DocId::Secretariat => (1, Id::default()),
        DocId::Register => (2, Id::default()),
        DocId::Desk => (3, Id::default()),
        DocId::Network(id) => (4, id),
        DocId::Meeting(id) => (5, id),
    };
    let mut key = vec![table, kind];
    key.extend(id.bits().to_be_bytes());
    key
}

/// The document whose records a group holds.
pub fn document(group: &[u8]) -> Option<DocId> {
    let (start, id) = group.split_at_checked(2)?;
    let id = Id::from_bits(u128::from_be_bytes(id.try_into().ok()?));
    match start.last()? {
        1 => Some(DocId::Secretariat),
        2 => Some(DocId::Register),
        3 => Some(DocId::Desk),
        4 => Some(DocId::Network(id)),
        5 => Some(DocId::Meeting(id)),
        _ => None,
    }
}

pub fn records(of: DocId) -> Vec<u8> {
    doc(RECORD, of)
}

pub fn record(of: DocId, record: RecordKey) -> Vec<u8> {
    let mut key = records(of);
    key.push(record.table);
    key.extend(record.id.bits().to_be_bytes());
    key
}

pub fn read_only(of: DocId) -> Vec<u8> {
    doc(READ_ONLY, of)
}

pub fn session(session: SessionId) -> Vec<u8> {
    key(SESSION, &[session])
}

/// Days in order; a meeting without a day comes first.
pub fn by_day(network: Id, day: Option<NaiveDate>, meeting: Id) -> Vec<u8> {
    let mut key = until_day(network, day);
    key.extend(meeting.bits().to_be_bytes());
    key
}

pub fn until_day(network: Id, day: Option<NaiveDate>) -> Vec<u8> {
    let mut key = key(BY_DAY, &[network]);
    let number = day.map_or(0, |day| u32::try_from(day.num_days_from_ce()).unwrap_or(0));
    key.extend(number.to_be_bytes());
    key
}

/// The meeting a [`by_day`] key ends with.
pub fn by_day_meeting(key: &[u8]) -> Id {
    let bytes = key.get(21..37).and_then(|bytes| bytes.try_into().ok());
    Id::from_bits(bytes.map_or(0, u128::from_be_bytes))
}

pub fn number(network: Id, year: i32, number: u32) -> Vec<u8> {
    let mut key = key(NUMBER, &[network]);
    key.extend(year.to_be_bytes());
    key.extend(number.to_be_bytes());
    key
}

/// What a key is counted under: records by document, everything else by table.
pub fn group(key: &[u8]) -> &[u8] {
    let length = if key.first() == Some(&RECORD) { 18 } else { 1 };
    key.get(..length).unwrap_or(key)
}
