//! Undo and redo, from history alone: by user and document, one group at a time, whoever did what since.
//!
//! A group does something, takes a group back (undo), or takes an undo back (redo): which one follows from the groups
//! its `undoes` names. A group counts while no counting group takes it back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::batch::Batch;
use crate::domain::id::Id;
use crate::domain::op::{DocId, DocOp};
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
        .filter(|batch| batch.header.user == user && !batch.effects().is_empty());
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

/// The ops that take a group back on top of everything. `batches` are all batches from the group's first on.
pub fn step(batches: &[Arc<Batch>], group: Id, user: &str) -> Option<UndoStep> {
    let mut ops: Vec<DocOp> = Vec::new();
    let mut touched: BTreeSet<(DocId, RecordKey)> = BTreeSet::new();
    let mut contested_by = None;
    let mut label = None;
    for batch in batches {
        let header = &batch.header;
        if header.group == group && header.user == user {
            label.get_or_insert_with(|| header.label.clone());
            let inverse = batch.effects().iter().rev().filter_map(|op| {
                op.op.inverse().map(|inverse| DocOp {
                    doc: op.doc,
                    op: inverse,
                })
            });
            ops = inverse.chain(ops).collect();
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

fn records(batch: &Batch) -> impl Iterator<Item = (DocId, RecordKey)> {
    let ops = batch.effects().iter();
    ops.flat_map(|op| op.op.touched().into_iter().map(|key| (op.doc, key)))
}
