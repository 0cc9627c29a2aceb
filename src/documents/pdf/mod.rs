//! An outline as a PDF that can be read aloud (PDF/UA-1) and kept (PDF/A-2a): tagged, with its title, language,
//! bookmarks and links, its fonts inside.
//!
//! It owns how a document looks on paper. It must not know meetings.

mod badges;
mod block;
mod flow;
mod font;
mod head;
mod line;
mod slice;
mod svg;
mod table;
#[cfg(test)]
mod tests;
mod tree;
mod write;

use std::collections::BTreeSet;

use krilla::tagging::ArtifactType;

use super::letterhead::Letterhead;
use super::line::line as clean;
use super::outline::{Block, Body, Outline};
use super::render::{Format, RenderError};
use crate::locale::{Key, Locale};
pub(super) use badges::badges;
use block::{Builder, SOFT};
use flow::{Page, Room, pages};
use font::Fonts;
use line::{Look, Words};
use slice::{Paint, Piece};
use tree::Tree;
use write::{About, Sheet, write};

/// A4 and its margins, in points.
const SHORT: f32 = 595.28;
const LONG: f32 = 841.89;
const SIDE: f32 = 62.0;
const TOP: f32 = 56.0;
const BOTTOM: f32 = 68.0;
/// The colour of headings where the letterhead has none.
const ACCENT: [u8; 3] = [0x1f, 0x3a, 0x5f];
/// The size of what stands at a page's edges.
const SMALL: f32 = 8.5;

/// The document as a PDF.
///
/// # Errors
/// When the file cannot be written as the standards want it.
pub fn pdf(outline: &Outline, letterhead: &Letterhead) -> Result<Vec<u8>, RenderError> {
    pictured(outline, None, letterhead)
}

/// The same, with a picture drawn by [`super`] as SVG between its head and the rest.
pub(super) fn pictured(
    outline: &Outline,
    picture: Option<&str>,
    letterhead: &Letterhead,
) -> Result<Vec<u8>, RenderError> {
    let fonts = Fonts::read().ok_or_else(|| wrong("the fonts cannot be read"))?;
    let sheet = sheet(&fonts, outline);
    let mut builder = Builder {
        fonts: &fonts,
        tree: Tree::new(),
        slices: Vec::new(),
        heads: Vec::new(),
        blocks: &outline.blocks,
        width: sheet.width - 2.0 * SIDE,
        accent: letterhead.colour.unwrap_or(ACCENT),
    };
    let title = super::markdown::title(outline);
    builder.letterhead(letterhead);
    builder.title(&title, &outline.status);
    builder.facts(&outline.facts);
    if let Some(drawing) = picture.and_then(svg::read) {
        builder.figure(&clean(&title), drawing, 0.96);
    }
    for (at, block) in outline.blocks.iter().enumerate() {
        builder.block(block);
        if let Some(next) = outline.blocks.get(at + 1)
            && is_bare(block, next)
        {
            builder.let_go();
        }
    }
    finish(builder, sheet, outline, letterhead)
}

/// Whether a heading has nothing under it before the next of its rank.
fn is_bare(block: &Block, next: &Block) -> bool {
    match (&block.body, &next.body) {
        (Body::Heading { level, .. }, Body::Heading { level: next, .. }) => next <= level,
        _ => false,
    }
}

fn finish(
    builder: Builder<'_>,
    sheet: Sheet,
    outline: &Outline,
    letterhead: &Letterhead,
) -> Result<Vec<u8>, RenderError> {
    let Builder {
        fonts,
        tree,
        slices,
        heads,
        ..
    } = builder;
    let room = Room {
        top: TOP,
        bottom: sheet.height - BOTTOM,
    };
    let mut pages = pages(slices, &heads, room);
    let title = clean(&super::markdown::title(outline));
    edges(fonts, sheet, &mut pages, outline, (&title, letterhead));
    let about = about(outline, &title, letterhead);
    write(fonts, sheet, &pages, &tree, &about).map_err(|why| wrong(&why))
}

fn about<'a>(outline: &Outline, title: &'a str, letterhead: &'a Letterhead) -> About<'a> {
    About {
        title,
        language: outline.language.name(),
        author: letterhead.address.first().map_or("", String::as_str),
        made: letterhead.made,
    }
}

fn wrong(why: &str) -> RenderError {
    RenderError {
        format: Format::Pdf.name(),
        why: why.to_owned(),
    }
}

/// Signs of a document that the fonts lack: they are shown as a replacement.
pub fn lacking(outline: &Outline) -> BTreeSet<char> {
    let Some(fonts) = Fonts::read() else {
        return BTreeSet::new();
    };
    fonts.lacking(texts(outline).into_iter())
}

