//! The objects of a speaker list and of breaks.

use super::build::moment;
use crate::domain::exchange::{BreakObject, TurnObject};
use crate::domain::meeting::Meeting;
use crate::domain::queue::Turn;
use crate::domain::register::Register;

/// Who had the floor, in order, and then who waits for it.
pub fn turn_objects(meeting: &Meeting, register: &Register, now: i64) -> Vec<TurnObject> {
    let rows = meeting.turn_list().into_iter();
    rows.map(|row| turn_object(row, register, now)).collect()
}

fn turn_object(row: &Turn, register: &Register, now: i64) -> TurnObject {
    let person = register.people.get(&row.person);
    TurnObject {
        id: row.id.to_string(),
        person: person.map_or_else(String::new, |person| person.label.clone()),
        name: register.name_of(row.person).to_owned(),
        note: row.note.clone(),
        reply: row.reply,
        item: row.item.map(|id| id.to_string()),
        asked_at: moment(row.at),
        from: row.from.map(moment),
        to: row.to.map(moment),
        seconds: row.lasted_ms(now) / 1000,
    }
}

/// The breaks as they came.
pub(super) fn break_objects(meeting: &Meeting) -> Vec<BreakObject> {
    let rows = meeting.recesses.values();
    let mut rows: Vec<_> = rows.filter(|row| !row.removed).collect();
    rows.sort_by_key(|row| (row.from, row.id));
    let rows = rows.into_iter();
    rows.map(|row| BreakObject {
        id: row.id.to_string(),
        from: moment(row.from),
        minutes: row.minutes,
        to: row.to.map(moment),
        item: row.item.map(|id| id.to_string()),
    })
    .collect()
}
