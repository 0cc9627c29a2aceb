//! `list attendance` and `list votes`: who was at meetings from when until when, and what was voted
//! on.

use std::collections::BTreeMap;

use serde::Serialize;

use super::arguments::ListIt;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::list::{said, write};
use super::perform::unknown;
use super::sheets;
use crate::documents::json::timeline_objects;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::vote::{Verdict, Vote};
use crate::locale::{Key, Locale};

/// The meeting named, else those of the network, or all.
fn meetings(
    headless: &mut Headless,
    network: Option<Id>,
    it: &ListIt,
) -> Result<Vec<(String, Meeting)>, Failure> {
    let ids: Vec<Id> = match &it.meeting {
        Some(typed) => match headless.resolve(typed)? {
            Some(Reference::Meeting(id)) => vec![id],
            _ => return Err(unknown(Key::ErrorMeetingUnknown, typed)),
        },
        None => {
            let open = it.open;
            let Answer::Meetings(rows) = headless.link.ask(Query::Meetings { network, open })?
            else {
                return Err(Key::ErrorInternal.into());
            };
            rows.iter().map(|row| row.id).collect()
        }
    };
    let mut found = Vec::new();
    for id in ids {
        let label = headless.label(&Reference::Meeting(id))?;
        found.push((label, headless.meeting(id)?));
    }
    Ok(found)
}

pub fn attendance(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let register = headless.register()?;
    let locale = headless.locale();
    let (mut rows, mut times) = (Vec::new(), BTreeMap::new());
    for (label, meeting) in meetings(headless, network, it)? {
        rows.extend(timeline_objects(&meeting, &label, &register));
        for person in meeting.participant_list() {
            let told = locale.spans(&meeting.spans(person.id));
            let person = register.people.get(&person.id);
            let person = person.map_or_else(String::new, |row| row.label.clone());
            times.insert((label.clone(), person), told);
        }
    }
    // Without a meeting named: those who were there.
    rows.retain(|row| it.meeting.is_some() || !row.spans.is_empty());
    if it.format.is_some() {
        return sheets::attendance(locale, it, &rows, |row| {
            let told = times.get(&(row.meeting.clone(), row.person.clone()));
            told.cloned().unwrap_or_default()
        });
    }
    write(&rows, it.json, |row| {
        let told = times.get(&(row.meeting.clone(), row.person.clone()));
        vec![
            row.meeting.clone(),
            row.name.clone(),
            said(&row.organisation),
            row.attendance.name().to_owned(),
            told.cloned().unwrap_or_default(),
        ]
    })
}

/// A vote of a list.
#[derive(Serialize)]
struct VoteRow {
    id: Id,
    meeting: String,
    item: usize,
    title: String,
    method: &'static str,
    yes: u32,
    no: u32,
    blank: u32,
    verdict: Option<&'static str>,
    decision: Option<Id>,
    text: String,
}

pub fn votes(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let locale = headless.locale();
    let mut rows = Vec::new();
    for (label, meeting) in meetings(headless, network, it)? {
        for (item, number) in meeting.agenda().into_iter().zip(1..) {
            let votes = meeting.votes_of(item.id).into_iter();
            let row = |vote| row(locale, (&label, &meeting), (number, &item.title), vote);
            rows.extend(votes.map(row));
        }
    }
    write(&rows, it.json, |row| {
        vec![row.meeting.clone(), row.item.to_string(), row.text.clone()]
    })
}

/// A vote of a meeting and its label, under an item by number and title.
fn row(
    locale: Locale,
    (label, meeting): (&str, &Meeting),
    (item, title): (usize, &str),
    vote: &Vote,
) -> VoteRow {
    let told = meeting.entry_of_vote(vote.id);
    VoteRow {
        id: vote.id,
        meeting: label.to_owned(),
        item,
        title: title.to_owned(),
        method: vote.method.name(),
        yes: vote.yes,
        no: vote.no,
        blank: vote.blank,
        verdict: vote.verdict().map(Verdict::name),
        decision: told.and_then(|entry| entry.decision),
        text: match vote.is_open() {
            true => locale.text(Key::VoteLive).into_owned(),
            false => locale.verdict(vote, meeting),
        },
    }
}
