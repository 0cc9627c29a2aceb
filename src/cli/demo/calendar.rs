//! The demonstration's days and times, counted from today and from the start of today's meeting.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use crate::domain::holidays::{is_working_day, next_working_day, previous_working_day};

/// How long today's meeting has been running, where the day is long enough.
const RUNNING: u32 = 75;
/// Days in a row are looked for no further from where they were wanted.
const FURTHEST: i64 = 30;
const LAST_MINUTE: u32 = 24 * 60 - 1;

/// Today, and when today's meeting began.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    today: NaiveDate,
    /// Minutes after midnight.
    start: u32,
    now: u32,
}

impl Calendar {
    /// The calendar of a moment. The meeting began on a quarter, today even near midnight.
    pub fn at(now: NaiveDateTime) -> Self {
        let minute = now.hour() * 60 + now.minute();
        let start = minute.saturating_sub(RUNNING);
        Self {
            today: now.date(),
            start: start - start % 15,
            now: minute,
        }
    }

    /// The day so many days from today: a working day, unless it is today.
    pub fn day(self, days: i64) -> NaiveDate {
        let count = Days::new(days.unsigned_abs());
        if days == 0 {
            return self.today;
        }
        let (day, near): (_, fn(NaiveDate) -> NaiveDate) = match days < 0 {
            true => (self.today.checked_sub_days(count), previous_working_day),
            false => (self.today.checked_add_days(count), next_working_day),
        };
        let day = day.unwrap_or(self.today);
        match is_working_day(day) {
            true => day,
            false => near(day),
        }
    }

    /// As many days in a row as from the first to the last, all of them working days: the ones
    /// nearest to those, further from today.
    pub fn days(self, first: i64, last: i64) -> Option<(NaiveDate, NaiveDate)> {
        let on = |days: i64| self.today.checked_add_signed(TimeDelta::try_days(days)?);
        let moved = |by: i64| {
            Some((
                on(first + by * first.signum())?,
                on(last + by * first.signum())?,
            ))
        };
        let works = |(from, to): &(NaiveDate, NaiveDate)| {
            from.iter_days()
                .take_while(|day| day <= to)
                .all(is_working_day)
        };
        (0..FURTHEST).filter_map(moved).find(works)
    }

    /// The time so many minutes after today's meeting began. What has happened has happened by
    /// now: shortly after midnight it happened faster.
    pub fn time(self, minutes: i64) -> NaiveTime {
        let count = u32::try_from(minutes.unsigned_abs()).unwrap_or(LAST_MINUTE);
        let since = self.now.saturating_sub(self.start);
        let at = match minutes {
            ..0 => self.start.saturating_sub(count),
            _ if count <= RUNNING => self.start + (count * since / RUNNING).min(count),
            _ => self.start + count,
        };
        let at = at.min(LAST_MINUTE);
        NaiveTime::from_hms_opt(at / 60, at % 60, 0).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(now: &str) -> Calendar {
        Calendar::at(NaiveDateTime::parse_from_str(now, "%Y-%m-%d %H:%M").unwrap())
    }

    fn times(now: &str) -> String {
        let calendar = calendar(now);
        let times = [-20, 0, 40, 70, 180].map(|it| calendar.time(it).format("%H.%M").to_string());
        times.join(" ")
    }

    #[test]
    fn the_meeting_is_today_at_any_time_of_day() {
        assert_eq!(times("2026-11-26 10:47"), "09.10 09.30 10.10 10.40 12.30");
        assert_eq!(times("2026-11-26 00:30"), "00.00 00.00 00.16 00.28 03.00");
        assert_eq!(times("2026-11-26 00:00"), "00.00 00.00 00.00 00.00 03.00");
        assert_eq!(times("2026-11-26 23:58"), "22.10 22.30 23.10 23.40 23.59");
    }

    #[test]
    fn other_days_are_working_days() {
        let calendar = calendar("2026-11-22 10:00");
        let days = [0, -1, -7, -8, 1, 6].map(|it| calendar.day(it).format("%a %d").to_string());
        assert_eq!(
            days,
            ["Sun 22", "Fri 20", "Fri 13", "Fri 13", "Mon 23", "Mon 30"]
        );
    }

    #[test]
    fn days_in_a_row_stay_as_many_on_any_day_of_the_year() {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        for today in first.iter_days().take(3 * 366) {
            let calendar = Calendar::at(today.and_hms_opt(10, 0, 0).unwrap());
            for (first, last) in [(96, 98), (125, 126), (-60, -59)] {
                let (from, to) = calendar.days(first, last).unwrap();
                assert_eq!(
                    (to - from).num_days(),
                    last - first,
                    "{today}: {from}..{to}"
                );
                let mut days = from.iter_days().take_while(|day| *day <= to);
                assert!(days.all(is_working_day), "{today}: {from}..{to}");
                let moved = (from - today).num_days() - first;
                assert!(moved * first.signum() >= 0, "{today}: {from}..{to}");
            }
        }
        let days = |today: &str| calendar(today).days(1, 3).unwrap();
        let text = |(from, to): (NaiveDate, NaiveDate)| format!("{from}..{to}");
        assert_eq!(text(days("2026-11-26 10:00")), "2026-11-30..2026-12-02");
        assert_eq!(text(days("2026-12-22 10:00")), "2026-12-28..2026-12-30");
        assert_eq!(text(days("2027-03-23 10:00")), "2027-03-30..2027-04-01");
    }
}
