use crate::app::testing::{Bench, day_after};
use crate::domain::attendance::{Participant, Rsvp};
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::walk::gaps;
use crate::locale::Key;

fn titles(meeting: &Meeting) -> Vec<String> {
    let agenda = meeting.agenda();
    agenda.iter().map(|item| item.title.clone()).collect()
}

#[test]
fn a_meeting_is_made_as_the_command_line_says() {
    let bench = Bench::with_meeting();
    assert_eq!(bench.made(), "nims-2026-1");
    let meeting = bench.meeting("nims-2026-1");
    let head = &meeting.head;
    assert_eq!(head.title, "Samskabelse");
    assert_eq!(head.date, Some(day_after(24)));
    assert_eq!(head.start.unwrap().to_string(), "09:30:00");
    assert_eq!(head.venue, "Odense Rådhus");
    assert_eq!(head.host, Some(bench.organisation("odense").id));
    assert!(meeting.agenda().is_empty(), "no template, no agenda");
}

#[test]
fn a_wrong_meeting_is_refused_whole() {
    let mut bench = Bench::with_meeting();
    for (line, key) in [
        ("meeting-new --network nims", Key::ErrorEmpty),
        ("meeting-new --title X", Key::ErrorNoNetwork),
        (
            "meeting-new --network vild --title X",
            Key::ErrorNetworkNear,
        ),
        (
            "meeting-new --network nims --title X --date 31/2",
            Key::ErrorPlain,
        ),
        (
            "meeting-new --network nims --title X --start 12 --end 9",
            Key::ErrorEndBeforeStart,
        ),
        (
            "meeting-new --network nims --title X --host lund",
            Key::ErrorOrganisationUnknown,
        ),
        ("meeting-set --title X", Key::ErrorNoMeeting),
        (
            "--meeting nims-2026-1 meeting-set --title ''",
            Key::ErrorEmpty,
        ),
        ("--meeting nims-2026-1 meeting-cancel ''", Key::ErrorEmpty),
        (
            "--meeting nims-2026-1 meeting-uncancel",
            Key::ErrorNotCancelled,
        ),
    ] {
        assert_eq!(bench.fails(line), key, "{line}");
    }
}

#[test]
fn a_template_fills_the_agenda_and_a_copy_keeps_it() {
    let mut bench = Bench::with_meeting();
    bench.ok("template-standard --network nims");
    bench.ok("meeting-new --network nims --title Vinter --date 2026-12-10");
    assert_eq!(bench.made(), "nims-2026-2");
    let meeting = bench.meeting("nims-2026-2");
    assert!(titles(meeting).contains(&"Eventuelt".to_owned()));
    assert_eq!(meeting.practical_list().len(), 4);
    bench.ok("--meeting nims-2026-2 agenda-add Budget --minutes 20");
    bench.ok("--meeting nims-2026-2 meeting-copy --date 2027-01-14 --title Nytår");
    assert_eq!(bench.made(), "nims-2027-1");
    let copy = bench.meeting("nims-2027-1");
    assert_eq!(copy.head.title, "Nytår");
    assert!(titles(copy).contains(&"Budget".to_owned()));
    bench.ok("--network nims meeting-copy --date 2027-03-11");
    assert_eq!(bench.meeting("nims-2027-2").head.title, "Nytår");
    assert_eq!(
        bench.fails("meeting-copy nims-2020-1"),
        Key::ErrorMeetingUnknown
    );
}

#[test]
fn facts_are_changed_and_taken_away() {
    let mut bench = Bench::with_meeting();
    bench.ok("--meeting nims-2026-1 meeting-set --case-number 26/1234 --tentative yes --chair 'Bo Friis' --link https://example.dk --host vejle");
    let head = bench.meeting("nims-2026-1").head.clone();
    assert!(head.tentative);
    assert_eq!(head.chair, Some(bench.person("bo-friis").id));
    bench.ok("--meeting nims-2026-1 meeting-set --tentative nej --chair '' --date 2026-11-27");
    let head = bench.meeting("nims-2026-1").head.clone();
    assert_eq!((head.tentative, head.chair), (false, None));
    assert_eq!((head.date, head.moved_from), (Some(day_after(25)), None));
}

