//! `join`: the program here, the secretariat on another machine, ssh between them.
//!
//! Owns the command that is started, and the folder of the copy. It must not ask for or keep anybody's keys: that is
//! ssh's.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use super::arguments::{JoinIt, Place};
use super::failure::{Done, Failure};
use super::world::{self, World};
use super::{open, out};
use crate::app::message::Message;
use crate::domain::role::Role;
use crate::hub::{self, Ends, Far, Joining, Options};
use crate::locale::Key;
use crate::runtime::Joined;

const WHO: &str = "who.json";

/// Who the hub knows this user as, kept beside the copy for when the line is away.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Who {
    user: String,
    role: Role,
}

/// Opens the terminal program on a secretariat elsewhere.
pub fn run(world: &World, it: &JoinIt, place: Place) -> Done {
    let data = world
        .said_data()
        .map(|path| path.to_string_lossy().into_owned());
    let far = far(it, data.as_deref())?;
    let base = etcetera::choose_base_strategy().map_err(|_| Failure::said(Key::CliNoHome))?;
    let state = base.state_dir().unwrap_or_else(|| base.data_dir());
    let folder = hub::far::copy_folder(state, &it.host, data.as_deref());
    let known = who(&folder);
    let mut options = options(world, &folder, known.as_ref());
    options.copies = is_free(&folder)?;
    let about = |key: Key| Message::new(key).with("host", it.host.clone());
    // What was left pending is offered in its own session.
    drop(hub::left_behind(&mut options));
    let dialled = dial(world, it, &far, &options, known.is_some())?;
    let (ends, who) = match (dialled, known) {
        (Some((ends, who)), _) => (Some(ends), who),
        (None, Some(who)) => (None, who),
        (None, None) => return Err(about(Key::CliJoinNoCopy).into()),
    };
    let (user, role) = (who.user.clone(), who.role);
    (options.user, options.role) = (who.user.clone(), who.role);
    let joining = join(far, ends, &mut options, &who, it.offline)?;
    let joining = joining.ok_or_else(|| about(Key::CliJoinNoCopy))?;
    let joined = Some(Joined { options, joining });
    let guest = open::Guest::at_home(user, role);
    open::run_as(world, folder, guest, joined, place)
}

/// The connection, if there is to be and can be one; where there is a copy it may fail.
fn dial(
    world: &World,
    it: &JoinIt,
    far: &Far,
    options: &Options,
    copy: bool,
) -> Result<Option<(Ends, Who)>, Failure> {
    if it.offline {
        return Ok(None);
    }
    let say = |key: Key| {
        let message = Message::new(key).with("host", it.host.clone());
        out::complain(&message.render(world.locale()));
    };
    say(Key::CliJoinFetching);
    match far.dial(options, true) {
        Ok((ends, welcome)) => {
            let who = Who {
                user: welcome.user,
                role: welcome.role,
            };
            Ok(Some((ends, who)))
        }
        Err(error @ hub::Error::Far { .. }) if copy => {
            tracing::info!("{error}");
            say(Key::CliJoinOffline);
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// What the session begins with; `None` when there is neither a line nor a copy.
fn join(
    far: Far,
    ends: Option<Ends>,
    options: &mut Options,
    who: &Who,
    offline: bool,
) -> Result<Option<Joining>, Failure> {
    if !who.role.reads_all() || !options.copies {
        options.copies = false;
        return Ok(ends.map(|ends| Joining::bare(far, ends)));
    }
    let far = (!offline).then_some(far);
    let joining = Joining::open(options, far, ends)?;
    note(&options.folder, who).map_err(|error| {
        Message::new(Key::CliCannotWrite)
            .with("file", world::shown(&options.folder.join(WHO)))
            .with("why", error.to_string())
    })?;
    Ok(Some(joining))
}

fn options(world: &World, folder: &Path, who: Option<&Who>) -> Options {
    Options {
        folder: folder.to_owned(),
        user: who.map_or_else(|| world.user(), |who| who.user.clone()),
        role: who.map_or(Role::Secretary, |who| who.role),
        meeting: None,
        copies: true,
        confined: false,
        session: world::random(),
        clock: world::now,
        draw: world::random,
    }
}

/// Whether no other process has the copy.
fn is_free(folder: &Path) -> Result<bool, Failure> {
    if !folder.exists() {
        return Ok(true);
    }
    Ok(hub::hold(folder)?.is_some())
}

fn who(folder: &Path) -> Option<Who> {
    let bytes = fs::read(folder.join(WHO)).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn note(folder: &Path, who: &Who) -> std::io::Result<()> {
    let mut file = hub::private(&folder.join(WHO))?;
    std::io::Write::write_all(&mut file, &serde_json::to_vec(who)?)
}

/// The user's own ssh, with the arguments they gave it.
fn far(it: &JoinIt, data: Option<&str>) -> Result<Far, Failure> {
    if it.host.starts_with('-') || it.host.is_empty() {
        return Err(Failure::usage(
            Message::new(Key::CliUnknownOption).with("option", it.host.clone()),
        ));
    }
    let mut there = format!("{} pipe", it.program);
    if let Some(data) = data {
        there.push_str(&format!(" --data {}", quoted(data)));
    }
    let words = |list: &[&str]| list.iter().map(OsString::from).collect::<Vec<_>>();
    let mut command = words(&["ssh"]);
    command.extend(it.ssh.iter().cloned());
    command.extend(words(&["-T", "-o", "ConnectTimeout=10", "--"]));
    command.extend([OsString::from(&it.host), there.into()]);
    Ok(Far {
        name: it.host.clone(),
        command,
        quietly: words(&["-o", "BatchMode=yes", "-o", "ConnectTimeout=5"]),
    })
}

/// A word for the shell of the other machine.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_far_command_is_what_was_asked_for_and_nothing_else() {
        let it = JoinIt {
            host: "karen@server".into(),
            offline: false,
            program: "referent".into(),
            ssh: vec!["-p".into(), "2222".into()],
        };
        let far = far(&it, Some("/srv/kaj's; rm -rf")).unwrap();
        let words: Vec<&str> = far.command.iter().filter_map(|it| it.to_str()).collect();
        assert_eq!(words[..4], ["ssh", "-p", "2222", "-T"]);
        assert_eq!(
            words[words.len() - 3..],
            [
                "--",
                "karen@server",
                "referent pipe --data '/srv/kaj'\\''s; rm -rf'"
            ]
        );
        let it = JoinIt {
            host: "-oProxyCommand=sh".into(),
            ..it
        };
        assert!(super::far(&it, None).is_err());
    }
}
