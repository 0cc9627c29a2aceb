//! How the caret walks: letters, words, visual lines, pages, the whole document.
//!
//! Knows paragraphs and their lines; changes no text.

use super::caret::{Paragraphs, Place, Selection};
use super::{grapheme, wrap};

/// One step of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// One grapheme back, over paragraphs.
    Left,
    /// One grapheme on, over paragraphs.
    Right,
    /// Start of the word before.
    WordLeft,
    /// Start of the next word, or the paragraph's end.
    WordRight,
    /// End of this word or the next, as in Emacs and Vim.
    WordEnd,
    /// Start of the visual line; from there, of the paragraph.
    Home,
    /// End of the visual line; from there, of the paragraph.
    End,
    /// Start of the paragraph.
    ParagraphStart,
    /// End of the paragraph.
    ParagraphEnd,
    /// One visual line up.
    Up,
    /// One visual line down.
    Down,
    /// So many visual lines up.
    PageUp(usize),
    /// So many visual lines down.
    PageDown(usize),
    /// Start of the document.
    DocumentStart,
    /// End of the document.
    DocumentEnd,
}

/// The caret: what is marked, and the column that moves up and down remember.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caret {
    /// What is marked; its head is where the caret is.
    pub selection: Selection,
    goal: Option<usize>,
}

impl Caret {
    /// A caret with nothing marked.
    pub const fn new(place: Place) -> Self {
        Self::marking(Selection::at(place))
    }

    /// A caret with this marked.
    pub const fn marking(selection: Selection) -> Self {
        Self {
            selection,
            goal: None,
        }
    }

    /// Where it is.
    pub const fn place(&self) -> Place {
        self.selection.head
    }

    /// The caret after a move; `extend` marks on the way. Without it, Left and Right go to the edge of
    /// what is marked.
    #[must_use]
    pub fn go(self, doc: &dyn Paragraphs, motion: Motion, extend: bool) -> Self {
        let selection = self.selection.clamp(doc);
        if !extend && !selection.is_empty() {
            let (start, end) = selection.ends(doc);
            match motion {
                Motion::Left => return Self::new(start),
                Motion::Right => return Self::new(end),
                _ => {}
            }
        }
        let (head, goal) = step(doc, selection.head, self.goal, motion);
        let anchor = if extend { selection.anchor } else { head };
        Self {
            selection: Selection { anchor, head },
            goal,
        }
    }

    /// Marks the word at a place, as a double click does.
    pub fn word(doc: &dyn Paragraphs, place: Place) -> Self {
        let place = place.clamp(doc);
        let word = grapheme::word_around(text(doc, place), place.at);
        Self::marking(Selection {
            anchor: Place::new(place.entry, word.start),
            head: Place::new(place.entry, word.end),
        })
    }

    /// Marks the whole document.
    pub fn all(doc: &dyn Paragraphs, place: Place) -> Self {
        Self::marking(Selection {
            anchor: target(doc, place, Motion::DocumentStart),
            head: target(doc, place, Motion::DocumentEnd),
        })
    }
}

/// Where a move from a place leads, without a remembered column.
pub fn target(doc: &dyn Paragraphs, place: Place, motion: Motion) -> Place {
    step(doc, place.clamp(doc), None, motion).0
}

fn text(doc: &dyn Paragraphs, place: Place) -> &str {
    doc.text(place.entry).unwrap_or("")
}

