//! The shortest way to the screen: after a letter only its paragraph is drawn and painted.
//!
//! Owns when that is enough. Everything else is skipped: no list, no other paragraph, no bar.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::App;
use crate::app::screens::Screen;

use super::minutes;

/// Draws the paragraph that has changed over the last picture: the rows to paint and the caret.
/// `None` when the whole picture must be drawn.
pub fn draw(buf: &mut Buffer, app: &App) -> Option<(Range<u16>, Position)> {
    let Screen::Meeting(screen) = &app.view.screen else {
        return None;
    };
    let caret = screen.pencil.caret?.place();
    if !app.view.overlays.is_empty()
        || !screen.takes_text()
        || app.view.repaint.entry != Some(caret.entry)
    {
        return None;
    }
    minutes::draw_alone(buf, app, screen)
}
