//! Questions: from the front page before the database is open, from the database after; what takes long is an errand,
//! so that nobody who types waits for somebody who looks back.

use std::sync::mpsc::{self, Sender};

use super::core::{Hub, Request};
use super::event::Event;
use super::opening::Setback;
use crate::domain::batch::SessionId;
use crate::domain::query::{Answer, Changed, Query};
use crate::journal::Past;
use crate::store::{self, Corpus, Front, Store, recall};

type Errand = Box<dyn FnOnce() -> Request + Send>;

/// Work beside the hub's thread, one piece after the other.
pub struct Errands {
    requests: Sender<Request>,
    /// Started with the first piece.
    worker: Option<Sender<Errand>>,
    open: usize,
}

impl Errands {
    pub fn new(requests: Sender<Request>) -> Self {
        Self {
            requests,
            worker: None,
            open: 0,
        }
    }

    /// Whether something is being done that reads files of the journal.
    pub fn any(&self) -> bool {
        self.open > 0
    }

    /// A piece was dealt with.
    pub fn done(&mut self) {
        self.open = self.open.saturating_sub(1);
    }

    /// Does a piece; the request that it ends with comes back to the hub.
    pub(super) fn run(&mut self, errand: impl FnOnce() -> Request + Send + 'static) {
        let worker = match &self.worker {
            Some(worker) => worker,
            None => {
                let (worker, errands) = mpsc::channel::<Errand>();
                let requests = self.requests.clone();
                let work = move || {
                    for errand in errands {
                        if requests.send(errand()).is_err() {
                            return;
                        }
                    }
                };
                let thread = std::thread::Builder::new().name("errands".into());
                // Without a thread the errand is never answered; whoever asked can ask again.
                let _ = thread.spawn(work);
                self.worker.insert(worker)
            }
        };
        if worker.send(Box::new(errand)).is_ok() {
            self.open += 1;
        } else {
            self.worker = None;
        }
    }
}

impl Hub {
    /// Answers a question, now or when that is possible.
    pub(super) fn query(&mut self, session: SessionId, number: u64, query: Query) {
        if !self.admits(session, &query) {
            return self.turn_down(session, number);
        }
        self.quiet.asked(&query);
        if let Query::Changed(_) = &query {
            return self.answer_changed(session, number, &query);
        }
        let at_head = |front: &&Front| front.at(self.journal.head());
        if self.store.is_none() {
            let here = |_: &&Front| self.sessions.contains_key(&session);
            let answer = self
                .front
                .as_ref()
                .filter(here)
                .filter(at_head)
                .and_then(|front| front.answer(&query));
            let failed = || self.unusable.clone().map(Answer::Failed);
            match answer.or_else(failed) {
                Some(answer) => self.tell(session, Event::Answer { number, answer }),
                None => self.wait_for_store(Request::Query {
                    session,
                    number,
                    query,
                }),
            }
            return;
        }
        let query = self.of_its_user(session, query);
        if self.sent_away(session, number, &query) {
            return;
        }
        let answer = match self.with_store(|store, journal| store.answer(&query, journal)) {
            Ok(answer) => answer,
            Err(Setback::Failed(why)) => Answer::Failed(why),
            Err(Setback::Building) => {
                return self.wait_for_store(Request::Query {
                    session,
                    number,
                    query,
                });
            }
        };
        self.note_reachable(session, &answer);
        self.tell(session, Event::Answer { number, answer });
    }

    /// Answers when a piece of work beside the hub's thread is done.
    fn answer_aside(
        &mut self,
        session: SessionId,
        number: u64,
        work: impl FnOnce() -> Answer + Send + 'static,
    ) {
        let weight = self.weight.take();
        self.errands.run(move || Request::Recalled {
            session,
            number,
            answer: Box::new(work()),
            weight,
        });
    }

    /// Answers which documents changed, from the journal alone; beside this thread where others wait for it. While
    /// somebody's data is being erased, more documents change than ops name.
    fn answer_changed(&mut self, session: SessionId, number: u64, query: &Query) {
        if self.is_erasing() {
            let answer = Answer::Changed(Changed::default());
            self.tell(session, Event::Answer { number, answer });
        } else if self.sessions.len() > 1 {
            self.look_back(session, number, query);
        } else {
            let answer = looked_back(query, &self.journal);
            self.tell(session, Event::Answer { number, answer });
        }
    }

    /// Answers from the journal alone, when that is done.
    fn look_back(&mut self, session: SessionId, number: u64, query: &Query) {
        let (past, query) = (self.journal.reader(), query.clone());
        self.answer_aside(session, number, move || looked_back(&query, &past));
    }

    /// Makes an errand of what takes long: looking back, counting, and the first search.
    fn sent_away(&mut self, session: SessionId, number: u64, query: &Query) -> bool {
        match query {
            Query::History { .. } | Query::At { .. } => {
                self.look_back(session, number, query);
                true
            }
            Query::Figures { network } => {
                // What goes wrong here goes wrong again where it is dealt with.
                let Ok(count) = self.with_store(|store, _| store.count(*network)) else {
                    return false;
                };
                self.answer_aside(session, number, move || match count() {
                    Ok(figures) => Answer::Figures(figures),
                    Err(error) => Answer::Failed(error.to_string()),
                });
                true
            }
            Query::Piece { meeting, annex, at } => {
                self.hand_out(session, number, (*meeting, *annex), *at);
                true
            }
            Query::Logo(network) => {
                self.hand_out_logo(session, number, *network);
                true
            }
            Query::Find { .. } if self.store.as_ref().is_some_and(Store::titles_unread) => {
                if self.searches.is_empty()
                    && let Some(store) = &mut self.store
                {
                    let gather = store.gather();
                    self.errands.run(move || Request::Titles(gather()));
                }
                let search = Request::Query {
                    session,
                    number,
                    query: query.clone(),
                };
                let weight = self.weight.take();
                self.searches.push(search.weighing(weight));
                true
            }
            _ => false,
        }
    }

    /// The titles were read: who searched is answered.
    pub(super) fn titles(&mut self, read: Result<Corpus, store::Error>) {
        self.errands.done();
        let taken = self.with_store(|store, _| store.take_titles(read));
        let failed = match taken {
            Err(Setback::Failed(why)) => Some(why),
            _ => None,
        };
        for search in std::mem::take(&mut self.searches) {
            let Some(why) = &failed else {
                self.take(search);
                continue;
            };
            if let Request::Query {
                session, number, ..
            } = search.bare()
            {
                let answer = Answer::Failed(why.clone());
                self.tell(session, Event::Answer { number, answer });
            }
        }
    }

    /// What is asked about a user's own steps is about the session's user, whatever it calls itself.
    fn of_its_user(&self, session: SessionId, query: Query) -> Query {
        match (query, self.sessions.get(&session)) {
            (Query::Undo { doc, redo, .. }, Some(session)) => Query::Undo {
                doc,
                user: session.user.clone(),
                redo,
            },
            (query, _) => query,
        }
    }
}

fn looked_back(query: &Query, past: &dyn Past) -> Answer {
    match recall(query, past) {
        Some(Ok(answer)) => answer,
        Some(Err(error)) => Answer::Failed(error.to_string()),
        None => Answer::Failed(String::new()),
    }
}
