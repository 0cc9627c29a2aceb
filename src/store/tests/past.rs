//! Undo, history, the past.

use super::super::past::{at, history};
use super::world::*;

use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::op::{DocId, Op};
use crate::domain::query::Answer;
use crate::domain::sample::Rng;

#[test]
fn undo_takes_back_a_burst_whatever_others_did_since() {
    let mut world = World::filled();
    world.write("anna", 20, None, vec![typed(0, "", "a")]);
    world.write("anna", 20, None, vec![typed(1, "", "b")]);
    world.write("bo", 21, None, vec![typed(0, "", "X")]);
    world.write("anna", 20, None, vec![typed(2, "b", "")]);
    world.write("anna", 20, None, vec![typed(2, "", "c")]);
    let mut store = world.store().store;
    assert_eq!(text(&mut store), "XacVi mødes");
    let doc = DocId::Meeting(MEETING);
    let undo = store
        .undo(doc, "anna", false, &world.journal)
        .unwrap()
        .unwrap();
    assert_eq!(
        (undo.group, undo.contested_by.as_deref()),
        (Id::from_bits(20), Some("bo"))
    );
    world.write("anna", 22, Some(20), undo.ops);
    store.catch_up(&world.journal).unwrap();
    assert_eq!(text(&mut store), "XVi mødes");
    // After a restart the same: nothing of it is in memory only.
    drop(store);
    let mut store = world.store().store;
    let redo = store
        .undo(doc, "anna", true, &world.journal)
        .unwrap()
        .unwrap();
    assert_eq!(redo.group, Id::from_bits(22));
    world.write("anna", 23, Some(22), redo.ops);
    store.catch_up(&world.journal).unwrap();
    assert_eq!(text(&mut store), "XacVi mødes");
    assert!(
        store
            .undo(doc, "anna", true, &world.journal)
            .unwrap()
            .is_none()
    );
    let again = store
        .undo(doc, "anna", false, &world.journal)
        .unwrap()
        .unwrap();
    assert_eq!(again.group, Id::from_bits(23), "the redo is what is undone");
    world.write("anna", 24, Some(23), again.ops);
    store.catch_up(&world.journal).unwrap();
    assert_eq!(text(&mut store), "XVi mødes");
    let older = store
        .undo(doc, "anna", false, &world.journal)
        .unwrap()
        .unwrap();
    assert_eq!(older.group, Id::from_bits(3));
    let bo = store
        .undo(doc, "bo", false, &world.journal)
        .unwrap()
        .unwrap();
    assert_eq!(
        (bo.group, bo.contested_by.as_deref()),
        (Id::from_bits(21), Some("anna"))
    );
}

#[test]
fn steps_are_taken_back_one_after_the_other_also_inside_a_text() {
    let mut world = World::filled();
    // Written before the rest of the text, and its end taken away again.
    world.write("anna", 20, None, vec![typed(0, "", "Hej med dig")]);
    world.write("anna", 21, None, vec![typed(10, "g", "")]);
    world.write("anna", 21, None, vec![typed(9, "i", "")]);
    world.write("anna", 22, None, vec![typed(8, "d", "!")]);
    let mut store = world.store().store;
    assert_eq!(text(&mut store), "Hej med !Vi mødes");
    let doc = DocId::Meeting(MEETING);
    let mut seen = Vec::new();
    for (redo, times) in [(false, 3), (true, 3), (false, 3)] {
        for _ in 0..times {
            let step = store.undo(doc, "anna", redo, &world.journal);
            let step = step.unwrap().unwrap();
            let group = 30 + seen.len() as u128;
            world.write("anna", group, Some(step.group.bits()), step.ops);
            store.catch_up(&world.journal).unwrap();
            seen.push(text(&mut store));
        }
    }
    let back = ["Hej med dVi mødes", "Hej med digVi mødes", "Vi mødes"];
    let again = [
        "Hej med digVi mødes",
        "Hej med dVi mødes",
        "Hej med !Vi mødes",
    ];
    assert_eq!(seen, [back, again, back].concat());
}

