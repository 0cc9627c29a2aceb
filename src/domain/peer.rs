//! Others at work in the same folder: who they are and where they stand. Never journalled.

use serde::{Deserialize, Serialize};

use super::id::Id;

/// Where somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The meeting on the screen.
    pub meeting: Id,
    /// The agenda item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Id>,
    /// The entry the caret is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Id>,
}

/// Somebody at a screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Peer {
    /// The user's name, as the hub knows it.
    pub user: String,
    /// Where; `None` when at no meeting.
    pub spot: Option<Spot>,
}
