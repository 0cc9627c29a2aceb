//! The text of a document as paragraphs, with who put in and took away what.

use std::collections::BTreeSet;

use super::parts::COMMENTS;
use super::walk::{Tag, Taker};
use super::{Hand, Paragraph, Piece};

/// So many paragraphs a document has.
const PARAGRAPHS: usize = 100_000;
/// Where a comment is.
#[derive(Default)]
pub(super) struct Place {
    pub number: String,
    pub at: usize,
    pub quoted: String,
    open: bool,
}

/// The text as it is read.
#[derive(Default)]
pub(super) struct Body {
    pub paragraphs: Vec<Paragraph>,
    pub places: Vec<Place>,
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
    /// An empty text; these are styles of the program's words.
    pub fn new(added: BTreeSet<String>) -> Self {
        Self {
            added,
            ..Self::default()
        }
    }

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
