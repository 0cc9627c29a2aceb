//! What a screen looks like, as text, for tests.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;

/// The screen as text, trailing blanks cut; the selected row has its `▸`.
pub fn picture(app: &App) -> String {
    let (width, height) = app.view.size;
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    super::draw::draw(&mut buf, app);
    let mut text = String::new();
    for y in 0..height {
        let mut line = String::new();
        let mut skip = 0usize;
        for x in 0..width {
            let symbol = buf[(x, y)].symbol();
            if skip == 0 {
                line.push_str(symbol);
                skip = unicode_width(symbol).saturating_sub(1);
            } else {
                skip -= 1;
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn unicode_width(symbol: &str) -> usize {
    usize::from(super::canvas::columns(symbol))
}
