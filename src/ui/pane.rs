//! What the panes of a screen share: the rule with a title above each.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{columns, fill, fit, put, put_right};
use super::theme;

/// Draws "── Title ───── right ──" on the first row; returns what is left of the area.
pub fn title(buf: &mut Buffer, area: Rect, title: &str, right: &str, focused: bool) -> Rect {
    if area.height == 0 || area.width < 8 {
        return Rect { height: 0, ..area };
    }
    let style = if focused { theme::NOW } else { theme::DIM };
    let line = "─".repeat(usize::from(area.width));
    put(buf, area.x, area.y, area.width, &line, theme::DIM);
    let marker = if focused { "▌" } else { "─" };
    put(buf, area.x, area.y, 1, marker, style);
    let free = area.width.saturating_sub(columns(right) + 8);
    let title = format!(" {} ", fit(title, free));
    put(
        buf,
        area.x + 2,
        area.y,
        area.width - 2,
        &title,
        style.patch(theme::TITLE),
    );
    if !right.is_empty() {
        let inside = Rect {
            width: area.width - 2,
            ..area
        };
        put_right(buf, inside, area.y, &format!(" {right} "), theme::TEXT);
    }
    Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    }
}

/// One row of a list, filled with its style first.
pub fn row(area: Rect, y: u16) -> Rect {
    Rect {
        y,
        height: 1,
        ..area
    }
}

/// Writes cells side by side in a row: text, width, style on top of the row's.
pub fn cells(buf: &mut Buffer, area: Rect, base: Style, cells: &[(&str, u16, Style)]) {
    fill(buf, area, base);
    let mut x = area.x;
    for (text, width, style) in cells {
        let free = (*width).min(area.right().saturating_sub(x));
        let room = free.saturating_sub(u16::from(x + free < area.right()));
        put(buf, x, area.y, room, &fit(text, room), base.patch(*style));
        x += width;
    }
}

/// Wraps words to a width.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        if !line.is_empty() && columns(line) + 1 + columns(word) > width {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
