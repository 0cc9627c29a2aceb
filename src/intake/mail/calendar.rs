//! Answers to invitations as calendars write them (iTIP): REPLY, and COUNTER with another time.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use icalendar::parser::{Component, Property, read_calendar, unfold};

use super::read::bounded;
use crate::documents::calendar::meeting_of;
use crate::domain::attendance::Rsvp;
use crate::domain::clean::clean_text;
use crate::domain::id::Id;
use crate::domain::zone::local;

/// What somebody answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answered {
    /// Yes, perhaps or no.
    Rsvp(Rsvp),
    /// Another time is proposed.
    Counter,
    /// Something that is no answer: sent on to somebody else, or not answered yet.
    #[default]
    Unclear,
}

/// What a calendar says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarReply {
    /// The answer.
    pub answered: Answered,
    /// The meeting, when the event is one of ours.
    pub meeting: Option<Id>,
    /// Which of the invitations is answered.
    pub sequence: u32,
    /// When it was answered, milliseconds since 1970 UTC.
    pub stamp: Option<i64>,
    /// Who answers.
    pub address: String,
    /// Their name.
    pub name: String,
    /// What they say to it.
    pub comment: String,
    /// Of another time: the day.
    pub date: Option<NaiveDate>,
    /// The start.
    pub start: Option<NaiveTime>,
    /// The end.
    pub end: Option<NaiveTime>,
}

/// Letters of a calendar at most.
const LONGEST: usize = 1_000_000;
/// Letters of a comment at most.
const LONGEST_COMMENT: usize = 4000;

/// Reads a calendar; `None` when it answers nothing.
///
/// # Errors
/// Why it can't be read.
pub fn read(text: &str) -> Result<Option<CalendarReply>, String> {
    if text.len() > LONGEST {
        return Err("it is too long".to_owned());
    }
    let text = unfold(text);
    let calendar = read_calendar(&text).map_err(|_| "it is not as calendars are".to_owned())?;
    let method = calendar
        .properties
        .iter()
        .find(|row| row.name.as_str().eq_ignore_ascii_case("METHOD"))
        .map(|row| row.val.as_str().trim().to_uppercase());
    let counter = match method.as_deref() {
        Some("REPLY") => false,
        Some("COUNTER") => true,
        _ => return Ok(None),
    };
    let mut events = calendar.components.iter();
    let event = events.find(|row| row.name.as_str().eq_ignore_ascii_case("VEVENT"));
    Ok(event.map(|event| reply(event, counter)))
}

fn value(event: &Component<'_>, name: &str) -> Option<String> {
    let row = event.find_prop(name)?;
    Some(row.val.as_str().trim().to_owned())
}

fn parameter(row: &Property<'_>, name: &str) -> Option<String> {
    let mut all = row.params.iter();
    let found = all.find(|it| it.key.as_str().eq_ignore_ascii_case(name))?;
    let value = found.val.as_ref()?.as_str();
    Some(value.trim().trim_matches('"').to_owned())
}

fn reply(event: &Component<'_>, counter: bool) -> CalendarReply {
    let mut attendees = event
        .properties
        .iter()
        .filter(|row| row.name.as_str().eq_ignore_ascii_case("ATTENDEE"));
    let attendee = attendees.next();
    let status = attendee.and_then(|row| parameter(row, "PARTSTAT"));
    let status = status.unwrap_or_default().to_uppercase();
    let answered = match (counter, status.as_str()) {
        (true, _) => Answered::Counter,
        (false, "ACCEPTED") => Answered::Rsvp(Rsvp::Yes),
        (false, "DECLINED") => Answered::Rsvp(Rsvp::No),
        (false, "TENTATIVE") => Answered::Rsvp(Rsvp::Tentative),
        _ => Answered::Unclear,
    };
    let (from, till) = (time(event, "DTSTART"), time(event, "DTEND"));
    CalendarReply {
        answered,
        meeting: value(event, "UID").and_then(|uid| meeting_of(&uid)),
        sequence: value(event, "SEQUENCE")
            .and_then(|it| it.parse().ok())
            .unwrap_or(0),
        stamp: value(event, "DTSTAMP").and_then(|it| instant(&it)),
        address: attendee.map_or_else(String::new, address),
        name: bounded(
            &attendee
                .and_then(|row| parameter(row, "CN"))
                .unwrap_or_default(),
            200,
        ),
        comment: comment(event),
        date: from.map(|(date, _)| date),
        start: from.and_then(|(_, time)| time),
        end: till.and_then(|(_, time)| time),
    }
}

fn address(row: &Property<'_>) -> String {
    let text = row.val.as_str().trim();
    let bare = match text.get(..7) {
        Some(begin) if begin.eq_ignore_ascii_case("mailto:") => text.get(7..).unwrap_or_default(),
        _ => text,
    };
    bounded(bare, 200)
}

fn comment(event: &Component<'_>) -> String {
    let text = value(event, "COMMENT").unwrap_or_default();
    let text: String = text.chars().take(LONGEST_COMMENT).collect();
    let plain = unescaped(&text);
    clean_text(&plain).trim().to_owned()
}

/// A text without the marks that keep its line ends and commas.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => plain.push('\n'),
                other => plain.extend(other),
            },
            _ => plain.push(sign),
        }
    }
    plain
}

/// "20261126T083000Z".
fn instant(text: &str) -> Option<i64> {
    let at = NaiveDateTime::parse_from_str(text.trim_end_matches('Z'), "%Y%m%dT%H%M%S").ok()?;
    Some(at.and_utc().timestamp_millis())
}

/// Day and local time; a time of another zone is taken as it stands.
fn time(event: &Component<'_>, name: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let text = value(event, name)?;
    if let Some(at) = instant(&text).filter(|_| text.ends_with('Z')) {
        let at = local(at);
        return Some((at.date(), Some(at.time())));
    }
    let at = NaiveDateTime::parse_from_str(&text, "%Y%m%dT%H%M%S");
    let day = || NaiveDate::parse_from_str(&text, "%Y%m%d").ok();
    match at {
        Ok(at) => Some((at.date(), Some(at.time()))),
        Err(_) => day().map(|day| (day, None)),
    }
}
