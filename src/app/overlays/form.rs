//! A command's arguments as a form: one field each, filled in by a person.

use crate::app::args::{Arg, ArgKind, Args, Place};
use crate::app::command::Command;
use crate::app::context::Target;
use crate::app::field::Field;
use crate::app::input::{Code, KeyPress};
use crate::app::message::Message;
use crate::app::{App, Call};
use crate::locale::{Key, Locale};

use super::Answered;

/// See the module.
#[derive(Clone, Debug)]
pub struct Form {
    /// The command.
    pub command: &'static str,
    /// What it is about.
    pub target: Target,
    /// The arguments a person fills in; those that are clear from the place are left out.
    pub spec: Vec<Arg>,
    /// A field for each argument.
    pub fields: Vec<Field>,
    /// The field with the caret.
    pub focus: usize,
    /// Why it was not accepted.
    pub error: Option<Message>,
    /// What the fields held before, when something that is there is changed: only what differs
    /// is given to the command, emptied fields too.
    before: Option<Vec<String>>,
    /// Words that come first, such as the id of what is changed.
    fixed: Vec<String>,
}

impl Form {
    /// The form of a command, beginning with what is known.
    pub fn new(command: &Command, target: Target, known: &Args) -> Self {
        let spec: Vec<Arg> = command
            .args
            .iter()
            .filter(|arg| known.has(arg.name) || !is_clear(arg, target))
            .copied()
            .collect();
        let fields: Vec<Field> = spec
            .iter()
            .map(|arg| match arg.place {
                Place::Words => Field::new(&known.all(arg.name).join(", ")),
                _ => Field::new(known.get(arg.name).unwrap_or_default()),
            })
            .collect();
        let empty = spec
            .iter()
            .zip(&fields)
            .position(|(arg, field)| arg.place == Place::Word && field.text().is_empty());
        Self {
            command: command.name,
            target,
            spec,
            fields,
            focus: empty.unwrap_or(0),
            error: None,
            before: None,
            fixed: Vec::new(),
        }
    }

    /// The form of a command that changes something: `fixed` words name it, the fields hold
    /// what it is now.
    pub fn change(command: &Command, target: Target, now: &Args, fixed: Vec<String>) -> Self {
        let mut form = Self::new(command, target, now);
        let plain = |arg: &Arg| arg.place != Place::Option;
        let named: Vec<&'static str> = command
            .args
            .iter()
            .filter(|arg| plain(arg))
            .take(fixed.len())
            .map(|arg| arg.name)
            .collect();
        while let Some(index) = form.spec.iter().position(|arg| named.contains(&arg.name)) {
            form.spec.remove(index);
            form.fields.remove(index);
        }
        form.before = Some(
            form.fields
                .iter()
                .map(|field| field.text().to_owned())
                .collect(),
        );
        form.focus = 0;
        form.fixed = fixed;
        form
    }

    /// Puts the caret into the field of an argument.
    #[must_use]
    pub fn at(mut self, name: &str) -> Self {
        let index = self.spec.iter().position(|arg| arg.name == name);
        self.focus = index.unwrap_or(self.focus);
        self
    }

    /// A key.
    pub fn key(&mut self, app: &App, key: KeyPress) -> Answered {
        let last = self.fields.len().saturating_sub(1);
        match key.code {
            Code::Esc => return Answered::Close,
            Code::Enter => return self.submit(),
            Code::Tab if key.shift => self.focus = self.focus.checked_sub(1).unwrap_or(last),
            Code::Tab => {
                self.focus = if self.focus >= last {
                    0
                } else {
                    self.focus + 1
                }
            }
            Code::Up => self.focus = self.focus.saturating_sub(1),
            Code::Down => self.focus = (self.focus + 1).min(last),
            Code::Left | Code::Right | Code::Char(' ') if self.turns() => {
                self.turn(key.code != Code::Left)
            }
            Code::Char(letter) if self.turns() && !key.ctrl && !key.alt => {
                self.choose(app.locale, letter)
            }
            _ => return self.type_in(key),
        }
        Answered::Used
    }

    fn type_in(&mut self, key: KeyPress) -> Answered {
        self.error = None;
        let used = self
            .fields
            .get_mut(self.focus)
            .is_some_and(|field| field.key(key));
        if used {
            Answered::Used
        } else {
            Answered::Unused
        }
    }

