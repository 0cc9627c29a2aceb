//! What was taken back is shown: the caret goes there, into another item's minutes too.

use crate::app::App;
use crate::app::editor::caret::Place;
use crate::app::editor::motion::Caret;
use crate::domain::id::Id;
use crate::domain::meeting::MeetingTable;
use crate::domain::op::{DocId, DocOp, Op};
use crate::domain::text::{TextField, TextOp};

impl App {
    /// Puts the caret where these ops, taken back or done again, last changed the minutes. A list
    /// or the door over the text leaves the caret where it is.
    pub(crate) fn show_undone(&mut self, ops: &[DocOp]) {
        let Some(desk) = self.desk().filter(|_| self.view.overlays.is_empty()) else {
            return;
        };
        let (doc, before) = (DocId::Meeting(desk.meeting), desk.pencil.caret);
        let mut here = ops.iter().rev().filter(|op| op.doc == doc);
        let Some((entry, at)) = here.find_map(|op| changed(&op.op)) else {
            return;
        };
        let written = self.written();
        let Some(row) = written.and_then(|meeting| meeting.entries.get(&entry)) else {
            return;
        };
        let (item, end) = (row.item, row.text.len());
        let stays = before.filter(|caret| at.is_none() && caret.place().entry == entry);
        let caret = stays.unwrap_or(Caret::new(Place::new(entry, at.unwrap_or(end))));
        if let Some(desk) = self.desk_mut() {
            if desk.item != Some(item) {
                desk.pencil = desk.pencil.anew();
            }
            // Nothing is left: leaving an action would read it, which is a step of its own.
            desk.entry = None;
            desk.item = Some(item);
            desk.pencil.lift();
            desk.pencil.caret = Some(caret);
        }
        self.settle();
    }
}

/// The entry an op changed, and where in its text when it changed that.
fn changed(op: &Op) -> Option<(Id, Option<usize>)> {
    match op {
        Op::Text(TextOp::TextSpliced(splice)) => match splice.field {
            TextField::Entry(id) => Some((id, Some(splice.at + splice.inserted.len()))),
            TextField::Background(_) | TextField::Recommendation(_) => None,
        },
        Op::Text(TextOp::EntrySplit(split)) => Some((split.new.id, Some(0))),
        Op::Text(TextOp::EntriesJoined(join)) => Some((join.first, Some(join.at))),
        Op::Meeting(edit) => {
            let key = edit.key();
            (key.table == MeetingTable::Entry as u8).then_some((key.id, None))
        }
        _ => None,
    }
}
