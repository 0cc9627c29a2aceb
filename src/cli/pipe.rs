//! `pipe`: a session on another machine, through standard input and output.

use super::failure::Done;
use super::world::{self, World};
use crate::domain::role::Role;
use crate::hub::{self, Options};

/// Connects the far session with the folder's hub, as this account's user.
pub fn run(world: &World) -> Done {
    run_as(world, world.user(), Role::Secretary, None)
}

/// As a user in a role, whatever the far session says it is.
pub fn run_as(world: &World, user: String, role: Role, meeting: Option<String>) -> Done {
    let options = Options {
        folder: world::possible(world)?,
        user,
        role,
        meeting,
        copies: false,
        confined: false,
        session: world::random(),
        clock: world::now,
        draw: world::random,
    };
    Ok(hub::pipe(&options)?)
}
