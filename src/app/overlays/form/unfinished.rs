//! A form that somebody has begun to fill in, as it stands in a file: opened again where it was
//! when the program ends before it is accepted or given up.

use serde::{Deserialize, Serialize};

use crate::app::context::Target;
use crate::app::{App, Effect, commands};
use crate::domain::id::Id;
use crate::locale::Key;

use super::super::Overlay;
use super::{Form, Slot};

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    command: String,
    /// What it is about.
    pub target: Target,
    changes: bool,
    fixed: Vec<String>,
    focus: usize,
    fields: Vec<Filled>,
}

/// A field of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// The argument.
    pub name: String,
    /// What it held before anybody typed.
    pub was: String,
    /// What it holds.
    pub text: String,
    /// Who was meant by names that several have.
    pub meant: Vec<(String, Id)>,
}

impl Form {
    /// What is to be kept of it; nothing while nobody has typed in it.
    fn unfinished(&self) -> Option<Unfinished> {
        let typed = |slot: &Slot| slot.is_changed() && !slot.suggested;
        self.slots.iter().any(typed).then(|| Unfinished {
            command: self.command.to_owned(),
            target: self.target,
            changes: self.changes,
            fixed: self.fixed.clone(),
            focus: self.focus,
            fields: self.slots.iter().map(Slot::filled).collect(),
        })
    }

    /// The form as it was left; `None` when this program has no such command.
    fn reopen(left: &Unfinished) -> Option<Self> {
        let command = commands::find(&left.command)?;
        let slot = |filled: &Filled| {
            let arg = command.args.iter().find(|arg| arg.name == filled.name);
            Some(Slot::refilled(*arg?, filled))
        };
        Some(Self {
            command: command.name,
            target: left.target,
            slots: left.fields.iter().filter_map(slot).collect(),
            focus: left.focus,
            error: None,
            asks: false,
            offer: 0,
            offering: false,
            changes: left.changes,
            fixed: left.fixed.clone(),
        })
    }
}

impl App {
    /// Has the forms that somebody has begun to fill in kept, when they are not as they were.
    pub(in crate::app) fn keep_forms(&mut self) {
        let open = self
            .view
            .overlays
            .iter()
            .filter_map(|overlay| match overlay {
                Overlay::Form(form) => Some(form),
                _ => None,
            });
        let forms: Vec<Unfinished> = open
            .chain(&self.view.held)
            .filter_map(Form::unfinished)
            .collect();
        if forms != self.unfinished {
            self.unfinished.clone_from(&forms);
            self.effects.push(Effect::Keep(forms));
        }
    }

    /// Opens the forms that were left when the program ended.
    pub fn reopen(&mut self, left: &[Unfinished]) {
        for form in left.iter().filter_map(Form::reopen) {
            let same = |it: &mut Overlay| matches!(it, Overlay::Form(open) if open.command == form.command && !open.is_changed());
            let _ = self.view.overlays.pop_if(same);
            self.view.open(form);
            self.tell(Key::NoticeReopened.into());
        }
        self.keep_forms();
    }
}
