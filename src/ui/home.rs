//! Home: the thing to do now, what needs doing, upcoming meetings, networks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::screens::home::HomeScreen;
use crate::locale::Key;

use super::canvas::put;
use super::theme;

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, _screen: &HomeScreen) -> Option<Position> {
    put(
        buf,
        area.x + 1,
        area.y,
        area.width - 2,
        &app.locale.text(Key::HomeTitle),
        theme::TITLE,
    );
    None
}
