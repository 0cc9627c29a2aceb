//! Batches into documents, and documents into sled: applied at once in memory, written in larger steps.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::shelf::{Shelf, Writes};
use super::{Error, SCHEMA, Store, keys};
use crate::domain::batch::{Batch, Hash, Seq};
use crate::domain::fold::{Doc, Outcome};
use crate::domain::id::Id;
use crate::domain::op::{DocId, DocOp};
use crate::domain::record::RecordKey;
use crate::journal::{Damage, Head, Past};

/// Documents in memory from which a long replay is written in between.
const CROWD: usize = 96;

/// What sled includes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct State {
    pub schema: u32,
    pub seq: Seq,
    pub hash: Hash,
}

/// A document as the database has it: what is only in memory yet is missing.
pub(super) fn stored(shelf: &Shelf, id: DocId) -> Result<Doc, Error> {
    let mut doc = Doc::empty(id);
    for (_, value) in shelf.whole(&keys::records(id))? {
        doc.decode(&value)
            .map_err(|error| Error::Damaged(error.to_string()))?;
    }
    Ok(doc)
}

impl Store {
    /// A document's state, and the first op of a newer program in it.
    pub fn doc(&mut self, id: DocId) -> Result<(Arc<Doc>, Option<Seq>), Error> {
        if let Some(held) = self.cache.get(id) {
            return Ok((Arc::clone(&held.doc), held.read_only));
        }
        let doc = stored(&self.shelf, id)?;
        let flag = self.shelf.get(&keys::read_only(id))?;
        let read_only = flag
            .and_then(|bytes| bytes.try_into().ok())
            .map(u64::from_be_bytes);
        if self.cache.len() > CROWD {
            self.cache.trim();
        }
        Ok((self.cache.insert(id, doc, read_only), read_only))
    }

    /// Applies a batch: [`Store::settle`] writes it.
    pub fn apply(&mut self, batch: &Batch, hash: Hash) -> Result<(), Error> {
        let header = &batch.header;
        for op in batch.effects() {
            self.apply_op(op, header.seq)?;
        }
        let counter = self.counter(header.session)?.max(header.counter);
        self.counters.insert(header.session, counter);
        self.applied = header.seq;
        self.hash = hash;
        self.recent.push(batch);
        Ok(())
    }

    fn apply_op(&mut self, op: &DocOp, seq: Seq) -> Result<(), Error> {
        if self.cache.get(op.doc).is_none() {
            self.doc(op.doc)?;
        }
        let Some(held) = self.cache.get(op.doc) else {
            return Ok(());
        };
        if Arc::make_mut(&mut held.doc).apply(&op.op) == Outcome::Unknown {
            held.read_only.get_or_insert(seq);
            held.dirty.insert(RecordKey {
                table: 0,
                id: Id::default(),
            });
        }
        held.dirty.extend(op.op.touched());
        Ok(())
    }

    /// Writes what was applied: records, indexes, counters and the position, all or nothing.
    pub fn settle(&mut self) -> Result<(), Error> {
        if !self.unsettled() {
            return Ok(());
        }
        let mut writes = Writes::default();
        let (mut meetings, mut actions) = (BTreeSet::new(), BTreeSet::new());
        for id in self.cache.dirty() {
            let Some(held) = self.cache.get(id) else {
                continue;
            };
            let (doc, touched) = (Arc::clone(&held.doc), held.dirty.clone());
            if let Some(seq) = held.read_only {
                writes.put(keys::read_only(id), seq.to_be_bytes().to_vec());
            }
            for key in &touched {
                writes.set(keys::record(id, *key), doc.encode(*key));
            }
            self.concerned(id, &doc, &touched, &mut writes, &mut meetings, &mut actions)?;
        }
        self.index(&meetings, &actions, &mut writes)?;
        for (session, counter) in &self.counters {
            writes.put(keys::session(*session), counter.to_be_bytes().to_vec());
        }
        let state = State {
            schema: SCHEMA,
            seq: self.applied,
            hash: self.hash,
        };
        let state = serde_json::to_vec(&state).map_err(|error| Error::Disk(error.to_string()))?;
        writes.put(vec![keys::STATE], state);
        self.shelf.commit(writes)?;
        self.counters.clear();
        self.stored = self.applied;
        self.cache.clean();
        for meeting in meetings {
            self.refresh(meeting)?;
        }
        for (network, action) in actions {
            self.refresh_action(network, action)?;
        }
        Ok(())
    }

    /// Replays what the journal has and this does not. Damaged journal lines are returned.
    pub fn catch_up(&mut self, log: &dyn Past) -> Result<Vec<Damage>, Error> {
        let Head { seq, hash, .. } = log.head();
        if self.applied > seq {
            return Err(Error::Damaged("it is ahead of the journal".into()));
        }
        if self.applied == seq {
            return match self.hash == hash {
                true => Ok(Vec::new()),
                false => Err(Error::Damaged("it is of another journal".into())),
            };
        }
        let mut failed = None;
        let mut previous = Some(self.hash);
        let damages = log.read(self.applied + 1, &mut |batch| {
            let follows = previous.take().is_none_or(|hash| {
                batch.header.prev == hash || batch.header.seq != self.applied + 1
            });
            let done = if follows {
                self.replay(&batch)
            } else {
                Err(Error::Damaged("it is of another journal".into()))
            };
            match done {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    failed = Some(error);
                    ControlFlow::Break(())
                }
            }
        })?;
        if let Some(error) = failed {
            return Err(error);
        }
        (self.applied, self.hash) = (seq, hash);
        self.settle()?;
        Ok(damages)
    }

    fn replay(&mut self, batch: &Batch) -> Result<(), Error> {
        let json = serde_json::to_vec(&batch.header).unwrap_or_default();
        self.apply(batch, Hash::of(&json))?;
        if self.cache.len() > CROWD {
            self.settle()?;
        }
        Ok(())
    }
}
