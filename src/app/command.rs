//! Commands as data: one entry has the name that keymaps, palette, help and the command line use.

use crate::domain::query::Query;
use crate::locale::Key;

use super::Call;
use super::args::{Arg, Args};
use super::context::Context;
use super::message::Message;

/// What a command works on; where it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Nothing in particular.
    Anywhere,
    /// A network.
    Network,
    /// A meeting.
    Meeting,
    /// An agenda item of a meeting.
    Item,
    /// An entry of the minutes.
    Entry,
    /// The screen itself: moving, opening, closing. Not on the command line.
    Screen,
}

/// A command.
#[derive(Clone, Copy)]
pub struct Command {
    /// Its name, kebab-case: noun, then verb.
    pub name: &'static str,
    /// What it works on.
    pub scope: Scope,
    /// What it takes.
    pub args: &'static [Arg],
    /// What it does.
    pub run: Run,
}

/// What a command does.
pub type Run = fn(&mut Context<'_>, &Args) -> Result<(), Stop>;

impl Command {
    /// A command of the screen itself.
    pub const fn screen(name: &'static str, args: &'static [Arg], run: Run) -> Self {
        Self {
            name,
            scope: Scope::Screen,
            args,
            run,
        }
    }

    /// The key of its one-line description: `command-NAME`.
    pub fn doc(&self) -> Key {
        Key::named(&format!("command-{}", self.name)).unwrap_or(Key::CommandUndescribed)
    }
}

/// Why a command stopped before its end; nothing is changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// It needs this answer first, and is run again when it is there.
    Need(Box<Query>),
    /// It can't be done, and why.
    Fail(Message),
    /// It was called in a wrong way, and how.
    Usage(Message),
    /// A person must fill in the form of this command first, beginning with these values.
    Ask(&'static str, Args),
    /// Another call does what was wanted.
    Instead(Box<Call>),
}

impl Stop {
    /// The same, said of an argument.
    #[must_use]
    pub fn about(self, argument: &'static str) -> Self {
        match self {
            Self::Fail(message) => Self::Fail(message.about(argument)),
            Self::Usage(message) => Self::Usage(message.about(argument)),
            other => other,
        }
    }
}

impl From<Message> for Stop {
    fn from(message: Message) -> Self {
        Self::Fail(message)
    }
}

impl From<Key> for Stop {
    fn from(key: Key) -> Self {
        Self::Fail(Message::new(key))
    }
}