/// All words of an outline.
fn texts(outline: &Outline) -> Vec<&str> {
    let mut texts = vec![outline.title.as_str(), &outline.status, &outline.kind];
    for fact in &outline.facts {
        texts.push(&fact.label);
        texts.extend(fact.values.iter().map(String::as_str));
    }
    for block in &outline.blocks {
        match &block.body {
            Body::Heading { text, note, .. } => texts.extend([text.as_str(), note]),
            Body::Paragraph { runs, .. } => texts.extend(runs.iter().map(|run| run.text.as_str())),
            Body::List { points, .. } => {
                let runs = points.iter().flat_map(|point| &point.runs);
                texts.extend(runs.map(|run| run.text.as_str()));
            }
            Body::Table {
                caption,
                columns,
                rows,
            } => {
                texts.push(caption);
                texts.extend(columns.iter().map(String::as_str));
                texts.extend(rows.iter().flat_map(|row| &row.cells).map(String::as_str));
            }
            Body::Chart(chart) => {
                texts.push(&chart.title);
                texts.extend(chart.series.iter().map(String::as_str));
                texts.extend(chart.rows.iter().map(|row| row.name.as_str()));
            }
        }
    }
    texts
}

/// Upright, unless a table's words would be cut on it and not on the long side.
fn sheet(fonts: &Fonts, outline: &Outline) -> Sheet {
    let least = |body: &Body| match body {
        Body::Table { columns, rows, .. } => table::least(fonts, columns, rows),
        Body::Chart(chart) => table::least(fonts, &chart.columns(), &chart.cells()),
        _ => 0.0,
    };
    let widest = outline.blocks.iter().map(|block| least(&block.body));
    let (width, height) = match widest.fold(0.0, f32::max) > SHORT - 2.0 * SIDE {
        true => (LONG, SHORT),
        false => (SHORT, LONG),
    };
    Sheet {
        width,
        height,
        left: SIDE,
    }
}

/// The pages' numbers and footers, and from the second page on the document's name.
fn edges(
    fonts: &Fonts,
    sheet: Sheet,
    pages: &mut [Page],
    outline: &Outline,
    (title, letterhead): (&str, &Letterhead),
) {
    let locale = Locale::new(outline.language);
    let count = pages.len();
    let width = sheet.width - 2.0 * SIDE;
    let look = Look {
        bold: false,
        size: SMALL,
        colour: SOFT,
    };
    let text = |x: f32, text: String| Paint::Text {
        at: (x, 0.0),
        look,
        text,
    };
    let footer = Words::new(&letterhead.footer, look).text;
    for (at, page) in pages.iter_mut().enumerate() {
        let args = [("page", (at + 1).into()), ("pages", count.into())];
        let number = locale.text_with(Key::DocumentPage, &args);
        let x = width - fonts.face(false).width(&number, SMALL);
        let y = sheet.height - 36.0;
        let mut put = |y: f32, kind: ArtifactType, paint: Paint| {
            let piece = Piece::artifact(kind, vec![paint]);
            page.pieces.push((y, piece));
        };
        put(y, ArtifactType::Footer, text(x, number));
        for (line, words) in two_lines(fonts, &footer, x - 20.0).into_iter().enumerate() {
            let down = if line == 0 { 0.0 } else { SMALL + 2.0 };
            put(y + down, ArtifactType::Footer, text(0.0, words));
        }
        if at > 0 {
            put(
                36.0,
                ArtifactType::Header,
                text(0.0, fitted(fonts, title, width)),
            );
        }
    }
}

/// A text in at most two lines of a width; what is beyond them is cut.
fn two_lines(fonts: &Fonts, text: &str, width: f32) -> Vec<String> {
    let face = fonts.face(false);
    let mut first = String::new();
    let mut words = text.split(' ').filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.peek() {
        let longer = match first.is_empty() {
            true => (*word).to_owned(),
            false => format!("{first} {word}"),
        };
        if !first.is_empty() && face.width(&longer, SMALL) > width {
            break;
        }
        first = longer;
        words.next();
    }
    let rest: Vec<&str> = words.collect();
    let lines = [first, rest.join(" ")].into_iter();
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(|line| fitted(fonts, &line, width)).collect()
}

/// As much of a text as fits a width.
fn fitted(fonts: &Fonts, text: &str, width: f32) -> String {
    let face = fonts.face(false);
    if face.width(text, SMALL) <= width {
        return text.to_owned();
    }
    let mut room = width - face.advance('…', SMALL);
    let mut kept: String = text
        .chars()
        .take_while(|sign| {
            room -= face.advance(*sign, SMALL);
            room >= 0.0
        })
        .collect();
    kept.push('…');
    kept
}
