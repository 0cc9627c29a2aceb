use crate::app::testing::Bench;
use crate::domain::secretariat::Language;
use crate::locale::Key;
use crate::ui::picture::picture;

const PLAN: &[&str] = &[
    "meeting-new --title Opstart --date 2026-09-10 --start 9.30 --end 12.30",
    "activity-add 'Sagsaudit om hjemløshed' --kind case-audit --when 2026-10 --purpose 'Lære af egne sager'",
    "activity-add 'Topmøde på Bornholm' --kind summit --when 2027-05-20..2027-05-21 --tentative --place Allinge",
    "activity-add 'Besøg fra Oslo' --kind visit --status idea --when 2027-02",
    "activity-add 'Efter ferien' --kind course --when 2027-09",
    "season-set 2026/2027 --from 2026-08-01 --until 2027-06-30 --introduction 'En sæson om mod.' --closing 'Tilmelding hos os.'",
];

fn seated(language: Language, size: (u16, u16)) -> Bench {
    let mut bench = Bench::with_meeting();
    for line in PLAN {
        bench.ok(&format!("--network nims {line}"));
    }
    let id = "nims-2026-2";
    bench.ok(&format!("--meeting {id} agenda-add Oplæg --kind talk"));
    bench.ok(&format!("--meeting {id} speaker-add 'Ulla Berg' --title lektor --organisation UCL --item 1 --status invited"));
    bench.sit_down(language, size);
    bench.press("y");
    bench.press("e");
    bench
}

#[test]
fn a_season_holds_what_lies_between_its_days() {
    let bench = seated(Language::Danish, (80, 24));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn a_wide_season_is_read_as_it_will_be_published() {
    let bench = seated(Language::English, (200, 50));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn a_line_is_taken_in_and_out_and_the_season_is_read() {
    let mut bench = seated(Language::Danish, (80, 24));
    let chosen = |bench: &Bench| {
        let network = bench.network("nims");
        network.season("2026/2027").unwrap().chosen.len()
    };
    bench.press("<down><space>");
    let held = chosen(&bench);
    assert!(held > 0, "{}", picture(&bench.app));
    bench.press("<end><space>");
    assert_eq!(chosen(&bench), held + 1, "{}", picture(&bench.app));
    bench.press("<home><space>");
    assert_eq!(chosen(&bench), held);
    bench.press("d");
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn the_last_line_stays_and_says_why() {
    let mut bench = seated(Language::Danish, (80, 24));
    let held = bench.network("nims").season_list()[0].clone();
    assert_eq!(held.name, "2026/2027");
    bench.ok("--network nims season-choose 2026/2027 Topmøde");
    bench.press("<home><space>");
    assert!(
        bench.said().contains("mindst én linje") || picture(&bench.app).contains("mindst én linje"),
        "{}",
        picture(&bench.app)
    );
}

#[test]
fn seasons_are_gone_through_made_and_renamed() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<left>");
    let screen = picture(&bench.app);
    assert!(
        screen.contains("Program 2025/2026") && screen.contains("ikke oprettet"),
        "{screen}"
    );
    bench.press("<right>+");
    bench.press("Sæson 2028<enter>");
    let screen = picture(&bench.app);
    assert!(screen.contains("Program Sæson 2028"), "{screen}");
    bench.press("r");
    bench.press(" igen<enter>");
    assert!(
        bench.network("nims").season("Sæson 2028 igen").is_some(),
        "{}",
        picture(&bench.app)
    );
    assert!(picture(&bench.app).contains("Program Sæson 2028 igen"));
    bench.press("<left>");
    assert!(picture(&bench.app).contains("2026/2027"));
    assert_eq!(
        bench.fails("--network nims season-remove Vinter"),
        Key::ErrorNoSeason
    );
}
