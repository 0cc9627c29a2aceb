//! A document to read.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::commands;
use crate::app::overlays::reader::Reader;

use super::canvas::{fit, put, put_right};
use super::frame::open;
use super::theme;

/// Columns a document's text takes, with the frame.
const WIDTH: u16 = 78;

/// What the keys do here.
fn keys<'a>(app: &'a App, reader: &Reader) -> std::borrow::Cow<'a, str> {
    let command = reader.then.as_ref().and_then(|then| then.words.first());
    match command.and_then(|name| commands::find(name)) {
        Some(command) => {
            let deed = reader.deed.unwrap_or(command.doc());
            let deed = [("deed", app.locale.text(deed).into_owned().into())];
            let key = reader.keys_before(command);
            app.locale.text_with(key, &deed).into()
        }
        None => app.locale.text(reader.keys()),
    }
}

/// Draws the overlay.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, reader: &Reader) -> Option<Position> {
    let title = app.locale.text(reader.title);
    let inside = open(buf, area, (WIDTH, area.height), &title);
    let height = usize::from(inside.height.saturating_sub(1));
    let last = reader.lines.len().saturating_sub(height);
    let offset = reader.offset.min(last);
    for (y, line) in (inside.y..).zip(reader.lines.iter().skip(offset).take(height)) {
        put(
            buf,
            inside.x,
            y,
            inside.width,
            &fit(line, inside.width),
            theme::TEXT,
        );
    }
    let y = inside.bottom().saturating_sub(1);
    let shown = (offset + height).min(reader.lines.len());
    let count = format!("{shown}/{}", reader.lines.len());
    let used = u16::try_from(count.len() + 2).unwrap_or(u16::MAX);
    let room = inside.width.saturating_sub(used);
    let keys = fit(&keys(app, reader), room);
    put(buf, inside.x, y, room, &keys, theme::DIM);
    put_right(buf, inside, y, &count, theme::DIM);
    None
}