#[test]
fn what_a_person_noted_of_a_mail_is_taken_back_and_what_the_post_did_is_not() {
    use crate::domain::letter::{Delivery, MailStatus, proceed};
    let row = |status| Delivery {
        id: Id::from_bits(700),
        status,
        ..Delivery::default()
    };
    for (from, to, back) in [
        (MailStatus::File, MailStatus::Sent, true),
        (MailStatus::File, MailStatus::Withdrawn, true),
        (MailStatus::Unknown, MailStatus::Sent, true),
        (MailStatus::Sent, MailStatus::Bounced, true),
        (MailStatus::Queued, MailStatus::File, false),
        (MailStatus::Queued, MailStatus::Withdrawn, false),
        (MailStatus::Queued, MailStatus::Sending, false),
        (MailStatus::Sending, MailStatus::Sent, false),
        (MailStatus::Failed, MailStatus::Queued, false),
    ] {
        let mut world = World::filled();
        let row = row(from);
        world.write("anna", 20, None, vec![typed(0, "", "Hej ")]);
        world.write("bo", 21, None, vec![meeting(row.clone())]);
        world.write("anna", 22, None, proceed(MEETING, &row, to, 5, ""));
        let store = world.store().store;
        let doc = DocId::Meeting(MEETING);
        let step = store.undo(doc, "anna", false, &world.journal);
        let group = if back { 22 } else { 20 };
        let found = step.unwrap().unwrap();
        assert_eq!(found.group, Id::from_bits(group), "{from:?} to {to:?}");
    }
}

#[test]
fn whatever_was_typed_undo_and_redo_go_through_the_same_texts() {
    for seed in 0..30 {
        let (mut world, mut rng) = (World::filled(), Rng(seed));
        let mut store = world.store().store;
        let mut texts = vec![text(&mut store)];
        for step in 0..6 {
            for _ in 0..=rng.below(3) {
                let now = text(&mut store);
                let at = rng.below(now.len() + 1);
                let at = (0..=at).rev().find(|at| now.is_char_boundary(*at)).unwrap();
                let end = now[at..].char_indices().nth(rng.below(4));
                let deleted = end.map_or("", |(length, _)| &now[at..at + length]);
                let splice = typed(at, deleted, ["x", "æø", "y z"][rng.below(3)]);
                world.write("anna", 20 + step, None, vec![splice]);
                store.catch_up(&world.journal).unwrap();
            }
            texts.push(text(&mut store));
        }
        let doc = DocId::Meeting(MEETING);
        let back = texts.iter().rev().skip(1);
        let way = back
            .map(|text| (false, text))
            .chain(texts.iter().skip(1).map(|text| (true, text)));
        for (number, (redo, expected)) in (40..).zip(way) {
            let Some(step) = store.undo(doc, "anna", redo, &world.journal).unwrap() else {
                panic!("{seed}: nothing to take back at {number}");
            };
            world.write("anna", number, Some(step.group.bits()), step.ops);
            store.catch_up(&world.journal).unwrap();
            assert_eq!(&text(&mut store), expected, "{seed}, step {number}");
        }
    }
}

#[test]
fn new_work_ends_what_can_be_redone() {
    let mut world = World::filled();
    world.write("anna", 20, None, vec![typed(0, "", "a")]);
    let mut store = world.store().store;
    let doc = DocId::Meeting(MEETING);
    let undo = store
        .undo(doc, "anna", false, &world.journal)
        .unwrap()
        .unwrap();
    world.write("anna", 21, Some(20), undo.ops);
    world.write("anna", 22, None, vec![typed(0, "", "b")]);
    store.catch_up(&world.journal).unwrap();
    assert!(
        store
            .undo(doc, "anna", true, &world.journal)
            .unwrap()
            .is_none()
    );
    let undo = store
        .undo(doc, "anna", false, &world.journal)
        .unwrap()
        .unwrap();
    assert_eq!(undo.group, Id::from_bits(22));
}

#[test]
fn the_past_can_be_read() {
    let mut world = World::filled();
    for letter in ["a", "b"] {
        world.write("bo", 30, None, vec![typed(0, "", letter)]);
    }
    let doc = DocId::Meeting(MEETING);
    let rows = history(doc, None, &world.journal).unwrap();
    assert_eq!(
        rows.iter().map(|row| row.user.as_str()).collect::<Vec<_>>(),
        ["bo", "anna", "anna"]
    );
    assert_eq!(rows[0].ops.len(), 2);
    assert_eq!(
        history(doc, Some(DECISION), &world.journal).unwrap().len(),
        2
    );
    let Answer::Doc {
        doc: Doc::Meeting(then),
        seq,
        ..
    } = at(doc, 4_500, &world.journal).unwrap()
    else {
        panic!("no document");
    };
    assert_eq!(
        (then.entries[&DECISION].text.as_str(), seq),
        ("aVi mødes", 4)
    );
}

#[test]
fn unknown_ops_make_their_document_read_only() {
    let mut world = World::filled();
    let future = serde_json::json!({"hologram": {"x": 1}});
    world.write("anna", 4, None, vec![on_meeting(Op::Unknown(future))]);
    for _ in 0..2 {
        let mut store = world.store().store;
        assert!(store.read_only(DocId::Meeting(MEETING)).unwrap());
        assert!(!store.read_only(DocId::Register).unwrap());
        store.flush().unwrap();
    }
}
