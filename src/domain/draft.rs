//! Drafts: ops of one command, written briefly. It owns how records and changes become ops;
//! it must not know what a command means.

use super::desk::DeskChange;
use super::id::Id;
use super::meeting::{Meeting, MeetingChange, MeetingRecord};
use super::network::{Network, NetworkChange, NetworkRecord};
use super::op::{DocId, DocOp, Edit, Op};
use super::pos::Pos;
use super::record::Change;
use super::register::{Register, RegisterChange, RegisterRecord};

/// Where new ids come from.
pub type Ids<'a> = &'a mut dyn FnMut() -> Id;

/// Randomness for a [`Pos`], taken from a new record's id.
pub fn jitter(id: Id) -> u32 {
    id.bits() as u32
}

/// A place after the last of `rows`.
pub fn last_place<'a>(rows: impl Iterator<Item = &'a Pos>, id: Id) -> Pos {
    Pos::between(rows.max(), None, jitter(id))
}

fn meeting_op(meeting: Id, edit: Edit<Meeting>) -> DocOp {
    DocOp {
        doc: DocId::Meeting(meeting),
        op: Op::Meeting(edit),
    }
}

fn network_op(network: Id, edit: Edit<Network>) -> DocOp {
    DocOp {
        doc: DocId::Network(network),
        op: Op::Network(edit),
    }
}

fn register_op(edit: Edit<Register>) -> DocOp {
    DocOp {
        doc: DocId::Register,
        op: Op::Register(edit),
    }
}

/// A changed field of a record of the desk.
pub fn set_on_desk(id: Id, change: impl Into<DeskChange>) -> DocOp {
    DocOp {
        doc: DocId::Desk,
        op: Op::Desk(Edit::Set {
            id,
            change: change.into(),
        }),
    }
}

/// A new record of a meeting.
pub fn add_to_meeting(meeting: Id, record: impl Into<MeetingRecord>) -> DocOp {
    meeting_op(meeting, Edit::Add(record.into()))
}

/// A changed field of a meeting's record.
pub fn set_in_meeting(meeting: Id, id: Id, change: impl Into<MeetingChange>) -> DocOp {
    let change = change.into();
    meeting_op(meeting, Edit::Set { id, change })
}

/// A changed field of the meeting's own facts.
pub fn set_meeting(meeting: &Meeting, change: super::meeting::MeetingHeadField) -> DocOp {
    set_in_meeting(meeting.head.id, Id::default(), change)
}

/// A new record of a network.
pub fn add_to_network(network: Id, record: impl Into<NetworkRecord>) -> DocOp {
    network_op(network, Edit::Add(record.into()))
}

/// A changed field of a network's record.
pub fn set_in_network(network: Id, id: Id, change: impl Into<NetworkChange>) -> DocOp {
    let change = change.into();
    network_op(network, Edit::Set { id, change })
}

/// A new person or organisation.
pub fn add_to_register(record: impl Into<RegisterRecord>) -> DocOp {
    register_op(Edit::Add(record.into()))
}

/// A changed field of a person or an organisation.
pub fn set_in_register(id: Id, change: impl Into<RegisterChange>) -> DocOp {
    let change = change.into();
    register_op(Edit::Set { id, change })
}

/// The change of a mark of removal: `ItemField::Removed(mark(true))`.
pub fn mark(removed: bool) -> Change<bool> {
    Change {
        from: !removed,
        to: removed,
    }
}
