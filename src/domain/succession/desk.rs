//! What of the desk moves from one person to another: seats, the contact group, enquiries, representations to come.

use crate::domain::desk::{
    ContactField, ContributorField, Desk, DeskChange, EnquiryField, ForwardingField,
    MembershipField, RepresentationStatus, SeatField,
};
use crate::domain::draft::set_on_desk;
use crate::domain::id::Id;
use crate::domain::network::Owner;
use crate::domain::op::DocOp;

/// `old` becomes `new`: where somebody only takes over, what is done with keeps its name.
pub fn hand_over(desk: &Desk, old: Id, new: Id, all: bool) -> Vec<DocOp> {
    let (was, is) = (Owner::Person(old), Owner::Person(new));
    let mut changes: Vec<(Id, DeskChange)> = Vec::new();
    for row in desk.seats.values().filter(|row| !row.removed) {
        if row.person == old {
            changes.push((row.id, SeatField::person(row, new).into()));
        }
    }
    for row in desk.contacts.values().filter(|row| !row.removed) {
        if row.person == old {
            changes.push((row.id, ContactField::person(row, new).into()));
        }
        if row.office == was {
            changes.push((row.id, ContactField::office(row, is.clone()).into()));
        }
    }
    for row in desk.memberships.values().filter(|row| row.contact == was) {
        changes.push((row.id, MembershipField::contact(row, is.clone()).into()));
    }
    for row in desk.enquiries.values().filter(|row| all || row.is_open()) {
        if row.handler == was {
            changes.push((row.id, EnquiryField::handler(row, is.clone()).into()));
        }
        if row.sender == was && all {
            changes.push((row.id, EnquiryField::sender(row, is.clone()).into()));
        }
    }
    for row in desk.forwardings.values().filter(|_| all) {
        if row.recipient == was {
            changes.push((row.id, ForwardingField::recipient(row, is.clone()).into()));
        }
    }
    for row in desk.contributors.values().filter(|row| row.who == was) {
        let over = [RepresentationStatus::Held, RepresentationStatus::Declined];
        let of = desk.representations.get(&row.representation);
        if all || of.is_some_and(|of| !over.contains(&of.status)) {
            changes.push((row.id, ContributorField::who(row, is.clone()).into()));
        }
    }
    let changes = changes.into_iter();
    changes
        .map(|(id, change)| set_on_desk(id, change))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::desk::{Contributor, Enquiry, Representation, Seat};
    use chrono::NaiveDate;

    fn id(bits: u128) -> Id {
        Id::from_bits(bits)
    }

    #[test]
    fn who_takes_over_gets_what_is_not_done_with() {
        let mut desk = Desk::default();
        let seat = Seat {
            id: id(10),
            person: id(1),
            ..Seat::default()
        };
        desk.seats.insert(seat.id, seat);
        for (bits, closed) in [(20, None), (21, NaiveDate::from_ymd_opt(2026, 1, 1))] {
            let row = Enquiry {
                id: id(bits),
                handler: Owner::Person(id(1)),
                closed_on: closed,
                ..Enquiry::default()
            };
            desk.enquiries.insert(row.id, row);
        }
        for (bits, status) in [
            (30, RepresentationStatus::Held),
            (31, RepresentationStatus::Idea),
        ] {
            let row = Representation {
                id: id(bits),
                status,
                ..Representation::default()
            };
            desk.representations.insert(row.id, row);
            let who = Contributor {
                id: id(bits + 10),
                representation: id(bits),
                who: Owner::Person(id(1)),
                ..Contributor::default()
            };
            desk.contributors.insert(who.id, who);
        }
        let touched = |all| -> Vec<Id> {
            let ops = hand_over(&desk, id(1), id(2), all);
            ops.iter().map(|op| op.op.touched()[0].id).collect()
        };
        assert_eq!(touched(false), [10, 20, 41].map(id));
        assert_eq!(touched(true), [10, 20, 21, 40, 41].map(id));
    }
}
