//! Meetings with mails that have not come to an end.

use super::index::parse;
use super::{Error, Store, keys};
use crate::domain::letter::OutboxRow;

impl Store {
    /// The meetings, in the order of their labels.
    pub fn outbox(&mut self) -> Result<Vec<OutboxRow>, Error> {
        self.settle()?;
        let pairs = self.shelf.whole(&[keys::OUTGOING])?;
        if pairs.is_empty() {
            return Ok(Vec::new());
        }
        let names = self.names()?;
        let mut rows = Vec::with_capacity(pairs.len());
        for (key, bytes) in pairs {
            let meeting = keys::id(&key, 0);
            rows.push(OutboxRow {
                meeting,
                label: self.label_of(meeting, &names)?,
                mails: parse(&bytes)?,
            });
        }
        rows.sort_by(|left, right| left.label.cmp(&right.label));
        Ok(rows)
    }
}
