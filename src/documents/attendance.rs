//! The attendance list (deltagerliste), and who was there as the head of minutes has it.

use std::collections::{BTreeMap, BTreeSet};

use super::outline::{Block, Fact, Outline, Row, filled};
use super::source::{Audience, Source};
use crate::domain::agenda::AgendaItem;
use crate::domain::attendance::{
    Attendance, Participant, ParticipantRole, Presence, PresenceKind, Rsvp,
};
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::timeline::Span;
use crate::domain::zone::local;
use crate::locale::Key;

/// The attendance list; answers and roles stay inside.
pub(super) fn attendance(source: &Source, audience: Audience) -> Outline {
    let mut outline = source.outline(Key::DocumentAttendance);
    outline.status = super::agenda::status(source);
    if source.meeting.head.cancelled.is_none() {
        outline.status.clear();
    }
    outline.facts = source.head_facts();
    outline.facts.extend(counts(source));
    let internal = audience == Audience::Internal;
    let mut columns = vec![Key::DocumentName, Key::DocumentOrganisation];
    if internal {
        columns.extend([Key::DocumentRole, Key::DocumentAnswer]);
    }
    columns.extend([Key::DocumentAttended, Key::DocumentCame]);
    let columns = columns.into_iter().map(|key| source.text(key)).collect();
    let attendances = source.meeting.attendances();
    let rows: Vec<Row> = sorted(source)
        .into_iter()
        .map(|participant| {
            let stands = attendances
                .get(&participant.id)
                .copied()
                .unwrap_or_default();
            row(source, participant, stands, internal)
        })
        .collect();
    if !rows.is_empty() {
        outline.blocks.push(Block::table("", columns, rows));
    }
    if internal {
        outline.blocks.extend(by_item(source));
    }
    outline
}

fn row(source: &Source, participant: &Participant, stands: Attendance, internal: bool) -> Row {
    let mut cells = vec![
        noted(
            &source.person(participant.id),
            substitute(source, participant.id).as_slice(),
        ),
        organisation(source, participant),
    ];
    if internal {
        cells.push(source.text(role(participant.role)));
        cells.push(source.text(answer(participant.rsvp)));
    }
    let stands = if stands == Attendance::Expected {
        String::new()
    } else {
        source.text(attended(stands))
    };
    cells.push(stands);
    cells.push(came(source, participant.id));
    Row {
        cells,
        closed: false,
    }
}

/// When somebody came; when they went too, where that was not at the end.
fn came(source: &Source, person: Id) -> String {
    let spans = source.meeting.spans(person);
    let whole = |span: &Span| span.to.is_none() || span.to == source.meeting.head.ended_at;
    match spans.as_slice() {
        [] => String::new(),
        [one] if whole(one) => source.clock(local(one.from).time()),
        several => source.locale().spans(several),
    }
}

/// Who was there for each item that was dealt with, and whether it could be decided.
fn by_item(source: &Source) -> Option<Block> {
    let counted = |item: &AgendaItem| {
        // What is being dealt with is counted as it stands.
        source
            .meeting
            .attendance_at(source.network, item.id, i64::MAX)
    };
    let agenda = source.meeting.agenda().into_iter().enumerate();
    let rows = agenda.filter_map(|(index, item)| {
        let counted = counted(item)?;
        let quorum = counted.quorum.map(|quorum| {
            let key = match quorum.met() {
                true => Key::ChoiceYes,
                false => Key::ChoiceNo,
            };
            source.text(key)
        });
        Some(Row {
            cells: vec![
                format!("{}. {}", index + 1, item.title),
                counted.present.to_string(),
                counted.entitled.to_string(),
                counted.recused.to_string(),
                quorum.unwrap_or_default(),
            ],
            closed: item.closed,
        })
    });
    let rows: Vec<Row> = rows.collect();
    let columns = [
        Key::DocumentItem,
        Key::DocumentAttendancePresent,
        Key::DocumentEntitled,
        Key::DocumentRecused,
        Key::DocumentQuorum,
    ];
    let columns = columns.into_iter().map(|key| source.text(key)).collect();
    // Where nobody said how many it takes, nothing is said of it.
    let (columns, rows) = filled(columns, rows);
    (!rows.is_empty()).then(|| Block::table(&source.text(Key::DocumentByItem), columns, rows))
}

fn substitute(source: &Source, person: Id) -> Option<String> {
    let other = source.meeting.participants.get(&person)?.substitute_for?;
    Some(source.locale().substitute(other, source.register))
}

/// A name with what is to be said of it in one parenthesis.
pub(super) fn noted(name: &str, notes: &[String]) -> String {
    if notes.is_empty() {
        name.to_owned()
    } else {
        format!("{name} ({})", notes.join(", "))
    }
}

pub(super) fn organisation(source: &Source, participant: &Participant) -> String {
    let known = || source.register.people.get(&participant.id)?.organisation;
    participant
        .organisation
        .or_else(known)
        .map_or_else(String::new, |id| {
            source.register.organisation_name(id).to_owned()
        })
}

pub(super) fn role(role: ParticipantRole) -> Key {
    match role {
        ParticipantRole::Member => Key::DocumentRoleMember,
        ParticipantRole::Guest => Key::DocumentRoleGuest,
        ParticipantRole::Speaker => Key::DocumentRoleSpeaker,
        ParticipantRole::Observer => Key::DocumentRoleObserver,
        ParticipantRole::Secretary => Key::DocumentRoleSecretary,
    }
}

