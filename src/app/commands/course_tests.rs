//! A meeting's course as lines of commands: what is said, what comes of it, what is refused.

use super::scene::{DAY, bench, meeting, on, play};
use crate::app::testing::Bench;
use crate::domain::agenda::ItemStatus;
use crate::domain::meeting::MinutesStatus;
use crate::domain::minutes::{CommentStatus, EntryKind, ParagraphStyle};
use crate::domain::network::ActionStatus;
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Query, UndoStep};
use crate::locale::Key;

#[test]
fn the_items_follow_each_other_and_defer() {
    let mut bench = bench();
    play(
        &mut bench,
        &[
            ("09:31", "meeting-start", "Mødet er åbnet kl. 09.31"),
            ("09:41", "item-next", "Punkt 2 er i gang: Indsatser"),
            (
                "10:00",
                "item-defer --to nims-2026-2",
                "Punkt 2 er udsat: Indsatser",
            ),
            ("10:01", "item-start 3", "Punkt 3 er i gang: Eventuelt"),
            ("12:20", "item-done", "Punkt 3 er afsluttet: Eventuelt"),
            ("12:24", "meeting-close", "Mødet er hævet kl. 12.24"),
        ],
    );
    let status = |bench: &Bench| -> Vec<ItemStatus> {
        meeting(bench)
            .agenda()
            .iter()
            .map(|item| item.status)
            .collect()
    };
    let (done, deferred) = (ItemStatus::Done, ItemStatus::Deferred);
    assert_eq!(status(&bench), [done, deferred, done]);
    assert_eq!(bench.meeting("nims-2026-2").agenda().len(), 4);
    let refusals = [
        ("meeting-close", Key::ErrorMeetingClosed),
        ("item-next", Key::ErrorMeetingClosed),
        ("item-defer 2", Key::ErrorItemCarried),
        ("item-defer 1 --to nims-2026-1", Key::ErrorDeferHere),
        ("item-done 9", Key::ErrorItemUnknown),
        ("item-done", Key::ErrorNoItem),
    ];
    for (line, key) in refusals {
        assert_eq!(bench.fails(&on(line)), key, "{line}");
    }
    bench.ok(&on("meeting-reopen"));
    assert_eq!(
        bench.fails(&on("meeting-reopen")),
        Key::ErrorMeetingNotClosed
    );
    assert_eq!(bench.fails(&on("meeting-start")), Key::ErrorMeetingStarted);
    bench.ok(&on("item-start 2"));
    assert_eq!(bench.fails(&on("item-start 2")), Key::ErrorItemCurrent);
}

#[test]
fn lines_become_entries_of_their_kind() {
    let mut bench = bench();
    let rows = [
        ("note-add", "Ulla viste tre eksempler.", EntryKind::Note),
        (
            "decision-add",
            "Netværket mødes fire gange.",
            EntryKind::Decision,
        ),
        ("private-add", "Husk kaffe.", EntryKind::Private),
        ("vote-add", "12 for, 2 imod.", EntryKind::Vote),
        ("note-add", "Vejle ønsker en anden model.", EntryKind::Note),
    ];
    for (command, text, _) in rows {
        bench.ok(&format!(
            "--meeting nims-2026-1 --item 2 {command} {text:?}"
        ));
    }
    bench.ok("--meeting nims-2026-1 --item 2 note-add \"b: Ja tak.\"");
    bench.ok("--meeting nims-2026-1 --item 2 note-add \"- et punkt\n- et andet\"");
    let item = meeting(&bench).agenda()[1].id;
    let entries = meeting(&bench).entries_of(item);
    for (entry, (_, text, kind)) in entries.iter().zip(rows) {
        assert_eq!((entry.kind, entry.text.as_str()), (kind, text));
        assert_eq!((entry.by.as_str(), entry.prepared), ("Karen", false));
    }
    assert_eq!(entries[5].kind, EntryKind::Decision);
    assert_eq!(entries[5].text, "Ja tak.");
    assert_eq!(entries[7].style, ParagraphStyle::Bullet);
    assert_eq!(entries[7].text, "et andet");
    assert_eq!(
        bench.fails("--meeting nims-2026-1 --item 2 note-add \" \""),
        Key::ErrorEmpty
    );
    assert_eq!(bench.fails(&on("note-add Hvor?")), Key::ErrorNoItem);
}

#[test]
fn a_typed_action_has_owner_and_deadline() {
    let mut bench = bench();
    bench.ok(
        "--meeting nims-2026-1 --item 1 note-add \"Opgave: Karen Lund: Send årsplan, senest 1/12\"",
    );
    bench.ok(
        "--meeting nims-2026-1 --item 1 action-add \"Bestil lokale\" --owner vejle --due snarest",
    );
    let doc = meeting(&bench);
    let entries = doc.entries_of(doc.agenda()[0].id);
    assert_eq!(entries[0].text, "Send årsplan");
    assert_eq!(entries[0].due.as_ref().unwrap().to_string(), "2026-12-01");
    let network = bench.network("nims");
    assert!(
        entries
            .iter()
            .all(|entry| network.actions.contains_key(&entry.action.unwrap()))
    );
    assert_eq!(
        bench.fails("--meeting nims-2026-1 --item 1 note-add \"o: Send senest fre 1/12\""),
        Key::ErrorPlain
    );
}

