//! Name badges for printing and cutting: ten to a sheet, each with the code that scanners read.

use krilla::tagging::ArtifactType;

use super::block::{INK, RULE};
use super::flow::Page;
use super::font::Fonts;
use super::line::{Look, Words};
use super::slice::{Align, Paint, Piece, Set, Setter, Slice};
use super::svg;
use super::tree::{Kind, Part, Tree};
use super::write::Sheet;
use super::{LONG, SHORT, about, wrong};
use crate::documents::door::{Badge, badge_list, picture};
use crate::documents::letterhead::Letterhead;
use crate::documents::outline::Outline;
use crate::documents::render::RenderError;
use crate::documents::source::Source;

/// Points of a millimetre.
const MM: f32 = 72.0 / 25.4;
const WIDTH: f32 = 85.0 * MM;
const HEIGHT: f32 = 54.0 * MM;
const PAD: f32 = 5.0 * MM;
const CODE: f32 = 22.0 * MM;
const ROWS: usize = 5;

/// The badges as a PDF.
pub(in crate::documents) fn badges(
    source: &Source,
    outline: &Outline,
    letterhead: &Letterhead,
) -> Result<Vec<u8>, RenderError> {
    let fonts = Fonts::read().ok_or_else(|| wrong("the fonts cannot be read"))?;
    let mut tree = Tree::new();
    let mut pages = vec![Page::default()];
    let title = crate::documents::markdown::title(outline);
    if let Some(page) = pages.first_mut() {
        page.bookmarks.push((1, title.clone(), 0.0));
    }
    for (at, badge) in badge_list(source).iter().enumerate() {
        let place = at % (2 * ROWS);
        if at > 0 && place == 0 {
            pages.push(Page::default());
        }
        let count = |number: usize| f32::from(u8::try_from(number).unwrap_or(0));
        let left = (SHORT - 2.0 * WIDTH) / 2.0 + WIDTH * count(place % 2);
        let top = (LONG - HEIGHT * count(ROWS)) / 2.0 + HEIGHT * count(place / 2);
        let pieces = Face {
            fonts: &fonts,
            tree: &mut tree,
            badge,
        }
        .pieces(left);
        if let Some(page) = pages.last_mut() {
            page.pieces
                .extend(pieces.into_iter().map(|piece| (top, piece)));
        }
    }
    let sheet = Sheet {
        width: SHORT,
        height: LONG,
        left: 0.0,
    };
    let about = about(outline, &title, letterhead);
    super::write(&fonts, sheet, &pages, &tree, &about).map_err(|why| wrong(&why))
}

/// A badge as it is drawn.
struct Face<'a> {
    fonts: &'a Fonts,
    tree: &'a mut Tree,
    badge: &'a Badge,
}

impl Face<'_> {
    fn pieces(mut self, left: f32) -> Vec<Piece> {
        let badge = self.badge;
        let root = self.tree.root();
        let part = self.tree.part(root, Kind::Section);
        let mut pieces = vec![border(left)];
        let size = if badge.is_long() { 14.0 } else { 19.0 };
        let x = left + PAD;
        let wide = WIDTH - 2.0 * PAD;
        let beside = wide - CODE - 3.0 * MM;
        let mut y = PAD;
        for (text, bold, size, width) in [
            (&badge.name, true, size, wide),
            (&badge.organisation, false, 12.0, beside),
            (&badge.role, false, 10.0, beside),
        ] {
            let slices = self.paragraph(part, text, (bold, size), (x, width));
            y = laid(&mut pieces, slices, y);
        }
        let mut low = self.paragraph(part, &badge.meeting, (false, 8.0), (x, beside));
        low.extend(self.paragraph(part, &badge.title, (false, 8.0), (x, beside)));
        let height: f32 = low.iter().map(|slice| slice.height).sum();
        laid(&mut pieces, low, (HEIGHT - PAD - height).max(y));
        self.code(part, left + WIDTH - PAD - CODE, &mut pieces);
        pieces
    }

    fn paragraph(
        &mut self,
        part: Part,
        text: &str,
        (bold, size): (bool, f32),
        (x, width): (f32, f32),
    ) -> Vec<Slice> {
        if text.is_empty() {
            return Vec::new();
        }
        let part = self.tree.part(part, Kind::Paragraph);
        let colour = INK;
        let words = [Words::new(text, Look { bold, size, colour })];
        let set = Set {
            x,
            width,
            leading: size * 1.2,
            before: 0.0,
            keep: false,
            ground: None,
            align: Align::Left,
        };
        Setter::new(self.fonts, self.tree, part, &words).slices(set)
    }

    /// The code as a picture, with its letters under it.
    fn code(&mut self, part: Part, x: f32, pieces: &mut Vec<Piece>) {
        let code = self.badge.code.as_str();
        let bottom = HEIGHT - PAD;
        if let Some(drawing) = svg::read(&picture(code)) {
            let figure = self.tree.part(part, Kind::Figure(code.to_owned()));
            let leaf = self.tree.leaf(figure);
            let paint = Paint::Drawing {
                at: (x, bottom - CODE - 8.0),
                width: CODE,
                drawing,
            };
            pieces.push(Piece::leaf(leaf, vec![paint]));
        }
        let part = self.tree.part(part, Kind::Paragraph);
        let words = [Words::new(
            code,
            Look {
                bold: false,
                size: 7.0,
                colour: INK,
            },
        )];
        let set = Set {
            x,
            width: CODE,
            leading: 8.4,
            before: 0.0,
            keep: false,
            ground: None,
            align: Align::Middle,
        };
        let slices = Setter::new(self.fonts, self.tree, part, &words).slices(set);
        laid(pieces, slices, bottom - 8.4);
    }
}

/// Puts lines below each other; where they end.
fn laid(pieces: &mut Vec<Piece>, slices: Vec<Slice>, mut y: f32) -> f32 {
    for slice in slices {
        pieces.extend(slice.pieces.into_iter().map(|piece| piece.down(y)));
        y += slice.height;
    }
    y
}

/// Where it is cut.
fn border(left: f32) -> Piece {
    let line = |at, size| Paint::Fill {
        at,
        size,
        colour: RULE,
    };
    let paints = vec![
        line((left, 0.0), (WIDTH, 0.4)),
        line((left, HEIGHT), (WIDTH, 0.4)),
        line((left, 0.0), (0.4, HEIGHT)),
        line((left + WIDTH, 0.0), (0.4, HEIGHT)),
    ];
    Piece::artifact(ArtifactType::Layout, paints)
}
