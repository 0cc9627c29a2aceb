//! A meeting's participants as people type them: the door's own matching, and their names as
//! messages say them. It must not change anything.

use crate::app::command::Stop;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::clean::clean_line;
use crate::domain::code;
use crate::domain::id::Id;
use crate::domain::matching::{Candidate, Found, Index};
use crate::domain::meeting::Meeting;
use crate::domain::network::meeting_name;
use crate::domain::query::{Answer, Query};
use crate::domain::register::Register;
use crate::locale::Key;

/// How many candidates a message names.
const NAMED: usize = 9;

/// The meeting's participants, prepared for matching.
pub fn index(meeting: &Meeting, register: &Register) -> Index<Id> {
    Index::new(meeting.participant_list().filter_map(|row| {
        let person = Candidate::person(register, row.id)?;
        let organisation = row.organisation;
        let organisation = organisation.and_then(|id| register.organisations.get(&id));
        Some(Candidate {
            organisation: organisation.map_or(person.organisation, |found| {
                format!("{} {}", found.name, found.short)
            }),
            code: meeting.code_of(row),
            ..person
        })
    }))
}

/// The participant who leads clearly; those who sink count only when nobody else is meant.
///
/// # Errors
/// When nobody leads, naming those who fit.
pub fn find(
    context: &Context<'_>,
    typed: &str,
    sinks: impl Fn(&Meeting, Id) -> bool,
) -> Result<Id, Stop> {
    let meeting = context.meeting()?;
    let register = context.register()?;
    if let Some(id) = by_id(meeting, typed) {
        return Ok(id);
    }
    let index = index(meeting, register);
    let found = index.find(typed, |id| sinks(meeting, *id));
    if let Some(leader) = found.leader() {
        return Ok(*leader);
    }
    // Somebody who sank and would lead without sinking is the one meant.
    let flat = index.find(typed, |_| false);
    match flat.leader() {
        Some(leader) if sinks(meeting, *leader) => Ok(*leader),
        _ => Err(refusal(context, typed, &found)?),
    }
}

fn by_id(meeting: &Meeting, typed: &str) -> Option<Id> {
    let id = typed.trim().parse::<Id>().ok()?;
    let row = meeting.participants.get(&id).filter(|row| !row.removed);
    row.map(|row| row.id)
}

/// Several who fit; else those of the register who do and are not on the list; else nobody.
fn refusal(context: &Context<'_>, typed: &str, found: &Found<Id>) -> Result<Stop, Stop> {
    if let Some(code) = code::read(typed) {
        return elsewhere(context, code);
    }
    let (meeting, register) = (context.meeting()?, context.register()?);
    let shown: String = clean_line(typed).chars().take(60).collect();
    let mut key = Key::ErrorDoorSeveral;
    let mut fit: Vec<Id> = found.matches.iter().map(|found| found.key).collect();
    if fit.is_empty() {
        key = Key::ErrorDoorNotListed;
        let matches = Index::of_register(register).find(typed, |_| false).matches;
        fit = matches.iter().map(|found| found.key).collect();
    }
    if fit.is_empty() {
        key = Key::ErrorDoorNobody;
    }
    let more = fit.len() > NAMED;
    let names = fit.iter().take(NAMED);
    let mut names = names
        .map(|id| name_in(meeting, register, *id))
        .collect::<Vec<_>>()
        .join("; ");
    if more {
        names.push_str("; …");
    }
    Ok(Message::new(key)
        .with("typed", shown)
        .with("candidates", names)
        .into())
}

/// The code of nobody here: which meeting it is of.
fn elsewhere(context: &Context<'_>, code: String) -> Result<Stop, Stop> {
    let Answer::Code(found) = context.answer(Query::Code(code.clone()))? else {
        return Err(Key::ErrorInternal.into());
    };
    let Some((label, date)) = found else {
        return Ok(Message::new(Key::ErrorCodeUnknown)
            .with("code", code)
            .into());
    };
    let day = date.map(|date| context.locale().language().short_date(date));
    Ok(Message::new(Key::ErrorCodeElsewhere)
        .with("meeting", meeting_name(label))
        .with("date", day.unwrap_or_default())
        .into())
}

/// "Åse Olsen (Odense)": the organisation the person comes for, else their own.
///
/// # Errors
/// When a document is not loaded yet.
pub fn name(context: &Context<'_>, person: Id) -> Result<String, Stop> {
    Ok(name_in(context.meeting()?, context.register()?, person))
}

fn name_in(meeting: &Meeting, register: &Register, person: Id) -> String {
    let name = register.name_of(person);
    let row = meeting.participants.get(&person);
    let own = || register.people.get(&person)?.organisation;
    let organisation = row.and_then(|row| row.organisation).or_else(own);
    match organisation.map(|id| register.organisation_name(id)) {
        Some(organisation) if !organisation.is_empty() => format!("{name} ({organisation})"),
        _ => name.to_owned(),
    }
}
