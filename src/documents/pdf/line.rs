//! Words in lines: where a line of a PDF ends. It must not know pages.

use unicode_width::UnicodeWidthChar;

use super::font::Fonts;
use crate::documents::line::line;

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    pub bold: bool,
    pub size: f32,
    pub colour: [u8; 3],
}

/// Words that look alike, and where they lead.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub text: String,
    pub look: Look,
    pub link: Option<String>,
}

impl Words {
    /// Words that lead nowhere, cleaned.
    pub fn new(text: &str, look: Look) -> Self {
        let text = line(text).chars().map(harmless).collect();
        let link = None;
        Self { text, look, link }
    }
}

/// Signs of no agreed meaning may stand in no archived file.
fn harmless(sign: char) -> char {
    match u32::from(sign) {
        0xe000..=0xf8ff | 0xf0000..=0x0010_ffff => '\u{fffd}',
        _ => sign,
    }
}

/// A part of a line: of which words, what of them, where.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub of: usize,
    pub text: String,
    pub x: f32,
    pub width: f32,
}

/// A line.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub spans: Vec<Span>,
    pub width: f32,
}

struct Sign {
    sign: char,
    of: usize,
    width: f32,
}

/// Breaks words into lines of a width: at spaces and hyphens, within a word only where it is longer than a line.
pub(super) fn broken(fonts: &Fonts, words: &[Words], width: f32) -> Vec<Line> {
    let signs: Vec<Sign> = words
        .iter()
        .enumerate()
        .flat_map(|(of, words)| {
            let face = fonts.face(words.look.bold);
            words.text.chars().map(move |sign| Sign {
                sign,
                of,
                width: face.advance(sign, words.look.size),
            })
        })
        .collect();
    let mut lines = Vec::new();
    let (mut start, mut x, mut chance) = (0, 0.0, None);
    for (at, sign) in signs.iter().enumerate() {
        x += sign.width;
        if x > width && sign.sign != ' ' && at > start && sign.sign.width().unwrap_or(0) > 0 {
            let end = chance.unwrap_or(at);
            lines.push(set(signs.get(start..end).unwrap_or_default()));
            (start, chance) = (end, None);
            let rest = signs.get(start..=at).unwrap_or_default();
            x = rest.iter().map(|sign| sign.width).sum();
        }
        if may_end(&signs, at) {
            chance = Some(at + 1);
        }
    }
    let rest = signs.get(start..).unwrap_or_default();
    if !rest.is_empty() || lines.is_empty() {
        lines.push(set(rest));
    }
    lines
}

/// Whether a line may end after a sign: a space, or a hyphen or slash between letters.
fn may_end(signs: &[Sign], at: usize) -> bool {
    let letter = |at: Option<usize>| {
        let sign = at.and_then(|at| signs.get(at));
        sign.is_some_and(|sign| sign.sign.is_alphabetic())
    };
    match signs.get(at).map(|sign| sign.sign) {
        Some(' ') => true,
        Some('-' | '/' | '–') => letter(at.checked_sub(1)) && letter(Some(at + 1)),
        _ => false,
    }
}

fn set(signs: &[Sign]) -> Line {
    let mut line = Line::default();
    let mut x = 0.0;
    for sign in signs {
        match line.spans.last_mut().filter(|span| span.of == sign.of) {
            Some(span) => {
                span.text.push(sign.sign);
                span.width += sign.width;
            }
            None => line.spans.push(Span {
                of: sign.of,
                text: sign.sign.to_string(),
                x,
                width: sign.width,
            }),
        }
        x += sign.width;
        if sign.sign != ' ' {
            line.width = x;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look {
        bold: false,
        size: 10.0,
        colour: [0; 3],
    };

    fn lines(text: &str, width: f32) -> Vec<String> {
        let fonts = Fonts::read().unwrap();
        let words = [Words::new(text, LOOK)];
        let lines = broken(&fonts, &words, width);
        for line in &lines {
            assert!(line.width <= width, "{line:?}");
        }
        let text = |line: &Line| line.spans.iter().map(|span| span.text.as_str()).collect();
        lines.iter().map(text).collect()
    }

    #[test]
    fn lines_end_at_spaces_and_hyphens() {
        let told = lines("Samskabelse på tværs af NIMS-kommuner den 2026-11-26", 90.0);
        assert_eq!(
            told,
            [
                "Samskabelse på ",
                "tværs af NIMS-",
                "kommuner den ",
                "2026-11-26"
            ]
        );
        assert_eq!(
            told.concat(),
            "Samskabelse på tværs af NIMS-kommuner den 2026-11-26"
        );
    }

    #[test]
    fn a_word_longer_than_the_line_is_cut_and_nothing_is_lost() {
        let word = "Speciallægepraksisplanlægningsstabiliseringsperiode".repeat(3);
        let told = lines(&word, 70.0);
        assert!(told.len() > 8);
        assert_eq!(told.concat(), word);
        assert_eq!(lines("", 70.0), [""]);
    }
}
