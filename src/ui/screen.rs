//! The screen: what stands on the terminal, and the least that must be written to change it.
//!
//! Owns the on-screen buffer. Knows nothing of what the cells mean; drawing
//! them is the panes' work, and escape sequences are the backend's.

use std::io::{self, Write};
use std::ops::Range;

use ratatui::backend::Backend as _;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

use crate::ui::backend::Thrifty;
use crate::ui::glyph::Glyph;
use crate::ui::pen::Pen;

/// Unchanged cells that are written again rather than jumped over.
const BRIDGE: usize = 3;
/// Bytes that inserting or deleting a cell costs.
const EDIT: usize = 3;

/// Columns that what a cell shows may touch behind it, also on a terminal that does not join its characters.
const REACH: usize = 16;

/// The far terminal's screen.
#[derive(Debug)]
pub struct Screen<W: Write> {
    backend: Thrifty<W>,
    shown: Buffer,
    /// False until the first paint, and after a resize.
    known: bool,
}

impl<W: Write> Screen<W> {
    /// A screen about which nothing is known: the first paint writes everything.
    pub fn new(backend: Thrifty<W>) -> Self {
        Self {
            backend,
            shown: Buffer::empty(Rect::ZERO),
            known: false,
        }
    }

    /// The backend below.
    pub fn backend(&mut self) -> &mut Thrifty<W> {
        &mut self.backend
    }

    /// The terminal got another size: the next paint writes everything.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.backend.resize(Size::new(width, height));
        self.known = false;
    }

    /// Something else wrote to the terminal: the next paint writes everything.
    pub fn forget(&mut self) {
        self.backend.forget();
        self.known = false;
    }

    /// Whether it is known what stands on a terminal of this size.
    pub fn knows(&self, area: Rect) -> bool {
        self.known && self.shown.area == area
    }

    /// What stands on the terminal, once flushed.
    pub fn shown(&self) -> &Buffer {
        &self.shown
    }

    /// Queues what makes the terminal show `next` and its cursor.
    pub fn paint(&mut self, next: &Buffer, cursor: Option<Position>) {
        if self.knows(next.area) {
            self.paint_rows(next, 0..next.area.height, cursor);
        } else {
            self.paint_all(next.clone(), cursor);
        }
    }

    /// The same on a terminal of which nothing is known. The picture is kept, not copied: that
    /// would take longer than all the rest of it.
    pub fn paint_all(&mut self, next: Buffer, cursor: Option<Position>) {
        self.backend.resize(next.area.as_size());
        self.backend.wipe();
        let width = usize::from(next.area.width).max(1);
        for (y, new) in next.content.chunks(width).enumerate() {
            if let Some(last) = new.iter().rposition(|cell| *cell != Cell::EMPTY) {
                let new = new.get(..=last + REACH).unwrap_or(new);
                Row::first(&mut self.backend, new, column(y)).write();
            }
        }
        self.shown = next;
        self.known = true;
        self.backend.place(cursor);
    }

    /// The same for some rows only; the caller knows that the others didn't change.
    pub fn paint_rows(&mut self, next: &Buffer, rows: Range<u16>, cursor: Option<Position>) {
        if !self.knows(next.area) {
            return self.paint(next, cursor);
        }
        let width = usize::from(next.area.width);
        for y in rows.start..rows.end.min(next.area.height) {
            let start = usize::from(y) * width;
            if let (Some(old), Some(new)) = (
                self.shown.content.get_mut(start..start + width),
                next.content.get(start..start + width),
            ) && old != new
            {
                Row::new(&mut self.backend, old, new, y).paint();
                old.clone_from_slice(new);
            }
        }
        self.backend.place(cursor);
    }

    /// Writes what was queued, in one write.
    ///
    /// # Errors
    /// When the terminal can't be written to; the next paint then writes everything.
    pub fn flush(&mut self) -> io::Result<()> {
        let written = self.backend.flush();
        if written.is_err() {
            self.forget();
        }
        written
    }
}

/// One column of a row: a glyph, or the second half of the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tile<'a> {
    glyph: Option<Glyph<'a>>,
    pen: Pen,
}

impl Tile<'_> {
    const BLANK: Tile<'static> = Tile {
        glyph: Some(Glyph::BLANK),
        pen: Pen {
            fg: ratatui::style::Color::Reset,
            bg: ratatui::style::Color::Reset,
            modifier: ratatui::style::Modifier::empty(),
        },
    };

    fn width(&self) -> usize {
        self.glyph.as_ref().map_or(0, |glyph| glyph.width.into())
    }

    /// Columns that a terminal may touch when the glyph is written.
    fn reach(&self) -> usize {
        self.glyph
            .as_ref()
            .map_or(0, |glyph| glyph.reach.max(glyph.width).into())
    }

    fn is_plain(&self) -> bool {
        self.width() == 1 && self.reach() == 1
    }
}

/// Lays the cells of a row out as columns.
fn lay(cells: &[Cell], colours: bool) -> Vec<Tile<'_>> {
    let mut tiles: Vec<Tile<'_>> = Vec::with_capacity(cells.len());
    let mut halves = 0;
    for (x, cell) in cells.iter().enumerate() {
        if halves > 0 {
            halves -= 1;
            let pen = tiles.last().map_or(Pen::default(), |tile| tile.pen);
            tiles.push(Tile { glyph: None, pen });
            continue;
        }
        let mut glyph = Glyph::of(cell.symbol());
        if x + usize::from(glyph.width) > cells.len() {
            glyph = Glyph::BLANK;
        }
        let pen = Pen::of(cell, colours);
        let pen = if glyph.is_blank() {
            pen.on_blank()
        } else {
            pen
        };
        halves = glyph.width - 1;
        tiles.push(Tile {
            glyph: Some(glyph),
            pen,
        });
    }
    tiles
}

