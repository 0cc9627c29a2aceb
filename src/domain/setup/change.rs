//! Changing a planned meeting: another day, cancelled, items put off or doubled.

use chrono::{NaiveDate, NaiveTime};

use super::{carried, is_closing};
use crate::domain::agenda::{AgendaItem, AgendaItemField, Annex, ItemStatus, Speaker};
use crate::domain::attendance::{Participant, ParticipantField, PresenceField, PresenceKind, Rsvp};
use crate::domain::draft::{Ids, add_to_meeting, jitter, mark, set_in_meeting, set_meeting};
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingHeadField};
use crate::domain::minutes_ops::leave_item;
use crate::domain::op::DocOp;
use crate::domain::pos::Pos;

/// Moves a meeting to another day or other hours: answers are asked again, invitation and agenda
/// go out again. A substitute's answer stands, and so do the apologies behind it.
pub fn move_meeting(
    meeting: &Meeting,
    to: NaiveDate,
    start: Option<NaiveTime>,
    end: Option<NaiveTime>,
) -> Vec<DocOp> {
    let head = &meeting.head;
    let mut changes = Vec::new();
    if head.date != Some(to) {
        changes.push(MeetingHeadField::date(head, Some(to)));
        changes.push(MeetingHeadField::moved_from(head, head.date));
    }
    if head.start != start {
        changes.push(MeetingHeadField::start(head, start));
    }
    if head.end != end {
        changes.push(MeetingHeadField::end(head, end));
    }
    if changes.is_empty() {
        return Vec::new();
    }
    if head.invited_at.is_some() {
        changes.push(MeetingHeadField::invited_at(head, None));
    }
    if head.agenda_sent_at.is_some() {
        changes.push(MeetingHeadField::agenda_sent_at(head, None));
    }
    let set = |change| set_meeting(meeting, change);
    let mut ops: Vec<DocOp> = changes.into_iter().map(set).collect();
    for row in meeting.participant_list() {
        ops.extend(ask_again(meeting, row));
    }
    ops
}

fn ask_again(meeting: &Meeting, row: &Participant) -> Vec<DocOp> {
    let replaced = meeting
        .participant_list()
        .any(|other| other.substitute_for == Some(row.id));
    if replaced || row.substitute_for.is_some() {
        return Vec::new();
    }
    let id = meeting.head.id;
    let mut ops = Vec::new();
    if row.rsvp != Rsvp::NoAnswer {
        let change = ParticipantField::rsvp(row, Rsvp::NoAnswer);
        ops.push(set_in_meeting(id, row.id, change));
    }
    if !row.rsvp_note.is_empty() {
        let change = ParticipantField::rsvp_note(row, String::new());
        ops.push(set_in_meeting(id, row.id, change));
    }
    let sent = meeting.presences_of(row.id);
    let sent = sent
        .iter()
        .filter(|row| row.kind == PresenceKind::Apologies);
    ops.extend(sent.map(|row| set_in_meeting(id, row.id, PresenceField::Removed(mark(true)))));
    ops
}

/// Cancels a meeting, with the reason.
pub fn cancel_meeting(meeting: &Meeting, reason: &str) -> Vec<DocOp> {
    let change = MeetingHeadField::cancelled(&meeting.head, Some(reason.to_owned()));
    vec![set_meeting(meeting, change)]
}

/// Takes a cancellation back. Who was told of it has to be invited again.
pub fn reinstate_meeting(meeting: &Meeting) -> Vec<DocOp> {
    let head = &meeting.head;
    let mut changes = vec![MeetingHeadField::cancelled(head, None)];
    if head.told_at.is_some() {
        changes.push(MeetingHeadField::told_at(head, None));
        changes.push(MeetingHeadField::invited_at(head, None));
        changes.push(MeetingHeadField::agenda_sent_at(head, None));
    }
    let set = |change| set_meeting(meeting, change);
    changes.into_iter().map(set).collect()
}

/// Items put off and not yet on a later agenda.
pub fn deferred_items(meeting: &Meeting) -> Vec<Id> {
    let agenda = meeting.agenda();
    let waiting = agenda
        .iter()
        .filter(|item| item.status == ItemStatus::Deferred && item.deferred_to.is_none());
    waiting.map(|item| item.id).collect()
}

/// An item already carried over stays where it is: deferring it again would double it.
pub fn cannot_defer(item: &AgendaItem) -> bool {
    item.status == ItemStatus::Deferred && item.deferred_to.is_some()
}

/// Puts an item off: onto the target's agenda, or to wait for the next meeting made.
pub fn defer_item(
    meeting: &Meeting,
    item: Id,
    target: Option<&Meeting>,
    at: i64,
    ids: Ids<'_>,
) -> Vec<DocOp> {
    let Some(row) = meeting.items.get(&item).filter(|row| !cannot_defer(row)) else {
        return Vec::new();
    };
    let mut ops = leave_item(meeting, item, ItemStatus::Deferred, at);
    let Some(target) = target else {
        return ops;
    };
    let new = ids();
    let there = target.agenda();
    let index = there.iter().position(|item| is_closing(item.standing));
    let index = index.unwrap_or(there.len());
    let before = index.checked_sub(1).and_then(|index| there.get(index));
    let copy = AgendaItem {
        pos: Pos::between(
            before.map(|item| &item.pos),
            there.get(index).map(|item| &item.pos),
            jitter(new),
        ),
        ..carried(row, new)
    };
    let told = AgendaItemField::deferred_to(row, Some(target.head.id));
    ops.push(set_in_meeting(meeting.head.id, item, told));
    ops.push(add_to_meeting(target.head.id, copy));
    ops.extend(carry_rows(meeting, item, target.head.id, new, ids));
    ops
}

/// A copy of an item right after it, with its speakers and without annexes and minutes.
pub fn duplicate_item(meeting: &Meeting, item: Id, ids: Ids<'_>) -> Vec<DocOp> {
    let agenda = meeting.agenda();
    let Some(index) = agenda.iter().position(|row| row.id == item) else {
        return Vec::new();
    };
    let Some(old) = agenda.get(index) else {
        return Vec::new();
    };
    let id = ids();
    let copy = AgendaItem {
        id,
        pos: Pos::between(
            Some(&old.pos),
            agenda.get(index + 1).map(|row| &row.pos),
            jitter(id),
        ),
        status: ItemStatus::Planned,
        deferred_to: None,
        deferred_from: None,
        ..(*old).clone()
    };
    let mut ops = vec![add_to_meeting(meeting.head.id, copy)];
    ops.extend(carry_speakers(meeting, item, meeting.head.id, id, ids));
    ops
}

/// Copies of an item's speakers and annexes for its copy.
pub(super) fn carry_rows(from: &Meeting, item: Id, to: Id, copy: Id, ids: Ids<'_>) -> Vec<DocOp> {
    let mut ops = carry_speakers(from, item, to, copy, ids);
    for row in from.annexes_of(item) {
        let annex = Annex {
            id: ids(),
            item: copy,
            ..row.clone()
        };
        ops.push(add_to_meeting(to, annex));
    }
    ops
}

fn carry_speakers(from: &Meeting, item: Id, to: Id, copy: Id, ids: Ids<'_>) -> Vec<DocOp> {
    let mut ops = Vec::new();
    for row in from.speakers_of(item) {
        let speaker = Speaker {
            id: ids(),
            item: copy,
            ..row.clone()
        };
        ops.push(add_to_meeting(to, speaker));
    }
    ops
}
