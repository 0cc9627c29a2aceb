//! What can be done about a person at the door besides checking in, each by its letter.

use super::{Door, Stage};
use crate::app::App;
use crate::app::input::{Code, KeyPress};
use crate::app::overlays::Answered;
use crate::domain::attendance::Attendance;
use crate::domain::id::Id;
use crate::domain::when::read_time;
use crate::locale::{Key, Locale};

/// What the menu of a person offers: its letter and name, and the command.
pub const MENU: [(Key, &[&str]); 6] = [
    (Key::DoorMenuArrived, &["check-in"]),
    (Key::DoorMenuOnline, &["check-in", "--online"]),
    (Key::DoorMenuApologies, &["apologies"]),
    (Key::DoorMenuLeft, &["check-out"]),
    (Key::DoorMenuBack, &["check-back"]),
    (Key::DoorMenuRecused, &["recusal-add"]),
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

/// The letter and the name of a menu's entry, written "a Ankommet".
pub fn entry(locale: Locale, key: Key) -> (char, String) {
    let text = locale.text(key);
    let mut signs = text.chars();
    let letter = signs.next().unwrap_or_default();
    (letter, signs.as_str().trim().to_owned())
}

impl Door {
    pub(super) fn menu_key(&mut self, app: &App, key: KeyPress, person: Id) -> Answered {
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

    pub(super) fn substitute_key(&mut self, key: KeyPress, person: Id) -> Answered {
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
    pub(super) fn correct_key(&mut self, app: &App, key: KeyPress, person: Id) -> Answered {
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
}
