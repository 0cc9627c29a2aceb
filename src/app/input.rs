//! What comes in from the person: keys, pasted text, a new size, the end of the line.
//!
//! Owns the names of keys, as keymaps, help and tests write them. Knows nothing
//! of terminals and the bytes they send.

use std::fmt;
use std::str::FromStr;

/// One thing that came from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(KeyPress),
    /// Text pasted in one piece, line ends as `\n`.
    Paste(String),
    /// The mouse, when its capture is on.
    Mouse(Mouse),
    /// The terminal's size: columns, rows. Everything must be painted anew.
    Resize(u16, u16),
    /// The terminal is gone.
    Hangup,
    /// The program was asked to end.
    Terminate,
}

/// What the mouse did, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// Column, from 0.
    pub x: u16,
    /// Row, from 0.
    pub y: u16,
}

/// What the mouse did; only its first button and its wheel are listened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The button went down.
    Press,
    /// The mouse moved with the button down.
    Drag,
    /// The button came up.
    Release,
    /// The wheel turned towards the top.
    ScrollUp,
    /// The wheel turned towards the bottom.
    ScrollDown,
}

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A key that types a character; its case is in the character.
    Char(char),
    /// A function key, from 1.
    F(u8),
    /// ⏎
    Enter,
    /// Escape, when nothing came with it.
    Esc,
    /// ⇥; with shift it goes back.
    Tab,
    /// ⌫
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// ↑
    Up,
    /// ↓
    Down,
    /// ←
    Left,
    /// →
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// The names of keys that type nothing.
const NAMES: [(&str, Code); 16] = [
    ("space", Code::Char(' ')),
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("del", Code::Delete),
    ("delete", Code::Delete),
    ("insert", Code::Insert),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
];

/// A key with its modifiers, written as `ctrl-down`, `alt-shift-up`, `+`, `æ`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPress {
    /// Which key.
    pub code: Code,
    /// Ctrl was held.
    pub ctrl: bool,
    /// Alt was held, or Esc came just before: terminals send the same bytes.
    pub alt: bool,
    /// Shift was held; never set for a character, whose case says it.
    pub shift: bool,
}

impl KeyPress {
    /// A key with no modifiers.
    #[must_use]
    pub const fn new(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// The character a key types into a text, if it types one.
    #[must_use]
    pub fn text(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// One way to say each key: a shifted letter is its capital, Ctrl knows no case.
    #[must_use]
    pub fn normal(mut self) -> Self {
        if let Code::Char(c) = self.code {
            let wanted = match (self.ctrl, self.shift) {
                (true, _) => c.to_lowercase().next(),
                (false, true) => c.to_uppercase().next(),
                (false, false) => Some(c),
            };
            self.code = match (self.ctrl, wanted.unwrap_or(c)) {
                // Terminals send the same byte for all three.
                (true, '7' | '/') => Code::Char('_'),
                (_, c) => Code::Char(c),
            };
            self.shift = self.shift && self.ctrl;
        }
        self
    }
}

/// A key that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// No key has this name.
    #[error(
        "there is no key named \"{0}\"; write a character, or a name such as ctrl-down, esc, f1"
    )]
    Unknown(String),
    /// A `<` without its `>`.
    #[error("\"<\" without \">\" in \"{0}\"; write <lt> for the sign itself")]
    Open(String),
}

impl FromStr for KeyPress {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let unknown = || KeyError::Unknown(text.to_owned());
        let mut key = KeyPress::new(Code::Esc);
        let mut rest = text;
        loop {
            let (flag, after) = if let Some(after) = rest.strip_prefix("ctrl-") {
                (&mut key.ctrl, after)
            } else if let Some(after) = rest.strip_prefix("alt-") {
                (&mut key.alt, after)
            } else if let Some(after) = rest.strip_prefix("shift-") {
                (&mut key.shift, after)
            } else {
                break;
            };
            if *flag {
                return Err(unknown());
            }
            *flag = true;
            rest = after;
        }
        key.code = code(rest).ok_or_else(unknown)?;
        Ok(key.normal())
    }
}

