//! Lines as they stand: handed to a copy of the journal elsewhere, and taken in there. A copy proves every line and
//! the chain before it keeps it.

use std::ops::ControlFlow;

use super::line::{self, Record};
use super::{Error, Head, Journal};
use crate::domain::batch::{Batch, Hash, Seq};

impl Journal {
    /// The lines from a position on: as many as fit in so many bytes, and at least one if there is any.
    pub fn lines(&self, from: Seq, most: usize) -> Vec<String> {
        let (mut lines, mut bytes) = (Vec::new(), 0);
        self.reader()
            .walk_from(None, from, &mut |record: &Record<'_>, _| {
                if record.link.seq < from {
                    return ControlFlow::Continue(());
                }
                bytes += record.bytes.len();
                if bytes > most && !lines.is_empty() {
                    return ControlFlow::Break(());
                }
                lines.push(String::from_utf8_lossy(record.bytes).into_owned());
                ControlFlow::Continue(())
            });
        lines
    }

    /// The line appended last.
    pub fn last_line(&self) -> Option<String> {
        let (_, bytes) = self.tail.back()?;
        let text = String::from_utf8_lossy(bytes);
        Some(text.trim_end_matches('\n').to_owned())
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

    /// Takes in the next line of the journal this one is a copy of.
    pub fn adopt(&mut self, line: &str) -> Result<Batch, Error> {
        let record = line::parse(line.as_bytes()).map_err(|_| Error::Foreign)?;
        let link = record.link;
        if link.seq != self.head.seq + 1 || link.prev != self.head.hash {
            return Err(Error::Foreign);
        }
        let batch = record.batch()?;
        let (seq, hash, epoch) = (link.seq, record.hash, link.epoch);
        self.head = Head { seq, hash, epoch };
        self.received = self.received.max(link.received);
        let bytes = format!("{line}\n").into_bytes();
        self.keep(seq, bytes)?;
        Ok(batch)
    }
}
