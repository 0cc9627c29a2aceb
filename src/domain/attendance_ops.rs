//! The door: ops for who came, joined online, sent apologies, left or came back, with the
//! attendance entry in the current item's minutes while a meeting runs. It owns what follows
//! from what; it must not know how a person is found or what is said in words.

use super::agenda::{AgendaItem, ItemKind, ItemStatus};
use super::attendance::{
    Attendance, Participant, ParticipantField, Presence, PresenceField, PresenceKind, Rsvp,
};
use super::counts::is_there;
use super::draft::{Ids, add_to_meeting, jitter, mark, set_in_meeting};
use super::id::Id;
use super::invitation::answer;
use super::meeting::Meeting;
use super::minutes::{Entry, EntryField, EntryKind};
use super::op::DocOp;
use super::pos::Pos;
use super::queue;

/// Who stands at the door, of which meeting, when.
#[derive(Clone, Copy, Debug)]
pub struct Door<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// The user's name, for the entry.
    pub by: &'a str,
}

/// What came of a step at the door.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// The ops; none when nothing had to change.
    pub ops: Vec<DocOp>,
    /// What is worth saying.
    pub said: Option<Remark>,
}

/// Something worth saying at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Had sent apologies and came after all.
    HadSentApologies,
    /// Was marked absent.
    WasAbsent,
    /// Already here, since this instant.
    AlreadyHere {
        /// Milliseconds since 1970 UTC.
        since: i64,
    },
    /// Came back after leaving.
    CameBack,
    /// Had not come, so cannot leave.
    NotHere,
    /// Had already sent apologies.
    AlreadySent,
    /// Was not on the list of participants.
    WalkIn,
    /// Is not on the list of participants: nothing to excuse.
    NotListed,
}

