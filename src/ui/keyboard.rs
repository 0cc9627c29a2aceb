//! The keyboard: bytes from a terminal become keys and pasted text.
//!
//! Owns the bytes of a key that hasn't arrived whole. Knows nothing of file
//! descriptors and clocks: the caller says when it waited long enough.

use crate::app::input::{Code, Input, KeyPress, Mouse, MouseKind};

const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// Longest escape sequence that is waited for; a longer one is dropped.
const LONGEST: usize = 64;

/// How long to wait for the rest of what has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// Nothing has begun.
    Idle,
    /// Perhaps the Esc key, perhaps the first byte of another.
    Brief,
    /// Surely the rest comes, or never.
    Long,
}

/// Reads keys out of bytes.
#[derive(Debug, Default)]
pub struct Keyboard {
    pending: Vec<u8>,
    /// What was pasted so far, while a paste goes on.
    paste: Option<Vec<u8>>,
}

/// What the first bytes are.
enum Taken {
    /// So many bytes, and the key that they are, if any.
    Key(usize, Option<KeyPress>),
    Mouse(usize, Mouse),
    Paste,
    More,
}

impl Keyboard {
    /// Takes bytes in; returns what they complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        let mut inputs = Vec::new();
        self.pending.extend_from_slice(bytes);
        let mut read = 0;
        loop {
            if self.paste.is_some() {
                match self.take_paste() {
                    Some(paste) => inputs.push(paste),
                    None => return inputs,
                }
            }
            match first(self.pending.get(read..).unwrap_or_default()) {
                Taken::Key(length, key) => {
                    read += length;
                    inputs.extend(key.map(|key| Input::Key(key.normal())));
                }
                Taken::Mouse(length, mouse) => {
                    read += length;
                    inputs.push(Input::Mouse(mouse));
                }
                Taken::Paste => {
                    self.pending.drain(..read + PASTE_START.len());
                    self.paste = Some(Vec::new());
                    read = 0;
                }
                Taken::More => {
                    self.pending.drain(..read);
                    return inputs;
                }
            }
        }
    }

    /// How long to wait before calling [`Keyboard::settle`].
    #[must_use]
    pub fn wait(&self) -> Wait {
        match self.pending.as_slice() {
            _ if self.paste.is_some() => Wait::Idle,
            [] => Wait::Idle,
            [0x1b] | [0x1b, b'[' | b'O' | 0x1b] => Wait::Brief,
            _ => Wait::Long,
        }
    }

    /// Nothing more came: an Esc is the Esc key, a torn sequence is dropped.
    pub fn settle(&mut self) -> Vec<Input> {
        if self.paste.is_some() {
            return Vec::new();
        }
        let pending = std::mem::take(&mut self.pending);
        let esc = KeyPress::new(Code::Esc);
        let keys = match pending.as_slice() {
            [0x1b] => vec![esc],
            [0x1b, 0x1b] => vec![esc, esc],
            [0x1b, c @ (b'[' | b'O')] => vec![KeyPress {
                alt: true,
                ..KeyPress::new(Code::Char(char::from(*c)))
            }],
            _ => Vec::new(),
        };
        keys.into_iter().map(Input::Key).collect()
    }

    /// The end of the line: what was pasted so far is not lost.
    pub fn finish(&mut self) -> Vec<Input> {
        let Some(mut text) = self.paste.take() else {
            return self.settle();
        };
        text.append(&mut self.pending);
        vec![pasted(&text)]
    }

    /// Moves pending bytes into the paste; returns it when its end is there.
    fn take_paste(&mut self) -> Option<Input> {
        let text = self.paste.as_mut()?;
        let end = self
            .pending
            .windows(PASTE_END.len())
            .position(|window| window == PASTE_END);
        if let Some(end) = end {
            text.extend(self.pending.drain(..end));
            self.pending.drain(..PASTE_END.len());
            return self.paste.take().map(|text| pasted(&text));
        }
        let kept = PASTE_END.len() - 1;
        let sure = self.pending.len().saturating_sub(kept);
        text.extend(self.pending.drain(..sure));
        None
    }
}

