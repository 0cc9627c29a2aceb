//! A four-hour meeting replayed: 60,000 letters in 400 paragraphs with 60 people on the list, beside vim and nano on a
//! file that grows as much.
//!
//! What a key takes is measured in windows at the start and at the end, key by key, as fast as answers come and then at
//! typing speed; between them the text goes in a paragraph at a time, each awaited. So a replay takes minutes, not hours, and
//! still ends with everything typed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../pty/process.rs"]
mod process;
#[path = "../../tests/it/pty.rs"]
mod pty;
#[path = "../pty/seed.rs"]
mod seed;
#[path = "../pty/typing.rs"]
mod typing;

use std::path::{Path, PathBuf};
use std::time::Duration;

use portable_pty::CommandBuilder;
use process::{cpu, resident, tidy};
use pty::{Pty, command};
use referent::domain::attendance::{Participant, Presence, Rsvp};
use referent::domain::draft::add_to_meeting;
use rustix::process::Signal;
use seed::{Writer, id, now};
use typing::{answer, drain, milliseconds, percentile};

const COLUMNS: u16 = 200;
const ROWS: u16 = 50;
/// Silence that ends a start.
const SETTLED: Duration = Duration::from_millis(500);
/// Silence that ends a paragraph sent at once.
const PARAGRAPH: Duration = Duration::from_millis(25);
/// Between two keys of somebody who types fast: eight a second.
const PACE: Duration = Duration::from_millis(125);
/// Keys at typing speed.
const PACED: usize = 80;
/// People at the meeting.
const PEOPLE: usize = 60;
/// The last line of what the editors open.
const MARK: &str = "Mødet blev hævet kl. 12.30";
/// Words of every paragraph.
const AGAIN: &str = "gennemgik begrebet";
/// A paragraph, 150 letters and its Enter.
const TEXT: &str = "Ulla Berg gennemgik begrebet og viste tre eksempler fra hverdagen; netværket drøftede dem, og Odense undersøger \
lokaler til det næste møde i marts.\r";

/// A program into which the meeting is typed.
struct Subject {
    name: &'static str,
    command: CommandBuilder,
    mark: &'static str,
    /// The file of an editor.
    file: Option<PathBuf>,
    /// Keys that bring the cursor to where is written.
    before: &'static str,
}

/// What one replay showed.
#[derive(Default)]
struct Shown {
    start: Vec<f64>,
    end: Vec<f64>,
    paced: Vec<f64>,
    bytes: Vec<f64>,
    cpu: f64,
    memory: f64,
    opening: f64,
}

fn number(name: &str, default: usize) -> usize {
    let value = std::env::args().skip_while(|it| it != name).nth(1);
    value.map_or(default, |value| value.parse().expect("a number"))
}

fn main() {
    let (letters, window) = (number("--letters", 60_000), number("--window", 400));
    let folder = tempfile::tempdir().unwrap();
    let subjects = subjects(folder.path());
    println!(
        "\na meeting of {letters} letters replayed, {COLUMNS}×{ROWS}, windows of {window} keys\n"
    );
    let shown: Vec<Shown> = subjects
        .iter()
        .map(|subject| {
            tidy(folder.path());
            replay(subject, letters, window)
        })
        .collect();
    print(&subjects, &shown);
}

fn subjects(folder: &Path) -> Vec<Subject> {
    let data = folder.join("data");
    let label = seed::seed(&data, 1);
    gather(&data);
    let words = [
        "--data",
        data.to_str().unwrap(),
        "--meeting",
        &label,
        "--item",
        "1",
        "--minutes",
    ];
    let mut ours = pty::referent(&words);
    ours.env("REFERENT_LANG", "da");
    let editor = |name: &'static str, words: &[&str], before| {
        let path = folder.join(format!("{}.txt", words[0]));
        std::fs::write(&path, format!("{MARK}\n")).unwrap();
        let mut command = command(words[0], &[&words[1..], &[path.to_str().unwrap()]].concat());
        command.cwd(folder);
        command.env("HOME", folder);
        command.env("LANG", "C.UTF-8");
        Subject {
            name,
            command,
            mark: MARK,
            file: Some(path),
            before,
        }
    };
    vec![
        editor("vim -u NONE", &["vim", "-u", "NONE"], "Go"),
        editor("nano", &["nano"], "<alt-/>"),
        Subject {
            name: "referent",
            command: ours,
            mark: seed::MARK,
            file: None,
            before: "<end>",
        },
    ]
}

