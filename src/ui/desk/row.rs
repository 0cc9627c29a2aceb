//! One row of each list of the desk, and the heading it stands under.

use crate::app::App;
use crate::app::screens::desk::DeskRow;
use crate::domain::desk::{
    Contact, Enquiry, Forum, Membership, Representation, RepresentationStatus, Seat,
};
use crate::domain::when::When;
use crate::locale::Key;
use crate::ui::listing::{Cell, Line};
use crate::ui::theme;
use crate::ui::words::named;

/// What a row stands under; none where its list has no headings.
pub fn heading(app: &App, row: &DeskRow<'_>) -> Option<String> {
    let text = |key| app.locale.text(key).into_owned();
    match row {
        DeskRow::Enquiry(row) if row.is_open() => Some(text(Key::DeskOpen)),
        DeskRow::Enquiry(_) => Some(text(Key::DeskDone)),
        DeskRow::Representation(row) => Some(match row.year() {
            Some(year) => year.to_string(),
            None => text(Key::DeskUndated),
        }),
        DeskRow::Contact(row) => match row.office.name(app.register()) {
            "" => Some(text(Key::DeskNoOffice)),
            office => Some(office.to_owned()),
        },
        DeskRow::Membership(_) | DeskRow::Seat(_) | DeskRow::Forum(..) => None,
    }
}

/// The row itself.
pub fn line(app: &App, row: &DeskRow<'_>) -> Line {
    let cells = match row {
        DeskRow::Enquiry(row) => enquiry(app, row),
        DeskRow::Membership(row) => membership(app, row),
        DeskRow::Seat(row) => seat(app, row),
        DeskRow::Representation(row) => representation(app, row),
        DeskRow::Contact(row) => contact(app, row),
        DeskRow::Forum(row, depth) => forum(app, row, *depth),
    };
    Line::Row(row.id(), cells)
}

/// As wide as there is room for.
fn wide(app: &App, narrow: u16, wide: u16) -> u16 {
    if app.view.is_wide() { wide } else { narrow }
}

fn when(app: &App, when: Option<&When>) -> String {
    let language = app.locale.language();
    when.map_or_else(String::new, |when| language.when(when))
}

fn enquiry(app: &App, row: &Enquiry) -> Vec<Cell> {
    let today = app.clock.local.date();
    let late = row.is_late(today);
    let (sign, style) = match (late, row.is_open()) {
        (true, _) => ("!", theme::ALARM),
        (false, true) => ("·", theme::TEXT),
        (false, false) => ("✓", theme::DIM),
    };
    let language = app.locale.language();
    let until = match (&row.deadline, row.is_open()) {
        (Some(due), true) => language.due(due, today),
        (None, true) => String::new(),
        (_, false) => {
            let done = row.closed_on.or(row.answered_on);
            done.map_or_else(String::new, |day| language.date_seen_from(day, today))
        }
    };
    let country = wide(app, 3, 8);
    vec![
        Cell::new(sign, 1).styled(style),
        Cell::new(row.label(), 10),
        Cell::rest(row.title.as_str()),
        Cell::new(row.sender.name(app.register()), wide(app, 14, 26)),
        Cell::new(row.country.as_str(), country).styled(theme::DIM),
        Cell::new(until, 17).right().styled(style),
    ]
}

fn membership(app: &App, row: &Membership) -> Vec<Cell> {
    let since = when(app, row.since.as_ref());
    let since = match since.is_empty() {
        true => since,
        false => app
            .locale
            .text_with(Key::DeskSince, &[("when", since.into())]),
    };
    vec![
        Cell::rest(row.name.as_str()),
        Cell::new(row.fee.as_str(), wide(app, 20, 30)).styled(theme::DIM),
        Cell::new(since, 26).right(),
    ]
}

fn seat(app: &App, row: &Seat) -> Vec<Cell> {
    let today = app.clock.local.date();
    let over = row.until.as_ref().and_then(When::last_day);
    let style = match over.is_some_and(|day| day < today) {
        true => theme::ALARM,
        false => theme::DIM,
    };
    let until = match &row.until {
        None => String::new(),
        Some(until) => {
            let until = app.locale.language().when(until);
            app.locale
                .text_with(Key::DeskUntil, &[("when", until.into())])
        }
    };
    let role = match row.title.as_str() {
        "" => named(app.locale, "seat-role", row.role.name()),
        title => title.to_owned(),
    };
    vec![
        Cell::new("", 2),
        Cell::rest(app.locale.person(row.person, app.register())),
        Cell::new(role, wide(app, 20, 26)),
        Cell::new(until, 29).right().styled(style),
    ]
}

fn representation(app: &App, row: &Representation) -> Vec<Cell> {
    let style = match row.status {
        RepresentationStatus::Declined => theme::DIM,
        _ => theme::TEXT,
    };
    let status = named(app.locale, "representation-status", row.status.name());
    let role = named(app.locale, "representation-role", row.role.name());
    let mut cells = vec![Cell::rest(row.title.as_str()).styled(style)];
    if app.view.is_wide() {
        cells.push(Cell::new(row.event.as_str(), 22));
        cells.push(Cell::new(role, 12).styled(theme::DIM));
    } else {
        cells.push(Cell::new(role, 10).styled(theme::DIM));
    }
    cells.push(Cell::new(row.place.as_str(), wide(app, 10, 12)));
    cells.push(Cell::new(when(app, row.when.as_ref()), 17));
    cells.push(Cell::new(status, 9).right().styled(style));
    cells
}

fn contact(app: &App, row: &Contact) -> Vec<Cell> {
    vec![
        Cell::new(app.locale.person(row.person, app.register()), 26),
        Cell::rest(row.covers.replace('\n', " ")),
    ]
}

fn forum(app: &App, row: &Forum, depth: usize) -> Vec<Cell> {
    let name = format!("{}{}", "  ".repeat(depth), row.name);
    let kind = named(app.locale, "forum-kind", row.kind.name());
    let assessed = match row.assessed_on {
        None => String::new(),
        Some(day) => {
            let day = app.locale.language().plain_date(day);
            app.locale
                .text_with(Key::DeskAssessed, &[("date", day.into())])
        }
    };
    vec![
        Cell::rest(name),
        Cell::new(kind, 16).styled(theme::DIM),
        Cell::new(assessed, 30).right().styled(theme::DIM),
    ]
}
