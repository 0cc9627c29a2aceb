//! Keymaps: which key is which command line, by place ("scope"). A user's own file lies over a shipped one.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use crate::locale::Key;

use super::args::split_line;
use super::chord::Chord;
use super::commands;
use super::input::KeyPress;
use super::message::Message;
use super::strip;

/// The places keys can be bound for: a screen, a pane, an overlay; `global` holds everywhere.
pub const SCOPES: &[&str] = &[
    "global",
    "list",
    "home",
    "network",
    "terms",
    "group",
    "materials",
    "people",
    "desk",
    "followup",
    "season",
    "year",
    "figures",
    "history",
    "live",
    "meeting",
    "next",
    "agenda",
    "moving",
    "participants",
    "actions",
    "text",
    "strip",
    "strip-en",
    "normal",
    "visual",
    "door",
    "form",
    "field",
    "palette",
    "find",
    "help",
    "panel",
    "practicals",
    "programme",
    "needs",
    "ideas",
    "sign-ups",
    "knowledge",
    "resources",
    "stays",
    "queue",
    "phrases",
    "abbreviations",
    "words",
    "speakers",
    "annexes",
    "vote",
    "comments",
    "proposals",
    "letters",
    "confirm",
    "reader",
];

/// The places that are a whole screen: what has keys only in others of them is not offered on one.
pub const SCREENS: &[&str] = &[
    "home", "network", "people", "followup", "history", "live", "season", "year", "figures",
    "desk", "terms",
];

/// The shipped keymaps, by name.
pub const SHIPPED: &[(&str, &str)] = &[
    ("default", include_str!("../../keymaps/default.toml")),
    ("vim", include_str!("../../keymaps/vim.toml")),
    ("emacs", include_str!("../../keymaps/emacs.toml")),
];

/// Keys by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    bindings: BTreeMap<&'static str, BTreeMap<Chord, Vec<String>>>,
    /// Text is typed only in a mode of its own (Vim).
    pub modal: bool,
}

impl Keymap {
    /// A shipped keymap.
    ///
    /// # Errors
    /// When there is none of this name.
    pub fn shipped(name: &str) -> Result<Self, Message> {
        let unknown = || {
            let known: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
            Message::new(Key::ErrorUnknownKeymap)
                .with("name", name.to_owned())
                .with("known", known.join(", "))
        };
        let (name, text) = SHIPPED
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or_else(unknown)?;
        let mut keymap = match *name {
            "default" => Self::default(),
            _ => Self::shipped("default")?,
        };
        keymap.lay_shipped(text);
        Ok(keymap)
    }

