//! The terminal program: its folder, its keys, and where it opens.

use std::path::{Path, PathBuf};

use super::arguments::Place;
use super::failure::{Done, Failure};
use super::world::{self, World};
use crate::app::keymap::{Keymap, SHIPPED};
use crate::app::message::Message;
use crate::domain::role::Role;
use crate::locale::Key;
use crate::runtime::{self, Error, Joined, Keys, Opening, Start};

/// Opens the terminal program.
pub fn run(world: &World, place: Place) -> Done {
    let folder = world::possible(world)?;
    if place.meeting.is_some() {
        world::existing(world)?;
    }
    let guest = Guest::at_home(world.user(), Role::Secretary);
    run_as(world, folder, guest, None, place)
}

/// For whom the program is opened.
pub struct Guest {
    /// The user's name.
    pub user: String,
    /// What the user may.
    pub role: Role,
    /// The only meeting that is about.
    pub only: Option<String>,
    /// Let in from elsewhere: no file of this machine is theirs.
    pub confined: bool,
}

impl Guest {
    /// Somebody at this machine.
    pub fn at_home(user: String, role: Role) -> Self {
        Self {
            user,
            role,
            only: None,
            confined: false,
        }
    }
}

/// Opens the terminal program for a user in a role, here or joined elsewhere.
pub fn run_as(
    world: &World,
    folder: PathBuf,
    guest: Guest,
    joined: Option<Joined>,
    place: Place,
) -> Done {
    let start = Start {
        folder,
        user: guest.user,
        role: guest.role,
        only: guest.only,
        confined: guest.confined,
        language: world.language(),
        guess: world.locale().language(),
        opening: Opening {
            meeting: place.meeting,
            item: place.item,
            minutes: place.minutes,
            door: place.door,
            live: place.live,
        },
        now: world::now,
        draw: world::random,
        joined,
    };
    runtime::start(start, || {
        let (keymap, notice) = keymap(world)?;
        Ok(Keys { keymap, notice })
    })
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Opening(message) => Self::said(message),
            Error::Hub(error) => error.into(),
            other => Self::failed(other.to_string()),
        }
    }
}

/// The keymap asked for, by name or file; else the default with the user's own file over it.
fn keymap(world: &World) -> Result<(Keymap, Option<Message>), Failure> {
    let Some(asked) = &world.keymap else {
        return own();
    };
    if SHIPPED.iter().any(|(name, _)| name == asked) {
        return Ok((Keymap::shipped(asked)?, None));
    }
    let path = Path::new(asked);
    if !path.exists() && !asked.contains(['/', '.']) {
        return Err(Keymap::shipped(asked)
            .map_or_else(Failure::usage, |_| Failure::said(Key::ErrorInternal)));
    }
    Ok((over_default(path)?, None))
}

/// A file of the user's own that can't be read is named; the program starts all the same.
fn own() -> Result<(Keymap, Option<Message>), Failure> {
    use etcetera::BaseStrategy;
    let base = etcetera::choose_base_strategy().ok();
    let path = base.map(|base| base.config_dir().join("referent").join("keymap.toml"));
    match path
        .filter(|path| path.is_file())
        .map(|path| over_default(&path))
    {
        Some(Ok(keymap)) => Ok((keymap, None)),
        Some(Err(message)) => Ok((Keymap::shipped("default")?, Some(message))),
        None => Ok((Keymap::shipped("default")?, None)),
    }
}

fn over_default(path: &Path) -> Result<Keymap, Message> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Message::new(Key::CliCannotRead)
            .with("file", world::shown(path))
            .with("why", error.to_string())
    })?;
    let mut keymap = Keymap::shipped("default")?;
    keymap.lay_over(&text, &world::shown(path))?;
    Ok(keymap)
}
