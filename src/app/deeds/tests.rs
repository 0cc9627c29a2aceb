use super::*;
use crate::app::commands;
use crate::app::testing::Bench;
use crate::domain::id::Id;
use crate::domain::secretariat::Language;

fn names(bench: &Bench) -> Names<'_> {
    Names {
        register: bench.register(),
        desk: Some(bench.desk()),
    }
}

#[test]
fn a_step_reads_as_what_somebody_did() {
    let mut bench = Bench::with_meeting();
    bench.ok("--meeting nims-2026-1 agenda-add Økonomi --kind decision");
    let row = HistoryRow {
        seq: 1,
        at: 0,
        user: "Karen Lund".to_owned(),
        label: "agenda-add".to_owned(),
        group: crate::domain::id::Id::default(),
        ops: bench.journal.last().unwrap().ops.clone(),
        refused: false,
    };
    let said = |language| deed(Locale::new(language), names(&bench), &row);
    assert_eq!(said(Language::Danish), "tilføjede et punkt: Økonomi");
    assert_eq!(said(Language::English), "added an item: Økonomi");
}

#[test]
fn what_it_was_and_what_it_became_are_said() {
    let mut bench = Bench::with_meeting();
    bench.ok("--meeting nims-2026-1 invite");
    let mut said = |line: &str| {
        bench.ok(&format!("--meeting nims-2026-1 {line}"));
        let row = HistoryRow {
            seq: 1,
            at: 0,
            user: String::new(),
            label: "meeting-set".to_owned(),
            group: Id::default(),
            ops: bench.journal.last().unwrap().ops.clone(),
            refused: false,
        };
        deed(Locale::new(Language::Danish), names(&bench), &row)
    };
    let moved = said("meeting-set --date 2026-12-03");
    assert!(moved.contains("tor. 26. nov. → tor. 3. dec."), "{moved}");
    let answered = said("rsvp \"Bo Friis\" yes");
    assert!(answered.contains("ikke svaret → tilmeldt"), "{answered}");
}

#[test]
fn letters_are_one_text_and_moments_are_not_named() {
    let mut bench = Bench::with_meeting();
    for line in ["agenda-add Økonomi --kind decision", "meeting-start"] {
        bench.ok(&format!("--meeting nims-2026-1 {line}"));
    }
    let said = |bench: &Bench, ops| {
        let row = HistoryRow {
            seq: 1,
            at: 0,
            user: String::new(),
            label: "break-start".to_owned(),
            group: Id::default(),
            ops,
            refused: false,
        };
        deed(Locale::new(Language::Danish), names(bench), &row)
    };
    let letter = |at, deleted: &str, inserted: &str| DocOp {
        doc: crate::domain::op::DocId::Meeting(Id::default()),
        op: Op::Text(TextOp::TextSpliced(Splice {
            field: crate::domain::text::TextField::Entry(Id::default()),
            at,
            deleted: deleted.to_owned(),
            inserted: inserted.to_owned(),
        })),
    };
    let typed = vec![
        letter(0, "", "H"),
        letter(1, "", "æ"),
        letter(1, "æ", ""),
        letter(1, "", "ej"),
        letter(0, "", "Og "),
    ];
    assert_eq!(said(&bench, typed), "begyndte en pause: +Hej, +Og");
    let item = bench.meeting("nims-2026-1").agenda()[0].clone();
    let done = crate::domain::agenda::AgendaItemField::status(
        &item,
        crate::domain::agenda::ItemStatus::Deferred,
    );
    let done = crate::domain::draft::set_in_meeting(Id::default(), item.id, done);
    assert_eq!(
        said(&bench, vec![done]),
        "begyndte en pause: status i gang → udsat"
    );
    bench.ok("--meeting nims-2026-1 break-start 10");
    let paused = bench.journal.last().unwrap().ops.clone();
    assert_eq!(said(&bench, paused), "begyndte en pause");
}

#[test]
fn what_happened_on_the_desk_and_in_a_network_is_told_too() {
    let mut bench = Bench::with_meeting();
    let mut said = |line: &str| {
        bench.ok(line);
        let last = bench.journal.last().unwrap();
        let row = HistoryRow {
            seq: 1,
            at: 0,
            user: String::new(),
            label: last.label.clone(),
            group: Id::default(),
            ops: last.ops.clone(),
            refused: false,
        };
        deed(Locale::new(Language::Danish), names(&bench), &row)
    };
    for (line, wanted) in [
        (
            "enquiry-add 'Besøg om boliger'",
            "oprettede en henvendelse: Besøg om boliger",
        ),
        (
            "enquiry-forward e-2026-1 --to vejle",
            "noterede en henvendelse som sendt videre: Vejle",
        ),
        (
            "enquiry-forward e-2026-1 --to Økonomiforvaltningen",
            "noterede en henvendelse som sendt videre: Økonomiforvaltningen",
        ),
        (
            "enquiry-set e-2026-1 --deadline 2026-11-20 --country NO",
            "rettede en henvendelse: e-2026-1 Besøg om boliger, land NO, frist fre. 20. nov.",
        ),
        (
            "enquiry-set e-2026-1 --deadline 2026-11-27 --from 'Oslo Kommune' --kind visit",
            "rettede en henvendelse: e-2026-1 Besøg om boliger, fra Oslo Kommune, hvad det gælder andet → besøg, frist fre. 20. nov. → fre. 27. nov.",
        ),
        (
            "membership-add 'European Social Network' --since 2010",
            "oprettede et medlemskab: European Social Network",
        ),
        (
            "membership-set 'European Social Network' --since 2011-05 --contact bo-friis",
            "rettede et medlemskab: European Social Network, medlem siden 2010 → maj 2011, kontakt Bo Friis",
        ),
        (
            "enquiry-remove e-2026-1",
            "fjernede en henvendelse: e-2026-1 Besøg om boliger",
        ),
        (
            "network-set nims --quorum 3",
            "rettede netværkets oplysninger: beslutningsdygtig fra 3",
        ),
        (
            "--network nims activity-add Kursus",
            "tilføjede en aktivitet: Kursus",
        ),
    ] {
        assert_eq!(said(line), wanted);
    }
}

#[test]
fn every_command_of_a_meeting_that_changes_something_has_its_deed() {
    use crate::app::command::Scope;
    let still = [
        "document-show",
        "document-copy",
        "document-save",
        "next-step",
        "annex-save",
        "queue-tell",
        "mail-addresses",
    ];
    let mut missing = Vec::new();
    for command in commands::all() {
        let of_meeting = matches!(
            command.scope,
            Scope::Network | Scope::Meeting | Scope::Item | Scope::Entry
        );
        if of_meeting && !still.contains(&command.name) {
            let key = Key::named(&format!("did-{}", command.name));
            if key.is_none() {
                missing.push(command.name);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}
