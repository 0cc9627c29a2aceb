//! Two doors at once: of a person checked in at both the first check-in stands, and whoever was second takes theirs
//! back and is told. Both see the same two events, so both find the same one to be the second.

use super::App;
use super::message::Message;
use super::session::Step;
use super::view::{Notice, Tone};
use crate::domain::attendance::{Presence, PresenceField, PresenceKind};
use crate::domain::draft::{mark, set_in_meeting};
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingRecord};
use crate::domain::minutes::EntryField;
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::zone::local;
use crate::locale::Key;

/// How many of the last check-ins are watched.
const WATCHED: usize = 16;

/// A check-in made here.
#[derive(Clone, Debug)]
pub(super) struct Arrival {
    meeting: Id,
    event: Presence,
    /// The sentence that tells it.
    entry: Option<Id>,
    step: Step,
    /// The meeting's revision it was compared with last.
    seen: u64,
}

impl App {
    /// Notes who was checked in by what is sent.
    pub(super) fn note_arrivals(&mut self, ops: &[DocOp], step: &Step) {
        if !self.interactive || step.undoes.is_some() {
            return;
        }
        for op in ops {
            let (DocId::Meeting(meeting), Op::Meeting(Edit::Add(MeetingRecord::Presence(event)))) =
                (op.doc, &op.op)
            else {
                continue;
            };
            if event.kind != PresenceKind::Arrived {
                continue;
            }
            let telling = |op: &DocOp| match &op.op {
                Op::Meeting(Edit::Add(MeetingRecord::Entry(entry))) => {
                    (entry.presence == Some(event.id)).then_some(entry.id)
                }
                _ => None,
            };
            self.arrivals.push_back(Arrival {
                meeting,
                event: event.clone(),
                entry: ops.iter().find_map(telling),
                step: step.clone(),
                seen: 0,
            });
        }
        let more = self.arrivals.len().saturating_sub(WATCHED);
        self.arrivals.drain(..more);
    }

    /// Takes back the check-ins that another door was first with.
    pub(super) fn settle_arrivals(&mut self) {
        let mut second = Vec::new();
        for arrival in &mut self.arrivals {
            let revision = self.docs.revision(DocId::Meeting(arrival.meeting));
            if std::mem::replace(&mut arrival.seen, revision) == revision {
                continue;
            }
            let meeting = self.docs.meeting(arrival.meeting);
            if let Some(since) = meeting.and_then(|meeting| earlier(meeting, &arrival.event)) {
                second.push((arrival.clone(), since));
            }
        }
        for (arrival, since) in second {
            self.arrivals.retain(|it| it.event.id != arrival.event.id);
            self.withdraw(arrival, since);
        }
    }

    fn withdraw(&mut self, arrival: Arrival, since: i64) {
        let Arrival {
            meeting,
            event,
            entry,
            step,
            ..
        } = arrival;
        let gone = PresenceField::Removed(mark(true));
        self.docs.stage(set_in_meeting(meeting, event.id, gone));
        if let Some(entry) = entry {
            let gone = EntryField::Removed(mark(true));
            self.docs.stage(set_in_meeting(meeting, entry, gone));
        }
        self.submit_as(step);
        let register = self.register();
        let name = self
            .docs
            .meeting(meeting)
            .map(|meeting| self.locale.participant(event.person, meeting, register));
        let time = self.locale.language().time(local(since).time());
        let message = Message::new(Key::DoorAlready)
            .with("name", name.unwrap_or_default())
            .with("time", time);
        self.view.notice = Some(Notice {
            message,
            tone: Tone::Failed,
            at: self.clock.now,
        });
        self.tell_door();
    }
}

/// Since when the person was here already, before this event and without having left.
fn earlier(meeting: &Meeting, event: &Presence) -> Option<i64> {
    let events = meeting.presences_of(event.person);
    let at = events.iter().position(|row| row.id == event.id)?;
    let before = events.get(at.checked_sub(1)?)?;
    (before.kind == PresenceKind::Arrived).then_some(before.at)
}
