//! The table of the line language: what each beginning of a line means, in Danish, in English, and
//! as MeetBot and the W3C's scribe spell it. Parser and help both come from it.

use std::ops::Range;

use crate::choice;
use crate::domain::minutes::EntryKind;

use super::correction;

choice! {
    /// What a line says.
    Sense {
        /// The next item begins.
        Topic = "topic",
        /// A heading within the item.
        Subtopic = "subtopic",
        /// What somebody said.
        Speech = "speech",
        /// The line before goes on.
        Continued = "continued",
        /// A note.
        Note = "note",
        /// A decision.
        Decision = "decision",
        /// An action.
        Action = "action",
        /// An idea.
        Idea = "idea",
        /// Help is wanted.
        Help = "help",
        /// A link.
        Link = "link",
        /// A vote.
        Vote = "vote",
        /// A dissent.
        Dissent = "dissent",
        /// A private note.
        Private = "private",
        /// Somebody is there.
        Present = "present",
        /// Somebody who is not on the list comes in.
        Guest = "guest",
        /// Somebody sends apologies.
        Regrets = "regrets",
        /// Somebody left.
        Left = "left",
        /// Somebody has a conflict of interest and leaves for the item.
        Recused = "recused",
        /// Somebody wants to speak.
        Queued = "queued",
        /// Somebody no longer wants to.
        Unqueued = "unqueued",
        /// Somebody replies directly to who has the floor.
        Reply = "reply",
        /// Somebody has the floor.
        Floor = "floor",
        /// Who waits is told.
        Waiting = "waiting",
        /// The speaker list is closed.
        Shut = "shut",
        /// It is open again.
        Reopened = "reopened",
        /// Who leads the meeting.
        Chair = "chair",
        /// The line before goes away.
        Undo = "undo",
        /// Words of a line before are replaced.
        Replace = "replace",
        /// A line is put before another.
        Insert = "insert",
        /// The language itself is shown.
        Language = "language",
    }
}

impl Sense {
    /// What a line of this sense becomes, when it is an entry by its first word alone.
    pub const fn kind(self) -> Option<EntryKind> {
        match self {
            Self::Note | Self::Link => Some(EntryKind::Note),
            Self::Decision => Some(EntryKind::Decision),
            Self::Action => Some(EntryKind::Action),
            Self::Idea => Some(EntryKind::Idea),
            Self::Help => Some(EntryKind::Help),
            Self::Vote => Some(EntryKind::Vote),
            Self::Dissent => Some(EntryKind::Dissent),
            Self::Private => Some(EntryKind::Private),
            _ => None,
        }
    }
}

/// One sense and how it is spelled. What ends in a colon or in `+ - =` stands with it; what begins
/// with `#` or is a bare word has a blank after it.
pub struct Spelling {
    /// What it means.
    pub sense: Sense,
    /// In Danish.
    pub danish: &'static [&'static str],
    /// In English, and as other programs have it.
    pub english: &'static [&'static str],
}

/// A line as it was read: what it says, and what it says it of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading<'a> {
    /// What it means.
    pub sense: Sense,
    /// The spelling that said so, as in the table.
    pub spelled: &'static str,
    /// What follows, blanks taken away.
    pub rest: &'a str,
    /// Where that begins in the line.
    pub at: usize,
}

const fn row(
    sense: Sense,
    danish: &'static [&'static str],
    english: &'static [&'static str],
) -> Spelling {
    Spelling {
        sense,
        danish,
        english,
    }
}

/// The language, in the order of its help.
pub const SPELLINGS: &[Spelling] = &[
    row(
        Sense::Topic,
        &["punkt:", "emne:", "#punkt", "#emne"],
        &["topic:", "#topic"],
    ),
    row(
        Sense::Subtopic,
        &["underpunkt:", "#underpunkt"],
        &["subtopic:", "#subtopic", "sub-topic:"],
    ),
    row(Sense::Speech, &[], &[]),
    row(Sense::Continued, &["…", "..."], &["…", "...", ".."]),
    row(
        Sense::Note,
        &["i:", "#info", "#notat"],
        &["i:", "#info", "#note"],
    ),
    row(
        Sense::Decision,
        &[
            "b:",
            "beslutning:",
            "vedtaget:",
            "besluttet:",
            "beslutninger:",
            "#beslutning",
        ],
        &[
            "b:",
            "decision:",
            "resolved:",
            "#agreed",
            "agreed:",
            "resolution:",
            "#accepted",
            "#agree",
            "#accept",
            "#decision",
            "#resolved",
            "#rejected",
            "#reject",
        ],
    ),
    row(
        Sense::Action,
        &[
            "o:",
            "opgave:",
            "handling:",
            "aktion:",
            "opfølgning:",
            "#opgave",
        ],
        &["o:", "action:", "#action", "follow-up:", "todo:", "#todo"],
    ),
    row(
        Sense::Idea,
        &["idé:", "ide:", "#idé", "#ide"],
        &["idea:", "#idea"],
    ),
    row(
        Sense::Help,
        &["hjælp søges:", "#hjælp"],
        &["help wanted:", "#help", "#halp"],
    ),
    row(Sense::Link, &["->", "#link"], &["->", "#link"]),
    row(
        Sense::Vote,
        &["afstemning:", "#afstemning"],
        &["vote:", "#vote"],
    ),
    row(
        Sense::Recused,
        &["inhabil:", "inhabil+"],
        &["recused:", "recused+"],
    ),
    row(
        Sense::Dissent,
        &["mindretalsudtalelse:", "særstandpunkt:"],
        &["dissent:", "#dissent"],
    ),
    row(
        Sense::Private,
        &["p:", "privat:", "privat note:", "#privat"],
        &["p:", "private:", "private note:", "#private"],
    ),
    row(
        Sense::Present,
        &[
            "mødt:",
            "mødt+",
            "til stede:",
            "til stede+",
            "kom:",
            "ankom:",
        ],
        &["present+", "present:", "present="],
    ),
    row(
        Sense::Guest,
        &["gæst:", "gæst+", "uindkaldt:"],
        &["guest:", "guest+", "walk-in:"],
    ),
    row(
        Sense::Regrets,
        &["afbud:", "afbud+"],
        &["regrets+", "regrets:", "regrets="],
    ),
    row(
        Sense::Left,
        &["gået:", "mødt-", "gik:", "forlod:"],
        &["left:", "present-", "regrets-"],
    ),
    row(
        Sense::Queued,
        &["taler+", "q+"],
        &["q+", "queue+", "q=", "queue="],
    ),
    row(Sense::Unqueued, &["taler-", "q-"], &["q-", "queue-"]),
    row(Sense::Floor, &["ordet:", "#ordet"], &["ack", "floor:"]),
    row(Sense::Reply, &["replik:", "replik+"], &["reply:", "reply+"]),
    row(Sense::Waiting, &["taler?", "q?"], &["q?", "queue?"]),
    row(Sense::Shut, &["#luk"], &["#close"]),
    row(Sense::Reopened, &["#åbn"], &["#open"]),
    row(
        Sense::Chair,
        &["mødeleder:", "ordstyrer:"],
        &["chair:", "chairs:", "#chair"],
    ),
    row(Sense::Undo, &["#fortryd", "#undo"], &["#undo"]),
    row(Sense::Replace, &["s/"], &["s/", "s|"]),
    row(Sense::Insert, &["i/"], &["i/", "i|"]),
    row(Sense::Language, &["#?"], &["#?", "#commands"]),
];

