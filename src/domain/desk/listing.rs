//! The desk's lists in their order: memberships with their seats, representations by year, contacts, fora as a tree.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{Contact, Contributor, Desk, Forum, Membership, Representation, Seat};
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::register::Register;

/// So deep do fora stand below each other; deeper ones, and those in a ring, are listed at this depth.
const DEEPEST: usize = 4;

impl Representation {
    /// The year it is listed under; none while it has no date.
    pub fn year(&self) -> Option<i32> {
        let day = self.when.as_ref()?.first_day()?;
        Some(chrono::Datelike::year(&day))
    }

    /// Its links to materials.
    pub fn link_list(&self) -> impl Iterator<Item = &str> {
        let lines = self.links.lines().map(str::trim);
        lines.filter(|line| !line.is_empty())
    }

    /// Whether it may touch any of these days; one without a date touches none.
    pub fn touches(&self, (from, to): (Option<NaiveDate>, Option<NaiveDate>)) -> bool {
        let when = self.when.as_ref();
        let first = when.and_then(|when| when.first_day());
        let last = when.and_then(|when| when.last_day());
        match first.zip(last) {
            Some((first, last)) => {
                to.is_none_or(|to| first <= to) && from.is_none_or(|from| from <= last)
            }
            None => from.is_none() && to.is_none(),
        }
    }
}

impl Desk {
    /// Memberships by name.
    pub fn membership_list(&self) -> Vec<&Membership> {
        let rows = self.memberships.values().filter(|row| !row.removed);
        let mut rows: Vec<&Membership> = rows.collect();
        rows.sort_by_cached_key(|row| (sort_key(&row.name), row.id));
        rows
    }

    /// The seats held in a membership or a forum, by name.
    pub fn seats_in(&self, place: Id, register: &Register) -> Vec<&Seat> {
        let rows = self.seats.values();
        let mut rows: Vec<&Seat> = rows
            .filter(|row| !row.removed && row.place == place)
            .collect();
        rows.sort_by_cached_key(|row| (row.role, sort_key(register.name_of(row.person)), row.id));
        rows
    }

    /// Representations, the latest year first and within it in the order of the calendar; those without a date before
    /// all.
    pub fn representation_list(&self) -> Vec<&Representation> {
        let rows = self.representations.values().filter(|row| !row.removed);
        let mut rows: Vec<&Representation> = rows.collect();
        rows.sort_by_cached_key(|row| {
            let year = row.year();
            let when = row.when.as_ref().map(|when| when.calendar_key());
            (
                year.is_some(),
                Reverse(year),
                when,
                sort_key(&row.title),
                row.id,
            )
        });
        rows
    }

    /// Who takes part in a representation: ours, or the partners.
    pub fn contributors(&self, representation: Id, partners: bool) -> Vec<&Contributor> {
        let rows = self.contributors.values();
        let mut rows: Vec<&Contributor> = rows
            .filter(|row| !row.removed && row.representation == representation)
            .filter(|row| row.partner == partners)
            .collect();
        rows.sort_by_key(|row| row.id);
        rows
    }

    /// Their names in order; who was erased has none.
    pub fn contributor_list<'a>(
        &'a self,
        representation: Id,
        partners: bool,
        register: &'a Register,
    ) -> Vec<&'a str> {
        let rows = self.contributors(representation, partners).into_iter();
        let names = rows.map(|row| row.who.name(register));
        let mut names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        names.sort_by_cached_key(|name| sort_key(name));
        names
    }

    /// Their names, as a list in one line.
    pub fn contributor_names(
        &self,
        representation: Id,
        partners: bool,
        register: &Register,
    ) -> String {
        self.contributor_list(representation, partners, register)
            .join("; ")
    }

    /// Contact persons by the office that appointed them, then by name.
    pub fn contact_list(&self, register: &Register) -> Vec<&Contact> {
        let rows = self.contacts.values().filter(|row| !row.removed);
        let mut rows: Vec<&Contact> = rows.collect();
        rows.sort_by_cached_key(|row| {
            let office = row.office.name(register);
            let name = register.name_of(row.person);
            (office.is_empty(), sort_key(office), sort_key(name), row.id)
        });
        rows
    }

    /// Fora as a tree, each with how many stand above it. One whose place above is gone stands at the top.
    pub fn forum_list(&self) -> Vec<(&Forum, usize)> {
        let mut list = Vec::new();
        let live = |id: &Id| self.fora.get(id).is_some_and(|row| !row.removed);
        self.below(&|parent| parent.is_none_or(|id| !live(&id)), 0, &mut list);
        // A ring of fora has no top: its members are listed all the same.
        for row in self.fora.values().filter(|row| !row.removed) {
            if !list.iter().any(|(there, _)| there.id == row.id) {
                list.push((row, 0));
            }
        }
        list
    }

    /// Whether a place is a forum, or stands below it.
    pub fn is_below(&self, place: Id, forum: Id) -> bool {
        let mut here = Some(place);
        for _ in 0..=self.fora.len() {
            match here {
                Some(id) if id == forum => return true,
                Some(id) => here = self.fora.get(&id).and_then(|row| row.parent),
                None => return false,
            }
        }
        false
    }

    fn below<'a>(
        &'a self,
        wanted: &dyn Fn(Option<Id>) -> bool,
        depth: usize,
        list: &mut Vec<(&'a Forum, usize)>,
    ) {
        let rows = self.fora.values().filter(|row| !row.removed);
        let mut rows: Vec<&Forum> = rows.filter(|row| wanted(row.parent)).collect();
        rows.sort_by_cached_key(|row| (sort_key(&row.name), row.id));
        for row in rows {
            list.push((row, depth));
            if depth < DEEPEST {
                self.below(&|parent| parent == Some(row.id), depth + 1, list);
            }
        }
    }
}
