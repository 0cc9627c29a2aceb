//! The speaker list (talerlisten): who wants to speak, who has the floor, in the order they asked.

use super::draft::{Ids, add_to_meeting, mark, set_in_meeting};
use super::id::Id;
use super::meeting::Meeting;
use super::op::DocOp;
use crate::record;

record! {
    /// A wish to speak, and how long it lasted.
    Turn, TurnField {
        /// Who.
        person Person: Id,
        /// About what, in words.
        note Note: String,
        /// When they asked, milliseconds since 1970 UTC: the order.
        at At: i64,
        /// When they had the floor.
        from From: Option<i64>,
        /// Until when.
        to To: Option<i64>,
    }
}

impl Meeting {
    /// Those who wait, first come first.
    pub fn waiting(&self) -> Vec<&Turn> {
        let rows = self.turns.values();
        let mut rows: Vec<&Turn> = rows
            .filter(|row| !row.removed && row.from.is_none())
            .collect();
        rows.sort_by_key(|row| (row.at, row.id));
        rows
    }

    /// Who has the floor.
    pub fn floor(&self) -> Option<&Turn> {
        let rows = self.turns.values();
        let open = rows.filter(|row| !row.removed && row.from.is_some() && row.to.is_none());
        open.max_by_key(|row| (row.from, row.id))
    }
}

/// Puts somebody last on the list; no ops when they wait already.
pub fn join(meeting: &Meeting, turn: Turn) -> Vec<DocOp> {
    let waits = meeting
        .waiting()
        .iter()
        .any(|row| row.person == turn.person);
    if waits {
        return Vec::new();
    }
    // Two of one moment stand in the order they were written.
    let last = meeting.waiting().last().map_or(i64::MIN, |row| row.at);
    let at = turn.at.max(last.saturating_add(1));
    vec![add_to_meeting(meeting.head.id, Turn { at, ..turn })]
}

/// Takes somebody off the list.
pub fn leave(meeting: &Meeting, person: Id) -> Vec<DocOp> {
    let rows = meeting
        .waiting()
        .into_iter()
        .filter(|row| row.person == person);
    rows.map(|row| set_in_meeting(meeting.head.id, row.id, TurnField::Removed(mark(true))))
        .collect()
}

/// Gives somebody the floor, from the list or not; whoever had it has spoken.
pub fn give(meeting: &Meeting, person: Id, now: i64, ids: Ids<'_>) -> Vec<DocOp> {
    let id = meeting.head.id;
    let before = meeting.floor().filter(|row| row.person != person);
    let mut ops: Vec<DocOp> = before
        .map(|row| set_in_meeting(id, row.id, TurnField::to(row, Some(now))))
        .into_iter()
        .collect();
    if meeting.floor().is_some_and(|row| row.person == person) {
        return ops;
    }
    match meeting.waiting().iter().find(|row| row.person == person) {
        Some(row) => ops.push(set_in_meeting(id, row.id, TurnField::from(row, Some(now)))),
        None => ops.push(add_to_meeting(
            id,
            Turn {
                id: ids(),
                person,
                at: now,
                from: Some(now),
                ..Turn::default()
            },
        )),
    }
    ops
}
