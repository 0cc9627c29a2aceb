//! What was a paragraph, and what each hand would make of it.
//!
//! A paragraph that was cut in two stands as several whose ends were put in: those together are
//! what was one. It must not know meetings.

use super::{Hand, Paragraph, Piece};

/// What was one paragraph, or is new altogether.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Block {
    /// Names of the bookmarks that begin in it.
    pub marks: Vec<String>,
    /// The numbers of its paragraphs in the file.
    pub places: std::ops::Range<usize>,
    /// Its words as they left, without the program's.
    pub words: String,
    /// All of it as it left.
    pub whole: String,
    /// What each hand would make of it.
    pub views: Vec<View>,
}

/// What one hand would make of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct View {
    pub hand: Hand,
    /// The words.
    pub words: String,
    /// All of it, the program's words too.
    pub whole: String,
    /// The program's words would change.
    pub beside: bool,
    /// It would be one with what follows.
    pub joined: bool,
    /// It would stand elsewhere.
    pub moved: bool,
    /// New paragraphs before it.
    pub before: Vec<New>,
    /// New paragraphs after it.
    pub after: Vec<New>,
}

/// A new paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct New {
    pub words: String,
    /// It stood elsewhere before.
    pub moved: bool,
}

impl Block {
    /// Whether nothing of it was in what left.
    pub fn is_new(&self) -> bool {
        self.whole.trim().is_empty()
    }
}

/// A document's paragraphs as they were.
pub(super) fn blocks(paragraphs: &[Paragraph]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut from = 0;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let last = index + 1 == paragraphs.len();
        if paragraph.inserted.is_some() && !last {
            continue;
        }
        let group = paragraphs.get(from..=index).unwrap_or_default();
        blocks.push(block(group, from));
        from = index + 1;
    }
    blocks
}

fn block(group: &[Paragraph], from: usize) -> Block {
    let rows: Vec<Vec<Piece>> = group.iter().map(settled).collect();
    let all = || rows.iter().flatten();
    let left = |piece: &&Piece| piece.inserted.is_none();
    let text = |pieces: Vec<&Piece>| -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    };
    Block {
        marks: group.iter().flat_map(|it| it.marks.clone()).collect(),
        places: from..from + group.len(),
        words: text(all().filter(left).filter(|it| !it.added).collect()),
        whole: text(all().filter(left).collect()),
        views: hands(group)
            .into_iter()
            .map(|hand| view(group, &rows, hand))
            .collect(),
    }
}

/// The pieces, those put in told apart: typed after a label it is set like the label, and is no
/// part of it unless the label goes on after it.
fn settled(paragraph: &Paragraph) -> Vec<Piece> {
    let pieces = &paragraph.pieces;
    let stood = |piece: &&Piece| piece.inserted.is_none();
    let mut settled = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        let before = pieces.iter().take(index).rev().find(stood);
        let after = pieces.iter().skip(index + 1).find(stood);
        let within = [before, after]
            .iter()
            .all(|it| it.is_some_and(|piece| piece.added));
        settled.push(Piece {
            added: piece.added && (piece.inserted.is_none() || within),
            ..piece.clone()
        });
    }
    settled
}

/// Who changed something in the paragraphs, with the first moment.
fn hands(group: &[Paragraph]) -> Vec<Hand> {
    let mut hands: Vec<Hand> = Vec::new();
    let pieces = group.iter().flat_map(|it| it.pieces.iter());
    let of_pieces = pieces.flat_map(|it| [&it.inserted, &it.deleted]);
    let of_ends = group.iter().flat_map(|it| [&it.inserted, &it.deleted]);
    for hand in of_pieces.chain(of_ends).flatten() {
        match hands.iter_mut().find(|known| known.by == hand.by) {
            Some(known) => known.at = known.at.or(hand.at),
            None => hands.push(hand.clone()),
        }
    }
    hands
}

fn view(group: &[Paragraph], rows: &[Vec<Piece>], hand: Hand) -> View {
    let mine = |other: &Option<Hand>| other.as_ref().is_some_and(|it| it.by == hand.by);
    let stays = |piece: &&Piece| {
        (piece.inserted.is_none() || mine(&piece.inserted)) && !mine(&piece.deleted)
    };
    let text = |row: &[Piece], added: bool| -> String {
        let rest = row
            .iter()
            .filter(stays)
            .filter(|piece| added || !piece.added);
        rest.map(|piece| piece.text.as_str()).collect()
    };
    let stood = |row: &Vec<Piece>| {
        row.iter()
            .any(|it| it.inserted.is_none() && !it.text.trim().is_empty())
    };
    let cuts = group.iter().any(|it| mine(&it.inserted));
    let base = rows.iter().position(stood);
    let mut view = View {
        beside: rows.iter().flatten().any(|piece| {
            let changed = mine(&piece.inserted) || mine(&piece.deleted);
            piece.added && changed && !piece.moved
        }),
        moved: rows
            .iter()
            .flatten()
            .any(|it| it.moved && mine(&it.deleted)),
        ..View::default()
    };
    for (index, row) in rows.iter().enumerate() {
        let own = base == Some(index) || (!cuts && stood(row));
        let words = text(row, false);
        if own {
            view.words.push_str(&words);
            view.whole.push_str(&text(row, true));
            view.joined |= group.get(index).is_some_and(|it| mine(&it.deleted));
        } else if !words.trim().is_empty()
            && (stood(row) || row.iter().any(|it| mine(&it.inserted)))
        {
            let moved = row.iter().any(|it| it.moved && mine(&it.inserted));
            let new = New { words, moved };
            match base.is_none_or(|base| index > base) {
                true => view.after.push(new),
                false => view.before.push(new),
            }
        }
    }
    // What is taken away whole leaves no words to join.
    view.joined &= !view.words.trim().is_empty();
    view.beside &= !view.words.trim().is_empty() || !view.whole.trim().is_empty();
    view.hand = hand;
    view
}
