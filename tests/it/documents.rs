//! Documents as other programs see them: tidy reads the HTML, cmark the Markdown, jsonschema the JSON.

use std::process::Command;

use referent::documents::What;
use serde_json::Value;

use crate::office::{MEETING, Office, fed, has, python, text};

/// A meeting that has all kinds of things in it, with signs that markup means something by.
pub fn full() -> Office {
    let office = Office::new();
    office.script(
        r##"
--meeting nims-2026-1 --item 1 agenda-set --background "Se <https://x.dk?a=1&b=2> & *dette* [her](x)" --recommendation "at # 1) tage 'det' \"nu\""
--meeting nims-2026-1 --item 1 annex-add "Bilag & <b>fed</b>" --link "https://example.dk/?q=a&b=<c>"
--meeting nims-2026-1 --item 1 speaker-add "Ulla <Berg>" --status confirmed
--meeting nims-2026-1 practical-add "Kaffe & brød" --who "Karen Lund" --days 2
--meeting nims-2026-1 agenda-add "Lukket & hemmeligt" --closed --minutes 10
--meeting nims-2026-1 rsvp "Karen Lund" yes
--meeting nims-2026-1 meeting-start
--meeting nims-2026-1 check-in "Karen Lund"
--meeting nims-2026-1 --item 1 decision-add "Netværket mødes <fire> gange & mere."
--meeting nims-2026-1 --item 1 action-add "Send *årsplan*" --owner "Karen Lund" --due 2026-12-01
--meeting nims-2026-1 --item 1 private-add "Kun for mig"
--meeting nims-2026-1 --item 3 note-add "Kun for de indviede"
"##,
    );
    let note = "# Ikke en overskrift\n- a < b & c > d\n1. _ikke_ **fed** `kode` | streg";
    office.note(1, note);
    logo(&office);
    let head = ["do", "--network", "nims", "letterhead-set"];
    let address = "<b>Rådhuset</b> & *Torvet* 1\n5000 Odense C";
    let sender = [
        "--colour",
        "#ffcc00",
        "--address",
        address,
        "--footer",
        "CVR 12 34 56 78 <&>",
    ];
    office.ok(&[&head[..], &sender].concat());
    office
}

/// Gives the network a logo.
pub fn logo(office: &Office) {
    let path = office.beside("logo.png");
    let mut encoder = png::Encoder::new(std::fs::File::create(&path).unwrap(), 60, 20);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().unwrap();
    // It can be seen through, as logos can.
    let pixels: Vec<u8> = (0..60 * 20)
        .flat_map(|at: u32| [31, 58, 95, (at % 256) as u8])
        .collect();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    let path = path.to_string_lossy();
    let alt = "Byvåben & \"krone\"";
    let words = [
        "do",
        "--network",
        "nims",
        "letterhead-set",
        "--logo",
        &path,
        "--logo-text",
        alt,
    ];
    office.ok(&words);
}

