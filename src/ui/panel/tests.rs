use crate::app::testing::Bench;
use crate::domain::secretariat::Language;
use crate::locale::Key;
use crate::ui::picture::picture;

const SUMMIT: &[&str] = &[
    "agenda-add Oplæg --kind talk",
    "speaker-add 'Ulla Berg' --item 1 --status confirmed --equipment 'Projektor og lyd'",
    "speaker-add 'Finn Dam' --item 1 --organisation Kroen --status invited",
    "speaker-add ? --item 1 --organisation UCL",
    "invite",
    "rsvp 'Bo Friis' no",
    "programme-add 'Fælles frokost' --start 12.30 --end 13.15 --kind meal",
    "programme-add 'Værksted A' --start 13.30 --end 15.00 --place 'Sal 1'",
    "programme-add 'Værksted B' --start 13.30 --end 15.00 --place 'Sal 2'",
    "programme-add Anbefalinger --day 2 --start 9 --end 11",
    "stay-set Karen --travel 'Tog 8.02' --diet 'Ingen nødder'",
    "stay-set 'Finn Dam' --lodging 'Strandhotellet, én nat'",
    "speaker-set Ulla --slides yes --thanked yes",
];

fn summit() -> Bench {
    let mut bench = Bench::with_meeting();
    for line in SUMMIT {
        bench.ok(&format!("--meeting nims-2026-1 {line}"));
    }
    bench
}

fn seated(language: Language, size: (u16, u16)) -> Bench {
    let mut bench = summit();
    bench.sit_down(language, size);
    bench.ok("meeting-open nims-2026-1");
    bench
}

#[test]
fn a_programme_is_seen_day_by_day_and_changed() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("y");
    insta::assert_snapshot!(picture(&bench.app));
    bench.press("<down><enter>");
    bench.press(": De unge<enter>");
    let titles = |bench: &Bench| -> Vec<String> {
        let slots = bench.meeting("nims-2026-1").slots.values();
        slots
            .filter(|row| !row.removed)
            .map(|row| row.title.clone())
            .collect()
    };
    assert!(
        titles(&bench).contains(&"Værksted A: De unge".to_owned()),
        "{}",
        picture(&bench.app)
    );
    bench.press("<del>");
    assert_eq!(titles(&bench).len(), 3, "{}", picture(&bench.app));
}

#[test]
fn journeys_are_noted_by_who_comes_and_say_when_they_are_erased() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("w");
    insta::assert_snapshot!("journeys_danish", picture(&bench.app));
    bench.press("<down><down><down><enter>Bil<enter>");
    let network = bench.network("nims");
    let mut stays = network.stays.values();
    assert!(
        stays.any(|row| row.travel == "Bil"),
        "{}",
        picture(&bench.app)
    );
    let bench = {
        let mut bench = seated(Language::English, (200, 50));
        bench.press("w");
        bench
    };
    insta::assert_snapshot!("journeys_english", picture(&bench.app));
}

#[test]
fn who_does_not_come_has_no_journey() {
    let mut bench = summit();
    let at = |line: &str| format!("--meeting nims-2026-1 {line}");
    assert_eq!(
        bench.fails(&at("stay-set Bo --travel Bil")),
        Key::ErrorNoTraveller
    );
    bench.ok(&at("stay-clear Karen"));
    let karen = bench.person("karen-lund").id;
    let meeting = bench.meeting("nims-2026-1").head.id;
    let network = bench.network("nims");
    assert!(network.stay(meeting, karen).unwrap().is_empty());
    assert_eq!(network.stays.len(), 2);
}
