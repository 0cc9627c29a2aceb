//! The session's own copy of the documents: what the journal has confirmed, and on top of it
//! what was just done here. The confirmed state is only ever built from the journal's own
//! batches, so copies can't drift apart; local work is seen at once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::VecDeque;

use crate::domain::batch::{Batch, Seq, Submission};
use crate::domain::desk::{Desk, DeskRecord};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::{Network, NetworkRecord};
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::rebase::cross;
use crate::domain::register::{Register, RegisterRecord};
use crate::domain::secretariat::{Secretariat, SecretariatRecord};

/// One document's two states.
struct Replica {
    confirmed: Doc,
    local: Doc,
    read_only: bool,
    /// When what is seen changed last, by [`Docs::changes`].
    changed: u64,
}

/// The documents a session has loaded, and its work the journal has not confirmed yet.
#[derive(Default)]
pub struct Docs {
    replicas: BTreeMap<DocId, Replica>,
    pending: VecDeque<Submission>,
    /// Ops of the command that runs: seen locally, not yet submitted.
    staged: Vec<DocOp>,
    head: Seq,
    /// How often what is seen has changed.
    changes: u64,
}

impl Docs {
    /// A document's state as this session sees it; `None` when it is not loaded.
    pub fn get(&self, id: DocId) -> Option<&Doc> {
        self.replicas.get(&id).map(|replica| &replica.local)
    }

    /// Whether a document can only be read here (it holds ops of a newer program).
    pub fn is_read_only(&self, id: DocId) -> bool {
        self.replicas
            .get(&id)
            .is_some_and(|replica| replica.read_only)
    }

    /// A number that is another one whenever what is seen of a document has changed; 0 while it
    /// is not loaded.
    pub fn revision(&self, id: DocId) -> u64 {
        self.replicas.get(&id).map_or(0, |replica| replica.changed)
    }

    /// The documents loaded.
    pub fn loaded(&self) -> Vec<DocId> {
        self.replicas.keys().copied().collect()
    }

    /// The secretariat, when loaded.
    pub fn secretariat(&self) -> Option<&Secretariat> {
        match self.get(DocId::Secretariat) {
            Some(Doc::Secretariat(doc)) => Some(doc),
            _ => None,
        }
    }

    /// The register, when loaded.
    pub fn register(&self) -> Option<&Register> {
        match self.get(DocId::Register) {
            Some(Doc::Register(doc)) => Some(doc),
            _ => None,
        }
    }

    /// The desk, when loaded.
    pub fn desk(&self) -> Option<&Desk> {
        match self.get(DocId::Desk) {
            Some(Doc::Desk(doc)) => Some(doc),
            _ => None,
        }
    }

    /// A network, when loaded.
    pub fn network(&self, id: Id) -> Option<&Network> {
        match self.get(DocId::Network(id)) {
            Some(Doc::Network(doc)) => Some(doc),
            _ => None,
        }
    }

    /// A meeting, when loaded.
    pub fn meeting(&self, id: Id) -> Option<&Meeting> {
        match self.get(DocId::Meeting(id)) {
            Some(Doc::Meeting(doc)) => Some(doc),
            _ => None,
        }
    }

    /// The journal position everything confirmed includes.
    pub fn head(&self) -> Seq {
        self.head
    }

    /// Everything confirmed is read anew, from a journal that may be shorter.
    pub fn rewind(&mut self) {
        self.head = 0;
    }

    /// How many submissions are on their way.
    pub fn waiting(&self) -> usize {
        self.pending.len()
    }

    /// Takes in a document as the hub has it; what is on its way is applied on top.
    pub fn load(&mut self, id: DocId, doc: Doc, seq: Seq, read_only: bool) {
        self.head = self.head.max(seq);
        let replica = Replica {
            local: doc.clone(),
            confirmed: doc,
            read_only,
            changed: 0,
        };
        self.replicas.insert(id, replica);
        self.replay(id);
    }

    /// Forgets a document, to be asked for again.
    #[cfg(test)]
    pub fn unload(&mut self, id: DocId) {
        self.replicas.remove(&id);
    }

    /// Applies an op of the running command to what this session sees.
    pub fn stage(&mut self, op: DocOp) {
        self.changes += 1;
        if let Some(replica) = self.replicas.get_mut(&op.doc) {
            replica.changed = self.changes;
            replica.local.foresee(&op.op);
        }
        self.staged.push(op);
    }

    /// What the running command has changed so far.
    pub fn staged(&self) -> &[DocOp] {
        &self.staged
    }

    /// Whether the running command has changed anything.
    pub fn has_staged(&self) -> bool {
        !self.staged.is_empty()
    }

    /// The running command's ops: they are submitted by the caller and counted as on their way.
    pub fn take_staged(&mut self) -> Vec<DocOp> {
        std::mem::take(&mut self.staged)
    }

    /// Notes a submission as on its way; its ops are already seen locally.
    pub fn sent(&mut self, submission: Submission) {
        self.pending.push_back(submission);
    }

    /// Forgets what the running command staged: it failed, and nothing is changed.
    pub fn roll_back(&mut self) {
        let staged = std::mem::take(&mut self.staged);
        let mut docs: Vec<DocId> = staged.iter().map(|op| op.doc).collect();
        docs.dedup();
        docs.into_iter().for_each(|doc| self.replay(doc));
    }

