//! A network's terms of reference: purposes, text, evaluation, secretariat, groups, versions.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::area::TextArea;
use crate::app::overlays::form::label;
use crate::app::screens::terms::{FIELDS, Section, TermsRows, TermsScreen, criterion_id, field_id};
use crate::domain::network::{Group, Network};
use crate::domain::terms::{SecretariatTerm, Terms};
use crate::domain::when::When;
use crate::locale::Key;

use super::listing::{self, Cell, Line};
use super::theme;
use super::words::named;

/// Columns of a field's name.
const NAME: u16 = 22;

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &TermsScreen) -> Option<Position> {
    let network = screen.shown(app)?;
    let rows = screen.rows(app);
    let title = app
        .locale
        .text_with(Key::TermsTitle, &[("network", (&network.head.name).into())]);
    let body = listing::draw_head(buf, area, &title, &status(app, rows.terms));
    let selected = screen.selected_id(&rows);
    let empty = screen.empty(&rows);
    let (left, right) = match app.view.is_wide() {
        true => listing::halves(body),
        false => (body, body),
    };
    let mut lines = purpose_lines(app, network, &rows, empty, left.width);
    lines.push(Line::Blank);
    lines.extend(text_lines(app, &rows, left.width));
    lines.push(Line::Blank);
    lines.extend(criteria_lines(app, network, &rows, empty, left.width));
    let mut others = secretariat_lines(app, &rows, empty);
    others.push(Line::Blank);
    others.extend(group_lines(app, network, &rows, empty, right.width));
    others.push(Line::Blank);
    others.extend(version_lines(app, &rows, empty));
    if app.view.is_wide() {
        listing::draw(buf, left, &lines, selected, &app.view.spots);
        listing::draw(buf, right, &others, selected, &app.view.spots);
    } else {
        lines.push(Line::Blank);
        lines.extend(others);
        listing::draw(buf, body, &lines, selected, &app.view.spots);
    }
    None
}

/// Where a version stands: "udkast til version 2", "version 1, vedtaget 3. december 2026".
fn status(app: &App, terms: Option<&Terms>) -> String {
    let Some(terms) = terms else {
        return app.locale.text(Key::TermsNone).into_owned();
    };
    let version = usize::try_from(terms.version).unwrap_or(0);
    match terms.adopted_on {
        None => app
            .locale
            .text_with(Key::TermsDraft, &[("version", version.into())]),
        Some(day) => {
            let day = app.locale.language().plain_date(day);
            let args = [("version", version.into()), ("date", day.into())];
            app.locale.text_with(Key::TermsVersion, &args)
        }
    }
}

fn wrapped(text: &str, width: u16) -> Vec<String> {
    let area = TextArea::new(text);
    let rows = area.rows(usize::from(width.max(10)));
    rows.into_iter()
        .map(|row| row.trim_end().to_owned())
        .collect()
}

/// A row with a name whose text takes as many lines as it needs.
fn texts(
    lines: &mut Vec<Line>,
    id: crate::domain::id::Id,
    name: (&str, u16),
    text: &str,
    width: u16,
) {
    let indent = name.1 + 1;
    let rows = wrapped(text, width.saturating_sub(indent + 4));
    let mut rows = rows.into_iter();
    lines.push(Line::Row(
        id,
        vec![
            Cell::new(name.0, name.1).styled(theme::DIM),
            Cell::rest(rows.next().unwrap_or_default()),
        ],
    ));
    let lead = " ".repeat(usize::from(indent));
    lines.extend(rows.map(|row| Line::Plain(format!("{lead}{row}"), theme::TEXT)));
}

fn nothing(app: &App, section: Section, key: Key, empty: Option<Section>) -> Line {
    Line::Empty(app.locale.text(key).into_owned(), empty == Some(section))
}

/// The purposes, and by each that no activity serves that it is so.
fn purpose_lines(
    app: &App,
    network: &Network,
    rows: &TermsRows<'_>,
    empty: Option<Section>,
    width: u16,
) -> Vec<Line> {
    let mut lines = vec![Line::heading(app.locale.text(Key::DocumentPurpose))];
    if rows.purposes.is_empty() {
        lines.push(nothing(app, Section::Purposes, Key::TermsNoPurposes, empty));
    }
    let live = || network.activities.values().filter(|row| !row.removed);
    for (index, row) in rows.purposes.iter().enumerate() {
        let number = (index + 1).to_string();
        texts(&mut lines, row.id, (&number, 2), &row.text, width);
        let served = live().filter(|it| it.serves.contains(&row.id)).count();
        if live().next().is_some() {
            let said = app
                .locale
                .text_with(Key::TermsServed, &[("count", served.into())]);
            let style = if served == 0 {
                theme::ALARM
            } else {
                theme::DIM
            };
            lines.push(Line::Plain(format!("   {said}"), style));
        }
    }
    lines
}

