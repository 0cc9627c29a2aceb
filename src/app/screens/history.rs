//! History: who changed what in a meeting, a network or on the desk and when; of a meeting the minutes
//! as they stood then; what is selected.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::id::Id;
use crate::domain::meeting::MeetingTable;
use crate::domain::op::DocId;
use crate::domain::query::{HistoryRow, Query};

/// Rows a step of scrolling goes.
const SCROLL: usize = 8;

/// See the module.
#[derive(Clone, Debug)]
pub struct HistoryScreen {
    /// The meeting, the network or the desk.
    pub doc: DocId,
    /// Only this entry of a meeting.
    pub entry: Option<Id>,
    /// The steps.
    pub list: List,
    /// Rows the minutes of then are scrolled on.
    pub scrolled: usize,
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
    /// A document's history, or one entry's.
    pub fn new(doc: DocId, entry: Option<Id>) -> Self {
        Self {
            doc,
            entry,
            list: List::default(),
            scrolled: 0,
        }
    }

    /// The meeting, when it is one's.
    pub fn meeting(&self) -> Option<Id> {
        match self.doc {
            DocId::Meeting(id) => Some(id),
            _ => None,
        }
    }

    /// The question for its steps.
    pub fn query(&self) -> Query {
        Query::History {
            doc: self.doc,
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
        self.meeting()?;
        self.selected(rows).map(|row| Query::At {
            doc: self.doc,
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
            meeting: self.meeting(),
            network: match self.doc {
                DocId::Network(id) => Some(id),
                _ => None,
            },
            entry: self.restorable(&app.view.lists.history),
            ..Target::default()
        }
    }

    /// Where Enter leads: to what the step changed, as it is today. `None` when that is no place
    /// of the meeting, or is gone.
    pub fn way(&self, app: &App) -> Option<(&'static str, Target)> {
        let mut target = self.target(app);
        let meeting = app.docs.meeting(self.meeting()?)?;
        let live = |id: &Id| meeting.entries.get(id).is_some_and(|row| !row.removed);
        let row = self.selected(&app.view.lists.history)?;
        if let Some(entry) = target.entry.or(entries(row).first().copied()).filter(live) {
            target.entry = Some(entry);
            target.item = meeting.entries.get(&entry).map(|row| row.item);
            return Some(("go-minutes", target));
        }
        target.entry = None;
        let keys = row.ops.iter().flat_map(|op| op.op.touched());
        for key in keys {
            if meeting.participants.contains_key(&key.id) && key.table != 0 {
                target.person = Some(key.id);
                return Some(("go-participants", target));
            }
            let item = meeting.item_of(key).or(Some(key.id));
            let item = item.and_then(|id| meeting.items.get(&id));
            if let Some(item) = item.filter(|item| !item.removed) {
                target.item = Some(item.id);
                return Some(("go-agenda", target));
            }
            if key.table == 0 {
                return Some(("go-agenda", target));
            }
        }
        None
    }

    /// Scrolls the minutes of then.
    pub fn scroll(&mut self, down: bool) {
        self.scrolled = match down {
            true => self.scrolled + SCROLL,
            false => self.scrolled.saturating_sub(SCROLL),
        };
    }

    /// Selects a record; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        let rows: Vec<Id> = app.view.lists.history.iter().map(row_id).collect();
        self.list.choose(record, &rows)
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        self.scrolled = 0;
        let rows: Vec<Id> = app.view.lists.history.iter().map(row_id).collect();
        self.list.step(&rows, step);
    }
}
