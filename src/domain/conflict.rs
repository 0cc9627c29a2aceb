//! What met: changes that two made of the same thing without knowing of each other, and changes that could not be taken
//! in. A conflict keeps what each meant until a person chooses. It owns what counts as one; it must not know who is shown it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::id::Id;
use super::meeting::{Meeting, MeetingRecord, MeetingTable};
use super::op::{DocId, DocOp, Edit, Op};
use super::record::RecordKey;
use super::secretariat::Secretariat;
use crate::{choice, record};

/// Most ops of one side that a conflict keeps.
const MOST: usize = 200;

pub use sequel::renewed;

choice! {
    /// How two changes met.
    ConflictKind {
        /// The same field was set twice: the later stands.
        Overwritten = "overwritten",
        /// One changed what another removed.
        Removed = "removed",
        /// It was not taken in.
        Refused = "refused",
    }
}

choice! {
    /// What was chosen.
    Settled {
        /// Nothing yet.
        Open = "open",
        /// What the later one meant.
        Mine = "mine",
        /// What the other meant.
        Theirs = "theirs",
        /// As it was before both.
        Before = "before",
    }
}

record! {
    /// A conflict.
    Conflict, ConflictField {
        /// How they met.
        kind Kind: ConflictKind,
        /// Whose change came later, or was refused.
        by By: String,
        /// When it was made, milliseconds since 1970 UTC.
        at At: i64,
        /// What was meant.
        ops Ops: Vec<DocOp>,
        /// Whose change was there first.
        other Other: String,
        /// What they had done.
        theirs Theirs: Vec<DocOp>,
        /// Why it was refused.
        why Why: String,
        /// What was chosen.
        settled Settled: Settled,
    }
}

impl Conflict {
    /// Whether somebody is still to choose.
    pub fn is_open(&self) -> bool {
        !self.removed && self.settled == Settled::Open
    }

    /// The field that was set twice, as the later one meant it.
    pub fn field(&self) -> Option<Changed> {
        self.ops.first().and_then(changed)
    }

    /// The choices there are, with the ops that each takes; the first leaves things as they are or does them again.
    pub fn choices(&self) -> Vec<(Settled, Vec<DocOp>)> {
        match self.kind {
            ConflictKind::Overwritten => self.values(),
            ConflictKind::Removed => {
                // The removal is one of the sides: taking it back keeps the other.
                let back = |ops: &[DocOp]| ops.iter().filter_map(unremoved).collect::<Vec<_>>();
                vec![
                    (Settled::Mine, back(&self.theirs)),
                    (Settled::Theirs, back(&self.ops)),
                ]
            }
            ConflictKind::Refused => {
                vec![
                    (Settled::Mine, self.ops.clone()),
                    (Settled::Theirs, Vec::new()),
                ]
            }
        }
    }

    fn values(&self) -> Vec<(Settled, Vec<DocOp>)> {
        let (Some(op), Some(mine)) = (self.ops.first(), self.field()) else {
            return vec![(Settled::Mine, Vec::new())];
        };
        let theirs = self.theirs.last().and_then(changed);
        let to = |value: &Value| set(op, &mine.to, value).into_iter().collect::<Vec<_>>();
        let mut all = vec![(Settled::Mine, Vec::new())];
        all.extend(theirs.map(|theirs| (Settled::Theirs, to(&theirs.to))));
        all.push((Settled::Before, to(&mine.from)));
        all
    }
}

impl Secretariat {
    /// What is to settle, the oldest first.
    pub fn open_conflicts(&self) -> Vec<&Conflict> {
        let mut open: Vec<&Conflict> = self.conflicts.values().filter(|it| it.is_open()).collect();
        open.sort_by_key(|it| (it.at, it.id));
        open
    }
}

/// A field that an op sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The kind of record it is of, as stored.
    pub record: String,
    /// The field's name as stored.
    pub field: String,
    /// Its value before.
    pub from: Value,
    /// Its value after.
    pub to: Value,
}

