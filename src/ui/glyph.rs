//! Glyphs: what of a cell's symbol may reach a terminal, and how wide it is there.
//!
//! The last door before the terminal: no control byte, bidi control, invisible
//! format character or long run of combining marks passes. Knows nothing of
//! styles, positions or escape sequences.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Most combining marks that one cell passes on.
const MARKS: usize = 3;
/// Most characters of one glyph: a family of four with its joiners and skin tones.
const CHARS: usize = 11;

const JOINER: char = '\u{200d}';

/// What one cell shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// Clean text, one grapheme.
    pub text: Cow<'a, str>,
    /// Columns it takes: 1 or 2.
    pub width: u16,
    /// Columns that a terminal which doesn't join the characters would use;
    /// when it differs from `width`, the cursor after it is anyone's guess.
    pub reach: u16,
}

impl<'a> Glyph<'a> {
    /// A blank cell.
    pub const BLANK: Glyph<'static> = Glyph {
        text: Cow::Borrowed(" "),
        width: 1,
        reach: 1,
    };

    /// The glyph of a cell's symbol.
    #[must_use]
    pub fn of(symbol: &'a str) -> Self {
        if let [b' '..=b'~'] = symbol.as_bytes() {
            return Self {
                text: Cow::Borrowed(symbol),
                width: 1,
                reach: 1,
            };
        }
        let mut chars = symbol.chars();
        let text = match (chars.next(), chars.next()) {
            (Some(only), None) if passes(only) => Cow::Borrowed(symbol),
            _ => Cow::Owned(clean(symbol)),
        };
        let width = text.width();
        if width == 0 || width > 2 {
            return Glyph::BLANK;
        }
        let reach: usize = text.chars().filter_map(char::width).sum();
        Self {
            text,
            width: u16::try_from(width).unwrap_or(2),
            reach: u16::try_from(reach).unwrap_or(u16::MAX),
        }
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text == " "
    }

    /// Whether every terminal agrees where the cursor stands after it.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.width == self.reach
    }

    /// The same look for terminals that may not join the characters: the first one only.
    #[must_use]
    pub fn simple(&self) -> Self {
        let text: String = self.text.chars().take(1).collect();
        let width = text.width();
        if width == 0 {
            return Glyph::BLANK;
        }
        let width = u16::try_from(width).unwrap_or(1);
        Self {
            text: Cow::Owned(text),
            width,
            reach: width,
        }
    }
}

/// Whether a character may reach the terminal.
fn passes(c: char) -> bool {
    !c.is_control()
        && !matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200c}' | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// The first grapheme of `symbol` without what may not pass.
fn clean(symbol: &str) -> String {
    let kept: String = symbol.chars().filter(|c| passes(*c)).take(64).collect();
    let Some(grapheme) = kept.graphemes(true).next() else {
        return String::new();
    };
    let mut marks = 0;
    let mut text = String::new();
    for c in grapheme.chars().take(CHARS) {
        let mark = c.width() == Some(0) && c != JOINER && c != '\u{fe0f}';
        marks += usize::from(mark);
        if !mark || marks <= MARKS {
            text.push(c);
        }
    }
    while text.ends_with(JOINER) {
        text.pop();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(symbol: &str) -> String {
        Glyph::of(symbol).text.into_owned()
    }

    #[test]
    fn nothing_dangerous_passes() {
        assert_eq!(text("\x1b"), " ");
        assert_eq!(text("\x1b[31m"), "[");
        assert_eq!(text("\u{9b}A"), "A");
        assert_eq!(text("\u{202e}x"), "x");
        assert_eq!(text("x\u{2066}"), "x");
        assert_eq!(text("\u{e0041}"), " ");
        assert_eq!(text("\u{301}"), " ");
        assert_eq!(text(""), " ");
        assert_eq!(text("ab"), "a");
    }

    #[test]
    fn combining_marks_are_bounded() {
        let zalgo = format!("a{}", "\u{301}".repeat(500));
        assert_eq!(text(&zalgo).chars().count(), 1 + MARKS);
    }

    #[test]
    fn danish_and_wide_letters_pass_whole() {
        for symbol in ["æ", "å", "a\u{30a}", "界", "👍", "👨‍👩‍👧‍👦", "❤️", "🇩🇰"]
        {
            let glyph = Glyph::of(symbol);
            assert_eq!(glyph.text, symbol);
            assert_eq!(glyph.width, u16::try_from(symbol.width()).unwrap());
        }
        assert!(Glyph::of("a\u{30a}").is_sure());
        assert!(!Glyph::of("👨‍👩‍👧").is_sure());
        assert_eq!(Glyph::of("👨‍👩‍👧").simple().text, "👨");
    }
}
