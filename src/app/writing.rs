//! Writing the minutes: keys and pasted text become text ops at the caret of the meeting screen.
//!
//! Owns the caret in the minutes of the item it is in. It must not know how the minutes are drawn.

mod dissents;
mod edits;
mod hands;
mod kinds;
mod lines;
pub mod manuscript;
mod moving;
mod owners;
pub mod pencil;
mod seek;
mod shorthand;
mod typing;
mod undone;
mod words;

#[cfg(test)]
pub(crate) mod tests;

use super::App;
use super::editor::caret::{Paragraphs, Place, Selection};
use super::editor::motion::Caret;
use super::keyname;
use super::message::Message;
use super::screens::Screen;
use super::screens::meeting::{MeetingScreen, Pane};
use super::session::Step;
use crate::domain::id::Id;
use crate::domain::lock;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Entry;
use crate::domain::op::{DocId, DocOp, Op};
use crate::domain::query::Query;
use crate::domain::text::TextOp;
use crate::locale::Key;

use manuscript::{Manuscript, goes_on};
pub(crate) use moving::Landing;
use pencil::{Pencil, Room};
pub use seek::Seek;

/// Columns beside the text: the label on its left and a margin on its right.
pub const BESIDE: usize = 5;

impl App {
    /// Whether this person wants the program to listen to the mouse.
    pub fn wants_mouse(&self) -> bool {
        let secretariat = self.docs.secretariat();
        let user = secretariat.and_then(|secretariat| secretariat.user(&self.session.user));
        user.is_some_and(|user| user.mouse)
    }

    pub(crate) fn desk(&self) -> Option<&MeetingScreen> {
        match &self.view.screen {
            Screen::Meeting(screen) => Some(screen),
            _ => None,
        }
    }

    pub(crate) fn desk_mut(&mut self) -> Option<&mut MeetingScreen> {
        match &mut self.view.screen {
            Screen::Meeting(screen) => Some(screen),
            _ => None,
        }
    }

    fn pencil_mut(&mut self) -> Option<&mut Pencil> {
        self.desk_mut().map(|desk| &mut desk.pencil)
    }

    /// The meeting on the screen.
    fn written(&self) -> Option<&Meeting> {
        self.docs.meeting(self.desk()?.meeting)
    }

