//! The terminal is taken over and given back, whatever ends the program.

use std::fs::File;
use std::sync::mpsc::channel;

use portable_pty::CommandBuilder;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use referent::app::input::Input;
use referent::ui::screen::Screen;
use referent::ui::source::Source;
use referent::ui::terminal::Terminal;
use rustix::process::Signal;

use crate::pty::{Pty, command};

/// Where the program below tells how it ended.
const NOTE: &str = "REFERENT_TEST_NOTE";

/// Set when the program below is to listen in a thread.
const THREAD: &str = "REFERENT_TEST_THREAD";

/// A small program on the real terminal: shows what it gets. Run by the tests beside it.
#[test]
#[ignore = "a program that the other tests start"]
fn mirror() {
    let (terminal, source, backend) = Terminal::enter().unwrap();
    terminal.show();
    let mut mirror = Mirror::new(Screen::new(backend), terminal.size());
    let mut next = inputs(source);
    let end = loop {
        let ended = next().into_iter().find_map(|input| mirror.show(input));
        if let Some(end) = ended {
            break end;
        }
    };
    if let Some(note) = std::env::var_os(NOTE) {
        std::fs::write(note, end).unwrap();
    }
}

fn inputs(mut source: Source) -> Box<dyn FnMut() -> Vec<Input>> {
    if std::env::var_os(THREAD).is_none() {
        return Box::new(move || source.read(None));
    }
    let (sender, inputs) = channel();
    let listening = source.listen(move |input| sender.send(input).is_ok());
    listening.unwrap();
    Box::new(move || vec![inputs.recv().unwrap()])
}

struct Mirror {
    screen: Screen<File>,
    buffer: Buffer,
    cursor: Position,
}

impl Mirror {
    fn new(screen: Screen<File>, size: Size) -> Self {
        let mut mirror = Self {
            screen,
            buffer: Buffer::empty(Rect::new(0, 0, size.width, size.height)),
            cursor: Position::default(),
        };
        mirror.add("ready");
        mirror
    }

    /// Adds a text at the end of the first row.
    fn add(&mut self, text: &str) {
        let Position { x, y } = self.cursor;
        let (x, y) = self
            .buffer
            .set_stringn(x, y, text, usize::MAX, Style::default());
        self.cursor = Position::new(x, y);
        self.screen
            .paint_rows(&self.buffer, 0..1, Some(self.cursor));
        let _ = self.screen.flush();
    }

    /// Shows an input; why to end, if it says so.
    fn show(&mut self, input: Input) -> Option<&'static str> {
        match input {
            Input::Key(key) if key.to_string() == "ctrl-q" => return Some("quit"),
            Input::Key(key) if key.to_string() == "ctrl-p" => panic!("as asked"),
            Input::Key(key) if key.text().is_some() => self.add(&key.text().unwrap().to_string()),
            Input::Key(key) => self.add(&format!(" {key}")),
            Input::Paste(paste) => self.add(&format!(" paste:{}", paste.len())),
            Input::Resize(width, height) => {
                self.screen.resize(width, height);
                self.buffer.resize(Rect::new(0, 0, width, height));
                self.add(&format!(" {width}x{height}"));
            }
            Input::Mouse(_) => {}
            Input::Hangup => return Some("hangup"),
            Input::Terminate => return Some("terminate"),
        }
        None
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
    start_with(command(&program(), &ARGUMENTS))
}

fn start_with(command: CommandBuilder) -> Pty {
    let mut pty = Pty::start(command, 80, 24);
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
    pty.press("<ctrl-down>æ<alt-o><+><esc>");
    pty.wait_text("ready ctrl-downæ alt-o+ esc");
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
fn a_stopped_program_comes_back_whole() {
    let mut pty = start();
    pty.signal(Signal::STOP);
    pty.press("æ");
    pty.signal(Signal::CONT);
    pty.wait_for(|screen| {
        let text = screen.contents();
        text.contains('æ') && text.contains("80x24")
    });
    assert!(pty.screen().alternate_screen());
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
fn a_thread_can_listen() {
    let mut command = command(&program(), &ARGUMENTS);
    command.env(THREAD, "1");
    let mut pty = start_with(command);
    pty.press("æ<ctrl-a>");
    pty.wait_text("readyæ ctrl-a");
    pty.signal(Signal::TERM);
    assert!(pty.wait_exit().success());
    assert_given_back(&pty);
}

#[test]
fn a_letter_is_answered_with_its_own_bytes() {
    let mut pty = start();
    let before = pty.log().len();
    for letter in ["b", "l", "å"] {
        pty.press(letter);
        let chunk = pty.next(crate::pty::LIMIT).unwrap();
        assert_eq!(chunk.bytes, letter.as_bytes());
    }
    assert_eq!(pty.log().len(), before + "blå".len());
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
