//! One submission: counted, checked, rebased, journalled, told, folded, passed on. The order is the promise: the
//! journal has it before anybody sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::core::{Guest, Hub, Request, news_of};
use super::event::Event;
use super::opening::Setback;
use super::session::Session;
use crate::domain::batch::{Batch, Body, REFUSED, Seq, SessionId, Submission};
use crate::domain::clean::is_clean;
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::lock;
use crate::domain::meeting::Meeting;
use crate::domain::news::{News, NewsKind};
use crate::domain::op::{DocId, DocOp, Op};
use crate::domain::reason;
use crate::domain::role::{DENIED, Role};
use crate::domain::text::TextOp;
use crate::journal::{Appended, Log as _, Offer, Past as _};

/// Why a submission is not taken in; the ops are journalled all the same.
fn flaw(submission: &Submission) -> Option<String> {
    if submission.label == REFUSED || !is_clean(&submission.label) {
        return Some(reason::COMMAND.to_owned());
    }
    if submission.ops.iter().any(|op| op.op.erases()) {
        return Some(reason::ERASURE.to_owned());
    }
    let unclean = submission.ops.iter().any(|op| !clean(op));
    unclean.then(|| reason::UNCLEAN.to_owned())
}

fn clean(op: &DocOp) -> bool {
    fn all(value: &Value) -> bool {
        match value {
            Value::String(text) => is_clean(text),
            Value::Array(list) => list.iter().all(all),
            Value::Object(map) => map.iter().all(|(name, value)| is_clean(name) && all(value)),
            _ => true,
        }
    }
    if let Op::Text(TextOp::TextSpliced(splice)) = &op.op {
        return is_clean(&splice.inserted) && is_clean(&splice.deleted);
    }
    serde_json::to_value(&op.op).is_ok_and(|value| all(&value))
}

/// Meetings as they stand, by id.
pub(super) type Meetings = BTreeMap<Id, Arc<Doc>>;

/// One of them.
pub(super) fn meeting(docs: &Meetings, id: Id) -> Option<&Meeting> {
    match docs.get(&id).map(Arc::as_ref) {
        Some(Doc::Meeting(meeting)) => Some(meeting),
        _ => None,
    }
}

impl Hub {
    /// Takes in a submission of a session that is here.
    pub(super) fn submit(&mut self, submission: Submission) {
        let Some(session) = self.sessions.get(&submission.session) else {
            if self.store.is_none() {
                self.wait_for_store(Request::Submit(submission));
            }
            return;
        };
        if submission.counter <= session.counter {
            self.again(&submission);
            return;
        }
        if session.connection > 0 && submission.base > self.journal.head().seq {
            return self.send_away(submission.session, reason::ASTRAY);
        }
        if !session.role.reads_all() && self.store.is_none() {
            return self.wait_for_store(Request::Submit(submission));
        }
        let user = session.user.clone();
        if self.forbidden(&submission) {
            return self.forbid(&submission);
        }
        let why = match self.unfit(&submission) {
            Some(why) => why,
            None => match self.place(&submission, &user) {
                Ok(()) => return,
                Err(why) => why,
            },
        };
        self.refuse(submission, &user, why);
    }

    /// Why a submission is refused, if it is.
    pub(super) fn unfit(&mut self, submission: &Submission) -> Option<String> {
        flaw(submission).or_else(|| self.misplaced(submission))
    }

    /// Why the ops cannot be put where they are meant to go.
    fn misplaced(&mut self, submission: &Submission) -> Option<String> {
        if submission.base > self.journal.head().seq {
            return Some(reason::AHEAD.to_owned());
        }
        let Some(store) = self.store.as_mut() else {
            return self
                .approved_meanwhile(submission)
                .then(|| reason::APPROVED.to_owned());
        };
        let mut docs: Vec<_> = submission.ops.iter().map(|op| op.doc).collect();
        docs.dedup();
        let newer = docs
            .into_iter()
            .any(|doc| store.read_only(doc).unwrap_or(false));
        if newer {
            return Some(reason::NEWER.to_owned());
        }
        self.locked(&submission.ops)
            .then(|| reason::APPROVED.to_owned())
    }

    /// Whether the ops change minutes that were approved since the session looked. Before that it
    /// looked itself, and the database that knows is not open yet.
    fn approved_meanwhile(&self, submission: &Submission) -> bool {
        let since = self.since(submission.base).unwrap_or_default();
        let since = since.iter().flat_map(|batch| batch.ops());
        lock::broken_after(&submission.ops, since)
    }

