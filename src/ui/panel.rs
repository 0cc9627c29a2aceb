//! A list over the screen that is filtered as one types.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::list::List;
use crate::app::overlays::panel::{Kind, Panel};
use crate::app::spots::Spot;
use crate::locale::Key;

use super::canvas::{columns, fill, fit, put, put_right};
use super::frame::open;
use super::pane::row;
use super::theme;

/// The widest a panel becomes, as a form, in columns.
const WIDEST: u16 = 100;
/// What stays free beside a panel.
const MARGINS: u16 = 4;

/// Draws the overlay.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, panel: &Panel) -> Option<Position> {
    let rows = panel.rows(app);
    let wanted = u16::try_from(rows.len()).unwrap_or(u16::MAX).max(8);
    let height = wanted.saturating_add(5).min(area.height);
    let width = area.width.saturating_sub(MARGINS).min(WIDEST);
    let inside = open(buf, area, (width, height), &app.locale.text(panel.title()));
    put(
        buf,
        inside.x,
        inside.y,
        inside.width,
        panel.field.text(),
        theme::TITLE,
    );
    let list = Rect {
        y: inside.y + 2,
        height: inside.height.saturating_sub(2),
        ..inside
    };
    let at = panel.place(&rows);
    let shown = usize::from(list.height);
    let offset = List::scroll(0, at.unwrap_or(0), shown);
    for (y, (index, line)) in (list.y..).zip(rows.iter().enumerate().skip(offset).take(shown)) {
        let style = match (at == Some(index), line.call.is_some(), line.sign) {
            (true, ..) => theme::SELECTED,
            (_, false, "▸" | "✓" | "–" | " ") => theme::TITLE,
            _ => theme::TEXT,
        };
        let room = row(list, y);
        fill(buf, room, style);
        put(buf, room.x, y, 2, line.sign, style);
        // In help a key's deed is worth more than its command's name.
        let whole = columns(&line.text) + columns(&line.right) + 4 <= room.width;
        let right = match panel.kind {
            Kind::Help(_) if !whole => "",
            _ => line.right.as_str(),
        };
        let free = room.width.saturating_sub(columns(right) + 4);
        put(buf, room.x + 2, y, free, &fit(&line.text, free), style);
        put_right(buf, room, y, right, style);
        if line.call.is_some() {
            let before = rows.iter().take(index).filter(|row| row.call.is_some());
            let spot = Spot::Choice(before.count());
            app.view.spots.put((room.x, y), room.width, spot);
        }
    }
    if rows.is_empty() {
        let key = match panel.field.text().is_empty() {
            true => panel.nothing(),
            false => Some(Key::PanelNothing),
        };
        let text = key.map(|key| app.locale.text(key)).unwrap_or_default();
        put(buf, list.x, list.y, list.width, &text, theme::DIM);
    }
    let column = u16::try_from(panel.field.column()).unwrap_or(0);
    let column = column.min(inside.width.saturating_sub(1));
    Some(Position::new(inside.x + column, inside.y))
}

#[cfg(test)]
mod replies_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod votes;
