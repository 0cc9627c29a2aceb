//! The line language of minutes: how a typed line is read, by what it begins with, and owners,
//! deadlines, lists and corrections in it.
//!
//! It owns what is understood, as ranges of the line. It must not know people (the caller says
//! whether a name is somebody's) and changes nothing.

use super::minutes::{EntryKind, ParagraphStyle};
use std::ops::Range;

mod correction;
mod language;
mod owner;
mod tally;

pub use correction::{Correction, correction, replaced};
pub use language::{LONGEST, Reading, SPELLINGS, Sense, Spelling, read};
pub use owner::{ActionLine, Named, action, name_at, names, speaker};
pub use tally::tally;

/// A prefix of a line that makes it an entry of some kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefix {
    /// What the line becomes.
    pub kind: EntryKind,
    /// The prefix with the blanks after it; the rest is the text.
    pub range: Range<usize>,
}

/// The prefix of a line that makes it something by itself: `b: `, `Beslutning:`, `#agreed ` and the
/// like, in any case.
pub fn prefix(line: &str) -> Option<Prefix> {
    let read = read(line)?;
    let kind = read.sense.kind()?;
    let start = line.len() - line.trim_start().len();
    Some(Prefix {
        kind,
        range: start..read.at,
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
            ("#agreed Ja", Some((EntryKind::Decision, "Ja"))),
            ("RESOLVED: Yes", Some((EntryKind::Decision, "Yes"))),
            ("#rejected No", Some((EntryKind::Decision, "rejected No"))),
            ("action : Send", Some((EntryKind::Action, "Send"))),
            ("#ACTION anna to", Some((EntryKind::Action, "anna to"))),
            (
                "Idé: Fælles kursus",
                Some((EntryKind::Idea, "Fælles kursus")),
            ),
            ("#help Vi mangler", Some((EntryKind::Help, "Vi mangler"))),
            (
                "-> https://a.dk Plan",
                Some((EntryKind::Note, "https://a.dk Plan")),
            ),
            ("Alex：ja", None),
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
    fn lines_say_what_they_are() {
        let rows = [
            ("Punkt: Økonomi", Some((Sense::Topic, "Økonomi"))),
            ("  Topic: First", Some((Sense::Topic, "First"))),
            ("#topic Budget", Some((Sense::Topic, "Budget"))),
            ("Underpunkt: Løn", Some((Sense::Subtopic, "Løn"))),
            ("... og mere", Some((Sense::Continued, "og mere"))),
            ("…og mere", Some((Sense::Continued, "og mere"))),
            (".. og", Some((Sense::Continued, "og"))),
            (". og", None),
            ("present+ Anna", Some((Sense::Present, "Anna"))),
            ("Present + anna, bo", Some((Sense::Present, "anna, bo"))),
            ("Til stede: Anna", Some((Sense::Present, "Anna"))),
            ("regrets：bo", Some((Sense::Regrets, "bo"))),
            ("present-bo", None),
            ("q+ anna", Some((Sense::Queued, "anna"))),
            ("q- anna", Some((Sense::Unqueued, "anna"))),
            ("ACK anna", Some((Sense::Floor, "anna"))),
            ("ackompagnement", None),
            ("#undo", Some((Sense::Undo, ""))),
            ("s/a/b/", Some((Sense::Replace, "a/b/"))),
            ("i/a/b/", Some((Sense::Insert, "a/b/"))),
            ("S/U-udvalget mødes", None),
            ("#?", Some((Sense::Language, ""))),
            ("#ukendt ord", None),
            ("Note: som den er", None),
            ("Forslag om en fælles strategi: ja", None),
        ];
        for (line, expected) in rows {
            let found = read(line).map(|read| (read.sense, read.rest));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn every_spelling_says_one_thing() {
        for row in SPELLINGS {
            for word in row.danish.iter().chain(row.english) {
                let said = match row.sense {
                    Sense::Replace | Sense::Insert => format!("{word}a{0}b{0}", &word[1..]),
                    _ => format!("{word} anna"),
                };
                assert!(word.len() < LONGEST, "{word}");
                assert_eq!(
                    read(&said).map(|read| read.sense),
                    Some(row.sense),
                    "{said}"
                );
            }
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

    proptest::proptest! {
        #[test]
        fn nothing_typed_breaks_it(text in "([a-zæø]{1,4}|@|:|o:|senest|1/12|😀| |,|[.]){0,16}", caret in 0usize..40) {
            let today = "2026-11-21".parse().unwrap();
            let _ = (prefix(&text), list_mark(&text), name_at(&text, caret));
            let _ = (speaker(&text), correction(&text));
            if let Some(read) = read(&text) {
                proptest::prop_assert!(text.get(read.at..).is_some_and(|rest| rest.trim() == read.rest.trim()));
            }
            let line = action(&text, today, |name, _| name.len() % 2 == 0);
            for range in [line.owner_range, line.due_range].into_iter().flatten() {
                proptest::prop_assert!(text.get(range).is_some());
            }
        }
    }
}
