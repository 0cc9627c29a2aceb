//! Others at work: who they are and where, as far as this screen shows it.

use std::collections::BTreeMap;

use crate::domain::batch::SessionId;
use crate::domain::id::Id;
use crate::domain::peer::{Peer, Spot};

use super::App;
use super::editor::caret::Paragraphs;
use super::screens::Screen;
use super::screens::meeting::Pane;

/// The others' sessions.
pub type Peers = BTreeMap<SessionId, Peer>;

impl App {
    /// Where this screen is, for the others.
    pub fn spot(&self) -> Option<Spot> {
        let Screen::Meeting(screen) = &self.view.screen else {
            let meeting = self.view.meeting()?;
            return Some(Spot {
                meeting,
                item: None,
                entry: None,
            });
        };
        let writing = screen.focus == Pane::Minutes;
        let entry = screen.pencil.caret.map(|caret| caret.place().entry);
        // Nothing was pressed here yet: the caret stands at the end.
        let last = || self.manuscript()?.ids().last().copied();
        Some(Spot {
            meeting: screen.meeting,
            item: screen.item.filter(|_| writing),
            entry: entry.or_else(last).filter(|_| writing),
        })
    }

    /// Another session is somewhere else now, or gone.
    pub(super) fn take_peer(&mut self, session: SessionId, peer: Option<Peer>) {
        let before = match peer {
            Some(peer) => self.view.peers.insert(session, peer),
            None => self.view.peers.remove(&session),
        };
        if before.as_ref() == self.view.peers.get(&session) || self.view.meeting().is_none() {
            self.view.repaint.nothing();
        }
    }

    /// Forgets who was here: the hub will say it again.
    pub(super) fn forget_peers(&mut self) {
        self.view.peers.clear();
    }

    /// The names of those in an item's minutes.
    pub fn names_in(&self, meeting: Id, item: Id) -> Vec<&str> {
        let there = |spot: Spot| spot.meeting == meeting && spot.item == Some(item);
        self.names(|spot| spot.is_some_and(there))
    }

    /// The names of those elsewhere than in an item's minutes.
    pub fn names_outside(&self, meeting: Id, item: Option<Id>) -> Vec<&str> {
        let there = |spot: Spot| item.is_some() && spot.meeting == meeting && spot.item == item;
        self.names(|spot| !spot.is_some_and(there))
    }

    fn names(&self, wanted: impl Fn(Option<Spot>) -> bool) -> Vec<&str> {
        let peers = self.view.peers.values().filter(|peer| wanted(peer.spot));
        let mut names: Vec<&str> = peers.map(|peer| self.name_of(&peer.user)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Whose account it is, where that is known; else the account.
    pub fn name_of<'a>(&'a self, login: &'a str) -> &'a str {
        let known = self.docs.secretariat().and_then(|it| it.user_name(login));
        known.unwrap_or(login)
    }

    /// Whether another's caret is in an entry.
    pub fn is_visited(&self, entry: Id) -> bool {
        let mut peers = self.view.peers.values();
        peers.any(|peer| peer.spot.is_some_and(|spot| spot.entry == Some(entry)))
    }
}
