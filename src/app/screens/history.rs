//! History: who changed what in a meeting and when; what is selected.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::id::Id;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct HistoryScreen {
    /// The meeting.
    pub meeting: Id,
    /// Only this entry of it.
    pub entry: Option<Id>,
    /// The steps.
    pub list: List,
}

impl HistoryScreen {
    /// A meeting's history, or one entry's.
    pub fn new(meeting: Id, entry: Option<Id>) -> Self {
        Self {
            meeting,
            entry,
            ..Self::default()
        }
    }

    /// What a command would be about.
    pub fn target(&self) -> Target {
        Target {
            meeting: Some(self.meeting),
            entry: self.entry,
            ..Target::default()
        }
    }

    /// A step through the list.
    pub fn step(&mut self, _app: &App, _step: Step) {}
}
