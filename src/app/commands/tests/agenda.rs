use crate::app::context::Target;
use crate::app::testing::Bench;
use crate::app::{Call, Effect, Msg};
use crate::domain::agenda::{ItemKind, SpeakerStatus};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::EntryKind;
use crate::domain::network::Owner;
use crate::domain::query::{Answer, Query};
use crate::domain::secretariat::Language;
use crate::locale::Key;

fn bench() -> Bench {
    let mut bench = Bench::with_meeting();
    for line in [
        r#"agenda-add "Oplæg om samskabelse" --kind talk --minutes 45 --purpose "Se" --outcome "Lære""#,
        r#"agenda-add Økonomi --kind decision --minutes 20 --responsible "Karen Lund" --recommendation "at budgettet godkendes""#,
        "agenda-add Eventuelt --kind aob",
    ] {
        bench.ok(&format!("--meeting nims-2026-1 {line}"));
    }
    bench
}

fn ok(bench: &mut Bench, item: &str, line: &str) -> String {
    bench.ok(&format!("--meeting nims-2026-1 --item {item} {line}"))
}

fn fails(bench: &mut Bench, item: &str, line: &str) -> Key {
    bench.fails(&format!("--meeting nims-2026-1 --item {item} {line}"))
}

fn meeting(bench: &Bench) -> &Meeting {
    bench.meeting("nims-2026-1")
}

fn titles(bench: &Bench) -> Vec<&str> {
    let agenda = meeting(bench).agenda();
    agenda.into_iter().map(|item| item.title.as_str()).collect()
}

#[test]
fn items_are_added_with_all_they_have() {
    let bench = bench();
    let agenda = meeting(&bench).agenda();
    assert_eq!(
        (agenda[0].kind, agenda[0].minutes),
        (ItemKind::Talk, Some(45))
    );
    let karen = bench.person("karen-lund").id;
    assert_eq!(agenda[1].responsible, Owner::Person(karen));
    assert_eq!(agenda[1].recommendation, "at budgettet godkendes");
}

#[test]
fn items_are_placed_moved_doubled_and_removed() {
    let mut bench = bench();
    bench.ok("--meeting nims-2026-1 agenda-add Velkomst --kind welcome --after 0");
    assert_eq!(
        titles(&bench),
        ["Velkomst", "Oplæg om samskabelse", "Økonomi", "Eventuelt"]
    );
    ok(&mut bench, "3", "agenda-move up");
    bench.ok("--meeting nims-2026-1 agenda-move 1 --item 4");
    assert_eq!(
        titles(&bench),
        ["Eventuelt", "Velkomst", "Økonomi", "Oplæg om samskabelse"]
    );
    ok(&mut bench, "1", "agenda-move down");
    ok(&mut bench, "1", "agenda-move up");
    ok(&mut bench, "2", "agenda-move 4");
    assert_eq!(
        titles(&bench),
        ["Velkomst", "Økonomi", "Oplæg om samskabelse", "Eventuelt"]
    );
    ok(&mut bench, "2", "agenda-duplicate");
    let said = ok(&mut bench, "3", "agenda-remove");
    assert!(said.contains("Ctrl+Z"), "{said}");
    assert_eq!(titles(&bench).len(), 4);
    assert_eq!(
        fails(&mut bench, "1", "agenda-move 9"),
        Key::ErrorNoSuchNumber
    );
    let key = bench.fails("--meeting nims-2026-1 agenda-move 1 --item 9");
    assert_eq!(key, Key::ErrorItemUnknown);
    let key = bench.fails("--meeting nims-2026-1 agenda-add ' '");
    assert_eq!(key, Key::ErrorEmpty);
}

#[test]
fn an_item_is_changed_and_its_texts_spliced() {
    let mut bench = bench();
    ok(
        &mut bench,
        "2",
        "agenda-set --title 'Økonomi 2027' --minutes '' --closed yes --responsible arbejdsgruppen --background 'Første udkast.\nTo linjer.'",
    );
    let item = meeting(&bench).agenda()[1].clone();
    assert_eq!(
        (item.title.as_str(), item.minutes, item.closed),
        ("Økonomi 2027", None, true)
    );
    assert_eq!(item.responsible, Owner::Words("arbejdsgruppen".into()));
    assert_eq!(item.background, "Første udkast.\nTo linjer.");
    ok(
        &mut bench,
        "2",
        "agenda-set --background 'Andet udkast.' --recommendation '' --closed nej",
    );
    let item = meeting(&bench).agenda()[1];
    assert_eq!(item.background, "Andet udkast.");
    assert!(item.recommendation.is_empty() && !item.closed);
}

