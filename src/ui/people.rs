//! People and organisations: a field that narrows, rows in Danish order.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::screens::people::PeopleScreen;
use crate::domain::register::{Organisation, Person};
use crate::locale::Key;

use super::canvas::{columns, put};
use super::listing::{self, Cell, Line};
use super::theme;

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &PeopleScreen) -> Option<Position> {
    let rows = screen.rows(app);
    let counted = app.locale.text_with(
        Key::PeopleCount,
        &[
            ("people", rows.people.len().into()),
            ("organisations", rows.organisations.len().into()),
        ],
    );
    let title = app.locale.text(Key::PeopleTitle);
    let body = listing::draw_head(buf, area, &title, &counted);
    let label = app.locale.text(Key::PeopleFilter);
    let x = body.x + 2 + put(buf, body.x + 2, body.y, body.width - 2, &label, theme::DIM) + 1;
    let room = body.right().saturating_sub(x + 1);
    put(buf, x, body.y, room, screen.filter.text(), theme::TITLE);
    let empty = screen.empty(&rows);
    let mut lines = vec![Line::heading(app.locale.text(Key::People))];
    lines.extend(rows.people.iter().map(|row| person_line(app, row)));
    if rows.people.is_empty() {
        lines.push(nothing(
            app,
            screen,
            Key::PeopleNone,
            Key::PeopleEmpty,
            empty == Some(0),
        ));
    }
    lines.push(Line::Blank);
    lines.push(Line::heading(app.locale.text(Key::Organisations)));
    if rows.organisations.is_empty() {
        let (none, empty) = (Key::OrganisationsNone, empty == Some(1));
        lines.push(nothing(app, screen, none, Key::OrganisationsEmpty, empty));
    }
    let organisations = rows.organisations.iter();
    lines.extend(organisations.map(|row| organisation_line(app, row)));
    let list = Rect {
        y: body.y + 1,
        height: body.height.saturating_sub(1),
        ..body
    };
    listing::draw(buf, list, &lines, screen.selected(&rows), &app.view.spots);
    let column = u16::try_from(screen.filter.column()).unwrap_or(0);
    Some(Position::new(x + column.min(room), body.y))
}

/// What stands where a list has no rows: none that fits, or none at all.
fn nothing(app: &App, screen: &PeopleScreen, fits: Key, at_all: Key, focused: bool) -> Line {
    let key = match screen.filter.text().is_empty() {
        true => at_all,
        false => fits,
    };
    Line::Empty(app.locale.text(key).into_owned(), focused)
}

fn person_line(app: &App, row: &Person) -> Line {
    let register = app.register();
    let organisation = row
        .organisation
        .map_or("", |id| register.organisation_name(id));
    let mut name = row.name.clone();
    if let Some(left) = row.left_on {
        let day = app
            .locale
            .language()
            .date_seen_from(left, app.clock.local.date());
        let left = app
            .locale
            .text_with(Key::PeopleLeft, &[("date", day.into())]);
        name = format!("{name} ({left})");
    }
    if row.trouble().is_some() {
        let bounced = app.locale.text(Key::PeopleBounced);
        name = format!("{name} ({bounced})");
    }
    let mut cells = vec![Cell::rest(name)];
    if app.view.is_wide() {
        cells.push(Cell::new(row.title.as_str(), 30).styled(theme::DIM));
        cells.push(Cell::new(organisation, 30));
        cells.push(Cell::new(row.phone.as_str(), 14));
        cells.push(mail_cell(row, 36));
    } else {
        cells.push(Cell::new(organisation, 20));
        cells.push(mail_cell(row, 28));
    }
    Line::Row(row.id, cells)
}

/// The mail address, marked when mail came back from it.
fn mail_cell(row: &Person, width: u16) -> Cell {
    match row.trouble() {
        Some(_) => Cell::new(format!("! {}", row.email), width).styled(theme::ALARM),
        None => Cell::new(row.email.as_str(), width).styled(theme::DIM),
    }
}

fn organisation_line(app: &App, row: &Organisation) -> Line {
    let people = app.register().people.values();
    let count = people
        .filter(|person| !person.removed && person.organisation == Some(row.id))
        .count();
    let count = app
        .locale
        .text_with(Key::PeopleOf, &[("count", count.into())]);
    let width = columns(&count).max(12);
    Line::Row(
        row.id,
        vec![
            Cell::rest(row.name.as_str()),
            Cell::new(row.short.as_str(), 20),
            Cell::new(row.label.as_str(), 16).styled(theme::DIM),
            Cell::new(count, width).right(),
        ],
    )
}

#[cfg(test)]
mod tests;
