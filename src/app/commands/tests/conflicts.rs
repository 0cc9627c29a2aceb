use crate::app::overlays::Overlay;
use crate::app::testing::Bench;
use crate::domain::agenda::AgendaItemField;
use crate::domain::conflict::{Conflict, ConflictKind, Settled};
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::secretariat::{Language, SecretariatRecord, User};
use crate::domain::text::{Splice, TextField, TextOp};

const CONFLICT: Id = Id::from_bits(77);

/// An item with one note, and what is to settle about it.
fn bench(conflict: impl FnOnce(DocOp, DocOp) -> Conflict, removed: bool) -> Bench {
    let mut bench = Bench::with_meeting();
    for line in [
        "agenda-add Økonomi --kind decision",
        "--item 1 note-add Budget",
    ] {
        bench.ok(&format!("--meeting nims-2026-1 {line}"));
    }
    if removed {
        bench.ok("--meeting nims-2026-1 --item 1 agenda-remove");
    }
    let meeting = bench.meeting("nims-2026-1");
    let doc = DocId::Meeting(meeting.head.id);
    let (item, entry) = (
        meeting.items.values().next().unwrap().id,
        meeting.entries.values().next().unwrap().id,
    );
    let gone = Op::Meeting(Edit::Set {
        id: item,
        change: AgendaItemField::Removed(mark(true)).into(),
    });
    let typed = Op::Text(TextOp::TextSpliced(Splice {
        field: TextField::Entry(entry),
        at: 6,
        deleted: String::new(),
        inserted: " vedtaget".to_owned(),
    }));
    let conflict = Conflict {
        id: CONFLICT,
        by: "karen".to_owned(),
        ..conflict(DocOp { doc, op: gone }, DocOp { doc, op: typed })
    };
    let user = User {
        id: Id::from_bits(78),
        login: "karen".to_owned(),
        name: "Karen Lund".to_owned(),
        ..User::default()
    };
    let add = |record| DocOp {
        doc: DocId::Secretariat,
        op: Op::Secretariat(Edit::Add(record)),
    };
    bench.seed(vec![
        add(SecretariatRecord::User(user)),
        add(SecretariatRecord::Conflict(conflict)),
    ]);
    bench
}

/// What the open panel says, row by row.
fn rows(bench: &mut Bench, line: &str) -> Vec<String> {
    bench.sit_down(Language::Danish, (80, 24));
    bench.ok(line);
    let Some(Overlay::Panel(panel)) = bench.app.view.overlays.last() else {
        panic!("no panel");
    };
    let rows = panel.rows(&bench.app).into_iter();
    let shown = rows.map(|row| format!("{} | {}", row.text, row.right));
    shown.filter(|row| row != " | ").collect()
}

fn settled(bench: &Bench) -> Settled {
    bench.secretariat().conflicts[&CONFLICT].settled
}

#[test]
fn what_was_written_in_what_another_removed_can_be_brought_back() {
    let conflict = |gone, typed| Conflict {
        kind: ConflictKind::Removed,
        ops: vec![typed],
        other: "bo".to_owned(),
        theirs: vec![gone],
        ..Conflict::default()
    };
    let mut all = bench(conflict, true);
    let shown = rows(&mut all, "conflict-show 1");
    assert_eq!(
        shown,
        [
            "Samskabelse · Økonomi | Karen Lund / bo · tor. 1. jan.",
            "Den ene rettede det, den anden fjernede. | ",
            "1  Behold det | Karen Lund",
            "   Budget | ",
            "2  Lad det være fjernet | bo",
            "   fjernet | ",
        ]
    );
    all.ok("conflict-settle 1 mine");
    assert_eq!(settled(&all), Settled::Mine);
    assert_eq!(all.meeting("nims-2026-1").agenda().len(), 1);
    // The other way it stays removed, and is to settle no more.
    let mut all = bench(conflict, true);
    all.ok("conflict-settle 1 theirs");
    assert_eq!(settled(&all), Settled::Theirs);
    assert!(all.meeting("nims-2026-1").agenda().is_empty());
    assert!(all.secretariat().open_conflicts().is_empty());
}

#[test]
fn what_was_refused_can_be_tried_again_or_left() {
    let conflict = |_, typed| Conflict {
        kind: ConflictKind::Refused,
        ops: vec![typed],
        why: crate::domain::reason::APPROVED.to_owned(),
        ..Conflict::default()
    };
    let text = |bench: &Bench| {
        let meeting = bench.meeting("nims-2026-1");
        meeting.entries.values().next().unwrap().text.clone()
    };
    let mut all = bench(conflict, false);
    let shown = rows(&mut all, "conflict-show 1");
    assert_eq!(
        shown,
        [
            "Samskabelse · Økonomi | Karen Lund · tor. 1. jan.",
            "Ændringen kunne ikke tages med: referatet blev godkendt forinden.  | ",
            "Ret det med en rettelse | ",
            "1  Prøv igen | ",
            "   +vedtaget | ",
            "2  Lad det ligge | ",
        ]
    );
    all.ok("conflict-settle 1 mine");
    assert_eq!(text(&all), "Budget vedtaget");
    let mut all = bench(conflict, false);
    all.ok("conflict-settle 1 theirs");
    assert_eq!(
        (text(&all).as_str(), settled(&all)),
        ("Budget", Settled::Theirs)
    );
}
