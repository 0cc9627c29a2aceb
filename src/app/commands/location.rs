//! Where in the minutes a command works: the item it names or that is current, an entry by id or
//! as "3.2". It owns how such places are read; it must not change anything.

use crate::app::command::Stop;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::clean::clean_line;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Entry;
use crate::locale::Key;

use super::lookup;

/// The meeting at hand, when it is not cancelled.
///
/// # Errors
/// When it is, or there is none.
pub fn standing<'a>(context: &'a Context<'_>) -> Result<&'a Meeting, Stop> {
    let meeting = context.meeting()?;
    match &meeting.head.cancelled {
        Some(_) => Err(Key::ErrorMeetingCancelled.into()),
        None => Ok(meeting),
    }
}

/// The item named, else the one at hand, else the one the meeting is at.
///
/// # Errors
/// When there is none such.
pub fn item(context: &Context<'_>, named: Option<&str>) -> Result<Id, Stop> {
    let meeting = context.meeting()?;
    match (named, context.target.item) {
        (Some(typed), _) => lookup::item(meeting, typed),
        (None, Some(item)) => live_item(meeting, item),
        (None, None) => match meeting.head.current {
            Some(item) => live_item(meeting, item),
            None => context.item_id(),
        },
    }
}

fn live_item(meeting: &Meeting, item: Id) -> Result<Id, Stop> {
    let row = meeting.items.get(&item).filter(|row| !row.removed);
    row.map(|row| row.id)
        .ok_or_else(|| Stop::Fail(Key::ErrorItemGone.into()))
}

/// An entry by id, or as item and paragraph ("3.2").
///
/// # Errors
/// When there is none such.
pub fn entry(meeting: &Meeting, typed: &str) -> Result<Id, Stop> {
    let by_id = typed.trim().parse::<Id>().ok();
    let found = match by_id {
        Some(id) => meeting.entries.get(&id).filter(|entry| !entry.removed),
        None => numbered(meeting, typed.trim()),
    };
    found.map(|entry| entry.id).ok_or_else(|| {
        Message::new(Key::ErrorEntryUnknown)
            .with("typed", clean_line(typed))
            .into()
    })
}

/// The entry named, else the one at hand.
///
/// # Errors
/// When there is none such.
pub fn entry_or_target<'a>(
    context: &'a Context<'_>,
    named: Option<&str>,
) -> Result<&'a Entry, Stop> {
    let meeting = context.meeting()?;
    let id = match (named, context.target.entry) {
        (Some(typed), _) => entry(meeting, typed)?,
        (None, Some(id)) => id,
        (None, None) => return Err(Stop::Usage(Key::ErrorNoEntry.into())),
    };
    let found = meeting.entries.get(&id).filter(|entry| !entry.removed);
    found.ok_or_else(|| Key::ErrorEntryGone.into())
}

fn numbered<'a>(meeting: &'a Meeting, typed: &str) -> Option<&'a Entry> {
    let (item, place) = typed.split_once('.')?;
    let item: usize = item.parse().ok()?;
    let place: usize = place.parse().ok()?;
    let item = *meeting.agenda().get(item.checked_sub(1)?)?;
    let entries = meeting.entries_of(item.id);
    entries.get(place.checked_sub(1)?).copied()
}
