//! Whose apologies are taken, and for which meeting, when they come by phone.

use crate::app::command::Stop;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::id::Id;
use crate::domain::invitation;
use crate::domain::network::meeting_name;
use crate::domain::query::{Answer, MeetingRow, Query};
use crate::locale::Key;

use super::{lookup, participants};

/// The one coming meeting the person is asked to, or is a member for.
///
/// # Errors
/// When there is none, or several: they are named.
pub fn coming_meeting(context: &Context<'_>, typed: &str) -> Result<Id, Stop> {
    let person = lookup::person(context, typed)?;
    let query = Query::Meetings {
        network: None,
        open: true,
    };
    let Answer::Meetings(rows) = context.answer(query)? else {
        return Err(Key::ErrorInternal.into());
    };
    let today = context.today();
    let mut coming: Vec<&MeetingRow> = Vec::new();
    for row in rows {
        let ahead = row.date.is_some_and(|day| day >= today) && !row.cancelled;
        if ahead && is_asked(context, row.id, person)? {
            coming.push(row);
        }
    }
    coming.sort_by_key(|row| (row.date, row.label.clone()));
    let name = context.register()?.name_of(person).to_owned();
    match coming.as_slice() {
        [one] => Ok(one.id),
        [] => Err(Message::new(Key::ErrorNoComingMeeting)
            .with("name", name)
            .into()),
        several => {
            let language = context.locale().language();
            let day = |row: &&MeetingRow| row.date.map(|day| language.short_date(day));
            let rows = several.iter().map(|row| {
                let day = day(row).unwrap_or_default();
                format!("{} ({day})", row.label)
            });
            Err(Message::new(Key::ErrorSeveralMeetings)
                .with("name", name)
                .with("candidates", rows.collect::<Vec<_>>().join("; "))
                .into())
        }
    }
}

/// What is said of apologies taken from elsewhere: for which meeting, and when it is.
///
/// # Errors
/// [`Stop::Need`] until the meeting is loaded.
pub fn taken(context: &Context<'_>, name: String) -> Result<Message, Stop> {
    let head = &context.meeting()?.head;
    let label = context.secretariat()?.label(head.network);
    let network = context.network_of(head.network)?;
    let row = network.meetings.get(&head.id);
    let meeting = row.map_or_else(String::new, |row| meeting_name(&row.label(label)));
    let language = context.locale().language();
    let date = head.date.map(|day| language.short_date(day));
    Ok(Message::new(Key::ApologyTaken)
        .with("name", name)
        .with("meeting", meeting)
        .with("date", date.unwrap_or_default()))
}

/// On the meeting's list, or one who belongs at its network's meetings on the day.
///
/// # Errors
/// [`Stop::Need`] until the meeting is loaded.
pub fn is_asked(context: &Context<'_>, meeting: Id, person: Id) -> Result<bool, Stop> {
    let doc = context.meeting_of(meeting)?;
    if let Some(row) = doc.participants.get(&person) {
        return Ok(!row.removed);
    }
    let network = context.network_of(doc.head.network)?;
    let day = doc.head.date.unwrap_or(context.today());
    let members = invitation::members(network, context.register()?, day);
    Ok(members.iter().any(|row| row.person == person))
}

/// The participant who sends apologies; a member not yet asked is put on the list.
///
/// # Errors
/// When nobody or several fit.
pub fn sender(context: &mut Context<'_>, typed: &str) -> Result<Id, Stop> {
    let missed = match participants::find(context, typed, |_, _| false) {
        Err(Stop::Fail(missed)) if missed.key() == Key::ErrorDoorNotListed => missed,
        other => return other,
    };
    let person = lookup::person(context, typed)?;
    let meeting = context.meeting()?;
    if !is_asked(context, meeting.head.id, person)? {
        return Err(missed.into());
    }
    let network = context.network_of(meeting.head.network)?;
    let day = meeting.head.date.unwrap_or(context.today());
    let members = invitation::members(network, context.register()?, day);
    let rows: Vec<_> = members
        .into_iter()
        .filter(|row| row.person == person)
        .collect();
    let ops = invitation::invite(meeting, &rows);
    context.emit_all(ops);
    Ok(person)
}
