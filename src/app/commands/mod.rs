//! The table of all commands, one file per area.

mod actions;
mod approval;
mod comments;
mod entries;
pub mod field;
mod history;
mod location;
pub mod lookup;
mod minutes;
mod network;
mod register;
mod running;
mod screen;
mod secretariat;

use super::command::Command;

/// The areas' tables.
const AREAS: &[&[Command]] = &[
    actions::COMMANDS,
    approval::COMMANDS,
    comments::COMMANDS,
    entries::COMMANDS,
    history::COMMANDS,
    minutes::COMMANDS,
    network::COMMANDS,
    register::COMMANDS,
    running::COMMANDS,
    screen::COMMANDS,
    secretariat::COMMANDS,
];

/// All commands, area by area.
pub fn all() -> impl Iterator<Item = &'static Command> {
    AREAS.iter().copied().flatten()
}

/// The command of this name.
pub fn find(name: &str) -> Option<&'static Command> {
    all().find(|command| command.name == name)
}

#[cfg(test)]
mod course_tests;
#[cfg(test)]
mod tests;
