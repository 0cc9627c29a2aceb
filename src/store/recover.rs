//! Opening sled, and what is done when it is damaged: it is moved aside and built again from the journal.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::cache::Cache;
use super::fold::State;
use super::shelf::{Shelf, shield};
use super::{Error, SCHEMA, Store, find, keys, past};
use crate::domain::batch::{Hash, Seq};
use crate::journal::{Damage, Past};

const NAME: &str = "sled";
const MISSING: &str = "it was missing";
/// The position that was last given to the disk: a database behind it has lost something.
const MARK: &str = "sled.mark";

/// sled as found on disk, opened without the journal: possible on a thread of its own, while other work goes on.
pub struct Sled {
    folder: PathBuf,
    missing: bool,
    found: Result<(Shelf, State), String>,
}

/// An open store, and what was found on the way.
pub struct Opened {
    /// The store, up to the journal's head.
    pub store: Store,
    /// The database was damaged or of another program: why, and where it was moved.
    pub rebuilt: Option<String>,
    /// Damaged places of the journal met while replaying.
    pub damages: Vec<Damage>,
}

impl Sled {
    /// Opens the database in a data folder. Never fails: what is wrong with it is mended by [`Sled::join`].
    pub fn open(folder: &Path) -> Self {
        let path = folder.join(NAME);
        let missing = !path.exists();
        let found = if !missing {
            read(&path).and_then(|found| lost_nothing(folder, found))
        } else {
            let _ = std::fs::remove_file(folder.join(MARK));
            fresh(&path)
        };
        let found = found.map_err(|error| error.to_string());
        Self {
            folder: folder.to_owned(),
            missing,
            found,
        }
    }

    /// What is wrong with it, when it has to be built again.
    pub fn damage(&self) -> Option<&str> {
        self.found.as_ref().err().map(String::as_str)
    }

    /// Brings the database up to the journal; builds it again when it is damaged.
    pub fn join(self, log: &dyn Past) -> Result<Opened, Error> {
        let folder = self.folder;
        let behind = log.head().seq > 0;
        let why = match self.found {
            Ok((shelf, state)) => {
                let mut store = Store::on(&folder, shelf, &state);
                match shield(|| store.catch_up(log)) {
                    Ok(damages) => {
                        return Ok(Opened {
                            store,
                            rebuilt: (self.missing && behind).then(|| MISSING.to_owned()),
                            damages,
                        });
                    }
                    Err(Error::Damaged(why)) => {
                        store.close();
                        why
                    }
                    Err(error) => return Err(error),
                }
            }
            Err(why) => why,
        };
        let (store, damages) = Store::build(&folder, log)?;
        Ok(Opened {
            store,
            rebuilt: Some(why),
            damages,
        })
    }
}

fn lost_nothing(folder: &Path, found: (Shelf, State)) -> Result<(Shelf, State), Error> {
    let mark = std::fs::read_to_string(folder.join(MARK)).ok();
    match mark.and_then(|mark| mark.trim().parse::<Seq>().ok()) {
        Some(mark) if mark > found.1.seq => Err(Error::Damaged(
            "records that were written are missing".into(),
        )),
        _ => Ok(found),
    }
}

/// An existing database, with where it stands.
fn read(path: &Path) -> Result<(Shelf, State), Error> {
    let shelf = Shelf::open(path)?;
    let state = match shelf.get(&[keys::STATE])? {
        Some(bytes) => serde_json::from_slice::<State>(&bytes)
            .map_err(|error| Error::Damaged(error.to_string()))?,
        // A kill before the first write to disk leaves an empty one.
        None if shelf.range(&[0], &[255], false, 1)?.is_empty() => empty(),
        None => return Err(Error::Damaged("its position is missing".into())),
    };
    if state.schema != SCHEMA {
        return Err(Error::Damaged(format!(
            "it was made by another version of the program, {}",
            state.schema
        )));
    }
    Ok((shelf, state))
}

fn fresh(path: &Path) -> Result<(Shelf, State), Error> {
    Ok((Shelf::open(path)?, empty()))
}

fn empty() -> State {
    State {
        schema: SCHEMA,
        seq: 0,
        hash: Hash::default(),
    }
}

impl Store {
    fn on(folder: &Path, shelf: Shelf, state: &State) -> Self {
        Self {
            folder: folder.to_owned(),
            shelf,
            cache: Cache::default(),
            applied: state.seq,
            hash: state.hash,
            stored: state.seq,
            flushed: state.seq,
            counters: BTreeMap::new(),
            titles: find::Titles::default(),
            recent: past::Recent::default(),
        }
    }

    /// Lets go of the database; one that is broken may panic even then.
    fn close(self) {
        let _ = shield(|| {
            drop(self);
            Ok(())
        });
    }

    /// Gives everything applied to the disk: at quiet times and at the end.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.settle()?;
        self.shelf.flush()?;
        self.flushed = self.stored;
        let mark = self.folder.join(MARK);
        std::fs::write(mark, format!("{}\n", self.stored))
            .map_err(|error| Error::Disk(error.to_string()))
    }

    /// Opens the database of a data folder and brings it up to the journal.
    pub fn open(folder: &Path, log: &dyn Past) -> Result<Opened, Error> {
        Sled::open(folder).join(log)
    }

    /// Moves what is there aside and builds the database anew from the journal.
    pub fn build(folder: &Path, log: &dyn Past) -> Result<(Self, Vec<Damage>), Error> {
        let path = folder.join(NAME);
        if path.exists() {
            let aside = (1..)
                .map(|n| folder.join(format!("{NAME}-damaged-{n}")))
                .find(|aside| !aside.exists());
            if let Some(aside) = aside {
                std::fs::rename(&path, aside).map_err(|error| Error::Disk(error.to_string()))?;
            }
        }
        let _ = std::fs::remove_file(folder.join(MARK));
        let (shelf, state) = fresh(&path)?;
        let mut store = Self::on(folder, shelf, &state);
        let damages = store.catch_up(log)?;
        store.flush()?;
        Ok((store, damages))
    }

    /// Moves a damaged database aside and builds it anew.
    pub fn rebuild(self, log: &dyn Past) -> Result<(Self, Vec<Damage>), Error> {
        let folder = self.folder.clone();
        self.close();
        Self::build(&folder, log)
    }

    /// Builds everything anew and removes the old database: nothing of what it held stays.
    pub fn renew(self, log: &dyn Past) -> Result<(Self, Vec<Damage>), Error> {
        let folder = self.folder.clone();
        self.close();
        discard(&folder)?;
        Self::build(&folder, log)
    }

    /// Verifies every value and every document; how many values there are.
    pub fn verify(&self) -> Result<u64, Error> {
        self.shelf.verify()
    }
}

/// Removes the database and every one moved aside.
fn discard(folder: &Path) -> Result<(), Error> {
    let entries = std::fs::read_dir(folder).map_err(|error| Error::Disk(error.to_string()))?;
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name == NAME || name.starts_with("sled-damaged-") {
            std::fs::remove_dir_all(entry.path())
                .map_err(|error| Error::Disk(error.to_string()))?;
        }
    }
    Ok(())
}
