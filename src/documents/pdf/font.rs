//! The typeface of PDF files: which glyph a sign has, and how wide it is.
//!
//! It owns the embedded fonts and what stands for a sign they lack. It must not know documents.

use std::collections::BTreeSet;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};
use unicode_width::UnicodeWidthChar;

const REGULAR: &[u8] = include_bytes!("fonts/regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/bold.ttf");
/// What stands for a sign that the fonts lack.
const LACKING: char = '\u{fffd}';
/// Units of a font in its size.
const UNITS: f32 = 1000.0;

/// The typeface.
pub(super) struct Fonts {
    regular: Face,
    bold: Face,
}

/// One weight of it.
pub(super) struct Face {
    pub font: Font,
    map: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Fonts {
    /// Reads the fonts; `None` for a build that has them broken.
    pub fn read() -> Option<Self> {
        Some(Self {
            regular: Face::read(REGULAR)?,
            bold: Face::read(BOLD)?,
        })
    }

    /// The face of a weight.
    pub fn face(&self, bold: bool) -> &Face {
        match bold {
            true => &self.bold,
            false => &self.regular,
        }
    }

    /// Signs of a text that the fonts lack: they are shown as a replacement.
    pub fn lacking<'a>(&self, texts: impl Iterator<Item = &'a str>) -> BTreeSet<char> {
        let signs = texts.flat_map(str::chars);
        let shown = signs.filter(|sign| sign.width().unwrap_or(0) > 0);
        shown
            .filter(|sign| self.regular.map.map(*sign).is_none())
            .collect()
    }
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        Some(Self {
            map: font.charmap(),
            metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            font: Font::new(bytes.into(), 0)?,
        })
    }

    /// A sign's glyph and its advance in parts of the size; `None` for one that shows nothing.
    fn glyph(&self, sign: char) -> Option<(u32, f32)> {
        let own = self.map.map(sign);
        if own.is_none() && sign.width().unwrap_or(0) == 0 {
            return None;
        }
        let glyph = own.or_else(|| self.map.map(LACKING))?;
        let advance = self.metrics.advance_width(glyph).unwrap_or(0.0);
        Some((glyph.to_u32(), advance / UNITS))
    }

    /// A sign's width in a size.
    pub fn advance(&self, sign: char, size: f32) -> f32 {
        self.glyph(sign).map_or(0.0, |(_, advance)| advance * size)
    }

    /// A text's width in a size.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|sign| self.advance(sign, size)).sum()
    }

    /// A text's glyphs.
    pub fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let glyph = |(at, sign): (usize, char)| {
            let (glyph, advance) = self.glyph(sign)?;
            Some(KrillaGlyph {
                glyph_id: GlyphId::new(glyph),
                text_range: at..at + sign.len_utf8(),
                x_advance: advance,
                x_offset: 0.0,
                y_offset: 0.0,
                y_advance: 0.0,
                location: None,
            })
        };
        text.char_indices().filter_map(glyph).collect()
    }
}
