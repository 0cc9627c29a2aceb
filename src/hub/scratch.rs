//! What a person has typed and not yet accepted, in a file of the session's own beside its pending work: locked by its
//! owner, and taken up by the same user's next session when nobody holds it any more. It must not know what it says.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::folder::private;
use super::lock::Lock;
use super::pending::{is_at, pending_folder};
use crate::domain::batch::SessionId;
use crate::domain::role::Role;

/// How its files' names end.
const END: &str = "scratch";

#[derive(Serialize, Deserialize)]
struct Sheet {
    user: String,
    role: Role,
    text: String,
}

/// A session's file. Dropping it lets go of the file.
pub struct Scratch {
    path: PathBuf,
    user: String,
    role: Role,
    writer: Option<Writer>,
}

/// The thread that writes it.
struct Writer {
    /// The text, `None` for none; taken when it ends.
    texts: Option<Sender<Option<String>>>,
    kept: Receiver<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Scratch {
    /// A session's file; made, with the thread, when there is something to keep.
    pub fn new(folder: &Path, session: SessionId, user: &str, role: Role) -> Self {
        Self {
            path: pending_folder(folder).join(format!("{session}.{END}")),
            user: user.to_owned(),
            role,
            writer: None,
        }
    }

    /// Keeps a text in place of what was kept before; whether it was kept within this time.
    pub fn keep(&mut self, text: Option<String>, limit: Duration) -> bool {
        if self.writer.is_none() {
            self.writer = self.start().ok();
        }
        self.writer
            .as_ref()
            .is_some_and(|writer| writer.keep(text, limit))
    }

    fn start(&self) -> io::Result<Writer> {
        let (texts, wanted) = channel::<Option<String>>();
        let (done, kept) = channel();
        let (path, user, role) = (self.path.clone(), self.user.clone(), self.role);
        let write = move || {
            // Lock as long as the session lives: others see that somebody is at it.
            let mut held = None;
            for text in wanted {
                let sheet = text.map(|text| Sheet {
                    user: user.clone(),
                    role,
                    text,
                });
                let written = put(&path, sheet.as_ref(), &mut held);
                if done.send(written.is_ok()).is_err() {
                    return;
                }
            }
        };
        let thread = thread::Builder::new().name("scratch".into()).spawn(write)?;
        Ok(Writer {
            texts: Some(texts),
            kept,
            thread: Some(thread),
        })
    }
}

impl Writer {
    fn keep(&self, text: Option<String>, limit: Duration) -> bool {
        // Of one that came too late.
        while self.kept.try_recv().is_ok() {}
        let sent = self.texts.as_ref().map(|texts| texts.send(text));
        matches!(sent, Some(Ok(()))) && self.kept.recv_timeout(limit).unwrap_or(false)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.texts = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Puts a sheet in the file's place, whole or not at all; or takes the file away.
fn put(path: &Path, sheet: Option<&Sheet>, held: &mut Option<Lock>) -> io::Result<()> {
    let Some(sheet) = sheet else {
        return match held.take() {
            Some(_) => fs::remove_file(path),
            None => Ok(()),
        };
    };
    let fresh = path.with_extension("fresh");
    if let Some(folder) = path.parent() {
        super::pending::make(folder)?;
    }
    let mut file = Lock::in_turn(private(&fresh)?)?;
    file.write_all(&serde_json::to_vec(sheet)?)?;
    fs::rename(&fresh, path)?;
    *held = Some(file);
    Ok(())
}

/// A file nobody holds any more.
pub struct LeftOver {
    /// What it says.
    pub text: String,
    path: PathBuf,
    /// Lock until it is discarded: only one session takes it up.
    _file: Lock,
}

impl LeftOver {
    /// Removes the file: what it says is kept elsewhere, or was given up.
    pub fn discard(self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// What the sessions of a user in a role have left, the oldest first. What cannot be read is left where it is.
pub fn left_over(folder: &Path, user: &str, role: Role) -> Vec<LeftOver> {
    let mut found = sheets(folder);
    found.retain(|(_, sheet, _)| sheet.user == user && sheet.role == role);
    found.sort_by_key(|(path, ..)| fs::metadata(path).and_then(|meta| meta.modified()).ok());
    found
        .into_iter()
        .map(|(path, sheet, file)| LeftOver {
            text: sheet.text,
            path,
            _file: file,
        })
        .collect()
}

/// Removes what was left by anybody and says one of these words: a person is erased.
pub(super) fn forget(folder: &Path, words: &[String]) -> io::Result<()> {
    for (path, sheet, _file) in sheets(folder) {
        let text = sheet.text.to_lowercase();
        if words.iter().any(|word| text.contains(&word.to_lowercase())) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn sheets(folder: &Path) -> Vec<(PathBuf, Sheet, Lock)> {
    let Ok(entries) = fs::read_dir(pending_folder(folder)) else {
        return Vec::new();
    };
    let paths = entries.flatten().map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|end| end == END))
        .filter_map(sheet)
        .collect()
}

fn sheet(path: PathBuf) -> Option<(PathBuf, Sheet, Lock)> {
    let mut file = Lock::of(File::open(&path).ok()?).ok()??;
    // Its owner may have put another in its place just before.
    if !is_at(&file, &path) {
        return None;
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    let sheet = serde_json::from_slice(&bytes).ok()?;
    Some((path, sheet, file))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(30);

    fn texts(folder: &Path, user: &str) -> Vec<String> {
        let left = left_over(folder, user, Role::Secretary);
        left.iter().map(|left| left.text.clone()).collect()
    }

    #[test]
    fn it_is_taken_up_by_the_same_user_when_nobody_holds_it() {
        let dir = tempfile::tempdir().unwrap();
        let session = SessionId::from_bits(7);
        let mut scratch = Scratch::new(dir.path(), session, "karen", Role::Secretary);
        assert!(scratch.keep(Some("Halvt".into()), LONG));
        assert!(scratch.keep(Some("Halvt skrevet".into()), LONG));
        assert!(texts(dir.path(), "karen").is_empty(), "it is held");
        drop(scratch);
        assert!(texts(dir.path(), "anna").is_empty(), "it is Karen's");
        assert_eq!(texts(dir.path(), "karen"), ["Halvt skrevet"]);
        left_over(dir.path(), "karen", Role::Secretary)
            .into_iter()
            .for_each(LeftOver::discard);
        assert!(texts(dir.path(), "karen").is_empty());
    }

    #[test]
    fn nothing_is_left_of_what_was_accepted_or_erased() {
        let dir = tempfile::tempdir().unwrap();
        for (number, text) in [
            (1, None),
            (2, Some("Ring til Åse")),
            (3, Some("Bestil mad")),
        ] {
            let session = SessionId::from_bits(number);
            let mut scratch = Scratch::new(dir.path(), session, "karen", Role::Secretary);
            assert!(scratch.keep(Some("Noget".into()), LONG));
            assert!(scratch.keep(text.map(str::to_owned), LONG));
        }
        forget(dir.path(), &["åse".to_owned()]).unwrap();
        assert_eq!(texts(dir.path(), "karen"), ["Bestil mad"]);
    }
}
