//! The terminal backend: ratatui's `Backend` in the fewest bytes.
//!
//! Owns what is known of the far terminal: where its cursor stands and which
//! pen it holds. Everything is buffered and leaves in one write per flush.
//! It doesn't know what stands on the screen: that is `screen`.

use std::io::{self, Write};

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use crate::ui::glyph::Glyph;
use crate::ui::pen::Pen;

/// From this many bytes a flush is a repaint: one synchronized update, cursor hidden.
const REPAINT: usize = 2048;

/// A terminal written to with thrift.
#[derive(Debug)]
pub struct Thrifty<W: Write> {
    out: W,
    buffer: Vec<u8>,
    size: Size,
    /// None when terminals could disagree: after the last column, or an emoji they may not join.
    at: Option<Position>,
    /// None when anything may be set.
    pen: Option<Pen>,
    shown: bool,
    colours: bool,
}

impl<W: Write> Thrifty<W> {
    /// A backend for a terminal of `size`, about which nothing is known.
    pub fn new(out: W, size: Size) -> Self {
        Self {
            out,
            buffer: Vec::with_capacity(8 * 1024),
            size,
            at: None,
            pen: None,
            shown: true,
            colours: true,
        }
    }

    /// Whether colour codes are written; the other styles stay (`NO_COLOR`).
    #[must_use]
    pub fn with_colours(mut self, colours: bool) -> Self {
        self.colours = colours;
        self
    }

    /// Whether colour codes are written.
    pub fn has_colours(&self) -> bool {
        self.colours
    }

