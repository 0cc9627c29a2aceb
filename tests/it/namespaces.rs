//! Two network namespaces and a bad line between them.
#![allow(dead_code)]

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::office::has;

/// The address of the far end.
pub const FAR: &str = "10.99.0.2";

/// Two namespaces and the line between them; gone when dropped.
pub struct BadLine {
    child: Child,
    settings: Option<ChildStdin>,
    here: String,
    there: String,
}

impl BadLine {
    /// `None`, and said, where the system gives no namespaces.
    pub fn make(name: &str) -> Option<Self> {
        if !has("ip") || !has("python3") {
            return None;
        }
        let number = std::process::id();
        let (here, there) = (format!("{name}-a{number}"), format!("{name}-b{number}"));
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/badline.py");
        let mut child = Command::new("python3")
            .args([script, &here, &there])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut said).unwrap();
        if said.trim() != "ready" {
            let _ = child.wait();
            println!("skipped: no network namespaces can be made here");
            return None;
        }
        let settings = child.stdin.take();
        Some(Self {
            child,
            settings,
            here,
            there,
        })
    }

    /// Changes it: `delay 150`, `jitter 20`, `loss 5`, one a line.
    pub fn set(&mut self, settings: &str) {
        let input = self.settings.as_mut().unwrap();
        writeln!(input, "{settings}").unwrap();
    }

    /// The words that start a program at this end.
    pub fn here(&self) -> Vec<String> {
        within(&self.here)
    }

    /// The words that start a program at the far end, whose address is [`FAR`].
    pub fn there(&self) -> Vec<String> {
        within(&self.there)
    }
}

fn within(space: &str) -> Vec<String> {
    ["ip", "netns", "exec", space].map(str::to_owned).into()
}

impl Drop for BadLine {
    fn drop(&mut self) {
        self.settings = None;
        let _ = self.child.wait();
    }
}
