//! What the desk reminds of: open enquiries, calls for papers, terms that end.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Desk, RepresentationStatus};
use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::register::Register;

/// Days ahead that the end of a term or of a membership is named.
const TERM: u64 = 60;
/// Days ahead that the end of a call for papers is named.
const CALL: u64 = 30;
/// Days after a term's end that it is still named.
const PAST: u64 = 120;

/// What a reminder is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An enquiry waits for its answer.
    Enquiry,
    /// A call for papers ends.
    Call,
    /// A seat's term ends.
    Term,
    /// A membership ends.
    Membership,
}

/// Something the desk reminds of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reminder {
    /// The record.
    pub id: Id,
    /// What it is about.
    pub subject: Subject,
    /// What it is called.
    pub title: String,
    /// Its label, or who holds the seat.
    pub detail: String,
    /// The network it concerns.
    pub network: Option<Id>,
    /// By when, or when it ends.
    pub due: Due,
}

impl Desk {
    /// What the desk reminds of today, in the order of the days.
    pub fn reminders(&self, register: &Register, today: NaiveDate) -> Vec<Reminder> {
        let mut all = self.waiting();
        all.extend(self.calls(today));
        all.extend(self.terms(register, today));
        all.sort_by(|left, right| left.due.cmp(&right.due).then(left.id.cmp(&right.id)));
        all
    }

    /// Open enquiries with a deadline.
    fn waiting(&self) -> Vec<Reminder> {
        let open = self.enquiries.values().filter(|row| row.is_open());
        let rows = open.filter_map(|row| {
            Some(Reminder {
                id: row.id,
                subject: Subject::Enquiry,
                title: row.title.clone(),
                detail: row.label(),
                network: row.network,
                due: row.deadline.clone()?,
            })
        });
        rows.collect()
    }

    /// Calls for papers that end, where nothing was sent in yet.
    fn calls(&self, today: NaiveDate) -> impl Iterator<Item = Reminder> {
        let rows = self.representations.values();
        let ideas = rows.filter(|row| !row.removed && row.status == RepresentationStatus::Idea);
        ideas.filter_map(move |row| {
            let due = row.call.clone()?;
            let near = due.day().is_none_or(|day| is_near(day, today, CALL));
            near.then(|| Reminder {
                id: row.id,
                subject: Subject::Call,
                title: row.title.clone(),
                detail: row.event.clone(),
                network: row.network,
                due,
            })
        })
    }

    /// Terms and memberships that end.
    fn terms(&self, register: &Register, today: NaiveDate) -> Vec<Reminder> {
        let seats = self.seats.values();
        let seats = seats.filter(|row| !row.removed && self.is_place(row.place));
        let seats = seats.filter_map(|row| {
            let last = row.until.as_ref()?.last_day()?;
            is_near(last, today, TERM).then(|| Reminder {
                id: row.id,
                subject: Subject::Term,
                title: self.place_name(row.place).to_owned(),
                detail: register.name_of(row.person).to_owned(),
                network: self.memberships.get(&row.place).and_then(|it| it.network),
                due: Due::Day(last),
            })
        });
        let memberships = self.memberships.values().filter(|row| !row.removed);
        let memberships = memberships.filter_map(|row| {
            let last = row.until.as_ref()?.last_day()?;
            is_near(last, today, TERM).then(|| Reminder {
                id: row.id,
                subject: Subject::Membership,
                title: row.name.clone(),
                detail: String::new(),
                network: row.network,
                due: Due::Day(last),
            })
        });
        seats.chain(memberships).collect()
    }

    /// Whether a membership or a forum is there, and not removed.
    fn is_place(&self, place: Id) -> bool {
        let membership = self.memberships.get(&place).map(|row| row.removed);
        let forum = self.fora.get(&place).map(|row| row.removed);
        membership.or(forum) == Some(false)
    }

    /// What a membership or a forum is called; empty when it is not known.
    pub fn place_name(&self, place: Id) -> &str {
        let membership = self.memberships.get(&place).map(|row| &row.name);
        let forum = self.fora.get(&place).map(|row| &row.name);
        membership.or(forum).map_or("", String::as_str)
    }
}

/// Within so many days ahead, and not long past.
fn is_near(day: NaiveDate, today: NaiveDate, ahead: u64) -> bool {
    let to = today.checked_add_days(Days::new(ahead)).unwrap_or(today);
    let from = today.checked_sub_days(Days::new(PAST)).unwrap_or(today);
    (from..=to).contains(&day)
}
