use super::*;
use crate::domain::network::{GroupKind, GroupMember};
use crate::domain::terms::{Finding, Purpose, SecretariatTerm};
use crate::domain::world::{BO, KAREN, ODENSE, id, world};

fn filled() -> crate::domain::world::World {
    let mut world = world(Language::Danish);
    let network = &mut world.network;
    for (bits, text) in [(901, "At dele viden"), (902, "At søge midler sammen")] {
        let row = Purpose {
            id: id(bits),
            text: text.into(),
            ..Purpose::default()
        };
        network.purposes.insert(row.id, row);
    }
    let day = |text: &str| text.parse().ok();
    let terms = Terms {
        id: id(903),
        version: 1,
        way_of_working: "Fire møder om året:\n- to hos værterne\n- to online".into(),
        expected_results: "Mindst to fælles projekter".into(),
        start: day("2026-01-01"),
        evaluation: Some(When::from("2027-11".to_owned())),
        criteria: "Fremmøde\nNytte i hverdagen".into(),
        purposes: vec!["At dele viden".into()],
        adopted_by: "Styregruppen".into(),
        adopted_on: day("2025-12-03"),
        ..Terms::default()
    };
    let draft = Terms {
        id: id(904),
        version: 2,
        adopted_on: None,
        ..terms.clone()
    };
    network.terms.insert(terms.id, terms);
    network.terms.insert(draft.id, draft);
    let finding = Finding {
        id: id(905),
        terms: id(903),
        criterion: "Fremmøde".into(),
        finding: "Ni af tolv kommuner i snit".into(),
        change: "Møderne spredes i regionen".into(),
        on: day("2026-11-20"),
        ..Finding::default()
    };
    network.findings.insert(finding.id, finding);
    let term = SecretariatTerm {
        id: id(906),
        organisation: ODENSE,
        since: Some(When::from("2026-01".to_owned())),
        until: Some(When::from("2027-12".to_owned())),
        ..SecretariatTerm::default()
    };
    network.secretariats.insert(term.id, term);
    for (bits, name, kind) in [
        (907, "Styregruppe", GroupKind::Steering),
        (908, "Arbejdsgruppe om hjemløshed", GroupKind::Working),
    ] {
        let row = Group {
            id: id(bits),
            name: name.into(),
            kind,
            mandate: "Op til 50.000 kr. om året".into(),
            adopted_by: "Styregruppen".into(),
            adopted_on: day("2026-02-01"),
            ..Group::default()
        };
        network.groups.insert(row.id, row);
    }
    for (bits, group, person) in [(909, 907, BO), (910, 908, KAREN)] {
        let row = GroupMember {
            id: id(bits),
            group: id(group),
            person,
            organisation: world.register.people[&person].organisation,
            until: day("2027-12-31"),
            ..GroupMember::default()
        };
        network.group_members.insert(row.id, row);
    }
    world
}

fn source(world: &crate::domain::world::World) -> NetworkSource<'_> {
    NetworkSource {
        secretariat: &world.secretariat,
        register: &world.register,
        network: &world.network,
        id: crate::domain::world::NETWORK,
        today: "2026-11-26".parse().unwrap(),
    }
}

#[test]
fn adopted_terms_say_what_was_adopted_and_who_sits_where() {
    let world = filled();
    let page = super::super::markdown(&terms(&source(&world), Some(1)));
    insta::assert_snapshot!(page);
}

#[test]
fn a_draft_has_the_purposes_of_now_in_english_too() {
    let mut world = filled();
    world.network.head.language = Some(Language::English);
    let page = super::super::text(&terms(&source(&world), None));
    insta::assert_snapshot!(page);
}
