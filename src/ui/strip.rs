//! The strip after Esc in text: what each letter does.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::commands;
use crate::app::input::{Code, KeyPress};
use crate::app::screens::Screen;
use crate::app::strip;
use crate::locale::Key;

use super::canvas::{columns, fill, put};
use super::theme;
use crate::app::keyname;

/// What is named first; there may not be room for all.
const FIRST: [&str; 15] = [
    "back",
    "entry-follow",
    "entry-kind decision",
    "entry-kind action",
    "entry-kind note",
    "standard-texts",
    "door",
    "minutes-next-item",
    "entry-kind private",
    "vote",
    "queue",
    "break-turn",
    "read-back",
    "entry-versions",
    "annexes",
];

/// The rows it may take.
const LINES: usize = 4;

/// Draws the strip on a row, and when there is no room for all on the rows above too.
pub fn draw(buf: &mut Buffer, row: Rect, app: &App) {
    let title = app.locale.text(Key::StripTitle);
    draw_actions(buf, row, &title, actions(app));
}

/// After the first of two keys: what can follow it.
pub fn draw_seconds(buf: &mut Buffer, row: Rect, app: &App, first: KeyPress) {
    let keymap = &app.view.keymap;
    let scopes = app.view.scopes().iter();
    let seconds = scopes.flat_map(|scope| keymap.seconds(scope, first));
    let seconds = seconds.map(|(key, words)| {
        let name = keyname::name(app.locale, key);
        (name, keyname::deed(app.locale, words))
    });
    draw_actions(
        buf,
        row,
        &keyname::name(app.locale, first),
        seconds.collect(),
    );
}

fn draw_actions(buf: &mut Buffer, row: Rect, title: &str, actions: Vec<(String, String)>) {
    let width = row.width.saturating_sub(columns(title) + 2);
    let lines = lines(actions, width);
    let above = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
    let area = Rect {
        y: row.y.saturating_sub(above),
        height: above + 1,
        ..row
    };
    fill(buf, area, theme::BAR);
    let start = row.x + 1 + put(buf, row.x + 1, area.y, row.width, title, theme::BAR);
    for (y, line) in (area.y..).zip(lines) {
        let mut x = start;
        for (name, what) in line {
            let room = row.right().saturating_sub(x + 2);
            x += 2;
            x += put(buf, x, y, room, &name, theme::BAR.patch(theme::KEY)) + 1;
            x += put(buf, x, y, room, &what, theme::BAR);
        }
    }
}

/// The strip's letters and what they do.
fn actions(app: &App) -> Vec<(String, String)> {
    let keymap = &app.view.keymap;
    let mut letters: Vec<_> = strip::letters(keymap, app.locale)
        .into_iter()
        .filter(|(_, words)| is_offered(app, words))
        .filter(|(key, _)| {
            key.first.is_none() && matches!(key.key.code, Code::Char(_)) && !key.key.alt
        })
        .collect();
    letters.sort_by_key(|(_, words)| {
        let line = words.join(" ");
        let place = FIRST.iter().position(|known| *known == line);
        place.unwrap_or(FIRST.len())
    });
    let letters = letters.into_iter();
    letters
        .map(|(key, words)| (keyname::name(app.locale, key), named(app, words)))
        .collect()
}

/// Whether an action has something to work on.
fn is_offered(app: &App, words: &[String]) -> bool {
    match words.first().map(String::as_str) {
        Some("entry-follow") => {
            let entry = app.desk().and_then(|desk| desk.entry);
            entry.is_some_and(|entry| app.can_follow(entry))
        }
        Some("back") => !matches!(app.view.back.last(), None | Some(Screen::Home(_))),
        _ => true,
    }
}

/// Keys and what they do, in a few lines of so many columns.
fn lines(actions: Vec<(String, String)>, width: u16) -> Vec<Vec<(String, String)>> {
    let mut lines = vec![Vec::new()];
    let mut used = 0;
    for (name, what) in actions {
        let wanted = columns(&name) + columns(&what) + 3;
        if used + wanted > width {
            if lines.len() == LINES {
                break;
            }
            lines.push(Vec::new());
            used = 0;
        }
        used += wanted;
        if let Some(line) = lines.last_mut() {
            line.push((name, what));
        }
    }
    lines
}

/// The short name of a command line in the strip, else what the command says of itself.
fn named(app: &App, words: &[String]) -> String {
    let short = Key::named(&format!("strip-{}", words.join("-")));
    let first = words.first().map_or("", String::as_str);
    let key = short.or_else(|| commands::find(first).map(|command| command.doc()));
    key.map_or_else(String::new, |key| app.locale.text(key).into_owned())
}
