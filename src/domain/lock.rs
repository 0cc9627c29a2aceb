//! What approval locks: which changes of a meeting are refused once its minutes are approved.
//! It owns that line only; saying how to correct is the caller's.

use std::collections::BTreeMap;

use super::agenda::{AgendaItemField, SpeakerField};
use super::id::Id;
use super::meeting::{Meeting, MeetingChange, MeetingHeadField, MeetingRecord, MinutesStatus};
use super::op::{DocId, DocOp, Edit, Op};
use super::record::Document as _;

/// Whether the meeting's minutes are approved, and its agenda and minutes locked with them.
pub fn is_locked(meeting: &Meeting) -> bool {
    meeting.head.minutes == MinutesStatus::Approved
}

/// The meeting whose approved minutes a batch would change: items, entries, who was there and
/// when. None when the batch also approves them or takes the approval back. `meeting` gives what
/// is known of a meeting, as it is before the batch or, with its ops seen already, after it.
pub fn broken_by<'a>(ops: &[DocOp], meeting: impl Fn(Id) -> Option<&'a Meeting>) -> Option<Id> {
    ops.iter().find_map(|op| {
        let DocId::Meeting(id) = op.doc else {
            return None;
        };
        let turned = || {
            ops.iter()
                .any(|other| other.doc == op.doc && turns(&other.op))
        };
        let breaks = is_of_minutes(&op.op) && meeting(id).is_some_and(is_locked) && !turned();
        breaks.then_some(id)
    })
}

/// Whether a batch would change minutes that earlier ops, in their order, approve: told by what was
/// done, where the meeting itself is not known.
pub fn broken_after<'a>(ops: &[DocOp], earlier: impl Iterator<Item = &'a DocOp>) -> bool {
    let mut approved: BTreeMap<Id, Meeting> = BTreeMap::new();
    for op in earlier {
        if let (DocId::Meeting(id), Op::Meeting(Edit::Set { id: head, change })) = (op.doc, &op.op)
            && turns(&op.op)
        {
            approved.entry(id).or_default().set(*head, change);
        }
    }
    broken_by(ops, |id| approved.get(&id)).is_some()
}

/// Whether the op approves minutes or takes an approval back: what belongs to it comes along.
fn turns(op: &Op) -> bool {
    matches!(
        op,
        Op::Meeting(Edit::Set {
            change: MeetingChange::Head(MeetingHeadField::Minutes(_)),
            ..
        })
    )
}

/// Whether an op changes what minutes say, and not what becomes of them.
pub fn is_of_minutes(op: &Op) -> bool {
    use MeetingRecord as Record;
    match op {
        Op::Text(_) => true,
        Op::Meeting(Edit::Add(record)) => matches!(
            record,
            Record::Item(_)
                | Record::Timing(_)
                | Record::Recess(_)
                | Record::Speaker(_)
                | Record::Annex(_)
                | Record::Participant(_)
                | Record::Presence(_)
                | Record::Entry(_)
                | Record::Vote(_)
                | Record::Cast(_)
                | Record::Recusal(_)
        ),
        Op::Meeting(Edit::Set { change, .. }) => match change {
            // Where a deferred item went is known only when the next meeting is made.
            MeetingChange::Item(field) => !matches!(field, AgendaItemField::DeferredTo(_)),
            // Slides come and thanks are sent after the meeting.
            MeetingChange::Speaker(field) => {
                !matches!(field, SpeakerField::Slides(_) | SpeakerField::Thanked(_))
            }
            MeetingChange::Timing(_)
            | MeetingChange::Recess(_)
            | MeetingChange::Annex(_)
            | MeetingChange::Participant(_)
            | MeetingChange::Presence(_)
            | MeetingChange::Entry(_)
            | MeetingChange::Vote(_)
            | MeetingChange::Cast(_)
            | MeetingChange::Recusal(_) => true,
            MeetingChange::Head(_)
            | MeetingChange::Comment(_)
            | MeetingChange::Approval(_)
            | MeetingChange::Practical(_)
            | MeetingChange::Slot(_)
            | MeetingChange::Turn(_)
            | MeetingChange::Proposal(_)
            | MeetingChange::Letter(_)
            | MeetingChange::Delivery(_)
            | MeetingChange::Reply(_) => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{AgendaItem, Speaker};
    use crate::domain::minutes::{Comment, Entry, EntryField};
    use crate::domain::record::Change;

    #[test]
    fn an_approval_is_known_from_what_was_done() {
        let doc = DocId::Meeting(Id::from_bits(7));
        let in_it = |op| DocOp { doc, op };
        let stands = |from, to| {
            in_it(Op::Meeting(Edit::Set {
                id: Id::from_bits(7),
                change: MeetingHeadField::Minutes(Change { from, to }).into(),
            }))
        };
        let approved = stands(MinutesStatus::Draft, MinutesStatus::Approved);
        let back = stands(MinutesStatus::Approved, MinutesStatus::Correction);
        let ops = [in_it(Op::Meeting(Edit::Add(Entry::default().into())))];
        let broken = |earlier: &[&DocOp]| broken_after(&ops, earlier.iter().copied());
        assert!(!broken(&[]));
        assert!(broken(&[&approved]));
        assert!(!broken(&[&approved, &back]));
        assert!(broken(&[&back, &approved]));
        let elsewhere = DocOp {
            doc: DocId::Meeting(Id::from_bits(8)),
            ..approved.clone()
        };
        assert!(!broken(&[&elsewhere]));
    }

    #[test]
    fn only_the_minutes_are_locked_and_only_once_approved() {
        let entry = Entry::default();
        let item = AgendaItem::default();
        let speaker = Speaker::default();
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
            set(SpeakerField::name(&speaker, "Ny".into()).into()),
        ];
        let free = [
            Op::Meeting(Edit::Add(Comment::default().into())),
            set(AgendaItemField::deferred_to(&item, Some(Id::default())).into()),
            set(SpeakerField::thanked(&speaker, true).into()),
        ];
        let mut meeting = Meeting::default();
        let breaks = |meeting: &Meeting, ops: &[Op]| {
            let doc = DocId::Meeting(Id::default());
            let ops: Vec<DocOp> = ops.iter().cloned().map(|op| DocOp { doc, op }).collect();
            broken_by(&ops, |_| Some(meeting)).is_some()
        };
        assert!(!breaks(&meeting, &locked));
        meeting.head.minutes = MinutesStatus::Approved;
        for op in &locked {
            assert!(breaks(&meeting, std::slice::from_ref(op)), "{op:?}");
        }
        assert!(!breaks(&meeting, &free));
        let draft = MeetingHeadField::minutes(&meeting.head, MinutesStatus::Draft);
        let back = [set(draft.into()), locked[0].clone()];
        assert!(!breaks(&meeting, &back), "an approval is taken back");
    }
}
