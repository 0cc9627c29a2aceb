//! Work of this user's that a hub restored from an older backup has no more: taken out of the copy with what is
//! pending, told without what others had done meanwhile, kept in a file, and offered again under its own sessions and
//! counters until the copy has it all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::folder::private;
use super::session::{Key, carried, key};
use crate::domain::batch::{Batch, Seq, Submission};
use crate::domain::op::{DocId, DocOp, Edit, Op, inverses};
use crate::domain::rebase::cross;
use crate::domain::record::RecordKey;

const FILE: &str = "again.json";

/// See the module.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Group {
    user: String,
    /// The position all of it is made on, each piece also on those before it.
    base: Seq,
    submissions: Vec<Submission>,
    /// What takes back, after all of it, what others did: how later work reads without that.
    without: Vec<DocOp>,
    /// What was offered on this connection and is not in the copy yet.
    #[serde(skip)]
    pub awaited: BTreeSet<Key>,
}

/// A record another one added.
type Added = BTreeMap<(DocId, RecordKey), DocOp>;

impl Group {
    /// The user's own work of some batches, all that come after `base`.
    pub fn of(batches: &[Arc<Batch>], base: Seq, user: &str) -> Self {
        let mut group = Self {
            user: user.to_owned(),
            base,
            ..Self::default()
        };
        let mut added = Added::new();
        for batch in batches.iter().filter(|batch| !batch.effects().is_empty()) {
            if batch.header.user == user {
                group.add(again(batch, &mut added));
            } else {
                group.leave_out(batch.effects(), &mut added);
            }
        }
        group
    }

    /// Another's ops are not part of what is offered.
    fn leave_out(&mut self, ops: &[DocOp], added: &mut Added) {
        let back = inverses(ops);
        self.without = back.chain(std::mem::take(&mut self.without)).collect();
        for op in ops.iter().filter(|op| adds(&op.op)) {
            let keys = op.op.touched().into_iter();
            added.extend(keys.map(|key| ((op.doc, key), op.clone())));
        }
    }

    /// Adds work made after all that is here and what was left out.
    pub fn add(&mut self, submission: Submission) {
        let known = |it: &Submission| key(it) == key(&submission);
        if self.submissions.iter().any(known) {
            return;
        }
        let without = std::mem::take(&mut self.without);
        let (ops, without) = cross(submission.ops, without);
        self.without = without;
        self.submissions.push(Submission {
            base: self.base,
            ops,
            ..submission
        });
    }

    /// Whether there is nothing to offer.
    pub fn is_empty(&self) -> bool {
        self.submissions.is_empty()
    }

    /// Where it begins.
    pub fn base(&self) -> Seq {
        self.base
    }

    /// What has not landed, as it reads at the head. `since` are all batches after [`Group::base`].
    pub fn open(&self, since: &[Arc<Batch>], head: Seq) -> Vec<Submission> {
        let own = since.iter().map(|batch| &batch.header);
        let landed = own.map(|it| ((it.session, it.counter), it.seq)).collect();
        carried(&self.submissions, &landed, since, head)
    }

    /// Keeps it in a file, so that it is offered again after a kill.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let fresh = folder.join(format!(".{FILE}"));
        let mut file = private(&fresh)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.sync_all()?;
        fs::rename(&fresh, folder.join(FILE))
    }

    /// What an earlier process of the user left.
    pub fn read(folder: &Path, user: &str) -> Option<Self> {
        let bytes = fs::read(folder.join(FILE)).ok()?;
        let group: Self = serde_json::from_slice(&bytes).ok()?;
        (group.user == user).then_some(group)
    }

    /// All of it is durable at the hub.
    pub fn remove(folder: &Path) {
        let _ = fs::remove_file(folder.join(FILE));
    }
}

/// A batch as it is offered again; with the records it needs and another added, who may have lost them.
fn again(batch: &Batch, added: &mut Added) -> Submission {
    let header = &batch.header;
    let touched = batch.effects().iter();
    let touched = touched.flat_map(|op| op.op.touched().into_iter().map(|key| (op.doc, key)));
    let mut ops: Vec<DocOp> = touched.filter_map(|key| added.remove(&key)).collect();
    ops.extend(batch.effects().iter().cloned());
    Submission {
        session: header.session,
        counter: header.counter,
        base: 0,
        at: header.at,
        group: header.group,
        label: header.label.clone(),
        undoes: header.undoes,
        ops,
    }
}

fn adds(op: &Op) -> bool {
    match op {
        Op::Secretariat(edit) => matches!(edit, Edit::Add(_)),
        Op::Register(edit) => matches!(edit, Edit::Add(_)),
        Op::Desk(edit) => matches!(edit, Edit::Add(_)),
        Op::Network(edit) => matches!(edit, Edit::Add(_)),
        Op::Meeting(edit) => matches!(edit, Edit::Add(_)),
        Op::Text(_) | Op::Erased { .. } | Op::StaysErased { .. } | Op::Unknown(_) => false,
    }
}
