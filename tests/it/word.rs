//! What leaves for office programs, as they read it: python-docx, odfpy, LibreOffice, an address book; and
//! minutes that members return from Word.

use std::path::{Path, PathBuf};
use std::process::Command;

use referent::documents::What;
use serde_json::{Value, json};

use crate::office::{MEETING, Office, fed, has, python, text};

/// Minutes out for comments, with one already on them.
fn asking() -> Office {
    let office = Office::new();
    office.script(
        r##"
--meeting nims-2026-1 --item 1 annex-add "Bilag & <b>fed</b>" --link "https://example.dk/?q=a&b=<c>"
--meeting nims-2026-1 rsvp "Karen Lund" yes
--meeting nims-2026-1 meeting-start
--meeting nims-2026-1 check-in "Karen Lund"
--meeting nims-2026-1 --item 1 decision-add "Netværket mødes fire gange om året på Ærø."
--meeting nims-2026-1 --item 1 action-add "Send årsplan" --owner "Karen Lund" --due 2026-12-01
--meeting nims-2026-1 --item 1 private-add "Kun for mig"
"##,
    );
    office.note(
        1,
        "Åse fortalte om <børn> & unge.\n- første punkt\n- andet punkt\nDer var kaffe.",
    );
    office.script(
        r##"
--meeting nims-2026-1 meeting-close
--meeting nims-2026-1 minutes-send --deadline 2027-01-15
--meeting nims-2026-1 comment-add "Var det fire?" --by "Åse Østergård" --entry 1.1
"##,
    );
    office
}

/// The checker beside these tests, with what it reads on standard input.
fn checker(python: &Path, words: &[&str], input: &str) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/word.py");
    let output = fed(Command::new(python).arg(script).args(words), input);
    assert!(
        output.status.success(),
        "{words:?}: {}",
        text(&output.stderr)
    );
    text(&output.stdout)
}

