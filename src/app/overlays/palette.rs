//! The palette: every command by a few letters of its name or description.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::app::command::{Command, Scope};
use crate::app::context::Target;
use crate::app::field::Field;
use crate::app::input::{Code, KeyPress};
use crate::app::{App, Call, commands};
use crate::locale::Locale;

use super::Answered;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What was typed.
    pub field: Field,
    /// The row selected among those that match.
    pub selected: usize,
    /// What the chosen command will be about.
    pub target: Target,
}

impl Palette {
    /// The palette over a screen.
    pub fn new(target: Target) -> Self {
        Self {
            target,
            ..Self::default()
        }
    }

    /// Commands that match what was typed, best first; all that can be used here when nothing was.
    /// Scattered letters count only where no command has the words as typed.
    pub fn matches(&self, locale: Locale) -> Vec<&'static Command> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let typed = crate::domain::folding::fold(self.field.text());
        let pattern = Pattern::parse(&typed, CaseMatching::Ignore, Normalization::Smart);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut buffer = Vec::new();
        let mut found: Vec<(bool, u32, &'static Command)> = commands::all()
            .filter(|command| self.fits(command.scope))
            .filter_map(|command| {
                let doc = crate::domain::folding::fold(&locale.text(command.doc()));
                let text = format!("{doc} {}", command.name);
                pattern
                    .score(Utf32Str::new(&text, &mut buffer), &mut matcher)
                    .map(|score| (words.iter().all(|word| text.contains(word)), score, command))
            })
            .collect();
        let whole = found.iter().any(|(whole, ..)| *whole);
        found.retain(|(has, ..)| *has || !whole);
        found.sort_by_key(|(_, score, _)| std::cmp::Reverse(*score));
        found.into_iter().map(|(.., command)| command).collect()
    }

    fn fits(&self, scope: Scope) -> bool {
        match scope {
            Scope::Anywhere | Scope::Screen => true,
            Scope::Network => self.target.network.is_some() || self.target.meeting.is_some(),
            Scope::Meeting => self.target.meeting.is_some(),
            Scope::Item => self.target.item.is_some(),
            Scope::Entry => self.target.entry.is_some(),
        }
    }

    /// A key.
    pub fn key(&mut self, app: &App, key: KeyPress) -> Answered {
        match key.code {
            Code::Esc => return Answered::Close,
            Code::Up => self.selected = self.selected.saturating_sub(1),
            Code::Down => {
                self.selected =
                    (self.selected + 1).min(self.matches(app.locale).len().saturating_sub(1))
            }
            Code::Enter => {
                let Some(command) = self.matches(app.locale).get(self.selected).copied() else {
                    return Answered::Used;
                };
                return Answered::Run(Call {
                    words: vec![command.name.to_owned()],
                    target: self.target,
                });
            }
            _ if self.field.key(key) => self.selected = 0,
            _ => return Answered::Unused,
        }
        Answered::Used
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.selected = 0;
    }
}
