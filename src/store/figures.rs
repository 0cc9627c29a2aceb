//! What is counted over time, of one network or of all.

use super::{Error, Store};
use crate::domain::figures::{Figures, Turnout};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::op::DocId;

impl Store {
    /// Who came to meetings, action items, enquiries.
    pub fn figures(&mut self, network: Option<Id>) -> Result<Figures, Error> {
        let mut figures = Figures::default();
        let mut meetings = self.meetings(network, false)?;
        meetings.reverse();
        for row in &meetings {
            let (doc, _) = self.doc(DocId::Meeting(row.id))?;
            if let Doc::Meeting(meeting) = doc.as_ref() {
                let turnout = Turnout::of(row.id, &row.label, meeting);
                figures.meetings.extend(turnout);
            }
        }
        let day = |id: Id| meetings.iter().find(|row| row.id == id)?.date;
        for id in super::plan::wanted(&self.names()?, network) {
            let (doc, _) = self.doc(DocId::Network(id))?;
            if let Doc::Network(network) = doc.as_ref() {
                figures.add_actions(network, day);
            }
        }
        let (desk, _) = self.doc(DocId::Desk)?;
        if let Doc::Desk(desk) = desk.as_ref() {
            figures.add_enquiries(desk, network);
        }
        Ok(figures)
    }
}
