//! The caret moves: inside an item's minutes, over their ends to the next item, and along with
//! what others change.

use crate::app::App;
use crate::app::editor::caret::{Paragraphs, Place, Selection, Side};
use crate::app::editor::edit::{Edit, marked_text};
use crate::app::editor::motion::{Caret, Motion};
use crate::domain::id::Id;
use crate::domain::text::{TextField, difference};

/// Where the caret comes in an item's minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Landing {
    /// Before the first letter.
    Start,
    /// Behind the last letter.
    End,
    /// Where writing goes on.
    GoOn,
}

impl App {
    /// Moves the caret; `mark` marks on the way. At the end of an item's minutes it goes on in
    /// the next one's.
    pub(crate) fn move_caret(&mut self, motion: Motion, mark: bool) {
        let mark = mark || self.is_marking();
        let Some(manuscript) = self.manuscript() else {
            return;
        };
        let before = self.caret_in(&manuscript);
        let after = before.go(&manuscript, motion, mark);
        if let Some(pencil) = self.pencil_mut() {
            pencil.lift();
        }
        if after.selection == before.selection && !mark {
            let moved = match motion {
                Motion::Left | Motion::WordLeft | Motion::Up | Motion::PageUp(_) => {
                    self.go_item(false, Landing::End)
                }
                Motion::Right | Motion::WordRight | Motion::Down | Motion::PageDown(_) => {
                    self.go_item(true, Landing::Start)
                }
                _ => false,
            };
            if moved {
                return;
            }
        }
        self.put_caret(after);
    }

    /// The caret to the next or previous item.
    pub(crate) fn go_item(&mut self, on: bool, landing: Landing) -> bool {
        let next = self.written().and_then(|meeting| {
            let agenda = meeting.agenda();
            let here = self.desk()?.item;
            let index = agenda.iter().position(|item| Some(item.id) == here)?;
            let next = if on { index + 1 } else { index.checked_sub(1)? };
            agenda.get(next).map(|item| item.id)
        });
        let Some(next) = next else { return false };
        self.open_item(next, landing);
        true
    }

    /// Puts the caret into an item's minutes.
    fn open_item(&mut self, item: Id, landing: Landing) {
        let left = self.desk().and_then(|desk| desk.entry);
        if let Some(left) = left {
            self.leave(left);
        }
        let Some(desk) = self.desk_mut() else { return };
        desk.item = Some(item);
        desk.entry = None;
        desk.pencil = desk.pencil.anew();
        let place = self.manuscript().and_then(|manuscript| {
            let ids = manuscript.ids();
            let last = manuscript.rows().last();
            match (landing, last) {
                (Landing::Start, _) => ids.first().map(|id| Place::new(*id, 0)),
                (Landing::End, Some(row)) => Some(Place::new(row.entry.id, row.text.len())),
                _ => Some(self.caret_in(&manuscript).place()),
            }
        });
        if let Some(place) = place {
            self.put_caret(Caret::new(place));
        }
    }

    /// A sentence was written last under the item on the screen and is to be seen. Who stood at
    /// the end of the text goes on below it; who writes elsewhere keeps the letter.
    pub(crate) fn go_on_below(&mut self, sentence: Id) {
        let Some(manuscript) = self.manuscript() else {
            return;
        };
        let (item, place) = (manuscript.item(), self.caret_in(&manuscript).place());
        let rows = manuscript.rows();
        let Some((last, above)) = rows
            .split_last()
            .filter(|(row, _)| row.entry.id == sentence)
        else {
            return;
        };
        let at_end = |id: Id, length| place.entry == id && place.at == length;
        let stood_last = above
            .last()
            .is_some_and(|row| at_end(row.entry.id, row.text.len()));
        let behind = stood_last || at_end(last.entry.id, last.text.len());
        if behind {
            self.put_caret(Caret::new(Place::new(item, 0)));
        }
        if let Some(desk) = self.desk() {
            desk.pencil.reveal.set(Some(sentence));
        }
    }

    /// Puts the caret where the mouse was pressed, or marks to there.
    pub fn point(&mut self, place: Place, mark: bool) {
        let Some(manuscript) = self.manuscript() else {
            return;
        };
        let place = place.clamp(&manuscript);
        let anchor = match mark {
            true => self.caret_in(&manuscript).selection.anchor,
            false => place,
        };
        let selection = Selection {
            anchor,
            head: place,
        };
        if let Some(pencil) = self.pencil_mut() {
            pencil.lift();
        }
        self.put_caret(Caret::marking(selection));
    }

    /// Marks all minutes of the item.
    pub(crate) fn mark_all(&mut self) {
        let caret = self.manuscript().map(|manuscript| {
            let place = self.caret_in(&manuscript).place();
            Caret::all(&manuscript, place)
        });
        if let Some(caret) = caret {
            self.put_caret(caret);
        }
    }

    /// Keeps what is marked on the program's own clipboard; what it is.
    pub(crate) fn copy_marked(&mut self) -> String {
        let text = self.manuscript().map(|manuscript| {
            let caret = self.caret_in(&manuscript);
            marked_text(&manuscript, caret.selection)
        });
        let text = text.unwrap_or_default();
        self.view.clipboard.put(&text);
        text
    }

    /// The caret's paragraph and its text, to follow changes made by others.
    pub(crate) fn watch_caret(&self) -> Option<(Caret, String)> {
        let caret = self.desk()?.pencil.caret?;
        let text = self.entry(caret.place().entry)?.text.clone();
        Some((caret, text))
    }

    /// Takes the caret along when a command changed the text and did not move the caret itself.
    pub(crate) fn follow_command(&mut self, watched: Option<(Caret, String)>) {
        let still = watched.filter(|(caret, _)| {
            let desk = self.desk();
            desk.is_some_and(|desk| desk.pencil.caret == Some(*caret))
        });
        if still.is_some() && self.docs.has_staged() {
            self.follow(still, Side::After);
        }
    }

    /// Takes the caret along after a change that did not move it; `side` says on which side of
    /// text that came just there it stays.
    pub(crate) fn follow(&mut self, watched: Option<(Caret, String)>, side: Side) {
        let Some((caret, before)) = watched else {
            return;
        };
        let place = caret.place();
        let now = self.entry(place.entry).map(|entry| entry.text.clone());
        let changed = now.and_then(|now| difference(TextField::Entry(place.entry), &before, &now));
        let Some(splice) = changed else {
            self.settle();
            return;
        };
        let edit = Edit::Splice {
            entry: place.entry,
            at: splice.at,
            deleted: splice.deleted,
            inserted: splice.inserted,
        };
        let selection = Selection {
            anchor: caret.selection.anchor.after(&edit, side),
            head: place.after(&edit, side),
        };
        let caret = self
            .manuscript()
            .map(|manuscript| Caret::marking(selection.clamp(&manuscript)));
        if let Some(caret) = caret {
            self.put_caret(caret);
        }
    }
}
