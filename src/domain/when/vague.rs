//! Reading dates that are not one day: weeks, months, quarters, seasons, lengths of time ahead.

use super::names::{self, Unit, count, number};
use super::reading::{PAST, Shape, full_year, ordinal, undotted, without_fillers};
use super::{BadDate, Month, When};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Weeks over New Year are fewer than these: "uge 36-35" is a slip.
const HALF_YEAR: i64 = 26;

/// Dates that are not one day.
pub(super) fn vague(words: &[&str], today: NaiveDate) -> Option<When> {
    match words {
        [
            ahead @ ("om" | "in" | "for" | "næste" | "next" | "denne" | "this"),
            rest @ ..,
        ] => from_now(ahead, rest, today),
        [figures, "uger" | "weeks"] => from_now("om", &[*figures, "uger"], today),
        [first, rest @ ..] if names::third(first).is_some() => {
            third_of_month(names::third(first)?, without_fillers(rest), today)
        }
        [first] => season(first, None, today)
            .or_else(|| quarter(first, None, today))
            .or_else(|| months(first, None, today))
            .or_else(|| whole_year(first)),
        [first, second] => match full_year(second) {
            Some(year) => season(first, Some(year), today)
                .or_else(|| quarter(first, Some(year), today))
                .or_else(|| months(first, Some(year), today)),
            None => part_of_year(first, second, None, today)
                .or_else(|| quarter(second, Some(full_year(first)?), today)),
        },
        [first, second, year] => part_of_year(first, second, Some(full_year(year)?), today),
        _ => None,
    }
}

/// "om 2 uger", "in a month", "næste uge".
fn from_now(ahead: &str, rest: &[&str], today: NaiveDate) -> Option<When> {
    let month = Month {
        year: today.year(),
        month: today.month(),
    };
    match rest {
        [figures, unit] if matches!(ahead, "om" | "in" | "for") => {
            let count = count(figures)?;
            let date = match names::unit(undotted(unit))? {
                Unit::Day => today.checked_add_days(Days::new(count.into())),
                Unit::Week => today.checked_add_days(Days::new(u64::from(count) * 7)),
                Unit::Month => today.checked_add_months(Months::new(count)),
                Unit::Year => today.checked_add_months(Months::new(count * 12)),
            };
            date.map(When::Day)
        }
        [unit] if !matches!(ahead, "om" | "in" | "for") => {
            let next = u32::from(matches!(ahead, "næste" | "next"));
            match names::unit(unit)? {
                Unit::Day => None,
                Unit::Week => {
                    let monday = today
                        .week(Weekday::Mon)
                        .first_day()
                        .checked_add_days(Days::new(u64::from(next) * 7))?;
                    Some(When::Days(monday, monday.checked_add_days(Days::new(6))?))
                }
                Unit::Month => Some(When::Month(month.plus(next))),
                Unit::Year => year_span(today.year() + i32::try_from(next).ok()?),
            }
        }
        _ => None,
    }
}

/// "uge 35", "week 35-36", "uge 35/2027", "uge 52-1 2026".
pub(super) fn weeks(words: &[&str], today: NaiveDate) -> Shape {
    let (figures, year) = match words {
        ["uge" | "week", figures] => (undotted(figures), None),
        ["uge" | "week", figures, year] => (undotted(figures), Some(full_year(year)?)),
        _ => return None,
    };
    let (first, last, year) = match figures.split_once(['-', '/']) {
        Some((first, rest)) if rest.len() == 4 => (first, first, Some(full_year(rest)?)),
        Some((first, last)) => (first, last, year),
        None => (figures, figures, year),
    };
    let (first, last) = (number(first, 4)?, number(last, 4)?);
    let typed = match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    };
    let span = |year: i32| week_span(first, last, year);
    let gone = |sunday: NaiveDate| today.signed_duration_since(sunday).num_days() > PAST;
    let this_year = today.iso_week().year();
    let found = match year {
        Some(year) => span(year),
        None => span(this_year)
            .filter(|(_, sunday)| !gone(*sunday))
            .or_else(|| span(this_year + 1)),
    };
    let fault = || BadDate::NoSuchWeek {
        typed,
        year: year.unwrap_or(this_year),
    };
    Some(
        found
            .map(|(monday, sunday)| When::Days(monday, sunday))
            .ok_or_else(fault),
    )
}

