//! Edits as values: what an intent of the user does to the text, before anybody does it.
//!
//! Bytes are deleted and inserted on grapheme boundaries. The caller cleans what comes from outside before it
//! arrives here, turns edits into ops in the given order, and gives new paragraphs their place and kind.

use crate::domain::id::Id;

use super::caret::{Paragraphs, Place, Selection};
use super::grapheme;
use super::motion::{Motion, target};

/// One change to the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Text of one paragraph gives way to other text.
    Splice {
        /// The paragraph.
        entry: Id,
        /// Where, in bytes.
        at: usize,
        /// What stood there.
        deleted: String,
        /// What stands there now; without line breaks.
        inserted: String,
    },
    /// A paragraph is split; what follows `at` becomes the new paragraph right after it.
    Split {
        /// The paragraph.
        entry: Id,
        /// Where, in bytes.
        at: usize,
        /// The new paragraph.
        new: Id,
    },
    /// A paragraph is added to the end of the one before it.
    Join {
        /// The paragraph that stays.
        first: Id,
        /// Its length before, in bytes.
        at: usize,
        /// The paragraph that goes.
        second: Id,
    },
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Splice {
                entry,
                at,
                deleted,
                inserted,
            } => Self::Splice {
                entry: *entry,
                at: *at,
                deleted: inserted.clone(),
                inserted: deleted.clone(),
            },
            Self::Split { entry, at, new } => Self::Join {
                first: *entry,
                at: *at,
                second: *new,
            },
            Self::Join { first, at, second } => Self::Split {
                entry: *first,
                at: *at,
                new: *second,
            },
        }
    }
}

/// What the user wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent<'a> {
    /// Insert text in place of what is marked; line breaks make paragraphs.
    Insert(&'a str),
    /// A new paragraph here, in place of what is marked.
    Enter,
    /// Delete what is marked, or else from the caret to where this move leads: `Left` is Backspace,
    /// `Right` Delete, `WordLeft` Ctrl+Backspace, `ParagraphEnd` Emacs' Ctrl+K.
    Delete(Motion),
    /// Delete what is marked, and nothing else.
    DeleteMarked,
}

/// What an intent does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The edits, each on the text the ones before it leave.
    pub edits: Vec<Edit>,
    /// Where the caret is afterwards.
    pub caret: Place,
}

/// Plans an intent. `fresh` gives the ids of new paragraphs. Nothing is planned in a document without paragraphs.
pub fn plan(
    doc: &dyn Paragraphs,
    selection: Selection,
    intent: Intent<'_>,
    fresh: &mut dyn FnMut() -> Id,
) -> Plan {
    let selection = selection.clamp(doc);
    let mut plan = Plan {
        edits: Vec::new(),
        caret: selection.head,
    };
    if doc.text(selection.head.entry).is_none() {
        return plan;
    }
    let (start, end) = match intent {
        Intent::Delete(motion) if selection.is_empty() => {
            let head = target(doc, selection.head, motion);
            Selection { head, ..selection }.ends(doc)
        }
        _ => selection.ends(doc),
    };
    let tail = doc.text(end.entry).and_then(|t| t.get(end.at..));
    let tail = tail.unwrap_or("");
    let head = doc.text(start.entry).and_then(|t| t.get(..start.at));
    let head = head.unwrap_or("");
    let inserted = match intent {
        Intent::Insert(text) => text,
        Intent::Enter => "\n",
        Intent::Delete(_) | Intent::DeleteMarked => "",
    };
    let lines = split_lines(inserted);
    let (first, rest) = lines.split_first().map_or(("", &[][..]), |(f, r)| (*f, r));
    replace(doc, start, end, first, &mut plan.edits);
    plan.caret = Place::new(start.entry, start.at + first.len());
    match rest.last() {
        None => plan.caret.at = snap(&[head, first], tail),
        Some(last) => {
            spread(&mut plan, rest, tail.is_empty(), fresh);
            plan.caret.at = snap(&[last], tail);
        }
    }
    plan
}

