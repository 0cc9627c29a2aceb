//! Replies: what came back to letters about a meeting, from whom, and what became of it.
//!
//! It owns what is remembered of a mail that was taken in. It must not know how mail is read.

use chrono::{NaiveDate, NaiveTime};

use super::attendance::Rsvp;
use super::draft::{Ids, add_to_meeting, set_in_meeting, set_in_network, set_in_register};
use super::id::Id;
use super::invitation;
use super::letter::{Delivery, MailStatus, proceed};
use super::meeting::Meeting;
use super::network::{ActionItemField, ActionStatus, Network};
use super::op::DocOp;
use super::record::FieldChange as _;
use super::register::{Person, PersonField, Register};
use crate::{choice, record};

choice! {
    /// What somebody's mail is.
    ReplyKind {
        /// Words that a person has to read.
        Words = "words",
        /// An answer to the invitation.
        Answer = "answer",
        /// Another time is proposed.
        Proposal = "proposal",
        /// Action items are done.
        Done = "done",
        /// Comments on the minutes.
        Comments = "comments",
        /// A mail that came back.
        Bounce = "bounce",
    }
}

choice! {
    /// What became of it.
    ReplyStatus {
        /// It was taken in as it came.
        Taken = "taken",
        /// A person has to settle it.
        Open = "open",
        /// A person settled it.
        Settled = "settled",
        /// A person put it aside.
        Dropped = "dropped",
    }
}

record! {
    /// A mail that came in about the meeting.
    Reply, ReplyField {
        /// When it was written, milliseconds since 1970 UTC.
        at At: i64,
        /// What names it, so that it is not taken in twice.
        source Source: String,
        /// What it is.
        kind Kind: ReplyKind,
        /// What became of it.
        status Status: ReplyStatus,
        /// The mail it answers, when it says so.
        delivery Delivery: Option<Id>,
        /// Who sent it; of one to settle, who it may be.
        person Person: Option<Id>,
        /// The sender's name, as the mail says.
        name Name: String,
        /// The sender's address.
        address Address: String,
        /// What it says.
        text Text: String,
        /// Of an answer: the answer.
        rsvp Rsvp: Rsvp,
        /// Of a proposal: the day.
        date Date: Option<NaiveDate>,
        /// Of a proposal: the start.
        start Start: Option<NaiveTime>,
        /// Of a proposal: the end.
        end End: Option<NaiveTime>,
        /// Action items that are done.
        actions Actions: Vec<Id>,
    }
}

impl Reply {
    /// Whether a person has to settle it.
    pub fn is_open(&self) -> bool {
        !self.removed && self.status == ReplyStatus::Open
    }

    /// Whether it does something by itself once it is known who sent it.
    pub fn needs_sender(&self) -> bool {
        match self.kind {
            ReplyKind::Answer => true,
            ReplyKind::Done => !self.actions.is_empty(),
            _ => false,
        }
    }
}

impl Meeting {
    /// The replies to settle, the oldest first.
    pub fn open_replies(&self) -> Vec<&Reply> {
        let mut rows: Vec<&Reply> = self.replies.values().filter(|row| row.is_open()).collect();
        rows.sort_by_key(|row| (row.at, row.id));
        rows
    }

    /// Whether a mail was taken in before.
    pub fn knows(&self, source: &str) -> bool {
        self.replies.values().any(|row| row.source == source)
    }

    /// When somebody last answered the invitation by mail.
    pub fn answered_at(&self, person: Id) -> Option<i64> {
        let rows = self.replies.values().filter(|row| {
            let counts = matches!(row.status, ReplyStatus::Taken | ReplyStatus::Settled);
            !row.removed && counts && row.kind == ReplyKind::Answer && row.person == Some(person)
        });
        rows.map(|row| row.at).max()
    }
}

/// Somebody's answer to the invitation; who was not invited comes onto the list first.
pub fn answer(meeting: &Meeting, register: &Register, person: Id, reply: &Reply) -> Vec<DocOp> {
    let there = meeting.participants.get(&person);
    if there.is_some_and(|row| !row.removed) {
        let note = (!reply.text.is_empty()).then_some(reply.text.as_str());
        return invitation::answer(meeting, person, reply.rsvp, note);
    }
    let mut ops = invitation::invite(meeting, &[invitation::invitee(register, person)]);
    for op in &mut ops {
        use super::meeting::MeetingRecord;
        use super::op::{Edit, Op};
        if let Op::Meeting(Edit::Add(MeetingRecord::Participant(row))) = &mut op.op {
            row.rsvp = reply.rsvp;
            row.rsvp_note.clone_from(&reply.text);
        }
    }
    ops
}

