//! Corrections of the lines before: words replaced, a line put before another.

use super::before;
use crate::app::command::Stop;
use crate::app::commands::minutes;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::jitter;
use crate::domain::id::Id;
use crate::domain::line::{Correction, replaced};
use crate::domain::minutes::Entry;
use crate::domain::minutes_ops;
use crate::domain::pos::Pos;
use crate::domain::text::{TextField, TextOp, difference};
use crate::locale::Key;

/// Does a correction on the lines before.
pub(super) fn correct(
    context: &mut Context<'_>,
    wanted: &Correction<'_>,
    typed: Option<Id>,
) -> Result<(), Stop> {
    let rows = before(context, typed)?;
    let meeting = context.meeting_id()?;
    match *wanted {
        Correction::Replace { old, new, all } => {
            let has = rows.iter().rev().filter(|row| row.text.contains(old));
            let count = if all { usize::MAX } else { 1 };
            let mut changed = false;
            for row in has.take(count) {
                let text = replaced(&row.text, old, new, all).unwrap_or_default();
                let splice = difference(TextField::Entry(row.id), &row.text, &text);
                if let Some(splice) = splice {
                    context.edit_text(meeting, TextOp::TextSpliced(splice));
                    changed = true;
                }
            }
            if !changed {
                return Err(Message::new(Key::ErrorLineNotThere)
                    .with("words", old.to_owned())
                    .into());
            }
            context.say(Key::EntryChanged);
        }
        Correction::Insert { before, line } => {
            let place = rows.iter().rposition(|row| row.text.contains(before));
            let Some(at) = place else {
                let why = Message::new(Key::ErrorLineNotThere).with("words", before.to_owned());
                return Err(why.into());
            };
            insert(context, &rows, at, line)?;
        }
    }
    Ok(())
}

/// Puts a line before a row.
fn insert(context: &mut Context<'_>, rows: &[Entry], at: usize, line: &str) -> Result<(), Stop> {
    let row = rows.get(at).ok_or(Key::ErrorEntryGone)?;
    let above = at.checked_sub(1).and_then(|at| rows.get(at));
    let id = context.new_id();
    let pos = Pos::between(above.map(|row| &row.pos), Some(&row.pos), jitter(id));
    let fresh = Entry {
        item: row.item,
        pos,
        ..minutes::typed(context, id, line)?
    };
    let meeting = context.meeting()?.clone();
    let ops = minutes_ops::put_entry(&meeting, fresh, &mut || context.new_id());
    context.emit_all(ops);
    context.say(Key::NoteAdded);
    Ok(())
}
