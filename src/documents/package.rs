//! A zip of parts, as office programs keep a document: the same parts make the same bytes.
//!
//! It owns the package and how words are written in XML. It must not know what the parts say.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::html::escape;

/// A part: its name and its content.
pub(super) type Part = (&'static str, String);

/// The parts as one file; the first is kept as it is, so that the kind of file can be read from it.
pub(super) fn pack(parts: &[Part]) -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT);
    for (index, (name, content)) in parts.iter().enumerate() {
        let method = match index {
            0 => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        // A part in memory is always written.
        let _ = file.start_file(*name, options.compression_method(method));
        let _ = file.write_all(content.as_bytes());
    }
    file.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Words of an XML document, cleaned and escaped.
pub(super) fn xml(text: &str) -> String {
    let mut text = escape(text);
    text.retain(|sign| !matches!(sign, '\u{fffe}' | '\u{ffff}'));
    text
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
