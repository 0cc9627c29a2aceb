//! What the journal tells of a position: which documents changed after it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::batch::{Hash, Seq};
use crate::domain::op::DocId;

/// A position of the journal, and the hash of the header there: in another journal it is another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The last batch, 0 where there is none.
    pub seq: Seq,
    /// Hash of its header.
    pub hash: Hash,
}

/// What changed after a position.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// Where the journal is now; its beginning while somebody's data is being erased, for then documents change that no
    /// op names.
    pub at: Position,
    /// The documents; `None` where it cannot be said: the position is the beginning or of another journal, something
    /// was erased since, or not all of it can be read.
    pub docs: Option<BTreeSet<DocId>>,
}
