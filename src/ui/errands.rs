//! What a secretary does across screens, key by key.

use crate::app::input::Input;
use crate::app::overlays::Overlay;
use crate::app::screens::Screen;
use crate::app::testing::Bench;
use crate::domain::attendance::{Attendance, Rsvp};
use crate::domain::meeting::MinutesStatus;
use crate::domain::secretariat::Language;
use crate::ui::picture::picture;

/// A meeting of the bench on a Danish screen of 80×24, at its agenda.
fn seated(before: &[&str]) -> Bench {
    let mut bench = Bench::with_meeting();
    for line in before {
        bench.ok(&format!("--meeting nims-2026-1 {line}"));
    }
    bench.sit_down(Language::Danish, (80, 24));
    bench.run("--meeting nims-2026-1 go-meeting");
    bench
}

const HELD: &[&str] = &[
    "invite",
    "agenda-add Økonomi --kind decision --purpose a --outcome b",
    "meeting-start",
    "meeting-close",
];

fn palette(bench: &mut Bench, name: &str) {
    bench.press("<ctrl-k>");
    bench.press(name);
    bench.press("<enter>");
}

fn shows(bench: &Bench, words: &[&str]) {
    let text = picture(&bench.app);
    for word in words {
        assert!(text.contains(word), "{word}\n{text}");
    }
}

#[test]
fn approving_first_shows_what_is_still_open() {
    let mut bench = seated(HELD);
    bench.ok("--meeting nims-2026-1 minutes-send --deadline 2026-12-10 --at-once");
    bench.ok("--meeting nims-2026-1 comment-add \"Tallet er forkert.\" --by Bo");
    palette(&mut bench, "minutes-approve");
    let open = [
        "Godkendes af: Karen",
        "! 1 bemærkning er ikke besvaret",
        "! Indsigelsesfristen er først tor. 10. dec.",
        "Enter Godkend referatet",
    ];
    shows(&bench, &open);
    let status = |bench: &Bench| bench.meeting("nims-2026-1").head.minutes;
    assert_eq!(status(&bench), MinutesStatus::ForComments);
    bench.press("<esc>");
    assert_eq!(status(&bench), MinutesStatus::ForComments);
    palette(&mut bench, "minutes-approve");
    bench.press("r");
    shows(&bench, &["Af", "Karen"]);
    bench.press("<ctrl-a><ctrl-backspace>Netværket<enter>");
    shows(&bench, &["Godkendes af: Netværket"]);
    bench.press("<enter>");
    assert_eq!(status(&bench), MinutesStatus::Approved);
}

#[test]
fn a_line_says_what_was_open_when_it_approved() {
    let mut bench = Bench::with_meeting();
    for line in HELD {
        bench.ok(&format!("--meeting nims-2026-1 {line}"));
    }
    let said = bench.ok("--meeting nims-2026-1 minutes-approve");
    assert!(said.contains("er ikke sendt til bemærkninger"), "{said}");
    assert!(said.contains("er godkendt af Karen"), "{said}");
}

#[test]
fn nothing_is_approved_under_a_form_that_is_written_in() {
    let mut bench = seated(HELD);
    palette(&mut bench, "comment-add");
    bench.press("Tallet<ctrl-k>minutes-approve<enter>");
    shows(&bench, &["Intet er godkendt"]);
    let head = &bench.meeting("nims-2026-1").head;
    assert_ne!(head.minutes, MinutesStatus::Approved);
}

#[test]
fn the_objection_deadline_is_seen_and_changed_before_the_minutes_leave() {
    let mut bench = seated(HELD);
    palette(&mut bench, "minutes-send");
    shows(&bench, &["Indsigelsesfrist: man. 16. nov."]);
    bench.press("r");
    bench.press("<ctrl-a><ctrl-backspace><ctrl-backspace><ctrl-backspace><ctrl-backspace><ctrl-backspace>20/11<enter>");
    shows(&bench, &["Indsigelsesfrist: fre. 20. nov."]);
    bench.press("<enter>");
    let deadline = bench.meeting("nims-2026-1").head.objection_deadline;
    assert_eq!(deadline.map(|day| day.to_string()).unwrap(), "2026-11-20");
}

#[test]
fn enter_on_a_participant_asks_for_the_answer_until_the_day() {
    let mut bench = seated(&["invite"]);
    bench.press("<tab><enter>");
    shows(&bench, &["Notér svaret", "tilmeldt", "afbud"]);
    bench.press("<enter>");
    let yes = |bench: &Bench| {
        let meeting = bench.meeting("nims-2026-1");
        let rows = meeting.participant_list();
        rows.filter(|row| row.rsvp == Rsvp::Yes).count()
    };
    assert_eq!(yes(&bench), 1);
    assert!(bench.meeting("nims-2026-1").presences.is_empty());
    bench.set_clock("2026-11-26T09:00");
    bench.press("<enter>");
    let meeting = bench.meeting("nims-2026-1");
    let there = meeting.attendances().into_values();
    assert_eq!(there.filter(|row| *row == Attendance::Present).count(), 1);
}

