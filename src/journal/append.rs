//! Appending: one write a time, and the way out when a write or a sync fails.

use std::fs::File;
use std::io;
use std::sync::Arc;

use serde::Serialize;

use super::disk::is_full;
use super::segment::Segment;
use super::{Appended, Error, Head, Journal, Log, Offer, SEGMENT, disk, line};
use crate::domain::batch::{FORMAT, Hash, Header, Seq};
use crate::domain::id::Id;
use crate::domain::op::DocOp;

/// Lines kept in memory for reading, durable or not.
const TAIL: usize = 1024;
const RESERVE: &str = "reserve";
const RESERVE_SIZE: u64 = 1024 * 1024;

/// The segment being written.
pub(super) struct Active {
    pub file: Arc<File>,
    pub len: u64,
}

impl Log for Journal {
    fn append(&mut self, expected: Seq, offers: &[Offer<'_>]) -> Result<Appended, Error> {
        if expected != self.head.seq {
            return Err(Error::Conflict {
                expected,
                head: self.head.seq,
            });
        }
        let (mut headers, mut lines) = (Vec::new(), Vec::new());
        let (mut head, mut received) = (self.head, self.received);
        for offer in offers {
            received = received.max(offer.received);
            let (header, line, hash) = compose(&head, offer, received)?;
            head.seq = header.seq;
            head.hash = hash;
            lines.push((header.seq, line));
            headers.push(header);
        }
        let bytes = lines
            .iter()
            .flat_map(|(_, line)| line)
            .copied()
            .collect::<Vec<u8>>();
        (self.head, self.received) = (head, received);
        self.forget();
        let lines = lines.into_iter().map(|(seq, line)| (seq, line.into()));
        self.tail.extend(lines);
        let (written, trouble) = if bytes.is_empty() {
            (true, None)
        } else {
            self.store(expected + 1, &bytes)
        };
        Ok(Appended {
            headers,
            written,
            trouble,
        })
    }
}

/// A [`crate::domain::batch::Body`] whose ops are borrowed.
#[derive(Serialize)]
struct Content<'a> {
    salt: Id,
    ops: &'a [DocOp],
}

fn compose(
    head: &Head,
    offer: &Offer<'_>,
    received: i64,
) -> Result<(Header, Vec<u8>, Hash), Error> {
    let made = offer.submission;
    let body = serde_json::to_vec(&Content {
        salt: offer.salt,
        ops: &made.ops,
    })?;
    let header = Header {
        v: FORMAT,
        seq: head.seq + 1,
        prev: head.hash,
        epoch: head.epoch,
        session: made.session,
        counter: made.counter,
        user: offer.user.to_owned(),
        at: made.at,
        received,
        group: made.group,
        label: made.label.clone(),
        undoes: made.undoes,
        body_hash: Hash::of(&body),
    };
    let (line, hash) = line::encode(&header, &body)?;
    Ok((header, line, hash))
}

impl Journal {
    /// Drops lines from memory that are durable, but for the last ones.
    fn forget(&mut self) {
        let durable = self.durable();
        while self.tail.len() > TAIL && self.tail.front().is_some_and(|(seq, _)| *seq <= durable) {
            self.tail.pop_front();
        }
    }

    /// Writes a line whose position is the head already.
    pub(super) fn keep(&mut self, seq: Seq, line: Vec<u8>) -> Result<(), Error> {
        self.forget();
        let (written, trouble) = self.store(seq, &line);
        self.tail.push_back((seq, line.into()));
        match trouble {
            Some(trouble) if !written => Err(trouble),
            _ => Ok(()),
        }
    }

    fn store(&mut self, first: Seq, bytes: &[u8]) -> (bool, Option<Error>) {
        match self.settle() {
            Ok(Some(moved)) => return (true, Some(moved)),
            Err(error) => return (false, Some(error)),
            Ok(None) => {}
        }
        match self.write(first, bytes) {
            Ok(()) => (true, None),
            Err(error) => {
                let full = is_full(&error);
                match self.move_on(error.to_string(), full) {
                    Ok(moved) => (true, Some(moved)),
                    Err(error) => (false, Some(error)),
                }
            }
        }
    }

