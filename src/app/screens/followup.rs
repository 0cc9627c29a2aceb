//! Follow-up: open actions across meetings and networks, by deadline or by owner; what is selected.

use chrono::NaiveDate;

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::app::todo::{is_overdue, is_reported};
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::query::ActionRow;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct FollowUpScreen {
    /// Only this network's actions.
    pub network: Option<Id>,
    /// The network to narrow to again, when all are shown.
    pub other: Option<Id>,
    /// By owner instead of by deadline.
    pub by_owner: bool,
    /// The actions.
    pub list: List,
}

/// A heading of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Group<'a> {
    /// Reported done, to be confirmed.
    Reported,
    /// Past the deadline.
    Overdue,
    /// Due within a week.
    Soon,
    /// Due later.
    Later,
    /// No day to be late by.
    Undated,
    /// One owner's; empty when nobody is.
    Owner(&'a str),
}

impl FollowUpScreen {
    /// A network's actions, or all; at one of them.
    pub fn new(network: Option<Id>, action: Option<Id>) -> Self {
        let mut screen = Self {
            network,
            ..Self::default()
        };
        screen.list.selected = action;
        screen
    }

    /// The actions shown, in order, each with its heading.
    pub fn rows<'a>(&self, app: &'a App) -> Vec<(Group<'a>, &'a ActionRow)> {
        let today = app.clock.local.date();
        let all = app.view.home.iter().flat_map(|home| &home.actions);
        let mut rows: Vec<&ActionRow> = all
            .filter(|row| self.network.is_none_or(|network| row.network == network))
            .collect();
        if !self.by_owner {
            rows.sort_by_key(|row| !is_reported(row));
        } else {
            rows.sort_by_cached_key(|row| (row.owner_name.is_empty(), sort_key(&row.owner_name)));
        }
        let group = |row: &'a ActionRow| match self.by_owner {
            true => Group::Owner(&row.owner_name),
            false => by_deadline(row, today),
        };
        rows.into_iter().map(|row| (group(row), row)).collect()
    }

    /// The selected action.
    pub fn selected<'a>(&self, app: &'a App) -> Option<&'a ActionRow> {
        let rows = self.rows(app);
        let index = self.list.index(&ids(&rows))?;
        rows.get(index).map(|(_, row)| *row)
    }

    /// What a command would be about.
    pub fn target(&self, app: &App) -> Target {
        let row = self.selected(app);
        Target {
            network: row.map(|row| row.network).or(self.network),
            action: row.map(|row| row.id),
            ..Target::default()
        }
    }

    /// Where Enter leads: to the entry where it arose, else its form.
    pub fn way(&self, app: &App) -> Option<(&'static str, Target)> {
        let row = self.selected(app)?;
        let target = Target {
            network: Some(row.network),
            meeting: row.meeting,
            item: row.item,
            entry: row.entry,
            action: Some(row.id),
            ..Target::default()
        };
        match row.meeting {
            Some(_) => Some(("go-minutes", target)),
            None => Some(("action-edit", target)),
        }
    }

    /// Selects the neighbour of a selected record that is gone.
    pub fn settle(&mut self, app: &App) {
        let rows = ids(&self.rows(app));
        self.list.settle(&[rows]);
    }

    /// Selects a record; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        let rows = ids(&self.rows(app));
        self.list.choose(record, &rows)
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        let rows = ids(&self.rows(app));
        self.list.step(&rows, step);
    }

    /// All networks, or the one at hand.
    pub fn widen(&mut self, app: &App) {
        match self.network.take() {
            Some(network) => self.other = Some(network),
            None => self.network = self.selected(app).map(|row| row.network).or(self.other),
        }
    }
}

fn ids(rows: &[(Group<'_>, &ActionRow)]) -> Vec<Id> {
    rows.iter().map(|(_, row)| row.id).collect()
}

fn by_deadline<'a>(row: &ActionRow, today: NaiveDate) -> Group<'a> {
    match row.due.as_ref().and_then(|due| due.day()) {
        _ if is_reported(row) => Group::Reported,
        None => Group::Undated,
        Some(_) if is_overdue(row, today) => Group::Overdue,
        Some(day) if (day - today).num_days() <= 7 => Group::Soon,
        Some(_) => Group::Later,
    }
}
