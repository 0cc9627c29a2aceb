//! Exit codes, and failures in two lines: what happened, what to do.

use std::process::ExitCode;

use crate::app::message::Message;
use crate::locale::{Key, Locale};

use super::{out, world};
use crate::hub;

/// How a subcommand ends.
pub type Done = Result<(), Failure>;

/// The exit codes beside 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Nothing was changed.
    Failed = 1,
    /// Called in a wrong way.
    Usage = 2,
    /// Done, but not confirmed as saved.
    Unsaved = 3,
}

/// Why a subcommand did not end well.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    code: Code,
    what: Said,
    todo: Option<Said>,
}

/// A text of the locale, or words that came in English from deeper down.
#[derive(Clone, Debug, PartialEq)]
enum Said {
    Message(Message),
    Words(String),
}

impl Failure {
    /// Something could not be done; nothing was changed.
    pub fn failed(what: impl Into<String>) -> Self {
        Self::new(Code::Failed, Said::Words(what.into()))
    }

    /// As [`Failure::failed`], from the locale.
    pub fn said(what: impl Into<Message>) -> Self {
        Self::new(Code::Failed, Said::Message(what.into()))
    }

    /// A wrong call.
    pub fn usage(what: impl Into<Message>) -> Self {
        Self::new(Code::Usage, Said::Message(what.into()))
    }

    /// Not confirmed as saved.
    pub fn unsaved(what: impl Into<Message>) -> Self {
        Self::new(Code::Unsaved, Said::Message(what.into()))
    }

    fn new(code: Code, what: Said) -> Self {
        Self {
            code,
            what,
            todo: None,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn todo(mut self, todo: impl Into<Message>) -> Self {
        self.todo = Some(Said::Message(todo.into()));
        self
    }

    /// What to do about it, in words that are no text, such as a command to type.
    #[must_use]
    pub fn hint(mut self, todo: impl Into<String>) -> Self {
        self.todo = Some(Said::Words(todo.into()));
        self
    }

    /// The same, named as a line of a script.
    #[must_use]
    pub fn at(self, file: &str, line: usize, locale: Locale) -> Self {
        let (what, todo) = self.lines(locale);
        let place = Message::new(Key::CliScriptLine)
            .with("file", file.to_owned())
            .with("line", line)
            .with("what", what);
        Self {
            code: self.code,
            what: Said::Message(place),
            todo: Some(Said::Words(todo)),
        }
    }

    /// The exit code.
    pub fn code(&self) -> Code {
        self.code
    }

    /// What happened.
    pub fn what(&self, locale: Locale) -> String {
        self.lines(locale).0
    }

    /// What happened and what to do, a line each.
    fn lines(&self, locale: Locale) -> (String, String) {
        let what = self.what.render(locale);
        if let Some(todo) = &self.todo {
            return (what, todo.render(locale));
        }
        match split(&what) {
            Some((what, todo)) => (what.to_owned(), todo.to_owned()),
            None => {
                let key = match self.code {
                    Code::Failed => Key::CliNothingChanged,
                    Code::Usage => Key::CliSeeHelp,
                    Code::Unsaved => Key::CliRunCheck,
                };
                (what, locale.text(key).into_owned())
            }
        }
    }

    /// Writes it to standard error.
    pub fn report(&self, locale: Locale) -> ExitCode {
        let (what, todo) = self.lines(locale);
        out::complain(&what);
        out::complain(&todo);
        ExitCode::from(self.code as u8)
    }
}

impl Said {
    fn render(&self, locale: Locale) -> String {
        match self {
            Self::Message(message) => message.render(locale),
            Self::Words(words) => words.clone(),
        }
    }
}

/// Short words whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 7] = ["jf", "kl", "nr", "pkt", "ca", "bl", "st"];

/// The first sentence, and the rest: messages say what happened, then what to do. A sentence
/// ends with a full stop that is no abbreviation's, or with a semicolon before the last part.
fn split(text: &str) -> Option<(&str, &str)> {
    let full = text.match_indices(". ").find(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        let after = text.get(at + 2..).unwrap_or_default();
        let word = before.rsplit(' ').next().unwrap_or_default();
        let short = word.chars().count() <= 3;
        // "Chr." and "jf." end no sentence.
        let abbreviated =
            short && (word.starts_with(char::is_uppercase) || ABBREVIATIONS.contains(&word));
        !abbreviated && after.chars().next().is_some_and(char::is_uppercase)
    });
    if let Some((at, _)) = full {
        return text.split_at_checked(at + 1).map(trimmed);
    }
    let at = text.rfind("; ")?;
    let (what, todo) = text.split_at_checked(at)?;
    Some((what, todo.trim_start_matches(';').trim_start()))
}

fn trimmed<'a>((what, todo): (&'a str, &'a str)) -> (&'a str, &'a str) {
    (what, todo.trim_start())
}

impl From<Message> for Failure {
    fn from(message: Message) -> Self {
        Self::said(message)
    }
}

impl From<hub::Error> for Failure {
    fn from(error: hub::Error) -> Self {
        match error {
            hub::Error::Version { theirs, ours } => Message::new(Key::CliOtherVersion)
                .with("theirs", u64::from(theirs))
                .with("ours", u64::from(ours))
                .into(),
            hub::Error::Busy { path, cause } => Message::new(Key::CliHubBusy)
                .with("folder", world::shown(&path))
                .with("why", cause)
                .into(),
            hub::Error::Far { name, cause } => Message::new(Key::CliHubFar)
                .with("host", name)
                .with("why", cause)
                .into(),
            other => Self::failed(other.to_string()),
        }
    }
}

impl From<Key> for Failure {
    fn from(key: Key) -> Self {
        Self::said(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::secretariat::Language;

    #[test]
    fn what_happened_and_what_to_do_are_a_line_each() {
        let locale = Locale::new(Language::English);
        for (said, what, todo) in [
            (
                "There is no meeting x. See: referent list meetings",
                "There is no meeting x.",
                "See: referent list meetings",
            ),
            (
                "the disk is full; nothing is lost; make room",
                "the disk is full; nothing is lost",
                "make room",
            ),
            (
                "Several fit Chr. H. Write more.",
                "Several fit Chr. H. Write more.",
                "Nothing was changed.",
            ),
        ] {
            let lines = Failure::failed(said).lines(locale);
            assert_eq!(lines, (what.to_owned(), todo.to_owned()), "{said}");
        }
    }
}
