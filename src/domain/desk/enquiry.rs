//! Enquiries: their numbers, where they stand, where they were forwarded.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{Desk, Enquiry, EnquiryKind, Forwarding};
use crate::choice;
use crate::domain::id::Id;
use crate::domain::serial;

/// What an enquiry's label begins with.
const LABEL: &str = "e";

choice! {
    /// How far an enquiry has come.
    EnquiryState {
        /// Nobody has done anything about it.
        Received = "received",
        /// Somebody else has been asked.
        Forwarded = "forwarded",
        /// It is answered.
        Answered = "answered",
        /// Nothing more is to be done.
        Closed = "closed",
    }
}

choice! {
    /// What an enquiry leads to.
    Became {
        /// A visit: an activity of a network.
        Visit = "visit",
        /// Any other activity of a network.
        Activity = "activity",
        /// A representation.
        Representation = "representation",
    }
}

impl Enquiry {
    /// What it would lead to, as what it asks for has it.
    pub fn leads_to(&self) -> Became {
        match self.kind {
            EnquiryKind::Visit => Became::Visit,
            EnquiryKind::Conference | EnquiryKind::Speaker => Became::Representation,
            EnquiryKind::Partnership | EnquiryKind::Consultation | EnquiryKind::Other => {
                Became::Activity
            }
        }
    }

    /// Its label: "e-2026-1"; "e-2026-~1" while its number is not allotted.
    pub fn label(&self) -> String {
        serial::label(LABEL, self.year, self.number)
    }

    /// Whether something is still to be done.
    pub fn is_open(&self) -> bool {
        !self.removed && self.closed_on.is_none() && self.answered_on.is_none()
    }

    /// Whether it came on one of these days.
    pub fn came(&self, (from, to): (Option<NaiveDate>, Option<NaiveDate>)) -> bool {
        match self.received {
            Some(day) => from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to),
            None => from.is_none() && to.is_none(),
        }
    }

    /// Whether its deadline is past and it waits.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        let day = self.deadline.as_ref().and_then(|due| due.day());
        self.is_open() && day.is_some_and(|day| day < today)
    }
}

impl Desk {
    /// The enquiry with this label, in any case.
    pub fn enquiry(&self, label: &str) -> Option<&Enquiry> {
        let wanted = label.trim().to_lowercase();
        let mut rows = self.enquiries.values();
        rows.find(|row| !row.removed && row.label() == wanted)
    }

    /// How far an enquiry has come.
    pub fn state(&self, enquiry: &Enquiry) -> EnquiryState {
        match (enquiry.closed_on, enquiry.answered_on) {
            (Some(_), _) => EnquiryState::Closed,
            (None, Some(_)) => EnquiryState::Answered,
            (None, None) if self.forwarded(enquiry.id).is_empty() => EnquiryState::Received,
            (None, None) => EnquiryState::Forwarded,
        }
    }

    /// Where an enquiry was forwarded, the first first.
    pub fn forwarded(&self, enquiry: Id) -> Vec<&Forwarding> {
        let rows = self.forwardings.values();
        let mut rows: Vec<&Forwarding> = rows
            .filter(|row| !row.removed && row.enquiry == enquiry)
            .collect();
        rows.sort_by_key(|row| (row.date, row.id));
        rows
    }

    /// Enquiries: open ones by deadline, then those that are done with, the newest first.
    pub fn enquiry_list(&self) -> Vec<&Enquiry> {
        let live = self.enquiries.values().filter(|row| !row.removed);
        let (mut open, mut done): (Vec<&Enquiry>, Vec<&Enquiry>) =
            live.partition(|row| row.is_open());
        open.sort_by(|left, right| {
            let key = |row: &Enquiry| (row.deadline.is_none(), row.deadline.clone(), row.received);
            (key(left).cmp(&key(right))).then(left.id.cmp(&right.id))
        });
        done.sort_by_key(|row| Reverse((row.received, row.year, row.number, row.id)));
        open.append(&mut done);
        open
    }

    fn numbers_of(&self, year: i32) -> impl Iterator<Item = u32> {
        let rows = self.enquiries.values();
        rows.filter(move |row| row.year == year)
            .map(|row| row.number)
    }

    /// The next free number of a year: one more than any ever allotted.
    pub(in crate::domain) fn next_number(&self, year: i32) -> u32 {
        serial::next(self.numbers_of(year))
    }

    /// Leaves open the number of an enquiry that the journal has not taken yet.
    pub(in crate::domain) fn leave_open(&mut self, enquiry: Id) {
        let Some(year) = self.enquiries.get(&enquiry).map(|row| row.year) else {
            return;
        };
        let number = serial::left_open(self.numbers_of(year));
        if let Some(row) = self.enquiries.get_mut(&enquiry) {
            row.number = number;
        }
    }
}
