//! Where a site stands: its folder and the one beside it, held by one process at a time, and what is found in them.
//!
//! It must not know what is to be written.

use std::collections::HashMap;
use std::fs::{self, DirBuilder, DirEntry, File};
use std::io;
use std::os::unix::fs::{DirBuilderExt, DirEntryExt, MetadataExt};
use std::path::{Path, PathBuf};

use super::kept::{self, Copies, Files, Memory};
use crate::app::message::Message;
use crate::cli::document::cannot_write as wrong;
use crate::cli::failure::Failure;
use crate::cli::world;
use crate::locale::Key;

/// What each copy holds.
const COPIES: &str = "copies.json";
/// What the site that stands was made from.
const MEMORY: &str = "memory.json";

/// A site's folder and what is kept beside it.
pub struct Place {
    /// The site.
    pub folder: PathBuf,
    beside: PathBuf,
    _lock: File,
}

/// What stands there.
pub struct Found {
    /// What each copy was left with.
    pub copies: Copies,
    /// The site's files that stand there as they were written.
    pub files: Files,
    /// Those of the other copy; `None` when it cannot be relied on.
    pub held: Option<Files>,
}

/// Files found below a folder: the number on the disk of each, and its length.
type Seen = HashMap<String, (u64, u64)>;

impl Place {
    /// Whether a site was written to a folder before.
    pub fn is_there(folder: &Path) -> bool {
        absolute(folder).is_ok_and(|folder| beside(&folder).join(COPIES).is_file())
    }

    /// Holds a site's folder, once no other process does; it must lie apart from the data folder.
    pub fn hold(folder: &Path, data: &Path) -> Result<Self, Failure> {
        let folder = absolute(folder).map_err(|error| wrong(folder, &error))?;
        let inside = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if inside(&folder).starts_with(inside(data)) || inside(data).starts_with(inside(&folder)) {
            return Err(Message::new(Key::ErrorPortalInside)
                .with("folder", world::shown(&folder))
                .into());
        }
        let beside = beside(&folder);
        let made = || {
            fs::create_dir_all(folder.parent().unwrap_or(&folder))?;
            DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(&beside)?;
            File::create(beside.join("lock"))
        };
        let lock = made().map_err(|error| wrong(&beside, &error))?;
        lock.lock().map_err(|error| wrong(&beside, &error))?;
        Ok(Self {
            folder,
            beside,
            _lock: lock,
        })
    }

    /// What the site was made from; nothing where another copy stands there.
    pub fn recall(&self) -> Memory {
        let memory: Memory = kept::read(&self.memory());
        match number(&self.folder) {
            Ok(number) if number == memory.copy => memory,
            _ => Memory::default(),
        }
    }

    /// Looks at both copies. The site must be empty, not there, or written by this program.
    pub fn look(&self) -> Result<Found, Failure> {
        let copies = kept::read(&self.copies());
        let mut seen = Seen::new();
        let files = whole(&copies, &self.folder, &mut seen)?;
        let spare = || whole(&copies, &self.spare(), &mut seen).ok();
        let held = (!self.mark().exists()).then(spare).flatten();
        Ok(Found {
            copies,
            files,
            held,
        })
    }

    /// The other copy.
    pub fn spare(&self) -> PathBuf {
        self.beside.join("spare")
    }

    /// Stands while the other copy is being brought up to date.
    pub fn mark(&self) -> PathBuf {
        self.beside.join("unfinished")
    }

    /// The file that says what each copy holds.
    pub fn copies(&self) -> PathBuf {
        self.beside.join(COPIES)
    }

    /// The file that says what the site was made from.
    pub fn memory(&self) -> PathBuf {
        self.beside.join(MEMORY)
    }
}

/// The number a folder has on the disk.
pub fn number(folder: &Path) -> io::Result<u64> {
    fs::metadata(folder).map(|about| about.ino())
}

/// The files of a copy that are there as they were written; a file nobody here wrote is an error. One that was seen in the
/// other copy is not looked at again: nearly all files stand in both.
fn whole(copies: &Copies, copy: &Path, seen: &mut Seen) -> Result<Files, Failure> {
    let mut found = Seen::new();
    match walk(copy, "", seen, &mut found) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Files::new()),
        other => other.map_err(|error| wrong(copy, &error))?,
    }
    let number = number(copy).map_err(|error| wrong(copy, &error))?;
    let nothing = Files::new();
    let known = copies.get(&number).unwrap_or(&nothing);
    let strange = found.keys().filter(|path| !known.contains_key(*path));
    if let Some(strange) = strange.min() {
        let message = Message::new(Key::ErrorPortalStrange).with("file", strange.clone());
        return Err(message.with("folder", world::shown(copy)).into());
    }
    let stands = |path: &String, size| found.get(path).is_some_and(|(_, long)| *long == size);
    let whole = known.iter().filter(|(path, it)| stands(path, it.size));
    let whole = whole.map(|(path, entry)| (path.clone(), entry.clone()));
    let whole = whole.collect();
    *seen = found;
    Ok(whole)
}

/// Every file below a folder.
fn walk(folder: &Path, name: &str, seen: &Seen, found: &mut Seen) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let own = entry.file_name();
        let path = match name {
            "" => own.to_string_lossy().into_owned(),
            name => format!("{name}/{}", own.to_string_lossy()),
        };
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &path, seen, found)?;
        } else {
            let long = length(&entry, seen.get(&path))?;
            found.insert(path, (entry.ino(), long));
        }
    }
    Ok(())
}

fn length(entry: &DirEntry, seen: Option<&(u64, u64)>) -> io::Result<u64> {
    match seen {
        Some((number, long)) if *number == entry.ino() => Ok(*long),
        _ => Ok(entry.metadata()?.len()),
    }
}

/// The folder beside a site where the program keeps what it needs.
fn beside(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.portal"))
}

/// The folder itself, through links that lead to it.
fn absolute(folder: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(folder) {
        Ok(there) if there.is_dir() => Ok(there),
        Ok(_) => Err(io::ErrorKind::NotADirectory.into()),
        Err(_) => std::path::absolute(folder),
    }
}
