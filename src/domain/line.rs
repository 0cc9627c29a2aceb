//! The line language of minutes: prefixes that make a kind, owners and deadlines of actions, lists.
//!
//! It owns how a typed line is read, as ranges of it. It must not know people (the caller says
//! whether a name is somebody's) and changes nothing.

use super::due::Due;
use super::minutes::{EntryKind, ParagraphStyle};
use super::when::{BadDate, find_due};
use chrono::NaiveDate;
use std::ops::Range;

/// A prefix of a line that makes it an entry of some kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefix {
    /// What the line becomes.
    pub kind: EntryKind,
    /// The prefix with the blanks after it; the rest is the text.
    pub range: Range<usize>,
}

/// An action as it was typed, without its prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionLine {
    /// Who, as typed.
    pub owner: Option<String>,
    /// What, without owner and deadline.
    pub task: String,
    /// By when; the error says what is wrong with the date, and the text then keeps it.
    pub due: Option<Result<Due, BadDate>>,
    /// Where the owner stands, with `@` or colon.
    pub owner_range: Option<Range<usize>>,
    /// Where the deadline stands, with the words that say so.
    pub due_range: Option<Range<usize>>,
}

/// The prefix of a line, if it has one: `b: `, `Beslutning:` and the like, in any case.
pub fn prefix(line: &str) -> Option<Prefix> {
    let (word, rest) = line.split_once(':')?;
    let start = word.len() - word.trim_start().len();
    let lower = word.trim().to_lowercase();
    let kind = match lower.as_str() {
        "b" | "beslutning" | "beslutninger" | "besluttet" | "decision" => EntryKind::Decision,
        "o" | "opgave" | "aktion" | "handling" | "opfølgning" | "action" | "follow-up" => {
            EntryKind::Action
        }
        "i" => EntryKind::Note,
        "p" | "privat" | "privat note" | "private" | "private note" => EntryKind::Private,
        _ => return None,
    };
    let blanks = rest.len() - rest.trim_start().len();
    // "b:" alone may be the beginning of a word; the space decides.
    if lower.len() == 1 && blanks == 0 {
        return None;
    }
    Some(Prefix {
        kind,
        range: start..word.len() + 1 + blanks,
    })
}

/// The mark that makes a line a list paragraph, `- `, `* ` or `1. `, and its length in bytes.
pub fn list_mark(line: &str) -> Option<(ParagraphStyle, usize)> {
    let (mark, _) = line.split_once(' ')?;
    let style = match mark {
        "-" | "–" | "*" | "•" => ParagraphStyle::Bullet,
        _ => {
            let figures = mark.strip_suffix(['.', ')'])?;
            let number =
                (1..=2).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit());
            number.then_some(ParagraphStyle::Numbered)?
        }
    };
    Some((style, mark.len() + 1))
}

/// Reads an action, its prefix taken away; `is_owner` says whether a name is a participant's.
pub fn action(text: &str, today: NaiveDate, is_owner: impl Fn(&str) -> bool) -> ActionLine {
    let owner = before_colon(text, &is_owner).or_else(|| after_at(text, &is_owner));
    let found = find_due(text, today);
    // The deadline never reaches into the owner: in "Juni: 1/12" the name is Juni.
    let found = found.and_then(|(due, read)| match &owner {
        Some((_, range)) if overlap(&due, range) => {
            (due.end > range.end).then_some((range.end..due.end, read))
        }
        _ => Some((due, read)),
    });
    let mut gone: Vec<Range<usize>> = owner.iter().map(|(_, range)| range.clone()).collect();
    if let Some((range, Ok(_))) = &found
        && ends(text, range)
    {
        gone.push(range.clone());
    }
    let (due_range, due) = found.unzip();
    let (owner, owner_range) = owner.unzip();
    ActionLine {
        owner,
        task: without(text, gone),
        due,
        owner_range,
        due_range,
    }
}

/// The name being typed, for completion: after `@`, or from the start while no colon is there.
/// The range is what a chosen name replaces.
pub fn name_at(text: &str, caret: usize) -> Option<Range<usize>> {
    let before = text.get(..caret)?;
    if let Some(at) = before.rfind('@') {
        let typed = before.get(at + 1..)?;
        let apart = before
            .get(..at)?
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric());
        if apart && typed.split(' ').count() <= 2 && typed.chars().all(is_of_name) {
            return Some(at..caret);
        }
    }
    let start = before.len() - before.trim_start().len();
    let short = before.split_whitespace().count() <= 3;
    let name = before.get(start..)?;
    (short && !name.is_empty() && name.chars().all(is_of_name)).then_some(start..caret)
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | '.')
}

