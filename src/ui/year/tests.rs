use crate::app::overlays::Overlay;
use crate::app::screens::Screen;
use crate::app::testing::Bench;
use crate::domain::secretariat::Language;
use crate::ui::picture::picture;

const YEAR: &[&str] = &[
    "activity-add Opstartsmøde --kind network-meeting --when 2026-01-20 --start 9.30 --end 12.30 --purpose 'Vælge temaer' --product Årsplan --host ucl --place Odense --status held",
    "activity-add 'Sagsaudit om hjemløshed' --kind case-audit --when 2026-01..2026-03 --purpose 'Lære af egne sager'",
    "activity-add 'Kursus i samskabelse' --kind course --when 2026-03",
    "activity-add 'Topmøde på Bornholm' --kind summit --when 2026-12-10..2026-12-11 --tentative --place Allinge --purpose 'Samle alle' --product Erklæring --direction outbound",
    "activity-add 'Besøg fra Oslo' --kind visit --status idea --purpose Netværk --product Rapport",
    "activity-add 'Aflyst tur' --kind study-trip --when 'uge 20 2026' --status cancelled",
];

fn seated(language: Language, size: (u16, u16)) -> Bench {
    let mut bench = Bench::with_meeting();
    for line in YEAR {
        bench.ok(&format!("--network nims {line}"));
    }
    bench.ok("member-add nims ucl");
    bench.sit_down(language, size);
    bench.press("y");
    bench.press("a");
    bench
}

#[test]
fn a_year_stands_by_month() {
    let bench = seated(Language::Danish, (80, 24));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn a_wide_year_has_the_selected_activity_beside_it() {
    let mut bench = seated(Language::English, (200, 50));
    bench.press("<down>");
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn enter_changes_an_activity_and_one_key_makes_it_a_meeting() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<home><enter> 2026<enter>");
    let has = |bench: &Bench, title: &str| {
        let rows = bench.network("nims").activities.values();
        rows.filter(|row| row.title == title).count() == 1
    };
    assert!(has(&bench, "Opstartsmøde 2026"), "{}", picture(&bench.app));
    bench.press("<down><down>m");
    // Only its month is known: the day is asked for.
    bench.press("12/3 2026<enter>");
    let course = |bench: &Bench| {
        let rows = bench.network("nims").activities.values();
        let mut rows = rows.filter(|row| row.title.starts_with("Kursus"));
        rows.next().cloned().unwrap()
    };
    let meeting = course(&bench).meeting.expect("it has a meeting");
    let doc = bench.network("nims").meetings[&meeting].clone();
    assert_eq!(doc.year, 2026);
    let date = bench.meeting("nims-2026-2").head.date.unwrap();
    assert_eq!(date.to_string(), "2026-03-12");
    assert_eq!(course(&bench).when.unwrap().to_string(), "2026-03");
    assert_eq!(
        bench.fails("--network nims activity-set kursus --place Odense"),
        crate::locale::Key::ErrorActivityIsMeeting
    );
    assert_eq!(
        bench.fails("--network nims activity-meeting kursus"),
        crate::locale::Key::ErrorActivityHasMeeting
    );
}

#[test]
fn arrows_go_from_year_to_year() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<right>");
    assert!(picture(&bench.app).contains("Årsplan 2027"));
    bench.press("<left><left>");
    assert!(matches!(&bench.app.view.screen, Screen::Year(screen) if screen.year == 2025));
}

#[test]
fn a_year_is_seen_before_it_is_planned() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<right>p");
    bench.press("anden torsdag i ulige måneder kl. 9.30-12.30, ikke på helligdage<enter>");
    insta::assert_snapshot!(picture(&bench.app));
    let count = bench.network("nims").activities.len();
    bench.press("<enter>");
    assert_eq!(bench.network("nims").activities.len(), count + 6);
}

#[test]
fn a_year_is_a_wheel_with_its_list_beside() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("h<down>");
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn a_wide_wheel_has_two_rings_for_two_networks() {
    let mut bench = Bench::with_meeting();
    for line in YEAR {
        bench.ok(&format!("--network nims {line}"));
    }
    bench.ok("network-new ung 'Unge i byen'");
    bench.ok("--network ung activity-add Seminar --kind seminar --when 2026-09-10");
    bench.sit_down(Language::English, (200, 50));
    bench.press("yh");
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn what_other_networks_want_the_same_members_for_is_said() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.ok("network-new ung 'Unge i byen'");
    bench.ok("member-add ung 'Karen Lund'");
    bench.ok("member-add ung 'Bo Friis'");
    bench.ok("--network ung activity-add Seminar --kind seminar --when 2026-12-10");
    bench.press("<esc>");
    bench.press("y<end>");
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn needs_and_those_who_took_it_into_use_are_offered_and_stand_beside_the_plan() {
    let mut bench = seated(Language::Danish, (200, 50));
    bench.ok("--network nims need-add 'Flere frivillige'");
    bench.ok("--network nims need-add 'Tal, der kan sammenlignes'");
    let set = "--network nims activity-set 'Kursus i samskabelse'";
    bench.ok(&format!(
        "{set} --meets 'Flere frivillige, 2' --seats 20 --sign-up-by 2026-02-20 --adopted-by odense"
    ));
    bench.press("<down><down>");
    let text = picture(&bench.app);
    for fact in [
        "Opfylder behov: Flere frivillige, Tal, der kan sammenlignes",
        "Pladser: 20",
        "Tilmelding senest: 20. februar 2026",
        "Taget i brug af: Odense",
    ] {
        assert!(text.contains(fact), "{fact}\n{text}");
    }
    bench.press("<enter>");
    let offered = |bench: &mut Bench, name: &str, typed: &str| -> Vec<String> {
        let Some(Overlay::Form(form)) = bench.app.view.overlays.last_mut() else {
            panic!("no form");
        };
        form.focus = form
            .slots
            .iter()
            .position(|it| it.arg.name == name)
            .unwrap();
        bench.press(&format!(",<space>{typed}"));
        let Some(Overlay::Form(form)) = bench.app.view.overlays.last() else {
            panic!("no form");
        };
        let offers = form.offers(&bench.app).into_iter();
        offers.map(|it| it.name).collect()
    };
    assert_eq!(offered(&mut bench, "meets", "fri"), ["Flere frivillige"]);
    bench.press("<enter>");
    assert_eq!(offered(&mut bench, "meets", "tal"), ["2"]);
    assert_eq!(
        offered(&mut bench, "adopted-by", "oden"),
        ["Odense Kommune"]
    );
}

#[test]
fn an_activity_is_read_on_one_sheet() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<home>d");
    insta::assert_snapshot!(picture(&bench.app));
    bench.press("c");
    assert!(picture(&bench.app).contains("Kopieret: "));
    bench.press("<esc>");
    assert!(bench.app.view.overlays.is_empty());
}
