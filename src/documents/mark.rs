//! What a piece of a document tells, so that what comes back in a file is matched to it; and what
//! was said of it, which goes along as remarks in the margin. No part of what the document says:
//! neither is stored with approved minutes, nor compared.

use std::ops::Range;

use crate::domain::id::Id;

use super::outline::{Body, Outline, Run};

/// Something of a meeting that can be remarked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Marked {
    /// An agenda item.
    Item(Id),
    /// An entry of the minutes.
    Entry(Id),
}

/// What a piece tells; see the module.
#[derive(Clone, Debug, Default)]
pub struct Mark {
    /// What it is of.
    pub of: Option<Marked>,
    /// Bytes of its runs' text that are what was written; the rest is the program's.
    pub words: Range<usize>,
}

/// Pieces that say the same are the same, whatever they are made from.
impl PartialEq for Mark {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A remark in the margin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remark {
    /// What it is on; `None` for the document as a whole.
    pub of: Option<Marked>,
    /// Who said it, with the organisation.
    pub by: String,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// What it says, one or more paragraphs.
    pub lines: Vec<String>,
}

/// What a bookmark of an item begins with.
const ITEM: &str = "_i";
/// What a bookmark of an entry begins with.
const ENTRY: &str = "_e";
/// Digits of an id.
const ID: usize = 32;
/// Digits kept of the hash of the words: a name has at most 40 signs in Word.
const HASH: usize = 6;

/// What is kept of words in the name of their bookmark.
fn digits(words: &str) -> String {
    let hash = blake3::hash(words.trim().as_bytes()).to_hex();
    hash.as_str().chars().take(HASH).collect()
}

impl Marked {
    /// The name of the bookmark round it: hidden, of at most 40 signs, and telling whether the
    /// words are as they left.
    pub fn bookmark(self, words: &str) -> String {
        let (start, id) = match self {
            Self::Item(id) => (ITEM, id),
            Self::Entry(id) => (ENTRY, id),
        };
        format!("{start}{id}{}", digits(words))
    }

    /// What a bookmark is round; `None` for one that others made.
    pub fn read(name: &str) -> Option<(Self, &str)> {
        let (start, rest) = (name.get(..2)?, name.get(2..)?);
        let id = rest.get(..ID)?.parse().ok()?;
        let hash = rest.get(ID..ID + HASH)?;
        match start {
            ITEM => Some((Self::Item(id), hash)),
            ENTRY => Some((Self::Entry(id), hash)),
            _ => None,
        }
    }

    /// Whether words are as they were when their bookmark was made.
    pub fn is_as_left(hash: &str, words: &str) -> bool {
        hash == digits(words)
    }
}

/// Words set in one way, whole or a part of a run.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece<'a> {
    /// The run it is of.
    pub run: &'a Run,
    /// Its words.
    pub text: &'a str,
    /// The program's words, beside what was written.
    pub added: bool,
}

impl Mark {
    /// The runs, cut where what was written begins and ends.
    pub(super) fn pieces<'a>(&self, runs: &'a [Run]) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut before = 0;
        for run in runs {
            let text = run.text.as_str();
            let whole = Piece {
                run,
                text,
                added: false,
            };
            let cut = |at: usize| at.saturating_sub(before).min(text.len());
            let (from, to) = (cut(self.words.start), cut(self.words.end));
            let parts = (text.get(..from), text.get(from..to), text.get(to..));
            match (self.of, parts) {
                (Some(Marked::Entry(_)), (Some(lead), Some(words), Some(tail))) => {
                    for (text, added) in [(lead, true), (words, false), (tail, true)] {
                        if !text.is_empty() {
                            pieces.push(Piece { run, text, added });
                        }
                    }
                }
                _ => pieces.push(whole),
            }
            before += text.len();
        }
        pieces
    }

    /// What was written, out of its runs.
    pub fn written(&self, runs: &[Run]) -> String {
        let all: String = runs.iter().map(|run| run.text.as_str()).collect();
        all.get(self.words.clone()).unwrap_or_default().to_owned()
    }
}

/// What each remark is on: the whole document where its place is not in it.
pub(super) fn anchors(outline: &Outline) -> Vec<Option<Marked>> {
    let mut places: Vec<Marked> = Vec::new();
    for block in &outline.blocks {
        places.extend(block.mark.of);
        if let Body::List { points, .. } = &block.body {
            places.extend(points.iter().filter_map(|point| point.mark.of));
        }
    }
    let known = |of: &Marked| places.contains(of);
    let remarks = outline.remarks.iter();
    remarks.map(|remark| remark.of.filter(known)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bookmark_tells_what_it_is_round_and_whether_it_was_changed() {
        let id = Id::from_bits(7);
        for mark in [Marked::Item(id), Marked::Entry(id)] {
            let name = mark.bookmark("Smørrebrød");
            assert_eq!(name.len(), 40);
            let (of, hash) = Marked::read(&name).unwrap();
            assert_eq!(of, mark);
            assert!(Marked::is_as_left(hash, "Smørrebrød "));
            assert!(!Marked::is_as_left(hash, "Smørebrød"));
        }
        for name in ["_GoBack", "_Toc123456789", "", "_e", "æøå", "_eæøå"] {
            assert_eq!(Marked::read(name), None, "{name}");
        }
    }

    #[test]
    fn what_was_written_is_told_from_what_the_program_adds() {
        let runs = [Run::plain("Send oplæg (frist: 1. december 2026)")];
        let mark = Mark {
            of: Some(Marked::Entry(Id::from_bits(1))),
            words: 0..11,
        };
        let pieces = mark.pieces(&runs);
        let pieces: Vec<_> = pieces.iter().map(|it| (it.text, it.added)).collect();
        let wanted = [("Send oplæg", false), (" (frist: 1. december 2026)", true)];
        assert_eq!(pieces, wanted);
        assert_eq!(mark.written(&runs), "Send oplæg");
        let far = Mark {
            words: 3..900,
            ..mark
        };
        assert_eq!(far.pieces(&runs).len(), 2);
        assert_eq!(Mark::default().pieces(&runs).len(), 1);
    }
}
