//! How long items took last time, and what that proposes for the next. It owns the rounding and
//! which items are the same; it must not know how minutes are written.

use super::agenda::{AgendaItem, ItemStatus, Standing};
use super::folding::fold;
use super::id::Id;
use super::meeting::Meeting;

/// Proposed minutes are whole fives.
const STEP: i64 = 5;

/// Another length for an item, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// The item.
    pub item: Id,
    /// Its planned minutes.
    pub planned: Option<u16>,
    /// Minutes the same item took.
    pub took: u16,
    /// Minutes proposed.
    pub proposed: u16,
}

/// Whether an item is the one of an earlier meeting.
fn is_same(item: &AgendaItem, earlier: &AgendaItem) -> bool {
    match item.standing {
        Standing::None => {
            earlier.standing == Standing::None && fold(&item.title) == fold(&earlier.title)
        }
        standing => earlier.standing == standing,
    }
}

/// Minutes in whole fives, five at least.
fn rounded(minutes: i64) -> i64 {
    ((minutes + STEP / 2) / STEP * STEP).max(STEP)
}

/// The items of a meeting that is still to come whose length differs from what the same item took
/// at an earlier meeting.
pub fn durations(meeting: &Meeting, earlier: &Meeting) -> Vec<Duration> {
    let Some(ended) = earlier
        .head
        .ended_at
        .filter(|_| meeting.head.started_at.is_none())
    else {
        return Vec::new();
    };
    let old = earlier.agenda();
    let planned = meeting.agenda().into_iter();
    let planned = planned.filter(|item| item.status == ItemStatus::Planned);
    planned
        .filter_map(|item| {
            let same = old.iter().find(|earlier| is_same(item, earlier))?;
            let took = (earlier.used_ms(same.id, ended) + 30_000) / 60_000;
            let proposed = u16::try_from(rounded(took)).ok()?;
            let differs = took > 0 && item.minutes.is_none_or(|now| now != proposed);
            differs.then_some(Duration {
                item: item.id,
                planned: item.minutes,
                took: u16::try_from(took).ok()?,
                proposed,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{ItemKind, Timing};
    use crate::domain::fixture::{Builder, at, id};

    #[test]
    fn what_took_another_time_is_proposed_in_whole_fives() {
        let took = |from: &str, to: &str, number: u128, item: u128, meeting: &mut Meeting| {
            let row = Timing {
                id: id(number),
                item: id(item),
                from: at(from),
                to: Some(at(to)),
                removed: false,
            };
            meeting.timings.insert(row.id, row);
        };
        let earlier = Builder::planned()
            .item(1, ItemKind::Welcome, 20)
            .item(2, ItemKind::Discussion, 30)
            .item(3, ItemKind::Discussion, 30)
            .item(4, ItemKind::Discussion, 30)
            .with(|meeting| {
                meeting.head.ended_at = Some(at("12:00"));
                took("09:30", "09:48", 901, 1, meeting);
                took("09:48", "10:31", 902, 2, meeting);
                took("10:31", "10:32", 903, 3, meeting);
            })
            .done();
        let next = Builder::planned()
            .item(1, ItemKind::Welcome, 20)
            .item(2, ItemKind::Discussion, 30)
            .item(3, ItemKind::Discussion, 15)
            .item(4, ItemKind::Discussion, 15)
            .done();
        let found = durations(&next, &earlier);
        let found: Vec<_> = found
            .iter()
            .map(|row| (row.item, row.took, row.proposed))
            .collect();
        assert_eq!(found, [(id(2), 43, 45), (id(3), 1, 5)]);
        assert!(durations(&next, &next).is_empty(), "not held yet");
    }
}
