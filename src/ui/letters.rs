//! Letters four rows high, readable from the other end of a room: dots drawn as half or quarter
//! blocks. It owns their shapes and how a text is broken into lines of them.

use font8x8::{BASIC_FONTS, LATIN_FONTS, UnicodeFonts};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_normalization::UnicodeNormalization;

use super::canvas::put;

/// Rows of a line of letters.
pub const ROWS: u16 = 4;
/// Dots of a letter, one above the other.
const DOTS: usize = 8;
/// Dots between two letters.
const GAP: usize = 1;
/// Dots of a blank.
const BLANK: usize = 3;

/// How wide a dot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A dot is a column wide.
    Wide,
    /// Two dots are a column wide.
    Narrow,
}

impl Size {
    /// Dots in so many columns.
    fn dots(self, columns: u16) -> usize {
        match self {
            Self::Wide => columns.into(),
            Self::Narrow => usize::from(columns) * 2,
        }
    }
}

/// A text in lines of large letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    size: Size,
    /// Blank rows between two lines.
    lead: u16,
    lines: Vec<String>,
}

/// The dots of a letter, a row each, the leftmost the lowest bit; without blank columns at its sides.
fn dots(sign: char) -> Option<([u8; DOTS], usize)> {
    if sign == ' ' {
        return Some(([0; DOTS], BLANK));
    }
    let rows = BASIC_FONTS.get(sign).or_else(|| LATIN_FONTS.get(sign))?;
    let all = rows.iter().fold(0u8, |all, row| all | row);
    if all == 0 {
        return None;
    }
    let left = all.trailing_zeros();
    let width = 8 - all.leading_zeros() - left;
    Some((rows.map(|row| row >> left), usize::try_from(width).ok()?))
}

/// A text of signs that have a shape: what has none is written without its accent, or left out.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '–' | '—' | '‑' => plain.push('-'),
            '”' | '“' | '„' => plain.push('"'),
            '’' | '‘' => plain.push('\''),
            '…' => plain.push_str("..."),
            sign if sign.is_whitespace() => plain.push(' '),
            sign if dots(sign).is_some() => plain.push(sign),
            sign => plain.extend(sign.nfd().filter(|part| dots(*part).is_some())),
        }
    }
    plain
}

/// Dots a text is wide.
fn width(text: &str) -> usize {
    let letters = text.chars().filter_map(dots);
    letters
        .map(|(_, width)| width + GAP)
        .sum::<usize>()
        .saturating_sub(GAP)
}

/// A text in lines of so many dots; `None` when a word is too long for one.
fn broken(text: &str, room: usize) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if width(word) > room {
            return None;
        }
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| width(longer) <= room) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

impl Poster {
    /// A text as large as it fits into so many columns and rows; `None` when it does not, or has no
    /// sign with a shape.
    pub fn fitting(text: &str, columns: u16, rows: u16) -> Option<Self> {
        let plain = plain(text);
        if plain.trim().is_empty() {
            return None;
        }
        let ways = [
            (Size::Wide, 1),
            (Size::Narrow, 1),
            (Size::Wide, 0),
            (Size::Narrow, 0),
        ];
        ways.into_iter().find_map(|(size, lead)| {
            let lines = broken(&plain, size.dots(columns))?;
            let poster = Self { size, lead, lines };
            (poster.rows() <= rows).then_some(poster)
        })
    }

    /// Rows it takes.
    pub fn rows(&self) -> u16 {
        let lines = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        lines
            .saturating_mul(ROWS + self.lead)
            .saturating_sub(self.lead)
    }

    /// Draws it at the top of an area.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, style: Style) {
        for (y, line) in (area.y..)
            .step_by(usize::from(ROWS + self.lead))
            .zip(&self.lines)
        {
            let rows = raster(line);
            for (y, pair) in (y..).zip(rows.chunks(2)) {
                let blank = Vec::new();
                let (top, low) = (
                    pair.first().unwrap_or(&blank),
                    pair.get(1).unwrap_or(&blank),
                );
                if y < area.bottom() {
                    put(buf, area.x, y, area.width, &self.cells(top, low), style);
                }
            }
        }
    }

    /// Two rows of dots as one row of cells.
    fn cells(&self, top: &[bool], low: &[bool]) -> String {
        let step = match self.size {
            Size::Wide => 1,
            Size::Narrow => 2,
        };
        let on = |row: &[bool], x: usize| row.get(x).copied().unwrap_or(false);
        let right = |row: &[bool], x: usize| match self.size {
            Size::Wide => on(row, x),
            Size::Narrow => on(row, x + 1),
        };
        let cells = (0..top.len()).step_by(step);
        cells
            .map(|x| block(on(top, x), right(top, x), on(low, x), right(low, x)))
            .collect()
    }
}

/// The rows of dots of a line of letters.
fn raster(line: &str) -> Vec<Vec<bool>> {
    let mut rows = vec![Vec::new(); DOTS];
    for (dots, width) in line.chars().filter_map(dots) {
        for (row, bits) in rows.iter_mut().zip(dots) {
            row.extend((0..width).map(|x| bits >> x & 1 == 1));
            row.extend([false; GAP]);
        }
    }
    rows
}

/// The block with these quarters: top left and right, low left and right.
fn block(a: bool, b: bool, c: bool, d: bool) -> char {
    match (a, b, c, d) {
        (false, false, false, false) => ' ',
        (true, false, false, false) => '▘',
        (false, true, false, false) => '▝',
        (true, true, false, false) => '▀',
        (false, false, true, false) => '▖',
        (true, false, true, false) => '▌',
        (false, true, true, false) => '▞',
        (true, true, true, false) => '▛',
        (false, false, false, true) => '▗',
        (true, false, false, true) => '▚',
        (false, true, false, true) => '▐',
        (true, true, false, true) => '▜',
        (false, false, true, true) => '▄',
        (true, false, true, true) => '▙',
        (false, true, true, true) => '▟',
        (true, true, true, true) => '█',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(text: &str, columns: u16, rows: u16) -> String {
        let Some(poster) = Poster::fitting(text, columns, rows) else {
            return "–".to_owned();
        };
        let area = Rect::new(0, 0, columns, poster.rows());
        let mut buf = Buffer::empty(area);
        poster.draw(&mut buf, area, Style::new());
        let rows = buf.content().chunks(usize::from(columns));
        let rows = rows.map(|row| {
            let row: String = row.iter().map(|cell| cell.symbol()).collect();
            row.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn danish_letters_have_their_shapes() {
        insta::assert_snapshot!(picture("Åse Ærø: Ø, æ, ø og å", 80, ROWS));
    }

    #[test]
    fn a_text_is_as_large_as_there_is_room_for() {
        let size = |columns, rows| Poster::fitting("Anna Lund", columns, rows).map(|it| it.size);
        assert_eq!(size(80, 4), Some(Size::Wide));
        assert_eq!(size(40, 4), Some(Size::Narrow));
        assert_eq!(size(40, 9), Some(Size::Wide));
        assert_eq!(size(10, 4), None);
        assert_eq!(Poster::fitting(" ", 80, 4), None);
    }

    #[test]
    fn signs_without_a_shape_lose_what_they_have_too_much() {
        assert_eq!(plain("”Šárka” – ja… 界"), "\"Sárka\" - ja... ");
    }
}
