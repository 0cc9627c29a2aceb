//! What can be counted over time: who came to meetings, action items opened and closed, enquiries.
//!
//! It owns the counting. It must not know words, nor how a picture is drawn.

mod bucket;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub use bucket::{Bucket, Step, buckets};

use super::attendance::{Attendance, ParticipantRole};
use super::counts::{is_expected, is_there};
use super::desk::{Desk, EnquiryKind};
use super::id::Id;
use super::meeting::Meeting;
use super::network::{ActionStatus, Network};

/// From the first day to the last, as far as they are said.
pub type Span = (Option<NaiveDate>, Option<NaiveDate>);

/// What is counted, row by row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Meetings held, the oldest first.
    pub meetings: Vec<Turnout>,
    /// Action items.
    pub actions: Vec<ActionDays>,
    /// Enquiries.
    pub enquiries: Vec<EnquiryDay>,
}

/// Who came to a meeting.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Turnout {
    /// The meeting.
    pub meeting: Id,
    /// Its label.
    pub label: String,
    /// Its network.
    pub network: Id,
    /// The day.
    pub date: NaiveDate,
    /// Invited, in all.
    pub invited: u32,
    /// Came, also who left again.
    pub came: u32,
    /// Of them online.
    pub online: u32,
    /// Sent apologies.
    pub apologies: u32,
    /// Said yes, and neither came nor sent apologies.
    pub absent: u32,
    /// Members' organisations: how many were invited from each, and how many came.
    pub organisations: Vec<(Id, u32, u32)>,
}

/// The days of an action item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ActionDays {
    /// The day of the meeting it arose in; none when it arose in none.
    pub opened: Option<NaiveDate>,
    /// The day it was done or dropped.
    pub closed: Option<NaiveDate>,
    /// Whether it is still to be done.
    pub open: bool,
}

/// An enquiry as it is counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EnquiryDay {
    /// What it asked for.
    pub kind: EnquiryKind,
    /// The sender's country.
    pub country: String,
    /// The day it came.
    pub received: Option<NaiveDate>,
    /// Whether it is answered or closed.
    pub handled: bool,
}

/// How an organisation took part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attended {
    /// The organisation.
    pub organisation: Id,
    /// Meetings it was invited to.
    pub invited: u32,
    /// Meetings somebody came to from it.
    pub came: u32,
    /// How many came to each meeting, in the meetings' order; none where it was not invited.
    pub by_meeting: Vec<Option<u32>>,
}

/// Action items of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The stretch.
    pub bucket: Bucket,
    /// Opened in it.
    pub opened: u32,
    /// Done or dropped in it.
    pub closed: u32,
    /// Open at its end.
    pub open: u32,
}

/// How many of a kind, and how many of them are answered or closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally<T> {
    /// Of what.
    pub of: T,
    /// How many.
    pub count: u32,
    /// How many of them are answered or closed.
    pub handled: u32,
}

impl Turnout {
    /// Who came to a meeting; none for one that was not held.
    pub fn of(id: Id, label: &str, meeting: &Meeting) -> Option<Self> {
        let head = &meeting.head;
        let date = head.date.filter(|_| head.cancelled.is_none())?;
        let mut turnout = Self {
            meeting: id,
            label: label.to_owned(),
            network: head.network,
            date,
            ..Self::default()
        };
        let mut organisations: BTreeMap<Id, (u32, u32)> = BTreeMap::new();
        let attendances = meeting.attendances();
        for person in meeting.participant_list() {
            let attendance = attendances.get(&person.id).copied().unwrap_or_default();
            let came = is_there(attendance) || attendance == Attendance::Left;
            turnout.invited += u32::from(!person.walk_in);
            turnout.came += u32::from(came);
            turnout.online += u32::from(attendance == Attendance::Online);
            turnout.apologies += u32::from(attendance == Attendance::Apologies);
            turnout.absent += u32::from(!came && is_expected(person, attendance));
            let of = person.organisation;
            if let Some(of) = of.filter(|_| person.role == ParticipantRole::Member) {
                let counted = organisations.entry(of).or_default();
                counted.0 += 1;
                counted.1 += u32::from(came);
            }
        }
        let rows = organisations.into_iter();
        turnout.organisations = rows
            .map(|(id, (invited, came))| (id, invited, came))
            .collect();
        (head.ended_at.is_some() || turnout.came > 0).then_some(turnout)
    }

    /// Members' organisations that somebody came from.
    pub fn members(&self) -> u32 {
        let rows = self.organisations.iter().filter(|(_, _, came)| *came > 0);
        u32::try_from(rows.count()).unwrap_or(u32::MAX)
    }
}

impl Figures {
    /// Adds a network's action items; `day` tells a meeting's.
    pub fn add_actions(&mut self, network: &Network, day: impl Fn(Id) -> Option<NaiveDate>) {
        let rows = network.actions.values().filter(|row| !row.removed);
        self.actions.extend(rows.map(|row| ActionDays {
            opened: row.meeting.and_then(&day),
            closed: row.closed_on.filter(|_| row.status != ActionStatus::Open),
            open: row.status == ActionStatus::Open,
        }));
    }

