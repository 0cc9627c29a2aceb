//! Erasing a person: which bodies of the journal name them, and what is to stand there instead.
//!
//! Text is followed from the ops that brought each byte, so that a name typed letter by letter is found too. Whatever
//! is taken away is replaced by as many bytes, so that every place in every later op stays right.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Error;
use super::trace::Trace;
use crate::domain::batch::{Batch, Body, Hash, Seq};
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingChange, MeetingRecord};
use crate::domain::network::{NetworkChange, NetworkRecord};
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::record::FieldChange;
use crate::domain::register::{Person, RegisterChange, RegisterRecord};
use crate::domain::reply::ReplyField;
use crate::journal::Past;

/// What stands in place of each byte taken away.
pub const FILLER: &str = "x";
/// Shorter words (call names such as "Bo") are parts of too many others: they go from the register only.
const SHORTEST: usize = 5;

/// What is to be erased.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sought {
    /// The person.
    pub person: Option<Id>,
    /// What the person is known by.
    pub words: Vec<String>,
    /// What was noted about journeys.
    pub stays: BTreeSet<Id>,
    /// The person's mails that came in.
    pub replies: BTreeSet<Id>,
}

impl Sought {
    /// A person: what they are known by in every spelling the journal ever had, longest first, and
    /// the mails that turned out to be theirs, with the addresses those came from.
    pub fn person(log: &dyn Past, person: Id) -> Result<Self, Error> {
        let mut words: BTreeSet<String> = BTreeSet::new();
        let mut senders: BTreeMap<Id, (Option<Id>, String)> = BTreeMap::new();
        log.read(1, &mut |batch| {
            for op in batch.ops() {
                match &op.op {
                    Op::Register(edit) => words.extend(identifying(edit, person)),
                    Op::Meeting(edit) => note_sender(edit, &mut senders),
                    _ => {}
                }
            }
            ControlFlow::Continue(())
        })?;
        senders.retain(|_, (of, _)| *of == Some(person));
        let replies = senders.keys().copied().collect();
        words.extend(senders.into_values().map(|(_, address)| address));
        Ok(Self {
            person: Some(person),
            words: longest_first(words),
            replies,
            ..Self::default()
        })
    }
}

