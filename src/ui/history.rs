//! History: the steps, newest first, and the minutes as they stood after the selected one.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::deeds::{Names, deed, told};
use crate::app::screens::history::{HistoryScreen, entries, row_id};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::op::DocId;
use crate::domain::query::HistoryRow;
use crate::domain::zone::local;
use crate::locale::Key;

use super::listing::{self, Cell, Line};
use super::theme;
use super::words::{folded, named};

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &HistoryScreen) -> Option<Position> {
    let rows = &app.view.lists.history;
    let of = match screen.doc {
        DocId::Meeting(id) => app.docs.meeting(id).map(|doc| doc.head.title.clone()),
        DocId::Network(id) => app.docs.network(id).map(|doc| doc.head.name.clone()),
        DocId::Desk => Some(app.locale.text(Key::DeskTitle).into_owned()),
        _ => None,
    };
    let title = app.locale.text(Key::HistoryTitle).into_owned();
    let title = of.map_or(title.clone(), |of| format!("{title} · {of}"));
    let count = app
        .locale
        .text_with(Key::HistorySteps, &[("count", rows.len().into())]);
    let body = listing::draw_head(buf, area, &title, &count);
    let (list, past) = if app.view.is_wide() {
        listing::halves(body)
    } else {
        let height = body.height * 2 / 5;
        let list = Rect { height, ..body };
        let rest = Rect {
            y: body.y + height,
            height: body.height - height,
            ..body
        };
        (list, rest)
    };
    let mut lines: Vec<Line> = rows.iter().map(|row| step_line(app, row)).collect();
    if rows.is_empty() {
        lines.push(Line::dim(app.locale.text(Key::HistoryNone)));
    }
    let selected = screen.selected(rows);
    listing::draw(buf, list, &lines, selected.map(row_id), &app.view.spots);
    if let Some(row) = selected {
        draw_past(buf, past, app, screen, row);
    }
    None
}

fn names(app: &App) -> Names<'_> {
    Names {
        register: app.register(),
        desk: app.docs.desk(),
    }
}

fn step_line(app: &App, row: &HistoryRow) -> Line {
    let language = app.locale.language();
    let at = local(row.at);
    let day = language.date_seen_from(at.date(), app.clock.local.date());
    let when = format!("{day} {}", language.time(at.time()));
    Line::Row(
        row_id(row),
        vec![
            Cell::new(when, 19),
            Cell::new(app.name_of(&row.user), 14).styled(theme::DIM),
            Cell::rest(deed(app.locale, names(app), row)),
        ],
    )
}

fn draw_past(buf: &mut Buffer, area: Rect, app: &App, screen: &HistoryScreen, row: &HistoryRow) {
    let at = local(row.at);
    let language = app.locale.language();
    let when = language.long_date_time(at.date(), Some(at.time()), None);
    let title = match screen.meeting() {
        Some(_) => app
            .locale
            .text_with(Key::HistoryAsOf, &[("when", when.into())]),
        None => when,
    };
    listing::heading(buf, Rect { height: 1, ..area }, &title, "");
    let body = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    if screen.meeting().is_none() {
        let room = usize::from(body.width.saturating_sub(4));
        let mut said = told(app.locale, names(app), row);
        if let Some(did) = said.first_mut() {
            *did = format!("{} {did}", app.name_of(&row.user));
        }
        let lines = said.iter().flat_map(|line| folded(line, room));
        let lines: Vec<Line> = lines.map(|line| Line::Plain(line, theme::TEXT)).collect();
        listing::draw(buf, body, &lines, None, &app.view.spots);
        return;
    }
    let past = app.view.lists.past.as_ref();
    let Some((_, meeting)) = past.filter(|(at, _)| *at == row.at) else {
        return;
    };
    let touched = match screen.entry {
        Some(entry) => vec![entry],
        None => entries(row),
    };
    let (lines, focus) = minutes_lines(app, meeting, &touched, body.width);
    // What the step touched stands a third down, so that what came before is seen too.
    let skip = focus.saturating_sub(usize::from(body.height) / 3);
    let most = lines.len().saturating_sub(usize::from(body.height));
    let skip = (skip + screen.scrolled).min(most.max(skip));
    let shown: Vec<Line> = lines.into_iter().skip(skip).collect();
    listing::draw(buf, body, &shown, None, &app.view.spots);
}

/// The minutes as lines, and the first line of what was touched.
fn minutes_lines(app: &App, meeting: &Meeting, touched: &[Id], width: u16) -> (Vec<Line>, usize) {
    let mut lines = Vec::new();
    let mut focus = None;
    let room = usize::from(width.saturating_sub(4)).max(20);
    for (index, item) in meeting.agenda().into_iter().enumerate() {
        let entries = meeting.entries_of(item.id);
        let text = format!("{} {}", index + 1, item.title);
        lines.push(Line::Plain(text, theme::TITLE));
        for entry in entries {
            let mine = touched.contains(&entry.id);
            if mine && focus.is_none() {
                focus = Some(lines.len());
            }
            let kind = named(app.locale, "entry", entry.kind.name());
            let sign = if mine { "▸" } else { " " };
            let text = app.locale.entry(entry, meeting, app.register());
            for (number, line) in folded(&format!("{kind}: {text}"), room)
                .into_iter()
                .enumerate()
            {
                let sign = if number == 0 { sign } else { " " };
                let style = if mine { theme::NOW } else { theme::TEXT };
                lines.push(Line::Plain(format!("{sign} {line}"), style));
            }
        }
    }
    (lines, focus.unwrap_or(0))
}

#[cfg(test)]
mod tests;
