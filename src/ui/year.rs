//! A year's plan: activities by month, what they lack, and whose turn it is to host.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::App;
use crate::app::overlays::form::choice_label;
use crate::app::screens::year::YearScreen;
use crate::domain::network::meeting_name;
use crate::domain::plan::{Activity, ActivityStatus, Clash, PlanRow, wheel};
use crate::domain::when::Month;
use crate::locale::Key;

use super::listing::{self, Cell, Line};
use super::theme;
use super::words::folded;

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &YearScreen) -> Option<Position> {
    let rows = screen.rows(app);
    let body = listing::draw_head(buf, area, &title(app, screen), &counts(app, &rows));
    let selected = screen.selected(app);
    if screen.round {
        draw_round(buf, body, app, screen, &rows);
        return None;
    }
    let mut lines = row_lines(app, screen, &rows);
    let hosts = host_lines(app, screen);
    let id = selected.map(|row| row.activity.id);
    if app.view.is_wide() {
        let (left, right) = listing::halves(body);
        listing::draw(buf, left, &lines, id, &app.view.spots);
        let width = usize::from(right.width.saturating_sub(3));
        let mut beside = selected.map_or_else(Vec::new, |row| fact_lines(app, row, width));
        beside.push(Line::Blank);
        beside.extend(hosts);
        listing::draw(buf, right, &beside, None, &app.view.spots);
    } else {
        lines.push(Line::Blank);
        lines.extend(hosts);
        listing::draw(buf, body, &lines, id, &app.view.spots);
    }
    None
}

/// The wheel, and what its numbers stand for beside it.
fn draw_round(buf: &mut Buffer, area: Rect, app: &App, screen: &YearScreen, rows: &[&PlanRow]) {
    let round = wheel(screen.year, app.clock.local.date(), rows);
    let width = (area.height * 2).min(area.width * 11 / 20);
    let left = Rect { width, ..area };
    let right = Rect {
        x: area.x + width + 1,
        width: area.width.saturating_sub(width + 1),
        ..area
    };
    let selected = screen.selected(app).map(|row| row.activity.id);
    let chosen = rows
        .iter()
        .position(|row| Some(row.activity.id) == selected);
    super::wheel::draw(buf, left, app, &round, chosen);
    let line = |(index, row): (usize, &&PlanRow)| {
        let number = round.number_of(index);
        let number = number.map_or_else(|| "·".to_owned(), |number| number.to_string());
        let when = row.activity.when.as_ref();
        let when = when.map_or_else(String::new, |when| app.locale.language().short_when(when));
        let tentative = if row.activity.tentative { " ?" } else { "" };
        Line::Row(
            row.activity.id,
            vec![
                Cell::new(number, 2).right(),
                Cell::new(format!("{when}{tentative}"), 15),
                Cell::rest(row.activity.title.as_str()),
            ],
        )
    };
    let mut lines: Vec<Line> = rows.iter().enumerate().map(line).collect();
    if round.rings.len() > 1 {
        lines.push(Line::Blank);
        let names = round.rings.iter().map(|ring| Line::dim(ring.name.as_str()));
        lines.push(Line::heading(app.locale.text(Key::WheelRings)));
        lines.extend(names);
    }
    listing::draw(buf, right, &lines, selected, &app.view.spots);
}

fn title(app: &App, screen: &YearScreen) -> String {
    let network = screen.network.and_then(|id| app.docs.network(id));
    let place = match network {
        Some(network) => network.head.name.clone(),
        None => app.locale.text(Key::FollowupAll).into_owned(),
    };
    let year = screen.year.to_string();
    let title = app
        .locale
        .text_with(Key::YearTitle, &[("year", year.into())]);
    format!("{title} · {place}")
}

fn counts(app: &App, rows: &[&PlanRow]) -> String {
    let count = rows.len();
    let lacking = rows
        .iter()
        .filter(|row| row.lacks_purpose() || row.lacks_product());
    let args = [("count", count.into()), ("lacking", lacking.count().into())];
    app.locale.text_with(Key::YearCounts, &args)
}

