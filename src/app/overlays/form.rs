//! A command's arguments as a form: one field each, filled in by a person.

use crate::app::args::{Arg, ArgKind, Args, Place};
use crate::app::command::Command;
use crate::app::context::Target;
use crate::app::field::Field;
use crate::app::input::{Code, KeyPress};
use crate::app::message::Message;
use crate::app::{App, Call};

use super::Answered;

/// See the module.
#[derive(Clone, Debug)]
pub struct Form {
    /// The command.
    pub command: &'static str,
    /// What it is about.
    pub target: Target,
    /// Its arguments.
    pub spec: &'static [Arg],
    /// A field for each argument.
    pub fields: Vec<Field>,
    /// The field with the caret.
    pub focus: usize,
    /// Why it was not accepted.
    pub error: Option<Message>,
}

impl Form {
    /// The form of a command, beginning with what is known.
    pub fn new(command: &Command, target: Target, known: &Args) -> Self {
        let fields: Vec<Field> = command
            .args
            .iter()
            .map(|arg| match arg.place {
                Place::Words => Field::new(&known.all(arg.name).join(", ")),
                _ => Field::new(known.get(arg.name).unwrap_or_default()),
            })
            .collect();
        let empty = command
            .args
            .iter()
            .zip(&fields)
            .position(|(arg, field)| arg.place == Place::Word && field.text().is_empty());
        Self {
            command: command.name,
            target,
            spec: command.args,
            fields,
            focus: empty.unwrap_or(0),
            error: None,
        }
    }

    /// A key.
    pub fn key(&mut self, _app: &App, key: KeyPress) -> Answered {
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

    /// The command line the form stands for. An empty option was not given.
    fn words(&self) -> Vec<String> {
        let mut options = vec![self.command.to_owned()];
        let mut plain = vec!["--".to_owned()];
        for (arg, field) in self.spec.iter().zip(&self.fields) {
            let text = field.text().trim();
            match (arg.place, arg.kind) {
                (Place::Option, ArgKind::Flag) if !text.is_empty() => {
                    options.push(format!("--{}", arg.name))
                }
                (Place::Option, _) if !text.is_empty() => {
                    options.push(format!("--{}={text}", arg.name))
                }
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
