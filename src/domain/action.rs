//! Action items: who, what, by when, across meetings.

use chrono::NaiveDate;

use super::due::Due;
use super::id::Id;
use super::network::Owner;
use crate::{choice, record};

choice! {
    /// Where an action item stands.
    ActionStatus {
        /// To be done.
        Open = "open",
        /// Done.
        Done = "done",
        /// Will not be done.
        Dropped = "dropped",
    }
}

record! {
    /// An action item: who, what, by when. Until its minutes are approved, text, owner and due
    /// are the entry's; approval copies them here and sets `frozen`.
    ActionItem, ActionItemField {
        /// The meeting it arose in.
        meeting Meeting: Option<Id>,
        /// The entry it arose in.
        entry Entry: Option<Id>,
        /// What is to be done.
        text Text: String,
        /// Who.
        owner Owner: Owner,
        /// By when.
        due Due: Option<Due>,
        /// Where it stands.
        status Status: ActionStatus,
        /// The day it was done or dropped.
        closed_on ClosedOn: Option<NaiveDate>,
        /// The record's own text, owner and due count, no longer the entry's.
        frozen Frozen: bool,
        /// The day it was reported done; it stays open until somebody confirms that.
        reported Reported: Option<NaiveDate>,
        /// Who reported it.
        reported_by ReportedBy: Option<Id>,
    }
}
