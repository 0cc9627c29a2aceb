//! One field of a form: a line, a text of several lines, or a choice that is turned.

use crate::app::area::TextArea;
use crate::app::args::{Arg, ArgKind, Place};
use crate::app::field::Field;
use crate::app::input::{Code, KeyPress};
use crate::domain::id::Id;
use crate::locale::{Key, Locale};

use super::unfinished::Filled;

/// What a field is filled in with.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)]
enum Content {
    Line(Field),
    Area(TextArea),
    /// One of the argument's values, or nothing.
    Choice(&'static str),
}

impl Content {
    fn new(kind: ArgKind, value: &str) -> Self {
        match kind {
            ArgKind::Choice(names) => Self::Choice(known(names, value)),
            ArgKind::Flag => Self::Choice(known(FLAG, value)),
            ArgKind::Prose | ArgKind::LongText => Self::Area(TextArea::new(value)),
            _ => Self::Line(Field::new(value)),
        }
    }
}

/// Options that take several names.
const LISTS: [&str; 2] = ["meets", "adopted-by"];

/// See the module.
#[derive(Clone, Debug)]
pub struct Slot {
    /// The argument it stands for.
    pub arg: Arg,
    content: Content,
    initial: String,
    /// It holds a suggestion that nobody has touched yet.
    pub suggested: bool,
    /// Its whole text is marked, as on coming to a field anywhere else: what is typed replaces it.
    pub marked: bool,
    /// Names taken from a list that several people have, and who was meant.
    meant: Vec<(String, Id)>,
    /// The beginning of a choice's name, as it was typed letter by letter.
    sought: String,
}

/// The values of a flag: not said, said.
const FLAG: &[&str] = &["", "x"];

impl Slot {
    /// The field of an argument, holding a value.
    pub fn new(arg: Arg, value: &str) -> Self {
        let mut slot = Self {
            arg,
            content: Content::new(arg.kind, value),
            initial: String::new(),
            suggested: false,
            marked: false,
            meant: Vec::new(),
            sought: String::new(),
        };
        slot.initial = slot.text();
        slot
    }

    /// What is to be kept of it.
    pub fn filled(&self) -> Filled {
        Filled {
            name: self.arg.name.to_owned(),
            was: self.initial.clone(),
            text: self.text(),
            meant: self.meant.clone(),
        }
    }

    /// The field of an argument as it was kept.
    pub fn refilled(arg: Arg, filled: &Filled) -> Self {
        Self {
            content: Content::new(arg.kind, &filled.text),
            meant: filled.meant.clone(),
            ..Self::new(arg, &filled.was)
        }
    }

