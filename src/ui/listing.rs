//! Lists on a screen: headings, rows of cells in columns, the selected row, scrolling.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::list::List;
use crate::app::spots::{Spot, Spots};
use crate::domain::id::Id;

use super::canvas::{columns, fill, fit, put, put_right};
use super::theme;

/// A cell of a row.
pub struct Cell {
    text: String,
    width: u16,
    right: bool,
    style: Style,
}

impl Cell {
    /// A cell of so many columns.
    pub fn new(text: impl Into<String>, width: u16) -> Self {
        Self {
            text: text.into(),
            width,
            right: false,
            style: theme::TEXT,
        }
    }

    /// The cell that takes what the others leave.
    pub fn rest(text: impl Into<String>) -> Self {
        Self::new(text, 0)
    }

    /// Its text ends at its right edge.
    pub fn right(mut self) -> Self {
        self.right = true;
        self
    }

    /// In this style, while its row is not selected.
    pub fn styled(mut self, style: Style) -> Self {
        self.style = style;
        self
    }
}

/// A line of a list.
pub enum Line {
    /// Nothing.
    Blank,
    /// A section's name, and what stands at its right end.
    Heading(String, String),
    /// Words that can't be selected.
    Plain(String, Style),
    /// What stands where a section has no rows, and whether the section has the focus.
    Empty(String, bool),
    /// A record.
    Row(Id, Vec<Cell>),
}

impl Line {
    /// A section's name.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(text.into(), String::new())
    }

    /// Words of less weight.
    pub fn dim(text: impl Into<String>) -> Self {
        Self::Plain(text.into(), theme::DIM)
    }
}

/// The bar at the top: where we are, and something about it; returns what is below.
pub fn draw_head(buf: &mut Buffer, area: Rect, title: &str, right: &str) -> Rect {
    let row = Rect { height: 1, ..area };
    fill(buf, row, theme::BAR);
    let inside = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    let x = put_right(buf, inside, row.y, right, theme::BAR);
    let room = x.saturating_sub(row.x + 2);
    put(buf, row.x + 1, row.y, room, &fit(title, room), theme::BAR);
    Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    }
}

/// The names of a screen's parts in a row, the one shown marked.
pub fn draw_parts(buf: &mut Buffer, area: Rect, parts: impl Iterator<Item = (String, bool)>) {
    let mut x = area.x + 1;
    for (name, shown) in parts {
        let (text, style) = match shown {
            true => (format!("▸{name}"), theme::TITLE),
            false => (format!(" {name}"), theme::DIM),
        };
        let room = area.right().saturating_sub(x);
        x += put(buf, x, area.y, room, &text, style) + 2;
    }
}

/// The names of a table's columns in a rule.
pub fn draw_columns(buf: &mut Buffer, row: Rect, cells: &[Cell]) {
    let rule = "─".repeat(usize::from(row.width));
    put(buf, row.x, row.y, row.width, &rule, theme::DIM);
    record(buf, row, cells, false);
}

/// A wide screen's columns: the left one takes a little more than half.
pub fn halves(area: Rect) -> (Rect, Rect) {
    let width = area.width * 11 / 20;
    let left = Rect { width, ..area };
    let right = Rect {
        x: area.x + width + 2,
        width: area.width.saturating_sub(width + 2),
        ..area
    };
    (left, right)
}

/// Draws lines so that the selected row is seen, its heading too where there is room.
pub fn draw(buf: &mut Buffer, area: Rect, lines: &[Line], selected: Option<Id>, spots: &Spots) {
    let height = usize::from(area.height);
    let place = lines.iter().position(|line| match line {
        Line::Row(id, _) => Some(*id) == selected,
        Line::Empty(_, focused) => *focused,
        _ => false,
    });
    let last = lines.len().saturating_sub(height);
    let offset = List::scroll(0, place.unwrap_or(0), height.saturating_sub(1)).min(last);
    for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(offset)) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        match line {
            Line::Blank => {}
            Line::Heading(text, right) => heading(buf, row, text, right),
            Line::Plain(text, style) => {
                let room = row.width.saturating_sub(2);
                put(buf, row.x + 2, y, room, &fit(text, room), *style);
            }
            Line::Empty(text, false) => {
                let room = row.width.saturating_sub(2);
                put(buf, row.x + 2, y, room, &fit(text, room), theme::DIM);
            }
            Line::Empty(text, true) => record(buf, row, &[Cell::rest(text.as_str())], true),
            Line::Row(id, cells) => {
                record(buf, row, cells, Some(*id) == selected);
                spots.put((row.x, y), row.width, Spot::Row(*id));
            }
        }
    }
}

/// A section's name in a rule.
pub fn heading(buf: &mut Buffer, row: Rect, text: &str, right: &str) {
    let rule = "─".repeat(usize::from(row.width));
    put(buf, row.x, row.y, row.width, &rule, theme::DIM);
    let text = format!(" {text} ");
    put(
        buf,
        row.x + 2,
        row.y,
        row.width.saturating_sub(2),
        &text,
        theme::TITLE,
    );
    if !right.is_empty() {
        let right = format!(" {right} ");
        let x = row.right().saturating_sub(columns(&right) + 1);
        put(buf, x.max(row.x), row.y, row.width, &right, theme::DIM);
    }
}

fn record(buf: &mut Buffer, row: Rect, cells: &[Cell], selected: bool) {
    if selected {
        fill(buf, row, theme::SELECTED);
        put(buf, row.x, row.y, 1, "▸", theme::SELECTED);
    }
    let gaps = u16::try_from(cells.len()).unwrap_or(0) + 1;
    let fixed: u16 = cells.iter().map(|cell| cell.width).sum();
    let rest = row.width.saturating_sub(fixed.saturating_add(gaps));
    let mut x = row.x + 2;
    for cell in cells {
        let width = if cell.width == 0 { rest } else { cell.width };
        let room = width.min(row.right().saturating_sub(x));
        let text = fit(&cell.text, room);
        let start = match cell.right {
            true => x + room.saturating_sub(columns(&text)),
            false => x,
        };
        let style = if selected {
            theme::SELECTED
        } else {
            cell.style
        };
        put(buf, start, row.y, room, &text, style);
        x = x.saturating_add(width + 1);
    }
}
