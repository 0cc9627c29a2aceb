use chrono::{NaiveDate, NaiveTime};

use crate::app::screens::Screen;
use crate::app::testing::Bench;
use crate::domain::desk::{Reminder, Subject};
use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::query::{ActionRow, Home, MeetingRow, NetworkRow};
use crate::domain::secretariat::Language;
use crate::domain::walk::{Check, Gap, Stage};
use crate::ui::picture::picture;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn meeting(number: u128, label: &str, title: &str, date: &str, stage: Stage) -> MeetingRow {
    MeetingRow {
        id: Id::from_bits(number << 64),
        network: Id::from_bits(1 << 80),
        label: label.to_owned(),
        title: title.to_owned(),
        date: Some(day(date)),
        start: NaiveTime::from_hms_opt(9, 30, 0),
        stage,
        ..MeetingRow::default()
    }
}

fn gap(stage: Stage, check: Check, count: usize) -> Gap {
    Gap {
        stage,
        check,
        count,
        first: None,
    }
}

fn action(number: u128, text: &str, due: &str) -> ActionRow {
    ActionRow {
        id: Id::from_bits(number << 90),
        network: Id::from_bits(1 << 80),
        text: text.to_owned(),
        owner_name: "Åse Østergaard".to_owned(),
        due: Some(Due::from(due.to_owned())),
        ..ActionRow::default()
    }
}

fn network(number: u128, label: &str, name: &str, next: Option<&str>) -> NetworkRow {
    NetworkRow {
        id: Id::from_bits(number << 80),
        label: label.to_owned(),
        name: name.to_owned(),
        members: 24,
        open_actions: number as usize,
        held: 3,
        next: next.map(day),
        days: Vec::new(),
    }
}

fn busy() -> Home {
    Home {
        meetings: vec![
            MeetingRow {
                objection_deadline: Some(day("2026-11-01")),
                ..meeting(
                    1,
                    "nims-2026-3",
                    "Fælles indsatser",
                    "2026-10-08",
                    Stage::Approve,
                )
            },
            MeetingRow {
                network: Id::from_bits(2 << 80),
                ..meeting(
                    2,
                    "unge-2026-4",
                    "Unge i udsatte boligområder",
                    "2026-11-02",
                    Stage::CheckIn,
                )
            },
            MeetingRow {
                agenda_due: Some(day("2026-11-04")),
                tentative: true,
                unanswered: 7,
                practicals: vec![("Bestil forplejning".to_owned(), -7)],
                gaps: vec![
                    gap(Stage::Agenda, Check::ItemPurpose, 2),
                    gap(Stage::Agenda, Check::ItemMinutes, 1),
                    gap(Stage::SendAgenda, Check::AgendaUnsent, 1),
                ],
                ..meeting(
                    3,
                    "nims-2026-4",
                    "Samskabelse på tværs",
                    "2026-11-11",
                    Stage::Agenda,
                )
            },
            MeetingRow {
                gaps: vec![gap(Stage::Plan, Check::Host, 1)],
                ..meeting(
                    4,
                    "nims-2027-1",
                    "Årets første møde",
                    "2027-01-21",
                    Stage::Plan,
                )
            },
        ],
        actions: vec![
            action(1, "Send oplæg til alle", "2026-10-20"),
            action(2, "Indkald arbejdsgruppen", "2026-10-30"),
        ],
        networks: vec![
            network(
                1,
                "nims",
                "Netværk for Internationale Kommuner",
                Some("2026-11-11"),
            ),
            network(2, "unge", "Netværk for unge", None),
        ],
        outbox: Vec::new(),
        reminders: vec![Reminder {
            id: Id::from_bits(9 << 80),
            subject: Subject::Enquiry,
            title: "Besøg om boligbygning".to_owned(),
            detail: "e-2026-1".to_owned(),
            network: None,
            due: Due::Day(day("2026-11-05")),
        }],
    }
}

fn seated(language: Language, size: (u16, u16), home: Home) -> Bench {
    let mut bench = Bench::new();
    bench.sit_down(language, size);
    bench.app.view.home = Some(home);
    bench
}

