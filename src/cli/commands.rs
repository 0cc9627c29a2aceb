//! `do`: one command of the palette, or a script of them; and the help on commands.

use super::arguments::DoIt;
use super::failure::{Code, Done, Failure};
use super::fresh::Fresh;
use super::headless::Headless;
use super::perform::{Line, perform, tell};
use super::world::{self, World};
use super::{out, script};
use crate::app::args::{Arg, ArgKind, Place};
use crate::app::command::{Command, Scope};
use crate::app::commands;
use crate::app::message::Message;
use crate::locale::{Key, Locale};

/// Runs `do`.
pub fn run(world: &World, it: DoIt) -> Done {
    if let Some(path) = &it.script {
        let text = script::read(path)?;
        let (mut headless, fresh) = open(world)?;
        let name = match path.as_os_str().to_str() {
            Some("-") => world.locale().text(Key::CliStandardInput).into_owned(),
            _ => world::shown(path),
        };
        let done = script::run(&mut headless, &name, &text, &it.about, it.json);
        return undone(done, headless, fresh);
    }
    let line = Line::read(&it.about, &it.words)?;
    if let [name, rest @ ..] = line.words.as_slice()
        && rest.iter().any(|word| word == "--help" || word == "-h")
    {
        return help(name, world.locale());
    }
    check(&line, world.locale())?;
    let (mut headless, fresh) = open(world)?;
    match perform(&mut headless, &line) {
        Ok(outcome) => tell(&outcome, it.json || line.json),
        Err(failure) => undone(Err(failure), headless, fresh),
    }
}

/// A folder made for a command that failed goes again, unless something else is in it by now.
fn undone(done: Done, headless: Headless, fresh: Option<Fresh>) -> Done {
    drop(headless);
    if let (Err(_), Some(fresh)) = (&done, fresh) {
        fresh.discard();
    }
    done
}

/// What can be seen to be wrong without opening the folder.
fn check(line: &Line, locale: Locale) -> Done {
    match line.words.first() {
        None => Err(Failure::usage(Key::ErrorNoCommand)),
        Some(name) if of_the_line(name).is_none() => Err(unknown(name, locale)),
        Some(_) => Ok(()),
    }
}

fn open(world: &World) -> Result<(Headless, Option<Fresh>), Failure> {
    let folder = world::possible(world)?;
    let fresh = Fresh::of(&folder);
    let mut headless = Headless::open(world, &folder)?;
    if fresh.is_some() {
        headless.found(world)?;
    }
    Ok((headless, fresh))
}

fn of_the_line(name: &str) -> Option<&'static Command> {
    commands::find(name).filter(|command| command.scope != Scope::Screen)
}

/// Commands of the command line, by name.
pub fn sorted() -> Vec<&'static Command> {
    let mut all: Vec<&Command> = commands::all()
        .filter(|command| command.scope != Scope::Screen)
        .collect();
    all.sort_by_key(|command| command.name);
    all
}

/// All commands with a line each, for the help on `do`.
pub fn overview(locale: Locale) -> String {
    let all = sorted();
    let width = all.iter().map(|it| it.name.len()).max().unwrap_or(0);
    let mut text = format!("{}\n", locale.text(Key::CliCommands));
    for command in all {
        let doc = locale.text(command.doc());
        text.push_str(&format!("  {:width$}  {doc}\n", command.name));
    }
    text.push_str(&format!("\n{}", locale.text(Key::CliCommandHelp)));
    text
}

fn help(name: &str, locale: Locale) -> Done {
    let Some(command) = of_the_line(name) else {
        return Err(unknown(name, locale));
    };
    let doc = locale.text(command.doc());
    let mut text = format!("{doc}\n\n{}\n", usage(command));
    let choices = command.args.iter().filter_map(|arg| match arg.kind {
        ArgKind::Choice(names) => Some(format!("\n  {}: {}", arg.name, names.join(", "))),
        _ => None,
    });
    text.extend(choices);
    out::print(&text)
}

/// "referent do --meeting ID agenda-add TITLE [--kind KIND]".
pub fn usage(command: &Command) -> String {
    let mut words = vec!["referent do".to_owned()];
    words.extend(match command.scope {
        Scope::Network => Some("--network ID".to_owned()),
        Scope::Meeting | Scope::Entry => Some("--meeting ID".to_owned()),
        Scope::Item => Some("--meeting ID --item N".to_owned()),
        Scope::Anywhere | Scope::Screen => None,
    });
    words.push(command.name.to_owned());
    words.extend(command.args.iter().map(argument));
    words.join(" ")
}

fn argument(arg: &Arg) -> String {
    let value = arg.name.to_uppercase();
    match (arg.place, arg.kind) {
        (Place::Word, _) => value,
        (Place::OptionalWord, _) => format!("[{value}]"),
        (Place::Words, _) => format!("[{value}…]"),
        (Place::Option, ArgKind::Flag) => format!("[--{}]", arg.name),
        (Place::Option, _) => format!("[--{} {value}]", arg.name),
    }
}

/// A command nobody knows, with those of nearly this name.
pub fn unknown(name: &str, locale: Locale) -> Failure {
    let shown: String = name.chars().take(60).collect();
    let what = Message::new(Key::ErrorUnknownCommand).with("name", shown);
    let parts: Vec<&str> = name.split('-').filter(|part| part.len() > 2).collect();
    let near: Vec<&str> = sorted()
        .into_iter()
        .map(|command| command.name)
        .filter(|known| {
            parts
                .iter()
                .any(|part| known.split('-').any(|it| it == *part))
        })
        .take(8)
        .collect();
    let todo = match near.is_empty() {
        true => locale.text(Key::CliSeeCommands).into_owned(),
        false => Message::new(Key::CliNearCommands)
            .with("names", near.join(", "))
            .render(locale),
    };
    Failure::usage(what).hint(todo)
}

/// Shows how a command is called to somebody who called it in a wrong way.
pub fn explain(failure: Failure, command: &Command) -> Failure {
    match failure.code() {
        Code::Usage => failure.hint(usage(command)),
        _ => failure,
    }
}
