//! From the app's state to the terminal: draws what may have changed and writes what did.

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;

use super::backend::Thrifty;
use super::draw::draw;
use super::screen::Screen;

/// The screen and the picture being made for it.
pub struct Painter<W: Write> {
    screen: Screen<W>,
    next: Buffer,
}

impl<W: Write> Painter<W> {
    /// A painter on a terminal.
    pub fn new(backend: Thrifty<W>) -> Self {
        Self {
            screen: Screen::new(backend),
            next: Buffer::empty(Rect::ZERO),
        }
    }

    /// Makes the terminal show the app's state.
    ///
    /// # Errors
    /// When the terminal can't be written to.
    pub fn paint(&mut self, app: &App) -> io::Result<()> {
        let (width, height) = app.view.size;
        let area = Rect::new(0, 0, width, height);
        if self.next.area == area {
            self.next.reset();
        } else {
            self.screen.resize(width, height);
            self.next = Buffer::empty(area);
        }
        let cursor = draw(&mut self.next, app);
        self.screen.paint(&self.next, cursor)
    }

    /// The terminal below, for what is no picture (the clipboard).
    pub fn screen(&mut self) -> &mut Screen<W> {
        &mut self.screen
    }
}
