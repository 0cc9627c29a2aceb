//! Quiet times: what was applied is written to the database, given to the disk, and the front page made. With
//! nothing to do the hub's thread sleeps without a timer.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::core::{AGAIN, Hub, Request};
use super::event::Event;
use super::opening::Setback;
use super::pending;
use crate::domain::news::{News, NewsKind};
use crate::domain::op::DocId;
use crate::domain::query::Query;
use crate::domain::zone::local;
use crate::store::{Front, Store};

const PAUSE: Duration = Duration::from_millis(300);
const REST: Duration = Duration::from_secs(3);
/// Documents on the front page.
const OPENED: usize = 4;

/// What was asked last, and what is still to be done.
#[derive(Default)]
pub struct Quiet {
    docs: VecDeque<DocId>,
    pub(super) rested: bool,
    pub(super) again: bool,
    /// The day on which it was last looked what is to be erased.
    pub(super) cleared: Option<NaiveDate>,
    /// When there was something to do last.
    busy: Option<Instant>,
}

impl Quiet {
    /// How long to wait for a request before tidying; `None`: as long as it takes.
    pub fn wait(&self, unsettled: bool) -> Option<Duration> {
        let pause = match () {
            () if self.again => AGAIN,
            () if unsettled => PAUSE,
            () if !self.rested => REST,
            () => return None,
        };
        let gone = self.busy.map_or(Duration::ZERO, |busy| busy.elapsed());
        Some(pause.saturating_sub(gone))
    }

    /// Notes that there was something to do. Whether somebody is still there is asked all the time, and is nothing:
    /// with a second session there would be no rest.
    pub fn disturbed(&mut self, request: &Request) {
        if !request.is_ping() {
            self.busy = Some(Instant::now());
        }
    }

    /// Notes what the front page should have.
    pub fn asked(&mut self, query: &Query) {
        if let Query::Doc(id) = query {
            self.docs.retain(|known| known != id);
            self.docs.push_front(*id);
            self.docs.truncate(OPENED);
        }
    }
}

impl Hub {
    /// Does what is due when nobody asked for anything for a while.
    pub(super) fn tidy(&mut self) {
        self.quiet.busy = Some(Instant::now());
        if self.quiet.again {
            self.quiet.again = false;
            self.retry();
            return;
        }
        if self.store.as_ref().is_some_and(Store::unsettled) {
            self.quiet.rested = false;
            let _ = self.with_store(|store, _| store.settle());
            return;
        }
        self.quiet.rested = true;
        self.erase_past_stays();
        self.rest();
        self.journal.replenish();
        // Nobody reads a file of the journal just now: its segments may be packed.
        if self.store.is_some() && !self.errands.any() {
            let _ = self.journal.seal();
        }
    }

    fn retry(&mut self) {
        match self.journal.settle() {
            Ok(_) => self.want_sync(),
            Err(error) => {
                self.trouble(&error);
                self.quiet.again = true;
            }
        }
    }

    /// Gives the database to the disk and makes the front page.
    fn rest(&mut self) {
        let docs: Vec<DocId> = self.quiet.docs.iter().copied().collect();
        let today = local((self.options.clock)()).date();
        let folder = self.folder.clone();
        let done = self.with_store(|store, _| {
            if store.unflushed() {
                store.flush()?;
            }
            Front::write(&folder, store, today, &docs)
        });
        if let Err(Setback::Failed(error)) = done {
            self.tell_others(None, &Event::Told(News::new(NewsKind::Database, error)));
        }
    }

    /// The last things before the process ends.
    pub(super) fn close(mut self) {
        if self.store.is_some() {
            self.rest();
        }
        if let Err(error) = self.journal.close() {
            self.trouble(&error);
        }
        let seq = self.journal.durable();
        self.tell_others(None, &Event::Saved { seq });
    }

    /// Takes in the pending work of sessions that are gone.
    pub(super) fn adopt(&mut self) {
        if self.store.is_none() {
            return;
        }
        for left in pending::orphans(&self.folder) {
            let taken = self.submit_for(&left.submissions, &left.user, left.role);
            if taken && (left.submissions.is_empty() || self.journal.syncer().sync().is_ok()) {
                left.discard();
            }
        }
    }

    /// Journals what still waited when the process ended.
    pub(super) fn submit_late(&mut self, submission: &crate::domain::batch::Submission) {
        let user = self.options.user.clone();
        let _ = self.submit_for(std::slice::from_ref(submission), &user, self.options.role);
    }
}
