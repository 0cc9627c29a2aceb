use super::*;
use crate::domain::attendance::PresenceKind::{Apologies, Arrived, Left, Online};
use crate::domain::attendance::Rsvp;
use crate::domain::desk::Enquiry;
use crate::domain::fixture::{Builder, id};
use crate::domain::network::ActionItem;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn held(number: u128, date: &str, build: impl FnOnce(Builder) -> Builder) -> Option<Turnout> {
    let mut meeting = build(Builder::new()).done();
    meeting.head.date = Some(day(date));
    Turnout::of(id(number), "nims-2026-1", &meeting)
}

#[test]
fn who_came_and_left_again_came() {
    let turnout = held(1, "2026-03-12", |meeting| {
        meeting
            .person(1, 10, Rsvp::Yes)
            .person(2, 10, Rsvp::Yes)
            .person(3, 11, Rsvp::Yes)
            .person(4, 12, Rsvp::Yes)
            .event(1, Arrived, "09:20")
            .event(1, Left, "10:20")
            .event(2, Online, "09:20")
            .event(3, Apologies, "08:00")
    });
    let turnout = turnout.unwrap();
    assert_eq!((turnout.invited, turnout.came, turnout.online), (4, 2, 1));
    assert_eq!((turnout.apologies, turnout.absent), (1, 1));
    let rows = [(id(10), 2, 2), (id(11), 1, 0), (id(12), 1, 0)];
    assert_eq!(turnout.organisations, rows);
}

#[test]
fn a_meeting_that_was_not_held_is_not_counted() {
    assert_eq!(
        held(1, "2026-03-12", |meeting| meeting.person(1, 10, Rsvp::Yes)),
        None
    );
    let mut meeting = Builder::new()
        .person(1, 10, Rsvp::Yes)
        .event(1, Arrived, "09:20")
        .done();
    meeting.head.date = Some(day("2026-03-12"));
    meeting.head.cancelled = Some("sne".to_owned());
    assert_eq!(Turnout::of(id(1), "", &meeting), None);
}

#[test]
fn an_organisation_is_counted_where_it_was_invited() {
    let first = held(1, "2026-01-12", |meeting| {
        meeting.person(1, 10, Rsvp::Yes).event(1, Arrived, "09:20")
    });
    let second = held(2, "2026-03-12", |meeting| {
        meeting
            .person(1, 10, Rsvp::Yes)
            .person(2, 11, Rsvp::Yes)
            .event(2, Arrived, "09:20")
    });
    let figures = Figures {
        meetings: [first, second].into_iter().flatten().collect(),
        ..Figures::default()
    };
    let rows = figures.organisations();
    let said: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.organisation,
                row.came,
                row.invited,
                row.by_meeting.clone(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            (id(11), 1, 1, vec![None, Some(1)]),
            (id(10), 1, 2, vec![Some(1), Some(0)]),
        ]
    );
    let later = figures.within((Some(day("2026-02-01")), None));
    assert_eq!(later.meetings.len(), 1);
}

#[test]
fn what_was_opened_before_is_open_until_it_is_closed() {
    let mut network = Network::default();
    for (bits, meeting, closed, status) in [
        (1, Some(1), None, ActionStatus::Open),
        (2, Some(1), Some("2026-03-02"), ActionStatus::Done),
        (3, Some(2), Some("2026-03-31"), ActionStatus::Dropped),
        (4, None, None, ActionStatus::Open),
    ] {
        let row = ActionItem {
            id: id(bits),
            meeting: meeting.map(id),
            closed_on: closed.map(day),
            status,
            ..ActionItem::default()
        };
        network.actions.insert(row.id, row);
    }
    let mut figures = Figures::default();
    let held = |meeting| match meeting == id(1) {
        true => Some(day("2026-01-12")),
        false => Some(day("2026-03-12")),
    };
    figures.add_actions(&network, held);
    let said = |span| -> Vec<(String, u32, u32, u32)> {
        let rows = figures.flow(span).into_iter();
        rows.map(|row| (row.bucket.name(), row.opened, row.closed, row.open))
            .collect()
    };
    let january = ("2026-01".to_owned(), 2, 0, 2);
    let march = ("2026-03".to_owned(), 1, 2, 1);
    assert_eq!(
        said((None, None)),
        [january, ("2026-02".to_owned(), 0, 0, 2), march.clone()]
    );
    assert_eq!(said((Some(day("2026-03-01")), None)), [march]);
    assert_eq!(figures.undated(), 1);
    assert_eq!(figures.years(), [2026]);
}

#[test]
fn enquiries_are_counted_by_kind_and_country() {
    let mut desk = Desk::default();
    for (bits, kind, country, closed) in [
        (1, EnquiryKind::Visit, "NO", false),
        (2, EnquiryKind::Visit, "", true),
        (3, EnquiryKind::Speaker, "", true),
        (4, EnquiryKind::Visit, "BE", true),
    ] {
        let row = Enquiry {
            id: id(bits),
            kind,
            country: country.to_owned(),
            closed_on: closed.then(|| day("2026-05-01")),
            network: (bits == 4).then(|| id(9)),
            ..Enquiry::default()
        };
        desk.enquiries.insert(row.id, row);
    }
    let mut figures = Figures::default();
    figures.add_enquiries(&desk, None);
    let kinds = figures.kinds();
    let kinds: Vec<_> = kinds
        .iter()
        .map(|row| (row.of, row.count, row.handled))
        .collect();
    assert_eq!(
        kinds,
        [(EnquiryKind::Visit, 3, 2), (EnquiryKind::Speaker, 1, 1)]
    );
    let countries = figures.countries();
    let countries: Vec<_> = countries
        .iter()
        .map(|row| (row.of.as_str(), row.count))
        .collect();
    assert_eq!(countries, [("BE", 1), ("NO", 1), ("", 2)]);
    let mut own = Figures::default();
    own.add_enquiries(&desk, Some(id(9)));
    assert_eq!(own.enquiries.len(), 1);
}

#[test]
fn the_stretches_are_as_short_as_can_be_told_apart() {
    for (first, last, names) in [
        ("2024-02-29", "2024-04-01", ["2024-02", "2024-04"]),
        ("2025-11-30", "2026-12-01", ["2025-Q4", "2026-Q4"]),
        ("2020-12-31", "2026-01-01", ["2020", "2026"]),
    ] {
        let all = buckets(day(first), day(last));
        let ends = [all.first(), all.last()].map(|bucket| bucket.unwrap().name());
        assert_eq!(ends, names);
        assert!(all.len() <= 13);
    }
    assert_eq!(
        buckets(day("2024-02-29"), day("2024-02-29"))[0].last(),
        day("2024-02-29")
    );
    assert!(buckets(day("2024-03-01"), day("2024-02-01")).is_empty());
}
