//! Whatever ends the program: the terminal is given back, and what was typed is kept.

use std::fs::File;
use std::path::Path;
use std::time::Instant;

use rustix::process::Signal;

use crate::office::{MEETING, Office, quit};
use crate::pty::{LIMIT, Pty, command};

const TYPED: &str = "Åse læser op af æblet.";

#[track_caller]
fn assert_given_back(pty: &Pty) {
    let screen = pty.screen();
    assert!(!screen.alternate_screen() && !screen.bracketed_paste());
    assert!(!screen.hide_cursor());
}

#[track_caller]
fn assert_kept(office: &Office) {
    let texts = office.texts(1);
    assert!(texts.iter().any(|text| text.contains(TYPED)), "{texts:?}");
}

fn typed(office: &Office) -> Pty {
    let mut pty = office.minutes();
    assert!(pty.screen().alternate_screen());
    pty.press(TYPED);
    pty.wait_text(TYPED);
    pty
}

/// Waits until nobody holds the folder.
fn wait_released(folder: &Path) {
    let lock = File::options()
        .write(true)
        .open(folder.join("hub.lock"))
        .unwrap();
    let begin = Instant::now();
    while lock.try_lock().is_err() {
        assert!(begin.elapsed() < LIMIT, "the folder is still held");
        std::thread::yield_now();
    }
}

#[test]
fn quitting_keeps_all() {
    let office = Office::new();
    let mut pty = typed(&office);
    quit(&mut pty);
    assert!(pty.wait_exit().success());
    assert_given_back(&pty);
    assert_kept(&office);
}

#[test]
fn signals_keep_all() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let office = Office::new();
        let mut pty = typed(&office);
        pty.signal(signal);
        pty.wait_exit();
        assert_given_back(&pty);
        assert_kept(&office);
    }
}

#[test]
fn a_closed_terminal_ends_the_program_and_keeps_all() {
    let office = Office::new();
    let program = env!("CARGO_BIN_EXE_referent");
    let line = format!("{program} --meeting {MEETING} --item 1 --minutes");
    let mut script = command("script", &["-qc", &line, "/dev/null"]);
    script.env("REFERENT_DATA", office.folder());
    script.env("REFERENT_LANG", "da");
    let mut pty = Pty::start(script, 80, 24);
    pty.wait_for(|screen| screen.contents().contains("Velkomst"));
    pty.press(TYPED);
    pty.wait_text(TYPED);
    pty.signal(Signal::KILL);
    pty.wait_exit();
    wait_released(&office.folder());
    assert_kept(&office);
}
