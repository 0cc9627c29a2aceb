//! `do --script`: one command a line; the first that fails ends it and is named.

use std::io::Read;
use std::path::Path;

use super::arguments::About;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::perform::{Line, perform, tell};
use crate::app::args::split_line;
use crate::app::message::Message;
use crate::locale::Key;

/// The largest script that is read.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads a script's text; `-` is standard input.
pub fn read(path: &Path) -> Result<String, Failure> {
    let wrong = |why: String| -> Failure {
        Message::new(Key::CliCannotRead)
            .with("file", super::world::shown(path))
            .with("why", why)
            .into()
    };
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin()
            .lock()
            .take(LARGEST)
            .read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes))
    };
    read.map_err(|error| wrong(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| {
        let before = error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to());
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        Message::new(Key::CliNotText)
            .with("file", super::world::shown(path))
            .with("line", line)
            .into()
    })
}

/// Runs every line in order.
pub fn run(headless: &mut Headless, name: &str, text: &str, base: &About, json: bool) -> Done {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let done = run_line(headless, line, base, json);
        let locale = headless.locale();
        done.map_err(|failure| failure.at(name, index + 1, locale))?;
    }
    Ok(())
}

fn run_line(headless: &mut Headless, line: &str, base: &About, json: bool) -> Done {
    let mut words = split_line(line).map_err(Failure::usage)?;
    // A line copied from a shell begins with the program's own name.
    if matches!(words.as_slice(), [program, sub, ..] if program == "referent" && sub == "do") {
        words.drain(..2);
    }
    let line = Line::read(base, &words)?;
    let outcome = perform(headless, &line)?;
    tell(&outcome, json || line.json)
}
