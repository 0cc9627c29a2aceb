//! What is handed to a case system, read by Python: the package, its metadata, its hashes.

use std::process::Command;

use serde_json::Value;

use crate::documents::full;
use crate::office::{MEETING, Office, python, text};

/// A full meeting with an annex that is a file.
fn office() -> Office {
    let office = full();
    let mine = office.beside("Budget & <plan>.txt");
    std::fs::write(&mine, "tal").unwrap();
    office.annex(2, "Budget & <plan>", &mine);
    office.ok(&[
        "do",
        "--meeting",
        MEETING,
        "meeting-set",
        "--case-number",
        "24/10517",
    ]);
    office
}

#[test]
fn only_approved_minutes_are_handed_over() {
    let office = office();
    let zip = office.beside("sag.zip");
    let to = zip.to_string_lossy();
    let call = office.call(&["handover", MEETING, "-o", &to]);
    assert_eq!(call.status.code(), Some(1));
    let said = text(&call.stderr);
    assert!(
        said.contains("er ikke godkendt") && said.contains("minutes-approve"),
        "{said}"
    );
    assert!(!zip.exists());
}

#[test]
fn a_case_system_reads_what_was_handed_over() {
    let Some(python) = python(&["zipfile"]) else {
        return;
    };
    let office = office();
    office.ok(&[
        "do",
        "--meeting",
        MEETING,
        "minutes-approve",
        "--by",
        "Netværket",
    ]);
    let (zip, folder) = (office.beside("sag.zip"), office.beside("sag"));
    std::fs::create_dir(&folder).unwrap();
    let mut read = Vec::new();
    for to in [&zip, &folder] {
        let said = office.ok(&["handover", MEETING, "-o", &to.to_string_lossy()]);
        assert!(said.contains("4 filer"), "{said}");
        let checked = Command::new(&python)
            .arg("tests/handover.py")
            .arg(to)
            .output();
        let checked = checked.unwrap();
        assert!(checked.status.success(), "{}", text(&checked.stderr));
        let told: Value = serde_json::from_slice(&checked.stdout).unwrap();
        read.push(told);
    }
    assert_eq!(read[0], read[1]);
    assert_eq!(read[0]["case_number"], "24/10517");
    assert_eq!(read[0]["access"], "restricted");
    assert_eq!(
        read[0]["items"][1]["annexes"][0]["title"],
        "Budget & <plan>"
    );
    let first = std::fs::read(&zip).unwrap();
    office.ok(&["handover", MEETING, "-o", &zip.to_string_lossy()]);
    assert_eq!(first, std::fs::read(&zip).unwrap());
}
