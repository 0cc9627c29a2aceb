//! An outline as an OpenDocument text (ODF 1.3) that a secretary goes on editing: real styles,
//! lists, tables with header rows, remarks as annotations, each entry bookmarked by its id.
//!
//! It owns what the file is made of. It must not know meetings.

mod body;
mod styles;

use super::markdown::title;
use super::outline::Outline;
use super::package::{Part, XML, language, pack, xml};

/// What the file is.
const KIND: &str = "application/vnd.oasis.opendocument.text";

/// The names of XML that the parts use.
const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"";

/// The document as a file of OpenDocument.
pub fn odt(outline: &Outline) -> Vec<u8> {
    let mut page = body::Page::default();
    page.write(outline);
    let parts: [Part; 5] = [
        ("mimetype", KIND.to_owned()),
        ("content.xml", page.content()),
        ("styles.xml", styles::styles(outline, page.wide)),
        ("meta.xml", meta(outline)),
        ("META-INF/manifest.xml", manifest()),
    ];
    pack(&parts)
}

fn meta(outline: &Outline) -> String {
    let (code, country) = language(outline.language);
    let author = xml(&outline.author);
    format!(
        "{XML}<office:document-meta {SPACES}><office:meta><meta:generator>referent</meta:generator>\
         <dc:title>{}</dc:title><meta:initial-creator>{author}</meta:initial-creator><dc:creator>{author}</dc:creator>\
         <dc:language>{code}-{country}</dc:language></office:meta></office:document-meta>",
        xml(&title(outline))
    )
}

fn manifest() -> String {
    let part = |name: &str, kind: &str| {
        format!(
            "<manifest:file-entry manifest:full-path=\"{name}\" manifest:media-type=\"{kind}\"/>"
        )
    };
    let parts = ["content.xml", "styles.xml", "meta.xml"].map(|name| part(name, "text/xml"));
    format!(
        "{XML}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.3\">{}{}</manifest:manifest>",
        part("/", KIND),
        parts.concat()
    )
}
