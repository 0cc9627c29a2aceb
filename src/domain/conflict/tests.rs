use super::sequel::TYPED;
use super::*;
use crate::domain::agenda::{AgendaItem, AgendaItemField};
use crate::domain::desk::{Enquiry, EnquiryField};
use crate::domain::draft::mark;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Entry;
use crate::domain::text::{Splice, TextOp};

fn doc() -> DocId {
    DocId::Meeting(Id::from_bits(1))
}

fn edit(edit: Edit<Meeting>) -> DocOp {
    DocOp {
        doc: doc(),
        op: Op::Meeting(edit),
    }
}

fn item() -> AgendaItem {
    AgendaItem {
        id: Id::from_bits(7),
        title: "Økonomi".to_owned(),
        ..AgendaItem::default()
    }
}

fn titled(to: &str) -> DocOp {
    change(AgendaItemField::title(&item(), to.to_owned()))
}

fn change(field: AgendaItemField) -> DocOp {
    edit(Edit::Set {
        id: item().id,
        change: field.into(),
    })
}

fn gone() -> DocOp {
    change(AgendaItemField::Removed(mark(true)))
}

fn applied(ops: &[DocOp]) -> AgendaItem {
    let mut meeting = Meeting::default();
    for op in [edit(Edit::Add(item().into()))].iter().chain(ops) {
        if let Op::Meeting(edit) = &op.op {
            edit.apply(&mut meeting);
        }
    }
    meeting.items[&item().id].clone()
}

fn chosen(conflict: &Conflict, choice: Settled) -> Vec<DocOp> {
    let found = conflict.choices().into_iter().find(|(it, _)| *it == choice);
    found.unwrap().1
}

fn meet(mine: &[DocOp], since: &[(&DocOp, &str)]) -> Vec<Conflict> {
    met(mine, since, &|_| None)
}

#[test]
fn a_field_set_twice_offers_both_and_what_was_before() {
    let (mine, theirs) = (titled("Budget"), titled("Regnskab"));
    let met = meet(std::slice::from_ref(&mine), &[(&theirs, "Bo")]);
    let [conflict] = met.as_slice() else {
        panic!("{met:?}");
    };
    assert_eq!(
        (conflict.kind, conflict.other.as_str()),
        (ConflictKind::Overwritten, "Bo")
    );
    let base = [theirs, mine];
    for (choice, title) in [
        (Settled::Mine, "Budget"),
        (Settled::Theirs, "Regnskab"),
        (Settled::Before, "Økonomi"),
    ] {
        let ops: Vec<DocOp> = base
            .iter()
            .cloned()
            .chain(chosen(conflict, choice))
            .collect();
        assert_eq!(applied(&ops).title, title, "{choice:?}");
    }
}

#[test]
fn a_field_of_an_enquiry_set_twice_is_one_too() {
    let asked = Enquiry {
        id: Id::from_bits(9),
        ..Enquiry::default()
    };
    let from = |country: &str| {
        let change = EnquiryField::country(&asked, country.to_owned());
        crate::domain::draft::set_on_desk(asked.id, change)
    };
    let met = meet(&[from("NO")], &[(&from("SE"), "Bo")]);
    let [conflict] = met.as_slice() else {
        panic!("{met:?}");
    };
    assert_eq!(conflict.field().unwrap().field, "country");
    assert_eq!(chosen(conflict, Settled::Theirs).len(), 1);
}

#[test]
fn the_same_value_another_field_and_a_place_are_no_conflict() {
    let mine = titled("Budget");
    let minutes = change(AgendaItemField::minutes(&item(), Some(5)));
    let kept = titled("Økonomi");
    for theirs in [&mine, &minutes, &kept] {
        assert_eq!(
            meet(std::slice::from_ref(&mine), &[(theirs, "Bo")]),
            [],
            "{theirs:?}"
        );
    }
    let place = |to: &str| change(AgendaItemField::status(&item(), to.parse().unwrap()));
    let (done, current) = (place("done"), place("current"));
    assert_eq!(meet(std::slice::from_ref(&done), &[(&current, "Bo")]), []);
}

