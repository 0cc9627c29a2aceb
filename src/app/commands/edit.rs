//! Changing what is selected in a list: the form of the command that changes it, with what it
//! holds now.

use chrono::NaiveDate;

use crate::app::Call;
use crate::app::args::Args;
use crate::app::command::{Command, Stop};
use crate::app::commands;
use crate::app::context::Context;
use crate::app::overlays::form::Form;
use crate::app::screens::Screen;
use crate::domain::id::Id;
use crate::domain::query::ActionRow;
use crate::locale::Key;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("action-edit", &[], |context, _| action(context)),
    Command::screen("register-edit", &[], |context, _| register(context)),
    Command::screen("register-add", &[], |context, _| add(context)),
    Command::screen("register-remove", &[], |context, _| remove(context)),
    Command::screen("register-succeed", &[], |context, _| {
        beside(context, "person-succeed", "old")
    }),
    Command::screen("register-merge", &[], |context, _| {
        beside(context, "person-merge", "keep")
    }),
];

/// Opens a command's form on something that is there.
pub fn open(
    context: &mut Context<'_>,
    name: &str,
    now: &[(&'static str, String)],
    fixed: Vec<String>,
) -> Result<(), Stop> {
    open_at(context, name, now, fixed, None)
}

/// As [`open`], with the caret in a field.
pub fn open_at(
    context: &mut Context<'_>,
    name: &str,
    now: &[(&'static str, String)],
    fixed: Vec<String>,
    field: Option<&str>,
) -> Result<(), Stop> {
    let command = commands::find(name).ok_or(Key::ErrorInternal)?;
    let mut known = Args::default();
    for (name, value) in now {
        known.set(name, value.clone());
    }
    let form = Form::change(command, context.target, &known, fixed);
    let form = match field {
        Some(field) => form.at(field),
        None => form,
    };
    context.app.view.open(form);
    Ok(())
}

/// A day as a form has it.
pub fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

fn row_of<'a>(context: &'a Context<'_>, id: Id) -> Option<&'a ActionRow> {
    let home = context.app.view.home.as_ref()?;
    home.actions.iter().find(|row| row.id == id)
}

fn action(context: &mut Context<'_>) -> Result<(), Stop> {
    let id = context
        .target
        .action
        .ok_or_else(|| Stop::Usage(Key::ErrorNoAction.into()))?;
    let row = row_of(context, id).ok_or(Key::ErrorActionGone)?;
    let due = row.due.as_ref();
    let now = [
        ("text", row.text.clone()),
        ("owner", row.owner_name.clone()),
        ("due", due.map(ToString::to_string).unwrap_or_default()),
    ];
    open(context, "action-set", &now, vec![id.to_string()])
}

fn register(context: &mut Context<'_>) -> Result<(), Stop> {
    let Screen::People(screen) = &context.app.view.screen else {
        return Ok(());
    };
    let organisations = context.app.register();
    if let Some(row) = screen.person(context.app) {
        let organisation = row.organisation;
        let language = row.language.map(|language| language.name().to_owned());
        let now = [
            ("name", row.name.clone()),
            (
                "organisation",
                organisation.map_or_else(String::new, |id| {
                    organisations.organisation_name(id).to_owned()
                }),
            ),
            ("email", row.email.clone()),
            ("phone", row.phone.clone()),
            ("title", row.title.clone()),
            ("call-name", row.call_name.clone()),
            ("label", row.label.clone()),
            ("language", language.unwrap_or_default()),
            ("note", row.note.clone()),
            (
                "consent",
                row.consented_on
                    .map_or_else(String::new, |day| day.to_string()),
            ),
        ];
        let fixed = vec![row.id.to_string()];
        return open(context, "person-set", &now, fixed);
    }
    let Some(row) = screen.organisation(context.app) else {
        return Ok(());
    };
    let now = [
        ("label", row.label.clone()),
        ("name", row.name.clone()),
        ("short", row.short.clone()),
        ("address", row.address.clone()),
    ];
    let fixed = vec![row.id.to_string()];
    open(context, "organisation-set", &now, fixed)
}

/// A new person, or a new organisation where one is selected; what was typed is its name.
fn add(context: &mut Context<'_>) -> Result<(), Stop> {
    let Screen::People(screen) = &context.app.view.screen else {
        return Ok(());
    };
    let mut known = Args::default();
    let typed = screen.filter.text().trim();
    let name = match screen.at_organisations(context.app) {
        true => "organisation-new",
        false => "person-new",
    };
    if !typed.is_empty() {
        known.set("name", typed.to_owned());
    }
    let Some(command) = commands::find(name) else {
        return Err(Key::ErrorInternal.into());
    };
    let form = Form::new(command, context.target, &known);
    context.app.view.open(form);
    Ok(())
}

fn remove(context: &mut Context<'_>) -> Result<(), Stop> {
    let Screen::People(screen) = &context.app.view.screen else {
        return Ok(());
    };
    let person = screen.person(context.app).map(|row| row.id);
    let organisation = screen.organisation(context.app).map(|row| row.id);
    let (name, id) = match (person, organisation) {
        (Some(id), _) => ("person-remove", id),
        (None, Some(id)) => ("organisation-remove", id),
        (None, None) => return Ok(()),
    };
    Err(Stop::Instead(Box::new(Call {
        words: vec![name.to_owned(), id.to_string()],
        target: context.target,
    })))
}

/// The form of a command about the selected person and another.
fn beside(context: &mut Context<'_>, name: &'static str, arg: &'static str) -> Result<(), Stop> {
    let mut known = Args::default();
    if let Some(person) = context.target.person {
        known.set(arg, context.register()?.name_of(person).to_owned());
    }
    Err(Stop::Ask(name, known))
}
