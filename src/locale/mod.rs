//! The languages of the program: texts by key, and which language the user has.
//!
//! It owns the Danish and English texts (`da/*.ftl`, `en/*.ftl`, compared and turned into tables
//! when the program is built) and how dates are written. It must not know screens or commands.

#[cfg(test)]
#[path = "build.rs"]
mod build;
pub mod dates;
pub mod sentences;

pub use crate::domain::secretariat::Language;
use std::borrow::Cow;

/// A piece of a text.
enum Piece {
    Text(&'static str),
    Variable(&'static str),
    Select(&'static str, &'static [(Case, &'static [Piece])], usize),
}

/// When a choice applies.
enum Case {
    Number(i64),
    Word(&'static str),
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

impl Key {
    /// The key with this name, such as `home-title`.
    pub fn named(name: &str) -> Option<Key> {
        let index = NAMES.binary_search(&name).ok()?;
        Key::ALL.get(index).copied()
    }

    /// The name in the `.ftl` files.
    pub fn name(self) -> &'static str {
        NAMES.get(self as usize).copied().unwrap_or_default()
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
        match self.pieces(key) {
            [Piece::Text(text)] => Cow::Borrowed(text),
            pieces => Cow::Owned(render(pieces, &[])),
        }
    }

    /// A text with its variables filled in.
    pub fn text_with(self, key: Key, args: &[(&str, Arg)]) -> String {
        render(self.pieces(key), args)
    }

    fn pieces(self, key: Key) -> &'static [Piece] {
        let table = match self.language {
            Language::Danish => DANISH,
            Language::English => ENGLISH,
        };
        table.get(key as usize).copied().unwrap_or_default()
    }
}

fn render(pieces: &[Piece], args: &[(&str, Arg)]) -> String {
    let mut text = String::new();
    append(&mut text, pieces, args);
    text
}

fn append(text: &mut String, pieces: &[Piece], args: &[(&str, Arg)]) {
    let find = |name: &str| {
        args.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, arg)| arg)
    };
    for piece in pieces {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Variable(name) => match find(name) {
                Some(Arg::Number(number)) => text.push_str(&number.to_string()),
                Some(Arg::Text(words)) => text.push_str(words),
                None => text.push_str(&format!("{{{name}}}")),
            },
            Piece::Select(name, choices, default) => {
                let arg = find(name);
                let fits = choices.iter().find(|(case, _)| applies(case, arg));
                if let Some((_, pieces)) = fits.or_else(|| choices.get(*default)) {
                    append(text, pieces, args);
                }
            }
        }
    }
}

fn applies(case: &Case, arg: Option<&Arg>) -> bool {
    match (case, arg) {
        (Case::Number(wanted), Some(Arg::Number(number))) => wanted == number,
        // Danish and English both have only "one" beside "other" for whole numbers.
        (Case::Word(word), Some(Arg::Number(number))) => {
            *word == if *number == 1 { "one" } else { "other" }
        }
        (Case::Word(word), Some(Arg::Text(text))) => word == text,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
