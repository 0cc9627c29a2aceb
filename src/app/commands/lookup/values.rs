//! Dates, times, numbers and choices as people type them.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};

use super::message;
use crate::app::command::Stop;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::choice::UnknownChoice;
use crate::domain::clean::clean_line;
use crate::domain::due::Due;
use crate::domain::when::{self, BadDate, When};
use crate::locale::Key;

/// A day, seen from today.
///
/// # Errors
/// When it is none.
pub fn day(context: &Context<'_>, typed: &str) -> Result<NaiveDate, Stop> {
    when::read_day(typed, context.today())
        .map_err(|fault| plain(context.locale().language().bad_date(&fault)))
}

/// A deadline: a day, or words. Nothing typed is none.
///
/// # Errors
/// When it is a date that contradicts itself.
pub fn due(context: &Context<'_>, typed: &str) -> Result<Option<Due>, Stop> {
    let words = clean_line(typed);
    if words.trim().is_empty() {
        return Ok(None);
    }
    when::read_due(&words, context.today())
        .map(Some)
        .map_err(|fault| plain(context.locale().language().bad_date(&fault)))
}

/// A date as exact as it is known: a day, days, a month, months, or words ("efter ferien"). What
/// is written with figures only must be a date.
///
/// # Errors
/// When it contradicts itself, or is no date.
pub fn when(context: &Context<'_>, typed: &str) -> Result<When, Stop> {
    let words = clean_line(typed);
    let fault = |fault| plain(context.locale().language().bad_date(&fault));
    match when::read(&words, context.today()).map_err(fault)? {
        When::Words(words) if !words.contains(char::is_alphabetic) => {
            Err(fault(BadDate::NotADate(words)))
        }
        When::Days(first, last) if last < first => Err(fault(BadDate::NotADate(words))),
        When::Days(first, last) if last == first => Ok(When::Day(first)),
        read => Ok(read),
    }
}

/// A time of day.
///
/// # Errors
/// When it is none.
pub fn time(context: &Context<'_>, typed: &str) -> Result<NaiveTime, Stop> {
    when::read_time(typed).map_err(|fault| plain(context.locale().language().bad_time(&fault)))
}

/// Whether a meeting ends after it starts.
///
/// # Errors
/// When it ends before.
pub fn in_order(start: Option<NaiveTime>, end: Option<NaiveTime>) -> Result<(), Stop> {
    match (start, end) {
        (Some(start), Some(end)) if end <= start => Err(Key::ErrorEndBeforeStart.into()),
        _ => Ok(()),
    }
}

/// Says that something is none of the names that are known.
pub fn no_choice(typed: &str, known: impl Into<String>) -> Message {
    message(Key::ErrorChoice, typed).with("known", known.into())
}

/// One of a set of names.
///
/// # Errors
/// When it is none of them, naming them.
pub fn choice<T: FromStr<Err = UnknownChoice>>(typed: &str) -> Result<T, Stop> {
    typed
        .trim()
        .to_lowercase()
        .parse()
        .map_err(|fault: UnknownChoice| Stop::Usage(no_choice(typed, fault.known)))
}

/// A whole number of the wanted size.
///
/// # Errors
/// When it is none.
pub fn number<T: FromStr>(typed: &str) -> Result<T, Stop> {
    let plain = typed.trim();
    plain
        .strip_prefix('+')
        .unwrap_or(plain)
        .parse()
        .map_err(|_| Stop::Usage(message(Key::ErrorNumber, typed)))
}

/// Yes or no.
///
/// # Errors
/// When it is neither.
pub fn yes(typed: &str) -> Result<bool, Stop> {
    match typed.trim().to_lowercase().as_str() {
        "yes" | "ja" | "y" | "j" | "true" | "1" => Ok(true),
        "no" | "nej" | "n" | "false" | "0" => Ok(false),
        _ => Err(Stop::Usage(message(Key::ErrorYesNo, typed))),
    }
}

fn plain(text: String) -> Stop {
    Message::new(Key::ErrorPlain).with("text", text).into()
}
