//! `serve`: the hub of a data folder without a screen, until it is told to end.
//!
//! Owns the signals that end it and the systemd unit that starts it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::arguments::ServeIt;
use super::failure::{Done, Failure};
use super::world::{self, World};
use super::{log, out};
use crate::app::message::Message;
use crate::domain::role::Role;
use crate::hub::{self, Options};
use crate::locale::Key;
use crate::runtime::post;

/// Why the wait is over.
enum Wake {
    /// A signal asks for the end.
    End,
    /// Nobody holds the folder any more.
    Free,
}

/// Holds the folder for others; or prints the systemd unit that does.
pub fn run(world: &World, it: &ServeIt) -> Done {
    let folder = world::possible(world)?;
    if it.unit {
        let program = std::env::current_exe().map_err(|e| Failure::failed(e.to_string()))?;
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        return out::print(&unit(&program, &folder));
    }
    log::on_error();
    let (wakes, woken) = channel();
    heed_signals(wakes.clone())?;
    hold(world, &folder, &wakes, &woken)
}

fn hold(world: &World, folder: &Path, wakes: &Sender<Wake>, woken: &Receiver<Wake>) -> Done {
    let options = Options {
        folder: folder.to_owned(),
        user: world.user(),
        role: Role::Secretary,
        meeting: None,
        copies: false,
        confined: false,
        session: world::random(),
        clock: world::now,
        draw: world::random,
    };
    let say = |key: Key| {
        let message = Message::new(key).with("folder", world::shown(folder));
        out::complain(&message.render(world.locale()));
    };
    let mut waiting = false;
    loop {
        match hub::serve(&options)? {
            Some(serving) => {
                say(Key::CliServing);
                let _sorting = post::Sorting::begin(&post::Place {
                    folder: folder.to_owned(),
                    user: options.user.clone(),
                    clock: world::now,
                    draw: world::random,
                });
                let _ = woken.recv();
                drop(serving);
                say(Key::CliServed);
                return Ok(());
            }
            None if !std::mem::replace(&mut waiting, true) => say(Key::CliServeWaits),
            // Somebody else was quicker.
            None => {}
        }
        let (folder, wakes) = (folder.to_owned(), wakes.clone());
        std::thread::spawn(move || {
            let _ = hub::await_free(&folder);
            let _ = wakes.send(Wake::Free);
        });
        if let Ok(Wake::End) | Err(_) = woken.recv() {
            return Ok(());
        }
    }
}

fn heed_signals(wakes: Sender<Wake>) -> Done {
    let signals = Signals::new([SIGTERM, SIGINT, SIGHUP]);
    let mut signals = signals.map_err(|error| Failure::failed(error.to_string()))?;
    std::thread::spawn(move || {
        for _ in signals.forever() {
            let _ = wakes.send(Wake::End);
        }
    });
    Ok(())
}

/// The unit of the user's own systemd that keeps the hub running.
fn unit(program: &Path, folder: &Path) -> String {
    let (program, folder) = (quoted(program), quoted(folder));
    format!(
        "[Unit]
Description=referent

[Service]
ExecStart={program} serve --data {folder}
Restart=on-failure
UMask=0077
NoNewPrivileges=yes
# Each session has threads of its own, and each thread would keep an arena of memory.
Environment=MALLOC_ARENA_MAX=2

[Install]
WantedBy=default.target
"
    )
}

/// A path as one word of a unit file.
fn quoted(path: &Path) -> String {
    let text = PathBuf::from(path).to_string_lossy().into_owned();
    let text = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('%', "%%")
        .replace('$', "$$")
        .replace('\n', "\\n");
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_of_the_unit() {
        let unit = unit(
            Path::new("/opt/my bin/referent"),
            Path::new("/srv/5% $x\"y"),
        );
        let wanted = "ExecStart=\"/opt/my bin/referent\" serve --data \"/srv/5%% $$x\\\"y\"\n";
        assert!(unit.contains(wanted), "{unit}");
    }
}
