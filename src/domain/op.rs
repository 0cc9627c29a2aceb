//! Ops: the small typed changes everything is made of. `apply`, `inverse` and `rebase` live beside their tables.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::{BadId, Id};

/// Which document an op belongs to. Written `secretariat`, `register`, `desk`, `network:ID`, `meeting:ID`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocId {
    /// Language, name and the list of networks.
    Secretariat,
    /// People and organisations.
    Register,
    /// Enquiries, memberships, representation.
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

/// A change, one sub-enum per kind of document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// Of a newer program: kept as it is; makes its document read-only here.
    #[serde(untagged)]
    Unknown(serde_json::Value),
}
