//! Words that come from a list and not from the keys: put at the caret, or as a paragraph of
//! their own.

use crate::app::App;
use crate::app::editor::caret::{Paragraphs, Place};
use crate::app::editor::edit::Intent;
use crate::app::editor::motion::Caret;
use crate::domain::draft::{add_to_meeting, jitter};
use crate::domain::id::Id;
use crate::domain::minutes::{Entry, EntryKind};
use crate::domain::op::DocOp;
use crate::domain::pos::Pos;
use crate::domain::text::{Splice, TextField, TextOp};

impl App {
    /// Puts words at the caret, a blank between them and the letters beside them.
    pub(crate) fn insert_words(&mut self, words: &str) {
        self.sit_down();
        let Some(manuscript) = self.manuscript() else {
            return;
        };
        let place = self.caret_in(&manuscript).place();
        let text = manuscript.text(place.entry).unwrap_or_default();
        let (before, after) = text.split_at_checked(place.at).unwrap_or((text, ""));
        let joins = |sign: &char| !sign.is_whitespace() && *sign != '(';
        let before = before.chars().next_back().filter(joins).map_or("", |_| " ");
        let after = after.chars().next();
        let after = after
            .filter(|sign| sign.is_alphanumeric())
            .map_or("", |_| " ");
        let words = format!("{before}{words}{after}");
        self.change(Intent::Insert(&words), "reference-insert");
    }

    /// Writes a standard text: in the caret's paragraph when that is empty, else in a new one
    /// after it. What belongs to it is one step with it.
    pub(crate) fn write_standard(&mut self, text: &str, kind: EntryKind, along: Vec<DocOp>) {
        if !self.may_write() {
            return;
        }
        self.note_typing();
        self.sit_down();
        let Some(item) = self.desk().and_then(|desk| desk.item) else {
            return;
        };
        let text = self.filled_in(text);
        let here = self.desk().and_then(|desk| desk.entry);
        let id = match here.and_then(|id| self.entry(id)).cloned() {
            Some(entry) if entry.text.is_empty() && !entry.tells() => {
                self.stage_kind(&entry, kind);
                entry.id
            }
            Some(entry) => self.start_after(&entry, kind),
            None => self.start_entry(item, kind),
        };
        self.splice(TextOp::TextSpliced(Splice {
            field: TextField::Entry(id),
            at: 0,
            deleted: String::new(),
            inserted: text.clone(),
        }));
        self.stage_all(along);
        if let Some(pencil) = self.pencil_mut() {
            pencil.lift();
        }
        self.finish("standard-write");
        self.put_caret(Caret::new(Place::new(id, text.len())));
        self.mark_gap(id, 0..text.len());
    }

    /// Stages a new, empty paragraph after an entry.
    pub(super) fn start_after(&mut self, entry: &Entry, kind: EntryKind) -> Id {
        let id = self.session.new_id();
        let after = self
            .manuscript()
            .and_then(|manuscript| manuscript.following(entry.id).map(|next| next.pos.clone()));
        let fresh = Entry {
            pos: Pos::between(Some(&entry.pos), after.as_ref(), jitter(id)),
            ..self.new_entry(id, entry.item, kind)
        };
        if let Some(meeting) = self.desk().map(|desk| desk.meeting) {
            self.docs.stage(add_to_meeting(meeting, fresh));
        }
        id
    }
}