/// Puts the rest of the sixty on the list, all of them there.
fn gather(data: &Path) {
    let meeting = id(5, 0, 0);
    let mut writer = Writer::open(data);
    let ops = (12..PEOPLE).flat_map(|index| {
        let person = id(2, index, 0);
        let row = Participant {
            id: person,
            rsvp: Rsvp::Yes,
            ..Participant::default()
        };
        let event = Presence {
            id: id(8, 0, index),
            person,
            at: now(),
            ..Presence::default()
        };
        [add_to_meeting(meeting, row), add_to_meeting(meeting, event)]
    });
    writer.send(ops.collect());
    writer.finish();
}

fn start(subject: &Subject, mark: &str) -> (Pty, f64) {
    let mut pty = Pty::start(subject.command.clone(), COLUMNS, ROWS);
    pty.wait_text(mark);
    let taken = milliseconds(pty.started.elapsed());
    drain(&mut pty, SETTLED);
    (pty, taken)
}

fn replay(subject: &Subject, letters: usize, window: usize) -> Shown {
    let mut shown = Shown::default();
    let (mut pty, _) = start(subject, subject.mark);
    pty.press(subject.before);
    drain(&mut pty, SETTLED);
    let mut text = TEXT.chars().cycle();
    let before = cpu(pty.pid());
    let mut keys = |pty: &mut Pty, count: usize, times: &mut Vec<f64>, bytes: &mut Vec<f64>| {
        for key in text.by_ref().take(count) {
            let (first, length) = answer(pty, key);
            times.extend(first.map(milliseconds));
            bytes.push(length as f64);
        }
    };
    keys(&mut pty, window, &mut shown.start, &mut shown.bytes);
    let whole = letters.saturating_sub(2 * window + PACED) / TEXT.chars().count();
    let rest = TEXT.chars().count() - window % TEXT.chars().count();
    keys(&mut pty, rest, &mut Vec::new(), &mut Vec::new());
    for _ in 0..whole {
        pty.write(TEXT.as_bytes());
        drain(&mut pty, PARAGRAPH);
    }
    shown.cpu = (cpu(pty.pid()) - before) / (window + rest + whole * TEXT.chars().count()) as f64;
    drain(&mut pty, SETTLED);
    keys(&mut pty, window, &mut shown.end, &mut shown.bytes);
    for key in TEXT.chars().take(PACED) {
        let (first, _) = answer(&mut pty, key);
        shown.paced.extend(first.map(milliseconds));
        drain(&mut pty, PACE);
    }
    shown.memory = resident(pty.pid());
    drain(&mut pty, SETTLED);
    pty.signal(Signal::TERM);
    pty.wait_exit();
    if let Some(file) = &subject.file {
        // Killed editors wrote nothing: they open a file of what was typed.
        tidy(file.parent().unwrap());
        let text = TEXT
            .replace('\r', "\n")
            .repeat(letters / TEXT.chars().count() + 1);
        std::fs::write(file, format!("{MARK}\n{text}")).unwrap();
    }
    let (mut pty, opening) = start(subject, AGAIN);
    shown.opening = opening;
    pty.signal(Signal::TERM);
    pty.wait_exit();
    shown
}

type Figure = (&'static str, fn(&Shown) -> f64);

const FIGURES: [Figure; 10] = [
    ("key to first byte at the start, ms, p50", |s| {
        percentile(&s.start, 0.5)
    }),
    ("key to first byte at the start, ms, p95", |s| {
        percentile(&s.start, 0.95)
    }),
    ("key to first byte at the end, ms, p50", |s| {
        percentile(&s.end, 0.5)
    }),
    ("key to first byte at the end, ms, p95", |s| {
        percentile(&s.end, 0.95)
    }),
    ("the end by the start, p50 (flat: 1.1 at most)", |s| {
        percentile(&s.end, 0.5) / percentile(&s.start, 0.5)
    }),
    ("at typing speed at the end, ms, p50", |s| {
        percentile(&s.paced, 0.5)
    }),
    ("bytes per key, p50", |s| percentile(&s.bytes, 0.5)),
    ("CPU per key, µs", |s| s.cpu),
    ("memory at the end, MiB", |s| s.memory),
    ("opening it again, ms", |s| s.opening),
];

fn print(subjects: &[Subject], shown: &[Shown]) {
    print!("{:<48}", "");
    subjects
        .iter()
        .for_each(|subject| print!("{:>14}", subject.name));
    println!();
    for (name, figure) in FIGURES {
        print!("{name:<48}");
        shown
            .iter()
            .for_each(|shown| print!("{:>14.3}", figure(shown)));
        println!();
    }
}