#[test]
fn a_list_pasted_where_one_name_is_wanted_opens_the_list() {
    let mut bench = seated(&[]);
    bench.run("--network nims network-member-new");
    assert!(matches!(
        bench.app.view.overlays.last(),
        Some(Overlay::Form(_))
    ));
    let list = "Tea Holst <tea@x.dk>; Ib Friis <ib@vejle.dk>; Eva Dam <eva@x.dk>";
    bench.input(Input::Paste(list.to_owned()));
    shows(&bench, &["3 nye", "Tea Holst", "Eva Dam"]);
    bench.press("<enter>");
    assert_eq!(bench.network("nims").members.len(), 6);
}

#[test]
fn a_meeting_that_runs_is_opened_in_its_text() {
    let bench = seated(&["agenda-add Økonomi", "meeting-start"]);
    assert!(bench.app.view.screen.takes_text());
}

#[test]
fn from_the_minutes_a_key_leads_back_to_the_list() {
    let mut bench = seated(&["agenda-add Økonomi", "meeting-start"]);
    bench.app.view.screen = Screen::default();
    bench.run("go-followup --all");
    bench.run("--meeting nims-2026-1 go-minutes");
    bench.press("<esc>");
    shows(&bench, &["u tilbage"]);
    bench.press("u");
    assert!(matches!(bench.app.view.screen, Screen::FollowUp(_)));
}

#[test]
fn keys_do_nothing_while_the_window_is_too_small_to_see_it() {
    let mut bench = seated(&["agenda-add Økonomi", "meeting-start"]);
    bench.app.view.size = (50, 12);
    let before = bench.journal.len();
    bench.press("skjult<enter><esc>h");
    bench.input(Input::Paste("skjult".to_owned()));
    assert_eq!(bench.journal.len(), before);
    assert!(bench.app.view.screen.takes_text() && !bench.has_quit());
    bench.press("<ctrl-q>");
    assert!(bench.has_quit());
}

#[test]
fn the_palette_says_when_it_finds_nothing() {
    let mut bench = seated(&[]);
    bench.press("<ctrl-k>qxqxqx");
    shows(&bench, &["Intet fundet"]);
}

#[test]
fn a_document_is_saved_as_a_file_from_where_it_is_read() {
    let mut bench = seated(HELD);
    bench.run("--meeting nims-2026-1 document-show minutes");
    shows(&bench, &["g gem som fil"]);
    bench.press("g");
    shows(&bench, &["~/nims-2026-1-referat.html"]);
    bench.press("<enter>");
    shows(&bench, &["Gemt: ~/nims-2026-1-referat.html"]);
    bench.press("g<backspace><backspace><backspace><backspace>gif<enter>");
    shows(&bench, &["skal ende på et af disse: .md"]);
}

#[test]
fn what_is_published_is_read_first() {
    let mut bench = seated(HELD);
    bench.ok("--meeting nims-2026-1 minutes-approve --at-once");
    palette(&mut bench, "minutes-publish");
    let mail = [
        "Referatet noteres også som udgivet",
        "Enter Skriv mails som filer",
    ];
    shows(&bench, &mail);
    bench.press("<esc>");
    // Where nobody has an address it is noted alone.
    bench.ok("person-set karen-lund --email ''");
    palette(&mut bench, "minutes-publish");
    shows(&bench, &["Den offentlige udgave", "g gem"]);
    let published = |bench: &Bench| bench.meeting("nims-2026-1").head.published_at;
    assert!(published(&bench).is_none());
    bench.press("<enter>");
    assert!(published(&bench).is_some());
}

#[test]
fn who_comes_while_one_writes_is_said_to_be_written() {
    let mut bench = seated(&["invite", "agenda-add Økonomi", "meeting-start"]);
    let said = bench.ok("--meeting nims-2026-1 check-in bo");
    assert!(said.ends_with("– skrevet under pkt. 1"), "{said}");
}

#[test]
fn a_tracking_list_shows_each_answer_and_what_it_replaces() {
    let mut bench = seated(&["invite", "rsvp \"Bo Friis\" yes"]);
    let list = "Navn\tSvar\nBo Friis\tnej\nKaren Lund\tja\nTea Holst\tja";
    bench.input(Input::Paste(list.to_owned()));
    shows(
        &bench,
        &["kendt: tilmeldt → afbud", "ny: tilmeldt", "1 ny, 2 kendte"],
    );
    bench.press("<esc>");
    bench.input(Input::Paste("Navn\tSvar\nBo Friis\thvem ved".to_owned()));
    shows(&bench, &["linje 2, Svar: »hvem ved« er ikke et svar"]);
}
