//! Lists, labels, finding, the front page.

use super::world::*;

use crate::domain::agenda::AgendaItem;
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::meeting::{MeetingChange, MeetingHead, MeetingHeadField, MeetingRecord};
use crate::domain::minutes::{Entry, EntryKind};
use crate::domain::network::NetworkHeadField;
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::query::{Place, Query, Reference};
use crate::domain::record::Change;
use crate::domain::resource::{Resource, ResourceField};
use crate::journal::Past as _;
use crate::store::*;

#[test]
fn lists_join_what_belongs_together() {
    let world = World::filled();
    let mut store = world.store().store;
    let home = store.home(day(20)).unwrap();
    assert_eq!(home.meetings.len(), 1);
    assert_eq!(
        (home.meetings[0].label.as_str(), home.networks[0].next),
        ("nims-2026-1", Some(day(26)))
    );
    let action = &home.actions[0];
    assert_eq!(
        (
            action.text.as_str(),
            action.owner_name.as_str(),
            action.meeting_label.as_str(),
            action.item
        ),
        ("Send årsplan", "Åse Lund", "nims-2026-1", Some(ITEM))
    );
    let decisions = store.decisions(Some(NETWORK)).unwrap();
    assert_eq!(
        (decisions[0].text.as_str(), decisions[0].number),
        ("Vi mødes", 1)
    );
    assert!(store.decisions(Some(KAREN)).unwrap().is_empty());
    for (label, reference) in [
        ("nims", Reference::Network(NETWORK)),
        ("nims-2026-1", Reference::Meeting(MEETING)),
        ("odense", Reference::Organisation(Id::from_bits(600))),
        ("karen-lund", Reference::Person(KAREN)),
    ] {
        assert_eq!(store.resolve(label).unwrap(), Some(reference), "{label}");
    }
    let action = Reference::Action {
        network: NETWORK,
        action: ACTION,
    };
    assert_eq!(store.resolve(&ACTION.to_string()).unwrap(), Some(action));
    assert_eq!(store.resolve("nims-2026-2").unwrap(), None);
}

#[test]
fn offers_methods_and_templates_are_found_until_they_are_removed() {
    let mut world = World::filled();
    let row = Resource {
        id: Id::from_bits(700),
        title: "Skabelon til høring".into(),
        ..Resource::default()
    };
    world.write("anna", 9, None, vec![network(row.clone())]);
    let mut store = world.store().store;
    let place = Place::Resource {
        network: NETWORK,
        resource: row.id,
    };
    let hits = store.find("hoering", 5).unwrap();
    let hit = hits.first().unwrap();
    assert_eq!((hit.place, hit.context.as_str()), (place, "NIMS"));
    let removed = DocOp {
        doc: DocId::Network(NETWORK),
        op: Op::Network(Edit::Set {
            id: row.id,
            change: ResourceField::Removed(mark(true)).into(),
        }),
    };
    world.write("anna", 10, None, vec![removed]);
    store.catch_up(&world.journal).unwrap();
    assert!(store.find("hoering", 5).unwrap().is_empty());
}

#[test]
fn anything_is_found_by_a_few_letters() {
    let mut world = World::filled();
    let mut store = world.store().store;
    let first = |store: &mut Store, needle: &str| {
        store.find(needle, 5).unwrap().first().map(|hit| hit.place)
    };
    let item = Place::Item {
        meeting: MEETING,
        item: ITEM,
    };
    for (needle, place) in [
        ("okonomi", item),
        ("oekon", item),
        ("aase", Place::Person(KAREN)),
        ("ase lund", Place::Person(KAREN)),
        ("samsk", Place::Meeting(MEETING)),
        ("nims 1/2026", Place::Meeting(MEETING)),
        (
            "aarsplan",
            Place::Action {
                network: NETWORK,
                action: ACTION,
            },
        ),
        ("odense", Place::Organisation(Id::from_bits(600))),
    ] {
        assert_eq!(first(&mut store, needle), Some(place), "{needle}");
    }
    world.write("anna", 9, None, vec![typed(0, "", "Fjernvarme: ")]);
    store.catch_up(&world.journal).unwrap();
    let entry = Place::Entry {
        meeting: MEETING,
        item: ITEM,
        entry: DECISION,
    };
    assert_eq!(first(&mut store, "fjernvarme"), Some(entry));
    // A question asks for decisions, by the title of their item too; words that fit better than
    // scattered letters stand alone.
    let asked = "hvad besluttede vi om oekonomi";
    assert_eq!(first(&mut store, asked), Some(entry));
    let hits = store.find("fjernvarme", 5).unwrap();
    assert_eq!((hits.len(), hits[0].context.as_str()), (1, "NIMS 1/2026"));
}