/// The marked text, paragraphs separated by a line break: what copy and cut take.
pub fn marked_text(doc: &dyn Paragraphs, selection: Selection) -> String {
    let selection = selection.clamp(doc);
    let (start, end) = selection.ends(doc);
    let mut text = String::new();
    for (n, id) in between(doc, start, end).iter().enumerate() {
        if n > 0 {
            text.push('\n');
        }
        text.push_str(piece(doc, *id, start, end));
    }
    text
}

/// Texts between line breaks of any system, at least one.
pub fn split_lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_break(*c)) {
        lines.push(rest.get(..at).unwrap_or(""));
        rest = rest.get(at + c.len_utf8()..).unwrap_or("");
        if c == '\r' {
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
    }
    lines.push(rest);
    lines
}

fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Deletes from `start` to `end`, joining over paragraphs, and inserts text without line breaks.
fn replace(doc: &dyn Paragraphs, start: Place, end: Place, inserted: &str, edits: &mut Vec<Edit>) {
    let splice = |entry, at, deleted: &str, inserted: &str| Edit::Splice {
        entry,
        at,
        deleted: deleted.to_owned(),
        inserted: inserted.to_owned(),
    };
    let ids = between(doc, start, end);
    let deleted = piece(doc, start.entry, start, end);
    if !deleted.is_empty() || !inserted.is_empty() {
        edits.push(splice(start.entry, start.at, deleted, inserted));
    }
    for id in ids.iter().skip(1) {
        let deleted = piece(doc, *id, start, end);
        if !deleted.is_empty() {
            edits.push(splice(*id, 0, deleted, ""));
        }
        edits.push(Edit::Join {
            first: start.entry,
            at: start.at + inserted.len(),
            second: *id,
        });
    }
}

/// Puts further lines into paragraphs of their own. What followed the caret is moved once only, so that a
/// long paste into a long paragraph stays linear.
fn spread(plan: &mut Plan, rest: &[&str], at_end: bool, fresh: &mut dyn FnMut() -> Id) {
    let mut here = plan.caret;
    let tail = (!at_end).then(&mut *fresh);
    if let Some(new) = tail {
        plan.edits.push(Edit::Split {
            entry: here.entry,
            at: here.at,
            new,
        });
    }
    for (n, line) in rest.iter().enumerate() {
        let own = tail.filter(|_| n + 1 == rest.len());
        let new = own.unwrap_or_else(&mut *fresh);
        if own.is_none() {
            plan.edits.push(Edit::Split {
                entry: here.entry,
                at: here.at,
                new,
            });
        }
        if !line.is_empty() {
            plan.edits.push(Edit::Splice {
                entry: new,
                at: 0,
                deleted: String::new(),
                inserted: (*line).to_owned(),
            });
        }
        here = Place::new(new, line.len());
    }
    plan.caret = here;
}

/// The end of `before` in `before` + `after`, moved on when a grapheme grew across it.
fn snap(before: &[&str], after: &str) -> usize {
    let mut text = before.concat();
    let at = text.len();
    text.push_str(after);
    grapheme::ceil(&text, at)
}

fn between(doc: &dyn Paragraphs, start: Place, end: Place) -> &[Id] {
    let index = |place: Place| doc.ids().iter().position(|id| *id == place.entry);
    match (index(start), index(end)) {
        (Some(from), Some(to)) => doc.ids().get(from..=to).unwrap_or(&[]),
        _ => &[],
    }
}

/// What of one paragraph lies between two places.
fn piece(doc: &dyn Paragraphs, id: Id, start: Place, end: Place) -> &str {
    let text = doc.text(id).unwrap_or("");
    let from = if id == start.entry { start.at } else { 0 };
    let to = if id == end.entry { end.at } else { text.len() };
    text.get(from..to).unwrap_or("")
}
