//! What is taken out of documents before everybody may read them: people who have not consented, and how to get into a
//! meeting online.

use super::Audience;
use crate::documents::outline::{Block, Body, Fact, Outline, Role};
use crate::documents::source::{Source, locale};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::Owner;
use crate::domain::register::{Person, Register};
use crate::locale::Key;

/// The register as an audience may know it: without addresses and notes; on the public portal people without consent are
/// called by where they work.
pub fn known(register: &Register, audience: Audience) -> Register {
    let organisation = |id: &Option<Id>| id.map(|id| register.organisation_name(id).to_owned());
    let person = |row: &Person| Person {
        id: row.id,
        name: match is_named(row, audience) {
            true => row.name.clone(),
            false => organisation(&row.organisation).unwrap_or_default(),
        },
        organisation: row.organisation,
        consented_on: row.consented_on,
        erased: row.erased,
        removed: row.removed,
        ..Person::default()
    };
    let people = register.people.iter();
    Register {
        people: people.map(|(id, row)| (*id, person(row))).collect(),
        organisations: register.organisations.clone(),
        ..Register::default()
    }
}

/// Whether an audience may read a person's name.
pub fn is_named(person: &Person, audience: Audience) -> bool {
    audience == Audience::Internal || person.consented_on.is_some()
}

/// A meeting as an audience may know it.
pub fn fitted(meeting: &Meeting, register: &Register, audience: Audience) -> Meeting {
    let mut meeting = meeting.clone();
    if audience == Audience::Internal {
        return meeting;
    }
    meeting.head.link.clear();
    meeting.head.cancelled = meeting.head.cancelled.map(|_| String::new());
    for speaker in meeting.speakers.values_mut() {
        let person = speaker.person.and_then(|id| register.people.get(&id));
        if person.is_some_and(|person| !is_named(person, audience)) {
            speaker.name.clear();
            speaker.title.clear();
        }
    }
    meeting
}

/// People of a meeting who have not consented, each with what stands in the place of the name; long names first.
pub fn unnamed(source: &Source, register: &Register) -> Vec<(String, String)> {
    let (meeting, network) = (source.meeting, source.network);
    let owner = |owner: &Owner| match owner {
        Owner::Person(id) => Some(*id),
        _ => None,
    };
    let heads = [
        meeting.head.chair,
        meeting.head.minute_taker,
        network.head.chair,
        network.head.minute_taker,
    ];
    let mut people: Vec<Id> = meeting.participants.keys().copied().collect();
    people.extend(heads.into_iter().flatten());
    people.extend(meeting.entries.values().filter_map(|it| owner(&it.owner)));
    people.sort();
    people.dedup();
    let rows = people.iter().filter_map(|id| register.people.get(id));
    let rows = rows.filter(|row| !is_named(row, Audience::Public) && !row.name.is_empty());
    let instead = |row: &Person| match row.organisation {
        Some(id) => register.organisation_name(id).to_owned(),
        None => source.locale().text(Key::PortalSomebody).into_owned(),
    };
    let mut names: Vec<(String, String)> =
        rows.map(|row| (row.name.clone(), instead(row))).collect();
    names.sort_by_key(|(name, _)| (std::cmp::Reverse(name.len()), name.clone()));
    names
}

/// Approved minutes for everybody: who came is told by organisation, what is to be done by organisation; the text of
/// entries stands as it was approved.
pub fn opened(outline: Outline, unnamed: &[(String, String)]) -> Outline {
    let mut outline = outline.public();
    let text = |key| locale(outline.language).text(key).into_owned();
    let (present, away) = (
        text(Key::DocumentPresent),
        [text(Key::DocumentApologies), text(Key::DocumentAbsent)],
    );
    hide(&mut outline.status, unnamed);
    outline.facts.retain(|fact| !away.contains(&fact.label));
    for fact in &mut outline.facts {
        match fact.label == present {
            true => by_organisation(fact),
            false => fact
                .values
                .iter_mut()
                .for_each(|value| hide(value, unnamed)),
        }
    }
    outline
        .blocks
        .retain(|block| block.role != Role::Attendance);
    for block in &mut outline.blocks {
        hide_in(block, unnamed);
    }
    outline
}

/// "Odense: Karen Lund, Bo Friis" is "Odense".
fn by_organisation(fact: &mut Fact) {
    for value in &mut fact.values {
        if let Some((organisation, _)) = value.split_once(": ") {
            *value = organisation.to_owned();
        }
    }
}

fn hide(text: &mut String, unnamed: &[(String, String)]) {
    for (name, instead) in unnamed {
        if text.contains(name.as_str()) {
            *text = text.replace(name.as_str(), instead);
        }
    }
}

/// What the program wrote about people: owners, tables, votes and whose dissent it is.
fn hide_in(block: &mut Block, unnamed: &[(String, String)]) {
    let told = matches!(block.role, Role::Action | Role::Vote | Role::Dissent);
    match &mut block.body {
        Body::Paragraph { label, runs } if told => {
            hide(label, unnamed);
            if block.role != Role::Dissent {
                runs.iter_mut().for_each(|run| hide(&mut run.text, unnamed));
            }
        }
        Body::Table { rows, .. } => {
            let cells = rows.iter_mut().flat_map(|row| row.cells.iter_mut().skip(1));
            cells.for_each(|cell| hide(cell, unnamed));
        }
        _ => {}
    }
}

/// How many people without consent approved text names: it stands as it was approved.
pub fn still_named(outline: &Outline, unnamed: &[(String, String)]) -> usize {
    let text = serde_json::to_string(&outline.blocks).unwrap_or_default();
    let names = unnamed.iter().filter(|(name, _)| text.contains(name));
    names.count()
}
