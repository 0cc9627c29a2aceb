//! PDFs as other programs see them. poppler reads their tags, text and metadata, qpdf their bytes; `pdfua` looks for
//! 16 of the 106 rules of PDF/UA-1 and `outloud` at more of them and at what a validator cannot ask. None of them
//! proves conformance: that colours are told apart, that a picture's words say what it shows, and that the fonts'
//! programs are whole they cannot see, and veraPDF, which sees the last, is in neither Debian nor PyPI nor npm.
//! krilla, which writes the files, refuses to write one that breaks the rules of PDF/UA-1 or PDF/A-2a it knows.

use std::path::{Path, PathBuf};
use std::process::Command;

use referent::documents::What;

use crate::documents::full;
use crate::office::{MEETING, Office, has, python, text};

/// What a program says of a file.
#[track_caller]
fn said(program: &str, words: &[&str], file: &Path) -> String {
    let output = Command::new(program).args(words).arg(file).output();
    let output = output.unwrap();
    // poppler tells titles of tags as they are in the file, in no UTF-8.
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, wrong) = (words(&output.stdout), words(&output.stderr));
    assert!(
        output.status.success(),
        "{program} {}: {out}{wrong}",
        file.display()
    );
    out
}

/// A meeting's documents and the reports, each as a file: its name, and the file.
fn files(office: &Office) -> Vec<(String, PathBuf)> {
    let reports: [&[&str]; 8] = [
        &["--what", "activities"],
        &["--what", "enquiries"],
        &["--what", "representation"],
        &["--what", "status"],
        &["--what", "figures"],
        &["--what", "year-wheel", "--from", "2026"],
        &["nims", "--what", "terms"],
        &["nims", "--what", "knowledge"],
    ];
    let meeting = What::NAMES
        .iter()
        .map(|what| vec![MEETING, "--what", *what]);
    let calls = meeting.chain(reports.into_iter().map(<[&str]>::to_vec));
    let made = calls.map(|words| {
        let name = words[words.iter().position(|word| *word == "--what").unwrap() + 1];
        let path = office.beside(&format!("{name}.pdf"));
        let to = path.to_string_lossy().into_owned();
        let call = [
            &["export", "--format", "pdf", "-o", to.as_str()][..],
            &words,
        ]
        .concat();
        office.ok(&call);
        (name.to_owned(), path)
    });
    made.collect()
}

#[test]
fn every_document_is_a_tagged_archive_file() {
    if !has("pdfinfo") || !has("qpdf") {
        return;
    }
    let office = full();
    for (name, file) in files(&office) {
        let about = said("pdfinfo", &[], &file);
        assert!(about.contains("Tagged:          yes"), "{name}: {about}");
        assert!(about.contains("Title:           "), "{name}: {about}");
        let meta = said("pdfinfo", &["-meta"], &file);
        for mark in [
            "<pdfuaid:part>1<",
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
        ] {
            assert!(meta.contains(mark), "{name}: {mark} {meta}");
        }
        said("qpdf", &["--check"], &file);
        let fonts = said("pdffonts", &[], &file);
        for font in fonts.lines().skip(2) {
            assert!(font.contains("yes yes yes"), "{name}: {font}");
        }
    }
}

/// What `outloud` guesses and is wrong about: a number before a title is no reference number, a table of one row or
/// one to sign is no shredded one, badges are no table, and a network may be called as its file. An address typed in
/// a text stays text, as it does in the other formats.
const GUESSES: &str = "HDG-010,TBL-010,TBL-012,TBL-014,DOC-040,LNK-010";

#[test]
fn checkers_of_accessibility_find_nothing() {
    let Some(python) = python(&["pdfua", "outloud"]) else {
        return;
    };
    let office = full();
    let paths: Vec<PathBuf> = files(&office).into_iter().map(|(_, path)| path).collect();
    let near = |program: &str| python.with_file_name(program);
    let report = office.beside("report.json");
    let json = report.to_string_lossy();
    let outloud = ["--fail-on", "warning", "--skip", GUESSES, "--json", &json];
    for (program, words) in [("pdfua", &["check"][..]), ("outloud", &outloud)] {
        let output = Command::new(near(program))
            .args(words)
            .args(&paths)
            .output();
        let output = output.unwrap();
        let told = text(&output.stdout) + &text(&output.stderr);
        let why = std::fs::read_to_string(&report).unwrap_or_default();
        assert!(output.status.success(), "{program}: {told}{why}");
        assert!(told.contains("minutes.pdf"), "{program}: {told}");
    }
}

/// The words of a text as they are read aloud: without marks that only lay it out.
fn words(text: &str) -> Vec<String> {
    let is_layout = |word: &str| word.chars().all(|sign| "-=.•–|".contains(sign));
    text.split_whitespace()
        .filter(|word| !is_layout(word))
        .map(|word| word.trim_end_matches(':').to_lowercase())
        .collect()
}

/// The words that a tree of tags holds, in its order.
fn heard(tree: &str) -> String {
    let leaves = tree.lines().map(str::trim_start);
    let leaves = leaves.filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    leaves.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_heard_is_the_text_in_its_order() {
    if !has("pdfinfo") || !has("pdftotext") {
        return;
    }
    let office = full();
    for what in ["agenda", "decisions"] {
        let file = office.beside("order.pdf");
        let to = file.to_string_lossy();
        office.ok(&[
            "export", MEETING, "--what", what, "--format", "pdf", "-o", &to,
        ]);
        let plain = office.ok(&["export", MEETING, "--what", what, "--format", "txt"]);
        // The footer is of the page and not of the document: it is not read aloud.
        let plain = plain.split(&"-".repeat(72)).next().unwrap_or_default();
        // Plain text has no links: it says where they lead.
        let plain = words(&plain.replace("<https://example.dk/?q=a&b=<c>>", ""));
        // Tables are wrapped differently: they come last in these documents.
        let until = plain.iter().position(|word| word == "opgave");
        let plain = &plain[..until.unwrap_or(plain.len())];
        let tree = heard(&said("pdfinfo", &["-struct-text"], &file));
        let tree = words(&tree);
        assert_eq!(tree.get(..plain.len()).unwrap_or(&tree), plain, "{what}");
        let mut page = Command::new("pdftotext");
        let page = page.args(["-raw", &to, "-"]).output().unwrap();
        let page = words(&text(&page.stdout));
        assert_eq!(page.get(..plain.len()).unwrap_or(&page), plain, "{what}");
    }
}

#[test]
fn bytes_are_for_files_and_pipes_and_never_for_a_terminal() {
    let office = Office::new();
    let words = ["export", MEETING, "--what", "agenda", "--format", "pdf"];
    let piped = office.call(&words);
    assert!(piped.stdout.starts_with(b"%PDF-1.7"));
    assert!(piped.stderr.is_empty(), "{}", text(&piped.stderr));
    let mut pty = office.terminal(&words);
    pty.wait_text("-o FIL");
    assert!(!pty.text().contains("%PDF"), "{}", pty.text());
    let file = office.beside("x.pdf");
    office.note(1, "漢字 er kinesisk");
    let to = file.to_string_lossy();
    let words = ["export", MEETING, "--format", "pdf", "-o", &to];
    let done = office.call(&words);
    assert!(done.status.success());
    assert!(
        text(&done.stderr).contains("� i filen: 字 漢"),
        "{}",
        text(&done.stderr)
    );
}
