//! History: who changed what in a meeting and when, and the minutes as they stood then; what is
//! selected.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::id::Id;
use crate::domain::meeting::MeetingTable;
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

/// A step's id in the list: its journal position.
pub fn row_id(row: &HistoryRow) -> Id {
    Id::from_bits(row.seq.into())
}

/// The entries a step touched.
pub fn entries(row: &HistoryRow) -> Vec<Id> {
    let touched = row.ops.iter().flat_map(|op| op.op.touched());
    let mut ids: Vec<Id> = touched
        .filter(|key| key.table == MeetingTable::Entry as u8)
        .map(|key| key.id)
        .collect();
    ids.dedup();
    ids
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

    /// The selected step.
    pub fn selected<'a>(&self, rows: &'a [HistoryRow]) -> Option<&'a HistoryRow> {
        let ids: Vec<Id> = rows.iter().map(row_id).collect();
        rows.get(self.list.index(&ids)?)
    }

    /// The question for the meeting as it stood after the selected step.
    pub fn past(&self, rows: &[HistoryRow]) -> Option<Query> {
        self.selected(rows).map(|row| Query::At {
            doc: DocId::Meeting(self.meeting),
            at: row.at,
        })
    }

    /// The one entry that could be set back to how it stood.
    pub fn restorable(&self, rows: &[HistoryRow]) -> Option<Id> {
        let touched = entries(self.selected(rows)?);
        match (self.entry, touched.as_slice()) {
            (Some(entry), _) => Some(entry),
            (None, [one]) => Some(*one),
            _ => None,
        }
    }

    /// What a command would be about.
    pub fn target(&self, app: &App) -> Target {
        Target {
            meeting: Some(self.meeting),
            entry: self.restorable(&app.view.lists.history),
            ..Target::default()
        }
    }

    /// Where Enter leads: to the entry in the minutes of today.
    pub fn way(&self, app: &App) -> Option<(&'static str, Target)> {
        let mut target = self.target(app);
        let meeting = app.docs.meeting(self.meeting);
        target.item = target
            .entry
            .and_then(|id| Some(meeting?.entries.get(&id)?.item));
        Some(("go-minutes", target))
    }

    /// Selects a record; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        let rows: Vec<Id> = app.view.lists.history.iter().map(row_id).collect();
        let before = self.list.id(&rows);
        self.list.select(record, &rows);
        before != Some(record)
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        let rows: Vec<Id> = app.view.lists.history.iter().map(row_id).collect();
        self.list.step(&rows, step);
    }
}
