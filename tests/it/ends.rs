//! Whatever ends the program: the terminal is given back, and what was typed is kept.

use std::fs::File;
use std::path::Path;
use std::time::Instant;

use referent::app::keymap::Keymap;
use referent::domain::id::Id;
use referent::domain::secretariat::Language;
use referent::runtime::{Error, Keys, Opening, Start};
use rustix::process::Signal;

use crate::office::{MEETING, Office, quit};
use crate::pty::{LIMIT, Pty, command, program};

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
    let program = program();
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

/// The file whose presence breaks the clock of the program below.
const BROKEN: &str = "REFERENT_TEST_BROKEN";

/// Reads the clock; panics on the loop's thread once the clock is broken.
fn broken_clock() -> i64 {
    let broken = std::env::var_os(BROKEN).is_some_and(|path| Path::new(&path).exists());
    let own = std::thread::current().name() == Some("ends::with_a_broken_clock");
    assert!(!(broken && own), "the clock is broken");
    1_800_000_000_000
}

/// The terminal program with a clock that breaks. Run by the test below.
#[test]
#[ignore = "a program that the other tests start"]
fn with_a_broken_clock() {
    let start = Start {
        folder: std::env::var_os("REFERENT_DATA").unwrap().into(),
        user: "karen".into(),
        role: referent::domain::role::Role::Secretary,
        joined: None,
        only: None,
        confined: false,
        language: Some(Language::Danish),
        guess: Language::Danish,
        opening: Opening {
            meeting: Some(MEETING.into()),
            item: Some("1".into()),
            minutes: true,
            door: false,
            live: false,
        },
        now: broken_clock,
        draw: || {
            let folder = tempfile::tempdir().unwrap();
            let name = folder.path().to_str().unwrap().to_owned();
            Id::from_bits(u128::from_be_bytes(
                *referent::domain::batch::Hash::of(name.as_bytes())
                    .0
                    .first_chunk()
                    .unwrap(),
            ))
        },
    };
    let keys = || {
        let keymap = Keymap::shipped("default").unwrap();
        Ok::<_, Error>(Keys {
            keymap,
            notice: None,
        })
    };
    referent::runtime::start(start, keys).unwrap();
}

#[test]
fn a_panic_gives_the_terminal_back_and_keeps_all() {
    let office = Office::new();
    let broken = office.beside("broken");
    let program = std::env::current_exe().unwrap();
    let arguments = [
        "--exact",
        "ends::with_a_broken_clock",
        "--ignored",
        "--nocapture",
    ];
    let mut command = command(program.to_str().unwrap(), &arguments);
    command.env("REFERENT_DATA", office.folder());
    command.env(BROKEN, &broken);
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for(|screen| screen.contents().contains("Velkomst") && !screen.hide_cursor());
    pty.press(TYPED);
    pty.wait_text(TYPED);
    std::fs::write(&broken, "").unwrap();
    pty.press("x");
    pty.wait_exit();
    assert_given_back(&pty);
    assert!(pty.text().contains("the clock is broken"), "{}", pty.text());
    assert_kept(&office);
}
