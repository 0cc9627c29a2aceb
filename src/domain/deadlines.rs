//! A meeting's deadlines, counted back from its day and on from it: when to call for items, when
//! slides are in, when the agenda goes out, when the minutes do. Each is a working day: before
//! the meeting the one before, after it the one after.
//!
//! It owns the counting; how many days is the network's. It must not know what was done.

use chrono::{Days, NaiveDate};

use super::agenda::{Speaker, SpeakerStatus};
use super::holidays::{is_working_day, next_working_day, previous_working_day};
use super::meeting::Meeting;
use super::network::Network;

/// Days before the meeting that the agenda goes out, when the network has not said.
pub const AGENDA_DAYS: u16 = 7;

/// So many days before a day, on a working day.
pub fn before(day: NaiveDate, days: u16) -> Option<NaiveDate> {
    let day = day.checked_sub_days(Days::new(days.into()))?;
    Some(match is_working_day(day) {
        true => day,
        false => previous_working_day(day),
    })
}

/// So many days after a day, on a working day.
pub fn after(day: NaiveDate, days: u16) -> Option<NaiveDate> {
    let day = day.checked_add_days(Days::new(days.into()))?;
    Some(match is_working_day(day) {
        true => day,
        false => next_working_day(day),
    })
}

/// The day the agenda should go out.
pub fn agenda_deadline(meeting: &Meeting, network: &Network) -> Option<NaiveDate> {
    let days = network.head.agenda_days.unwrap_or(AGENDA_DAYS);
    before(meeting.head.date?, days)
}

/// The day members are to be asked for items, while that is open: not once they were, or once
/// the agenda is out. None where the network has no such rule.
pub fn call_deadline(meeting: &Meeting, network: &Network) -> Option<NaiveDate> {
    let head = &meeting.head;
    let open = head.called_at.is_none() && head.agenda_sent_at.is_none();
    let days = network
        .head
        .call_days
        .filter(|_| open && is_ahead(meeting))?;
    before(head.date?, days)
}

/// The day the speakers' slides should be in, while some are not. None where the network has no
/// such rule.
pub fn slides_deadline(meeting: &Meeting, network: &Network) -> Option<NaiveDate> {
    let waits =
        |row: &Speaker| !row.removed && !row.slides && row.status != SpeakerStatus::Declined;
    let waits = meeting.speakers.values().any(waits);
    let days = network
        .head
        .slides_days
        .filter(|_| waits && is_ahead(meeting))?;
    before(meeting.head.date?, days)
}

/// The day the minutes should be out, until they are. None where the network has no such rule.
pub fn minutes_deadline(meeting: &Meeting, network: &Network) -> Option<NaiveDate> {
    let head = &meeting.head;
    let waits = head.ended_at.is_some() && head.minutes_sent_at.is_none();
    let days = network
        .head
        .minutes_days
        .filter(|_| waits && head.cancelled.is_none())?;
    after(head.date?, days)
}

fn is_ahead(meeting: &Meeting) -> bool {
    meeting.head.started_at.is_none() && meeting.head.cancelled.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_fall_on_working_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (meeting, back, earlier, on, later) in [
            // A Thursday: a week before is a Thursday, five days after is a Tuesday.
            ("2026-11-26", 7, "2026-11-19", 5, "2026-12-01"),
            // Back to Good Friday is Wednesday; on to Ascension Day is Friday.
            ("2026-04-10", 7, "2026-04-01", 34, "2026-05-15"),
            // New Year's Day back to 30 December, and a Sunday on to Monday.
            ("2027-01-08", 7, "2026-12-30", 2, "2027-01-11"),
            ("2028-03-07", 7, "2028-02-29", 0, "2028-03-07"),
        ] {
            let meeting = day(meeting);
            assert_eq!(before(meeting, back), Some(day(earlier)), "{meeting}");
            assert_eq!(after(meeting, on), Some(day(later)), "{meeting}");
        }
    }

    #[test]
    fn deadlines_are_open_until_they_are_met() {
        let mut network = Network::default();
        let mut meeting = Meeting::default();
        meeting.head.date = NaiveDate::from_ymd_opt(2026, 11, 26);
        assert_eq!(
            call_deadline(&meeting, &network),
            None,
            "no rule, no deadline"
        );
        network.head.call_days = Some(21);
        network.head.minutes_days = Some(5);
        let called = call_deadline(&meeting, &network);
        assert_eq!(called, NaiveDate::from_ymd_opt(2026, 11, 5));
        meeting.head.called_at = Some(1);
        assert_eq!(call_deadline(&meeting, &network), None);
        assert_eq!(minutes_deadline(&meeting, &network), None);
        meeting.head.ended_at = Some(1);
        let out = minutes_deadline(&meeting, &network);
        assert_eq!(out, NaiveDate::from_ymd_opt(2026, 12, 1));
        meeting.head.minutes_sent_at = Some(2);
        assert_eq!(minutes_deadline(&meeting, &network), None);
    }
}
