//! A meeting goes out and comes back.

use std::collections::BTreeMap;

use super::*;
use crate::documents;
use crate::documents::json::Scope;
use crate::domain::fold::{Doc, Outcome};
use crate::domain::meeting::Meeting;
use crate::domain::op::DocId;
use crate::domain::pos::Pos;
use crate::domain::terms::Purpose;
use crate::domain::world::{self, MEETING, NETWORK, World, id, world};

/// What the invented meeting looks like as JSON: the very text the other way is tested with.
fn file() -> String {
    let shot = include_str!(
        "../../documents/json/snapshots/referent__documents__json__tests__a_meeting_has_the_fields_scripts_rely_on.snap"
    );
    shot.splitn(3, "---\n").nth(2).unwrap().to_owned()
}

fn ids() -> impl FnMut() -> Id {
    let mut next = 7000;
    move || {
        next += 1;
        id(next)
    }
}

fn apply(import: &Import, docs: &mut BTreeMap<DocId, Doc>) {
    for op in &import.ops {
        let doc = docs.entry(op.doc).or_insert_with(|| Doc::empty(op.doc));
        assert_eq!(doc.apply(&op.op), Outcome::Applied, "{op:?}");
    }
}

fn meeting(docs: &BTreeMap<DocId, Doc>, id: Id) -> Meeting {
    match docs.get(&DocId::Meeting(id)) {
        Some(Doc::Meeting(meeting)) => meeting.clone(),
        _ => panic!("no meeting"),
    }
}

/// Places are new in every copy; only their order counts.
fn without_places(mut meeting: Meeting) -> Meeting {
    meeting
        .items
        .values_mut()
        .for_each(|row| row.pos = Pos::default());
    meeting
        .entries
        .values_mut()
        .for_each(|row| row.pos = Pos::default());
    meeting
        .speakers
        .values_mut()
        .for_each(|row| row.pos = Pos::default());
    meeting
        .annexes
        .values_mut()
        .for_each(|row| row.pos = Pos::default());
    meeting
        .practicals
        .values_mut()
        .for_each(|row| row.pos = Pos::default());
    meeting
}

fn ground(world: &World, taken: bool) -> Ground<'_> {
    Ground {
        secretariat: &world.secretariat,
        register: &world.register,
        network: Some((NETWORK, &world.network)),
        taken,
    }
}

