//! Figures of the hub: what it takes durably, what a session costs it, how soon others see a change, and what passes
//! over a line to another machine.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code
)]

#[path = "../../tests/it/hub/terminal.rs"]
mod terminal;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use referent::hub::Far;
use terminal::{Terminal, draw, ground, options, typed};

const PROGRAM: &str = env!("CARGO_BIN_EXE_referent");
/// Changes of one writer that are under way at once.
const WINDOW: usize = 16;
/// Sessions that are attached to see what one costs.
const ATTACHED: usize = 50;

/// A hub in a process of its own.
struct Hub {
    child: Child,
    folder: PathBuf,
}

impl Hub {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(PROGRAM)
            .args(["serve", "--data"])
            .arg(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stderr.take().unwrap());
        said.lines()
            .next()
            .expect("the hub says that it serves")
            .unwrap();
        let folder = folder.to_owned();
        Self { child, folder }
    }

    /// Resident memory, KiB.
    fn memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status
            .lines()
            .find(|line| line.starts_with("VmRSS:"))
            .unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    /// A session that knows what there is.
    fn session(&self, name: &str) -> Terminal {
        let mut session = Terminal::new(&self.folder, name);
        assert!(!session.link.holds());
        session.base = session.seq();
        session
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn percentile(values: &mut [f64], part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * part) as usize]
}

fn row(name: &str, value: f64, unit: &str) {
    println!("{name:<58}{value:>12.1} {unit}");
}

/// Types so many letters, so many of them under way at once, and waits until all are on disk.
fn write(session: &mut Terminal, count: usize, window: usize) {
    let (first, burst) = (session.counter, draw());
    let mut last = 0;
    for at in 0..count {
        session.offer(burst, None, typed(at, "a"));
        if at + 1 >= window {
            last = session.committed(first + (at + 2 - window) as u64);
        }
        if window == 1 {
            session.saved(last);
        }
        session.heard.clear();
    }
    let mine = session.counter;
    if window > 1 {
        for counter in (first + 1..=mine)
            .rev()
            .take(window - 1)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
        {
            last = session.committed(counter);
        }
        session.saved(last);
    }
}

fn durable(hub: &Hub, writers: usize, each: usize, window: usize) -> f64 {
    let mut sessions: Vec<Terminal> = (0..writers)
        .map(|n| hub.session(&format!("w{n}")))
        .collect();
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for session in &mut sessions {
            scope.spawn(move || write(session, each, window));
        }
    });
    (writers * each) as f64 / begun.elapsed().as_secs_f64()
}

/// Milliseconds from a change here to its arrival there.
fn visible(hub: &Hub, count: usize) -> Vec<f64> {
    let (mut anna, mut bo) = (hub.session("anna"), hub.session("bo"));
    let mut times = Vec::new();
    for _ in 0..count {
        let begun = Instant::now();
        anna.send(typed(0, "x"));
        bo.hears();
        times.push(begun.elapsed().as_secs_f64() * 1e3);
        let mine = anna.counter;
        anna.committed(mine);
    }
    times
}

/// Milliseconds until a session has its first document, and KiB the hub grows by for each.
fn attach(hub: &Hub) -> (Vec<f64>, f64) {
    drop(hub.session("first"));
    let before = hub.memory();
    let mut sessions = Vec::new();
    let times = (0..ATTACHED).map(|n| {
        let begun = Instant::now();
        sessions.push(hub.session(&format!("s{n}")));
        begun.elapsed().as_secs_f64() * 1e3
    });
    let times = times.collect();
    (times, (hub.memory() - before) / ATTACHED as f64)
}

/// A line to the hub on which what passes is counted.
struct Line {
    far: Far,
    counted: [PathBuf; 2],
}

impl Line {
    fn new(hub: &Hub, dir: &Path) -> Self {
        let counted = ["up", "down"].map(|way| dir.join(way));
        let shown = |path: &Path| path.display().to_string();
        let script = format!(
            "tee -a '{}' | '{PROGRAM}' pipe --data '{}' | tee -a '{}'",
            shown(&counted[0]),
            shown(&hub.folder),
            shown(&counted[1]),
        );
        let far = Far {
            name: "hub".into(),
            command: ["sh", "-c", &script].map(Into::into).to_vec(),
            quietly: Vec::new(),
        };
        Self { far, counted }
    }

    fn passed(&self) -> f64 {
        let lengths = self
            .counted
            .iter()
            .map(|path| fs::metadata(path).map_or(0, |it| it.len()));
        lengths.sum::<u64>() as f64
    }

    fn join(&self, copy: &Path) -> Terminal {
        let user = self.far.dial(&options(copy, ""), true).unwrap().1.user;
        Terminal::joined(copy, &user, |it| Some(self.far.dial(it, true).unwrap().0))
    }
}

fn number(name: &str, default: usize) -> usize {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    let value = arguments.nth(1);
    value.map_or(default, |value| value.parse().expect("a number"))
}

fn main() {
    let (ops, month) = (number("--ops", 2_000), number("--month", 20_000));
    let dir = tempfile::tempdir().unwrap();
    let hub = Hub::start(&dir.path().join("data"));
    let mut anna = Terminal::new(&hub.folder, "anna");
    anna.write(ground());
    for writers in [1, 8, 32] {
        let name = |how: &str| format!("durable ops, {writers} at once, {how}");
        let one = durable(&hub, writers, (ops / writers / 4).max(20), 1);
        row(&name("each waits for the disk"), one, "ops/s");
        let many = durable(&hub, writers, ops / writers, WINDOW);
        row(&name(&format!("{WINDOW} under way")), many, "ops/s");
    }
    let mut times = visible(&hub, 1_000);
    row(
        "seen by another session here, p50",
        percentile(&mut times, 0.5),
        "ms",
    );
    row(
        "seen by another session here, p99",
        percentile(&mut times, 0.99),
        "ms",
    );
    let (mut times, memory) = attach(&hub);
    row(
        "attaching, to the first document, p50",
        percentile(&mut times, 0.5),
        "ms",
    );
    row(
        "attaching, to the first document, p99",
        percentile(&mut times, 0.99),
        "ms",
    );
    row("memory of the hub for each session", memory, "KiB");
    let line = Line::new(&hub, dir.path());
    let copy = dir.path().join("copy");
    let mut laptop = line.join(&copy);
    anna.base = anna.seq();
    while laptop.base < anna.base {
        laptop.hears();
    }
    let (letters, before) = (200, line.passed());
    write(&mut laptop, letters, 1);
    let each = (line.passed() - before) / letters as f64;
    row(
        "bytes on the line for a typed letter, both ways",
        each,
        "bytes",
    );
    drop(laptop);
    anna.base = anna.seq();
    write(&mut anna, month, WINDOW);
    let (before, begun) = (line.passed(), Instant::now());
    let mut laptop = line.join(&copy);
    while laptop.base < anna.base {
        laptop.hears();
        laptop.heard.clear();
    }
    row(
        &format!("a copy {month} changes behind catches up"),
        begun.elapsed().as_secs_f64(),
        "s",
    );
    row(
        &format!("a copy {month} changes behind fetches"),
        (line.passed() - before) / 1024.0,
        "KiB",
    );
}