#[test]
fn a_recommendation_is_adopted_once_in_the_meetings_language() {
    let mut bench = bench();
    ok(&mut bench, "2", "recommendation-adopt");
    let item = meeting(&bench).agenda()[1].id;
    let entries = meeting(&bench).entries_of(item);
    assert_eq!(entries[0].kind, EntryKind::Decision);
    assert_eq!(entries[0].text, "Indstillingen tiltrådt.");
    assert_eq!(entries[0].by, "Karen");
    assert_eq!(
        fails(&mut bench, "2", "recommendation-adopt"),
        Key::ErrorAlreadyAdopted
    );
    assert_eq!(
        fails(&mut bench, "1", "recommendation-adopt"),
        Key::ErrorNoRecommendation
    );
}

#[test]
fn annexes_have_letters() {
    let mut bench = bench();
    ok(
        &mut bench,
        "2",
        "annex-add Budget --link https://example.dk/budget",
    );
    ok(&mut bench, "2", "annex-add --file /hjem/budget.xlsx");
    {
        let item = meeting(&bench).agenda()[1].id;
        let row = meeting(&bench).annexes_of(item)[1];
        assert_eq!((row.title.as_str(), row.file.len()), ("budget.xlsx", 64));
    }
    ok(&mut bench, "2", "annex-set 2b --title 'Regneark 2027'");
    ok(&mut bench, "2", "annex-move b up");
    let names = |bench: &Bench| -> Vec<String> {
        let item = meeting(bench).agenda()[1].id;
        let rows = meeting(bench).annexes_of(item);
        rows.iter().map(|row| row.title.clone()).collect()
    };
    assert_eq!(names(&bench), ["Regneark 2027", "Budget"]);
    ok(&mut bench, "2", "annex-remove a");
    assert_eq!(names(&bench), ["Budget"]);
    assert_eq!(fails(&mut bench, "2", "annex-remove c"), Key::ErrorNoAnnex);
    assert_eq!(
        fails(&mut bench, "2", "annex-add X --link javascript:alert"),
        Key::ErrorLink
    );
    assert_eq!(fails(&mut bench, "2", "annex-add"), Key::ErrorEmpty);
}

#[test]
fn speakers_become_certain() {
    let mut bench = bench();
    ok(&mut bench, "1", "speaker-add 'Ulla Berg' --title Lektor");
    bench.ok("--meeting nims-2026-1 speaker-add 'Mads Ukendt' --item 1 --organisation SDU --status invited");
    let speakers = |bench: &Bench| {
        let item = meeting(bench).agenda()[0].id;
        let rows = meeting(bench).speakers_of(item);
        rows.into_iter().cloned().collect::<Vec<_>>()
    };
    let rows = speakers(&bench);
    assert_eq!(rows[0].person, Some(bench.person("ulla-berg").id));
    assert_eq!(rows[0].organisation, "UCL Erhvervsakademi");
    assert_eq!(
        (rows[1].person, rows[1].status),
        (None, SpeakerStatus::Invited)
    );
    bench.ok("--meeting nims-2026-1 speaker-set ulla --status confirmed");
    bench.ok("--meeting nims-2026-1 speaker-set 2 --name 'Mads Holm' --item 1");
    let rows = speakers(&bench);
    assert_eq!(rows[0].status, SpeakerStatus::Confirmed);
    assert_eq!(rows[1].name, "Mads Holm");
    bench.ok("--meeting nims-2026-1 speaker-remove mads");
    assert_eq!(speakers(&bench).len(), 1);
    let key = bench.fails("--meeting nims-2026-1 speaker-set nobody --status declined");
    assert_eq!(key, Key::ErrorNoSpeaker);
}

#[test]
fn one_writes_on_while_an_annex_is_copied() {
    let mut bench = bench();
    bench.sit_down(Language::Danish, (80, 24));
    let meeting = bench.meeting("nims-2026-1").head.id;
    let target = Target {
        meeting: Some(meeting),
        item: Some(bench.meeting("nims-2026-1").agenda()[0].id),
        ..Target::default()
    };
    bench.call(vec!["meeting-open".to_owned()], target);
    bench.press("m");
    let words = ["annex-add", "--file=/media/stor.pdf"].map(str::to_owned);
    let effects = bench.app.call(Call {
        words: words.to_vec(),
        target,
    });
    let [Effect::Query(number, Query::Keep(path))] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(path, "/media/stor.pdf");
    let notice = bench.app.view.notice.as_ref().unwrap().message.key();
    assert_eq!(notice, Key::AnnexCopying);
    bench.press("Vi mødes");
    assert!(bench.meeting("nims-2026-1").annexes.is_empty());
    let answer = Answer::Kept {
        hash: "0".repeat(64),
        name: "stor.pdf".to_owned(),
    };
    bench.hear(Msg::Answer(*number, answer));
    bench.press(" igen");
    let meeting = bench.meeting("nims-2026-1");
    assert_eq!(meeting.annexes.values().next().unwrap().title, "stor.pdf");
    assert_eq!(
        meeting.entries.values().next().unwrap().text,
        "Vi mødes igen"
    );
}
