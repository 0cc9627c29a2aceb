//! A zip of parts, as office programs keep a document: the same parts make the same bytes.
//!
//! It owns the package and how words are written in XML. It must not know what the parts say.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::html::escape;
use super::letterhead::Letterhead;

/// A part: its name and its content.
pub(super) type Part = (&'static str, Vec<u8>);

/// The parts as one file; the first is kept as it is, so that the kind of file can be read from it.
pub(super) fn pack<N: AsRef<str>>(parts: &[(N, Vec<u8>)]) -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT);
    for (index, (name, content)) in parts.iter().enumerate() {
        let method = match index {
            0 => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        // A part in memory is always written.
        let _ = file.start_file(name.as_ref(), options.compression_method(method));
        let _ = file.write_all(content);
    }
    file.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Words of an XML document, cleaned and escaped.
pub(super) fn xml(text: &str) -> String {
    let mut text = escape(text);
    text.retain(|sign| !matches!(sign, '\u{fffe}' | '\u{ffff}'));
    text
}

/// The width and height of a PNG in points, at most so large; `None` when it is no PNG.
pub(super) fn logo_size(png: &[u8]) -> Option<(u32, u32)> {
    const WIDE: u64 = 170;
    const HIGH: u64 = 51;
    let side = |from: usize| -> Option<u64> {
        let bytes: [u8; 4] = png.get(from..from + 4)?.try_into().ok()?;
        Some(u64::from(u32::from_be_bytes(bytes))).filter(|side| *side > 0)
    };
    if !png.starts_with(b"\x89PNG\r\n\x1a\n") {
        return None;
    }
    let (width, height) = (side(16)?, side(20)?);
    let high = HIGH.min(WIDE * height / width).max(1);
    let wide = (high * width / height).clamp(1, WIDE);
    Some((u32::try_from(wide).ok()?, u32::try_from(high).ok()?))
}

/// A colour as six hexadecimal digits; the house's own where the letterhead has none.
pub(super) fn ink(letterhead: &Letterhead) -> String {
    let [red, green, blue] = letterhead.colour.unwrap_or([0x1f, 0x38, 0x64]);
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// The begin of every XML part.
pub(super) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The language as programs name it, and the country.
pub(super) fn language(
    language: crate::domain::secretariat::Language,
) -> (&'static str, &'static str) {
    match language {
        crate::domain::secretariat::Language::Danish => ("da", "DK"),
        crate::domain::secretariat::Language::English => ("en", "GB"),
    }
}
