//! Who may do and ask what: one table, role by kind of op and role by kind of question. A new op, question or role does
//! not compile until it stands here.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::attendance::ParticipantField;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingChange, MeetingHeadField, MeetingRecord};
use crate::domain::minutes::{Entry, EntryField, EntryKind};
use crate::domain::network::{NetworkChange, NetworkRecord};
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::proposal::{self, Proposal, ProposalField};
use crate::domain::query::Query;
use crate::domain::role::Role;

/// A kind of op.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The secretariat's own facts, labels, who uses the program.
    Secretariat,
    /// A new person or organisation.
    Newcomer,
    /// Any other change of the register.
    Register,
    /// The desk.
    Desk,
    /// A network, but for its action items.
    Network,
    /// Action items.
    Action,
    /// A meeting's facts.
    Meeting,
    /// Where a meeting and its minutes stand: begun, ended, the current item, approved.
    Course,
    /// Agenda items.
    Item,
    /// When items were current.
    Timing,
    /// Speakers.
    Speaker,
    /// Annexes.
    Annex,
    /// Participants.
    Participant,
    /// A participant's answer to the invitation.
    Answer,
    /// Who came and went.
    Presence,
    /// Minutes.
    Minutes,
    /// Votes, and who leaves because of a conflict of interest.
    Vote,
    /// The speaker list.
    Turn,
    /// That a decision was read aloud and stands.
    ReadBack,
    /// A comment on the minutes.
    Comment,
    /// What became of a comment.
    CommentAnswer,
    /// Approved versions.
    Approval,
    /// Practical things.
    Practical,
    /// A proposed agenda item, and taking it back.
    Propose,
    /// What became of a proposal.
    ProposalAnswer,
    /// Letters, what became of their mails, and what came back.
    Letter,
    /// Erasing a person, and what a newer program does.
    Other,
}

/// Which kind an op is.
pub fn deed(op: &Op) -> Deed {
    match op {
        Op::Secretariat(_) => Deed::Secretariat,
        Op::Register(Edit::Add(_)) => Deed::Newcomer,
        Op::Register(Edit::Set { .. }) => Deed::Register,
        Op::Desk(_) => Deed::Desk,
        Op::Network(Edit::Add(NetworkRecord::Action(_)))
        | Op::Network(Edit::Set {
            change: NetworkChange::Action(_),
            ..
        }) => Deed::Action,
        Op::Network(_) => Deed::Network,
        Op::Meeting(Edit::Add(record)) => added(record),
        Op::Meeting(Edit::Set { change, .. }) => changed(change),
        Op::Text(_) => Deed::Minutes,
        Op::Erased { .. } | Op::StaysErased { .. } | Op::Unknown(_) => Deed::Other,
    }
}

fn added(record: &MeetingRecord) -> Deed {
    match record {
        MeetingRecord::Head(_) => Deed::Meeting,
        MeetingRecord::Item(_) | MeetingRecord::Slot(_) => Deed::Item,
        MeetingRecord::Timing(_) | MeetingRecord::Recess(_) => Deed::Timing,
        MeetingRecord::Speaker(_) => Deed::Speaker,
        MeetingRecord::Annex(_) => Deed::Annex,
        MeetingRecord::Participant(_) => Deed::Participant,
        MeetingRecord::Presence(_) => Deed::Presence,
        MeetingRecord::Entry(entry) => told(entry),
        MeetingRecord::Comment(_) => Deed::Comment,
        MeetingRecord::Approval(_) => Deed::Approval,
        MeetingRecord::Practical(_) => Deed::Practical,
        MeetingRecord::Proposal(_) => Deed::Propose,
        MeetingRecord::Turn(_) => Deed::Turn,
        MeetingRecord::Vote(_) | MeetingRecord::Cast(_) | MeetingRecord::Recusal(_) => Deed::Vote,
        MeetingRecord::Letter(_) | MeetingRecord::Delivery(_) | MeetingRecord::Reply(_) => {
            Deed::Letter
        }
    }
}

