//! The desk: the parts in a row, the list of the part shown, and what is known of the selected row.

mod detail;
mod row;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::screens::desk::{DeskRow, DeskScreen};
use crate::domain::desk::Part;
use crate::locale::Key;

use super::listing::{self, Line};
use super::words::named;

/// Lines of what is known of the selected row, below the list of a narrow screen, its rule counted.
const BELOW: u16 = 8;

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &DeskScreen) -> Option<Position> {
    let rows = screen.rows(app);
    let title = app.locale.text(Key::DeskTitle);
    let body = listing::draw_head(buf, area, &title, &count(app, screen.part, &rows));
    let parts = Part::ALL.iter();
    let parts = parts.map(|part| (part_name(app, *part), *part == screen.part));
    listing::draw_parts(buf, body, parts);
    let list = Rect {
        y: body.y + 1,
        height: body.height.saturating_sub(1),
        ..body
    };
    let selected = screen.selected(app);
    let lines = lines(app, screen.part, &rows);
    let id = selected.map(|row| row.id());
    let (list, beside) = match app.view.is_wide() {
        true => listing::halves(list),
        false => halved(list),
    };
    listing::draw(buf, list, &lines, id, &app.view.spots);
    if let Some(row) = selected {
        detail::draw(buf, beside, app, &row);
    }
    None
}

/// A narrow screen's rows: the list above, the selected row's facts below.
fn halved(area: Rect) -> (Rect, Rect) {
    let height = area.height.saturating_sub(BELOW);
    let above = Rect { height, ..area };
    let below = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (above, below)
}

fn part_name(app: &App, part: Part) -> String {
    named(app.locale, "desk", part.name())
}

/// "12 henvendelser, 5 åbne": how much there is.
fn count(app: &App, part: Part, rows: &[DeskRow<'_>]) -> String {
    let main = rows.iter().filter(|row| !matches!(row, DeskRow::Seat(_)));
    let count = main.count();
    let open = rows
        .iter()
        .filter(|row| matches!(row, DeskRow::Enquiry(row) if row.is_open()))
        .count();
    let key = Key::named(&format!("desk-count-{}", part.name()));
    key.map_or_else(String::new, |key| {
        let args = [("count", count.into()), ("open", open.into())];
        app.locale.text_with(key, &args)
    })
}

fn lines(app: &App, part: Part, rows: &[DeskRow<'_>]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut last = None;
    for row in rows {
        let heading = row::heading(app, row);
        if heading.is_some() && heading != last {
            if last.is_some() {
                lines.push(Line::Blank);
            }
            lines.extend(heading.clone().map(Line::heading));
            last = heading;
        }
        lines.push(row::line(app, row));
    }
    if rows.is_empty() {
        let key = Key::named(&format!("desk-none-{}", part.name()));
        let text = key.map_or_else(String::new, |key| app.locale.text(key).into_owned());
        lines.push(Line::Empty(text, false));
    }
    lines
}
