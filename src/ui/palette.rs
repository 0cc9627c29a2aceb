//! The palette: commands that match what was typed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::list::List;
use crate::app::overlays::palette::Palette;
use crate::app::spots::Spot;
use crate::locale::Key;

use super::canvas::{fit, put, put_right};
use super::frame::open;
use super::theme;

/// Draws the overlay.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, palette: &Palette) -> Option<Position> {
    let inside = open(buf, area, (76, 18), &app.locale.text(Key::CommandPalette));
    put(
        buf,
        inside.x,
        inside.y,
        inside.width,
        palette.field.text(),
        theme::TITLE,
    );
    let height = usize::from(inside.height.saturating_sub(2));
    let matches = palette.matches(app.locale);
    if matches.is_empty() {
        let nothing = app.locale.text(Key::PaletteNothing);
        put(
            buf,
            inside.x,
            inside.y + 2,
            inside.width,
            &nothing,
            theme::DIM,
        );
    }
    let offset = List::scroll(0, palette.selected, height);
    for (y, (index, command)) in
        (inside.y + 2..).zip(matches.iter().enumerate().skip(offset).take(height))
    {
        let style = if index == palette.selected {
            theme::SELECTED
        } else {
            theme::TEXT
        };
        let row = Rect {
            y,
            height: 1,
            ..inside
        };
        super::canvas::fill(buf, row, style);
        let name = u16::try_from(command.name.len()).unwrap_or(u16::MAX);
        let room = inside.width.saturating_sub(name.saturating_add(1));
        let title = app.locale.text(command.doc());
        put(buf, inside.x, y, room, &fit(&title, room), style);
        put_right(buf, inside, y, command.name, style);
        let spot = Spot::Choice(index);
        app.view.spots.put((inside.x, y), inside.width, spot);
    }
    let column = u16::try_from(palette.field.column())
        .unwrap_or(0)
        .min(inside.width.saturating_sub(1));
    Some(Position::new(inside.x + column, inside.y))
}
