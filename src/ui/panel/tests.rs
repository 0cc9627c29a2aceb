use crate::app::context::Target;
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

const YEAR: &[&str] = &[
    "member-add nims vejle",
    "need-add 'Hjælp til EU-ansøgninger' --network nims --organisation vejle --date 2026-10-01",
    "need-add 'Fælles skabeloner' --network nims --organisation odense --date 2026-09-01",
    "activity-add 'Kursus i ansøgninger' --network nims --kind course --when 2026-12-10 --meets 'Hjælp til EU' --seats 2 --sign-up-by 2026-12-01",
    "sign-up Kursus 'Karen Lund' --network nims",
    "sign-up Kursus 'Bo Friis' --network nims",
    "sign-up Kursus 'Ulla Berg' --network nims",
    "activity-add 'Besøg i Malmø' --network nims --kind visit --status idea",
    "activity-add 'Podcast om netværket' --network nims --status idea",
    "activity-add Hackathon --network nims --status idea",
    "ideas-rank Hackathon 'Besøg i Malmø' --network nims --at nims-2026-1",
    "knowledge-add 'Ny lov om støtte' --network nims --source 'Lov nr. 12' --in-force 2027-07-01 --proposal 'Fælles kursus for sagsbehandlere'",
    "knowledge-status 'Ny lov' odense --network nims --status working --note 'Arbejdsgang på vej'",
    "knowledge-status 'Ny lov' vejle --network nims --status in-place",
    "knowledge-add 'Rapport om frivillighed' --network nims --in-force 2026-12",
];

fn year(language: Language, size: (u16, u16)) -> Bench {
    let mut bench = Bench::with_meeting();
    for line in YEAR {
        bench.ok(line);
    }
    bench.sit_down(language, size);
    let target = Target {
        network: bench.secretariat().network("nims"),
        ..Target::default()
    };
    bench.call(vec!["go-network".to_owned()], target);
    bench
}

#[test]
fn needs_say_what_meets_them() {
    let mut bench = year(Language::Danish, (80, 24));
    bench.press("b");
    insta::assert_snapshot!(picture(&bench.app));
    bench.press("<enter> nu<enter>");
    let rows = bench.network("nims").need_list().into_iter();
    let titles: Vec<&str> = rows.map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["Fælles skabeloner nu", "Hjælp til EU-ansøgninger"]);
}

#[test]
fn ideas_stand_by_rank_and_a_decision_plans_one() {
    let mut bench = year(Language::Danish, (80, 24));
    bench.press("i");
    insta::assert_snapshot!(picture(&bench.app));
    bench.press("<down><tab>");
    let titles = |bench: &Bench| -> Vec<String> {
        let rows = bench.network("nims").idea_list().into_iter();
        rows.map(|row| row.title.clone()).collect()
    };
    assert_eq!(titles(&bench)[..2], ["Besøg i Malmø", "Hackathon"]);
    bench.ok("--meeting nims-2026-1 agenda-add Årsplan --kind decision");
    bench.ok("--meeting nims-2026-1 --item 1 decision-add 'Vi tager til Malmø i foråret'");
    let decide = "activity-decide 'Besøg i Malmø' --network nims --at nims-2026-1";
    bench.ok(&format!("{decide} --decision foråret"));
    assert_eq!(titles(&bench), ["Hackathon", "Podcast om netværket"]);
    let network = bench.network("nims");
    let mut rows = network.activities.values();
    let visit = rows.find(|row| row.title == "Besøg i Malmø").unwrap();
    let entries = &bench.meeting("nims-2026-1").entries;
    assert!(entries.contains_key(&visit.decision.unwrap()));
    assert_eq!(
        bench.fails(&format!("{decide} --decision efteråret")),
        Key::ErrorNoDecision
    );
}

#[test]
fn who_signs_up_when_all_seats_are_taken_waits() {
    let mut bench = year(Language::Danish, (80, 24));
    bench.press("y<home><down>");
    bench.press("t");
    insta::assert_snapshot!("sign_ups", picture(&bench.app));
    bench.press("<del>");
    assert!(
        !picture(&bench.app).contains("Venteliste"),
        "{}",
        picture(&bench.app)
    );
    assert_eq!(
        bench.fails("sign-up Kursus 'Bo Friis' --network nims"),
        Key::ErrorSignedUp
    );
    assert_eq!(
        bench.fails("sign-off Kursus 'Karen Lund' --network nims"),
        Key::ErrorNotSignedUp
    );
    bench.set_clock("2026-12-02T09:00");
    bench.ok("sign-off Kursus 'Bo Friis' --network nims");
    bench.ok("sign-up Kursus 'Bo Friis' --network nims");
    assert!(
        bench.said().contains("tilmeldingsfristen"),
        "{}",
        bench.said()
    );
}

#[test]
fn the_knowledge_overview_says_how_far_each_member_is() {
    let mut bench = year(Language::English, (80, 24));
    bench.press("v");
    insta::assert_snapshot!("knowledge", picture(&bench.app));
    bench.press("<down><enter>");
    insta::assert_snapshot!("knowledge_members", picture(&bench.app));
    bench.press("<esc><ctrl-p>");
    insta::assert_snapshot!("knowledge_read", picture(&bench.app));
}

#[test]
fn a_leaders_meeting_has_the_hosts_practice_on_its_agenda() {
    let mut bench = Bench::with_meeting();
    bench.ok("template-standard --network nims");
    bench.ok("activity-add Ledernetværk --network nims --kind leaders-meeting --when 2027-01-22");
    bench.ok("activity-meeting Ledernetværk --network nims");
    let meeting = bench.meeting("nims-2027-1");
    let titles: Vec<&str> = meeting
        .agenda()
        .iter()
        .map(|row| row.title.as_str())
        .collect();
    let place = titles
        .iter()
        .position(|title| *title == "Praksis hos værten");
    assert_eq!(
        place,
        titles
            .iter()
            .position(|it| *it == "Eventuelt")
            .map(|it| it - 1),
        "{titles:?}"
    );
}

#[test]
fn a_paragraphs_earlier_versions_stand_over_the_minutes_and_one_is_set_back() {
    for (language, name) in [
        (Language::Danish, "versions-da"),
        (Language::English, "versions-en"),
    ] {
        let mut bench = Bench::with_meeting();
        let on = "--meeting nims-2026-1";
        bench.ok(&format!("{on} agenda-add Økonomi --kind decision"));
        bench.ok(&format!(
            "{on} --item 1 note-add 'Netværket mødes fire gange.'"
        ));
        let entry = *bench.meeting("nims-2026-1").entries.keys().next().unwrap();
        bench.set_clock("2026-11-02T10:05");
        let set = |text: &str| format!("{on} --entry {entry} entry-set --text '{text}'");
        bench.ok(&set("Netværket mødes tre gange om året."));
        bench.sit_down(language, (80, 24));
        bench.ok("meeting-open nims-2026-1");
        bench.ok(&format!("{on} --entry {entry} entry-versions"));
        insta::assert_snapshot!(name, picture(&bench.app));
        bench.press("<enter>");
        let text = |bench: &Bench| bench.meeting("nims-2026-1").entries[&entry].text.clone();
        assert_eq!(text(&bench), "Netværket mødes fire gange.");
    }
}
