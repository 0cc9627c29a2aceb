//! The XML of a part, element by element, read so that no file can make it long or deep.

use chrono::NaiveDateTime;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{BadDocument, Hand};
use crate::domain::clean::clean_line;
use crate::domain::zone::instant;

/// So deep are elements within each other.
const DEEP: usize = 256;
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

/// What takes the elements of a part.
pub(super) trait Taker {
    fn begin(&mut self, tag: &Tag, empty: bool) -> Result<(), &'static str>;
    fn end(&mut self, name: &str);
    fn text(&mut self, text: &str);
    /// How many of what it takes.
    fn most(&self) -> usize;
}

/// An element's beginning.
pub(super) struct Tag<'a> {
    pub name: &'a str,
    tag: &'a BytesStart<'a>,
}

impl Tag<'_> {
    /// An attribute, unescaped; empty when it is not there or cannot be read.
    pub fn get(&self, name: &str) -> String {
        let found = self.tag.try_get_attribute(name).ok().flatten();
        let value = found.and_then(|it| {
            it.normalized_value(XmlVersion::Explicit1_0)
                .ok()
                .map(|it| it.into_owned())
        });
        value.unwrap_or_default()
    }

    pub fn hand(&self) -> Hand {
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
pub(super) fn walk(
    part: &'static str,
    text: &str,
    taker: &mut impl Taker,
) -> Result<(), BadDocument> {
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
