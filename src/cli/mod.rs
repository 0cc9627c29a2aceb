//! The command line: one file per subcommand, and what they share.
//!
//! Owns arguments, the process's environment, exit codes and what is written to standard output and error.
//! It must not change data by any way but the app's commands and the hub.

mod archive;
mod arguments;
mod backup;
mod calendar;
mod check;
mod checklist;
mod commands;
mod complete;
mod demo;
mod desk;
mod document;
mod edit;
mod failure;
mod fresh;
mod handover;
mod headless;
mod held;
mod help;
mod history;
mod import;
mod intake;
mod join;
mod keys;
mod letterhead;
mod link;
mod list;
mod log;
mod need;
mod open;
mod out;
mod own_texts;
mod perform;
mod pipe;
mod plan;
mod portal;
mod rebuild;
mod report;
mod restricted;
mod script;
mod send;
mod serve;
mod sheets;
mod show;
mod status;
mod walk;
pub mod world;

use std::ffi::OsString;
use std::process::ExitCode;

use arguments::{Arguments, Sub};
use failure::Done;
use world::World;

/// Runs the program with these arguments, the first being its own name.
pub fn run(words: Vec<OsString>) -> ExitCode {
    crate::hub::hush();
    let language = world::spoken(&words);
    let arguments = match help::parse(&words, language) {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let world = match &arguments.sub {
        Some(Sub::As(_)) => World::restricted(&arguments.common),
        _ => World::new(&arguments.common),
    };
    log::begin(&world);
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "started");
    let done = dispatch(arguments, &world);
    match done {
        Ok(()) => {
            tracing::info!("ended well");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            tracing::info!(code = failure.code() as u8, "ended");
            failure.report(world.locale())
        }
    }
}

fn dispatch(arguments: Arguments, world: &World) -> Done {
    let (place, sub) = (arguments.place, arguments.sub);
    match sub {
        None => open::run(world, place),
        Some(Sub::Do(it)) => commands::run(world, it.placed(place)),
        Some(Sub::Join(it)) => join::run(world, &it, place),
        Some(other) => {
            place.must_be_empty(world.locale())?;
            dispatch_plain(other, world)
        }
    }
}

fn dispatch_plain(sub: Sub, world: &World) -> Done {
    match sub {
        Sub::Do(_) | Sub::Join(_) => Ok(()),
        Sub::Pipe => pipe::run(world),
        Sub::As(it) => restricted::run(world, &it),
        Sub::KeyLine(it) => restricted::key_line(world, &it),
        Sub::List(it) => list::run(world, &it),
        Sub::Show(it) => show::run(world, &it),
        Sub::Walk(it) => walk::run(world, &it),
        Sub::Export(it) => document::run(world, &it),
        Sub::Handover(it) => handover::run(world, &it),
        Sub::Portal(it) => portal::run(world, &it),
        Sub::Send(it) => send::send(world, &it),
        Sub::Outbox(it) => send::outbox(world, &it),
        Sub::Intake(it) => intake::run(world, &it),
        Sub::Import(it) => import::run(world, &it),
        Sub::Edit(it) => edit::run(world, &it),
        Sub::History(it) => history::run(world, &it),
        Sub::Check(it) => check::run(world, &it),
        Sub::Rebuild => rebuild::run(world),
        Sub::Backup(it) => backup::backup(world, &it),
        Sub::Restore(it) => backup::restore(world, &it),
        Sub::Serve(it) => serve::run(world, &it),
        Sub::Demo(it) => demo::run(world, &it),
        Sub::Keys => keys::run(world),
        Sub::Schema => complete::schema(),
        Sub::Completions(it) => complete::completions(&it, world),
        Sub::Man => complete::man(world),
    }
}
