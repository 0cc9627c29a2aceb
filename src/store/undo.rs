//! Undo and redo, from history alone: by user and document, one group at a time, whoever did what since.
//!
//! A group does something, takes a group back (undo), or takes an undo back (redo): which one follows from the groups
//! its `undoes` names. A group counts while no counting group takes it back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::batch::Batch;
use crate::domain::id::Id;
use crate::domain::letter::DeliveryField;
use crate::domain::meeting::{MeetingChange, MeetingRecord};
use crate::domain::op::{DocId, DocOp, Edit, Op, inverses};
use crate::domain::query::UndoStep;
use crate::domain::rebase::rebase;
use crate::domain::record::RecordKey;

/// What was found in part of a history.
pub enum Found {
    /// The group to take back.
    Group(Id),
    /// There is none, or it would be in older history.
    None,
    /// Older history decides.
    Older,
}

struct Group {
    id: Id,
    undoes: Option<Id>,
    /// It does something, itself or by taking an undo back.
    does: bool,
}

/// The group that undo or redo takes back next. `batches` touch the document, oldest first; `complete` says that
/// there are no older ones.
pub fn target(batches: &[Arc<Batch>], user: &str, redo: bool, complete: bool) -> Found {
    let mut groups: Vec<Group> = Vec::new();
    let mut place: BTreeMap<Id, usize> = BTreeMap::new();
    let own = batches
        .iter()
        .filter(|batch| batch.header.user == user && !batch.effects().is_empty())
        .filter(|batch| !is_of_mail(batch));
    for header in own.map(|batch| &batch.header) {
        if place.contains_key(&header.group) {
            continue;
        }
        let taken = header
            .undoes
            .map(|id| place.get(&id).and_then(|at| groups.get(*at)));
        let does = match taken {
            None => true,
            Some(Some(group)) => !group.does,
            Some(None) if complete => false,
            Some(None) => return Found::Older,
        };
        place.insert(header.group, groups.len());
        groups.push(Group {
            id: header.group,
            undoes: header.undoes,
            does,
        });
    }
    let mut taken: BTreeSet<Id> = BTreeSet::new();
    for (at, group) in groups.iter().enumerate().rev() {
        if taken.contains(&group.id) {
            continue;
        }
        taken.extend(group.undoes);
        if redo && group.does && group.undoes.is_none() {
            return Found::None;
        }
        if group.does != redo {
            let first = batches
                .iter()
                .position(|batch| batch.header.group == group.id);
            return if at == 0 && first == Some(0) && !complete {
                Found::Older
            } else {
                Found::Group(group.id)
            };
        }
    }
    if complete { Found::None } else { Found::Older }
}

/// Whether it put mail into the queue, or tells what the server made of it: that is not taken back. What a person
/// notes of a mail that no server has is: a wrong key must not say that everybody has had the letter.
fn is_of_mail(batch: &Batch) -> bool {
    let mut ops = batch.effects().iter();
    ops.any(|op| match &op.op {
        Op::Meeting(Edit::Add(MeetingRecord::Delivery(row))) => row.status.is_the_posts(),
        Op::Meeting(Edit::Set {
            change: MeetingChange::Delivery(DeliveryField::Status(change)),
            ..
        }) => change.from.is_the_posts() || change.to.is_the_posts(),
        _ => false,
    })
}

/// The ops that take a group back on top of everything. `batches` are all batches from the group's first on.
pub fn step(batches: &[Arc<Batch>], group: Id, user: &str) -> Option<UndoStep> {
    let mut ops: Vec<DocOp> = Vec::new();
    let mut touched: BTreeSet<(DocId, RecordKey)> = BTreeSet::new();
    let mut contested_by = None;
    let mut label = None;
    for batch in standing(batches, group) {
        let header = &batch.header;
        if header.group == group && header.user == user {
            label.get_or_insert_with(|| header.label.clone());
            ops = inverses(batch.effects()).chain(ops).collect();
            touched.extend(records(batch));
            continue;
        }
        let meets = batch
            .effects()
            .iter()
            .any(|op| ops.iter().any(|mine| mine.doc == op.doc));
        if !meets {
            continue;
        }
        ops = rebase(&ops, batch.effects());
        if header.user != user && records(batch).any(|record| touched.contains(&record)) {
            contested_by = Some(header.user.clone());
        }
    }
    let base = batches.last()?.header.seq;
    Some(UndoStep {
        group,
        label: label?,
        ops,
        base,
        contested_by,
    })
}

/// The batches without the steps that were taken back since: an insertion inside what one step deleted and the next
/// put back would no longer be found. A step whose records others have touched since stays, with what took it back.
fn standing(batches: &[Arc<Batch>], group: Id) -> Vec<&Arc<Batch>> {
    let mut left: Vec<&Arc<Batch>> = Vec::new();
    let mut gone: BTreeSet<Id> = BTreeSet::new();
    for batch in batches {
        let undoes = batch.header.undoes.filter(|undone| *undone != group);
        let goes = gone.contains(&batch.header.group)
            || undoes.is_some_and(|undone| take_out(&mut left, undone, batch));
        if goes {
            gone.insert(batch.header.group);
        } else {
            left.push(batch);
        }
    }
    left
}

/// Takes a group out, when `back` takes back just what is here of it and nothing between them touches its records;
/// whether it did.
fn take_out(batches: &mut Vec<&Arc<Batch>>, group: Id, back: &Batch) -> bool {
    let is_own = |batch: &&Arc<Batch>| batch.header.group == group;
    let Some(first) = batches.iter().position(is_own) else {
        return false;
    };
    let since = batches.get(first..).unwrap_or_default();
    let own = || since.iter().filter(|batch| is_own(batch));
    let inverse: Vec<DocOp> = own()
        .rev()
        .flat_map(|batch| inverses(batch.effects()))
        .collect();
    if inverse != back.effects() {
        return false;
    }
    let touched: BTreeSet<_> = own().flat_map(|batch| records(batch)).collect();
    let others = since.iter().filter(|batch| !is_own(batch));
    let mut theirs = others.flat_map(|batch| records(batch));
    if theirs.any(|record| touched.contains(&record)) {
        return false;
    }
    batches.retain(|batch| !is_own(batch));
    true
}

fn records(batch: &Batch) -> impl Iterator<Item = (DocId, RecordKey)> {
    let ops = batch.effects().iter();
    ops.flat_map(|op| op.op.touched().into_iter().map(|key| (op.doc, key)))
}
