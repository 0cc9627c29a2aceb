//! Files of the person's own: read where the person is, or written there.

use serde::{Deserialize, Serialize};

use crate::domain::bytes::Bytes;
use crate::domain::id::Id;

/// A file that an annex names, and where it is to go.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Save {
    /// The meeting.
    pub meeting: Id,
    /// The annex.
    pub annex: Id,
    /// The content's hash.
    pub file: String,
    /// The file's own name.
    pub name: String,
    /// A path as typed, of the file to write or of a folder.
    pub to: String,
    /// What to write instead of a kept file's content: a document made here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Bytes>,
}

/// A document made again is the same file, though another moment stands in it then: a command that
/// is run again with the answer must not ask anew.
impl PartialEq for Save {
    fn eq(&self, other: &Self) -> bool {
        let of = |save: &Self| (save.meeting, save.annex, save.content.is_some());
        let words = |save: &Self| [&save.file, &save.name, &save.to].map(String::clone);
        of(self) == of(other) && words(self) == words(other)
    }
}

/// Files made here, and the folder they are to lie in.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Bundle {
    /// A path as typed, of the folder; one that is not there is made.
    pub to: String,
    /// Each file's name and content.
    pub files: Vec<(String, Bytes)>,
}

/// Mails made again are the same files, though each has other boundaries then.
impl PartialEq for Bundle {
    fn eq(&self, other: &Self) -> bool {
        let names = |bundle: &Self| {
            let names = bundle.files.iter().map(|(name, _)| name.clone());
            names.collect::<Vec<_>>()
        };
        self.to == other.to && names(self) == names(other)
    }
}

/// A file of the person's own, as far as it could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gathered {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub content: Bytes,
    /// Why it could not be read; empty when it could.
    pub wrong: String,
}
