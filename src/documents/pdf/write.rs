//! Pages as a file: PDF/UA-1 and PDF/A-2a. It must not know outlines.

use krilla::Document;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, SpanTag};
use krilla::{SerializeSettings, document};

use super::flow::Page;
use super::font::Fonts;
use super::line::Look;
use super::slice::{Align, Colour, Mark, Paint, Piece, Press};
use super::svg::{Drawing, Ink, Shape, Step};
use super::tree::{Drawn, Tree};

/// What a file says of itself.
pub(super) struct About<'a> {
    pub title: &'a str,
    pub language: &'a str,
    pub author: &'a str,
    /// When it was made, in milliseconds since 1970 UTC.
    pub made: i64,
}

/// The sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub left: f32,
}

/// Writes the file.
pub(super) fn write(
    fonts: &Fonts,
    sheet: Sheet,
    pages: &[Page],
    tree: &Tree,
    about: &About<'_>,
) -> Result<Vec<u8>, String> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .with_archival_validator(Archival::A2_A)
        .finish();
    let mut file = Document::new_with(SerializeSettings {
        configuration: configuration.map_err(|why| format!("{why:?}"))?,
        ..SerializeSettings::default()
    });
    let mut drawn = tree.undrawn();
    let settings = PageSettings::from_wh(sheet.width, sheet.height);
    let settings = settings.ok_or("the sheet has no size")?;
    for (number, content) in pages.iter().enumerate() {
        let mut page = file.start_page_with(settings.clone());
        paint(fonts, page.surface(), sheet, (number, content), &mut drawn);
        for (y, piece) in &content.pieces {
            let Some(press) = &piece.press else { continue };
            let Some(annotation) = annotation(press, sheet.left, *y) else {
                continue;
            };
            let identifier = page.add_tagged_annotation(annotation);
            drawn.note(press.leaf, identifier, None);
        }
        page.finish();
    }
    file.set_outline(bookmarks(pages, sheet));
    file.set_metadata(metadata(about));
    file.set_tag_tree(tree.tagged(&drawn));
    finish(file)
}

fn paint(
    fonts: &Fonts,
    surface: Surface<'_>,
    sheet: Sheet,
    (number, content): (usize, &Page),
    drawn: &mut Drawn,
) {
    let mut painter = Painter {
        fonts,
        surface,
        left: sheet.left,
    };
    for (y, piece) in &content.pieces {
        painter.piece(*y, piece, number, drawn);
    }
    painter.surface.finish();
}

fn finish(file: document::Document) -> Result<Vec<u8>, String> {
    file.finish().map_err(|why| format!("{why:?}"))
}

fn metadata(about: &About<'_>) -> Metadata {
    let metadata = Metadata::new()
        .title(about.title.to_owned())
        .language(about.language.to_owned())
        .creator("referent".to_owned())
        .creation_date(date(about.made));
    match about.author.is_empty() {
        true => metadata,
        false => metadata.authors(vec![about.author.to_owned()]),
    }
}

