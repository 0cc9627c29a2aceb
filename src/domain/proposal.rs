//! What members want on an agenda: proposals, which are no part of it until the secretariat takes one in.

use super::agenda::AgendaItem;
use super::id::Id;
use super::meeting::Meeting;
use super::pos::Pos;
use crate::{choice, record};

/// The longest title of a proposal, bytes.
pub const LONGEST_TITLE: usize = 400;
/// The longest reason given for one, bytes.
pub const LONGEST_PURPOSE: usize = 4000;
/// At most so many of one member wait for an answer at a meeting.
pub const MOST_OPEN: usize = 20;

choice! {
    /// Where a proposal stands.
    ProposalStatus {
        /// Not yet answered.
        Open = "open",
        /// Taken in: it is an item of the agenda now.
        Accepted = "accepted",
        /// Not taken in.
        Declined = "declined",
    }
}

record! {
    /// A proposed agenda item.
    Proposal, ProposalField {
        /// Who proposes it: the user's name.
        by By: String,
        /// When, milliseconds since 1970 UTC.
        at At: i64,
        /// What it would be called.
        title Title: String,
        /// Why it should be on the agenda.
        purpose Purpose: String,
        /// How many minutes it would need.
        minutes Minutes: Option<u16>,
        /// Where it stands.
        status Status: ProposalStatus,
        /// What was said to it.
        answer Answer: String,
        /// The item it became.
        item Item: Option<Id>,
    }
}

impl Proposal {
    /// Whether it waits for an answer.
    pub fn is_open(&self) -> bool {
        !self.removed && self.status == ProposalStatus::Open
    }

    /// The agenda item it would be.
    pub fn as_item(&self, id: Id, pos: Pos) -> AgendaItem {
        AgendaItem {
            id,
            pos,
            title: self.title.clone(),
            purpose: self.purpose.clone(),
            minutes: self.minutes,
            ..AgendaItem::default()
        }
    }
}

impl Meeting {
    /// The proposals, those that wait first, in the order they came.
    pub fn proposal_list(&self) -> Vec<&Proposal> {
        let live = self.proposals.values().filter(|row| !row.removed);
        let mut rows: Vec<&Proposal> = live.collect();
        rows.sort_by_key(|row| (!row.is_open(), row.at, row.id));
        rows
    }

    /// Whether members may still propose: the agenda has not gone out, and the meeting stands.
    pub fn takes_proposals(&self) -> bool {
        let head = &self.head;
        head.agenda_sent_at.is_none() && head.started_at.is_none() && head.cancelled.is_none()
    }
}