#[test]
fn a_question_without_a_subject_lists_decisions_newest_first() {
    let mut world = World::filled();
    let later = DocId::Meeting(Id::from_bits(101));
    let on = |record: MeetingRecord| DocOp {
        doc: later,
        op: Op::Meeting(Edit::Add(record)),
    };
    let head = MeetingHead {
        id: Id::from_bits(101),
        network: NETWORK,
        date: Some(day(28)),
        ..MeetingHead::default()
    };
    let item = AgendaItem {
        id: Id::from_bits(201),
        title: "Valg".into(),
        ..AgendaItem::default()
    };
    let decision = Entry {
        id: Id::from_bits(310),
        item: item.id,
        kind: EntryKind::Decision,
        text: "Vi vælger to indsatser, som alle er med i".into(),
        ..Entry::default()
    };
    let ops = vec![on(head.into()), on(item.into()), on(decision.into())];
    world.write("anna", 9, None, ops);
    let mut store = world.store().store;
    for asked in ["hvad besluttede vi om", "what did we decide"] {
        let hits = store.find(asked, 5).unwrap();
        let titles: Vec<&str> = hits.iter().map(|hit| hit.title.as_str()).collect();
        let newest = "Vi vælger to indsatser, som alle er med i · Valg";
        assert_eq!(titles, [newest, "Vi mødes · Økonomi"], "{asked}");
    }
}

#[test]
fn finished_meetings_leave_the_open_list() {
    let mut world = World::filled();
    let cancelled = MeetingHeadField::Cancelled(Change {
        from: None,
        to: Some("sne".into()),
    });
    world.write(
        "anna",
        4,
        None,
        vec![on_meeting(Op::Meeting(Edit::Set {
            id: Id::default(),
            change: MeetingChange::Head(cancelled),
        }))],
    );
    let mut store = world.store().store;
    assert!(store.meetings(None, true).unwrap().is_empty());
    assert_eq!(store.meetings(None, false).unwrap().len(), 1);
    assert_eq!(
        store.home(day(20)).unwrap().meetings.len(),
        1,
        "still to come"
    );
    assert_eq!(
        store.home(day(28)).unwrap().meetings.len(),
        1,
        "the network's latest"
    );
}

#[test]
fn the_front_page_is_valid_at_its_position_only() {
    let mut world = World::filled();
    let mut store = world.store().store;
    let docs = [DocId::Meeting(MEETING)];
    Front::write(world.dir.path(), &mut store, day(20), &docs).unwrap();
    let front = Front::read(world.dir.path(), world.journal.head(), day(20)).unwrap();
    for query in [Query::Home { today: day(20) }, Query::Doc(docs[0])] {
        let want = store.answer(&query, &world.journal).unwrap();
        assert_eq!(front.answer(&query), Some(want));
    }
    assert_eq!(front.answer(&Query::Home { today: day(21) }), None);
    world.write("anna", 4, None, vec![typed(0, "", "x")]);
    assert!(Front::read(world.dir.path(), world.journal.head(), day(20)).is_none());
}

#[test]
fn a_flipped_bit_of_the_front_page_is_never_shown() {
    let world = World::filled();
    let mut store = world.store().store;
    let queries = [
        Query::Home { today: day(20) },
        Query::Doc(DocId::Meeting(MEETING)),
        Query::Doc(DocId::Secretariat),
    ];
    let docs = [DocId::Meeting(MEETING)];
    Front::write(world.dir.path(), &mut store, day(20), &docs).unwrap();
    let right = queries
        .each_ref()
        .map(|query| store.answer(query, &world.journal).unwrap());
    let path = world.dir.path().join("front.json");
    let page = std::fs::read(&path).unwrap();
    let mut kept = 0;
    for at in (0..page.len()).step_by(7) {
        let mut bytes = page.clone();
        bytes[at] ^= 1 << (at % 8);
        std::fs::write(&path, &bytes).unwrap();
        let front = Front::read(world.dir.path(), world.journal.head(), day(20));
        let answers = queries
            .each_ref()
            .map(|query| front.as_ref()?.answer(query));
        for (answer, right) in answers.iter().zip(&right) {
            assert!(answer.as_ref().is_none_or(|it| it == right), "byte {at}");
            kept += usize::from(answer.is_some());
        }
        std::fs::write(&path, &page[..at]).unwrap();
        let cut = Front::read(world.dir.path(), world.journal.head(), day(20));
        assert!(cut.is_none_or(|it| queries.iter().any(|query| it.answer(query).is_none())));
    }
    assert!(kept > 0, "what is not damaged is still there");
}

#[test]
fn a_new_name_reaches_every_list() {
    let mut world = World::filled();
    let mut store = world.store().store;
    store.settle().unwrap();
    let name = NetworkHeadField::Name(Change {
        from: String::new(),
        to: "Nyt navn".into(),
    });
    world.write(
        "anna",
        4,
        None,
        vec![DocOp {
            doc: DocId::Network(NETWORK),
            op: Op::Network(Edit::Set {
                id: Id::default(),
                change: name.into(),
            }),
        }],
    );
    store.catch_up(&world.journal).unwrap();
    assert_eq!(
        store.home(day(20)).unwrap().meetings[0].network_name,
        "Nyt navn"
    );
    store.verify().unwrap();
}

#[test]
fn many_meetings_are_labelled_as_each_of_them_is() {
    let world = World::filled();
    let mut store = world.store().store;
    let names = store.names().unwrap();
    let few = store.meetings(None, false).unwrap();
    let many: Vec<_> = few.iter().cycle().take(200).cloned().collect();
    let labels = store.labels_of(&many, &names).unwrap();
    assert_eq!(labels[&MEETING], "nims-2026-1");
    for row in &few {
        assert_eq!(labels[&row.id], row.label);
        assert_eq!(store.label_of(row.id, &names).unwrap(), row.label);
    }
}
