//! What is on the desk, by what people type: by id, by its name, by words of its name; and what its screen does to the
//! selected row.

use std::collections::BTreeMap;

use super::{contact, edit, enquiry, membership, representation};
use crate::app::Call;
use crate::app::args::Args;
use crate::app::command::{Command, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::screens::Screen;
use crate::domain::clean::clean_line;
use crate::domain::desk::{DeskRecord, Part, Representation};
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::query::Reference;
use crate::domain::record::Record;
use crate::locale::Key;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("desk-add", &[], |context, _| add_here(context)),
    Command::screen("desk-edit", &[], |context, _| edit_selected(context)),
    Command::screen("desk-remove", &[], |context, _| remove(context)),
    Command::screen("desk-seat", &[], |context, _| add_seat(context)),
];

/// How many candidates a message names.
const NAMED: usize = 6;

/// The record of this id or name; else the only one whose name has what was typed.
///
/// # Errors
/// When none or several fit, naming those.
pub fn named<'a, R: Record>(
    rows: &'a BTreeMap<Id, R>,
    typed: &str,
    name: fn(&R) -> &str,
) -> Result<&'a R, Stop> {
    let live = || rows.values().filter(|row| !row.removed());
    let shown: String = clean_line(typed).chars().take(60).collect();
    let wanted = fold(shown.trim());
    if let Some(row) = live().find(|row| row.id().to_string() == wanted) {
        return Ok(row);
    }
    let mut found: Vec<&R> = live().filter(|row| fold(name(row)) == wanted).collect();
    if found.is_empty() && !wanted.is_empty() {
        found = live()
            .filter(|row| fold(name(row)).contains(&wanted))
            .collect();
    }
    let key = match found.as_slice() {
        [one] => return Ok(one),
        [] => {
            return Err(Message::new(Key::ErrorDeskUnknown)
                .with("typed", shown)
                .into());
        }
        _ => Key::ErrorDeskSeveral,
    };
    let named = found.iter().take(NAMED);
    let named: Vec<String> = named
        .map(|row| format!("{} ({})", name(row), row.id()))
        .collect();
    Err(Message::new(key)
        .with("typed", shown)
        .with("candidates", named.join("; "))
        .into())
}

/// A representation by id or words of its title.
///
/// # Errors
/// When none or several fit.
pub fn representation<'a>(
    context: &'a Context<'_>,
    typed: &str,
) -> Result<&'a Representation, Stop> {
    named(&context.desk()?.representations, typed, |row| &row.title)
}

/// Puts a new record on the desk and names it.
pub fn add(context: &mut Context<'_>, id: Id, row: impl Into<DeskRecord>) {
    context.add_to_desk(row);
    context.made(Reference::Desk(id));
}

fn selected(context: &Context<'_>) -> Option<(&'static str, Id)> {
    match &context.app.view.screen {
        Screen::Desk(screen) => {
            let row = screen.selected(context.app)?;
            Some((row.noun(), row.id()))
        }
        _ => None,
    }
}

/// A new record of the part shown.
fn add_here(context: &mut Context<'_>) -> Result<(), Stop> {
    let Screen::Desk(screen) = &context.app.view.screen else {
        return Err(Stop::Ask("enquiry-add", Args::default()));
    };
    let command = match screen.part {
        Part::Enquiries => "enquiry-add",
        Part::Memberships => "membership-add",
        Part::Representations => "representation-add",
        Part::Contacts => "contact-add",
        Part::Fora => "forum-add",
    };
    Err(Stop::Ask(command, Args::default()))
}

/// A new seat in the membership or forum selected.
fn add_seat(context: &mut Context<'_>) -> Result<(), Stop> {
    let mut known = Args::default();
    if let (Some((_, id)), Some(desk)) = (selected(context), context.app.docs.desk()) {
        let place = desk.seats.get(&id).map_or(id, |row| row.place);
        let name = desk.place_name(place);
        if !name.is_empty() {
            known.set("in", name.to_owned());
        }
    }
    Err(Stop::Ask("seat-add", known))
}

fn remove(context: &mut Context<'_>) -> Result<(), Stop> {
    let Some((noun, id)) = selected(context) else {
        return Ok(());
    };
    Err(Stop::Instead(Box::new(Call {
        words: vec![format!("{noun}-remove"), id.to_string()],
        target: context.target,
    })))
}

/// The form of the selected record, with what it holds.
fn edit_selected(context: &mut Context<'_>) -> Result<(), Stop> {
    let Some((noun, id)) = selected(context) else {
        return Ok(());
    };
    let desk = context.desk()?;
    let now = if let Some(row) = desk.enquiries.get(&id) {
        enquiry::FACTS.now(context, row)
    } else if let Some(row) = desk.memberships.get(&id) {
        membership::MEMBERSHIP.now(context, row)
    } else if let Some(row) = desk.seats.get(&id) {
        membership::SEAT.now(context, row)
    } else if let Some(row) = desk.fora.get(&id) {
        let mut now = membership::FORUM.now(context, row);
        now.push(("under", membership::under(context, row)));
        now
    } else if let Some(row) = desk.contacts.get(&id) {
        contact::FACTS.now(context, row)
    } else if let Some(row) = desk.representations.get(&id) {
        let mut now = representation::FACTS.now(context, row);
        now.extend(representation::beside(context, row));
        now
    } else {
        return Ok(());
    };
    edit::open(context, &format!("{noun}-set"), &now, vec![id.to_string()])
}
