//! Breaks, and how long items took last time.

use super::super::scene::{bench, meeting, on, play};
use crate::domain::secretariat::Language;
use crate::locale::{Key, Locale};

#[test]
fn a_break_stops_the_items_time_and_ends_by_command_or_with_the_next_item() {
    let mut bench = bench();
    assert_eq!(
        bench.fails(&on("break-start 10")),
        Key::ErrorMeetingNotStarted
    );
    play(
        &mut bench,
        &[
            ("09:31", "meeting-start", "Mødet er åbnet kl. 09.31"),
            ("10:00", "break-start 10", "Pause til kl. 10.10"),
            ("10:05", "break-start 20", "Pause til kl. 10.20"),
            ("10:21", "break-end", "Pausen er slut kl. 10.21"),
        ],
    );
    let used = |bench: &crate::app::testing::Bench| {
        let doc = meeting(bench);
        doc.used_ms(doc.head.current.unwrap(), bench.app.clock.now) / 60_000
    };
    bench.set_clock("2026-11-26T10:30");
    assert_eq!(used(&bench), 29 + 9);
    assert_eq!(bench.fails(&on("break-end")), Key::ErrorNoBreak);
    assert_eq!(bench.fails(&on("break-start 0")), Key::ErrorBreakMinutes);
    bench.ok(&on("break-start 5"));
    bench.ok(&on("item-next"));
    assert_eq!(meeting(&bench).recess(), None);
    let doc = meeting(&bench);
    let locale = Locale::new(Language::Danish);
    let told: Vec<_> = doc
        .entries_of(doc.agenda()[0].id)
        .into_iter()
        .map(|row| locale.entry(row, doc, bench.register()).into_owned())
        .collect();
    assert_eq!(told, ["Pause kl. 10.00–10.21.", "Pause kl. 10.30–10.30."]);
}

#[test]
fn a_new_meeting_is_planned_as_long_as_the_last_took() {
    let mut bench = bench();
    bench.ok("--meeting nims-2026-1 agenda-set --item 1 --minutes 10");
    play(
        &mut bench,
        &[
            ("09:30", "meeting-start", "Mødet er åbnet kl. 09.30"),
            ("09:54", "item-next", "Punkt 2 er i gang: Indsatser"),
            ("10:40", "item-next", "Punkt 3 er i gang: Eventuelt"),
            ("10:41", "meeting-close", "Mødet er hævet kl. 10.41"),
        ],
    );
    let next = |line: &str| format!("--meeting nims-2026-2 {line}");
    let minutes = |bench: &crate::app::testing::Bench| {
        let agenda = bench.meeting("nims-2026-2").agenda();
        agenda.iter().map(|item| item.minutes).collect::<Vec<_>>()
    };
    bench.ok(&next("durations-use 1"));
    assert_eq!(minutes(&bench), [Some(25), None, None]);
    let said = bench.ok(&next("durations-use"));
    assert_eq!(said, "2 punkter er planlagt, som de varede sidst");
    assert_eq!(minutes(&bench), [Some(25), Some(45), Some(5)]);
    assert_eq!(bench.fails(&next("durations-use")), Key::ErrorNoDurations);
}
