//! `as`: what an `authorized_keys` line starts, whatever the far side asked for; and `key-line`, which prints one.
//!
//! Owns the only reading of `SSH_ORIGINAL_COMMAND`: it is compared with what is allowed and never given to a shell.

use std::ffi::OsStr;
use std::io::Read as _;
use std::path::Path;

use super::arguments::{About, AsIt, KeyLineIt, Place};
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::link::Link;
use super::open::Guest;
use super::perform::{Line, perform, tell};
use super::world::{self, World};
use super::{open, out, pipe};
use crate::app::args::split_line;
use crate::app::message::Message;
use crate::domain::clean::is_clean;
use crate::domain::query::Reference;
use crate::domain::role::Role;
use crate::hub::Options;
use crate::locale::Key;

/// What may be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wish {
    /// The program on this terminal.
    Screen,
    /// The hub's frames, for `join`.
    Pipe,
    /// One of the role's commands.
    Do(Line),
}

/// The longest key that is read, bytes.
const LONGEST_KEY: u64 = 16 * 1024;
/// The longest line of `do` that is read, bytes.
const LONGEST_LINE: usize = 8 * 1024;

/// The commands a role may call without a screen. None of them takes a file.
fn commands(role: Role) -> &'static [&'static str] {
    match role {
        Role::Member => &["agenda-propose", "rsvp", "comment-add"],
        Role::Door => &["check-in", "check-out", "check-back", "apologies"],
        Role::Secretary | Role::Chair | Role::Viewer => &[],
    }
}

/// Starts what the far side may have, as the user and in the role of the key.
pub fn run(world: &World, it: &AsIt) -> Done {
    if world.named_user().is_some() {
        return Err(Failure::usage(Key::CliUserFixed));
    }
    let user = checked(&it.person)?.to_owned();
    about_one(it.role, it.meeting.as_deref())?;
    let asked = std::env::var_os("SSH_ORIGINAL_COMMAND").unwrap_or_default();
    let Some(wish) = wish(&asked, it.role) else {
        return Err(Message::new(Key::CliAsRefused)
            .with("role", it.role.name())
            .into());
    };
    let world = world.placed(world::existing(world)?, &user);
    match wish {
        Wish::Pipe => pipe::run_as(&world, user, it.role, it.meeting.clone()),
        Wish::Screen => {
            let place = Place {
                meeting: it.meeting.clone(),
                door: it.role == Role::Door && it.meeting.is_some(),
                live: it.role == Role::Viewer,
                ..Place::default()
            };
            let guest = Guest {
                user,
                role: it.role,
                only: it.meeting.clone(),
                confined: true,
            };
            open::run_as(&world, world.data()?, guest, None, place)
        }
        Wish::Do(line) => {
            let mut headless = headless(&world, user, it)?;
            tell(&perform(&mut headless, &line)?, false)
        }
    }
}

fn headless(world: &World, user: String, it: &AsIt) -> Result<Headless, Failure> {
    let session = world::random();
    let link = Link::with(Options {
        folder: world.data()?,
        user: user.clone(),
        role: it.role,
        meeting: it.meeting.clone(),
        copies: false,
        confined: true,
        session,
        clock: world::now,
        draw: world::random,
    })?;
    Headless::over(world, link, &user, session, it.role)
}

/// Only who checks people in or looks on can be held to one meeting.
fn about_one(role: Role, meeting: Option<&str>) -> Done {
    let Some(meeting) = meeting else {
        return Ok(());
    };
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let fits = (1..=80).contains(&meeting.len()) && meeting.chars().all(plain);
    match role {
        Role::Door | Role::Viewer if fits && !meeting.starts_with('-') => Ok(()),
        Role::Door | Role::Viewer => {
            let message = Message::new(Key::ErrorMeetingUnknown);
            let typed = crate::domain::clean::clean_line(meeting);
            let typed: String = typed.chars().take(40).collect();
            Err(Failure::usage(message.with("typed", typed)))
        }
        _ => Err(Failure::usage(
            Message::new(Key::CliNotOneMeeting).with("role", role.name()),
        )),
    }
}

/// What was asked for; `None`: something that is not given to this role.
fn wish(asked: &OsStr, role: Role) -> Option<Wish> {
    match asked.to_str()? {
        "" | "referent" => Some(Wish::Screen),
        "pipe" | "referent pipe" => Some(Wish::Pipe),
        asked => {
            let line = asked.strip_prefix("referent ").unwrap_or(asked);
            called(line.strip_prefix("do ")?, role).map(Wish::Do)
        }
    }
}

