//! After a hub was restored from an older backup. Both ends: the hub says how far it has the same history and takes
//! in again what sessions lost; a session's copy goes back to there, and its user's own work is offered again.

use super::copy::Copy;
use super::core::{Hub, Request};
use super::event::Event;
use super::group::Group;
use super::relay::Relay;
use super::session::key;
use super::wire::Say;
use crate::domain::batch::{Batch, Seq, SessionId, Submission};
use crate::domain::news::{News, NewsKind};
use crate::domain::op::DocOp;
use crate::domain::reason;
use crate::domain::rebase::cross;
use crate::journal::{Head, Past as _};

/// Most positions a copy may name to find the last common one.
const RUNGS: usize = 80;

/// What others did since work was made, as it reads after that work: each piece of it that comes is carried over.
pub struct Bridge {
    base: Seq,
    upto: Seq,
    over: Vec<DocOp>,
}

impl Hub {
    /// The last of some positions whose hash this journal has too, the latest named first.
    pub(super) fn common(&self, heads: &[Head]) -> Option<Seq> {
        let heads = heads.get(..heads.len().min(RUNGS))?;
        if let [head] = heads {
            return (self.journal.hash_at(head.seq) == Some(head.hash)).then_some(head.seq);
        }
        let ours = self
            .journal
            .heads_at(heads.iter().map(|head| head.seq).collect());
        let same = |head: &&Head| ours.get(&head.seq) == Some(&head.hash);
        heads.iter().find(same).map(|head| head.seq)
    }

    /// Takes in again what a session's user had done before the folder was restored, once.
    pub(super) fn take_again(&mut self, id: SessionId, submission: Submission) {
        if self.store.is_none() {
            return self.wait_for_store(Request::Again {
                session: id,
                submission,
            });
        }
        let Some(session) = self.sessions.get(&id) else {
            return;
        };
        let user = session.user.clone();
        let why = match () {
            () if !session.role.reads_all() || session.copying.is_none() => reason::NO_COPY,
            () if submission.base > self.journal.head().seq => reason::ASTRAY,
            () if !self.same_author(&submission, &user) => reason::ANOTHER,
            () => return self.place_again(id, submission, &user),
        };
        self.send_away(id, why);
    }

    /// Whether a session is nobody else's, as far as is known here.
    fn same_author(&self, submission: &Submission, user: &str) -> bool {
        let id = submission.session;
        if let Some(session) = self.sessions.get(&id) {
            return session.user == user;
        }
        if self.known(id) == 0 {
            return true;
        }
        let mut same = true;
        let mut look = |batch: Batch| {
            if batch.header.session != id {
                return std::ops::ControlFlow::Continue(());
            }
            same = batch.header.user == user;
            std::ops::ControlFlow::Break(())
        };
        self.journal.read(1, &mut look).is_ok() && same
    }

    /// The highest counter of a session.
    fn known(&self, id: SessionId) -> u64 {
        let here = self.sessions.get(&id).map(|session| session.counter);
        let stored = self.store.as_ref().and_then(|store| store.counter(id).ok());
        here.max(stored).unwrap_or(0)
    }

    fn place_again(&mut self, id: SessionId, submission: Submission, user: &str) {
        if submission.counter <= self.known(submission.session) {
            return;
        }
        let refused = self.unfit(&submission);
        let placed = match refused {
            Some(why) => Err(why),
            None => self.over_the_bridge(id, &submission),
        };
        let journaled = placed.and_then(|ops| {
            let placed = Submission {
                ops,
                ..submission.clone()
            };
            self.journal_it(&placed, user)
        });
        match journaled {
            Ok(batch) => {
                let seq = batch.header.seq;
                if let Some(bridge) = self.sessions.get_mut(&id).and_then(|it| it.bridge.as_mut()) {
                    bridge.upto = seq;
                }
                if let Some(session) = self.sessions.get_mut(&submission.session) {
                    session.counter = submission.counter;
                }
                self.pass_on(&batch);
            }
            Err(why) => self.refuse(submission, user, why),
        }
    }

    /// A session's earlier work as it must read at the head.
    fn over_the_bridge(
        &mut self,
        id: SessionId,
        submission: &Submission,
    ) -> Result<Vec<DocOp>, String> {
        let bridge = self.sessions.get_mut(&id).and_then(|it| it.bridge.take());
        let bridge = bridge.filter(|it| it.base == submission.base);
        let mut bridge = bridge.unwrap_or(Bridge {
            base: submission.base,
            upto: submission.base,
            over: Vec::new(),
        });
        for batch in self.since(bridge.upto)? {
            bridge.over.extend_from_slice(batch.effects());
        }
        bridge.upto = self.journal.head().seq;
        let over = std::mem::take(&mut bridge.over);
        let (ops, over) = cross(submission.ops.clone(), over);
        bridge.over = over;
        if let Some(session) = self.sessions.get_mut(&id) {
            session.bridge = Some(bridge);
        }
        Ok(ops)
    }
}

impl Relay {
    /// The hub has the same as the copy only up to a position: it goes back to there, and what is this user's own is
    /// offered again.
    pub(super) fn go_back(&mut self, seq: Seq) {
        let Some(copy) = self.copy.take() else { return };
        let user = self.options.user.clone();
        let mut group = Group::of(&copy.since(seq), seq, &user);
        let pending = self.pending_on(&copy);
        if let Some(earlier) = self.group.take() {
            let open = earlier.open(&copy.since(earlier.base()), copy.head().seq);
            open.into_iter().for_each(|it| group.add(it));
        }
        pending.into_iter().for_each(|it| group.add(it));
        if let Err(error) = group.write(&self.options.folder) {
            // Without the file the copy is the only place that has it.
            (self.sink)(Event::Told(News::new(NewsKind::Copy, error)));
            self.copy = Some(copy);
            return;
        }
        for kept in &mut self.kept {
            kept.seq = kept.seq.filter(|place| *place <= seq);
        }
        self.group = (!group.is_empty()).then_some(group);
        self.begin_anew(copy.back_to(seq));
    }

    /// The copy has all the hub has: what the hub lost is offered; whether there is nothing of it left to wait for.
    pub(super) fn regain(&mut self) -> bool {
        let (Some(group), Some(copy)) = (&mut self.group, &self.copy) else {
            return true;
        };
        if !group.awaited.is_empty() {
            return false;
        }
        let open = group.open(&copy.since(group.base()), copy.head().seq);
        group.awaited = open.iter().map(key).collect();
        if open.is_empty() {
            self.group = None;
            self.regained = Some(copy.head().seq);
            return true;
        }
        open.into_iter()
            .for_each(|it| self.say_in_turn(Say::Again(it)));
        false
    }

    /// The copy is another one now, and fetches what it lacks.
    pub(super) fn begin_anew(&mut self, copy: Result<Copy, super::link::Error>) {
        (self.whole, self.renewing, self.agreed) = (false, true, false);
        self.drop_held();
        match copy {
            Ok(copy) => self.copy = Some(copy),
            Err(error) => {
                (self.sink)(Event::Told(News::new(NewsKind::Copy, error)));
            }
        }
        self.pull();
    }
}
