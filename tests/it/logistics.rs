//! How people travel, where they sleep and what they eat: kept until an event is over, then gone for good.

use chrono::{Days, NaiveDate, Utc};
use serde_json::Value;

use crate::office::Office;

/// A meeting on a day, with somebody's journey to it.
fn meeting(number: u32, day: NaiveDate, diet: &str) -> String {
    let label = format!("nims-{}-{number}", day.format("%Y"));
    format!(
        "meeting-new --network nims --title Topmøde --date {day}\n\
         --meeting {label} invite\n\
         --meeting {label} stay-set \"Bo Friis\" --travel Tog --lodging Kroen --diet \"{diet}\"\n"
    )
}

/// Whether any file of the folder has these words.
fn written(office: &Office, words: &str) -> bool {
    let mut folders = vec![office.folder()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read(&path)
                .is_ok_and(|bytes| bytes.windows(words.len()).any(|it| it == words.as_bytes()))
            {
                return true;
            }
        }
    }
    false
}

#[test]
fn journeys_are_erased_by_themselves_after_the_event_and_not_before() {
    let office = Office::empty();
    let today = Utc::now().date_naive();
    let (past, coming) = (today - Days::new(400), today + Days::new(400));
    office.script("network-new nims NIMS\nperson-new \"Bo Friis\"\nmember-add nims \"Bo Friis\"\n");
    office.script(&(meeting(1, coming, "Ingen skaldyr") + &meeting(1, past, "Ingen nødder")));
    let stays = |day: NaiveDate| {
        let label = format!("nims-{}-1", day.format("%Y"));
        let shown = office.ok(&["show", &label, "--json"]);
        let shown: Value = serde_json::from_str(&shown).unwrap();
        let stays = shown["stays"].as_array().cloned().unwrap_or_default();
        stays
            .iter()
            .map(|row| row["diet"].to_string())
            .collect::<String>()
    };
    assert_eq!(stays(past), "", "what is over is gone");
    assert_eq!(stays(coming), "\"Ingen skaldyr\"");
    assert!(!written(&office, "Ingen nødder"), "from every file");
    let history = office.ok(&["history", "nims", "--json"]);
    assert!(!history.contains("nødder"), "{history}");
    assert!(history.contains("skaldyr"), "{history}");
}
