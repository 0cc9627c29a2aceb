use super::*;
use crate::domain::fold::Doc;
use crate::domain::op::{DocId, Edit, Op};
use crate::domain::register::{Person, Register};
use crate::domain::when::Month;

fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn add(bits: u128) -> Op {
    Op::Desk(Edit::Add(DeskRecord::Enquiry(Enquiry {
        id: id(bits),
        year: 2026,
        ..Enquiry::default()
    })))
}

#[test]
fn enquiries_are_numbered_in_the_journals_order() {
    let mut doc = Doc::empty(DocId::Desk);
    doc.apply(&add(7));
    doc.apply(&add(3));
    let removal = DeskChange::Enquiry(EnquiryField::Removed(crate::domain::draft::mark(true)));
    doc.apply(&Op::Desk(Edit::Set {
        id: id(3),
        change: removal,
    }));
    doc.apply(&add(9));
    doc.foresee(&add(1));
    let Doc::Desk(desk) = doc else {
        panic!("no desk");
    };
    let label = |bits: u128| desk.enquiries[&id(bits)].label();
    assert_eq!(
        [7, 3, 9, 1].map(label),
        ["e-2026-1", "e-2026-2", "e-2026-3", "e-2026-~1"]
    );
    assert_eq!(desk.enquiry(" E-2026-3 ").unwrap().id, id(9));
    assert!(desk.enquiry("e-2026-2").is_none());
}

#[test]
fn open_enquiries_come_first_by_deadline() {
    let mut desk = Desk::default();
    for (bits, deadline, closed) in [
        (1, None, None),
        (2, Some(day(12, 1)), None),
        (3, Some(day(11, 1)), Some(day(10, 1))),
        (4, Some(day(11, 20)), None),
    ] {
        let row = Enquiry {
            id: id(bits),
            deadline: deadline.map(Due::Day),
            closed_on: closed,
            ..Enquiry::default()
        };
        desk.enquiries.insert(row.id, row);
    }
    let order: Vec<Id> = desk.enquiry_list().iter().map(|row| row.id).collect();
    assert_eq!(order, [4, 2, 1, 3].map(id));
    assert!(desk.enquiries[&id(4)].is_late(day(11, 21)));
    assert!(!desk.enquiries[&id(4)].is_late(day(11, 20)));
    assert!(!desk.enquiries[&id(3)].is_late(day(11, 21)));
    assert_eq!(desk.state(&desk.enquiries[&id(4)]), EnquiryState::Received);
    let sent = Forwarding {
        id: id(8),
        enquiry: id(4),
        ..Forwarding::default()
    };
    desk.forwardings.insert(sent.id, sent);
    assert_eq!(desk.state(&desk.enquiries[&id(4)]), EnquiryState::Forwarded);
}

#[test]
fn the_desk_reminds_of_what_ends() {
    let mut desk = Desk::default();
    let mut register = Register::default();
    let person = Person {
        id: id(1),
        name: "Karen Lund".to_owned(),
        ..Person::default()
    };
    register.people.insert(person.id, person);
    let membership = Membership {
        id: id(2),
        name: "European Social Network".to_owned(),
        ..Membership::default()
    };
    desk.memberships.insert(membership.id, membership);
    let seat = Seat {
        id: id(3),
        place: id(2),
        person: id(1),
        until: Month::new(2026, 12).map(When::Month),
        ..Seat::default()
    };
    desk.seats.insert(seat.id, seat);
    let idea = Representation {
        id: id(4),
        title: "In their shoes".to_owned(),
        call: Some(Due::Day(day(12, 20))),
        ..Representation::default()
    };
    desk.representations.insert(idea.id, idea);
    let said = |today| -> Vec<(Subject, String)> {
        let rows = desk.reminders(&register, today);
        rows.into_iter()
            .map(|row| {
                (
                    row.subject,
                    format!("{} {} {}", row.title, row.detail, row.due),
                )
            })
            .collect()
    };
    assert_eq!(said(day(10, 1)), []);
    let term = "European Social Network Karen Lund 2026-12-31".to_owned();
    assert_eq!(said(day(11, 2)), [(Subject::Term, term.clone())]);
    let call = "In their shoes  2026-12-20".to_owned();
    assert_eq!(
        said(day(12, 1)),
        [(Subject::Call, call), (Subject::Term, term)]
    );
    if let Some(membership) = desk.memberships.get_mut(&id(2)) {
        membership.removed = true;
    }
    let left = desk.reminders(&register, day(12, 1)).into_iter();
    let left: Vec<Subject> = left.map(|row| row.subject).collect();
    assert_eq!(left, [Subject::Call]);
}
