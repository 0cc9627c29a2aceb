//! Where the writer is in a meeting's minutes, and what the hand remembers between two keys.

use std::cell::Cell;

use crate::app::editor::caret::Place;
use crate::app::editor::motion::Caret;
use crate::domain::id::Id;
use crate::domain::minutes::{EntryKind, ParagraphStyle};

/// A pause after which typing begins a new step of undo, in milliseconds.
const PAUSE_MS: i64 = 1_000;

/// What a key does to the text; keys of one sort in a row are one step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Letters come.
    Letters,
    /// Letters go.
    Deleting,
}

/// Keys in a row.
#[derive(Clone, Copy, Debug)]
struct Burst {
    group: Id,
    stroke: Stroke,
    /// Where the next key goes on.
    place: Place,
    at: i64,
}

/// A paragraph that has just turned into something by what was typed at its start.
#[derive(Clone, Debug)]
pub struct Turned {
    /// The paragraph.
    pub entry: Id,
    /// What was typed.
    pub typed: String,
    /// What the paragraph was.
    pub kind: EntryKind,
    /// How it was set.
    pub style: ParagraphStyle,
}

/// The room the minutes have on the screen, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Columns of text.
    pub width: usize,
    /// Rows of text.
    pub height: usize,
    /// Its left edge on the screen, the label's column included.
    pub x: u16,
    /// Its first row on the screen.
    pub y: u16,
}

/// The first row shown: a paragraph and one of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Top {
    /// The paragraph.
    pub entry: Id,
    /// Its row, the blank one above it included.
    pub row: usize,
}

/// Where the caret's paragraph stands on the screen, all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The paragraph.
    pub entry: Id,
    /// Its number in a numbered list.
    pub number: usize,
    /// The left edge of the pane.
    pub x: u16,
    /// Its first row.
    pub y: u16,
    /// The pane's columns.
    pub width: u16,
    /// Its rows.
    pub rows: u16,
    /// From this row the caret needs no scrolling up.
    pub low: u16,
    /// From this row it needs scrolling down.
    pub high: u16,
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Pencil {
    /// The caret; `None` before the first look at the minutes.
    pub caret: Option<Caret>,
    /// The room of the text, as drawn last.
    pub room: Cell<Option<Room>>,
    /// What is scrolled to, as drawn last.
    pub top: Cell<Option<Top>>,
    /// Where the caret's paragraph was drawn last, when all of it is seen.
    pub drawn: Cell<Option<Drawn>>,
    /// A paragraph to be seen at the next drawing, where the caret's row leaves room.
    pub reveal: Cell<Option<Id>>,
    /// Moving the caret marks.
    pub marking: bool,
    burst: Option<Burst>,
    pub(super) turned: Option<Turned>,
    /// A joiner was typed that needs its second half.
    pub(super) joiner: bool,
}

impl Pencil {
    /// For another item in the same room.
    pub(super) fn anew(&self) -> Self {
        Self {
            room: self.room.clone(),
            ..Self::default()
        }
    }

    /// The step of undo a key belongs to: that of the keys before it, else a new one.
    pub(super) fn group(&mut self, stroke: Stroke, from: Place, now: i64, fresh: Id) -> Id {
        let going = self.burst.filter(|burst| {
            burst.stroke == stroke && burst.place == from && now - burst.at < PAUSE_MS
        });
        going.map_or(fresh, |burst| burst.group)
    }

    /// Where the keys in a row have come to.
    pub(super) fn went(&mut self, group: Id, stroke: Stroke, place: Place, at: i64) {
        self.marking = false;
        self.burst = Some(Burst {
            group,
            stroke,
            place,
            at,
        });
    }

    /// The next key begins a new step of undo.
    pub(super) fn lift(&mut self) {
        self.burst = None;
        self.joiner = false;
    }
}
