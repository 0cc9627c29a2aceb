//! The meeting screen: head, next step, and the panes the room allows.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::overview::Overview;
use crate::app::screens::meeting::{MeetingScreen, Pane};
use crate::domain::walk::Gap;
use crate::locale::Key;

use super::canvas::{fit, put};
use super::pane::{title, wrap};
use super::{actions, agenda, minutes, participants, stages, theme};

/// Columns of the column beside the text: so many at least, and at most, when the text has all
/// it takes.
const COLUMN: (u16, u16) = (42, 60);

/// Draws the screen; the last row of `area` is the one with the next step.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &MeetingScreen) -> Option<Position> {
    let Some(overview) = app.overview(screen.meeting) else {
        let text = app.locale.text(Key::MeetingLoading);
        put(buf, area.x + 1, area.y, area.width - 2, &text, theme::TEXT);
        return None;
    };
    stages::draw(buf, area, app, &overview);
    let next = Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    stages::draw_next(buf, next, app, screen, &overview);
    let body = Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(3),
        ..area
    };
    if app.view.is_wide() {
        let spare = body.width.saturating_sub(minutes::WIDEST + 1);
        let width = spare.clamp(COLUMN.0, COLUMN.1);
        let column = Rect { width, ..body };
        draw_column(buf, column, app, screen, &overview);
        let main = Rect {
            x: body.x + width + 1,
            width: body.width - width - 1,
            ..body
        };
        draw_main(buf, main, app, screen, &overview)
    } else {
        draw_main(buf, body, app, screen, &overview)
    }
}

/// The pane that has the main room: the one with the focus; while the meeting runs and there is
/// room beside it, the minutes.
pub fn main_pane(app: &App, screen: &MeetingScreen, overview: &Overview<'_>) -> Pane {
    if app.view.is_wide() && overview.meeting.head.started_at.is_some() {
        Pane::Minutes
    } else {
        screen.focus
    }
}

fn draw_main(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &MeetingScreen,
    overview: &Overview<'_>,
) -> Option<Position> {
    match main_pane(app, screen, overview) {
        Pane::Agenda => agenda::draw(buf, area, app, screen, overview),
        Pane::Participants => participants::draw(buf, area, app, screen, overview),
        Pane::Actions => actions::draw(buf, area, app, screen, overview),
        Pane::Minutes => return minutes::draw(buf, area, app, screen),
    }
    None
}

/// The column beside the text: the panes that do not have the main room, shortened.
fn draw_column(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &MeetingScreen,
    overview: &Overview<'_>,
) {
    let main = main_pane(app, screen, overview);
    let mut rest = area;
    let take = |used: u16, rest: &mut Rect| {
        let used = (used + 1).min(rest.height);
        rest.y += used;
        rest.height -= used;
    };
    if main != Pane::Agenda {
        let room = Rect {
            height: rest.height.saturating_sub(12).max(rest.height / 2),
            ..rest
        };
        let used = agenda::draw_brief(buf, room, app, screen, overview);
        take(used, &mut rest);
    } else {
        let used = draw_gaps(buf, rest, app, overview);
        take(used, &mut rest);
    }
    if main != Pane::Participants {
        let room = Rect {
            height: rest.height.div_ceil(2),
            ..rest
        };
        let used = participants::draw_brief(buf, room, app, screen, overview);
        take(used, &mut rest);
    }
    if main != Pane::Actions {
        actions::draw_brief(buf, rest, app, screen, overview);
    }
}

/// What the meeting lacks; returns the rows used.
fn draw_gaps(buf: &mut Buffer, area: Rect, app: &App, overview: &Overview<'_>) -> u16 {
    let name = app.locale.text(Key::HomeNeeds).to_uppercase();
    let body = title(buf, area, &name, "", false);
    let gaps: Vec<&Gap> = overview.walk.gaps().collect();
    let mut y = body.y;
    for gap in gaps.iter().take(usize::from(area.height / 2)) {
        let (sign, style) = match gap.check.waits() {
            true => ("·", theme::DIM),
            false => ("!", theme::ALARM),
        };
        put(buf, body.x + 2, y, 1, sign, style);
        let width = body.width.saturating_sub(5);
        for line in wrap(&crate::app::steps::gap_text(app.locale, gap), width) {
            put(buf, body.x + 4, y, width, &fit(&line, width), theme::TEXT);
            y += 1;
        }
    }
    y - area.y
}

#[cfg(test)]
mod tests;
