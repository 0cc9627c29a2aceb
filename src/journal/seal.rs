//! Sealing: packing a finished segment, on any thread, while the journal goes on.

use std::path::PathBuf;
use std::sync::Arc;

use super::disk::{self, Disk};
use super::error::Error;
use super::line::{self, Item, Record};
use super::segment::{self, Segment};
use super::{Journal, sealed};

/// A finished segment to be sealed. Holds no lock and touches only its own file.
pub struct SealJob {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
    segment: Segment,
}

/// The outcome of a [`SealJob`], for [`Journal::install`].
pub struct Sealed {
    plain: Segment,
    /// `None`: the segment is damaged and stays as it is.
    sealed: Option<Segment>,
}

impl SealJob {
    /// Packs the segment into a new file beside it. A damaged segment is left plain, as evidence.
    pub fn run(&self) -> Result<Sealed, Error> {
        let loaded = segment::load(&self.folder, &self.segment, None, |_| true);
        let scan = line::scan(&loaded.bytes);
        let mut records: Vec<Record<'_>> = Vec::with_capacity(scan.found.len());
        let mut whole = scan.torn.is_none() && loaded.damages.is_empty();
        for found in scan.found {
            match found.item {
                Item::Whole(record) => records.push(record),
                Item::Flawed(_) => whole = false,
            }
        }
        let mut sealed = None;
        if whole && let Some(last) = records.last() {
            let segment = Segment {
                ordinal: self.segment.ordinal,
                first: records
                    .first()
                    .map_or(self.segment.first, |record| record.link.seq),
                last: Some(last.link.seq),
            };
            let name = segment.name();
            let packed = sealed::pack(&records)
                .map_err(|e| Error::file("pack", &self.folder.join(&name), e))?;
            if let Some(packed) = packed {
                disk::put(self.disk.as_ref(), &self.folder, &name, &packed)?;
                sealed = Some(segment);
            }
        }
        Ok(Sealed {
            plain: self.segment.clone(),
            sealed,
        })
    }
}

impl Journal {
    /// The finished segments that may be sealed now: durable, not written any more, not damaged.
    pub fn seal_jobs(&self) -> Vec<SealJob> {
        let durable = self.durable() == self.head.seq;
        let writing = usize::from(self.active.is_some());
        let finished = self.segments.len().saturating_sub(writing);
        let candidates = self
            .segments
            .iter()
            .take(if durable { finished } else { 0 });
        candidates
            .filter(|segment| segment.last.is_none() && !self.unsealable.contains(&segment.ordinal))
            .map(|segment| SealJob {
                folder: self.folder.clone(),
                disk: Arc::clone(&self.disk),
                segment: segment.clone(),
            })
            .collect()
    }

    /// Takes a sealed segment into use and removes the plain file, whose content it has.
    pub fn install(&mut self, done: Sealed) -> Result<(), Error> {
        let Some(sealed) = done.sealed else {
            self.unsealable.push(done.plain.ordinal);
            return Ok(());
        };
        let Some(place) = self
            .segments
            .iter_mut()
            .find(|segment| **segment == done.plain)
        else {
            return Ok(());
        };
        *place = sealed;
        let path = self.folder.join(done.plain.name());
        self.disk
            .remove(&path)
            .map_err(|e| Error::file("remove", &path, e))
    }

    /// Seals everything that may be sealed, here and now; how many segments.
    pub fn seal(&mut self) -> Result<usize, Error> {
        let jobs = self.seal_jobs();
        for job in &jobs {
            let done = job.run()?;
            self.install(done)?;
        }
        Ok(jobs.len())
    }
}
