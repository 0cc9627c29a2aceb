//! An outline as an OpenDocument text (ODF 1.3) that a secretary goes on editing: real styles,
//! lists, tables with header rows, remarks as annotations, each entry bookmarked by its id.
//!
//! It owns what the file is made of. It must not know meetings.

mod body;
mod styles;

use super::letterhead::Letterhead;
use super::markdown::title;
use super::outline::Outline;
use super::package::{Part, XML, language, pack, xml};

/// Where the logo is kept in the file.
const LOGO: &str = "Pictures/logo.png";
/// What the file is.
const KIND: &str = "application/vnd.oasis.opendocument.text";

/// The names of XML that the parts use.
const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"";

/// The document as a file of OpenDocument.
pub fn odt(outline: &Outline, letterhead: &Letterhead) -> Vec<u8> {
    let mut page = body::Page::default();
    page.head(letterhead);
    page.write(outline);
    let parts = vec![
        ("mimetype", KIND.to_owned()),
        ("content.xml", page.content()),
        ("styles.xml", styles::styles(outline, letterhead, page.wide)),
        ("meta.xml", meta(outline)),
        ("META-INF/manifest.xml", manifest(letterhead.logo.is_some())),
    ];
    let whole = |(name, content): (&'static str, String)| (name, content.into_bytes());
    let mut parts: Vec<Part> = parts.into_iter().map(whole).collect();
    let logo = letterhead.logo.as_ref();
    parts.extend(logo.map(|logo| (LOGO, logo.png.to_vec())));
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

fn manifest(logo: bool) -> String {
    let part = |name: &str, kind: &str| {
        format!(
            "<manifest:file-entry manifest:full-path=\"{name}\" manifest:media-type=\"{kind}\"/>"
        )
    };
    let parts = ["content.xml", "styles.xml", "meta.xml"].map(|name| part(name, "text/xml"));
    let picture = if logo {
        part(LOGO, "image/png")
    } else {
        String::new()
    };
    format!(
        "{XML}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.3\">{}{}{picture}</manifest:manifest>",
        part("/", KIND),
        parts.concat()
    )
}
