//! Figures side by side: what a person feels in a terminal, beside vim and nano.
//!
//! Each program runs in a pseudo-terminal of 200×50 and is typed minutes into,
//! turn by turn, so that a noisy machine disturbs all of them alike.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod process;
#[path = "../../tests/it/pty.rs"]
mod pty;
mod seed;
mod typing;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use process::{cpu, resident, tidy};
use pty::{Pty, command};
use rustix::process::Signal;
use typing::{answer, drain, milliseconds, percentile};

const COLUMNS: u16 = 200;
const ROWS: u16 = 50;
/// Silence that ends a start.
const SETTLED: Duration = Duration::from_millis(300);
/// Silence after typing, before idleness is watched: words such as "saved" have come by then.
const RESTED: Duration = Duration::from_millis(1_500);
/// How long idleness is watched.
const IDLE: Duration = Duration::from_secs(3);
/// How long a first paint may take.
const LIMIT: Duration = Duration::from_secs(60);

const STARTS: usize = 20;
const TYPINGS: usize = 3;

/// What is typed: a paragraph and its Enter, again and again.
const PROSE: &str = "Netværket drøftede samskabelse på tværs; 17 var for og 3 imod.\r\
    Ulla Berg gennemgik begrebet og viste tre eksempler fra hverdagen.\r\
    Odense undersøger lokaler til mødet i marts og vender tilbage.\r";

/// The last line of what the editors open.
const MARK: &str = "Mødet blev hævet kl. 12.30";

/// A program to be measured.
struct Subject {
    name: String,
    command: CommandBuilder,
    /// Stands on the screen once the first paint is true.
    mark: String,
    /// Keys that bring the cursor to where minutes are written.
    before: &'static str,
    starts: Vec<f64>,
    first: Vec<f64>,
    bytes: Vec<f64>,
    cpu: Vec<f64>,
    memory: Vec<f64>,
    idle_bytes: Vec<f64>,
    idle_cpu: Vec<f64>,
}

impl Subject {
    fn new(name: &str, command: CommandBuilder, mark: &str, before: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            command,
            mark: mark.to_owned(),
            before,
            starts: Vec::new(),
            first: Vec::new(),
            bytes: Vec::new(),
            cpu: Vec::new(),
            memory: Vec::new(),
            idle_bytes: Vec::new(),
            idle_cpu: Vec::new(),
        }
    }

    /// Starts the program; milliseconds to the first paint with true content.
    fn start(&self) -> Result<(Pty, f64), String> {
        let mut pty = Pty::start(self.command.clone(), COLUMNS, ROWS);
        let deadline = pty.started + LIMIT;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let chunk = pty
                .next(left)
                .map_err(|why| format!("{}: no first paint ({why})\n{}", self.name, pty.text()))?;
            if pty.screen().contents().contains(&self.mark) {
                let taken = chunk.at - pty.started;
                return Ok((pty, milliseconds(taken)));
            }
        }
    }

    /// Runs the program once and ends it as its user would end it: the starts that are
    /// measured are those of a second day, not of a folder just made.
    fn settle(&self) -> Result<(), String> {
        let (mut pty, _) = self.start()?;
        drain(&mut pty, SETTLED);
        end(pty);
        Ok(())
    }

    fn measure_start(&mut self) -> Result<(), String> {
        let (pty, taken) = self.start()?;
        self.starts.push(taken);
        end(pty);
        Ok(())
    }

    fn measure_typing(&mut self, keys: usize) -> Result<(), String> {
        let (mut pty, _) = self.start()?;
        drain(&mut pty, SETTLED);
        pty.press(self.before);
        drain(&mut pty, SETTLED);
        let before = cpu(pty.pid());
        for key in PROSE.chars().cycle().take(keys) {
            let (first, bytes) = answer(&mut pty, key);
            self.first.extend(first.map(milliseconds));
            self.bytes.push(bytes as f64);
        }
        self.cpu.push((cpu(pty.pid()) - before) / keys as f64);
        self.memory.push(resident(pty.pid()));
        drain(&mut pty, RESTED);
        let (before, since) = (cpu(pty.pid()), Instant::now());
        let mut bytes = 0;
        while let Some(left) = IDLE.checked_sub(since.elapsed()) {
            bytes += pty.next(left).map_or(0, |chunk| chunk.bytes.len());
        }
        self.idle_bytes.push(bytes as f64 / IDLE.as_secs_f64());
        let used = cpu(pty.pid()) - before;
        self.idle_cpu.push(used / IDLE.as_secs_f64());
        Ok(())
    }
}

