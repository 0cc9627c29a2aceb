//! What people type, as ids and values: names, labels, numbers, dates, choices.
//! It owns what is understood and what is said when it is not; it must not know any command.

mod values;

pub use values::{choice, day, due, in_order, no_choice, number, time, when, yes};

use crate::app::command::Stop;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::clean::clean_line;
use crate::domain::folding::{fold, forms, sort_key, words};
use crate::domain::id::Id;
use crate::domain::matching::Index;
use crate::domain::meeting::Meeting;
use crate::domain::network::Owner;
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::register::{Person, Register};
use crate::locale::Key;

/// How many candidates a message names.
const NAMED: usize = 6;

/// A person by id, label, e-mail or name: the exact name, or letters that fit one person only.
///
/// # Errors
/// When nobody or several fit, naming those who nearly do.
pub fn person(context: &Context<'_>, typed: &str) -> Result<Id, Stop> {
    let register = context.register()?;
    if let Some(id) = one_of(register, typed, exact_people(register, typed))? {
        return Ok(id);
    }
    let index = Index::of_register(register);
    let ids = |typed: &str| -> Vec<Id> {
        let found = index.find(typed, |_| false);
        found.matches.iter().map(|found| found.key).collect()
    };
    if let Some(id) = one_of(register, typed, ids(typed))? {
        return Ok(id);
    }
    let near: Vec<Id> = words(typed).flat_map(ids).collect();
    Err(unknown(
        Key::ErrorPersonUnknown,
        Key::ErrorPersonNear,
        typed,
        people_named(register, &near),
    ))
}

fn people(register: &Register) -> impl Iterator<Item = &Person> {
    register.people.values().filter(|person| !person.removed)
}

/// The one among those who fit; `None` when nobody does.
fn one_of(register: &Register, typed: &str, people: Vec<Id>) -> Result<Option<Id>, Stop> {
    let people = in_post(register, people);
    match people.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        many => Err(several(
            Key::ErrorPersonSeveral,
            typed,
            people_named(register, many),
        )),
    }
}

/// Whoever has this id, label, e-mail or full name.
fn exact_people(register: &Register, typed: &str) -> Vec<Id> {
    if let Some(id) = known(typed, |id| register.people.contains_key(&id)) {
        return vec![id];
    }
    if let Some(person) = register.person(&typed.trim().to_lowercase()) {
        return vec![person.id];
    }
    let wanted = squeezed(typed);
    people(register)
        .filter(|_| !wanted.is_empty())
        .filter(|person| squeezed(&person.name) == wanted || is_mail(person, typed))
        .map(|person| person.id)
        .collect()
}

/// Whoever has all the typed words among the words of the name.
fn people_with_words(register: &Register, typed: &str) -> Vec<Id> {
    let typed: Vec<String> = words(typed).map(fold).collect();
    let has = |person: &Person| {
        let name = format!("{} {}", person.name, person.call_name);
        let forms: Vec<String> = words(&name).flat_map(forms).collect();
        typed.iter().all(|word| forms.contains(word))
    };
    people(register)
        .filter(|person| !typed.is_empty() && has(person))
        .map(|person| person.id)
        .collect()
}

/// A person or an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// A person.
    Person(Id),
    /// An organisation.
    Organisation(Id),
}

/// A person or an organisation: whoever is named exactly, else by letters, people first.
///
/// # Errors
/// When nobody or several fit.
pub fn party(context: &Context<'_>, typed: &str) -> Result<Party, Stop> {
    let register = context.register()?;
    if let Some(id) = one_of(register, typed, exact_people(register, typed))? {
        return Ok(Party::Person(id));
    }
    if let Some(id) = exact_organisation(register, typed) {
        return Ok(Party::Organisation(id));
    }
    match person(context, typed) {
        Ok(id) => Ok(Party::Person(id)),
        Err(stop) => organisation(context, typed)
            .map(Party::Organisation)
            .map_err(|_| stop),
    }
}

