//! The desk among the other lists: what Home reminds of, what a label names, what is found.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Error, Store};
use crate::domain::desk::Reminder;
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::query::{Place, Reference};

impl Store {
    fn desk(&mut self) -> Result<Arc<Doc>, Error> {
        Ok(self.doc(DocId::Desk)?.0)
    }

    /// What the desk reminds of.
    pub(super) fn reminders(&mut self, today: NaiveDate) -> Result<Vec<Reminder>, Error> {
        let (desk, register) = (self.desk()?, self.doc(DocId::Register)?.0);
        Ok(match (desk.as_ref(), register.as_ref()) {
            (Doc::Desk(desk), Doc::Register(register)) => desk.reminders(register, today),
            _ => Vec::new(),
        })
    }

    /// What on the desk has this label or id.
    pub(super) fn on_desk(&mut self, text: &str) -> Result<Option<Reference>, Error> {
        let desk = self.desk()?;
        let Doc::Desk(desk) = desk.as_ref() else {
            return Ok(None);
        };
        let by_label = || desk.enquiry(text).map(|row| row.id);
        let by_id = text
            .parse::<Id>()
            .ok()
            .filter(|id| desk.part_of(*id).is_some());
        Ok(by_id.or_else(by_label).map(Reference::Desk))
    }

    /// What on the desk can be found: its title, and by which other name.
    pub(super) fn desk_titles(&mut self) -> Result<Vec<(Place, String, String)>, Error> {
        let desk = self.desk()?;
        let Doc::Desk(desk) = desk.as_ref() else {
            return Ok(Vec::new());
        };
        let titles = desk.titles().into_iter();
        Ok(titles
            .map(|(part, record, title)| {
                let other = desk.beside(record);
                (Place::Desk { part, record }, title.to_owned(), other)
            })
            .collect())
    }

    /// What a record of the desk is called beside its title: an enquiry's label.
    pub(super) fn desk_context(&mut self, id: Id) -> Result<String, Error> {
        Ok(match self.desk()?.as_ref() {
            Doc::Desk(desk) => desk.beside(id),
            _ => String::new(),
        })
    }
}
