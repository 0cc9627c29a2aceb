//! The front page: the answers of the first screen in one small file, so that it can be painted while sled opens.
//! Derived, checked, and valid only at the journal position it was made for.

use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use super::{Error, SCHEMA, Store};
use crate::domain::batch::{Hash, Seq};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Query, Reference};
use crate::journal::Head;

const NAME: &str = "front.json";
/// A document with more than so many bytes is not put on the page.
const LARGE: usize = 512 * 1024;

/// Answers ready before the database is open; read when they are asked for.
#[derive(Debug, Serialize, Deserialize)]
pub struct Front {
    schema: u32,
    seq: Seq,
    hash: Hash,
    answers: Vec<(Query, Box<RawValue>)>,
    /// The day on which something on it may be to be erased: from then on it is not shown.
    #[serde(default)]
    until: Option<NaiveDate>,
}

impl Front {
    /// Reads the page of a data folder, if it is whole, of this journal position and nothing is to
    /// be erased today.
    pub fn read(folder: &Path, head: Head, today: NaiveDate) -> Option<Self> {
        let bytes = fs::read(folder.join(NAME)).ok()?;
        let (check, json) = bytes.split_at_checked(64)?;
        if Hash::of(json).to_string().as_bytes() != check {
            return None;
        }
        let front: Self = serde_json::from_slice(json).ok()?;
        let fresh = front.until.is_none_or(|day| today < day);
        (fresh && front.schema == SCHEMA && front.at(head)).then_some(front)
    }

    /// Whether it was made for this journal position.
    pub fn at(&self, head: Head) -> bool {
        self.seq == head.seq && self.hash == head.hash
    }

    /// The answer, if it is on the page.
    pub fn answer(&self, query: &Query) -> Option<Answer> {
        let mut answers = self.answers.iter();
        let (_, answer) = answers.find(|(known, _)| known == query)?;
        serde_json::from_str(answer.get()).ok()
    }

    /// Makes the page: Home of a day, the secretariat, and some documents.
    pub fn make(store: &mut Store, today: NaiveDate, docs: &[DocId]) -> Result<Self, Error> {
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
        let written = |(query, answer)| Ok((query, to_raw_value(&answer)?));
        let answers: serde_json::Result<_> = answers.into_iter().map(written).collect();
        Ok(Self {
            schema: SCHEMA,
            seq: store.applied,
            hash: store.hash,
            answers: answers.map_err(|error| Error::Damaged(error.to_string()))?,
            until: store.stays()?.into_iter().filter_map(|row| row.2).min(),
        })
    }

    /// Writes the page; it is not synced, for it is checked when it is read.
    pub fn write(&self, folder: &Path) -> std::io::Result<()> {
        let json = serde_json::to_vec(self)?;
        if json.len() > 8 * LARGE {
            return Ok(());
        }
        let (fresh, path) = (folder.join("front.json.new"), folder.join(NAME));
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&fresh)?;
        file.write_all(Hash::of(&json).to_string().as_bytes())?;
        file.write_all(&json)?;
        drop(file);
        fs::rename(fresh, path)
    }

    /// Removes the page.
    pub fn remove(folder: &Path) {
        let _ = fs::remove_file(folder.join(NAME));
        let _ = fs::remove_file(folder.join("front.json.new"));
    }
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
