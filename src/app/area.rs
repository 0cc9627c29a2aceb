//! A text of several lines within a form: the editor's caret, moves and wrapping over a text of its
//! own, which becomes a value when the form is accepted. It must not know meetings and ops.

use crate::domain::clean::{clean_line, clean_text};
use crate::domain::id::Id;

use super::editor::caret::{Paragraphs, Place, Selection};
use super::editor::edit::{Edit, Intent, plan, split_lines};
use super::editor::motion::{Caret, Motion};
use super::editor::wrap::{Line, Shape, row_of, spot, wrap};
use super::input::{Code, KeyPress};

/// Pasted text beyond this many bytes is cut.
const LONGEST: usize = 100_000;

/// How many steps can be taken back.
const STEPS: usize = 200;

/// See the module.
#[derive(Clone, Debug)]
pub struct TextArea {
    ids: Vec<Id>,
    texts: Vec<String>,
    caret: Caret,
    width: usize,
    drawn: u128,
    past: Vec<(Vec<Id>, Vec<String>, Caret)>,
    /// The last step was typing, which goes on as one step.
    typing: bool,
}

impl Paragraphs for TextArea {
    fn ids(&self) -> &[Id] {
        &self.ids
    }

    fn text(&self, id: Id) -> Option<&str> {
        self.texts.get(self.index(id)?).map(String::as_str)
    }

    fn shape(&self, _: Id) -> Shape {
        Shape::plain(self.width)
    }
}

impl TextArea {
    /// An area that holds a text, the caret at its end.
    pub fn new(text: &str) -> Self {
        let texts: Vec<String> = split_lines(text).into_iter().map(str::to_owned).collect();
        let drawn = texts.len() as u128;
        let ids: Vec<Id> = (0..drawn).map(Id::from_bits).collect();
        let last = Id::from_bits(drawn.saturating_sub(1));
        let at = texts.last().map_or(0, String::len);
        Self {
            caret: Caret::new(Place::new(last, at)),
            ids,
            texts,
            width: 40,
            drawn,
            past: Vec::new(),
            typing: false,
        }
    }

    /// Its text, lines separated by `\n`.
    pub fn text(&self) -> String {
        self.texts.join("\n")
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.texts.iter().all(String::is_empty)
    }

    /// What is seen of it in so many columns, line by line.
    pub fn rows(&self, width: usize) -> Vec<&str> {
        let lines = |text: &'_ str| wrap(text, Shape::plain(width));
        self.texts
            .iter()
            .flat_map(|text| {
                let cut = move |line: Line| text.get(line.start..line.end).unwrap_or_default();
                lines(text).into_iter().map(cut)
            })
            .collect()
    }

    /// The row and column of the caret in so many columns.
    pub fn spot(&self, width: usize) -> (usize, usize) {
        let shape = Shape::plain(width);
        let place = self.caret.place();
        let index = self.index(place.entry).unwrap_or(0);
        let above: usize = self
            .texts
            .iter()
            .take(index)
            .map(|text| wrap(text, shape).len())
            .sum();
        let text = self.texts.get(index).map_or("", String::as_str);
        let (row, column) = spot(text, &wrap(text, shape), shape, place.at);
        (above + row, column)
    }

    /// Takes a key where the area has so many columns; `false` when it means nothing to a text,
    /// also up and down at its edges: then they lead out of it.
    pub fn key(&mut self, key: KeyPress, width: usize) -> bool {
        self.width = width;
        if let Some(motion) = motion(key) {
            return self.go(motion);
        }
        match (key.code, key.ctrl, key.alt) {
            (Code::Char(sign), false, false) => {
                let typed = clean_line(&sign.to_string());
                self.act(Intent::Insert(&typed), true);
            }
            (Code::Enter, _, _) => self.act(Intent::Enter, false),
            (Code::Backspace, true, _) | (Code::Char('w'), true, _) => {
                self.act(Intent::Delete(Motion::WordLeft), false);
            }
            (Code::Backspace, ..) => self.act(Intent::Delete(Motion::Left), true),
            (Code::Delete, true, _) => self.act(Intent::Delete(Motion::WordRight), false),
            (Code::Delete, ..) => self.act(Intent::Delete(Motion::Right), true),
            (Code::Char('z'), true, _) => self.take_back(),
            _ => return false,
        }
        true
    }

    /// Takes pasted text, cleaned.
    pub fn paste(&mut self, text: &str) {
        let mut clean = clean_text(text);
        if clean.len() > LONGEST {
            let end = (0..=LONGEST).rev().find(|at| clean.is_char_boundary(*at));
            clean.truncate(end.unwrap_or(0));
        }
        self.act(Intent::Insert(&clean), false);
    }

    fn index(&self, id: Id) -> Option<usize> {
        self.ids.iter().position(|row| *row == id)
    }

