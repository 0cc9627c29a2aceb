//! What only one person is told: their action items, their talk.

use chrono::NaiveDate;

use super::code::code;
use super::facts::language_of;
use crate::documents::pass;
use crate::documents::prose::is_shown;
use crate::documents::source::{Source, locale};
use crate::domain::agenda::SpeakerStatus;
use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::letter::LetterKind;
use crate::domain::minutes::EntryKind;
use crate::domain::network::{ActionStatus, Owner};
use crate::locale::Key;

/// The person's own lines of a letter; empty where they have none.
pub fn own_lines(source: &Source, kind: LetterKind, person: Id, today: NaiveDate) -> String {
    match kind {
        LetterKind::Actions => numbered(of_meeting(source, person)),
        LetterKind::ActionReminder => numbered(open(source, person, today)),
        LetterKind::SpeakerConfirmation | LetterKind::Thanks => talks(source, kind, person),
        _ => match pass::code(source.meeting, kind, person) {
            Some(code) => {
                let language = language_of(source.register, person, source.language());
                locale(language).text_with(Key::LetterPass, &[("code", code.into())])
            }
            None => String::new(),
        },
    }
}

fn numbered(rows: Vec<String>) -> String {
    let rows = rows.into_iter().enumerate();
    let rows = rows.map(|(index, row)| format!("{}. {row}", index + 1));
    rows.collect::<Vec<_>>().join("\n")
}

/// Whether somebody is to do it, themselves or for where they work.
fn is_mine(source: &Source, owner: &Owner, person: Id) -> bool {
    match owner {
        Owner::Person(id) => *id == person,
        Owner::Organisation(id) => {
            let row = source.meeting.participants.get(&person);
            row.is_some_and(|row| !row.removed && row.organisation == Some(*id))
        }
        _ => false,
    }
}

fn action(source: &Source, text: &str, due: Option<&Due>, from: &str, id: Id) -> String {
    let text = text.trim().trim_end_matches('.');
    let due = due.map(|due| source.locale().due(due)).unwrap_or_default();
    let args = [
        ("text", text.into()),
        ("due", due.clone().into()),
        ("from", from.into()),
        ("code", code(id).into()),
    ];
    let key = match (due.is_empty(), from.is_empty()) {
        (true, true) => Key::LetterAction,
        (false, true) => Key::LetterActionDue,
        (true, false) => Key::LetterActionFrom,
        (false, false) => Key::LetterActionDueFrom,
    };
    source.text_with(key, &args)
}

/// What was agreed at the meeting and is still to be done.
fn of_meeting(source: &Source, person: Id) -> Vec<String> {
    let is_over = |id: Id| {
        let row = source.network.actions.get(&id);
        row.is_some_and(|row| row.removed || row.status != ActionStatus::Open)
    };
    let mut rows = Vec::new();
    for item in source.meeting.agenda() {
        for entry in source.meeting.entries_of(item.id) {
            let wanted = entry.kind == EntryKind::Action && is_shown(entry);
            let wanted = wanted && !entry.action.is_some_and(is_over);
            if wanted && is_mine(source, &entry.owner, person) {
                let id = entry.action.unwrap_or(entry.id);
                rows.push(action(source, &entry.text, entry.due.as_ref(), "", id));
            }
        }
    }
    rows
}

/// Open action items of the network that are due within a week, or were.
fn open(source: &Source, person: Id, today: NaiveDate) -> Vec<String> {
    let soon = today + chrono::Days::new(7);
    let due = |row: &&crate::domain::query::ActionRow| match &row.due {
        Some(Due::Day(day)) => *day <= soon,
        _ => true,
    };
    let rows = source.open_actions.iter().filter(due);
    let rows = rows.filter(|row| is_mine(source, &row.owner, person));
    rows.map(|row| {
        let from = row.meeting.and_then(|id| source.number_of(id));
        let from = from.unwrap_or_default();
        action(source, &row.text, row.due.as_ref(), &from, row.id)
    })
    .collect()
}

fn talks(source: &Source, kind: LetterKind, person: Id) -> String {
    let mut rows = Vec::new();
    let (starts, _) = crate::documents::source::starts(source.meeting);
    let language = source.locale().language();
    for item in source.meeting.agenda() {
        for row in source.meeting.speakers_of(item.id) {
            if row.person != Some(person) || row.status == SpeakerStatus::Declined {
                continue;
            }
            let mut told = vec![item.title.clone()];
            if kind == LetterKind::SpeakerConfirmation {
                told.extend(starts.get(&item.id).map(|at| language.time_span(*at, None)));
                told.extend(item.minutes.map(|it| language.duration(u32::from(it))));
                if row.status != SpeakerStatus::Confirmed {
                    told.push(source.text(Key::LetterSpeakerOpen));
                }
            }
            rows.push(told.join(", "));
            if kind == LetterKind::SpeakerConfirmation && !row.equipment.is_empty() {
                let args = [("equipment", (&row.equipment).into())];
                rows.push(source.text_with(Key::LetterEquipment, &args));
            }
        }
    }
    rows.join("\n")
}
