//! The speaker list (talerlisten): who wants to speak, who has the floor, in the order they speak.

use std::collections::BTreeMap;

use super::draft::{Ids, add_to_meeting, jitter, mark, set_in_meeting, set_meeting};
use super::id::Id;
use super::meeting::{Meeting, MeetingHeadField};
use super::op::DocOp;
use super::pos::Pos;
use crate::record;

record! {
    /// A wish to speak, and how long it lasted.
    Turn, TurnField {
        /// Who.
        person Person: Id,
        /// About what, in words.
        note Note: String,
        /// When they asked, milliseconds since 1970 UTC.
        at At: i64,
        /// When they had the floor.
        from From: Option<i64>,
        /// Until when.
        to To: Option<i64>,
        /// The place among those who wait; equal places go by when they asked.
        pos Pos: Pos,
        /// Replik: a direct reply, before the others.
        reply Reply: bool,
        /// The item that was being dealt with when they asked.
        item Item: Option<Id>,
    }
}

impl Turn {
    /// Milliseconds it has lasted, at a moment.
    pub fn lasted_ms(&self, now: i64) -> i64 {
        let from = self.from.unwrap_or(now);
        (self.to.unwrap_or(now) - from).max(0)
    }
}

/// How much of the time a speaker has is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    /// There is enough left.
    Some,
    /// Four fifths of it.
    Most,
    /// All of it.
    All,
}

/// How much of a time is used, both in milliseconds.
pub fn used(spent: i64, limit: i64) -> Used {
    match spent {
        spent if spent >= limit => Used::All,
        spent if spent * 5 >= limit * 4 => Used::Most,
        _ => Used::Some,
    }
}

impl Meeting {
    /// Those who wait, in the order they speak.
    pub fn waiting(&self) -> Vec<&Turn> {
        let rows = self.turns.values();
        let mut rows: Vec<&Turn> = rows
            .filter(|row| !row.removed && row.from.is_none())
            .collect();
        rows.sort_by_key(|row| (&row.pos, row.at, row.id));
        rows
    }

    /// Who has the floor.
    pub fn floor(&self) -> Option<&Turn> {
        let rows = self.turns.values();
        let open = rows.filter(|row| !row.removed && row.from.is_some() && row.to.is_none());
        open.max_by_key(|row| (row.from, row.id))
    }

    /// The speaker list as it was spoken: who had the floor, in order, and then who waits.
    pub fn turn_list(&self) -> Vec<&Turn> {
        let rows = self.turns.values();
        let mut spoken: Vec<&Turn> = rows
            .filter(|row| !row.removed && row.from.is_some())
            .collect();
        spoken.sort_by_key(|row| (row.from, row.id));
        spoken.extend(self.waiting());
        spoken
    }

    /// Milliseconds a person has had the floor in the meeting, at a moment.
    pub fn spoken_ms(&self, person: Id, now: i64) -> i64 {
        let turns = self.turns.values();
        let turns = turns.filter(|row| !row.removed && row.person == person);
        turns.map(|row| row.lasted_ms(now)).sum()
    }

    /// Everybody who has spoken and how long, milliseconds; who spoke longest first.
    pub fn speaking_times(&self, now: i64) -> Vec<(Id, i64)> {
        let mut times: BTreeMap<Id, i64> = BTreeMap::new();
        let turns = self.turns.values();
        for row in turns.filter(|row| !row.removed && row.from.is_some()) {
            *times.entry(row.person).or_default() += row.lasted_ms(now);
        }
        let mut times: Vec<(Id, i64)> = times.into_iter().collect();
        times.sort_by_key(|(id, spoken)| (-spoken, *id));
        times
    }

    /// How much of their time who has the floor has used; `None` without a limit.
    pub fn floor_used(&self, now: i64) -> Option<Used> {
        let limit = i64::from(self.head.speaker_minutes?) * 60_000;
        Some(used(self.floor()?.lasted_ms(now), limit))
    }
}

fn set(meeting: &Meeting, row: &Turn, change: TurnField) -> DocOp {
    set_in_meeting(meeting.head.id, row.id, change)
}

/// The place before the first who waits and does not reply.
fn place_of_reply(meeting: &Meeting, id: Id) -> Pos {
    let waiting = meeting.waiting();
    let after = waiting.iter().find(|row| !row.reply && row.id != id);
    let before = waiting.iter().rfind(|row| row.reply && row.id != id);
    let after = after
        .map(|row| &row.pos)
        .filter(|pos| *pos > &Pos::default());
    Pos::between(before.map(|row| &row.pos), after, jitter(id))
}

