//! Reading: segment files in order, the later copy of a batch winning where a file was given up and written anew.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::{Damage, Error, What};
use super::line::{self, Item, Record};
use super::sealed::{Frame, documents};
use super::segment::{self, Loaded, Segment};
use super::{Head, Journal, Past, Visit};
use crate::domain::batch::{Batch, Seq};
use crate::domain::op::DocId;

/// Where in which file a record stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub file: String,
    pub line: u64,
    pub offset: u64,
}

impl Place {
    pub fn damage(&self, seq: Option<Seq>, what: What) -> Damage {
        Damage {
            file: self.file.clone(),
            line: self.line,
            offset: self.offset,
            seq,
            what,
        }
    }
}

type Each<'a> = dyn FnMut(&Record<'_>, &Place) -> ControlFlow<()> + 'a;

struct Walk<'a> {
    each: &'a mut Each<'a>,
    /// Copies whose order against later files is open yet.
    pending: BTreeMap<Seq, (Vec<u8>, Place)>,
    /// Damage where a later file may hold the batch.
    doubtful: Vec<Damage>,
    damages: Vec<Damage>,
}

/// Visits the proven records of some segments in order, each position once; returns the damaged places. Of the last
/// segment `active` bytes count, when it is being written.
pub(super) fn walk<'a>(
    folder: &Path,
    segments: &[Segment],
    active: Option<u64>,
    wanted: &dyn Fn(&Frame) -> bool,
    each: &'a mut Each<'a>,
) -> Vec<Damage> {
    let mut walk = Walk {
        each,
        pending: BTreeMap::new(),
        doubtful: Vec::new(),
        damages: Vec::new(),
    };
    for (number, segment) in segments.iter().enumerate() {
        let later = segments
            .iter()
            .skip(number + 1)
            .map(|later| later.first)
            .min();
        let floor = later.unwrap_or(Seq::MAX).min(segment.first);
        let length = active.filter(|_| number + 1 == segments.len());
        let loaded = segment::load(folder, segment, length, wanted);
        if walk.release(floor).is_break() || walk.file(segment, loaded, later).is_break() {
            return walk.damages;
        }
    }
    let _ = walk.release(Seq::MAX);
    walk.damages.append(&mut walk.doubtful);
    walk.damages
}