#[test]
fn entries_are_set_moved_removed_and_kept() {
    let mut bench = bench();
    bench.ok("--meeting nims-2026-1 --item 1 note-add En --prepared");
    bench.ok("--meeting nims-2026-1 --item 1 note-add To");
    bench.ok("--meeting nims-2026-1 --item 1 note-add Tre");
    let texts = |bench: &Bench, item: usize| -> Vec<String> {
        let doc = meeting(bench);
        let entries = doc.entries_of(doc.agenda()[item].id).into_iter();
        entries.map(|entry| entry.text.clone()).collect()
    };
    bench.ok(&on("entry-move 1.3 --before 1.1"));
    assert_eq!(texts(&bench, 0), ["Tre", "En", "To"]);
    bench.ok(&on("entry-move 1.1 --after 1.2"));
    assert_eq!(texts(&bench, 0), ["En", "Tre", "To"]);
    bench.ok(&on("entry-move 1.2 --to 3"));
    assert_eq!(texts(&bench, 2), ["Tre"]);
    bench.ok(&on(
        "entry-set 1.2 --text \"To og en halv\" --kind action --owner Bo",
    ));
    assert_eq!(bench.network("nims").actions.len(), 1);
    bench.ok(&on("entry-remove 1.2"));
    assert_eq!(texts(&bench, 0), ["En"]);
    assert!(
        bench
            .network("nims")
            .actions
            .values()
            .all(|action| action.removed)
    );
    bench.ok(&on("entry-keep --all"));
    let refusals = [
        ("entry-keep 1.1", Key::ErrorNothingPrepared),
        ("entry-set 1.1 --owner Bo", Key::ErrorEntryNoAction),
        ("entry-set 1.1", Key::ErrorNothingToSet),
        ("entry-set 1.9 --text Ny", Key::ErrorEntryUnknown),
        ("entry-set --text Ny", Key::ErrorNoEntry),
        ("entry-move 1.1", Key::ErrorMoveWhere),
        ("entry-move 1.1 --after 1.1", Key::ErrorMoveWhere),
        ("entry-set 1.1 --kind sang", Key::ErrorChoice),
    ];
    for (line, key) in refusals {
        assert_eq!(bench.fails(&on(line)), key, "{line}");
    }
}

#[test]
fn an_edited_sentence_follows_attendance_again() {
    let mut bench = bench();
    bench.ok(&on("invite"));
    bench.ok(&on("meeting-start"));
    bench.ok(&on("check-in bo"));
    assert_eq!(bench.fails(&on("entry-follow 1.1")), Key::ErrorEntryFollows);
    bench.ok(&on("entry-set 1.1 --text \"Bo kom for sent.\""));
    bench.ok(&on("entry-follow 1.1"));
    let item = meeting(&bench).agenda()[0].id;
    assert_eq!(meeting(&bench).entries_of(item)[0].text, "");
    bench.ok(&on("entry-set 1.1 --text \"Bo kom for sent.\""));
    bench.ok(&on("attendance-set bo absent"));
    assert_eq!(bench.fails(&on("entry-follow 1.1")), Key::ErrorEntryNoEvent);
}

#[test]
fn minutes_go_out_come_back_and_are_locked() {
    let mut bench = bench();
    bench.ok("--meeting nims-2026-1 --item 1 action-add \"Send årsplan\" --owner \"Karen Lund\"");
    assert_eq!(
        bench.fails(&on("minutes-send --deadline 1/11-2026")),
        Key::ErrorDeadlinePassed
    );
    assert_eq!(
        bench.ok(&on("minutes-send")),
        "Referatet er til bemærkninger; indsigelsesfrist tor. 10. dec."
    );
    bench.ok(&on(
        "comment-add \"Vi sagde tre.\" --entry 1.1 --by \"Bo Friis\"",
    ));
    bench.ok(&on("comment-answer 1 \"Rettet.\" --accept"));
    let comment = meeting(&bench).comments.values().next().unwrap();
    assert_eq!(comment.status, CommentStatus::Accepted);
    assert!(comment.entry.is_some());
    assert_eq!(bench.fails(&on("minutes-correct")), Key::ErrorNotApproved);
    assert_eq!(
        bench.fails(&on("minutes-publish")),
        Key::ErrorPublishUnapproved
    );
    assert_eq!(
        bench.ok(&on("minutes-approve --by Netværket")),
        "Referatet er godkendt af Netværket (version 1)"
    );
    let approval = meeting(&bench).approval().unwrap();
    assert!(approval.outline.contains("Send årsplan") && approval.outline.contains("Karen Lund"));
    let action = bench.network("nims").actions.values().next().unwrap();
    assert_eq!(
        (action.text.as_str(), action.frozen),
        ("Send årsplan", true)
    );
    bench.ok(&on("minutes-publish"));
    for line in [
        "--item 1 note-add Mere",
        "--item 1 decision-add Mere",
        "--item 1 action-add Mere",
        "entry-set 1.1 --text Andet",
        "entry-remove 1.1",
        "item-start 1",
        "item-done 1",
        "item-defer 1",
        "meeting-reopen",
        "minutes-send",
    ] {
        assert_eq!(bench.fails(&on(line)), Key::ErrorMinutesApproved, "{line}");
    }
    assert_eq!(
        bench.fails(&on("minutes-approve")),
        Key::ErrorAlreadyApproved
    );
    bench.ok(&on("minutes-correct"));
    bench.ok(&on("entry-set 1.1 --text \"Send årsplanen\""));
    bench.ok(&on("minutes-approve"));
    assert_eq!(meeting(&bench).approval().unwrap().version, 2);
    assert_eq!(meeting(&bench).head.minutes, MinutesStatus::Approved);
}