fn before_colon(text: &str, is_owner: &impl Fn(&str) -> bool) -> Option<(String, Range<usize>)> {
    let (name, rest) = text.split_once(':')?;
    let trimmed = name.trim().trim_start_matches('@');
    let long = trimmed.chars().count() > 60;
    if trimmed.is_empty() || long || !is_owner(trimmed) {
        return None;
    }
    let blanks = rest.len() - rest.trim_start().len();
    Some((trimmed.to_owned(), 0..name.len() + 1 + blanks))
}

/// `@anna`, or the longest of the words after it that is somebody's name.
fn after_at(text: &str, is_owner: &impl Fn(&str) -> bool) -> Option<(String, Range<usize>)> {
    for (at, _) in text.match_indices('@') {
        let apart = text
            .get(..at)?
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric());
        let rest = text.get(at + 1..)?;
        if !apart {
            continue;
        }
        let stop = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
        let mut name = rest.get(..stop)?;
        for _ in 0..8 {
            let trimmed = name.trim_end_matches(['.', ' ', '-']);
            let words = trimmed.split(' ').count();
            if words <= 4 && !trimmed.is_empty() && is_owner(trimmed) {
                return Some((trimmed.to_owned(), at..at + 1 + trimmed.len()));
            }
            let Some(cut) = trimmed.rfind(' ') else { break };
            name = if words > 4 {
                words_of(trimmed, 4)
            } else {
                trimmed.get(..cut)?
            };
        }
    }
    None
}

