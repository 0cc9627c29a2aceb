//! The meeting's course and its minutes: start, items, close, send, approve, correct, and the
//! bond between an action entry and its record in the network. It owns which ops a step is;
//! whether a step is wise is the walk's to say.

use chrono::{Days, NaiveDate};

use super::agenda::{AgendaItem, AgendaItemField, ItemKind, ItemStatus, Timing, TimingField};
use super::draft::{
    Ids, add_to_meeting, add_to_network, last_place, mark, set_in_meeting, set_in_network,
    set_meeting,
};
use super::due::Due;
use super::holidays::{is_working_day, next_working_day};
use super::id::Id;
use super::meeting::{Meeting, MeetingHeadField, MinutesStatus};
use super::minutes::{Approval, Entry, EntryField, EntryKind};
use super::network::{ActionItem, ActionItemField, Network, Owner};
use super::op::DocOp;
use super::queue;
use super::recess;
use super::recusal::RecusalField;
use super::walk::following_item;
use super::when::find_day;
use super::zone::local;

/// Days members have to object, when the network does not say.
pub const COMMENT_DAYS: u16 = 14;

/// Opens the meeting and starts its first item, when it has one.
pub fn start_meeting(meeting: &Meeting, at: i64, ids: Ids<'_>) -> Vec<DocOp> {
    match following_item(meeting) {
        Some((_, item)) => start_item(meeting, item.id, at, ids),
        None => open(meeting, at),
    }
}

/// Starts an item: opens the meeting when it is not, ends the item before and marks it done. An
/// item can be taken up again.
pub fn start_item(meeting: &Meeting, item: Id, at: i64, ids: Ids<'_>) -> Vec<DocOp> {
    let mut ops = open(meeting, at);
    let Some(row) = meeting.items.get(&item) else {
        return ops;
    };
    if meeting.head.current == Some(item) && row.status == ItemStatus::Current {
        return ops;
    }
    ops.extend(end_current(meeting, at));
    ops.extend(queue::turn_over(meeting, at));
    ops.extend(recess::finish(meeting, at));
    let id = meeting.head.id;
    ops.push(set_status(meeting, row, ItemStatus::Current));
    let timing = Timing {
        id: ids(),
        item,
        from: at,
        ..Timing::default()
    };
    ops.push(add_to_meeting(id, timing));
    ops.push(set_meeting(
        meeting,
        MeetingHeadField::current(&meeting.head, Some(item)),
    ));
    ops
}

/// Starts the item after the current one; `None` when there is none left.
pub fn start_next(meeting: &Meeting, at: i64, ids: Ids<'_>) -> Option<Vec<DocOp>> {
    let (_, item) = following_item(meeting)?;
    Some(start_item(meeting, item.id, at, ids))
}

/// An item is dealt with; its timing ends.
pub fn finish_item(meeting: &Meeting, item: Id, at: i64) -> Vec<DocOp> {
    leave_item(meeting, item, ItemStatus::Done, at)
}

/// Ends an item's timing and sets where it stands.
pub fn leave_item(meeting: &Meeting, item: Id, status: ItemStatus, at: i64) -> Vec<DocOp> {
    let mut ops = end_timings(meeting, item, at);
    if let Some(row) = meeting.items.get(&item).filter(|row| row.status != status) {
        ops.push(set_status(meeting, row, status));
    }
    if meeting.head.current == Some(item) {
        ops.push(set_meeting(
            meeting,
            MeetingHeadField::current(&meeting.head, None),
        ));
        ops.extend(queue::turn_over(meeting, at));
        ops.extend(recess::finish(meeting, at));
    }
    ops
}

/// Closes the meeting (mødet hævet): the current item is done.
pub fn close_meeting(meeting: &Meeting, at: i64) -> Vec<DocOp> {
    let mut ops = match meeting.head.current {
        Some(item) => finish_item(meeting, item, at),
        None => Vec::new(),
    };
    if meeting.head.started_at.is_none() {
        ops.extend(open(meeting, at));
    }
    if meeting.head.ended_at.is_none() {
        ops.push(set_meeting(
            meeting,
            MeetingHeadField::ended_at(&meeting.head, Some(at)),
        ));
    }
    ops
}

