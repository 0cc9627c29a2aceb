//! A command's arguments as a form: names on the left, what is typed on the right, what is wrong
//! and which names are offered under the field it is about.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::app::App;
use crate::app::args::ArgKind;
use crate::app::commands;
use crate::app::list::List;
use crate::app::overlays::form::{Form, Slot, label};
use crate::app::spots::Spot;
use crate::domain::when;
use crate::locale::Key;

use super::canvas::{fit, put};
use super::frame::open;
use super::pane::wrap;
use super::theme;

/// A line of the form: what stands in the margin, and what beside it.
struct Line {
    margin: String,
    text: String,
    style: Style,
    /// What is said after the text.
    beside: String,
    /// What a click on it is about.
    spot: Option<Spot>,
}

impl Line {
    fn new(text: impl Into<String>, style: Style) -> Self {
        Self {
            margin: String::new(),
            text: text.into(),
            style,
            beside: String::new(),
            spot: None,
        }
    }
}

/// Draws the overlay.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, form: &Form) -> Option<Position> {
    let margin = u16::try_from(form.margin(app.locale)).unwrap_or(u16::MAX);
    let (lines, caret) = lines(app, form);
    let title = commands::find(form.command).map_or_else(String::new, |command| {
        app.locale.text(command.doc()).into_owned()
    });
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let unplaced = unplaced(app, form);
    let said = u16::try_from(unplaced.len()).unwrap_or(0);
    let size = (
        Form::width(app) + 4,
        height.saturating_add(4).saturating_add(said),
    );
    let inside = open(buf, area, size, &title);
    let foot = Rect {
        y: inside.bottom().saturating_sub(1),
        height: 1,
        ..inside
    };
    let visible = usize::from(inside.height.saturating_sub(2 + said)).max(1);
    // Names offered and what is wrong stand below the caret and are seen with it.
    let below = caret.map_or(0, |(_, row, below)| row + below);
    let last = lines.len().saturating_sub(1);
    let seen = if caret.is_some() { below } else { last };
    let offset = List::scroll(0, seen.min(last), visible);
    let offset = offset.min(caret.map_or(offset, |(_, row, _)| row));
    for (y, line) in (inside.y..).zip(lines.iter().skip(offset).take(visible)) {
        let row = Rect {
            y,
            height: 1,
            ..inside
        };
        draw_line(buf, row, margin, line);
        if let Some(spot) = line.spot {
            app.view.spots.put((row.x, y), row.width, spot);
        }
    }
    for (y, line) in (foot.y.saturating_sub(said)..foot.y).zip(&unplaced) {
        put(buf, foot.x, y, foot.width, line, theme::ALARM);
    }
    draw_foot(buf, foot, app, form);
    if !form.asks {
        let spot = Spot::Field(form.slots.len());
        app.view.spots.put((foot.x, foot.y), foot.width, spot);
    }
    match caret {
        _ if form.asks => None,
        Some((column, row, _)) => {
            let column = u16::try_from(column).unwrap_or(0) + margin;
            let row = u16::try_from(row.saturating_sub(offset)).unwrap_or(0);
            let x = inside.x + column.min(inside.width.saturating_sub(1));
            Some(Position::new(x, inside.y + row))
        }
        None => Some(Position::new(foot.x, foot.y)),
    }
}

fn draw_line(buf: &mut Buffer, area: Rect, margin: u16, line: &Line) {
    let name = if line.style == theme::TITLE {
        theme::TITLE
    } else {
        theme::DIM
    };
    put(buf, area.x, area.y, margin, &line.margin, name);
    let room = area.width.saturating_sub(margin);
    let x = area.x + margin;
    let used = put(buf, x, area.y, room, &fit(&line.text, room), line.style);
    if !line.beside.is_empty() {
        let room = room.saturating_sub(used + 2);
        put(
            buf,
            x + used + 2,
            area.y,
            room,
            &fit(&line.beside, room),
            theme::DIM,
        );
    }
}

/// The button that accepts the form, or the question what becomes of what was typed.
fn draw_foot(buf: &mut Buffer, area: Rect, app: &App, form: &Form) {
    let (key, style) = match (form.asks, form.on_button()) {
        (true, _) => (Key::FormAsks, theme::NOW),
        (false, true) => (Key::FormAccept, theme::SELECTED),
        (false, false) => (Key::FormAccept, theme::TEXT),
    };
    let text = app.locale.text(key);
    put(buf, area.x, area.y, area.width, &text, style);
}