    /// Another session's batch. Returns the documents whose shown state it changed.
    pub fn hear(&mut self, batch: &Batch) -> Vec<DocId> {
        self.head = self.head.max(batch.header.seq);
        let touched = self.confirm(batch.ops());
        let mut over = batch.ops().to_vec();
        for submission in &mut self.pending {
            let mine = std::mem::take(&mut submission.ops);
            (submission.ops, over) = cross(mine, over);
        }
        touched.iter().for_each(|doc| self.replay(*doc));
        touched
    }

    /// The journal has taken one of ours, as `ops`. Returns the documents whose shown state
    /// that changed: none in the usual case.
    pub fn committed(&mut self, counter: u64, seq: Seq, ops: &[DocOp]) -> Vec<DocId> {
        self.head = self.head.max(seq);
        let touched = self.confirm(ops);
        let sent = self
            .pending
            .iter()
            .position(|submission| submission.counter == counter);
        let sent = sent.and_then(|index| self.pending.remove(index));
        if sent.is_some_and(|submission| submission.ops == ops) && !allots(ops) {
            return Vec::new();
        }
        touched.iter().for_each(|doc| self.replay(*doc));
        touched
    }

    /// One of ours was refused: it is taken out of what is seen.
    pub fn refused(&mut self, counter: u64) -> Option<Submission> {
        let index = self
            .pending
            .iter()
            .position(|submission| submission.counter == counter)?;
        let submission = self.pending.remove(index)?;
        let mut docs: Vec<DocId> = submission.ops.iter().map(|op| op.doc).collect();
        docs.dedup();
        docs.into_iter().for_each(|doc| self.replay(doc));
        Some(submission)
    }

    fn confirm(&mut self, ops: &[DocOp]) -> Vec<DocId> {
        let mut touched = Vec::new();
        for op in ops {
            if let Some(replica) = self.replicas.get_mut(&op.doc) {
                let outcome = replica.confirmed.apply(&op.op);
                replica.read_only |= outcome == crate::domain::fold::Outcome::Unknown;
                if !touched.contains(&op.doc) {
                    touched.push(op.doc);
                }
            }
        }
        touched
    }

    /// Builds what is seen anew: confirmed, on its way, staged.
    fn replay(&mut self, id: DocId) {
        let Some(replica) = self.replicas.get_mut(&id) else {
            return;
        };
        self.changes += 1;
        replica.changed = self.changes;
        replica.local = replica.confirmed.clone();
        let waiting = self
            .pending
            .iter()
            .flat_map(|submission| &submission.ops)
            .chain(&self.staged);
        for op in waiting.filter(|op| op.doc == id) {
            replica.local.foresee(&op.op);
        }
    }

    /// A document as this session sees it; made of what is on its way alone where it is not loaded.
    fn seen(&self, id: DocId) -> Cow<'_, Doc> {
        self.get(id).map_or_else(
            || {
                let mut doc = Doc::empty(id);
                let waiting = self.pending.iter().flat_map(|it| &it.ops);
                for op in waiting.filter(|op| op.doc == id) {
                    doc.foresee(&op.op);
                }
                Cow::Owned(doc)
            },
            Cow::Borrowed,
        )
    }

    /// Meetings made here that the journal has not taken yet, and their networks.
    pub fn unborn(&self) -> Vec<(Cow<'_, Doc>, Cow<'_, Doc>)> {
        let waiting = self.pending.iter().flat_map(|it| &it.ops);
        let made = waiting.filter_map(|op| match &op.op {
            Op::Network(Edit::Add(NetworkRecord::Meeting(row))) => Some((row.id, op.doc)),
            _ => None,
        });
        made.map(|(id, network)| (self.seen(DocId::Meeting(id)), self.seen(network)))
            .collect()
    }

    /// The labels wanted by what is on its way, as they are seen now.
    pub fn wanted_labels(&self) -> BTreeMap<Id, String> {
        let waiting = self.pending.iter().flat_map(|it| &it.ops);
        waiting
            .filter_map(|op| match &op.op {
                Op::Secretariat(Edit::Add(SecretariatRecord::Network(row))) => Some(row.id),
                Op::Register(Edit::Add(RegisterRecord::Person(row))) => Some(row.id),
                Op::Register(Edit::Add(RegisterRecord::Organisation(row))) => Some(row.id),
                _ => None,
            })
            .filter_map(|id| Some((id, self.label_of(id)?.to_owned())))
            .collect()
    }

    /// The label of a network, a person or an organisation.
    pub fn label_of(&self, id: Id) -> Option<&str> {
        let network = || Some(&self.secretariat()?.networks.get(&id)?.label);
        let person = || Some(&self.register()?.people.get(&id)?.label);
        let organisation = || Some(&self.register()?.organisations.get(&id)?.label);
        let label = network().or_else(person).or_else(organisation)?;
        Some(label)
    }
}

/// Whether the fold may have given a label or number that the local guess did not know.
fn allots(ops: &[DocOp]) -> bool {
    ops.iter().any(|op| {
        matches!(
            op.op,
            Op::Secretariat(Edit::Add(_))
                | Op::Register(Edit::Add(_))
                | Op::Network(Edit::Add(_))
                | Op::Desk(Edit::Add(DeskRecord::Enquiry(_)))
        )
    })
}
