use crate::app::overlays::Overlay;
use crate::app::testing::Bench;
use crate::domain::secretariat::Language;
use crate::locale::Key;

/// The network's screen, with an activity, an enquiry and a decision behind it.
fn seated() -> Bench {
    let mut bench = Bench::with_meeting();
    for line in [
        "--network nims activity-add 'Kursus i samskabelse' --kind course --when 2026-03 --product Hæfte",
        "--network nims activity-add 'Kursus i fjor' --kind course --when 2025-03",
        "enquiry-add 'Besøg om boliger' --from Oslo --network nims --received 2026-10-02",
        "enquiry-add 'Andet besøg' --from Bergen --received 2026-10-02",
        "representation-add 'In their shoes' --when 2026-06 --network nims",
    ] {
        bench.ok(line);
    }
    bench.sit_down(Language::Danish, (80, 24));
    bench
}

/// The lines of the document that is read.
fn read(bench: &Bench) -> String {
    match bench.app.view.overlays.last() {
        Some(Overlay::Reader(reader)) => reader.lines.join("\n"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_report_is_read_of_a_network_and_of_all() {
    let mut bench = seated();
    for (report, wanted, others) in [
        ("activities", "Kursus i samskabelse", "Kursus i fjor"),
        ("enquiries", "Besøg om boliger", "Andet besøg"),
        ("representation", "In their shoes", "Bergen"),
        ("figures", "Statistik", "Kursus"),
    ] {
        bench.ok(&format!(
            "--network nims report-show {report} --from 2026-01"
        ));
        let said = read(&bench);
        assert!(said.contains(wanted), "{said}");
        assert!(!said.contains(others), "{said}");
        bench.press("<esc>");
    }
    bench.ok("--network nims report-show enquiries --all");
    assert!(read(&bench).contains("Andet besøg"), "{}", read(&bench));
}

#[test]
fn a_day_that_cannot_be_is_said_and_nothing_is_shown() {
    let mut bench = seated();
    bench.fails("--network nims report-show activities --from 2026-13-40");
    assert!(bench.app.view.overlays.is_empty());
    assert_eq!(bench.fails("paper-copy"), Key::ErrorNoPaper);
    assert_eq!(bench.fails("paper-save x.pdf"), Key::ErrorNoPaper);
}

#[test]
fn what_is_read_is_saved_in_the_format_its_ending_names() {
    let mut bench = seated();
    bench.ok("--network nims report-show activities");
    bench.press("g");
    assert!(matches!(
        bench.app.view.overlays.last(),
        Some(Overlay::Form(_))
    ));
    bench.press("<esc>");
    bench.ok("paper-save /hjem/oversigt.html");
    let notice = bench.app.view.notice.as_ref();
    let notice = notice.map(|it| it.message.render(bench.app.locale));
    let said = notice.unwrap_or_default() + &bench.said();
    assert!(said.contains("Gemt: /hjem/oversigt.html"), "{said}");
    assert_eq!(
        bench.fails("paper-save /hjem/oversigt.xyz"),
        Key::ErrorDocumentEnding
    );
    assert!(read(&bench).contains("Kursus"), "it is still read");
}
