//! Copies of the journal, both ends: the hub hands over what a copy lacks, a piece at a time as it is asked for, then
//! every new line; the session's side takes them in and turns them into what its screen hears.

use super::copy::Copy;
use super::core::{Hub, news_of};
use super::event::Event;
use super::relay::Relay;
use super::session::Copying;
use super::wire::Say;
use crate::domain::batch::Hash;
use crate::domain::batch::SessionId;
use crate::domain::news::{News, NewsKind};
use crate::domain::reason;
use crate::journal::{Head, Line, Past as _, Piece};

/// Bytes of lines in one piece.
const PIECE: usize = 256 * 1024;
/// With every so manieth line a copy compares its hash with the hub's.
const COMPARED: u64 = 64;

impl Hub {
    /// The next piece for a copy, or that it is none of this journal.
    pub(super) fn hand_over(&mut self, id: SessionId, head: Head) {
        let Some(session) = self.sessions.get_mut(&id) else {
            return;
        };
        if !session.role.reads_all() || session.copying.is_none() {
            let why = reason::NO_COPY.to_owned();
            return self.tell(id, Event::Ended(why));
        }
        session.copying = Some(Copying::Behind);
        if self.journal.hash_at(head.seq) != Some(head.hash) {
            return self.tell(id, Event::Astray);
        }
        let end = self.journal.head().seq;
        let Piece { lines, head: last } = self.journal.lines(head.seq, PIECE);
        if lines.is_empty() && head.seq < end {
            let why = format!(
                "the journal here is damaged after change {}: a copy cannot go on; run check",
                head.seq
            );
            return self.tell(id, Event::Ended(why));
        }
        let whole = head.seq + lines.len() as u64 >= end;
        if whole {
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
            self.say(Say::Pull(head));
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
                    let own = batch.header.session == self.options.session;
                    if !(own && batch.refused()) {
                        let news = news_of(&batch, self.options.session);
                        self.hear(news);
                    }
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
        if !std::mem::replace(&mut self.whole, true) {
            let renewed = std::mem::take(&mut self.renewing);
            for (number, query) in std::mem::take(&mut self.asked) {
                self.ask(number, query);
            }
            if renewed {
                self.rebase_kept();
                (self.sink)(Event::Renewed);
            }
        }
    }

    /// What is pending was made on more than the journal has now (it was restored from a backup): it is offered again
    /// on what there is.
    fn rebase_kept(&mut self) {
        let head = self.copy.as_ref().map_or(0, |copy| copy.head().seq);
        for kept in &mut self.kept {
            kept.submission.base = kept.submission.base.min(head);
            kept.seq = kept.seq.filter(|seq| *seq <= head);
        }
        let again: Vec<_> = self
            .kept
            .iter()
            .map(|kept| kept.submission.clone())
            .collect();
        again.into_iter().for_each(|it| self.say(Say::Submit(it)));
    }

    /// The copy begins anew.
    pub(super) fn renew(&mut self) {
        self.whole = false;
        self.renewing = true;
        match self.copy.take().map(Copy::renew) {
            Some(Ok(copy)) => self.copy = Some(copy),
            Some(Err(error)) => {
                (self.sink)(Event::Told(News::new(NewsKind::Copy, error)));
            }
            None => {}
        }
        self.pull();
    }
}
