//! Follow-up: open actions under headings, with deadline, owner and where they arose.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::screens::followup::{FollowUpScreen, Group};
use crate::app::todo::{is_overdue, is_reported};
use crate::domain::network::meeting_name;
use crate::domain::query::ActionRow;
use crate::locale::Key;

use super::listing::{self, Cell, Line};
use super::theme;

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &FollowUpScreen) -> Option<Position> {
    let rows = screen.rows(app);
    let count = app
        .locale
        .text_with(Key::CountActions, &[("count", rows.len().into())]);
    let body = listing::draw_head(buf, area, &title(app, screen), &count);
    let mut lines = Vec::new();
    let mut last = None;
    for (group, row) in &rows {
        if last.as_ref() != Some(&group) {
            if last.is_some() {
                lines.push(Line::Blank);
            }
            lines.push(Line::heading(group_name(app, group)));
            last = Some(group);
        }
        lines.push(action_line(app, screen, row));
    }
    if rows.is_empty() {
        lines.push(Line::dim(app.locale.text(Key::FollowupNone)));
    }
    let selected = screen.selected(app).map(|row| row.id);
    listing::draw(buf, body, &lines, selected, &app.view.spots);
    None
}

fn title(app: &App, screen: &FollowUpScreen) -> String {
    let name = screen.network.and_then(|id| {
        let home = app.view.home.as_ref()?;
        let row = home.networks.iter().find(|row| row.id == id)?;
        Some(row.name.clone())
    });
    let place = name.unwrap_or_else(|| app.locale.text(Key::FollowupAll).into_owned());
    format!("{} · {place}", app.locale.text(Key::Followup))
}

fn group_name(app: &App, group: &Group<'_>) -> String {
    let key = match group {
        Group::Reported => Key::FollowupReported,
        Group::Overdue => Key::FollowupOverdue,
        Group::Soon => Key::FollowupSoon,
        Group::Later => Key::FollowupLater,
        Group::Undated => Key::FollowupUndated,
        Group::Owner("") => Key::FollowupNobody,
        Group::Owner(name) => return (*name).to_owned(),
    };
    app.locale.text(key).into_owned()
}

fn action_line(app: &App, screen: &FollowUpScreen, row: &ActionRow) -> Line {
    let today = app.clock.local.date();
    let late = is_overdue(row, today);
    let (sign, style) = match (is_reported(row), late) {
        (true, _) => ("✓", theme::NOW),
        (false, true) => ("!", theme::ALARM),
        (false, false) => ("·", theme::TEXT),
    };
    let text = match screen.by_owner && is_reported(row) {
        true => app.locale.text_with(
            Key::FollowupReportedRow,
            &[("text", row.text.as_str().into())],
        ),
        false => row.text.clone(),
    };
    let due = match &row.due {
        Some(due) => app.locale.language().due(due, today),
        None => app.locale.text(Key::NoDue).into_owned(),
    };
    let owner = match row.owner_name.as_str() {
        "" => app.locale.text(Key::NoOwner).into_owned(),
        name => name.to_owned(),
    };
    let wide = app.view.is_wide();
    let mut cells = vec![Cell::new(sign, 1).styled(style), Cell::rest(text)];
    if !screen.by_owner {
        cells.push(Cell::new(owner, if wide { 30 } else { 16 }));
    }
    let due_style = if late { theme::ALARM } else { theme::TEXT };
    cells.push(Cell::new(due, if wide { 24 } else { 18 }).styled(due_style));
    cells.push(Cell::new(meeting_name(&row.meeting_label), 13).styled(theme::DIM));
    Line::Row(row.id, cells)
}

#[cfg(test)]
mod tests;