fn code(name: &str) -> Option<Code> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control() && c != ' ').then_some(Code::Char(c));
    }
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*code);
    }
    let number: u8 = name.strip_prefix('f')?.parse().ok()?;
    (1..=24).contains(&number).then_some(Code::F(number))
}

impl fmt::Display for KeyPress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (self.ctrl, "ctrl-"),
            (self.alt, "alt-"),
            (self.shift, "shift-"),
        ] {
            if held {
                f.write_str(name)?;
            }
        }
        let named = NAMES.iter().find(|(_, code)| *code == self.code);
        match (named, self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Code::F(number)) => write!(f, "f{number}"),
            (None, Code::Char(c)) => write!(f, "{c}"),
            (None, code) => write!(f, "{code:?}"),
        }
    }
}

/// Reads keys as tests write them: `n Samskabelse <enter>`.
///
/// Keys with names stand in `<>` (`<lt>` is the sign itself); everything else is
/// typed as it stands. Not typed: the spaces beside a `<key>`, and the space after
/// a word of one character at the start or after a `<key>`, which is a command.
///
/// # Errors
/// When a name is unknown or a `<` is left open.
pub fn keys(script: &str) -> Result<Vec<Input>, KeyError> {
    let mut inputs = Vec::new();
    let mut rest = script;
    while let Some((text, tail)) = rest.split_once('<') {
        typed(text.trim_end_matches(' '), &mut inputs);
        let (name, after) = tail
            .split_once('>')
            .ok_or_else(|| KeyError::Open(script.to_owned()))?;
        inputs.push(Input::Key(match name {
            "lt" => KeyPress::new(Code::Char('<')),
            _ => name.parse()?,
        }));
        rest = after.trim_start_matches(' ');
    }
    typed(rest, &mut inputs);
    Ok(inputs)
}

fn typed(text: &str, inputs: &mut Vec<Input>) {
    let mut rest = text;
    while let Some((word, after)) = rest.split_once(' ')
        && word.chars().count() == 1
    {
        inputs.extend(word.chars().map(character));
        rest = after;
    }
    inputs.extend(rest.chars().map(character));
}

fn character(c: char) -> Input {
    Input::Key(KeyPress::new(match c {
        '\n' => Code::Enter,
        '\t' => Code::Tab,
        _ => Code::Char(c),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(script: &str) -> String {
        let inputs = keys(script).unwrap();
        let names = inputs.iter().map(|input| match input {
            Input::Key(key) => key.to_string(),
            other => format!("{other:?}"),
        });
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_are_read_and_written_alike() {
        for name in [
            "ctrl-down",
            "esc",
            "+",
            "-",
            "ctrl--",
            "alt-shift-up",
            "æ",
            "space",
            "ctrl-space",
            "shift-tab",
            "N",
            "alt-n",
            "f12",
            "ctrl-shift-z",
            "del",
        ] {
            assert_eq!(name.parse::<KeyPress>().unwrap().to_string(), name);
        }
        assert_eq!("shift-n".parse::<KeyPress>().unwrap().to_string(), "N");
        assert_eq!("ctrl-N".parse::<KeyPress>().unwrap().to_string(), "ctrl-n");
    }

    #[test]
    fn wrong_names_are_told() {
        for name in [
            "",
            " ",
            "ctrl-",
            "ctrl-ctrl-a",
            "hyper-a",
            "f0",
            "f25",
            "ab",
        ] {
            assert!(name.parse::<KeyPress>().is_err(), "{name}");
        }
        assert!(keys("a <enter").is_err());
        assert!(keys("<nope>").is_err());
    }

    #[test]
    fn scripts_are_typed_as_they_stand() {
        assert_eq!(shown("n Ny sag <enter>"), "n N y space s a g enter");
        assert_eq!(
            shown("<esc> o Til <enter><ctrl-z>"),
            "esc o T i l enter ctrl-z"
        );
        assert_eq!(shown("i<space>dag"), "i space d a g");
        assert_eq!(shown("a <lt>"), "a <");
    }
}
