//! The walk: a meeting's stages and, for each, what it still lacks, computed from the data.
//! Stages are advice, never a wall.

use serde::{Deserialize, Serialize};

use super::id::Id;
use crate::choice;

choice! {
    /// A stage of a meeting's walk, in order.
    Stage {
        /// Plan: date, time, place, host, purpose.
        Plan = "plan",
        /// Agenda (Dagsorden).
        Agenda = "agenda",
        /// Speakers (Oplæg).
        Speakers = "speakers",
        /// Invite (Indkald).
        Invite = "invite",
        /// Send agenda (Udsend).
        SendAgenda = "send-agenda",
        /// Check-in (Fremmøde).
        CheckIn = "check-in",
        /// Minutes (Referat).
        Minutes = "minutes",
        /// Close-out (Afslut).
        CloseOut = "close-out",
        /// Comments and approval (Godkend).
        Approve = "approve",
        /// Publish (Udgiv).
        Publish = "publish",
        /// Follow-up (Opfølg).
        FollowUp = "follow-up",
        /// Nothing left to do.
        Finished = "finished",
    }
}

/// Something a stage lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The stage.
    pub stage: Stage,
    /// The check that found it.
    pub check: Check,
    /// How many.
    pub count: usize,
    /// The first record concerned: an item, a person, an entry.
    pub first: Option<Id>,
}

choice! {
    /// A check of the walk.
    Check {
        /// The meeting has no date.
        Date = "date",
    }
}