/// What a program says of something on its standard input: whether it was content, and its words.
fn judged(program: &str, arguments: &[&str], input: &str) -> (bool, String, String) {
    let output = fed(Command::new(program).args(arguments), input);
    (
        output.status.success(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

fn export(office: &Office, format: &str, what: &str, public: bool) -> String {
    let mut words = vec!["export", MEETING, "--format", format, "--what", what];
    words.extend(public.then_some("--public"));
    office.ok(&words)
}

#[test]
fn html_is_without_errors() {
    if !has("tidy") {
        return;
    }
    let office = full();
    for what in What::NAMES.iter().copied() {
        for public in [false, true] {
            let html = export(&office, "html", what, public);
            let (_, _, said) = judged("tidy", &["-q", "-e", "-utf8"], &html);
            let wrong: Vec<&str> = said
                .lines()
                .filter(|line| line.contains("Error:") || line.contains("Warning:"))
                .collect();
            assert!(wrong.is_empty(), "{what}: {wrong:#?}\n{html}");
            assert!(
                html.contains("lang=\"da\"") && !html.contains("<script"),
                "{what}"
            );
        }
    }
}

#[test]
fn markdown_says_what_was_meant() {
    if !has("cmark") {
        return;
    }
    let office = full();
    for what in What::NAMES.iter().copied() {
        let markdown = export(&office, "md", what, false);
        let (done, html, said) = judged("cmark", &[], &markdown);
        assert!(done, "{what}: {said}");
        assert!(html.contains("<h1>"), "{what}:\n{html}");
        for meant in [
            "<em>",
            "<strong>fed",
            "<code>",
            "<b>fed",
            "<h1>Ikke en",
            "raw HTML",
        ] {
            assert!(!html.contains(meant), "{what}: {meant}\n{markdown}\n{html}");
        }
    }
    let html = judged("cmark", &[], &export(&office, "md", "minutes", false)).1;
    assert!(html.contains("# Ikke en overskrift"), "{html}");
    assert!(html.contains("&lt;fire&gt; gange &amp; mere."), "{html}");
}

#[test]
fn json_fits_its_schema() {
    let Some(python) = python(&["jsonschema"]) else {
        return;
    };
    let office = full();
    let schema: Value = serde_json::from_str(&office.ok(&["schema"])).unwrap();
    let program = "import json, sys, jsonschema\n\
        given = json.load(sys.stdin)\n\
        kind = jsonschema.validators.validator_for(given['schema'])\n\
        kind.check_schema(given['schema'])\n\
        wrong = [e.json_path + ': ' + e.message for e in kind(given['schema']).iter_errors(given['it'])]\n\
        print('\\n'.join(wrong)); sys.exit(bool(wrong))";
    let public = ["export", MEETING, "--format", "json", "--public"];
    for words in [
        &["show", MEETING, "--json"][..],
        &["export", MEETING, "--format", "json"],
        &public,
    ] {
        let both = serde_json::json!({"schema": schema, "it": office.json(words)});
        let (fits, wrong, said) = judged(
            &python.to_string_lossy(),
            &["-c", program],
            &both.to_string(),
        );
        assert!(fits, "{words:?}: {wrong}{said}");
    }
}

#[test]
fn public_documents_leave_out_what_is_closed_and_private_notes_stay_home() {
    let office = full();
    for format in ["md", "html", "txt", "json"] {
        for what in What::NAMES.iter().copied() {
            if format == "json" && what != "minutes" {
                continue;
            }
            let document = export(&office, format, what, true);
            assert!(
                !document.contains("indviede"),
                "{format} {what}:\n{document}"
            );
            assert!(
                !document.contains("Kun for mig"),
                "{format} {what}:\n{document}"
            );
            if format != "json" {
                let inside = export(&office, format, what, false);
                assert!(
                    !inside.contains("Kun for mig"),
                    "{format} {what}:\n{inside}"
                );
            }
        }
    }
}

#[test]
fn the_files_of_annexes_lie_beside_the_document_that_links_them() {
    let office = full();
    let mine = office.beside("Budget 2027.txt");
    std::fs::write(&mine, "tal").unwrap();
    office.annex(1, "Budget", &mine);
    let page = office.beside("dagsorden.html");
    let path = page.to_string_lossy();
    let words = ["export", MEETING, "--format", "html", "--what", "agenda"];
    office.ok(&[&words[..], &["-o", &path]].concat());
    let html = std::fs::read_to_string(&page).unwrap();
    let (_, link) = html.split_once("<a href=\"bilag/budget-2027-").unwrap();
    let digits = link.split(".txt\"").next().unwrap();
    let kept = format!("bilag/budget-2027-{digits}.txt");
    let kept = std::fs::read_to_string(office.beside(&kept)).unwrap();
    assert_eq!(kept, "tal");
    let printed = export(&office, "html", "agenda", false);
    assert!(
        printed.contains("Budget") && !printed.contains("bilag/budget"),
        "{printed}"
    );
}
