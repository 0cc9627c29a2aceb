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
    /// The section gone to, for while it has no rows.
    section: usize,
    /// Rows scrolled off above; the drawing may correct it.
    pub offset: usize,
}

/// Rows of a page step, when no screen says otherwise.
const PAGE: usize = 10;

impl List {
    /// A list that begins at one of its sections, the first being 0.
    pub fn at_section(section: usize) -> Self {
        Self {
            section,
            ..Self::default()
        }
    }

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

    /// Selects a record; whether another one was selected before.
    pub fn choose(&mut self, id: Id, rows: &[Id]) -> bool {
        let before = self.id(rows);
        self.select(id, rows);
        before != Some(id)
    }

    /// The same among the rows of sections.
    pub fn choose_in(&mut self, id: Id, sections: &[Vec<Id>]) -> bool {
        let before = self.id_in(sections);
        self.select(id, &sections.concat());
        before != Some(id)
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

    /// The section that has the focus though it is empty: what is new goes there.
    pub fn empty(&self, sections: &[Vec<Id>]) -> Option<usize> {
        let chosen = self
            .selected
            .is_some_and(|id| sections.iter().flatten().any(|row| *row == id));
        let here = sections.get(self.section)?;
        (here.is_empty() && !chosen).then_some(self.section)
    }

    /// The selected record of these sections; none in an empty one.
    pub fn id_in(&self, sections: &[Vec<Id>]) -> Option<Id> {
        let first = || sections.get(self.section)?.first().copied();
        match self.empty(sections) {
            Some(_) => None,
            None if self.selected.is_none() && self.section > 0 => first(),
            None => self.id(&sections.concat()),
        }
    }

    /// Takes a step through sections, out of an empty one too.
    pub fn step_in(&mut self, sections: &[Vec<Id>], step: Step) {
        let all = sections.concat();
        let Some(here) = self.empty(sections) else {
            if let Some(id) = self.id_in(sections) {
                self.select(id, &all);
            }
            self.step(&all, step);
            return self.note_section(sections);
        };
        let before: usize = sections.iter().take(here).map(Vec::len).sum();
        let next = match step {
            Step::Down | Step::PageDown | Step::Last => all.get(before),
            Step::Up | Step::PageUp | Step::First => {
                before.checked_sub(1).and_then(|at| all.get(at))
            }
        };
        if let Some(id) = next.copied() {
            self.select(id, &all);
            self.note_section(sections);
        }
    }

    /// Remembers where the selected record stands; when it is gone, its neighbour in the same
    /// section is selected: the next one, else the one before.
    pub fn settle(&mut self, sections: &[Vec<Id>]) {
        let Some(id) = self.selected else {
            return;
        };
        let all = sections.concat();
        if all.contains(&id) {
            self.select(id, &all);
            return self.note_section(sections);
        }
        let before: usize = sections.iter().take(self.section).map(Vec::len).sum();
        let place = self.index.saturating_sub(before);
        let rows = sections.get(self.section);
        let next = rows.and_then(|rows| rows.get(place).or(rows.last()));
        if let Some(next) = next.copied() {
            self.select(next, &all);
        }
    }

    fn note_section(&mut self, sections: &[Vec<Id>]) {
        let holds = |rows: &Vec<Id>| self.selected.is_some_and(|id| rows.contains(&id));
        self.section = sections.iter().position(holds).unwrap_or(self.section);
    }

    /// To the next of these sections or the one before, empty ones too.
    pub fn turn_in(&mut self, sections: &[Vec<Id>], forward: bool) {
        if self.empty(sections).is_none() {
            self.selected = self.id_in(sections);
            self.note_section(sections);
        }
        let step = if forward {
            1
        } else {
            sections.len().saturating_sub(1)
        };
        self.section = (self.section + step) % sections.len().max(1);
        let first = sections.get(self.section).and_then(|rows| rows.first());
        match first.copied() {
            Some(id) => self.select(id, &sections.concat()),
            None => self.selected = None,
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

#[cfg(test)]
mod tests;
