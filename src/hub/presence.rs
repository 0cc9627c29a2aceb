//! Who is here and where: told to the others, never journalled, and at most so often.

use std::time::{Duration, Instant};

use super::core::{Hub, Request};
use super::event::Event;
use super::session::Session;
use crate::domain::batch::SessionId;
use crate::domain::peer::{Peer, Spot};

/// Moves within this time are told as one.
const CALM: Duration = Duration::from_millis(100);

impl Hub {
    /// A session's screen is elsewhere now.
    pub(super) fn here(&mut self, id: SessionId, spot: Option<Spot>) {
        if let Some(session) = self.sessions.get_mut(&id)
            && session.peer.replace(spot) != Some(spot)
        {
            session.moved = true;
            self.call_soon();
        } else if !self.sessions.contains_key(&id) && self.store.is_none() {
            self.wait_for_store(Request::Here { session: id, spot });
        }
    }

    /// The others are told soon.
    pub(super) fn call_soon(&mut self) {
        self.roll_call.get_or_insert_with(|| Instant::now() + CALM);
    }

    /// How long until the others are told.
    pub(super) fn next_call(&self) -> Option<Duration> {
        let due = self.roll_call?;
        Some(due.saturating_duration_since(Instant::now()))
    }

    /// Tells who has moved, when it is time to.
    pub(super) fn call_roll(&mut self) {
        while let Some(session) = self.fallen.pop() {
            let gone = Event::Peer {
                session,
                peer: None,
            };
            self.tell_watchers(session, &gone);
        }
        if self.roll_call.is_none_or(|due| due > Instant::now()) {
            return;
        }
        self.roll_call = None;
        self.show_anew();
        let moved = self.sessions.iter_mut().filter(|(_, it)| it.moved);
        let moved: Vec<(SessionId, Event)> = moved
            .filter_map(|(id, session)| {
                session.moved = false;
                Some((*id, seen(*id, session)?))
            })
            .collect();
        for (id, event) in moved {
            self.tell_watchers(id, &event);
        }
    }

    /// Tells a session that comes in who is there; not itself, as it was before its line was lost.
    pub(super) fn introduce(&self, own: SessionId, newcomer: &Session) {
        if newcomer.role.reads_all() {
            let there = self.sessions.iter().filter(|(id, _)| **id != own);
            for event in there.filter_map(|(id, session)| seen(*id, session)) {
                newcomer.tell(event);
            }
        }
    }

    /// Who stands where is for those who may read all.
    fn tell_watchers(&mut self, but: SessionId, event: &Event) {
        self.tell_each(event, |id, session| id != but && session.role.reads_all());
    }
}

fn seen(id: SessionId, session: &Session) -> Option<Event> {
    let peer = Peer {
        user: session.user.clone(),
        spot: session.peer?,
    };
    Some(Event::Peer {
        session: id,
        peer: Some(peer),
    })
}
