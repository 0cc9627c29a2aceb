//! An item's minutes as a page of Markdown that is edited as a whole, and the edited page as
//! changes of the minutes: what was left as it was is the same entry, with its author and time.
//!
//! It owns the page's grammar and what an edited page means. It must not know files or editors.

mod changes;
mod grammar;
mod pairs;

use chrono::NaiveDate;

use crate::domain::clean::clean_text;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Entry, EntryKind};
use crate::domain::op::DocOp;
use crate::domain::register::Register;
use crate::locale::Locale;

use grammar::{Mark, Numbers};

#[cfg(test)]
mod tests;

/// Bytes of the longest page that is read.
pub const LONGEST: usize = 4 << 20;

/// An item's minutes as they stand on the page.
pub struct Page<'a> {
    meeting: &'a Meeting,
    register: &'a Register,
    locale: Locale,
    item: Id,
    rows: Vec<Row<'a>>,
}

/// An entry on the page.
struct Row<'a> {
    entry: &'a Entry,
    /// Its text as shown.
    text: String,
    /// What stands before the text: "Anna Lund: ".
    lead: String,
    /// What stands after it: ", senest 1. december 2026".
    end: String,
    mark: Mark,
}

/// Whose the new paragraphs are, and when they are written.
#[derive(Clone, Debug)]
pub struct Writer {
    /// The user's name.
    pub by: String,
    /// Milliseconds since 1970 UTC.
    pub at: i64,
    /// The day, for deadlines.
    pub today: NaiveDate,
}

/// What an edited page comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edited {
    /// The changes, as one step.
    pub ops: Vec<DocOp>,
    /// Paragraphs that were changed.
    pub changed: usize,
    /// New paragraphs.
    pub added: usize,
    /// Paragraphs that are gone.
    pub removed: usize,
    /// Paragraphs that only stand elsewhere now.
    pub moved: usize,
}

/// Why a page cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPage {
    /// Bytes that are no text in UTF-8.
    #[error("line {0} is no text in UTF-8")]
    NotText(usize),
    /// A control character.
    #[error("line {0} holds a control character")]
    Control(usize),
    /// More than is read.
    #[error("the page is too long")]
    TooLong,
}

/// The text of an edited file, cleaned.
///
/// # Errors
/// When it is no text, holds control characters or is too long.
pub fn read_bytes(bytes: &[u8]) -> Result<String, BadPage> {
    if bytes.len() > LONGEST {
        return Err(BadPage::TooLong);
    }
    let line = |at: usize| 1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
    let bytes_read = std::str::from_utf8(bytes);
    let text = bytes_read.map_err(|fault| BadPage::NotText(line(fault.valid_up_to())))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let control = |c: &(usize, char)| c.1.is_control() && !matches!(c.1, '\n' | '\r' | '\t');
    if let Some((at, _)) = text.char_indices().find(control) {
        return Err(BadPage::Control(line(at)));
    }
    Ok(clean_text(text))
}

impl<'a> Page<'a> {
    /// An item's minutes. Empty paragraphs stay out of the page, and stay where they are.
    pub fn of(meeting: &'a Meeting, register: &'a Register, locale: Locale, item: Id) -> Self {
        let mut page = Self {
            meeting,
            register,
            locale,
            item,
            rows: Vec::new(),
        };
        let entries = meeting.entries_of(item).into_iter();
        let rows = entries.filter_map(|entry| page.row(entry)).collect();
        page.rows = rows;
        page
    }

    fn row(&self, entry: &'a Entry) -> Option<Row<'a>> {
        let text = self.locale.entry(entry, self.meeting, self.register);
        let owned = matches!(entry.kind, EntryKind::Action | EntryKind::Dissent);
        let owner = match owned {
            true => self.locale.owners(entry, self.register),
            false => String::new(),
        };
        let lead = match owner.trim() {
            "" => String::new(),
            owner => format!("{owner}: "),
        };
        let due = entry.due.as_ref();
        let due = due.filter(|_| entry.kind == EntryKind::Action);
        let end = due.map_or_else(String::new, |due| grammar::due(due, self.locale));
        let mark = Mark {
            kind: entry.kind,
            style: entry.style,
            indent: entry.indent.min(grammar::DEEPEST),
            body: format!("{lead}{}{end}", text.trim()).trim().to_owned(),
        };
        let shown = mark.kind != EntryKind::Note || !mark.body.is_empty();
        // As it is read again: cleaning may join letters where the parts meet.
        let line = clean_text(&grammar::line(&mark, 1, self.locale));
        let mark = grammar::read(&line).into_iter().next()?;
        shown.then(|| Row {
            entry,
            text: text.into_owned(),
            lead,
            end,
            mark,
        })
    }

    /// The page as Markdown, under a head that says what it is.
    pub fn markdown(&self, head: &str) -> String {
        let mut page = grammar::comment(head);
        let mut numbers = Numbers::default();
        let mut before: Option<&Mark> = None;
        for row in &self.rows {
            let listed = before.is_some_and(|mark| mark.style.is_list());
            if !(listed && row.mark.style.is_list()) {
                page.push('\n');
            }
            let number = numbers.next(&row.mark);
            page.push_str(&grammar::line(&row.mark, number, self.locale));
            page.push('\n');
            before = Some(&row.mark);
        }
        page
    }

    /// What the edited page changes. The text is clean already.
    pub fn changes(
        &self,
        head: &str,
        text: &str,
        writer: &Writer,
        ids: &mut dyn FnMut() -> Id,
    ) -> Edited {
        let comment = clean_text(&grammar::comment(head));
        let text = text.trim_start_matches('\n');
        let new = grammar::read(text.strip_prefix(comment.as_str()).unwrap_or(text));
        changes::of(self, &new, writer, ids)
    }
}
