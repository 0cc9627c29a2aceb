//! Letters: what a mail about a meeting says, in the language of those who get it.
//!
//! It owns the texts and what is put into them. It must not know addresses, nor how mail travels.

mod code;
mod draft;
mod facts;
mod lines;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};

use super::outline::{FrozenError, Outline, Role};
use super::source::{Audience, Source, locale};
use super::text::{WIDTH, wrap};
use super::{What, outline};
use crate::domain::letter::{Letter, LetterKind, Wording};
use crate::domain::secretariat::Language;
use crate::locale::Key;

pub use code::{code, finds};
pub use draft::{Draft, Order, draft, usual};
pub use facts::{Brief, language_of};
pub use lines::own_lines;

/// What stands between what is said before a person's own lines and after them.
const OWN: &str = "---";

macro_rules! texts {
    ($($name:literal)*) => {
        const TEXTS: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("da/", $name, ".txt")),
            include_str!(concat!("en/", $name, ".txt")),
        ),)*];
    };
}

texts! {
    "head" "agenda_points" "changes" "save-the-date" "call-for-items" "invitation" "agenda"
    "reminder" "moved" "cancellation" "minutes-for-comments" "minutes" "actions"
    "action-reminder" "speaker-confirmation" "thanks"
}

/// Why a letter could not be written.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// Its text is no good.
    #[error("the text of the letter is wrong: {0}")]
    Text(#[from] minijinja::Error),
    /// The minutes are not as they were approved.
    #[error(transparent)]
    Frozen(#[from] FrozenError),
}

/// What a letter says in a language.
///
/// # Errors
/// When its text is wrong.
pub fn wording(brief: &Brief<'_>, language: Language) -> Result<Wording, LetterError> {
    let mut environment = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true);
    environment.set_syntax(syntax.build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Lenient);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    let text = assembled(text_of(brief.kind.name(), language), language);
    let text = environment
        .template_from_str(&text)?
        .render(Serde(facts::facts(brief, language)?))?;
    let (subject, body) = text.split_once('\n').unwrap_or((&text, ""));
    let (before, after) = match body.split_once(&format!("\n{OWN}\n")) {
        Some((before, after)) => (before, after),
        None => (body, ""),
    };
    Ok(Wording {
        language,
        subject: super::line::line(subject),
        before: tidy(before),
        after: tidy(after),
    })
}

/// The text of a name.
fn text_of(name: &str, language: Language) -> &'static str {
    let found = TEXTS.iter().find(|(known, _, _)| *known == name);
    found.map_or("", |(_, danish, english)| match language {
        Language::Danish => danish,
        Language::English => english,
    })
}

/// A text with the parts it shares with others.
fn assembled(text: &str, language: Language) -> String {
    let rows = text.split_inclusive('\n').map(|row| {
        let part = row.trim().strip_prefix("{% include \"");
        match part.and_then(|part| part.strip_suffix("\" %}")) {
            Some(name) => text_of(name, language),
            None => row,
        }
    });
    rows.collect()
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

/// The whole text of a mail as the person reads it, in lines of 72 letters. A copy for information
/// carries no lines of others.
pub fn mail_text(wording: &Wording, name: &str, own: &str, copy: bool, signature: &str) -> String {
    let locale = locale(wording.language);
    let mut parts = vec![match name.is_empty() {
        true => locale.text(Key::LetterGreetingAll).into_owned(),
        false => locale.text_with(Key::LetterGreeting, &[("name", name.into())]),
    }];
    if copy {
        parts.push(locale.text(Key::LetterCopy).into_owned());
    }
    parts.push(wording.before.clone());
    parts.push(own.to_owned());
    parts.push(wording.after.clone());
    parts.push(signature.to_owned());
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

/// "Med venlig hilsen", who writes and for whom.
pub fn signature(language: Language, by: &str, network: &str) -> String {
    let closing = locale(language).text(Key::LetterClosing).into_owned();
    let rows = [closing.as_str(), by, network];
    let rows: Vec<&str> = rows.into_iter().filter(|row| !row.is_empty()).collect();
    rows.join("\n")
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
        super::outline::Block::heading(Role::Part, "", title, ""),
        super::outline::Block::new(Role::Text, list),
    ];
    made.blocks.splice(0..0, top);
    Ok(made)
}

#[cfg(test)]
mod tests;
