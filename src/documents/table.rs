//! How a table is laid out where no program does it: the columns' widths, and whether people write in it.

use super::line::line;
use super::outline::{Body, Outline, Row};
use super::text::{WIDTH, column_widths};

/// A document with a table of more columns lies on its side.
const UPRIGHT: usize = 5;

/// Whether a document lies on its side.
pub(super) fn is_wide(outline: &Outline) -> bool {
    outline.blocks.iter().any(|block| match &block.body {
        Body::Table { columns, .. } => columns.len() > UPRIGHT,
        Body::Chart(chart) => chart.series.len() >= UPRIGHT,
        _ => false,
    })
}

/// Whether a table follows the head at once: it wants some air before it.
pub(super) fn opens_with_table(outline: &Outline) -> bool {
    let first = outline.blocks.first().map(|block| &block.body);
    matches!(first, Some(Body::Table { .. } | Body::Chart(_)))
}

/// A table to be laid out.
pub(super) struct Table<'a> {
    columns: &'a [String],
    rows: &'a [Row],
}

impl<'a> Table<'a> {
    pub fn new(columns: &'a [String], rows: &'a [Row]) -> Self {
        Self { columns, rows }
    }

    /// The columns' widths as shares of the whole room, which they fill.
    pub fn widths(&self, room: u32) -> Vec<u32> {
        let head: Vec<String> = self.columns.iter().map(|cell| line(cell)).collect();
        let cells = |row: &Row| row.cells.iter().map(|cell| line(cell)).collect();
        let body: Vec<Vec<String>> = self.rows.iter().map(cells).collect();
        let letters = column_widths(&head, &body);
        let parts: Vec<u32> = letters
            .iter()
            .enumerate()
            .map(|(index, letters)| {
                let by_hand = self.is_by_hand(index);
                // Cells have margins, and a signature takes more than its heading.
                let least = if by_hand { WIDTH / 2 } else { 0 };
                u32::try_from(letters + 2)
                    .unwrap_or(1)
                    .max(u32::try_from(least).unwrap_or(1))
            })
            .collect();
        let all: u32 = parts.iter().sum::<u32>().max(1);
        parts.iter().map(|part| room * part / all).collect()
    }

    /// Whether a column is left open for writing by hand.
    fn is_by_hand(&self, column: usize) -> bool {
        let empty = |row: &Row| row.cells.get(column).is_none_or(String::is_empty);
        column > 0 && self.rows.len() > 1 && self.rows.iter().all(empty)
    }

    /// Whether people write in it.
    pub fn is_filled_by_hand(&self) -> bool {
        (0..self.columns.len()).any(|column| self.is_by_hand(column))
    }
}
