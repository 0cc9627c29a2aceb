//! The paragraphs in rows, one under another: only those near the screen are ever wrapped.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::editor::caret::{Paragraphs, Place};
use crate::app::editor::wrap::{Line, Shape, offset_at, spot, wrap};
use crate::app::writing::manuscript::Manuscript;
use crate::app::writing::pencil::Top;
use crate::domain::id::Id;
use crate::domain::minutes::Entry;

use super::paragraph::{self, Remark};

/// A paragraph in rows.
pub struct Block<'a> {
    /// Its id.
    pub id: Id,
    /// The entry; none in an item without entries.
    pub entry: Option<&'a Entry>,
    /// Its text.
    pub text: Cow<'a, str>,
    /// Its number in a numbered list.
    pub number: usize,
    /// Blank rows above it.
    pub gap: usize,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Its room.
    pub shape: Shape,
    /// What stands at the right: owner and deadline, or that it is prepared.
    pub tail: String,
    /// What stands below, a row each: comments not yet answered, what attendance says otherwise.
    pub remarks: Vec<Remark>,
}

impl<'a> Block<'a> {
    /// An entry without a blank row above it.
    pub fn of_entry(
        entry: &'a Entry,
        text: &'a str,
        number: usize,
        shape: Shape,
        lines: Vec<Line>,
        app: &App,
    ) -> Self {
        Self {
            id: entry.id,
            entry: Some(entry),
            text: Cow::Borrowed(text),
            number,
            gap: 0,
            lines,
            shape,
            tail: paragraph::tail(entry, app),
            remarks: paragraph::remarks(entry, app),
        }
    }

    /// Rows it takes, the blank ones above it included.
    pub fn rows(&self) -> usize {
        self.gap + self.lines.len() + usize::from(self.has_tail_row()) + self.remarks.len()
    }

    /// Whether owner and deadline find no room beside the last line.
    pub fn has_tail_row(&self) -> bool {
        let used = self.lines.last().map_or(0, |line| line.indent + line.width);
        let tail = usize::from(crate::ui::canvas::columns(&self.tail));
        tail > 0 && used + 2 + tail > self.shape.width
    }

    /// The row (from its first line) and column of a place.
    pub fn spot(&self, at: usize) -> (usize, usize) {
        spot(&self.text, &self.lines, self.shape, at)
    }

    /// The place nearest to a line and column.
    pub fn at(&self, line: usize, column: usize) -> usize {
        let row = line.min(self.lines.len().saturating_sub(1));
        let last = row + 1 >= self.lines.len();
        let line = self.lines.get(row);
        line.map_or(0, |line| offset_at(&self.text, line, last, column))
    }

    /// Draws it, its first line on row `first` of the area.
    pub fn draw(
        &self,
        buf: &mut Buffer,
        area: Rect,
        first: i32,
        app: &App,
        marked: Option<Range<usize>>,
    ) {
        paragraph::draw(buf, area, first, app, self, marked);
    }
}

/// All paragraphs of an item.
pub struct Flow<'a> {
    app: &'a App,
    manuscript: &'a Manuscript<'a>,
}

impl<'a> Flow<'a> {
    /// The paragraphs of a manuscript.
    pub fn new(app: &'a App, manuscript: &'a Manuscript<'a>) -> Self {
        Self { app, manuscript }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.manuscript.ids().len()
    }

