//! What is counted over time, of one network or of all: every meeting is read for it, so it is done aside.

use std::collections::BTreeMap;

use super::fold::stored;
use super::{Error, Store, plan};
use crate::domain::figures::{Figures, Turnout};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::op::DocId;

/// Counts; may take long.
pub type Count = Box<dyn FnOnce() -> Result<Figures, Error> + Send>;

impl Store {
    /// Counting who came to meetings, action items and enquiries as they are now, to be done on any thread.
    pub fn count(&mut self, network: Option<Id>) -> Result<Count, Error> {
        let mut meetings = self.meetings(network, false)?;
        meetings.reverse();
        let networks = plan::wanted(&self.names()?, network);
        let shelf = self.shelf.clone();
        Ok(Box::new(move || {
            let mut figures = Figures::default();
            for row in &meetings {
                if let Doc::Meeting(meeting) = stored(&shelf, DocId::Meeting(row.id))? {
                    let turnout = Turnout::of(row.id, &row.label, &meeting);
                    figures.meetings.extend(turnout);
                }
            }
            let days: BTreeMap<Id, _> = meetings.iter().map(|row| (row.id, row.date)).collect();
            for id in networks {
                if let Doc::Network(network) = stored(&shelf, DocId::Network(id))? {
                    figures.add_actions(&network, |id| *days.get(&id)?);
                }
            }
            if let Doc::Desk(desk) = stored(&shelf, DocId::Desk)? {
                figures.add_enquiries(&desk, network);
            }
            Ok(figures)
        }))
    }
}
