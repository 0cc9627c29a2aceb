//! Conflict of interest (inhabilitet): who leaves the room for one item, and is counted out of
//! quorum and votes while it is dealt with. Being back afterwards needs no record of its own.

use std::collections::BTreeSet;

use super::draft::{Ids, add_to_meeting, mark, set_in_meeting};
use super::id::Id;
use super::meeting::Meeting;
use super::minutes::{Entry, EntryField, EntryKind};
use super::op::DocOp;
use crate::record;

record! {
    /// Somebody has declared a conflict of interest and left for one item.
    Recusal, RecusalField {
        /// The person.
        person Person: Id,
        /// The item.
        item Item: Id,
        /// When, milliseconds since 1970 UTC.
        at At: i64,
    }
}

impl Meeting {
    /// Those who have left for an item because of a conflict of interest.
    pub fn recused(&self, item: Id) -> BTreeSet<Id> {
        let rows = self.recusals.values();
        rows.filter(|row| !row.removed && row.item == item)
            .map(|row| row.person)
            .collect()
    }

    /// The record of somebody's leaving for an item.
    pub fn recusal(&self, item: Id, person: Id) -> Option<&Recusal> {
        let mut rows = self.recusals.values();
        rows.find(|row| !row.removed && row.item == item && row.person == person)
    }
}

/// Somebody leaves for an item, with the entry that tells it at the end of the item's minutes; no ops
/// when they have left for it already.
pub fn declare(meeting: &Meeting, row: Recusal, by: &str, ids: Ids<'_>) -> Vec<DocOp> {
    if meeting.recusal(row.item, row.person).is_some() {
        return Vec::new();
    }
    let (id, at, item, entry) = (meeting.head.id, row.at, row.item, ids());
    let entry = Entry {
        id: entry,
        item,
        pos: meeting.telling_place(item, entry),
        kind: EntryKind::Attendance,
        by: by.to_owned(),
        at,
        recusal: Some(row.id),
        ..Entry::default()
    };
    vec![add_to_meeting(id, row), add_to_meeting(id, entry)]
}

/// Takes it back, with its entry while nobody has written in it.
pub fn withdraw(meeting: &Meeting, row: &Recusal) -> Vec<DocOp> {
    let id = meeting.head.id;
    let mut ops = vec![set_in_meeting(
        id,
        row.id,
        RecusalField::Removed(mark(true)),
    )];
    let told = meeting.entries.values();
    let told = told.filter(|it| !it.removed && it.recusal == Some(row.id) && it.follows());
    let gone = |entry: &Entry| {
        let change = EntryField::Removed(mark(true));
        set_in_meeting(id, entry.id, change)
    };
    ops.extend(told.map(gone));
    ops
}
