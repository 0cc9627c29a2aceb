//! Dates, times and lengths of time as a Danish or English office writes them.
//!
//! It owns how a date looks. It must not know the clock: callers give today. Reading what people
//! type is `domain::when`.

use super::{Key, Language, Locale};
use crate::domain::due::Due;
use crate::domain::holidays::{Holiday, SchoolHoliday};
use crate::domain::when::{BadDate, BadTime, Month, When, last_week};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

const DANISH_DAYS: [&str; 7] = [
    "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
];
const DANISH_SHORT_DAYS: [&str; 7] = ["man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."];
const ENGLISH_DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const ENGLISH_SHORT_DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const DANISH_MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const DANISH_SHORT_MONTHS: [&str; 12] = [
    "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ENGLISH_SHORT_MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn nth<const N: usize>(names: &[&'static str; N], index: u32) -> &'static str {
    names.get(index as usize).copied().unwrap_or_default()
}

impl Language {
    /// "torsdag", "Thursday".
    pub fn weekday(self, day: Weekday) -> &'static str {
        match self {
            Language::Danish => nth(&DANISH_DAYS, day.num_days_from_monday()),
            Language::English => nth(&ENGLISH_DAYS, day.num_days_from_monday()),
        }
    }

    /// "tor.", "Thu".
    pub fn short_weekday(self, day: Weekday) -> &'static str {
        match self {
            Language::Danish => nth(&DANISH_SHORT_DAYS, day.num_days_from_monday()),
            Language::English => nth(&ENGLISH_SHORT_DAYS, day.num_days_from_monday()),
        }
    }

    /// "november", "November"; January is 1.
    pub fn month(self, month: u32) -> &'static str {
        match self {
            Language::Danish => nth(&DANISH_MONTHS, month.wrapping_sub(1)),
            Language::English => nth(&ENGLISH_MONTHS, month.wrapping_sub(1)),
        }
    }

    /// "nov.", "Nov"; January is 1.
    pub fn short_month(self, month: u32) -> &'static str {
        match self {
            Language::Danish => nth(&DANISH_SHORT_MONTHS, month.wrapping_sub(1)),
            Language::English => nth(&ENGLISH_SHORT_MONTHS, month.wrapping_sub(1)),
        }
    }

    /// "26. nov.", "26 Nov".
    pub fn day_month(self, date: NaiveDate) -> String {
        let month = self.short_month(date.month());
        match self {
            Language::Danish => format!("{}. {month}", date.day()),
            Language::English => format!("{} {month}", date.day()),
        }
    }

    /// "tor. 26. nov.", "Thu 26 Nov".
    pub fn short_date(self, date: NaiveDate) -> String {
        format!(
            "{} {}",
            self.short_weekday(date.weekday()),
            self.day_month(date)
        )
    }

    /// [`Language::short_date`], with the year unless it is this year.
    pub fn date_seen_from(self, date: NaiveDate, today: NaiveDate) -> String {
        let short = self.short_date(date);
        if date.year() == today.year() {
            short
        } else {
            format!("{short} {}", date.year())
        }
    }

    /// "26. november 2026", "26 November 2026".
    pub fn plain_date(self, date: NaiveDate) -> String {
        let (day, month, year) = (date.day(), self.month(date.month()), date.year());
        match self {
            Language::Danish => format!("{day}. {month} {year}"),
            Language::English => format!("{day} {month} {year}"),
        }
    }

    /// "torsdag den 26. november 2026", "Thursday 26 November 2026".
    pub fn long_date(self, date: NaiveDate) -> String {
        let (weekday, date) = (self.weekday(date.weekday()), self.plain_date(date));
        match self {
            Language::Danish => format!("{weekday} den {date}"),
            Language::English => format!("{weekday} {date}"),
        }
    }

    /// "november 2026", "November 2026".
    pub fn month_year(self, year: i32, month: u32) -> String {
        format!("{} {year}", self.month(month))
    }

    /// "09.30", "09:30": lines up in lists.
    pub fn time(self, time: NaiveTime) -> String {
        format!("{:02}{}{:02}", time.hour(), self.colon(), time.minute())
    }

    /// "10.42.07", "10:42:07".
    pub fn time_to_second(self, time: NaiveTime) -> String {
        format!("{}{}{:02}", self.time(time), self.colon(), time.second())
    }

    /// "9.30", "09:30": for running text.
    pub fn plain_time(self, time: NaiveTime) -> String {
        match self {
            Language::Danish => format!("{}.{:02}", time.hour(), time.minute()),
            Language::English => self.time(time),
        }
    }

    /// "kl. 9.30–12.30", "09:30–12:30"; with one time only that one.
    pub fn time_span(self, start: NaiveTime, end: Option<NaiveTime>) -> String {
        let mut span = match self {
            Language::Danish => format!("kl. {}", self.plain_time(start)),
            Language::English => self.plain_time(start),
        };
        if let Some(end) = end {
            span.push('–');
            span.push_str(&self.plain_time(end));
        }
        span
    }

    /// "torsdag den 26. november 2026 kl. 9.30–12.30", as documents have it.
    pub fn long_date_time(
        self,
        date: NaiveDate,
        start: Option<NaiveTime>,
        end: Option<NaiveTime>,
    ) -> String {
        let mut text = self.long_date(date);
        if let Some(start) = start {
            text.push_str(if self == Language::Danish { " " } else { ", " });
            text.push_str(&self.time_span(start, end));
        }
        text
    }

    /// "uge 48", "week 48".
    pub fn week(self, date: NaiveDate) -> String {
        Locale::new(self).text_with(Key::DateWeek, &[("week", date.iso_week().week().into())])
    }

    /// "i dag", "i morgen", "for 3 dage siden", "om 2 uger".
    pub fn relative_day(self, date: NaiveDate, today: NaiveDate) -> String {
        let locale = Locale::new(self);
        let days = date.signed_duration_since(today).num_days();
        let (ahead, ago, count) = match days.abs() {
            0 => return locale.text(Key::DateToday).into_owned(),
            1 if days > 0 => return locale.text(Key::DateTomorrow).into_owned(),
            1 => return locale.text(Key::DateYesterday).into_owned(),
            count @ 2..=13 => (Key::DateInDays, Key::DateDaysAgo, count),
            count @ 14..=59 => (Key::DateInWeeks, Key::DateWeeksAgo, count / 7),
            count @ 60..=364 => (Key::DateInMonths, Key::DateMonthsAgo, count * 12 / 365),
            count => (Key::DateInYears, Key::DateYearsAgo, count / 365),
        };
        locale.text_with(
            if days > 0 { ahead } else { ago },
            &[("count", count.into())],
        )
    }

    /// "1 t 20 min", "45 min", "2 t".
    pub fn duration(self, minutes: u32) -> String {
        let locale = Locale::new(self);
        let (hours, minutes) = (minutes / 60, minutes % 60);
        let args = [("hours", hours.into()), ("minutes", minutes.into())];
        let key = match (hours, minutes) {
            (0, _) => Key::DurationMinutes,
            (_, 0) => Key::DurationHours,
            _ => Key::DurationHoursMinutes,
        };
        locale.text_with(key, &args)
    }

    /// A deadline in a list: "tir. 1. dec.", or its words.
    pub fn due(self, due: &Due, today: NaiveDate) -> String {
        match due {
            Due::Day(day) => self.date_seen_from(*day, today),
            Due::Words(words) => words.clone(),
        }
    }

    /// A date as exact as it is: "26. november 2026", "23.–29. november 2026", "marts–maj 2027".
    pub fn when(self, when: &When) -> String {
        match when {
            When::Day(day) => self.plain_date(*day),
            When::Month(month) => self.month_year(month.year, month.month),
            When::Words(words) => words.clone(),
            When::Days(first, last) => {
                let dot = if self == Language::Danish { "." } else { "" };
                let end = self.plain_date(*last);
                if first.year() != last.year() {
                    format!("{}–{end}", self.plain_date(*first))
                } else if first.month() != last.month() {
                    format!("{}{dot} {}–{end}", first.day(), self.month(first.month()))
                } else {
                    format!("{}{dot}–{end}", first.day())
                }
            }
            When::Months(first, last) => {
                let end = self.month_year(last.year, last.month);
                match (first.year == last.year, first.month, last.month) {
                    (true, 1, 12) => first.year.to_string(),
                    (true, ..) => format!("{}–{end}", self.month(first.month)),
                    _ => format!("{}–{end}", self.month_year(first.year, first.month)),
                }
            }
        }
    }

    /// The same in few columns, under a heading with its year: "tor. 14. jan.", "20.–21. maj",
    /// "marts", "jan.–mar.".
    pub fn short_when(self, when: &When) -> String {
        let dot = if self == Language::Danish { "." } else { "" };
        let short = |month: Month| self.short_month(month.month);
        match when {
            When::Day(day) => self.short_date(*day),
            When::Month(month) => self.month(month.month).to_owned(),
            When::Words(words) => words.clone(),
            When::Days(first, last) if first.month() == last.month() => {
                format!("{}{dot}–{}", first.day(), self.day_month(*last))
            }
            When::Days(first, last) => {
                format!("{}–{}", self.day_month(*first), self.day_month(*last))
            }
            When::Months(first, last) => format!("{}–{}", short(*first), short(*last)),
        }
    }

    /// What is wrong with a date, in the user's words.
    pub fn bad_date(self, fault: &BadDate) -> String {
        let locale = Locale::new(self);
        match fault {
            BadDate::WrongWeekday { date, typed } => locale.text_with(
                Key::ErrorWeekday,
                &[
                    ("date", self.plain_date(*date).into()),
                    ("actual", self.weekday(date.weekday()).into()),
                    ("typed", self.weekday(*typed).into()),
                ],
            ),
            BadDate::NoSuchDay(text) => {
                locale.text_with(Key::ErrorNoSuchDay, &[("text", text.into())])
            }
            BadDate::NoSuchWeek { typed, year } => locale.text_with(
                Key::ErrorNoSuchWeek,
                &[
                    ("typed", typed.into()),
                    ("year", year.to_string().into()),
                    ("last", last_week(*year).to_string().into()),
                ],
            ),
            BadDate::NotADate(text) => locale.text_with(Key::ErrorNoDate, &[("text", text.into())]),
        }
    }

    /// What is wrong with a time, in the user's words.
    pub fn bad_time(self, fault: &BadTime) -> String {
        let (key, text) = match fault {
            BadTime::NotATime(text) => (Key::ErrorNoTime, text),
            BadTime::EndsBefore(text) => (Key::ErrorEndsBefore, text),
        };
        Locale::new(self).text_with(key, &[("text", text.into())])
    }

    /// "langfredag", "Good Friday".
    pub fn holiday(self, holiday: Holiday) -> std::borrow::Cow<'static, str> {
        Locale::new(self).text(match holiday {
            Holiday::NewYearsDay => Key::HolidayNewYearsDay,
            Holiday::MaundyThursday => Key::HolidayMaundyThursday,
            Holiday::GoodFriday => Key::HolidayGoodFriday,
            Holiday::EasterDay => Key::HolidayEasterDay,
            Holiday::EasterMonday => Key::HolidayEasterMonday,
            Holiday::GreatPrayerDay => Key::HolidayGreatPrayerDay,
            Holiday::AscensionDay => Key::HolidayAscensionDay,
            Holiday::WhitSunday => Key::HolidayWhitSunday,
            Holiday::WhitMonday => Key::HolidayWhitMonday,
            Holiday::ConstitutionDay => Key::HolidayConstitutionDay,
            Holiday::ChristmasEve => Key::HolidayChristmasEve,
            Holiday::ChristmasDay => Key::HolidayChristmasDay,
            Holiday::SecondChristmasDay => Key::HolidaySecondChristmasDay,
            Holiday::NewYearsEve => Key::HolidayNewYearsEve,
        })
    }

    /// A school holiday's name.
    pub fn school_holiday(self, holiday: SchoolHoliday) -> std::borrow::Cow<'static, str> {
        Locale::new(self).text(match holiday {
            SchoolHoliday::Winter => Key::SchoolHolidayWinter,
            SchoolHoliday::Easter => Key::SchoolHolidayEaster,
            SchoolHoliday::Summer => Key::SchoolHolidaySummer,
            SchoolHoliday::Autumn => Key::SchoolHolidayAutumn,
            SchoolHoliday::Christmas => Key::SchoolHolidayChristmas,
        })
    }

    fn colon(self) -> char {
        match self {
            Language::Danish => '.',
            Language::English => ':',
        }
    }
}

#[cfg(test)]
mod tests;
