use crate::app::screens::Screen;
use crate::app::screens::history::HistoryScreen;
use crate::app::testing::Bench;
use crate::domain::id::Id;
use crate::domain::op::{DocId, DocOp, Op};
use crate::domain::query::HistoryRow;
use crate::domain::secretariat::Language;
use crate::domain::text::{Splice, TextField, TextOp};
use crate::ui::picture::picture;

/// A decision was written yesterday and a word changed today; yesterday's step is selected.
fn seated(language: Language, size: (u16, u16)) -> (Bench, Id) {
    let mut bench = Bench::with_meeting();
    bench.ok(r#"--meeting nims-2026-1 agenda-add "Årsplan 2027" --kind decision"#);
    bench.ok(r#"--meeting nims-2026-1 --item 1 decision-add "Netværket mødes fire gange.""#);
    let past = bench.meeting("nims-2026-1").clone();
    let entry = past.entries.values().next().unwrap().id;
    let (meeting, at) = (past.head.id, bench.app.clock.now - 86_400_000);
    bench.ok(&format!(
        r#"--meeting nims-2026-1 --entry {entry} entry-set --text "Netværket mødes tre gange.""#
    ));
    bench.sit_down(language, size);
    let splice = TextOp::TextSpliced(Splice {
        field: TextField::Entry(entry),
        at: 17,
        deleted: "fire".to_owned(),
        inserted: "tre".to_owned(),
    });
    let row = |seq: u64, at: i64, label: &str, user: &str| HistoryRow {
        seq,
        at,
        user: user.to_owned(),
        label: label.to_owned(),
        group: Id::from_bits(seq.into()),
        ops: vec![DocOp {
            doc: DocId::Meeting(meeting),
            op: Op::Text(splice.clone()),
        }],
        refused: false,
    };
    let mut screen = HistoryScreen::new(DocId::Meeting(meeting), None);
    screen.list.selected = Some(Id::from_bits(8));
    bench.app.view.screen = Screen::History(screen);
    let now = bench.app.clock.now;
    bench.app.view.lists.history = vec![
        row(9, now, "entry-set", "Karen Lund"),
        row(8, at, "decision-add", "Bo Friis"),
    ];
    bench.app.view.lists.past = Some((at, past));
    (bench, entry)
}

#[test]
fn the_minutes_stand_below_as_they_stood() {
    let (bench, _) = seated(Language::Danish, (80, 24));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn the_minutes_stand_beside_on_a_wide_english_screen() {
    let (bench, _) = seated(Language::English, (200, 50));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn attendance_stands_in_words_there_too() {
    let (mut bench, _) = seated(Language::Danish, (80, 24));
    for line in ["invite aase-oestergaard", "meeting-start", "check-in aase"] {
        bench.ok(&format!("--meeting nims-2026-1 {line}"));
    }
    let past = bench.meeting("nims-2026-1").clone();
    if let Some((_, kept)) = &mut bench.app.view.lists.past {
        *kept = past;
    }
    let shown = picture(&bench.app);
    assert!(shown.contains("Åse Østergaard (Odense)"), "{shown}");
}

#[test]
fn restoring_is_a_new_change() {
    let (mut bench, entry) = seated(Language::Danish, (80, 24));
    let before = bench.journal.len();
    bench.press("r");
    assert_eq!(
        bench.meeting("nims-2026-1").entries[&entry].text,
        "Netværket mødes fire gange."
    );
    assert_eq!(bench.journal.len(), before + 1);
}

#[test]
fn the_history_of_the_desk_says_where_an_enquiry_went() {
    let mut bench = Bench::with_meeting();
    for line in [
        "enquiry-add 'Besøg om boliger' --from Oslo --network nims",
        "enquiry-forward e-2026-1 --to vejle --note 'Bidrag til et samlet svar.'",
    ] {
        bench.ok(line);
    }
    show(&mut bench, 2);
    let shown = picture(&bench.app);
    assert!(
        shown.contains("noterede en henvendelse som sendt videre: Vejle"),
        "{shown}"
    );
    insta::assert_snapshot!(shown);
    bench.press("<esc>");
    assert!(picture(&bench.app).contains("▸Henvendelser"));
}

#[test]
fn a_step_on_the_desk_says_every_field_whole() {
    let mut bench = Bench::with_meeting();
    for line in [
        "enquiry-add 'Besøg om boliger' --from Oslo --deadline 2026-11-20",
        "enquiry-set e-2026-1 --deadline 2026-11-27 --from 'Oslo Kommune, Byrådets udvalg for boliger og byudvikling' --handler 'Bo Friis'",
    ] {
        bench.ok(line);
    }
    show(&mut bench, 1);
    insta::assert_snapshot!(picture(&bench.app));
}

/// The desk's history on the screen, with the last steps.
fn show(bench: &mut Bench, steps: usize) {
    let now = bench.app.clock.now;
    let rows = bench.journal.iter().rev().take(steps).zip(1..);
    let rows: Vec<HistoryRow> = rows
        .map(|(step, seq)| HistoryRow {
            seq,
            at: now,
            user: "Karen Lund".to_owned(),
            label: step.label.clone(),
            group: step.group,
            ops: step.ops.clone(),
            refused: false,
        })
        .collect();
    bench.sit_down(Language::Danish, (80, 24));
    bench.press("hh");
    bench.app.view.lists.history = rows;
}