impl Walk<'_> {
    /// Hands out the copies below a position that no later file can replace.
    fn release(&mut self, below: Seq) -> ControlFlow<()> {
        while let Some(entry) = self.pending.first_entry() {
            if *entry.key() >= below {
                break;
            }
            let (seq, (bytes, place)) = entry.remove_entry();
            self.doubtful.retain(|damage| damage.seq != Some(seq));
            if let Ok(record) = line::parse(&bytes) {
                (self.each)(&record, &place)?;
            }
        }
        ControlFlow::Continue(())
    }

    fn file(&mut self, segment: &Segment, loaded: Loaded, later: Option<Seq>) -> ControlFlow<()> {
        self.damages.extend(loaded.damages);
        let scan = line::scan(&loaded.bytes);
        let torn = scan.torn.map(|offset| line::torn(scan.found.len(), offset));
        let mut next = segment.first;
        for found in scan.found.into_iter().chain(torn) {
            let place = Place {
                file: segment.name(),
                line: found.line,
                offset: found.offset,
            };
            match found.item {
                Item::Whole(record) => {
                    next = record.link.seq + 1;
                    self.whole(&record, place, later)?;
                }
                Item::Flawed(flaw) => {
                    let seq = match flaw.seq {
                        Some(seq) => seq,
                        None if flaw.unended => next.saturating_sub(1),
                        None => next,
                    };
                    next = if flaw.unended { next } else { seq + 1 };
                    let damage = place.damage(Some(seq), flaw.what);
                    match later {
                        Some(later) if seq >= later => self.doubtful.push(damage),
                        _ => self.damages.push(damage),
                    }
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn whole(&mut self, record: &Record<'_>, place: Place, later: Option<Seq>) -> ControlFlow<()> {
        let seq = record.link.seq;
        if self.pending.is_empty() && later.is_none_or(|later| seq < later) {
            self.doubtful.retain(|damage| damage.seq != Some(seq));
            return (self.each)(record, &place);
        }
        let other = |(bytes, _): &(Vec<u8>, Place)| {
            line::parse(bytes).is_ok_and(|old| old.hash != record.hash)
        };
        if self.pending.get(&seq).is_some_and(other) {
            self.pending.split_off(&seq);
        }
        self.pending.insert(seq, (record.bytes.to_vec(), place));
        ControlFlow::Continue(())
    }
}

/// The journal as it stood at one moment: readable from any thread, while more is appended.
#[derive(Clone)]
pub struct Reader {
    folder: PathBuf,
    segments: Vec<Segment>,
    /// How much of the segment being written counts.
    active: Option<u64>,
    tail: Vec<(Seq, Arc<[u8]>)>,
    head: Head,
}

impl Journal {
    /// What can be read now.
    pub fn reader(&self) -> Reader {
        Reader {
            folder: self.folder.clone(),
            segments: self.segments.clone(),
            active: self.active.as_ref().map(|active| active.len),
            tail: self.tail.iter().cloned().collect(),
            head: self.head,
        }
    }

    /// All batches from a position on; for tests and small journals.
    pub fn batches(&self, from: Seq) -> Result<(Vec<Batch>, Vec<Damage>), Error> {
        let mut batches = Vec::new();
        let damages = self.read(from, &mut |batch| {
            batches.push(batch);
            ControlFlow::Continue(())
        })?;
        Ok((batches, damages))
    }
}

impl Past for Journal {
    fn read(&self, from: Seq, visit: &mut Visit<'_>) -> Result<Vec<Damage>, Error> {
        self.reader().read(from, visit)
    }

    fn read_doc(&self, doc: DocId, from: Seq, visit: &mut Visit<'_>) -> Result<Vec<Damage>, Error> {
        self.reader().read_doc(doc, from, visit)
    }

    fn seq_at(&self, time: i64) -> Result<Seq, Error> {
        self.reader().seq_at(time)
    }

    fn head(&self) -> Head {
        self.head
    }
}

impl Past for Reader {
    fn read(&self, from: Seq, visit: &mut Visit<'_>) -> Result<Vec<Damage>, Error> {
        self.read_batches(None, from, visit)
    }

    fn read_doc(&self, doc: DocId, from: Seq, visit: &mut Visit<'_>) -> Result<Vec<Damage>, Error> {
        self.read_batches(Some(doc), from, visit)
    }

    fn seq_at(&self, time: i64) -> Result<Seq, Error> {
        let mut last = 0;
        let sealed: Vec<&Segment> = self
            .segments
            .iter()
            .filter(|segment| segment.last.is_some())
            .collect();
        let started = sealed.partition_point(|segment| {
            let index = segment::index(&self.folder, segment);
            let frame = index.as_ref().and_then(|index| index.frames.first());
            frame.is_none_or(|frame| frame.from <= time)
        });
        let from = match started {
            0 | 1 => 1,
            more => sealed.get(more - 1).map_or(1, |segment| segment.first),
        };
        self.read_batches(None, from, &mut |batch| {
            if batch.header.received > time {
                return ControlFlow::Break(());
            }
            last = batch.header.seq;
            ControlFlow::Continue(())
        })?;
        Ok(last)
    }

    fn head(&self) -> Head {
        self.head
    }
}

impl Reader {
    fn read_batches(
        &self,
        doc: Option<DocId>,
        from: Seq,
        visit: &mut Visit<'_>,
    ) -> Result<Vec<Damage>, Error> {
        let mut next = from;
        let mut newer = Vec::new();
        let mut each = |record: &Record<'_>, place: &Place| {
            if record.link.seq < next {
                return ControlFlow::Continue(());
            }
            next = record.link.seq + 1;
            if doc.is_some_and(|doc| !documents(record).contains(&doc)) {
                return ControlFlow::Continue(());
            }
            match record.batch() {
                Ok(batch) => visit(batch),
                Err(_) => {
                    newer.push(place.damage(Some(record.link.seq), What::Newer));
                    ControlFlow::Continue(())
                }
            }
        };
        let mut damages = self.walk_from(doc, from, &mut each);
        damages.append(&mut newer);
        Ok(damages)
    }

    /// Visits the records from a position on, also some before it; from memory where possible.
    pub(super) fn walk_from(
        &self,
        doc: Option<DocId>,
        from: Seq,
        each: &mut Each<'_>,
    ) -> Vec<Damage> {
        let mut damages = Vec::new();
        let memory =
            self.tail.first().is_some_and(|(first, _)| *first <= from) || from > self.head.seq;
        if !memory {
            let wanted = |frame: &Frame| {
                frame.last >= from && doc.is_none_or(|doc| frame.docs.contains(&doc))
            };
            let whole = |segment: &&Segment| segment.last.is_none_or(|last| last >= from);
            let segments: Vec<Segment> = self.segments.iter().filter(whole).cloned().collect();
            let mut stopped = false;
            let mut each = |record: &Record<'_>, place: &Place| {
                let flow = each(record, place);
                stopped = flow.is_break();
                flow
            };
            damages = walk(&self.folder, &segments, self.active, &wanted, &mut each);
            if stopped {
                return damages;
            }
        }
        self.walk_memory(each);
        damages
    }

    /// Visits the lines memory holds.
    fn walk_memory(&self, each: &mut Each<'_>) {
        let place = Place {
            file: "memory".to_owned(),
            line: 0,
            offset: 0,
        };
        for (_, bytes) in &self.tail {
            let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
            if line::parse(bytes).is_ok_and(|record| each(&record, &place).is_break()) {
                break;
            }
        }
    }
}
