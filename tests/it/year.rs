//! What a network has between its meetings, entered by a script: terms, groups, checklist, materials.

use serde_json::Value;

use crate::office::{command, text};

/// A folder with a network of 22 municipalities, on a day.
fn told(words: &[&str], folder: &std::path::Path) -> String {
    let output = command(folder)
        .env("REFERENT_NOW", "2026-12-10T09:00:00Z")
        .args(words)
        .output()
        .unwrap();
    let wrong = text(&output.stderr);
    assert!(output.status.success(), "{words:?}\n{wrong}");
    text(&output.stdout)
}

#[test]
fn a_network_of_22_municipalities_has_three_working_groups_and_a_checklist() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/year.txt");
    let say = |words: &[&str]| told(words, &folder);
    say(&["do", "--script", script]);
    insta::assert_snapshot!("checklist", say(&["walk", "socnet"]));
    let page = say(&["export", "socnet", "--what", "terms", "--format", "md"]);
    insta::assert_snapshot!("terms", page);
    let json = |words: &[&str]| -> Value { serde_json::from_str(&say(words)).unwrap() };
    let walk = json(&["walk", "socnet", "--json"]);
    assert_eq!(walk["points"].as_array().unwrap().len(), 10);
    let shown = json(&["show", "socnet", "--json"]);
    assert_eq!(shown["groups"].as_array().unwrap().len(), 4);
    assert_eq!(shown["groups"][3]["seats"].as_array().unwrap().len(), 17);
    assert_eq!(json(&["list", "terms", "--json"])[0]["status"], "in-force");
    let rows = json(&["list", "materials", "--theme", "Samskabelse", "--json"]);
    assert_eq!(rows[0]["meeting"], "socnet-2027-1");
    let article = json(&[
        "export",
        "socnet-2027-1",
        "--what",
        "article",
        "--format",
        "json",
    ]);
    assert_eq!(article["status"], "draft");
}