fn longest_first(words: BTreeSet<String>) -> Vec<String> {
    let mut words: Vec<String> = words
        .into_iter()
        .filter(|word| word.len() >= SHORTEST)
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// Who sent a mail, as far as it is known, and from where.
fn note_sender(edit: &Edit<Meeting>, senders: &mut BTreeMap<Id, (Option<Id>, String)>) {
    match edit {
        Edit::Add(MeetingRecord::Reply(row)) => {
            senders.insert(row.id, (row.person, row.address.clone()));
        }
        Edit::Set {
            id,
            change: MeetingChange::Reply(ReplyField::Person(change)),
        } => {
            if let Some((of, _)) = senders.get_mut(id) {
                *of = change.to;
            }
        }
        _ => {}
    }
}

fn identifying(edit: &Edit<crate::domain::register::Register>, id: Id) -> Vec<String> {
    match edit {
        Edit::Add(RegisterRecord::Person(person)) if person.id == id => vec![
            person.name.clone(),
            person.email.clone(),
            person.phone.clone(),
            person.label.clone(),
        ],
        Edit::Set {
            id: of,
            change: RegisterChange::Person(field),
        } if *of == id => match field.name() {
            "name" | "email" | "phone" | "label" => strings(field),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn strings<T: serde::Serialize>(value: &T) -> Vec<String> {
    fn collect(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::String(text) => into.push(text.clone()),
            Value::Array(list) => list.iter().for_each(|value| collect(value, into)),
            Value::Object(map) => map.values().for_each(|value| collect(value, into)),
            _ => {}
        }
    }
    let mut into = Vec::new();
    collect(&serde_json::to_value(value).unwrap_or_default(), &mut into);
    into
}

/// The bodies to be replaced, by position: what names the person, and what was noted about journeys.
pub fn forget(log: &dyn Past, sought: &Sought) -> Result<BTreeMap<Seq, Body>, Error> {
    let mut trace = Trace::new(&sought.words);
    log.read(1, &mut |batch| {
        trace.follow(&batch);
        ControlFlow::Continue(())
    })?;
    let mut trace = trace.rewind();
    let mut bodies = BTreeMap::new();
    log.read(1, &mut |batch| {
        let Some(body) = &batch.body else {
            return ControlFlow::Continue(());
        };
        let ops = rewritten(&batch, sought, &mut trace).into_iter();
        let ops: Vec<DocOp> = ops.filter(|op| !of_stay(op, &sought.stays)).collect();
        if ops != body.ops {
            bodies.insert(
                batch.header.seq,
                Body {
                    salt: body.salt,
                    ops,
                },
            );
        }
        ControlFlow::Continue(())
    })?;
    Ok(bodies)
}

/// Whether an op makes or changes one of these notes about a journey.
fn of_stay(op: &DocOp, stays: &BTreeSet<Id>) -> bool {
    match &op.op {
        Op::Network(Edit::Add(NetworkRecord::Stay(row))) => stays.contains(&row.id),
        Op::Network(Edit::Set {
            id,
            change: NetworkChange::Stay(_),
        }) => stays.contains(id),
        _ => false,
    }
}

fn rewritten(batch: &Batch, sought: &Sought, trace: &mut Trace) -> Vec<DocOp> {
    let mut ops = Vec::with_capacity(batch.ops().len());
    for (number, op) in batch.ops().iter().enumerate() {
        let traced = trace.redacted(batch, number, op);
        ops.extend(without(traced, sought));
    }
    ops
}

/// An op with nothing in it that names the person; `None` when nothing is left of it.
fn without(mut op: DocOp, sought: &Sought) -> Option<DocOp> {
    let Sought { person, words, .. } = sought;
    let person = *person;
    if let Op::Meeting(Edit::Add(MeetingRecord::Reply(row))) = &mut op.op
        && sought.replies.contains(&row.id)
    {
        // What a mail program calls somebody need not be a name in the register.
        row.name.clear();
    }
    match &op.op {
        Op::Register(Edit::Add(RegisterRecord::Person(row))) if Some(row.id) == person => {
            let empty = Person {
                id: row.id,
                organisation: row.organisation,
                ..Person::default()
            };
            let op = Op::Register(Edit::Add(RegisterRecord::Person(empty)));
            return Some(DocOp {
                doc: DocId::Register,
                op,
            });
        }
        Op::Register(Edit::Set {
            id,
            change: RegisterChange::Person(field),
        }) if Some(*id) == person => {
            let personal = [
                "label",
                "name",
                "call_name",
                "title",
                "email",
                "phone",
                "note",
                "bounced",
                "bounced_said",
            ];
            return (!personal.contains(&field.name())).then_some(op);
        }
        // Another person of the same name keeps it.
        Op::Register(
            Edit::Add(RegisterRecord::Person(_))
            | Edit::Set {
                change: RegisterChange::Person(_),
                ..
            },
        ) => {
            return Some(op);
        }
        _ => {}
    }
    if !strings(&op.op)
        .iter()
        .any(|text| words.iter().any(|word| finds(text, word).next().is_some()))
    {
        return Some(op);
    }
    let mut value = serde_json::to_value(&op.op).unwrap_or_default();
    clear(&mut value, words);
    match serde_json::from_value(value) {
        Ok(changed) => Some(DocOp {
            doc: op.doc,
            op: changed,
        }),
        Err(_) => None,
    }
}

fn clear(value: &mut Value, words: &[String]) {
    match value {
        Value::String(text) => {
            let is_name_of_something = text.parse::<Id>().is_ok() || text.parse::<DocId>().is_ok();
            if !is_name_of_something {
                *text = cleared(text, words);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| clear(value, words)),
        Value::Object(map) => {
            let outline = map.get("outline").cloned();
            map.values_mut().for_each(|value| clear(value, words));
            if let Some(Value::String(text)) = map.get("outline")
                && outline.as_ref().and_then(Value::as_str) != Some(text)
            {
                let hash = Hash::of(text.as_bytes()).to_string();
                map.insert("hash".to_owned(), Value::String(hash));
            }
        }
        _ => {}
    }
}

/// A text with the words replaced.
pub fn cleared(text: &str, words: &[String]) -> String {
    let mut marks = vec![false; text.len()];
    for word in words {
        for range in finds(text, word) {
            marks
                .get_mut(range)
                .into_iter()
                .flatten()
                .for_each(|mark| *mark = true);
        }
    }
    masked(text, &marks)
}

/// A text with the marked bytes replaced; a character counts as a whole.
pub fn masked(text: &str, marks: &[bool]) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, char) in text.char_indices() {
        if marks.get(at) == Some(&true) {
            out.push_str(&FILLER.repeat(char.len_utf8()));
        } else {
            out.push(char);
        }
    }
    out
}

/// Where a word stands in a text, whatever its case.
pub fn finds<'a>(
    text: &'a str,
    word: &'a str,
) -> impl Iterator<Item = std::ops::Range<usize>> + 'a {
    text.char_indices().filter_map(move |(at, _)| {
        let rest = text.get(at..)?;
        let mut ahead = rest.chars();
        let mut length = 0;
        for wanted in word.chars() {
            let found = ahead.next()?;
            if found != wanted && !found.to_lowercase().eq(wanted.to_lowercase()) {
                return None;
            }
            length += found.len_utf8();
        }
        Some(at..at + length)
    })
}
