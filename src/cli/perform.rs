//! One line of `do`: what it is about, its words, and what is written when it is done.

use super::arguments::About;
use super::failure::{Done, Failure};
use super::headless::{Headless, Outcome};
use super::out;
use crate::app::command::{Scope, Stop};
use crate::app::commands::{self, lookup};
use crate::app::context::Target;
use crate::app::message::Message;
use crate::domain::query::Reference;
use crate::locale::Key;

/// A line of `do`, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub about: About,
    /// Print the ops.
    pub json: bool,
    /// The command and its words.
    pub words: Vec<String>,
}

impl Line {
    /// Takes the options of `do` off the words: those before the command, and those after it
    /// that the command itself doesn't know.
    pub fn read(base: &About, words: &[String]) -> Result<Self, Failure> {
        let mut line = Self {
            about: base.clone(),
            ..Self::default()
        };
        let mut words = words.iter();
        let mut plain = false;
        while let Some(word) = words.next() {
            plain |= word == "--";
            let option = word.strip_prefix("--").filter(|_| !plain);
            match option {
                // What is long is read from a file of the person's own.
                Some("body-file") if line.knows("body") => {
                    let path = words.next().ok_or_else(|| {
                        let missing = Message::new(Key::ErrorOptionValue);
                        Failure::usage(missing.with("option", "body-file"))
                    })?;
                    line.words.push(format!("--body={}", text_of(path)?));
                }
                Some("json") if !line.knows("json") => line.json = true,
                Some(option) => {
                    let (name, inline) = option
                        .split_once('=')
                        .map_or((option, None), |(name, value)| (name, Some(value)));
                    let known = line.knows(name);
                    let Some(place) = line.about.place(name).filter(|_| !known) else {
                        line.keep(word)?;
                        continue;
                    };
                    let value = inline.map(str::to_owned).or_else(|| words.next().cloned());
                    *place = Some(value.ok_or_else(|| {
                        Failure::usage(
                            Message::new(Key::ErrorOptionValue).with("option", name.to_owned()),
                        )
                    })?);
                }
                None => line.words.push(word.clone()),
            }
        }
        Ok(line)
    }

    /// Whether the command takes an option of this name itself.
    fn knows(&self, name: &str) -> bool {
        let command = self.words.first().and_then(|name| commands::find(name));
        command.is_some_and(|command| command.args.iter().any(|arg| arg.name == name))
    }

    fn keep(&mut self, word: &str) -> Done {
        if self.words.is_empty() {
            return Err(Failure::usage(
                Message::new(Key::CliUnknownOption).with("option", word.to_owned()),
            ));
        }
        self.words.push(word.to_owned());
        Ok(())
    }
}

/// The text of a file.
fn text_of(path: &str) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| {
        let message = Message::new(Key::CliCannotRead).with("file", path.to_owned());
        message.with("why", error.to_string()).into()
    })
}

impl About {
    fn place(&mut self, name: &str) -> Option<&mut Option<String>> {
        match name {
            "network" => Some(&mut self.network),
            "meeting" => Some(&mut self.meeting),
            "item" => Some(&mut self.item),
            "entry" => Some(&mut self.entry),
            "person" => Some(&mut self.person),
            "action" => Some(&mut self.action),
            _ => None,
        }
    }

    /// The ids of what is named.
    pub fn target(&self, headless: &mut Headless) -> Result<Target, Failure> {
        let mut target = Target::default();
        if let Some(typed) = &self.network {
            match headless.resolve(typed)? {
                Some(Reference::Network(id)) => target.network = Some(id),
                _ => return Err(unknown(Key::ErrorNetworkUnknown, typed)),
            }
        }
        if let Some(typed) = &self.meeting {
            match headless.resolve(typed)? {
                Some(Reference::Meeting(id)) => target.meeting = Some(id),
                _ => return Err(unknown(Key::ErrorMeetingUnknown, typed)),
            }
        }
        if let Some(typed) = &self.item {
            let id = target
                .meeting
                .ok_or_else(|| Failure::usage(Key::ErrorNoMeeting))?;
            let meeting = headless.meeting(id)?;
            target.item = Some(lookup::item(&meeting, typed).map_err(stopped)?);
        }
        for (typed, place) in [
            (&self.entry, &mut target.entry),
            (&self.person, &mut target.person),
            (&self.action, &mut target.action),
        ] {
            if let Some(typed) = typed {
                *place = match headless.resolve(typed)? {
                    Some(Reference::Person(id)) => Some(id),
                    Some(Reference::Action { action, .. }) => Some(action),
                    _ => typed.parse().ok(),
                };
                if place.is_none() {
                    return Err(unknown(Key::CliUnknownId, typed));
                }
            }
        }
        Ok(target)
    }
}

/// "There is nothing called …".
pub fn unknown(key: Key, typed: &str) -> Failure {
    let shown: String = crate::domain::clean::clean_line(typed)
        .chars()
        .take(60)
        .collect();
    Failure::said(Message::new(key).with("typed", shown))
}

/// A stop of the app's as a failure.
pub fn stopped(stop: Stop) -> Failure {
    match stop {
        Stop::Fail(message) => Failure::said(message),
        Stop::Usage(message) => Failure::usage(message),
        Stop::Need(_) | Stop::Ask(..) | Stop::Instead(_) => Failure::said(Key::ErrorInternal),
    }
}

/// Runs a line.
pub fn perform(headless: &mut Headless, line: &Line) -> Result<Outcome, Failure> {
    let Some(name) = line.words.first() else {
        return Err(Failure::usage(Key::ErrorNoCommand));
    };
    let command = commands::find(name).filter(|command| command.scope != Scope::Screen);
    let Some(command) = command else {
        return Err(super::commands::unknown(name, headless.locale()));
    };
    let target = line.about.target(headless)?;
    headless
        .run(line.words.clone(), target)
        .map_err(|failure| super::commands::explain(failure, command))
}

/// Writes what came of a line: the label of what was made, or what was said, or the ops.
pub fn tell(outcome: &Outcome, json: bool) -> Done {
    if json {
        return out::json_line(&outcome.ops);
    }
    match &outcome.made {
        Some(label) => {
            outcome.said.iter().for_each(|said| out::complain(said));
            out::print(label)
        }
        None => outcome.said.iter().try_for_each(|said| out::print(said)),
    }
}
