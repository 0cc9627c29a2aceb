//! A log in the data folder, only when `REFERENT_LOG` asks for it (`info`, `debug`, `trace`). It
//! says what the program did, never whom or what it was about.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::sync::Mutex;

use tracing::Level;

use super::world::{self, World};

const NAME: &str = "referent.log";

/// Says on standard error what is wrong, where there is no other log.
pub fn on_error() {
    let _ = tracing_subscriber::fmt()
        .with_max_level(Level::WARN)
        .with_ansi(false)
        .with_target(false)
        .without_time()
        .with_writer(std::io::stderr)
        .try_init();
}

/// Begins the log, where there is a folder for it.
pub fn begin(world: &World) {
    let Some(level) = world.log_level() else {
        return;
    };
    let level: Level = level.parse().unwrap_or(Level::INFO);
    let Some(folder) = world.data().ok().filter(|it| world::is_secretariat(it)) else {
        return;
    };
    let file = OpenOptions::new()
        .append(true)
        .create(true)
        .mode(0o600)
        .open(folder.join(NAME));
    if let Ok(file) = file {
        let _ = tracing_subscriber::fmt()
            .with_max_level(level)
            .with_ansi(false)
            .with_target(false)
            .with_writer(Mutex::new(file))
            .try_init();
    }
}
