use crate::app::context::Target;
use crate::app::testing::Bench;
use crate::domain::secretariat::Language;
use crate::ui::picture::picture;

fn seated(language: Language, size: (u16, u16)) -> Bench {
    let mut bench = Bench::with_meeting();
    for line in [
        "network-set nims --name 'Netværk for frivillighed'",
        "terms-set --network nims --purpose 'At dele viden om frivillighed på tværs af kommunerne og at finde ud af, hvad der virker hos de andre\nAt søge midler' --way-of-working 'Fire møder om året, hver gang hos en ny vært.\nEn arbejdsgruppe pr. tema.' --expected-results 'To fælles projekter' --start 2026-01-01 --evaluation 2027-11 --criteria 'Fremmøde\nNytte i hverdagen'",
        "terms-adopt --network nims --by Styregruppen --date 2026-01-15",
        "evaluation-add fremmøde --network nims --finding 'Ni af tolv kommuner' --change 'Møderne spredes'",
        "secretariat-set odense --network nims --since 2026-01 --until 2027-12",
        "group-new Styregruppe --network nims --kind steering",
        "group-member-add Styregruppe 'Bo Friis' --network nims",
        "group-new 'Arbejdsgruppe om hjemløshed' --network nims --kind working --mandate 'Op til 50.000 kr. om året'",
        "group-member-add Arbejds 'Karen Lund' --network nims --until 2027-12-31",
        "activity-add Kursus --network nims --kind course --when 2027-03 --serves 1",
    ] {
        bench.ok(line);
    }
    bench.sit_down(language, size);
    let target = Target {
        network: bench.secretariat().network("nims"),
        ..Target::default()
    };
    bench.call(vec!["go-network".to_owned()], target);
    bench.press("f");
    bench
}

#[test]
fn the_terms_stand_on_one_screen() {
    insta::assert_snapshot!(picture(&seated(Language::Danish, (80, 24)).app));
    insta::assert_snapshot!(picture(&seated(Language::English, (80, 24)).app));
}

#[test]
fn an_item_shows_the_purposes_it_contributes_to() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.ok("--meeting nims-2026-1 agenda-add Økonomi --serves 2");
    bench.ok("meeting-open nims-2026-1");
    bench.press("<down>");
    let shown = picture(&bench.app);
    assert!(
        shown.contains("Bidrager til         At søge midler"),
        "{shown}"
    );
}

#[test]
fn the_terms_use_a_wide_screen() {
    insta::assert_snapshot!(picture(&seated(Language::Danish, (200, 50)).app));
}

#[test]
fn purposes_are_changed_by_keys_and_make_a_draft() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<down><enter><end> sammen<enter>");
    let texts = |bench: &Bench| -> Vec<String> {
        let rows = bench.network("nims").purposes().into_iter();
        rows.map(|row| row.text.clone()).collect()
    };
    assert_eq!(texts(&bench)[1], "At søge midler sammen");
    bench.press("<ctrl-up>");
    assert_eq!(texts(&bench)[0], "At søge midler sammen");
    assert_eq!(
        bench.network("nims").draft_terms().map(|it| it.version),
        Some(2)
    );
    bench.press("+At være stærkere sammen<enter>");
    assert_eq!(texts(&bench).len(), 3);
    bench.press("v");
    bench.press("Styregruppen<enter>");
    assert!(bench.network("nims").draft_terms().is_none());
    assert_eq!(
        bench
            .network("nims")
            .terms_in_force()
            .unwrap()
            .purposes
            .len(),
        3
    );
}

#[test]
fn a_groups_gap_is_filled_from_its_members() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<shift-tab><shift-tab><down><enter>");
    insta::assert_snapshot!(picture(&bench.app));
    bench.press("<down><enter>");
    bench.press("Bo Friis<enter>");
    let shown = picture(&bench.app);
    assert!(!shown.contains("ikke udpeget"), "{shown}");
    let seats = bench.network("nims").group_members.len();
    assert_eq!(seats, 3);
}

#[test]
fn the_checklist_leads_to_what_mends_it() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("x");
    insta::assert_snapshot!(picture(&bench.app));
    bench.press("formål har<enter>");
    let shown = picture(&bench.app);
    assert!(shown.contains("Ret en aktivitet"), "{shown}");
}

#[test]
fn the_networks_screen_begins_with_what_is_missing() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<esc>");
    insta::assert_snapshot!(picture(&bench.app));
    bench.press("<shift-tab><enter>");
    let shown = picture(&bench.app);
    assert!(
        shown.contains("Produkt") || shown.contains("produkt"),
        "{shown}"
    );
}

/// A network with an article, materials and a project.
fn full() -> Bench {
    let mut bench = Bench::with_meeting();
    for line in [
        "--meeting nims-2026-1 agenda-add Oplæg --kind talk",
        "--meeting nims-2026-1 article-set --title 'Samskabelse i praksis' --body 'Vi mødtes.' --theme samskabelse",
        "--network nims project-add 'Sammen om byen' --partners 'Odense, Vejle' --programme Erasmus+ --period 2027-01..2028-12 --theme samskabelse",
        "--meeting nims-2026-1 attach --link https://example.dk/oplaeg --title 'Oplæg af Ulla Berg' --item 1 --theme samskabelse",
        "--network nims attach --link https://example.dk/rapport --title Årsrapport --project Sammen --theme økonomi",
    ] {
        bench.ok(line);
    }
    bench
}

#[test]
fn everything_of_a_theme_is_found_by_its_letters() {
    let mut bench = full();
    bench.sit_down(Language::Danish, (80, 24));
    let target = Target {
        network: bench.secretariat().network("nims"),
        ..Target::default()
    };
    bench.call(vec!["materials".to_owned()], target);
    insta::assert_snapshot!(picture(&bench.app));
    bench.press("samskab");
    let shown = picture(&bench.app);
    assert!(shown.contains("Sammen om byen"), "{shown}");
    assert!(!shown.contains("Årsrapport"), "{shown}");
    bench.press(" oplæg<del>");
    assert_eq!(bench.network("nims").material_list().len(), 1);
}