/// Puts somebody last on the list, or before the others when they reply; who waits already and
/// now wants to reply moves up. No ops when they wait as they wish.
pub fn join(meeting: &Meeting, turn: Turn) -> Vec<DocOp> {
    let waiting = meeting.waiting();
    if let Some(row) = waiting.iter().find(|row| row.person == turn.person) {
        return match turn.reply && !row.reply {
            true => vec![
                set(meeting, row, TurnField::reply(row, true)),
                set(
                    meeting,
                    row,
                    TurnField::pos(row, place_of_reply(meeting, row.id)),
                ),
            ],
            false => Vec::new(),
        };
    }
    let pos = match turn.reply {
        true => place_of_reply(meeting, turn.id),
        false => Pos::between(waiting.last().map(|row| &row.pos), None, jitter(turn.id)),
    };
    let item = meeting.head.current;
    vec![add_to_meeting(meeting.head.id, Turn { pos, item, ..turn })]
}

/// Takes somebody off the list.
pub fn leave(meeting: &Meeting, person: Id) -> Vec<DocOp> {
    let rows = meeting.waiting().into_iter();
    rows.filter(|row| row.person == person)
        .map(|row| set(meeting, row, TurnField::Removed(mark(true))))
        .collect()
}

/// Somebody leaves the room: they wait no more, and have spoken if they had the floor.
pub fn gone(meeting: &Meeting, person: Id, at: i64) -> Vec<DocOp> {
    let mut ops = leave(meeting, person);
    let floor = meeting.floor().filter(|row| row.person == person);
    ops.extend(floor.map(|row| {
        let to = row.from.map_or(at, |from| from.max(at));
        set(meeting, row, TurnField::to(row, Some(to)))
    }));
    ops
}

/// Takes everybody who waits off the list.
pub fn empty(meeting: &Meeting) -> Vec<DocOp> {
    let rows = meeting.waiting().into_iter();
    rows.map(|row| set(meeting, row, TurnField::Removed(mark(true))))
        .collect()
}

/// Moves somebody who waits to a place, from 0.
pub fn shift(meeting: &Meeting, person: Id, to: usize) -> Vec<DocOp> {
    let mut others = meeting.waiting();
    let Some(now) = others.iter().position(|row| row.person == person) else {
        return Vec::new();
    };
    let row = others.remove(now);
    let to = to.min(others.len());
    if to == now {
        return Vec::new();
    }
    let before = to.checked_sub(1).and_then(|at| others.get(at));
    let after = others.get(to).map(|row| &row.pos);
    let pos = Pos::between(before.map(|row| &row.pos), after, jitter(row.id));
    vec![set(meeting, row, TurnField::pos(row, pos))]
}

/// Who has the floor has spoken.
pub fn end_floor(meeting: &Meeting, now: i64) -> Vec<DocOp> {
    let floor = meeting.floor().into_iter();
    floor
        .map(|row| set(meeting, row, TurnField::to(row, Some(now))))
        .collect()
}

/// Gives somebody the floor, from the list or not; whoever had it has spoken.
pub fn give(meeting: &Meeting, person: Id, now: i64, ids: Ids<'_>) -> Vec<DocOp> {
    let waits = meeting
        .waiting()
        .into_iter()
        .find(|row| row.person == person);
    if waits.is_none() && meeting.floor().is_some_and(|row| row.person == person) {
        return Vec::new();
    }
    let mut ops = end_floor(meeting, now);
    match waits {
        Some(row) => ops.push(set(meeting, row, TurnField::from(row, Some(now)))),
        None => ops.push(add_to_meeting(
            meeting.head.id,
            Turn {
                id: ids(),
                person,
                at: now,
                from: Some(now),
                item: meeting.head.current,
                ..Turn::default()
            },
        )),
    }
    ops
}

/// Closes the list, or opens it again: no ops when it is so already.
pub fn close(meeting: &Meeting, at: Option<i64>) -> Vec<DocOp> {
    let head = &meeting.head;
    if head.queue_closed_at.is_some() == at.is_some() {
        return Vec::new();
    }
    let change = MeetingHeadField::queue_closed_at(head, at);
    vec![set_meeting(meeting, change)]
}

