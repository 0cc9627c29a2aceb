//! The smaller parts of a document: its comments, who saved it, and which styles are the program's.

use std::collections::BTreeSet;

use super::read::STYLES;
use super::walk::{Tag, Taker, walk};
use super::{BadDocument, Said};
use crate::documents::locale;
use crate::domain::clean::clean_text;
use crate::domain::secretariat::Language;
use crate::locale::Key;

/// So many comments.
pub(super) const COMMENTS: usize = 10_000;

/// The comments as they are read.
#[derive(Default)]
pub(super) struct Remarks {
    pub said: Vec<Said>,
    in_text: bool,
}

impl Taker for Remarks {
    fn begin(&mut self, tag: &Tag, empty: bool) -> Result<(), &'static str> {
        match tag.name {
            "w:comment" if self.said.len() >= COMMENTS => return Err("comments"),
            "w:comment" => self.said.push(Said {
                number: tag.get("w:id"),
                hand: tag.hand(),
                ..Said::default()
            }),
            "w:p" => self.text_of("\n"),
            "w:tab" | "w:br" | "w:cr" => self.text_of(" "),
            "w:t" => self.in_text = !empty,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "w:t" => self.in_text = false,
            "w:comment" => {
                if let Some(said) = self.said.last_mut() {
                    said.text = clean_text(&said.text).trim().to_owned();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.text_of(text);
        }
    }

    fn most(&self) -> usize {
        COMMENTS
    }
}

/// Bytes of a comment that are kept.
const LONGEST: usize = 16_000;

impl Remarks {
    fn text_of(&mut self, text: &str) {
        if let Some(said) = self.said.last_mut()
            && said.text.len() + text.len() <= LONGEST
        {
            said.text.push_str(text);
        }
    }
}

/// Who saved it last.
#[derive(Default)]
pub(super) struct Saved {
    pub by: String,
    here: bool,
}

impl Taker for Saved {
    fn begin(&mut self, tag: &Tag, _: bool) -> Result<(), &'static str> {
        self.here = tag.name == "cp:lastModifiedBy";
        Ok(())
    }

    fn end(&mut self, _: &str) {
        self.here = false;
    }

    fn text(&mut self, text: &str) {
        if self.here && self.by.len() < 400 {
            self.by.push_str(text);
        }
    }

    fn most(&self) -> usize {
        0
    }
}

/// The styles of the program's words: by their ids, or by their names where another program has
/// given them ids of its own.
#[derive(Default)]
struct Styles {
    id: String,
    names: BTreeSet<String>,
    found: BTreeSet<String>,
}

impl Taker for Styles {
    fn begin(&mut self, tag: &Tag, _: bool) -> Result<(), &'static str> {
        match tag.name {
            "w:style" => {
                self.id = tag.get("w:styleId");
                if ["Label", "Added", "Note"].contains(&self.id.as_str()) {
                    self.found.insert(self.id.clone());
                }
            }
            "w:name" if self.names.contains(&tag.get("w:val")) => {
                self.found.insert(self.id.clone());
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}

    fn most(&self) -> usize {
        0
    }
}

pub(super) fn added_styles(text: &str) -> Result<BTreeSet<String>, BadDocument> {
    let keys = [Key::StyleLabel, Key::StyleAdded, Key::StyleNote];
    let mut styles = Styles::default();
    for language in Language::ALL {
        let texts = locale(*language);
        styles
            .names
            .extend(keys.map(|key| texts.text(key).into_owned()));
    }
    walk(STYLES, text, &mut styles)?;
    Ok(styles.found)
}
