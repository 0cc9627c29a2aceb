use super::*;
use crate::domain::world::{MEETING, world};

fn sending() -> Sending {
    Sending {
        now: 1_795_681_800_000,
        sequence: 2,
        address: "netvaerk@odense.dk".into(),
        name: "Netværkssekretariatet".into(),
    }
}

#[test]
fn an_invitation_says_when_where_and_to_whom() {
    let world = world(Language::Danish);
    let text = invitation(&world.source(), &sending(), true).unwrap();
    for row in [
        "METHOD:REQUEST",
        "SEQUENCE:2",
        "STATUS:CONFIRMED",
        "TZID:Europe/Copenhagen",
        "DTSTART;TZID=Europe/Copenhagen:20261126T",
        "ORGANIZER;CN=Netværkssekretariatet:mailto:netvaerk@odense.dk",
        "mailto:karen-lund@example.dk",
    ] {
        assert!(unfold(&text).contains(row), "{row}\n{text}");
    }
    assert_eq!(
        value_of(&text, "UID").as_deref(),
        Some(uid(MEETING).as_str())
    );
    assert_eq!(meeting_of(&uid(MEETING)), Some(MEETING));
    assert!(
        text.split("\r\n")
            .all(|row| row.len() <= 75 && !row.contains('\n'))
    );
}

#[test]
fn each_gets_an_invitation_that_names_nobody_else() {
    let world = world(Language::Danish);
    let text = invitation(&world.source(), &sending(), false).unwrap();
    assert!(!text.contains("ATTENDEE"));
    let mine = addressed(&text, "Åse \"B\" Bang", "aase@vejle.dk", true);
    let flat = unfold(&mine);
    assert_eq!(flat.matches("ATTENDEE").count(), 1);
    assert!(
        flat.contains("CN=Åse 'B' Bang") && flat.contains(":mailto:aase@vejle.dk\r\n"),
        "{flat}"
    );
    let at = |word: &str| flat.find(word).unwrap();
    assert!(at("BEGIN:VEVENT") < at("ATTENDEE") && at("ATTENDEE") < at("END:VEVENT"));
}

#[test]
fn each_has_a_line_of_their_own_at_the_end_of_the_description() {
    let mut world = world(Language::Danish);
    let said = "Din kode ved døren: BCDFGHJKLM";
    let text = invitation(&world.source(), &sending(), false).unwrap();
    let before = value_of(&text, "DESCRIPTION").unwrap();
    let mine = described(&text, said);
    let own = value_of(&mine, "DESCRIPTION").unwrap();
    assert_eq!(own, format!("{before}\\n\\n{said}"));
    assert!(mine.split("\r\n").all(|row| row.len() <= 75));
    assert_eq!(mine.replace(&format!(" \\n\\n{said}\r\n"), ""), text);
    world.meeting.items.clear();
    world.meeting.head.link.clear();
    let bare = invitation(&world.source(), &sending(), false).unwrap();
    let own = value_of(&described(&bare, said), "DESCRIPTION");
    assert!(own.is_some_and(|own| own.ends_with(said)));
}

#[test]
fn a_cancellation_keeps_the_event_and_takes_it_out() {
    let mut world = world(Language::Danish);
    world.meeting.head.cancelled = Some("sygdom\r\nMETHOD:REQUEST".into());
    let text = invitation(&world.source(), &sending(), false).unwrap();
    assert!(text.contains("METHOD:CANCEL\r\n") && text.contains("STATUS:CANCELLED\r\n"));
    assert!(!text.contains("\r\nMETHOD:REQUEST"));
    let mine = addressed(&text, "Bo", "bo@vejle.dk", true);
    assert_eq!(mine.matches("ATTENDEE").count(), 1);
}

#[test]
fn what_people_write_ends_no_line() {
    let mut world = world(Language::Danish);
    let head = &mut world.meeting.head;
    head.title = "A\r\nATTENDEE:mailto:x@y\u{0}\u{85}\u{2028}; \\n, b".into();
    head.venue = "Sal\u{7}\nSTATUS:CANCELLED".into();
    head.tentative = true;
    let text = invitation(&world.source(), &sending(), false).unwrap();
    let rows: Vec<String> = unfold(&text).lines().map(str::to_owned).collect();
    let begins = |start: &str| rows.iter().filter(|row| row.starts_with(start)).count();
    assert_eq!(
        (begins("ATTENDEE"), begins("STATUS"), begins("SUMMARY")),
        (0, 1, 1)
    );
    assert!(text.contains("STATUS:TENTATIVE"));
}
