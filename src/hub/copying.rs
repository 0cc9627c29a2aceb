//! Copies of the journal, both ends: the hub hands over what a copy lacks, a piece at a time as it is asked for, then
//! every new line; the session's side takes them in and turns them into what its screen hears.

use super::copy::{Copy, unlanded};
use super::core::{Hub, Request, news_of};
use super::event::Event;
use super::relay::{Kept, Relay};
use super::session::Copying;
use super::wire::Say;
use crate::domain::batch::{Batch, Hash, Seq, SessionId, Submission};
use crate::domain::id::Id;
use crate::domain::reason;
use crate::journal::{Head, Line, Past as _, Piece};

/// Bytes of lines in one piece.
pub(super) const PIECE: usize = 256 * 1024;
/// With every so manieth line a copy compares its hash with the hub's.
const COMPARED: u64 = 64;

impl Hub {
    /// The next piece for a copy, or that it is none of this journal.
    pub(super) fn hand_over(&mut self, id: SessionId, heads: &[Head]) {
        let Some(session) = self.sessions.get_mut(&id) else {
            if self.store.is_none() {
                let heads = heads.to_vec();
                self.wait_for_store(Request::Pull { session: id, heads });
            }
            return;
        };
        if !session.role.reads_all() || session.copying.is_none() {
            let why = reason::NO_COPY.to_owned();
            return self.tell(id, Event::Ended(why));
        }
        session.copying = Some(Copying::Behind);
        let Some(seq) = self.common(heads) else {
            return self.tell(id, Event::Astray);
        };
        if heads.first().is_some_and(|head| head.seq > seq) {
            return self.tell(id, Event::Common { seq });
        }
        let end = self.journal.head().seq;
        let Piece { lines, head: last } = self.journal.lines(seq, PIECE);
        if lines.is_empty() && seq < end {
            return self.tell(id, Event::Ended(reason::GAP.to_owned()));
        }
        let whole = seq + lines.len() as u64 >= end;
        if whole && let Some(session) = self.sessions.get_mut(&id) {
            session.copying = Some(Copying::Whole);
        }
        let hash = (!lines.is_empty()).then_some(last.hash);
        self.tell(id, Event::Lines { lines, hash, whole });
    }

    /// The line written last goes to every copy that is up to it.
    pub(super) fn pass_line(&mut self) {
        let up = |session: &super::session::Session| session.copying == Some(Copying::Whole);
        if !self.sessions.values().any(up) {
            return;
        }
        let Piece { lines, head } = self.journal.last_line();
        let hash = head.seq.is_multiple_of(COMPARED).then_some(head.hash);
        let event = Event::Lines {
            lines,
            hash,
            whole: true,
        };
        self.tell_each(&event, |_, session| up(session));
    }
}

impl Relay {
    /// Asks for what the copy lacks.
    pub(super) fn pull(&mut self) {
        if let Some(copy) = &self.copy {
            let head = copy.head();
            self.say(Say::Pull(vec![head]));
        }
    }

    /// The hub does not know the copy's head: it is told more of the copy's positions.
    pub(super) fn show_ladder(&mut self) {
        self.agreed = false;
        if let Some(copy) = &self.copy {
            let ladder = copy.ladder();
            self.say(Say::Pull(ladder));
        }
    }

    /// Lines for the copy; the screen hears what is in them.
    pub(super) fn take_lines(&mut self, lines: &[Line], hash: Option<Hash>, whole: bool) {
        let mut outdated = false;
        for line in lines {
            let Some(copy) = &mut self.copy else { return };
            match copy.take(line) {
                Ok(batch) => {
                    outdated |= Copy::outdates(&batch);
                    self.show(&batch);
                }
                Err(_) => return self.renew(),
            }
        }
        let ours = self.copy.as_ref().map(|copy| copy.head().hash);
        if outdated || hash.is_some_and(|hash| ours != Some(hash)) {
            return self.renew();
        }
        if !whole {
            return self.pull();
        }
        if self.regain() {
            self.settle();
        }
    }

    /// What the screen hears of a line. One that is fetched anew is read anew by the screen.
    fn show(&mut self, batch: &Batch) {
        let header = &batch.header;
        if let Some(group) = &mut self.group {
            group.awaited.remove(&(header.session, header.counter));
        }
        let own = header.session == self.options.session;
        let waits = |kept: &Kept| kept.submission.counter == header.counter && kept.seq.is_none();
        if own && self.kept.iter().any(waits) {
            if !batch.refused() {
                self.hear(news_of(batch, self.options.session));
            }
        } else if !self.renewing {
            // Nobody's own session has the id zero.
            self.hear(news_of(batch, Id::default()));
        }
    }

    /// The copy and the hub have the same: what waited for that goes on.
    fn settle(&mut self) {
        if !std::mem::replace(&mut self.agreed, true) {
            self.offer_kept();
        }
        if std::mem::replace(&mut self.whole, true) {
            return;
        }
        let renewed = std::mem::take(&mut self.renewing);
        if renewed {
            self.floor = self.copy.as_ref().map_or(0, |copy| copy.head().seq);
            (self.sink)(Event::Renewed);
        }
        for (number, query) in std::mem::take(&mut self.asked) {
            self.ask(number, query);
        }
    }

    /// Offers what is kept, on what there is: it may be less than it was made on. Also what the hub has: what follows
    /// was made on it.
    fn offer_kept(&mut self) {
        let head = self.copy.as_ref().map_or(0, |copy| copy.head().seq);
        let open = self.kept.iter_mut();
        let open: Vec<_> = open
            .map(|kept| {
                kept.submission.base = kept.submission.base.min(head);
                kept.submission.clone()
            })
            .collect();
        self.drop_held();
        for submission in open {
            self.say_in_turn(Say::Submit(submission));
        }
    }

    /// Everything up to a position is on disk. What is open and was made before it heard of its place needs what it
    /// was made on.
    pub(super) fn let_go(&mut self, seq: Seq) {
        let done = |kept: &Kept| kept.seq.is_some_and(|place| place <= seq);
        let open = self.kept.iter().filter(|kept| !done(kept));
        let base = open.map(|kept| kept.submission.base).min();
        let needed =
            |kept: &Kept| base.is_some_and(|base| kept.seq.is_none_or(|place| place > base));
        self.kept.retain(|kept| !done(kept) || needed(kept));
    }

    /// What is pending, as it reads on the copy.
    pub(super) fn pending_on(&self, copy: &Copy) -> Vec<Submission> {
        let kept: Vec<_> = self
            .kept
            .iter()
            .map(|kept| kept.submission.clone())
            .collect();
        unlanded(&kept, copy)
    }

    /// The copy begins anew.
    pub(super) fn renew(&mut self) {
        if let Some(copy) = self.copy.take() {
            self.begin_anew(copy.back_to(0));
        }
    }
}
