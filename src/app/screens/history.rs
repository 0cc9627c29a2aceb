//! History: who changed what in a meeting and when; what is selected.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::query::{HistoryRow, Query};

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

    /// The question for its steps.
    pub fn query(&self) -> Query {
        Query::History {
            doc: DocId::Meeting(self.meeting),
            record: self.entry,
        }
    }

    /// The question for the meeting as it stood after the selected step.
    pub fn past(&self, _rows: &[HistoryRow]) -> Option<Query> {
        None
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
