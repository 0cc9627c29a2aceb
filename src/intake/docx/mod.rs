//! Minutes that members return as files of Word, with tracked changes and comments: read safely,
//! and turned into comments on the meeting's entries.
//!
//! It owns what such a file may be, whose a change is, and which entry it is about. It must not
//! know screens, the store or files, nor what becomes of a comment.

mod body;
mod file;
mod offer;
mod parts;
mod read;
mod sides;
mod walk;
mod who;

pub use offer::{Ground, comments};
pub use read::read;

/// A file as it was returned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Returned {
    /// Its paragraphs in order.
    paragraphs: Vec<Paragraph>,
    /// Its comments.
    said: Vec<Said>,
    /// Who saved it last; empty when it does not say.
    saved_by: String,
}

/// Who did something, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Hand {
    /// The author as written.
    by: String,
    /// When, milliseconds since 1970 UTC; `None` when it does not say.
    at: Option<i64>,
}

/// A paragraph with all that was ever in it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Paragraph {
    /// Names of the bookmarks that begin in it.
    marks: Vec<String>,
    /// Its text.
    pieces: Vec<Piece>,
    /// Who put its end in.
    inserted: Option<Hand>,
    /// Who took its end away.
    deleted: Option<Hand>,
}

/// Text that was treated in one way.
#[derive(Clone, Debug, Default, PartialEq)]
struct Piece {
    text: String,
    inserted: Option<Hand>,
    deleted: Option<Hand>,
    /// Taken from here to stand elsewhere, or the other way round.
    moved: bool,
    /// The program's words: a label, an owner, a deadline.
    added: bool,
}

/// A comment.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    /// Its number in the file.
    number: String,
    hand: Hand,
    /// What it says, a line for each paragraph.
    text: String,
    /// The paragraph it is on, counted from 0; `None` when the text does not refer to it.
    at: Option<usize>,
    /// The words it is on.
    quoted: String,
}

/// A file that could not be read. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadDocument {
    /// No zip at all.
    #[error("it is no Word document (.docx); save it from Word as .docx and try again")]
    NotWord,
    /// A document of LibreOffice's own.
    #[error(
        "it is an OpenDocument file (.odt); open it in LibreOffice or Word, save it as Word (.docx) – tracked changes and comments come along – and take that in"
    )]
    OpenDocument,
    /// The old format, or one with a password.
    #[error(
        "it has a password or is of the old format (.doc); save it as .docx without a password and try again"
    )]
    Sealed,
    /// No text in it.
    #[error("{part} is missing: it is no Word document, or it is damaged; ask for it again")]
    Missing {
        /// The part.
        part: &'static str,
    },
    /// A part that cannot be unpacked.
    #[error("{part} is damaged ({why}); ask for the file again")]
    Damaged {
        /// The part.
        part: &'static str,
        /// What the unpacker said.
        why: String,
    },
    /// Larger than minutes are.
    #[error(
        "{part} is larger than {most} MB when it is unpacked; that is no minutes, and was not read"
    )]
    TooLarge {
        /// The part.
        part: &'static str,
        /// Megabytes.
        most: u64,
    },
    /// XML that is not well-formed.
    #[error("{part}, byte {place}: {why}; ask for the file again")]
    Xml {
        /// The part.
        part: &'static str,
        /// Where, in bytes.
        place: u64,
        /// What is wrong.
        why: String,
    },
    /// XML that no office program writes.
    #[error(
        "{part}, byte {place}: it has a document type or entities of its own, which no Word document has; it was not read"
    )]
    Entities {
        /// The part.
        part: &'static str,
        /// Where, in bytes.
        place: u64,
    },
    /// More of something than minutes have.
    #[error("{part}, byte {place}: more than {most} {what}; that is no minutes, and was not read")]
    TooMany {
        /// The part.
        part: &'static str,
        /// Where, in bytes.
        place: u64,
        /// How many are read.
        most: usize,
        /// Of what.
        what: &'static str,
    },
    /// Another document.
    #[error(
        "nothing in it is of this meeting's minutes; choose the meeting it was sent from with --meeting"
    )]
    Elsewhere,
}

#[cfg(test)]
mod tests;
