//! Ops: the small typed changes everything is made of. `apply`, `inverse` and `rebase` live beside their tables.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::desk::Desk;
use super::id::{BadId, Id};
use super::meeting::{Meeting, MeetingTable};
use super::network::{Network, NetworkTable};
use super::record::{Document, FieldChange, RecordKey, is_default};
use super::register::{Register, RegisterTable};
use super::secretariat::Secretariat;
use super::text::{TextField, TextOp};

/// Which document an op belongs to. Written `secretariat`, `register`, `desk`, `network:ID`, `meeting:ID`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocId {
    /// Language, name and the list of networks.
    Secretariat,
    /// People and organisations.
    Register,
    /// Enquiries, memberships, representation, fora.
    Desk,
    /// One network: members, groups, template, meetings' labels, action items.
    Network(Id),
    /// One meeting and all that belongs to it.
    Meeting(Id),
}

impl fmt::Display for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secretariat => f.write_str("secretariat"),
            Self::Register => f.write_str("register"),
            Self::Desk => f.write_str("desk"),
            Self::Network(id) => write!(f, "network:{id}"),
            Self::Meeting(id) => write!(f, "meeting:{id}"),
        }
    }
}

impl FromStr for DocId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        match text.split_once(':') {
            None if text == "secretariat" => Ok(Self::Secretariat),
            None if text == "register" => Ok(Self::Register),
            None if text == "desk" => Ok(Self::Desk),
            Some(("network", id)) => Ok(Self::Network(id.parse()?)),
            Some(("meeting", id)) => Ok(Self::Meeting(id.parse()?)),
            _ => text.parse::<Id>().map(Self::Meeting),
        }
    }
}

impl Serialize for DocId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DocId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// One change to one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocOp {
    /// The document changed.
    pub doc: DocId,
    /// The change.
    pub op: Op,
}

impl DocOp {
    /// The change that takes this one back right after it; `None` where nothing does.
    pub fn inverse(&self) -> Option<Self> {
        Some(Self {
            doc: self.doc,
            op: self.op.inverse()?,
        })
    }
}

/// The changes that take others back right after them, the last first.
pub fn inverses(ops: &[DocOp]) -> impl Iterator<Item = DocOp> {
    ops.iter().rev().filter_map(DocOp::inverse)
}

/// A change to a document made of tables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", bound = "")]
pub enum Edit<D: Document> {
    /// A new record. One whose id is already there changes nothing.
    Add(D::Record),
    /// One field of a record.
    Set {
        /// The record; the head's id is all zero.
        #[serde(default, skip_serializing_if = "is_default")]
        id: Id,
        /// The field, with what it replaces.
        change: D::Change,
    },
}

impl<D: Document> Edit<D> {
    /// The record it touches.
    pub fn key(&self) -> RecordKey {
        match self {
            Self::Add(record) => D::key_of(record),
            Self::Set { id, change } => D::key_of_change(*id, change),
        }
    }

    /// The edit that takes this one back. Adding is taken back by removing.
    pub fn inverse(&self) -> Option<Self> {
        match self {
            Self::Add(record) => {
                let key = D::key_of(record);
                D::removal(key, true).map(|change| Self::Set { id: key.id, change })
            }
            Self::Set { id, change } => Some(Self::Set {
                id: *id,
                change: change.inverse(),
            }),
        }
    }

    /// Applies it; `false` when it did not fit.
    pub fn apply(&self, document: &mut D) -> bool {
        match self {
            Self::Add(record) => document.add(record),
            Self::Set { id, change } => document.set(*id, change),
        }
    }
}

/// A change, one sub-enum per kind of document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// To the secretariat.
    Secretariat(Edit<Secretariat>),
    /// To the register.
    Register(Edit<Register>),
    /// To the desk.
    Desk(Edit<Desk>),
    /// To a network.
    Network(Edit<Network>),
    /// To a meeting's records.
    Meeting(Edit<Meeting>),
    /// To a meeting's flowing text.
    Text(TextOp),
    /// A person's data is erased: the fold empties the record, the journal has already
    /// rewritten the bodies that named the person.
    Erased {
        /// The person.
        person: Id,
    },
    /// What was noted about journeys is erased: the fold drops the records, the journal has
    /// already rewritten the bodies that made them.
    StaysErased {
        /// The records.
        stays: Vec<Id>,
    },
    /// Of a newer program: kept as it is; makes its document read-only here.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}

impl Op {
    /// The op that takes this one back, when it can be.
    pub fn inverse(&self) -> Option<Self> {
        match self {
            Self::Secretariat(edit) => edit.inverse().map(Self::Secretariat),
            Self::Register(edit) => edit.inverse().map(Self::Register),
            Self::Desk(edit) => edit.inverse().map(Self::Desk),
            Self::Network(edit) => edit.inverse().map(Self::Network),
            Self::Meeting(edit) => edit.inverse().map(Self::Meeting),
            Self::Text(text) => Some(Self::Text(text.inverse())),
            Self::Erased { .. } | Self::StaysErased { .. } | Self::Unknown(_) => None,
        }
    }

    /// Whether it takes somebody's data out of the journal's earlier lines.
    pub fn erases(&self) -> bool {
        matches!(self, Self::Erased { .. } | Self::StaysErased { .. })
    }

    /// The records it touches.
    pub fn touched(&self) -> Vec<RecordKey> {
        let entry = |id| RecordKey {
            table: MeetingTable::Entry as u8,
            id,
        };
        let item = |id| RecordKey {
            table: MeetingTable::Item as u8,
            id,
        };
        let stay = |id| RecordKey {
            table: NetworkTable::Stay as u8,
            id,
        };
        match self {
            Self::Secretariat(edit) => vec![edit.key()],
            Self::Register(edit) => vec![edit.key()],
            Self::Desk(edit) => vec![edit.key()],
            Self::Network(edit) => vec![edit.key()],
            Self::Meeting(edit) => vec![edit.key()],
            Self::Text(TextOp::TextSpliced(splice)) => match splice.field {
                TextField::Entry(id) => vec![entry(id)],
                TextField::Background(id) | TextField::Recommendation(id) => vec![item(id)],
            },
            Self::Text(TextOp::EntrySplit(split)) => vec![entry(split.entry), entry(split.new.id)],
            Self::Text(TextOp::EntriesJoined(join)) => vec![entry(join.first), entry(join.second)],
            Self::Erased { person } => vec![RecordKey {
                table: RegisterTable::Person as u8,
                id: *person,
            }],
            Self::StaysErased { stays } => stays.iter().map(|id| stay(*id)).collect(),
            Self::Unknown(_) => Vec::new(),
        }
    }
}