    /// What it holds.
    pub fn text(&self) -> String {
        match &self.content {
            Content::Line(field) => field.text().to_owned(),
            Content::Area(area) => area.text(),
            Content::Choice(value) => (*value).to_owned(),
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// Whether a person changed it.
    pub fn is_changed(&self) -> bool {
        self.text().trim() != self.initial.trim()
    }

    /// Whether it is turned instead of typed in.
    pub fn turns(&self) -> bool {
        matches!(self.content, Content::Choice(_))
    }

    /// Whether Enter makes a new line in it.
    pub fn is_long(&self) -> bool {
        self.arg.kind == ArgKind::LongText
    }

    /// What the command is given: the text, a name that several have as the id that was meant.
    pub fn values(&self) -> Vec<String> {
        let text = self.text();
        let said = |word: &str| {
            let word = word.trim();
            let meant = self.meant.iter().rev().find(|(name, _)| name == word);
            meant.map_or_else(|| word.to_owned(), |(_, id)| id.to_string())
        };
        match self.arg.place {
            Place::Words => text
                .split([',', ';'])
                .filter(|word| !word.trim().is_empty())
                .map(said)
                .collect(),
            _ if self.arg.kind == ArgKind::Recipients => {
                let words = text.split([',', ';']).map(said);
                let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
                vec![words.join(", ")]
            }
            _ => vec![said(&text)],
        }
    }

    /// The word being typed: all of it, or what follows the last comma where several are given.
    pub fn word(&self) -> String {
        let text = self.text();
        match self.takes_several() {
            true => text
                .rsplit([',', ';'])
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned(),
            false => text.trim().to_owned(),
        }
    }

    /// Whether names stand in it one after the other, with commas between.
    fn takes_several(&self) -> bool {
        let named = LISTS.contains(&self.arg.name) || self.arg.kind == ArgKind::Recipients;
        self.arg.place == Place::Words || named
    }

    /// Whether this, which a message quotes, is what was typed in it.
    pub fn says(&self, quoted: &str) -> bool {
        !quoted.trim().is_empty() && self.values().iter().any(|value| value == quoted.trim())
    }

    /// Puts a name in place of the word being typed; `id` says who, where several have that name.
    pub fn take(&mut self, name: &str, id: Option<Id>) {
        let text = self.text();
        let before = match (self.takes_several(), text.rfind([',', ';'])) {
            (true, Some(at)) => text.get(..=at).unwrap_or_default().to_owned() + " ",
            _ => String::new(),
        };
        self.content = Content::Line(Field::new(&format!("{before}{name}")));
        self.meant.extend(id.map(|id| (name.trim().to_owned(), id)));
    }

    /// A key where a text has so many columns; whether it was used.
    pub fn key(&mut self, locale: Locale, key: KeyPress, width: usize) -> bool {
        let (suggested, marked) = (self.suggested, self.marked);
        (self.suggested, self.marked) = (false, false);
        let removes = matches!(key.code, Code::Backspace | Code::Delete);
        let replaces = (removes || matches!(key.code, Code::Char(_))) && !key.ctrl;
        match &mut self.content {
            Content::Line(field) if replaces && (suggested || marked) => {
                field.clear();
                removes || field.key(key)
            }
            Content::Line(field) => field.key(key),
            Content::Area(area) => area.key(key, width),
            Content::Choice(_) => match key.code {
                Code::Char(letter) if !key.ctrl && !key.alt && self.seek(locale, letter) => true,
                Code::Left | Code::Right | Code::Char(' ') => {
                    self.sought.clear();
                    self.turn(key.code != Code::Left);
                    true
                }
                code => {
                    self.sought.clear();
                    matches!(code, Code::Char(_)) && !key.ctrl && !key.alt
                }
            },
        }
    }

    /// It has the focus now, come to with a key.
    pub fn enter(&mut self) {
        self.marked = matches!(self.content, Content::Line(_)) && !self.is_empty();
    }

    /// Another field has the focus: what is typed here next begins a new word.
    pub fn leave(&mut self) {
        self.sought.clear();
        self.marked = false;
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        let marked = std::mem::take(&mut self.marked);
        match &mut self.content {
            Content::Line(field) => {
                if marked {
                    field.clear();
                }
                field.paste(text);
            }
            Content::Area(area) => area.paste(text),
            Content::Choice(_) => {}
        }
    }

    /// What is shown in so many columns, line by line.
    pub fn rows(&self, locale: Locale, width: usize) -> Vec<String> {
        match &self.content {
            Content::Line(field) => vec![field.text().to_owned()],
            Content::Area(area) => area.rows(width).into_iter().map(str::to_owned).collect(),
            Content::Choice(value) => vec![choice_label(locale, self.arg.name, value)],
        }
    }

    /// Row and column of the caret in so many columns.
    pub fn spot(&self, width: usize) -> (usize, usize) {
        match &self.content {
            Content::Line(field) => (0, field.column()),
            Content::Area(area) => area.spot(width),
            Content::Choice(_) => (0, 0),
        }
    }

    /// What it can be turned to. What was empty can be made empty again.
    fn choices(&self) -> Vec<&'static str> {
        match self.arg.kind {
            ArgKind::Choice(names) if self.initial.is_empty() => {
                [""].iter().chain(names).copied().collect()
            }
            ArgKind::Choice(names) => names.to_vec(),
            _ => FLAG.to_vec(),
        }
    }

    fn turn(&mut self, forward: bool) {
        let all = self.choices();
        let text = self.text();
        let now = all.iter().position(|name| *name == text).unwrap_or(0);
        let step = if forward { 1 } else { all.len() - 1 };
        let next = all.get((now + step) % all.len().max(1));
        self.content = Content::Choice(next.copied().unwrap_or_default());
    }

    /// Goes to the choice whose name begins with what is typed: "opl" is one word, a letter that
    /// doesn't go on with it begins another; the same letter again is the next choice with it.
    fn seek(&mut self, locale: Locale, letter: char) -> bool {
        let all = self.choices();
        let text = self.text();
        let now = all.iter().position(|name| *name == text).unwrap_or(0);
        let begins = |sought: &str, from: usize| {
            let mut turned = all.iter().cycle().skip(from).take(all.len());
            let named = |name: &&&str| {
                let label = choice_label(locale, self.arg.name, name).to_lowercase();
                label.starts_with(sought)
            };
            turned.find(named).copied()
        };
        let letter = letter.to_lowercase().to_string();
        let longer = format!("{}{letter}", self.sought);
        let (sought, found) = match begins(&longer, now) {
            Some(found) if !self.sought.is_empty() => (longer, Some(found)),
            _ => (letter.clone(), begins(&letter, now + 1)),
        };
        let Some(found) = found else {
            return false;
        };
        self.sought = sought;
        self.content = Content::Choice(found);
        true
    }
}

fn known(names: &'static [&'static str], value: &str) -> &'static str {
    let found = names.iter().find(|name| **name == value);
    found.copied().unwrap_or_default()
}

/// What a choice is called on the screen.
pub fn choice_label(locale: Locale, arg: &str, value: &str) -> String {
    if value.is_empty() {
        let key = Key::named(&format!("choice-{arg}-empty"));
        return locale.text(key.unwrap_or(Key::ChoiceEmpty)).into_owned();
    }
    let key = Key::named(&format!("choice-{arg}-{value}"));
    let key = key.or_else(|| Key::named(&format!("choice-{value}")));
    key.map_or_else(|| value.to_owned(), |key| locale.text(key).into_owned())
}
