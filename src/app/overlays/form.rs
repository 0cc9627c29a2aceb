//! A command's arguments as a form: one field each, filled in by a person. Nothing typed in it is
//! dropped without asking.

mod offers;
mod slot;
mod unfinished;

use crate::app::args::{Arg, ArgKind, Args, Place};
use crate::app::command::Command;
use crate::app::commands::field;
use crate::app::context::Target;
use crate::app::editor::grapheme::Clusters;
use crate::app::input::{Code, KeyPress};
use crate::app::message::Message;
use crate::app::{App, Call};
use crate::domain::folding;
use crate::locale::{Key, Locale};

use super::Answered;
pub use offers::{Offer, offers};
pub use slot::{Slot, choice_label};
pub use unfinished::Unfinished;

/// The argument that gives something its short name.
const LABEL: &str = "label";
/// The first start: it asks three things; the label follows from the network's name, and the
/// language, which the environment tells, stands last, so that one begins with one's name.
const FIRST: &str = "secretariat-new";

/// The widest a form becomes, in columns.
pub const WIDEST: u16 = 100;

/// See the module.
#[derive(Clone, Debug)]
pub struct Form {
    /// The command.
    pub command: &'static str,
    /// What it is about.
    pub target: Target,
    /// A field for each argument a person fills in; those that are clear from the place are
    /// left out.
    pub slots: Vec<Slot>,
    /// The field with the caret; after the last one comes the button that accepts the form.
    pub focus: usize,
    /// Why it was not accepted.
    pub error: Option<Message>,
    /// Whether the person is asked what becomes of what was typed.
    pub asks: bool,
    /// The selected one of the names offered.
    pub offer: usize,
    /// Whether names are offered: from a letter typed until one is taken or Esc.
    offering: bool,
    /// Something that is there is changed: only what differs is given to the command, emptied
    /// fields too.
    changes: bool,
    /// Words that come first, such as the id of what is changed.
    fixed: Vec<String>,
}

impl Form {
    /// The form of a command, beginning with what is known.
    pub fn new(command: &Command, target: Target, known: &Args) -> Self {
        let mut slots: Vec<Slot> = command
            .args
            .iter()
            .filter(|arg| known.has(arg.name) || !is_clear(arg, target))
            .filter(|arg| !arg.scripted)
            .filter(|arg| arg.name != LABEL || command.name != FIRST)
            .map(|arg| match arg.place {
                Place::Words => Slot::new(*arg, &known.all(arg.name).join(", ")),
                _ => Slot::new(*arg, known.get(arg.name).unwrap_or_default()),
            })
            .collect();
        // People know a thing by its name: its label comes last, and follows from the name.
        slots.sort_by_key(|slot| stands_last(command.name, &slot.arg));
        let needed = |slot: &Slot| slot.arg.place == Place::Word && slot.is_empty();
        let free = |slot: &Slot| slot.is_empty() && !slot.turns();
        let empty = slots.iter().position(needed);
        let empty = empty.or_else(|| slots.iter().position(free));
        let focus = empty.unwrap_or(0);
        Self {
            command: command.name,
            target,
            focus,
            error: None,
            asks: false,
            offer: 0,
            offering: slots.get(focus).is_some_and(Slot::is_empty),
            slots,
            changes: false,
            fixed: Vec::new(),
        }
    }

    /// The form of a command that changes something: `fixed` words name it, the fields hold
    /// what it is now.
    pub fn change(command: &Command, target: Target, now: &Args, fixed: Vec<String>) -> Self {
        let mut form = Self::new(command, target, now);
        let named: Vec<&'static str> = command
            .args
            .iter()
            .filter(|arg| arg.place != Place::Option)
            .take(fixed.len())
            .map(|arg| arg.name)
            .collect();
        form.slots.retain(|slot| !named.contains(&slot.arg.name));
        form.focus = 0;
        form.offering = false;
        form.changes = true;
        form.fixed = fixed;
        form
    }

    /// Puts the caret into the field of an argument.
    #[must_use]
    pub fn at(mut self, name: &str) -> Self {
        let index = self.slots.iter().position(|slot| slot.arg.name == name);
        self.focus = index.unwrap_or(self.focus);
        self
    }

    /// Fills in a suggestion, which counts as typed.
    pub fn suggest(&mut self, name: &str, text: &str) {
        if let Some(slot) = self.slots.iter_mut().find(|slot| slot.arg.name == name) {
            slot.take(text, None);
            slot.suggested = true;
        }
    }

    /// Says why it was not accepted, with the caret in the field that is about.
    pub fn refuse(&mut self, error: Message) {
        let about = |slot: &Slot| Some(slot.arg.name) == error.argument();
        let typed = |slot: &Slot| error.quotes().is_some_and(|typed| slot.says(typed));
        let all = &self.slots;
        let place = all.iter().position(about);
        let place = place.or_else(|| all.iter().position(typed));
        let slot = place.and_then(|index| all.get(index));
        self.error = Some(match slot {
            Some(slot) => error.about(slot.arg.name),
            None => error,
        });
        self.focus = place.unwrap_or(self.focus);
        self.offering = false;
    }

