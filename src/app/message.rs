//! What the program says: a text of the locale with its variables, rendered when shown.

use crate::locale::{Arg, Key, Locale};

/// A text by key, in whatever language the reader has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    key: Key,
    args: Vec<(&'static str, Arg<'static>)>,
}

impl Message {
    /// A text without variables.
    pub fn new(key: Key) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// Fills in a variable.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg<'static>>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Which text it is.
    pub fn key(&self) -> Key {
        self.key
    }

    /// The words in a language.
    pub fn render(&self, locale: Locale) -> String {
        locale.text_with(self.key, &self.args)
    }
}

impl From<Key> for Message {
    fn from(key: Key) -> Self {
        Self::new(key)
    }
}
