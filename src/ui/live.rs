//! The meeting as it runs, for the chair's screen and the wall: the item and its time in large digits, what is being
//! agreed, who is there, when it ends.

mod course;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use crate::app::App;
use crate::app::overview::Overview;
use crate::app::screens::live::{LiveScreen, left_ms};
use crate::domain::agenda::AgendaItem;
use crate::domain::attendance::Attendance;
use crate::domain::recess::Recess;
use crate::domain::walk::following_item;
use crate::locale::Key;

use super::agenda::kind_name;
use super::canvas::{fill, fit, put, put_right};
use super::letters::{self, Poster};
use super::pane::{row, wrap};
use super::stages::{attendance, end_line, fitting};
use super::{digits, pace, theme};

/// Columns left free at both sides.
const MARGIN: u16 = 2;
/// From so many rows on there is room for large digits and a large title.
const LARGE: u16 = 30;

/// Draws it.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &LiveScreen) -> Option<Position> {
    let overview = app.overview(screen.meeting)?;
    draw_head(buf, area, app, &overview);
    let body = Rect {
        x: area.x + MARGIN,
        y: area.y + 2,
        width: area.width.saturating_sub(2 * MARGIN),
        height: area.height.saturating_sub(2),
    };
    let head = &overview.meeting.head;
    let item = head.current.and_then(|id| overview.meeting.items.get(&id));
    let recess = overview.meeting.recess();
    match item.filter(|_| head.started_at.is_some() && head.ended_at.is_none()) {
        _ if recess.is_some() && head.ended_at.is_none() => {
            recess
                .into_iter()
                .for_each(|row| draw_break(buf, body, app, &overview, row));
        }
        Some(item) => draw_item(buf, body, app, &overview, item),
        None => draw_still(buf, body, app, &overview),
    }
    None
}

/// The meeting, and the clock.
fn draw_head(buf: &mut Buffer, area: Rect, app: &App, overview: &Overview<'_>) {
    fill(buf, row(area, area.y), theme::BAR);
    let head = &overview.meeting.head;
    let name = [overview.network.head.name.as_str(), head.title.as_str()];
    let name: Vec<&str> = name.into_iter().filter(|text| !text.is_empty()).collect();
    let time = app.locale.language().time_to_second(app.clock.local.time());
    let right = Rect {
        width: area.width.saturating_sub(MARGIN),
        ..area
    };
    let x = put_right(buf, right, area.y, &time, theme::BAR);
    let free = x.saturating_sub(area.x + 2 * MARGIN);
    let name = fit(&name.join(" · "), free);
    put(buf, area.x + MARGIN, area.y, free, &name, theme::BAR);
}

/// What the digits may take: where there is little room, as little as they can.
fn of_figures(area: Rect) -> Rect {
    let height = match area.height {
        0..LARGE => digits::ROWS,
        height => (height / 4).max(digits::ROWS),
    };
    Rect {
        height: height.min(area.height),
        ..area
    }
}

/// Minutes and seconds, "+" past the time.
fn clock(left: i64) -> String {
    let seconds = left.abs() / 1000;
    let sign = if left < 0 { "+" } else { "" };
    format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
}

fn draw_item(buf: &mut Buffer, area: Rect, app: &App, overview: &Overview<'_>, item: &AgendaItem) {
    let (locale, meeting) = (app.locale, overview.meeting);
    let text = |key| locale.text(key).into_owned();
    let number = meeting.number_of(item.id).unwrap_or(0);
    let left = left_ms(meeting, app.clock.now);
    let (time, caption, style) = match left {
        Some(left) if left < 0 => (clock(left), text(Key::LiveOver), theme::ALARM),
        Some(left) => (clock(left), text(Key::LiveLeft), theme::TEXT),
        None => {
            let used = meeting.used_ms(item.id, app.clock.now);
            (clock(used), text(Key::LiveUsed), theme::TEXT)
        }
    };
    let number_shown = number.to_string();
    let figures = of_figures(area);
    let pair = ((number_shown.as_str(), theme::NOW), (time.as_str(), style));
    let y = area.y + digits::draw_pair(buf, figures, pair.0, pair.1);
    let slots = overview.schedule.slots.len();
    let place = locale.text_with(
        Key::LivePlace,
        &[("number", number.into()), ("count", slots.into())],
    );
    let kind = kind_name(locale, item.kind);
    put(
        buf,
        area.x,
        y,
        area.width,
        &format!("{place} · {kind}"),
        theme::DIM,
    );
    put_right(buf, area, y, &caption, style);
    let title = match item.title.as_str() {
        "" => "–",
        title => title,
    };
    let mut y = y + 1 + u16::from(area.height >= LARGE);
    let large = Poster::fitting(title, area.width, letters::ROWS).filter(|_| area.height >= LARGE);
    y = match large {
        Some(poster) => draw_poster(buf, area, y, &poster, theme::TITLE),
        None => draw_text(buf, area, y, 2, title, theme::TITLE),
    };
    let room = Rect {
        y: y + 1,
        height: foot(area).saturating_sub(y + 2),
        ..area
    };
    course::draw(buf, room, app, overview);
    draw_foot(buf, area, app, overview);
}

