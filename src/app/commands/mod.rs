//! The table of all commands, one file per area.

mod network;
mod screen;

use super::command::Command;

/// All commands, area by area.
pub fn all() -> impl Iterator<Item = &'static Command> {
    [network::COMMANDS, screen::COMMANDS].into_iter().flatten()
}

/// The command of this name.
pub fn find(name: &str) -> Option<&'static Command> {
    all().find(|command| command.name == name)
}
