//! What the hub knows of a session: who it is, and what it sent that it had not heard back about when it sent more.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::again::Bridge;
use super::arrival::Arrival;
use super::core::Guest;
use super::event::Event;
use super::link::Sink;
use super::projection::project;
use super::rights::Scope;
use crate::domain::batch::{Batch, Seq, SessionId, Submission};
use crate::domain::op::{DocId, DocOp};
use crate::domain::peer::Spot;
use crate::domain::rebase::cross;
use crate::domain::role::Role;

/// A session's copy of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// It is fetching what it lacks.
    Behind,
    /// It has all, and gets every new line.
    Whole,
}

/// A session at the hub.
pub struct Session {
    pub user: String,
    pub role: Role,
    /// What the role is about.
    pub scope: Scope,
    /// Documents shown to a role that gets no batches.
    pub shown: BTreeSet<DocId>,
    /// Those of them that have changed since.
    pub stale: BTreeSet<DocId>,
    /// Whether Home is shown to such a role, and has changed since.
    pub home: Option<bool>,
    /// See [`Guest::connection`].
    pub connection: u64,
    /// How it keeps a copy of the journal, if it does.
    pub copying: Option<Copying>,
    /// Where its screen is, once it has one.
    pub peer: Option<Option<Spot>>,
    /// The others have not been told yet where it is.
    pub moved: bool,
    sink: Sink,
    /// The highest counter taken in.
    pub counter: u64,
    sent: Sent,
    /// For what it offers again after the folder was restored.
    pub bridge: Option<Bridge>,
    /// A file that is coming from it.
    pub arrival: Option<Arrival>,
}

/// What a submission is known by.
pub type Key = (SessionId, u64);

/// See [`Key`].
pub fn key(submission: &Submission) -> Key {
    (submission.session, submission.counter)
}

impl Session {
    pub fn new(guest: Guest, scope: Scope, counter: u64) -> Self {
        Self {
            user: guest.user,
            role: guest.role,
            scope,
            shown: BTreeSet::new(),
            stale: BTreeSet::new(),
            home: None,
            connection: guest.connection,
            copying: guest.copies.then_some(Copying::Behind),
            peer: None,
            moved: false,
            sink: guest.sink,
            counter,
            sent: Sent::default(),
            bridge: None,
            arrival: None,
        }
    }

    /// Tells it something, as far as its role may hear it; `false` when it is gone.
    pub fn tell(&self, event: Event) -> bool {
        project(&self.scope, event).is_none_or(|event| (self.sink)(event))
    }

    /// The ops of a submission as they must read at the head. `since` are all batches after the base of the oldest
    /// submission still in `sent`.
    pub fn rebased(&mut self, submission: &Submission, since: &[Arc<Batch>]) -> Vec<DocOp> {
        self.sent.advance(submission.base, since);
        self.sent.land(submission, since)
    }

    /// The position from which [`Session::rebased`] needs the batches: of a long queue made on one base, each
    /// submission needs only what has come since the last.
    pub fn needs_from(&self, base: Seq) -> Seq {
        match self.sent.known(base) {
            Some(others) => others.upto,
            None if self.sent.list.is_empty() => base,
            None => self.sent.base.min(base),
        }
    }

    /// What others did between a submission's base and [`Session::needs_from`].
    pub fn heard(&self, base: Seq) -> Vec<Arc<Batch>> {
        self.sent
            .known(base)
            .map_or_else(Vec::new, |others| others.heard.clone())
    }

    /// Notes what was submitted and where it landed.
    pub fn sent(&mut self, submission: &Submission, seq: Seq) {
        if self.sent.list.is_empty() {
            self.sent.base = submission.base;
        }
        self.sent.note(submission, seq);
    }

    /// Whether a landed submission is already among those remembered.
    pub fn remembers(&self, seq: Seq) -> bool {
        self.sent.list.iter().any(|(_, landed)| *landed == seq)
    }
}

