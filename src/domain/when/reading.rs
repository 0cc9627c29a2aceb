//! Reading one date, the whole text being it.

use super::names::{self, number};
use super::vague::{vague, weeks};
use super::{BadDate, Month, When};
use crate::domain::due::Due;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A day without a year that lies further back than this is next year's.
pub(super) const PAST: i64 = 30;

/// What a shape of text gives: nothing when it is of another shape.
pub(super) type Shape = Option<Result<When, BadDate>>;

/// Reads a date; what is none stays words. Fails only where a date contradicts itself.
pub fn read(text: &str, today: NaiveDate) -> Result<When, BadDate> {
    let typed = text.trim();
    let lower = plain(typed);
    let words: Vec<&str> = lower.split(' ').filter(|word| !word.is_empty()).collect();
    let words = without_fillers(&words);
    stored(&lower)
        .map(Ok)
        .or_else(|| named_day(&lower, today).map(|day| Ok(When::Day(day))))
        .or_else(|| with_weekday(words, today))
        .or_else(|| day(words, today))
        .or_else(|| weeks(words, today))
        .or_else(|| vague(words, today).map(Ok))
        .unwrap_or_else(|| Ok(When::Words(typed.to_owned())))
}

/// Reads one day; anything else is an error.
pub fn read_day(text: &str, today: NaiveDate) -> Result<NaiveDate, BadDate> {
    match read(text, today)? {
        When::Day(day) => Ok(day),
        _ => Err(BadDate::NotADate(text.trim().to_owned())),
    }
}

/// Reads a deadline: a day, or the words as they were typed.
pub fn read_due(text: &str, today: NaiveDate) -> Result<Due, BadDate> {
    Ok(match read(text, today)? {
        When::Day(day) => Due::Day(day),
        _ => Due::Words(text.trim().to_owned()),
    })
}

/// The form in which dates are stored.
pub(super) fn stored(text: &str) -> Option<When> {
    if let Some((first, last)) = text.split_once("..") {
        return match (stored(first)?, stored(last)?) {
            (When::Day(first), When::Day(last)) if first <= last => Some(When::Days(first, last)),
            (When::Month(first), When::Month(last)) if first <= last => {
                Some(When::Months(first, last))
            }
            _ => None,
        };
    }
    let mut parts = text.split('-');
    let part = |part: Option<&str>, digits: usize| {
        part.filter(|part| part.len() == digits)
            .and_then(|part| number(part, digits))
    };
    let year = i32::try_from(part(parts.next(), 4)?).ok()?;
    let month = part(parts.next(), 2)?;
    match parts.next() {
        None => Month::new(year, month).map(When::Month),
        day => NaiveDate::from_ymd_opt(year, month, part(day, 2)?)
            .filter(|_| parts.next().is_none())
            .map(When::Day),
    }
}

/// Lower case, one kind of dash, "1.dec" as two words, no comma, no last full stop.
fn plain(typed: &str) -> String {
    let typed = typed.trim_end_matches(['.', ',', ';', '!', '?', ')', ':']);
    let mut lower = String::with_capacity(typed.len());
    let (mut before, mut last) = (' ', ' ');
    for c in typed.chars().flat_map(char::to_lowercase) {
        let c = match c {
            '–' | '—' => '-',
            ',' => ' ',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if c.is_alphabetic() && last == '.' && before.is_ascii_digit() {
            lower.push(' ');
        }
        lower.push(c);
        (before, last) = (last, c);
    }
    lower
}

pub(super) fn without_fillers<'a, 'b>(mut words: &'a [&'b str]) -> &'a [&'b str] {
    while let [first, rest @ ..] = words {
        let filler = matches!(
            *first,
            "den" | "d." | "d" | "på" | "i" | "the" | "on" | "of" | "af" | "ca." | "ca"
        );
        if !filler || rest.is_empty() {
            break;
        }
        words = rest;
    }
    words
}

pub(super) fn undotted(word: &str) -> &str {
    word.trim_end_matches('.')
}

fn named_day(lower: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days = match lower {
        "i dag" | "idag" | "d.d" | "dags dato" | "today" => 0,
        "i morgen" | "imorgen" | "tomorrow" => 1,
        "i overmorgen" | "overmorgen" | "the day after tomorrow" => 2,
        "i går" | "igår" | "yesterday" => return today.pred_opt(),
        _ => return None,
    };
    today.checked_add_days(Days::new(days))
}

