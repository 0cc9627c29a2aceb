//! The year of a network from the command line: a season to publish, and an overview of eighteen
//! months, each entered by one script.

use crate::office::{MEETING, Office};

fn told(script: &str) -> Office {
    let office = Office::empty();
    office.script(script);
    office
}

#[test]
fn a_season_of_eight_meetings_and_a_summit_is_a_programme() {
    let office = told(include_str!("plan/season.txt"));
    let export = |season: &str, format: &str| {
        let words = [
            "export",
            "mediepol",
            "--what",
            "programme",
            "--season",
            season,
        ];
        office.ok(&[&words[..], &["--format", format]].concat())
    };
    insta::assert_snapshot!("season_text", export("2027", "txt"));
    insta::assert_snapshot!("season_markdown", export("2027", "md"));
    let season: serde_json::Value = serde_json::from_str(&export("2027", "json")).unwrap();
    assert_eq!(season["season"], "2027");
    let lines = season["lines"].as_array().unwrap();
    assert!(
        lines.iter().any(|line| line["kind"] == "summit"),
        "{season}"
    );
    let mut speakers = lines
        .iter()
        .flat_map(|line| line["speakers"].as_array().unwrap());
    assert!(speakers.any(|row| row["status"] != "confirmed"), "{season}");
    // Across New Year, by its own days; as HTML.
    let winter = export("Vinter 2027/28", "html");
    for title in ["Pressens etik", "Årets tilbageblik", "Nytårskur"] {
        assert!(winter.contains(title), "{title}: {winter}");
    }
    assert!(!winter.contains("Topmøde") && !winter.contains("Podcast"));
    // The meetings chosen, and no others.
    office.script("--network mediepol season-choose Udvalgt mediepol-2027-3 topmøde\n");
    let chosen = export("Udvalgt", "txt");
    assert!(chosen.contains("Public service") && chosen.contains("Walk and talk"));
    assert!(!chosen.contains("Valgkampens"), "{chosen}");
}

#[test]
fn an_overview_of_eighteen_months_is_in_order_in_every_format() {
    let office = told(include_str!("plan/overview.txt"));
    let export = |format: &str| {
        let words = ["export", "int", "--what", "activities", "--format", format];
        office.ok(&[&words[..], &["--from", "2026-01", "--to", "2027-06"]].concat())
    };
    insta::assert_snapshot!("overview_text", export("txt"));
    insta::assert_snapshot!("overview_csv", export("csv"));
    let rows: serde_json::Value = serde_json::from_str(&export("json")).unwrap();
    assert_eq!(rows.as_array().map(Vec::len), Some(25));
    assert_eq!(rows[24]["when"], "2027-06");
    let words = ["export", "int", "--what", "year-wheel", "--season", "2026"];
    let wheel = office.ok(&[&words[..], &["--format", "json"]].concat());
    let wheel: serde_json::Value = serde_json::from_str(&wheel).unwrap();
    assert!(wheel.as_array().is_some_and(|rows| !rows.is_empty()));
    let page = office.ok(&[&words[..], &["--format", "html"]].concat());
    assert!(
        page.contains("Årshjul 2026") && page.contains("<td>Vinterseminar</td>"),
        "{page}"
    );
    let html = export("html");
    assert!(html.contains("<td>=Aflyst besøg (aflyst)</td>"), "{html}");
}

/// Whether any file of the folder has the words.
fn is_in_folder(office: &Office, words: &str) -> bool {
    let found = std::process::Command::new("grep")
        .args(["-rlai", words])
        .arg(office.folder())
        .output()
        .unwrap();
    !found.stdout.is_empty()
}

#[test]
fn what_was_noted_about_journeys_is_erased_when_the_meeting_is_over() {
    let office = Office::new();
    let at = |now: &str, words: &[&str]| {
        let mut command = crate::office::command(&office.folder());
        let output = command.env("REFERENT_NOW", now).args(words).output();
        crate::office::done(words, &output.unwrap())
    };
    let (before, last, after) = ("2026-11-20T10:00", "2026-12-09T10:00", "2026-12-10T10:00");
    let note = ["do", "--meeting", MEETING, "stay-set", "Karen Lund"];
    let noted = ["--travel", "Tog 8.02", "--diet", "Ingen nødder"];
    at(before, &[&note[..], &noted].concat());
    let backup = office.beside("all.backup");
    let backup = backup.to_str().unwrap();
    at(before, &["backup", backup]);
    assert!(is_in_folder(&office, "nødder"));
    // Fourteen days after, and not before.
    let shown = at(last, &["show", MEETING, "--json"]);
    assert!(
        shown.contains("Ingen nødder") && shown.contains("2026-12-10"),
        "{shown}"
    );
    let shown = at(after, &["show", MEETING, "--json"]);
    assert!(
        !shown.contains("nødder") && shown.contains("Samskabelse"),
        "{shown}"
    );
    assert!(!is_in_folder(&office, "nødder"));
    at(after, &["check"]);
    at(after, &["rebuild"]);
    assert!(!at(after, &["show", MEETING, "--json"]).contains("nødder"));
    // An old backup has it; in the restored folder it is erased again.
    at(after, &["restore", backup]);
    assert!(!at(after, &["show", MEETING, "--json"]).contains("nødder"));
    assert!(!is_in_folder(&office, "nødder"));
}
