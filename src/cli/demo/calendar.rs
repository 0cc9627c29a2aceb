//! The demonstration's days and times, counted from today and from the start of today's meeting.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::domain::holidays::{is_working_day, next_working_day, previous_working_day};

/// How long today's meeting has been running, where the day is long enough.
const RUNNING: u32 = 75;
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
}
