//! Local time: Europe/Copenhagen. It owns how an instant becomes a day and a clock time and
//! back; it must not know which instant is now.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Europe::Copenhagen;

/// A moment as the clock gives it, with its local day and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970 UTC.
    pub at: i64,
    /// The local day.
    pub today: NaiveDate,
    /// The local time of day.
    pub time: NaiveTime,
}

impl Moment {
    /// The moment so many milliseconds after 1970 UTC.
    pub fn new(at: i64) -> Self {
        let local = local(at);
        Self {
            at,
            today: local.date(),
            time: local.time(),
        }
    }

    /// The moment of a local day and time.
    pub fn of(day: NaiveDate, time: NaiveTime) -> Self {
        Self::new(instant(day.and_time(time)))
    }
}

/// Local day and time of an instant, milliseconds since 1970 UTC.
pub fn local(at: i64) -> NaiveDateTime {
    DateTime::from_timestamp_millis(at)
        .unwrap_or_default()
        .with_timezone(&Copenhagen)
        .naive_local()
}

/// The instant of a local day and time, milliseconds since 1970 UTC. An hour that comes twice
/// is the first; an hour left out in spring counts as the one after.
pub fn instant(local: NaiveDateTime) -> i64 {
    match Copenhagen.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.timestamp_millis(),
        LocalResult::None => local.and_utc().timestamp_millis() - 3_600_000,
    }
}

#[cfg(test)]
mod tests {
    use super::{instant, local};
    use chrono::NaiveDateTime;

    fn time(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn summer_and_winter_differ_by_an_hour() {
        for (there, utc) in [
            ("2026-11-26 09:30", "2026-11-26 08:30"),
            ("2026-06-26 09:30", "2026-06-26 07:30"),
        ] {
            assert_eq!(
                instant(time(there)),
                time(utc).and_utc().timestamp_millis(),
                "{there}"
            );
            assert_eq!(local(time(utc).and_utc().timestamp_millis()), time(there));
        }
    }

    #[test]
    fn the_hour_left_out_and_the_hour_twice_have_an_instant() {
        assert_eq!(
            local(instant(time("2026-03-29 02:30"))),
            time("2026-03-29 03:30")
        );
        assert_eq!(
            local(instant(time("2026-10-25 02:30"))),
            time("2026-10-25 02:30")
        );
    }
}