/// The change of one row.
struct Row<'a, W: Write> {
    backend: &'a mut Thrifty<W>,
    old: Vec<Tile<'a>>,
    new: Vec<Tile<'a>>,
    y: u16,
}

impl<'a, W: Write> Row<'a, W> {
    fn new(backend: &'a mut Thrifty<W>, old: &'a [Cell], new: &'a [Cell], y: u16) -> Self {
        let colours = backend.has_colours();
        Self {
            backend,
            old: lay(old, colours),
            new: lay(new, colours),
            y,
        }
    }

    /// A row over a blank one.
    fn first(backend: &'a mut Thrifty<W>, new: &'a [Cell], y: u16) -> Self {
        let colours = backend.has_colours();
        Self {
            backend,
            old: vec![Tile::BLANK; new.len()],
            new: lay(new, colours),
            y,
        }
    }

    fn paint(mut self) {
        self.shift();
        self.write();
    }

    fn write(self) {
        let mut dirty = self.dirty();
        let end = self.blank_from();
        let erased = dirty.iter().skip(end).filter(|dirty| **dirty).count();
        let erase = erased > EDIT;
        if erase {
            dirty.truncate(end);
        }
        self.bridge(&mut dirty);
        for (x, _) in dirty.iter().enumerate().filter(|(_, dirty)| **dirty) {
            if let Some(tile) = self.new.get(x)
                && let Some(glyph) = &tile.glyph
            {
                self.backend.put(column(x), self.y, glyph, tile.pen);
            }
        }
        if erase {
            self.backend.erase(column(end), self.y);
        }
    }

    /// The column from which the row is blank to its end.
    fn blank_from(&self) -> usize {
        let blank = |tile: &&Tile<'_>| **tile == Tile::BLANK;
        self.new.len() - self.new.iter().rev().take_while(blank).count()
    }

    /// Which columns must be written. A wide glyph's halves always differ together
    /// from anything else, so neither is left standing alone.
    fn dirty(&self) -> Vec<bool> {
        let mut reach = 0;
        let pairs = self.old.iter().zip(&self.new);
        let flags = pairs.map(|(old, new)| {
            let dirty = old != new || reach > 0;
            if dirty {
                reach = reach.max(new.reach());
            }
            reach = reach.saturating_sub(1);
            dirty
        });
        flags.collect()
    }

    /// Short gaps of plain text in the same pen cost less written than jumped over.
    fn bridge(&self, dirty: &mut [bool]) {
        let mut last: Option<usize> = None;
        for x in 0..dirty.len() {
            if dirty.get(x) != Some(&true) {
                continue;
            }
            if let Some(from) = last
                && x - from > 1
                && x - from - 1 <= BRIDGE
                && let Some(gap) = self.new.get(from..x)
                && let Some((first, gap)) = gap.split_first()
                && first.width() == 1
                && gap
                    .iter()
                    .all(|tile| tile.is_plain() && tile.pen == first.pen)
            {
                for flag in dirty.iter_mut().take(x).skip(from) {
                    *flag = true;
                }
            }
            last = Some(x);
        }
    }

    /// Inserts or deletes cells when that leaves less to write.
    fn shift(&mut self) {
        let Some(start) = self.old.iter().zip(&self.new).position(|(a, b)| a != b) else {
            return;
        };
        if self.old.iter().skip(start).all(|tile| *tile == Tile::BLANK) {
            return;
        }
        let plain = |tiles: &[Tile<'_>]| tiles.iter().skip(start).all(Tile::is_plain);
        if !plain(&self.old) || !plain(&self.new) {
            return;
        }
        let mut best = (differing(&self.old, &self.new), 0);
        if best.0 <= EDIT + 1 {
            return;
        }
        for count in [1_i32, -1, 2, -2] {
            let cost = differing(&shifted(&self.old, start, count), &self.new) + EDIT + 1;
            if cost < best.0 {
                best = (cost, count);
            }
        }
        let count = best.1;
        if count != 0 {
            self.old = shifted(&self.old, start, count);
            let (x, cells) = (column(start), u16::try_from(count.abs()).unwrap_or(1));
            if count > 0 {
                self.backend.insert(x, self.y, cells);
            } else {
                self.backend.delete(x, self.y, cells);
            }
        }
    }
}

/// What writing `new` over `old` costs, about: cells that differ, blanks at the end being cheap.
fn differing(old: &[Tile<'_>], new: &[Tile<'_>]) -> usize {
    let filled = new.iter().rposition(|tile| *tile != Tile::BLANK);
    let filled = filled.map_or(0, |x| x + 1);
    let differs = |from: usize, to: usize| {
        let pairs = old.iter().zip(new).take(to).skip(from);
        pairs.filter(|(a, b)| a != b).count()
    };
    differs(0, filled) + differs(filled, new.len()).min(EDIT)
}

/// The row after `count` cells were inserted at `start`, or deleted when negative.
fn shifted<'a>(row: &[Tile<'a>], start: usize, count: i32) -> Vec<Tile<'a>> {
    let cells = usize::try_from(count.abs()).unwrap_or(0);
    let blanks = std::iter::repeat_n(Tile::BLANK, cells);
    let kept = row.iter().take(start).cloned();
    let tail = row.iter().skip(start).cloned();
    if count > 0 {
        kept.chain(blanks).chain(tail).take(row.len()).collect()
    } else {
        kept.chain(tail.skip(cells))
            .chain(blanks)
            .take(row.len())
            .collect()
    }
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