/// A mail came back; what is queued again meanwhile stays queued.
pub fn bounced(meeting: &Meeting, row: &Delivery, at: i64, said: &str) -> Vec<DocOp> {
    match row.status {
        MailStatus::Sent | MailStatus::Unknown | MailStatus::File | MailStatus::Sending => {
            proceed(meeting.head.id, row, MailStatus::Bounced, at, said)
        }
        _ => Vec::new(),
    }
}

/// Mail to a person's address came back, and what the server said; who has none is left alone.
pub fn unreachable(person: &Person, said: &str) -> Vec<DocOp> {
    if person.email.is_empty() || person.erased {
        return Vec::new();
    }
    let fields = [
        PersonField::bounced(person, person.email.clone()),
        PersonField::bounced_said(person, said.to_owned()),
    ];
    let real = fields.into_iter().filter(PersonField::is_real);
    real.map(|field| set_in_register(person.id, field))
        .collect()
}

/// Remembers a mail.
pub fn remember(meeting: &Meeting, reply: Reply, ids: Ids<'_>) -> DocOp {
    let id = ids();
    add_to_meeting(meeting.head.id, Reply { id, ..reply })
}

/// Somebody reports action items done; those that are closed, or reported already, stay.
pub fn report(
    id: Id,
    network: &Network,
    actions: &[Id],
    person: Id,
    today: NaiveDate,
) -> Vec<DocOp> {
    let rows = actions.iter().filter_map(|row| network.actions.get(row));
    let rows = rows
        .filter(|row| !row.removed && row.status == ActionStatus::Open && row.reported.is_none());
    rows.flat_map(|row| {
        [
            ActionItemField::reported(row, Some(today)),
            ActionItemField::reported_by(row, Some(person)),
        ]
        .map(|field| set_in_network(id, row.id, field))
    })
    .collect()
}

/// A person says what becomes of one to settle, and who sent it.
pub fn settle(
    meeting: &Meeting,
    reply: &Reply,
    status: ReplyStatus,
    person: Option<Id>,
) -> Vec<DocOp> {
    let id = meeting.head.id;
    let mut ops = vec![set_in_meeting(
        id,
        reply.id,
        ReplyField::status(reply, status),
    )];
    if person.is_some() && reply.person != person {
        let change = ReplyField::person(reply, person);
        ops.push(set_in_meeting(id, reply.id, change));
    }
    ops
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{Builder, apply_to_meeting, id, ids};

    #[test]
    fn who_was_not_invited_comes_onto_the_list_with_the_answer() {
        let meeting = Builder::planned().person(1, 10, Rsvp::NoAnswer).done();
        let reply = Reply {
            rsvp: Rsvp::No,
            text: "Ferie".into(),
            ..Reply::default()
        };
        for person in [1, 2] {
            let ops = answer(&meeting, &Register::default(), id(person), &reply);
            let after = apply_to_meeting(&meeting, &ops);
            let row = &after.participants[&id(person)];
            assert_eq!((row.rsvp, row.rsvp_note.as_str()), (Rsvp::No, "Ferie"));
        }
    }

    #[test]
    fn one_to_settle_counts_until_it_is_settled() {
        let meeting = Builder::planned().done();
        let reply = Reply {
            source: "a".into(),
            kind: ReplyKind::Answer,
            status: ReplyStatus::Open,
            at: 7,
            ..Reply::default()
        };
        let meeting = apply_to_meeting(&meeting, &[remember(&meeting, reply, &mut ids())]);
        assert!(meeting.knows("a") && meeting.outgoing().replies == 1);
        assert_eq!(meeting.answered_at(id(1)), None);
        let row = meeting.open_replies()[0].clone();
        let ops = settle(&meeting, &row, ReplyStatus::Settled, Some(id(1)));
        let meeting = apply_to_meeting(&meeting, &ops);
        assert!(meeting.knows("a") && meeting.outgoing().replies == 0);
        assert_eq!(meeting.answered_at(id(1)), Some(7));
    }
}