/// The only member of a JSON object.
fn only(value: &Value) -> Option<(&String, &Value)> {
    let map = value.as_object().filter(|map| map.len() == 1)?;
    map.iter().next()
}

fn sets(op: &Op) -> bool {
    matches!(
        op,
        Op::Secretariat(Edit::Set { .. })
            | Op::Register(Edit::Set { .. })
            | Op::Network(Edit::Set { .. })
            | Op::Meeting(Edit::Set { .. })
            | Op::Desk(Edit::Set { .. })
    )
}

/// The field an op sets, whatever document it is of.
pub fn changed(op: &DocOp) -> Option<Changed> {
    if !sets(&op.op) {
        return None;
    }
    let value = serde_json::to_value(&op.op).ok()?;
    let (record, table) = only(only(&value)?.1.get("set")?.get("change")?)?;
    let (field, change) = only(table)?;
    Some(Changed {
        record: record.clone(),
        field: field.clone(),
        from: change.get("from")?.clone(),
        to: change.get("to")?.clone(),
    })
}

/// The same field set otherwise.
fn set(op: &DocOp, from: &Value, to: &Value) -> Option<DocOp> {
    let mut value = serde_json::to_value(&op.op).ok()?;
    let (_, document) = value.as_object_mut()?.iter_mut().next()?;
    let change = document.get_mut("set")?.get_mut("change")?;
    let (_, table) = change.as_object_mut()?.iter_mut().next()?;
    let (_, change) = table.as_object_mut()?.iter_mut().next()?;
    *change.get_mut("from")? = from.clone();
    *change.get_mut("to")? = to.clone();
    Some(DocOp {
        doc: op.doc,
        op: serde_json::from_value(value).ok()?,
    })
}

/// Whether an op removes a record.
pub fn removes(op: &DocOp) -> bool {
    changed(op).is_some_and(|it| it.field == "removed" && it.to == Value::Bool(true))
}

fn unremoved(op: &DocOp) -> Option<DocOp> {
    removes(op).then(|| op.inverse()).flatten()
}

/// Fields that only say where something stands or how far a meeting is: the later one is simply right.
fn passes(field: &str) -> bool {
    matches!(
        field,
        "pos"
            | "current"
            | "status"
            | "from"
            | "to"
            | "started_at"
            | "ended_at"
            | "label"
            | "settled"
    )
}

type Keys = BTreeSet<(DocId, RecordKey)>;

fn keys(ops: &[DocOp]) -> Keys {
    let of = |op: &DocOp| {
        let doc = op.doc;
        op.op
            .touched()
            .into_iter()
            .map(move |key| (doc, key))
            .collect::<Vec<_>>()
    };
    ops.iter().flat_map(of).collect()
}

fn touches(op: &DocOp, keys: &Keys) -> bool {
    op.op
        .touched()
        .into_iter()
        .any(|key| keys.contains(&(op.doc, key)))
}

/// The meetings of which these ops remove items, with all that is in them.
pub fn losing_items<'a>(ops: impl Iterator<Item = &'a DocOp>) -> BTreeSet<Id> {
    let losing = ops.filter_map(|op| match op.doc {
        DocId::Meeting(id) if removes(op) && item_key(op).is_some() => Some(id),
        _ => None,
    });
    losing.collect()
}

fn item_key(op: &DocOp) -> Option<RecordKey> {
    let mut touched = op.op.touched().into_iter();
    touched.find(|key| key.table == MeetingTable::Item as u8)
}

/// A meeting as it stands, of those that [`losing_items`] names.
type Meetings<'a> = &'a dyn Fn(Id) -> Option<&'a Meeting>;