#[test]
fn a_meeting_comes_back_as_it_was() {
    let world = world(Language::Danish);
    let mut elsewhere = world::world(Language::Danish);
    elsewhere.network.actions.clear();
    elsewhere.network.meetings.clear();
    let object = read(file().as_bytes()).unwrap();
    let import = ops(&object, &ground(&elsewhere, false), &mut ids()).unwrap();
    assert!(import.people.is_empty() && import.organisations.is_empty() && !import.new_network);
    let mut docs = BTreeMap::from([(DocId::Network(NETWORK), Doc::Network(elsewhere.network))]);
    apply(&import, &mut docs);
    assert_eq!(import.meeting, MEETING);
    let back = meeting(&docs, MEETING);
    let order = |meeting: &Meeting| {
        meeting
            .agenda()
            .iter()
            .map(|item| item.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(order(&back), order(&world.meeting));
    assert_eq!(without_places(back), without_places(world.meeting));
    let Some(Doc::Network(network)) = docs.get(&DocId::Network(NETWORK)) else {
        panic!("no network");
    };
    assert_eq!(
        network.actions.get(&id(42)),
        world.network.actions.get(&id(42))
    );
}

#[test]
fn what_an_item_serves_is_told_by_its_words_and_found_by_them() {
    let mut world = world(Language::Danish);
    for (number, text) in [(801, "At dele viden."), (802, "At søge midler.")] {
        let purpose = Purpose {
            id: id(number),
            text: text.to_owned(),
            ..Purpose::default()
        };
        world.network.purposes.insert(purpose.id, purpose);
    }
    let mut items = world.meeting.items.values_mut();
    let first = items.next().map(|row| (row.id, row.serves = vec![id(802)]));
    let now = crate::domain::zone::Moment::new(world::at("12:00"));
    let mut object = documents::json::meeting(&world.source(), now, Scope::All);
    let told = |object: &MeetingObject| {
        let rows = object.agenda.iter().filter(|row| !row.serves.is_empty());
        rows.map(|row| row.serves.clone()).collect::<Vec<_>>()
    };
    assert_eq!(told(&object), [["At søge midler."]]);
    for row in object
        .agenda
        .iter_mut()
        .filter(|row| !row.serves.is_empty())
    {
        row.serves.push("Et andet netværks formål.".to_owned());
    }
    let import = ops(&object, &ground(&world, false), &mut ids()).unwrap();
    world.network.actions.clear();
    world.network.meetings.clear();
    let network = Doc::Network(world.network);
    let mut docs = BTreeMap::from([(DocId::Network(NETWORK), network)]);
    apply(&import, &mut docs);
    let back = meeting(&docs, MEETING);
    let first = first.map(|(id, ())| id).unwrap();
    assert_eq!(back.items[&first].serves, [id(802)]);
}

#[test]
fn a_meeting_that_is_here_already_becomes_another() {
    let world = world(Language::Danish);
    let object = read(file().as_bytes()).unwrap();
    let import = ops(&object, &ground(&world, true), &mut ids()).unwrap();
    assert_ne!(import.meeting, MEETING);
    let before = world.network.actions.len();
    let mut docs = BTreeMap::from([(DocId::Network(NETWORK), Doc::Network(world.network.clone()))]);
    apply(&import, &mut docs);
    let copy = meeting(&docs, import.meeting);
    assert_eq!(copy.items.len(), world.meeting.items.len());
    assert!(
        copy.items
            .keys()
            .all(|id| !world.meeting.items.contains_key(id))
    );
    for entry in copy.entries.values() {
        assert!(copy.items.contains_key(&entry.item));
        assert!(
            entry
                .presence
                .is_none_or(|id| copy.presences.contains_key(&id))
        );
    }
    let Some(Doc::Network(network)) = docs.get(&DocId::Network(NETWORK)) else {
        panic!("no network");
    };
    assert_eq!(network.actions.len(), before + 1);
    let number = network.meetings[&import.meeting].number;
    assert_eq!(number, 4);
}

#[test]
fn an_empty_folder_gets_network_people_and_organisations() {
    let (secretariat, register) = (Secretariat::default(), Register::default());
    let ground = Ground {
        secretariat: &secretariat,
        register: &register,
        network: None,
        taken: false,
    };
    let object = read(file().as_bytes()).unwrap();
    let import = ops(&object, &ground, &mut ids()).unwrap();
    assert!(import.new_network);
    assert_eq!((import.people.len(), import.organisations.len()), (5, 2));
    let mut docs = BTreeMap::new();
    apply(&import, &mut docs);
    let Some(Doc::Register(register)) = docs.get(&DocId::Register) else {
        panic!("no register");
    };
    assert_eq!(
        register.person("karen-lund").unwrap().email,
        "karen-lund@example.dk"
    );
    let Some(Doc::Secretariat(secretariat)) = docs.get(&DocId::Secretariat) else {
        panic!("no secretariat");
    };
    assert_eq!(secretariat.label(import.network), "fv");
}

#[test]
fn little_is_enough() {
    let world = world(Language::Danish);
    let text = r#"{"network": "fv", "title": "Ny\u001b[2J", "when": {"date": "2027-02-04", "start": "09:30"},
        "agenda": [{"title": "Velkomst", "kind": "welcome", "entries": [{"kind": "decision", "text": "Ja."}]}],
        "participants": [{"person": "karen-lund"}, {"person": "ny", "name": "Ny Person"}]}"#;
    let object = read(text.as_bytes()).unwrap();
    let import = ops(&object, &ground(&world, false), &mut ids()).unwrap();
    let mut docs = BTreeMap::from([(DocId::Network(NETWORK), Doc::Network(world.network.clone()))]);
    apply(&import, &mut docs);
    let meeting = meeting(&docs, import.meeting);
    assert_eq!(meeting.head.title, "Ny");
    assert_eq!(meeting.entries.len(), 1);
    assert_eq!(import.people, ["Ny Person"]);
}

#[test]
fn errors_name_the_place() {
    let world = world(Language::Danish);
    let with = |from: &str, to: &str| file().replacen(from, to, 1);
    let rows = [
        (
            "{\n \"titel\": \"x\"}".to_owned(),
            "line 2, column 8: unknown field `titel`",
        ),
        (
            "{\"title\": 3}".to_owned(),
            "line 1, column 11: invalid type: integer `3`, expected a string",
        ),
        ("{".to_owned(), "line 1, column 1: EOF"),
        (
            with("\"kind\": \"welcome\"", "\"kind\": \"party\""),
            "unknown variant `party`",
        ),
        (
            with("\"start\": \"09:30\"", "\"start\": \"half ten\""),
            "when.start: \"half ten\" is no time of day",
        ),
        (
            with("\"date\": \"2026-11-26\"", "\"date\": \"26/11\""),
            "when.date: \"26/11\" is no day",
        ),
        (
            with("2026-11-26T09:00:00.000Z", "nu"),
            "agenda[0].entries[0].at: \"nu\" is no moment",
        ),
        (
            with(
                "\"minute_taker\": \"anna-dam\"",
                "\"minute_taker\": \"hvem\"",
            ),
            "minute_taker: \"hvem\" is nobody",
        ),
        (
            with(
                "000000000000000000000000000000c9",
                "000000000000000000000000000000ca",
            ),
            "is there twice",
        ),
        (
            with("000000000000000000000000000000c9", "c9"),
            "agenda[0].entries[0].id: \"c9\" is no id",
        ),
        (
            "{\"network\": \"fv\"}".to_owned(),
            "when.date: \"\" is no day",
        ),
    ];
    for (text, error) in rows {
        let refused = read(text.as_bytes())
            .and_then(|object| ops(&object, &ground(&world, false), &mut ids()));
        let said = refused
            .map(|import| import.ops.len())
            .unwrap_err()
            .to_string();
        assert!(said.contains(error), "{said}");
    }
}