    /// Lays a shipped keymap over this one. It is written so plainly, a key a line, that a start need not wait until
    /// TOML is read and every command looked up; a test reads each as a person's own is read.
    fn lay_shipped(&mut self, text: &str) {
        let mut scope = None;
        for line in text.lines() {
            if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                scope = SCOPES.iter().find(|known| **known == name);
            } else if line == "modal = true" {
                self.modal = true;
            } else if let (Some(scope), Some((key, line))) = (scope, plain(line))
                && let (Ok(key), Ok(words)) = (key.parse(), split_line(line))
            {
                self.bind(scope, key, words);
            }
        }
    }

    /// Lays a keymap file over this one, or over the shipped one it names with `base = "vim"`: its
    /// keys replace, `""` takes a key away.
    ///
    /// # Errors
    /// An unknown scope, key or command, or a key bound twice; nothing is changed then.
    pub fn lay_over(&mut self, text: &str, file: &str) -> Result<(), Message> {
        let mut next = self.clone();
        let wrong = |line: usize, what: String| {
            Message::new(Key::ErrorKeymap)
                .with("file", file.to_owned())
                .with("line", line)
                .with("what", what)
        };
        let document: toml::Table = text.parse().map_err(|error: toml::de::Error| {
            let at = error.span().map_or(0, |span| span.start);
            wrong(line_of(text, at), error.message().to_owned())
        })?;
        if let Some(base) = document.get("base") {
            let name = base.as_str().unwrap_or_default();
            let unknown = |_| wrong(line_with(text, "base"), format!("base = {base}"));
            next = Self::shipped(name).map_err(unknown)?;
        }
        let mut seen = BTreeSet::new();
        for (scope, table) in &document {
            match scope.as_str() {
                "base" => continue,
                "modal" => {
                    next.modal = table.as_bool().unwrap_or(false);
                    continue;
                }
                _ => {}
            }
            let known = SCOPES.iter().find(|known| *known == scope);
            let (Some(scope), Some(table)) = (known, table.as_table()) else {
                return Err(wrong(line_with(text, scope), format!("[{scope}]")));
            };
            for (name, line) in table {
                let place = || line_with_key(text, scope, name);
                let key =
                    Chord::from_str(name).map_err(|error| wrong(place(), error.to_string()))?;
                let line = line.as_str().unwrap_or_default();
                let words = split_line(line).map_err(|_| wrong(place(), line.to_owned()))?;
                if words
                    .first()
                    .is_some_and(|name| commands::find(name).is_none())
                {
                    return Err(wrong(place(), line.to_owned()));
                }
                // Two keys can't begin with one that is bound alone, nor with a letter of a text.
                let typed = *scope == "text" && key.first.and_then(KeyPress::text).is_some();
                if typed || clashes(&seen, scope, key) || !seen.insert((*scope, key)) {
                    return Err(wrong(place(), name.clone()));
                }
                next.bind(scope, key, words);
            }
        }
        *self = next;
        Ok(())
    }

    /// Binds a key: alone it takes the place of two that begin with it, and the other way.
    fn bind(&mut self, scope: &'static str, key: Chord, words: Vec<String>) {
        if scope == strip::SHARED {
            // A letter said for all languages is not hidden by one language's own.
            let english = self.bindings.get_mut(strip::ENGLISH);
            english.and_then(|bound| bound.remove(&key));
        }
        let bound = self.bindings.entry(scope).or_default();
        match key.first {
            Some(first) => drop(bound.remove(&first.into())),
            None => bound.retain(|other, _| other.first != Some(key.key)),
        }
        if words.is_empty() {
            bound.remove(&key);
        } else {
            bound.insert(key, words);
        }
    }

    /// The command line a key stands for in the first of these places that binds it.
    pub fn find(&self, scopes: &[&'static str], key: impl Into<Chord>) -> Option<&[String]> {
        let key = key.into();
        let bound = |scope: &&str| self.bindings.get(*scope)?.get(&key);
        scopes.iter().find_map(bound).map(Vec::as_slice)
    }

    /// Whether a key is the first of two in the first of these places that knows it.
    pub fn begins(&self, scopes: &[&'static str], key: KeyPress) -> bool {
        let known = scopes.iter().find_map(|scope| {
            if self.find(&[*scope], key).is_some() {
                return Some(false);
            }
            self.seconds(scope, key).next().map(|_| true)
        });
        known.unwrap_or(false)
    }

    /// What can follow a first key in a place.
    pub fn seconds(
        &self,
        scope: &'static str,
        first: KeyPress,
    ) -> impl Iterator<Item = (KeyPress, &[String])> {
        let first = first.normal();
        let bound = self.bindings.get(scope).into_iter();
        bound
            .flat_map(move |bound| bound.range(Chord::least(first)..))
            .take_while(move |(chord, _)| chord.first == Some(first))
            .map(|(chord, words)| (chord.key, words.as_slice()))
    }

    /// The keys of a place, for help.
    pub fn of(&self, scope: &str) -> impl Iterator<Item = (Chord, &[String])> {
        let bound = self.bindings.get(scope).into_iter().flatten();
        bound.map(|(key, words)| (*key, words.as_slice()))
    }

    /// The places where a command has a key.
    pub fn places_of<'a>(&'a self, command: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let has = move |words: &Vec<String>| words.first().is_some_and(|name| name == command);
        let places = self.bindings.iter();
        places
            .filter(move |(_, bound)| bound.values().any(has))
            .map(|(place, _)| *place)
    }

    /// The plainest key of a command line in the first of these places that has one, for hints.
    pub fn key_of(&self, scopes: &[&str], line: &str) -> Option<Chord> {
        let words = split_line(line).ok()?;
        scopes.iter().find_map(|scope| {
            let bound = self.of(scope).filter(|(_, bound)| *bound == words);
            let held = |chord: &Chord| chord.first.is_some() || chord.key.ctrl || chord.key.alt;
            bound
                .map(|(chord, _)| chord)
                .min_by_key(|chord| (held(chord), *chord))
        })
    }
}

/// The key and the command line of `"key" = "line"`.
fn plain(line: &str) -> Option<(&str, &str)> {
    let (key, line) = line.split_once("\" = \"")?;
    Some((key.strip_prefix('"')?, line.strip_suffix('"')?))
}

/// Whether a key is bound alone and as the first of two.
fn clashes(seen: &BTreeSet<(&str, Chord)>, scope: &str, key: Chord) -> bool {
    match key.first {
        Some(first) => seen.contains(&(scope, first.into())),
        None => seen
            .range((scope, Chord::least(key.key))..)
            .next()
            .is_some_and(|(place, other)| *place == scope && other.first == Some(key.key)),
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

fn line_with(text: &str, scope: &str) -> usize {
    text.lines()
        .position(|line| line.trim_start().trim_start_matches('[').starts_with(scope))
        .map_or(1, |index| index + 1)
}

fn line_with_key(text: &str, scope: &str, name: &str) -> usize {
    let from = line_with(text, scope);
    let quoted = format!("\"{name}\"");
    text.lines()
        .skip(from)
        .position(|line| {
            line.trim_start().starts_with(&quoted) || line.trim_start().starts_with(name)
        })
        .map_or(from, |index| from + index + 1)
}

#[cfg(test)]
mod tests;
