//! Opening: what is not sealed is verified, a torn end set aside, the chain taken up. Nothing is overwritten.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use super::append::Active;
use super::disk::{self, Disk, Os, local_file_system};
use super::error::{Damage, Error, What};
use super::line::{self, Item, Record};
use super::mark::Mark;
use super::read::{Place, walk};
use super::segment::{self, Listing, Segment};
use super::sync::Shared;
use super::verify::Chain;
use super::{Head, Journal, Log as _, Offer, RECOVERED, SEGMENT};
use crate::domain::batch::{Seq, SessionId, Submission};
use crate::domain::id::Id;

/// What opening needs from outside: clock, ids, name for the batch it may have to write.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Milliseconds since 1970 UTC.
    pub now: i64,
    /// The opening process's session.
    pub session: SessionId,
    /// 128 random bits.
    pub salt: Id,
    /// The user's name.
    pub user: String,
}

/// An open journal and what was found on the way.
pub struct Opened {
    /// The journal, ready for appending.
    pub journal: Journal,
    /// Damaged places in what start-up verifies; `verify` looks at the rest.
    pub damages: Vec<Damage>,
    /// The marker batch written because the end was damaged.
    pub recovered: Option<Seq>,
    /// Files that fragments of the end were moved to.
    pub torn: Vec<String>,
}

impl Journal {
    /// Opens the journal in a folder, which is made if it is not there.
    pub fn open(folder: &Path, opening: &Opening) -> Result<Opened, Error> {
        Self::open_on(Arc::new(Os), folder, opening)
    }

    /// As [`Journal::open`], on a disk of the caller's.
    pub fn open_on(disk: Arc<dyn Disk>, folder: &Path, opening: &Opening) -> Result<Opened, Error> {
        local_file_system(folder)?;
        disk::make_folder(folder)?;
        let listing = segment::list(folder)?;
        clear(disk.as_ref(), folder, &listing);
        let ends = mend_ends(disk.as_ref(), folder, &listing);
        let mark = Mark::read(folder);
        let found = survey(folder, &listing.segments, mark.as_ref());
        let marked =
            |mark: &Mark| mark.head.seq == found.head.seq && mark.head.hash == found.head.hash;
        let clean = listing.segments.is_empty() || mark.as_ref().is_some_and(marked);
        let next = listing
            .segments
            .iter()
            .map(|segment| segment.ordinal)
            .max()
            .unwrap_or(0)
            + 1;
        let mut journal = Self {
            folder: folder.to_owned(),
            disk,
            segments: listing.segments,
            active: None,
            next_ordinal: next,
            head: found.head,
            received: found.received,
            tail: VecDeque::new(),
            shared: Arc::new(Shared::default()),
            unsealable: found.damaged,
        };
        journal.take_up(found.end, clean);
        let marker = ends.marker || found.inferred;
        let recovered = marker.then(|| journal.write_marker(opening)).flatten();
        Ok(Opened {
            journal,
            damages: found.damages,
            recovered,
            torn: ends.torn,
        })
    }

    /// Goes on with the last file if it ends with the head, and makes what an earlier process wrote durable.
    fn take_up(&mut self, end: Option<u64>, clean: bool) {
        let seq = self.head.seq;
        let last = self
            .segments
            .last()
            .filter(|segment| segment.last.is_none());
        if let (Some(segment), Some(len)) = (last, end)
            && len < SEGMENT
            && let Ok(file) = self.disk.reopen(&self.folder.join(segment.name()))
        {
            let file = Arc::new(file);
            self.shared.state().files.push(Arc::clone(&file));
            self.active = Some(Active { file, len });
        }
        let safe = clean || self.confirm();
        let mut state = self.shared.state();
        state.written = seq;
        if safe {
            state.durable = seq;
            return;
        }
        state.broken = true;
        drop(state);
        self.recall();
        let first = self
            .tail
            .front()
            .map_or(seq, |(first, _)| first.saturating_sub(1));
        self.shared.state().durable = first;
    }

    /// Syncs the plain files and the folder.
    fn confirm(&self) -> bool {
        let plain = self
            .segments
            .iter()
            .filter(|segment| segment.last.is_none());
        let synced = plain
            .map(|segment| self.disk.reopen(&self.folder.join(segment.name())))
            .all(|file| file.is_ok_and(|file| self.disk.sync(&file).is_ok()));
        synced && self.disk.sync_folder(&self.folder).is_ok()
    }

    /// Takes the lines of plain files into memory, to be written anew.
    fn recall(&mut self) {
        let from = self
            .segments
            .iter()
            .rposition(|segment| segment.last.is_some())
            .map_or(0, |at| at + 1);
        let mut tail = VecDeque::new();
        let mut each = |record: &Record<'_>, _: &Place| {
            tail.push_back((record.link.seq, [record.bytes, b"\n"].concat().into()));
            ControlFlow::Continue(())
        };
        walk(
            &self.folder,
            self.segments.get(from..).unwrap_or_default(),
            None,
            &|_| true,
            &mut each,
        );
        self.tail = tail;
    }

    fn write_marker(&mut self, opening: &Opening) -> Option<Seq> {
        let submission = Submission {
            session: opening.session,
            counter: 0,
            base: self.head.seq,
            at: opening.now,
            group: opening.salt,
            label: RECOVERED.to_owned(),
            undoes: None,
            ops: Vec::new(),
        };
        let offer = Offer {
            submission: &submission,
            user: &opening.user,
            received: opening.now,
            salt: opening.salt,
        };
        self.append(self.head.seq, &[offer])
            .ok()
            .map(|_| self.head.seq)
    }
}

