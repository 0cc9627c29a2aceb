//! The texts round the data: what letters say, and what stands before and after a document's own parts. Each is built
//! in or a network's own.
//!
//! It owns which there are, and what happens to one that is wrong. It must not know what a fact means.

mod check;
mod engine;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use serde::Serialize;

use super::outline::{Block, Role};
use super::prose::prose;
use crate::domain::letter::LetterKind;
use crate::domain::network::Network;
use crate::domain::own_text::LONGEST;
use crate::domain::secretariat::Language;

pub use engine::Flaw;

macro_rules! texts {
    ($($name:literal)*) => {
        /// Each text that is built in: its name, Danish, English.
        const BUILT_IN: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("da/", $name, ".txt")),
            include_str!(concat!("en/", $name, ".txt")),
        ),)*];
    };
}

texts! {
    "head" "agenda_points" "changes" "save-the-date" "call-for-items" "invitation" "agenda"
    "reminder" "moved" "cancellation" "minutes-for-comments" "minutes" "actions"
    "action-reminder" "speaker-confirmation" "thanks" "greeting" "closing"
}

/// The texts that a network can have of its own: letters, how they begin and end, and what stands round documents.
pub const NAMES: &[&str] = &[
    "save-the-date",
    "call-for-items",
    "invitation",
    "agenda",
    "reminder",
    "moved",
    "cancellation",
    "minutes-for-comments",
    "minutes",
    "actions",
    "action-reminder",
    "speaker-confirmation",
    "thanks",
    "greeting",
    "closing",
    "agenda-opening",
    "agenda-closing",
    "minutes-opening",
    "minutes-closing",
    "programme-opening",
    "programme-closing",
];

/// An own text that could not be used, and why: the built-in one stands instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Which text.
    pub name: String,
    /// Its language.
    pub language: Language,
    /// What is wrong with it.
    pub flaw: Flaw,
}

/// Whether a text is a letter's, which begins with its subject.
pub fn is_letter(name: &str) -> bool {
    LetterKind::ALL.iter().any(|kind| kind.name() == name)
}

/// The built-in text of a name; empty for what stands round documents.
pub fn built_in(name: &str, language: Language) -> &'static str {
    let found = BUILT_IN.iter().find(|(known, _, _)| *known == name);
    found.map_or("", |(_, danish, english)| match language {
        Language::Danish => danish,
        Language::English => english,
    })
}

/// The text of a name as a network has it.
pub fn text_of<'a>(network: &'a Network, name: &str, language: Language) -> &'a str {
    let own = network.own_text(name, language);
    own.map_or_else(|| built_in(name, language), |row| row.text.as_str())
}

/// Looks at a text before it is taken as a network's own.
///
/// # Errors
/// What is wrong with it, and in which line.
pub fn checked(name: &str, language: Language, text: &str) -> Result<(), Flaw> {
    if text.len() > LONGEST {
        return Err(Flaw::long());
    }
    check::tried(name, &assembled(text, language))
}

/// A text with its facts put in: the network's own, or the built-in one where that fails.
pub(super) fn filled<F: Serialize>(
    network: &Network,
    name: &str,
    language: Language,
    facts: &F,
) -> (String, Option<Broken>) {
    let broken = match network.own_text(name, language) {
        None => None,
        Some(row) if row.text.len() > LONGEST => Some(Flaw::long()),
        Some(row) => match engine::render(&assembled(&row.text, language), facts) {
            Ok(text) => return (text, None),
            Err(flaw) => Some(flaw),
        },
    };
    let ours = engine::render(&assembled(built_in(name, language), language), facts);
    let broken = broken.map(|flaw| Broken {
        name: name.to_owned(),
        language,
        flaw,
    });
    // Tests put facts into every text of ours.
    (ours.unwrap_or_default(), broken)
}

/// What stands before or after a document's own parts; at its end a line with `# ` begins a part.
pub(super) fn paragraphs<F: Serialize>(
    network: &Network,
    name: &str,
    language: Language,
    facts: &F,
) -> Vec<Block> {
    if network.own_text(name, language).is_none() {
        return Vec::new();
    }
    let (text, _) = filled(network, name, language, facts);
    let (mut blocks, mut plain) = (Vec::new(), String::new());
    for line in text.lines() {
        match line
            .strip_prefix("# ")
            .filter(|_| name.ends_with("-closing"))
        {
            Some(title) => {
                blocks.extend(prose("", &std::mem::take(&mut plain)));
                blocks.push(Block::heading(Role::Part, "", title.trim(), ""));
            }
            None => {
                plain.push_str(line);
                plain.push('\n');
            }
        }
    }
    blocks.extend(prose("", &plain));
    blocks
}

/// A text with the parts it shares with others, and in which of its own lines each line stands.
fn assembled(text: &str, language: Language) -> (String, Vec<usize>) {
    let (mut whole, mut lines) = (String::new(), Vec::new());
    for (index, row) in text.split_inclusive('\n').enumerate() {
        let part = row.trim().strip_prefix("{% include \"");
        let row = match part.and_then(|part| part.strip_suffix("\" %}")) {
            Some(name) => Cow::Borrowed(built_in(name, language)),
            None => Cow::Borrowed(row),
        };
        lines.extend(row.lines().map(|_| index + 1));
        whole.push_str(&row);
    }
    (whole, lines)
}
