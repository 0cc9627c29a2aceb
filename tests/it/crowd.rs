//! Many at once on one folder: two who write into the same paragraph while hubs die, and a crowd that watches.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::office::{MEETING, Office, all, times};
use crate::pty::{LIMIT, Pty};

/// A user's terminal, with the caret behind the last words of the first item.
fn open(office: &Office, user: &str) -> Pty {
    let words = ["--meeting", MEETING, "--item", "1", "--minutes"];
    let mut command = office.program(&words);
    command.env("REFERENT_USER", user);
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for(|screen| screen.contents().contains("1 Velkomst") && !screen.hide_cursor());
    pty
}

/// Somebody who types letters of their own, one after the other.
struct Writer<'a> {
    office: &'a Office,
    user: &'static str,
    alphabet: &'static str,
    pty: Pty,
}

impl<'a> Writer<'a> {
    fn new(office: &'a Office, user: &'static str, alphabet: &'static str) -> Self {
        Self {
            office,
            user,
            alphabet,
            pty: open(office, user),
        }
    }

    /// The letters from one to another.
    fn letters(&self, from: usize, to: usize) -> String {
        let all = self.alphabet.chars().cycle();
        all.skip(from % self.alphabet.len())
            .take(to - from)
            .collect()
    }

    /// What of a text is this writer's.
    fn own(&self, text: &str) -> String {
        text.chars()
            .filter(|sign| self.alphabet.contains(*sign))
            .collect()
    }

    /// Types up to a number of letters; what was not echoed when the program was killed is typed again.
    fn type_to(&mut self, from: usize, to: usize) {
        let text = self.letters(from, to);
        self.pty.write(text.as_bytes());
    }

    /// Waits until all of the letters are saved.
    fn is_saved(&mut self) {
        self.pty.wait_text("Gemt");
    }

    /// Kills the program and opens it again; how many letters are kept.
    fn die(&mut self, echoed: usize) -> usize {
        self.pty.signal(Signal::KILL);
        self.pty.wait_exit();
        self.pty = open(self.office, self.user);
        let kept = self.own(&self.office.texts(1).concat());
        assert_eq!(
            kept,
            self.letters(0, kept.len()),
            "{} lost letters",
            self.user
        );
        assert!(
            kept.len() >= echoed,
            "{} of {echoed} echoed are kept",
            kept.len()
        );
        kept.len()
    }
}

/// The rows of the minutes as they stand from their first line on.
fn page(pty: &Pty) -> Vec<String> {
    let text = pty.text();
    let rows = text
        .lines()
        .skip_while(|row| !row.contains("1 Velkomst"))
        .skip(1);
    rows.take_while(|row| !row.starts_with(" Næste:"))
        .map(|row| row.replace('›', " "))
        .collect()
}

/// Waits until all screens show the same page, from its first line on.
fn agree(screens: &mut [&mut Pty]) {
    let begin = Instant::now();
    loop {
        let pages: Vec<Vec<String>> = screens.iter().map(|pty| page(pty)).collect();
        if pages.iter().all(|page| page.len() > 5 && *page == pages[0]) {
            return;
        }
        let other = pages.iter().position(|page| *page != pages[0]);
        let other = other.map(|index| screens[index].text()).unwrap_or_default();
        assert!(begin.elapsed() < LIMIT, "{}\n{other}", screens[0].text());
        for pty in screens.iter_mut() {
            let _ = pty.next(Duration::from_millis(1));
        }
    }
}

#[test]
fn two_type_into_one_paragraph_while_one_after_the_other_is_killed() {
    let office = Office::new();
    let mut writers = [
        Writer::new(&office, "karen", "abcdefghijklm"),
        Writer::new(&office, "bo", "nopqrstuvwxyz"),
    ];
    let (rounds, burst) = match times("REFERENT_LETTERS", 0) {
        0 if all() => (12, 250),
        0 => (4, 40),
        letters => (20, letters.div_ceil(20)),
    };
    let mut typed = [0, 0];
    for round in 0..rounds {
        let dies = round % 2;
        for (writer, typed) in writers.iter_mut().zip(&mut typed) {
            writer.type_to(*typed, *typed + burst);
        }
        // The other's are echoed in any case; of the one that dies only what was seen is promised.
        let lives = 1 - dies;
        typed[lives] += burst;
        let tail = writers[lives].letters(typed[lives] - 3, typed[lives]);
        writers[lives].pty.wait_for(|screen| {
            let own = |sign: &char| "abcdefghijklmnopqrstuvwxyz".contains(*sign);
            screen
                .contents()
                .chars()
                .filter(own)
                .collect::<String>()
                .contains(&tail)
        });
        typed[dies] = writers[dies].die(typed[dies]);
    }
    for (writer, typed) in writers.iter_mut().zip(typed) {
        writer.type_to(typed, rounds * burst);
    }
    let wanted = writers
        .each_ref()
        .map(|writer| writer.letters(0, rounds * burst));
    let is_whole = |text: &str| {
        writers
            .iter()
            .zip(&wanted)
            .all(|(writer, wanted)| writer.own(text) == *wanted)
    };
    let patience = LIMIT * u32::try_from(1 + rounds * burst / 1_000).unwrap();
    let begin = Instant::now();
    while !is_whole(&office.texts(1).concat()) {
        assert!(
            begin.elapsed() < patience,
            "letters are lost or in disorder"
        );
    }
    println!("{rounds} kills, 2 × {} letters", rounds * burst);
    let [mut karen, mut bo] = writers;
    for writer in [&mut karen, &mut bo] {
        writer.is_saved();
        writer.pty.press("<ctrl-home>");
    }
    agree(&mut [&mut karen.pty, &mut bo.pty]);
}

#[test]
fn a_crowd_sees_what_two_write_and_one_who_stopped_delays_nobody() {
    let office = Office::new();
    let long = all() || times("REFERENT_SECONDS", 0) > 0;
    let (crowd, letters) = if long { (40, 300) } else { (4, 150) };
    let mut writers = [open(&office, "karen"), open(&office, "bo")];
    let mut viewers: Vec<Pty> = (0..crowd).map(|_| open(&office, "eva")).collect();
    viewers[0].signal(Signal::STOP);
    let words = |who: &str, number: usize| format!("{who}{number} ");
    let (begin, seconds) = (Instant::now(), times("REFERENT_SECONDS", 0));
    let mut number = 0;
    while number < letters / 6 || begin.elapsed().as_secs() < seconds as u64 {
        for (writer, who) in writers.iter_mut().zip(["k", "b"]) {
            writer.write(words(who, number).as_bytes());
        }
        // As people type: the next word when the last one stands there.
        for (writer, who) in writers.iter_mut().zip(["k", "b"]) {
            writer.wait_text(words(who, number).trim());
        }
        number += 1;
    }
    println!("{crowd} look on, 2 × {number} words");
    for (writer, who) in writers.iter_mut().zip(["k", "b"]) {
        writer.write(format!("<{who}>").as_bytes());
    }
    viewers[0].signal(Signal::CONT);
    for (writer, who) in writers.iter_mut().zip(["k", "b"]) {
        writer.wait_text(&format!("<{who}>"));
        writer.wait_text("Gemt");
    }
    let mut all: Vec<&mut Pty> = writers.iter_mut().chain(&mut viewers).collect();
    for key in ["<ctrl-home>", "<ctrl-end>"] {
        all.iter_mut().for_each(|pty| pty.press(key));
        agree(&mut all);
    }
    let kept = office.texts(1).concat();
    for who in ["k", "b"] {
        assert_eq!(kept.matches(who).count(), number + 1, "{kept}");
    }
}
