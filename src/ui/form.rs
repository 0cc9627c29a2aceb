//! A command's arguments as a form.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::args::{Arg, ArgKind};
use crate::app::commands;
use crate::app::overlays::form::{Form, choice_label};
use crate::locale::Key;

use super::canvas::{columns, fit, put};
use super::frame::open;
use super::theme;

/// Draws the overlay.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, form: &Form) -> Option<Position> {
    let labels: Vec<String> = form.spec.iter().map(|arg| label(app, arg.name)).collect();
    let left = labels.iter().map(|label| columns(label)).max().unwrap_or(0) + 2;
    let height = u16::try_from(form.fields.len())
        .unwrap_or(u16::MAX)
        .saturating_add(2);
    let title = commands::find(form.command).map_or_else(String::new, |command| {
        app.locale.text(command.doc()).into_owned()
    });
    let inside = open(buf, area, (76, height.saturating_add(2)), &title);
    let visible = usize::from(inside.height.saturating_sub(2)).max(1);
    let offset = crate::app::list::List::scroll(0, form.focus, visible);
    let mut cursor = None;
    let rows = labels
        .iter()
        .zip(form.fields.iter().zip(&form.spec))
        .enumerate()
        .skip(offset)
        .take(visible);
    for (y, (index, (label, (field, arg)))) in (inside.y..).zip(rows) {
        let focused = index == form.focus;
        put(
            buf,
            inside.x,
            y,
            left,
            label,
            if focused { theme::TITLE } else { theme::DIM },
        );
        let room = inside.width.saturating_sub(left);
        put(
            buf,
            inside.x + left,
            y,
            room,
            &fit(&shown(app, arg, field.text()), room),
            if focused { theme::TITLE } else { theme::TEXT },
        );
        if focused {
            let column = if turns(arg) { 0 } else { field.column() };
            let column = u16::try_from(column)
                .unwrap_or(room)
                .min(room.saturating_sub(1));
            cursor = Some(Position::new(inside.x + left + column, y));
        }
    }
    if let Some(error) = &form.error {
        put(
            buf,
            inside.x,
            inside.bottom().saturating_sub(1),
            inside.width,
            &fit(&error.render(app.locale), inside.width),
            theme::ALARM,
        );
    }
    cursor
}

fn turns(arg: &Arg) -> bool {
    matches!(arg.kind, ArgKind::Choice(_) | ArgKind::Flag)
}

/// What stands in a field: a choice by its name in the language of the screen.
fn shown(app: &App, arg: &Arg, text: &str) -> String {
    match text {
        text if turns(arg) && !text.is_empty() => choice_label(app.locale, arg.name, text),
        text => text.to_owned(),
    }
}

fn label(app: &App, name: &str) -> String {
    Key::named(&format!("arg-{name}"))
        .map_or_else(|| name.to_owned(), |key| app.locale.text(key).into_owned())
}
