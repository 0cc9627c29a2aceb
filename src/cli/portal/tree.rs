//! The site's folder: a whole new copy is made beside it and changes places with it in one step, so that whoever reads it
//! sees the old site or the new one. The copy that stood there before is brought up to date the next time.
//!
//! It must not know what the files say. Nothing that it did not write itself is ever overwritten or removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use super::kept::{self, Copies, Entry, Files, Memory, digest};
use crate::app::message::Message;
use crate::cli::failure::{Done, Failure};
use crate::cli::world;
use crate::documents::portal::{Kept, Page};
use crate::locale::Key;

/// What each copy holds.
const COPIES: &str = "copies.json";
/// What the site that stands was made from.
const MEMORY: &str = "memory.json";

/// Where a wanted file's content is.
enum Piece {
    /// Here.
    Bytes(Vec<u8>),
    /// In the site as it is.
    AsItIs,
    /// In the data folder, by its hash.
    Kept(String),
}

/// The files a site is to have.
#[derive(Default)]
pub struct Wanted(BTreeMap<String, (Entry, Piece)>);

impl Wanted {
    /// A page made anew.
    pub fn page(&mut self, page: Page) {
        let entry = Entry {
            hash: digest(&page.bytes),
            size: page.bytes.len() as u64,
        };
        self.0.insert(page.path, (entry, Piece::Bytes(page.bytes)));
    }

    /// A page that stands as it is.
    pub fn as_it_is(&mut self, path: String, tree: &Tree) {
        if let Some(entry) = tree.files.get(&path) {
            self.0.insert(path, (entry.clone(), Piece::AsItIs));
        }
    }

    /// A kept file.
    pub fn file(&mut self, kept: Kept) {
        let entry = Entry {
            hash: kept.hash.clone(),
            size: 0,
        };
        self.0.insert(kept.path, (entry, Piece::Kept(kept.hash)));
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// What publishing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files of the site.
    pub files: usize,
    /// Those that are new, other than before, or gone.
    pub changed: usize,
}

/// A site's folder and what is kept beside it.
pub struct Tree {
    folder: PathBuf,
    beside: PathBuf,
    copies: Copies,
    /// The files that stand there as they were written.
    files: Files,
    /// Those of the other copy; `None` when it cannot be relied on.
    held: Option<Files>,
    memory: Memory,
    _lock: File,
}

impl Tree {
    /// Opens a site's folder, which must be empty, not there, or written by this program.
    pub fn open(folder: &Path, data: &Path) -> Result<Self, Failure> {
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
        let mut tree = Self {
            memory: kept::read(&beside.join(MEMORY)),
            copies: kept::read(&beside.join(COPIES)),
            files: Files::new(),
            held: None,
            folder,
            beside,
            _lock: lock,
        };
        tree.files = tree.whole(&tree.folder)?;
        if number(&tree.folder).ok() != Some(tree.memory.copy) {
            tree.memory = Memory::default();
        }
        if !tree.mark().exists() {
            tree.held = tree.whole(&tree.spare()).ok();
        }
        Ok(tree)
    }

    /// Whether a site was written to a folder before.
    pub fn is_there(folder: &Path) -> bool {
        absolute(folder).is_ok_and(|folder| beside(&folder).join(COPIES).is_file())
    }

    /// What is remembered of the last time.
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Whether all of some files stand there as they were written.
    pub fn has(&self, paths: &[String]) -> bool {
        paths.iter().all(|path| self.files.contains_key(path))
    }

