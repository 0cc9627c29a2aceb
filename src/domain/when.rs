//! Dates that people type, exact or not.
//!
//! It owns how "1/12", "på fredag", "primo august" or "3. kvartal" are read. It must not know the
//! clock (callers give today) or how a date is shown (`locale::dates`).

mod finding;
pub(super) mod names;
mod reading;
mod times;
mod vague;

pub use finding::{find_day, find_due};
pub use reading::{read, read_day, read_due};
pub use times::{BadTime, read_span, read_time};

use super::due::Due;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A date as exact as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// One day.
    Day(NaiveDate),
    /// Days from the first to the last: a week, "ultimo august", "1.–3. december".
    Days(NaiveDate, NaiveDate),
    /// A month.
    Month(Month),
    /// Months from the first to the last: a quarter, a season, a year.
    Months(Month, Month),
    /// Words that are no date, such as "Snarest".
    Words(String),
}

/// A month of a year; January is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// A month, or nothing when there is none such.
    pub fn new(year: i32, month: u32) -> Option<Month> {
        NaiveDate::from_ymd_opt(year, month, 1).map(|_| Month { year, month })
    }

    /// The first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }

    /// The last day.
    pub fn last_day(self) -> NaiveDate {
        let next = self.plus(1).first_day();
        next.checked_sub_days(Days::new(1)).unwrap_or(next)
    }

    fn plus(self, months: u32) -> Month {
        let index = self.month - 1 + months;
        Month {
            year: self.year + i32::try_from(index / 12).unwrap_or(0),
            month: index % 12 + 1,
        }
    }
}

/// Why a date could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadDate {
    /// The weekday is another one.
    #[error("{date} is a {}, not a {typed}; nothing was changed: correct the day or the date", .date.weekday())]
    WrongWeekday {
        /// The date that was typed.
        date: NaiveDate,
        /// The weekday that was typed.
        typed: Weekday,
    },
    /// It looks like a date, but the calendar has none such.
    #[error("there is no such day: {0}; nothing was changed: correct the date")]
    NoSuchDay(String),
    /// The year has no such week.
    #[error("{year} has no week {typed}, it has weeks 1 to {}; nothing was changed: correct the week", last_week(*.year))]
    NoSuchWeek {
        /// The week or weeks that were typed.
        typed: String,
        /// The year.
        year: i32,
    },
    /// It is no date.
    #[error("this is no date: {0}; nothing was changed: write for example 2026-12-01 or 1/12")]
    NotADate(String),
}

impl When {
    /// The first day it can be.
    pub fn first_day(&self) -> Option<NaiveDate> {
        match self {
            When::Day(day) | When::Days(day, _) => Some(*day),
            When::Month(month) | When::Months(month, _) => Some(month.first_day()),
            When::Words(_) => None,
        }
    }

    /// The last day it can be: when a deadline has passed.
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self {
            When::Day(day) | When::Days(_, day) => Some(*day),
            When::Month(month) | When::Months(_, month) => Some(month.last_day()),
            When::Words(_) => None,
        }
    }

    /// As a person types it: a whole year as the year, all else as it is stored.
    pub fn typed(&self) -> String {
        match self {
            When::Months(first, last)
                if first.year == last.year && last.month == first.month + 11 =>
            {
                first.year.to_string()
            }
            other => other.to_string(),
        }
    }

    /// Sorts as a calendar does: by month, in it the days first, then the month, then months
    /// that begin with it; words last.
    pub fn calendar_key(&self) -> (NaiveDate, u8, NaiveDate, NaiveDate, String) {
        let (Some(first), Some(last)) = (self.first_day(), self.last_day()) else {
            let words = self.to_string().to_lowercase();
            return (NaiveDate::MAX, 0, NaiveDate::MAX, NaiveDate::MAX, words);
        };
        let rank = match self {
            When::Month(_) => 1,
            When::Months(..) => 2,
            _ => 0,
        };
        let month = first.with_day(1).unwrap_or(first);
        (month, rank, first, last, String::new())
    }

    /// Sorts by last day, exact before vague, words last.
    pub fn sort_key(&self) -> (NaiveDate, u8, String) {
        let rank = match self {
            When::Day(_) => 0,
            When::Days(..) => 1,
            When::Month(_) => 2,
            When::Months(..) => 3,
            When::Words(words) => return (NaiveDate::MAX, 4, words.to_lowercase()),
        };
        (
            self.last_day().unwrap_or(NaiveDate::MAX),
            rank,
            String::new(),
        )
    }
}

/// The number of a year's last week: 52 or 53.
pub fn last_week(year: i32) -> u32 {
    let longest = NaiveDate::from_isoywd_opt(year, 53, Weekday::Mon);
    52 + u32::from(longest.is_some())
}

/// The last day of a deadline, also of one in words such as "uge 35"; `given` is the day on which
/// it was written.
pub fn due_day(due: &Due, given: NaiveDate) -> Option<NaiveDate> {
    match due {
        Due::Day(day) => Some(*day),
        Due::Words(words) => read(words, given).ok()?.last_day(),
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// As it is stored: `2026-12-01`, `2026-12-01..2026-12-03`, `2027-03`, `2027-01..2027-03` or words.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Day(day) => write!(f, "{day}"),
            When::Days(first, last) => write!(f, "{first}..{last}"),
            When::Month(month) => write!(f, "{month}"),
            When::Months(first, last) => write!(f, "{first}..{last}"),
            When::Words(words) => f.write_str(words),
        }
    }
}

impl From<String> for When {
    /// Reads only the stored form; anything else stays words.
    fn from(text: String) -> When {
        reading::stored(&text).unwrap_or(When::Words(text))
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<When, D::Error> {
        String::deserialize(deserializer).map(When::from)
    }
}

#[cfg(test)]
mod tests;