/// A weekday alone, the coming one; or before a date, which it must fit.
fn with_weekday(words: &[&str], today: NaiveDate) -> Shape {
    let (next_week, words) = match words {
        ["næste" | "next", rest @ ..] => (true, rest),
        _ => (false, words),
    };
    let (first, rest) = words.split_first()?;
    let typed = names::weekday(undotted(first))?;
    let rest = without_fillers(rest);
    if rest.is_empty() {
        return weekday_ahead(typed, next_week, today).map(|day| Ok(When::Day(day)));
    }
    Some(match day(rest, today)? {
        Ok(When::Day(date)) if date.weekday() != typed => {
            Err(BadDate::WrongWeekday { date, typed })
        }
        other => other,
    })
}

fn weekday_ahead(weekday: Weekday, next_week: bool, today: NaiveDate) -> Option<NaiveDate> {
    let (wanted, now) = (
        weekday.num_days_from_monday(),
        today.weekday().num_days_from_monday(),
    );
    let days = if next_week {
        7 + wanted - now.min(7)
    } else {
        (wanted + 6 - now) % 7 + 1
    };
    today.checked_add_days(Days::new(days.into()))
}

/// One day, or days of one month: "1/12", "1. dec. 2026", "dec 1", "1.-3. december".
fn day(words: &[&str], today: NaiveDate) -> Shape {
    match words {
        [figures] => numeric(figures, today),
        [figures, year] if figures.contains('/') && !figures.contains('-') => numeric(
            &format!("{}/{}", undotted(figures), full_year(year)?),
            today,
        ),
        [first, second] => named_month(first, second, None, today),
        [first, second, last] => named_month(first, second, Some(full_year(last)?), today),
        _ => None,
    }
}

fn named_month(first: &str, second: &str, year: Option<i32>, today: NaiveDate) -> Shape {
    let typed = || format!("{first} {second}");
    if let Some(month) = names::month(undotted(second)) {
        if let Some((from, to)) = first.split_once('-') {
            let (from, to) = (ordinal(from)?, ordinal(to)?);
            return Some(
                days_of_month(from, to, month, year, today)
                    .ok_or_else(|| BadDate::NoSuchDay(typed())),
            );
        }
        return Some(dated(ordinal(first)?, month, year, today, &typed()));
    }
    let month = names::month(undotted(first))?;
    Some(dated(ordinal(second)?, month, year, today, &typed()))
}

fn days_of_month(
    from: u32,
    to: u32,
    month: u32,
    year: Option<i32>,
    today: NaiveDate,
) -> Option<When> {
    let last = near(to, month, year, today)?;
    let first = NaiveDate::from_ymd_opt(last.year(), month, from)?;
    (first < last).then_some(When::Days(first, last))
}

pub(super) fn ordinal(word: &str) -> Option<u32> {
    let word = undotted(word);
    let word = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    number(word, 2)
}

/// `2026`, `'26` or `26`.
pub(super) fn full_year(word: &str) -> Option<i32> {
    let word = word.trim_start_matches(['\'', '’']);
    let year = match word.len() {
        2 => 2000 + number(word, 2)?,
        4 => number(word, 4).filter(|year| (1900..2200).contains(year))?,
        _ => return None,
    };
    i32::try_from(year).ok()
}

/// Figures with separators: `1/12`, `1/12-26`, `1.12.`, `01.12.2026`, `1-12-2026`, `1/12-3/12`.
fn numeric(word: &str, today: NaiveDate) -> Shape {
    if let Some((first, last)) = word.split_once('-')
        && first.contains('/')
        && last.contains('/')
    {
        return match (numeric(first, today)?, numeric(last, today)?) {
            (Ok(When::Day(first)), Ok(When::Day(last))) if first < last => {
                Some(Ok(When::Days(first, last)))
            }
            _ => Some(Err(BadDate::NoSuchDay(word.to_owned()))),
        };
    }
    let trimmed = undotted(word);
    let mut parts = trimmed.split(['/', '.', '-']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    if first.len() == 4 {
        let (year, month, day) = (full_year(first)?, number(second, 2)?, number(third?, 2)?);
        return Some(dated(day, month, Some(year), today, word));
    }
    let (day, month) = (number(first, 2)?, number(second, 2)?);
    let year = match third {
        Some(third) => Some(full_year(third)?),
        None if trimmed.contains('-') => return None,
        None => None,
    };
    Some(dated(day, month, year, today, word))
}

fn dated(
    day: u32,
    month: u32,
    year: Option<i32>,
    today: NaiveDate,
    typed: &str,
) -> Result<When, BadDate> {
    let date = near(day, month, year, today);
    date.map(When::Day)
        .ok_or_else(|| BadDate::NoSuchDay(typed.to_owned()))
}

/// The day in its year; without a year this year's, or next year's when that is long gone.
fn near(day: u32, month: u32, year: Option<i32>, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(year) = year {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let gone = |date: &NaiveDate| today.signed_duration_since(*date).num_days() > PAST;
    // 29 February may be years away.
    (0..8)
        .filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, month, day))
        .find(|date| !gone(date))
}
