//! Tries a text with facts made up for it, all of them and none: what is wrong shows before anybody gets a letter.

use std::collections::BTreeMap;

use serde::Serialize;

use super::engine::{Flaw, render_strictly};
use super::is_letter;

/// A fact as texts see it.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Fact {
    Words(&'static str),
    List(Vec<&'static str>),
    Number(u32),
    Yes(bool),
}

/// The facts a text can name.
pub(super) fn facts(name: &str, full: bool) -> BTreeMap<&'static str, Fact> {
    let words = |name| (name, Fact::Words(if full { "Lorem" } else { "" }));
    let list = |name| {
        let points = if full {
            vec!["1. Lorem", "2. Ipsum"]
        } else {
            Vec::new()
        };
        (name, Fact::List(points))
    };
    match name {
        "greeting" => [words("name")].into(),
        "closing" => ["by", "network"].map(words).into(),
        "programme-opening" | "programme-closing" => ["network", "season"].map(words).into(),
        _ => {
            let mut all: BTreeMap<_, _> = [
                "network",
                "meeting",
                "day",
                "time",
                "place",
                "link",
                "chair",
                "purpose",
                "unconfirmed",
                "deadline",
                "moved_from",
                "cancelled",
                "next",
                "before",
                "sample",
                "minutes",
            ]
            .map(words)
            .into();
            all.extend(["agenda", "changes"].map(list));
            all.insert("version", Fact::Number(if full { 2 } else { 1 }));
            all.insert("tentative", Fact::Yes(full));
            all
        }
    }
}

/// What is wrong with a text, told from its lines.
pub(super) fn tried(name: &str, text: &(String, Vec<usize>)) -> Result<(), Flaw> {
    for full in [true, false] {
        let made = render_strictly(text, &facts(name, full))?;
        let subject = made.lines().next().unwrap_or_default();
        if full && is_letter(name) && subject.trim().is_empty() {
            return Err(Flaw::no_subject());
        }
    }
    Ok(())
}
