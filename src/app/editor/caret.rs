//! Places, selections and how they follow edits, one's own and others'.
//!
//! A place names its paragraph by id, so edits elsewhere never move it wrongly. How it walks is in `motion`.

use std::borrow::Cow;

use crate::domain::id::Id;

use super::edit::Edit;
use super::grapheme;
use super::wrap::{Line, Shape, wrap};

/// The text as the editor sees it: paragraphs in order.
pub trait Paragraphs {
    /// The visible paragraphs in order.
    fn ids(&self) -> &[Id];
    /// The text of a paragraph, without line breaks.
    fn text(&self, id: Id) -> Option<&str>;
    /// The room a paragraph has on the screen.
    fn shape(&self, id: Id) -> Shape;
    /// The visual lines of a paragraph; override it where they are kept.
    fn lines(&self, id: Id) -> Cow<'_, [Line]> {
        Cow::Owned(wrap(self.text(id).unwrap_or(""), self.shape(id)))
    }
}

/// A place in the text: a byte offset on a grapheme boundary of one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The paragraph.
    pub entry: Id,
    /// Bytes from its start.
    pub at: usize,
}

/// On which side of text inserted exactly at a place that place stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before the new text: others' edits.
    Before,
    /// After the new text: one's own typing.
    After,
}

impl Place {
    /// A place.
    pub const fn new(entry: Id, at: usize) -> Self {
        Self { entry, at }
    }

    /// This place in the text as it is: on a boundary, not behind the end, in a paragraph that is there.
    /// In a paragraph that is gone it becomes the start of the document; see [`Place::settled`].
    pub fn clamp(self, doc: &dyn Paragraphs) -> Self {
        self.settled(&[], doc)
    }

    /// As [`Place::clamp`], but a lost paragraph is replaced by its nearest neighbour in the order
    /// `before` the change: the start of a later one, else the end of an earlier one.
    pub fn settled(self, before: &[Id], doc: &dyn Paragraphs) -> Self {
        let ids = doc.ids();
        if ids.contains(&self.entry) {
            let text = doc.text(self.entry).unwrap_or("");
            return Self::new(self.entry, grapheme::ceil(text, self.at));
        }
        if let Some(lost) = before.iter().position(|id| *id == self.entry) {
            let (earlier, later) = before.split_at(lost);
            if let Some(id) = later.iter().find(|id| ids.contains(id)) {
                return Self::new(*id, 0);
            }
            if let Some(id) = earlier.iter().rev().find(|id| ids.contains(id)) {
                return Self::new(*id, doc.text(*id).map_or(0, str::len));
            }
        }
        ids.first().map_or(self, |id| Self::new(*id, 0))
    }

    /// Where this place is after an edit. Take it through [`Place::clamp`] once the text has changed,
    /// for what others inserted may have joined the grapheme beside it.
    #[must_use]
    pub fn after(self, edit: &Edit, side: Side) -> Self {
        match edit {
            Edit::Splice {
                entry,
                at,
                deleted,
                inserted,
            } if *entry == self.entry => {
                let end = at + deleted.len();
                if self.at > end || (self.at == end && self.at > *at) {
                    Self::new(*entry, self.at - deleted.len() + inserted.len())
                } else if self.at < *at || (self.at == *at && side == Side::Before) {
                    self
                } else {
                    let kept = if side == Side::After {
                        inserted.len()
                    } else {
                        0
                    };
                    Self::new(*entry, at + kept)
                }
            }
            Edit::Split { entry, at, new } if *entry == self.entry => {
                if self.at > *at || (self.at == *at && side == Side::After) {
                    Self::new(*new, self.at - at)
                } else {
                    self
                }
            }
            Edit::Join { first, at, second } if *second == self.entry => {
                Self::new(*first, at + self.at)
            }
            _ => self,
        }
    }
}

/// What is marked: from the anchor to the head, where the caret is. Equal when nothing is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Selection {
    /// Where marking began.
    pub anchor: Place,
    /// Where the caret is.
    pub head: Place,
}

impl Selection {
    /// Nothing marked, the caret here.
    pub const fn at(place: Place) -> Self {
        Self {
            anchor: place,
            head: place,
        }
    }

    /// Whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.anchor == self.head
    }

    /// Both ends brought back into the text.
    pub fn clamp(self, doc: &dyn Paragraphs) -> Self {
        self.settled(&[], doc)
    }

    /// Both ends brought back into the text, as [`Place::settled`].
    pub fn settled(self, before: &[Id], doc: &dyn Paragraphs) -> Self {
        Self {
            anchor: self.anchor.settled(before, doc),
            head: self.head.settled(before, doc),
        }
    }

    /// The two ends in the order of the text.
    pub fn ends(&self, doc: &dyn Paragraphs) -> (Place, Place) {
        let rank = |place: Place| {
            let index = doc.ids().iter().position(|id| *id == place.entry);
            (index, place.at)
        };
        let same = self.anchor.entry == self.head.entry;
        let backwards = if same {
            self.head.at < self.anchor.at
        } else {
            rank(self.head) < rank(self.anchor)
        };
        if backwards {
            (self.head, self.anchor)
        } else {
            (self.anchor, self.head)
        }
    }

    /// The part of one paragraph that is marked, for drawing.
    pub fn within(&self, doc: &dyn Paragraphs, id: Id) -> Option<std::ops::Range<usize>> {
        if self.is_empty() {
            return None;
        }
        let (start, end) = self.ends(doc);
        let index = |wanted: Id| doc.ids().iter().position(|id| *id == wanted);
        let here = index(id)?;
        if here < index(start.entry)? || here > index(end.entry)? {
            return None;
        }
        let from = if id == start.entry { start.at } else { 0 };
        let len = doc.text(id).map_or(0, str::len);
        let to = if id == end.entry { end.at } else { len };
        Some(from..to)
    }

    /// What is marked after another's edit: text inserted at its edges stays outside it.
    #[must_use]
    pub fn after(self, edit: &Edit, doc: &dyn Paragraphs) -> Self {
        if self.is_empty() {
            return Self::at(self.head.after(edit, Side::Before));
        }
        let backwards = self.ends(doc).0 == self.head;
        let (anchor, head) = if backwards {
            (Side::Before, Side::After)
        } else {
            (Side::After, Side::Before)
        };
        Self {
            anchor: self.anchor.after(edit, anchor),
            head: self.head.after(edit, head),
        }
    }
}