/// From the Monday of the first week to the Sunday of the last, which may lie after New Year.
fn week_span(first: u32, last: u32, year: i32) -> Option<(NaiveDate, NaiveDate)> {
    let monday = NaiveDate::from_isoywd_opt(year, first, Weekday::Mon)?;
    let last_year = year + i32::from(last < first);
    let sunday = NaiveDate::from_isoywd_opt(last_year, last, Weekday::Sun)?;
    let over_new_year = sunday.signed_duration_since(monday).num_weeks() < HALF_YEAR;
    (first <= last || over_new_year).then_some((monday, sunday))
}

fn third_of_month(third: u32, rest: &[&str], today: NaiveDate) -> Option<When> {
    let (name, year) = match rest {
        [name] => (name, None),
        [name, year] => (name, Some(full_year(year)?)),
        _ => return None,
    };
    let month = coming(names::month(undotted(name))?, year, today)?;
    let day = |day: u32| NaiveDate::from_ymd_opt(month.year, month.month, day);
    Some(match third {
        0 => When::Days(day(1)?, day(10)?),
        1 => When::Days(day(11)?, day(20)?),
        _ => When::Days(day(21)?, month.last_day()),
    })
}

/// The month in its year; without a year this one or the next to come.
fn coming(month: u32, year: Option<i32>, today: NaiveDate) -> Option<Month> {
    Month::new(
        year.unwrap_or(today.year() + i32::from(month < today.month())),
        month,
    )
}

/// So many months from a first one; without a year those not yet over.
fn span(first: u32, length: u32, year: Option<i32>, today: NaiveDate) -> Option<When> {
    let first = Month::new(year.unwrap_or(today.year()), first)?;
    let over = year.is_none() && first.plus(length - 1).last_day() < today;
    let first = if over { first.plus(12) } else { first };
    Some(When::Months(first, first.plus(length - 1)))
}

fn year_span(year: i32) -> Option<When> {
    Some(When::Months(Month::new(year, 1)?, Month::new(year, 12)?))
}

fn whole_year(word: &str) -> Option<When> {
    (word.len() == 4)
        .then(|| full_year(word))
        .flatten()
        .and_then(year_span)
}

fn season(word: &str, year: Option<i32>, today: NaiveDate) -> Option<When> {
    span(names::season(word)?, 3, year, today)
}

/// "q3", "q3-2027", "q3/2027".
fn quarter(word: &str, year: Option<i32>, today: NaiveDate) -> Option<When> {
    let rest = word.strip_prefix(['q', 'k'])?;
    let (figure, year) = match rest.split_once(['-', '/']) {
        Some((figure, year)) => (figure, Some(full_year(year)?)),
        None => (rest, year),
    };
    let quarter = number(figure, 1).filter(|quarter| (1..=4).contains(quarter))?;
    span(quarter * 3 - 2, 3, year, today)
}

/// "3. kvartal", "1. halvår", "third quarter" in figures.
fn part_of_year(figure: &str, word: &str, year: Option<i32>, today: NaiveDate) -> Option<When> {
    let figure = ordinal(figure)?;
    let (parts, length) = match word {
        "kvartal" | "kvt" | "quarter" => (4, 3),
        "halvår" | "half" => (2, 6),
        _ => return None,
    };
    (1..=parts)
        .contains(&figure)
        .then(|| span((figure - 1) * length + 1, length, year, today))?
}

/// "august", "marts-april".
fn months(word: &str, year: Option<i32>, today: NaiveDate) -> Option<When> {
    let Some((first, last)) = word.split_once('-') else {
        return coming(names::month(undotted(word))?, year, today).map(When::Month);
    };
    let (first, last) = (
        names::month(undotted(first))?,
        names::month(undotted(last))?,
    );
    let length = (last + 12 - first) % 12 + 1;
    (length > 1).then(|| span(first, length, year, today))?
}
