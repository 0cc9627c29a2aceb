//! What is bound to a command: one key, or two pressed one after the other.

use std::fmt;
use std::str::FromStr;

use super::input::{Code, KeyError, KeyPress};

/// A key, or two written with a blank between them: `ctrl-g`, `g g`, `ctrl-x u`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// The first of two keys.
    pub first: Option<KeyPress>,
    /// The only key, or the second.
    pub key: KeyPress,
}

impl Chord {
    /// A key after another.
    #[must_use]
    pub fn after(first: KeyPress, key: KeyPress) -> Self {
        Self {
            first: Some(first.normal()),
            key: key.normal(),
        }
    }

    /// The least chord that begins with a key, in order.
    #[must_use]
    pub fn least(first: KeyPress) -> Self {
        Self::after(first, KeyPress::new(Code::Char('\0')))
    }
}

impl From<KeyPress> for Chord {
    fn from(key: KeyPress) -> Self {
        Self {
            first: None,
            key: key.normal(),
        }
    }
}

impl FromStr for Chord {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        match text.split_once(' ') {
            Some((first, key)) => Ok(Self::after(first.parse()?, key.parse()?)),
            None => Ok(Self::from(text.parse::<KeyPress>()?)),
        }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(first) = self.first {
            write!(f, "{first} ")?;
        }
        write!(f, "{}", self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_or_two_are_read_and_written_alike() {
        for name in ["g", "g g", "ctrl-x ctrl-s", "d $", "ctrl-x u", "g G"] {
            assert_eq!(name.parse::<Chord>().unwrap().to_string(), name);
        }
        for name in ["", " ", "g  g", "g g g", "hyper-x g", "g hyper-x"] {
            assert!(name.parse::<Chord>().is_err(), "{name}");
        }
        let g = "g".parse().unwrap();
        let gg: Chord = "g g".parse().unwrap();
        assert!(Chord::from(g) < gg && Chord::least(g) < gg);
    }
}