    /// The terminal got another size; where its cursor is now, nobody knows.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.at = None;
    }

    /// Forgets what is known, as after another program wrote to the terminal.
    pub fn forget(&mut self) {
        self.at = None;
        self.pen = None;
    }

    /// Queues bytes that neither move the cursor nor change the pen.
    pub fn queue(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    /// Queues a text for the clipboard of the person at the far terminal (OSC 52).
    pub fn copy(&mut self, text: &str) {
        let mut code = String::new();
        if CopyToClipboard::to_clipboard_from(text)
            .write_ansi(&mut code)
            .is_ok()
        {
            self.queue(code.as_bytes());
        }
    }

    /// Queues that the mouse be captured, or left to the terminal.
    pub fn capture_mouse(&mut self, on: bool) {
        self.queue(if on {
            b"\x1b[?1002h\x1b[?1006h"
        } else {
            b"\x1b[?1006l\x1b[?1002l"
        });
    }

    /// The other end.
    pub fn writer(&mut self) -> &mut W {
        &mut self.out
    }

    /// Where the cursor stands, when known.
    pub fn position(&self) -> Option<Position> {
        self.at
    }

    /// Writes one glyph at a place inside the terminal.
    pub fn put(&mut self, x: u16, y: u16, glyph: &Glyph<'_>, pen: Pen) {
        if !glyph.is_sure() {
            self.put_unsure(x, y, glyph, pen);
        } else if x + glyph.width > self.size.width {
            self.write(x, y, &Glyph::BLANK, pen);
        } else {
            self.write(x, y, glyph, pen);
        }
    }

    /// A glyph that terminals measure differently is given clean ground, and room.
    fn put_unsure(&mut self, x: u16, y: u16, glyph: &Glyph<'_>, pen: Pen) {
        for column in x..(x + glyph.width).min(self.size.width) {
            self.write(column, y, &Glyph::BLANK, pen);
        }
        if x + glyph.reach.max(glyph.width) > self.size.width {
            let simple = glyph.simple();
            if x + simple.width <= self.size.width {
                self.write(x, y, &simple, pen);
            }
        } else {
            self.write(x, y, glyph, pen);
            self.at = None;
        }
    }

    fn write(&mut self, x: u16, y: u16, glyph: &Glyph<'_>, pen: Pen) {
        self.go(x, y);
        if glyph.is_blank() {
            self.dip_blank(pen.on_blank());
        } else {
            self.dip(pen);
        }
        self.buffer.extend_from_slice(glyph.text.as_bytes());
        let next = x + glyph.width;
        self.at = (next < self.size.width).then_some(Position::new(next, y));
    }

    /// Erases from a place to the end of its row.
    pub fn erase(&mut self, x: u16, y: u16) {
        self.go(x, y);
        self.dip_blank(Pen::default());
        self.buffer.extend_from_slice(b"\x1b[K");
    }

    /// Makes room for `count` cells, pushing the rest of the row out to the right.
    pub fn insert(&mut self, x: u16, y: u16, count: u16) {
        self.edit(x, y, count, '@');
    }

    /// Takes `count` cells out, pulling the rest of the row in from the right.
    pub fn delete(&mut self, x: u16, y: u16, count: u16) {
        self.edit(x, y, count, 'P');
    }

    fn edit(&mut self, x: u16, y: u16, count: u16, command: char) {
        self.go(x, y);
        self.dip_blank(Pen::default());
        control(&mut self.buffer, count, command);
    }

    /// Shows the cursor at a place, or hides it.
    pub fn place(&mut self, cursor: Option<Position>) {
        if let Some(position) = cursor {
            let (right, bottom) = (self.size.width.max(1) - 1, self.size.height.max(1) - 1);
            self.go(position.x.min(right), position.y.min(bottom));
        }
        self.show(cursor.is_some());
    }

    fn show(&mut self, shown: bool) {
        if self.shown != shown {
            self.shown = shown;
            self.queue(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
    }

    /// Erases the whole screen.
    pub fn wipe(&mut self) {
        self.dip(Pen::default());
        self.at = Some(Position::new(0, 0));
        self.buffer.extend_from_slice(b"\x1b[H\x1b[J");
    }

    fn dip(&mut self, pen: Pen) {
        match self.pen {
            Some(held) => held.change(pen, &mut self.buffer),
            None => {
                self.buffer.extend_from_slice(b"\x1b[m");
                Pen::default().change(pen, &mut self.buffer);
            }
        }
        self.pen = Some(pen);
    }

    /// A blank needs only what can be seen on it.
    fn dip_blank(&mut self, blank: Pen) {
        if self.pen.map(Pen::on_blank) != Some(blank) {
            self.dip(blank);
        }
    }

    /// Moves the cursor by the shortest way.
    fn go(&mut self, x: u16, y: u16) {
        let to = Position::new(x, y);
        if self.at == Some(to) {
            return;
        }
        let jump = jump(to);
        let step = self.at.map(|from| step(from, to));
        match step.filter(|step| step.len() <= jump.len()) {
            Some(step) => self.buffer.extend_from_slice(&step),
            None => self.buffer.extend_from_slice(&jump),
        }
        self.at = Some(to);
    }
}

/// `CSI count command`, the count left out when it is one.
fn control(out: &mut Vec<u8>, count: u16, command: char) {
    let _ = if count == 1 {
        write!(out, "\x1b[{command}")
    } else {
        write!(out, "\x1b[{count}{command}")
    };
}

/// The absolute move.
fn jump(to: Position) -> Vec<u8> {
    let mut out = Vec::with_capacity(10);
    let (row, column) = (u32::from(to.y) + 1, u32::from(to.x) + 1);
    let _ = match (row, column) {
        (1, 1) => write!(out, "\x1b[H"),
        (_, 1) => write!(out, "\x1b[{row}H"),
        (1, _) => write!(out, "\x1b[;{column}H"),
        _ => write!(out, "\x1b[{row};{column}H"),
    };
    out
}

/// The relative move: first the row, then the column.
fn step(from: Position, to: Position) -> Vec<u8> {
    let mut out = Vec::with_capacity(10);
    match to.y.checked_sub(from.y) {
        Some(down @ 0..=3) => out.extend(std::iter::repeat_n(b'\n', down.into())),
        Some(down) => control(&mut out, down, 'B'),
        None => control(&mut out, from.y - to.y, 'A'),
    }
    match to.x.checked_sub(from.x) {
        Some(0) => {}
        _ if to.x == 0 => out.push(b'\r'),
        Some(right) => control(&mut out, right, 'C'),
        None if from.x - to.x <= 3 => {
            out.extend(std::iter::repeat_n(b'\x08', (from.x - to.x).into()));
        }
        None => control(&mut out, from.x - to.x, 'D'),
    }
    out
}

impl<W: Write> Backend for Thrifty<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            if x < self.size.width && y < self.size.height {
                let pen = Pen::of(cell, self.colours);
                self.put(x, y, &Glyph::of(cell.symbol()), pen);
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false);
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true);
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.at.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        self.go(position.x, position.y);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.wipe();
        Ok(())
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        let code: &[u8] = match region {
            ClearType::All => b"\x1b[2J",
            ClearType::AfterCursor => b"\x1b[J",
            ClearType::BeforeCursor => b"\x1b[1J",
            ClearType::CurrentLine => b"\x1b[2K",
            ClearType::UntilNewLine => b"\x1b[K",
        };
        self.dip(Pen::default());
        self.queue(code);
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::default(),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        if self.buffer.len() >= REPAINT {
            let mut whole = Vec::with_capacity(self.buffer.len() + 32);
            whole.extend_from_slice(b"\x1b[?2026h\x1b[?25l");
            whole.append(&mut self.buffer);
            if self.shown {
                whole.extend_from_slice(b"\x1b[?25h");
            }
            whole.extend_from_slice(b"\x1b[?2026l");
            self.buffer = whole;
        }
        let written = self.out.write_all(&self.buffer);
        self.buffer.clear();
        written?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests;
