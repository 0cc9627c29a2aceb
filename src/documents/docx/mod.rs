//! An outline as a Word document (ECMA-376) that a secretary goes on editing: real styles, lists,
//! tables with header rows, remarks as comments, and each entry bookmarked by its id, so that
//! what comes back is matched to it.
//!
//! It owns what the file is made of. It must not know meetings.

mod body;
mod comments;
mod parts;
mod styles;

use body::Page;

use super::letterhead::Letterhead;
use super::outline::Outline;
use super::package::{Part, XML, ink, pack};

/// The document as a file of Word.
pub fn docx(outline: &Outline, letterhead: &Letterhead) -> Vec<u8> {
    let mut page = Page::default();
    page.head(letterhead);
    page.write(outline);
    let parts = vec![
        ("[Content_Types].xml", parts::types()),
        ("_rels/.rels", parts::package()),
        ("word/document.xml", page.document()),
        (
            "word/styles.xml",
            styles::styles(outline.language, &ink(letterhead)),
        ),
        ("word/numbering.xml", parts::numbering(page.lists)),
        ("word/settings.xml", parts::settings(outline)),
        ("word/fontTable.xml", parts::fonts()),
        ("word/comments.xml", comments::comments(outline)),
        (
            "word/footer1.xml",
            parts::footer(outline, &letterhead.footer, page.room()),
        ),
        (
            "word/_rels/document.xml.rels",
            parts::links(&page.links, letterhead.logo.is_some()),
        ),
        ("docProps/core.xml", parts::core(outline)),
        ("docProps/app.xml", parts::app()),
    ];
    let whole =
        |(name, content): (&'static str, String)| (name, (XML.to_owned() + &content).into_bytes());
    let mut parts: Vec<Part> = parts.into_iter().map(whole).collect();
    let logo = letterhead.logo.as_ref();
    parts.extend(logo.map(|logo| ("word/media/logo.png", logo.png.to_vec())));
    pack(&parts)
}

/// The names of XML that the parts use.
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Words in a run.
fn run(style: &str, strong: bool, words: &str) -> String {
    let style = match style {
        "" => String::new(),
        style => format!("<w:rStyle w:val=\"{style}\"/>"),
    };
    let strong = if strong { "<w:b/>" } else { "" };
    let look = match (style.as_str(), strong) {
        ("", "") => String::new(),
        _ => format!("<w:rPr>{style}{strong}</w:rPr>"),
    };
    let words = super::package::xml(words);
    format!("<w:r>{look}<w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}