fn row_lines(app: &App, screen: &YearScreen, rows: &[&PlanRow]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut last: Option<Option<Month>> = None;
    for row in rows {
        let month = screen.month(row);
        if last != Some(month) {
            if last.is_some() {
                lines.push(Line::Blank);
            }
            lines.push(Line::heading(month_name(app, month)));
            last = Some(month);
        }
        lines.push(row_line(app, screen, row));
        lines.extend(
            screen
                .clashes(app, row)
                .iter()
                .map(|it| clash_line(app, it)),
        );
    }
    if rows.is_empty() {
        lines.push(Line::dim(app.locale.text(Key::YearEmpty)));
    }
    lines
}

fn month_name(app: &App, month: Option<Month>) -> String {
    match month {
        Some(month) => app.locale.language().month_year(month.year, month.month),
        None => app.locale.text(Key::YearUndated).into_owned(),
    }
}

fn row_line(app: &App, screen: &YearScreen, row: &PlanRow) -> Line {
    let activity = &row.activity;
    let when = when(app, activity);
    let mut cells = vec![
        Cell::new(when, 18),
        Cell::rest(activity.title.as_str()),
        Cell::new(choice_label(app.locale, "kind", activity.kind.name()), 18).styled(theme::DIM),
    ];
    if screen.network.is_none() && app.view.is_wide() {
        let secretariat = app.docs.secretariat();
        let label = secretariat.map_or("", |doc| doc.label(row.network));
        cells.push(Cell::new(label.to_uppercase(), 10));
    }
    let (state, style) = state(app, row);
    cells.push(Cell::new(state, 13).styled(style));
    Line::Row(activity.id, cells)
}

/// "Samme dag: Topmøde (Netværk for frivillighed), 3 fælles medlemmer".
fn clash_line(app: &App, clash: &Clash<'_>) -> Line {
    let label = app.docs.label_of(clash.row.network).unwrap_or_default();
    let args = [
        ("title", clash.row.activity.title.as_str().into()),
        ("network", label.to_uppercase().into()),
        ("count", clash.shared.into()),
    ];
    let said = app.locale.text_with(Key::YearPlanClash, &args);
    Line::Plain(format!("  ! {said}"), theme::ALARM)
}

/// When, short; with a question mark while it is tentative.
pub fn when(app: &App, activity: &Activity) -> String {
    let mut when = match &activity.when {
        Some(when) => app.locale.language().short_when(when),
        None => app.locale.text(Key::DateUnset).into_owned(),
    };
    if activity.tentative {
        when.push_str(" ?");
    }
    when
}

/// What is to be said of how far it is: what it lacks, while it can still be mended.
fn state(app: &App, row: &PlanRow) -> (String, Style) {
    let status = row.activity.status;
    let text = |key| app.locale.text(key).into_owned();
    let lacking = match (row.lacks_purpose(), row.lacks_product()) {
        (true, _) => Some(Key::YearLacksPurpose),
        (false, true) => Some(Key::YearLacksProduct),
        (false, false) => None,
    };
    match (status, lacking) {
        (ActivityStatus::Cancelled | ActivityStatus::Held, _) => (
            choice_label(app.locale, "status", status.name()),
            theme::DIM,
        ),
        (_, Some(key)) => (text(key), theme::ALARM),
        _ => (
            choice_label(app.locale, "status", status.name()),
            theme::DIM,
        ),
    }
}