/// An organisation by id, label, name or short name; then by the beginning of a word of its name.
///
/// # Errors
/// When none or several fit, naming those that nearly do.
pub fn organisation(context: &Context<'_>, typed: &str) -> Result<Id, Stop> {
    organisation_in(context.register()?, typed)
}

/// The same, for whoever has the register.
///
/// # Errors
/// When none or several fit, naming those that nearly do.
pub fn organisation_in(register: &Register, typed: &str) -> Result<Id, Stop> {
    if let Some(id) = exact_organisation(register, typed) {
        return Ok(id);
    }
    let index = Index::of_organisations(register);
    let ids = |typed: &str| -> Vec<Id> {
        let found = index.find(typed, |_| false);
        found.matches.iter().map(|found| found.key).collect()
    };
    match ids(typed).as_slice() {
        [one] => Ok(*one),
        [] => {
            let near: Vec<Id> = words(typed).flat_map(ids).collect();
            Err(unknown(
                Key::ErrorOrganisationUnknown,
                Key::ErrorOrganisationNear,
                typed,
                organisations_named(register, &near),
            ))
        }
        many => Err(several(
            Key::ErrorOrganisationSeveral,
            typed,
            organisations_named(register, many),
        )),
    }
}

/// The only organisation with this id, label, name or short name.
fn exact_organisation(register: &Register, typed: &str) -> Option<Id> {
    if let Some(id) = known(typed, |id| register.organisations.contains_key(&id)) {
        return Some(id);
    }
    if let Some(row) = register.organisation(&typed.trim().to_lowercase()) {
        return Some(row.id);
    }
    let wanted = squeezed(typed);
    let is = |name: &str| !name.is_empty() && squeezed(name) == wanted;
    let mut rows = register
        .organisations
        .values()
        .filter(|row| !row.removed && (is(&row.name) || is(&row.short)));
    rows.next()
        .filter(|_| rows.next().is_none())
        .map(|row| row.id)
}

/// A network by id, label or name.
///
/// # Errors
/// When there is none such, naming those there are.
pub fn network(context: &Context<'_>, typed: &str) -> Result<Id, Stop> {
    let secretariat = context.secretariat()?;
    if let Some(id) = known(typed, |id| secretariat.networks.contains_key(&id)) {
        return Ok(id);
    }
    if let Some(id) = secretariat.network(&typed.trim().to_lowercase()) {
        return Ok(id);
    }
    let wanted = squeezed(typed);
    let mut named = Vec::new();
    for row in secretariat.networks.values().filter(|row| !row.removed) {
        let name = &context.network_of(row.id)?.head.name;
        if !wanted.is_empty() && squeezed(name) == wanted {
            return Ok(row.id);
        }
        named.push(format!("{} ({name})", row.label));
    }
    Err(unknown(
        Key::ErrorNetworkUnknown,
        Key::ErrorNetworkNear,
        typed,
        named,
    ))
}

/// The network an option `--network` names, or the one the command is about.
///
/// # Errors
/// When there is none.
pub fn network_or_target(context: &Context<'_>, named: Option<&str>) -> Result<Id, Stop> {
    match named {
        Some(typed) => network(context, typed),
        None => context.network_id(),
    }
}

/// A meeting by id or label.
///
/// # Errors
/// When there is none such.
pub fn meeting(context: &Context<'_>, typed: &str) -> Result<Id, Stop> {
    if let Some(id) = context.app.unborn_meeting(typed) {
        return Ok(id);
    }
    match context.answer(Query::Resolve(typed.trim().to_lowercase()))? {
        Answer::Resolved(Some(Reference::Meeting(id))) => Ok(*id),
        _ => Err(message(Key::ErrorMeetingUnknown, typed).into()),
    }
}

