//! `as`: what an `authorized_keys` line starts, whatever the far side asked for; and `key-line`, which prints one.
//!
//! Owns the only reading of `SSH_ORIGINAL_COMMAND`. It is compared with what is allowed, never taken apart, never
//! given to a shell.

use std::ffi::OsStr;
use std::io::Read as _;
use std::path::Path;

use super::arguments::{AsIt, KeyLineIt, Place};
use super::failure::{Done, Failure};
use super::world::{self, World};
use super::{open, out, pipe};
use crate::app::message::Message;
use crate::domain::clean::is_clean;
use crate::domain::role::Role;
use crate::locale::Key;

/// What may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// The program on this terminal.
    Screen,
    /// The hub's frames, for `join`.
    Pipe,
}

/// The longest key that is read, bytes.
const LONGEST_KEY: u64 = 16 * 1024;

/// Starts what the far side may have, as the user and in the role of the key.
pub fn run(world: &World, it: &AsIt) -> Done {
    if world.named_user().is_some() {
        return Err(Failure::usage(Key::CliUserFixed));
    }
    let user = checked(&it.person)?.to_owned();
    let asked = std::env::var_os("SSH_ORIGINAL_COMMAND").unwrap_or_default();
    let Some(wish) = wish(&asked) else {
        return Err(Message::new(Key::CliAsRefused)
            .with("role", it.role.name())
            .into());
    };
    let world = world.placed(world::existing(world)?, &user);
    match wish {
        Wish::Pipe => pipe::run_as(&world, user, it.role),
        Wish::Screen => {
            let folder = world.data()?;
            open::run_as(&world, folder, user, it.role, None, true, Place::default())
        }
    }
}

/// What was asked for; `None`: something that is not given to anybody.
fn wish(asked: &OsStr) -> Option<Wish> {
    match asked.to_str()? {
        "" | "referent" => Some(Wish::Screen),
        "pipe" | "referent pipe" => Some(Wish::Pipe),
        _ => None,
    }
}

/// A user's name that can stand in a line of `authorized_keys` and on a screen.
fn checked(user: &str) -> Result<&str, Failure> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '@' | ' ');
    let fits = !user.trim().is_empty() && user.len() <= 64 && is_clean(user);
    if fits && !user.starts_with('-') && user.chars().all(plain) {
        return Ok(user);
    }
    Err(Failure::usage(
        Message::new(Key::CliBadUser).with("typed", user.chars().take(40).collect::<String>()),
    ))
}

/// Prints the line that lets a key in as a user in a role, and to nothing else.
pub fn key_line(world: &World, it: &KeyLineIt) -> Done {
    let user = checked(world.named_user().unwrap_or_default())?;
    let mut key = String::new();
    let read = std::io::stdin()
        .lock()
        .take(LONGEST_KEY)
        .read_to_string(&mut key);
    let key = key.trim();
    if read.is_err() || !is_key(key) {
        return Err(Failure::usage(Key::CliBadKey));
    }
    let program = std::env::current_exe().map_err(|e| Failure::failed(e.to_string()))?;
    let folder = world::existing(world)?;
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    out::print(&line(&program, &folder, user, it.role, key)?)
}

/// One public key on one line: a type, base64, perhaps a comment.
fn is_key(key: &str) -> bool {
    let mut words = key.split(' ');
    let kinds = [
        "ssh-ed25519",
        "ssh-rsa",
        "ecdsa-sha2-",
        "sk-ssh-ed25519@",
        "sk-ecdsa-sha2-",
    ];
    let kind = words.next().unwrap_or_default();
    let code = words.next().unwrap_or_default();
    let base64 = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
    is_clean(key)
        && !key.contains('\n')
        && kinds.iter().any(|known| kind.starts_with(known))
        && code.len() > 40
        && code.chars().all(base64)
}

fn line(
    program: &Path,
    folder: &Path,
    user: &str,
    role: Role,
    key: &str,
) -> Result<String, Failure> {
    let word = |path: &Path| {
        let text = path
            .to_str()
            .filter(|text| is_clean(text) && !text.contains(['"', '\\', '\'']));
        text.map(|text| format!("'{text}'")).ok_or_else(|| {
            Failure::from(Message::new(Key::CliBadPath).with("folder", world::shown(path)))
        })
    };
    Ok(format!(
        "restrict,pty,command=\"{} as '{user}' --role {role} --data {}\" {key}",
        word(program)?,
        word(folder)?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGZpcnN0a2V5Zm9ydGVzdGluZ29ubHkxMjM0NTY3 anna@home";

    #[test]
    fn only_what_is_named_is_given() {
        for asked in ["", "referent"] {
            assert_eq!(wish(OsStr::new(asked)), Some(Wish::Screen), "{asked}");
        }
        for asked in ["pipe", "referent pipe"] {
            assert_eq!(wish(OsStr::new(asked)), Some(Wish::Pipe), "{asked}");
        }
        for asked in [
            "referent  pipe",
            "pipe ",
            " pipe",
            "pipe\n",
            "PIPE",
            "referent do",
            "sh",
        ] {
            assert_eq!(wish(OsStr::new(asked)), None, "{asked}");
        }
    }

    #[test]
    fn a_line_lets_one_key_in_as_one_user() {
        let line = line(
            Path::new("/usr/bin/referent"),
            Path::new("/srv/netværk"),
            "anna",
            Role::Door,
            KEY,
        );
        assert_eq!(
            line.unwrap(),
            format!(
                "restrict,pty,command=\"'/usr/bin/referent' as 'anna' --role door --data '/srv/netværk'\" {KEY}"
            )
        );
    }

    #[test]
    fn what_would_break_the_line_is_refused() {
        for user in ["", " ", "-x", "a\"b", "a'b", "a\nb", "a\\b", "$(id)", "a;b"] {
            assert!(checked(user).is_err(), "{user}");
        }
        for key in [
            "",
            "ssh-ed25519",
            "ssh-ed25519 x",
            "command=\"sh\" ssh-ed25519 AAAA",
        ] {
            assert!(!is_key(key), "{key}");
        }
        let two = format!("{KEY}\n{KEY}");
        assert!(is_key(KEY) && !is_key(&two));
        for path in ["/srv/a\"b", "/srv/a'b", "/srv/a\\b"] {
            let line = line(Path::new("/x"), Path::new(path), "anna", Role::Door, KEY);
            assert!(line.is_err(), "{path}");
        }
    }
}
