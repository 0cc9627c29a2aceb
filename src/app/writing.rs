//! Typing into the minutes: keys and pasted text become text ops.

use super::App;
use super::input::KeyPress;

impl App {
    /// A key the keymap binds nothing to, where letters are text; `false` when it means nothing.
    pub(super) fn type_key(&mut self, _key: KeyPress) -> bool {
        false
    }

    /// Pasted text, where letters are text.
    pub(super) fn type_text(&mut self, _text: &str) {}
}