/// Opens a closed meeting again.
pub fn reopen_meeting(meeting: &Meeting) -> Vec<DocOp> {
    vec![set_meeting(
        meeting,
        MeetingHeadField::ended_at(&meeting.head, None),
    )]
}

/// The last day to object to minutes sent on a day: a working day.
pub fn objection_deadline(network: &Network, sent: NaiveDate) -> NaiveDate {
    let days = network.head.comment_days.unwrap_or(COMMENT_DAYS);
    let day = sent + Days::new(days.into());
    if is_working_day(day) {
        day
    } else {
        next_working_day(day)
    }
}

/// The minutes go out for comments; `deadline` replaces the network's own.
pub fn send_minutes(
    meeting: &Meeting,
    network: &Network,
    deadline: Option<NaiveDate>,
    at: i64,
) -> Vec<DocOp> {
    let head = &meeting.head;
    let deadline = deadline.unwrap_or_else(|| objection_deadline(network, local(at).date()));
    [
        MeetingHeadField::minutes(head, MinutesStatus::ForComments),
        MeetingHeadField::minutes_sent_at(head, Some(at)),
        MeetingHeadField::objection_deadline(head, Some(deadline)),
    ]
    .into_iter()
    .map(|change| set_meeting(meeting, change))
    .collect()
}

/// What approval freezes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frozen {
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// Who approved, in words.
    pub by: String,
    /// The complete outline as JSON, names as they are now.
    pub outline: String,
    /// blake3 of `outline`.
    pub hash: String,
}

/// Approves the minutes: a new version, and every action of theirs goes on alone with text, owner
/// and deadline as approved.
pub fn approve(meeting: &Meeting, network: &Network, frozen: Frozen, ids: Ids<'_>) -> Vec<DocOp> {
    let head = &meeting.head;
    let approval = Approval {
        id: ids(),
        version: meeting.approval().map_or(0, |last| last.version) + 1,
        at: frozen.at,
        by: frozen.by,
        hash: frozen.hash,
        outline: frozen.outline,
        removed: false,
    };
    let mut ops = vec![
        add_to_meeting(head.id, approval),
        set_meeting(
            meeting,
            MeetingHeadField::minutes(head, MinutesStatus::Approved),
        ),
    ];
    for item in meeting.agenda() {
        for entry in meeting.entries_of(item.id) {
            if entry.kind == EntryKind::Action {
                ops.extend(freeze(meeting, network, entry, ids));
            }
        }
    }
    let gone = network.actions.values().filter(|action| {
        !action.removed && action.meeting == Some(head.id) && is_orphan(meeting, action)
    });
    let change = || ActionItemField::Removed(mark(true));
    ops.extend(gone.map(|action| set_in_network(head.network, action.id, change())));
    ops
}

/// An action of this meeting whose entry was removed or joined to another before approval: it
/// counts nowhere, and comes back with the entry.
pub fn is_orphan(meeting: &Meeting, action: &ActionItem) -> bool {
    let entry = action.entry.and_then(|entry| meeting.entries.get(&entry));
    !action.frozen && entry.is_some_and(|entry| entry.removed || entry.action != Some(action.id))
}

/// What is to be done, by whom, by when: the entry's until approval, the record's after.
pub fn action_facts<'a>(
    meeting: Option<&'a Meeting>,
    action: &'a ActionItem,
) -> (&'a str, &'a Owner, Option<&'a Due>) {
    let entry = action.entry.filter(|_| !action.frozen);
    match meeting
        .zip(entry)
        .and_then(|(meeting, entry)| meeting.entries.get(&entry))
    {
        Some(entry) => (&entry.text, &entry.owner, entry.due.as_ref()),
        None => (&action.text, &action.owner, action.due.as_ref()),
    }
}

/// The approved minutes have been sent or published.
pub fn publish(meeting: &Meeting, at: i64) -> Vec<DocOp> {
    let change = MeetingHeadField::published_at(&meeting.head, Some(at));
    vec![set_meeting(meeting, change)]
}

