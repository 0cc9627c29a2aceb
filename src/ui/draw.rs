//! The whole screen, from the app's state: bars, the screen, overlays.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::editor::wrap::{Shape, wrap};
use crate::app::overlays::Overlay;
use crate::app::screens::Screen;
use crate::app::view::{self, Tone};
use crate::locale::Key;

use super::canvas::{columns, fill, fit, put, put_right};
use super::{
    desk, door, followup, form, home, meeting, palette, panel, people, reader, strip, theme,
};
use super::{figures, history, live, network, season, terms, year};

/// Draws everything; returns where the cursor stands, if it shows.
pub fn draw(buf: &mut Buffer, app: &App) -> Option<Position> {
    let area = buf.area;
    if view::is_too_small((area.width, area.height)) {
        let text = app.locale.text(Key::ScreenTooSmall);
        let lines = wrap(&text, Shape::plain(usize::from(area.width)));
        for (y, line) in (area.y..area.bottom()).zip(lines) {
            let line = text.get(line.start..line.end).unwrap_or_default();
            put(buf, area.x, y, area.width, line, theme::TEXT);
        }
        return None;
    }
    let body = Rect {
        height: area.height - 1,
        ..area
    };
    app.view.spots.clear();
    // The door covers the screen it stands before.
    let covered = matches!(app.view.overlays.as_slice(), [Overlay::Door(_), ..]);
    let mut cursor = match &app.view.screen {
        _ if covered => None,
        Screen::Home(screen) => home::draw(buf, body, app, screen),
        Screen::Meeting(screen) => meeting::draw(buf, body, app, screen),
        Screen::Desk(screen) => desk::draw(buf, body, app, screen),
        Screen::FollowUp(screen) => followup::draw(buf, body, app, screen),
        Screen::People(screen) => people::draw(buf, body, app, screen),
        Screen::Network(screen) => network::draw(buf, body, app, screen),
        Screen::Terms(screen) => terms::draw(buf, body, app, screen),
        Screen::Season(screen) => season::draw(buf, body, app, screen),
        Screen::Year(screen) => year::draw(buf, body, app, screen),
        Screen::Figures(screen) => figures::draw(buf, body, app, screen),
        Screen::Live(screen) => live::draw(buf, body, app, screen),
        Screen::History(screen) => history::draw(buf, body, app, screen),
    };
    draw_bottom(buf, app);
    for overlay in &app.view.overlays {
        app.view.spots.clear();
        cursor = match overlay {
            Overlay::Form(overlay) => form::draw(buf, body, app, overlay),
            Overlay::Palette(overlay) => palette::draw(buf, body, app, overlay),
            Overlay::Panel(overlay) => panel::draw(buf, body, app, overlay),
            Overlay::Door(overlay) => door::draw(buf, body, app, overlay),
            Overlay::Reader(overlay) => reader::draw(buf, body, app, overlay),
            Overlay::Confirm(overlay) => {
                let question = overlay.question.show(app.locale);
                put(
                    buf,
                    1,
                    body.bottom() - 1,
                    body.width - 2,
                    &question,
                    theme::ALARM,
                );
                None
            }
        };
    }
    cursor
}

/// The bottom line: a notice, else the most useful keys of the place.
fn draw_bottom(buf: &mut Buffer, app: &App) {
    let row = Rect {
        y: buf.area.bottom() - 1,
        height: 1,
        ..buf.area
    };
    fill(buf, row, theme::BAR);
    let row = draw_away(buf, row, app);
    if let Some(notice) = &app.view.notice {
        let style = match notice.tone {
            Tone::Said => theme::BAR,
            Tone::Failed => theme::BAR.add_modifier(ratatui::style::Modifier::BOLD),
        };
        let text = notice.message.show(app.locale);
        put(
            buf,
            row.x + 1,
            row.y,
            row.width - 2,
            &fit(&text, row.width - 2),
            style,
        );
    } else if app.view.strip && app.view.overlays.is_empty() {
        strip::draw(buf, row, app);
    } else if let (Some(first), []) = (app.view.first, app.view.overlays.as_slice()) {
        strip::draw_seconds(buf, row, app, first);
    } else {
        draw_hints(buf, row, app);
    }
}

/// Since when the hub does not hear us, and what waits for it; returns the rest of the row.
fn draw_away(buf: &mut Buffer, row: Rect, app: &App) -> Rect {
    let Some(away) = app.view.saving.away else {
        return row;
    };
    let key = if away.silent {
        Key::SilentSince
    } else {
        Key::OfflineSince
    };
    let args = [
        ("time", app.locale.language().plain_time(away.since).into()),
        ("count", app.docs.waiting().into()),
    ];
    let text = app.locale.text_with(key, &args);
    let right = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    let style = theme::BAR.add_modifier(ratatui::style::Modifier::BOLD);
    let x = put_right(buf, right, row.y, &text, style);
    Rect {
        width: x.saturating_sub(row.x + 2),
        ..row
    }
}

/// The most useful keys of the place, as many as there is room for.
fn draw_hints(buf: &mut Buffer, row: Rect, app: &App) {
    let mut x = row.x + 1;
    if let Some(mode) = crate::app::hints::mode(app) {
        let mode = app.locale.text(mode);
        x += put(
            buf,
            x,
            row.y,
            row.width,
            &mode,
            theme::BAR.patch(theme::KEY),
        ) + 3;
    }
    for hint in crate::app::hints::hints(app) {
        let text = app.locale.text(hint.text);
        let width = columns(&hint.key) + columns(&text) + 1;
        if x + width >= row.right() {
            break;
        }
        x += put(
            buf,
            x,
            row.y,
            width,
            &hint.key,
            theme::BAR.patch(theme::KEY),
        ) + 1;
        x += put(buf, x, row.y, width, &text, theme::BAR) + 3;
    }
}
