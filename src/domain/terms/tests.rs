use super::*;
use crate::domain::fold::{Doc, Outcome};
use crate::domain::network::{NetworkRecord, NetworkTable};
use crate::domain::op::{DocId, Edit, Op};
use crate::domain::record::{Document, RecordKey};

fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

fn add(doc: &mut Doc, record: impl Into<NetworkRecord>) {
    let op = Op::Network(Edit::Add(record.into()));
    assert_eq!(doc.apply(&op), Outcome::Applied);
}

fn set(doc: &mut Doc, bits: u128, change: impl Into<NetworkChange>) -> Outcome {
    let change = change.into();
    doc.apply(&Op::Network(Edit::Set {
        id: id(bits),
        change,
    }))
}

fn terms(bits: u128) -> Terms {
    Terms {
        id: id(bits),
        ..Terms::default()
    }
}

fn network(doc: &Doc) -> &Network {
    match doc {
        Doc::Network(network) => network,
        _ => panic!("no network"),
    }
}

#[test]
fn adopted_terms_stand_as_they_were_until_the_adoption_is_taken_back() {
    let mut doc = Doc::empty(DocId::Network(id(9)));
    add(&mut doc, terms(1));
    add(&mut doc, terms(2));
    let row = terms(1);
    let way = || TermsField::way_of_working(&row, "Fire møder om året".into());
    let adopted = TermsField::adopted_on(&row, "2026-12-03".parse().ok());
    assert_eq!(set(&mut doc, 1, way()), Outcome::Applied);
    assert_eq!(set(&mut doc, 1, adopted.clone()), Outcome::Applied);
    let other = TermsField::criteria(&row, "Fremmøde".into());
    assert_eq!(set(&mut doc, 1, other.clone()), Outcome::DidNotFit);
    assert_eq!(
        set(&mut doc, 2, way()),
        Outcome::Applied,
        "the draft is free"
    );
    let versions: Vec<u32> = network(&doc)
        .versions()
        .iter()
        .map(|it| it.version)
        .collect();
    assert_eq!(versions, [2, 1]);
    assert_eq!(network(&doc).terms_in_force().map(|it| it.id), Some(id(1)));
    assert_eq!(network(&doc).draft_terms().map(|it| it.id), Some(id(2)));
    let key = RecordKey {
        table: NetworkTable::Terms as u8,
        id: id(1),
    };
    assert!(network(&doc).record(key).is_some());
    use crate::domain::record::FieldChange;
    assert_eq!(set(&mut doc, 1, adopted.inverse()), Outcome::Applied);
    assert_eq!(set(&mut doc, 1, other), Outcome::Applied);
}

#[test]
fn a_secretariat_is_held_within_its_months() {
    let term = SecretariatTerm {
        since: Some(When::from("2026-01".to_owned())),
        until: Some(When::from("2027-12".to_owned())),
        ..SecretariatTerm::default()
    };
    let held = ["2025-12-31", "2026-01-01", "2027-12-31", "2028-01-01"];
    let held = held.map(|day| term.holds(day.parse().unwrap()));
    assert_eq!(held, [false, true, true, false]);
}

#[test]
fn what_nothing_was_found_by_is_open() {
    let mut doc = Network::default();
    let row = Terms {
        criteria: "Fremmøde\n\n  Nytte \n".into(),
        ..terms(1)
    };
    let finding = Finding {
        id: id(5),
        terms: id(1),
        criterion: "Fremmøde".into(),
        ..Finding::default()
    };
    doc.findings.insert(finding.id, finding);
    assert_eq!(doc.open_criteria(&row), ["Nytte"]);
}
