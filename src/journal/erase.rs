//! Removing and replacing content: bodies go, headers and the chain stay. The only code that rewrites segment files.

use super::disk;
use super::error::{Error, What};
use super::line::{self, Item, Record};
use super::segment::{self, Segment};
use super::{Journal, sealed};
use crate::domain::batch::{Batch, Body};

/// What becomes of one batch's content.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It stays.
    Keep,
    /// It goes.
    Erase,
    /// This takes its place, under a hash of its own.
    Replace(Body),
}

/// What a rewriting did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rewritten {
    /// Batches whose content went or was replaced.
    pub batches: u64,
    /// Damaged lines and packed files that stand as they were: nobody can say what is in them.
    pub unread: u64,
}

impl Journal {
    /// Lets `judge` decide on every batch, in all segments. Each file is replaced whole or stays; after an error it is
    /// safe to run again. Fragments set aside at earlier starts are removed.
    pub fn rewrite(&mut self, judge: &dyn Fn(&Batch) -> Verdict) -> Result<Rewritten, Error> {
        self.settle()?;
        self.syncer().sync()?;
        // The next append begins a new file: a file being written is never replaced.
        self.active = None;
        self.tail.clear();
        for sealed in segment::list(&self.folder)?.unfinished {
            // Sealed, but the plain file could not be removed then.
            if self.segments.contains(&sealed) {
                let path = self.folder.join(
                    Segment {
                        last: None,
                        ..sealed
                    }
                    .name(),
                );
                self.disk
                    .remove(&path)
                    .map_err(|e| Error::file("remove", &path, e))?;
            }
        }
        let mut done = Rewritten::default();
        for segment in self.segments.clone() {
            self.rewrite_segment(&segment, judge, &mut done)?;
        }
        if done.batches > 0 {
            for name in segment::list(&self.folder)?.torn {
                let path = self.folder.join(name);
                self.disk
                    .remove(&path)
                    .map_err(|e| Error::file("remove", &path, e))?;
            }
        }
        Ok(done)
    }

    fn rewrite_segment(
        &self,
        segment: &Segment,
        judge: &dyn Fn(&Batch) -> Verdict,
        done: &mut Rewritten,
    ) -> Result<(), Error> {
        let loaded = segment::load(&self.folder, segment, None, |_| true);
        if loaded
            .damages
            .iter()
            .any(|damage| !matches!(damage.what, What::Index | What::Mended))
        {
            done.unread += 1;
            return Ok(());
        }
        let scan = line::scan(&loaded.bytes);
        let (mut out, mut changed) = (Vec::with_capacity(loaded.bytes.len()), 0);
        let mut copied = 0usize;
        for found in &scan.found {
            let Item::Whole(record) = &found.item else {
                done.unread += 1;
                continue;
            };
            let Some(line) = replacement(record, judge)? else {
                continue;
            };
            // Everything between changed lines goes over byte by byte, damaged or not.
            let at = found.offset as usize;
            out.extend_from_slice(loaded.bytes.get(copied..at).unwrap_or_default());
            out.extend_from_slice(line.strip_suffix(b"\n").unwrap_or(&line));
            copied = at + record.bytes.len();
            changed += 1;
        }
        if changed == 0 {
            return Ok(());
        }
        out.extend_from_slice(loaded.bytes.get(copied..).unwrap_or_default());
        let name = segment.name();
        let bytes = match segment.last {
            Some(_) => {
                repack(&out).map_err(|e| Error::file("pack", &self.folder.join(&name), e))?
            }
            None => out,
        };
        disk::put(self.disk.as_ref(), &self.folder, &name, &bytes)?;
        done.batches += changed;
        Ok(())
    }
}

fn repack(lines: &[u8]) -> std::io::Result<Vec<u8>> {
    let found = line::scan(lines).found.into_iter();
    let records: Vec<Record<'_>> = found
        .filter_map(|found| match found.item {
            Item::Whole(record) => Some(record),
            Item::Flawed(_) => None,
        })
        .collect();
    Ok(sealed::pack(&records)?.unwrap_or_default())
}

fn replacement(
    record: &Record<'_>,
    judge: &dyn Fn(&Batch) -> Verdict,
) -> Result<Option<Vec<u8>>, Error> {
    let Ok(batch) = record.batch() else {
        return Ok(None);
    };
    Ok(match judge(&batch) {
        Verdict::Keep => None,
        Verdict::Erase if batch.body.is_none() => None,
        Verdict::Erase => Some(line::erased(record)),
        Verdict::Replace(body) if batch.body.as_ref() == Some(&body) => None,
        Verdict::Replace(body) => Some(line::redacted(record, &body)?),
    })
}