/// An agenda item by its number or id.
///
/// # Errors
/// When the agenda has none such.
pub fn item(meeting: &Meeting, typed: &str) -> Result<Id, Stop> {
    let live = |id: Id| meeting.items.get(&id).is_some_and(|item| !item.removed);
    if let Some(id) = known(typed, live) {
        return Ok(id);
    }
    let agenda = meeting.agenda();
    let number = typed.trim().trim_end_matches('.').parse::<usize>().ok();
    number
        .and_then(|number| agenda.get(number.checked_sub(1)?))
        .map(|item| item.id)
        .ok_or_else(|| {
            message(Key::ErrorItemUnknown, typed)
                .with("count", agenda.len())
                .into()
        })
}

/// The agenda item an option `--item` names, or the one the command is about.
///
/// # Errors
/// When there is none.
pub fn item_or_target(context: &Context<'_>, named: Option<&str>) -> Result<Id, Stop> {
    match named {
        Some(typed) => item(context.meeting()?, typed),
        None => {
            let id = context.item_id()?;
            context.meeting()?;
            Ok(id)
        }
    }
}

/// Who is to do something: a person, an organisation, or the words as they stand. Nothing
/// typed is nobody. A person may be named by whole words of the name ("Anna"); letters alone
/// would turn "alle" into somebody from Allerød.
///
/// # Errors
/// When several people fit.
pub fn owner(context: &Context<'_>, typed: &str) -> Result<Owner, Stop> {
    let register = context.register()?;
    let words = clean_line(typed).trim().to_owned();
    if words.is_empty() {
        return Ok(Owner::Nobody);
    }
    if let Some(id) = one_of(register, &words, exact_people(register, &words))? {
        return Ok(Owner::Person(id));
    }
    if let Some(id) = exact_organisation(register, &words) {
        return Ok(Owner::Organisation(id));
    }
    let named = people_with_words(register, &words);
    Ok(match one_of(register, &words, named)? {
        Some(id) => Owner::Person(id),
        None => Owner::Words(words),
    })
}

/// The id, when the text is one that is there.
fn known(typed: &str, there: impl Fn(Id) -> bool) -> Option<Id> {
    typed.trim().parse().ok().filter(|id| there(*id))
}

/// Folded, with one space between words.
fn squeezed(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(fold).collect();
    words.join(" ")
}

fn is_mail(person: &Person, typed: &str) -> bool {
    !person.email.is_empty() && person.email.to_lowercase() == typed.trim().to_lowercase()
}

/// Those who have not left; all when all have.
fn in_post(register: &Register, people: Vec<Id>) -> Vec<Id> {
    let left = |id: &Id| {
        let person = register.people.get(id);
        person.is_some_and(|person| person.left_on.is_some() || person.succeeded_by.is_some())
    };
    if people.iter().all(left) {
        return people;
    }
    people.into_iter().filter(|id| !left(id)).collect()
}

fn people_named(register: &Register, people: &[Id]) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for person in people.iter().filter_map(|id| register.people.get(id)) {
        let organisation = person.organisation.map(|id| register.organisation_name(id));
        named.push(match organisation.filter(|name| !name.is_empty()) {
            Some(organisation) => format!("{}, {organisation} ({})", person.name, person.label),
            None => format!("{} ({})", person.name, person.label),
        });
    }
    named
}

fn organisations_named(register: &Register, organisations: &[Id]) -> Vec<String> {
    let rows = organisations
        .iter()
        .filter_map(|id| register.organisations.get(id));
    rows.map(|row| format!("{} ({})", row.name, row.label))
        .collect()
}

fn message(key: Key, typed: &str) -> Message {
    let shown: String = clean_line(typed).chars().take(60).collect();
    Message::new(key).with("typed", shown)
}

fn several(key: Key, typed: &str, mut named: Vec<String>) -> Stop {
    named.sort_by_cached_key(|name| sort_key(name));
    named.dedup();
    let more = named.len() > NAMED;
    named.truncate(NAMED);
    let mut text = named.join("; ");
    if more {
        text.push_str("; …");
    }
    message(key, typed).with("candidates", text).into()
}

fn unknown(none: Key, near: Key, typed: &str, named: Vec<String>) -> Stop {
    if named.is_empty() {
        message(none, typed).into()
    } else {
        several(near, typed, named)
    }
}

#[cfg(test)]
mod tests;