    /// Adds the desk's enquiries: all, or a network's.
    pub fn add_enquiries(&mut self, desk: &Desk, network: Option<Id>) {
        let rows = desk.enquiries.values().filter(|row| !row.removed);
        let rows = rows.filter(|row| network.is_none() || row.network == network);
        self.enquiries.extend(rows.map(|row| EnquiryDay {
            kind: row.kind,
            country: row.country.clone(),
            received: row.received,
            handled: !row.is_open(),
        }));
    }

    /// Meetings and enquiries of these days. All action items stay: how many are open comes from those before too.
    #[must_use]
    pub fn within(mut self, span: Span) -> Self {
        self.meetings.retain(|row| is_within(Some(row.date), span));
        self.enquiries.retain(|row| is_within(row.received, span));
        self
    }

    /// The years something is counted in, the latest first.
    pub fn years(&self) -> Vec<i32> {
        let actions = self.actions.iter().flat_map(|row| [row.opened, row.closed]);
        let meetings = self.meetings.iter().map(|row| Some(row.date));
        let enquiries = self.enquiries.iter().map(|row| row.received);
        let days = actions.chain(meetings).chain(enquiries).flatten();
        let mut years: Vec<i32> = days.map(|day| day.year()).collect();
        years.sort_by_key(|year| std::cmp::Reverse(*year));
        years.dedup();
        years
    }

    /// Each organisation that was invited, by how often it came, the most first.
    pub fn organisations(&self) -> Vec<Attended> {
        let mut rows: BTreeMap<Id, Attended> = BTreeMap::new();
        let count = self.meetings.len();
        for (index, meeting) in self.meetings.iter().enumerate() {
            for (organisation, _, came) in &meeting.organisations {
                let row = rows.entry(*organisation).or_insert_with(|| Attended {
                    organisation: *organisation,
                    by_meeting: vec![None; count],
                    ..Attended::default()
                });
                row.invited += 1;
                row.came += u32::from(*came > 0);
                if let Some(cell) = row.by_meeting.get_mut(index) {
                    *cell = Some(*came);
                }
            }
        }
        let mut rows: Vec<Attended> = rows.into_values().collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.came), row.invited, row.organisation));
        rows
    }

    /// Action items opened and closed in each stretch of these days, and how many were open at its end.
    pub fn flow(&self, span: Span) -> Vec<Flow> {
        let days = self.actions.iter().flat_map(|row| [row.opened, row.closed]);
        let days = days.flatten().filter(|day| is_within(Some(*day), span));
        let days: Vec<NaiveDate> = days.collect();
        let ends = days.iter().min().zip(days.iter().max());
        let Some((first, last)) = ends else {
            return Vec::new();
        };
        let rows = buckets(*first, *last).into_iter();
        rows.map(|bucket| {
            let in_it = |day: Option<NaiveDate>| day.is_some_and(|day| bucket.holds(day));
            let count = |wanted: &dyn Fn(&ActionDays) -> bool| {
                let rows = self.actions.iter().filter(|row| wanted(row));
                u32::try_from(rows.count()).unwrap_or(u32::MAX)
            };
            let end = bucket.last();
            Flow {
                bucket,
                opened: count(&|row| in_it(row.opened)),
                closed: count(&|row| in_it(row.closed)),
                open: count(&|row| row.is_open_on(end)),
            }
        })
        .collect()
    }

    /// Action items that arose in no meeting: none knows since when.
    pub fn undated(&self) -> usize {
        self.actions
            .iter()
            .filter(|row| row.opened.is_none())
            .count()
    }

    /// Enquiries by kind, the most first.
    pub fn kinds(&self) -> Vec<Tally<EnquiryKind>> {
        tally(self.enquiries.iter().map(|row| (row.kind, row.handled)))
    }

    /// Enquiries by country, the most first; those without one last.
    pub fn countries(&self) -> Vec<Tally<String>> {
        let rows = self.enquiries.iter();
        let mut rows = tally(rows.map(|row| (row.country.clone(), row.handled)));
        rows.sort_by_key(|row| row.of.is_empty());
        rows
    }
}

impl ActionDays {
    /// Whether it had arisen by the end of a day, and was still to be done.
    fn is_open_on(&self, day: NaiveDate) -> bool {
        let arisen = self.opened.is_some_and(|opened| opened <= day);
        arisen && (self.open || self.closed.is_some_and(|closed| day < closed))
    }
}

fn is_within(day: Option<NaiveDate>, (from, to): Span) -> bool {
    match day {
        Some(day) => from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to),
        None => from.is_none() && to.is_none(),
    }
}

fn tally<T: Ord + Clone>(rows: impl Iterator<Item = (T, bool)>) -> Vec<Tally<T>> {
    let mut counts: BTreeMap<T, (u32, u32)> = BTreeMap::new();
    for (of, handled) in rows {
        let counted = counts.entry(of).or_default();
        counted.0 += 1;
        counted.1 += u32::from(handled);
    }
    let rows = counts.into_iter();
    let mut rows: Vec<Tally<T>> = rows
        .map(|(of, (count, handled))| Tally { of, count, handled })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    rows
}