    /// Whether somebody is named in the field with the caret who may be new: a pasted list of people
    /// is meant for the list that the form adds to.
    pub fn wants_people(&self) -> bool {
        let slot = self.slots.get(self.focus);
        slot.is_some_and(|slot| slot.arg.kind == ArgKind::Newcomer)
    }

    /// Whether a person has typed something in it.
    pub fn is_changed(&self) -> bool {
        self.slots.iter().any(Slot::is_changed)
    }

    /// A click on a field, or on the button behind them; whether it does what Enter does there.
    pub fn point(&mut self, field: usize) -> bool {
        self.slots.iter_mut().for_each(Slot::leave);
        self.focus = field.min(self.slots.len());
        self.offering = self.slots.get(field).is_some_and(Slot::is_empty);
        self.offer = 0;
        self.on_button()
    }

    /// Whether the button that accepts it has the focus.
    pub fn on_button(&self) -> bool {
        self.focus >= self.slots.len()
    }

    /// The names offered for what is being typed.
    pub fn offers(&self, app: &App) -> Vec<Offer> {
        match self.slots.get(self.focus) {
            Some(slot) if self.offering && !self.asks => offers(app, slot, self.target),
            _ => Vec::new(),
        }
    }

    /// A key.
    pub fn key(&mut self, app: &App, key: KeyPress) -> Answered {
        // Who writes on has not been silenced by the question.
        self.asks = self.asks && key.text().is_none();
        if self.asks {
            return self.settle(key);
        }
        let offered = self.offers(app);
        if !offered.is_empty() && self.choose_offer(&offered, key) {
            return Answered::Used;
        }
        let long = self.slots.get(self.focus).is_some_and(Slot::is_long);
        match key.code {
            Code::Esc if self.is_changed() => self.asks = true,
            Code::Esc => return Answered::Close,
            Code::Char('s') if key.ctrl => return self.submit(),
            Code::Enter if !long => return self.submit(),
            Code::Tab => self.step(!key.shift, true),
            _ => return self.type_in(app, key),
        }
        Answered::Used
    }

    /// The answer to what becomes of what was typed.
    fn settle(&mut self, key: KeyPress) -> Answered {
        match key.code {
            Code::Enter => self.submit(),
            Code::Delete => Answered::Close,
            Code::Esc => {
                self.asks = false;
                Answered::Used
            }
            _ => Answered::Used,
        }
    }

    /// Keys of the list of names; whether it was one.
    fn choose_offer(&mut self, offered: &[Offer], key: KeyPress) -> bool {
        let last = offered.len() - 1;
        self.offer = self.offer.min(last);
        match key.code {
            Code::Up => self.offer = self.offer.saturating_sub(1),
            Code::Down => self.offer = (self.offer + 1).min(last),
            Code::Esc => self.offering = false,
            Code::Enter | Code::Tab if !key.shift => {
                if let (Some(offer), Some(slot)) =
                    (offered.get(self.offer), self.slots.get_mut(self.focus))
                {
                    slot.take(&offer.name, offer.id);
                }
                self.error = None;
                self.offering = false;
                if key.code == Code::Tab {
                    self.step(true, true);
                }
            }
            _ => return false,
        }
        true
    }

    /// To the next field or the one before; `round` goes from the last to the first.
    fn step(&mut self, forward: bool, round: bool) {
        if let Some(slot) = self.slots.get_mut(self.focus) {
            slot.leave();
        }
        let last = self.slots.len();
        self.focus = match (forward, self.focus) {
            (true, focus) if focus >= last && round => 0,
            (true, focus) => (focus + 1).min(last),
            (false, 0) if round => last,
            (false, focus) => focus.saturating_sub(1),
        };
        if let Some(slot) = self.slots.get_mut(self.focus) {
            slot.enter();
        }
        self.offering = self.slots.get(self.focus).is_some_and(Slot::is_empty);
        self.offer = 0;
    }

    fn type_in(&mut self, app: &App, key: KeyPress) -> Answered {
        let width = self.room(app);
        let Some(slot) = self.slots.get_mut(self.focus) else {
            if matches!(key.code, Code::Up | Code::Down) {
                self.step(key.code == Code::Down, false);
            }
            return Answered::Used;
        };
        if key.ctrl && key.code == Code::Char('v') {
            slot.paste(app.view.clipboard.text());
            return Answered::Used;
        }
        let before = slot.text();
        let used = slot.key(app.locale, key, width);
        if slot.text() != before {
            self.error = None;
            self.offering = true;
            self.offer = 0;
        }
        match key.code {
            _ if used => Answered::Used,
            Code::Up | Code::Down => {
                self.step(key.code == Code::Down, false);
                Answered::Used
            }
            _ => Answered::Unused,
        }
    }