#[test]
fn a_moved_meeting_keeps_agenda_and_id() {
    let mut bench = Bench::with_meeting();
    bench.ok("--meeting nims-2026-1 agenda-add Budget");
    let before = bench.meeting("nims-2026-1").clone();
    bench.ok("--meeting nims-2026-1 meeting-move 2026-12-03");
    let after = bench.meeting("nims-2026-1");
    assert_eq!(after.head.id, before.head.id);
    assert_eq!(after.head.moved_from, before.head.date);
    assert_eq!(titles(after), ["Budget"]);
    assert!(
        after
            .participant_list()
            .all(|row| row.rsvp == Rsvp::NoAnswer)
    );
    bench.ok("--meeting nims-2026-1 meeting-cancel 'For få tilmeldte'");
    let head = &bench.meeting("nims-2026-1").head;
    assert_eq!(head.cancelled.as_deref(), Some("For få tilmeldte"));
    bench.ok("--meeting nims-2026-1 meeting-uncancel");
    assert_eq!(bench.meeting("nims-2026-1").head.cancelled, None);
}

#[test]
fn a_move_says_that_answers_are_asked_again() {
    let mut bench = Bench::with_meeting();
    let said = bench.ok("--meeting nims-2026-1 meeting-move 2026-12-03");
    assert_eq!(said, "Mødet er flyttet til tor. 3. dec. kl. 09.30");
    bench.ok("--meeting nims-2026-1 invite");
    bench.ok("--meeting nims-2026-1 invitations-send");
    bench.ok("--meeting nims-2026-1 rsvp bo yes");
    let said = bench.ok("--meeting nims-2026-1 meeting-move 2026-12-03 --start 13 --end 15");
    let wanted = "Mødet er flyttet til tor. 3. dec. kl. 13.00. Svar indhentes igen";
    assert_eq!(said, wanted);
    let meeting = bench.meeting("nims-2026-1");
    let times = (meeting.head.start.unwrap(), meeting.head.end.unwrap());
    assert_eq!(times.0.to_string(), "13:00:00");
    assert_eq!(times.1.to_string(), "15:00:00");
    let none = |row: &Participant| row.rsvp == Rsvp::NoAnswer;
    assert!(meeting.participant_list().all(none));
    assert_eq!(
        bench.fails("--meeting nims-2026-1 meeting-move 2026-12-03 --end 12"),
        Key::ErrorEndBeforeStart
    );
    bench.ok("--meeting nims-2026-1 invitations-send");
    let said = bench.ok("--meeting nims-2026-1 meeting-set --date 2026-12-10");
    assert!(said.ends_with("Svar indhentes igen"), "{said}");
}

#[test]
fn who_was_invited_is_told_of_the_cancellation_and_invited_again_when_it_stands() {
    let mut bench = Bench::with_meeting();
    let on = |words: &str| format!("--meeting nims-2026-1 {words}");
    let next = |bench: &Bench| bench.meeting("nims-2026-1").clone();
    assert_eq!(
        bench.fails(&on("cancellation-send")),
        Key::ErrorNotCancelled
    );
    bench.ok(&on("invite"));
    bench.ok(&on("meeting-cancel Sygdom"));
    let gaps = |bench: &Bench| gaps(&next(bench), &Network::default()).len();
    assert_eq!(gaps(&bench), 0, "nobody was invited yet");
    bench.ok(&on("meeting-uncancel"));
    bench.ok(&on("invitations-send"));
    bench.ok(&on("meeting-cancel Sygdom"));
    assert_eq!(gaps(&bench), 1, "who is invited has to be told");
    let said = bench.ok(&on("cancellation-send"));
    assert!(
        said.starts_with("Aflysningen er noteret som sendt til"),
        "{said}"
    );
    assert_eq!(gaps(&bench), 0);
    bench.ok(&on("meeting-uncancel"));
    let head = next(&bench).head;
    assert_eq!((head.told_at, head.invited_at), (None, None));
}

#[test]
fn the_host_suggested_hosted_least_recently() {
    let mut bench = Bench::with_meeting();
    bench.ok("meeting-new --network nims --title Vinter --date 2026-12-10");
    let said = bench.ok("--meeting nims-2026-2 meeting-host-suggest");
    assert!(said.contains("Vejle"), "{said}");
    let vejle = bench.organisation("vejle").id;
    assert_eq!(bench.meeting("nims-2026-2").head.host, Some(vejle));
}

