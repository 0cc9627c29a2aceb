//! The minutes pane: the item's rule and recommendation, its text, and the next item's rule.
//!
//! Owns where paragraphs stand and what is scrolled to. A paragraph is drawn by `paragraph`, alone
//! too when only it has changed.

mod flow;
mod head;
pub(super) mod paragraph;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::editor::caret::{Paragraphs, Place};
use crate::app::editor::motion::Caret;
use crate::app::editor::wrap;
use crate::app::input::{Mouse, MouseKind};
use crate::app::keys::WHEEL;
use crate::app::screens::meeting::MeetingScreen;
use crate::app::spots::Spot;
use crate::app::writing::BESIDE;
use crate::app::writing::manuscript::{Manuscript, shape};
use crate::app::writing::pencil::{Drawn, Room};
use crate::domain::id::Id;

use flow::{Block, Flow};

/// Rows kept between the caret and the edge of the text, when there are more.
const CONTEXT: usize = 1;

/// Columns the minutes take at most, the label and the margin included: longer lines are hard to
/// read.
pub(super) const WIDEST: u16 = 100;

/// Draws the minutes of the item the caret is in, else of the current one; returns the caret's
/// place when letters are text.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &MeetingScreen) -> Option<Position> {
    let meeting = app.docs.meeting(screen.meeting)?;
    let item = shown_item(app, screen)?;
    let area = Rect {
        width: area.width.min(WIDEST),
        ..area
    };
    let below = head::draw(buf, area, app, meeting, item);
    let room = Room {
        width: text_width(below),
        height: usize::from(below.height),
        x: below.x,
        y: below.y,
    };
    screen.pencil.room.set(Some(room));
    if !screen.takes_text() {
        for y in below.top()..below.bottom() {
            app.view.spots.put((below.x, y), below.width, Spot::Text);
        }
    }
    let caret = screen.pencil.caret.filter(|_| screen.item == Some(item));
    let place = (screen.meeting, item);
    let manuscript = Manuscript::of(&app.docs, app.locale, place, room.width, caret)?;
    draw_text(buf, below, app, screen, &manuscript)
}

/// The item whose minutes are shown.
pub(super) fn shown_item(app: &App, screen: &MeetingScreen) -> Option<Id> {
    let meeting = app.docs.meeting(screen.meeting)?;
    let agenda = meeting.agenda();
    let live = |id: &Id| agenda.iter().any(|item| item.id == *id);
    screen
        .item
        .filter(live)
        .or(meeting.head.current.filter(live))
        .or(agenda.first().map(|item| item.id))
}

fn text_width(area: Rect) -> usize {
    usize::from(area.width).saturating_sub(BESIDE).max(10)
}

fn draw_text(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &MeetingScreen,
    manuscript: &Manuscript<'_>,
) -> Option<Position> {
    let height = usize::from(area.height);
    let caret = app.caret_in(manuscript);
    let flow = Flow::new(app, manuscript);
    let (index, row) = flow.spot(caret.place());
    let context = context(height);
    let mut top = flow.scroll(screen.pencil.top.get(), (index, row), height, context);
    if let Some(entry) = screen.pencil.reveal.take() {
        top = flow.reveal(entry, top, (index, row), height, context);
    }
    screen.pencil.top.set(flow.top(top));
    screen.pencil.drawn.set(None);
    let mut y = 0;
    let mut skip = top.1;
    let mut cursor = None;
    for block in (top.0..flow.len()).map_while(|index| flow.block(index)) {
        if y >= height {
            break;
        }
        let first = y as i32 - skip as i32 + block.gap as i32;
        let marked = caret.selection.within(manuscript, block.id);
        block.draw(buf, area, first, app, marked);
        if block.id == caret.place().entry {
            cursor = place(area, &block, first, caret);
            remember(screen, area, &block, first, top == (0, 0), context);
        }
        y += block.rows().saturating_sub(skip);
        skip = 0;
    }
    cursor.filter(|_| screen.takes_text())
}

fn context(height: usize) -> usize {
    if height > 2 * CONTEXT + 2 { CONTEXT } else { 0 }
}

/// Where the caret stands on the screen.
fn place(area: Rect, block: &Block<'_>, first: i32, caret: Caret) -> Option<Position> {
    let (row, column) = block.spot(caret.place().at);
    let y = u16::try_from(first + row as i32).ok()?;
    let x = area.x + LABEL + u16::try_from(column).ok()?;
    (y < area.height).then_some(Position::new(x, area.y + y))
}

/// Columns of the label.
pub(super) const LABEL: u16 = 3;

/// Notes where the caret's paragraph stands, so that it can be painted alone.
fn remember(
    screen: &MeetingScreen,
    area: Rect,
    block: &Block<'_>,
    first: i32,
    at_start: bool,
    context: usize,
) {
    let rows = block.rows() - block.gap;
    let Ok(y) = u16::try_from(first) else { return };
    let rows = u16::try_from(rows).unwrap_or(u16::MAX);
    if y.saturating_add(rows) > area.height {
        return;
    }
    let context = u16::try_from(context).unwrap_or(0);
    screen.pencil.drawn.set(Some(Drawn {
        entry: block.id,
        number: block.number,
        x: area.x,
        y: area.y + y,
        width: area.width,
        rows,
        low: area.y + if at_start { 0 } else { context },
        high: area.bottom() - context,
    }));
}

