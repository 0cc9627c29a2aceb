//! From the app's state to the terminal: draws what may have changed and writes what did.

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;

use super::backend::Thrifty;
use super::draw::draw;
use super::echo;
use super::screen::Screen;

/// The screen and the picture being made for it.
pub struct Painter<W: Write> {
    screen: Screen<W>,
    next: Buffer,
    /// What was asked for when last painted: everything, and parts.
    painted: Option<(u64, u64)>,
}

impl<W: Write> Painter<W> {
    /// A painter on a terminal.
    pub fn new(backend: Thrifty<W>) -> Self {
        Self {
            screen: Screen::new(backend),
            next: Buffer::empty(Rect::ZERO),
            painted: None,
        }
    }

    /// Draws the app's state and queues the shortest way that shows all of it.
    pub fn draw(&mut self, app: &App) {
        let wanted = (app.view.repaint.all, app.view.repaint.part);
        let before = self.painted.replace(wanted);
        let sized = self.next.area.as_size() == app.view.size.into();
        if sized && before.is_some_and(|(all, _)| all == wanted.0) {
            if before == Some(wanted) {
                return;
            }
            if let Some((rows, cursor)) = echo::draw(&mut self.next, app) {
                self.screen.paint_rows(&self.next, rows, Some(cursor));
                return;
            }
        }
        self.draw_all(app);
    }

    /// Writes what was queued: only now is it seen.
    ///
    /// # Errors
    /// When the terminal can't be written to; the next time everything is written.
    pub fn show(&mut self) -> io::Result<()> {
        let written = self.screen.flush();
        // The picture went to the screen whole: there is time to make the next one's now.
        if self.next.area.is_empty() {
            self.next = self.screen.shown().clone();
        }
        if written.is_err() {
            self.painted = None;
        }
        written
    }

    /// Nobody knows what stands on the terminal: it has another size, or was somebody else's for a
    /// while. Everything is written next.
    pub fn forget(&mut self) {
        self.screen().forget();
    }

    fn draw_all(&mut self, app: &App) {
        let (width, height) = app.view.size;
        let area = Rect::new(0, 0, width, height);
        if self.next.area == area {
            self.next.reset();
        } else {
            self.screen.resize(width, height);
            self.next = Buffer::empty(area);
        }
        let cursor = draw(&mut self.next, app);
        if self.screen.knows(area) {
            self.screen.paint(&self.next, cursor);
        } else {
            let picture = std::mem::take(&mut self.next);
            self.screen.paint_all(picture, cursor);
        }
    }

    /// The terminal below, for what is no picture (the clipboard). What was painted counts as
    /// unknown afterwards.
    pub fn screen(&mut self) -> &mut Screen<W> {
        self.painted = None;
        &mut self.screen
    }
}

#[cfg(test)]
mod tests;
