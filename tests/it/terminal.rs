//! The terminal is taken over and given back, whatever ends the program.

use std::fmt::Write as _;
use std::sync::mpsc::channel;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use referent::app::input::Input;
use referent::ui::screen::Screen;
use referent::ui::terminal::Terminal;
use rustix::process::Signal;

use crate::pty::{Pty, command};

/// Where the program below tells how it ended.
const NOTE: &str = "REFERENT_TEST_NOTE";

/// A small program on the real terminal: shows what it gets. Run by the tests beside it.
#[test]
#[ignore = "a program that the other tests start"]
fn mirror() {
    let (terminal, backend) = Terminal::enter().unwrap();
    let mut screen = Screen::new(backend);
    let (sender, inputs) = channel();
    terminal
        .listen(move |input| sender.send(input).is_ok())
        .unwrap();
    let (mut size, mut text) = (terminal.size(), "ready".to_owned());
    loop {
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        let (x, y) = buffer.set_stringn(0, 0, &text, size.width.into(), Style::default());
        let cursor = Some(Position::new(x, y));
        let _ = screen.paint(&buffer, cursor);
        let mut end = "";
        match inputs.recv().unwrap() {
            Input::Key(key) if key.to_string() == "ctrl-q" => end = "quit",
            Input::Key(key) if key.to_string() == "ctrl-p" => panic!("as asked"),
            Input::Key(key) => write!(text, " {key}").unwrap(),
            Input::Paste(paste) => write!(text, " paste:{}", paste.len()).unwrap(),
            Input::Resize(width, height) => {
                size = (width, height).into();
                screen.resize(width, height);
                write!(text, " {width}x{height}").unwrap();
            }
            Input::Hangup => end = "hangup",
            Input::Terminate => end = "terminate",
        }
        if !end.is_empty() {
            if let Some(note) = std::env::var_os(NOTE) {
                std::fs::write(note, end).unwrap();
            }
            return;
        }
    }
}

const ARGUMENTS: [&str; 4] = ["--exact", "terminal::mirror", "--ignored", "--nocapture"];

fn program() -> String {
    std::env::current_exe()
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned()
}

fn start() -> Pty {
    let mut pty = Pty::start(command(&program(), &ARGUMENTS), 80, 24);
    pty.wait_text("ready");
    assert!(pty.screen().alternate_screen() && pty.screen().bracketed_paste());
    pty
}

#[track_caller]
fn assert_given_back(pty: &Pty) {
    let screen = pty.screen();
    assert!(!screen.alternate_screen() && !screen.bracketed_paste());
    assert!(!screen.hide_cursor());
}

#[test]
fn keys_and_pastes_arrive() {
    let mut pty = start();
    pty.press("<ctrl-down> æ <alt-o><+><esc>");
    pty.wait_text("ready ctrl-down æ alt-o + esc");
    pty.paste(&"møde ".repeat(20_000));
    pty.wait_text("esc paste:120000");
    pty.press("<ctrl-q>");
    assert!(pty.wait_exit().success());
    assert_given_back(&pty);
}

#[test]
fn a_new_size_is_painted() {
    let mut pty = start();
    pty.resize(100, 30);
    pty.wait_text("ready 100x30");
    assert_eq!(pty.cursor(), (12, 0));
}

#[test]
fn signals_end_it_and_the_terminal_is_given_back() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let mut pty = start();
        pty.signal(signal);
        assert!(pty.wait_exit().success());
        assert_given_back(&pty);
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_its_message() {
    let mut pty = start();
    pty.press("<ctrl-p>");
    pty.wait_exit();
    assert_given_back(&pty);
    assert!(pty.text().contains("as asked"), "{}", pty.text());
}

#[test]
fn a_closed_terminal_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let note = folder.path().join("note");
    let line = format!("{} {}", program(), ARGUMENTS.join(" "));
    let mut command = command("script", &["-qc", &line, "/dev/null"]);
    command.env(NOTE, &note);
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("ready");
    pty.signal(Signal::KILL);
    pty.wait_exit();
    let (sender, ended) = channel();
    std::thread::spawn(move || {
        while !std::fs::read_to_string(&note).is_ok_and(|text| text == "hangup") {
            std::thread::yield_now();
        }
        sender.send(()).unwrap();
    });
    ended.recv_timeout(crate::pty::LIMIT).unwrap();
}
