use crate::app::testing::Bench;
use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::query::{ActionRow, Home, NetworkRow};
use crate::domain::secretariat::Language;
use crate::ui::picture::picture;

fn action(number: u128, text: &str, owner: &str, due: &str) -> ActionRow {
    ActionRow {
        id: Id::from_bits(number << 90),
        network: Id::from_bits(1 << (79 + number % 2)),
        meeting: Some(Id::from_bits(5)),
        meeting_label: "nims-2026-3".to_owned(),
        text: text.to_owned(),
        owner_name: owner.to_owned(),
        due: (!due.is_empty()).then(|| Due::from(due.to_owned())),
        ..ActionRow::default()
    }
}

fn seated(language: Language, size: (u16, u16)) -> Bench {
    let mut bench = Bench::new();
    bench.sit_down(language, size);
    bench.press("o");
    bench.app.view.home = Some(Home {
        actions: vec![
            action(
                1,
                "Send oplæg til alle kommuner",
                "Åse Østergaard",
                "2026-10-20",
            ),
            action(2, "Indkald arbejdsgruppen", "Bo Friis", "2026-11-05"),
            action(
                3,
                "Undersøg lokaler i Middelfart",
                "Åse Østergaard",
                "2026-12-01",
            ),
            action(4, "Skriv til ministeriet", "", "Snarest"),
            action(5, "Tænk over navnet", "arbejdsgruppen", ""),
        ],
        networks: vec![NetworkRow {
            id: Id::from_bits(1 << 80),
            label: "nims".to_owned(),
            name: "Netværk for Internationale Kommuner".to_owned(),
            ..NetworkRow::default()
        }],
        ..Home::default()
    });
    bench
}

#[test]
fn actions_stand_by_deadline() {
    let bench = seated(Language::Danish, (80, 24));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn actions_by_owner_in_english() {
    let mut bench = seated(Language::English, (200, 50));
    bench.press("s");
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn one_key_narrows_to_the_selected_actions_network_and_back() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("a");
    let shown = picture(&bench.app);
    assert!(
        shown.contains("Internationale Kommuner") && !shown.contains("Indkald"),
        "{shown}"
    );
    bench.press("a");
    assert!(picture(&bench.app).contains("alle netværk"));
}

#[test]
fn space_marks_an_action_done_and_the_form_changes_it() {
    let mut bench = Bench::with_meeting();
    bench.ok(r#"--network nims action-add "Send årsplan" --owner "Karen Lund" --due 2026-12-01"#);
    let (network, id) = {
        let nims = bench.network("nims");
        (nims.head.id, nims.actions.values().next().unwrap().id)
    };
    bench.sit_down(Language::Danish, (80, 24));
    bench.press("o");
    bench.app.view.home = Some(Home {
        actions: vec![ActionRow {
            id,
            network,
            meeting: None,
            ..action(1, "Send årsplan", "Karen Lund", "2026-12-01")
        }],
        ..Home::default()
    });
    bench.press("r<end> til alle<enter>");
    assert_eq!(
        bench.network("nims").actions[&id].text,
        "Send årsplan til alle"
    );
    bench.press("<space>");
    let row = &bench.network("nims").actions[&id];
    assert_eq!(row.status, crate::domain::network::ActionStatus::Done);
}
