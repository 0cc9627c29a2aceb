//! Days on which several networks that share members want their people.

use chrono::NaiveDate;

use super::{ActivityStatus, PlanRow};
use crate::domain::id::Id;
use crate::domain::network::{Member, Network};
use crate::domain::register::Register;
use crate::domain::when::When;

/// Something else on a day, and how many of a network's members are wanted there too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clash<'a> {
    /// What else is on that day.
    pub row: &'a PlanRow,
    /// Members of both networks.
    pub shared: usize,
}

/// What other networks that share members with a network have on a day.
pub fn clashes<'a>(
    own: Id,
    day: NaiveDate,
    rows: &'a [PlanRow],
    networks: &[(Id, &Network)],
    register: &Register,
) -> Vec<Clash<'a>> {
    let network = |id: Id| networks.iter().find(|(known, _)| *known == id);
    let Some((_, mine)) = network(own) else {
        return Vec::new();
    };
    let others = rows
        .iter()
        .filter(|row| row.network != own && is_on(row, day));
    others
        .filter_map(|row| {
            let (_, theirs) = network(row.network)?;
            let shared = shared(mine, theirs, day, register);
            (shared > 0).then_some(Clash { row, shared })
        })
        .collect()
}

/// Only what has its day: a month is no clash.
fn is_on(row: &PlanRow, day: NaiveDate) -> bool {
    let on = match &row.activity.when {
        Some(When::Day(other)) => *other == day,
        Some(When::Days(first, last)) => *first <= day && day <= *last,
        _ => false,
    };
    on && row.activity.status != ActivityStatus::Cancelled
}

fn shared(mine: &Network, theirs: &Network, day: NaiveDate, register: &Register) -> usize {
    let organisation = |member: &Member| {
        let person = member.person.and_then(|id| register.people.get(&id));
        member
            .organisation
            .or(person.and_then(|row| row.organisation))
    };
    let same = |left: &Member, right: &Member| match (left.person, right.person) {
        (Some(left), Some(right)) => left == right,
        _ => organisation(left).is_some() && organisation(left) == organisation(right),
    };
    mine.members_on(day)
        .filter(|left| theirs.members_on(day).any(|right| same(left, right)))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Activity;

    #[test]
    fn networks_that_share_members_clash_on_a_day() {
        let id = Id::from_bits;
        let member = |bits, person: u128| Member {
            id: id(bits),
            person: Some(id(person)),
            ..Member::default()
        };
        let of = |people: &[u128]| {
            let mut network = Network::default();
            for (bits, person) in people.iter().enumerate() {
                let row = member(bits as u128 + 1, *person);
                network.members.insert(row.id, row);
            }
            network
        };
        let (mine, theirs, strangers) = (of(&[1, 2, 3]), of(&[2, 3, 9]), of(&[8]));
        let networks = [(id(1), &mine), (id(2), &theirs), (id(3), &strangers)];
        let row = |network, when: &str| PlanRow {
            network: id(network),
            activity: Activity {
                when: Some(When::from(when.to_owned())),
                ..Activity::default()
            },
            ..PlanRow::default()
        };
        let rows = [
            row(1, "2027-01-14"),
            row(2, "2027-01-14"),
            row(2, "2027-01-13..2027-01-15"),
            row(2, "2027-01"),
            row(3, "2027-01-14"),
        ];
        let day = NaiveDate::from_ymd_opt(2027, 1, 14).unwrap();
        let register = Register::default();
        let found = clashes(id(1), day, &rows, &networks, &register);
        let shared: Vec<usize> = found.iter().map(|clash| clash.shared).collect();
        assert_eq!(shared, [2, 2]);
    }
}