#[test]
fn a_change_of_what_is_removed_can_bring_it_back_whoever_removed_it() {
    let (edited, removed) = (titled("Budget"), gone());
    for (mine, theirs, keep) in [
        (&edited, &removed, Settled::Mine),
        (&removed, &edited, Settled::Theirs),
    ] {
        let met = meet(std::slice::from_ref(mine), &[(theirs, "Bo")]);
        assert_eq!(met.len(), 1, "{met:?}");
        let base = [theirs.clone(), mine.clone()];
        assert!(applied(&base).removed);
        let ops: Vec<DocOp> = base.iter().cloned().chain(chosen(&met[0], keep)).collect();
        let item = applied(&ops);
        assert!(!item.removed);
        assert_eq!(item.title, "Budget");
    }
}

#[test]
fn a_field_set_again_is_the_same_conflict() {
    let theirs = titled("Regnskab");
    let found = |op: &DocOp| meet(std::slice::from_ref(op), &[(&theirs, "Bo")]).remove(0);
    let first = found(&titled("Budget"));
    let mut between = item();
    between.title = "Budget".to_owned();
    let second = found(&change(AgendaItemField::title(
        &between,
        "Penge".to_owned(),
    )));
    let ops = renewed(&first, &second).unwrap();
    let changed = changed(&ops[0]).unwrap();
    assert_eq!(
        (changed.from, changed.to),
        ("Økonomi".into(), "Penge".into())
    );
}

#[test]
fn what_is_written_in_an_item_that_another_removed_can_bring_it_back() {
    let entry = Entry {
        id: Id::from_bits(8),
        item: item().id,
        ..Entry::default()
    };
    let mut meeting = Meeting::default();
    for record in [item().into(), entry.clone().into()] {
        Edit::<Meeting>::Add(record).apply(&mut meeting);
    }
    let added = edit(Edit::Add(entry.into()));
    let removed = gone();
    let all = [&added, &letter(0, "", "Vi"), &removed];
    let losing: Vec<Id> = losing_items(all.into_iter()).into_iter().collect();
    assert_eq!(losing, [Id::from_bits(1)]);
    for written in [&added, &letter(0, "", "Vi")] {
        for (mine, theirs, keep) in [
            (written, &removed, Settled::Mine),
            (&removed, written, Settled::Theirs),
        ] {
            let met = met(std::slice::from_ref(mine), &[(theirs, "Bo")], &|_| {
                Some(&meeting)
            });
            assert_eq!(met.len(), 1, "{met:?}");
            let ops = [gone(), chosen(&met[0], keep)[0].clone()];
            assert!(!applied(&ops).removed);
        }
    }
}

/// Something typed in the item's only entry.
fn letter(at: usize, deleted: &str, inserted: &str) -> DocOp {
    DocOp {
        doc: doc(),
        op: Op::Text(TextOp::TextSpliced(Splice {
            field: crate::domain::text::TextField::Entry(Id::from_bits(8)),
            at,
            deleted: deleted.to_owned(),
            inserted: inserted.to_owned(),
        })),
    }
}

#[test]
fn what_is_typed_on_in_vain_is_one_conflict() {
    let refused = |op: DocOp| Conflict {
        kind: ConflictKind::Refused,
        ops: vec![op],
        why: "approved".to_owned(),
        ..Conflict::default()
    };
    let mut all = refused(letter(3, "", "Vi"));
    for more in [
        letter(5, "", " øns"),
        letter(9, "s", ""),
        letter(9, "", "nsker"),
    ] {
        all.ops = renewed(&all, &refused(more)).unwrap();
    }
    assert_eq!(all.ops, [letter(3, "", "Vi ønnsker")]);
    all.ops = renewed(&all, &refused(letter(0, "", "Ja. "))).unwrap();
    assert_eq!(all.ops.len(), 2);
    let long = refused(letter(4, "", &"a".repeat(TYPED)));
    assert_eq!(renewed(&all, &long), None);
    let another = Conflict {
        by: "Bo".to_owned(),
        ..refused(letter(5, "", "x"))
    };
    assert_eq!(renewed(&all, &another), None);
}

#[test]
fn a_removal_is_told_of_once_however_much_was_written() {
    let removed = gone();
    let found = |op: &DocOp| meet(std::slice::from_ref(op), &[(&removed, "Bo")]).remove(0);
    let first = found(&titled("Budget"));
    let ops = renewed(&first, &found(&titled("Penge"))).unwrap();
    assert_eq!(ops, first.ops);
}