impl Door<'_> {
    /// Somebody comes into the room.
    pub fn check_in(&self, person: Id, ids: Ids<'_>) -> Step {
        match self.meeting.attendance_of(person) {
            Attendance::Present => self.already_here(person),
            Attendance::Left => self.told(person, PresenceKind::Returned, Remark::CameBack, ids),
            Attendance::Online => self.event(person, PresenceKind::Arrived, ids),
            _ => self.arrive(person, PresenceKind::Arrived, ids),
        }
    }

    /// Somebody joins online.
    pub fn online(&self, person: Id, ids: Ids<'_>) -> Step {
        match self.meeting.attendance_of(person) {
            Attendance::Online => self.already_here(person),
            _ => self.arrive(person, PresenceKind::Online, ids),
        }
    }

    /// Somebody comes back.
    pub fn come_back(&self, person: Id, ids: Ids<'_>) -> Step {
        self.check_in(person, ids)
    }

    /// Somebody leaves.
    pub fn leave(&self, person: Id, ids: Ids<'_>) -> Step {
        if is_there(self.meeting.attendance_of(person)) {
            self.go(person, ids)
        } else {
            said(Remark::NotHere)
        }
    }

    /// Somebody sends apologies: before the meeting it is the answer no, later an event. In the
    /// room it means leaving.
    pub fn apologies(&self, person: Id, ids: Ids<'_>) -> Step {
        let listed = self.meeting.participants.get(&person);
        let listed = listed.filter(|row| !row.removed);
        let early =
            self.meeting.head.started_at.is_none() && self.meeting.presences_of(person).is_empty();
        match self.meeting.attendance_of(person) {
            Attendance::Apologies => said(Remark::AlreadySent),
            _ if listed.is_none() => said(Remark::NotListed),
            _ if early => Step {
                ops: answer(self.meeting, person, Rsvp::No, None),
                said: None,
            },
            _ => self.quiet(person, PresenceKind::Apologies, ids),
        }
    }

    /// Somebody did not come and did not say.
    pub fn absent(&self, person: Id, ids: Ids<'_>) -> Step {
        self.quiet(person, PresenceKind::Absent, ids)
    }

    /// Somebody comes in another's place: the other sends apologies, the substitute takes role
    /// and organisation and is checked in when `here`.
    pub fn substitute(&self, absent: Id, substitute: Id, here: bool, ids: Ids<'_>) -> Step {
        let mut step = Step::default();
        if self.meeting.attendance_of(absent) != Attendance::Apologies {
            step = self.apologies(absent, ids);
        }
        let stands_for = self.meeting.participants.get(&absent);
        let wanted = Participant {
            id: substitute,
            organisation: stands_for.and_then(|row| row.organisation),
            role: stands_for.map(|row| row.role).unwrap_or_default(),
            rsvp: Rsvp::Yes,
            substitute_for: Some(absent),
            ..Participant::default()
        };
        step.ops.extend(self.invite(wanted));
        if here {
            let arrival = match self.meeting.attendance_of(substitute) {
                Attendance::Present => self.already_here(substitute),
                _ => self.event(substitute, PresenceKind::Arrived, ids),
            };
            step.ops.extend(arrival.ops);
            step.said = arrival.said;
        }
        step
    }

    /// Somebody not on the list comes in.
    pub fn walk_in(&self, person: Id, organisation: Option<Id>, ids: Ids<'_>) -> Step {
        let mut step = Step::default();
        let listed = self.meeting.participants.get(&person);
        let arrival = if listed.is_some_and(|row| !row.removed) {
            self.check_in(person, ids)
        } else {
            step.ops.extend(self.invite(Participant {
                id: person,
                organisation,
                walk_in: true,
                ..Participant::default()
            }));
            self.told(person, PresenceKind::Arrived, Remark::WalkIn, ids)
        };
        step.ops.extend(arrival.ops);
        step.said = arrival.said;
        step
    }

    /// Everybody expected is here; the exceptions follow. Those who said perhaps or nothing stay
    /// open. No entries: the head of the minutes lists them.
    pub fn all_present(&self, ids: Ids<'_>) -> Step {
        let attendances = self.meeting.attendances();
        let mut step = Step::default();
        for row in self.meeting.participant_list() {
            let open = attendances.get(&row.id) == Some(&Attendance::Expected);
            if open && row.rsvp == Rsvp::Yes {
                let event = self.presence(row.id, PresenceKind::Arrived, ids());
                step.ops.push(add_to_meeting(self.meeting.head.id, event));
            }
        }
        step
    }

    /// Who holds the meeting is there when it opens, if expected. No entry.
    pub fn holds(&self, person: Id, ids: Ids<'_>) -> Vec<DocOp> {
        let row = self.meeting.participants.get(&person);
        let listed = row.is_some_and(|row| !row.removed && row.rsvp != Rsvp::No);
        let open = self.meeting.attendance_of(person) == Attendance::Expected;
        match listed && open {
            true => {
                let event = self.presence(person, PresenceKind::Arrived, ids());
                vec![add_to_meeting(self.meeting.head.id, event)]
            }
            false => Vec::new(),
        }
    }

    /// Takes a person's last event back, with its entry while nobody has written in it.
    pub fn take_back(&self, person: Id) -> Step {
        let mut step = Step::default();
        let Some(event) = self.meeting.presences_of(person).last().copied() else {
            return step;
        };
        let id = self.meeting.head.id;
        let change = PresenceField::Removed(mark(true));
        step.ops.push(set_in_meeting(id, event.id, change));
        let told = self.meeting.entries.values().filter(|entry| {
            !entry.removed && entry.presence == Some(event.id) && entry.text.is_empty()
        });
        for entry in told {
            let change = EntryField::Removed(mark(true));
            step.ops.push(set_in_meeting(id, entry.id, change));
        }
        step
    }

    /// Corrects when an event happened; its sentence follows.
    pub fn correct_time(&self, event: &Presence, at: i64) -> Step {
        let change = PresenceField::at(event, at);
        Step {
            ops: vec![set_in_meeting(self.meeting.head.id, event.id, change)],
            said: None,
        }
    }

    fn already_here(&self, person: Id) -> Step {
        said(Remark::AlreadyHere {
            since: self.meeting.checked_in_at(person).unwrap_or(self.at),
        })
    }

    /// Comes for the first time, or after apologies.
    fn arrive(&self, person: Id, kind: PresenceKind, ids: Ids<'_>) -> Step {
        let listed = self.meeting.participants.get(&person);
        if listed.is_none_or(|row| row.removed) {
            let mut step = self.told(person, kind, Remark::WalkIn, ids);
            let row = Participant {
                id: person,
                walk_in: true,
                ..Participant::default()
            };
            step.ops.splice(0..0, self.invite(row));
            return step;
        }
        match self.meeting.attendance_of(person) {
            Attendance::Apologies => self.told(person, kind, Remark::HadSentApologies, ids),
            Attendance::Absent => self.told(person, kind, Remark::WasAbsent, ids),
            _ => self.event(person, kind, ids),
        }
    }

    fn told(&self, person: Id, kind: PresenceKind, remark: Remark, ids: Ids<'_>) -> Step {
        Step {
            said: Some(remark),
            ..self.event(person, kind, ids)
        }
    }

    /// Out of the room, and off the speaker list.
    fn go(&self, person: Id, ids: Ids<'_>) -> Step {
        let mut step = self.event(person, PresenceKind::Left, ids);
        step.ops.extend(queue::gone(self.meeting, person, self.at));
        step
    }

    fn quiet(&self, person: Id, kind: PresenceKind, ids: Ids<'_>) -> Step {
        if is_there(self.meeting.attendance_of(person)) {
            return self.go(person, ids);
        }
        let event = self.presence(person, kind, ids());
        Step {
            ops: vec![add_to_meeting(self.meeting.head.id, event)],
            said: None,
        }
    }

    /// An event, and the entry that tells it while the meeting runs.
    fn event(&self, person: Id, kind: PresenceKind, ids: Ids<'_>) -> Step {
        let event = self.presence(person, kind, ids());
        let meeting = self.meeting.head.id;
        let mut ops = Vec::new();
        let entry = event.item.map(|current| {
            let (id, item) = (ids(), self.told_under(current));
            Entry {
                id,
                item,
                pos: self.place_under(item, id),
                kind: EntryKind::Attendance,
                by: self.by.to_owned(),
                at: self.at,
                presence: Some(event.id),
                ..Entry::default()
            }
        });
        ops.push(add_to_meeting(meeting, event));
        ops.extend(entry.map(|entry| add_to_meeting(meeting, entry)));
        Step { ops, said: None }
    }

    /// The item whose minutes tell of it: who comes or goes in a break is told under the item
    /// that follows, or the one before when none does.
    fn told_under(&self, current: Id) -> Id {
        let agenda = self.meeting.agenda();
        let at = agenda.iter().position(|item| item.id == current);
        let at = at.filter(|at| agenda.get(*at).is_some_and(|item| is_break(item)));
        let Some((before, after)) = at.and_then(|at| agenda.split_at_checked(at)) else {
            return current;
        };
        let mut after = after.iter().filter(|item| !is_break(item));
        let mut before = before.iter().filter(|item| !is_break(item));
        after
            .find(|item| item.status == ItemStatus::Planned)
            .or(before.next_back())
            .map_or(current, |item| item.id)
    }

    /// Last in the item's minutes; before what was prepared when it has not begun, after others
    /// who came and went.
    fn place_under(&self, item: Id, id: Id) -> Pos {
        let begun = |item: &AgendaItem| item.status != ItemStatus::Planned;
        if self.meeting.items.get(&item).is_none_or(begun) {
            return self.meeting.telling_place(item, id);
        }
        let rows = self.meeting.entries_of(item);
        let mut rows = rows.iter();
        let told = rows.clone();
        let told = told.take_while(|entry| entry.kind == EntryKind::Attendance);
        let last = told.last().map(|entry| &entry.pos);
        let next = rows.find(|entry| entry.kind != EntryKind::Attendance);
        Pos::between(last, next.map(|entry| &entry.pos), jitter(id))
    }

    fn presence(&self, person: Id, kind: PresenceKind, id: Id) -> Presence {
        let head = &self.meeting.head;
        let running = head.started_at.is_some() && head.ended_at.is_none();
        Presence {
            id,
            person,
            kind,
            at: self.at,
            item: head.current.filter(|_| running),
            removed: false,
        }
    }

    /// Puts a participant on the list, or back on it.
    fn invite(&self, row: Participant) -> Vec<DocOp> {
        let meeting = self.meeting.head.id;
        let Some(old) = self.meeting.participants.get(&row.id) else {
            return vec![add_to_meeting(meeting, row)];
        };
        let mut changes = Vec::new();
        if old.removed {
            changes.push(ParticipantField::Removed(mark(false)));
            changes.push(ParticipantField::walk_in(old, row.walk_in));
        }
        if row.substitute_for.is_some() && old.substitute_for != row.substitute_for {
            changes.push(ParticipantField::substitute_for(old, row.substitute_for));
        }
        if row.organisation.is_some() && old.organisation.is_none() {
            changes.push(ParticipantField::organisation(old, row.organisation));
        }
        let set = |change| set_in_meeting(meeting, row.id, change);
        changes.into_iter().map(set).collect()
    }
}

fn is_break(item: &AgendaItem) -> bool {
    item.kind == ItemKind::Break
}

fn said(remark: Remark) -> Step {
    Step {
        ops: Vec::new(),
        said: Some(remark),
    }
}

#[cfg(test)]
mod tests;
