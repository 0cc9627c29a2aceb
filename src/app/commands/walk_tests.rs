//! A whole meeting as a table of lines, from its invitation to its approved minutes.

use super::scene::{bench, meeting, on};
use crate::app::context::Target;
use crate::domain::letter::{LetterKind, MailStatus};
use crate::domain::meeting::MinutesStatus;
use crate::domain::network::ActionStatus;
use crate::domain::secretariat::Language;

/// One meeting from its invitation to its approved minutes, as the manual writes it.
const WALK: &[(&str, &str)] = &[
    ("2026-11-10T10:00", "invite"),
    ("2026-11-10T10:01", "invitations-send"),
    ("2026-11-12T09:00", "rsvp \"Karen Lund\" yes"),
    ("2026-11-12T09:10", "rsvp \"Åse Olsen\" tentative"),
    ("2026-11-18T09:00", "agenda-send"),
    ("2026-11-25T16:00", "apologies \"Bo Friis\" --note sygdom"),
    ("2026-11-25T16:01", "substitute \"Ulla Berg\" \"Bo Friis\""),
    ("2026-11-26T09:20", "check-in \"aase o\""),
    ("2026-11-26T09:21", "check-in karen --online"),
    ("2026-11-26T09:22", "check-in ulla"),
    ("2026-11-26T09:30", "meeting-start"),
    ("2026-11-26T09:40", "item-start 2"),
    (
        "2026-11-26T09:45",
        "note-add \"Ulla Berg viste tre eksempler.\"",
    ),
    (
        "2026-11-26T09:50",
        "--item 1 decision-add \"Netværket mødes fire gange i 2027.\"",
    ),
    (
        "2026-11-26T09:55",
        "--item 1 action-add \"Send årsplan\" --owner \"Karen Lund\" --due 2026-12-01",
    ),
    ("2026-11-26T10:30", "check-in ane"),
    ("2026-11-26T11:00", "check-out aase"),
    ("2026-11-26T11:30", "item-next"),
    ("2026-11-26T12:25", "item-done"),
    ("2026-11-26T12:30", "meeting-close"),
    ("2026-11-26T13:00", "minutes-send --deadline 2026-12-10"),
    (
        "2026-11-27T09:00",
        "comment-add \"Det var fire eksempler.\" --by \"Ulla Berg\"",
    ),
    ("2026-11-27T09:05", "comment-answer 1 --accept"),
    (
        "2026-11-27T09:06",
        "entry-set 2.1 --text \"Ulla Berg viste fire eksempler.\"",
    ),
    ("2026-12-11T09:00", "minutes-approve --by netværket"),
    ("2026-12-11T09:01", "minutes-publish"),
    ("2026-12-11T09:02", "action-done årsplan"),
];

#[test]
fn a_whole_meeting_is_walked_by_lines() {
    let mut bench = bench();
    for (time, line) in WALK {
        bench.set_clock(time);
        bench.ok(&on(line));
    }
    let outline = &meeting(&bench).approval().unwrap().outline;
    for words in [
        "Ulla Berg viste fire eksempler.",
        "Netværket mødes fire gange i 2027.",
        "Kl. 10.30 ankom Ane Friis (Vejle).",
        "Åse Olsen (Odense) forlod mødet kl. 11.00 under punkt",
        "stedfortræder for Bo Friis",
    ] {
        assert!(outline.contains(words), "{words}\n{outline}");
    }
    let action = bench.network("nims").actions.values().next().unwrap();
    assert_eq!(action.status, ActionStatus::Done);
}

#[test]
fn from_the_end_of_the_meeting_to_the_outbox_takes_at_most_ten_keys() {
    let mut bench = bench();
    bench.ok("mail-settings --server smtp.example.dk --sender netvaerk@example.dk");
    for name in [
        "karen-lund",
        "aase-olsen",
        "bo-friis",
        "ane-friis",
        "ulla-berg",
    ] {
        bench.ok(&format!("person-set {name} --email {name}@example.dk"));
    }
    let held = WALK.iter().take_while(|(_, line)| *line != "meeting-close");
    for (time, line) in held {
        bench.set_clock(time);
        bench.ok(&on(line));
    }
    bench.sit_down(Language::Danish, (80, 24));
    let target = Target {
        meeting: Some(meeting(&bench).head.id),
        ..Target::default()
    };
    bench.call(vec!["meeting-open".to_owned()], target);
    bench.call(vec!["minutes-write".to_owned()], target);
    let mut pressed = 0;
    // The next step, again and again; what it shows is read, and Enter sends it.
    while meeting(&bench).head.minutes != MinutesStatus::ForComments {
        let before_it = bench.app.view.overlays.is_empty();
        let keys = if before_it {
            &["<esc>", "<enter>"][..]
        } else {
            &["<enter>"]
        };
        keys.iter().for_each(|key| bench.press(key));
        pressed += keys.len();
        assert!(pressed <= 10, "{pressed} keys were not enough");
    }
    let meeting = meeting(&bench);
    let kinds: Vec<LetterKind> = meeting.letters.values().map(|row| row.kind).collect();
    for kind in [LetterKind::MinutesForComments, LetterKind::Actions] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    let queued = meeting.deliveries.values();
    assert!(queued.clone().count() > 1 && queued.clone().all(|it| it.status == MailStatus::Queued));
}
