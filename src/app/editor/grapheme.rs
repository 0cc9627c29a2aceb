//! Graphemes of one text: what a reader calls a letter, its place in bytes and its width in cells.
//!
//! Knows texts only, no ids and no lines.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// One grapheme: where it starts, its text and how many cells it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cluster<'a> {
    /// Byte offset in the whole text.
    pub at: usize,
    /// The grapheme itself.
    pub text: &'a str,
    /// Cells on the screen.
    pub width: usize,
}

impl Cluster<'_> {
    /// The byte offset just after it.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Whether it is one sign of ASCII that is printed.
    pub fn is_plain(&self) -> bool {
        matches!(self.text.as_bytes(), [b' '..=b'~'])
    }

    /// Whether a line may break after it and it may hang over the edge (no-break spaces may not).
    pub fn is_space(&self) -> bool {
        if let [sign] = self.text.as_bytes() {
            return char::from(*sign).is_whitespace();
        }
        let mut chars = self.text.chars();
        match (chars.next(), chars.next()) {
            (Some('\u{a0}' | '\u{202f}' | '\u{2007}'), None) => false,
            (Some(c), None) => c.is_whitespace() || c == '\u{200b}',
            _ => false,
        }
    }
}

/// Walks the graphemes of a text from a boundary.
#[derive(Clone, Debug)]
pub struct Clusters<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Clusters<'a> {
    /// Starts at `from`, which must be a grapheme boundary.
    pub fn from(text: &'a str, from: usize) -> Self {
        Self { text, at: from }
    }
}

impl<'a> Iterator for Clusters<'a> {
    type Item = Cluster<'a>;

    fn next(&mut self) -> Option<Cluster<'a>> {
        let at = self.at;
        let (text, width) = match plain_len(self.text.as_bytes(), at) {
            Some(len) => (self.text.get(at..at + len)?, 1),
            None => {
                let text = self.text.get(at..)?.graphemes(true).next()?;
                (text, text.width())
            }
        };
        self.at = at + text.len();
        Some(Cluster { at, text, width })
    }
}

/// The bytes of a letter that is certainly a grapheme of its own and one cell wide: printable ASCII or
/// U+00C0–U+02FF, followed by nothing at or above U+0300, where the first combining mark lives.
fn plain_len(bytes: &[u8], at: usize) -> Option<usize> {
    let len = match bytes.get(at)? {
        0x20..=0x7e => 1,
        0xc3..=0xcb => 2,
        _ => return None,
    };
    match bytes.get(at + len) {
        Some(next) if *next >= 0xcc => None,
        _ => Some(len),
    }
}

/// The cells a text takes.
pub fn width(text: &str) -> usize {
    Clusters::from(text, 0).map(|c| c.width).sum()
}

/// The boundary at `at`, or the next one after it when `at` is inside a grapheme or behind the end.
pub fn ceil(text: &str, at: usize) -> usize {
    let at = ceil_char(text, at);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) => at,
        _ => next(text, at),
    }
}

/// The next boundary after `at`; the end at the end.
pub fn next(text: &str, at: usize) -> usize {
    if let Some(len) = plain_len(text.as_bytes(), at) {
        return at + len;
    }
    if !text.is_char_boundary(at) {
        return ceil(text, at);
    }
    let found = GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0);
    found.ok().flatten().unwrap_or(text.len())
}

/// The boundary before `at`; 0 at the start.
pub fn prev(text: &str, at: usize) -> usize {
    let at = ceil_char(text, at);
    let found = GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0);
    found.ok().flatten().unwrap_or(0)
}

fn ceil_char(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|i| text.is_char_boundary(*i))
        .unwrap_or(text.len())
}

/// Start of the next word after `at`, as Word's Ctrl+→ has it; the end when there is none.
pub fn next_word(text: &str, at: usize) -> usize {
    words(text)
        .map(|(start, _)| start)
        .find(|start| *start > at)
        .unwrap_or(text.len())
}

/// Start of the word before `at`, as Word's Ctrl+← has it; 0 when there is none.
pub fn prev_word(text: &str, at: usize) -> usize {
    words(text)
        .map(|(start, _)| start)
        .take_while(|start| *start < at)
        .last()
        .unwrap_or(0)
}

/// End of the first word that ends after `at`; the end when there is none.
pub fn word_end(text: &str, at: usize) -> usize {
    words(text)
        .map(|(_, end)| end)
        .find(|end| *end > at)
        .unwrap_or(text.len())
}

/// The word at or just before `at`, without spaces: what a double click marks. Empty between spaces.
pub fn word_around(text: &str, at: usize) -> std::ops::Range<usize> {
    words(text)
        .take_while(|(start, _)| *start <= at)
        .filter(|(_, end)| *end >= at)
        .last()
        .map_or(at..at, |(start, end)| start..end)
}

/// Words and runs of punctuation (UAX #29), each on grapheme boundaries.
fn words(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    text.split_word_bound_indices()
        .filter(|(_, word)| !word.chars().all(char::is_whitespace))
        .map(|(start, word)| (start, ceil(text, start + word.len())))
        .filter(move |(start, _)| ceil(text, *start) == *start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_and_bounds() {
        for (text, cells, graphemes) in [
            ("", 0, 0),
            ("æøå", 3, 3),
            ("a\u{30a}", 1, 1),
            ("👨‍👩‍👧‍👦", 2, 1),
            ("🇩🇰🇸🇪", 4, 2),
            ("한국", 4, 2),
            ("\u{1112}\u{1161}\u{11ab}", 2, 1),
            ("漢字", 4, 2),
        ] {
            assert_eq!(width(text), cells, "width of {text:?}");
            assert_eq!(
                Clusters::from(text, 0).count(),
                graphemes,
                "graphemes of {text:?}"
            );
        }
    }

    #[test]
    fn inside_a_grapheme_goes_to_its_end() {
        assert_eq!(ceil("a\u{30a}b", 1), 3);
        assert_eq!(ceil("a\u{30a}b", 2), 3);
        assert_eq!(ceil("æ", 1), 2);
        assert_eq!(ceil("æ", 99), 2);
        assert_eq!(next("æ", 1), 2);
        assert_eq!(prev("a\u{30a}", 99), 0);
    }

    #[test]
    fn words_as_in_word() {
        let text = "kl. 09.30 – Ullas  oplæg!";
        let mut stops = vec![0];
        while *stops.last().unwrap() < text.len() {
            stops.push(next_word(text, *stops.last().unwrap()));
        }
        let shown: Vec<_> = stops.windows(2).map(|w| &text[w[0]..w[1]]).collect();
        assert_eq!(shown, ["kl", ". ", "09.30 ", "– ", "Ullas  ", "oplæg", "!"]);
        let mut back = vec![text.len()];
        while *back.last().unwrap() > 0 {
            back.push(prev_word(text, *back.last().unwrap()));
        }
        back.reverse();
        assert_eq!(back, stops);
        assert_eq!(&text[word_around(text, 16)], "Ullas");
    }
}