/// The longest beginning there is, in bytes, with room for blanks.
pub const LONGEST: usize = 28;

/// What a line says by how it begins; `None` for plain text.
pub fn read(line: &str) -> Option<Reading<'_>> {
    let start = line.len() - line.trim_start().len();
    let text = line.get(start..)?;
    if let Some(sense) = correction::sense(text) {
        let spelled = found(sense, |_| true)?.1;
        return Some(Reading {
            sense,
            spelled,
            rest: text.get(2..)?,
            at: start + 2,
        });
    }
    let head = head(text)?;
    let word = text.get(head.clone())?;
    let (sense, spelled) = spelling(word)?;
    // What was turned down says so itself.
    let says = text
        .get(head.end..)
        .is_some_and(|rest| !rest.trim().is_empty());
    let end = match says && spelled.starts_with("#reject") {
        true => head.start + 1,
        false => head.end,
    };
    let rest = text.get(end..)?;
    Some(Reading {
        sense,
        spelled,
        rest: rest.trim(),
        at: start + end + (rest.len() - rest.trim_start().len()),
    })
}

/// The spelling that is this word, in any case and with any blanks.
fn spelling(word: &str) -> Option<(Sense, &'static str)> {
    let mut plain = String::with_capacity(word.len());
    for sign in word.chars().flat_map(char::to_lowercase) {
        match sign {
            '：' => plain.push(':'),
            sign if sign.is_whitespace() => {
                if !plain.ends_with(' ') && !plain.is_empty() {
                    plain.push(' ');
                }
            }
            sign => plain.push(sign),
        }
    }
    // "action :" is "action:".
    if let Some(sign) = plain.pop() {
        let kept = plain.trim_end().len();
        plain.truncate(kept);
        plain.push(sign);
    }
    let rows = SPELLINGS.iter();
    let mut all = rows.flat_map(|row| {
        let words = row.danish.iter().chain(row.english);
        words.map(move |word| (row.sense, *word))
    });
    all.find(|(_, known)| *known == plain)
}

fn found(sense: Sense, fits: impl Fn(&str) -> bool) -> Option<(Sense, &'static str)> {
    let row = SPELLINGS.iter().find(|row| row.sense == sense)?;
    let word = row.english.iter().find(|word| fits(word))?;
    Some((sense, word))
}

/// Where the first word of a trimmed line stands, with the sign that makes it one.
fn head(text: &str) -> Option<Range<usize>> {
    let first = text.chars().next()?;
    if matches!(first, '.' | '…') {
        let dots = text.find(|sign| sign != '.' && sign != '…');
        let end = dots.unwrap_or(text.len());
        let many = first == '…' || end > 1;
        return many.then_some(0..end.min(3));
    }
    let blank = text.find(char::is_whitespace).unwrap_or(text.len());
    let bare = |word: &str| word.starts_with('#') || matches!(word, "->") || is_ack(word);
    if text.get(..blank).is_some_and(bare) {
        return Some(0..blank);
    }
    let near = text.char_indices().take_while(|(at, _)| *at < LONGEST);
    for (at, sign) in near {
        match sign {
            // "b:eslutning" may be the beginning of a word; the blank decides.
            ':' if at == 1 => {
                let next = text.get(2..)?.chars().next();
                return next.is_some_and(char::is_whitespace).then_some(0..2);
            }
            ':' | '：' | '?' => return Some(0..at + sign.len_utf8()),
            '+' | '=' | '-' => {
                // In "follow-up:" the sign is within the word.
                let rest = text.get(at + 1..)?;
                let within = sign == '-' && rest.starts_with(char::is_alphabetic);
                match within {
                    true => {}
                    false => return Some(0..at + 1),
                }
            }
            sign if sign.is_alphanumeric() || sign == ' ' => {}
            _ => return None,
        }
    }
    None
}

fn is_ack(word: &str) -> bool {
    word.eq_ignore_ascii_case("ack")
}