fn words_of(text: &str, count: usize) -> &str {
    let end = text
        .match_indices(' ')
        .nth(count - 1)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether nothing but an owner or a full stop follows.
fn ends(text: &str, range: &Range<usize>) -> bool {
    text.get(range.end..).is_some_and(|rest| {
        let rest = rest.trim_matches(['.', ')', ' ']);
        rest.is_empty() || rest.starts_with('@')
    })
}

/// The text without these parts, blanks joined and loose commas gone.
fn without(text: &str, mut gone: Vec<Range<usize>>) -> String {
    gone.sort_by_key(|range| range.start);
    let mut kept = Vec::new();
    let mut from = 0;
    for range in gone {
        kept.push(text.get(from..range.start).unwrap_or_default().trim());
        from = range.end.max(from);
    }
    kept.push(text.get(from..).unwrap_or_default().trim());
    kept.retain(|part| !part.trim_matches(['.', ',', ')', '(']).is_empty());
    let joined = kept.join(" ");
    joined.trim_matches([',', ';', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_make_kinds() {
        let rows = [
            (
                "b: Netværket vælger",
                Some((EntryKind::Decision, "Netværket vælger")),
            ),
            ("B:  Netværket", Some((EntryKind::Decision, "Netværket"))),
            ("o: Send oplæg", Some((EntryKind::Action, "Send oplæg"))),
            ("i: Et notat", Some((EntryKind::Note, "Et notat"))),
            ("p: Husk kaffe", Some((EntryKind::Private, "Husk kaffe"))),
            ("Beslutning: Ja", Some((EntryKind::Decision, "Ja"))),
            ("BESLUTNING:Ja", Some((EntryKind::Decision, "Ja"))),
            ("Beslutning:", Some((EntryKind::Decision, ""))),
            ("Decision: Yes", Some((EntryKind::Decision, "Yes"))),
            (
                "Opgave: Anna: Send",
                Some((EntryKind::Action, "Anna: Send")),
            ),
            ("Aktion: Send", Some((EntryKind::Action, "Send"))),
            ("Handling: Send", Some((EntryKind::Action, "Send"))),
            ("Opfølgning: Send", Some((EntryKind::Action, "Send"))),
            ("Action: Send", Some((EntryKind::Action, "Send"))),
            ("Privat note: Husk", Some((EntryKind::Private, "Husk"))),
            (" o : Send", Some((EntryKind::Action, "Send"))),
            ("b:", None),
            ("b:eslutning", None),
            ("Note: som den er", None),
            ("Ulla: vi bør", None),
            ("x: y", None),
            ("http://b", None),
            ("", None),
        ];
        for (line, expected) in rows {
            let found = prefix(line).map(|prefix| (prefix.kind, &line[prefix.range.end..]));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn marks_make_lists() {
        let rows = [
            ("- punkt", Some((ParagraphStyle::Bullet, 2))),
            ("– punkt", Some((ParagraphStyle::Bullet, 4))),
            ("1. punkt", Some((ParagraphStyle::Numbered, 3))),
            ("12) punkt", Some((ParagraphStyle::Numbered, 4))),
            ("-punkt", None),
            ("2026. år", None),
            (". punkt", None),
            ("punkt", None),
        ];
        for (line, expected) in rows {
            assert_eq!(list_mark(line), expected, "{line}");
        }
    }

    /// What is typed after the prefix: owner, task, deadline.
    const ACTIONS: &[(&str, Option<&str>, &str, Option<&str>)] = &[
        (
            "Anna: Send oplæg, senest 1/12",
            Some("Anna"),
            "Send oplæg",
            Some("2026-12-01"),
        ),
        (
            "Anna Lund: Send oplæg til alle 1/12",
            Some("Anna Lund"),
            "Send oplæg til alle",
            Some("2026-12-01"),
        ),
        (
            "Send oplæg @anna senest 1/12",
            Some("anna"),
            "Send oplæg",
            Some("2026-12-01"),
        ),
        (
            "Send oplæg, senest 1/12 @anna",
            Some("anna"),
            "Send oplæg",
            Some("2026-12-01"),
        ),
        (
            "@Anna Lund Send oplæg",
            Some("Anna Lund"),
            "Send oplæg",
            None,
        ),
        ("@anna: Send oplæg", Some("anna"), "Send oplæg", None),
        (
            "@Anna Lund Send straks det gode oplæg",
            Some("Anna Lund"),
            "Send straks det gode oplæg",
            None,
        ),
        ("Send oplæg", None, "Send oplæg", None),
        (
            "Send oplæg (senest 1/12).",
            None,
            "Send oplæg",
            Some("2026-12-01"),
        ),
        ("Tema: Send oplæg", None, "Tema: Send oplæg", None),
        (
            "Anna: Send senest 1/12 oplæg til alle",
            Some("Anna"),
            "Send senest 1/12 oplæg til alle",
            Some("2026-12-01"),
        ),
        (
            "Anna: Send oplæg, snarest",
            Some("Anna"),
            "Send oplæg",
            Some("snarest"),
        ),
        (
            "Skriv til anna@lund.dk",
            None,
            "Skriv til anna@lund.dk",
            None,
        ),
        ("Skriv til @ukendt", None, "Skriv til @ukendt", None),
        ("Anna: 1/12", Some("Anna"), "", Some("2026-12-01")),
        ("Anna:", Some("Anna"), "", None),
        ("", None, "", None),
    ];

    #[test]
    fn actions_have_owner_task_and_deadline() {
        let today = "2026-11-21".parse().unwrap();
        let known = |name: &str| matches!(name, "Anna" | "anna" | "Anna Lund");
        for (text, owner, task, due) in ACTIONS {
            let line = action(text, today, known);
            assert_eq!(line.owner.as_deref(), *owner, "{text}");
            assert_eq!(line.task, *task, "{text}");
            assert_eq!(
                line.due.map(|due| due.unwrap().to_string()).as_deref(),
                *due,
                "{text}"
            );
        }
    }

    #[test]
    fn a_wrong_date_stays_in_the_text() {
        let line = action(
            "Send oplæg senest fre 1/12",
            "2026-11-21".parse().unwrap(),
            |_| false,
        );
        assert_eq!(line.task, "Send oplæg senest fre 1/12");
        assert!(matches!(line.due, Some(Err(BadDate::WrongWeekday { .. }))));
    }

    #[test]
    fn the_name_being_typed_is_found() {
        let rows = [
            ("ann", Some("ann")),
            ("Send oplæg @an", Some("@an")),
            ("Send oplæg @anna lu", Some("@anna lu")),
            ("Send oplæg til alle", None),
            ("", None),
            ("Anna: ", None),
            ("mail@anna", None),
        ];
        for (text, expected) in rows {
            assert_eq!(
                name_at(text, text.len()).map(|range| &text[range]),
                expected,
                "{text}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_typed_breaks_it(text in "([a-zæø]{1,4}|@|:|o:|senest|1/12|😀| |,|[.]){0,16}", caret in 0usize..40) {
            let today = "2026-11-21".parse().unwrap();
            let _ = (prefix(&text), list_mark(&text), name_at(&text, caret));
            let line = action(&text, today, |name| name.len() % 2 == 0);
            for range in [line.owner_range, line.due_range].into_iter().flatten() {
                proptest::prop_assert!(text.get(range).is_some());
            }
        }
    }
}
