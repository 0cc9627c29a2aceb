//! Votes, conflicts of interest, and who was there for an item.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

objects! {
    /// A vote under an item.
    VoteObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What is voted on; empty for the proposal at hand.
        about: String,
        /// How it is taken.
        #[schemars(schema_with = "vote_method")]
        method: Method,
        /// Organisations vote, each with its number of votes.
        by_organisation: bool,
        /// Votes for.
        yes: u32,
        /// Votes against.
        no: u32,
        /// Blank votes.
        blank: u32,
        /// What the chair decided when votes were equal: "for" or "against".
        casting: Option<String>,
        /// What came of it: "adopted", "rejected" or "tied"; none while it goes on.
        verdict: Option<String>,
        /// The labels of those who could vote: people, or organisations.
        voters: Vec<String>,
        /// How many votes they had together.
        entitled: u32,
        /// Who has voted, and in an open ballot what.
        casts: Vec<CastObject>,
        /// When it was opened.
        opened_at: String,
        /// When it was closed.
        closed_at: Option<String>,
    }

    /// Somebody has voted.
    CastObject {
        /// The label of the person, or of the organisation.
        voter: String,
        /// "for", "against" or "blank"; never there of a secret ballot.
        ballot: Option<String>,
    }

    /// Who was there for an item: at its end, or now while it is dealt with.
    ItemAttendanceObject {
        /// There, in the room or online.
        present: usize,
        /// Of them online.
        online: usize,
        /// Members of them who may vote.
        entitled: usize,
        /// Out because of a conflict of interest.
        recused: usize,
        /// How many must be there, when the network has a rule.
        quorum: Option<usize>,
        /// Enough are there.
        quorum_met: Option<bool>,
    }

    /// A stretch of time somebody was there.
    SpanObject {
        /// From when.
        from: String,
        /// Until when; none while they are there.
        to: Option<String>,
        /// Online, not in the room.
        online: bool,
        /// The number of the item under which they came.
        from_item: Option<usize>,
        /// The number of the item under which they went.
        to_item: Option<usize>,
    }

    /// Somebody's attendance as a timeline.
    TimelineObject {
        /// The meeting's label.
        meeting: String,
        /// The person's label.
        person: String,
        /// The person's name.
        name: String,
        /// The organisation's name at the time.
        organisation: Option<String>,
        /// What they are at the meeting.
        #[schemars(schema_with = "participant_role")]
        role: ParticipantRole,
        /// How they stand.
        #[schemars(schema_with = "attendance")]
        attendance: Attendance,
        /// When they were there.
        spans: Vec<SpanObject>,
        /// The numbers of items they left because of a conflict of interest.
        recused: Vec<usize>,
    }

    /// Somebody left for an item because of a conflict of interest.
    RecusalObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The person's label.
        person: String,
        /// When.
        at: String,
    }
}
