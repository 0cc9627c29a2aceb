//! What is put into the texts of letters: the meeting's facts as a reader is told them.

use chrono::NaiveDate;
use serde::Serialize;

use super::code::code;
use super::{LetterError, enclosed};
use crate::documents::calendar;
use crate::documents::line::line;
use crate::documents::outline::{Body, Difference, Outline, diff};
use crate::documents::prose::is_shown;
use crate::documents::source::{Audience, Source, item_note, starts};
use crate::documents::{What, outline};
use crate::domain::agenda::SpeakerStatus;
use crate::domain::id::Id;
use crate::domain::letter::{Letter, LetterKind};
use crate::domain::meeting::{Meeting, MeetingHead};
use crate::domain::register::Register;
use crate::domain::secretariat::Language;
use crate::domain::zone::local;
use crate::locale::Key;

/// What a letter is written from.
#[derive(Clone, Copy, Debug)]
pub struct Brief<'a> {
    /// What it is for.
    pub kind: LetterKind,
    /// The meeting and all about it.
    pub source: &'a Source<'a>,
    /// Until when an answer is wanted.
    pub deadline: Option<NaiveDate>,
    /// Its number among letters of its kind.
    pub version: u32,
    /// The letter it replaces.
    pub earlier: Option<&'a Letter>,
}

/// The language somebody is written to in.
pub fn language_of(register: &Register, person: Id, usual: Language) -> Language {
    let person = register.people.get(&person);
    person.and_then(|row| row.language).unwrap_or(usual)
}

/// What the texts may name.
#[derive(Debug, Default, Serialize)]
pub(super) struct Facts {
    network: String,
    meeting: String,
    day: String,
    time: String,
    place: String,
    link: String,
    chair: String,
    purpose: String,
    tentative: bool,
    agenda: Vec<String>,
    unconfirmed: String,
    deadline: String,
    moved_from: String,
    cancelled: String,
    next: String,
    version: u32,
    before: String,
    changes: Vec<String>,
    sample: String,
    minutes: String,
}

pub(super) fn facts(brief: &Brief<'_>, language: Language) -> Result<Facts, LetterError> {
    let meeting = Meeting {
        head: MeetingHead {
            language: Some(language),
            ..brief.source.meeting.head.clone()
        },
        ..brief.source.meeting.clone()
    };
    let source = Source {
        meeting: &meeting,
        ..*brief.source
    };
    let head = &meeting.head;
    let words = source.locale().language();
    let long = |day: Option<NaiveDate>| day.map(|day| words.long_date(day)).unwrap_or_default();
    let chair = head.chair.or(source.network.head.chair);
    let earlier = brief.earlier.filter(|_| brief.version > 1);
    let (sample, minutes) = match brief.kind {
        LetterKind::MinutesForComments => coded(&source),
        _ => Default::default(),
    };
    let changed = match enclosed(brief.kind).or(Some(What::Agenda)) {
        Some(what) if earlier.is_some() => {
            let now = outline(what, &source, Audience::Internal)?;
            changes(&source, &now, earlier)
        }
        _ => Vec::new(),
    };
    Ok(Facts {
        network: source.network.head.name.clone(),
        meeting: line(&calendar::title(&source)),
        day: long(head.date),
        time: head.date.map_or_else(String::new, |date| {
            words.long_date_time(date, head.start, head.end)
        }),
        place: match head.venue.is_empty() && head.host.is_none() {
            true => String::new(),
            false => source.place_or_link(),
        },
        link: head.link.clone(),
        chair: chair
            .map(|id| source.person(id).into_owned())
            .unwrap_or_default(),
        purpose: head.purpose.clone(),
        tentative: head.tentative,
        agenda: points(&source),
        unconfirmed: unconfirmed(&source),
        deadline: long(brief.deadline),
        moved_from: long(head.moved_from),
        cancelled: head.cancelled.clone().unwrap_or_default(),
        next: long(head.next_date),
        version: brief.version,
        before: earlier
            .map(|row| words.long_date(local(row.at).date()))
            .unwrap_or_default(),
        changes: changed,
        sample,
        minutes,
    })
}

/// The agenda's items as lines.
fn points(source: &Source) -> Vec<String> {
    let (starts, _) = starts(source.meeting);
    let rows = source.meeting.agenda().into_iter().enumerate();
    rows.map(|(index, item)| {
        if item.closed {
            return format!("{}. {}", index + 1, closed(source));
        }
        let note = item_note(source, item, &starts);
        match note.is_empty() {
            true => format!("{}. {}", index + 1, item.title),
            false => format!("{}. {} ({note})", index + 1, item.title),
        }
    })
    .collect()
}

/// What a closed item is called in a mail: anybody may come to see one.
fn closed(source: &Source) -> String {
    let text = source.text(Key::DocumentClosed);
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// Talks whose speaker has not said yes.
fn unconfirmed(source: &Source) -> String {
    let mut rows = Vec::new();
    for item in source.meeting.agenda() {
        for row in source.meeting.speakers_of(item.id) {
            let open = matches!(
                row.status,
                SpeakerStatus::Suggested | SpeakerStatus::Invited
            );
            if open {
                rows.push(source.plain_speaker(row));
            }
        }
    }
    rows.join("; ")
}

/// The minutes paragraph by paragraph, each under its code; and the first code.
fn coded(source: &Source) -> (String, String) {
    let mut rows: Vec<String> = Vec::new();
    let mut sample = String::new();
    for (index, item) in source.meeting.agenda().into_iter().enumerate() {
        let title = match item.closed {
            true => closed(source),
            false => item.title.clone(),
        };
        rows.push(format!("{}. {title}", index + 1));
        for entry in source.meeting.entries_of(item.id) {
            let text = source
                .locale()
                .entry(entry, source.meeting, source.register);
            if item.closed || !is_shown(entry) || text.trim().is_empty() {
                continue;
            }
            let code = code(entry.id);
            if sample.is_empty() {
                sample.clone_from(&code);
            }
            rows.push(format!("[{code}] {text}"));
        }
    }
    (sample, rows.join("\n\n"))
}

/// What changed since an earlier letter's document, in a line each.
pub(super) fn changes(source: &Source, now: &Outline, earlier: Option<&Letter>) -> Vec<String> {
    let Some(then) = earlier.and_then(|row| serde_json::from_str::<Outline>(&row.outline).ok())
    else {
        return Vec::new();
    };
    let mut rows: Vec<String> = Vec::new();
    let mut under = String::new();
    for step in diff(&then, now) {
        let (block, gone, new) = match &step {
            Difference::Same(block) => (block, false, false),
            Difference::Removed(block) => (block, true, false),
            Difference::Added(block) => (block, false, true),
        };
        let said = match &block.body {
            Body::Heading { number, text, .. } => {
                let name = match number.is_empty() {
                    true => text.clone(),
                    false => format!("{number}. {text}"),
                };
                if !gone {
                    under.clone_from(&name);
                }
                name
            }
            Body::Paragraph { label, .. } if under.is_empty() && !label.is_empty() => label.clone(),
            _ => under.clone(),
        };
        if (gone || new) && !said.is_empty() && !rows.contains(&said) {
            rows.push(said);
        }
    }
    // A document with the same words that was sent again says so by its number alone.
    let shown = 12;
    if rows.len() > shown {
        rows.truncate(shown);
        rows.push(source.text(Key::LetterMoreChanges));
    }
    rows
}
