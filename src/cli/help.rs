//! Help texts in the screen's language, and clap's errors in two lines.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Command, CommandFactory, FromArgMatches, Parser as _};

use super::arguments::{Arguments, Plain};
use super::{commands, out};
use crate::locale::{Key, Locale};

/// Reads the arguments; help, version and errors are written here.
pub fn parse(words: &[OsString], locale: Locale) -> Result<Arguments, ExitCode> {
    // A plain start need not wait until every subcommand is described; whatever else is said is read in full.
    if let Ok(Plain { common, place }) = Plain::try_parse_from(words) {
        let sub = None;
        return Ok(Arguments { common, place, sub });
    }
    let read = |command: Command| {
        let matches = command.try_get_matches_from(words)?;
        Arguments::from_arg_matches(&matches)
    };
    // The texts are only put on when they are to be read: every start would pay for them.
    let parsed = read(Arguments::command()).or_else(|_| read(command(locale)));
    parsed.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match out::print(&error.render().to_string()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(failure) => failure.report(locale),
            }
        }
        _ => {
            let (what, todo) = two_lines(&error.render().to_string());
            out::complain(&what);
            out::complain(&todo);
            ExitCode::from(2)
        }
    })
}

/// The whole surface with its texts.
pub fn command(locale: Locale) -> Command {
    let list = commands::overview(locale);
    describe(Arguments::command(), "cli", locale).mut_subcommand("do", |it| it.after_help(list))
}

/// Puts the locale's texts on a command, its arguments and its subcommands.
fn describe(command: Command, key: &str, locale: Locale) -> Command {
    let text = |name: &str| Key::named(name).map(|key| locale.text(key).into_owned());
    let mut command = match text(&format!("{key}-about")) {
        Some(about) => command.about(about),
        None => command,
    };
    command = command.mut_args(|arg| {
        let id = arg.get_id().as_str().to_owned();
        let own = text(&format!("{key}-arg-{id}"));
        match own.or_else(|| text(&format!("cli-arg-{id}"))) {
            Some(help) => arg.help(help),
            None => arg,
        }
    });
    command.mut_subcommands(|sub| {
        let key = format!("cli-{}", sub.get_name());
        describe(sub, &key, locale)
    })
}

/// What clap has against the arguments, and what to do.
fn two_lines(text: &str) -> (String, String) {
    let mut parts = text.split("\n\n").map(|part| {
        let lines: Vec<&str> = part.lines().map(str::trim).collect();
        lines.join(" ")
    });
    let what = parts.next().unwrap_or_default();
    let what = what.trim_start_matches("error: ").to_owned();
    let rest: Vec<String> = parts.collect();
    let todo = ["tip: ", "Usage: ", ""]
        .iter()
        .find_map(|start| rest.iter().find(|part| part.trim().starts_with(start)));
    (what, todo.cloned().unwrap_or_default().trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::secretariat::Language;

    #[test]
    fn every_subcommand_and_argument_is_described_in_both_languages() {
        for language in [Language::Danish, Language::English] {
            let mut command = command(Locale::new(language));
            command.build();
            check(&command);
        }
    }

    fn check(command: &Command) {
        let name = command.get_name();
        assert!(command.get_about().is_some(), "{name} has no description");
        for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
            assert!(arg.get_help().is_some(), "{name} {}", arg.get_id());
        }
        for sub in command.get_subcommands() {
            if sub.get_name() != "help" {
                check(sub);
            }
        }
    }

    #[test]
    fn claps_errors_become_two_lines() {
        let (what, todo) = two_lines(
            "error: unexpected argument '--x' found\n\n  tip: use '-- --x'\n\nUsage: referent\n",
        );
        assert_eq!(what, "unexpected argument '--x' found");
        assert_eq!(todo, "tip: use '-- --x'");
    }
}
