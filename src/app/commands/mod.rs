//! The table of all commands, one file per area.

pub mod field;
pub mod lookup;
mod network;
mod register;
mod screen;
mod secretariat;

use super::command::Command;

/// The areas' tables.
const AREAS: &[&[Command]] = &[
    network::COMMANDS,
    register::COMMANDS,
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
mod tests;
