//! The front page: the answers of the first screen in one small file, so that it can be painted while sled opens.
//! Derived, checked, and valid only at the journal position it was made for.
//!
//! `hash of the contents (64 hex digits) | their length (8 hex digits) | contents (JSON) | answers (JSON)`: a start
//! reads and proves the contents, and of the answers those it asks for.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Error, SCHEMA, Store};
use crate::domain::batch::{Hash, Seq};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Query, Reference};
use crate::journal::Head;

const NAME: &str = "front.json";
/// The hash and the length before the contents.
const BEGIN: usize = 64 + 8;
/// A page of more bytes is not written, nor read.
const LARGEST: usize = 4 * 1024 * 1024;

/// Answers ready before the database is open; read when they are asked for.
#[derive(Debug)]
pub struct Front {
    contents: Contents,
    file: fs::File,
    /// Where in the file the answers begin.
    begin: u64,
}

/// What is on the page, and what it was made for.
#[derive(Debug, Serialize, Deserialize)]
struct Contents {
    schema: u32,
    seq: Seq,
    hash: Hash,
    answers: Vec<Place>,
    /// The day on which something on it may be to be erased: from then on it is not shown.
    #[serde(default)]
    until: Option<NaiveDate>,
}

/// Where an answer is, in bytes after the contents.
#[derive(Debug, Serialize, Deserialize)]
struct Place {
    query: Query,
    at: u64,
    len: usize,
    hash: Hash,
}

impl Front {
    /// Opens the page of a data folder, if its contents are whole, of this journal position and nothing is to
    /// be erased today.
    pub fn read(folder: &Path, head: Head, today: NaiveDate) -> Option<Self> {
        let file = fs::File::open(folder.join(NAME)).ok()?;
        let mut begin = [0; BEGIN];
        file.read_exact_at(&mut begin, 0).ok()?;
        let (check, length) = begin.split_at_checked(64)?;
        let length = usize::from_str_radix(str::from_utf8(length).ok()?, 16).ok()?;
        let json = piece(&file, BEGIN as u64, length)?;
        if Hash::of(&json).to_string().as_bytes() != check {
            return None;
        }
        let contents: Contents = serde_json::from_slice(&json).ok()?;
        let fresh = contents.until.is_none_or(|day| today < day);
        let front = Self {
            contents,
            file,
            begin: (BEGIN + length) as u64,
        };
        (fresh && front.contents.schema == SCHEMA && front.at(head)).then_some(front)
    }

    /// Whether it was made for this journal position.
    pub fn at(&self, head: Head) -> bool {
        self.contents.seq == head.seq && self.contents.hash == head.hash
    }

    /// The answer, if it is on the page and whole.
    pub fn answer(&self, query: &Query) -> Option<Answer> {
        let mut places = self.contents.answers.iter();
        let place = places.find(|place| place.query == *query)?;
        let json = piece(&self.file, self.begin.checked_add(place.at)?, place.len)?;
        // Proved to be UTF-8 at once, not string by string.
        let json = str::from_utf8(&json)
            .ok()
            .filter(|it| Hash::of(it.as_bytes()) == place.hash)?;
        serde_json::from_str(json).ok()
    }

    /// Makes the page anew: Home of a day, the secretariat, and some documents. It is not synced, for it is checked
    /// when it is read.
    pub fn write(
        folder: &Path,
        store: &mut Store,
        today: NaiveDate,
        docs: &[DocId],
    ) -> Result<(), Error> {
        let page = page(store, today, docs)?;
        if page.len() <= LARGEST {
            put(folder, &page).map_err(|error| Error::Disk(error.to_string()))?;
        }
        Ok(())
    }

    /// Removes the page.
    pub fn remove(folder: &Path) {
        let _ = fs::remove_file(folder.join(NAME));
        let _ = fs::remove_file(folder.join("front.json.new"));
    }
}

/// Some bytes of the file; `None` when it does not have them, or they are too many.
fn piece(file: &fs::File, at: u64, length: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; (length <= LARGEST).then_some(length)?];
    file.read_exact_at(&mut bytes, at).ok()?;
    Some(bytes)
}

/// The file's bytes.
fn page(store: &mut Store, today: NaiveDate, docs: &[DocId]) -> Result<Vec<u8>, Error> {
    let (mut places, mut bytes) = (Vec::new(), Vec::new());
    for (query, answer) in answers(store, today, docs)? {
        let json = written(&answer)?;
        places.push(Place {
            query,
            at: bytes.len() as u64,
            len: json.len(),
            hash: Hash::of(&json),
        });
        bytes.extend(json);
    }
    let contents = written(&Contents {
        schema: SCHEMA,
        seq: store.applied,
        hash: store.hash,
        answers: places,
        until: store.stays()?.into_iter().filter_map(|row| row.2).min(),
    })?;
    let begin = format!("{}{:08x}", Hash::of(&contents), contents.len());
    Ok([begin.as_bytes(), &contents, &bytes].concat())
}

fn written(what: &impl Serialize) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(what).map_err(|error| Error::Damaged(error.to_string()))
}

/// What is on the page.
fn answers(
    store: &mut Store,
    today: NaiveDate,
    docs: &[DocId],
) -> Result<Vec<(Query, Answer)>, Error> {
    let home = Query::Home { today };
    let mut answers = vec![(home, Answer::Home(store.home(today)?))];
    let mut wanted = vec![DocId::Secretariat];
    wanted.extend(docs.iter().filter(|id| **id != DocId::Secretariat));
    for id in wanted {
        let (doc, read_only) = store.doc(id)?;
        if doc.keys().len() > 4000 {
            continue;
        }
        let answer = Answer::Doc {
            id,
            doc: doc.as_ref().clone(),
            seq: store.applied,
            read_only: read_only.is_some(),
        };
        answers.push((Query::Doc(id), answer));
    }
    answers.extend(labels(&answers));
    Ok(answers)
}

/// Puts the page in place of the last one.
fn put(folder: &Path, page: &[u8]) -> io::Result<()> {
    let (fresh, path) = (folder.join("front.json.new"), folder.join(NAME));
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&fresh)?;
    file.write_all(page)?;
    drop(file);
    fs::rename(fresh, path)
}

/// What the labels of the meetings on the page name, so that one can be opened by its label.
fn labels(answers: &[(Query, Answer)]) -> Vec<(Query, Answer)> {
    let docs = answers.iter().filter_map(|(_, answer)| match answer {
        Answer::Doc { id, doc, .. } => Some((*id, doc)),
        _ => None,
    });
    let secretariat = docs.clone().find_map(|(_, doc)| match doc {
        Doc::Secretariat(secretariat) => Some(secretariat),
        _ => None,
    });
    let label = |id: Id| {
        docs.clone()
            .find_map(|(network, doc)| match (network, doc) {
                (DocId::Network(network), Doc::Network(doc)) => {
                    let meeting = doc.meetings.get(&id)?;
                    Some(meeting.label(secretariat?.label(network)))
                }
                _ => None,
            })
    };
    docs.clone()
        .filter_map(|(id, _)| match id {
            DocId::Meeting(id) => {
                let found = Answer::Resolved(Some(Reference::Meeting(id)));
                Some((Query::Resolve(label(id)?), found))
            }
            _ => None,
        })
        .collect()
}