fn read(python: &Path, kind: &str, files: &[PathBuf]) -> Vec<Value> {
    let files: Vec<&str> = files.iter().map(|it| it.to_str().unwrap()).collect();
    let said = checker(python, &[&[kind], files.as_slice()].concat(), "");
    said.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn export(office: &Office, words: &[&str], name: &str) -> PathBuf {
    let path = office.beside(name);
    let to = ["-o", path.to_str().unwrap()];
    office.ok(&[&["export"], words, &to].concat());
    path
}

/// Every document of the meeting, and the reports, in a format.
fn everything(office: &Office, format: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for what in What::NAMES {
        let words = [MEETING, "--what", what, "--format", format];
        files.push(export(office, &words, &format!("{what}.{format}")));
    }
    for what in [
        "activities",
        "enquiries",
        "representation",
        "status",
        "figures",
    ] {
        let words = ["--what", what, "--format", format];
        files.push(export(office, &words, &format!("{what}.{format}")));
    }
    for what in ["programme", "terms", "knowledge"] {
        let words = ["nims", "--what", what, "--format", format];
        files.push(export(office, &words, &format!("{what}.{format}")));
    }
    files
}

fn strings(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect()
}

#[test]
fn word_documents_are_read_with_styles_comments_header_rows_and_language() {
    let Some(python) = python(&["docx"]) else {
        return;
    };
    let office = asking();
    let files = everything(&office, "docx");
    let read = read(&python, "docx", &files);
    assert_eq!(read.len(), files.len());
    for it in &read {
        assert_eq!(it["language"], json!(["da-DK", "da-DK"]), "{it}");
        assert_eq!(strings(&it["styles"])[0], "Title", "{it}");
        assert!(
            it["heads"]
                .as_array()
                .unwrap()
                .iter()
                .all(|head| head == true),
            "{it}"
        );
        assert!(!it.to_string().contains("Kun for mig"), "{it}");
        assert!(
            strings(&it["links"])
                .iter()
                .all(|link| link.starts_with("https://")),
            "{it}"
        );
    }
    let minutes = &read[0];
    assert_eq!(minutes["title"], "Referat – Samskabelse");
    let styles = strings(&minutes["styles"]);
    for style in [
        "Subtitle",
        "Mødeoplysninger",
        "Heading 1",
        "Beslutning",
        "Opgave",
        "List Bullet",
    ] {
        assert!(styles.contains(&style), "{style}: {styles:?}");
    }
    let rows = strings(&minutes["text"]);
    assert!(rows.contains(&"Åse fortalte om <børn> & unge."), "{rows:?}");
    let comments = &minutes["comments"];
    assert_eq!(comments[0]["by"], "Åse Østergård");
    assert_eq!(comments[0]["text"], "Var det fire?");
    assert_eq!(minutes["tracked"], true);
    let public = export(
        &office,
        &[MEETING, "--format", "docx", "--public"],
        "public.docx",
    );
    let public = &self::read(&python, "docx", &[public])[0];
    assert_eq!(public["comments"], json!([]));
    assert_eq!(public["tracked"], false);
}

#[test]
fn opendocument_texts_are_read_with_headings_annotations_and_header_rows() {
    let Some(python) = python(&["odf"]) else {
        return;
    };
    let office = asking();
    let files = everything(&office, "odt");
    let read = read(&python, "odt", &files);
    for it in &read {
        assert_eq!(it["heads"], it["tables"], "{it}");
        assert!(!it.to_string().contains("Kun for mig"), "{it}");
    }
    let minutes = &read[0];
    assert_eq!(minutes["headings"][0][1], "1. Velkomst");
    assert_eq!(minutes["comments"][0]["by"], "Åse Østergård");
    assert!(minutes["marks"].as_array().unwrap().len() > 5, "{minutes}");
}

/// LibreOffice on files, started once, with a profile of its own.
fn office_program(office: &Office, words: &[&str], files: &[PathBuf]) -> PathBuf {
    let to = office.beside("converted");
    let profile = format!(
        "-env:UserInstallation=file://{}",
        office.beside("profile").display()
    );
    let output = Command::new("soffice")
        .args([profile.as_str(), "--headless"])
        .args(words)
        .arg("--outdir")
        .arg(&to)
        .args(files)
        .env("HOME", office.root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    to
}

#[test]
fn libreoffice_converts_every_document() {
    if !has("soffice") || !has("pdftotext") {
        return;
    }
    let office = asking();
    let mut files = Vec::new();
    for format in ["docx", "odt"] {
        for file in everything(&office, format) {
            // Both would become the same file.
            let name = file.file_stem().unwrap().to_str().unwrap();
            let own = file.with_file_name(format!("{name}-{format}.{format}"));
            std::fs::rename(&file, &own).unwrap();
            files.push(own);
        }
    }
    let to = office_program(&office, &["--convert-to", "pdf"], &files);
    for file in &files {
        let pdf = to.join(file.with_extension("pdf").file_name().unwrap());
        assert!(pdf.is_file(), "{}", pdf.display());
    }
    for name in ["minutes-docx.pdf", "minutes-odt.pdf"] {
        let said = Command::new("pdftotext")
            .args(["-layout"])
            .arg(to.join(name))
            .arg("-")
            .output()
            .unwrap();
        let said = text(&said.stdout);
        for wanted in [
            "Referat – Samskabelse",
            "Netværket mødes fire gange om året på Ærø.",
            "• ",
            "Side 1 af 1",
        ] {
            assert!(said.contains(wanted), "{name}: {wanted}\n{said}");
        }
    }
}

/// What makes a spreadsheet compute, and what stands before and after it.
fn formulas() -> Vec<String> {
    let starts = ["=", "+", "-", "@", "＝", "＋", "－", "＠"];
    let before = ["", " ", "  ", "\u{a0}", "x;", "x,", "\"", "';"];
    let after = [
        "1+1",
        "SUM(1;1)",
        "cmd|' /C calc'!A0",
        "HYPERLINK(\"http://x\";\"y\")",
    ];
    let mut all = Vec::new();
    for before in before {
        for start in starts {
            for after in after {
                all.push(format!("{before}{start}{after}"));
            }
        }
    }
    all.truncate(240);
    all
}

#[test]
fn a_spreadsheet_computes_nothing_of_a_list() {
    let Some(python) = python(&["xml.etree.ElementTree"]) else {
        return;
    };
    if !has("soffice") {
        return;
    }
    let office = Office::new();
    let cases = formulas();
    assert_eq!(cases.len(), 240);
    let script: String = cases
        .iter()
        .map(|case| {
            let quoted = case.replace('\\', "\\\\").replace('"', "\\\"");
            format!(
                "--meeting nims-2026-1 --item 1 action-add \"{quoted}\" --owner \"Karen Lund\"\n"
            )
        })
        .collect();
    office.script(&script);
    let list = office.beside("opgaver.csv");
    std::fs::write(
        &list,
        office.call(&["list", "actions", "--format", "csv"]).stdout,
    )
    .unwrap();
    let marked = office.beside("mærket.csv");
    std::fs::write(
        &marked,
        office
            .call(&["list", "actions", "--format", "csv", "--bom"])
            .stdout,
    )
    .unwrap();
    let control = office.beside("kontrol.csv");
    std::fs::write(&control, "Opgave;x\n=1+1;2\n").unwrap();
    // Separator ;, UTF-8, formulas are computed: the most that a spreadsheet does by itself.
    let import = "--infilter=CSV:59,34,76,1,,0,false,true,false,false,false,-1,true,true";
    let to = office_program(
        &office,
        &[import, "--convert-to", "fods"],
        &[list, marked, control],
    );
    let cells = |name: &str| -> Vec<String> {
        let file = to.join(name);
        let said = checker(&python, &["fods", file.to_str().unwrap()], "");
        serde_json::from_str(&said).unwrap()
    };
    let control = cells("kontrol.fods");
    assert!(
        control.iter().any(|cell| cell.starts_with('=')),
        "{control:?}"
    );
    for name in ["opgaver.fods", "mærket.fods"] {
        let cells = cells(name);
        assert!(cells.len() > 240, "{name}: {}", cells.len());
        let computed: Vec<_> = cells.iter().filter(|cell| cell.starts_with('=')).collect();
        assert!(computed.is_empty(), "{name}: {computed:?}");
        assert_eq!(cells[0], " Opgave", "{name}");
    }
}

#[test]
fn an_address_book_reads_the_people() {
    let Some(python) = python(&["vobject"]) else {
        return;
    };
    let office = Office::new();
    let cards = export(
        &office,
        &["nims", "--what", "people", "--format", "vcf"],
        "folk.vcf",
    );
    let cards = std::fs::read_to_string(cards).unwrap();
    assert!(cards.lines().count() > 5 && cards.contains("\r\n"));
    let read: Value = serde_json::from_str(&checker(&python, &["vcf"], &cards)).unwrap();
    let wanted = json!([
        {"name": "Karen Lund", "family": "Lund", "email": "karen@example.dk", "org": ["Odense Kommune"]},
        {"name": "Åse Østergård", "family": "Østergård", "email": "aase@example.dk", "org": ["Aarhus Kommune"]},
    ]);
    assert_eq!(read, wanted);
    let to = office.ok(&[
        "list",
        "people",
        "--network",
        "nims",
        "--role",
        "contact",
        "--format",
        "recipients",
    ]);
    assert_eq!(to, "Karen Lund <karen@example.dk>\n");
    let link = office.ok(&["list", "people", "--network", "nims", "--format", "mailto"]);
    assert_eq!(link, "mailto:?bcc=karen@example.dk,aase@example.dk\n");
    office.script("--meeting nims-2026-1 --item 1 action-add \"Send årsplan\" --owner \"Karen Lund\" --due 2026-12-01\n");
    let tasks: Value =
        serde_json::from_str(&office.ok(&["list", "actions", "--format", "taskwarrior"])).unwrap();
    assert_eq!(tasks[0]["due"], "20261130T230000Z");
    assert_eq!(
        (&tasks[0]["status"], &tasks[0]["project"]),
        (&json!("pending"), &json!("nims"))
    );
}

/// What the meeting's comments say, in the order of the table.
fn comments(office: &Office) -> Vec<Value> {
    let meeting = office.json(&["show", MEETING, "--json"]);
    meeting["comments"].as_array().unwrap().clone()
}

fn entry(office: &Office, words: &str) -> Option<Value> {
    let meeting = office.json(&["show", MEETING, "--json"]);
    let items = meeting["agenda"].as_array().unwrap();
    let entries = items
        .iter()
        .flat_map(|item| item["entries"].as_array().unwrap().clone());
    entries
        .into_iter()
        .find(|it| it["text"].as_str().unwrap().contains(words))
}

#[test]
fn returned_files_become_comments_that_are_taken_in_or_not() {
    let Some(python) = python(&["docx"]) else {
        return;
    };
    let office = asking();
    let sent = export(&office, &[MEETING, "--format", "docx"], "referat.docx");
    let sent = sent.to_str().unwrap();
    let [aase, bo] = ["åse.docx", "bo.docx"].map(|name| office.beside(name));
    let [aase, bo] = [&aase, &bo].map(|path| path.to_str().unwrap());
    let by_aase =
        "replace\tfire gange\tfem gange\ndrop\tDer var kaffe.\nsay\tSend årsplan\tHvem får den?\n";
    checker(&python, &["return", sent, aase, "Østergård, Åse"], by_aase);
    let by_bo = "replace\tom året\thvert år\nadd_after\tandet punkt\tog et tredje\n";
    checker(&python, &["return", sent, bo, "Ukendt Øst"], by_bo);
    let import = ["import", "--format", "docx", aase, bo, "--meeting", MEETING];
    let output = office.call(&import);
    let said = text(&output.stdout) + &text(&output.stderr);
    assert!(said.contains("åse.docx: 3 bemærkninger"), "{said}");
    assert!(said.contains("bo.docx: 2 bemærkninger"), "{said}");
    assert!(said.contains("Ukendt Øst er ikke i registret"), "{said}");
    assert_eq!(comments(&office).len(), 6);
    let again = office.ok(&import);
    assert!(again.contains("bo.docx: ingen nye bemærkninger"), "{again}");
    assert_eq!(comments(&office).len(), 6);

    let number = |kind: &str, by: &str| {
        let rows = comments(&office);
        let row = rows
            .iter()
            .find(|it| it["kind"] == kind && it["by"].as_str().unwrap().contains(by));
        row.unwrap_or_else(|| panic!("{kind} {by}: {rows:#?}"))["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let accept =
        |id: &str| office.ok(&["do", "--meeting", MEETING, "comment-answer", id, "--accept"]);
    for (kind, by) in [
        ("change", "Åse"),
        ("change", "Øst"),
        ("removal", "Åse"),
        ("addition", "Øst"),
    ] {
        let id = number(kind, if by == "Øst" { "Ukendt" } else { by });
        accept(&id);
    }
    assert!(
        entry(&office, "mødes fem gange hvert år på Ærø.").is_some(),
        "both changes"
    );
    assert!(entry(&office, "Der var kaffe.").is_none());
    assert_eq!(entry(&office, "og et tredje").unwrap()["style"], "bullet");
    let ours = number("addition", "Ukendt");
    office.ok(&["do", "--meeting", MEETING, "comment-by", &ours, "Bo Friis"]);

    let table = office.ok(&[
        "export",
        MEETING,
        "--what",
        "comment-table",
        "--format",
        "md",
    ]);
    for wanted in [
        "Bo Friis, Aarhus Kommune",
        "Åse Østergård, Aarhus Kommune",
        "taget til følge",
        "fem gange",
    ] {
        assert!(table.contains(wanted), "{wanted}\n{table}");
    }
    assert!(!table.contains("Ukendt"), "{table}");
}

#[test]
fn a_file_that_is_no_minutes_is_refused_and_nothing_is_taken_in() {
    let office = asking();
    for (name, bytes, wanted) in [
        ("tom.docx", b"".as_slice(), "no Word document"),
        (
            "gammel.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "password",
        ),
        ("ond.docx", b"PK\x03\x04\x14\x00", "no Word document"),
    ] {
        let path = office.beside(name);
        std::fs::write(&path, bytes).unwrap();
        let output = office.call(&["import", path.to_str().unwrap(), "--meeting", MEETING]);
        let said = text(&output.stderr);
        assert!(
            !output.status.success() && said.contains(wanted),
            "{name}: {said}"
        );
    }
    assert_eq!(comments(&office).len(), 1);
}