/// A line of `do` with one of the role's commands.
fn called(line: &str, role: Role) -> Option<Line> {
    if line.len() > LONGEST_LINE || !is_clean(line) || line.contains('\n') {
        return None;
    }
    let line = Line::read(&About::default(), &split_line(line).ok()?).ok()?;
    let name = line.words.first()?;
    let known = commands(role).contains(&name.as_str());
    (known && !line.json).then_some(line)
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
    about_one(it.role, it.meeting.as_deref())?;
    if let Some(meeting) = &it.meeting {
        let found = Headless::open(world, &folder)?.resolve(meeting)?;
        if !matches!(found, Some(Reference::Meeting(_))) {
            return Err(super::perform::unknown(Key::ErrorMeetingUnknown, meeting));
        }
    }
    let meeting = it.meeting.as_deref();
    out::print(&line(&program, &folder, user, (it.role, meeting), key)?)
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
    (role, meeting): (Role, Option<&str>),
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
    let only = meeting.map_or_else(String::new, |meeting| format!(" --meeting {meeting}"));
    Ok(format!(
        "restrict,pty,command=\"{} as '{user}' --role {role}{only} --data {}\" {key}",
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
            assert_eq!(
                wish(OsStr::new(asked), Role::Member),
                Some(Wish::Screen),
                "{asked}"
            );
        }
        for asked in ["pipe", "referent pipe"] {
            assert_eq!(
                wish(OsStr::new(asked), Role::Member),
                Some(Wish::Pipe),
                "{asked}"
            );
        }
        for asked in [
            "referent  pipe",
            "pipe ",
            " pipe",
            "pipe\n",
            "PIPE",
            "referent do",
            "do",
            "do ",
            "do network-new x y",
            "do --script - agenda-propose x",
            "edit nims-2026-3 2",
            "referent edit nims-2026-3 2",
            "do --json agenda-propose x",
            "do agenda-propose \"x",
            "do agenda-propose x\nnetwork-new x",
            "do check-in Karen",
            "sh",
        ] {
            assert_eq!(wish(OsStr::new(asked), Role::Member), None, "{asked}");
        }
    }

    #[test]
    fn a_line_of_do_is_the_roles_own_command_and_no_other() {
        let asked = "referent do --meeting nims-2026-3 agenda-propose \"Fælles $(id) ; udbud\" --minutes 10";
        let Some(Wish::Do(line)) = wish(OsStr::new(asked), Role::Member) else {
            panic!("{asked}");
        };
        assert_eq!(line.about.meeting.as_deref(), Some("nims-2026-3"));
        let words = ["agenda-propose", "Fælles $(id) ; udbud", "--minutes", "10"];
        assert_eq!(line.words, words);
        for role in [Role::Secretary, Role::Chair, Role::Door, Role::Viewer] {
            assert_eq!(wish(OsStr::new(asked), role), None, "{role}");
        }
        let long = format!("do agenda-propose {}", "x".repeat(LONGEST_LINE));
        assert_eq!(wish(OsStr::new(&long), Role::Member), None);
    }

    #[test]
    fn only_the_door_and_who_looks_on_are_held_to_one_meeting() {
        for role in Role::ALL {
            let fits = matches!(role, Role::Door | Role::Viewer);
            assert_eq!(about_one(role, Some("nims-2026-3")).is_ok(), fits, "{role}");
            assert!(about_one(role, None).is_ok(), "{role}");
        }
        for meeting in ["", "-x", "a'b", "a b", "a;b", "$(id)", "NIMS 3/2026"] {
            assert!(about_one(Role::Door, Some(meeting)).is_err(), "{meeting}");
        }
    }

    #[test]
    fn a_line_lets_one_key_in_as_one_user() {
        let line = line(
            Path::new("/usr/bin/referent"),
            Path::new("/srv/netværk"),
            "anna",
            (Role::Door, Some("nims-2026-3")),
            KEY,
        );
        assert_eq!(
            line.unwrap(),
            format!(
                "restrict,pty,command=\"'/usr/bin/referent' as 'anna' --role door --meeting nims-2026-3 --data '/srv/netværk'\" {KEY}"
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
            let line = line(
                Path::new("/x"),
                Path::new(path),
                "anna",
                (Role::Door, None),
                KEY,
            );
            assert!(line.is_err(), "{path}");
        }
    }
}
