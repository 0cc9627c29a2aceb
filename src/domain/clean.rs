//! Cleaning of text from outside before it becomes an op.
//!
//! It owns which characters may be stored and shown. It must not know where a text comes from.
//! Text is normalised to composed form (NFC) here, so that search and folding stay simple; an
//! editor must still move by grapheme, since not every mark has a composed letter.

use std::iter::Peekable;
use std::str::Chars;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// How many marks one letter may carry.
pub const MARKS: usize = 8;

/// One line of clean text: line breaks and tabs become spaces.
pub fn clean_line(text: &str) -> String {
    let mut text = clean_text(text);
    if text.contains('\n') {
        text = text.replace('\n', " ");
    }
    text
}

/// Clean text of any number of lines: tabs become spaces, every kind of line break `\n`.
pub fn clean_text(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let sieved = sieve(&drop_controls(text));
    if is_nfc(&sieved) {
        cap_marks(&sieved)
    } else {
        cap_marks(&sieved.nfc().collect::<String>())
    }
}

/// Whether the text is as [`clean_text`] leaves it.
pub fn is_clean(text: &str) -> bool {
    is_plain(text) || clean_text(text) == text
}

/// Whether the text is clean and has no line break.
pub fn is_clean_line(text: &str) -> bool {
    !text.contains('\n') && is_clean(text)
}

/// Whether there are only characters that are always clean, which is nearly every text.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '–' | '—' | '’' | '‘' | '“' | '”' | '…' | '•' | '€')
    })
}

/// Takes away control characters, and terminal sequences whole with what they carry.
fn drop_controls(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\r' => {
                chars.next_if_eq(&'\n');
                kept.push('\n');
            }
            '\t' => kept.push(' '),
            '\u{1b}' => drop_escape(&mut chars),
            '\u{9b}' => drop_csi(&mut chars),
            '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => drop_string(&mut chars),
            _ if c.is_control() => {}
            _ => kept.push(c),
        }
    }
    kept
}

/// What follows ESC.
fn drop_escape(chars: &mut Peekable<Chars>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            drop_csi(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            chars.next();
            drop_string(chars);
        }
        Some(' '..='/') => {
            while chars.next_if(|c| matches!(c, ' '..='/')).is_some() {}
            chars.next_if(|c| matches!(c, '0'..='~'));
        }
        Some('0'..='~') => {
            chars.next();
        }
        _ => {}
    }
}

/// Parameters, intermediates and the final letter of a control sequence.
fn drop_csi(chars: &mut Peekable<Chars>) {
    while chars.next_if(|c| matches!(c, '0'..='?')).is_some() {}
    while chars.next_if(|c| matches!(c, ' '..='/')).is_some() {}
    chars.next_if(|c| matches!(c, '@'..='~'));
}

/// The contents of an OSC, DCS, SOS, PM or APC and its end. One that is not ended on its line
/// loses only its beginning, so that a stray byte never eats what somebody wrote.
fn drop_string(chars: &mut Peekable<Chars>) {
    let mut ahead = chars.clone();
    while let Some(&c) = ahead.peek() {
        match c {
            '\n' | '\r' | '\u{85}' => return,
            '\u{7}' | '\u{9c}' => {
                ahead.next();
                *chars = ahead;
                return;
            }
            '\t' => {}
            // Any other control ends it too, as in a terminal, and is handled on its own.
            _ if c.is_control() => {
                *chars = ahead;
                return;
            }
            _ => {}
        }
        ahead.next();
    }
}

/// Takes away what is never seen: bidi controls, zero-width characters, non-characters; keeps the
/// joiners, variation selectors and tags that make one emoji of several.
fn sieve(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut before = '\0';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let keep = match c {
            '\u{200d}' => {
                (is_emoji(before) || before == '\u{fe0f}')
                    && chars.peek().is_some_and(|&next| is_emoji(next))
            }
            '\u{fe0e}' | '\u{fe0f}' => takes_variation(before),
            '\u{e0020}'..='\u{e007f}' => matches!(before, '\u{1f3f4}' | '\u{e0020}'..='\u{e007e}'),
            _ => !is_unseen(c),
        };
        if keep {
            kept.push(c);
            before = c;
        }
    }
    kept
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2194}' | '\u{2195}' | '\u{2b1b}' | '\u{2b1c}')
}

fn takes_variation(c: char) -> bool {
    is_emoji(c)
        || matches!(c, '0'..='9' | '#' | '*' | '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | 'Ⓜ' | '\u{2190}'..='\u{21ff}'
            | '\u{2300}'..='\u{2328}' | '\u{232b}'..='\u{23ff}' | '\u{25a0}'..='\u{25ff}' | '\u{2934}' | '\u{2935}'
            | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}')
}

fn is_unseen(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}' | '\u{fdd0}'..='\u{fdef}'
            | '\u{fff0}'..='\u{fffc}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Keeps at most [`MARKS`] marks after each letter.
fn cap_marks(text: &str) -> String {
    let mut marks = 0;
    text.chars()
        .filter(|&c| {
            let mark = is_combining_mark(c) || matches!(c, '\u{e0020}'..='\u{e007f}');
            marks = if mark { marks + 1 } else { 0 };
            marks <= MARKS
        })
        .collect()
}

#[cfg(test)]
mod tests;