    /// The files of a copy that are there as they were written; a file nobody here wrote is an error.
    fn whole(&self, copy: &Path) -> Result<Files, Failure> {
        let mut found = BTreeMap::new();
        match walk(copy, "", &mut found) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Files::new()),
            other => other.map_err(|error| wrong(copy, &error))?,
        }
        let number = number(copy).map_err(|error| wrong(copy, &error))?;
        let known = self.copies.get(&number).cloned().unwrap_or_default();
        if let Some(strange) = found.keys().find(|path| !known.contains_key(*path)) {
            let message = Message::new(Key::ErrorPortalStrange).with("file", strange.clone());
            return Err(message.with("folder", world::shown(copy)).into());
        }
        let whole = known.into_iter();
        Ok(whole
            .filter(|(path, entry)| found.get(path) == Some(&entry.size))
            .collect())
    }

    /// Makes the site hold just the wanted files, and remembers what they were made from.
    pub fn publish(
        mut self,
        wanted: Wanted,
        mut fresh: Memory,
        data: &Path,
    ) -> Result<Published, Failure> {
        let changed = changes(&wanted, &self.files);
        let done = Published {
            files: wanted.0.len(),
            changed,
        };
        if changed > 0 || !self.folder.exists() {
            let files = self.prepare(wanted, data)?;
            self.change_places(files)?;
        }
        fresh.copy = number(&self.folder).map_err(|error| wrong(&self.folder, &error))?;
        if fresh != self.memory {
            kept::note(&self.beside.join(MEMORY), &fresh)?;
        }
        Ok(done)
    }

    /// Brings the other copy up to what is wanted; until it is, nobody relies on what it holds.
    fn prepare(&mut self, wanted: Wanted, data: &Path) -> Result<Files, Failure> {
        let mut held = self.held.take().unwrap_or_default();
        let spare = self.spare();
        let failed = |error: io::Error| wrong(&spare, &error);
        File::create(self.mark()).map_err(failed)?;
        if held.is_empty() && spare.exists() {
            fs::remove_dir_all(&spare).map_err(failed)?;
        }
        fs::create_dir_all(&spare).map_err(failed)?;
        let gone: Vec<String> = held
            .keys()
            .filter(|it| !wanted.0.contains_key(*it))
            .cloned()
            .collect();
        for path in gone {
            held.remove(&path);
            remove(&spare, &path).map_err(failed)?;
        }
        for (path, (mut entry, piece)) in wanted.0 {
            if held.get(&path).is_some_and(|it| same(it, &entry)) {
                continue;
            }
            let to = spare.join(&path);
            let stands = self.files.get(&path).is_some_and(|it| same(it, &entry));
            let piece = if stands { Piece::AsItIs } else { piece };
            entry.size = match piece {
                Piece::Bytes(bytes) => put(&to, &bytes).map_err(failed)?,
                Piece::AsItIs => link(&self.folder.join(&path), &to).map_err(failed)?,
                Piece::Kept(hash) => {
                    let bytes = fs::read(data.join("files").join(hash)).map_err(failed)?;
                    put(&to, &bytes).map_err(failed)?
                }
            };
            held.insert(path, entry);
        }
        Ok(held)
    }

    /// Notes what the prepared copy holds, and puts it in the site's place.
    fn change_places(&mut self, files: Files) -> Done {
        let spare = self.spare();
        let failed = |error: io::Error| wrong(&self.folder, &error);
        let mut copies = Copies::new();
        copies.insert(number(&spare).map_err(failed)?, files);
        if let Ok(here) = number(&self.folder) {
            copies.insert(here, self.copies.remove(&here).unwrap_or_default());
        }
        kept::write(&self.beside.join(COPIES), &copies)?;
        fs::remove_file(self.mark()).map_err(failed)?;
        // Stopped from here on, nothing is remembered of either copy.
        match fs::remove_file(self.beside.join(MEMORY)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(error)),
            _ => exchange(&spare, &self.folder).map_err(failed),
        }
    }

    fn spare(&self) -> PathBuf {
        self.beside.join("spare")
    }

    /// Stands while the other copy is being brought up to date.
    fn mark(&self) -> PathBuf {
        self.beside.join("unfinished")
    }
}

/// The number a folder has on the disk.
fn number(folder: &Path) -> io::Result<u64> {
    fs::metadata(folder).map(|about| about.ino())
}

/// Whether two entries are the same file; a kept file's length is not known before it is read.
fn same(held: &Entry, wanted: &Entry) -> bool {
    held.hash == wanted.hash && (wanted.size == 0 || held.size == wanted.size)
}

fn changes(wanted: &Wanted, files: &Files) -> usize {
    let other = |(path, (entry, _)): (&String, &(Entry, Piece))| {
        !files.get(path).is_some_and(|held| same(held, entry))
    };
    let gone = files.keys().filter(|path| !wanted.0.contains_key(*path));
    wanted.0.iter().filter(|row| other(*row)).count() + gone.count()
}

/// Puts one folder in another's place in one step; where the file system cannot, in two.
fn exchange(spare: &Path, folder: &Path) -> io::Result<()> {
    if !folder.exists() {
        return fs::rename(spare, folder);
    }
    match renameat_with(CWD, spare, CWD, folder, RenameFlags::EXCHANGE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {
            let old = spare.with_file_name("old");
            fs::rename(folder, &old)?;
            fs::rename(spare, folder)?;
            fs::rename(&old, spare)
        }
        done => Ok(done?),
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

/// Every file below a folder, and its length.
fn walk(folder: &Path, name: &str, found: &mut BTreeMap<String, u64>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let own = entry.file_name();
        let path = match name {
            "" => own.to_string_lossy().into_owned(),
            name => format!("{name}/{}", own.to_string_lossy()),
        };
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &path, found)?;
        } else {
            found.insert(path, entry.metadata()?.len());
        }
    }
    Ok(())
}

/// Writes a file that is not there or is another's too: never into one that stands in both copies.
fn put(to: &Path, bytes: &[u8]) -> io::Result<u64> {
    clear(to)?;
    fs::write(to, bytes)?;
    Ok(bytes.len() as u64)
}

/// The same file in both copies; a copy of it where the file system cannot.
fn link(from: &Path, to: &Path) -> io::Result<u64> {
    clear(to)?;
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))?;
    Ok(fs::metadata(to)?.len())
}

fn clear(to: &Path) -> io::Result<()> {
    let folder = to.parent().unwrap_or(to);
    match fs::remove_file(to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(folder),
        done => done,
    }
}

/// Removes a file, and the folders it leaves empty.
fn remove(copy: &Path, path: &str) -> io::Result<()> {
    match fs::remove_file(copy.join(path)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut folders: BTreeSet<&Path> = Path::new(path).ancestors().skip(1).collect();
    folders.remove(Path::new(""));
    for folder in folders.into_iter().rev() {
        // A folder with other files in it stays.
        let _ = fs::remove_dir(copy.join(folder));
    }
    Ok(())
}

fn wrong(path: &Path, error: &io::Error) -> Failure {
    Message::new(Key::CliCannotWrite)
        .with("file", world::shown(path))
        .with("why", error.to_string())
        .into()
}
