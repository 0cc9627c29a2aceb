//! Lines as they stand: handed to a copy of the journal elsewhere, and taken in there. A copy proves every line and
//! the chain before it keeps it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use super::lean::Line;
use super::line::{self, Record};
use super::read::Place;
use super::{Error, Head, Journal};
use crate::domain::batch::{Batch, Hash, Seq};

/// Lines that follow one another, for a copy.
#[derive(Debug, Default)]
pub struct Piece {
    /// In order.
    pub lines: Vec<Line>,
    /// The last line's place and hash; of nothing where there is none.
    pub head: Head,
}

impl Piece {
    fn take(&mut self, line: Line, record: &Record<'_>) {
        self.lines.push(line);
        self.head = Head {
            seq: record.link.seq,
            hash: record.hash,
            epoch: record.link.epoch,
        };
    }
}

impl Journal {
    /// The lines after a position: as many as fit in so many bytes, and at least one if there is any; none beyond a
    /// place where one is missing.
    pub fn lines(&self, after: Seq, most: usize) -> Piece {
        let (mut piece, mut bytes) = (Piece::default(), 0);
        let mut next = after + 1;
        let mut each = |record: &Record<'_>, _: &Place| {
            if record.link.seq < next {
                return ControlFlow::Continue(());
            }
            bytes += record.bytes.len();
            let full = bytes > most && !piece.lines.is_empty();
            match Line::of(record).filter(|_| !full && record.link.seq == next) {
                Some(line) => piece.take(line, record),
                None => return ControlFlow::Break(()),
            }
            next += 1;
            ControlFlow::Continue(())
        };
        self.reader().walk_from(None, after + 1, &mut each);
        piece
    }

    /// The line appended last.
    pub fn last_line(&self) -> Piece {
        let mut piece = Piece::default();
        let bytes = self.tail.back().map(|(_, bytes)| bytes.as_ref());
        let record = bytes.and_then(|it| line::parse(it.strip_suffix(b"\n").unwrap_or(it)).ok());
        if let Some(record) = record
            && let Some(line) = Line::of(&record)
        {
            piece.take(line, &record);
        }
        piece
    }

    /// The hash of the header at a position; `None` when there is none.
    pub fn hash_at(&self, seq: Seq) -> Option<Hash> {
        if seq == self.head.seq {
            return Some(self.head.hash);
        }
        if seq == 0 {
            return Some(Hash::default());
        }
        let mut hash = None;
        self.reader()
            .walk_from(None, seq, &mut |record: &Record<'_>, _| {
                if record.link.seq < seq {
                    return ControlFlow::Continue(());
                }
                hash = (record.link.seq == seq).then_some(record.hash);
                ControlFlow::Break(())
            });
        hash
    }

    /// The hashes of the headers at some positions, as far as they are there.
    pub fn heads_at(&self, seqs: BTreeSet<Seq>) -> BTreeMap<Seq, Hash> {
        let mut heads = BTreeMap::new();
        if seqs.contains(&0) {
            heads.insert(0, Hash::default());
        }
        self.reader()
            .walk_from(None, 1, &mut |record: &Record<'_>, _| {
                if seqs.contains(&record.link.seq) {
                    heads.insert(record.link.seq, record.hash);
                }
                ControlFlow::Continue(())
            });
        heads
    }

    /// Takes in the next line of the journal this one is a copy of.
    pub fn adopt(&mut self, line: &Line) -> Result<Batch, Error> {
        let mut bytes = line.whole(self.head.hash);
        let record = line::parse(&bytes).map_err(|_| Error::Foreign)?;
        let link = record.link;
        if link.seq != self.head.seq + 1 || link.prev != self.head.hash {
            return Err(Error::Foreign);
        }
        let batch = record.batch()?;
        let (seq, hash, epoch) = (link.seq, record.hash, link.epoch);
        self.head = Head { seq, hash, epoch };
        self.received = self.received.max(link.received);
        bytes.push(b'\n');
        self.keep(seq, bytes)?;
        Ok(batch)
    }
}
