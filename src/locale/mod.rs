//! The languages of the program: texts by key, and which language the user has.
//!
//! It owns the Danish and English texts (`da/*.ftl`, `en/*.ftl`, compared and turned into tables
//! when the program is built) and how dates are written. It must not know screens or commands.

#[cfg(test)]
#[path = "build.rs"]
mod build;
pub mod dates;
mod pattern;
pub mod sentences;
mod votes;

pub use crate::domain::secretariat::Language;
use std::borrow::Cow;
use std::cmp::Ordering;

/// Texts as one, and where each ends.
struct Texts {
    all: &'static str,
    ends: &'static [usize],
}

impl Texts {
    fn get(&self, index: usize) -> &'static str {
        let before = index.checked_sub(1).and_then(|it| self.ends.get(it));
        let (from, end) = (before.copied().unwrap_or(0), self.ends.get(index).copied());
        end.and_then(|end| self.all.get(from..end)).unwrap_or("")
    }

    /// Which of texts in order this is.
    fn find(&self, text: &str) -> Option<usize> {
        let mut span = 0..self.ends.len();
        while !span.is_empty() {
            let middle = span.start + span.len() / 2;
            match self.get(middle).cmp(text) {
                Ordering::Equal => return Some(middle),
                Ordering::Less => span.start = middle + 1,
                Ordering::Greater => span.end = middle,
            }
        }
        None
    }
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

impl Key {
    /// The key with this name, such as `home-title`.
    pub fn named(name: &str) -> Option<Key> {
        Key::ALL.get(NAMES.find(name)?).copied()
    }

    /// The name in the `.ftl` files.
    pub fn name(self) -> &'static str {
        NAMES.get(self as usize)
    }
}

/// A value put into a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A whole number, which also chooses between one and more.
    Number(i64),
    /// Words.
    Text(Cow<'a, str>),
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(number: $kind) -> Self {
                Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
numbers!(i32, i64, u8, u16, u32, u64, usize);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Arg::Text(text)
    }
}

/// The texts of one language. Copying it is free; nothing is read or parsed at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Locale {
    language: Language,
}

impl Locale {
    /// The texts of a language.
    pub fn new(language: Language) -> Locale {
        Locale { language }
    }

    /// Which language this is.
    pub fn language(self) -> Language {
        self.language
    }

    /// A text without variables; one that has some shows their names.
    pub fn text(self, key: Key) -> Cow<'static, str> {
        pattern::fill(self.pattern(key), &[])
    }

    /// A text with its variables filled in.
    pub fn text_with(self, key: Key, args: &[(&str, Arg)]) -> String {
        pattern::fill(self.pattern(key), args).into_owned()
    }

    fn pattern(self, key: Key) -> &'static str {
        match self.language {
            Language::Danish => DANISH.get(key as usize),
            Language::English => ENGLISH.get(key as usize),
        }
    }
}

#[cfg(test)]
mod tests;
