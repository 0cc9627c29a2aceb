//! The clock times of an agenda: planned before the meeting, projected while it runs, actual
//! afterwards. It owns the arithmetic; it must not know how times are written.

use chrono::{Duration, NaiveDateTime, NaiveTime, Timelike as _};

use super::agenda::{AgendaItem, ItemStatus, Timing};
use super::id::Id;
use super::meeting::Meeting;
use super::zone::local;

/// A meeting that runs so many minutes past its end was not closed.
const FORGOTTEN: i64 = 12 * 60;

/// An item's place in time, local.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The item.
    pub item: Id,
    /// Its number on the agenda, from 1.
    pub number: usize,
    /// When it begins or began; `None` without a start, or when it was not taken.
    pub starts_at: Option<NaiveTime>,
    /// When it ends or ended.
    pub ends_at: Option<NaiveTime>,
    /// Planned minutes.
    pub planned: Option<u16>,
    /// Whole minutes used so far.
    pub used: u32,
    /// Where the item stands.
    pub status: ItemStatus,
}

/// The agenda in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// One slot an item, in order.
    pub slots: Vec<Slot>,
    /// When the last item ends: planned, projected or actual.
    pub end: Option<NaiveTime>,
    /// Sum of planned minutes of items not deferred.
    pub planned: u32,
    /// Whole minutes from the meeting's end to `end`: 8 is "+8", negative is time to spare.
    pub late: Option<i64>,
}

impl Schedule {
    /// By how much the agenda runs past the meeting's end.
    pub fn over_by(&self) -> Option<Duration> {
        self.late.filter(|late| *late > 0).map(Duration::minutes)
    }

    /// An item's slot.
    pub fn slot(&self, item: Id) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.item == item)
    }
}

/// The agenda in time at a moment, milliseconds since 1970 UTC.
pub fn schedule(meeting: &Meeting, now: i64) -> Schedule {
    let agenda = meeting.agenda();
    let head = &meeting.head;
    let begun = head.started_at.is_some();
    let mut cursor = first_moment(meeting);
    let mut slots = Vec::with_capacity(agenda.len());
    for (index, item) in agenda.iter().enumerate() {
        let span = if begun {
            actual(meeting, item, now).or_else(|| projected(meeting, item, cursor, now))
        } else {
            planned(item, cursor)
        };
        if let Some((_, end)) = span {
            cursor = Some(cursor.map_or(end, |cursor| cursor.max(end)));
        }
        slots.push(Slot {
            item: item.id,
            number: index + 1,
            starts_at: span.map(|span| span.0.time()),
            ends_at: span.map(|span| span.1.time()),
            planned: item.minutes,
            used: (meeting.used_ms(item.id, now) / 60_000) as u32,
            status: item.status,
        });
    }
    let end = head.ended_at.map(local).or(cursor);
    Schedule {
        slots,
        end: end.map(|end| end.time()),
        planned: planned_minutes(&agenda),
        late: lateness(meeting, end),
    }
}

/// Sum of planned minutes of items not deferred.
pub fn planned_minutes(agenda: &[&AgendaItem]) -> u32 {
    agenda
        .iter()
        .filter(|item| item.status != ItemStatus::Deferred)
        .map(|item| u32::from(item.minutes.unwrap_or(0)))
        .sum()
}

fn first_moment(meeting: &Meeting) -> Option<NaiveDateTime> {
    let head = &meeting.head;
    match head.started_at {
        Some(at) => Some(local(at)),
        None => Some(head.date.unwrap_or_default().and_time(head.start?)),
    }
}

fn planned(
    item: &AgendaItem,
    from: Option<NaiveDateTime>,
) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let from = from.filter(|_| item.status != ItemStatus::Deferred)?;
    Some((from, from + minutes(item)))
}

fn minutes(item: &AgendaItem) -> Duration {
    Duration::minutes(i64::from(item.minutes.unwrap_or(0)))
}

/// From an item's first beginning to its last end; one that runs ends when its time is used,
/// now at the earliest.
fn actual(
    meeting: &Meeting,
    item: &AgendaItem,
    now: i64,
) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let timings: Vec<&Timing> = meeting
        .timings
        .values()
        .filter(|timing| !timing.removed && timing.item == item.id)
        .collect();
    let from = timings.iter().map(|timing| timing.from).min()?;
    let paused = meeting
        .recess()
        .filter(|_| meeting.head.current == Some(item.id));
    let to = if let Some(recess) = paused {
        let left = minutes(item).num_milliseconds() - meeting.used_ms(item.id, now);
        recess.back_at().max(now) + left.max(0)
    } else if timings.iter().any(|timing| timing.to.is_none()) {
        let left = minutes(item).num_milliseconds() - meeting.used_ms(item.id, now);
        now + left.max(0)
    } else {
        timings.iter().filter_map(|timing| timing.to).max()?
    };
    Some((local(from), local(to)))
}

/// Where an item not yet taken lands in a running meeting.
fn projected(
    meeting: &Meeting,
    item: &AgendaItem,
    cursor: Option<NaiveDateTime>,
    now: i64,
) -> Option<(NaiveDateTime, NaiveDateTime)> {
    if meeting.head.ended_at.is_some() || item.status != ItemStatus::Planned {
        return None;
    }
    let earliest = local(now);
    planned(item, Some(cursor.map_or(earliest, |at| at.max(earliest))))
}

