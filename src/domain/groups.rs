//! Who sits in a network's groups, who has named nobody, and what ends by itself.
//!
//! It must not know words or the screen; callers give the day.

use chrono::NaiveDate;

use super::checklist::Missing;
use super::folding::sort_key;
use super::id::Id;
use super::network::{Group, GroupKind, GroupMember, MemberRole, Network};
use super::register::Register;
use super::terms::SecretariatTerm;

impl Network {
    /// Groups, in the order of their kinds: the steering group first.
    pub fn live_groups(&self) -> Vec<&Group> {
        let mut rows: Vec<&Group> = self.groups.values().filter(|row| !row.removed).collect();
        rows.sort_by(|left, right| {
            let key = |row: &Group| (row.kind != GroupKind::Steering, row.kind);
            (key(left).cmp(&key(right)))
                .then_with(|| left.name.cmp(&right.name))
                .then_with(|| left.id.cmp(&right.id))
        });
        rows
    }

    /// The seats of a group on a day.
    pub fn seats_on(&self, group: Id, day: NaiveDate) -> impl Iterator<Item = &GroupMember> {
        self.group_members.values().filter(move |row| {
            !row.removed
                && row.group == group
                && row.from.is_none_or(|from| from <= day)
                && row.until.is_none_or(|until| day <= until)
        })
    }

    /// The organisations that are members on a day, by themselves or by their people; not those
    /// who only follow or are of the secretariat.
    pub fn organisations_on(&self, register: &Register, day: NaiveDate) -> Vec<Id> {
        let of = |person: Id| register.people.get(&person)?.organisation;
        let mut rows: Vec<Id> = self
            .members_on(day)
            .filter(|row| !matches!(row.role, MemberRole::Observer | MemberRole::Secretary))
            .filter_map(|row| row.organisation.or_else(|| row.person.and_then(of)))
            .collect();
        rows.sort_by_cached_key(|id| {
            let name = register.organisation_name(*id);
            (sort_key(name), *id)
        });
        rows.dedup();
        rows
    }

    /// The member organisations that have named nobody to a group: of working and contact groups,
    /// which have one of each.
    pub fn unnamed(&self, group: &Group, register: &Register, day: NaiveDate) -> Vec<Id> {
        if !matches!(group.kind, GroupKind::Working | GroupKind::Contact) {
            return Vec::new();
        }
        let of = |row: &GroupMember| {
            let own = register.people.get(&row.person);
            row.organisation.or(own.and_then(|it| it.organisation))
        };
        let named: Vec<Id> = self.seats_on(group.id, day).filter_map(of).collect();
        let all = self.organisations_on(register, day).into_iter();
        all.filter(|id| !named.contains(id)).collect()
    }

    /// The days something ends or is due by itself, whatever the day is now: the evaluation, the
    /// secretariat's time where nobody is named after, seats in groups.
    pub fn days_ahead(&self) -> Vec<(Missing, NaiveDate)> {
        let mut days = Vec::new();
        let evaluation = self.evaluation_due();
        days.extend(evaluation.map(|day| (Missing::EvaluationDue, day)));
        let last = |row: &&SecretariatTerm| match &row.until {
            Some(until) => until.last_day().unwrap_or(NaiveDate::MAX),
            None => NaiveDate::MAX,
        };
        let latest = self.secretariat_terms().into_iter().max_by_key(last);
        let ends = latest
            .as_ref()
            .map(last)
            .filter(|day| *day < NaiveDate::MAX);
        days.extend(ends.map(|day| (Missing::SecretariatEnds, day)));
        let live = |group: &Id| self.groups.get(group).is_some_and(|row| !row.removed);
        let seats = self.group_members.values();
        let seats = seats.filter(|row| !row.removed && live(&row.group));
        days.extend(seats.filter_map(|row| Some((Missing::SeatEnds, row.until?))));
        let resources = self.resource_list().into_iter();
        let due = resources.filter_map(|row| Some((Missing::ReviewDue, row.review_due()?)));
        days.extend(due);
        days
    }

    /// The day the terms in force are to be evaluated, while criteria stand without a finding.
    pub fn evaluation_due(&self) -> Option<NaiveDate> {
        let terms = self.terms_in_force()?;
        let day = terms.evaluation.as_ref()?.first_day()?;
        (!self.open_criteria(terms).is_empty()).then_some(day)
    }
}
