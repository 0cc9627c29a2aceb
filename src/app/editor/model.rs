//! A plain document for tests: paragraphs in a list, edits applied literally.

use crate::domain::id::Id;

use super::caret::{Paragraphs, Place, Selection};
use super::edit::{Edit, Intent, Plan, plan};
use super::wrap::Shape;

#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    ids: Vec<Id>,
    texts: std::collections::HashMap<Id, String>,
    pub shape: Shape,
    next: u128,
}

impl Paragraphs for Model {
    fn ids(&self) -> &[Id] {
        &self.ids
    }
    fn text(&self, id: Id) -> Option<&str> {
        self.texts.get(&id).map(String::as_str)
    }
    fn shape(&self, _: Id) -> Shape {
        self.shape
    }
}

impl Model {
    /// Paragraphs with the ids 0, 1, 2 …
    pub fn new(texts: &[&str], width: usize) -> Self {
        let ids: Vec<Id> = (0..texts.len() as u128).map(Id::from_bits).collect();
        let texts = texts.iter().map(|t| (*t).to_owned());
        Self {
            next: ids.len() as u128,
            texts: ids.iter().copied().zip(texts).collect(),
            ids,
            shape: Shape::plain(width),
        }
    }

    /// From a text with one `|` for the caret, or `[` and `]` (or `]` and `[`) for anchor and head.
    pub fn read(drawn: &str, width: usize) -> (Self, Selection) {
        let clean: Vec<String> = drawn
            .split('\n')
            .map(|l| l.replace(['|', '[', ']'], ""))
            .collect();
        let model = Self::new(&clean.iter().map(String::as_str).collect::<Vec<_>>(), width);
        let find = |mark: char| {
            drawn.split('\n').enumerate().find_map(|(n, line)| {
                let at = line.find(mark)?;
                let marks = line[..at].matches(['|', '[', ']']).count();
                Some(Place::new(Id::from_bits(n as u128), at - marks))
            })
        };
        let selection = match find('|') {
            Some(place) => Selection::at(place),
            None => Selection {
                anchor: find('[').unwrap(),
                head: find(']').unwrap(),
            },
        };
        (model, selection)
    }

    /// The text with `|` at the caret.
    pub fn show(&self, caret: Place) -> String {
        let lines = self.ids.iter().map(|id| {
            let text = &self.texts[id];
            if *id == caret.entry {
                format!("{}|{}", &text[..caret.at], &text[caret.at..])
            } else {
                text.clone()
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// All paragraphs' texts.
    pub fn texts(&self) -> Vec<&str> {
        self.ids.iter().map(|id| self.texts[id].as_str()).collect()
    }

    /// Applies an edit, insisting that it fits.
    pub fn apply(&mut self, edit: &Edit) {
        match edit {
            Edit::Splice {
                entry,
                at,
                deleted,
                inserted,
            } => {
                let text = self.texts.get_mut(entry).unwrap();
                assert_eq!(&text[*at..*at + deleted.len()], deleted);
                assert!(!inserted.contains('\n'));
                text.replace_range(*at..*at + deleted.len(), inserted);
            }
            Edit::Split { entry, at, new } => {
                let tail = self.texts.get_mut(entry).unwrap().split_off(*at);
                assert!(self.texts.insert(*new, tail).is_none());
                let index = self.ids.iter().rposition(|id| id == entry).unwrap();
                self.ids.insert(index + 1, *new);
            }
            Edit::Join { first, at, second } => {
                let index = self.ids.iter().position(|id| id == second).unwrap();
                assert_eq!(self.ids[index - 1], *first);
                self.ids.remove(index);
                let tail = self.texts.remove(second).unwrap();
                let text = self.texts.get_mut(first).unwrap();
                assert_eq!(text.len(), *at);
                text.push_str(&tail);
            }
        }
    }

    /// Plans an intent and applies it.
    pub fn act(&mut self, selection: Selection, intent: Intent<'_>) -> Plan {
        let mut next = self.next;
        let plan = plan(self, selection, intent, &mut || {
            next += 1;
            Id::from_bits(next)
        });
        self.next = next;
        plan.edits.iter().for_each(|edit| self.apply(edit));
        plan
    }
}