    /// Pasted text goes into the field with the caret.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.paste(text);
        }
    }

    fn kind(&self) -> Option<ArgKind> {
        self.spec.get(self.focus).map(|arg| arg.kind)
    }

    /// Whether the field with the caret is chosen by turning instead of typed.
    fn turns(&self) -> bool {
        matches!(self.kind(), Some(ArgKind::Choice(_) | ArgKind::Flag))
    }

    fn turn(&mut self, forward: bool) {
        let names: &[&str] = match self.kind() {
            Some(ArgKind::Choice(names)) => names,
            _ => &["", "x"],
        };
        let Some(field) = self.fields.get_mut(self.focus) else {
            return;
        };
        let now = names.iter().position(|name| *name == field.text());
        let next = match (now, forward) {
            (None, true) => 0,
            (None, false) => names.len().saturating_sub(1),
            (Some(index), true) => (index + 1) % names.len().max(1),
            (Some(index), false) => index
                .checked_sub(1)
                .unwrap_or(names.len().saturating_sub(1)),
        };
        *field = Field::new(names.get(next).copied().unwrap_or_default());
    }

    /// The next choice that begins with a letter.
    fn choose(&mut self, locale: Locale, letter: char) {
        let Some(arg) = self.spec.get(self.focus).copied() else {
            return;
        };
        let wanted = |name: &str| {
            let label = choice_label(locale, arg.name, name);
            label
                .to_lowercase()
                .starts_with(letter.to_ascii_lowercase())
        };
        let ArgKind::Choice(names) = arg.kind else {
            return;
        };
        let Some(field) = self.fields.get_mut(self.focus) else {
            return;
        };
        let now = names.iter().position(|name| *name == field.text());
        let from = now.map_or(0, |now| now + 1);
        let mut turned = names.iter().cycle().skip(from).take(names.len());
        if let Some(name) = turned.find(|name| wanted(name)) {
            *field = Field::new(name);
        }
    }

    fn submit(&mut self) -> Answered {
        let missing =
            self.spec.iter().zip(&self.fields).position(|(arg, field)| {
                arg.place == Place::Word && field.text().trim().is_empty()
            });
        if let Some(index) = missing {
            self.focus = index;
            return Answered::Used;
        }
        Answered::Run(Call {
            words: self.words(),
            target: self.target,
        })
    }

    /// The command line the form stands for. An empty option was not given, but where something
    /// is changed an emptied one was.
    fn words(&self) -> Vec<String> {
        let mut options = vec![self.command.to_owned()];
        let mut plain = vec!["--".to_owned()];
        plain.extend(self.fixed.iter().cloned());
        for (index, (arg, field)) in self.spec.iter().zip(&self.fields).enumerate() {
            let text = field.text().trim();
            let given = match &self.before {
                Some(before) => before.get(index).is_none_or(|old| old.trim() != text),
                None => !text.is_empty(),
            };
            match (arg.place, arg.kind) {
                (Place::Option, ArgKind::Flag) if !text.is_empty() => {
                    options.push(format!("--{}", arg.name))
                }
                (Place::Option, ArgKind::Flag) => {}
                (Place::Option, _) if given => options.push(format!("--{}={text}", arg.name)),
                (Place::Option, _) => {}
                (Place::Words, _) => {
                    plain.extend(
                        text.split([',', ';'])
                            .map(str::trim)
                            .filter(|word| !word.is_empty())
                            .map(str::to_owned),
                    );
                }
                (Place::OptionalWord, _) if text.is_empty() => {}
                _ => plain.push(text.to_owned()),
            }
        }
        options.extend(plain);
        options
    }
}

/// What a choice is called on the screen.
pub fn choice_label(locale: Locale, arg: &str, value: &str) -> String {
    let key = Key::named(&format!("choice-{arg}-{value}"));
    let key = key.or_else(|| Key::named(&format!("choice-{value}")));
    key.map_or_else(|| value.to_owned(), |key| locale.text(key).into_owned())
}

/// Whether an argument is clear from where the command was called.
fn is_clear(arg: &Arg, target: Target) -> bool {
    match arg.kind {
        ArgKind::Item => target.item.is_some() && arg.place != Place::Word,
        ArgKind::Network => {
            (target.network.is_some() || target.meeting.is_some()) && arg.place != Place::Word
        }
        ArgKind::Meeting => target.meeting.is_some() && arg.place == Place::OptionalWord,
        _ => false,
    }
}