/// The item that a change is in: one that is removed takes it along.
fn item_of(op: &DocOp, meetings: Meetings<'_>) -> Option<(DocId, RecordKey)> {
    let DocId::Meeting(id) = op.doc else {
        return None;
    };
    let added = match &op.op {
        Op::Meeting(Edit::Add(record)) => match record {
            MeetingRecord::Entry(row) => Some(row.item),
            MeetingRecord::Speaker(row) => Some(row.item),
            MeetingRecord::Annex(row) => Some(row.item),
            _ => None,
        },
        _ => None,
    };
    let item = added.or_else(|| {
        let meeting = meetings(id)?;
        let mut touched = op.op.touched().into_iter();
        touched.find_map(|key| meeting.item_of(key))
    })?;
    let key = RecordKey {
        table: MeetingTable::Item as u8,
        id: item,
    };
    Some((op.doc, key))
}

/// The conflicts of what was meant with what others did since, each with who did it. Without ids, name and time.
pub fn met(mine: &[DocOp], since: &[(&DocOp, &str)], meetings: Meetings<'_>) -> Vec<Conflict> {
    let own = keys(mine);
    let near: Vec<&(&DocOp, &str)> = since.iter().filter(|(op, _)| touches(op, &own)).collect();
    let mut found: Vec<Conflict> = mine
        .iter()
        .filter_map(|op| overwritten(op, &near))
        .collect();
    found.extend(removed(mine, since, meetings));
    found
}

fn overwritten(op: &DocOp, near: &[&(&DocOp, &str)]) -> Option<Conflict> {
    let mine = changed(op)?;
    if mine.field == "removed" || passes(&mine.field) {
        return None;
    }
    let own = keys(std::slice::from_ref(op));
    let latest = near.iter().rev().find(|(other, _)| {
        touches(other, &own) && changed(other).is_some_and(|it| it.field == mine.field)
    });
    let (other, who) = latest?;
    let theirs = changed(other)?;
    let differs = theirs.to != mine.to && theirs.to != mine.from;
    differs.then(|| Conflict {
        kind: ConflictKind::Overwritten,
        ops: vec![op.clone()],
        other: (*who).to_owned(),
        theirs: vec![(*other).clone()],
        ..Conflict::default()
    })
}

/// One for all that was done to what the other side removed, or in it.
fn removed(mine: &[DocOp], since: &[(&DocOp, &str)], meetings: Meetings<'_>) -> Option<Conflict> {
    let hits = |op: &DocOp, gone: &Keys| {
        !removes(op)
            && (touches(op, gone) || item_of(op, meetings).is_some_and(|key| gone.contains(&key)))
    };
    let conflict = |who: &str, ops, theirs| Conflict {
        kind: ConflictKind::Removed,
        ops,
        other: who.to_owned(),
        theirs,
        ..Conflict::default()
    };
    let lost_with = |removal: &DocOp| {
        let gone = keys(std::slice::from_ref(removal));
        removes(removal) && mine.iter().any(|op| hits(op, &gone))
    };
    let theirs: Vec<_> = since.iter().filter(|(op, _)| lost_with(op)).collect();
    if let Some((_, who)) = theirs.last() {
        let theirs: Vec<DocOp> = theirs.iter().map(|(op, _)| (*op).clone()).collect();
        let gone = keys(&theirs);
        let lost = mine.iter().filter(|op| hits(op, &gone)).take(MOST);
        return Some(conflict(who, lost.cloned().collect(), theirs));
    }
    let taken: Vec<DocOp> = mine.iter().filter(|op| removes(op)).cloned().collect();
    let gone = keys(&taken);
    let edits = since.iter().filter(|(op, _)| {
        !gone.is_empty() && hits(op, &gone) && changed(op).is_none_or(|it| !passes(&it.field))
    });
    let edits: Vec<_> = edits.take(MOST).collect();
    let (_, who) = edits.last()?;
    let theirs = edits.iter().map(|(op, _)| (*op).clone()).collect();
    Some(conflict(who, taken, theirs))
}

/// A conflict's id is the record's own; the hub draws it.
pub fn named(id: Id, by: &str, at: i64, conflict: Conflict) -> Conflict {
    Conflict {
        id,
        by: by.to_owned(),
        at,
        ..conflict
    }
}

mod sequel;
#[cfg(test)]
mod tests;
