//! Actions as they are typed: who, what and by when, read out of one line.
//!
//! It must not know people: the caller says whether a name is somebody's.

use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::due::Due;
use crate::domain::when::{BadDate, find_due};

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

/// Names in a line, one by one.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([',', ';']);
    let parts = parts.flat_map(|part| part.split(" og ").flat_map(|part| part.split(" and ")));
    let parts = parts.map(|part| part.trim().trim_end_matches('.'));
    parts.filter(|part| !part.is_empty())
}

/// How much of a name must stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Letters that lead to one person: a sign says that a name is meant.
    Letters,
    /// Whole words of the name: nothing says so ("Vi skal" is not Vibeke).
    Words,
}

/// Reads an action, its prefix taken away; `is_owner` says whether a name is a participant's.
pub fn action(text: &str, today: NaiveDate, is_owner: impl Fn(&str, Named) -> bool) -> ActionLine {
    let letters = |name: &str| is_owner(name, Named::Letters);
    let owner = before_colon(text, &letters)
        .or_else(|| after_at(text, &letters))
        .or_else(|| before_verb(text, &|name| is_owner(name, Named::Words)))
        .or_else(|| doer(text, &|name| is_owner(name, Named::Words)));
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

/// "anna to send", "Anna Lund skal sende": a name of at most four words before one of these.
fn before_verb(text: &str, is_owner: &impl Fn(&str) -> bool) -> Option<(String, Range<usize>)> {
    let start = text.len() - text.trim_start().len();
    let mut words = text.match_indices(' ').map(|(at, _)| at).take(5);
    let mut before = words.find(|at| *at > start)?;
    for after in words.chain([text.len()]) {
        let verb = text.get(before + 1..after)?;
        let name = text.get(start..before)?;
        if matches!(verb, "to" | "skal" | "will") && !name.contains([':', '@']) && is_owner(name) {
            let blank = usize::from(after < text.len());
            return Some((name.to_owned(), start..after + blank));
        }
        before = after;
    }
    None
}

/// "Anna laver en plan", "Anna Lund sends it": a name before a verb of the present tense. The sentence stays whole; of
/// "Anna og Bo laver en plan" Anna answers for it.
fn doer(text: &str, is_owner: &impl Fn(&str) -> bool) -> Option<(String, Range<usize>)> {
    let start = text.len() - text.trim_start().len();
    let blanks = text.match_indices(' ').map(|(at, _)| at);
    let ends: Vec<usize> = blanks.filter(|at| *at > start).take(4).collect();
    let named = |end: &usize| {
        let name = text.get(start..*end)?;
        let next = text.get(end + 1..)?.split(' ').next()?;
        let present = next.ends_with(['r', 's']) && next.chars().all(char::is_lowercase);
        let theirs = present && names(name).all(is_owner);
        let first = names(name).next().filter(|_| theirs)?;
        Some((first.to_owned(), start..start))
    };
    ends.iter().rev().find_map(named)
}

/// Who speaks in a line such as "Anna: vi bør", and where what is said begins; `None` for no name.
/// The caller knows who is there.
pub fn speaker(line: &str) -> Option<(&str, usize)> {
    let (name, rest) = line.split_once([':', '：'])?;
    let colon = line.len() - rest.len();
    let name = name.trim().trim_start_matches('@');
    let short = name.chars().count() <= 60 && name.split_whitespace().count() <= 4;
    let named = name.starts_with(char::is_alphabetic) && name.chars().all(is_of_name);
    // "https://" is no name, and neither is "10:30".
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let blanks = rest.len() - rest.trim_start().len();
    (short && named && apart).then_some((name, colon + blanks))
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
        ("anna to send it", Some("anna"), "send it", None),
        (
            "Anna Lund skal sende oplæg senest 1/12",
            Some("Anna Lund"),
            "sende oplæg",
            Some("2026-12-01"),
        ),
        ("Vi skal sende oplæg", None, "Vi skal sende oplæg", None),
        ("Anna skal", Some("Anna"), "", None),
        (
            "Anna Lund laver en plan inden 1/12",
            Some("Anna Lund"),
            "Anna Lund laver en plan",
            Some("2026-12-01"),
        ),
        ("Anna sends it", Some("Anna"), "Anna sends it", None),
        ("Anna Friis laver den", None, "Anna Friis laver den", None),
        ("Vi laver en plan", None, "Vi laver en plan", None),
        (
            "Anna og Anna Lund laver en plan",
            Some("Anna"),
            "Anna og Anna Lund laver en plan",
            None,
        ),
        (
            "Anna og alle laver en plan",
            None,
            "Anna og alle laver en plan",
            None,
        ),
        ("skal", None, "skal", None),
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
            let line = action(text, today, |name, _| known(name));
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
            |_, _| false,
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

    #[test]
    fn a_speaker_stands_before_a_colon() {
        let rows = [
            ("Anna: vi bør", Some(("Anna", "vi bør"))),
            ("Anna Lund:", Some(("Anna Lund", ""))),
            ("@anna: ja", Some(("anna", "ja"))),
            ("https://b", None),
            ("kl. 10:30", None),
            ("Det er sådan at vi: ja", None),
            ("1/12: ja", None),
            ("", None),
        ];
        for (line, expected) in rows {
            let found = speaker(line).map(|(name, at)| (name, &line[at..]));
            assert_eq!(found, expected, "{line}");
        }
    }
}
