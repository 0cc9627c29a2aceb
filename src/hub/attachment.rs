//! Files that annexes name: `files/<blake3>`, written, synced and renamed before any op names
//! them, and never overwritten. It must not know what they are for.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::link::Sink;
use super::saving::at_home;
use crate::domain::batch::Hash;
use crate::domain::bytes::Bytes;
use crate::domain::clean::clean_line;
use crate::domain::query::Answer;
use crate::domain::reason;

/// Where they lie in a folder.
pub(super) const FILES: &str = "files";
/// The largest file that is kept, in bytes.
pub(super) const LARGEST: u64 = 50 * 1024 * 1024;
/// The largest file that is read whole at once, in bytes.
pub(super) const SMALL: u64 = 1024 * 1024;
/// Most characters of a file's name.
const NAME: usize = 120;

/// Keeps a file while the session goes on; `sink` hears the answer to question `number`.
pub fn keep_aside(folder: Option<PathBuf>, path: String, number: u64, sink: &Sink) {
    at_home(folder, number, sink, move |folder| keep(folder, &path));
}

/// Reads a small file while the session goes on. Who has no folder here has no files here either.
pub fn read_aside(folder: Option<PathBuf>, typed: String, number: u64, sink: &Sink) {
    at_home(folder, number, sink, move |_| {
        match read(&path(&typed), SMALL) {
            Ok(bytes) => Answer::Content(Bytes(bytes)),
            Err(error) => Answer::Failed(why(&error)),
        }
    });
}

/// Keeps a file; the answer has its hash and name, or why not.
fn keep(folder: &Path, typed: &str) -> Answer {
    let path = path(typed);
    match read(&path, LARGEST).and_then(|bytes| store(&folder.join(FILES), &bytes)) {
        Ok(hash) => Answer::Kept {
            hash,
            name: name(&path),
        },
        Err(error) => Answer::Failed(why(&error)),
    }
}

pub(super) fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => reason::NO_FILE.to_owned(),
        io::ErrorKind::PermissionDenied => reason::UNREADABLE.to_owned(),
        _ => error.to_string(),
    }
}

/// The path as typed or dropped into the terminal: perhaps quoted, perhaps from the home folder.
pub(super) fn path(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let plain = typed.trim_matches(['\'', '"']);
    let plain = plain.strip_prefix("file://").unwrap_or(plain);
    match (plain.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => PathBuf::from(home).join(rest),
        _ => PathBuf::from(plain),
    }
}

pub(super) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    clean_line(&name).chars().take(NAME).collect()
}

pub(super) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other(reason::NOT_A_FILE));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::other(match most {
            LARGEST => reason::TOO_LARGE,
            _ => reason::NOT_SMALL,
        }));
    }
    Ok(bytes)
}

fn store(files: &Path, bytes: &[u8]) -> io::Result<String> {
    let hash = Hash::of(bytes).to_string();
    let place = files.join(&hash);
    if place.exists() {
        return Ok(hash);
    }
    let mut part = Part::create(files.join(format!(".{hash}-{}", std::process::id())))?;
    part.write(bytes)?;
    part.keep(&place)?;
    Ok(hash)
}

/// A file that is being written, gone when dropped before it is whole.
pub(super) struct Part {
    path: PathBuf,
    file: File,
    kept: bool,
}

impl Part {
    /// Begins one, in place of what is there.
    pub fn create(path: PathBuf) -> io::Result<Self> {
        // Nobody else's file, whatever its name leads to.
        let _ = fs::remove_file(&path);
        let mut new = OpenOptions::new();
        let new = new.write(true).create_new(true).mode(0o600);
        Ok(Self {
            file: new.open(&path)?,
            path,
            kept: false,
        })
    }

    /// Adds to it.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// It is whole: it gets its name once it is on disk.
    pub fn keep(mut self, place: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.path, place)?;
        self.kept = true;
        let folder = place.parent().unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()
    }

    /// The same, where nothing may be there yet.
    pub fn keep_new(self, place: &Path) -> Result<(), String> {
        let taken = || reason::TAKEN.to_owned();
        let said = |error: io::Error| error.to_string();
        self.file.sync_all().map_err(said)?;
        match fs::hard_link(&self.path, place) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(taken()),
            // Some file systems know no second name.
            Err(_) if place.exists() => Err(taken()),
            Err(_) => self.keep(place).map_err(said),
        }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::hub::event::Event;

    #[test]
    fn a_file_is_kept_beside_whoever_asked() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("files")).unwrap();
        let mine = folder.path().join("notat.txt");
        fs::write(&mine, "bilag").unwrap();
        let (sender, heard) = std::sync::mpsc::channel();
        let sink: Sink = Arc::new(move |event| {
            let here = std::thread::current().id();
            sender.send((here, event)).is_ok()
        });
        let typed = mine.to_string_lossy().into_owned();
        keep_aside(Some(folder.path().to_owned()), typed, 7, &sink);
        let (thread, event) = heard.recv().unwrap();
        assert_ne!(thread, std::thread::current().id());
        let kept = |answer: &Answer| matches!(answer, Answer::Kept { .. });
        assert!(matches!(&event, Event::Answer { number: 7, answer } if kept(answer)));
        keep_aside(None, "notat.txt".into(), 8, &sink);
        let answer = Answer::Failed(reason::ELSEWHERE.into());
        assert_eq!(heard.recv().unwrap().1, Event::Answer { number: 8, answer });
    }

    #[test]
    fn a_file_is_kept_once_under_its_hash_and_cleaned_name() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("files")).unwrap();
        let mine = folder.path().join("Notat\u{1b}[31m.txt");
        fs::write(&mine, "bilag").unwrap();
        let hash = Hash::of(b"bilag").to_string();
        for _ in 0..2 {
            let answer = keep(folder.path(), &format!("'{}'", mine.display()));
            let wanted = Answer::Kept {
                hash: hash.clone(),
                name: "Notat.txt".into(),
            };
            assert_eq!(answer, wanted);
        }
        let kept: Vec<_> = fs::read_dir(folder.path().join("files")).unwrap().collect();
        assert_eq!(kept.len(), 1);
        let place = folder.path().join("files").join(hash);
        assert_eq!(fs::read_to_string(place).unwrap(), "bilag");
        let failed = |path| match keep(folder.path(), path) {
            Answer::Failed(why) => why,
            other => panic!("{other:?}"),
        };
        assert_eq!(failed("/"), reason::NOT_A_FILE);
        assert_eq!(failed("nowhere"), reason::NO_FILE);
    }
}
