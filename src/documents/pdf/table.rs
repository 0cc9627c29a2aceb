//! Tables: how wide their columns are, and their rows as slices. It must not know pages.

use krilla::tagging::ArtifactType;

use super::block::{Builder, INK, MARK, RULE};
use super::font::Fonts;
use super::line::{Look, Words};
use super::slice::{Align, Mark, Paint, Piece, Set, Setter, Slice};
use super::tree::{Kind, Part};
use crate::documents::line::line;
use crate::documents::outline::{Body, Row};

/// The size of words.
const SIZE: f32 = 9.5;
const LEADING: f32 = 12.5;
/// Room at the sides of a cell.
const SIDE: f32 = 5.0;
/// The same and what rounding takes.
const ROOM: f32 = 2.0 * SIDE + 0.5;
/// Room above and below its words.
const PAD: f32 = 3.5;
/// Height and width of what is left to be written by hand.
const BY_HAND: (f32, f32) = (26.0, 190.0);
/// So many rows to write in are worth a page of their own.
const ROWS_BY_HAND: usize = 2;
/// A row taller than this may be cut.
const TALL: f32 = 300.0;

fn look(bold: bool) -> Look {
    Look {
        bold,
        size: SIZE,
        colour: INK,
    }
}

/// A table's columns.
struct Columns {
    widths: Vec<f32>,
    aligns: Vec<Align>,
    by_hand: bool,
}

/// The least width at which no word of a table is cut.
pub(super) fn least(fonts: &Fonts, columns: &[String], rows: &[Row]) -> f32 {
    let (least, _) = measures(fonts, columns, rows.iter());
    least.iter().sum()
}

/// The least and the natural width of each column.
fn measures<'a>(
    fonts: &Fonts,
    columns: &[String],
    rows: impl Iterator<Item = &'a Row>,
) -> (Vec<f32>, Vec<f32>) {
    let measure = |bold: bool, text: &str| {
        let text = line(text);
        let face = fonts.face(bold);
        let words = text.split(' ').map(|word| face.width(word, SIZE));
        let widest = words.fold(0.0, f32::max);
        (widest + ROOM, face.width(&text, SIZE) + ROOM)
    };
    let heads = columns.iter().map(|column| measure(true, column));
    let (mut least, mut natural): (Vec<f32>, Vec<f32>) = heads.unzip();
    for row in rows {
        let wide = least.iter_mut().zip(natural.iter_mut());
        for (cell, (least, natural)) in row.cells.iter().zip(wide) {
            let (word, whole) = measure(false, cell);
            *least = least.max(word.min(150.0));
            *natural = natural.max(whole);
        }
    }
    (least, natural)
}

impl Columns {
    /// Those of `rows`, as wide as all that is `alike` needs: tables under one head stand in line.
    fn new<'a>(
        fonts: &Fonts,
        width: f32,
        columns: &[String],
        rows: &[Row],
        alike: impl Iterator<Item = &'a Row>,
    ) -> Self {
        let (least, mut natural) = measures(fonts, columns, alike);
        let cell = |row: &Row, at: usize| row.cells.get(at).map(|cell| cell.trim().to_owned());
        // Rows without a word are there to be written in, in the columns that have none at all.
        let by_hand = rows.iter().any(is_blank);
        for (at, natural) in natural.iter_mut().enumerate() {
            let mut cells = rows.iter().filter_map(|row| row.cells.get(at));
            if by_hand && cells.all(|cell| cell.trim().is_empty()) {
                *natural = natural.max(BY_HAND.1);
            }
        }
        let aligns = (0..columns.len()).map(|at| {
            let mut cells = rows.iter().filter_map(|row| cell(row, at)).peekable();
            match at > 0 && cells.peek().is_some() && cells.all(|cell| is_number(&cell)) {
                true => Align::Right,
                false => Align::Left,
            }
        });
        Self {
            widths: shared(width, &least, &natural),
            aligns: aligns.collect(),
            by_hand,
        }
    }
}

/// Whether it is there to be written in.
fn is_blank(row: &Row) -> bool {
    row.cells.iter().all(|cell| cell.trim().is_empty())
}

fn is_number(cell: &str) -> bool {
    let known = |sign: char| sign.is_ascii_digit() || " .,%–-+".contains(sign);
    cell.chars().all(known)
        && cell.len() <= 12
        && !cell.is_empty()
        && cell.matches(['.', '-']).count() < 2
}

/// Widths that fill the line: each its least, and of the rest what it could use.
fn shared(width: f32, least: &[f32], natural: &[f32]) -> Vec<f32> {
    let sum: f32 = least.iter().sum();
    if sum >= width {
        return least
            .iter()
            .map(|least| least * width / sum.max(1.0))
            .collect();
    }
    let wanted: f32 = natural.iter().sum();
    if wanted <= width {
        let more = width / wanted.max(1.0);
        return natural.iter().map(|natural| natural * more).collect();
    }
    let room = (width - sum) / (wanted - sum).max(1.0);
    let both = least.iter().zip(natural);
    both.map(|(least, natural)| least + (natural - least) * room)
        .collect()
}

