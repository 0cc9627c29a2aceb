//! A rule for a year's meetings: "second Thursday of every other month, not in week 42".
//!
//! It owns what a rule means and which days it gives, and why one was moved. How rules are
//! written is in [`reading`]; it must not know how a day is shown.

mod reading;

pub use reading::{BadRule, Expected, read_rule};

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

use crate::domain::holidays::{Holiday, SchoolHoliday, holiday, school_holiday};
use crate::domain::when::Month;

/// Which of a month's weekdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// The first is 1.
    From(u8),
    /// The last.
    Last,
}

/// Days a rule keeps free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Free {
    /// ISO weeks, from and to.
    Weeks(u32, u32),
    /// Days on which offices are closed.
    Holidays,
    /// School holidays.
    School,
    /// Days of any year, month and day, from and to; also across New Year.
    Days((u32, u32), (u32, u32)),
}

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which of the month's weekdays.
    pub nth: Nth,
    /// The weekday.
    pub weekday: Weekday,
    /// The months, January being 1.
    pub months: Vec<u32>,
    /// Start, local time.
    pub start: Option<NaiveTime>,
    /// End, local time.
    pub end: Option<NaiveTime>,
    /// Days kept free.
    pub free: Vec<Free>,
}

/// Why a day can't be the one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The month has no such day: a fifth Thursday.
    NoSuchDay,
    /// It is in an ISO week kept free.
    Week(u32),
    /// Offices are closed.
    Holiday(Holiday),
    /// Schools are closed.
    School(SchoolHoliday),
    /// It is one of the days kept free.
    KeptFree,
}

/// A day that a rule gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The month it is for.
    pub month: Month,
    /// The day; none when no day near could be found.
    pub day: Option<NaiveDate>,
    /// The day the rule said, and why it is another one.
    pub moved: Option<(Option<NaiveDate>, Why)>,
}

impl Rule {
    /// The days of a year. One that is to be kept free is moved to the same weekday a week
    /// later, a week earlier, two weeks later or earlier, in the same month.
    pub fn days(&self, year: i32) -> Vec<Proposed> {
        let months = self
            .months
            .iter()
            .filter_map(|month| Month::new(year, *month));
        months.map(|month| self.day_in(month)).collect()
    }

    fn day_in(&self, month: Month) -> Proposed {
        let Some(wanted) = nth_weekday(month, self.nth, self.weekday) else {
            return Proposed {
                month,
                day: None,
                moved: Some((None, Why::NoSuchDay)),
            };
        };
        let Some(why) = self.why_not(wanted) else {
            return Proposed {
                month,
                day: Some(wanted),
                moved: None,
            };
        };
        let near = [7, -7, 14, -14].into_iter();
        Proposed {
            month,
            day: near
                .filter_map(|days| shifted(wanted, days))
                .find(|day| day.month() == month.month && self.why_not(*day).is_none()),
            moved: Some((Some(wanted), why)),
        }
    }

    fn why_not(&self, day: NaiveDate) -> Option<Why> {
        self.free.iter().find_map(|free| match free {
            Free::Weeks(first, last) => {
                let week = day.iso_week().week();
                (*first..=*last).contains(&week).then_some(Why::Week(week))
            }
            Free::Holidays => holiday(day).map(Why::Holiday),
            Free::School => school_holiday(day).map(Why::School),
            Free::Days(first, last) => {
                let at = (day.month(), day.day());
                let within = match first <= last {
                    true => *first <= at && at <= *last,
                    false => *first <= at || at <= *last,
                };
                within.then_some(Why::KeptFree)
            }
        })
    }
}

/// So many days later, or earlier.
pub fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    match days < 0 {
        true => day.checked_sub_days(count),
        false => day.checked_add_days(count),
    }
}

/// A month's first, second … or last weekday of a name.
pub fn nth_weekday(month: Month, nth: Nth, weekday: Weekday) -> Option<NaiveDate> {
    match nth {
        Nth::From(n) => NaiveDate::from_weekday_of_month_opt(month.year, month.month, weekday, n),
        Nth::Last => {
            let fifth = NaiveDate::from_weekday_of_month_opt(month.year, month.month, weekday, 5);
            fifth.or_else(|| {
                NaiveDate::from_weekday_of_month_opt(month.year, month.month, weekday, 4)
            })
        }
    }
}

/// The day of another year at the same place in its month: the second Thursday of March. A fifth
/// one that is not there becomes the last.
pub fn same_place(day: NaiveDate, year: i32) -> Option<NaiveDate> {
    let month = Month::new(year, day.month())?;
    let nth = u8::try_from((day.day() - 1) / 7 + 1).ok()?;
    nth_weekday(month, Nth::From(nth), day.weekday())
        .or_else(|| nth_weekday(month, Nth::Last, day.weekday()))
}

#[cfg(test)]
mod tests;
