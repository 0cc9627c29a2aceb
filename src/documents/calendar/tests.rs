use super::*;
use crate::domain::plan::{Activity, ActivityStatus, PlanRow};
use crate::domain::sample::Rng;
use crate::domain::secretariat::Language;
use crate::domain::when::When;
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

/// An event of a plan as the library writes it.
fn planned(row: &PlanRow, language: Language, now: i64) -> Option<Event> {
    let activity = &row.activity;
    let when = activity.when.as_ref()?;
    let (When::Day(_) | When::Days(..)) = when else {
        return None;
    };
    let (first, last) = (when.first_day()?, when.last_day()?);
    let id = activity.meeting.unwrap_or(activity.id);
    let mut event = Event::with_uid(&uid(id));
    event.append_property(stamp("DTSTAMP", now));
    set_time(&mut event, first, last, activity.start, activity.end);
    let title = match activity.title.is_empty() {
        true => row.network_name.clone(),
        false => activity.title.clone(),
    };
    event.summary(&line(&title));
    let cancelled = activity.status == ActivityStatus::Cancelled;
    event.status(status(cancelled, activity.tentative));
    let place = match activity.place.is_empty() {
        true => &row.host_name,
        false => &activity.place,
    };
    if !place.is_empty() {
        event.location(&line(place));
    }
    let mut said = vec![activity.purpose.clone()];
    if activity.tentative {
        let locale = crate::documents::locale(language);
        said.push(locale.text(Key::LetterTentativeShort).into_owned());
    }
    said.retain(|text| !text.is_empty());
    if !said.is_empty() {
        event.description(&paragraphs(&said.join("\n\n")));
    }
    Some(event)
}

#[test]
fn a_plan_is_written_as_the_library_writes_it() {
    let mut rng = Rng(27);
    let texts = [
        "",
        "Studietur",
        "Havne, både; \\ og \"skibe\": æøå",
        "En meget lang overskrift, som ingen kalender har plads til på én linje, og som derfor foldes",
        "linje\nto",
        " \u{7}tegn ",
        "Ærøskøbing Ærøskøbing Ærøskøbing Ærøskøbing Ærøskøbing Ærøskøbing Ær",
    ];
    let now = 1_795_681_800_000;
    for language in [Language::Danish, Language::English] {
        let rows: Vec<PlanRow> = (0..400).map(|_| drawn(&mut rng, &texts)).collect();
        let rows: Vec<&PlanRow> = rows.iter().collect();
        let events = rows.iter().filter_map(|row| planned(row, language, now));
        let theirs = print(Some(Method::Publish), events.collect(), Some("Plan"));
        assert_eq!(plan(&rows, "Plan", language, now), theirs);
        assert_eq!(
            plan(&[], "Plan", language, now),
            print(Some(Method::Publish), Vec::new(), Some("Plan"))
        );
    }
}

fn drawn(rng: &mut Rng, texts: &[&str]) -> PlanRow {
    let mut text = || texts[rng.below(texts.len())].to_owned();
    let (title, purpose, place) = (text(), text(), text());
    let (host_name, network_name) = (text(), text());
    let day =
        NaiveDate::from_ymd_opt(2026, 1, 30).unwrap() + chrono::Days::new(rng.below(3) as u64);
    let time = |hour: usize| NaiveTime::from_hms_opt(u32::try_from(hour).unwrap(), 5, 0);
    let when = [
        None,
        Some(When::Day(day)),
        Some(When::Days(day, day + chrono::Days::new(2))),
        Some(When::from("2026-03".to_owned())),
    ];
    let status = [
        ActivityStatus::Planned,
        ActivityStatus::Cancelled,
        ActivityStatus::Held,
    ];
    let meeting = [None, Some(MEETING)][rng.below(2)];
    PlanRow {
        host_name,
        network_name,
        activity: Activity {
            id: crate::domain::id::Id::from_bits(7),
            title,
            purpose,
            place,
            meeting,
            when: when[rng.below(4)].clone(),
            start: [None, time(9)][rng.below(2)],
            end: [None, time(7), time(12)][rng.below(3)],
            status: status[rng.below(3)],
            tentative: rng.below(2) == 0,
            ..Activity::default()
        },
        ..PlanRow::default()
    }
}
