//! A document's XML as paragraphs, with who put in and took away what.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::file::Package;
use super::{BadDocument, Hand, Paragraph, Piece, Returned, Said};
use crate::documents::locale;
use crate::domain::clean::{clean_line, clean_text};
use crate::domain::secretariat::Language;
use crate::domain::zone::instant;
use crate::locale::Key;

/// So deep are elements within each other.
const DEEP: usize = 256;
/// So many paragraphs a document has.
const PARAGRAPHS: usize = 100_000;
/// So many comments.
const COMMENTS: usize = 10_000;

const DOCUMENT: &str = "word/document.xml";
const REMARKS: &str = "word/comments.xml";
const STYLES: &str = "word/styles.xml";
const CORE: &str = "docProps/core.xml";

/// Elements of which nothing is read: pictures, boxes, and how things were set before.
const LEFT_OUT: &[&str] = &[
    "w:drawing",
    "w:pict",
    "w:object",
    "w:txbxContent",
    "mc:Fallback",
    "w:sectPr",
    "w:rPrChange",
    "w:pPrChange",
    "w:tblPrChange",
    "w:trPrChange",
    "w:tcPrChange",
    "w:sectPrChange",
    "w:tblGridChange",
    "w:numberingChange",
    "w:instrText",
    "w:delInstrText",
    "w:trPr",
];

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
    let mut body = Body {
        added,
        ..Body::default()
    };
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

/// What takes the elements of a part.
trait Taker {
    fn begin(&mut self, tag: &Tag, empty: bool) -> Result<(), &'static str>;
    fn end(&mut self, name: &str);
    fn text(&mut self, text: &str);
    /// How many of what it takes.
    fn most(&self) -> usize;
}

/// An element's beginning.
struct Tag<'a> {
    name: &'a str,
    tag: &'a BytesStart<'a>,
}

impl Tag<'_> {
    /// An attribute, unescaped; empty when it is not there or cannot be read.
    fn get(&self, name: &str) -> String {
        let found = self.tag.try_get_attribute(name).ok().flatten();
        let value = found.and_then(|it| {
            it.normalized_value(XmlVersion::Explicit1_0)
                .ok()
                .map(|it| it.into_owned())
        });
        value.unwrap_or_default()
    }

    fn hand(&self) -> Hand {
        let at = self.get("w:date");
        let at = at.trim_end_matches('Z');
        // Word writes local time, and calls it UTC.
        let at = NaiveDateTime::parse_from_str(at, "%Y-%m-%dT%H:%M:%S%.f");
        Hand {
            by: clean_line(self.get("w:author").trim()),
            at: at.ok().map(instant),
        }
    }
}