/// What is wrong and belongs to no field.
fn unplaced(app: &App, form: &Form) -> Vec<String> {
    let placed = |slot: &Slot| {
        let error = form.error.as_ref();
        error.is_some_and(|it| it.argument() == Some(slot.arg.name))
    };
    match &form.error {
        Some(error) if !form.slots.iter().any(placed) => {
            let text = format!("! {}", error.show(app.locale));
            wrap(&text, Form::width(app))
        }
        _ => Vec::new(),
    }
}

/// Column and row of the caret, and how many lines below it belong to it.
type Caret = (usize, usize, usize);

fn lines(app: &App, form: &Form) -> (Vec<Line>, Option<Caret>) {
    let room = form.room(app);
    let mut lines: Vec<Line> = Vec::new();
    let mut caret = None;
    for (index, slot) in form.slots.iter().enumerate() {
        let focused = index == form.focus;
        let first = lines.len();
        lines.extend(slot_lines(app, form, slot, focused, room));
        let own = lines.iter_mut().skip(first);
        own.for_each(|line| line.spot = Some(Spot::Field(index)));
        let (row, column) = slot.spot(room);
        let under = under(app, form, slot, focused, room);
        if focused {
            let below = lines.len() - first - row - 1 + under.len();
            let turned = if slot.turns() { 2 } else { 0 };
            caret = Some((column + turned, first + row, below));
        }
        lines.extend(under);
    }
    (lines, caret)
}

fn slot_lines(app: &App, form: &Form, slot: &Slot, focused: bool, room: usize) -> Vec<Line> {
    let style = match (slot.marked, focused) {
        (true, _) => theme::MARKED,
        (false, true) => theme::TITLE,
        (false, false) => theme::TEXT,
    };
    let rows = slot.rows(app.locale, room);
    let mut lines: Vec<Line> = rows.into_iter().map(|row| Line::new(row, style)).collect();
    if let Some(line) = lines.first_mut() {
        line.margin = label(app.locale, form.command, slot.arg.name);
        if slot.turns() && focused {
            line.text = format!("‹ {} ›", line.text);
        }
        line.beside = beside(app, form, slot);
    }
    lines
}

/// What is wrong with a field, and the names offered for it.
fn under(app: &App, form: &Form, slot: &Slot, focused: bool, room: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let error = form.error.as_ref();
    if let Some(error) = error.filter(|it| it.argument() == Some(slot.arg.name)) {
        let width = u16::try_from(room).unwrap_or(u16::MAX).saturating_sub(2);
        let text = error.show(app.locale);
        for (index, line) in wrap(&text, width).into_iter().enumerate() {
            let sign = if index == 0 { "! " } else { "  " };
            lines.push(Line::new(format!("{sign}{line}"), theme::ALARM));
        }
    }
    if focused {
        let offers = form.offers(app);
        let chosen = form.offer.min(offers.len().saturating_sub(1));
        lines.extend(offers.iter().enumerate().map(|(index, offer)| {
            let sign = if index == chosen { "▸ " } else { "  " };
            let style = if index == chosen {
                theme::NOW
            } else {
                theme::TEXT
            };
            Line {
                beside: offer.beside.clone(),
                spot: Some(Spot::Choice(index)),
                ..Line::new(format!("{sign}{}", offer.name), style)
            }
        }));
    }
    lines
}

/// How a date or a time is understood; what an empty field means.
fn beside(app: &App, form: &Form, slot: &Slot) -> String {
    let (text, today) = (slot.text(), app.clock.local.date());
    if text.trim().is_empty() {
        let key = Key::named(&format!("empty-{}-{}", form.command, slot.arg.name));
        return key.map_or_else(String::new, |key| app.locale.text(key).into_owned());
    }
    let language = app.locale.language();
    if slot.suggested {
        return app.locale.text(Key::FormSuggested).into_owned();
    }
    match slot.arg.kind {
        ArgKind::Date => when::read_day(&text, today).map_or_else(
            |_| String::new(),
            |day| format!("= {}", language.date_seen_from(day, today)),
        ),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
