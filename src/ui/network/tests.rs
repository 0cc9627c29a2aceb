use crate::app::input::{Input, Mouse, MouseKind};
use crate::app::overlays::Overlay;
use crate::app::screens::Screen;
use crate::app::testing::Bench;
use crate::domain::secretariat::Language;
use crate::ui::picture::picture;

fn seated(language: Language, size: (u16, u16)) -> Bench {
    let mut bench = Bench::with_meeting();
    bench.ok(r#"network-set nims --purpose "At lære af hinanden på tværs" --quorum 2 --quorum-counts organisations"#);
    bench.ok("template-standard --network nims");
    bench.sit_down(language, size);
    let target = crate::app::context::Target {
        network: bench.secretariat().network("nims"),
        ..Default::default()
    };
    bench.call(vec!["go-network".to_owned()], target);
    bench
}

#[test]
fn a_network_shows_its_meetings_members_and_template() {
    let bench = seated(Language::Danish, (80, 24));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn a_network_in_english_on_a_wide_screen() {
    let bench = seated(Language::English, (200, 50));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn the_template_is_changed_by_keys() {
    let mut bench = seated(Language::Danish, (80, 24));
    let titles = |bench: &Bench| -> Vec<String> {
        let rows = bench.network("nims");
        rows.template().map(|row| row.title.clone()).collect()
    };
    let before = titles(&bench);
    bench.press("<tab><tab><enter>");
    bench.press("<end> og kaffe<enter>");
    assert_eq!(titles(&bench)[0], format!("{} og kaffe", before[0]));
    bench.press("<ctrl-down>");
    assert_eq!(titles(&bench)[1], format!("{} og kaffe", before[0]));
    bench.press("<del>");
    assert_eq!(titles(&bench).len(), before.len() - 1);
}

#[test]
fn a_members_role_is_changed_and_the_meeting_opened() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<tab><enter>");
    assert!(
        picture(&bench.app).contains("Rolle"),
        "{}",
        picture(&bench.app)
    );
    bench.press("<esc><shift-tab><enter>");
    assert!(matches!(bench.app.view.screen, Screen::Meeting(_)));
    bench.press("<esc>");
    assert!(matches!(bench.app.view.screen, Screen::Network(_)));
}

#[test]
fn the_networks_facts_are_changed_in_a_form() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("r<down><end> i Norden<enter>");
    assert_eq!(
        bench.network("nims").head.name,
        "Netværk for Internationale Kommuner i Norden"
    );
}

#[test]
fn the_templates_practical_things_are_changed_by_keys() {
    let mut bench = seated(Language::Danish, (80, 24));
    let rows = |bench: &Bench| -> Vec<String> {
        let network = bench.network("nims");
        network
            .template_practical_list()
            .map(|row| format!("{} {} {}", row.what, row.who, row.days))
            .collect()
    };
    let before = rows(&bench);
    bench.press("<end><enter><tab>Anna<enter>");
    assert_eq!(rows(&bench)[before.len() - 1], "Projektor og lyd Anna -1");
    bench.press("pNavneskilte<tab><tab>-2<enter>");
    assert_eq!(rows(&bench)[before.len()], "Navneskilte  -2");
    insta::assert_snapshot!(picture(&bench.app));
    bench.press("<del>");
    assert_eq!(rows(&bench).len(), before.len());
}

#[test]
fn a_copy_of_the_last_meeting_begins_with_its_facts_and_is_shown() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("c");
    insta::assert_snapshot!(picture(&bench.app));
    bench.press("14/1 2027<enter>");
    let made = bench.meeting("nims-2027-1");
    assert_eq!(made.head.title, "Samskabelse");
    match &bench.app.view.screen {
        Screen::Meeting(screen) => assert_eq!(screen.meeting, made.head.id),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_empty_section_is_reached_and_plus_fills_it() {
    let mut bench = Bench::new();
    bench.ok("secretariat-new da Karen Netværket --label nims");
    bench.sit_down(Language::Danish, (80, 24));
    let target = crate::app::context::Target {
        network: bench.secretariat().network("nims"),
        ..Default::default()
    };
    bench.call(vec!["go-network".to_owned()], target);
    for (keys, form) in [
        ("+", "Opret et møde"),
        ("<tab>+", "Tilføj et medlem"),
        ("<tab>+", "Tilføj et punkt til skabelonen"),
        ("<tab>+", "Tilføj noget praktisk"),
        ("<tab>+", "Opret et møde"),
    ] {
        bench.press(keys);
        let shown = picture(&bench.app);
        assert!(shown.contains(form), "{form}: {shown}");
        bench.press("<esc>");
    }
    bench.press("s");
    bench.press("<ctrl-z>");
    assert!(picture(&bench.app).contains("Ingen skabelon"));
}

/// Clicks on the first line that shows a text.
fn click(bench: &mut Bench, text: &str) {
    let shown = picture(&bench.app);
    let lines: Vec<&str> = shown.lines().collect();
    let y = lines.iter().position(|line| line.contains(text)).unwrap();
    let x = lines[y]
        .chars()
        .position(|sign| sign.is_alphabetic())
        .unwrap();
    let mouse = Mouse {
        kind: MouseKind::Press,
        x: u16::try_from(x).unwrap(),
        y: u16::try_from(y).unwrap(),
    };
    bench.input(Input::Mouse(mouse));
}

#[test]
fn a_click_selects_a_row_and_a_second_one_opens_it() {
    let mut bench = seated(Language::Danish, (80, 24));
    click(&mut bench, "Bo Friis");
    let bo = bench.person("bo-friis").id;
    assert_eq!(bench.app.target().person, Some(bo));
    assert!(bench.app.view.overlays.is_empty());
    click(&mut bench, "Bo Friis");
    let shown = picture(&bench.app);
    assert!(shown.contains("Rolle"), "{shown}");
    bench.press("<esc>");
    click(&mut bench, "Samskabelse");
    assert!(matches!(bench.app.view.screen, Screen::Network(_)));
    click(&mut bench, "Samskabelse");
    assert!(matches!(bench.app.view.screen, Screen::Meeting(_)));
}

#[test]
fn a_row_of_the_palette_is_clicked_too() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<ctrl-k>netv");
    assert!(
        picture(&bench.app).contains("member-remove"),
        "{}",
        picture(&bench.app)
    );
    bench.press("<down>");
    click(&mut bench, "member-remove");
    assert!(matches!(
        bench.app.view.overlays.last(),
        Some(Overlay::Palette(_))
    ));
    click(&mut bench, "member-remove");
    assert!(!matches!(
        bench.app.view.overlays.last(),
        Some(Overlay::Palette(_))
    ));
}

#[test]
fn what_is_added_is_selected() {
    let mut bench = seated(Language::Danish, (80, 24));
    let marked = |bench: &Bench| -> String {
        let Screen::Network(screen) = &bench.app.view.screen else {
            panic!("another screen");
        };
        let rows = screen.rows(&bench.app);
        let id = screen.selected_id(&rows);
        let register = bench.app.register();
        let member = rows.members.iter().find(|row| Some(row.id) == id);
        member
            .map_or("", |row| register.name_of(row.person.unwrap()))
            .to_owned()
    };
    bench.press("<tab>++ Yrsa Ny, Odense<ctrl-s>");
    assert_eq!(marked(&bench), "Yrsa Ny", "{}", picture(&bench.app));
}