/// Removes what an interrupted sealing or rewriting left; the originals are there.
fn clear(disk: &dyn Disk, folder: &Path, listing: &Listing) {
    let sealed = listing.unfinished.iter().map(Segment::name);
    for name in sealed.chain(listing.fresh.iter().cloned()) {
        let _ = disk.remove(&folder.join(name));
    }
}

/// What was done about the ends of plain files.
#[derive(Default)]
struct Ends {
    marker: bool,
    torn: Vec<String>,
}

/// Moves torn ends to files of their own; gives a whole last line its end.
fn mend_ends(disk: &dyn Disk, folder: &Path, listing: &Listing) -> Ends {
    let mut ends = Ends::default();
    let last = listing.segments.last();
    for segment in listing
        .segments
        .iter()
        .filter(|segment| segment.last.is_none())
    {
        if segment::ends_with_line(folder, segment) {
            continue;
        }
        let bytes = segment::load(folder, segment, None, |_| true).bytes;
        let scan = line::scan(&bytes);
        let path = folder.join(segment.name());
        if scan.unended {
            if let Ok(file) = disk.reopen(&path) {
                let _ = disk.write(&file, b"\n");
            }
            continue;
        }
        let Some(at) = scan.torn else { continue };
        let whole = scan.found.iter().rev().find_map(|found| match &found.item {
            Item::Whole(record) => Some(record.link.seq),
            Item::Flawed(_) => None,
        });
        let seq = whole.map_or(segment.first, |seq| seq + 1);
        let name = (1..)
            .map(|n| format!("torn-{seq}-{n}"))
            .find(|name| !folder.join(name).exists());
        let rest = bytes.get(at as usize..).unwrap_or_default();
        let Some(name) = name.filter(|name| disk::put(disk, folder, name, rest).is_ok()) else {
            continue;
        };
        let cut = disk.reopen(&path).and_then(|file| disk.truncate(&file, at));
        if cut.is_ok() {
            ends.marker |= last == Some(segment);
            ends.torn.push(name);
        }
    }
    ends
}

/// What the files say.
struct Survey {
    head: Head,
    received: i64,
    damages: Vec<Damage>,
    /// Length of the last file, if it ends with the head and nothing in it is wrong.
    end: Option<u64>,
    /// The head's position had to be inferred.
    inferred: bool,
    damaged: Vec<u64>,
}

/// Verifies from the last sealed segment on.
fn survey(folder: &Path, segments: &[Segment], mark: Option<&Mark>) -> Survey {
    if let Some(mark) = mark
        && let Some(len) = mark.proves(folder, segments)
    {
        return Survey {
            head: mark.head,
            received: mark.received,
            damages: Vec::new(),
            end: Some(len),
            inferred: false,
            damaged: Vec::new(),
        };
    }
    let mut chain = Chain::start();
    let sealed = segments.iter().rposition(|segment| segment.last.is_some());
    let index = sealed.and_then(|at| segment::index(folder, segments.get(at)?));
    let from = match (&index, sealed) {
        (Some(index), Some(at)) => {
            chain.seq = index.last;
            chain.hash = Some(index.hash);
            chain.epoch = index.epoch;
            chain.received = index.frames.last().map_or(0, |frame| frame.to);
            at + 1
        }
        // The index is damaged: the lines themselves are read; of what went before only the names are known.
        (None, Some(at)) => {
            chain.hash = None;
            chain.seq = segments
                .get(at)
                .map_or(0, |segment| segment.first.saturating_sub(1));
            at
        }
        (_, None) => 0,
    };
    let part = segments.get(from..).unwrap_or_default();
    let mut end = None;
    let mut each = |record: &Record<'_>, place: &Place| {
        chain.follow(record, place);
        end = Some((
            place.file.clone(),
            place.offset + record.bytes.len() as u64 + 1,
        ));
        ControlFlow::Continue(())
    };
    let mut damages = walk(folder, part, None, &|_| true, &mut each);
    chain.end(segments, mark);
    damages.append(&mut chain.damages);
    conclude(folder, segments, chain, damages, end)
}

fn conclude(
    folder: &Path,
    segments: &[Segment],
    chain: Chain,
    damages: Vec<Damage>,
    end: Option<(String, u64)>,
) -> Survey {
    let named = |segment: &Segment| damages.iter().any(|damage| damage.file == segment.name());
    let last = segments.last();
    let end = match (end, last) {
        (Some((file, len)), Some(last)) if file == last.name() && !named(last) => Some(len),
        (None, Some(last))
            if last.last.is_none() && !named(last) && last.first == chain.seq + 1 =>
        {
            Some(0)
        }
        _ => None,
    };
    let end = end.filter(|len| {
        let path = last.map(|last| folder.join(last.name()));
        path.and_then(|path| std::fs::metadata(path).ok())
            .is_some_and(|meta| meta.len() == *len)
    });
    let claimed = damages.iter().filter_map(|damage| match damage.what {
        What::Missing(_, last) | What::Cut(last) => Some(last),
        What::Torn | What::Index | What::Mended => None,
        _ => damage.seq,
    });
    let seq = claimed.max().unwrap_or(0).max(chain.seq);
    Survey {
        head: Head {
            seq,
            hash: chain.hash.unwrap_or_default(),
            epoch: chain.epoch,
        },
        received: chain.received,
        end,
        inferred: seq > chain.seq,
        damaged: segments
            .iter()
            .filter(|segment| named(segment))
            .map(|segment| segment.ordinal)
            .collect(),
        damages,
    }
}
