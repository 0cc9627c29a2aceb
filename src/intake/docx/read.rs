//! A document's XML as paragraphs, with who put in and took away what.

use std::collections::BTreeSet;

use super::body::Body;
use super::file::Package;
use super::parts::{Remarks, Saved, added_styles};
use super::walk::walk;
use super::{BadDocument, Returned};
use crate::domain::clean::clean_line;

const DOCUMENT: &str = "word/document.xml";
const REMARKS: &str = "word/comments.xml";
pub(super) const STYLES: &str = "word/styles.xml";
const CORE: &str = "docProps/core.xml";

/// Reads a returned file.
///
/// # Errors
/// When it is no Word document, or not one that people write.
pub fn read(bytes: &[u8]) -> Result<Returned, BadDocument> {
    let mut package = Package::open(bytes)?;
    let document = package.needed(DOCUMENT)?;
    let added = match package.part(STYLES)? {
        Some(text) => added_styles(&text)?,
        None => BTreeSet::new(),
    };
    let mut body = Body::new(added);
    walk(DOCUMENT, &document, &mut body)?;
    let mut remarks = Remarks::default();
    if let Some(text) = package.part(REMARKS)? {
        walk(REMARKS, &text, &mut remarks)?;
    }
    let mut saved = Saved::default();
    if let Some(text) = package.part(CORE)? {
        walk(CORE, &text, &mut saved)?;
    }
    let Body {
        paragraphs, places, ..
    } = body;
    for said in &mut remarks.said {
        let place = places.iter().find(|place| place.number == said.number);
        said.at = place.map(|place| place.at);
        said.quoted = place
            .map(|place| clean_line(&place.quoted))
            .unwrap_or_default();
    }
    Ok(Returned {
        paragraphs,
        said: remarks.said,
        saved_by: clean_line(saved.by.trim()),
    })
}