/// The date for the next meeting that the minutes of its item say, or one entry of them, where none is noted yet.
pub fn agree_next(meeting: &Meeting, only: Option<Id>) -> Option<(NaiveDate, DocOp)> {
    let head = &meeting.head;
    let day = head.date.filter(|_| head.next_date.is_none())?;
    let items = meeting.agenda().into_iter();
    let items = items.filter(|item| item.kind == ItemKind::NextMeeting);
    let entries = items.flat_map(|item| meeting.entries_of(item.id));
    let mut entries = entries.filter(|entry| only.is_none_or(|id| id == entry.id));
    let date = entries.find_map(|entry| find_day(&entry.text, day))?;
    let change = MeetingHeadField::next_date(head, Some(date));
    Some((date, set_meeting(meeting, change)))
}

/// A correction after approval: the next approval is a new version.
pub fn correct(meeting: &Meeting) -> Vec<DocOp> {
    let head = &meeting.head;
    if head.minutes != MinutesStatus::Approved {
        return Vec::new();
    }
    [
        MeetingHeadField::minutes(head, MinutesStatus::Correction),
        MeetingHeadField::published_at(head, None),
    ]
    .into_iter()
    .map(|change| set_meeting(meeting, change))
    .collect()
}

/// A new entry at the end of an item, with its action record when it is an action.
pub fn add_entry(meeting: &Meeting, entry: Entry, ids: Ids<'_>) -> Vec<DocOp> {
    let places = meeting.entries_of(entry.item);
    let pos = last_place(places.iter().map(|entry| &entry.pos), entry.id);
    put_entry(meeting, Entry { pos, ..entry }, ids)
}

/// A new entry where it says, with its action record when it is an action.
pub fn put_entry(meeting: &Meeting, mut entry: Entry, ids: Ids<'_>) -> Vec<DocOp> {
    let mut ops = Vec::new();
    if entry.kind == EntryKind::Action {
        let action = action_of(meeting, &entry, ids());
        entry.action = Some(action.id);
        ops.push(add_to_network(meeting.head.network, action));
    }
    ops.insert(0, add_to_meeting(meeting.head.id, entry));
    ops
}

/// Makes an entry something else; an action gets its record in the network, and what is no longer
/// one loses it. Undoing the ops brings it back.
pub fn set_kind(meeting: &Meeting, entry: &Entry, kind: EntryKind, ids: Ids<'_>) -> Vec<DocOp> {
    if entry.kind == kind {
        return Vec::new();
    }
    let mut ops = vec![set_entry(meeting, entry, EntryField::kind(entry, kind))];
    if kind == EntryKind::Action && entry.action.is_none() {
        let action = action_of(meeting, entry, ids());
        let change = EntryField::action(entry, Some(action.id));
        ops.push(set_entry(meeting, entry, change));
        ops.push(add_to_network(meeting.head.network, action));
    }
    if kind == EntryKind::Dissent && entry.decision.is_none() {
        let decision = meeting.last_settled(entry.item);
        let change = EntryField::decision(entry, decision);
        ops.push(set_entry(meeting, entry, change));
    }
    if kind != EntryKind::Action {
        ops.extend(drop_action(meeting, entry));
    }
    ops
}

/// Makes an entry an action with its record in the network.
pub fn entry_to_action(meeting: &Meeting, entry: &Entry, ids: Ids<'_>) -> Vec<DocOp> {
    set_kind(meeting, entry, EntryKind::Action, ids)
}

/// Removes an entry, and with it its action record, its vote, or the conflict of interest it tells.
pub fn remove_entry(meeting: &Meeting, entry: &Entry) -> Vec<DocOp> {
    let mut ops = vec![set_entry(meeting, entry, EntryField::Removed(mark(true)))];
    if let Some(action) = entry.action {
        let change = ActionItemField::Removed(mark(true));
        ops.push(set_in_network(meeting.head.network, action, change));
    }
    if let Some(vote) = entry.vote.and_then(|id| meeting.vote(id)) {
        ops.extend(super::vote_ops::remove_without_entry(meeting, vote));
    }
    if let Some(row) = entry.recusal.and_then(|id| meeting.recusals.get(&id)) {
        let change = RecusalField::Removed(mark(true));
        ops.push(set_in_meeting(meeting.head.id, row.id, change));
    }
    ops
}

