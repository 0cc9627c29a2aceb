//! A program in a pseudo-terminal: pressed, watched, resized, killed.
//!
//! Owns the far end of the terminal. Nothing sleeps: every wait is for bytes or
//! for the end, with a limit, and shows the screen when it fails.
#![allow(dead_code)]

use std::io::{Read as _, Write};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use referent::app::input::{Code, Input, KeyPress, keys};
use rustix::process::{Pid, Signal, kill_process};

/// How long anything may take before a test gives up.
pub const LIMIT: Duration = Duration::from_secs(60);
/// What the screen says, in every language, where it shows more than the file has.
pub const UNKEPT: [&str; 3] = ["NOT SAVED", "IKKE GEMT", "kan ikke gemmes"];

/// Bytes that the program wrote, and when they came.
pub struct Chunk {
    /// When the read returned.
    pub at: Instant,
    /// What was read.
    pub bytes: Vec<u8>,
}

/// A running program and its terminal.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    chunks: Receiver<Chunk>,
    exit: Receiver<ExitStatus>,
    status: Option<ExitStatus>,
    far: vt100::Parser,
    log: Vec<u8>,
    pid: u32,
    /// When the program was started.
    pub started: Instant,
}

/// The program under test: the one built along with the tests, or the one that `REFERENT_PROGRAM` names.
pub fn program() -> &'static str {
    static PROGRAM: OnceLock<Option<String>> = OnceLock::new();
    let named = PROGRAM.get_or_init(|| std::env::var("REFERENT_PROGRAM").ok());
    named.as_deref().unwrap_or(env!("CARGO_BIN_EXE_referent"))
}

/// The program under test, with a clean environment of its own.
pub fn referent(arguments: &[&str]) -> CommandBuilder {
    let mut command = command(program(), arguments);
    command.env("REFERENT_LANG", "da");
    command
}

/// Any program, as if started in an ordinary terminal.
pub fn command(program: &str, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env("TERM", "xterm-256color");
    command.env_remove("NO_COLOR");
    command.env("RUST_BACKTRACE", "0");
    command
}

