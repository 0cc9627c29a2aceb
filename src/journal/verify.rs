//! Verifying the whole journal: every byte of every file, and the chain across them. Reads only.

use std::ops::ControlFlow;
use std::path::Path;

use super::error::{Damage, Error, Report, What};
use super::line::{Content, Record};
use super::mark::Mark;
use super::read::{Place, walk};
use super::segment::{self, Segment};
use crate::domain::batch::{Hash, Seq};

/// Follows the chain over records in order and names where it does not hold.
#[derive(Debug, Default)]
pub(super) struct Chain {
    pub seq: Seq,
    /// Hash of the last header, when it is known.
    pub hash: Option<Hash>,
    pub epoch: u32,
    pub received: i64,
    pub damages: Vec<Damage>,
}

impl Chain {
    /// Before the first batch.
    pub fn start() -> Self {
        Self {
            hash: Some(Hash::default()),
            epoch: 1,
            ..Self::default()
        }
    }

    /// The next proven record. One already passed is a copy.
    pub fn follow(&mut self, record: &Record<'_>, place: &Place) {
        let link = record.link;
        if link.seq <= self.seq {
            return;
        }
        if link.seq > self.seq + 1 {
            let what = What::Missing(self.seq + 1, link.seq - 1);
            self.damages.push(place.damage(None, what));
        } else if self.hash.is_some_and(|hash| hash != link.prev) {
            self.damages.push(place.damage(Some(link.seq), What::Chain));
        }
        self.seq = link.seq;
        self.hash = Some(record.hash);
        self.epoch = link.epoch;
        self.received = self.received.max(link.received);
    }

    /// What the files' names and the mark say there should be after the last record.
    pub fn end(&mut self, segments: &[Segment], mark: Option<&Mark>) {
        let place = |file: String| Place {
            file,
            line: 0,
            offset: 0,
        };
        let claim = |segment: &Segment| segment.last.unwrap_or(segment.first.saturating_sub(1));
        if let Some(segment) = segments.iter().max_by_key(|segment| claim(segment)) {
            let last = claim(segment);
            if last > self.seq {
                let what = What::Missing(self.seq + 1, last);
                self.damages.push(place(segment.name()).damage(None, what));
            }
        }
        if let Some(mark) = mark.filter(|mark| mark.head.seq > self.seq) {
            let file = segments
                .last()
                .map_or_else(|| "mark".to_owned(), Segment::name);
            self.damages
                .push(place(file).damage(None, What::Cut(mark.head.seq)));
        }
    }
}

/// Verifies every file of a journal folder and the chain across them; changes nothing.
pub fn verify(folder: &Path) -> Result<Report, Error> {
    let listing = segment::list(folder)?;
    let mut report = Report {
        files: listing.segments.len(),
        torn: listing.torn,
        ..Report::default()
    };
    let mut chain = Chain::start();
    let mut newer = Vec::new();
    let mut each = |record: &Record<'_>, place: &Place| {
        report.batches += 1;
        report.erased += u64::from(!matches!(record.content, Content::Whole(_)));
        if report.first == 0 {
            report.first = record.link.seq;
        }
        report.last = record.link.seq;
        chain.follow(record, place);
        if record.batch().is_err() {
            newer.push(place.damage(Some(record.link.seq), What::Newer));
        }
        ControlFlow::Continue(())
    };
    report.damages = walk(folder, &listing.segments, None, &|_| true, &mut each);
    chain.end(&listing.segments, Mark::read(folder).as_ref());
    report.damages.append(&mut chain.damages);
    report.damages.append(&mut newer);
    Ok(report)
}