/// Against the plan only on a day of the meeting's own: held on another one, or left running over
/// night, it is not late.
fn lateness(meeting: &Meeting, end: Option<NaiveDateTime>) -> Option<i64> {
    let head = &meeting.head;
    // As it is read on the screen, without its seconds.
    let (end, limit) = (end?.with_second(0)?, head.end?);
    let day = first_moment(meeting)?.date();
    let own = |first| (first..=meeting.last_day().unwrap_or(first)).contains(&day);
    let late = (end - day.and_time(limit)).num_minutes();
    let known = head.date.is_none_or(own) && late.abs() < FORGOTTEN;
    known.then_some(late)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::ItemKind::{Decision, Discussion, Information};
    use crate::domain::fixture::{Builder, at, clock, id};

    fn times(schedule: &Schedule) -> Vec<String> {
        schedule
            .slots
            .iter()
            .map(|slot| {
                let text = |time: Option<NaiveTime>| {
                    time.map_or("-".into(), |time| time.format("%H.%M").to_string())
                };
                format!("{}–{}", text(slot.starts_at), text(slot.ends_at))
            })
            .collect()
    }

    fn three_items() -> Builder {
        Builder::planned()
            .item(1, Information, 20)
            .item(2, Discussion, 60)
            .item(3, Decision, 100)
    }

    fn timing(meeting: &mut Meeting, number: u128, item: u128, from: &str, to: Option<&str>) {
        let row = Timing {
            id: id(number),
            item: id(item),
            from: at(from),
            to: to.map(at),
            removed: false,
        };
        meeting.timings.insert(row.id, row);
    }

    #[test]
    fn planned_times_follow_from_start_and_minutes() {
        let schedule = schedule(&three_items().done(), at("08:00"));
        assert_eq!(
            times(&schedule),
            ["09.30–09.50", "09.50–10.50", "10.50–12.30"]
        );
        assert_eq!((schedule.planned, schedule.late), (180, Some(0)));
        assert_eq!(schedule.over_by(), None);
    }

    #[test]
    fn a_sum_past_the_end_is_said() {
        let meeting = three_items().item(4, Information, 15).done();
        let schedule = schedule(&meeting, at("08:00"));
        assert_eq!(schedule.end, Some(clock("12:45")));
        assert_eq!(schedule.over_by(), Some(Duration::minutes(15)));
    }

    #[test]
    fn on_another_day_than_its_own_nothing_is_late() {
        let begun = |from: &str| {
            let mut meeting = three_items().done();
            meeting.head.started_at = Some(at(from));
            timing(&mut meeting, 401, 1, from, None);
            meeting
        };
        assert_eq!(schedule(&begun("09:40"), at("09:45")).late, Some(10));
        let mut moved = begun("20:40");
        assert_eq!(schedule(&moved, at("20:45")).late, Some(670));
        moved.head.date = moved.head.date.and_then(|date| date.pred_opt());
        let shown = schedule(&moved, at("20:45"));
        assert_eq!((shown.late, shown.end), (None, Some(clock("23:40"))));
        // Left running over night.
        let next = at("09:45") + 24 * 3_600_000;
        assert_eq!(schedule(&begun("09:40"), next).late, None);
    }

    #[test]
    fn without_a_start_only_the_sum_is_known() {
        let meeting = three_items()
            .with(|meeting| meeting.head.start = None)
            .done();
        let schedule = schedule(&meeting, at("08:00"));
        assert_eq!(times(&schedule), ["-–-", "-–-", "-–-"]);
        assert_eq!(
            (schedule.planned, schedule.end, schedule.late),
            (180, None, None)
        );
    }

    #[test]
    fn a_running_meeting_projects_its_end() {
        let meeting = three_items()
            .status(1, ItemStatus::Done)
            .status(2, ItemStatus::Current)
            .with(|meeting| {
                meeting.head.started_at = Some(at("09:35"));
                timing(meeting, 900, 1, "09:35", Some("09:58"));
                timing(meeting, 901, 2, "09:58", None);
            })
            .done();
        let early = schedule(&meeting, at("10:20"));
        assert_eq!(times(&early), ["09.35–09.58", "09.58–10.58", "10.58–12.38"]);
        assert_eq!((early.late, early.slots[1].used), (Some(8), 22));
        let overrun = schedule(&meeting, at("11:10"));
        assert_eq!(
            times(&overrun),
            ["09.35–09.58", "09.58–11.10", "11.10–12.50"]
        );
    }

    #[test]
    fn after_the_meeting_only_what_was_taken_has_times() {
        let meeting = three_items()
            .status(1, ItemStatus::Done)
            .status(2, ItemStatus::Deferred)
            .with(|meeting| {
                meeting.head.started_at = Some(at("09:30"));
                meeting.head.ended_at = Some(at("12:00"));
                timing(meeting, 900, 1, "09:30", Some("10:00"));
            })
            .done();
        let schedule = schedule(&meeting, at("15:00"));
        assert_eq!(times(&schedule), ["09.30–10.00", "-–-", "-–-"]);
        assert_eq!(
            (schedule.end, schedule.late),
            (Some(clock("12:00")), Some(-30))
        );
    }
}