#[test]
fn practical_things_are_ticked_off() {
    let mut bench = Bench::with_meeting();
    bench.ok("--meeting nims-2026-1 practical-add Forplejning --who Karen --days -7");
    bench.ok("--meeting nims-2026-1 practical-add 'Tak til værten' --days 1");
    bench.ok("--meeting nims-2026-1 practical-done forp");
    bench.ok("--meeting nims-2026-1 practical-set 2 --who Bo --days +2");
    let list = |bench: &Bench| -> Vec<(String, i16, bool)> {
        let meeting = bench.meeting("nims-2026-1");
        let rows = meeting.practical_list();
        rows.iter()
            .map(|row| (row.who.clone(), row.days, row.done))
            .collect()
    };
    assert_eq!(
        list(&bench),
        [("Karen".into(), -7, true), ("Bo".into(), 2, false)]
    );
    bench.ok("--meeting nims-2026-1 practical-set 1 --done no");
    bench.ok("--meeting nims-2026-1 practical-remove 2");
    assert_eq!(list(&bench), [("Karen".into(), -7, false)]);
    let key = bench.fails("--meeting nims-2026-1 practical-done 5");
    assert_eq!(key, Key::ErrorNoPractical);
}

#[test]
fn the_lines_of_the_manual_work_as_they_stand() {
    let mut bench = Bench::new();
    for line in [
        r#"network-new nims "Netværk for Internationale Kommuner""#,
        r#"organisation-new odense "Odense Kommune""#,
        r#"person-new "Karen Lund" --organisation odense --email karen@example.dk"#,
        r#"member-add nims "Karen Lund" --role contact"#,
        r#"meeting-new --network nims --title "Samskabelse" --date 2026-11-26 --start 09:30 --end 12:30 --venue "Odense Rådhus" --host odense --purpose "Dele erfaringer""#,
        r#"--meeting nims-2026-1 agenda-add "Oplæg om samskabelse" --kind talk --minutes 45 --purpose "…" --outcome "…""#,
        r#"--meeting nims-2026-1 --item 1 decision-add "Netværket mødes fire gange i 2027.""#,
        r#"--meeting nims-2026-1 --item 1 action-add "Send årsplan" --owner "Karen Lund" --due 2026-12-01"#,
    ] {
        bench.ok(line);
    }
    let meeting = bench.meeting("nims-2026-1");
    assert_eq!(meeting.entries.len(), 2);
    assert_eq!(bench.network("nims").actions.len(), 1);
}

#[test]
fn minutes_that_wait_for_approval_come_on_the_agenda() {
    let mut bench = Bench::with_meeting();
    bench.ok("template-standard --network nims");
    bench.ok("meeting-new --network nims --title Vinter --date 2026-12-10");
    assert_eq!(
        bench.meeting("nims-2026-2").agenda().len(),
        5,
        "no minutes wait"
    );
    bench.set_clock("2026-11-26T12:30");
    bench.ok("--meeting nims-2026-1 meeting-start");
    bench.ok("--meeting nims-2026-1 meeting-close");
    bench.ok("meeting-new --network nims --title Forår --date 2027-03-11");
    assert_eq!(bench.meeting("nims-2027-1").agenda().len(), 6);
}

#[test]
fn an_item_put_off_comes_along() {
    let mut bench = Bench::with_meeting();
    bench.ok("--meeting nims-2026-1 agenda-add Budget");
    bench.ok("--meeting nims-2026-1 --item 1 item-defer");
    bench.ok("meeting-new --network nims --title Vinter --date 2026-12-10");
    assert_eq!(titles(bench.meeting("nims-2026-2")), ["Budget"]);
    let old = bench.meeting("nims-2026-1").agenda()[0].deferred_to;
    assert_eq!(old, Some(bench.meeting("nims-2026-2").head.id));
}