/// Everything about the selected activity, beside the list.
fn fact_lines(app: &App, row: &PlanRow, width: usize) -> Vec<Line> {
    let (locale, activity) = (app.locale, &row.activity);
    let language = locale.language();
    let mut when = match &activity.when {
        Some(when) => language.when(when),
        None => locale.text(Key::DateUnset).into_owned(),
    };
    if let Some(start) = activity.start {
        when.push(' ');
        when.push_str(&language.time_span(start, activity.end));
    }
    if activity.tentative {
        when = format!("{when} ({})", locale.text(Key::DateTentative));
    }
    let status = choice_label(locale, "status", activity.status.name());
    let direction = activity.direction;
    let direction = direction.map(|it| choice_label(locale, "direction", it.name()));
    let network = app.docs.network(row.network);
    let meets = network.map(|network| {
        let needs = network.need_list().into_iter();
        let needs = needs.filter(|need| activity.meets.contains(&need.id));
        needs
            .map(|need| need.title.clone())
            .collect::<Vec<_>>()
            .join(", ")
    });
    let seats = activity.seats.map(|seats| seats.to_string());
    let sign_up = activity
        .sign_up_by
        .map(|day| locale.language().plain_date(day));
    let adopted = activity.adopted_by.iter();
    let adopted = adopted.map(|id| app.register().organisation_name(*id).to_owned());
    let facts = [
        (Key::ArgWhen, when),
        (Key::ArgPlace, activity.place.clone()),
        (Key::ArgHost, row.host_name.clone()),
        (Key::ArgStatus, status),
        (Key::ArgMeeting, meeting_name(&row.meeting_label)),
        (Key::ArgAudience, activity.audience.clone()),
        (Key::ArgDirection, direction.unwrap_or_default()),
        (Key::ArgPurpose, activity.purpose.clone()),
        (Key::YearServes, row.serves.join(" · ")),
        (Key::ArgProduct, activity.product.clone()),
        (Key::ArgMeets, meets.unwrap_or_default()),
        (Key::ArgSeats, seats.unwrap_or_default()),
        (Key::ArgSignUpBy, sign_up.unwrap_or_default()),
        (Key::ArgDelivered, activity.delivered.clone()),
        (Key::ArgAdoptedBy, adopted.collect::<Vec<_>>().join(", ")),
        (Key::YearDecided, decided(app, row)),
        (Key::ArgLink, activity.link.clone()),
        (Key::ArgGuests, activity.guests.clone()),
        (Key::ArgHosts, activity.hosts.clone()),
        (Key::ArgSchedule, activity.schedule.clone()),
        (Key::ArgReport, activity.report.clone()),
    ];
    let mut lines = vec![Line::heading(activity.title.as_str())];
    for (key, value) in facts {
        if value.is_empty() {
            continue;
        }
        let text = format!("{}: {value}", locale.text(key));
        let rows = folded(&text, width).into_iter();
        lines.extend(rows.map(|row| Line::Plain(row, theme::TEXT)));
    }
    lines
}

/// Where an activity was decided, and in which words where the minutes are at hand.
fn decided(app: &App, row: &PlanRow) -> String {
    let activity = &row.activity;
    let (Some(entry), Some(meeting)) = (activity.decision, activity.ranked_at) else {
        return String::new();
    };
    let network = app.docs.network(row.network);
    let known = network.and_then(|it| it.meetings.get(&meeting));
    let secretariat = app.docs.secretariat();
    let label = known.zip(secretariat);
    let label = label.map(|(it, doc)| meeting_name(&it.label(doc.label(row.network))));
    let words = app
        .docs
        .meeting(meeting)
        .and_then(|it| it.entries.get(&entry));
    let words = words.map(|entry| entry.text.clone());
    let parts: Vec<String> = label.into_iter().chain(words).collect();
    parts.join(": ")
}

fn host_lines(app: &App, screen: &YearScreen) -> Vec<Line> {
    let turns = screen.hosts(app);
    let (Some(next), Some(_)) = (turns.first(), turns.iter().find(|turn| turn.times > 0)) else {
        return Vec::new();
    };
    let locale = app.locale;
    let name = |id| app.register().organisation_name(id).to_owned();
    let said = locale.text_with(
        Key::YearNextHost,
        &[("name", name(next.organisation).into())],
    );
    let mut lines = vec![Line::Heading(
        locale.text(Key::YearHosts).into_owned(),
        said,
    )];
    for turn in &turns {
        let last = match turn.last {
            Some(day) => locale.language().plain_date(day),
            None => locale.text(Key::YearNeverHosted).into_owned(),
        };
        let row = format!("{} · {last}", name(turn.organisation));
        lines.push(Line::Plain(row, theme::TEXT));
    }
    lines
}

#[cfg(test)]
mod tests;
