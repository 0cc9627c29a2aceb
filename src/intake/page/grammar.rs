//! How a paragraph of the minutes is written as Markdown, and read.
//!
//! It owns marks, labels and what is escaped. It must not know entries or people.

use crate::domain::due::Due;
use crate::domain::line::{list_mark, prefix};
use crate::domain::minutes::{EntryKind, ParagraphStyle};
use crate::locale::{Key, Language, Locale};

/// Steps of indent there are.
pub const DEEPEST: u8 = 4;

/// A paragraph as it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// What its label says.
    pub kind: EntryKind,
    /// How it is set.
    pub style: ParagraphStyle,
    /// Steps of indent.
    pub indent: u8,
    /// The rest of the line.
    pub body: String,
}

/// A head that no paragraph is read from.
pub fn comment(head: &str) -> String {
    format!("<!-- {} -->\n", head.replace("--", "–"))
}

/// ", senest 1. december 2026", ", frist: efter ferien".
pub fn due(due: &Due, locale: Locale) -> String {
    let key = match due {
        Due::Day(_) => Key::PageDueDay,
        Due::Words(_) => Key::PageDueWords,
    };
    let words = locale.text_with(key, &[("due", locale.due(due).into())]);
    format!(", {words}")
}

/// The word of a kind; a note has none.
fn word(kind: EntryKind) -> Option<Key> {
    match kind {
        EntryKind::Note => None,
        EntryKind::Decision => Some(Key::EntryDecision),
        EntryKind::Action => Some(Key::EntryAction),
        EntryKind::Vote => Some(Key::EntryVote),
        EntryKind::Attendance => Some(Key::EntryAttendance),
        EntryKind::Dissent => Some(Key::EntryDissent),
        EntryKind::Idea => Some(Key::EntryIdea),
        EntryKind::Help => Some(Key::EntryHelp),
        EntryKind::Private => Some(Key::EntryPrivate),
    }
}

/// A paragraph as a line of Markdown.
pub fn line(mark: &Mark, number: usize, locale: Locale) -> String {
    let sign = match mark.style {
        ParagraphStyle::Plain => String::new(),
        ParagraphStyle::Bullet => "- ".to_owned(),
        ParagraphStyle::Numbered => format!("{}. ", number.clamp(1, 99)),
        ParagraphStyle::Heading => "### ".to_owned(),
    };
    let room = " ".repeat(usize::from(mark.indent) * step(mark.style));
    let label = word(mark.kind).map(|key| format!("{}: ", locale.text(key)));
    let line = format!("{room}{sign}{}{}", label.unwrap_or_default(), mark.body);
    let line = line.trim_end().to_owned();
    match read(&line).as_slice() {
        [same] if same == mark => line,
        _ => format!("{room}{sign}\\{}", mark.body),
    }
}

/// Columns of a step of indent.
fn step(style: ParagraphStyle) -> usize {
    match style {
        ParagraphStyle::Numbered => 3,
        _ => 2,
    }
}

/// The paragraphs of a page. Lines without a mark of their own go on with the paragraph before.
pub fn read(text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            open = false;
            continue;
        }
        match marks.last_mut() {
            Some(mark) if open && !begins(trimmed) => {
                if !mark.body.is_empty() {
                    mark.body.push(' ');
                }
                mark.body.push_str(trimmed);
            }
            _ => {
                let mark = paragraph(line, trimmed);
                open = mark.style != ParagraphStyle::Heading;
                marks.push(mark);
            }
        }
    }
    marks.retain(|mark| mark.kind != EntryKind::Note || !mark.body.is_empty());
    marks
}

/// Whether a line begins a paragraph of its own.
fn begins(line: &str) -> bool {
    line.starts_with('\\') || set(line).is_some() || label(line).is_some()
}

/// How a line is set by its first sign, and where the rest begins.
fn set(line: &str) -> Option<(ParagraphStyle, usize)> {
    let hashes = line.len() - line.trim_start_matches('#').len();
    let rest = line.get(hashes..).unwrap_or_default();
    if (1..=6).contains(&hashes) && rest.starts_with(' ') {
        return Some((ParagraphStyle::Heading, hashes + 1));
    }
    list_mark(line)
}

/// The kind a line's label says, in either language, and where the rest begins.
fn label(line: &str) -> Option<(EntryKind, usize)> {
    let (said, _) = line.split_once(':')?;
    for language in [Language::Danish, Language::English] {
        let locale = Locale::new(language);
        for kind in EntryKind::ALL {
            let known = word(*kind).map(|key| locale.text(key).to_lowercase());
            if known.is_some_and(|known| known == said.to_lowercase()) {
                return Some((*kind, said.len() + 1));
            }
        }
    }
    let read = prefix(line)?;
    Some((read.kind, read.range.end))
}

fn paragraph(line: &str, trimmed: &str) -> Mark {
    let room = line.len() - line.trim_start().len();
    let (style, from) = set(trimmed).unwrap_or((ParagraphStyle::Plain, 0));
    let rest = trimmed.get(from..).unwrap_or_default().trim();
    let (kind, body) = match (rest.strip_prefix('\\'), label(rest)) {
        (Some(body), _) => (EntryKind::Note, body),
        (None, Some((kind, from))) => (kind, rest.get(from..).unwrap_or_default()),
        (None, None) => (EntryKind::Note, rest),
    };
    let steps = room / step(style);
    Mark {
        kind,
        style,
        indent: u8::try_from(steps).map_or(DEEPEST, |steps| steps.min(DEEPEST)),
        body: body.trim().to_owned(),
    }
}

/// Counts the paragraphs of numbered lists, step of indent by step of indent.
#[derive(Default)]
pub struct Numbers {
    counts: Vec<usize>,
}

impl Numbers {
    /// The number of the next paragraph.
    pub fn next(&mut self, mark: &Mark) -> usize {
        if !mark.style.is_list() {
            self.counts.clear();
            return 0;
        }
        self.counts.resize(usize::from(mark.indent) + 1, 0);
        let Some(count) = self.counts.last_mut() else {
            return 0;
        };
        *count = match mark.style {
            ParagraphStyle::Numbered => *count + 1,
            _ => 0,
        };
        *count
    }
}