fn answer(rsvp: Rsvp) -> Key {
    match rsvp {
        Rsvp::NoAnswer => Key::DocumentAnswerNone,
        Rsvp::Yes => Key::DocumentAnswerYes,
        Rsvp::Tentative => Key::DocumentAnswerTentative,
        Rsvp::No => Key::DocumentAnswerNo,
    }
}

fn attended(stands: Attendance) -> Key {
    match stands {
        Attendance::Expected => Key::DocumentAttendanceExpected,
        Attendance::Present => Key::DocumentAttendancePresent,
        Attendance::Online => Key::DocumentAttendanceOnline,
        Attendance::Apologies => Key::DocumentAttendanceApologies,
        Attendance::Absent => Key::DocumentAttendanceAbsent,
        Attendance::Left => Key::DocumentAttendanceLeft,
    }
}

pub(super) fn sorted<'a>(source: &Source<'a>) -> Vec<&'a Participant> {
    let mut all: Vec<&Participant> = source.meeting.participant_list().collect();
    all.sort_by_cached_key(|participant| {
        let organisation = organisation(source, participant);
        (
            organisation.is_empty(),
            sort_key(&organisation),
            sort_key(&source.person(participant.id)),
        )
    });
    all
}

/// "27 til stede (9 organisationer), 34 tilmeldte, 5 afbud, 6 ikke svaret".
fn counts(source: &Source) -> Option<Fact> {
    let attendances = source.meeting.attendances();
    let count = |wanted: &[Attendance]| {
        attendances
            .values()
            .filter(|stands| wanted.contains(stands))
            .count()
    };
    let came = [Attendance::Present, Attendance::Online, Attendance::Left];
    let organisations: BTreeSet<String> = source
        .meeting
        .participant_list()
        .filter(|row| attendances.get(&row.id).is_some_and(|s| came.contains(s)))
        .map(|row| organisation(source, row))
        .filter(|name| !name.is_empty())
        .collect();
    let answered = |rsvp: Rsvp| {
        source
            .meeting
            .participant_list()
            .filter(|row| row.rsvp == rsvp)
            .count()
    };
    if attendances.is_empty() {
        return None;
    }
    let present = count(&came);
    let args = [
        ("present", present.into()),
        ("organisations", organisations.len().into()),
        ("expected", answered(Rsvp::Yes).into()),
        ("apologies", count(&[Attendance::Apologies]).into()),
        ("unanswered", answered(Rsvp::NoAnswer).into()),
    ];
    let key = if present > 0 || source.meeting.head.started_at.is_some() {
        Key::DocumentCountsPresent
    } else {
        Key::DocumentCountsBefore
    };
    source.fact(Key::DocumentCounts, source.text_with(key, &args))
}

/// Til stede by organisation, Afbud and Udeblevet, as the head of minutes has them.
pub(super) fn presence_facts(source: &Source) -> Vec<Fact> {
    let attendances = source.meeting.attendances();
    let mut present: BTreeMap<(bool, Vec<u8>), (String, Vec<String>)> = BTreeMap::new();
    let mut apologies = Vec::new();
    let mut absent = Vec::new();
    for participant in sorted(source) {
        let stands = attendances
            .get(&participant.id)
            .copied()
            .unwrap_or_default();
        let full = || {
            let locale = source.locale();
            locale.participant(participant.id, source.meeting, source.register)
        };
        match stands {
            Attendance::Present | Attendance::Online | Attendance::Left => {
                let organisation = organisation(source, participant);
                let key = (organisation.is_empty(), sort_key(&organisation));
                let group = present
                    .entry(key)
                    .or_insert_with(|| (organisation, Vec::new()));
                group.1.push(attendant(source, participant, stands));
            }
            Attendance::Apologies => apologies.push(full()),
            Attendance::Absent => absent.push(full()),
            Attendance::Expected => {}
        }
    }
    let present = present
        .into_values()
        .map(|(organisation, names)| {
            let others = || source.text(Key::DocumentNoOrganisation);
            let organisation = Some(organisation).filter(|name| !name.is_empty());
            let organisation = organisation.unwrap_or_else(others);
            format!("{organisation}: {}", names.join(", "))
        })
        .collect::<Vec<_>>();
    [
        (Key::DocumentPresent, present),
        (Key::DocumentApologies, vec![apologies.join(", ")]),
        (Key::DocumentAbsent, vec![absent.join(", ")]),
    ]
    .into_iter()
    .filter(|(_, values)| values.iter().any(|value| !value.is_empty()))
    .map(|(label, values)| Fact {
        label: source.text(label),
        values,
    })
    .collect()
}

/// A name as present: online, from or until a time when the meeting was running.
fn attendant(source: &Source, participant: &Participant, stands: Attendance) -> String {
    let mut notes: Vec<String> = substitute(source, participant.id).into_iter().collect();
    let events = source.meeting.presences_of(participant.id);
    let first = events
        .iter()
        .find(|event| matches!(event.kind, PresenceKind::Arrived | PresenceKind::Online));
    if stands == Attendance::Online {
        notes.push(source.text(Key::DocumentAttendanceOnline));
    }
    let mut note = |key: Key, at: i64| {
        let time = source.clock(local(at).time());
        notes.push(source.text_with(key, &[("time", time.into())]));
    };
    if let Some(event) = first.filter(|event| event.item.is_some()) {
        note(Key::DocumentPresentFrom, event.at);
    }
    let ended = source.meeting.head.ended_at;
    let early = |event: &&&Presence| event.item.is_some() || ended.is_none_or(|at| event.at < at);
    if stands == Attendance::Left
        && let Some(event) = events.last().filter(early)
    {
        note(Key::DocumentPresentUntil, event.at);
    }
    noted(&source.person(participant.id), &notes)
}
