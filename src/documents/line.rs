//! The last cleaning before words enter a page.

use unicode_normalization::char::is_combining_mark;

use crate::domain::clean::clean_line;

/// One clean line; a mark it begins with stands on a circle, not on the page's own letters.
pub(super) fn line(text: &str) -> String {
    let text = clean_line(text);
    if text.starts_with(is_combining_mark) {
        return clean_line(&format!("\u{25cc}{text}"));
    }
    text
}