    fn write(&mut self, first: Seq, bytes: &[u8]) -> io::Result<()> {
        let active = match self.active.take_if(|active| active.len < SEGMENT) {
            Some(active) => active,
            None => {
                self.active = None;
                self.create(first)?
            }
        };
        let taken = self.disk.write(&active.file, bytes)?;
        if taken != bytes.len() {
            return Err(io::Error::new(
                io::ErrorKind::StorageFull,
                format!("only {taken} of {} bytes were taken", bytes.len()),
            ));
        }
        let len = active.len + bytes.len() as u64;
        self.active = Some(Active { len, ..active });
        self.shared.state().written = self.head.seq;
        Ok(())
    }

    /// A new segment file, known to the syncer.
    fn create(&mut self, first: Seq) -> io::Result<Active> {
        let segment = self.next_segment(first);
        let file = Arc::new(self.disk.create(&self.folder.join(segment.name()))?);
        self.segments.push(segment);
        let mut state = self.shared.state();
        state.files.push(Arc::clone(&file));
        state.folder = true;
        Ok(Active { file, len: 0 })
    }

    fn next_segment(&mut self, first: Seq) -> Segment {
        let ordinal = self.next_ordinal;
        self.next_ordinal += 1;
        Segment {
            ordinal,
            first,
            last: None,
        }
    }

    /// After a failed write or sync: puts what is not durable into a new file. Nothing to do when nothing failed.
    pub fn settle(&mut self) -> Result<Option<Error>, Error> {
        let (broken, full) = {
            let mut state = self.shared.state();
            (state.broken, std::mem::take(&mut state.full))
        };
        if !broken {
            return Ok(None);
        }
        self.move_on("an earlier write or sync failed".to_owned(), full)
            .map(Some)
    }

    /// Gives up the active segment. `Ok` is the notice that all went to a new file.
    fn move_on(&mut self, reason: String, full: bool) -> Result<Error, Error> {
        self.active = None;
        {
            let mut state = self.shared.state();
            state.broken = true;
            state.generation += 1;
        }
        let mut freed = full && self.free_reserve();
        loop {
            match self.rewrite_tail() {
                Ok(()) => return Ok(Error::Moved { reason, freed }),
                Err(error) if is_full(&error) && !freed && self.free_reserve() => freed = true,
                Err(source) => {
                    return Err(Error::Write {
                        folder: self.folder.clone(),
                        kept: self.not_durable().count(),
                        source,
                    });
                }
            }
        }
    }

    fn not_durable(&self) -> impl Iterator<Item = &(Seq, Arc<[u8]>)> {
        let durable = self.durable();
        self.tail.iter().filter(move |(seq, _)| *seq > durable)
    }

    fn rewrite_tail(&mut self) -> io::Result<()> {
        let first = self
            .not_durable()
            .next()
            .map_or(self.head.seq + 1, |(seq, _)| *seq);
        let bytes: Vec<u8> = self
            .not_durable()
            .flat_map(|(_, line)| line.iter().copied())
            .collect();
        let segment = self.next_segment(first);
        let path = self.folder.join(segment.name());
        let file = Arc::new(self.disk.create(&path)?);
        if let Err(error) = disk::write_all(self.disk.as_ref(), &file, &bytes) {
            // What could not be removed holds copies only, and reads as such.
            let _ = self.disk.remove(&path);
            return Err(error);
        }
        self.segments.push(segment);
        let mut state = self.shared.state();
        state.files = vec![Arc::clone(&file)];
        state.folder = true;
        state.written = self.head.seq;
        state.broken = false;
        drop(state);
        let len = bytes.len() as u64;
        self.active = Some(Active { file, len });
        Ok(())
    }

    /// Gives the reserve file's blocks back; whether there was one.
    fn free_reserve(&self) -> bool {
        self.disk.remove(&self.folder.join(RESERVE)).is_ok()
    }

    /// Makes the reserve file if it is not there. At quiet times; a full disk is no error here.
    pub fn replenish(&self) {
        let path = self.folder.join(RESERVE);
        if path.exists() {
            return;
        }
        let made = self
            .disk
            .create(&path)
            .and_then(|file| self.disk.allocate(&file, RESERVE_SIZE));
        if made.is_err() {
            let _ = self.disk.remove(&path);
        }
    }
}
