//! People pasted from a mail, a spreadsheet or a tracking list, or read from a CSV file.
//!
//! It owns what such lists look like and who in them is known already. A list becomes a
//! [`Preview`]; a preview becomes ops. It must not know screens, the store or files.

use crate::domain::attendance::{ParticipantRole, PresenceKind, Rsvp};
use crate::domain::id::Id;

mod columns;
mod matching;
mod offer;
mod read;
mod words;

pub use offer::{Target, ops};
pub use read::{read_csv, read_paste};

/// What a list says of one person, cleaned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The line it stands on, from 1.
    pub line: usize,
    /// The full name.
    pub name: String,
    /// E-mail address, empty when not given.
    pub email: String,
    /// Telephone number, empty when not given.
    pub phone: String,
    /// Job title, empty when not given.
    pub title: String,
    /// The organisation as written, empty when not given.
    pub organisation: String,
    /// The answer, when the list has answers.
    pub rsvp: Option<Rsvp>,
    /// What happened at the door, when the list says.
    pub presence: Option<PresenceKind>,
    /// What they are at the meeting, when the list says.
    pub role: Option<ParticipantRole>,
}

/// Who a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody of the register.
    New,
    /// A person of the register.
    Known(Id),
    /// One of several, or somebody of the same name elsewhere: a person must choose.
    Unclear(Vec<Id>),
    /// The same as an earlier row, counted from 0.
    Again(usize),
}

/// A row's organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whence {
    /// None is given.
    NotSaid,
    /// An organisation of the register.
    Known(Id),
    /// One of this name is to be made.
    New(String),
}

/// A row and what would come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// What the list says.
    pub row: Row,
    /// Who it is; change it to settle an unclear row.
    pub who: Who,
    /// The organisation.
    pub whence: Whence,
}

/// What would come of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The rows in order.
    pub rows: Vec<PreviewRow>,
    /// Names of columns that were not understood and are left out.
    pub ignored: Vec<String>,
    /// Rows left out because they are rooms or equipment, by name.
    pub rooms: Vec<String>,
}

impl Preview {
    /// How many are new, known, and unclear.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count =
            |wanted: fn(&Who) -> bool| self.rows.iter().filter(|row| wanted(&row.who)).count();
        (
            count(|who| *who == Who::New),
            count(|who| matches!(who, Who::Known(_))),
            count(|who| matches!(who, Who::Unclear(_))),
        )
    }
}

/// A list that could not be read. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadList {
    /// Nobody in it.
    #[error("nobody is in the list; give a name or an e-mail address on each line")]
    Empty,
    /// Not text.
    #[error(transparent)]
    NotText(#[from] super::decode::NotText),
    /// A quote that does not end.
    #[error("line {line}: a quote begins and does not end; add the missing \" and try again")]
    Quote {
        /// The line, from 1.
        line: usize,
    },
    /// A row without name and address.
    #[error("line {line}: there is no name and no e-mail address; fill it in or remove the line")]
    Nobody {
        /// The line, from 1.
        line: usize,
    },
    /// A cell that is not what its column holds.
    #[error("line {line}, {column}: \"{cell}\" is not {expected}")]
    Cell {
        /// The line, from 1.
        line: usize,
        /// The column: its name, or "column 3".
        column: String,
        /// What stands there, shortened.
        cell: String,
        /// What could stand there.
        expected: &'static str,
    },
    /// Two columns for the same thing.
    #[error("line {line}: the columns \"{first}\" and \"{second}\" hold the same; remove one")]
    Twice {
        /// The line of the head, from 1.
        line: usize,
        /// One column.
        first: String,
        /// The other.
        second: String,
    },
    /// More cells than the head has names.
    #[error("line {line}, column {column}: there are more cells than names in the first line")]
    TooMany {
        /// The line, from 1.
        line: usize,
        /// The first column too many, from 1.
        column: usize,
    },
    /// Longer than a list of people is.
    #[error("the list has more than {most} lines; divide it into several")]
    TooLong {
        /// How many are read.
        most: usize,
    },
}

#[cfg(test)]
mod tests;