/// What has not landed of some submissions, each made on those before it, carried past what others did up to the head. `since` are all
/// batches after the lowest base.
pub fn carried(
    submissions: &[Submission],
    landed: &BTreeMap<Key, Seq>,
    since: &[Arc<Batch>],
    head: Seq,
) -> Vec<Submission> {
    let mut sent = Sent {
        base: submissions.first().map_or(0, |first| first.base),
        ..Sent::default()
    };
    for submission in submissions {
        sent.advance(submission.base.max(sent.base), since);
        let seq = landed.get(&key(submission)).copied();
        // Landed before its own base: it was heard of since.
        if seq.is_none_or(|seq| seq > sent.base) {
            sent.list
                .push_back((submission.ops.clone(), seq.unwrap_or(Seq::MAX)));
        }
    }
    sent.advance(head, since);
    let open = submissions
        .iter()
        .filter(|it| !landed.contains_key(&key(it)));
    let ops = sent.list.into_iter().map(|(ops, _)| ops);
    open.zip(ops)
        .map(|(submission, ops)| Submission {
            base: head,
            ops,
            ..submission.clone()
        })
        .collect()
}

/// Submissions as the session made them, on `base` and on one another, with where they landed.
#[derive(Default)]
struct Sent {
    base: Seq,
    list: VecDeque<(Vec<DocOp>, Seq)>,
    /// Kept, so that the next submission need not be carried past all that was carried before; made anew where it is
    /// not there.
    others: Option<Others>,
    /// It after a submission of this counter, which has not landed yet.
    landing: Option<(u64, Others)>,
}

/// What others did after the base, as it reads after all of the list.
#[derive(Default)]
struct Others {
    batches: VecDeque<(Seq, Vec<DocOp>)>,
    upto: Seq,
    /// The same as they made it.
    heard: Vec<Arc<Batch>>,
}

impl Others {
    fn hear(&mut self, batch: &Arc<Batch>, ops: Vec<DocOp>) {
        self.batches.push_back((batch.header.seq, ops));
        self.heard.push(Arc::clone(batch));
    }
}

impl Sent {
    /// What is kept of others, for a submission made on this base.
    fn known(&self, base: Seq) -> Option<&Others> {
        self.others.as_ref().filter(|_| base == self.base)
    }

    /// Brings the list to a later base: what landed before it goes, the rest is carried past what others did.
    fn advance(&mut self, base: Seq, since: &[Arc<Batch>]) {
        let back = base < self.base;
        self.others = self.others.take().filter(|_| !back);
        if let Some(others) = &mut self.others {
            others.batches.retain(|(seq, _)| *seq > base);
            others.heard.retain(|batch| batch.header.seq > base);
            others.upto = others.upto.max(base);
        }
        for batch in since {
            let seq = batch.header.seq;
            if seq <= self.base || seq > base {
                continue;
            }
            if self.list.front().is_some_and(|(_, landed)| *landed == seq) {
                self.list.pop_front();
                continue;
            }
            let mut over = batch.effects().to_vec();
            for (ops, _) in &mut self.list {
                (*ops, over) = cross(std::mem::take(ops), over);
            }
        }
        self.base = base;
    }

    /// Carries a submission made on base and list to the head.
    fn land(&mut self, submission: &Submission, since: &[Arc<Batch>]) -> Vec<DocOp> {
        let mut others = self.others.take().unwrap_or_else(|| self.others(since));
        for batch in since {
            let seq = batch.header.seq;
            if seq > others.upto {
                others.hear(batch, batch.effects().to_vec());
                others.upto = seq;
            }
        }
        let mut mine = submission.ops.clone();
        for (_, over) in &mut others.batches {
            (mine, *over) = cross(mine, std::mem::take(over));
        }
        self.landing = Some((submission.counter, others));
        mine
    }

    /// What others did after the base, up to the last that landed of the list.
    fn others(&self, since: &[Arc<Batch>]) -> Others {
        let mut list = self.list.clone();
        let mut others = Others {
            upto: self.base,
            ..Others::default()
        };
        for batch in since.iter().filter(|batch| batch.header.seq > self.base) {
            let seq = batch.header.seq;
            others.upto = seq;
            if list.front().is_some_and(|(_, landed)| *landed == seq) {
                list.pop_front();
                continue;
            }
            let mut over = batch.effects().to_vec();
            for (ops, _) in &mut list {
                (*ops, over) = cross(std::mem::take(ops), over);
            }
            others.hear(batch, over);
        }
        others
    }

    /// Notes where a submission landed.
    fn note(&mut self, submission: &Submission, seq: Seq) {
        self.list.push_back((submission.ops.clone(), seq));
        let landing = self.landing.take();
        let landing = landing.filter(|(counter, _)| *counter == submission.counter);
        self.others = landing.map(|(_, others)| Others {
            upto: seq,
            ..others
        });
    }
}

#[cfg(test)]
mod tests;
