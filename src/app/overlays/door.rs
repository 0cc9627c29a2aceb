//! The door: one field, the participants who match what was typed, what is done about one of
//! them. It owns the typing; what follows from it is done by the commands of check-in.

use std::collections::VecDeque;

use crate::app::context::Target;
use crate::app::field::Field;
use crate::app::input::{Code, KeyPress};
use crate::app::message::Message;
use crate::app::view::{Notice, Tone};
use crate::app::{App, Call};
use crate::domain::attendance::Attendance;
use crate::domain::counts::is_there;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::matching::Found;
use crate::domain::meeting::Meeting;
use crate::domain::when::read_time;
use crate::locale::{Key, Locale};

use super::Answered;

/// How many matches can be picked by a digit.
pub const PICKS: usize = 9;
/// How many of the last are kept in large type.
const LAST: usize = 3;

/// What the menu of a person offers: its letter and name, and the command.
pub const MENU: [(Key, &[&str]); 5] = [
    (Key::DoorMenuArrived, &["check-in"]),
    (Key::DoorMenuOnline, &["check-in", "--online"]),
    (Key::DoorMenuApologies, &["apologies"]),
    (Key::DoorMenuLeft, &["check-out"]),
    (Key::DoorMenuBack, &["check-back"]),
];

/// What a person can be corrected to.
pub const STATUSES: [(Key, Attendance); 6] = [
    (Key::DoorFixPresent, Attendance::Present),
    (Key::DoorFixOnline, Attendance::Online),
    (Key::DoorFixApologies, Attendance::Apologies),
    (Key::DoorFixAbsent, Attendance::Absent),
    (Key::DoorFixLeft, Attendance::Left),
    (Key::DoorFixExpected, Attendance::Expected),
];

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
}