/// Gives a part's elements to a taker.
fn walk(part: &'static str, text: &str, taker: &mut impl Taker) -> Result<(), BadDocument> {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut skipped) = (0usize, 0usize);
    loop {
        let place = reader.buffer_position();
        let wrong = |why: String| BadDocument::Xml { part, place, why };
        let most = taker.most();
        let many = |what| BadDocument::TooMany {
            part,
            place,
            most,
            what,
        };
        match reader.read_event().map_err(|why| wrong(why.to_string()))? {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEP {
                    return Err(BadDocument::TooMany {
                        part,
                        place,
                        most: DEEP,
                        what: "elements within each other",
                    });
                }
                let name = tag.name();
                let name = name.as_ref();
                if skipped > 0 || LEFT_OUT.contains(&name) {
                    skipped += 1;
                } else {
                    taker.begin(&Tag { name, tag: &tag }, false).map_err(many)?;
                }
            }
            Event::Empty(tag) if skipped == 0 => {
                let name = tag.name();
                let name = name.as_ref();
                taker.begin(&Tag { name, tag: &tag }, true).map_err(many)?;
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                match skipped {
                    0 => taker.end(tag.name().as_ref()),
                    _ => skipped -= 1,
                }
            }
            Event::Text(words) if skipped == 0 => taker.text(&words.xml10_content()),
            Event::CData(words) if skipped == 0 => taker.text(&words.xml10_content()),
            Event::GeneralRef(sign) => {
                let said = sign.xml10_content();
                let sign = match said.as_ref() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => sign.resolve_char_ref().ok().flatten(),
                };
                let Some(sign) = sign else {
                    return Err(BadDocument::Entities { part, place });
                };
                if skipped == 0 {
                    taker.text(sign.encode_utf8(&mut [0; 4]));
                }
            }
            Event::DocType(_) => return Err(BadDocument::Entities { part, place }),
            Event::Eof if depth > 0 => return Err(wrong("it ends in the middle".to_owned())),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Where a comment is.
#[derive(Default)]
struct Place {
    number: String,
    at: usize,
    quoted: String,
    open: bool,
}

/// The text as it is read.
#[derive(Default)]
struct Body {
    paragraphs: Vec<Paragraph>,
    places: Vec<Place>,
    /// Styles of the program's words.
    added: BTreeSet<String>,
    /// Paragraphs within each other, by number.
    open: Vec<usize>,
    /// Who put in, took away or moved what is read now.
    hands: Vec<(Change, Hand)>,
    /// Bookmarks between paragraphs.
    waiting: Vec<String>,
    style: String,
    in_properties: bool,
    in_text: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Change {
    In,
    Out,
    MovedIn,
    MovedOut,
}

impl Change {
    fn named(name: &str) -> Option<Self> {
        match name {
            "w:ins" => Some(Self::In),
            "w:del" => Some(Self::Out),
            "w:moveTo" => Some(Self::MovedIn),
            "w:moveFrom" => Some(Self::MovedOut),
            _ => None,
        }
    }

    fn is_in(self) -> bool {
        matches!(self, Self::In | Self::MovedIn)
    }
}

impl Body {
    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        let at = *self.open.last()?;
        self.paragraphs.get_mut(at)
    }

    fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let last = |wanted: fn(Change) -> bool| {
            let hands = self.hands.iter().rev();
            let mut hands = hands.filter(|(change, _)| wanted(*change));
            hands.next().map(|(_, hand)| hand.clone())
        };
        let moved = |change: &Change| matches!(change, Change::MovedIn | Change::MovedOut);
        let piece = Piece {
            text: text.to_owned(),
            inserted: last(Change::is_in),
            deleted: last(|change| !change.is_in()),
            moved: self.hands.iter().any(|(change, _)| moved(change)),
            added: self.added.contains(&self.style),
        };
        for place in self.places.iter_mut().filter(|place| place.open) {
            if place.quoted.len() < 400 && piece.inserted.is_none() && !piece.added {
                place.quoted.push_str(text);
            }
        }
        let Some(paragraph) = self.paragraph() else {
            return;
        };
        match paragraph.pieces.last_mut() {
            Some(last)
                if Piece {
                    text: String::new(),
                    ..last.clone()
                } == Piece {
                    text: String::new(),
                    ..piece.clone()
                } =>
            {
                last.text.push_str(text);
            }
            _ => paragraph.pieces.push(piece),
        }
    }

    fn start_paragraph(&mut self) -> Result<(), &'static str> {
        if self.paragraphs.len() >= PARAGRAPHS {
            return Err("paragraphs");
        }
        let marks = std::mem::take(&mut self.waiting);
        self.open.push(self.paragraphs.len());
        self.paragraphs.push(Paragraph {
            marks,
            ..Paragraph::default()
        });
        Ok(())
    }

    /// The paragraph here, or the next one.
    fn here(&self) -> usize {
        self.open.last().copied().unwrap_or(self.paragraphs.len())
    }

    fn place(&mut self, number: String, open: bool) -> Result<(), &'static str> {
        if self.places.len() >= COMMENTS {
            return Err("comments");
        }
        let known = self.places.iter().any(|place| place.number == number);
        if !known {
            let at = self.here();
            self.places.push(Place {
                number,
                at,
                quoted: String::new(),
                open,
            });
        }
        Ok(())
    }

    fn bookmark(&mut self, name: String) {
        match self.paragraph() {
            Some(paragraph) => paragraph.marks.push(name),
            None => self.waiting.push(name),
        }
    }
}

impl Taker for Body {
    fn begin(&mut self, tag: &Tag, empty: bool) -> Result<(), &'static str> {
        match (tag.name, Change::named(tag.name)) {
            ("w:p", _) => {
                self.start_paragraph()?;
                if empty {
                    self.open.pop();
                }
            }
            ("w:pPr", _) if !empty => self.in_properties = true,
            (_, Some(change)) if self.in_properties => {
                let hand = Some(tag.hand());
                if let Some(paragraph) = self.paragraph() {
                    match change.is_in() {
                        true => paragraph.inserted = hand,
                        false => paragraph.deleted = hand,
                    }
                }
            }
            (_, Some(change)) if !empty => self.hands.push((change, tag.hand())),
            ("w:r", _) => self.style.clear(),
            ("w:rStyle", _) if !self.in_properties => self.style = tag.get("w:val"),
            ("w:t" | "w:delText", _) if !empty => self.in_text = true,
            ("w:tab" | "w:br" | "w:cr", _) if !self.in_properties => self.put(" "),
            ("w:noBreakHyphen", _) => self.put("-"),
            ("w:bookmarkStart", _) => self.bookmark(tag.get("w:name")),
            ("w:commentRangeStart", _) => self.place(tag.get("w:id"), true)?,
            ("w:commentRangeEnd", _) => {
                let number = tag.get("w:id");
                for place in &mut self.places {
                    place.open &= place.number != number;
                }
            }
            ("w:commentReference", _) => self.place(tag.get("w:id"), false)?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "w:p" => {
                self.open.pop();
            }
            "w:pPr" => self.in_properties = false,
            "w:t" | "w:delText" => self.in_text = false,
            name if Change::named(name).is_some() && !self.in_properties => {
                self.hands.pop();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.put(text);
        }
    }

    fn most(&self) -> usize {
        match self.paragraphs.len() >= PARAGRAPHS {
            true => PARAGRAPHS,
            false => COMMENTS,
        }
    }
}

/// The comments as they are read.
#[derive(Default)]
struct Remarks {
    said: Vec<Said>,
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
struct Saved {
    by: String,
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

fn added_styles(text: &str) -> Result<BTreeSet<String>, BadDocument> {
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
