//! What a step of the history did, as a sentence about who did it: "tilføjede et punkt: Økonomi".

mod fields;
#[cfg(test)]
mod tests;

use crate::domain::desk::Desk;
use crate::domain::meeting::MeetingRecord;
use crate::domain::minutes::EntryKind;
use crate::domain::network::Owner;
use crate::domain::op::{DocOp, Edit, Op};
use crate::domain::query::HistoryRow;
use crate::domain::register::Register;
use crate::domain::text::{Splice, TextOp};
use crate::locale::{Key, Locale};

pub use fields::name as field_name;

/// Letters of a name that are shown.
const NAME: usize = 40;

/// What the names in a history are known by.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// People and organisations.
    pub register: &'a Register,
    /// The desk, where it is at hand.
    pub desk: Option<&'a Desk>,
}

impl Names<'_> {
    /// What an op of the desk changes or removes: "e-2026-1 Besøg om boliger".
    fn subject(self, op: &DocOp) -> Option<String> {
        match &op.op {
            Op::Desk(Edit::Set { id, .. }) => self.desk?.subject(*id),
            _ => None,
        }
    }
}

/// The deed in words that follow a name, with what it was done to.
pub fn deed(locale: Locale, names: Names<'_>, row: &HistoryRow) -> String {
    match row.refused {
        true => locale.text(Key::HistoryRefused).into_owned(),
        false => did(locale, row) + &detail(locale, names, row),
    }
}

/// The deed alone, in words that follow a name.
fn did(locale: Locale, row: &HistoryRow) -> String {
    let key = Key::named(&format!("did-{}", row.label))
        .or_else(|| Key::named(&format!("command-{}", row.label)));
    key.map_or_else(|| row.label.clone(), |key| locale.text(key).into_owned())
}

/// The deed with all that it changed, each field whole and on a line of its own.
pub fn told(locale: Locale, names: Names<'_>, row: &HistoryRow) -> Vec<String> {
    let turned = |op: &DocOp| match &op.op {
        Op::Network(Edit::Set { .. }) | Op::Desk(Edit::Set { .. }) if !row.refused => {
            fields::line(locale, names.register, op)
        }
        _ => None,
    };
    let lines: Vec<String> = row.ops.iter().filter_map(turned).collect();
    if lines.is_empty() {
        return vec![deed(locale, names, row)];
    }
    let subject = row.ops.iter().find_map(|op| names.subject(op));
    let subject = subject.map_or_else(String::new, |subject| format!(": {subject}"));
    let did = did(locale, row) + &subject;
    [did].into_iter().chain(lines).collect()
}

/// What was changed: names of what was added, words of text, else the fields' names.
fn detail(locale: Locale, names: Names<'_>, row: &HistoryRow) -> String {
    let register = names.register;
    let mut said: Vec<String> = typed(row);
    for op in &row.ops {
        let subject = names.subject(op);
        said.extend(subject.filter(|subject| !said.contains(subject)));
        let words = match &op.op {
            Op::Meeting(Edit::Add(record)) => name(record).map(str::to_owned),
            Op::Meeting(Edit::Set { change, .. }) => fields::of_meeting(locale, change)
                .map(|name| fields::with_values(locale, register, name, op)),
            Op::Network(Edit::Add(_)) | Op::Desk(Edit::Add(_)) => added(op, register),
            Op::Network(Edit::Set { .. }) | Op::Desk(Edit::Set { .. }) => {
                fields::turned(locale, register, op)
            }
            _ => None,
        };
        said.extend(words.filter(|words| !words.is_empty() && !said.contains(words)));
    }
    match said.is_empty() {
        true => String::new(),
        false => format!(": {}", said.join(", ")),
    }
}

/// Words that were typed or deleted; letters that follow each other are one text.
fn typed(row: &HistoryRow) -> Vec<String> {
    let splices = row.ops.iter().filter_map(|op| match &op.op {
        Op::Text(TextOp::TextSpliced(splice)) => Some(splice),
        _ => None,
    });
    let mut runs: Vec<Splice> = Vec::new();
    for splice in splices {
        match runs.last_mut() {
            Some(run) if goes_on(run, splice) => {
                let kept = run.inserted.len() - splice.deleted.len();
                run.inserted.truncate(kept);
                run.inserted.push_str(&splice.inserted);
            }
            _ => runs.push(splice.clone()),
        }
    }
    let words = |run: &Splice| match (run.deleted.trim(), run.inserted.trim()) {
        ("", "") => None,
        (deleted, "") => Some(format!("−{deleted}")),
        (_, inserted) => Some(format!("+{inserted}")),
    };
    runs.iter().filter_map(words).collect()
}

/// Whether a step writes on where the one before ended, or takes some of it back.
fn goes_on(run: &Splice, next: &Splice) -> bool {
    let end = run.at + run.inserted.len();
    next.field == run.field
        && run.inserted.ends_with(&next.deleted)
        && next.at + next.deleted.len() == end
}

/// What a record that was added is called.
fn name(record: &MeetingRecord) -> Option<&str> {
    match record {
        MeetingRecord::Item(row) => Some(&row.title),
        MeetingRecord::Speaker(row) => Some(&row.name),
        MeetingRecord::Annex(row) => Some(&row.title),
        MeetingRecord::Practical(row) => Some(&row.what),
        MeetingRecord::Slot(row) => Some(&row.title),
        MeetingRecord::Entry(row) if row.kind != EntryKind::Private => Some(&row.text),
        _ => None,
    }
}

/// What a record of a network or of the desk that was added is called, or to whom something went.
fn added(op: &DocOp, register: &Register) -> Option<String> {
    let value = serde_json::to_value(&op.op).ok()?;
    let (_, edit) = value.as_object()?.iter().next()?;
    let (_, row) = edit.get("add")?.as_object()?.iter().next()?;
    let text = |name: &&str| row.get(*name)?.as_str().filter(|text| !text.is_empty());
    let named = ["title", "name", "text", "criterion"];
    if let Some(text) = named.iter().find_map(text) {
        return Some(text.chars().take(NAME).collect());
    }
    let owner = ["recipient", "who", "office"]
        .iter()
        .find_map(|name| row.get(*name));
    let owner = owner.and_then(|it| serde_json::from_value::<Owner>(it.clone()).ok());
    let person = || row.get("person")?.as_str()?.parse().ok();
    let owner = owner.or_else(|| person().map(Owner::Person))?;
    Some(owner.name(register).to_owned())
}
