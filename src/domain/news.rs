//! What a program tells everybody of itself and no person did. Which it is, is said in the reader's
//! language; the detail is for those who mend the machine.

use serde::{Deserialize, Serialize};

use crate::choice;

choice! {
    /// Which.
    NewsKind {
        /// The database is damaged and being built again.
        Rebuilding = "rebuilding",
        /// It was built again.
        Rebuilt = "rebuilt",
        /// The database can't be used.
        Database = "database",
        /// A place of the journal is damaged.
        Damaged = "damaged",
        /// An incomplete last line of the journal was set aside.
        Torn = "torn",
        /// The journal could not be written.
        Unwritten = "unwritten",
        /// The disk did not confirm what was written.
        Unconfirmed = "unconfirmed",
        /// Writing failed and went on in a new file.
        Moved = "moved",
        /// The file of what waits to be sent could not be written.
        Pending = "pending",
        /// Nobody else can attach.
        Alone = "alone",
        /// An erasure is not finished.
        Erasing = "erasing",
        /// The copy of a secretariat elsewhere could not be kept.
        Copy = "copy",
        /// Something is wrong with the disk of the machine that holds the folder.
        Elsewhere = "elsewhere",
    }
}

/// A piece of news.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// Which.
    pub kind: NewsKind,
    /// What the system said, or where.
    pub detail: String,
}

impl News {
    /// News with what the system said.
    pub fn new(kind: NewsKind, detail: impl ToString) -> Self {
        Self {
            kind,
            detail: detail.to_string(),
        }
    }
}
