//! The strip after Esc in text: what each letter does.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::commands;
use crate::app::input::Code;
use crate::locale::Key;

use super::canvas::{columns, put};
use super::theme;
use crate::app::keyname;

/// What is named first; there may not be room for all.
const FIRST: [&str; 7] = [
    "entry-kind decision",
    "entry-kind action",
    "entry-kind note",
    "door",
    "minutes-next-item",
    "entry-kind private",
    "entry-kind vote",
];

/// Draws the strip on a row, as far as there is room.
pub fn draw(buf: &mut Buffer, row: Rect, app: &App) {
    let mut x = row.x + 1;
    let title = app.locale.text(Key::StripTitle);
    x += put(buf, x, row.y, row.width, &title, theme::BAR);
    let mut letters: Vec<_> = app
        .view
        .keymap
        .of("strip")
        .filter(|(key, _)| matches!(key.code, Code::Char(_)) && !key.alt)
        .collect();
    letters.sort_by_key(|(_, words)| {
        let line = words.join(" ");
        let place = FIRST.iter().position(|known| *known == line);
        place.unwrap_or(FIRST.len())
    });
    for (key, words) in letters {
        let name = keyname::name(app.locale, key);
        let what = named(app, words);
        let room = row.right().saturating_sub(x + 2);
        if columns(&name) + columns(&what) + 3 > room {
            break;
        }
        x += 2;
        let style = theme::BAR.patch(theme::KEY);
        x += put(buf, x, row.y, room, &name, style);
        x += 1;
        x += put(buf, x, row.y, room, &what, theme::BAR);
    }
}

/// The short name of a command line in the strip, else what the command says of itself.
fn named(app: &App, words: &[String]) -> String {
    let short = Key::named(&format!("strip-{}", words.join("-")));
    let first = words.first().map_or("", String::as_str);
    let key = short.or_else(|| commands::find(first).map(|command| command.doc()));
    key.map_or_else(String::new, |key| app.locale.text(key).into_owned())
}
