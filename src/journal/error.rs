//! What can go wrong with the journal, in sentences: what happened, what was kept, what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::batch::Seq;

/// A journal operation that did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another batch was appended first; the caller rebases and offers again.
    #[error(
        "the journal is at {head}, the change was made for {expected}; nothing was written; rebase and offer it again"
    )]
    Conflict {
        /// The position the caller expected.
        expected: Seq,
        /// The position the journal is at.
        head: Seq,
    },
    /// The disk did not take what was to be written.
    #[error(
        "the journal could not be written in {}: {source}; {kept} changes are kept in memory and NOT saved; make room or mend the disk, it is tried again with the next change", folder.display()
    )]
    Write {
        /// The journal's folder.
        folder: PathBuf,
        /// Batches that only memory holds.
        kept: usize,
        /// What the system said.
        source: io::Error,
    },
    /// The disk took the bytes but would not promise to keep them.
    #[error(
        "the disk did not confirm what was written in {}: {source}; everything since the last confirmation is kept in memory and is written to a new file; check the disk", folder.display()
    )]
    Sync {
        /// The journal's folder.
        folder: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file was given up after a fault and what was not confirmed went to a new one.
    #[error(
        "writing the journal failed ({reason}); everything is kept, in a new file{}; check the disk", if *.freed { ", using the reserve space: the disk is full, make room" } else { "" }
    )]
    Moved {
        /// What the system said about the old file.
        reason: String,
        /// The reserve file was given back to a full disk.
        freed: bool,
    },
    /// A line that is not the next one of the journal this is a copy of.
    #[error(
        "a line does not continue this copy of the journal; it was not taken in; the copy is fetched again"
    )]
    Foreign,
    /// A file operation outside writing and syncing batches failed.
    #[error("could not {doing} {}: {source}; nothing in the journal was changed; check the disk and the folder's permissions", path.display())]
    File {
        /// What was attempted.
        doing: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder is on a file system that several machines share.
    #[error(
        "{} is on a network file system ({kind}), where a change can be lost without an error; nothing was written; choose a folder on a local disk with --data", path.display()
    )]
    Network {
        /// The folder.
        path: PathBuf,
        /// The file system's name.
        kind: String,
    },
    /// A batch could not be put into JSON.
    #[error("a change could not be written as JSON: {0}; nothing was written; please report this")]
    Encode(#[from] serde_json::Error),
}

impl Error {
    /// Wraps a failed file operation.
    pub(super) fn file(doing: &'static str, path: &Path, source: io::Error) -> Self {
        Self::File {
            doing,
            path: path.to_owned(),
            source,
        }
    }
}

/// What is wrong at a place in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The line is not a journal line.
    Unreadable,
    /// The header's bytes do not match their hash.
    Head,
    /// The content does not match the hash in its header; the header is whole.
    Body,
    /// The file ends inside a line, or the last line has no end.
    Torn,
    /// The header does not name the one before it.
    Chain,
    /// The index at the end of a sealed file is damaged; it is derived, no batch is lost by it.
    Index,
    /// Bytes of a sealed file were damaged and put right from the spare block while reading.
    Mended,
    /// Part of a sealed file cannot be unpacked.
    Packed,
    /// The file cannot be read.
    File(String),
    /// No file holds these batches.
    Missing(Seq, Seq),
    /// The journal ends before what was confirmed as saved.
    Cut(Seq),
    /// Whole by its hashes, but of a form this program does not know.
    Newer,
}

/// A damaged place, named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The file's name in the journal folder.
    pub file: String,
    /// Line in the (unpacked) file, from 1; 0 where lines do not apply.
    pub line: u64,
    /// Bytes from the start of the (unpacked) file.
    pub offset: u64,
    /// The batch concerned, where it is known or follows from its neighbours.
    pub seq: Option<Seq>,
    /// What is wrong.
    pub what: What,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, " line {} (byte {})", self.line, self.offset)?;
        } else if self.offset > 0 {
            write!(f, " byte {}", self.offset)?;
        }
        if let Some(seq) = self.seq {
            write!(f, ", batch {seq}")?;
        }
        match &self.what {
            What::Unreadable => f.write_str(": the line is damaged and cannot be read"),
            What::Head => f.write_str(": the header is damaged"),
            What::Body => f.write_str(": the content is damaged, the header is whole"),
            What::Torn => f.write_str(": the last line is incomplete"),
            What::Chain => {
                f.write_str(": the chain is broken, the batch before is not the one named")
            }
            What::Index => f.write_str(": the index is damaged; no batch is lost"),
            What::Mended => {
                f.write_str(": damaged bytes, put right while reading; no batch is lost")
            }
            What::Packed => f.write_str(": this part cannot be unpacked"),
            What::File(why) => write!(f, ": the file cannot be read: {why}"),
            What::Missing(first, last) if first == last => write!(f, ": batch {first} is missing"),
            What::Missing(first, last) => write!(f, ": batches {first} to {last} are missing"),
            What::Cut(saved) => write!(
                f,
                ": the journal ends before batch {saved}, which was saved"
            ),
            What::Newer => f.write_str(": written by a newer program; kept, not read"),
        }
    }
}

/// The outcome of verifying the whole journal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Files looked at.
    pub files: usize,
    /// Batches proven whole (erased ones count).
    pub batches: u64,
    /// Of these, those whose content was removed or replaced on purpose.
    pub erased: u64,
    /// First batch proven whole.
    pub first: Seq,
    /// Last batch proven whole.
    pub last: Seq,
    /// Damaged places, in the order of the journal.
    pub damages: Vec<Damage>,
    /// Names of files with fragments that were set aside, never acknowledged as saved.
    pub torn: Vec<String>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.damages.is_empty()
    }
}
