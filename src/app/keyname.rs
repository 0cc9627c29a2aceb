//! Keys as they are written on a keyboard: "Ctrl+G", "Esc", "Del".

use crate::app::input::{Code, KeyPress};
use crate::locale::{Key, Locale};

/// A key's name for people.
pub fn name(locale: Locale, key: KeyPress) -> String {
    let mut text = String::new();
    for (held, word) in [
        (key.ctrl, "Ctrl+"),
        (key.alt, "Alt+"),
        (key.shift, "Shift+"),
    ] {
        if held {
            text.push_str(word);
        }
    }
    match key.code {
        Code::Char(' ') => text.push_str(&locale.text(Key::KeySpace)),
        Code::Char(sign) if key.ctrl => text.extend(sign.to_uppercase()),
        Code::Char(sign) => text.push(sign),
        Code::F(number) => text.push_str(&format!("F{number}")),
        Code::Enter => text.push_str("Enter"),
        Code::Esc => text.push_str("Esc"),
        Code::Tab => text.push_str("Tab"),
        Code::Backspace => text.push('⌫'),
        Code::Delete => text.push_str("Del"),
        Code::Insert => text.push_str("Ins"),
        Code::Up => text.push('↑'),
        Code::Down => text.push('↓'),
        Code::Left => text.push('←'),
        Code::Right => text.push('→'),
        Code::Home => text.push_str("Home"),
        Code::End => text.push_str("End"),
        Code::PageUp => text.push_str("PgUp"),
        Code::PageDown => text.push_str("PgDn"),
    }
    text
}
