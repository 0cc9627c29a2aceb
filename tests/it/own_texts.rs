//! A network's own texts: taken out, changed, set again, and seen in letters and documents of every format.

use crate::office::{MEETING, Office, text};

#[test]
fn a_text_is_taken_out_changed_and_set_again() {
    let office = Office::new();
    let folder = office.beside("tekster");
    let to = folder.to_string_lossy();
    office.ok(&[
        "export", "nims", "--what", "texts", "--format", "txt", "-o", &to,
    ]);
    let path = folder.join("da/invitation.txt");
    let built_in = std::fs::read_to_string(&path).unwrap();
    let mine = built_in.replace("Du indkaldes til", "Vi glæder os til at se dig til");
    assert_ne!(mine, built_in);
    std::fs::write(&path, mine).unwrap();
    let set = |name: &str, more: &[&str]| {
        let words = ["do", "--network", "nims", "own-text-set", name];
        office.ok(&[&words[..], more].concat())
    };
    set("invitation", &["--file", &path.to_string_lossy()]);
    set("greeting", &["--text", "Goddag {{ name|upper }},"]);
    set("closing", &["--text", "På gensyn\n{{ network }}"]);
    let said = office.ok(&["send", MEETING, "--what", "invitation", "--dry-run"]);
    for wanted in ["Vi glæder os til at se dig til", "Goddag ", "På gensyn"] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert!(
        !said.contains("Kære") && !said.contains("Med venlig hilsen"),
        "{said}"
    );
    let rows = office.json(&["export", "nims", "--what", "texts", "--format", "json"]);
    let own: Vec<&str> = rows
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["own"] == true)
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    assert_eq!(own, ["invitation", "greeting", "closing"]);
    office.ok(&["do", "--network", "nims", "own-text-remove", "greeting"]);
    let said = office.ok(&["send", MEETING, "--what", "invitation", "--dry-run"]);
    assert!(said.contains("Kære"), "{said}");
}

#[test]
fn a_wrong_text_is_refused_with_line_and_reason() {
    let office = Office::new();
    let refused = |text: &str| {
        let words = [
            "do",
            "--network",
            "nims",
            "own-text-set",
            "agenda",
            "--text",
            text,
        ];
        let output = office.call(&words);
        assert_eq!(output.status.code(), Some(1), "{text}");
        crate::office::text(&output.stderr)
    };
    assert!(refused("Emne\n\n{{ ntwork }}").contains("Linje 3: der står et navn"));
    assert!(refused("Emne\n{% if day %}").contains("Linje 2"));
    assert!(refused("Emne\n{% set a = 1 %}").contains("kun if, elif"));
    let loops =
        "Emne\n".to_owned() + &"{% for a in [1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0] %}".repeat(9);
    let loops = loops + &"{% endfor %}".repeat(9);
    assert!(refused(&loops).contains("bliver aldrig færdig"));
    let path = office.beside("bytes.txt");
    std::fs::write(&path, [0xff, 0xfe, 0]).unwrap();
    let path = path.to_string_lossy();
    let output = office.call(&[
        "do",
        "--network",
        "nims",
        "own-text-set",
        "agenda",
        "--file",
        &path,
    ]);
    assert!(
        text(&output.stderr).contains("ikke tekst"),
        "{}",
        text(&output.stderr)
    );
    let rows = office.json(&["export", "nims", "--what", "texts", "--format", "json"]);
    assert!(
        rows.as_array()
            .unwrap()
            .iter()
            .all(|row| row["own"] == false)
    );
}

#[test]
fn words_round_a_document_stand_in_every_format_and_are_no_marks() {
    let office = Office::new();
    let set = |name: &str, text: &str| {
        office.ok(&[
            "do",
            "--network",
            "nims",
            "own-text-set",
            name,
            "--text",
            text,
        ]);
    };
    set(
        "agenda-opening",
        "Velkommen til <b>{{ network }}</b> & *kaffe*.",
    );
    set("agenda-closing", "# Praktisk\n- Parkering i gården");
    set(
        "minutes-closing",
        "Referatet er {{ \"<i>foreløbigt</i>\" }}.",
    );
    for (format, opening) in [
        (
            "html",
            "Velkommen til &lt;b&gt;Netværk for Internationale Kommuner&lt;/b&gt; &amp; *kaffe*.",
        ),
        (
            "md",
            "Velkommen til \\<b\\>Netværk for Internationale Kommuner\\</b\\> \\& \\*kaffe\\*.",
        ),
        (
            "txt",
            "Velkommen til <b>Netværk for Internationale Kommuner</b> & *kaffe*.",
        ),
    ] {
        let page = office.ok(&["export", MEETING, "--what", "agenda", "--format", format]);
        let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(opening), "{format}: {page}");
        let (items, practical) = (flat.find("Økonomi"), flat.find("Parkering"));
        assert!(
            items < practical && flat.contains("Praktisk"),
            "{format}: {page}"
        );
        let page = office.ok(&["export", MEETING, "--format", format]);
        assert_eq!(page.contains("<i>foreløbigt"), format == "txt", "{page}");
    }
}