/// Large letters from a row on; returns the row after them.
fn draw_poster(buf: &mut Buffer, area: Rect, y: u16, poster: &Poster, style: Style) -> u16 {
    let height = area.bottom().saturating_sub(y);
    poster.draw(buf, Rect { y, height, ..area }, style);
    y + poster.rows()
}

/// Wrapped text in so many rows; returns the row after it.
fn draw_text(buf: &mut Buffer, area: Rect, y: u16, rows: u16, text: &str, style: Style) -> u16 {
    let lines = wrap(text, area.width);
    let skip = lines.len().saturating_sub(usize::from(rows));
    let mut at = y;
    // Of what is too long the end is shown: there it grows.
    for line in lines.iter().skip(skip) {
        if at < area.bottom() {
            put(buf, area.x, at, area.width, line, style);
            at += 1;
        }
    }
    at
}

/// The first of the three rows at the bottom.
fn foot(area: Rect) -> u16 {
    area.bottom().saturating_sub(3)
}

/// The next item, when all ends, and who is there.
fn draw_foot(buf: &mut Buffer, area: Rect, app: &App, overview: &Overview<'_>) {
    let (locale, y) = (app.locale, foot(area));
    let meeting = overview.meeting;
    let next = following_item(meeting).and_then(|(_, item)| {
        let slot = overview.schedule.slot(item.id)?;
        let time = slot.starts_at.map(|time| locale.language().time(time));
        let named = [
            ("number", slot.number.into()),
            ("title", item.title.as_str().into()),
            ("time", time.unwrap_or_default().into()),
        ];
        Some(locale.text_with(Key::LiveNext, &named))
    });
    let end = end_line(locale, overview);
    let late = overview.schedule.late.is_some_and(|late| late > 0);
    let style = if late { theme::ALARM } else { theme::TITLE };
    let x = put_right(buf, area, y, &end, style);
    let free = x.saturating_sub(area.x + 2);
    let next = fit(&next.unwrap_or_default(), free);
    put(buf, area.x, y, free, &next, theme::TEXT);
    let counts = fitting(&attendance(locale, overview), area.width);
    put(buf, area.x, y + 1, area.width, &counts, theme::TITLE);
    let names = fit(&there(overview), area.width);
    put(buf, area.x, y + 2, area.width, &names, theme::DIM);
}

/// The names of those who are there.
fn there(overview: &Overview<'_>) -> String {
    let here =
        |attendance: &Attendance| matches!(attendance, Attendance::Present | Attendance::Online);
    let people = overview.attendances.iter();
    let mut names: Vec<&str> = people
        .filter(|(_, attendance)| here(attendance))
        .map(|(id, _)| overview.register.name_of(*id))
        .collect();
    names.sort_by_key(|name| crate::domain::folding::sort_key(name));
    names.join(", ")
}

/// How much of a break is left, and when the meeting goes on.
fn draw_break(buf: &mut Buffer, area: Rect, app: &App, overview: &Overview<'_>, recess: &Recess) {
    let left = recess.back_at() - app.clock.now;
    let style = match left < 0 {
        true => theme::ALARM,
        false => theme::NOW,
    };
    let figures = Rect {
        height: area.height / 2,
        ..area
    };
    let rows = digits::draw_one(buf, figures, &clock(left), style);
    let mut y = area.y + rows + 1;
    let name = app.locale.text(Key::LiveBreak);
    let time = pace::back(app, recess);
    let back = app
        .locale
        .text_with(Key::LiveBack, &[("time", time.into())]);
    let room = foot(area).saturating_sub(y + 1);
    match Poster::fitting(&back, area.width, room) {
        Some(poster) => draw_poster(buf, area, y, &poster, theme::TITLE),
        None => {
            y = draw_text(buf, area, y, 1, &name, theme::NOW);
            draw_text(buf, area, y, 2, &back, theme::TITLE)
        }
    };
    draw_foot(buf, area, app, overview);
}

/// A meeting that has not begun, is between items, or is over.
fn draw_still(buf: &mut Buffer, area: Rect, app: &App, overview: &Overview<'_>) {
    let (locale, head) = (app.locale, &overview.meeting.head);
    let started = head.started_at.is_some();
    let (key, time) = match (head.ended_at, started) {
        (Some(at), _) => (Key::LiveEnded, Some(crate::domain::zone::local(at).time())),
        (None, true) => (Key::LiveBetween, overview.schedule.end),
        (None, false) => (Key::LiveBegins, head.start),
    };
    let time = time.map(|time| time.format("%H:%M").to_string());
    let figures = of_figures(area);
    let rows = digits::draw_one(buf, figures, &time.unwrap_or_default(), theme::NOW);
    let y = area.y + rows + 1;
    let style = theme::TITLE.add_modifier(Modifier::BOLD);
    put(buf, area.x, y, area.width, &locale.text(key), style);
    draw_foot(buf, area, app, overview);
}

#[cfg(test)]
mod tests;
