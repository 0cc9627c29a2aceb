//! The site's folder: a whole new copy is made beside it and changes places with it in one step, so that whoever reads it
//! sees the old site or the new one. The copy that stood there before is brought up to date the next time.
//!
//! It must not know what the files say. Nothing that it did not write itself is ever overwritten or removed.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs::{self, File};
use std::io;
use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use super::kept::{self, Copies, Entry, Files, Memory, digest};
use super::place::{Found, Place, number};
use crate::cli::document::cannot_write as wrong;
use crate::cli::failure::{Done, Failure};
use crate::documents::portal::{Kept, Page};

/// Where a wanted file's content is.
enum Piece {
    /// Here.
    Bytes(Vec<u8>),
    /// In the data folder, by its hash.
    Kept(String),
}

/// The files a site is to have.
#[derive(Default)]
pub struct Wanted {
    /// Pages made anew, and kept files.
    fresh: BTreeMap<String, (Entry, Piece)>,
    /// The paths of pages that stand as they are.
    stay: HashSet<String>,
}

impl Wanted {
    /// Pages that stand as they are.
    pub fn of(stay: Vec<String>) -> Self {
        Self {
            fresh: BTreeMap::new(),
            stay: stay.into_iter().collect(),
        }
    }

    /// A page made anew.
    pub fn page(&mut self, page: Page) {
        let entry = Entry {
            hash: digest(&page.bytes),
            size: page.bytes.len() as u64,
        };
        let piece = Piece::Bytes(page.bytes);
        self.fresh.insert(page.path, (entry, piece));
    }

    /// A kept file.
    pub fn file(&mut self, kept: Kept) {
        let entry = Entry {
            hash: kept.hash.clone(),
            size: 0,
        };
        let piece = Piece::Kept(kept.hash);
        self.fresh.insert(kept.path, (entry, piece));
    }

    /// The paths of all files, in order.
    pub fn paths(&self) -> BTreeSet<&str> {
        let paths = self.fresh.keys().chain(&self.stay);
        paths.map(String::as_str).collect()
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

/// A site and its other copy.
pub struct Tree {
    place: Place,
    copies: Copies,
    files: Files,
    held: Option<Files>,
}

impl Tree {
    /// A place and what was found there.
    pub fn of(place: Place, found: Found) -> Self {
        Self {
            place,
            copies: found.copies,
            files: found.files,
            held: found.held,
        }
    }

    /// Whether all of some files stand there as they were written.
    pub fn has(&self, paths: &[String]) -> bool {
        paths.iter().all(|path| self.files.contains_key(path))
    }

    /// Makes the site hold just the wanted files, and remembers what they were made from where that is not known yet.
    pub fn publish(
        mut self,
        wanted: Wanted,
        mut memory: Memory,
        data: &Path,
    ) -> Result<Published, Failure> {
        let mut files = std::mem::take(&mut self.files);
        let before = files.len();
        files.retain(|path, _| wanted.stay.contains(path) || wanted.fresh.contains_key(path));
        let gone = before - files.len();
        let mut fresh = wanted.fresh;
        fresh.retain(|path, (entry, _)| !files.get(path).is_some_and(|held| same(held, entry)));
        let changed = gone + fresh.len();
        if changed > 0 || !self.place.folder.exists() {
            self.prepare(&mut files, fresh, data)?;
            self.change_places(&files)?;
        }
        let here = number(&self.place.folder);
        let here = here.map_err(|error| wrong(&self.place.folder, &error))?;
        if memory.fresh || memory.copy != here {
            memory.copy = here;
            kept::note(&self.place.memory(), &memory)?;
        }
        Ok(Published {
            files: files.len(),
            changed,
        })
    }

    /// Brings the other copy up to what is wanted: files that stand in the site, and fresh ones, which are then among them.
    /// Until it is, nobody relies on what it holds.
    fn prepare(
        &mut self,
        files: &mut Files,
        fresh: BTreeMap<String, (Entry, Piece)>,
        data: &Path,
    ) -> Done {
        let held = self.held.take().unwrap_or_default();
        let (folder, spare) = (&self.place.folder, self.place.spare());
        let failed = |error: io::Error| wrong(&spare, &error);
        File::create(self.place.mark()).map_err(failed)?;
        if held.is_empty() && spare.exists() {
            fs::remove_dir_all(&spare).map_err(failed)?;
        }
        fs::create_dir_all(&spare).map_err(failed)?;
        for path in held.keys() {
            if !files.contains_key(path) && !fresh.contains_key(path) {
                remove(&spare, path).map_err(failed)?;
            }
        }
        for (path, entry) in files.iter() {
            let stands = held.get(path).is_some_and(|it| same(it, entry));
            if !stands && !fresh.contains_key(path) {
                link(&folder.join(path), &spare.join(path)).map_err(failed)?;
            }
        }
        for (path, (mut entry, piece)) in fresh {
            let stands = held.get(&path).filter(|it| same(it, &entry));
            entry.size = match (stands, piece) {
                (Some(there), _) => there.size,
                (None, Piece::Bytes(bytes)) => put(&spare.join(&path), &bytes).map_err(failed)?,
                (None, Piece::Kept(hash)) => {
                    let bytes = fs::read(data.join("files").join(hash)).map_err(failed)?;
                    put(&spare.join(&path), &bytes).map_err(failed)?
                }
            };
            files.insert(path, entry);
        }
        Ok(())
    }

    /// Notes what the prepared copy holds, and puts it in the site's place.
    fn change_places(&mut self, files: &Files) -> Done {
        let (folder, spare) = (&self.place.folder, self.place.spare());
        let failed = |error: io::Error| wrong(folder, &error);
        let nothing = Files::new();
        let here = number(folder).ok();
        let old = here.map(|here| (here, self.copies.get(&here).unwrap_or(&nothing)));
        let copies: BTreeMap<u64, &Files> = [(number(&spare).map_err(failed)?, files)]
            .into_iter()
            .chain(old)
            .collect();
        kept::write(&self.place.copies(), &copies)?;
        fs::remove_file(self.place.mark()).map_err(failed)?;
        // Stopped from here on, nothing is remembered of either copy.
        match fs::remove_file(self.place.memory()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(error)),
            _ => exchange(&spare, folder).map_err(failed),
        }
    }
}

/// Whether two entries are the same file; a kept file's length is not known before it is read.
fn same(held: &Entry, wanted: &Entry) -> bool {
    held.hash == wanted.hash && (wanted.size == 0 || held.size == wanted.size)
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

/// Writes a file that is not there or is another's too: never into one that stands in both copies.
fn put(to: &Path, bytes: &[u8]) -> io::Result<u64> {
    clear(to)?;
    fs::write(to, bytes)?;
    Ok(bytes.len() as u64)
}

/// The same file in both copies; a copy of it where the file system cannot.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    clear(to)?;
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))
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
