//! What a person may be to the secretariat. Fixed by the process on the hub's machine.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// All.
    #[default]
    Secretary,
    /// Reads all, steers the meeting, approves.
    Chair,
    /// Reads open items of own networks, answers, comments, proposes.
    Member,
    /// Checks people in.
    Door,
    /// Sees the chair's screen.
    Viewer,
}

pub use super::reason::DENIED;

impl Role {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Secretary,
        Self::Chair,
        Self::Member,
        Self::Door,
        Self::Viewer,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Secretary => "secretary",
            Self::Chair => "chair",
            Self::Member => "member",
            Self::Door => "door",
            Self::Viewer => "viewer",
        }
    }

    /// Whether it may have the documents as they are and keep a copy; the others get what is
    /// projected for them.
    pub fn reads_all(self) -> bool {
        matches!(self, Self::Secretary | Self::Chair)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|role| role.name() == text)
            .ok_or_else(|| format!("{text} is no role"))
    }
}
