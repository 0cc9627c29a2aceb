//! What approval locks: which changes of a meeting are refused once its minutes are approved.
//! It owns that line only; saying how to correct is the caller's.

use super::agenda::AgendaItemField;
use super::meeting::{Meeting, MeetingChange, MeetingHeadField, MeetingRecord, MinutesStatus};
use super::op::{Edit, Op};

/// Whether the op would change approved minutes: items, entries, who was there and when.
pub fn refuses(meeting: &Meeting, op: &Op) -> bool {
    meeting.head.minutes == MinutesStatus::Approved && is_of_minutes(op)
}

/// Whether the op approves minutes or takes an approval back: what belongs to it comes along.
pub fn turns(op: &Op) -> bool {
    matches!(
        op,
        Op::Meeting(Edit::Set {
            change: MeetingChange::Head(MeetingHeadField::Minutes(_)),
            ..
        })
    )
}

fn is_of_minutes(op: &Op) -> bool {
    use MeetingRecord as Record;
    match op {
        Op::Text(_) => true,
        Op::Meeting(Edit::Add(record)) => matches!(
            record,
            Record::Item(_)
                | Record::Timing(_)
                | Record::Speaker(_)
                | Record::Annex(_)
                | Record::Participant(_)
                | Record::Presence(_)
                | Record::Entry(_)
        ),
        Op::Meeting(Edit::Set { change, .. }) => match change {
            // Where a deferred item went is known only when the next meeting is made.
            MeetingChange::Item(field) => !matches!(field, AgendaItemField::DeferredTo(_)),
            MeetingChange::Timing(_)
            | MeetingChange::Speaker(_)
            | MeetingChange::Annex(_)
            | MeetingChange::Participant(_)
            | MeetingChange::Presence(_)
            | MeetingChange::Entry(_) => true,
            MeetingChange::Head(_)
            | MeetingChange::Comment(_)
            | MeetingChange::Approval(_)
            | MeetingChange::Practical(_) => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::AgendaItem;
    use crate::domain::id::Id;
    use crate::domain::minutes::{Comment, Entry, EntryField};

    #[test]
    fn only_the_minutes_are_locked_and_only_once_approved() {
        let entry = Entry::default();
        let item = AgendaItem::default();
        let set = |change: MeetingChange| {
            Op::Meeting(Edit::Set {
                id: Id::default(),
                change,
            })
        };
        let locked = [
            Op::Meeting(Edit::Add(entry.clone().into())),
            set(EntryField::prepared(&entry, true).into()),
            set(AgendaItemField::title(&item, "Ny".into()).into()),
        ];
        let free = [
            Op::Meeting(Edit::Add(Comment::default().into())),
            set(AgendaItemField::deferred_to(&item, Some(Id::default())).into()),
        ];
        let mut meeting = Meeting::default();
        assert!(!locked.iter().any(|op| refuses(&meeting, op)));
        meeting.head.minutes = MinutesStatus::Approved;
        assert!(locked.iter().all(|op| refuses(&meeting, op)));
        assert!(!free.iter().any(|op| refuses(&meeting, op)));
    }
}
