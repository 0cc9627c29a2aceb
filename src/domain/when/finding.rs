//! Finding the deadline in a line of text.

use super::names::{is_occasion, is_wordy, month};
use super::reading::read;
use super::{BadDate, When};
use crate::domain::due::Due;
use chrono::NaiveDate;
use std::ops::Range;

/// A date is at most so many words long.
const LONGEST: usize = 6;

/// A word and where it stands.
struct Word<'a> {
    text: &'a str,
    range: Range<usize>,
}

/// How much a word before a date promises one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// `frist:` – the rest of the line is the deadline, whatever it says.
    Labelled,
    /// `frist`, `due`.
    Named,
    /// `senest`, `inden`, `before`.
    Strong,
    /// `til`, `by`, which mean much else.
    Weak,
}

/// Finds the deadline of a line: after senest, inden, frist, til (by, before, due), or at its end.
/// The range holds the words that say so and the comma before them. A date that contradicts itself
/// is given as the error, so that it can be said at once.
pub fn find_due(line: &str, today: NaiveDate) -> Option<(Range<usize>, Result<Due, BadDate>)> {
    let words = words(line);
    for (index, word) in words.iter().enumerate().rev() {
        let Some(lead) = lead(word.text) else {
            continue;
        };
        if let Some((last, due)) = after(line, &words, index, lead, today) {
            let end = words.get(last)?.range.end;
            return Some((start(line, &words, index)..end, due));
        }
    }
    at_end(line, &words, today)
}

/// The first whole date in a line that is later than a day: "Vi mødes 14. januar 2027 kl. 9.30 i Vejle".
pub fn find_day(line: &str, after: NaiveDate) -> Option<NaiveDate> {
    let words = words(line);
    (0..words.len()).find_map(|first| {
        let begin = words.get(first)?.range.start;
        let ends = words.iter().skip(first).take(LONGEST).rev();
        let mut texts = ends.filter_map(|last| line.get(begin..last.range.end));
        texts.find_map(|text| {
            let text = trimmed(text);
            let figures = text.contains(|c: char| c.is_ascii_digit());
            let other = is_weak(text) || is_decimal(text) || is_reference(&words, first);
            match read(text, after) {
                Ok(When::Day(day)) if figures && !other && day > after => Some(day),
                _ => None,
            }
        })
    })
}