/// The letter and the name of a menu's entry, written "a Ankommet".
pub fn entry(locale: Locale, key: Key) -> (char, String) {
    let text = locale.text(key);
    let mut signs = text.chars();
    let letter = signs.next().unwrap_or_default();
    (letter, signs.as_str().trim().to_owned())
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

    /// Who matches, best first; those who are here come last.
    pub fn found(&self, app: &App) -> Found<Id> {
        let none = Found {
            matches: Vec::new(),
            leads: false,
        };
        let Some(meeting) = self.meeting(app) else {
            return none;
        };
        if self.needle().starts_with('+') || self.stage != Stage::Find {
            return none;
        }
        let index = crate::app::commands::participants::index(meeting, app.register());
        let attendances = meeting.attendances();
        index.find(self.needle(), |id| {
            attendances.get(id).copied().is_some_and(is_there)
        })
    }

    /// The organisation whose name was typed: its people can be marked together.
    pub fn organisation(&self, app: &App, found: &Found<Id>) -> Option<Id> {
        let meeting = self.meeting(app)?;
        let mut of = found
            .matches
            .iter()
            .map(|row| meeting.participants.get(&row.key)?.organisation);
        let first = of.next()??;
        if found.matches.len() < 2 || !of.all(|other| other == Some(first)) {
            return None;
        }
        let row = app.register().organisations.get(&first)?;
        let typed = fold(self.needle().trim());
        let named = [&row.name, &row.short, &row.label];
        named
            .iter()
            .any(|name| !typed.is_empty() && fold(name).starts_with(&typed))
            .then_some(first)
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
                let last = self.found(app).matches.len().saturating_sub(1);
                self.selected = (self.selected + 1).min(last);
            }
            Code::Tab => {
                if let Some(row) = self.found(app).matches.get(self.selected) {
                    self.stage = Stage::Menu(row.key);
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
            let words = ["walk-in", "--", visitor.trim()].map(str::to_owned);
            self.clear();
            return Answered::Stay(vec![self.line(words.to_vec())]);
        }
        let found = self.found(app);
        let chosen = found
            .matches
            .get(self.selected)
            .filter(|_| self.selected > 0);
        let chosen = chosen.map(|row| row.key).or(found.leader().copied());
        if let Some(person) = chosen {
            self.clear();
            return Answered::Stay(vec![self.call(&["check-in"], person)]);
        }
        if typed.is_empty() {
            return Answered::Used;
        }
        self.clear();
        if found.matches.is_empty() || found.matches.iter().all(|row| row.sunk) {
            // The command knows who else is meant, and says it.
            let words = ["check-in", "--", &typed].map(str::to_owned);
            return Answered::Stay(vec![self.line(words.to_vec())]);
        }
        self.held = typed;
        Answered::Used
    }

    /// A digit: marks one of an organisation's people, else checks that one in.
    fn pick(&mut self, app: &App, digit: char) -> Answered {
        let index = digit.to_digit(10).map_or(0, |digit| digit as usize - 1);
        let found = self.found(app);
        let Some(person) = found.matches.get(index).map(|row| row.key) else {
            return Answered::Used;
        };
        if self.organisation(app, &found).is_some() {
            match self.marked.iter().position(|id| *id == person) {
                Some(at) => {
                    self.marked.remove(at);
                }
                None => self.marked.push(person),
            }
            return Answered::Used;
        }
        self.clear();
        Answered::Stay(vec![self.call(&["check-in"], person)])
    }

    fn menu_key(&mut self, app: &App, key: KeyPress, person: Id) -> Answered {
        let letter = match key.code {
            Code::Esc | Code::Tab => {
                self.stage = Stage::Find;
                return Answered::Used;
            }
            Code::Char(letter) if !key.ctrl => letter.to_ascii_lowercase(),
            _ => return Answered::Unused,
        };
        let is = |key: Key| entry(app.locale, key).0 == letter;
        if is(Key::DoorMenuSubstitute) {
            self.clear();
            self.stage = Stage::Substitute(person);
        } else if is(Key::DoorMenuCorrect) {
            self.clear();
            self.stage = Stage::Correct(person);
        } else if let Some((_, words)) = MENU.iter().find(|(key, _)| is(*key)) {
            self.clear();
            return Answered::Stay(vec![self.call(words, person)]);
        }
        Answered::Used
    }

    fn substitute_key(&mut self, key: KeyPress, person: Id) -> Answered {
        match key.code {
            Code::Esc => self.clear(),
            Code::Enter if !self.field.text().trim().is_empty() => {
                let name = self.field.text().trim().to_owned();
                let words = ["substitute", "--", &name, &person.to_string()].map(str::to_owned);
                self.clear();
                return Answered::Stay(vec![self.line(words.to_vec())]);
            }
            _ if self.field.key(key) => {}
            _ => return Answered::Unused,
        }
        Answered::Used
    }

    /// A letter names the right state; digits are the right time.
    fn correct_key(&mut self, app: &App, key: KeyPress, person: Id) -> Answered {
        let typing = !self.field.text().is_empty();
        match key.code {
            Code::Esc => self.clear(),
            Code::Enter if read_time(self.field.text()).is_ok() => {
                let now = self
                    .meeting(app)
                    .map(|meeting| meeting.attendance_of(person));
                let time = format!("--at={}", self.field.text().trim());
                let words = ["attendance-set", &time, &person.to_string()].map(str::to_owned);
                let mut words = words.to_vec();
                words.push(now.unwrap_or_default().name().to_owned());
                self.clear();
                return Answered::Stay(vec![self.line(words)]);
            }
            Code::Char(letter) if !key.ctrl && !typing && letter.is_alphabetic() => {
                let letter = letter.to_ascii_lowercase();
                let found = STATUSES
                    .iter()
                    .find(|(key, _)| entry(app.locale, *key).0 == letter);
                if let Some((_, status)) = found {
                    let id = person.to_string();
                    let words = ["attendance-set", &id, status.name()].map(str::to_owned);
                    self.clear();
                    return Answered::Stay(vec![self.line(words.to_vec())]);
                }
            }
            _ if self.field.key(key) => {}
            _ => return Answered::Unused,
        }
        Answered::Used
    }

    /// Pasted text, or what a scanner sends at once.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.held.clear();
    }

    /// Keeps what was said; what went wrong before is over with it.
    pub fn hear(&mut self, notice: Notice) {
        self.last.retain(|(_, tone)| *tone == Tone::Said);
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
