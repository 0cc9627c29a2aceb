//! Who matches what is typed at the door: people on the list, then people of the register.

use std::sync::Arc;

use super::{Door, Roster, Stage};
use crate::app::App;
use crate::domain::counts::is_there;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::matching::Found;

/// Who matches.
pub struct Hits {
    /// Of those on the list, best first; those who are here come last.
    pub listed: Found<Id>,
    /// Of the register and not on the list: looked for when nobody else can be meant.
    pub others: Found<Id>,
}

impl Hits {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.listed.matches.len() + self.others.matches.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A match by its place, and whether it is on the list.
    pub fn get(&self, index: usize) -> Option<(Id, bool)> {
        let here = self.listed.matches.len();
        let listed = self.listed.matches.get(index).map(|row| (row.key, true));
        let other = || {
            let row = self.others.matches.get(index.checked_sub(here)?)?;
            Some((row.key, false))
        };
        listed.or_else(other)
    }

    /// Who Enter is about: the one chosen, else the one who leads.
    pub fn chosen(&self, selected: usize) -> Option<(Id, bool)> {
        let chosen = self.get(selected).filter(|_| selected > 0);
        let listed = || Some((*self.listed.leader()?, true));
        let other = || {
            let alone = self.listed.matches.is_empty();
            Some((*self.others.leader().filter(|_| alone)?, false))
        };
        chosen.or_else(listed).or_else(other)
    }
}

impl Door {
    /// The people at the door, as they stand now.
    pub fn roster(&self, app: &App) -> Option<Arc<Roster>> {
        let mut kept = self.roster.borrow_mut();
        *kept = Roster::of(app, self.target.meeting?, kept.as_ref());
        kept.clone()
    }

    /// Who matches what was typed.
    pub fn hits(&self, app: &App) -> Hits {
        let none = || Found {
            matches: Vec::new(),
            leads: false,
        };
        let mut hits = Hits {
            listed: none(),
            others: none(),
        };
        let needle = self.needle();
        let Some(roster) = self.roster(app) else {
            return hits;
        };
        if needle.starts_with('+') || self.stage != Stage::Find {
            return hits;
        }
        hits.listed = roster
            .listed()
            .find(needle, |id| is_there(roster.standing(*id)));
        if hits.listed.matches.iter().all(|row| row.sunk) {
            hits.others = roster.others().find(needle, |_| false);
        }
        hits
    }

    /// The organisation whose name was typed: its people can be marked together.
    pub fn organisation(&self, app: &App, hits: &Hits) -> Option<Id> {
        let meeting = self.meeting(app)?;
        let found = &hits.listed;
        let mut of = found
            .matches
            .iter()
            .map(|row| meeting.participants.get(&row.key)?.organisation);
        let first = of.next()??;
        if found.matches.len() < 2 || !of.all(|other| other == Some(first)) {
            return None;
        }
        let row = app.register().organisations.get(&first)?;
        let typed = fold(self.needle().trim());
        let named = [&row.name, &row.short, &row.label];
        named
            .iter()
            .any(|name| !typed.is_empty() && fold(name).starts_with(&typed))
            .then_some(first)
    }
}