impl Builder<'_> {
    /// A table: its caption, its head, its rows.
    pub fn table(&mut self, caption: &str, columns: &[String], rows: &[Row]) {
        let tables = self.blocks.iter().filter_map(|block| match &block.body {
            Body::Table {
                columns: theirs,
                rows,
                ..
            } if theirs == columns => Some(rows.as_slice()),
            _ => None,
        });
        // Its own once, also where it is a picture's and none of the blocks.
        let others = tables.filter(|theirs| !std::ptr::eq(*theirs, rows));
        let alike = others.flatten().chain(rows);
        let columns_of = Columns::new(self.fonts, self.width, columns, rows, alike);
        let root = self.tree.root();
        let table = self.tree.part(root, Kind::Table);
        let mut before = 10.0;
        if !caption.is_empty() {
            let part = self.tree.part(table, Kind::Caption);
            let words = [Words::new(caption, super::block::body(true))];
            let set = Set {
                keep: true,
                ..self.set(before)
            };
            let slices = Setter::new(self.fonts, &mut self.tree, part, &words).slices(set);
            self.slices.extend(slices);
            before = 4.0;
        }
        let head = self.tree.part(table, Kind::Head);
        let row = self.tree.part(head, Kind::Row);
        let mut slice = self.row(row, columns, &columns_of, Some(Kind::ColumnName));
        let number = self.heads.len();
        self.heads.push(repeated(&slice));
        slice.before = before;
        slice.keep = true;
        slice.table = Some(number);
        self.slices.push(slice);
        let part = self.tree.part(table, Kind::Rows);
        let written = rows.iter().rposition(|row| !is_blank(row));
        for (at, row) in rows.iter().enumerate() {
            let of = self.tree.part(part, Kind::Row);
            let slice = self.row(of, &row.cells, &columns_of, None);
            let mut slices = cut(slice);
            for slice in &mut slices {
                slice.table = Some(number);
                slice.spare = written.is_none_or(|written| at > written + ROWS_BY_HAND);
            }
            // No row stands alone under a repeated head.
            if let Some(last) = slices.last_mut() {
                last.keep = at + 2 == rows.len();
            }
            self.slices.extend(slices);
        }
    }

    /// A row: as tall as its tallest cell.
    fn row(
        &mut self,
        part: Part,
        cells: &[String],
        columns: &Columns,
        head: Option<Kind>,
    ) -> Slice {
        let mut row = Slice::default();
        let mut x = 0.0;
        for (at, width) in columns.widths.iter().enumerate() {
            let kind = match (&head, at) {
                (Some(kind), _) => kind.clone(),
                (None, 0) => Kind::RowName,
                (None, _) => Kind::Cell,
            };
            let cell = self.tree.part(part, kind);
            let text = cells.get(at).map_or("", String::as_str);
            let mut words = Words::new(text, look(head.is_some()));
            // A cell without a leaf would be no cell to those who hear it.
            if words.text.is_empty() {
                words.text.push(' ');
            }
            let set = Set {
                x: x + SIDE,
                width: width - 2.0 * SIDE,
                leading: LEADING,
                align: columns.aligns.get(at).copied().unwrap_or_default(),
                ..self.set(0.0)
            };
            let words = [words];
            let lines = Setter::new(self.fonts, &mut self.tree, cell, &words).slices(set);
            let mut y = PAD;
            for line in lines {
                row.pieces
                    .extend(line.pieces.into_iter().map(|piece| piece.down(y)));
                y += line.height;
            }
            row.height = row.height.max(y + PAD);
            x += width;
        }
        if head.is_none() && columns.by_hand {
            row.height = row.height.max(BY_HAND.0);
        }
        let fill = |at, size, colour| Paint::Fill { at, size, colour };
        let mut paints = Vec::new();
        if head.is_some() {
            paints.push(fill((0.0, 0.0), (self.width, row.height), MARK));
        }
        let (thick, colour) = match head {
            Some(_) => (1.0, self.accent),
            None => (0.5, RULE),
        };
        paints.push(fill((0.0, row.height - thick), (self.width, thick), colour));
        row.pieces
            .insert(0, Piece::artifact(ArtifactType::Layout, paints));
        row
    }
}

/// The head as later pages show it: those who hear the table have heard it.
fn repeated(head: &Slice) -> Slice {
    let mut head = head.clone();
    for piece in &mut head.pieces {
        piece.mark = Mark::Artifact(ArtifactType::PaginationOther);
        piece.press = None;
    }
    head
}

/// A row too tall for a page, line by line.
fn cut(row: Slice) -> Vec<Slice> {
    if row.height < TALL {
        return vec![row];
    }
    let mut slices: Vec<Slice> = Vec::new();
    let (mut rest, mut y) = (row.pieces.into_iter().skip(1).collect::<Vec<_>>(), PAD);
    while !rest.is_empty() && y < row.height {
        let (line, later): (Vec<Piece>, Vec<Piece>) = rest
            .into_iter()
            .partition(|piece| piece.top() < y + LEADING);
        slices.push(Slice {
            height: LEADING,
            pieces: line.into_iter().map(|piece| piece.down(-y)).collect(),
            ..Slice::default()
        });
        rest = later;
        y += LEADING;
    }
    if let Some(last) = slices.last_mut() {
        last.height += PAD;
    }
    slices
}