impl Pty {
    /// Starts a program in a terminal of so many columns and rows.
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let started = Instant::now();
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let pid = child.process_id().unwrap();
        let (sender, chunks) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 64 * 1024];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let at = Instant::now();
                let bytes = buffer[..count].to_vec();
                if sender.send(Chunk { at, bytes }).is_err() {
                    return;
                }
            }
        });
        let (sender, exit) = channel();
        std::thread::spawn(move || sender.send(child.wait().unwrap()));
        Self {
            master: pair.master,
            writer,
            chunks,
            exit,
            status: None,
            far: far(columns, rows),
            log: Vec::new(),
            pid,
            started,
        }
    }

    /// Presses keys, written as in [`keys`].
    #[track_caller]
    pub fn press(&mut self, script: &str) {
        let bytes: Vec<u8> = keys(script).unwrap().iter().flat_map(encode).collect();
        self.write(&bytes);
    }

    /// Types a text as it stands.
    pub fn write(&mut self, bytes: &[u8]) {
        // A program that has ended reads no more: what follows will say so.
        let _ = self
            .writer
            .write_all(bytes)
            .and_then(|()| self.writer.flush());
    }

    /// Pastes a text in one piece.
    pub fn paste(&mut self, text: &str) {
        self.write(&encode(&Input::Paste(text.to_owned())));
    }

    /// Waits until the screen is as expected.
    #[track_caller]
    pub fn wait_for(&mut self, expected: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + LIMIT;
        while !expected(self.far.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            if let Err(why) = self.next(left) {
                panic!("not seen ({why}); the screen is\n{}", self.framed());
            }
        }
    }

    /// Waits until a text stands on the screen.
    #[track_caller]
    pub fn wait_text(&mut self, text: &str) {
        let deadline = Instant::now() + LIMIT;
        while !self.far.screen().contents().contains(text) {
            let left = deadline.saturating_duration_since(Instant::now());
            if let Err(why) = self.next(left) {
                panic!(
                    "{text:?} not seen ({why}); the screen is\n{}",
                    self.framed()
                );
            }
        }
    }

    /// Waits until a text stands on the screen and is in the file: on a busy machine a write may take long, and the
    /// screen then says that it isn't.
    #[track_caller]
    pub fn wait_kept(&mut self, text: &str) {
        self.wait_for(|screen| {
            let shown = screen.contents();
            shown.contains(text) && !UNKEPT.iter().any(|words| shown.contains(words))
        });
    }

    /// Waits until the screen is as expected; `false` when the program ended before.
    #[track_caller]
    pub fn reaches(&mut self, expected: impl Fn(&vt100::Screen) -> bool) -> bool {
        let deadline = Instant::now() + LIMIT;
        while !expected(self.far.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.next(left) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => return false,
                Err(why) => panic!("not seen ({why}); the screen is\n{}", self.framed()),
            }
        }
        true
    }

    /// The next bytes from the program, shown on the screen and kept in the log.
    pub fn next(&mut self, limit: Duration) -> Result<Chunk, RecvTimeoutError> {
        let chunk = self.chunks.recv_timeout(limit)?;
        self.far.process(&chunk.bytes);
        self.log.extend_from_slice(&chunk.bytes);
        Ok(chunk)
    }

    /// Waits for the end of the program, reading all that it still writes.
    #[track_caller]
    pub fn wait_exit(&mut self) -> ExitStatus {
        let deadline = Instant::now() + LIMIT;
        let left = || deadline.saturating_duration_since(Instant::now());
        while self.next(left()).is_ok() {}
        if self.status.is_none() {
            self.status = self.exit.recv_timeout(left()).ok();
        }
        match &self.status {
            Some(status) => status.clone(),
            None => panic!("still running; the screen is\n{}", self.framed()),
        }
    }

    /// Sends a signal; one that has ended already hears nothing.
    pub fn signal(&self, signal: Signal) {
        let sent = kill_process(self.process(), signal);
        assert!(
            matches!(sent, Ok(()) | Err(rustix::io::Errno::SRCH)),
            "{sent:?}"
        );
    }

    fn process(&self) -> Pid {
        i32::try_from(self.pid)
            .ok()
            .and_then(Pid::from_raw)
            .unwrap()
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let (height, width) = (rows.try_into().unwrap(), columns.try_into().unwrap());
        self.far.screen_mut().set_size(height, width);
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// The program's process.
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// What the terminal shows.
    pub fn screen(&self) -> &vt100::Screen {
        self.far.screen()
    }

    /// The rows as text, without the blanks at their ends.
    pub fn text(&self) -> String {
        let (_, columns) = self.far.screen().size();
        let rows = self.far.screen().rows(0, columns.get());
        rows.map(|row| row.trim_end().to_owned() + "\n").collect()
    }

    /// The cursor's column and row.
    pub fn cursor(&self) -> (u16, u16) {
        let (row, column) = self.far.screen().cursor_position();
        (column, row)
    }

    /// All bytes read so far.
    pub fn log(&self) -> &[u8] {
        &self.log
    }

    fn framed(&self) -> String {
        let rows = self.text();
        let framed: String = rows.lines().map(|row| format!("│{row}\n")).collect();
        format!("{framed}cursor {:?}", self.cursor())
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if self.status.is_none() && self.exit.try_recv().is_err() {
            // It may be ending just now.
            let _ = kill_process(self.process(), Signal::KILL);
        }
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn far(columns: u16, rows: u16) -> vt100::Parser {
    vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0)
}

/// The bytes that a terminal sends.
pub fn encode(input: &Input) -> Vec<u8> {
    match input {
        Input::Key(key) => encode_key(*key),
        Input::Paste(text) => format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r")).into(),
        _ => Vec::new(),
    }
}

fn encode_key(key: KeyPress) -> Vec<u8> {
    let held = u8::from(key.shift) + 2 * u8::from(key.alt) + 4 * u8::from(key.ctrl);
    let letter = |last: char| match held {
        0 => format!("\x1b[{last}"),
        _ => format!("\x1b[1;{}{last}", held + 1),
    };
    let number = |number: u8| match held {
        0 => format!("\x1b[{number}~"),
        _ => format!("\x1b[{number};{}~", held + 1),
    };
    let text = match key.code {
        Code::Up => letter('A'),
        Code::Down => letter('B'),
        Code::Right => letter('C'),
        Code::Left => letter('D'),
        Code::Home => letter('H'),
        Code::End => letter('F'),
        Code::Insert => number(2),
        Code::Delete => number(3),
        Code::PageUp => number(5),
        Code::PageDown => number(6),
        Code::F(n @ 1..=5) => number(n + 10),
        Code::F(n @ 6..=10) => number(n + 11),
        Code::F(n) => number(n + 12),
        Code::Tab if key.shift => "\x1b[Z".to_owned(),
        Code::Enter => "\r".to_owned(),
        Code::Esc => "\x1b".to_owned(),
        Code::Tab => "\t".to_owned(),
        Code::Backspace => "\x7f".to_owned(),
        Code::Char(' ') if key.ctrl => "\0".to_owned(),
        Code::Char(c @ 'a'..='z') if key.ctrl => char::from(c as u8 - b'a' + 1).to_string(),
        Code::Char(c) => c.to_string(),
    };
    let prefix = key.alt && !text.starts_with("\x1b[");
    format!("{}{text}", if prefix { "\x1b" } else { "" }).into()
}
