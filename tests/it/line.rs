//! Lines to `referent pipe` in a test: raw frames as somebody says them who says whatever suits, and a stand-in for
//! ssh that keeps what passes.
#![allow(dead_code)]

use std::io::{BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use referent::hub::{Packing, Unpacking};
use serde_json::Value;

use crate::frames::{reply, said};

const LARGEST: usize = 64 * 1024 * 1024;

/// Frames to and from a `pipe`.
pub struct Line {
    child: Child,
    packing: Packing<Vec<u8>>,
    output: Box<dyn Read>,
}

impl Line {
    /// Starts a command that is a `pipe` and greets; what it answers.
    pub fn start(mut command: Command, hello: &Value) -> (Self, Value) {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = child.stdout.take().unwrap();
        child
            .stdin
            .as_mut()
            .unwrap()
            .write_all(&said(hello))
            .unwrap();
        let mut output = BufReader::new(output);
        let welcome = reply(&mut output).expect("no greeting");
        let line = Self {
            child,
            packing: Packing::new(Vec::new()),
            output: Box::new(Unpacking::new(output, LARGEST)),
        };
        (line, welcome)
    }

    /// Says something; whether it could.
    pub fn say(&mut self, value: &Value) -> bool {
        self.packing.write_all(&said(value)).unwrap();
        let bytes = std::mem::take(self.packing.get_mut());
        let input = self.child.stdin.as_mut().unwrap();
        input.write_all(&bytes).is_ok() && input.flush().is_ok()
    }

    /// Sends bytes as they are.
    pub fn say_raw(&mut self, bytes: &[u8]) {
        let input = self.child.stdin.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    /// The next frame; `None` at the end.
    pub fn hear(&mut self) -> Option<Value> {
        reply(&mut self.output)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A program called `ssh` that runs `pipe` here, and keeps every byte that passes.
pub struct Tap {
    dir: PathBuf,
}

impl Tap {
    pub fn new(dir: &Path, data: &Path) -> Self {
        std::fs::create_dir_all(dir).unwrap();
        let at = |name: &str| dir.join(name).display().to_string();
        let script = format!(
            "#!/bin/sh\ntee -a '{}' | '{}' pipe --data '{}' | tee -a '{}'\n",
            at("up"),
            env!("CARGO_BIN_EXE_referent"),
            data.display(),
            at("down"),
        );
        let ssh = dir.join("ssh");
        std::fs::write(&ssh, script).unwrap();
        std::fs::set_permissions(&ssh, std::fs::Permissions::from_mode(0o700)).unwrap();
        Self {
            dir: dir.to_owned(),
        }
    }

    /// The program, for whoever starts it by its path.
    pub fn program(&self) -> PathBuf {
        self.dir.join("ssh")
    }

    /// A search path on which it comes first.
    pub fn path(&self) -> String {
        let others = std::env::var("PATH").unwrap_or_default();
        format!("{}:{others}", self.dir.display())
    }

    /// Bytes that have passed: to the hub, and from it.
    pub fn passed(&self) -> (u64, u64) {
        let length = |name: &str| std::fs::metadata(self.dir.join(name)).map_or(0, |it| it.len());
        (length("up"), length("down"))
    }
}
