//! Documents in memory: the ones read last, and those with changes not yet written.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::domain::batch::Seq;
use crate::domain::fold::Doc;
use crate::domain::op::DocId;
use crate::domain::record::RecordKey;

/// Clean documents kept.
const KEPT: usize = 48;

/// A document in memory.
pub struct Held {
    pub doc: Arc<Doc>,
    /// The first op of a newer program.
    pub read_only: Option<Seq>,
    /// Records changed since they were last written.
    pub dirty: BTreeSet<RecordKey>,
    used: u64,
}

/// The documents held.
#[derive(Default)]
pub struct Cache {
    held: HashMap<DocId, Held>,
    clock: u64,
}

impl Cache {
    pub fn get(&mut self, id: DocId) -> Option<&mut Held> {
        self.clock += 1;
        let clock = self.clock;
        let held = self.held.get_mut(&id)?;
        held.used = clock;
        Some(held)
    }

    pub fn insert(&mut self, id: DocId, doc: Doc, read_only: Option<Seq>) -> Arc<Doc> {
        self.clock += 1;
        let doc = Arc::new(doc);
        let held = Held {
            doc: Arc::clone(&doc),
            read_only,
            dirty: BTreeSet::new(),
            used: self.clock,
        };
        self.held.insert(id, held);
        doc
    }

    /// Documents with changes not yet written.
    pub fn dirty(&self) -> Vec<DocId> {
        let mut dirty: Vec<DocId> = self
            .held
            .iter()
            .filter(|(_, held)| !held.dirty.is_empty())
            .map(|(id, _)| *id)
            .collect();
        dirty.sort_unstable();
        dirty
    }

    /// How many documents are held.
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Marks everything as written and forgets the documents used longest ago.
    pub fn clean(&mut self) {
        for held in self.held.values_mut() {
            held.dirty.clear();
        }
        self.trim();
    }

    /// Forgets clean documents over the limit, those used longest ago first.
    pub fn trim(&mut self) {
        if self.held.len() <= KEPT {
            return;
        }
        let mut used: Vec<u64> = self.held.values().map(|held| held.used).collect();
        used.sort_unstable_by(|left, right| right.cmp(left));
        let oldest = used.get(KEPT - 1).copied().unwrap_or(0);
        self.held
            .retain(|_, held| held.used >= oldest || !held.dirty.is_empty());
    }
}
