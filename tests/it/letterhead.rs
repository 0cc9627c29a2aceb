//! A network's letterhead on its documents, and files that are no logo.

use serde_json::Value;

use crate::documents::{full, logo};
use crate::office::{MEETING, Office, text};

#[test]
fn every_format_carries_the_letterhead() {
    let office = full();
    let shown = office.json(&["show", "nims", "--json"]);
    let head = &shown["letterhead"];
    assert_eq!(head["logo"], "logo.png");
    assert_eq!(head["colour"], "#ffcc00");
    assert_ne!(head["colour_used"], head["colour"]);
    assert_eq!(head["address"].as_array().map(Vec::len), Some(2));
    for format in ["html", "md", "txt"] {
        let page = office.ok(&["export", MEETING, "--format", format]);
        assert!(
            page.contains("5000 Odense C") && page.contains("CVR 12 34 56 78"),
            "{format}: {page}"
        );
        assert!(
            !page.contains("<b>Rådhuset</b>") || format == "txt",
            "{format}: {page}"
        );
    }
    let page = office.ok(&["export", MEETING, "--format", "html"]);
    assert!(
        page.contains("<img src=\"data:image/png;base64,iVBORw0KGgo"),
        "{page}"
    );
    assert!(
        page.contains("img-src data:") && page.contains("alt=\"Byvåben &amp; &quot;krone&quot;\"")
    );
    for (format, start) in [("pdf", &b"%PDF"[..]), ("docx", b"PK"), ("odt", b"PK")] {
        let with = office.call(&["export", MEETING, "--format", format]).stdout;
        office.ok(&["do", "--network", "nims", "letterhead-set", "--logo", ""]);
        let without = office.call(&["export", MEETING, "--format", format]).stdout;
        assert!(
            with.starts_with(start) && with.len() > without.len(),
            "{format}"
        );
        logo(&office);
    }
}

#[test]
fn a_logo_that_is_gone_is_said_and_the_document_made_without() {
    let office = full();
    let files = office.folder().join("files");
    for file in std::fs::read_dir(files).unwrap() {
        std::fs::remove_file(file.unwrap().path()).unwrap();
    }
    let output = office.call(&["export", MEETING, "--format", "html"]);
    assert!(output.status.success());
    assert!(
        text(&output.stderr).contains("Logo"),
        "{}",
        text(&output.stderr)
    );
    assert!(!text(&output.stdout).contains("<img"));
}

#[test]
fn a_bad_logo_changes_nothing_and_nothing_is_kept() {
    let office = Office::new();
    let before: Value = office.json(&["show", "nims", "--json"]);
    let whole = {
        logo(&office);
        std::fs::read(office.beside("logo.png")).unwrap()
    };
    office.ok(&[
        "do",
        "--network",
        "nims",
        "letterhead-set",
        "--logo",
        "",
        "--logo-text",
        "",
    ]);
    let kept = || {
        std::fs::read_dir(office.folder().join("files"))
            .unwrap()
            .count()
    };
    let files = kept();
    let mut broad = whole.clone();
    broad[16..20].fill(0xff);
    let bad: [(&str, &[u8]); 5] = [
        ("tom.png", b""),
        ("halv.png", &whole[..whole.len() / 2]),
        ("bred.png", &broad),
        ("tegning.svg", b"<?xml version='1.0'?><svg/>"),
        ("stor.png", &vec![0x89; 2 << 20]),
    ];
    for (name, bytes) in bad {
        let path = office.beside(name);
        std::fs::write(&path, bytes).unwrap();
        let path = path.to_string_lossy();
        let output = office.call(&["do", "--network", "nims", "letterhead-set", "--logo", &path]);
        assert_eq!(
            output.status.code(),
            Some(1),
            "{name}: {}",
            text(&output.stderr)
        );
    }
    assert_eq!(kept(), files);
    assert_eq!(office.json(&["show", "nims", "--json"]), before);
}
