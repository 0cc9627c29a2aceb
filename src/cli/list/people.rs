//! `list people` and `list organisations`.

use super::super::arguments::ListIt;
use super::super::failure::{Done, Failure};
use super::super::headless::Headless;
use super::super::perform::unknown;
use super::super::{sheets, world};
use super::{said, write};
use crate::documents::json;
use crate::domain::exchange::PersonObject;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::network::Member;
use crate::domain::query::Reference;
use crate::domain::register::{Organisation, Person};
use crate::locale::Key;

/// The people of the register, of a network or of a meeting.
pub fn people(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let register = headless.register()?;
    let mut rows = found_people(headless, network, it.role.as_deref())?;
    if let Some(typed) = &it.meeting {
        let Some(Reference::Meeting(id)) = headless.resolve(typed)? else {
            return Err(unknown(Key::ErrorMeetingUnknown, typed));
        };
        let meeting = headless.meeting(id)?;
        let coming: Vec<String> = meeting
            .participant_list()
            .map(|row| row.id.to_string())
            .collect();
        rows.retain(|row| coming.contains(&row.id));
    }
    rows.retain(|row| !it.open || row.left_on.is_none());
    if let Some(format) = &it.format {
        return sheets::people(headless.locale(), it, format, &rows, &register);
    }
    write(&rows, it.json, |row| {
        vec![
            row.label.clone(),
            row.name.clone(),
            said(&row.organisation_name),
            row.email.clone(),
        ]
    })
}

/// The people of the register, or a network's, or those of them with a role, by name.
pub fn found_people(
    headless: &mut Headless,
    network: Option<Id>,
    role: Option<&str>,
) -> Result<Vec<PersonObject>, Failure> {
    let register = headless.register()?;
    let members = members(headless, network)?;
    let fits = |member: &Member| role.is_none_or(|role| member.role.name() == role);
    let is_member = |row: &&Person| match &members {
        Some(members) => members
            .iter()
            .any(|it| it.person == Some(row.id) && fits(it)),
        None => role.is_none(),
    };
    let live = register.people.values().filter(|row| !row.removed);
    let mut rows: Vec<_> = live
        .filter(is_member)
        .map(|row| json::person_object(row, &register))
        .collect();
    rows.sort_by_cached_key(|row| sort_key(&row.name));
    Ok(rows)
}

/// A network's members today; `None` when no network is asked for.
fn members(headless: &mut Headless, network: Option<Id>) -> Result<Option<Vec<Member>>, Failure> {
    let Some(id) = network else {
        return Ok(None);
    };
    let today = world::clock().local.date();
    let network = headless.network(id)?;
    Ok(Some(network.members_on(today).cloned().collect()))
}

/// With a network: the organisations that are members or have people who are.
pub fn organisations(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let register = headless.register()?;
    let members = members(headless, network)?;
    let of = |member: &Member| {
        let person = member.person.and_then(|id| register.people.get(&id));
        member
            .organisation
            .or(person.and_then(|it| it.organisation))
    };
    let is_member = |row: &&Organisation| match &members {
        None => true,
        Some(members) => members.iter().any(|member| of(member) == Some(row.id)),
    };
    let live = register.organisations.values().filter(|row| !row.removed);
    let mut rows: Vec<_> = live
        .filter(is_member)
        .map(json::organisation_object)
        .collect();
    rows.sort_by_cached_key(|row| sort_key(&row.name));
    write(&rows, it.json, |row| {
        vec![row.label.clone(), row.name.clone(), row.address.clone()]
    })
}
