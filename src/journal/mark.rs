//! The mark: how far the journal was durable when it was last closed, and the digest of the file then being written.
//!
//! With it a start after a clean end hashes one file instead of proving its lines, and an end that was cut off
//! cleanly is noticed.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::Error;
use super::segment::{self, Segment};
use super::{Head, Journal, disk};
use crate::domain::batch::Hash;

const NAME: &str = "mark";

/// What the file holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Mark {
    pub head: Head,
    pub received: i64,
    /// The file being written, if its every line was proven whole.
    pub active: Option<Digest>,
}

/// A file as it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Digest {
    pub file: String,
    pub hash: Hash,
}

impl Mark {
    /// The mark of a folder, if there is one that can be read.
    pub fn read(folder: &Path) -> Option<Self> {
        let bytes = std::fs::read(folder.join(NAME)).ok()?;
        let (check, json) = bytes.split_at_checked(64)?;
        (Hash::of(json).to_string().as_bytes() == check)
            .then(|| serde_json::from_slice(json).ok())
            .flatten()
    }

    /// The length of the last file, if all but that are sealed, none is missing, and it is as it was at the mark.
    pub fn proves(&self, folder: &Path, segments: &[Segment]) -> Option<u64> {
        let digest = self.active.as_ref()?;
        let (active, sealed) = segments.split_last()?;
        let mut next = 1;
        for segment in sealed {
            if segment.first != next {
                return None;
            }
            next = segment.last? + 1;
        }
        if active.first != next || active.last.is_some() || active.name() != digest.file {
            return None;
        }
        let (hash, length) = segment::digest(folder, active).ok()?;
        (hash == digest.hash).then_some(length)
    }
}

impl Journal {
    /// Makes everything durable and notes it, so that the next start need not. The journal may go on after it.
    pub fn close(&mut self) -> Result<(), Error> {
        self.settle()?;
        self.syncer().sync()?;
        if self.durable() != self.head.seq || self.head.seq == 0 {
            return Ok(());
        }
        let active = self.active.as_ref().and(self.segments.last());
        let active = active.and_then(|segment| {
            let (hash, _) = segment::digest(&self.folder, segment).ok()?;
            let file = segment.name();
            Some(Digest { file, hash })
        });
        let mark = Mark {
            head: self.head,
            received: self.received,
            active,
        };
        if Mark::read(&self.folder).as_ref() == Some(&mark) {
            return Ok(());
        }
        let json = serde_json::to_vec(&mark)?;
        let bytes = [Hash::of(&json).to_string().as_bytes(), &json].concat();
        disk::put(self.disk.as_ref(), &self.folder, NAME, &bytes)
    }
}
