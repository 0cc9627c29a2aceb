//! Soft wrap of one paragraph into visual lines.
//!
//! Lines break after spaces, after a hyphen between letters and between wide characters; a word longer
//! than a line breaks between graphemes. Spaces at the end of a line hang over the edge and take no room.
//! Lines cover the text exactly. The caret can stand at column `width`, just past a full line: give one
//! cell less than the pane has. Knows one text and its shape only.

use super::grapheme::{self, Cluster, Clusters};

/// The room a paragraph has, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shape {
    /// The whole width, indents included.
    pub width: usize,
    /// Indent of the first line, where a label or bullet stands.
    pub first: usize,
    /// Indent of the lines below.
    pub hanging: usize,
}

impl Shape {
    /// A shape without indents.
    pub const fn plain(width: usize) -> Self {
        Self {
            width,
            first: 0,
            hanging: 0,
        }
    }

    fn indent(&self, row: usize) -> usize {
        if row == 0 { self.first } else { self.hanging }
    }
}

/// One visual line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// First byte.
    pub start: usize,
    /// The byte after the last, hanging spaces included; the next line's start.
    pub end: usize,
    /// Cells before the text.
    pub indent: usize,
    /// Cells of the text without hanging spaces and indent.
    pub width: usize,
}

/// Wraps a text; there is always at least one line.
pub fn wrap(text: &str, shape: Shape) -> Vec<Line> {
    let mut lines = Vec::new();
    while !is_done(&lines, text) {
        push_line(&mut lines, text, shape);
    }
    lines
}

/// The row and column (indent included) where the caret at `at` is drawn.
pub fn spot(text: &str, lines: &[Line], shape: Shape, at: usize) -> (usize, usize) {
    let row = row_of(lines, at);
    let column = lines.get(row).map_or(0, |line| column(text, line, at));
    (row, column.min(shape.width))
}

/// The row that holds the byte `at`.
pub fn row_of(lines: &[Line], at: usize) -> usize {
    lines.partition_point(|l| l.start <= at).saturating_sub(1)
}

/// The column of `at` in its line, indent included; may lie over the edge inside hanging spaces.
pub fn column(text: &str, line: &Line, at: usize) -> usize {
    let before = Clusters::from(text, line.start).take_while(|c| c.at < at.min(line.end));
    line.indent + before.map(|c| c.width).sum::<usize>()
}

/// The boundary of a line nearest to a column, never past it. `last` says that no line follows.
pub fn offset_at(text: &str, line: &Line, last: bool, goal: usize) -> usize {
    let (mut x, mut at) = (line.indent, line.start);
    for cluster in Clusters::from(text, line.start) {
        x += cluster.width;
        if x > goal || cluster.end() > end_of(text, line, last) {
            break;
        }
        at = cluster.end();
    }
    at
}

/// The last place that is drawn on this line: before its last grapheme (the space it broke at) when a line follows.
pub fn end_of(text: &str, line: &Line, last: bool) -> usize {
    if last {
        line.end
    } else {
        grapheme::prev(text, line.end).max(line.start)
    }
}

fn is_done(lines: &[Line], text: &str) -> bool {
    lines.last().is_some_and(|l| l.end >= text.len())
}

fn push_line(lines: &mut Vec<Line>, text: &str, shape: Shape) {
    let start = lines.last().map_or(0, |l| l.end);
    let indent = shape.indent(lines.len()).min(shape.width);
    let room = (shape.width - indent).max(1);
    let (end, width) = measure(text, start, room);
    lines.push(Line {
        start,
        end,
        indent,
        width,
    });
}

/// Where the line from `start` ends and how many cells it shows.
fn measure(text: &str, start: usize, room: usize) -> (usize, usize) {
    let (mut x, mut ink) = (0, 0);
    let mut brk = None;
    let mut before = Kind::Other;
    for c in Clusters::from(text, start) {
        if c.is_space() {
            x += c.width;
            before = Kind::Space;
            continue;
        }
        let kind = Kind::of(&c, before);
        if breaks(before, kind) && c.at > start {
            brk = Some((c.at, ink));
        }
        if c.width > 0 {
            if x + c.width > room && c.at > start {
                return brk.unwrap_or((c.at, ink));
            }
            ink = x + c.width;
        }
        x += c.width;
        before = kind;
    }
    (text.len(), ink)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Letter,
    /// A hyphen or slash right after a letter.
    Hyphen,
    Wide,
    /// Wide punctuation that may not begin a line.
    Closing,
    Other,
}

impl Kind {
    fn of(c: &Cluster, before: Self) -> Self {
        // Nearly all there is: the long way took half of the time of a letter in a long paragraph.
        if let [sign] = c.text.as_bytes() {
            return match sign {
                b'-' | b'/' if before == Self::Letter => Self::Hyphen,
                sign if sign.is_ascii_alphabetic() => Self::Letter,
                _ => Self::Other,
            };
        }
        match c.text {
            "‐" | "–" | "—" if before == Self::Letter => return Self::Hyphen,
            "、" | "。" | "，" | "．" | "」" | "』" | "）" | "！" | "？" | "：" | "；" =>
            {
                return Self::Closing;
            }
            _ => {}
        }
        match c.text.chars().next() {
            Some(first) if c.width < 2 && first.is_alphabetic() => Self::Letter,
            _ if c.width > 1 => Self::Wide,
            _ => Self::Other,
        }
    }
}

fn breaks(before: Kind, here: Kind) -> bool {
    match before {
        Kind::Space => true,
        Kind::Hyphen => here == Kind::Letter,
        Kind::Wide | Kind::Closing => here == Kind::Wide,
        Kind::Letter | Kind::Other => false,
    }
}
