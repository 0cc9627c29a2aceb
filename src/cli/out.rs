//! Standard output and error: everything is cleaned before a terminal can see it.

use std::io::{self, ErrorKind, Write};

use serde::Serialize;

use crate::documents::Rendered;
use crate::domain::clean::{clean_line, clean_text, is_clean};
use crate::locale::Key;

use super::failure::{Done, Failure};
use crate::app::message::Message;

/// Writes text as it is and ends its last line.
pub fn print(text: &str) -> Done {
    let cleaned;
    let text = if is_clean(text) {
        text
    } else {
        cleaned = clean_text(text);
        &cleaned
    };
    let end = if text.ends_with('\n') || text.is_empty() {
        ""
    } else {
        "\n"
    };
    let mut out = io::stdout().lock();
    let written = out
        .write_all(text.as_bytes())
        .and_then(|()| out.write_all(end.as_bytes()))
        .and_then(|()| out.flush());
    settle(written)
}

/// Writes bytes as they are.
pub fn print_bytes(bytes: &[u8]) -> Done {
    let mut out = io::stdout().lock();
    settle(out.write_all(bytes).and_then(|()| out.flush()))
}

/// A reader that has seen enough is no failure.
fn settle(written: io::Result<()>) -> Done {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::said(
            Message::new(Key::CliOutputFailed).with("why", error.to_string()),
        )),
        _ => Ok(()),
    }
}

/// Writes a value as JSON: indented, one object a screen can show.
pub fn json<T: Serialize>(value: &T) -> Done {
    print(&rendered(value)?)
}

/// Writes a value as one line of JSON.
pub fn json_line<T: Serialize>(value: &T) -> Done {
    let text = serde_json::to_string(value);
    print(&text.map_err(|error| Failure::failed(error.to_string()))?)
}

/// A value as indented JSON.
pub fn rendered<T: Serialize>(value: &T) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value);
    text.map_err(|error| Failure::failed(error.to_string()))
}

/// A value as a document of its own.
pub fn data<T: Serialize>(value: &T) -> Result<Rendered, Failure> {
    rendered(value).map(Rendered::from)
}

/// Writes one line to standard error. Nobody can be told when that fails.
pub fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", clean_line(line));
}