    /// One of them, wrapped.
    pub fn block(&self, index: usize) -> Option<Block<'a>> {
        let id = *self.manuscript.ids().get(index)?;
        let shape = self.manuscript.shape(id);
        let Some(row) = self.manuscript.rows().get(index) else {
            return Some(Block {
                id,
                entry: None,
                text: Cow::Borrowed(""),
                number: 0,
                gap: 0,
                lines: wrap("", shape),
                shape,
                tail: String::new(),
                remarks: Vec::new(),
            });
        };
        let lines = wrap(&row.text, shape);
        let block = Block::of_entry(row.entry, &row.text, row.number, shape, lines, self.app);
        Some(Block {
            gap: self.gap(index),
            ..block
        })
    }

    /// A list stands close to what is above it.
    fn gap(&self, index: usize) -> usize {
        let rows = self.manuscript.rows();
        let listed = rows.get(index).is_some_and(|row| row.entry.style.is_list());
        usize::from(index > 0 && !listed)
    }

    fn rows(&self, index: usize) -> usize {
        self.block(index).map_or(0, |block| block.rows())
    }

    /// The paragraph and the row in it where a place is.
    pub fn spot(&self, place: Place) -> (usize, usize) {
        let ids = self.manuscript.ids();
        let index = ids.iter().position(|id| *id == place.entry).unwrap_or(0);
        let row = self
            .block(index)
            .map_or(0, |block| block.gap + block.spot(place.at).0);
        (index, row)
    }

    /// A remembered first row as a paragraph and a row; the start when it is gone.
    pub fn stored(&self, top: Option<Top>) -> (usize, usize) {
        let found = top.and_then(|top| {
            let index = self
                .manuscript
                .ids()
                .iter()
                .position(|id| *id == top.entry)?;
            Some((index, top.row.min(self.rows(index).saturating_sub(1))))
        });
        found.unwrap_or_default()
    }

    /// A first row, to remember. The start stays the start, whatever somebody else writes there.
    pub fn top(&self, (index, row): (usize, usize)) -> Option<Top> {
        if (index, row) == (0, 0) {
            return None;
        }
        let entry = *self.manuscript.ids().get(index)?;
        Some(Top { entry, row })
    }

    /// The first row shown: the remembered one when the caret then has its context, else as near
    /// to it as can be.
    pub fn scroll(
        &self,
        stored: Option<Top>,
        caret: (usize, usize),
        height: usize,
        context: usize,
    ) -> (usize, usize) {
        let top = self.stored(stored);
        let lowest = height.saturating_sub(1 + context);
        match self.distance(top, caret, lowest) {
            Some(rows) if rows >= context || top == (0, 0) => top,
            Some(_) => self.above(caret, context),
            None if caret < top => self.above(caret, context),
            None => self.above(caret, lowest),
        }
    }

    /// The first row shown when all of a paragraph is to be seen: no further down than that the
    /// caret keeps its context.
    pub fn reveal(
        &self,
        entry: Id,
        top: (usize, usize),
        caret: (usize, usize),
        height: usize,
        context: usize,
    ) -> (usize, usize) {
        let index = self.manuscript.ids().iter().position(|id| *id == entry);
        let Some(index) = index else { return top };
        let last = (index, self.rows(index).saturating_sub(1));
        let lowest = self.above(last, height.saturating_sub(1));
        top.max(lowest.min(self.above(caret, context)))
    }

    /// The row so many rows below another, but no further than that the last row stands at the
    /// bottom.
    pub fn below(&self, from: (usize, usize), count: usize, height: usize) -> (usize, usize) {
        let last = self.len().saturating_sub(1);
        let end = (last, self.rows(last).saturating_sub(1));
        let furthest = self.above(end, height.saturating_sub(1)).max(from);
        let (mut index, mut row) = (from.0, from.1 + count);
        while index < last && row >= self.rows(index) {
            row -= self.rows(index);
            index += 1;
        }
        (index, row).min(furthest)
    }

    /// Rows from one row down to another; `None` when it is above, or further than `most`.
    pub fn distance(&self, from: (usize, usize), to: (usize, usize), most: usize) -> Option<usize> {
        if to < from {
            return None;
        }
        let mut rows = 0;
        for index in from.0..to.0 {
            rows += self.rows(index);
            if rows > most + from.1 {
                return None;
            }
        }
        let rows = (rows + to.1).checked_sub(from.1)?;
        (rows <= most).then_some(rows)
    }

    /// The row so many rows above another, or the first.
    pub fn above(&self, from: (usize, usize), count: usize) -> (usize, usize) {
        let (mut index, mut row) = from;
        let mut left = count;
        while left > row {
            left -= row;
            let Some(before) = index.checked_sub(1) else {
                return (0, 0);
            };
            index = before;
            row = self.rows(index);
        }
        (index, row - left)
    }
}
