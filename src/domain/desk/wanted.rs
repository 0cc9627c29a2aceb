//! Which rows of the desk a list or a document is about.

use super::{Desk, RepresentationStatus};
use crate::domain::figures::Span;
use crate::domain::id::Id;
use crate::domain::network::Owner;

/// See the module.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Of one network.
    pub network: Option<Id>,
    /// With one person.
    pub person: Option<Id>,
    /// Only those with something to be done.
    pub open: bool,
    /// From the first day to the last.
    pub span: Span,
}

impl Wanted {
    /// All of one network's, or of all.
    pub fn of_network(network: Option<Id>, span: Span) -> Self {
        Self {
            network,
            span,
            ..Self::default()
        }
    }

    fn network(&self, network: Option<Id>) -> bool {
        self.network.is_none() || self.network == network
    }

    fn owner(&self, owner: &Owner) -> bool {
        self.person.is_none_or(|id| *owner == Owner::Person(id))
    }

    /// Takes out of a copy of the desk what is not wanted: the lists and documents are made of the rest.
    pub fn narrow(&self, desk: &mut Desk) {
        desk.enquiries.retain(|_, row| {
            self.network(row.network)
                && self.owner(&row.handler)
                && (!self.open || row.is_open())
                && row.came(self.span)
        });
        let ours = |desk: &Desk, id: Id| {
            let rows = desk.contributors(id, false);
            self.person.is_none() || rows.iter().any(|row| self.owner(&row.who))
        };
        let kept: Vec<Id> = desk
            .representations
            .values()
            .filter(|row| self.network(row.network) && ours(desk, row.id))
            .filter(|row| row.touches(self.span))
            .filter(|row| {
                let over = [RepresentationStatus::Held, RepresentationStatus::Declined];
                !self.open || !over.contains(&row.status)
            })
            .map(|row| row.id)
            .collect();
        desk.representations.retain(|id, _| kept.contains(id));
        if let Some(person) = self.person {
            desk.seats.retain(|_, row| row.person == person);
            desk.contacts.retain(|_, row| row.person == person);
        }
        let seated: Vec<Id> = desk.seats.values().map(|row| row.place).collect();
        let theirs = |id: &Id| self.person.is_none() || seated.contains(id);
        desk.memberships
            .retain(|id, row| self.network(row.network) && theirs(id));
        desk.fora.retain(|id, _| theirs(id));
    }
}