fn date(made: i64) -> DateTime {
    use chrono::{DateTime as Moment, Datelike, Timelike};
    let made = Moment::from_timestamp_millis(made).unwrap_or_default();
    let small = |number: u32| u8::try_from(number).unwrap_or(0);
    DateTime::new(u16::try_from(made.year()).unwrap_or(0))
        .month(small(made.month()))
        .day(small(made.day()))
        .hour(small(made.hour()))
        .minute(small(made.minute()))
        .second(small(made.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// The parts as a reader's side panel lists them: those of a level below are inside the one above.
fn bookmarks(pages: &[Page], sheet: Sheet) -> Outline {
    let mut open: Vec<(u16, OutlineNode)> = Vec::new();
    let mut outline = Outline::new();
    let mut close = |open: &mut Vec<(u16, OutlineNode)>, level: u16| {
        while open.last().is_some_and(|(last, _)| *last >= level) {
            let Some((_, node)) = open.pop() else { break };
            match open.last_mut() {
                Some((_, above)) => above.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    for (number, page) in pages.iter().enumerate() {
        for (level, text, y) in &page.bookmarks {
            close(&mut open, *level);
            let place = XyzDestination::new(number, Point::from_xy(sheet.left, *y));
            open.push((
                *level,
                OutlineNode::new(text.clone(), place).with_open(true),
            ));
        }
    }
    close(&mut open, 0);
    outline
}

fn annotation(press: &Press, left: f32, y: f32) -> Option<Annotation> {
    let ((x, top), (width, height)) = (press.at, press.size);
    let rect = Rect::from_xywh(left + x, y + top, width, height)?;
    let action = Action::Link(LinkAction::new(press.link.clone()));
    let link = LinkAnnotation::new(rect, Target::Action(action));
    Some(Annotation::new_link(link, Some(press.alt.clone())))
}

struct Painter<'a, 'b> {
    fonts: &'a Fonts,
    surface: Surface<'b>,
    left: f32,
}

fn fill(colour: Colour, opacity: f32) -> Fill {
    let [red, green, blue] = colour;
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE),
        rule: FillRule::NonZero,
    }
}

impl Painter<'_, '_> {
    fn piece(&mut self, y: f32, piece: &Piece, page: usize, drawn: &mut Drawn) {
        let tag = match piece.mark {
            Mark::Artifact(kind) => ContentTag::Artifact(Artifact::with_kind(kind)),
            Mark::Leaf(_) if matches!(piece.paints.as_slice(), [Paint::Text { .. }]) => {
                ContentTag::Span(SpanTag::empty())
            }
            Mark::Leaf(_) => ContentTag::Other,
        };
        let identifier = self.surface.start_tagged(tag);
        for paint in &piece.paints {
            self.paint(y, paint);
        }
        self.surface.end_tagged();
        if let Mark::Leaf(leaf) = piece.mark {
            let place = piece.paints.iter().find_map(|paint| self.place(y, paint));
            drawn.note(leaf, identifier, place.map(|rect| (page, rect)));
        }
    }

    /// The box of a picture.
    fn place(&self, y: f32, paint: &Paint) -> Option<Rect> {
        let (at, width, height) = match paint {
            Paint::Drawing { at, width, drawing } => {
                (at, *width, width * drawing.height / drawing.width.max(1.0))
            }
            Paint::Image { at, size, .. } => (at, size.0, size.1),
            _ => return None,
        };
        Rect::from_xywh(self.left + at.0, y + at.1, width, height)
    }

    fn paint(&mut self, y: f32, paint: &Paint) {
        match paint {
            Paint::Text { at, look, text } => self.text((self.left + at.0, y + at.1), *look, text),
            Paint::Fill { at, size, colour } => {
                let mut path = PathBuilder::new();
                let rect = Rect::from_xywh(self.left + at.0, y + at.1, size.0, size.1);
                let Some(rect) = rect else { return };
                path.push_rect(rect);
                self.surface.set_stroke(None);
                self.surface.set_fill(Some(fill(*colour, 1.0)));
                self.path(path.finish());
            }
            Paint::Drawing { at, width, drawing } => {
                let scale = width / drawing.width.max(1.0);
                let place = Transform::from_row(scale, 0.0, 0.0, scale, self.left + at.0, y + at.1);
                self.surface.push_transform(&place);
                self.drawing(drawing);
                self.surface.pop();
            }
            Paint::Image { at, size, image } => {
                let Some(size) = Size::from_wh(size.0, size.1) else {
                    return;
                };
                let place = Transform::from_translate(self.left + at.0, y + at.1);
                self.surface.push_transform(&place);
                self.surface.draw_image(image.clone(), size);
                self.surface.pop();
            }
        }
    }

    fn path(&mut self, path: Option<Path>) {
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }

    fn text(&mut self, at: (f32, f32), look: Look, text: &str) {
        let face = self.fonts.face(look.bold);
        let glyphs = face.glyphs(text);
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(fill(look.colour, 1.0)));
        let (at, font) = (Point::from_xy(at.0, at.1), face.font.clone());
        self.surface
            .draw_glyphs(at, &glyphs, font, text, look.size, false);
    }

    fn drawing(&mut self, drawing: &Drawing) {
        for shape in &drawing.shapes {
            match shape {
                Shape::Path { steps, ink } => self.steps(steps, *ink),
                Shape::Text {
                    at,
                    align,
                    size,
                    colour,
                    text,
                } => {
                    let width = self.fonts.face(false).width(text, *size);
                    let x = match align {
                        Align::Left => at.0,
                        Align::Middle => at.0 - width / 2.0,
                        Align::Right => at.0 - width,
                    };
                    let look = Look {
                        bold: false,
                        size: *size,
                        colour: *colour,
                    };
                    self.text((x, at.1), look, text);
                }
            }
        }
    }

    fn steps(&mut self, steps: &[Step], ink: Ink) {
        let mut path = PathBuilder::new();
        for step in steps {
            match *step {
                Step::Move(x, y) => path.move_to(x, y),
                Step::Line(x, y) => path.line_to(x, y),
                Step::Curve([a, b, to]) => path.cubic_to(a.0, a.1, b.0, b.1, to.0, to.1),
                Step::Close => path.close(),
            }
        }
        let stroke = ink.stroke.map(|(colour, opacity, width)| {
            let Fill { paint, opacity, .. } = fill(colour, opacity);
            Stroke {
                paint,
                opacity,
                width,
                line_cap: LineCap::Butt,
                ..Stroke::default()
            }
        });
        let filled = ink.fill.map(|(colour, opacity)| fill(colour, opacity));
        if stroke.is_none() && filled.is_none() {
            return;
        }
        self.surface.set_stroke(stroke);
        self.surface.set_fill(filled);
        self.path(path.finish());
    }
}
