//! Whole paragraphs and marking by moving, for hands that know Vim or Emacs.

use crate::app::App;
use crate::app::editor::caret::{Paragraphs, Place, Selection};
use crate::app::editor::motion::{Caret, Motion};
use crate::domain::id::Id;
use crate::domain::minutes_ops::remove_entry;

impl App {
    /// From here on moving marks.
    pub(crate) fn mark_from_here(&mut self) {
        self.settle();
        if let Some(pencil) = self.pencil_mut() {
            pencil.marking = true;
            pencil.caret = pencil.caret.map(|caret| Caret::new(caret.place()));
        }
    }

    /// Nothing is marked any more.
    pub(crate) fn unmark(&mut self) {
        if let Some(pencil) = self.pencil_mut() {
            pencil.marking = false;
            pencil.caret = pencil.caret.map(|caret| Caret::new(caret.place()));
        }
    }

    /// Whether moving marks.
    pub(crate) fn is_marking(&self) -> bool {
        self.desk().is_some_and(|desk| desk.pencil.marking)
    }

    /// Whether the caret stands behind its paragraph's last letter.
    pub(crate) fn at_paragraph_end(&self) -> bool {
        self.manuscript().is_none_or(|manuscript| {
            let place = self.caret_in(&manuscript).place();
            manuscript.text(place.entry).map_or(0, str::len) == place.at
        })
    }

    fn marks_one_paragraph(&self) -> bool {
        self.manuscript().is_some_and(|manuscript| {
            let Selection { anchor, head } = self.caret_in(&manuscript).selection;
            anchor.entry == head.entry
        })
    }

    /// Marks from the caret to where a move leads; `false`, and nothing done, when a move that is
    /// to stay `inside` would leave the paragraph.
    pub(crate) fn mark_to(&mut self, motion: Motion, inside: bool) -> bool {
        self.settle();
        let before = self.desk().and_then(|desk| desk.pencil.caret);
        self.move_caret(motion, true);
        let stays = !inside || self.marks_one_paragraph();
        if let (false, Some(before)) = (stays, before) {
            self.put_caret(before);
        }
        stays
    }

    /// Keeps what lies between the caret and where a move leads on the program's own clipboard.
    pub(crate) fn copy_to(&mut self, motion: Motion) {
        self.settle();
        let before = self.desk().and_then(|desk| desk.pencil.caret);
        self.move_caret(motion, true);
        self.copy_marked();
        if let Some(before) = before {
            self.put_caret(before);
        }
    }

    /// The paragraphs of the item from the caret's on, at most so many; and where the caret goes
    /// when they are gone: to the one after them, else before them.
    fn paragraphs(&self, count: usize) -> (Vec<Id>, Option<Id>) {
        let Some(manuscript) = self.manuscript() else {
            return (Vec::new(), None);
        };
        let here = self.caret_in(&manuscript).place().entry;
        let ids: Vec<Id> = manuscript.rows().iter().map(|row| row.entry.id).collect();
        let Some(index) = ids.iter().position(|id| *id == here) else {
            return (Vec::new(), None);
        };
        let before = index.checked_sub(1).and_then(|index| ids.get(index));
        let next = ids.get(index + count).or(before).copied();
        (ids.into_iter().skip(index).take(count).collect(), next)
    }

    fn keep_paragraphs(&mut self, ids: &[Id]) {
        let text = self.manuscript().map(|manuscript| {
            let rows = ids.iter().filter_map(|id| manuscript.row(*id));
            rows.map(|row| format!("{}\n", row.text))
                .collect::<String>()
        });
        self.view.clipboard.put(&text.unwrap_or_default());
    }

    /// Keeps the caret's paragraph and those after it, as whole ones, on the program's own clipboard.
    pub(crate) fn copy_paragraphs(&mut self, count: usize) {
        let (ids, _) = self.paragraphs(count);
        self.keep_paragraphs(&ids);
    }

    /// Takes the caret's paragraph away and those after it.
    pub(crate) fn cut_paragraphs(&mut self, count: usize) {
        if !self.may_write() {
            return;
        }
        self.settle();
        self.note_typing();
        let (ids, next) = self.paragraphs(count);
        self.keep_paragraphs(&ids);
        let removed = ids.iter().filter_map(|id| {
            let (meeting, entry) = self.written().zip(self.entry(*id))?;
            Some(remove_entry(meeting, entry))
        });
        let ops: Vec<_> = removed.flatten().collect();
        if ops.is_empty() {
            return;
        }
        self.stage_all(ops);
        if let Some(pencil) = self.pencil_mut() {
            pencil.lift();
            pencil.marking = false;
        }
        self.finish("text-cut-paragraph");
        let item = self.desk().and_then(|desk| desk.item);
        if let Some(place) = next.or(item) {
            self.put_caret(Caret::new(Place::new(place, 0)));
        }
    }
}
