//! The frame of an overlay.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use super::theme;

/// Draws an empty frame of at most `size` in the middle of `area`; returns its inside.
pub fn open(buf: &mut Buffer, area: Rect, size: (u16, u16), title: &str) -> Rect {
    let (width, height) = (size.0.min(area.width), size.1.min(area.height));
    let frame = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    Clear.render(frame, buf);
    let title = crate::domain::clean::clean_line(title);
    let block = Block::bordered()
        .border_type(BorderType::Plain)
        .title(format!(" {title} "))
        .title_style(theme::TITLE)
        .padding(Padding::horizontal(1));
    let inside = block.inner(frame);
    block.render(frame, buf);
    inside
}