/// A sentence that the program writes belongs to what it tells.
fn told(entry: &Entry) -> Deed {
    match entry.kind {
        EntryKind::Attendance if !entry.text.is_empty() => Deed::Minutes,
        EntryKind::Attendance if entry.presence.is_some() => Deed::Presence,
        EntryKind::Attendance if entry.recess.is_some() => Deed::Timing,
        EntryKind::Attendance if entry.recusal.is_some() => Deed::Vote,
        EntryKind::Vote if entry.text.is_empty() && entry.vote.is_some() => Deed::Vote,
        _ => Deed::Minutes,
    }
}

fn changed(change: &MeetingChange) -> Deed {
    match change {
        MeetingChange::Head(
            MeetingHeadField::StartedAt(_)
            | MeetingHeadField::EndedAt(_)
            | MeetingHeadField::Current(_)
            | MeetingHeadField::Minutes(_),
        ) => Deed::Course,
        MeetingChange::Head(
            MeetingHeadField::QueueClosedAt(_) | MeetingHeadField::SpeakerMinutes(_),
        ) => Deed::Turn,
        MeetingChange::Head(_) => Deed::Meeting,
        MeetingChange::Item(_) | MeetingChange::Slot(_) => Deed::Item,
        MeetingChange::Timing(_) | MeetingChange::Recess(_) => Deed::Timing,
        MeetingChange::Speaker(_) => Deed::Speaker,
        MeetingChange::Annex(_) => Deed::Annex,
        MeetingChange::Participant(ParticipantField::Rsvp(_) | ParticipantField::RsvpNote(_)) => {
            Deed::Answer
        }
        MeetingChange::Participant(_) => Deed::Participant,
        MeetingChange::Presence(_) => Deed::Presence,
        MeetingChange::Entry(EntryField::ReadAt(_) | EntryField::ReadHash(_)) => Deed::ReadBack,
        MeetingChange::Entry(_) => Deed::Minutes,
        MeetingChange::Comment(_) => Deed::CommentAnswer,
        MeetingChange::Approval(_) => Deed::Approval,
        MeetingChange::Practical(_) => Deed::Practical,
        MeetingChange::Turn(_) => Deed::Turn,
        MeetingChange::Vote(_) | MeetingChange::Cast(_) | MeetingChange::Recusal(_) => Deed::Vote,
        MeetingChange::Letter(_) | MeetingChange::Delivery(_) | MeetingChange::Reply(_) => {
            Deed::Letter
        }
        MeetingChange::Proposal(ProposalField::Removed(_)) => Deed::Propose,
        MeetingChange::Proposal(_) => Deed::ProposalAnswer,
    }
}

/// What each role may do.
pub fn may(role: Role, deed: Deed) -> bool {
    match role {
        Role::Secretary => true,
        Role::Chair => match deed {
            Deed::Course
            | Deed::Item
            | Deed::Timing
            | Deed::Presence
            | Deed::Vote
            | Deed::Turn
            | Deed::ReadBack
            | Deed::Comment
            | Deed::CommentAnswer
            | Deed::Action
            | Deed::Approval
            | Deed::Propose
            | Deed::ProposalAnswer => true,
            Deed::Secretariat
            | Deed::Newcomer
            | Deed::Register
            | Deed::Desk
            | Deed::Network
            | Deed::Meeting
            | Deed::Speaker
            | Deed::Annex
            | Deed::Participant
            | Deed::Answer
            | Deed::Minutes
            | Deed::Practical
            | Deed::Letter
            | Deed::Other => false,
        },
        Role::Member => matches!(deed, Deed::Answer | Deed::Comment | Deed::Propose),
        Role::Door => matches!(
            deed,
            Deed::Presence | Deed::Participant | Deed::Answer | Deed::Newcomer
        ),
        Role::Viewer => false,
    }
}

/// What each role may ask; what is answered is projected besides.
pub fn may_ask(role: Role, query: &Query) -> bool {
    match role {
        Role::Secretary | Role::Chair => true,
        Role::Member | Role::Door | Role::Viewer => match query {
            Query::Doc(DocId::Desk) => false,
            Query::Doc(_) | Query::Resolve(_) | Query::Home { .. } | Query::Meetings { .. } => true,
            Query::Undo { .. } => role != Role::Viewer,
            // Whoever shows a code at the door of another meeting is told which it is of.
            Query::Code(_) => role == Role::Door,
            // Of an annex they see.
            Query::Piece { .. } => role != Role::Door,
            // All of the journal is not theirs, nor is any file of the person's own asked for here.
            _ => false,
        },
    }
}

