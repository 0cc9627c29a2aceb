//! Questions and answers: each question to the part that knows.

use super::past::{at, changed, history};
use super::shelf::digest;
use super::{Error, Store, keys};
use crate::domain::fold::Doc;
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Query};
use crate::journal::Past;

impl Store {
    /// Answers a question.
    pub fn answer(&mut self, query: &Query, log: &dyn Past) -> Result<Answer, Error> {
        Ok(match query {
            Query::Doc(id) => {
                let (doc, read_only) = self.doc(*id)?;
                Answer::Doc {
                    id: *id,
                    doc: Doc::clone(&doc),
                    seq: self.applied,
                    read_only: read_only.is_some(),
                }
            }
            Query::Resolve(text) => Answer::Resolved(self.resolve(text)?),
            Query::Code(code) => Answer::Code(self.meeting_of_code(code)?),
            Query::Home { today } => Answer::Home(self.home(*today)?),
            Query::Meetings { network, open } => Answer::Meetings(self.meetings(*network, *open)?),
            Query::Actions { network, open } => Answer::Actions(self.actions(*network, *open)?),
            Query::Activities { network } => Answer::Activities(self.activities(*network)?),
            Query::Figures { network } => Answer::Figures(self.count(*network)?()?),
            Query::Decisions { network } => Answer::Decisions(self.decisions(*network)?),
            Query::Stamps => Answer::Stamps(self.stamps()?),
            Query::Changed(since) => Answer::Changed(changed(*since, log)?),
            Query::Outbox => Answer::Outbox(self.outbox()?),
            Query::Find { needle, limit } => Answer::Hits(self.find(needle, *limit)?),
            Query::History { doc, record } => Answer::History(history(*doc, *record, log)?),
            Query::At { doc, at: time } => at(*doc, *time, log)?,
            Query::Keep(_)
            | Query::Read(_)
            | Query::Gather(_)
            | Query::Logo(_)
            | Query::Save(_)
            | Query::SaveAll(_)
            | Query::Piece { .. } => Answer::Failed("files are not the database's".into()),
            Query::Undo { doc, user, redo } => Answer::Undo(self.undo(*doc, user, *redo, log)?),
        })
    }

    /// The digest of every document's records.
    fn stamps(&mut self) -> Result<Vec<(DocId, String)>, Error> {
        self.settle()?;
        let digests = self.shelf.digests(&[keys::RECORD])?.into_iter();
        let stamp =
            |(group, digest): (Vec<u8>, u128)| Some((keys::document(&group)?, written(digest)));
        Ok(digests.filter_map(stamp).collect())
    }

    /// Whether a document holds ops of a newer program: it can only be read here.
    pub fn read_only(&mut self, doc: DocId) -> Result<bool, Error> {
        Ok(self.doc(doc)?.1.is_some())
    }
}

/// The digest of a document's records, as [`Query::Stamps`] has it where the document's head was ever set: each meeting's
/// is.
pub fn stamp(id: DocId, doc: &Doc) -> String {
    let keys = doc.keys().into_iter();
    let records = keys.filter_map(|key| Some((keys::record(id, key), doc.encode(key)?)));
    written(digest(records))
}

fn written(digest: u128) -> String {
    format!("{digest:032x}")
}
