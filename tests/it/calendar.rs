//! Calendars as other programs read them: Python's icalendar and vobject, which must agree.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::office::{MEETING, Office, python, text};

/// What both parsers understood of a calendar.
#[track_caller]
fn read(python: &Path, office: &Office, calendar: &str) -> Value {
    let path = office.beside("calendar.ics");
    std::fs::write(&path, calendar).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/check_calendar.py");
    let output = Command::new(python)
        .arg(script)
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}\n{calendar}",
        text(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn other_programs_read_invitation_and_plan_on_both_sides_of_a_change_of_clocks() {
    let Some(python) = python(&["icalendar", "vobject"]) else {
        return;
    };
    let office = Office::new();
    let long = "Blåbærgrød på Ærø – Ørsted, Åse; 👨‍👩‍👧 ".repeat(8);
    for (date, utc) in [
        ("2026-10-24", "2026-10-24T07:30:00+00:00"),
        ("2026-10-26", "2026-10-26T08:30:00+00:00"),
        ("2027-03-27", "2027-03-27T08:30:00+00:00"),
        ("2027-03-29", "2027-03-29T07:30:00+00:00"),
    ] {
        office.ok(&["do", "--meeting", MEETING, "meeting-move", date]);
        office.ok(&["do", "--meeting", MEETING, "meeting-set", "--title", &long]);
        let calendar = office.ok(&["export", MEETING, "--what", "invitation", "--format", "ics"]);
        let seen = read(&python, &office, &calendar);
        let event = &seen["events"][0];
        assert_eq!(event["start"], utc, "{calendar}");
        assert_eq!(event["summary"], format!("NIMS 1/2026: {}", long.trim()));
        let description = event["description"].as_str().unwrap();
        assert!(
            description.contains("1. Velkomst") && description.contains('\n'),
            "{description}"
        );
        assert_eq!(event["attendees"].as_array().unwrap().len(), 2, "{event}");
        let plan = office.ok(&["export", "nims", "--what", "calendar", "--format", "ics"]);
        let seen = read(&python, &office, &plan);
        assert_eq!(seen["events"][0]["start"], utc, "{plan}");
        assert_eq!(seen["events"][0]["uid"], event["uid"]);
    }
}
