//! The door: one field, the participants who match what was typed, what is done about one of
//! them. It owns the typing; what follows from it is done by the commands of check-in.

mod hits;
mod menu;
mod roster;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;

pub use hits::Hits;
pub use menu::{MENU, STATUSES, entry};
pub use roster::{Group, Roster};

use crate::app::context::Target;
use crate::app::field::Field;
use crate::app::input::{Code, KeyPress};
use crate::app::message::Message;
use crate::app::view::{Notice, Tone};
use crate::app::{App, Call};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;

use super::Answered;

/// How many matches can be picked by a digit.
pub const PICKS: usize = 9;
/// How many of the last are kept in large type.
const LAST: usize = 3;

/// What the keys are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Finding somebody.
    #[default]
    Find,
    /// Choosing what is to be done about this person.
    Menu(Id),
    /// Naming who comes in this person's place.
    Substitute(Id),
    /// Correcting how this person stands, or the time.
    Correct(Id),
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Door {
    /// What its commands are about.
    pub target: Target,
    /// The field.
    pub field: Field,
    /// What the keys are about.
    pub stage: Stage,
    /// What was typed when Enter did not lead to one: digits still pick from it.
    pub held: String,
    /// The match chosen with the arrows.
    pub selected: usize,
    /// People of an organisation marked to be checked in together.
    pub marked: Vec<Id>,
    /// What was said last, the latest first.
    pub last: VecDeque<(Message, Tone)>,
    roster: RefCell<Option<Arc<Roster>>>,
}

impl Door {
    /// The door of a meeting.
    pub fn new(meeting: Id) -> Self {
        Self {
            target: Target {
                meeting: Some(meeting),
                ..Target::default()
            },
            ..Self::default()
        }
    }

    /// What the matches are for.
    pub fn needle(&self) -> &str {
        match self.field.text() {
            "" => &self.held,
            text => text,
        }
    }

    /// The meeting.
    pub fn meeting<'a>(&self, app: &'a App) -> Option<&'a Meeting> {
        app.docs.meeting(self.target.meeting?)
    }

    /// A key.
    pub fn key(&mut self, app: &App, key: KeyPress) -> Answered {
        match self.stage {
            Stage::Find => self.find_key(app, key),
            Stage::Menu(person) => self.menu_key(app, key, person),
            Stage::Substitute(person) => self.substitute_key(key, person),
            Stage::Correct(person) => self.correct_key(app, key, person),
        }
    }

    fn find_key(&mut self, app: &App, key: KeyPress) -> Answered {
        match key.code {
            Code::Esc if self.needle().is_empty() && self.marked.is_empty() => {
                return Answered::Close;
            }
            Code::Esc => self.clear(),
            Code::Up => self.selected = self.selected.saturating_sub(1),
            Code::Down => {
                let last = self.hits(app).len().saturating_sub(1);
                self.selected = (self.selected + 1).min(last);
            }
            Code::Tab => {
                if let Some((person, true)) = self.hits(app).get(self.selected) {
                    self.stage = Stage::Menu(person);
                }
            }
            Code::Enter => return self.enter(app),
            Code::Char(digit @ '1'..='9') if !key.ctrl && !key.alt && !self.is_code(app, digit) => {
                return self.pick(app, digit);
            }
            _ if self.field.key(key) => {
                self.held.clear();
                self.selected = 0;
                self.marked.clear();
            }
            _ => return Answered::Unused,
        }
        Answered::Used
    }

    /// Whether a digit goes on with a scanner's code. Scanners send capitals; people who pick
    /// from the list type small letters.
    fn is_code(&self, app: &App, digit: char) -> bool {
        let text = self.field.text();
        if text.starts_with('+') {
            return true;
        }
        let capitals = |text: &str| {
            text.bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        };
        if text.is_empty() || !capitals(text) {
            return false;
        }
        let code = format!("{text}{digit}");
        let known = |meeting: &Meeting| {
            let mut rows = meeting.participant_list();
            rows.any(|row| row.code.starts_with(&code))
        };
        self.meeting(app).is_some_and(known)
    }

    fn enter(&mut self, app: &App) -> Answered {
        let typed = self.field.text().trim().to_owned();
        if !self.marked.is_empty() {
            let people = std::mem::take(&mut self.marked);
            self.clear();
            let calls = people.iter().map(|id| self.call(&["check-in"], *id));
            return Answered::Stay(calls.collect());
        }
        if let Some(visitor) = typed.strip_prefix('+') {
            let call = self.visitor(visitor);
            self.clear();
            return Answered::Stay(vec![call]);
        }
        let hits = self.hits(app);
        if let Some(chosen) = hits.chosen(self.selected) {
            self.clear();
            return Answered::Stay(vec![self.arrival(chosen)]);
        }
        if typed.is_empty() {
            return Answered::Used;
        }
        self.clear();
        if hits.is_empty() && typed.contains(',') {
            return Answered::Stay(vec![self.visitor(&typed)]);
        }
        if hits.others.matches.is_empty() && hits.listed.matches.iter().all(|row| row.sunk) {
            // The command knows who else is meant, and says it.
            let words = ["check-in", "--", &typed].map(str::to_owned);
            return Answered::Stay(vec![self.line(words.to_vec())]);
        }
        self.held = typed;
        Answered::Used
    }

    /// Somebody comes who is on the list, or is put on it.
    fn arrival(&self, (person, listed): (Id, bool)) -> Call {
        match listed {
            true => self.call(&["check-in"], person),
            false => self.call(&["walk-in"], person),
        }
    }

    fn visitor(&self, typed: &str) -> Call {
        let words = ["walk-in", "--", typed.trim()].map(str::to_owned);
        self.line(words.to_vec())
    }

    /// A digit: marks one of an organisation's people, else checks that one in.
    fn pick(&mut self, app: &App, digit: char) -> Answered {
        let index = digit.to_digit(10).map_or(0, |digit| digit as usize - 1);
        let hits = self.hits(app);
        let Some((person, listed)) = hits.get(index) else {
            return Answered::Used;
        };
        if self.organisation(app, &hits).is_some() {
            match self.marked.iter().position(|id| *id == person) {
                Some(at) => {
                    self.marked.remove(at);
                }
                None => self.marked.push(person),
            }
            return Answered::Used;
        }
        self.clear();
        Answered::Stay(vec![self.arrival((person, listed))])
    }

    /// Pasted text, or what a scanner sends at once.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.held.clear();
    }

    /// Keeps what was said; what went wrong before is over with it, and so is what was said of the
    /// same person.
    pub fn hear(&mut self, notice: Notice) {
        let who = notice.message.text_of("name").map(str::to_owned);
        let other = |said: &Message| who.is_none() || said.text_of("name") != who.as_deref();
        self.last
            .retain(|(said, tone)| *tone == Tone::Said && other(said));
        self.last.push_front((notice.message, notice.tone));
        self.last.truncate(LAST);
    }

    /// Back to an empty field.
    fn clear(&mut self) {
        self.field.clear();
        self.held.clear();
        self.marked.clear();
        self.selected = 0;
        self.stage = Stage::Find;
    }

    fn call(&self, words: &[&str], person: Id) -> Call {
        let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        words.push(person.to_string());
        self.line(words)
    }

    fn line(&self, words: Vec<String>) -> Call {
        Call {
            words,
            target: self.target,
        }
    }
}
