//! Letters: what a mail about a meeting says, in the language of those who get it.
//!
//! It owns what is put into their texts. It must not know addresses, nor how mail travels.

mod code;
mod draft;
mod facts;
mod lines;

use std::collections::BTreeMap;

use super::outline::{Block, FrozenError, Outline, Role};
use super::source::{Audience, Source, locale};
use super::text::{WIDTH, wrap};
use super::texts::{self, Broken};
use super::{What, outline};
use crate::domain::letter::{Letter, LetterKind, Wording};
use crate::domain::network::Network;
use crate::domain::secretariat::Language;
use crate::locale::Key;

pub use code::{bears, code, finds};
pub use draft::{Draft, Order, draft, usual};
pub use facts::{Brief, language_of};
pub use lines::own_lines;

/// What stands between what is said before a person's own lines and after them.
const OWN: &str = "---";

/// Why a letter could not be written.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// The minutes are not as they were approved.
    #[error(transparent)]
    Frozen(#[from] FrozenError),
}

/// What a letter says in a language; and the network's own text, if that was wrong and ours stands instead.
///
/// # Errors
/// When approved minutes are not as they were approved.
pub fn wording(
    brief: &Brief<'_>,
    language: Language,
) -> Result<(Wording, Option<Broken>), LetterError> {
    let facts = facts::facts(brief, language)?;
    let network = brief.source.network;
    let (text, broken) = texts::filled(network, brief.kind.name(), language, &facts);
    let (subject, body) = text.split_once('\n').unwrap_or((&text, ""));
    let (before, after) = match body.split_once(&format!("\n{OWN}\n")) {
        Some((before, after)) => (before, after),
        None => (body, ""),
    };
    let wording = Wording {
        language,
        subject: super::line::line(subject),
        before: tidy(before),
        after: tidy(after),
    };
    Ok((wording, broken))
}

/// The names of the facts that letters' texts can name.
#[cfg(test)]
pub(super) fn facts_known() -> Vec<&'static str> {
    let all = serde_json::to_value(facts::Facts::default()).unwrap();
    let names = all.as_object().unwrap().keys().cloned();
    let mut names: Vec<&'static str> = names.map(|name| &*name.leak()).collect();
    names.sort_unstable();
    names
}

/// What a network's own words say before or after a document of a meeting.
pub(super) fn round(source: &Source, name: &str) -> Vec<Block> {
    let language = source.language();
    if source.network.own_text(name, language).is_none() {
        return Vec::new();
    }
    let brief = Brief {
        kind: LetterKind::Agenda,
        source,
        deadline: None,
        version: 1,
        earlier: None,
    };
    let facts = facts::facts(&brief, language).unwrap_or_default();
    texts::paragraphs(source.network, name, language, &facts)
}

/// Without more than one empty line at a time, and none at the ends.
fn tidy(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for row in text.lines().map(str::trim_end) {
        if !row.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(row);
        }
    }
    kept.join("\n").trim().to_owned()
}

/// The whole text of a mail as the person reads it, in lines of 72 letters, between how it begins and ends. A copy for
/// information carries no lines of others.
pub fn mail_text(wording: &Wording, ends: &Ends, own: &str, copy: bool) -> String {
    let locale = locale(wording.language);
    let mut parts = vec![ends.greeting.clone()];
    if copy {
        parts.push(locale.text(Key::LetterCopy).into_owned());
    }
    parts.push(wording.before.clone());
    parts.push(own.to_owned());
    parts.push(wording.after.clone());
    parts.push(ends.closing.clone());
    parts.retain(|part| !part.is_empty());
    let text = parts.join("\n\n");
    let rows = text.lines().flat_map(|row| match row.starts_with("- ") {
        true => hanging(row),
        false => wrap(row, WIDTH),
    });
    let mut all = rows.collect::<Vec<_>>().join("\n");
    all.push('\n');
    all
}

/// A point of a list, further lines under its first letter.
fn hanging(row: &str) -> Vec<String> {
    let words = row.trim_start_matches("- ");
    let rows = wrap(words, WIDTH - 2).into_iter().enumerate();
    rows.map(|(index, row)| match index {
        0 => format!("- {row}"),
        _ => format!("  {row}"),
    })
    .collect()
}

/// How a mail begins and ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// "Kære Anna".
    pub greeting: String,
    /// "Med venlig hilsen", who writes and for whom.
    pub closing: String,
}

impl Ends {
    /// For somebody of this name (nobody in particular when empty), from somebody.
    pub fn of(network: &Network, language: Language, name: &str, by: &str) -> Self {
        let facts = [("name", name)];
        let (greeting, _) = texts::filled(network, "greeting", language, &BTreeMap::from(facts));
        let facts = [("by", by), ("network", network.head.name.as_str())];
        let (closing, _) = texts::filled(network, "closing", language, &BTreeMap::from(facts));
        Self {
            greeting: tidy(&greeting),
            closing: tidy(&closing),
        }
    }
}

/// The document that goes with a letter; `None` for those that have none.
pub fn enclosed(kind: LetterKind) -> Option<What> {
    match kind {
        LetterKind::Agenda => Some(What::Agenda),
        LetterKind::MinutesForComments | LetterKind::Minutes => Some(What::Minutes),
        _ => None,
    }
}

/// Whether a calendar goes with a letter.
pub fn has_calendar(kind: LetterKind) -> bool {
    matches!(
        kind,
        LetterKind::Invitation | LetterKind::Moved | LetterKind::Cancellation
    )
}

/// The document with a letter, what changed since an earlier version on top of it.
///
/// # Errors
/// When approved minutes are not as they were approved.
pub fn document(
    source: &Source,
    what: What,
    version: u32,
    earlier: Option<&Letter>,
) -> Result<Outline, FrozenError> {
    let mut made = outline(what, source, Audience::Internal)?;
    let changes = facts::changes(source, &made, earlier);
    if changes.is_empty() {
        return Ok(made);
    }
    let args = [("version", version.into())];
    let title = source.text_with(Key::LetterVersion, &args);
    let points = changes.into_iter().map(|text| super::outline::Point {
        runs: vec![super::outline::Run::plain(text)],
        ..Default::default()
    });
    let list = super::outline::Body::List {
        numbered: false,
        points: points.collect(),
    };
    let top = [
        Block::heading(Role::Part, "", title, ""),
        Block::new(Role::Text, list),
    ];
    made.blocks.splice(0..0, top);
    Ok(made)
}

#[cfg(test)]
mod tests;
