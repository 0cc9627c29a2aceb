//! Meetings as iCalendar: invitations, changes, cancellations, and a plan as a calendar.
//!
//! It owns how a meeting becomes an event that Outlook and others understand. It must not know
//! how a calendar travels, nor who has answered what by which way.

mod plan;

pub use plan::plan;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property, parser::unfold};

use super::outline::{Body, Outline};
use super::source::{Audience, Source, starts};
use super::{What, outline};
use crate::domain::attendance::{Participant, ParticipantRole, Rsvp};
use crate::domain::id::Id;
use crate::locale::{Key, Locale};

/// The zone of every time, as its rules have been since 1996. The library would give it a UID of
/// its own, so it is put in as text.
const ZONE: &str = "BEGIN:VTIMEZONE\r
TZID:Europe/Copenhagen\r
X-LIC-LOCATION:Europe/Copenhagen\r
BEGIN:DAYLIGHT\r
TZNAME:CEST\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
DTSTART:19700329T020000\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
TZNAME:CET\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
DTSTART:19701025T030000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
END:STANDARD\r
END:VTIMEZONE\r
";
const ZONE_NAME: &str = "Europe/Copenhagen";
/// What an event's UID ends with, after the meeting's id.
pub const UID_DOMAIN: &str = "referent";
/// Letters of a description at most: calendars cut longer ones anyhow.
const LONGEST: usize = 6000;

/// What a calendar wants of those who read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// An answer: an invitation, or a change of one.
    Request,
    /// That the event is taken out.
    Cancel,
    /// Nothing: it is for information.
    Publish,
}

impl Method {
    /// As iCalendar writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
            Self::Publish => "PUBLISH",
        }
    }
}

/// Who invites, and how often was sent before.
#[derive(Clone, Debug, Default)]
pub struct Sending {
    /// Milliseconds since 1970 UTC.
    pub now: i64,
    /// SEQUENCE: one more with each calendar sent.
    pub sequence: u32,
    /// The address that invites; empty for none.
    pub address: String,
    /// Its name.
    pub name: String,
}

/// The UID of a meeting's event: it never changes.
pub fn uid(meeting: Id) -> String {
    format!("{meeting}@{UID_DOMAIN}")
}

/// The meeting of a UID.
pub fn meeting_of(uid: &str) -> Option<Id> {
    let (id, domain) = uid.trim().split_once('@')?;
    (domain == UID_DOMAIN).then(|| id.parse().ok()).flatten()
}

/// A meeting as an invitation, or as a cancellation once it is cancelled; `attendees` says whether
/// those invited are named in it. `None` while it has no date.
pub fn invitation(source: &Source, sending: &Sending, attendees: bool) -> Option<String> {
    let head = &source.meeting.head;
    let date = head.date?;
    let method = match (&head.cancelled, sending.address.is_empty()) {
        (Some(_), _) => Method::Cancel,
        (None, true) => Method::Publish,
        (None, false) => Method::Request,
    };
    let mut event = Event::with_uid(&uid(source.id));
    event.append_property(stamp("DTSTAMP", sending.now));
    event.append_property(Property::new("SEQUENCE", sending.sequence.to_string()));
    let end = head.end.or_else(|| starts(source.meeting).1);
    set_time(&mut event, date, date, head.start, end);
    event.summary(&line(&title(source)));
    event.status(status(head.cancelled.is_some(), head.tentative));
    let busy = if head.tentative { "TENTATIVE" } else { "BUSY" };
    event.append_property(Property::new("X-MICROSOFT-CDO-BUSYSTATUS", busy));
    let place = source.place_or_link();
    if !place.is_empty() {
        event.location(&line(&place));
    }
    event.description(&description(source));
    if !sending.address.is_empty() {
        let mut organiser = Property::new("ORGANIZER", mailto(&sending.address));
        if !sending.name.is_empty() {
            organiser.add_parameter("CN", &parameter(&sending.name));
        }
        event.append_property(organiser);
    }
    if attendees {
        for row in source.meeting.participant_list() {
            if let Some(line) = attendee(source, row) {
                event.append_multi_property(line);
            }
        }
    }
    Some(print(Some(method), vec![event], None))
}