/// Ends a program as closing its window would.
fn end(mut pty: Pty) {
    pty.signal(Signal::TERM);
    pty.wait_exit();
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The rows of the table: a name, and the figure of one program.
type Figure = (&'static str, fn(&Subject) -> f64);

const FIGURES: [Figure; 10] = [
    ("first paint, ms, p50", |s| percentile(&s.starts, 0.5)),
    ("first paint, ms, p95", |s| percentile(&s.starts, 0.95)),
    ("key to first byte, ms, p50", |s| percentile(&s.first, 0.5)),
    ("key to first byte, ms, p95", |s| percentile(&s.first, 0.95)),
    ("bytes per key, p50", |s| percentile(&s.bytes, 0.5)),
    ("bytes per key, mean", |s| mean(&s.bytes)),
    ("CPU per key, µs", |s| mean(&s.cpu)),
    ("memory, MiB", |s| mean(&s.memory)),
    ("idle, bytes/s", |s| mean(&s.idle_bytes)),
    ("idle, CPU µs/s", |s| mean(&s.idle_cpu)),
];

/// Each figure, and how many times the first program's it is.
fn print(subjects: &[Subject]) {
    print!("{:<28}", "");
    for subject in subjects {
        print!("{:>24}", subject.name);
    }
    println!();
    for (name, figure) in FIGURES {
        print!("{name:<28}");
        let anchor = subjects.first().map_or(f64::NAN, figure);
        for subject in subjects {
            let value = figure(subject);
            let ratio = value / anchor;
            if ratio.is_finite() {
                print!("{value:>14.3} ({ratio:>6.2}×)");
            } else {
                print!("{value:>14.3}          ");
            }
        }
        println!();
    }
}

fn editors(folder: &Path) -> Vec<Subject> {
    let file = |name: &str| {
        let path = folder.join(format!("{name}.txt"));
        fs::write(&path, format!("{}{MARK}\n", PROSE.replace('\r', "\n"))).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let prepare = |mut command: CommandBuilder| {
        command.cwd(folder);
        command.env("HOME", folder);
        command.env("LANG", "C.UTF-8");
        command
    };
    let vim = prepare(command("vim", &["-u", "NONE", &file("vim")]));
    let nano = prepare(command("nano", &[&file("nano")]));
    vec![
        Subject::new("vim -u NONE", vim, MARK, "Go"),
        Subject::new("nano", nano, MARK, "<alt-/>"),
    ]
}

fn ours(folder: &Path, meetings: usize) -> Subject {
    let data = folder.join(format!("data-{meetings}"));
    let kept = folder.join(format!("data-{meetings}.label"));
    let label = fs::read_to_string(&kept).unwrap_or_else(|_| {
        let label = seed::seed(&data, meetings);
        fs::write(&kept, &label).unwrap();
        label
    });
    let data = data.to_str().unwrap();
    let command = pty::referent(&[
        "--data",
        data,
        "--meeting",
        &label,
        "--item",
        "1",
        "--minutes",
    ]);
    let name = format!("referent, {meetings} m.");
    Subject::new(&name, command, seed::MARK, "<end>")
}

/// Any other program: `--program "COMMAND ARGUMENTS" --mark TEXT`.
fn other() -> Option<Subject> {
    let line = option("--program")?;
    let mark = option("--mark").expect("--mark: a text of the first paint");
    let mut words = line.split_whitespace();
    let program = words.next()?;
    let arguments: Vec<&str> = words.collect();
    let name = Path::new(program).file_stem()?.to_str()?;
    Some(Subject::new(name, command(program, &arguments), &mark, ""))
}

/// What stands after `name` on the command line.
fn option(name: &str) -> Option<String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.nth(1)
}

fn number(name: &str, default: usize) -> usize {
    option(name).map_or(default, |value| value.parse().expect("a number"))
}

fn main() -> Result<(), String> {
    let (keys, meetings) = (number("--keys", 200), number("--meetings", 10_000));
    let (starts, typings) = (number("--starts", STARTS), number("--typings", TYPINGS));
    let passing = tempfile::tempdir().unwrap();
    let kept = option("--folder").map(PathBuf::from);
    let folder = kept.as_deref().unwrap_or(passing.path());
    fs::create_dir_all(folder).unwrap();
    let mut subjects = editors(folder);
    let ours = [1, meetings].map(|count| ours(folder, count));
    for subject in &ours {
        subject.settle()?;
    }
    subjects.extend(ours);
    subjects.extend(other());
    for _ in 0..starts {
        for subject in &mut subjects {
            tidy(folder);
            subject.measure_start()?;
        }
    }
    for _ in 0..typings {
        for subject in &mut subjects {
            tidy(folder);
            subject.measure_typing(keys)?;
        }
    }
    println!(
        "{COLUMNS}×{ROWS}, {starts} starts, {typings} × {keys} keys; × is the ratio to the first\n"
    );
    print(&subjects);
    Ok(())
}