#[test]
fn who_leads_and_who_minutes_are_there_when_the_meeting_opens() {
    use crate::domain::attendance::Attendance;
    let mut bench = super::super::scene::bench();
    let on = super::super::scene::on;
    bench.ok(&on("invite"));
    bench.ok("network-set nims --chair karen-lund");
    bench.ok(&on("meeting-set --minute-taker bo-friis"));
    bench.ok(&on("meeting-start"));
    let doc = super::super::scene::meeting(&bench);
    let of = |label: &str| doc.attendance_of(bench.person(label).id);
    assert_eq!(of("karen-lund"), Attendance::Present);
    assert_eq!(of("bo-friis"), Attendance::Present);
    assert_eq!(of("ane-friis"), Attendance::Expected);
    assert!(doc.entries.is_empty(), "no sentence says so");
    // Whoever sent apologies has said something else.
    let mut bench = super::super::scene::bench();
    bench.ok(&on("invite"));
    bench.ok("network-set nims --chair karen-lund");
    bench.ok(&on("apologies karen"));
    bench.ok(&on("meeting-start"));
    let doc = super::super::scene::meeting(&bench);
    let karen = doc.attendance_of(bench.person("karen-lund").id);
    assert_eq!(karen, Attendance::Apologies);
}

#[test]
fn online_is_announced_before_the_meetings_day_and_noted_on_it() {
    use crate::app::context::Target;
    use crate::domain::attendance::Attendance;
    let mut bench = Bench::with_meeting();
    bench.ok("--meeting nims-2026-1 invite");
    let karen = bench.person("karen-lund").id;
    let target = Target {
        meeting: Some(bench.meeting("nims-2026-1").head.id),
        person: Some(karen),
        ..Target::default()
    };
    let press = |bench: &mut Bench| {
        bench.call(vec!["participant-online".to_owned()], target);
        bench.settle();
        let meeting = bench.meeting("nims-2026-1");
        let row = &meeting.participants[&karen];
        (
            row.rsvp,
            row.rsvp_note.clone(),
            meeting.attendance_of(karen),
        )
    };
    let expected = |note: &str| (Rsvp::Yes, note.to_owned(), Attendance::Expected);
    assert_eq!(press(&mut bench), expected("online"));
    assert_eq!(press(&mut bench), expected(""));
    bench.set_clock("2026-11-26T09:20");
    assert_eq!(press(&mut bench).2, Attendance::Online);
}

#[test]
fn a_guest_comes_in_by_a_line_and_who_leaves_has_spoken() {
    use super::super::scene::{meeting, on};
    let mut bench = super::super::scene::bench();
    bench.ok(&on("invite"));
    bench.ok(&on("check-in karen"));
    bench.ok(&on("meeting-start"));
    bench.ok(&on("note-add \"gæst: Ole Vest, Vandrådet\""));
    let ole = bench.person("ole-vest").clone();
    let council = bench.organisation("vandraadet").id;
    assert_eq!(ole.organisation, Some(council));
    assert!(meeting(&bench).participants[&ole.id].walk_in);
    bench.ok(&on("note-add \"ordet: ole\""));
    assert_eq!(meeting(&bench).floor().map(|row| row.person), Some(ole.id));
    bench.ok(&on("note-add \"gik: ole\""));
    assert_eq!(meeting(&bench).floor(), None);
}

#[test]
fn the_date_that_the_minutes_say_is_noted_as_the_next_meetings() {
    use super::super::scene::{meeting, on};
    let mut bench = super::super::scene::bench();
    bench.ok(&on("agenda-add \"Næste møde\" --kind next-meeting"));
    bench.ok(&on("meeting-start"));
    let last = meeting(&bench).agenda().len();
    let write = |text: &str| on(&format!("--item {last} note-add \"{text}\""));
    bench.ok(&on("note-add \"Vi var i Vejle 2. februar 2027.\""));
    bench.ok(&write("Vi mødes igen i Vejle."));
    bench.ok(&write("Mødet holdes torsdag den 14. januar 2027 kl. 9.30."));
    let said = bench.ok(&on("meeting-close"));
    assert!(said.contains("14. januar 2027"), "{said}");
    let day = meeting(&bench).head.next_date.map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2027-01-14"));
    // What was noted by hand stands.
    bench.ok(&on("meeting-set --next-date 2027-01-21"));
    bench.ok(&on("meeting-reopen"));
    bench.ok(&on("meeting-close"));
    let day = meeting(&bench).head.next_date.map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2027-01-21"));
}