/// An invitation with the one it is sent to as its only attendee: nobody else's address goes out.
pub fn addressed(calendar: &str, name: &str, address: &str, rsvp: bool) -> String {
    let mut row = Property::new("ATTENDEE", mailto(address));
    row.add_parameter("CUTYPE", "INDIVIDUAL");
    row.add_parameter(
        "ROLE",
        if rsvp {
            "REQ-PARTICIPANT"
        } else {
            "NON-PARTICIPANT"
        },
    );
    row.add_parameter("PARTSTAT", "NEEDS-ACTION");
    row.add_parameter("RSVP", if rsvp { "TRUE" } else { "FALSE" });
    row.add_parameter("CN", &parameter(name));
    let line: String = row.try_into().unwrap_or_default();
    calendar.replacen("END:VEVENT", &format!("{line}END:VEVENT"), 1)
}

/// An invitation that says one thing more at the end of its description.
pub fn described(calendar: &str, more: &str) -> String {
    let gap = match value_of(calendar, "DESCRIPTION").is_some_and(|it| !it.is_empty()) {
        true => "\\n\\n",
        false => "",
    };
    let more = more.replace('\\', "\\\\");
    let more = more.replace(',', "\\,").replace(';', "\\;");
    let mut made = String::new();
    let mut inside = false;
    for row in calendar.split_inclusive("\r\n") {
        if inside && !row.starts_with([' ', '\t']) {
            made.push_str(&format!(" {gap}{more}\r\n"));
            inside = false;
        }
        inside |= row.starts_with("DESCRIPTION");
        made.push_str(row);
    }
    made
}

fn status(cancelled: bool, tentative: bool) -> EventStatus {
    match (cancelled, tentative) {
        (true, _) => EventStatus::Cancelled,
        (false, true) => EventStatus::Tentative,
        (false, false) => EventStatus::Confirmed,
    }
}

fn print(method: Option<Method>, events: Vec<Event>, name: Option<&str>) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//referent//DA"),
        ("CALSCALE", "GREGORIAN"),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    if let Some(method) = method {
        calendar.append_property(Property::new("METHOD", method.name()));
    }
    if let Some(name) = name {
        calendar.name(&line(name));
    }
    calendar.extend(events);
    let text = calendar.to_string();
    // The first event, or the end of a calendar without any.
    let mut begin = ["BEGIN:VEVENT\r\n", "END:VCALENDAR"].into_iter();
    let begin = begin.find(|begin| text.contains(begin));
    let begin = begin.unwrap_or_default();
    text.replacen(begin, &format!("{ZONE}{begin}"), 1)
}

/// Local start and end, or whole days where no time is known.
fn set_time(
    event: &mut Event,
    first: NaiveDate,
    last: NaiveDate,
    start: Option<NaiveTime>,
    end: Option<NaiveTime>,
) {
    let Some(start) = start else {
        event.append_property(day("DTSTART", first));
        let after = last.succ_opt().unwrap_or(last);
        event.append_property(day("DTEND", after));
        return;
    };
    event.append_property(local("DTSTART", first.and_time(start)));
    let end = end.map(|end| last.and_time(end));
    if let Some(end) = end.filter(|end| *end > first.and_time(start)) {
        event.append_property(local("DTEND", end));
    }
}

fn day(key: &str, day: NaiveDate) -> Property {
    let mut row = Property::new(key, day.format("%Y%m%d").to_string());
    row.add_parameter("VALUE", "DATE");
    row
}

fn local(key: &str, at: NaiveDateTime) -> Property {
    let mut row = Property::new(key, at.format("%Y%m%dT%H%M%S").to_string());
    row.add_parameter("TZID", ZONE_NAME);
    row
}

fn stamp(key: &str, at: i64) -> Property {
    let at = chrono::DateTime::from_timestamp_millis(at).unwrap_or_default();
    Property::new(key, at.format("%Y%m%dT%H%M%SZ").to_string())
}

