//! Lines that are slow, lose packets and drop: between two network namespaces, and on loopback.

use std::path::Path;
use std::time::Instant;

use rustix::process::Signal;

use crate::join::{joined, joined_within};
use crate::namespaces::{BadLine, FAR};
use crate::office::{MEETING, Office, all, has, quit};
use crate::pty::{LIMIT, Pty, command, program};
use crate::serve::Serving;
use crate::ssh::{Sshd, kill};

fn is_back(pty: &mut Pty) {
    pty.wait_for(|screen| {
        let shown = screen.contents();
        !shown.contains("offline") && shown.contains("Gemt")
    });
}

/// The processes whose command line has these words.
fn processes(words: &[&str]) -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    let number = |entry: std::fs::DirEntry| entry.file_name().to_str()?.parse::<u32>().ok();
    let is_one = |pid: &u32| {
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line).replace('\0', " ");
        words.iter().all(|word| line.contains(word))
    };
    entries.filter_map(number).filter(is_one).collect()
}

/// The program's own ssh processes to the folder.
fn lines(folder: &Path) -> Vec<u32> {
    processes(&["ssh", "pipe", folder.to_str().unwrap()])
}

#[test]
fn two_hundred_lines_that_drop_while_typing_lose_nothing() {
    let office = Office::new();
    let Some(sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let mut laptop = joined(&office, &sshd, &[]);
    let mut wanted = String::new();
    let (mut worst, rounds) = (0, if all() { 200 } else { 6 });
    for round in 0..rounds {
        let text = format!("r{round} ");
        laptop.write(text.as_bytes());
        wanted.push_str(&text);
        let dropped = Instant::now();
        if round % 2 == 0 {
            sshd.drop_lines();
        } else {
            lines(&office.folder())
                .into_iter()
                .for_each(|pid| kill(pid, Signal::KILL));
        }
        laptop.wait_text(text.trim());
        if round % 3 == 0 {
            is_back(&mut laptop);
            worst = worst.max(dropped.elapsed().as_millis());
        }
    }
    is_back(&mut laptop);
    println!("{rounds} lines dropped, at most {worst} ms until it was back and saved");
    assert_eq!(office.texts(1).concat().trim(), wanted.trim());
    laptop.signal(Signal::TERM);
    laptop.wait_exit();
    let begin = Instant::now();
    while !lines(&office.folder()).is_empty() {
        assert!(
            begin.elapsed() < LIMIT,
            "left over: {:?}",
            lines(&office.folder())
        );
        std::thread::yield_now();
    }
}

#[test]
fn on_a_bad_line_both_write_and_a_line_that_is_dead_for_a_while_loses_nothing() {
    let Some(mut line) = BadLine::make("bad") else {
        return;
    };
    let office = Office::new();
    let (here, there) = (line.here(), line.there());
    let Some(sshd) = Sshd::start_at(&office.beside("sshd"), FAR, &there) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let mut desk = office.minutes();
    line.set("delay 150\njitter 20\nloss 5");
    let mut laptop = joined_within(&office, &sshd, "laptop", &[], &here);
    desk.press("Fra kontoret.<enter>Og: ");
    // The second entry has to be there: the laptop would go to the end of the first.
    laptop.wait_text("Og:");
    laptop.press("<ctrl-end>");
    let mut wanted = "Og: ".to_owned();
    for round in 0..if all() { 8 } else { 1 } {
        for part in ["før", "imens", "efter"] {
            let text = format!("{part}{round} ");
            laptop.write(text.as_bytes());
            wanted.push_str(&text);
            laptop.wait_text(text.trim());
            match part {
                "før" => line.set("loss 100"),
                "imens" => {
                    laptop.wait_text("offline siden");
                    laptop.wait_text("ændringer venter");
                    line.set("loss 5");
                    let returned = Instant::now();
                    is_back(&mut laptop);
                    println!(
                        "back {} ms after the line's return",
                        returned.elapsed().as_millis()
                    );
                }
                _ => {}
            }
        }
        desk.wait_text(&format!("efter{round}"));
    }
    is_back(&mut laptop);
    assert_eq!(office.texts(1), ["Fra kontoret.", wanted.as_str()]);
}

#[test]
fn over_mosh_what_is_typed_is_there() {
    if !has("mosh") {
        return;
    }
    let office = Office::new();
    let Some(sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let [option, config] = sshd.arguments();
    let program = program();
    let folder = office.folder();
    let mut words = vec![
        format!("--ssh=ssh {option} {config}"),
        "hub".into(),
        "--".into(),
    ];
    words.extend([program, "--lang", "da", "--data"].map(str::to_owned));
    words.push(folder.display().to_string());
    words.extend(["--meeting", MEETING, "--item", "1", "--minutes"].map(str::to_owned));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut mosh = command("mosh", &words);
    mosh.env("LC_ALL", "C.UTF-8");
    let mut mosh = Pty::start(mosh, 80, 24);
    mosh.wait_text("1 Velkomst");
    let mut desk = office.minutes();
    mosh.press("Åse sætter ærter på.");
    mosh.wait_text("Åse sætter ærter på.");
    desk.wait_text("Åse sætter ærter på.");
    desk.press("<ctrl-end><space>Også øl.");
    mosh.wait_text("Også øl.");
    quit(&mut mosh);
    mosh.wait_exit();
    assert_eq!(office.texts(1), ["Åse sætter ærter på. Også øl."]);
}
