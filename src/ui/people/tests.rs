use crate::app::Ended;
use crate::app::keymap::Keymap;
use crate::app::screens::Screen;
use crate::app::testing::Bench;
use crate::domain::secretariat::Language;
use crate::ui::picture::picture;

fn seated(language: Language, size: (u16, u16)) -> Bench {
    let mut bench = Bench::with_meeting();
    bench.sit_down(language, size);
    bench.press("p");
    bench
}

#[test]
fn people_and_organisations_stand_in_danish_order() {
    let bench = seated(Language::Danish, (80, 24));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn people_on_a_wide_english_screen() {
    let bench = seated(Language::English, (200, 50));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn typing_narrows_the_list_and_esc_shows_all_again() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("aase");
    let shown = picture(&bench.app);
    assert!(
        shown.contains("▸ Åse Østergaard") && !shown.contains("Bo Friis"),
        "{shown}"
    );
    bench.press("<esc>");
    assert!(picture(&bench.app).contains("Bo Friis"));
}

#[test]
fn every_letter_narrows_the_list() {
    for keymap in ["default", "emacs", "vim"] {
        let mut bench = seated(Language::Danish, (80, 24));
        bench.app.view.keymap = Keymap::shipped(keymap).unwrap();
        let letters: String = ('a'..='z').chain("æøåABQZ 7.@".chars()).collect();
        bench.press(&letters);
        let Screen::People(screen) = &bench.app.view.screen else {
            panic!("{keymap} left the list");
        };
        assert_eq!(
            (screen.filter.text(), bench.has_quit()),
            (letters.as_str(), false),
            "{keymap}"
        );
    }
}

#[test]
fn enter_edits_the_selected_person() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("bo f<enter>");
    let shown = picture(&bench.app);
    assert!(
        shown.contains("Bo Friis") && shown.contains("Navn"),
        "{shown}"
    );
    bench.press("<end> Hansen<enter>");
    assert!(
        matches!(bench.app.ended, Some(Ended::Done(Some(_)))),
        "{:?}",
        bench.app.ended
    );
    assert_eq!(bench.person("bo-friis").name, "Bo Friis Hansen");
}

#[test]
fn what_was_typed_becomes_the_new_persons_name() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("Ida Holm+<enter>");
    assert_eq!(bench.person("ida-holm").name, "Ida Holm");
}

#[test]
fn del_removes_the_selected_person() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("ulla<del>");
    assert!(bench.register().person("ulla-berg").is_none());
    assert!(picture(&bench.app).contains("Fjernet"));
}

#[test]
fn the_first_organisation_and_the_first_person_are_made_where_there_are_none() {
    let mut bench = Bench::new();
    bench.ok("secretariat-new da Karen Netværket");
    bench.sit_down(Language::Danish, (80, 24));
    bench.press("p");
    insta::assert_snapshot!("empty-80-da", picture(&bench.app));
    bench.press("<tab>+Vejle Kommune<enter>");
    let vejle = bench
        .register()
        .organisations
        .values()
        .next()
        .unwrap()
        .clone();
    assert_eq!(
        (vejle.name.as_str(), vejle.label.as_str()),
        ("Vejle Kommune", "vejle-kommune")
    );
    // The people are still none, and one is made from there.
    bench.press("<tab>+Bo Friis<tab>+Odense<enter>");
    let bo = bench.person("bo-friis").clone();
    let odense = bo.organisation.unwrap();
    assert_eq!(bench.register().organisation_name(odense), "Odense");
    bench.press("<tab>+Kim<enter>");
    assert!(
        bench
            .register()
            .organisations
            .values()
            .any(|row| row.name == "Kim")
    );
}

#[test]
fn what_was_removed_comes_back_by_the_key_it_says() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("ulla<del><ctrl-z>");
    assert!(bench.register().person("ulla-berg").is_some());
    assert!(picture(&bench.app).contains("Fortrudt"));
}
