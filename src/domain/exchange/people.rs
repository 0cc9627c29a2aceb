//! Who was there, and what came of the meeting.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

objects! {
    /// A participant.
    ParticipantObject {
        /// The person's label.
        person: String,
        /// The person's name.
        name: String,
        /// The organisation's name at the time.
        organisation: Option<String>,
        /// The organisation's label.
        organisation_label: Option<String>,
        /// What they are at the meeting.
        #[schemars(schema_with = "participant_role")]
        role: ParticipantRole,
        /// The answer.
        #[schemars(schema_with = "rsvp")]
        rsvp: Rsvp,
        /// What came with the answer.
        rsvp_note: String,
        /// How they stand.
        #[schemars(schema_with = "attendance")]
        attendance: Attendance,
        /// When they were there.
        timeline: Vec<SpanObject>,
        /// When they first came.
        checked_in_at: Option<String>,
        /// The label of the person whose place is taken.
        substitute_for: Option<String>,
        /// Came without being invited.
        walk_in: bool,
        /// The code on the invitation.
        code: String,
    }

    /// Somebody came or went.
    PresenceObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The person's label.
        person: String,
        /// What happened.
        #[schemars(schema_with = "presence_kind")]
        kind: PresenceKind,
        /// When.
        at: String,
        /// The item under which it happened.
        item: Option<String>,
    }

    /// An action item of a meeting.
    MeetingActionObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What is to be done.
        text: String,
        /// The owner's name, or words.
        owner: Option<String>,
        /// The owner's label, when a person.
        owner_person: Option<String>,
        /// The owner's label, when an organisation.
        owner_organisation: Option<String>,
        /// By when, a day or words.
        due: Option<String>,
        /// Where it stands.
        #[schemars(schema_with = "action_status")]
        status: ActionStatus,
        /// The agenda item's id.
        item: Option<String>,
        /// The agenda item's number.
        item_number: Option<usize>,
        /// The entry's id.
        entry: Option<String>,
        /// The day it was done or dropped.
        closed_on: Option<String>,
        /// Its own text counts, no longer the entry's.
        frozen: bool,
    }

    /// How many came.
    CountsObject {
        /// There now, in the room or online.
        present: usize,
        /// Came, or said yes and have sent no apologies.
        expected: usize,
        /// Members' organisations with somebody there.
        organisations: usize,
        /// How many must be there, when the network has a rule.
        quorum: Option<usize>,
        /// Enough are there.
        quorum_met: Option<bool>,
        /// Invited in all.
        invited: usize,
        /// Of those present, online.
        online: usize,
        /// Came and went.
        left: usize,
        /// Sent apologies.
        apologies: usize,
        /// Have not answered.
        unanswered: usize,
        /// Said yes and did not come.
        absent: usize,
    }

    /// A comment on the minutes.
    CommentObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The entry; none for the minutes as a whole.
        entry: Option<String>,
        /// Who said it.
        by: String,
        /// When.
        at: String,
        /// The comment.
        text: String,
        /// The answer.
        answer: String,
        /// Where it stands.
        #[schemars(schema_with = "comment_status")]
        status: CommentStatus,
        /// What it asks for.
        #[schemars(schema_with = "comment_kind")]
        kind: CommentKind,
        /// The item it is on or would stand in, where no entry says it.
        item: Option<String>,
        /// Of an addition or a move: the entry it would follow.
        after: Option<String>,
        /// Of a change: the words it was proposed for.
        was: String,
        /// Of a change or an addition: the words proposed.
        proposed: String,
        /// Who said it, in the register.
        person: Option<String>,
        /// What it came in; empty for one noted here.
        source: String,
    }

    /// A proposed agenda item.
    ProposalObject {
        /// 32 hexadecimal digits.
        id: String,
        /// Who proposes it.
        by: String,
        /// When.
        at: String,
        /// What it would be called.
        title: String,
        /// Why it should be on the agenda.
        purpose: String,
        /// How many minutes it would need.
        minutes: Option<u16>,
        /// Where it stands.
        #[schemars(schema_with = "proposal_status")]
        status: ProposalStatus,
        /// What was said to it.
        answer: String,
        /// The item it became.
        item: Option<String>,
    }

    /// An approved version of the minutes.
    ApprovalObject {
        /// 32 hexadecimal digits.
        id: String,
        /// 1 for the first.
        version: u32,
        /// When.
        at: String,
        /// Who approved.
        by: String,
        /// blake3 of `outline`.
        hash: String,
        /// The minutes as approved, frozen text.
        outline: String,
    }

    /// A practical thing.
    PracticalObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What.
        what: String,
        /// Who.
        who: String,
        /// Days from the meeting.
        days: i16,
        /// Done.
        done: bool,
    }
}
