//! A one-line text field: tui-input, fed with our keys and with cleaned text only.

use tui_input::{Input, InputRequest};

use crate::domain::clean::clean_line;

use super::input::{Code, KeyPress};

/// Pasted text beyond this many characters is cut: a field is no document.
const LONGEST: usize = 4_000;

/// A one-line field.
#[derive(Clone, Debug, Default)]
pub struct Field(Input);

impl Field {
    /// A field that holds a text, the caret at its end.
    pub fn new(text: &str) -> Self {
        Self(Input::new(text.to_owned()))
    }

    /// Its text.
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// Columns left of the caret.
    pub fn column(&self) -> usize {
        self.0.visual_cursor()
    }

    /// Takes a key; `false` when it means nothing to a field.
    pub fn key(&mut self, key: KeyPress) -> bool {
        let request = match (key.code, key.ctrl) {
            (Code::Char(sign), false) if !key.alt => InputRequest::InsertChar(sign),
            (Code::Backspace, false) => InputRequest::DeletePrevChar,
            (Code::Backspace, true) => InputRequest::DeletePrevWord,
            (Code::Char('w'), true) => InputRequest::DeletePrevWord,
            (Code::Delete, true) => InputRequest::DeleteNextWord,
            (Code::Delete, false) if key.shift => InputRequest::DeleteTillEnd,
            (Code::Delete, false) => InputRequest::DeleteNextChar,
            (Code::Left, false) => InputRequest::GoToPrevChar,
            (Code::Right, false) => InputRequest::GoToNextChar,
            (Code::Left, true) => InputRequest::GoToPrevWord,
            (Code::Right, true) => InputRequest::GoToNextWord,
            (Code::Home, _) => InputRequest::GoToStart,
            (Code::End, _) => InputRequest::GoToEnd,
            _ => return false,
        };
        self.0.handle(request);
        true
    }

    /// Takes pasted text, made one clean line.
    pub fn paste(&mut self, text: &str) {
        let clean: String = clean_line(text).chars().take(LONGEST).collect();
        for sign in clean.chars() {
            self.0.handle(InputRequest::InsertChar(sign));
        }
    }

    /// Empties it.
    pub fn clear(&mut self) {
        self.0 = Input::default();
    }
}
