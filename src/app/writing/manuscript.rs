//! The minutes of one item as the editor walks them: its entries as paragraphs in order. Where
//! writing goes on with a new paragraph, an empty one that bears the item's id stands at the end:
//! no entry yet, and gone again when the caret leaves it.
//!
//! Owns which paragraphs there are, their text as shown and their room. Changes nothing.

use std::borrow::Cow;

use crate::app::docs::Docs;
use crate::app::editor::caret::Paragraphs;
use crate::app::editor::motion::Caret;
use crate::app::editor::wrap::Shape;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Entry, EntryKind, ParagraphStyle};
use crate::domain::register::Register;
use crate::locale::Locale;

/// Columns a step of indent takes.
const STEP: usize = 2;

/// A paragraph.
pub struct Paragraph<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Its text as shown.
    pub text: Cow<'a, str>,
    /// Its number in a numbered list; 0 in none.
    pub number: usize,
}

/// The minutes of one item.
pub struct Manuscript<'a> {
    item: Id,
    ids: Vec<Id>,
    rows: Vec<Paragraph<'a>>,
    width: usize,
}

impl<'a> Manuscript<'a> {
    /// An item's minutes in so many columns, with the caret there; without one, as they are
    /// opened to go on writing. `None` until the meeting is loaded.
    pub fn of(
        docs: &'a Docs,
        locale: Locale,
        (meeting, item): (Id, Id),
        width: usize,
        caret: Option<Caret>,
    ) -> Option<Self> {
        let meeting = docs.meeting(meeting)?;
        let register = docs.register();
        let mut numbers = Numbers::default();
        let rows: Vec<Paragraph<'a>> = meeting
            .entries_of(item)
            .into_iter()
            .map(|entry| Paragraph {
                entry,
                text: text_of(entry, meeting, register, locale),
                number: numbers.next(entry),
            })
            .collect();
        let mut ids: Vec<Id> = rows.iter().map(|row| row.entry.id).collect();
        let opened = match caret.map(|caret| caret.selection) {
            Some(marked) => marked.head.entry == item || marked.anchor.entry == item,
            None => !rows.last().is_some_and(|row| goes_on(row.entry, meeting)),
        };
        if ids.is_empty() || opened {
            ids.push(item);
        }
        Some(Self {
            item,
            ids,
            rows,
            width,
        })
    }

    /// The item.
    pub fn item(&self) -> Id {
        self.item
    }

    /// The empty paragraph at the end that is no entry yet, when there is one.
    pub fn fresh(&self) -> Option<Id> {
        (self.ids.len() > self.rows.len()).then_some(self.item)
    }

    /// The paragraphs that are entries, in order.
    pub fn rows(&self) -> &[Paragraph<'a>] {
        &self.rows
    }

    /// A paragraph that is an entry.
    pub fn row(&self, id: Id) -> Option<&Paragraph<'a>> {
        self.rows.iter().find(|row| row.entry.id == id)
    }

    /// The paragraph after this one.
    pub fn following(&self, id: Id) -> Option<&Entry> {
        let index = self.rows.iter().position(|row| row.entry.id == id)?;
        self.rows.get(index + 1).map(|row| row.entry)
    }
}

impl Paragraphs for Manuscript<'_> {
    fn ids(&self) -> &[Id] {
        &self.ids
    }

    fn text(&self, id: Id) -> Option<&str> {
        match self.row(id) {
            Some(row) => Some(&row.text),
            None => (self.fresh() == Some(id)).then_some(""),
        }
    }

    fn shape(&self, id: Id) -> Shape {
        let row = self.row(id);
        shape(row.map(|row| row.entry), self.width)
    }
}

/// Whether who opens the minutes goes on writing in this last entry: not in a decision, an action
/// or a sentence about attendance, nor in what was prepared before the meeting.
pub fn goes_on(entry: &Entry, meeting: &Meeting) -> bool {
    let before = meeting.head.started_at.is_none();
    entry.kind == EntryKind::Note && (before || !entry.prepared)
}

/// The room of an entry's text in so many columns.
pub fn shape(entry: Option<&Entry>, width: usize) -> Shape {
    let indent = entry.map_or(0, |entry| {
        usize::from(entry.indent) * STEP
            + match entry.style {
                ParagraphStyle::Plain | ParagraphStyle::Heading => 0,
                ParagraphStyle::Bullet => 2,
                ParagraphStyle::Numbered => 3,
            }
    });
    Shape {
        width,
        first: indent,
        hanging: indent,
    }
}

/// An entry's text as shown: a sentence that the program writes follows its event.
pub fn text_of<'a>(
    entry: &'a Entry,
    meeting: &Meeting,
    register: Option<&Register>,
    locale: Locale,
) -> Cow<'a, str> {
    match register {
        Some(register) => locale.entry(entry, meeting, register),
        None => Cow::Borrowed(&entry.text),
    }
}

/// Counts numbered list paragraphs, step of indent by step of indent.
#[derive(Default)]
struct Numbers {
    counts: Vec<usize>,
}

impl Numbers {
    fn next(&mut self, entry: &Entry) -> usize {
        if !entry.style.is_list() {
            self.counts.clear();
            return 0;
        }
        let depth = usize::from(entry.indent) + 1;
        self.counts.resize(depth, 0);
        let Some(count) = self.counts.last_mut() else {
            return 0;
        };
        if entry.style == ParagraphStyle::Bullet {
            *count = 0;
            return 0;
        }
        *count += 1;
        *count
    }
}
