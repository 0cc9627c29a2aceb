//! Typing over a bad line, side by side: on the secretariat's own machine, joined from elsewhere, and what one would use
//! instead, an editor at the other end of ssh.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../../tests/it/namespaces.rs"]
mod namespaces;
#[path = "../../tests/it/office.rs"]
mod office;
#[path = "../../tests/it/pty.rs"]
mod pty;
#[path = "../../tests/it/ssh.rs"]
mod ssh;
#[path = "../pty/typing.rs"]
mod typing;

use std::time::Duration;

use namespaces::{BadLine, FAR};
use office::{MEETING, Office};
use portable_pty::CommandBuilder;
use pty::{Pty, command};
use ssh::Sshd;
use typing::{answer, drain, milliseconds, percentile};

/// Silence that ends a start, on a line that takes its time.
const SETTLED: Duration = Duration::from_secs(2);
const LINE: &str = "delay 150\njitter 20\nloss 5";
const PROSE: &str = "Ulla Berg gennemgik begrebet og viste tre eksempler fra hverdagen. ";

/// A program where something can be typed.
struct Subject {
    name: &'static str,
    command: CommandBuilder,
    /// Stands on the screen when it can.
    mark: &'static str,
    first: Vec<f64>,
}

impl Subject {
    fn new(name: &'static str, words: Vec<String>, mark: &'static str, office: &Office) -> Self {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = command(words[0], &words[1..]);
        command.env("REFERENT_LANG", "da");
        command.env("REFERENT_DATA", office.folder());
        command.env("XDG_STATE_HOME", office.beside("laptop"));
        command.env("XDG_CONFIG_HOME", office.beside("config"));
        Self {
            name,
            command,
            mark,
            first: Vec::new(),
        }
    }

    fn measure(&mut self, keys: usize) {
        let mut pty = Pty::start(self.command.clone(), 80, 24);
        pty.wait_text(self.mark);
        drain(&mut pty, SETTLED);
        for key in PROSE.chars().cycle().take(keys) {
            let (first, _) = answer(&mut pty, key);
            self.first.extend(first.map(milliseconds));
        }
    }
}

/// Words, as a command line.
fn words(before: &[String], more: &[&str]) -> Vec<String> {
    let more = more.iter().map(|word| (*word).to_owned());
    before.iter().cloned().chain(more).collect()
}

fn main() {
    let Some(mut line) = BadLine::make("bench") else {
        return;
    };
    let office = Office::new();
    let Some(sshd) = Sshd::start_at(&office.beside("sshd"), FAR, &line.there()) else {
        return;
    };
    line.set(LINE);
    let program = env!("CARGO_BIN_EXE_referent");
    let (folder, note) = (office.folder(), office.beside("note.txt"));
    std::fs::write(&note, "Referat\n").unwrap();
    let (folder, note) = (folder.to_str().unwrap(), note.to_str().unwrap());
    let place = ["--meeting", MEETING, "--item", "2", "--minutes"];
    let here = [&[program][..], &place].concat();
    let far = ["join", "hub", "--data", folder, "--program", program, "--"];
    let [option, config] = sshd.arguments();
    let join = [&here[..], &far, &[&option, &config]].concat();
    let nano = [
        "ssh",
        &option,
        &config,
        "-t",
        "hub",
        "TERM=xterm nano",
        note,
    ];
    let mut subjects = [
        Subject::new("referent, here", words(&[], &here), "2 Økonomi", &office),
        Subject::new(
            "referent join",
            words(&line.here(), &join),
            "2 Økonomi",
            &office,
        ),
        Subject::new(
            "ssh host nano",
            words(&line.here(), &nano),
            "Referat",
            &office,
        ),
    ];
    let keys = std::env::args().skip_while(|it| it != "--keys").nth(1);
    let keys = keys.map_or(60, |keys| keys.parse().expect("a number"));
    for subject in &mut subjects {
        subject.measure(keys);
    }
    println!(
        "\nkey to first byte on a line of 150 ± 20 ms each way that loses 5 %, {keys} keys; ms (× referent here)\n"
    );
    let anchor = percentile(&subjects[0].first, 0.5);
    for Subject { name, first, .. } in &subjects {
        let (usual, late) = (percentile(first, 0.5), percentile(first, 0.95));
        println!(
            "{name:<20} p50 {usual:>9.3} ({:>7.2}×)   p95 {late:>9.3}",
            usual / anchor
        );
    }
}