fn pasted(bytes: &[u8]) -> Input {
    let text = String::from_utf8_lossy(bytes);
    Input::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// What the bytes begin with.
fn first(bytes: &[u8]) -> Taken {
    match bytes {
        [] | [0x1b] => Taken::More,
        [0x1b, b'[', rest @ ..] => sequence(bytes, rest),
        [0x1b, b'O', rest @ ..] => match rest {
            [] => Taken::More,
            [last, ..] => Taken::Key(3, letter(*last).map(KeyPress::new)),
        },
        // Esc typed twice, or Esc before a key that is itself a sequence.
        [0x1b, 0x1b] => Taken::More,
        [0x1b, 0x1b, ..] => Taken::Key(1, Some(KeyPress::new(Code::Esc))),
        [0x1b, rest @ ..] => match plain(rest) {
            Taken::Key(length, key) => {
                Taken::Key(length + 1, key.map(|key| KeyPress { alt: true, ..key }))
            }
            other => other,
        },
        _ => plain(bytes),
    }
}

/// A key that is no escape sequence.
fn plain(bytes: &[u8]) -> Taken {
    let Some(byte) = bytes.first().copied() else {
        return Taken::More;
    };
    let ctrl = |c: char| KeyPress {
        ctrl: true,
        ..KeyPress::new(Code::Char(c))
    };
    let key = match byte {
        b'\r' => KeyPress::new(Code::Enter),
        b'\t' => KeyPress::new(Code::Tab),
        0x7f | 0x08 => KeyPress::new(Code::Backspace),
        0 => ctrl(' '),
        1..=26 => ctrl(char::from(byte - 1 + b'a')),
        28..=31 => ctrl(char::from(byte - 28 + b'4')),
        _ => return character(bytes),
    };
    Taken::Key(1, Some(key))
}

/// A character in UTF-8; bytes that are none are dropped.
fn character(bytes: &[u8]) -> Taken {
    let length = match bytes.first() {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => 1,
    };
    let Some(head) = bytes.get(..length) else {
        let whole = bytes.iter().skip(1).all(|byte| byte & 0xc0 == 0x80);
        return if whole {
            Taken::More
        } else {
            Taken::Key(1, None)
        };
    };
    match str::from_utf8(head)
        .ok()
        .and_then(|text| text.chars().next())
    {
        Some(c) if !c.is_control() => Taken::Key(length, Some(KeyPress::new(Code::Char(c)))),
        Some(_) => Taken::Key(length, None),
        None => Taken::Key(1, None),
    }
}

/// A control sequence; `rest` is what follows `ESC [`.
fn sequence(bytes: &[u8], rest: &[u8]) -> Taken {
    // The Linux console's F1 to F5.
    if let [b'[', tail @ ..] = rest {
        return match tail {
            [] => Taken::More,
            [c @ b'A'..=b'E', ..] => Taken::Key(4, Some(KeyPress::new(Code::F(c - b'A' + 1)))),
            _ => Taken::Key(4, None),
        };
    }
    let Some(length) = rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return if bytes.len() > LONGEST {
            Taken::Key(bytes.len(), None)
        } else {
            Taken::More
        };
    };
    let total = length + 3;
    if bytes.starts_with(PASTE_START) {
        return Taken::Paste;
    }
    match (rest.get(..length), rest.get(length)) {
        (Some([b'<', parameters @ ..]), Some(last @ (b'M' | b'm'))) => {
            mouse(parameters, *last).map_or(Taken::Key(total, None), |it| Taken::Mouse(total, it))
        }
        (Some(parameters), Some(last @ 0x40..=0x7e)) => Taken::Key(total, key(parameters, *last)),
        // A torn sequence: the byte that can't belong to it begins something else.
        _ => Taken::Key(total - 1, None),
    }
}

/// The mouse at work, as `ESC [ < button ; column ; row M` says.
fn mouse(parameters: &[u8], last: u8) -> Option<Mouse> {
    let text = str::from_utf8(parameters).ok()?;
    let mut numbers = text.split(';').map(|part| part.parse::<u16>().ok());
    let (button, x, y) = (numbers.next()??, numbers.next()??, numbers.next()??);
    // Shift, Alt and Ctrl are held in 4, 8 and 16.
    let kind = match (button & !0b1_1100, last) {
        (0, b'M') => MouseKind::Press,
        (0, _) => MouseKind::Release,
        (32, _) => MouseKind::Drag,
        (64, _) => MouseKind::ScrollUp,
        (65, _) => MouseKind::ScrollDown,
        _ => return None,
    };
    let (x, y) = (x.checked_sub(1)?, y.checked_sub(1)?);
    Some(Mouse { kind, x, y })
}

/// The key of a sequence with its parameters.
fn key(parameters: &[u8], last: u8) -> Option<KeyPress> {
    if let Some(b'<'..=b'?') = parameters.first() {
        return None;
    }
    let text = str::from_utf8(parameters).ok()?;
    let mut numbers = text.split(';').map(|part| {
        let number = part.split(':').next().unwrap_or_default();
        number.parse::<u32>().unwrap_or(1)
    });
    let first = numbers.next().unwrap_or(1);
    let second = numbers.next().unwrap_or(1);
    let (code, modifiers) = match last {
        b'Z' => (Code::Tab, 2),
        b'~' if first == 27 => (unicode(numbers.next()?)?, second),
        b'~' => (numbered(first)?, second),
        b'u' => (unicode(first)?, second),
        _ => (letter(last)?, second),
    };
    let held = modifiers.saturating_sub(1);
    Some(KeyPress {
        code,
        shift: held & 1 != 0,
        alt: held & 2 != 0,
        ctrl: held & 4 != 0,
    })
}

fn letter(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'M' => Code::Enter,
        b'P'..=b'S' => Code::F(last - b'P' + 1),
        _ => return None,
    })
}

fn numbered(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F(u8::try_from(number - 10).ok()?),
        17..=21 => Code::F(u8::try_from(number - 11).ok()?),
        23..=26 => Code::F(u8::try_from(number - 12).ok()?),
        28 | 29 => Code::F(u8::try_from(number - 13).ok()?),
        31..=34 => Code::F(u8::try_from(number - 14).ok()?),
        _ => return None,
    })
}

/// A key named by its character, as newer keyboards protocols do.
fn unicode(number: u32) -> Option<Code> {
    Some(match number {
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        8 | 127 => Code::Backspace,
        _ => Code::Char(char::from_u32(number).filter(|c| !c.is_control())?),
    })
}

#[cfg(test)]
mod tests;
