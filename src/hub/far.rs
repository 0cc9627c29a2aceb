//! A hub on another machine: reached by a program of the user's, their own ssh, whose input and output are the
//! connection.

use std::ffi::OsString;
use std::io::{self, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::connection::{Ends, hello, welcomed};
use super::link::{Error, Options};
use super::pack::{Packing, Unpacking};
use super::wire::{Hello, LARGEST, Say, Welcome, send};
use crate::domain::batch::Seq;
use crate::domain::clean::clean_text;

/// How to reach it.
#[derive(Clone, Debug)]
pub struct Far {
    /// What it is called on the screen and in errors.
    pub name: String,
    /// The program and its arguments.
    pub command: Vec<OsString>,
    /// Arguments that keep the program from asking anybody anything, put right after its name.
    pub quietly: Vec<OsString>,
}

impl Far {
    /// Connects. Where somebody may be asked (for a pass phrase, say), it is before any screen is drawn.
    pub fn dial(&self, options: &Options, asking: bool) -> Result<(Ends, Welcome), Error> {
        let wrong = |cause: String| Error::Far {
            name: self.name.clone(),
            cause,
        };
        let mut words = self.command.iter();
        let program = words.next().ok_or_else(|| wrong("no program".into()))?;
        let mut command = Command::new(program);
        if !asking {
            command.args(&self.quietly);
        }
        let told = if asking {
            Stdio::piped()
        } else {
            Stdio::null()
        };
        let mut child = command
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(told)
            .spawn()
            .map_err(|error| wrong(error.to_string()))?;
        let asked = Arc::new(AtomicBool::new(true));
        if let Some(told) = child.stderr.take() {
            let asked = Arc::clone(&asked);
            std::thread::spawn(move || pass_on(told, &asked));
        }
        let child = Arc::new(Mutex::new(child));
        let patience = (!asking).then(|| give_up(&child));
        // On a later connection the hub may have heard of the session.
        let seen = (!asking).then_some(Seq::MAX);
        let ends = greet(&child, hello(options, seen), &wrong);
        drop(patience);
        // From here on the screen is drawn on.
        asked.store(false, Ordering::Release);
        match ends {
            Ok((reading, writing, welcome)) => {
                let close = move || end(&child);
                let ends = Ends {
                    reading: Box::new(Unpacking::new(reading, LARGEST)),
                    writing: Box::new(Packing::new(writing)),
                    close: Box::new(close),
                };
                Ok((ends, welcome))
            }
            Err(error) => {
                end(&child);
                Err(error)
            }
        }
    }
}

type Greeted = (
    BufReader<std::process::ChildStdout>,
    std::process::ChildStdin,
    Welcome,
);

/// How long a far hub may take to greet when nobody is asked for anything.
const GREETING: Duration = Duration::from_secs(20);

/// Ends the program unless what is returned is dropped in time.
fn give_up(child: &Arc<Mutex<Child>>) -> Sender<()> {
    let (sender, greeted) = channel();
    let child = Arc::clone(child);
    std::thread::spawn(move || {
        if greeted.recv_timeout(GREETING) == Err(RecvTimeoutError::Timeout) {
            end(&child);
        }
    });
    sender
}

/// What the program tells is shown until there is a screen.
fn pass_on(mut told: impl Read, asked: &AtomicBool) {
    let mut buffer = [0; 1024];
    while let Ok(count @ 1..) = told.read(&mut buffer) {
        if asked.load(Ordering::Acquire) {
            let bytes = buffer.get(..count).unwrap_or_default();
            let _ = io::stderr().write_all(clean_text(&String::from_utf8_lossy(bytes)).as_bytes());
        }
    }
}

fn greet(
    child: &Mutex<Child>,
    hello: Hello,
    wrong: &impl Fn(String) -> Error,
) -> Result<Greeted, Error> {
    let missing = || wrong("it has no input or output".into());
    let (writing, reading) = {
        let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
        (child.stdin.take(), child.stdout.take())
    };
    let (mut writing, reading) = (writing.ok_or_else(missing)?, reading.ok_or_else(missing)?);
    let mut reading = BufReader::new(reading);
    let said = send(&mut writing, &Say::Hello(hello));
    said.map_err(|error: io::Error| wrong(error.to_string()))?;
    let welcome = welcomed(&mut reading, wrong)?;
    Ok((reading, writing, welcome))
}

/// Ends the program, and takes note of its end so that nothing of it stays.
fn end(child: &Mutex<Child>) {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = child.kill();
    let _ = child.wait();
}

/// Where the copy of what is on another machine lies.
pub fn copy_folder(state: PathBuf, name: &str, data: Option<&str>) -> PathBuf {
    let plain = |c: char| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '@' => c,
        _ => '_',
    };
    let mut folder: String = name.chars().map(plain).collect();
    if let Some(data) = data {
        folder.push('_');
        folder.extend(data.chars().map(plain));
    }
    // Names that differ only in what is not plain must not share a folder.
    let hash = crate::domain::batch::Hash::of(format!("{name}\0{data:?}").as_bytes()).to_string();
    let short: String = hash.chars().take(8).collect();
    state.join("referent").join(format!("{folder}-{short}"))
}