    /// The minutes the caret is in; `None` while there is no item or no meeting loaded.
    pub fn manuscript(&self) -> Option<Manuscript<'_>> {
        let desk = self.desk()?;
        Manuscript::of(
            &self.docs,
            self.locale,
            (desk.meeting, desk.item?),
            self.room().width,
            desk.pencil.caret,
        )
    }

    /// The room of the text on the screen.
    pub(crate) fn room(&self) -> Room {
        let (columns, rows) = self.view.size;
        let drawn = self.desk().and_then(|desk| desk.pencil.room.get());
        drawn.unwrap_or(Room {
            width: usize::from(columns).saturating_sub(BESIDE).max(10),
            height: usize::from(rows).saturating_sub(10).max(1),
            x: 0,
            y: 0,
        })
    }

    /// Opens the minutes of an item (else the current one, else the first), to go on writing.
    pub fn write_minutes(&mut self, item: Option<Id>) {
        let item = item.or_else(|| {
            let meeting = self.written()?;
            let agenda = meeting.agenda();
            let live = |id: &Id| agenda.iter().any(|item| item.id == *id);
            let known = self.desk()?.item.filter(live);
            let current = meeting.head.current.filter(live);
            known.or(current).or(agenda.first().map(|item| item.id))
        });
        if self.docs.register().is_none() {
            self.ask(Query::Doc(DocId::Register));
        }
        let Some(desk) = self.desk_mut() else { return };
        desk.focus = Pane::Minutes;
        if desk.item != item {
            desk.pencil = desk.pencil.anew();
        }
        desk.item = item;
        self.settle();
    }

    /// The minutes were opened and no key was pressed in them yet: the caret gets its place.
    pub(super) fn sit_down(&mut self) {
        let fresh = |desk: &MeetingScreen| desk.pencil.caret.is_none();
        if self.desk().is_some_and(fresh) {
            let item = self.desk().and_then(|desk| desk.item);
            self.write_minutes(item);
        }
    }

    /// The caret as it is in this text: where it was, or near where its paragraph was.
    pub fn caret_in(&self, manuscript: &Manuscript<'_>) -> Caret {
        let end = || {
            let last = manuscript.ids().last().copied().unwrap_or_default();
            Caret::new(Place::new(last, manuscript.text(last).map_or(0, str::len)))
        };
        let Some(caret) = self.desk().and_then(|desk| desk.pencil.caret) else {
            return end();
        };
        let (anchor, head) = (caret.selection.anchor, caret.selection.head);
        let there = |place: Place| {
            let text = manuscript.text(place.entry);
            text.is_some_and(|text| super::editor::grapheme::ceil(text, place.at) == place.at)
        };
        if there(head) && there(anchor) {
            return caret;
        }
        let head = self.near(manuscript, head).unwrap_or(end().place());
        Caret::marking(Selection::at(head))
    }

    /// A place that is gone: the end of the paragraph before it, else the start of the one after.
    fn near(&self, manuscript: &Manuscript<'_>, place: Place) -> Option<Place> {
        if manuscript.text(place.entry).is_some() {
            return Some(place.clamp(manuscript));
        }
        let gone = self.written()?.entries.get(&place.entry)?;
        let rows = manuscript.rows();
        let split = rows.partition_point(|row| row.entry.pos < gone.pos);
        let before = split.checked_sub(1).and_then(|index| rows.get(index));
        let meeting = self.written()?;
        match (before, rows.get(split)) {
            // Where it stood a new paragraph may begin, as when the minutes were opened.
            (Some(row), None) if gone.item == manuscript.item() && !goes_on(row.entry, meeting) => {
                Some(Place::new(manuscript.item(), 0))
            }
            (Some(row), _) => Some(Place::new(row.entry.id, row.text.len())),
            (None, Some(row)) => Some(Place::new(row.entry.id, 0)),
            (None, None) => None,
        }
    }

    /// Puts the caret somewhere in the item; leaving an action reads its owner and deadline.
    pub(crate) fn put_caret(&mut self, caret: Caret) {
        let left = self.desk().and_then(|desk| desk.entry);
        let entry = caret.place().entry;
        let real = self
            .written()
            .is_some_and(|meeting| meeting.entries.contains_key(&entry));
        let Some(desk) = self.desk_mut() else { return };
        desk.pencil.caret = Some(caret);
        desk.entry = real.then_some(entry);
        if let Some(left) = left.filter(|left| *left != entry) {
            if let Some(pencil) = self.pencil_mut() {
                pencil.turned = None;
            }
            self.leave(left);
        }
    }

    /// Brings the caret back into the text, as after others' changes.
    pub(crate) fn settle(&mut self) {
        let caret = self
            .manuscript()
            .map(|manuscript| self.caret_in(&manuscript));
        if let Some(caret) = caret {
            self.put_caret(caret);
        }
    }

    /// Whether the minutes on the screen may be written in.
    pub(crate) fn can_write(&self) -> bool {
        let Some(desk) = self.desk() else {
            return false;
        };
        let open = |meeting: &Meeting| !lock::is_locked(meeting);
        desk.item.is_some()
            && self.written().is_some_and(open)
            && !self.docs.is_read_only(DocId::Meeting(desk.meeting))
    }

    /// Whether the minutes may be written in; says why not.
    pub(crate) fn may_write(&mut self) -> bool {
        let Some(desk) = self.desk() else {
            return false;
        };
        if self.can_write() {
            return true;
        }
        let key = if self.docs.is_read_only(DocId::Meeting(desk.meeting)) {
            Key::NoticeMeetingReadOnly
        } else if self.written().is_some_and(lock::is_locked) {
            Key::NoticeMinutesApproved
        } else {
            Key::NoticeNoAgendaItem
        };
        let palette = self.view.keymap.key_of(&["text", "global"], "palette");
        let palette = palette.map(|key| keyname::name(self.locale, key));
        self.fail(Message::new(key).with("key", palette.unwrap_or_default()));
        false
    }

    /// Stages a text op on the meeting.
    fn splice(&mut self, op: TextOp) {
        if let Some(meeting) = self.desk().map(|desk| desk.meeting) {
            self.docs.stage(DocOp {
                doc: DocId::Meeting(meeting),
                op: Op::Text(op),
            });
        }
    }

    fn stage_all(&mut self, ops: Vec<DocOp>) {
        ops.into_iter().for_each(|op| self.docs.stage(op));
    }

    /// Submits what is staged as a step of undo of its own.
    pub(crate) fn finish(&mut self, label: &str) {
        if self.docs.has_staged() {
            let group = self.new_group();
            self.submit_as(Step {
                group,
                label: label.to_owned(),
                undoes: None,
            });
        }
    }

    fn entry(&self, id: Id) -> Option<&Entry> {
        let entry = self.written()?.entries.get(&id)?;
        (!entry.removed).then_some(entry)
    }
}
