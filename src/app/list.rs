//! A selection in a list of records: an id, never an index, since remote edits move rows.

use crate::domain::id::Id;

/// A step through a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// Which row is selected, and what is scrolled off above.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The selected row.
    pub selected: Option<Id>,
    /// The row the selection had, for when its record is gone.
    index: usize,
    /// Rows scrolled off above; the drawing may correct it.
    pub offset: usize,
}

/// Rows of a page step, when no screen says otherwise.
const PAGE: usize = 10;

impl List {
    /// The selected row among these; when its record is gone, the one now in its place.
    pub fn index(&self, rows: &[Id]) -> Option<usize> {
        if rows.is_empty() {
            return None;
        }
        let found = self
            .selected
            .and_then(|id| rows.iter().position(|row| *row == id));
        Some(found.unwrap_or(self.index.min(rows.len() - 1)))
    }

    /// The selected record among these rows.
    pub fn id(&self, rows: &[Id]) -> Option<Id> {
        self.index(rows).and_then(|index| rows.get(index).copied())
    }

    /// Selects a record.
    pub fn select(&mut self, id: Id, rows: &[Id]) {
        self.selected = Some(id);
        self.index = rows.iter().position(|row| *row == id).unwrap_or(self.index);
    }

    /// Takes a step; stays at the ends.
    pub fn step(&mut self, rows: &[Id], step: Step) {
        let Some(index) = self.index(rows) else {
            return;
        };
        let last = rows.len() - 1;
        self.index = match step {
            Step::Up => index.saturating_sub(1),
            Step::Down => (index + 1).min(last),
            Step::PageUp => index.saturating_sub(PAGE),
            Step::PageDown => (index + PAGE).min(last),
            Step::First => 0,
            Step::Last => last,
        };
        self.selected = rows.get(self.index).copied();
    }

    /// To the first row of the next of these sections, or of the one before.
    pub fn turn(&mut self, sections: &[Vec<Id>], forward: bool) {
        let all = sections.concat();
        let Some(here) = self.index(&all) else {
            return;
        };
        let mut firsts: Vec<(usize, Id)> = Vec::new();
        let mut place = 0;
        for rows in sections {
            firsts.extend(rows.first().map(|id| (place, *id)));
            place += rows.len();
        }
        let next = match forward {
            true => firsts.iter().find(|(place, _)| *place > here),
            false => firsts.iter().rev().find(|(place, _)| *place < here),
        };
        let around = if forward {
            firsts.first()
        } else {
            firsts.last()
        };
        if let Some((_, id)) = next.or(around) {
            self.select(*id, &all);
        }
    }

    /// Scrolls so that row `index` is visible in `height` rows; returns the first visible row.
    pub fn scroll(offset: usize, index: usize, height: usize) -> usize {
        if index < offset {
            index
        } else if height > 0 && index >= offset + height {
            index + 1 - height
        } else {
            offset
        }
    }
}
