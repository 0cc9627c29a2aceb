//! A break in a running meeting (pause): the item's time stands still until it goes on.

use super::agenda::{ItemStatus, Timing};
use super::draft::{Ids, add_to_meeting, set_in_meeting};
use super::id::Id;
use super::meeting::Meeting;
use super::minutes::{Entry, EntryKind};
use super::op::DocOp;
use super::queue;
use crate::record;

record! {
    /// A break that is not an item of the agenda.
    Recess, RecessField {
        /// Start, milliseconds since 1970 UTC.
        from From: i64,
        /// Minutes it is to last.
        minutes Minutes: u16,
        /// End; `None` while it lasts.
        to To: Option<i64>,
        /// The item it came in.
        item Item: Option<Id>,
    }
}

impl Recess {
    /// When the meeting is to go on, milliseconds since 1970 UTC.
    pub fn back_at(&self) -> i64 {
        self.from + i64::from(self.minutes) * 60_000
    }
}

impl Meeting {
    /// The break that lasts.
    pub fn recess(&self) -> Option<&Recess> {
        let rows = self.recesses.values();
        rows.filter(|row| !row.removed && row.to.is_none())
            .max_by_key(|row| (row.from, row.id))
    }
}

/// Begins a break: the current item's time stands still, who has the floor has spoken, and the
/// item's minutes tell it in the name of `by`. One that lasts already gets another length, counted
/// from when it began.
pub fn start(meeting: &Meeting, minutes: u16, at: i64, by: &str, ids: Ids<'_>) -> Vec<DocOp> {
    let id = meeting.head.id;
    if let Some(row) = meeting.recess() {
        let change = RecessField::minutes(row, minutes);
        return vec![set_in_meeting(id, row.id, change)];
    }
    let item = meeting.head.current;
    let mut ops = item.map_or_else(Vec::new, |item| {
        super::minutes_ops::end_timings(meeting, item, at)
    });
    ops.extend(queue::end_floor(meeting, at));
    let row = Recess {
        id: ids(),
        from: at,
        minutes,
        item,
        ..Recess::default()
    };
    let told = item.map(|item| entry(meeting, item, &row, by, ids()));
    ops.push(add_to_meeting(id, row));
    ops.extend(told.map(|entry| add_to_meeting(id, entry)));
    ops
}

/// The entry that tells of a break: last in the item's minutes, before the paragraph where one will go on.
fn entry(meeting: &Meeting, item: Id, row: &Recess, by: &str, id: Id) -> Entry {
    Entry {
        id,
        item,
        pos: meeting.telling_place(item, id),
        kind: EntryKind::Attendance,
        by: by.to_owned(),
        at: row.from,
        recess: Some(row.id),
        ..Entry::default()
    }
}

/// The break is over, and nothing more.
pub fn finish(meeting: &Meeting, at: i64) -> Vec<DocOp> {
    let rows = meeting.recess().into_iter();
    rows.map(|row| set_in_meeting(meeting.head.id, row.id, RecessField::to(row, Some(at))))
        .collect()
}

/// The break is over and the current item goes on.
pub fn end(meeting: &Meeting, at: i64, ids: Ids<'_>) -> Vec<DocOp> {
    let mut ops = finish(meeting, at);
    let current = meeting.head.current.and_then(|id| meeting.items.get(&id));
    let current = current.filter(|item| item.status == ItemStatus::Current);
    if let (false, Some(item)) = (ops.is_empty(), current) {
        let timing = Timing {
            id: ids(),
            item: item.id,
            from: at,
            ..Timing::default()
        };
        ops.push(add_to_meeting(meeting.head.id, timing));
    }
    ops
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::ItemKind;
    use crate::domain::fixture::{Builder, apply_to_meeting, at, clock, id, ids};
    use crate::domain::minutes_ops::start_item;
    use crate::domain::schedule::schedule;

    fn running(ids: Ids<'_>) -> Meeting {
        let meeting = Builder::planned()
            .item(101, ItemKind::Discussion, 60)
            .item(102, ItemKind::Discussion, 30)
            .done();
        apply_to_meeting(&meeting, &start_item(&meeting, id(101), at("09:30"), ids))
    }

    #[test]
    fn the_items_time_stands_still_and_the_end_moves() {
        let mut ids = ids();
        let meeting = running(&mut ids);
        let meeting = apply_to_meeting(
            &meeting,
            &start(&meeting, 10, at("10:00"), "Karen", &mut ids),
        );
        assert_eq!(meeting.used_ms(id(101), at("10:08")), 30 * 60_000);
        assert_eq!(schedule(&meeting, at("10:08")).end, Some(clock("11:10")));
        assert_eq!(
            schedule(&meeting, at("10:15")).end,
            Some(clock("11:15")),
            "it lasts longer"
        );
        let longer = apply_to_meeting(
            &meeting,
            &start(&meeting, 20, at("10:05"), "Karen", &mut ids),
        );
        assert_eq!(longer.recess().map(Recess::back_at), Some(at("10:20")));
        let meeting = apply_to_meeting(&meeting, &end(&meeting, at("10:12"), &mut ids));
        assert_eq!(meeting.recess(), None);
        assert_eq!(meeting.used_ms(id(101), at("10:20")), 38 * 60_000);
        assert!(end(&meeting, at("10:21"), &mut ids).is_empty());
    }

    #[test]
    fn the_break_is_told_before_the_paragraph_where_one_goes_on() {
        let mut ids = ids();
        let builder = Builder::planned().item(101, ItemKind::Discussion, 60);
        let builder = builder.entry(401, 101, EntryKind::Note, "Før pausen.");
        let meeting = builder.entry(402, 101, EntryKind::Note, "").done();
        let meeting = apply_to_meeting(
            &meeting,
            &start_item(&meeting, id(101), at("09:30"), &mut ids),
        );
        let told = |meeting: &Meeting| {
            let rows = meeting.entries_of(id(101)).into_iter();
            rows.map(|row| row.recess.is_some()).collect::<Vec<_>>()
        };
        let again = |meeting: &Meeting, time: &str, ids: Ids<'_>| {
            let paused = apply_to_meeting(meeting, &start(meeting, 10, at(time), "Karen", ids));
            apply_to_meeting(&paused, &end(&paused, at(time) + 600_000, ids))
        };
        let meeting = again(&meeting, "10:00", &mut ids);
        assert_eq!(told(&meeting), [false, true, false]);
        // A second break stands after the first, which has no words of its own.
        let meeting = again(&meeting, "11:00", &mut ids);
        assert_eq!(told(&meeting), [false, true, true, false]);
        let rows = meeting.entries_of(id(101));
        assert!(rows[1].at < rows[2].at);
    }

    #[test]
    fn the_next_item_ends_the_break() {
        let mut ids = ids();
        let meeting = running(&mut ids);
        let meeting = apply_to_meeting(
            &meeting,
            &start(&meeting, 10, at("10:00"), "Karen", &mut ids),
        );
        let ops = start_item(&meeting, id(102), at("10:09"), &mut ids);
        let meeting = apply_to_meeting(&meeting, &ops);
        assert_eq!(meeting.recess(), None);
        assert_eq!(meeting.used_ms(id(101), at("11:00")), 30 * 60_000);
    }
}
