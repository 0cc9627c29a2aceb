//! Names of people who may not be named, found in text however they are written there: in small letters, over two
//! lines, with a genitive's s.

use std::collections::{BTreeMap, BTreeSet};

use super::{Audience, is_named};
use crate::domain::folding::fold;
use crate::domain::register::Register;

/// The names of people who have not consented, by their first word.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<String, Vec<Name>>);

/// A name, and what stands in its place.
#[derive(Debug)]
struct Name {
    /// As it is written in the register.
    whole: String,
    /// Its words, folded.
    words: Vec<String>,
    /// Where the person works; empty when that is not known.
    instead: String,
}

/// A word of a text: where it stands, and how it folds.
struct Word {
    from: usize,
    to: usize,
    folded: String,
}

impl Names {
    /// Of everybody who may not be named; a name that somebody who consented has too is theirs.
    pub fn of(register: &Register, audience: Audience) -> Self {
        let people = register.people.values().filter(|row| !row.erased);
        let key = |name: &str| -> Vec<String> {
            let words = words(name).into_iter();
            words.map(|word| word.folded).collect()
        };
        let (open, hidden): (Vec<_>, Vec<_>) = people.partition(|row| is_named(row, audience));
        let open: BTreeSet<Vec<String>> = open.iter().map(|row| key(&row.name)).collect();
        let mut names: BTreeMap<String, Vec<Name>> = BTreeMap::new();
        for row in hidden {
            let words = key(&row.name);
            let Some(first) = words.first().filter(|_| !open.contains(&words)) else {
                continue;
            };
            let place = row.organisation.map(|id| register.organisation_name(id));
            names.entry(first.clone()).or_default().push(Name {
                whole: row.name.trim().to_owned(),
                instead: place.unwrap_or_default().to_owned(),
                words,
            });
        }
        // "Karen Lund Hansen" is not "Karen Lund" with something after it.
        for rows in names.values_mut() {
            rows.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        Self(names)
    }

    /// Puts where they work, or `somebody`, in the place of the names; how many there were.
    pub fn hide(&self, text: &mut String, somebody: &str) -> usize {
        if self.0.is_empty() || text.is_empty() {
            return 0;
        }
        let words = words(text);
        let (mut open, mut kept, mut at, mut hidden) = (String::new(), 0, 0, 0);
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let Some((name, from, to)) = self.found(text, rest) else {
                at += 1;
                continue;
            };
            open.push_str(text.get(kept..from).unwrap_or_default());
            open.push_str(match name.instead.as_str() {
                "" => somebody,
                instead => instead,
            });
            (kept, at, hidden) = (to, at + name.words.len(), hidden + 1);
        }
        open.push_str(text.get(kept..).unwrap_or_default());
        if hidden > 0 {
            *text = open;
        }
        hidden
    }

    /// The name that the words begin with, and from where to where it stands.
    fn found(&self, text: &str, words: &[Word]) -> Option<(&Name, usize, usize)> {
        let first = words.first()?;
        let genitive = first.folded.strip_suffix('s').unwrap_or_default();
        let keys = [first.folded.as_str(), genitive];
        let names = keys.into_iter().filter_map(|key| self.0.get(key)).flatten();
        for name in names {
            let Some((of_name, last)) = words.get(..name.words.len()).zip(name.words.last()) else {
                continue;
            };
            let Some((end, before)) = of_name.split_last() else {
                continue;
            };
            let same = before
                .iter()
                .zip(&name.words)
                .all(|(word, of)| word.folded == *of);
            let possessed = end.folded.strip_suffix('s') == Some(last.as_str())
                && text
                    .get(..end.to)
                    .is_some_and(|it| it.ends_with(['s', 'S']));
            if !same || !(end.folded == *last || possessed) {
                continue;
            }
            let to = if end.folded == *last {
                end.to
            } else {
                end.to - 1
            };
            // "Bo" is a name, "bo" a verb.
            if name.words.len() > 1 || text.get(first.from..to) == Some(&name.whole) {
                return Some((name, first.from, to));
            }
        }
        None
    }
}

/// The words of a text: what stands between signs that are neither letters nor digits.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, sign) in ends {
        match (from, sign.is_alphanumeric()) {
            (None, true) => from = Some(at),
            (Some(start), false) => {
                words.push(Word {
                    from: start,
                    to: at,
                    folded: fold(text.get(start..at).unwrap_or_default()),
                });
                from = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::register::{Organisation, Person};

    fn names() -> Names {
        let mut register = Register::default();
        let odense = Id::from_bits(1);
        register.organisations.insert(
            odense,
            Organisation {
                id: odense,
                name: "Odense Kommune".into(),
                ..Organisation::default()
            },
        );
        let people = [
            ("Karen Lund", Some(odense), false),
            ("Karen Lund Hansen", None, false),
            ("Bo", Some(odense), false),
            ("Åse Sø", Some(odense), false),
            ("Ulla Berg", Some(odense), false),
            ("Ulla Berg", None, true),
        ];
        for (number, (name, organisation, consented)) in (10..).zip(people) {
            let id = Id::from_bits(number);
            let consented_on = consented.then(|| "2026-01-05".parse().unwrap());
            let row = Person {
                id,
                name: name.into(),
                organisation,
                consented_on,
                ..Person::default()
            };
            register.people.insert(id, row);
        }
        Names::of(&register, Audience::Public)
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let names = names();
        for (text, wanted, count) in [
            ("Oplæg ved Karen Lund.", "Oplæg ved Odense Kommune.", 1),
            ("karen\n  LUNDs oplæg", "Odense Kommunes oplæg", 1),
            ("**Karen** Lund", "**Odense Kommune", 1),
            ("Karen Lund Hansen taler", "en deltager taler", 1),
            ("Karen Lundgren", "Karen Lundgren", 0),
            (
                "Vi vil bo her, siger Bo.",
                "Vi vil bo her, siger Odense Kommune.",
                1,
            ),
            ("Aase Sø og Åse Sø", "Odense Kommune og Odense Kommune", 2),
            ("Ulla Berg har sagt ja", "Ulla Berg har sagt ja", 0),
            ("Karen", "Karen", 0),
            ("", "", 0),
        ] {
            let mut told = text.to_owned();
            assert_eq!(names.hide(&mut told, "en deltager"), count, "{text}");
            assert_eq!(told, wanted, "{text}");
        }
    }
}
