//! Attendance: who is invited, what they answered, and who came and went when.

use super::id::Id;
use crate::{choice, record};

choice! {
    /// An answer to the invitation.
    Rsvp {
        /// Not answered.
        NoAnswer = "none",
        /// Tilmeldt.
        Yes = "yes",
        /// Perhaps.
        Tentative = "tentative",
        /// Afbud.
        No = "no",
    }
}

choice! {
    /// What a participant is at the meeting.
    ParticipantRole {
        /// A member of the network, or the member's substitute.
        Member = "member",
        /// A guest.
        Guest = "guest",
        /// A speaker.
        Speaker = "speaker",
        /// An observer.
        Observer = "observer",
        /// Of the secretariat.
        Secretary = "secretary",
    }
}

record! {
    /// A participant; the record's id is the person's.
    Participant, ParticipantField {
        /// The organisation at the time.
        organisation Organisation: Option<Id>,
        /// What they are at the meeting.
        role Role: ParticipantRole,
        /// The answer to the invitation.
        rsvp Rsvp: Rsvp,
        /// What came with the answer ("kommer kl. 10").
        rsvp_note RsvpNote: String,
        /// The person whose place is taken.
        substitute_for SubstituteFor: Option<Id>,
        /// Came without being invited.
        walk_in WalkIn: bool,
        /// The code on the invitation, for scanners; empty: see [`Meeting::code_of`](super::meeting::Meeting::code_of).
        code Code: String,
    }
}

choice! {
    /// What happened at the door.
    PresenceKind {
        /// Came.
        Arrived = "arrived",
        /// Joined online.
        Online = "online",
        /// Sent apologies.
        Apologies = "apologies",
        /// Went.
        Left = "left",
        /// Came back.
        Returned = "returned",
        /// Did not come and did not say.
        Absent = "absent",
    }
}

record! {
    /// One event of a participant's attendance; the last one counts.
    Presence, PresenceField {
        /// The person.
        person Person: Id,
        /// What happened.
        kind Kind: PresenceKind,
        /// When, milliseconds since 1970 UTC.
        at At: i64,
        /// The item under which it happened, when the meeting was running.
        item Item: Option<Id>,
    }
}

choice! {
    /// How a participant stands, computed from answer and events.
    Attendance {
        /// Expected, or not answered.
        Expected = "expected",
        /// In the room.
        Present = "present",
        /// Online.
        Online = "online",
        /// Sent apologies.
        Apologies = "apologies",
        /// Did not come and did not say.
        Absent = "absent",
        /// Was there and went.
        Left = "left",
    }
}
