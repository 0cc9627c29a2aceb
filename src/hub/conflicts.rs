//! What met at the hub: conflicts are journalled with the change that met, or beside the one that was refused.

use std::sync::Arc;

use super::core::Hub;
use super::submit::meeting;
use crate::domain::batch::{Batch, Submission};
use crate::domain::conflict::{
    Conflict, ConflictField, ConflictKind, losing_items, met, named, renewed,
};
use crate::domain::fold::Doc;
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::secretariat::{Secretariat, SecretariatRecord};

fn op(edit: Edit<Secretariat>) -> DocOp {
    DocOp {
        doc: DocId::Secretariat,
        op: Op::Secretariat(edit),
    }
}

impl Hub {
    /// The conflicts of a submission with what others did since it was made, as ops that go with it.
    pub(super) fn conflicts<'b>(
        &mut self,
        submission: &Submission,
        since: impl Iterator<Item = &'b Batch>,
        user: &str,
    ) -> Vec<DocOp> {
        let others = since.filter(|batch| {
            batch.header.session != submission.session && batch.header.seq > submission.base
        });
        let others = others.flat_map(|batch| {
            let who = batch.header.user.as_str();
            batch.effects().iter().map(move |op| (op, who))
        });
        let others: Vec<(&DocOp, &str)> = others.collect();
        if others.is_empty() || submission.undoes.is_some() {
            return Vec::new();
        }
        let all = others.iter().map(|(op, _)| *op).chain(&submission.ops);
        let docs = self.meetings(losing_items(all));
        let found = met(&submission.ops, &others, &|id| meeting(&docs, id));
        found
            .into_iter()
            .filter_map(|conflict| self.kept(conflict, user, submission.at))
            .collect()
    }

    /// The conflict as a record of its own, or as the one it goes on with; none where that says it already.
    fn kept(&mut self, conflict: Conflict, user: &str, at: i64) -> Option<DocOp> {
        let conflict = named((self.options.draw)(), user, at, conflict);
        let doc = self.with_store(|store, _| store.doc(DocId::Secretariat));
        if let Ok((doc, _)) = doc
            && let Doc::Secretariat(secretariat) = Arc::as_ref(&doc)
        {
            for old in secretariat.conflicts.values() {
                if let Some(ops) = renewed(old, &conflict) {
                    let change = ConflictField::ops(old, ops.clone()).into();
                    return (ops != old.ops).then(|| op(Edit::Set { id: old.id, change }));
                }
            }
        }
        Some(op(Edit::Add(SecretariatRecord::Conflict(conflict))))
    }

    /// Keeps what was refused where a person will see it. What cannot be shown is only told of.
    pub(super) fn keep_refused(
        &mut self,
        refused: &Submission,
        shown: bool,
        user: &str,
        why: &str,
    ) {
        let conflict = Conflict {
            kind: ConflictKind::Refused,
            ops: if shown {
                refused.ops.clone()
            } else {
                Vec::new()
            },
            why: why.to_owned(),
            ..Conflict::default()
        };
        let Some(op) = self.kept(conflict, user, refused.at) else {
            return;
        };
        let submission = Submission {
            // Nobody's: it is the hub that says so.
            session: (self.options.draw)(),
            counter: 1,
            label: "conflict".to_owned(),
            undoes: None,
            ops: vec![op],
            ..refused.clone()
        };
        if let Ok(batch) = self.journal_it(&submission, user) {
            self.pass_on(&batch);
        }
    }
}