#[test]
fn home_shows_first_what_to_do_now() {
    let bench = seated(Language::Danish, (80, 24), busy());
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn home_in_english_on_a_wide_screen() {
    let bench = seated(Language::English, (200, 50), busy());
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn an_empty_home_says_what_to_do() {
    let bench = seated(Language::Danish, (110, 24), Home::default());
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn the_selection_goes_through_all_sections_and_stays_when_rows_come() {
    let mut bench = seated(Language::Danish, (80, 24), busy());
    bench.press("<down><down>");
    let at = |bench: &Bench| match &bench.app.view.screen {
        Screen::Home(screen) => screen.list.selected,
        _ => None,
    };
    let before = at(&bench);
    assert!(before.is_some());
    let mut home = busy();
    home.meetings.insert(
        0,
        meeting(9, "nims-2026-9", "Nyt", "2026-11-02", Stage::Minutes),
    );
    bench.app.view.home = Some(home);
    assert_eq!(at(&bench), before);
    bench.press("<tab>");
    assert_eq!(
        at(&bench),
        Some(Id::from_bits(9 << 64)),
        "the first meeting to come"
    );
    bench.press("<tab>");
    assert_eq!(
        at(&bench),
        Some(Id::from_bits(1 << 80)),
        "the first network"
    );
}

#[test]
fn enter_opens_the_meeting_the_first_line_names() {
    let mut bench = Bench::with_meeting();
    bench.sit_down(Language::Danish, (80, 24));
    let label = "nims-2026-1";
    let id = bench.meeting(label).head.id;
    bench.app.view.home = Some(Home {
        meetings: vec![MeetingRow {
            id,
            ..meeting(1, label, "Samskabelse", "2026-11-20", Stage::Minutes)
        }],
        ..Home::default()
    });
    bench.press("<enter>");
    match &bench.app.view.screen {
        Screen::Meeting(screen) => assert_eq!(screen.meeting, id),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_secretariat_is_led_from_network_to_members_to_the_first_meeting() {
    let mut bench = Bench::new();
    bench.sit_down(Language::Danish, (80, 24));
    bench.app.view.home = Some(Home::default());
    let shown = picture(&bench.app);
    assert!(shown.contains("Nu: Begynd her: sprog"), "{shown}");
    assert!(!shown.contains("Nyt møde"), "{shown}");
    bench.press("<enter>Karen Lund<tab>Netværk for Natur<enter>");
    let id = bench.secretariat().networks.values().next().unwrap().id;
    bench.app.view.home = Some(Home {
        networks: vec![NetworkRow {
            id,
            name: "Netværk for Natur".into(),
            ..NetworkRow::default()
        }],
        ..Home::default()
    });
    let shown = picture(&bench.app);
    assert!(shown.contains("Nu: Tilføj netværkets medlemmer"), "{shown}");
    bench.press("<enter>");
    let shown = picture(&bench.app);
    assert!(shown.contains("Rolle"), "{shown}");
}

#[test]
fn a_new_meeting_without_a_network_begins_with_the_network() {
    let mut bench = Bench::new();
    bench.ok("language da");
    bench.sit_down(Language::Danish, (80, 24));
    bench.app.view.home = Some(Home::default());
    bench.press("+");
    let shown = picture(&bench.app);
    assert!(shown.contains("Opret et netværk"), "{shown}");
}

#[test]
fn a_seat_whose_term_ends_stands_among_what_is_to_be_done() {
    let home = Home {
        reminders: vec![Reminder {
            id: Id::from_bits(9 << 80),
            subject: Subject::Term,
            title: "European Social Network".to_owned(),
            detail: "Karen Lund".to_owned(),
            network: None,
            due: Due::Day(day("2026-11-30")),
        }],
        ..Home::default()
    };
    for (language, wanted) in [
        (
            Language::Danish,
            "Karen Lund: posten i European Social Network udløber",
        ),
        (
            Language::English,
            "Karen Lund: the seat in European Social Network ends",
        ),
    ] {
        let mut bench = seated(language, (200, 50), home.clone());
        let shown = picture(&bench.app);
        assert!(shown.contains(wanted), "{shown}");
        bench.press("<enter>");
        assert!(
            matches!(bench.app.view.screen, Screen::Desk(_)),
            "{}",
            picture(&bench.app)
        );
    }
}