    /// Whether the ops change minutes that are approved here.
    fn locked(&mut self, ops: &[DocOp]) -> bool {
        let ids = ops.iter().filter_map(|op| match op.doc {
            DocId::Meeting(id) => Some(id),
            _ => None,
        });
        let docs = self.meetings(ids.collect());
        lock::broken_by(ops, |id| meeting(&docs, id)).is_some()
    }

    /// Meetings as they stand.
    pub(super) fn meetings(&mut self, ids: BTreeSet<Id>) -> Meetings {
        let Some(store) = self.store.as_mut() else {
            return Meetings::new();
        };
        let docs = ids
            .into_iter()
            .filter_map(|id| Some((id, store.doc(DocId::Meeting(id)).ok()?.0)));
        docs.collect()
    }

    fn place(&mut self, submission: &Submission, user: &str) -> Result<(), String> {
        let base = submission.base;
        let (from, heard) = match self.sessions.get(&submission.session) {
            Some(session) => (session.needs_from(base), session.heard(base)),
            None => (base, Vec::new()),
        };
        let since = self.since(from)?;
        let mut ops = match self.sessions.get_mut(&submission.session) {
            Some(session) => session.rebased(submission, &since),
            None => submission.ops.clone(),
        };
        let others = heard.iter().chain(&since).map(Arc::as_ref);
        ops.extend(self.conflicts(submission, others, user));
        let placed = Submission {
            ops,
            ..submission.clone()
        };
        let batch = self.journal_it(&placed, user)?;
        let seq = batch.header.seq;
        if let Some(session) = self.sessions.get_mut(&submission.session) {
            session.counter = submission.counter;
            session.sent(submission, seq);
        }
        self.pass_on(&batch);
        Ok(())
    }

    /// The batches after a position.
    pub(super) fn since(&self, seq: u64) -> Result<Vec<Arc<Batch>>, String> {
        if let Some(store) = &self.store {
            return store
                .since(seq, &self.journal)
                .map_err(|error| error.to_string());
        }
        let mut batches = Vec::new();
        if seq < self.journal.head().seq {
            let read = self.journal.read(seq + 1, &mut |batch| {
                batches.push(Arc::new(batch));
                std::ops::ControlFlow::Continue(())
            });
            read.map_err(|error| error.to_string())?;
        }
        Ok(batches)
    }

    /// Appends to the journal and says so to the submitter at once.
    pub(super) fn journal_it(
        &mut self,
        submission: &Submission,
        user: &str,
    ) -> Result<Batch, String> {
        let salt = (self.options.draw)();
        let offer = Offer {
            submission,
            user,
            received: (self.options.clock)(),
            salt,
        };
        let expected = self.journal.head().seq;
        let Appended {
            headers,
            written,
            trouble,
        } = self
            .journal
            .append(expected, &[offer])
            .map_err(|error| error.to_string())?;
        if written {
            let counter = submission.counter;
            self.tell(submission.session, Event::Written { counter });
        }
        if let Some(error) = trouble {
            self.trouble(&error);
        }
        self.quiet.again |= !written;
        self.want_sync();
        let header = headers
            .into_iter()
            .next()
            .ok_or("the journal took nothing")?;
        let body = Body {
            salt,
            ops: submission.ops.clone(),
        };
        Ok(Batch {
            header,
            body: Some(body),
        })
    }

    /// Tells everybody and folds.
    pub(super) fn pass_on(&mut self, batch: &Batch) {
        let session = batch.header.session;
        self.pass_line();
        self.outdate(batch);
        let copies = |it: &Session| it.copying.is_some();
        if !batch.refused() && !self.sessions.get(&session).is_some_and(copies) {
            self.tell(session, news_of(batch, session));
        }
        if self.sessions.len() > usize::from(self.sessions.contains_key(&session)) {
            // Nobody's own session has the id zero.
            let news = news_of(batch, crate::domain::id::Id::default());
            self.tell_each(&news, |id, it| id != session && !copies(it));
        }
        self.fold(batch);
    }

    fn fold(&mut self, batch: &Batch) {
        let hash = self.journal.head().hash;
        if self.store.is_none() {
            return;
        }
        let done = self.with_store(|store, _| {
            store.apply(batch, hash)?;
            if store.crowded() {
                store.settle()
            } else {
                Ok(())
            }
        });
        if let Err(Setback::Failed(error)) = done {
            self.tell_others(None, &Event::Told(News::new(NewsKind::Database, error)));
        }
    }