    fn go(&mut self, motion: Motion) -> bool {
        self.typing = false;
        let place = self.caret.place();
        let lines = self.lines(place.entry);
        let row = row_of(&lines, place.at);
        let first = row == 0 && self.ids.first() == Some(&place.entry);
        let last = row + 1 >= lines.len() && self.ids.last() == Some(&place.entry);
        if (motion == Motion::Up && first) || (motion == Motion::Down && last) {
            return false;
        }
        self.caret = self.caret.go(self, motion, false);
        true
    }

    fn act(&mut self, intent: Intent<'_>, typing: bool) {
        if !(typing && self.typing) {
            self.past
                .push((self.ids.clone(), self.texts.clone(), self.caret));
            let over = self.past.len().saturating_sub(STEPS);
            self.past.drain(..over);
        }
        self.typing = typing;
        let mut drawn = self.drawn;
        let selection = Selection::at(self.caret.place());
        let plan = plan(self, selection, intent, &mut || {
            drawn += 1;
            Id::from_bits(drawn)
        });
        self.drawn = drawn;
        plan.edits.iter().for_each(|edit| self.apply(edit));
        self.caret = Caret::new(plan.caret);
    }

    fn take_back(&mut self) {
        self.typing = false;
        if let Some((ids, texts, caret)) = self.past.pop() {
            (self.ids, self.texts, self.caret) = (ids, texts, caret);
        }
    }

    fn apply(&mut self, edit: &Edit) {
        match edit {
            Edit::Splice {
                entry,
                at,
                deleted,
                inserted,
            } => {
                let end = at + deleted.len();
                if let Some(text) = self.text_mut(*entry)
                    && text.get(*at..end).is_some()
                {
                    text.replace_range(*at..end, inserted);
                }
            }
            Edit::Split { entry, at, new } => {
                let tail = match self.text_mut(*entry) {
                    Some(text) if text.is_char_boundary(*at) => text.split_off(*at),
                    _ => return,
                };
                let next = self.index(*entry).map_or(0, |index| index + 1);
                self.ids.insert(next, *new);
                self.texts.insert(next, tail);
            }
            Edit::Join { first, second, .. } => {
                let Some(index) = self.index(*second) else {
                    return;
                };
                self.ids.remove(index);
                let tail = self.texts.remove(index);
                if let Some(text) = self.text_mut(*first) {
                    text.push_str(&tail);
                }
            }
        }
    }

    fn text_mut(&mut self, id: Id) -> Option<&mut String> {
        let index = self.index(id)?;
        self.texts.get_mut(index)
    }
}

fn motion(key: KeyPress) -> Option<Motion> {
    if key.alt {
        return None;
    }
    Some(match (key.code, key.ctrl) {
        (Code::Left, false) => Motion::Left,
        (Code::Right, false) => Motion::Right,
        (Code::Left, true) => Motion::WordLeft,
        (Code::Right, true) => Motion::WordRight,
        (Code::Home, false) => Motion::Home,
        (Code::End, false) => Motion::End,
        (Code::Home, true) => Motion::DocumentStart,
        (Code::End, true) => Motion::DocumentEnd,
        (Code::Up, false) => Motion::Up,
        (Code::Down, false) => Motion::Down,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::input::{Input, keys};

    fn typed(area: &mut TextArea, script: &str, width: usize) -> Vec<bool> {
        let inputs = keys(script).unwrap().into_iter();
        let used = inputs.map(|input| match input {
            Input::Key(key) => area.key(key, width),
            _ => unreachable!(),
        });
        used.collect()
    }

    #[test]
    fn a_long_text_is_wrapped_and_the_caret_stands_in_it() {
        let mut area = TextArea::new("Kommunerne vil dele erfaringer");
        assert_eq!(area.rows(12), ["Kommunerne ", "vil dele ", "erfaringer"]);
        assert_eq!(area.spot(12), (2, 10));
        assert_eq!(typed(&mut area, "<up>", 12), [true]);
        assert_eq!(area.spot(12), (1, 8));
        assert_eq!(typed(&mut area, "<up><up>", 12), [true, false]);
        assert_eq!(typed(&mut area, "<ctrl-end><down>", 12), [true, false]);
    }

    #[test]
    fn enter_makes_a_line_and_backspace_joins_them() {
        let mut area = TextArea::new("");
        typed(&mut area, "Ærø<enter>og Åse<left><left><left>", 20);
        assert_eq!(area.text(), "Ærø\nog Åse");
        typed(&mut area, "<ctrl-left><backspace>", 20);
        assert_eq!(area.text(), "Ærøog Åse");
        typed(&mut area, "<ctrl-z>", 20);
        assert_eq!(area.text(), "Ærø\nog Åse");
        area.paste("a\r\nb\u{1b}[31m");
        assert_eq!(area.text(), "Ærø\na\nbog Åse");
        typed(&mut area, "<ctrl-z><ctrl-z><ctrl-z>", 20);
        assert_eq!(area.text(), "Ærø");
    }
}
