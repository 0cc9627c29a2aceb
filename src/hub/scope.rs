//! A session's role at work: what it is about, what it may submit, and the documents it is shown anew.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::core::{Hub, Request};
use super::event::Event;
use super::request::Guest;
use super::rights::{Deed, Scope, deed, may_ask};
use super::submit::meeting;
use crate::domain::batch::{Batch, SessionId, Submission};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::role::Role;
use crate::domain::vote;
use crate::domain::zone::local;

impl Hub {
    /// What a session's role is about. One that may not see all needs the database.
    pub(super) fn scope(&mut self, guest: &Guest) -> Scope {
        let mut scope = Scope {
            role: guest.role,
            user: guest.user.clone(),
            today: self.today(),
            ..Scope::default()
        };
        if guest.role.reads_all() {
            return scope;
        }
        if let Some(named) = &guest.meeting {
            self.confine(&mut scope, named);
        }
        let (Some(Doc::Register(register)), Some(Doc::Secretariat(secretariat))) = (
            self.read_doc(DocId::Register),
            self.read_doc(DocId::Secretariat),
        ) else {
            return scope;
        };
        let name = secretariat.user_name(&guest.user).unwrap_or(&guest.user);
        scope.name = name.to_owned();
        let mut live = register
            .people
            .values()
            .filter(|it| !it.removed && !it.erased);
        let person = live.find(|it| it.label == guest.user || it.name == name);
        scope.person = person.map(|person| person.id);
        let organisation = person.and_then(|person| person.organisation);
        for id in secretariat.networks.keys() {
            let Some(Doc::Network(network)) = self.read_doc(DocId::Network(*id)) else {
                continue;
            };
            let theirs = |of: Option<Id>, own: Option<Id>| of.is_some() && of == own;
            let mut members = network.members_on(scope.today);
            if members
                .any(|it| theirs(it.person, scope.person) || theirs(it.organisation, organisation))
            {
                scope.networks.insert(*id);
            }
        }
        scope
    }

    pub(super) fn today(&self) -> NaiveDate {
        local((self.options.clock)()).date()
    }

    /// The role is about one meeting; about none when it cannot be found.
    fn confine(&mut self, scope: &mut Scope, named: &str) {
        let named = named.trim().to_lowercase();
        let found = self.with_store(|store, _| store.resolve(&named));
        let id = match found {
            Ok(Some(Reference::Meeting(id))) => id,
            _ => Id::default(),
        };
        scope.only = Some(id);
        if let Some(Doc::Meeting(meeting)) = self.read_doc(DocId::Meeting(id)) {
            scope.networks.insert(meeting.head.network);
        }
    }

    fn read_doc(&mut self, id: DocId) -> Option<Doc> {
        let doc = self.with_store(|store, _| Ok(store.doc(id)?.0)).ok()?;
        Some(Doc::clone(&doc))
    }

    /// Whether a session's role does not allow a submission. What is not allowed is not journalled either.
    pub(super) fn forbidden(&mut self, submission: &Submission) -> bool {
        let session = self.sessions.get(&submission.session);
        let Some(scope) = session.map(|session| session.scope.clone()) else {
            return true;
        };
        if self.betrays(submission) {
            return true;
        }
        submission.ops.iter().any(|op| {
            let meeting = match op.doc {
                DocId::Meeting(_) if scope.role != Role::Secretary => self.read_doc(op.doc),
                _ => None,
            };
            let meeting = match &meeting {
                Some(Doc::Meeting(meeting)) => Some(meeting),
                _ => None,
            };
            !scope.allows(op, meeting)
        })
    }

    /// Whether a session's role may ask this; notes which documents it is shown.
    pub(super) fn admits(&mut self, id: SessionId, query: &Query) -> bool {
        let today = self.today();
        let Some(session) = self.sessions.get_mut(&id) else {
            return true;
        };
        // A screen on a wall is there tomorrow too.
        session.scope.today = today;
        match query {
            _ if session.role.reads_all() => {}
            Query::Doc(doc) => _ = session.shown.insert(*doc),
            Query::Home { .. } => session.home = Some(false),
            _ => {}
        }
        may_ask(session.role, query)
    }

    /// The door may ring those invited to a meeting it is shown: the register is shown anew with their numbers.
    pub(super) fn note_reachable(&mut self, id: SessionId, answer: &Answer) {
        let Answer::Doc {
            doc: Doc::Meeting(meeting),
            ..
        } = answer
        else {
            return;
        };
        let Some(session) = self.sessions.get_mut(&id) else {
            return;
        };
        if session.role != Role::Door || !session.scope.covers(meeting) {
            return;
        }
        let before = session.scope.reachable.len();
        let invited = meeting.participant_list().filter(|row| !row.walk_in);
        session.scope.reachable.extend(invited.map(|row| row.id));
        if session.scope.reachable.len() > before && session.shown.contains(&DocId::Register) {
            session.stale.insert(DocId::Register);
            self.call_soon();
        }
    }

    /// Whether a submission would tie a person to a choice in a secret ballot: no journal keeps that.
    fn betrays(&mut self, submission: &Submission) -> bool {
        let answers = submission.ops.iter();
        let answers = answers.filter(|op| vote::answers(op).is_some());
        let meetings: BTreeSet<Id> = answers
            .filter_map(|op| match op.doc {
                DocId::Meeting(id) => Some(id),
                _ => None,
            })
            .collect();
        if meetings.is_empty() {
            return false;
        }
        let docs = self.meetings(meetings);
        vote::betrays(&submission.ops, |id| meeting(&docs, id))
    }

    /// Documents that a batch changed are to be shown anew to those who get no batches.
    pub(super) fn outdate(&mut self, batch: &Batch) {
        let mut any = false;
        for session in self.sessions.values_mut().filter(|it| !it.role.reads_all()) {
            for op in batch.effects() {
                if session.shown.contains(&op.doc) {
                    any = true;
                    session.stale.insert(op.doc);
                }
                if session.home.is_some() && deed(&op.op) == Deed::Course {
                    any = true;
                    session.home = Some(true);
                }
            }
        }
        if any {
            self.call_soon();
        }
    }

    /// Shows what has changed, as far as each role sees it.
    pub(super) fn show_anew(&mut self) {
        let stale = self
            .sessions
            .iter_mut()
            .filter(|(_, it)| !it.stale.is_empty());
        let stale: Vec<(SessionId, Vec<DocId>)> = stale
            .map(|(id, session)| {
                (
                    *id,
                    std::mem::take(&mut session.stale).into_iter().collect(),
                )
            })
            .collect();
        let today = self.today();
        let homes = self.sessions.iter_mut();
        let homes = homes.filter_map(|(id, it)| it.home.take_if(|stale| *stale).map(|_| *id));
        for session in homes.collect::<Vec<_>>() {
            self.take(Request::Query {
                session,
                number: 0,
                query: Query::Home { today },
            });
        }
        for (id, docs) in stale {
            for doc in docs {
                // No question has the number 0.
                self.take(Request::Query {
                    session: id,
                    number: 0,
                    query: Query::Doc(doc),
                });
            }
        }
    }

    /// What is answered to a question that is not a role's.
    pub(super) fn turn_down(&mut self, session: SessionId, number: u64) {
        let answer = super::projection::not_yours();
        self.tell(session, Event::Answer { number, answer });
    }
}
