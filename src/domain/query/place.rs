//! What was found, and where in the program it is.

use serde::{Deserialize, Serialize};

use crate::domain::desk::Part;
use crate::domain::id::Id;

/// Something found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Where to go.
    pub place: Place,
    /// What it is called.
    pub title: String,
    /// Where it belongs ("NIMS 3/2026").
    pub context: String,
}

/// A place in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A network.
    Network(Id),
    /// A meeting.
    Meeting(Id),
    /// An agenda item.
    Item {
        /// The meeting.
        meeting: Id,
        /// The item.
        item: Id,
    },
    /// An entry of the minutes: a decision, an action.
    Entry {
        /// The meeting.
        meeting: Id,
        /// The item.
        item: Id,
        /// The entry.
        entry: Id,
    },
    /// An action item without a meeting.
    Action {
        /// The network.
        network: Id,
        /// The action item.
        action: Id,
    },
    /// A person.
    Person(Id),
    /// An organisation.
    Organisation(Id),
    /// An offer, a method or a template.
    Resource {
        /// The network.
        network: Id,
        /// The record.
        resource: Id,
    },
    /// Anything on the desk.
    Desk {
        /// The part of the desk.
        part: Part,
        /// The record.
        record: Id,
    },
}
