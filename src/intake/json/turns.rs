//! The meeting's speaker list and its breaks.

use super::BadMeeting;
use super::reader::{Reader, moment, moments};
use crate::domain::clean::clean_line;
use crate::domain::draft::{add_to_meeting, jitter};
use crate::domain::exchange::{BreakObject, TurnObject};
use crate::domain::pos::Pos;
use crate::domain::queue::Turn;
use crate::domain::recess::Recess;

impl Reader<'_> {
    pub(super) fn read_turns(&mut self, rows: &[TurnObject]) -> Result<(), BadMeeting> {
        let order = Pos::row(None, rows.len(), jitter(self.meeting));
        for (index, (row, pos)) in rows.iter().zip(order).enumerate() {
            let place = format!("speaker_list[{index}]");
            let turn = Turn {
                id: self.id(&format!("{place}.id"), &row.id)?,
                person: self.person(&format!("{place}.person"), &row.person)?,
                note: clean_line(&row.note),
                at: moment(&format!("{place}.asked_at"), &row.asked_at)?,
                from: moments(&format!("{place}.from"), row.from.as_ref())?,
                to: moments(&format!("{place}.to"), row.to.as_ref())?,
                pos,
                reply: row.reply,
                item: self.reference(&format!("{place}.item"), row.item.as_ref())?,
                removed: false,
            };
            self.ops.push(add_to_meeting(self.meeting, turn));
        }
        Ok(())
    }

    pub(super) fn read_breaks(&mut self, rows: &[BreakObject]) -> Result<(), BadMeeting> {
        for (index, row) in rows.iter().enumerate() {
            let place = format!("breaks[{index}]");
            let recess = Recess {
                id: self.id(&format!("{place}.id"), &row.id)?,
                from: moment(&format!("{place}.from"), &row.from)?,
                minutes: row.minutes,
                to: moments(&format!("{place}.to"), row.to.as_ref())?,
                item: self.reference(&format!("{place}.item"), row.item.as_ref())?,
                removed: false,
            };
            self.ops.push(add_to_meeting(self.meeting, recess));
        }
        Ok(())
    }
}