    /// Journals what is not taken in, for a person to look at.
    pub(super) fn refuse(&mut self, submission: Submission, user: &str, why: String) {
        let (session, counter) = (submission.session, submission.counter);
        let kept = Submission {
            label: REFUSED.to_owned(),
            base: self.journal.head().seq,
            ..submission
        };
        let shown = kept.ops.iter().all(clean);
        if let Ok(batch) = self.journal_it(&kept, user) {
            self.pass_on(&batch);
            self.keep_refused(&kept, shown, user, &why);
        }
        if let Some(session) = self.sessions.get_mut(&session) {
            session.counter = counter;
        }
        self.tell(session, Event::Refused { counter, why });
    }

    /// What a role does not allow is not taken in, nor kept for anybody to look at.
    fn forbid(&mut self, submission: &Submission) {
        let (id, counter) = (submission.session, submission.counter);
        if let Some(session) = self.sessions.get_mut(&id) {
            session.counter = counter;
        }
        let why = DENIED.to_owned();
        self.tell(id, Event::Refused { counter, why });
    }

    /// A submission that was taken in before: its sender did not hear of it.
    fn again(&mut self, submission: &Submission) {
        let (id, counter) = (submission.session, submission.counter);
        let batches = self.since(submission.base).unwrap_or_default();
        let found = batches
            .iter()
            .find(|batch| batch.header.session == id && batch.header.counter == counter);
        self.tell(id, Event::Written { counter });
        let Some(batch) = found else {
            return;
        };
        if batch.refused() {
            let why = reason::BEFORE.to_owned();
            self.tell(id, Event::Refused { counter, why });
            return;
        }
        let seq = batch.header.seq;
        if let Some(session) = self.sessions.get_mut(&id)
            && !session.remembers(seq)
        {
            session.sent(submission, seq);
        }
        // A copy hears of it by its line, in order.
        let session = self.sessions.get(&id);
        if session.is_none_or(|it| it.copying.is_none()) {
            self.tell(id, news_of(batch, id));
        }
    }

    /// Notes what was taken in before of work whose session is gone: the rest was made on it.
    fn recall(&mut self, id: SessionId, submissions: &[Submission]) {
        let base = submissions.iter().map(|it| it.base).min().unwrap_or(0);
        let batches = self.since(base).unwrap_or_default();
        let own = batches
            .iter()
            .filter(|batch| batch.header.session == id && !batch.refused());
        let landed: BTreeMap<u64, Seq> = own
            .map(|batch| (batch.header.counter, batch.header.seq))
            .collect();
        let Some(session) = self.sessions.get_mut(&id) else {
            return;
        };
        for submission in submissions.iter().filter(|it| it.session == id) {
            if let Some(seq) = landed.get(&submission.counter) {
                session.sent(submission, *seq);
            }
        }
    }

    /// Takes in work whose session is gone, in its order. Whether the journal has all of it now.
    pub(super) fn submit_for(&mut self, left: &[Submission], user: &str, role: Role) -> bool {
        let submissions = left;
        let Some(id) = submissions.first().map(|first| first.session) else {
            return true;
        };
        let there = self.sessions.contains_key(&id);
        if !there {
            let known = self.store.as_ref().and_then(|store| store.counter(id).ok());
            let guest = Guest {
                session: id,
                connection: 0,
                user: user.to_owned(),
                role,
                meeting: None,
                seen: None,
                copies: false,
                sink: Arc::new(|_| true),
            };
            let scope = self.scope(&guest);
            let session = Session::new(guest, scope, known.unwrap_or(0));
            self.sessions.insert(id, session);
            self.recall(id, submissions);
        }
        let known = self.sessions.get(&id).map_or(0, |session| session.counter);
        let open = |it: &&Submission| it.session == id && (there || it.counter > known);
        for submission in submissions.iter().filter(open) {
            if self.is_ending() && submissions.len() > 1 {
                // What is left of the file is for the next hub.
                break;
            }
            self.submit(submission.clone());
        }
        let last = submissions.iter().map(|it| it.counter).max().unwrap_or(0);
        let counter = self.sessions.get(&id).map(|session| session.counter);
        if !there {
            self.sessions.remove(&id);
        }
        counter.is_some_and(|counter| counter >= last)
    }
}