fn step(
    doc: &dyn Paragraphs,
    place: Place,
    goal: Option<usize>,
    motion: Motion,
) -> (Place, Option<usize>) {
    let here = text(doc, place);
    let to = |at| Place::new(place.entry, at);
    let moved = match motion {
        Motion::Left | Motion::WordLeft if place.at == 0 => neighbour_end(doc, place),
        Motion::Right | Motion::WordRight | Motion::WordEnd if place.at >= here.len() => {
            neighbour_start(doc, place)
        }
        Motion::Left => to(grapheme::prev(here, place.at)),
        Motion::Right => to(grapheme::next(here, place.at)),
        Motion::WordLeft => to(grapheme::prev_word(here, place.at)),
        Motion::WordRight => to(grapheme::next_word(here, place.at)),
        Motion::WordEnd => to(grapheme::word_end(here, place.at)),
        Motion::Home => to(home(doc, place)),
        Motion::End => to(end(doc, place)),
        Motion::ParagraphStart => to(0),
        Motion::ParagraphEnd => to(here.len()),
        Motion::Up => return rows(doc, place, goal, 1, true),
        Motion::Down => return rows(doc, place, goal, 1, false),
        Motion::PageUp(count) => return rows(doc, place, goal, count, true),
        Motion::PageDown(count) => return rows(doc, place, goal, count, false),
        Motion::DocumentStart => doc.ids().first().map_or(place, |id| Place::new(*id, 0)),
        Motion::DocumentEnd => doc.ids().last().map_or(place, |id| {
            Place::new(*id, doc.text(*id).map_or(0, str::len))
        }),
    };
    (moved, None)
}

fn index(doc: &dyn Paragraphs, place: Place) -> Option<usize> {
    doc.ids().iter().position(|id| *id == place.entry)
}

fn neighbour_end(doc: &dyn Paragraphs, place: Place) -> Place {
    let before = index(doc, place).and_then(|i| doc.ids().get(i.checked_sub(1)?));
    before.map_or(place, |id| {
        Place::new(*id, doc.text(*id).map_or(0, str::len))
    })
}

fn neighbour_start(doc: &dyn Paragraphs, place: Place) -> Place {
    let after = index(doc, place).and_then(|i| doc.ids().get(i + 1));
    after.map_or(place, |id| Place::new(*id, 0))
}

fn home(doc: &dyn Paragraphs, place: Place) -> usize {
    let lines = doc.lines(place.entry);
    let row = wrap::row_of(&lines, place.at);
    let start = lines.get(row).map_or(0, |l| l.start);
    if start == place.at { 0 } else { start }
}

fn end(doc: &dyn Paragraphs, place: Place) -> usize {
    let (here, lines) = (text(doc, place), doc.lines(place.entry));
    let row = wrap::row_of(&lines, place.at);
    let last = row + 1 >= lines.len();
    let end = lines
        .get(row)
        .map_or(here.len(), |l| wrap::end_of(here, l, last));
    if end == place.at { here.len() } else { end }
}

/// Goes up or down by visual lines towards the remembered column, as far as there are lines.
fn rows(
    doc: &dyn Paragraphs,
    place: Place,
    goal: Option<usize>,
    mut count: usize,
    up: bool,
) -> (Place, Option<usize>) {
    let Some(mut paragraph) = index(doc, place) else {
        return (place, goal);
    };
    let mut id = place.entry;
    let mut lines = doc.lines(id);
    let mut row = wrap::row_of(&lines, place.at);
    let goal = goal.unwrap_or_else(|| {
        lines
            .get(row)
            .map_or(0, |line| wrap::column(text(doc, place), line, place.at))
    });
    while count > 0 {
        let room = if up {
            row
        } else {
            lines.len().saturating_sub(row + 1)
        };
        let taken = room.min(count);
        row = if up { row - taken } else { row + taken };
        count -= taken;
        if count == 0 {
            break;
        }
        let next = if up {
            paragraph.checked_sub(1)
        } else {
            paragraph.checked_add(1)
        };
        let Some((next, next_id)) = next.and_then(|n| Some((n, *doc.ids().get(n)?))) else {
            break;
        };
        (paragraph, id) = (next, next_id);
        lines = doc.lines(id);
        row = if up { lines.len().saturating_sub(1) } else { 0 };
        count -= 1;
    }
    let last = row + 1 >= lines.len();
    let at = lines.get(row).map_or(0, |line| {
        wrap::offset_at(doc.text(id).unwrap_or(""), line, last, goal)
    });
    (Place::new(id, at), Some(goal))
}
