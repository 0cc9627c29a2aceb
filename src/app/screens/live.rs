//! The meeting as it runs, for those who look on: nothing is selected and nothing can be changed here.

use crate::app::context::Target;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Entry, EntryKind};

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct LiveScreen {
    /// The meeting.
    pub meeting: Id,
}

impl LiveScreen {
    /// What a command would be about.
    pub fn target(&self) -> Target {
        Target {
            meeting: Some(self.meeting),
            ..Target::default()
        }
    }
}

/// What is being agreed: what was pinned last in the current item, else its latest decision or vote;
/// before there is one, its latest note.
pub fn spoken(meeting: &Meeting) -> Option<&Entry> {
    let entries = meeting.entries_of(meeting.head.current?);
    let latest = |kinds: &[EntryKind]| {
        let mut rows = entries.iter().rev();
        let said = |row: &&&Entry| kinds.contains(&row.kind) && is_public(row);
        rows.find(said).copied()
    };
    let mut rows = entries.iter().rev();
    let pinned = rows.find(|row| row.pinned && is_public(row)).copied();
    pinned
        .or_else(|| latest(&[EntryKind::Decision, EntryKind::Vote]))
        .or_else(|| latest(&[EntryKind::Note]))
}

/// Whether the room may read it.
fn is_public(entry: &Entry) -> bool {
    entry.kind != EntryKind::Private
        && !entry.prepared
        && (!entry.text.is_empty() || entry.vote.is_some())
}

/// Milliseconds the current item has left at a moment; negative past its time. `None` without a planned time.
pub fn left_ms(meeting: &Meeting, now: i64) -> Option<i64> {
    let item = meeting.items.get(&meeting.head.current?)?;
    let planned = i64::from(item.minutes?) * 60_000;
    Some(planned - meeting.used_ms(item.id, now))
}
