//! Whole paragraphs and marking by moving, for hands that know Vim or Emacs.

use crate::app::App;
use crate::app::editor::caret::{Paragraphs, Place, Selection};
use crate::app::editor::motion::{Caret, Motion};
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

    /// Keeps the caret's paragraph, as a whole one, on the program's own clipboard.
    pub(crate) fn copy_paragraph(&mut self) {
        let text = self.manuscript().and_then(|manuscript| {
            let entry = self.caret_in(&manuscript).place().entry;
            let row = manuscript.row(entry)?;
            Some(format!("{}\n", row.text))
        });
        self.view.clipboard.put(&text.unwrap_or_default());
    }

    /// Takes the caret's paragraph away; the caret comes to the one after it, else before it.
    pub(crate) fn cut_paragraph(&mut self) {
        if !self.may_write() {
            return;
        }
        self.settle();
        self.note_typing();
        self.copy_paragraph();
        let Some(id) = self.desk().and_then(|desk| desk.entry) else {
            return;
        };
        let ops = self.written().zip(self.entry(id));
        let ops = ops.map(|(meeting, entry)| remove_entry(meeting, entry));
        let next = self.manuscript().and_then(|manuscript| {
            let ids: Vec<_> = manuscript.rows().iter().map(|row| row.entry.id).collect();
            let index = ids.iter().position(|row| *row == id)?;
            let before = index.checked_sub(1).and_then(|index| ids.get(index));
            ids.get(index + 1).or(before).copied()
        });
        self.stage_all(ops.unwrap_or_default());
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
