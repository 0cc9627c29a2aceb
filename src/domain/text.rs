//! Text ops: splices, splits and joins of flowing text. Offsets count UTF-8 bytes on
//! character boundaries; graphemes belong to the editor.

use serde::{Deserialize, Serialize};

use super::id::Id;
use super::meeting::Meeting;
use super::minutes::Entry;

/// A text that is edited letter by letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextField {
    /// An entry of the minutes.
    Entry(Id),
    /// An item's background (sagsfremstilling).
    Background(Id),
    /// An item's recommendation (indstilling).
    Recommendation(Id),
}

/// Part of a text replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Splice {
    /// Which text.
    pub field: TextField,
    /// Byte offset where it begins.
    pub at: usize,
    /// What was there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub deleted: String,
    /// What is there instead.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub inserted: String,
}

/// An entry cut in two: what follows `at` becomes the text of `new`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// The entry cut.
    pub entry: Id,
    /// Byte offset of the cut.
    pub at: usize,
    /// The new entry; its text is ignored. A removed entry of the same id comes back instead.
    pub new: Entry,
    /// What moves to the new entry.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tail: String,
}

/// Two entries made one: the second's text goes to the end of the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The entry that stays.
    pub first: Id,
    /// The entry that is emptied and removed.
    pub second: Id,
    /// Byte length of the first's text before.
    pub at: usize,
    /// The second's text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// A change of flowing text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant)]
pub enum TextOp {
    /// See [`Splice`].
    TextSpliced(Splice),
    /// See [`Split`].
    EntrySplit(Split),
    /// See [`Join`].
    EntriesJoined(Join),
}

impl TextOp {
    /// The op that takes this one back.
    pub fn inverse(&self) -> Self {
        match self {
            Self::TextSpliced(splice) => Self::TextSpliced(Splice {
                field: splice.field,
                at: splice.at,
                deleted: splice.inserted.clone(),
                inserted: splice.deleted.clone(),
            }),
            Self::EntrySplit(split) => Self::EntriesJoined(Join {
                first: split.entry,
                second: split.new.id,
                at: split.at,
                text: split.tail.clone(),
            }),
            Self::EntriesJoined(join) => Self::EntrySplit(Split {
                entry: join.first,
                at: join.at,
                new: Entry {
                    id: join.second,
                    ..Entry::default()
                },
                tail: join.text.clone(),
            }),
        }
    }
}

/// The smallest splice that turns one text into another; `None` when they are equal.
pub fn difference(field: TextField, from: &str, to: &str) -> Option<Splice> {
    if from == to {
        return None;
    }
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let at: usize = from
        .chars()
        .zip(to.chars())
        .take_while(same)
        .map(|(char, _)| char.len_utf8())
        .sum();
    let (from_rest, to_rest) = (from.get(at..)?, to.get(at..)?);
    let tail: usize = from_rest
        .chars()
        .rev()
        .zip(to_rest.chars().rev())
        .take_while(same)
        .map(|(char, _)| char.len_utf8())
        .sum();
    Some(Splice {
        field,
        at,
        deleted: from_rest.get(..from_rest.len() - tail)?.to_owned(),
        inserted: to_rest.get(..to_rest.len() - tail)?.to_owned(),
    })
}

/// The nearest character boundary at or before `at`.
pub fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Applies a splice. One that does not fit deletes nothing, but its insertion stands at the
/// nearest boundary: text that somebody typed is never dropped.
pub fn splice(text: &mut String, change: &Splice) -> bool {
    let end = change.at + change.deleted.len();
    if text.get(change.at..end) == Some(change.deleted.as_str()) {
        text.replace_range(change.at..end, &change.inserted);
        return true;
    }
    let at = boundary(text, change.at);
    text.insert_str(at, &change.inserted);
    false
}

impl Meeting {
    fn text_mut(&mut self, field: TextField) -> Option<&mut String> {
        match field {
            TextField::Entry(id) => self.entries.get_mut(&id).map(|entry| &mut entry.text),
            TextField::Background(id) => self.items.get_mut(&id).map(|item| &mut item.background),
            TextField::Recommendation(id) => {
                self.items.get_mut(&id).map(|item| &mut item.recommendation)
            }
        }
    }

    /// The text of a field.
    pub fn text(&self, field: TextField) -> Option<&str> {
        match field {
            TextField::Entry(id) => self.entries.get(&id).map(|entry| entry.text.as_str()),
            TextField::Background(id) => self.items.get(&id).map(|item| item.background.as_str()),
            TextField::Recommendation(id) => {
                self.items.get(&id).map(|item| item.recommendation.as_str())
            }
        }
    }

    /// Applies a text op; `false` when it did not fit (nothing is lost by it).
    pub fn apply_text(&mut self, op: &TextOp) -> bool {
        match op {
            TextOp::TextSpliced(change) => self
                .text_mut(change.field)
                .is_some_and(|text| splice(text, change)),
            TextOp::EntrySplit(change) => self.split(change),
            TextOp::EntriesJoined(change) => self.join(change),
        }
    }

    fn split(&mut self, change: &Split) -> bool {
        let there = self.entries.get(&change.new.id);
        if there.is_some_and(|entry| !entry.removed) || change.new.id == change.entry {
            return false;
        }
        let Some(entry) = self.entries.get_mut(&change.entry) else {
            return false;
        };
        let at = boundary(&entry.text, change.at);
        let tail = entry.text.split_off(at);
        let fresh = Entry {
            item: if change.new.item == Id::default() {
                entry.item
            } else {
                change.new.item
            },
            ..change.new.clone()
        };
        let new = self.entries.entry(change.new.id).or_insert(fresh);
        new.removed = false;
        new.text = tail;
        true
    }

    fn join(&mut self, change: &Join) -> bool {
        let live = |id: &Id| self.entries.get(id).is_some_and(|entry| !entry.removed);
        if change.first == change.second || !live(&change.first) || !live(&change.second) {
            return false;
        }
        let Some(second) = self.entries.get_mut(&change.second) else {
            return false;
        };
        second.removed = true;
        let text = std::mem::take(&mut second.text);
        let Some(first) = self.entries.get_mut(&change.first) else {
            return false;
        };
        first.text.push_str(&text);
        true
    }
}