/// "NIMS 3/2026: Samskabelse på tværs".
pub(super) fn title(source: &Source) -> String {
    let title = &source.meeting.head.title;
    match (source.number_of(source.id), title.is_empty()) {
        (Some(number), false) => format!("{number}: {title}"),
        (Some(number), true) => format!("{number}: {}", source.network.head.name),
        (None, false) => title.clone(),
        (None, true) => source.network.head.name.clone(),
    }
}

/// What the event says: what is not certain, the link, and the public agenda.
fn description(source: &Source) -> String {
    let head = &source.meeting.head;
    let locale = source.locale();
    let mut parts = Vec::new();
    match &head.cancelled {
        Some(_) => parts.push(locale.text(Key::DocumentStatusCancelled).into_owned()),
        None if head.tentative => parts.push(locale.text(Key::LetterTentativeShort).into_owned()),
        None => {}
    }
    if !head.link.is_empty() {
        parts.push(format!("{}: {}", locale.text(Key::DocumentLink), head.link));
    }
    if let Ok(agenda) = outline(What::Agenda, source, Audience::Public) {
        parts.extend(points(&agenda, locale));
    }
    paragraphs(&parts.join("\n\n"))
}

/// The agenda's headings, one a line.
fn points(agenda: &Outline, locale: Locale) -> Option<String> {
    let heading = |body: &Body| match body {
        Body::Heading {
            level: 2,
            number,
            text,
            note,
        } if !number.is_empty() => Some(match note.is_empty() {
            true => format!("{number}. {text}"),
            false => format!("{number}. {text} ({note})"),
        }),
        _ => None,
    };
    let rows: Vec<String> = agenda
        .blocks
        .iter()
        .filter_map(|block| heading(&block.body))
        .collect();
    (!rows.is_empty())
        .then(|| format!("{}:\n{}", locale.text(Key::DocumentAgenda), rows.join("\n")))
}

fn attendee(source: &Source, row: &Participant) -> Option<Property> {
    let person = source.register.people.get(&row.id)?;
    if row.walk_in || person.email.is_empty() {
        return None;
    }
    let mut line = Property::new("ATTENDEE", mailto(&person.email));
    let role = match row.role {
        ParticipantRole::Guest | ParticipantRole::Observer => "OPT-PARTICIPANT",
        _ => "REQ-PARTICIPANT",
    };
    let answer = match row.rsvp {
        Rsvp::NoAnswer => "NEEDS-ACTION",
        Rsvp::Yes => "ACCEPTED",
        Rsvp::Tentative => "TENTATIVE",
        Rsvp::No => "DECLINED",
    };
    line.add_parameter("CUTYPE", "INDIVIDUAL");
    line.add_parameter("ROLE", role);
    line.add_parameter("PARTSTAT", answer);
    line.add_parameter(
        "RSVP",
        if row.rsvp == Rsvp::NoAnswer {
            "TRUE"
        } else {
            "FALSE"
        },
    );
    line.add_parameter("CN", &parameter(&person.name));
    Some(line)
}

/// An address as a calendar names it; what can be no part of one is left out.
fn mailto(address: &str) -> String {
    let plain = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace());
    let plain = plain.filter(|c| !matches!(c, '"' | ';' | ',' | '<' | '>'));
    format!("mailto:{}", plain.collect::<String>())
}

/// A name in a parameter: no quotes, no line ends.
fn parameter(text: &str) -> String {
    line(text).replace('"', "'")
}

/// One line, without what a reader could take for an end of it.
fn line(text: &str) -> String {
    let plain = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    plain.collect::<String>().trim().to_owned()
}

/// Lines, without other control characters, and not longer than a calendar keeps.
fn paragraphs(text: &str) -> String {
    let kept = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = kept.chars().filter(|c| *c == '\n' || !c.is_control());
    kept.take(LONGEST).collect()
}

/// The value of a property in a calendar's text, unfolded.
pub fn value_of(calendar: &str, key: &str) -> Option<String> {
    let text = unfold(calendar);
    let row = text.lines().find_map(|row| {
        let rest = row.strip_prefix(key)?;
        rest.strip_prefix(':').map(str::to_owned)
    });
    row.map(|value| value.trim_end().to_owned())
}

#[cfg(test)]
mod tests;