/// Keeps a text written before the meeting.
pub fn keep(meeting: &Meeting, entry: &Entry) -> Vec<DocOp> {
    let change = EntryField::prepared(entry, false);
    vec![set_entry(meeting, entry, change)]
}

fn set_entry(meeting: &Meeting, entry: &Entry, change: EntryField) -> DocOp {
    set_in_meeting(meeting.head.id, entry.id, change)
}

fn set_status(meeting: &Meeting, item: &AgendaItem, status: ItemStatus) -> DocOp {
    let change = AgendaItemField::status(item, status);
    set_in_meeting(meeting.head.id, item.id, change)
}

fn open(meeting: &Meeting, at: i64) -> Vec<DocOp> {
    if meeting.head.started_at.is_some() {
        return Vec::new();
    }
    vec![set_meeting(
        meeting,
        MeetingHeadField::started_at(&meeting.head, Some(at)),
    )]
}

fn end_current(meeting: &Meeting, at: i64) -> Vec<DocOp> {
    let Some(current) = meeting.head.current else {
        return Vec::new();
    };
    let mut ops = end_timings(meeting, current, at);
    let row = meeting.items.get(&current);
    if let Some(row) = row.filter(|row| row.status == ItemStatus::Current) {
        ops.push(set_status(meeting, row, ItemStatus::Done));
    }
    ops
}

/// Ends what runs of an item's time.
pub fn end_timings(meeting: &Meeting, item: Id, at: i64) -> Vec<DocOp> {
    meeting
        .timings
        .values()
        .filter(|row| !row.removed && row.item == item && row.to.is_none())
        .map(|row| set_in_meeting(meeting.head.id, row.id, TimingField::to(row, Some(at))))
        .collect()
}

fn action_of(meeting: &Meeting, entry: &Entry, id: Id) -> ActionItem {
    ActionItem {
        id,
        meeting: Some(meeting.head.id),
        entry: Some(entry.id),
        ..ActionItem::default()
    }
}

fn drop_action(meeting: &Meeting, entry: &Entry) -> Vec<DocOp> {
    let Some(action) = entry.action else {
        return Vec::new();
    };
    let change = ActionItemField::Removed(mark(true));
    vec![
        set_entry(meeting, entry, EntryField::action(entry, None)),
        set_in_network(meeting.head.network, action, change),
    ]
}

/// Copies text, owner and deadline to the action's record; makes the record when there is none.
fn freeze(meeting: &Meeting, network: &Network, entry: &Entry, ids: Ids<'_>) -> Vec<DocOp> {
    let known = entry.action.and_then(|action| network.actions.get(&action));
    let Some(action) = known else {
        let action = ActionItem {
            text: entry.text.clone(),
            owner: entry.owner.clone(),
            due: entry.due.clone(),
            frozen: true,
            ..action_of(meeting, entry, ids())
        };
        let bond = EntryField::action(entry, Some(action.id));
        return vec![
            set_entry(meeting, entry, bond),
            add_to_network(meeting.head.network, action),
        ];
    };
    let mut changes = Vec::new();
    if action.text != entry.text {
        changes.push(ActionItemField::text(action, entry.text.clone()));
    }
    if action.owner != entry.owner {
        changes.push(ActionItemField::owner(action, entry.owner.clone()));
    }
    if action.due != entry.due {
        changes.push(ActionItemField::due(action, entry.due.clone()));
    }
    if !action.frozen {
        changes.push(ActionItemField::frozen(action, true));
    }
    let set = |change| set_in_network(meeting.head.network, action.id, change);
    changes.into_iter().map(set).collect()
}

#[cfg(test)]
mod tests;
