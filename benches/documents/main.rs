//! Figures of documents: minutes of 40 items and 400 entries, as this program makes them and as what an office has
//! would: LibreOffice from the Word file, pandoc and Typst from the Markdown. Every program's start is in its time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Instant;

/// So often each is measured; the middle one counts.
const TIMES: usize = 5;
const ITEMS: usize = 40;
const ENTRIES: usize = 10;
const PEOPLE: usize = 30;
/// Where `benches/run` puts Typst, which comes as a module of Python.
const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/tools/bench/bin/python");
const TYPST: &str = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])";
const MEETING: &str = "nims-2026-1";

fn main() {
    let place = tempfile::tempdir().unwrap();
    let (data, out) = (place.path().join("data"), place.path().join("out"));
    std::fs::create_dir_all(&out).unwrap();
    seed(&data, place.path());
    println!("\nMinutes of {ITEMS} items and {} entries", ITEMS * ENTRIES);
    let ours: Vec<(&str, f64)> = ["pdf", "docx", "odt", "html", "md"]
        .into_iter()
        .map(|format| (format, export(&data, &out, format)))
        .collect();
    let of = |wanted: &str| ours.iter().find(|(format, _)| *format == wanted).unwrap().1;
    for (format, time) in &ours {
        let size = std::fs::metadata(out.join(format!("referat.{format}")))
            .unwrap()
            .len();
        println!(
            "{:<44}{time:>12.1} ms{:>20} kB",
            format!("referent, {format}"),
            size / 1024
        );
    }
    let path = |name: &str| out.join(name).to_string_lossy().into_owned();
    let (docx, md, typ) = (
        path("referat.docx"),
        path("referat.md"),
        path("referat.typ"),
    );
    let to = path("theirs");
    let office = ["--headless", "--convert-to", "pdf", "--outdir", &to, &docx];
    against(
        "LibreOffice, pdf from our Word file",
        of("pdf"),
        "soffice",
        &office,
    );
    let page = path("theirs.html");
    against(
        "pandoc, html from Markdown",
        of("html"),
        "pandoc",
        &["-s", &md, "-o", &page],
    );
    let file = path("theirs.docx");
    against(
        "pandoc, Word from Markdown",
        of("docx"),
        "pandoc",
        &[&md, "-o", &file],
    );
    if run("pandoc", &["-s", &md, "-o", &typ]).is_some() {
        let sheet = path("theirs.pdf");
        against(
            "Typst, pdf from pandoc's Typst",
            of("pdf"),
            PYTHON,
            &["-c", TYPST, &typ, &sheet],
        );
    }
}

/// A meeting that was held, with everything minutes have.
fn seed(data: &Path, place: &Path) {
    let mut script = String::from(
        "network-new nims \"Netværk for Internationale Kommuner\" --language da\n\
         organisation-new odense \"Odense Kommune\"\n",
    );
    for person in 0..PEOPLE {
        let _ = writeln!(
            script,
            "person-new \"Deltager {person}\" --organisation odense"
        );
        let _ = writeln!(script, "member-add nims \"Deltager {person}\"");
    }
    script.push_str(
        "meeting-new --network nims --title Samskabelse --date 2026-11-26 --start 09:30 --end 15:30\n\
         --meeting nims-2026-1 invite\n",
    );
    for item in 1..=ITEMS {
        let _ = writeln!(
            script,
            "--meeting {MEETING} agenda-add \"Punkt nummer {item}\" --kind discussion --minutes 8 --purpose \"At drøfte sagen og vælge retning\""
        );
    }
    let _ = writeln!(script, "--meeting {MEETING} meeting-start");
    let words = "Netværket drøftede erfaringerne fra de deltagende kommuner og var enige om, at \
        indsatsen skal følges tæt i det kommende år, så der kan samles op på mødet i foråret.";
    for item in 1..=ITEMS {
        for entry in 0..ENTRIES {
            let call = match entry {
                4 => format!("decision-add \"{words}\""),
                8 => {
                    let owner = item % PEOPLE;
                    format!("action-add \"{words}\" --owner \"Deltager {owner}\" --due 2027-01-15")
                }
                _ => format!("note-add \"{words} ({entry})\""),
            };
            let _ = writeln!(script, "--meeting {MEETING} --item {item} {call}");
        }
    }
    let path = place.join("ground.txt");
    std::fs::write(&path, script).unwrap();
    let output = referent(data)
        .args(["do", "--script"])
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn referent(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_referent"));
    command.env("REFERENT_LANG", "da").arg("--data").arg(data);
    command
}

/// Milliseconds of our own export.
fn export(data: &Path, out: &Path, format: &str) -> f64 {
    let file: PathBuf = out.join(format!("referat.{format}"));
    middle(|| {
        let words = [
            "export", MEETING, "--what", "minutes", "--format", format, "-o",
        ];
        let output = referent(data).args(words).arg(&file).output().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    })
}

/// Another program's time beside ours.
fn against(name: &str, ours: f64, program: &str, words: &[&str]) {
    if run(program, words).is_none() {
        println!("{name:<44}{:>15}", "not installed");
        return;
    }
    let time = middle(|| {
        run(program, words);
    });
    println!("{name:<44}{time:>12.1} ms{:>13.1} times ours", time / ours);
}

/// Runs a program; nothing where it is not there or cannot.
fn run(program: &str, words: &[&str]) -> Option<Output> {
    let mut command = Command::new(program);
    let output = command.args(words).stdin(Stdio::null()).output().ok()?;
    output.status.success().then_some(output)
}

/// The middle of several times, in milliseconds.
fn middle(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let begin = Instant::now();
            work();
            begin.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
