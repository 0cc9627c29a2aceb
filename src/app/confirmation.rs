//! What the journal says: it took ours, it took another's, all of it is on disk; and what the screen says of that.

use crate::domain::batch::{Batch, Seq};
use crate::domain::conflict::ConflictKind;
use crate::domain::id::Id;
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::secretariat::SecretariatRecord;
use crate::locale::Key;

use super::context::Target;
use super::docs::Docs;
use super::editor::caret::Side;
use super::message::Message;
use super::{App, Call};

impl App {
    /// The journal took one of ours; usually nothing that is seen changes.
    pub(super) fn committed(&mut self, counter: u64, seq: Seq, ops: &[DocOp]) {
        let watched = self.watch_caret();
        let touched = self.tell_labels(|docs| docs.committed(counter, seq, ops));
        self.view.saving.unsynced = Some(seq);
        self.view.saving.slow = false;
        if !touched.is_empty() {
            self.follow(watched, Side::Before);
        }
        self.tell_conflicts(ops);
        self.open_made(ops);
        // While somebody types no list is shown: it is asked for when it is.
        if !self.view.screen.takes_text() {
            self.refresh();
        } else if touched.is_empty() && self.view.overlays.is_empty() {
            self.view.repaint.nothing();
        }
    }

    /// Shows the meeting that was made at the screen.
    fn open_made(&mut self, ops: &[DocOp]) {
        let made = |id: &Id| ops.iter().any(|op| op.doc == DocId::Meeting(*id));
        if let Some(meeting) = self.opening.take_if(|id| made(id)) {
            let target = Target {
                meeting: Some(meeting),
                ..Target::default()
            };
            let words = vec!["meeting-open".to_owned()];
            self.run(Call { words, target });
        }
    }

    /// Without a line it is not in the journal before the line is back: it is shown, and worked on, until then.
    pub(super) fn show_pending(&mut self, ops: &[DocOp]) {
        if self.view.saving.away.is_some() {
            self.open_made(ops);
            self.refresh();
        }
    }

    /// Changes the documents, and says which labels wanted here others turn out to have had first.
    pub(super) fn tell_labels<T>(&mut self, change: impl FnOnce(&mut Docs) -> T) -> T {
        let wanted = self.docs.wanted_labels();
        let done = change(&mut self.docs);
        for (id, wanted) in wanted {
            let label = self.docs.label_of(id).filter(|label| *label != wanted);
            if let Some(label) = label.map(str::to_owned) {
                let message = Message::new(Key::LabelTaken).with("wanted", wanted);
                let message = message.with("label", label);
                match self.interactive {
                    true => self.tell(message),
                    false => self.said.push(message),
                }
            }
        }
        done
    }

    /// Another session's batch.
    pub(super) fn hear(&mut self, batch: &Batch) {
        let watched = self.watch_caret();
        self.tell_labels(|docs| docs.hear(batch));
        if batch.ops().iter().any(|op| op.op.erases()) {
            self.reload();
        }
        self.follow(watched, Side::Before);
        self.tell_conflicts(batch.ops());
        self.refresh();
    }

    /// A change that met another's is said at once, wherever one is.
    fn tell_conflicts(&mut self, ops: &[DocOp]) {
        let met = ops.iter().any(|op| {
            matches!(&op.op, Op::Secretariat(Edit::Add(SecretariatRecord::Conflict(row))) if row.kind != ConflictKind::Refused)
        });
        if met {
            self.tell(Key::NoticeConflict.into());
        }
    }

    /// All is on disk once nothing of ours is on its way.
    pub(super) fn saved(&mut self, seq: Seq) {
        let saving = &mut self.view.saving;
        if saving.unsynced.is_some_and(|unsynced| unsynced <= seq) && self.docs.waiting() == 0 {
            saving.unsynced = None;
            saving.saved_at = Some(chrono::Timelike::num_seconds_from_midnight(
                &self.clock.local.time(),
            ));
        }
        if self.view.screen.takes_text() && !self.is_saved() {
            self.view.repaint.nothing();
        }
    }
}
