//! What was: history, a document as it stood, and the steps undo takes back. Read from the journal; the last batches
//! are also kept in memory, which is where undo nearly always finds its step.

use std::collections::{BTreeSet, VecDeque};
use std::ops::ControlFlow;
use std::sync::Arc;

use super::undo::{Found, step, target};
use super::{Error, Store};
use crate::domain::batch::{Batch, Seq};
use crate::domain::fold::{Doc, Outcome};
use crate::domain::id::Id;
use crate::domain::op::{DocId, DocOp, Op};
use crate::domain::query::{Answer, Changed, HistoryRow, Position, Query, UndoStep};
use crate::journal::{Head, Past};

/// Batches kept in memory, without gaps.
const WINDOW: usize = 2048;

/// The last batches.
#[derive(Default)]
pub(super) struct Recent(VecDeque<Arc<Batch>>);

impl Recent {
    pub fn push(&mut self, batch: &Batch) {
        let next = self.0.back().map(|last| last.header.seq + 1);
        if next.is_some_and(|next| next != batch.header.seq) {
            self.0.clear();
        }
        if self.0.len() == WINDOW {
            self.0.pop_front();
        }
        self.0.push_back(Arc::new(batch.clone()));
    }

    /// All batches from a position on, if all are here.
    pub fn from(&self, seq: Seq) -> Option<Vec<Arc<Batch>>> {
        let first = self.0.front()?.header.seq;
        let skip = usize::try_from(seq.checked_sub(first)?).ok()?;
        Some(self.0.range(skip.min(self.0.len())..).cloned().collect())
    }
}

fn touches(batch: &Batch, doc: DocId) -> bool {
    batch.effects().iter().any(|op| op.doc == doc)
}

impl Store {
    /// The ops after a position, for rebasing; from memory where possible.
    pub fn since(&self, seq: Seq, log: &dyn Past) -> Result<Vec<Arc<Batch>>, Error> {
        if seq >= self.applied {
            return Ok(Vec::new());
        }
        match self.recent.from(seq + 1) {
            Some(batches) => Ok(batches),
            None => read(log, None, seq + 1),
        }
    }

    /// The user's last step in a document, as ops that take it back now.
    pub fn undo(
        &self,
        doc: DocId,
        user: &str,
        redo: bool,
        log: &dyn Past,
    ) -> Result<Option<UndoStep>, Error> {
        let near: Vec<Arc<Batch>> = self
            .recent
            .0
            .iter()
            .filter(|batch| touches(batch, doc))
            .cloned()
            .collect();
        let complete = self
            .recent
            .0
            .front()
            .is_some_and(|batch| batch.header.seq == 1);
        let (mut batches, mut found) = (near, Found::Older);
        if !batches.is_empty() {
            found = target(&batches, user, redo, complete);
        }
        if matches!(found, Found::Older) {
            batches = read(log, Some(doc), 1)?;
            found = target(&batches, user, redo, true);
        }
        let Found::Group(group) = found else {
            return Ok(None);
        };
        let first = batches.iter().find(|batch| batch.header.group == group);
        let Some(first) = first.map(|batch| batch.header.seq) else {
            return Ok(None);
        };
        let all = self.since(first.saturating_sub(1), log)?;
        Ok(step(&all, group, user))
    }
}

/// The answer to a question about what was: it needs the journal alone, and may take long.
pub fn recall(query: &Query, log: &dyn Past) -> Option<Result<Answer, Error>> {
    match query {
        Query::History { doc, record } => Some(history(*doc, *record, log).map(Answer::History)),
        Query::At { doc, at: time } => Some(at(*doc, *time, log)),
        Query::Changed(since) => Some(changed(*since, log).map(Answer::Changed)),
        _ => None,
    }
}

/// The documents that changed after a position, where the journal can tell them all.
pub(super) fn changed(since: Position, log: &dyn Past) -> Result<Changed, Error> {
    let Head { seq, hash, .. } = log.head();
    let at = Position { seq, hash };
    let (mut docs, mut last) = (BTreeSet::new(), since);
    let mut known = since.seq > 0 && (since.seq < seq || since == at);
    if known && since.seq < seq {
        let damages = log.read(since.seq + 1, &mut |batch| {
            let header = &batch.header;
            let follows =
                header.seq == last.seq + 1 && (last != since || header.prev == since.hash);
            let told = |op: &DocOp| !op.op.erases() && !matches!(op.op, Op::Unknown(_));
            known = follows && batch.body.is_some() && batch.effects().iter().all(told);
            docs.extend(batch.effects().iter().map(|op| op.doc));
            last.seq = header.seq;
            match known {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            }
        })?;
        known &= damages.is_empty() && last.seq == seq;
    }
    let docs = known.then_some(docs);
    Ok(Changed { at, docs })
}

/// Who changed what and when, newest first.
pub(super) fn history(
    doc: DocId,
    record: Option<Id>,
    log: &dyn Past,
) -> Result<Vec<HistoryRow>, Error> {
    let mut rows: Vec<HistoryRow> = Vec::new();
    log.read_doc(doc, 1, &mut |batch| {
        let refused = batch.refused();
        let wanted = |op: &DocOp| op.doc == doc && record.is_none_or(|id| names(&op.op, id));
        let ops: Vec<DocOp> = batch
            .ops()
            .iter()
            .filter(|op| wanted(op))
            .cloned()
            .collect();
        if ops.is_empty() {
            return ControlFlow::Continue(());
        }
        let header = batch.header;
        match rows.last_mut() {
            Some(row) if row.group == header.group && row.refused == refused => {
                row.seq = header.seq;
                row.at = header.received;
                row.ops.extend(ops);
            }
            _ => rows.push(HistoryRow {
                seq: header.seq,
                at: header.received,
                user: header.user,
                label: header.label,
                group: header.group,
                ops,
                refused,
            }),
        }
        ControlFlow::Continue(())
    })?;
    rows.reverse();
    Ok(rows)
}

/// A document as it stood at a moment of the hub's clock.
pub(super) fn at(id: DocId, at: i64, log: &dyn Past) -> Result<Answer, Error> {
    let last = log.seq_at(at)?;
    let mut doc = Doc::empty(id);
    let mut read_only = false;
    log.read_doc(id, 1, &mut |batch| {
        if batch.header.seq > last {
            return ControlFlow::Break(());
        }
        for op in batch.effects().iter().filter(|op| op.doc == id) {
            read_only |= doc.apply(&op.op) == Outcome::Unknown;
        }
        ControlFlow::Continue(())
    })?;
    Ok(Answer::Doc {
        id,
        doc,
        seq: last,
        read_only,
    })
}

/// Whether an op touches a record of this id, or belongs to it (an entry to its item).
fn names(op: &Op, id: Id) -> bool {
    op.touched().iter().any(|key| key.id == id)
}

fn read(log: &dyn Past, doc: Option<DocId>, from: Seq) -> Result<Vec<Arc<Batch>>, Error> {
    let mut batches = Vec::new();
    let mut visit = |batch: Batch| {
        if doc.is_none_or(|doc| touches(&batch, doc)) {
            batches.push(Arc::new(batch));
        }
        ControlFlow::Continue(())
    };
    match doc {
        Some(doc) => log.read_doc(doc, from, &mut visit)?,
        None => log.read(from, &mut visit)?,
    };
    Ok(batches)
}
