//! Figures of the portal: a site of --meetings N (1000), of a folder that has come to rest, written whole, again with
//! nothing changed, and after one change.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../pty/seed.rs"]
#[allow(dead_code)]
mod seed;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// So often each is measured; the middle one counts.
const TIMES: usize = 7;
/// Of the whole, so much may one change cost, in hundredths.
const AIM: f64 = 2.0;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let said = words.windows(2).find(|pair| pair[0] == "--meetings");
    let meetings = said.map_or(1000, |pair| pair[1].parse().unwrap());
    let place = tempfile::tempdir().unwrap();
    let (data, site) = (place.path().join("data"), place.path().join("site"));
    let label = seed::seed(&data, meetings);
    rest(&data);
    for network in 0..meetings.div_ceil(100) {
        let name = format!("n{network}");
        run(&data, &["do", "network-set", &name, "--portal", "public"]);
    }
    let write = || run(&data, &["portal", &site.to_string_lossy()]);
    let mut whole = Vec::new();
    for _ in 0..3 {
        let _ = std::fs::remove_dir_all(&site);
        let _ = std::fs::remove_dir_all(place.path().join(".site.portal"));
        whole.push(write());
    }
    // The second copy is made the first time that something changed.
    let change = |number: usize| {
        let venue = format!("Sal {number}");
        run(
            &data,
            &["do", "--meeting", &label, "meeting-set", "--venue", &venue],
        );
    };
    change(0);
    write();
    let mut same: Vec<f64> = (0..TIMES).map(|_| write()).collect();
    let changed = (1..=TIMES).map(|number| {
        change(number);
        write()
    });
    let mut changed: Vec<f64> = changed.collect();
    let (whole, same, changed) = (middle(&mut whole), middle(&mut same), middle(&mut changed));
    println!("\nA portal of {meetings} meetings, the program's start included");
    row("written whole", whole, whole);
    row("again, nothing changed", same, whole);
    row("after one change", changed, whole);
    println!("{:<40}{AIM:>33.1} %", "aim for one change, at most");
}

/// Keeps the folder open until its journal is packed, as it is a few quiet seconds after somebody worked.
fn rest(data: &Path) {
    let mut writer = seed::Writer::open(data);
    writer.finish();
    let plain = || {
        let files = std::fs::read_dir(data.join("journal")).unwrap();
        let names = files.map(|file| file.unwrap().file_name());
        names
            .filter(|name| name.to_string_lossy().ends_with(".jsonl"))
            .count()
    };
    let begin = Instant::now();
    while plain() > 1 {
        assert!(begin.elapsed().as_secs() < 60, "the journal is not packed");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Runs the program; milliseconds.
fn run(data: &Path, words: &[&str]) -> f64 {
    let begin = Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_referent"))
        .arg("--data")
        .arg(data)
        .args(words)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{words:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    begin.elapsed().as_secs_f64() * 1000.0
}

fn middle(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn row(name: &str, time: f64, whole: f64) {
    println!("{name:<40}{time:>20.1} ms{:>10.1} %", time / whole * 100.0);
}