fn words(line: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    for text in line.split(char::is_whitespace) {
        if !text.is_empty() {
            words.push(Word {
                text,
                range: at..at + text.len(),
            });
        }
        at += text.len()
            + line
                .get(at + text.len()..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
    }
    words
}

fn lead(word: &str) -> Option<Lead> {
    let bare = word.trim_start_matches('(');
    let labelled = bare.ends_with(':');
    let lead = match bare.trim_end_matches(':').to_lowercase().as_str() {
        "frist" | "deadline" | "due" => Lead::Named,
        "senest" | "inden" | "før" | "before" => Lead::Strong,
        "til" | "by" => Lead::Weak,
        _ => return None,
    };
    Some(if labelled && lead == Lead::Named {
        Lead::Labelled
    } else {
        lead
    })
}

/// The deadline after a leading word, and its last word: the longest that can be read.
fn after(
    line: &str,
    words: &[Word],
    index: usize,
    lead: Lead,
    today: NaiveDate,
) -> Option<(usize, Result<Due, BadDate>)> {
    let first = index + 1;
    let begin = words.get(first)?.range.start;
    for last in (first..words.len().min(first + LONGEST)).rev() {
        let end = words.get(last)?.range.end;
        let text = trimmed(line.get(begin..end)?);
        let vague = lead == Lead::Weak && (is_weak(text) || is_decimal(text));
        let whole = if matches!(lead, Lead::Strong | Lead::Weak) {
            trimmed(line.get(words.get(index)?.range.start..end)?)
        } else {
            text
        };
        let lower = text.to_lowercase();
        match read(text, today) {
            // Christmas, though "3. jul" is a day in July.
            Ok(_) if lower == "jul" => return Some((last, Ok(Due::Words(whole.to_owned())))),
            Ok(When::Words(_)) => {
                let wordy = if lead == Lead::Weak {
                    is_wordy(&lower)
                } else {
                    is_occasion(&lower)
                };
                if wordy {
                    return Some((last, Ok(Due::Words(whole.to_owned()))));
                }
            }
            Ok(_) if vague => {}
            Ok(When::Day(day)) => return Some((last, Ok(Due::Day(day)))),
            Ok(_) => return Some((last, Ok(Due::Words(text.to_owned())))),
            Err(fault) => return Some((last, Err(fault))),
        }
    }
    if lead == Lead::Labelled {
        let rest = trimmed(line.get(begin..)?);
        return (!rest.is_empty()).then(|| (words.len() - 1, Ok(Due::Words(rest.to_owned()))));
    }
    None
}

fn at_end(
    line: &str,
    words: &[Word],
    today: NaiveDate,
) -> Option<(Range<usize>, Result<Due, BadDate>)> {
    let end = words.last()?.range.end;
    // A line that is nothing but a date has no task.
    for first in words.len().saturating_sub(LONGEST).max(1)..words.len() {
        let begin = words.get(first)?.range.start;
        let text = trimmed(line.get(begin..end)?);
        let read = read(text, today);
        let due = match read {
            _ if is_weak(text) || is_reference(words, first) || is_decimal(text) => continue,
            Ok(When::Words(_)) if is_wordy(&text.to_lowercase()) => Ok(Due::Words(text.to_owned())),
            Ok(When::Words(_)) => continue,
            Ok(When::Day(day)) if day < today && !text.contains(|c: char| c.is_ascii_digit()) => {
                continue;
            }
            Ok(When::Day(day)) => Ok(Due::Day(day)),
            Ok(_) => Ok(Due::Words(text.to_owned())),
            Err(fault) => Err(fault),
        };
        return Some((start(line, words, first)..end, due));
    }
    None
}

/// Where the deadline begins, with leading words and the comma before it.
fn start(line: &str, words: &[Word], mut index: usize) -> usize {
    while let Some(before) = index.checked_sub(1).and_then(|before| words.get(before)) {
        let plain = before.text.trim_start_matches('(').to_lowercase();
        let leads = matches!(
            plain.as_str(),
            "med" | "with" | "a" | "er" | "is" | "is:" | "og"
        ) && lead_at(words, index) == Some(Lead::Named);
        if !(leads
            || matches!(
                lead(before.text),
                Some(Lead::Named | Lead::Labelled | Lead::Strong)
            ))
        {
            break;
        }
        index -= 1;
    }
    let begin = words.get(index).map_or(line.len(), |word| word.range.start);
    let kept = line.get(..begin).unwrap_or(line).trim_end();
    kept.trim_end_matches([',', '–', '-', '·', '(', ';'])
        .trim_end()
        .len()
}

fn lead_at(words: &[Word], index: usize) -> Option<Lead> {
    words.get(index).and_then(|word| lead(word.text))
}

fn trimmed(text: &str) -> &str {
    text.trim()
        .trim_end_matches(['.', ',', ';', '!', '?', ')'])
        .trim_end()
}

/// Single words that are more often something else: "man", "Jan", "Maj", "2027".
fn is_weak(text: &str) -> bool {
    let word = text.trim_end_matches('.').to_lowercase();
    let letters = !word.contains(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let bare_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    bare_year || letters && (word.chars().count() < 5 || month(&word).is_some())
}

/// Whether the figures are of something else: "pkt. 3/7", "referat 2/26", "kl. 9.30".
fn is_reference(words: &[Word], first: usize) -> bool {
    let Some(before) = first.checked_sub(1).and_then(|before| words.get(before)) else {
        return false;
    };
    let word = before
        .text
        .trim_start_matches('(')
        .trim_end_matches('.')
        .to_lowercase();
    let names = [
        "pkt",
        "punkt",
        "punkterne",
        "afsnit",
        "kl",
        "kap",
        "kapitel",
        "version",
        "bilag",
        "nr",
        "side",
        "s",
        "møde",
        "mødet",
        "referat",
        "referatet",
        "§",
        "item",
        "section",
        "page",
        "no",
        "annex",
        "at",
        "meeting",
        "minutes",
    ];
    let digit = words
        .get(first)
        .is_some_and(|word| word.text.starts_with(|c: char| c.is_ascii_digit()));
    digit && names.contains(&word.as_str())
}

/// "3.1" is a number or a point of the agenda until a year or a name says otherwise.
fn is_decimal(text: &str) -> bool {
    text.split_once('.').is_some_and(|(whole, part)| {
        [whole, part]
            .iter()
            .all(|side| !side.is_empty() && side.bytes().all(|b| b.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests;
