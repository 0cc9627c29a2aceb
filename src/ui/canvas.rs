//! Writing into a buffer: clipped, cleaned, in columns.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::editor::grapheme::Clusters;

/// Writes text from `x` on row `y`, at most `width` columns; returns the columns used.
pub fn put(buf: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    let room = usize::from(width.min(buf.area.right().saturating_sub(x)));
    if y >= buf.area.bottom() || room == 0 {
        return 0;
    }
    let start = buf.index_of(x, y);
    let row = buf.content.get_mut(start..start + room).unwrap_or_default();
    let mut used = 0;
    let clusters = Clusters::from(text, 0).filter(|cluster| {
        // Most are a letter of which nothing else need be asked.
        cluster.width > 0 && (cluster.is_plain() || !cluster.text.contains(char::is_control))
    });
    for cluster in clusters {
        let cells = row.get_mut(used..used + cluster.width);
        let Some((cell, halves)) = cells.and_then(<[Cell]>::split_first_mut) else {
            break;
        };
        cell.set_symbol(cluster.text).set_style(style);
        // A wide one would hide what stood there.
        halves.iter_mut().for_each(Cell::reset);
        used += cluster.width;
    }
    u16::try_from(used).unwrap_or(u16::MAX)
}

/// Writes text that ends at the right edge of `area`; returns where it begins.
pub fn put_right(buf: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) -> u16 {
    let width = columns(text).min(area.width);
    let x = area.right().saturating_sub(width);
    put(buf, x, y, width, text, style);
    x
}

/// How many columns a text takes.
pub fn columns(text: &str) -> u16 {
    u16::try_from(
        Clusters::from(text, 0)
            .map(|cluster| cluster.width)
            .sum::<usize>(),
    )
    .unwrap_or(u16::MAX)
}

/// The text cut to `width` columns, with `…` when something was cut.
pub fn fit(text: &str, width: u16) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut room = usize::from(width.saturating_sub(1));
    let mut cut = String::new();
    for cluster in Clusters::from(text, 0) {
        if cluster.width > room {
            break;
        }
        room -= cluster.width;
        cut.push_str(cluster.text);
    }
    cut.push('…');
    cut
}

/// Fills rows of an area with a style and blanks.
pub fn fill(buf: &mut Buffer, area: Rect, style: Style) {
    for y in area.top()..area.bottom().min(buf.area.bottom()) {
        let blank = " ".repeat(usize::from(area.width));
        put(buf, area.x, y, area.width, &blank, style);
    }
}