/// What a session's role is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The role.
    pub role: Role,
    /// The account's name.
    pub user: String,
    /// The name the secretariat knows the account by.
    pub name: String,
    /// The person of the register, when known.
    pub person: Option<Id>,
    /// The only meeting it is about, when one was named.
    pub only: Option<Id>,
    /// The person's networks; the one meeting's, when one was named.
    pub networks: BTreeSet<Id>,
    /// The people whose telephone numbers the door may see: those invited to the meetings it was shown.
    pub reachable: BTreeSet<Id>,
    /// The day.
    pub today: NaiveDate,
}

impl Scope {
    /// Whether a meeting is one of theirs: of an own network, or the one being held.
    pub fn covers(&self, meeting: &Meeting) -> bool {
        let head = &meeting.head;
        if self.only.is_some_and(|only| only != head.id) {
            return false;
        }
        let held = head.started_at.is_some() && head.ended_at.is_none();
        match self.role {
            Role::Secretary | Role::Chair => true,
            Role::Member => self.networks.contains(&head.network),
            Role::Door | Role::Viewer => {
                self.only.is_some() || held || head.date == Some(self.today)
            }
        }
    }

    /// Whether an op may be done; `meeting` is its document, when it is one.
    pub fn allows(&self, op: &DocOp, meeting: Option<&Meeting>) -> bool {
        let told = self.takes_back(op, meeting);
        if !may(self.role, told.unwrap_or_else(|| deed(&op.op))) {
            return false;
        }
        if self.role.reads_all() {
            return true;
        }
        match (op.doc, meeting) {
            (DocId::Meeting(_), Some(meeting)) => self.covers(meeting) && self.is_own(op, meeting),
            (DocId::Register, None) => self.role == Role::Door,
            _ => false,
        }
    }

    /// What a sentence that the program wrote belongs to, when it is removed or set back.
    fn takes_back(&self, op: &DocOp, meeting: Option<&Meeting>) -> Option<Deed> {
        let Op::Meeting(Edit::Set {
            id,
            change: MeetingChange::Entry(EntryField::Removed(_)),
        }) = &op.op
        else {
            return None;
        };
        meeting?.entries.get(id).map(told)
    }

    /// A member answers and proposes for nobody else, and comments only on what they may see.
    fn is_own(&self, op: &DocOp, meeting: &Meeting) -> bool {
        if self.role != Role::Member {
            return true;
        }
        match &op.op {
            Op::Meeting(Edit::Set {
                id,
                change: MeetingChange::Participant(_),
            }) => self.person == Some(*id),
            Op::Meeting(Edit::Add(MeetingRecord::Comment(comment))) => {
                self.is_name(&comment.by)
                    && comment.answer.is_empty()
                    && comment.is_plain()
                    && comment
                        .entry
                        .is_none_or(|entry| super::projection::shows(meeting, entry))
            }
            Op::Meeting(Edit::Add(MeetingRecord::Proposal(row))) => self.may_propose(row, meeting),
            Op::Meeting(Edit::Set {
                id,
                change: MeetingChange::Proposal(ProposalField::Removed(_)),
            }) => {
                let row = meeting.proposals.get(id);
                row.is_some_and(|row| self.is_name(&row.by) && row.status == Default::default())
            }
            _ => false,
        }
    }

    /// Whether a name is this user's.
    pub fn is_name(&self, name: &str) -> bool {
        [self.user.as_str(), self.name.as_str()].contains(&name)
    }

    /// Bounded, unanswered, in the member's own name, while the agenda can still take it.
    fn may_propose(&self, row: &Proposal, meeting: &Meeting) -> bool {
        let fresh = row.is_open() && row.answer.is_empty() && row.item.is_none();
        let fits = !row.title.trim().is_empty()
            && row.title.len() <= proposal::LONGEST_TITLE
            && row.purpose.len() <= proposal::LONGEST_PURPOSE;
        let mine = |row: &&Proposal| row.is_open() && self.is_name(&row.by);
        let open = meeting.proposals.values().filter(mine).count();
        fresh
            && fits
            && self.is_name(&row.by)
            && meeting.takes_proposals()
            && open < proposal::MOST_OPEN
    }
}

#[cfg(test)]
mod tests;