/// Another item begins, or none: who has the floor has spoken, and the list is open again.
pub fn turn_over(meeting: &Meeting, now: i64) -> Vec<DocOp> {
    let mut ops = end_floor(meeting, now);
    ops.extend(close(meeting, None));
    ops
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::ItemKind;
    use crate::domain::fixture::{Builder, apply_to_meeting, at, id, ids};
    use crate::domain::minutes_ops::start_item;

    fn asks(meeting: Meeting, person: u128, time: &str, reply: bool) -> Meeting {
        let turn = Turn {
            id: id(9000 + person),
            person: id(person),
            at: at(time),
            reply,
            ..Turn::default()
        };
        let ops = join(&meeting, turn);
        apply_to_meeting(&meeting, &ops)
    }

    fn names(meeting: &Meeting) -> Vec<u128> {
        let rows = meeting.waiting();
        rows.iter().map(|row| row.person.bits()).collect()
    }

    fn three() -> Meeting {
        let meeting = Builder::planned()
            .item(101, ItemKind::Discussion, 20)
            .item(102, ItemKind::Discussion, 20)
            .done();
        let meeting = apply_to_meeting(
            &meeting,
            &start_item(&meeting, id(101), at("09:30"), &mut || id(500_000)),
        );
        let meeting = asks(meeting, 1, "09:31", false);
        let meeting = asks(meeting, 2, "09:31", false);
        asks(meeting, 3, "09:32", false)
    }

    #[test]
    fn a_direct_reply_stands_before_the_others_and_after_earlier_replies() {
        let meeting = asks(three(), 4, "09:33", true);
        let meeting = asks(meeting, 5, "09:34", true);
        assert_eq!(names(&meeting), [4, 5, 1, 2, 3]);
        let meeting = asks(meeting, 3, "09:35", true);
        assert_eq!(names(&meeting), [4, 5, 3, 1, 2], "who waits moves up");
        assert_eq!(names(&asks(meeting, 3, "09:36", false)), [4, 5, 3, 1, 2]);
    }

    #[test]
    fn who_leaves_the_room_has_spoken_and_waits_no_more() {
        let mut ids = ids();
        let meeting = three();
        let meeting = apply_to_meeting(&meeting, &give(&meeting, id(1), at("09:40"), &mut ids));
        let meeting = apply_to_meeting(&meeting, &gone(&meeting, id(2), at("09:41")));
        assert_eq!(names(&meeting), [3]);
        assert_eq!(meeting.floor().map(|row| row.person), Some(id(1)));
        // Noted afterwards, with a time from before they spoke.
        let late = apply_to_meeting(&meeting, &gone(&meeting, id(1), at("09:30")));
        assert_eq!(
            (late.floor(), late.spoken_ms(id(1), at("10:00"))),
            (None, 0)
        );
        let meeting = apply_to_meeting(&meeting, &gone(&meeting, id(1), at("09:45")));
        assert_eq!(meeting.floor(), None);
        assert_eq!(meeting.spoken_ms(id(1), at("10:00")), 5 * 60_000);
    }

    #[test]
    fn places_change_and_the_list_is_emptied() {
        let meeting = three();
        let ops = shift(&meeting, id(3), 0);
        let meeting = apply_to_meeting(&meeting, &ops);
        assert_eq!(names(&meeting), [3, 1, 2]);
        let meeting = apply_to_meeting(&meeting, &shift(&meeting, id(3), 1));
        assert_eq!(names(&meeting), [1, 3, 2]);
        assert!(shift(&meeting, id(3), 1).is_empty());
        assert!(shift(&meeting, id(9), 1).is_empty());
        assert!(names(&apply_to_meeting(&meeting, &empty(&meeting))).is_empty());
    }

    #[test]
    fn the_time_spoken_is_counted_over_the_meeting() {
        let mut ids = ids();
        let mut meeting = three();
        meeting.head.speaker_minutes = Some(5);
        for (person, time) in [(1, "09:40"), (2, "09:43"), (1, "09:44")] {
            let ops = give(&meeting, id(person), at(time), &mut ids);
            meeting = apply_to_meeting(&meeting, &ops);
        }
        assert_eq!(meeting.floor().map(|row| row.person), Some(id(1)));
        assert!(give(&meeting, id(1), at("09:45"), &mut ids).is_empty());
        let minutes = |person, time| meeting.spoken_ms(id(person), at(time)) / 60_000;
        assert_eq!((minutes(1, "09:46"), minutes(2, "09:46")), (5, 1));
        assert_eq!(meeting.floor_used(at("09:47")), Some(Used::Some));
        assert_eq!(meeting.floor_used(at("09:48")), Some(Used::Most));
        assert_eq!(meeting.floor_used(at("09:49")), Some(Used::All));
        let longest = meeting.speaking_times(at("09:46"));
        assert_eq!(longest.first(), Some(&(id(1), 5 * 60_000)));
    }

    #[test]
    fn the_next_item_ends_the_floor_and_opens_the_list_and_keeps_who_waits() {
        let mut ids = ids();
        let meeting = three();
        let meeting = apply_to_meeting(&meeting, &give(&meeting, id(1), at("09:40"), &mut ids));
        let meeting = apply_to_meeting(&meeting, &close(&meeting, Some(at("09:41"))));
        assert!(close(&meeting, Some(at("09:42"))).is_empty());
        let ops = start_item(&meeting, id(102), at("09:45"), &mut ids);
        let meeting = apply_to_meeting(&meeting, &ops);
        assert_eq!(meeting.floor(), None);
        assert_eq!(meeting.head.queue_closed_at, None);
        assert_eq!(names(&meeting), [2, 3]);
        assert_eq!(meeting.spoken_ms(id(1), at("10:00")), 5 * 60_000);
    }
}