fn text_lines(app: &App, rows: &TermsRows<'_>, width: u16) -> Vec<Line> {
    let mut lines = vec![Line::heading(app.locale.text(Key::Terms))];
    let empty = Terms::default();
    let terms = rows.terms.unwrap_or(&empty);
    let language = app.locale.language();
    for (place, name) in FIELDS.iter().enumerate() {
        let text = match *name {
            "way-of-working" => terms.way_of_working.clone(),
            "expected-results" => terms.expected_results.clone(),
            "start" => terms
                .start
                .map_or_else(String::new, |day| language.plain_date(day)),
            _ => when(app, &terms.evaluation),
        };
        let text = if text.is_empty() { "–" } else { &text };
        let name = label(app.locale, "terms-set", name);
        texts(&mut lines, field_id(place), (&name, NAME), text, width);
    }
    lines
}

fn when(app: &App, when: &Option<When>) -> String {
    let language = app.locale.language();
    when.as_ref()
        .map_or_else(String::new, |when| language.when(when))
}

fn criteria_lines(
    app: &App,
    network: &Network,
    rows: &TermsRows<'_>,
    empty: Option<Section>,
    width: u16,
) -> Vec<Line> {
    let mut lines = vec![Line::heading(app.locale.text(Key::TermsCriteria))];
    if rows.criteria.is_empty() {
        lines.push(nothing(app, Section::Criteria, Key::TermsNoCriteria, empty));
    }
    let found = rows.terms.map(|terms| network.findings_of(terms.id));
    let found = found.unwrap_or_default();
    for (place, text) in rows.criteria.iter().enumerate() {
        let number = (place + 1).to_string();
        texts(&mut lines, criterion_id(place), (&number, 2), text, width);
        for row in found.iter().filter(|row| row.criterion == *text) {
            let change = match row.change.is_empty() {
                true => String::new(),
                false => format!(" → {}", row.change),
            };
            let said = format!("{}{change}", row.finding);
            let rows = wrapped(&said, width.saturating_sub(7));
            lines.extend(rows.into_iter().map(|row| Line::dim(format!("   {row}"))));
        }
    }
    lines
}

fn secretariat_lines(app: &App, rows: &TermsRows<'_>, empty: Option<Section>) -> Vec<Line> {
    let mut lines = vec![Line::heading(app.locale.text(Key::TermsSecretariat))];
    if rows.secretariat.is_empty() {
        let key = Key::TermsNoSecretariat;
        lines.push(nothing(app, Section::Secretariat, key, empty));
    }
    lines.extend(
        rows.secretariat
            .iter()
            .map(|row| secretariat_line(app, row)),
    );
    lines
}

fn secretariat_line(app: &App, row: &SecretariatTerm) -> Line {
    let name = app.register().organisation_name(row.organisation);
    let span = match (&row.since, &row.until) {
        (None, None) => String::new(),
        _ => format!("{} – {}", when(app, &row.since), when(app, &row.until)),
    };
    Line::Row(
        row.id,
        vec![
            Cell::rest(name),
            Cell::new(span.trim_end(), 38).right().styled(theme::DIM),
        ],
    )
}

fn group_lines(
    app: &App,
    network: &Network,
    rows: &TermsRows<'_>,
    empty: Option<Section>,
    width: u16,
) -> Vec<Line> {
    let mut lines = vec![Line::heading(app.locale.text(Key::TermsGroups))];
    if rows.groups.is_empty() {
        lines.push(nothing(app, Section::Groups, Key::TermsNoGroups, empty));
    }
    for row in &rows.groups {
        lines.push(group_line(app, network, row));
        if !row.mandate.is_empty() {
            let rows = wrapped(&row.mandate, width.saturating_sub(5));
            lines.extend(rows.into_iter().map(|row| Line::dim(format!("  {row}"))));
        }
    }
    lines
}

/// "Arbejdsgruppe om hjemløshed   arbejdsgruppe   19 personer, 3 mangler".
fn group_line(app: &App, network: &Network, group: &Group) -> Line {
    let today = app.clock.local.date();
    let seats = network.seats_on(group.id, today).count();
    let missing = network.unnamed(group, app.register(), today).len();
    let args = [("count", seats.into()), ("missing", missing.into())];
    let count = app.locale.text_with(Key::TermsSeats, &args);
    let style = if missing > 0 {
        theme::ALARM
    } else {
        theme::DIM
    };
    let kind = named(app.locale, "choice", group.kind.name());
    Line::Row(
        group.id,
        vec![
            Cell::rest(group.name.as_str()),
            Cell::new(kind, 15).styled(theme::DIM),
            Cell::new(count, 24).right().styled(style),
        ],
    )
}

fn version_lines(app: &App, rows: &TermsRows<'_>, empty: Option<Section>) -> Vec<Line> {
    let mut lines = vec![Line::heading(app.locale.text(Key::TermsVersions))];
    if rows.versions.is_empty() {
        lines.push(nothing(app, Section::Versions, Key::TermsNoVersions, empty));
    }
    lines.extend(rows.versions.iter().map(|row| {
        Line::Row(
            row.id,
            vec![
                Cell::rest(status(app, Some(row))),
                Cell::new(row.adopted_by.as_str(), 30)
                    .right()
                    .styled(theme::DIM),
            ],
        )
    }));
    lines
}

#[cfg(test)]
mod tests;
