//! A plan as a calendar: as the library writes it, line for line, but written at once. A portal has a thousand events, and
//! nearly all their lines are short and hold nothing that is to be escaped.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use icalendar::Property;

use super::{Method, ZONE_NAME, line, paragraphs, print, stamp, uid};
use crate::domain::plan::{Activity, ActivityStatus, PlanRow};
use crate::domain::secretariat::Language;
use crate::domain::when::When;
use crate::locale::Key;

/// The bytes of a line that need not be folded.
const LINE: usize = 75;

/// A plan as a calendar: meetings and activities with days; what is only an idea is left out.
pub fn plan(rows: &[&PlanRow], name: &str, language: Language, now: i64) -> String {
    let mut text = print(Some(Method::Publish), Vec::new(), Some(name));
    let end = text.split_off(text.rfind("END:VCALENDAR").unwrap_or(text.len()));
    let made = stamp("DTSTAMP", now);
    for row in rows {
        event(&mut text, row, language, made.value());
    }
    text + &end
}

/// Its lines in the order of their names, as the library has them.
fn event(text: &mut String, row: &PlanRow, language: Language, made: &str) {
    let activity = &row.activity;
    let (first, last) = match &activity.when {
        Some(When::Day(day)) => (*day, *day),
        Some(When::Days(first, last)) => (*first, *last),
        _ => return,
    };
    text.push_str("BEGIN:VEVENT\r\n");
    let said = said(activity, language);
    if !said.is_empty() {
        put(text, "DESCRIPTION", &paragraphs(&said));
    }
    time(text, "DTEND", end(first, last, activity));
    put(text, "DTSTAMP", made);
    time(text, "DTSTART", Some((first, activity.start)));
    let place = match activity.place.is_empty() {
        true => &row.host_name,
        false => &activity.place,
    };
    if !place.is_empty() {
        put(text, "LOCATION", &line(place));
    }
    let status = match (activity.status, activity.tentative) {
        (ActivityStatus::Cancelled, _) => "CANCELLED",
        (_, true) => "TENTATIVE",
        (_, false) => "CONFIRMED",
    };
    put(text, "STATUS", status);
    let title = match activity.title.is_empty() {
        true => &row.network_name,
        false => &activity.title,
    };
    put(text, "SUMMARY", &line(title));
    put(text, "UID", &uid(activity.meeting.unwrap_or(activity.id)));
    text.push_str("END:VEVENT\r\n");
}

fn said(activity: &Activity, language: Language) -> String {
    let mut said = activity.purpose.clone();
    if activity.tentative {
        let gap = if said.is_empty() { "" } else { "\n\n" };
        let locale = crate::documents::locale(language);
        said = format!("{said}{gap}{}", locale.text(Key::LetterTentativeShort));
    }
    said
}

/// When it ends, where that is known: whole days end as the next begins.
fn end(
    first: NaiveDate,
    last: NaiveDate,
    activity: &Activity,
) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let Some(start) = activity.start else {
        return Some((last.succ_opt().unwrap_or(last), None));
    };
    let end = activity.end?;
    (last.and_time(end) > first.and_time(start)).then_some((last, Some(end)))
}

/// A line of a local time, or of a day.
fn time(text: &mut String, key: &str, at: Option<(NaiveDate, Option<NaiveTime>)>) {
    let Some((day, time)) = at else { return };
    let (year, month, day) = (day.year(), day.month(), day.day());
    // Writing to a text never fails.
    let _ = match time {
        None => write!(text, "{key};VALUE=DATE:{year:04}{month:02}{day:02}\r\n"),
        Some(time) => write!(
            text,
            "{key};TZID={ZONE_NAME}:{year:04}{month:02}{day:02}T{:02}{:02}{:02}\r\n",
            time.hour(),
            time.minute(),
            time.second()
        ),
    };
}

/// A line of a text; the library folds it and escapes its signs where that is needed.
fn put(text: &mut String, key: &str, value: &str) {
    let short = key.len() + 1 + value.len() <= LINE;
    if short && !value.contains(['\\', ',', ';', '\n']) {
        for part in [key, ":", value, "\r\n"] {
            text.push_str(part);
        }
        return;
    }
    let line: Result<String, _> = Property::new(key, value).try_into();
    text.push_str(&line.unwrap_or_default());
}