    /// Pasted text goes into the field with the caret.
    pub fn paste(&mut self, text: &str) {
        self.asks = false;
        if let Some(slot) = self.slots.get_mut(self.focus) {
            slot.paste(text);
        }
    }

    /// Columns of the whole form on the screen, its frame not counted.
    pub fn width(app: &App) -> u16 {
        app.view.size.0.min(WIDEST + 8).saturating_sub(8)
    }

    /// Columns of the fields' names.
    pub fn margin(&self, locale: Locale) -> usize {
        let columns = |text: &str| Clusters::from(text, 0).map(|it| it.width).sum::<usize>();
        let names = self.slots.iter();
        let names = names.map(|slot| columns(&label(locale, self.command, slot.arg.name)));
        names.max().unwrap_or(0) + 2
    }

    /// Columns that are left for what is typed, the caret's own not counted.
    pub fn room(&self, app: &App) -> usize {
        let left = usize::from(Self::width(app)).saturating_sub(self.margin(app.locale));
        left.saturating_sub(1).max(8)
    }

    /// A label left empty follows from the name.
    fn fill_label(&mut self) {
        let name = self.slots.iter().find(|slot| slot.arg.name == "name");
        let name = name.map(Slot::text).unwrap_or_default();
        let label = match self.command {
            "network-new" => field::short_label(&name),
            _ => folding::label(&name),
        };
        let empty = |slot: &&mut Slot| {
            slot.arg.name == LABEL && slot.arg.place == Place::Word && slot.is_empty()
        };
        if let Some(slot) = self.slots.iter_mut().find(empty) {
            slot.take(&label, None);
        }
    }

    fn submit(&mut self) -> Answered {
        self.fill_label();
        let missing = self
            .slots
            .iter()
            .find(|slot| slot.arg.place == Place::Word && slot.is_empty());
        if let Some(slot) = missing {
            let error = Message::new(Key::FormMissing).about(slot.arg.name);
            self.asks = false;
            self.refuse(error);
            return Answered::Used;
        }
        self.asks = false;
        Answered::Run(self.call())
    }

    fn call(&self) -> Call {
        Call {
            words: self.words(),
            target: self.target,
        }
    }

    /// The command line the form stands for. An empty option was not given, but where something
    /// is changed an emptied one was.
    fn words(&self) -> Vec<String> {
        let mut options = vec![self.command.to_owned()];
        let mut plain = vec!["--".to_owned()];
        plain.extend(self.fixed.iter().cloned());
        for slot in &self.slots {
            let arg = slot.arg;
            let text = slot.values().into_iter().next().unwrap_or_default();
            let given = match self.changes {
                true => slot.is_changed(),
                false => !text.is_empty(),
            };
            match (arg.place, arg.kind) {
                (Place::Option, ArgKind::Flag) if !text.is_empty() => {
                    options.push(format!("--{}", arg.name))
                }
                (Place::Option, ArgKind::Flag) => {}
                // Shown last, it does not stand in its place among the words.
                (Place::Word, _) if stands_last(self.command, &arg) => {
                    options.push(format!("--{}={text}", arg.name))
                }
                (Place::Option, _) if given => options.push(format!("--{}={text}", arg.name)),
                (Place::Option, _) => {}
                (Place::Words, _) => plain.extend(slot.values()),
                (Place::OptionalWord, _) if text.is_empty() => {}
                _ => plain.push(text),
            }
        }
        options.extend(plain);
        options
    }
}

/// What a field is called on the screen: a command's own name for it comes first, then that of all commands of its
/// noun.
pub fn label(locale: Locale, command: &str, name: &str) -> String {
    let key = Key::named(&format!("arg-{command}-{name}"));
    let noun = command.rsplit_once('-').map_or(command, |(noun, _)| noun);
    let key = key.or_else(|| Key::named(&format!("arg-{noun}-{name}")));
    let key = key.or_else(|| Key::named(&format!("arg-{name}")));
    key.map_or_else(|| name.to_owned(), |key| locale.text(key).into_owned())
}

/// Whether a word of the command line stands last in the form.
fn stands_last(command: &str, arg: &Arg) -> bool {
    let last = arg.name == LABEL || (command == FIRST && matches!(arg.kind, ArgKind::Choice(_)));
    last && arg.place == Place::Word
}

/// Whether an argument is clear from where the command was called.
fn is_clear(arg: &Arg, target: Target) -> bool {
    match arg.kind {
        // A new row comes after the selected one.
        ArgKind::Number if arg.name == "after" => true,
        ArgKind::Item => target.item.is_some() && arg.place != Place::Word,
        ArgKind::Network => {
            (target.network.is_some() || target.meeting.is_some()) && arg.place != Place::Word
        }
        ArgKind::Meeting => target.meeting.is_some() && arg.place == Place::OptionalWord,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
