//! What is kept beside the site between two runs: what is said of meetings, and what each copy of the site holds.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::cli::document::{cannot_write, save};
use crate::cli::failure::{Done, Failure};
use crate::documents::portal::{Card, Kept};
use crate::domain::id::Id;

/// A file of the site: what is in it, and how long it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The beginning of its content's blake3 hash.
    pub hash: String,
    /// Its length in bytes.
    pub size: u64,
}

/// The files of a copy of the site, by their path.
pub type Files = BTreeMap<String, Entry>;

/// The copies of the site, each by the number its folder has on the disk: they change places in one step, and whichever
/// stands where, its number says what it holds.
pub type Copies = BTreeMap<u64, Files>;

/// A meeting as it was told last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Remembered {
    /// What it was made from.
    pub key: String,
    /// The beginning of the hash of what other pages say of it.
    #[serde(default)]
    pub stamp: String,
    /// Its own pages.
    pub paths: Vec<String>,
}

/// Pages that are made of the same things.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Made {
    /// What they were made from.
    pub key: String,
    /// Where they lie.
    pub paths: Vec<String>,
}

/// What is remembered of the last time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// The number of the copy it speaks of; where another one stands, nothing is remembered.
    pub copy: u64,
    /// The meetings as they were told.
    pub meetings: BTreeMap<Id, Remembered>,
    /// What other pages say of each.
    pub cards: BTreeMap<Id, Card>,
    /// The site's other pages: a network's by its label, the rest under no name.
    pub parts: BTreeMap<String, Made>,
    /// The kept files that the site has.
    pub files: Vec<Kept>,
    /// How many things are held back.
    pub held: usize,
    /// Whether it differs from what was read.
    #[serde(skip)]
    pub fresh: bool,
}

/// Reads something kept; nothing where it is not there or of another program.
pub fn read<T: DeserializeOwned + Default>(path: &Path) -> T {
    let bytes = std::fs::read(path).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

/// Keeps something.
pub fn write<T: Serialize>(path: &Path, what: &T) -> Done {
    let bytes = serde_json::to_vec(what).map_err(|error| Failure::failed(error.to_string()))?;
    save(path, &bytes)
}

/// Keeps something that the power may take with it: what is not there or not whole is made anew.
pub fn note<T: Serialize>(path: &Path, what: &T) -> Done {
    let bytes = serde_json::to_vec(what).map_err(|error| Failure::failed(error.to_string()))?;
    let fresh = path.with_extension("new");
    let done = std::fs::write(&fresh, bytes).and_then(|()| std::fs::rename(&fresh, path));
    done.map_err(|error| cannot_write(path, &error))
}

/// The beginning of a content's hash.
pub fn digest(bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    hash.as_str().get(..32).unwrap_or_default().to_owned()
}

/// Something as text, to tell it from what is other.
pub fn json<T: Serialize>(what: &T) -> String {
    serde_json::to_string(what).unwrap_or_default()
}