#[test]
fn an_action_is_the_entrys_until_approval_and_its_own_after() {
    let mut bench = bench();
    bench.ok("--meeting nims-2026-1 --item 1 action-add \"Send årsplan\"");
    bench.ok(&on(
        "action-set årsplan --text \"Send hele årsplanen\" --owner Karen --due 1/12",
    ));
    let doc = meeting(&bench);
    let entry = doc.entries_of(doc.agenda()[0].id)[0];
    assert_eq!(entry.text, "Send hele årsplanen");
    bench.ok(&on("minutes-approve"));
    bench.ok("--network nims action-set årsplan --due snarest");
    assert_eq!(
        bench.ok("--network nims action-done årsplan"),
        "Opgaven er løst: Send hele årsplanen"
    );
    let action = bench
        .network("nims")
        .actions
        .values()
        .next()
        .unwrap()
        .clone();
    assert_eq!(action.status, ActionStatus::Done);
    assert_eq!(action.closed_on.unwrap().to_string(), DAY);
    assert_eq!(action.due.unwrap().to_string(), "snarest");
    bench.ok("--network nims action-reopen årsplan");
    bench.ok("--network nims action-add \"Find vært\" --owner \"Vejle Kommune\" --due 1/2");
    bench.ok("--network nims action-add \"Find lokale\"");
    assert_eq!(
        bench.fails("--network nims action-done find"),
        Key::ErrorActionSeveral
    );
    bench.ok("--network nims action-drop lokale");
    bench.ok("--network nims action-done vært");
    for (line, key) in [
        ("action-done vært", Key::ErrorActionDone),
        ("action-drop lokale", Key::ErrorActionDropped),
        ("action-reopen årsplan", Key::ErrorActionOpen),
        ("action-done ukendt", Key::ErrorActionUnknown),
        ("action-done", Key::ErrorNoAction),
        ("action-set vært", Key::ErrorNothingToSet),
    ] {
        assert_eq!(
            bench.fails(&format!("--network nims {line}")),
            key,
            "{line}"
        );
    }
}

#[test]
fn a_step_is_taken_back_as_a_step_of_its_own() {
    let mut bench = bench();
    bench.ok("--meeting nims-2026-1 --item 1 action-add \"Send årsplan\"");
    let group = bench.journal.last().unwrap().group;
    assert_eq!(bench.ok(&on("undo")), "Fortrudt: Opret en opgave");
    let last = bench.journal.last().unwrap();
    assert_eq!((last.label.as_str(), last.undoes), ("undo", Some(group)));
    assert!(meeting(&bench).entries.values().all(|entry| entry.removed));
    assert!(
        bench
            .network("nims")
            .actions
            .values()
            .all(|action| action.removed)
    );
    assert_eq!(bench.ok(&on("redo")), "Gentaget");
    assert!(meeting(&bench).entries.values().all(|entry| !entry.removed));
    bench.ok(&on("minutes-approve"));
    bench.ok(&on("undo"));
    assert_eq!(meeting(&bench).head.minutes, MinutesStatus::Draft);
}

#[test]
fn a_step_others_built_on_is_taken_back_only_when_confirmed() {
    let mut bench = bench();
    bench.ok("--meeting nims-2026-1 --item 1 note-add Hej");
    let id = meeting(&bench).head.id;
    let asked = |bench: &mut Bench| {
        let query = Query::Undo {
            doc: DocId::Meeting(id),
            user: "Karen".into(),
            redo: false,
        };
        let last = bench.journal.last().unwrap();
        let step = UndoStep {
            group: last.group,
            label: last.label.clone(),
            ops: Vec::new(),
            base: 0,
            contested_by: Some("Bo".into()),
        };
        bench.app.answers.push((query, Answer::Undo(Some(step))));
    };
    asked(&mut bench);
    assert_eq!(bench.fails(&on("undo")), Key::ErrorUndoContested);
    asked(&mut bench);
    assert_eq!(bench.ok(&on("undo --yes")), "Fortrudt: Skriv et notat");
    bench.app.interactive = true;
    asked(&mut bench);
    bench.ok(&on("undo"));
    assert_eq!(bench.app.view.overlays.len(), 1);
}