/// The caret's paragraph drawn alone over what stood there: the rows to paint and the caret.
/// `None` when more than these rows has changed.
pub(super) fn draw_alone(
    buf: &mut Buffer,
    app: &App,
    screen: &MeetingScreen,
) -> Option<(std::ops::Range<u16>, Position)> {
    let drawn = screen.pencil.drawn.get()?;
    let caret = screen
        .pencil
        .caret
        .filter(|caret| caret.selection.is_empty())?;
    let place = caret.place();
    let meeting = app.docs.meeting(screen.meeting)?;
    let entry = meeting.entries.get(&place.entry)?;
    if drawn.entry != place.entry || entry.tells() {
        return None;
    }
    let area = Rect::new(drawn.x, drawn.y, drawn.width, drawn.rows);
    let shape = shape(Some(entry), text_width(area));
    let lines = wrap::wrap(&entry.text, shape);
    let block = Block::of_entry(entry, &entry.text, drawn.number, shape, lines, app);
    if block.rows() != usize::from(drawn.rows) {
        return None;
    }
    let (row, column) = block.spot(place.at);
    let y = drawn.y + u16::try_from(row).ok()?;
    if y < drawn.low || y >= drawn.high {
        return None;
    }
    for position in area.positions() {
        if let Some(cell) = buf.cell_mut(position) {
            cell.reset();
        }
    }
    block.draw(buf, area, 0, app, None);
    let x = drawn.x + LABEL + u16::try_from(column).ok()?;
    Some((drawn.y..drawn.y + drawn.rows, Position::new(x, y)))
}

/// The caret goes where the mouse was pressed in the minutes, and marks where it is drawn; the
/// wheel scrolls.
pub fn heed(app: &mut App, mouse: Mouse) {
    let place = match mouse.kind {
        MouseKind::Press | MouseKind::Drag => place_at(app, mouse.x, mouse.y),
        MouseKind::ScrollUp => scroll(app, false),
        MouseKind::ScrollDown => scroll(app, true),
        MouseKind::Release => None,
    };
    if let Some(place) = place {
        app.point(place, mouse.kind == MouseKind::Drag);
    }
}

/// Scrolls the minutes; returns where the caret comes to when it would go out of sight.
fn scroll(app: &App, down: bool) -> Option<Place> {
    let screen = app.desk().filter(|screen| screen.takes_text())?;
    let room = screen
        .pencil
        .room
        .get()
        .filter(|_| app.view.overlays.is_empty())?;
    let manuscript = app.manuscript()?;
    let flow = Flow::new(app, &manuscript);
    let top = flow.stored(screen.pencil.top.get());
    let next = match down {
        true => flow.below(top, WHEEL, room.height),
        false => flow.above(top, WHEEL),
    };
    screen.pencil.top.set(flow.top(next));
    let caret = app.caret_in(&manuscript).place();
    let at = flow.spot(caret);
    let context = context(room.height);
    let lowest = room.height.saturating_sub(1 + context);
    let column = flow.block(at.0).map_or(0, |block| block.spot(caret.at).1);
    let x = room.x + LABEL + u16::try_from(column).unwrap_or(0);
    let seen = |at| {
        let row = flow.distance(next, at, lowest);
        row.is_some_and(|row| row >= context || next == (0, 0))
    };
    if seen(at) {
        return None;
    }
    // From the edge it left inwards: a blank row has no place of its own.
    let place = |row: usize| {
        let y = room.y + u16::try_from(row).ok()?;
        place_at(app, x, y).filter(|place| seen(flow.spot(*place)))
    };
    match at > next {
        true => (context..=lowest).rev().find_map(place),
        false => (context..=lowest).find_map(place),
    }
}

/// The place in the minutes under a cell of the screen, as drawn last.
pub fn place_at(app: &App, x: u16, y: u16) -> Option<Place> {
    let screen = app.desk().filter(|screen| screen.takes_text())?;
    let area = screen.pencil.room.get()?;
    let below = usize::from(y.checked_sub(area.y)?);
    if below >= area.height || x < area.x || !app.view.overlays.is_empty() {
        return None;
    }
    let manuscript = app.manuscript()?;
    let flow = Flow::new(app, &manuscript);
    let top = flow.stored(screen.pencil.top.get());
    let mut row = below + top.1;
    for index in top.0..flow.len() {
        let block = flow.block(index)?;
        if row < block.rows() || index + 1 == flow.len() {
            let line = row.saturating_sub(block.gap);
            let goal = usize::from(x.saturating_sub(area.x + LABEL));
            return Some(Place::new(block.id, block.at(line, goal)));
        }
        row -= block.rows();
    }
    manuscript.ids().first().map(|id| Place::new(*id, 0))
}

#[cfg(test)]
mod tests;
