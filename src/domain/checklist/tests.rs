use super::*;
use crate::domain::network::{Member, MemberRole, NetworkHead};
use crate::domain::plan::Activity;
use crate::domain::register::{Organisation, Person};
use crate::domain::terms::{Purpose, SecretariatTerm, Terms};

fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2026-11-26";

/// Two member organisations, one of them by its people, and the secretariat's own.
fn register() -> Register {
    let mut register = Register::default();
    for (bits, name) in [(1, "Odense"), (2, "Vejle"), (3, "Sekretariatet")] {
        let row = Organisation {
            id: id(bits),
            name: name.into(),
            ..Organisation::default()
        };
        register.organisations.insert(row.id, row);
    }
    for (bits, of) in [(11, 1), (12, 2), (13, 3)] {
        let row = Person {
            id: id(bits),
            organisation: Some(id(of)),
            ..Person::default()
        };
        register.people.insert(row.id, row);
    }
    register
}

fn network() -> Network {
    let mut network = Network {
        head: NetworkHead::default(),
        ..Network::default()
    };
    let member = |bits, person: Option<u128>, organisation: Option<u128>, role| Member {
        id: id(bits),
        person: person.map(id),
        organisation: organisation.map(id),
        role,
        ..Member::default()
    };
    for row in [
        member(21, Some(11), None, MemberRole::Contact),
        member(22, None, Some(2), MemberRole::Member),
        member(23, Some(13), None, MemberRole::Secretary),
    ] {
        network.members.insert(row.id, row);
    }
    network
}

fn missing(network: &Network, plan: &[PlanRow]) -> Vec<Missing> {
    let register = register();
    let sight = Sight {
        network,
        register: &register,
        plan,
        meetings: &[],
        id: id(9),
        today: day(TODAY),
    };
    let rows = checklist(&sight).into_iter();
    rows.flat_map(|row| row.lacks)
        .map(|lack| lack.missing)
        .collect()
}

#[test]
fn a_new_network_lacks_nearly_everything() {
    use Missing::*;
    let lacks = missing(&network(), &[]);
    let wanted = [
        Purpose,
        Terms,
        SteeringGroup,
        Secretariat,
        YearPlan,
        EvaluationDate,
        EvaluationCriteria,
    ];
    assert_eq!(lacks, wanted);
}

fn whole() -> (Network, Vec<PlanRow>) {
    let mut network = network();
    let purpose = Purpose {
        id: id(31),
        text: "Dele viden".into(),
        ..Purpose::default()
    };
    network.purposes.insert(purpose.id, purpose);
    let terms = Terms {
        id: id(32),
        version: 1,
        evaluation: Some(When::from("2027-11".to_owned())),
        criteria: "Nytte".into(),
        adopted_on: Some(day("2026-01-15")),
        ..Terms::default()
    };
    network.terms.insert(terms.id, terms);
    let steering = Group {
        id: id(33),
        kind: GroupKind::Steering,
        ..Group::default()
    };
    let seat = GroupMember {
        id: id(34),
        group: steering.id,
        person: id(11),
        ..GroupMember::default()
    };
    network.groups.insert(steering.id, steering);
    network.group_members.insert(seat.id, seat);
    let term = SecretariatTerm {
        id: id(35),
        organisation: id(1),
        ..SecretariatTerm::default()
    };
    network.secretariats.insert(term.id, term);
    let activity = Activity {
        id: id(36),
        when: Some(When::from("2027-03".to_owned())),
        purpose: "Metode".into(),
        product: "En vejledning".into(),
        serves: vec![id(31)],
        ..Activity::default()
    };
    let plan = vec![PlanRow {
        activity,
        ..PlanRow::default()
    }];
    (network, plan)
}

#[test]
fn a_network_can_have_it_all() {
    let (network, plan) = whole();
    assert_eq!(missing(&network, &plan), []);
}

#[test]
fn a_working_group_lacks_those_who_named_nobody_and_its_mandate() {
    let (mut network, plan) = whole();
    let group = Group {
        id: id(41),
        name: "Hjemløshed".into(),
        ..Group::default()
    };
    let seat = GroupMember {
        id: id(42),
        group: group.id,
        person: id(11),
        until: Some(day("2026-12-31")),
        ..GroupMember::default()
    };
    network.group_members.insert(seat.id, seat);
    let unnamed = network.unnamed(&group, &register(), day(TODAY));
    assert_eq!(
        unnamed,
        [id(2)],
        "Odense has one, the secretariat needs none"
    );
    network.groups.insert(group.id, group);
    let wanted = [Missing::GroupSeat, Missing::Mandate, Missing::SeatEnds];
    assert_eq!(missing(&network, &plan), wanted);
}

#[test]
fn an_evaluation_is_asked_for_on_its_day_until_every_criterion_has_a_finding() {
    let (mut network, plan) = whole();
    let terms = network.terms.get_mut(&id(32)).unwrap();
    terms.evaluation = Some(When::from("2026-11".to_owned()));
    assert_eq!(missing(&network, &plan), [Missing::EvaluationDue]);
    let finding = crate::domain::terms::Finding {
        id: id(51),
        terms: id(32),
        criterion: "Nytte".into(),
        ..Default::default()
    };
    network.findings.insert(finding.id, finding);
    assert_eq!(missing(&network, &plan), []);
}

#[test]
fn the_secretariats_end_is_said_unless_the_next_is_named() {
    let (mut network, plan) = whole();
    let term = network.secretariats.get_mut(&id(35)).unwrap();
    term.until = Some(When::from("2026-12".to_owned()));
    assert_eq!(missing(&network, &plan), [Missing::SecretariatEnds]);
    let next = SecretariatTerm {
        id: id(37),
        organisation: id(2),
        since: Some(When::from("2027-01".to_owned())),
        ..SecretariatTerm::default()
    };
    network.secretariats.insert(next.id, next);
    assert_eq!(missing(&network, &plan), []);
}

#[test]
fn a_purpose_without_activities_and_an_activity_without_product_are_said() {
    let (network, mut plan) = whole();
    plan[0].activity.serves.clear();
    plan[0].activity.product.clear();
    let wanted = [Missing::ActivityProduct, Missing::PurposeServed];
    assert_eq!(missing(&network, &plan), wanted);
}
