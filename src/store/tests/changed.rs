//! What changed after a position, and what tells a document's states apart.

use std::collections::BTreeSet;

use super::super::past::changed;
use super::super::query::stamp;
use super::world::*;

use crate::domain::id::Id;
use crate::domain::op::{DocId, DocOp, Op};
use crate::domain::query::{Answer, Position, Query};
use crate::journal::Past as _;

fn head(world: &World) -> Position {
    let head = world.journal.head();
    Position {
        seq: head.seq,
        hash: head.hash,
    }
}

fn docs(world: &World, since: Position) -> Option<Vec<DocId>> {
    let found = changed(since, &world.journal).unwrap();
    assert_eq!(found.at, head(world));
    found
        .docs
        .map(|docs: BTreeSet<DocId>| docs.into_iter().collect())
}

#[test]
fn a_position_says_which_documents_changed_after_it() {
    let mut world = World::filled();
    let first = head(&world);
    assert_eq!(docs(&world, first), Some(vec![]));
    world.write("anna", 20, None, vec![typed(0, "", "a")]);
    world.write("anna", 20, None, vec![typed(1, "", "b")]);
    let second = head(&world);
    let odense = crate::domain::register::Organisation {
        id: Id::from_bits(601),
        ..Default::default()
    };
    world.write("bo", 21, None, vec![register(odense)]);
    let meeting = DocId::Meeting(MEETING);
    assert_eq!(docs(&world, first), Some(vec![DocId::Register, meeting]));
    assert_eq!(docs(&world, second), Some(vec![DocId::Register]));
    // Read from the files too, not only from memory.
    let folder = world.dir.path().to_owned();
    world.journal = open(&folder);
    assert_eq!(docs(&world, first), Some(vec![DocId::Register, meeting]));
}

#[test]
fn where_it_cannot_be_said_nothing_is() {
    let mut world = World::filled();
    let first = head(&world);
    let beyond = Position {
        seq: first.seq + 1,
        ..first
    };
    let other = Position {
        hash: crate::domain::batch::Hash::of(b"another journal"),
        ..first
    };
    for since in [Position::default(), beyond, other] {
        assert_eq!(docs(&world, since), None, "{since:?}");
    }
    world.write("anna", 20, None, vec![typed(0, "", "a")]);
    assert_eq!(docs(&world, other), None, "it does not lead here");
    let second = head(&world);
    for op in [
        Op::Erased { person: KAREN },
        Op::StaysErased { stays: Vec::new() },
        Op::Unknown(serde_json::json!({"newer": 1})),
    ] {
        let (doc, before) = (DocId::Register, head(&world));
        world.write("anna", 21, None, vec![DocOp { doc, op }]);
        assert_eq!(docs(&world, before), None);
    }
    assert_eq!(docs(&world, second), None);
}

#[test]
fn a_meeting_has_the_stamp_that_the_database_tells() {
    let mut world = World::filled();
    world.write("anna", 20, None, vec![typed(0, "", "a")]);
    let mut store = world.store().store;
    let Answer::Stamps(stamps) = store.answer(&Query::Stamps, &world.journal).unwrap() else {
        panic!("no stamps");
    };
    let id = DocId::Meeting(MEETING);
    let doc = store.doc(id).unwrap().0;
    assert!(stamps.contains(&(id, stamp(id, &doc))));
}
