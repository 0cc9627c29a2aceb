//! The meeting's detailed programme.

use super::BadMeeting;
use super::reader::{Reader, time};
use crate::domain::clean::{clean_line, clean_text};
use crate::domain::draft::add_to_meeting;
use crate::domain::exchange::SlotObject;
use crate::domain::programme::Slot;

impl Reader<'_> {
    pub(super) fn read_programme(&mut self, rows: &[SlotObject]) -> Result<(), BadMeeting> {
        for (index, row) in rows.iter().enumerate() {
            let place = format!("programme[{index}]");
            let slot = Slot {
                id: self.id(&format!("{place}.id"), &row.id)?,
                day: row.day,
                start: time(&format!("{place}.start"), row.start.as_ref())?,
                end: time(&format!("{place}.end"), row.end.as_ref())?,
                title: clean_line(&row.title),
                kind: row.kind,
                place: clean_line(&row.place),
                who: clean_line(&row.who),
                note: clean_text(&row.note),
                removed: false,
            };
            self.ops.push(add_to_meeting(self.meeting, slot));
        }
        Ok(())
    }
}
