//! Hands at the bench: keys as text, a person at the screen.

use super::Bench;
use crate::app::input::{Input, KeyPress};
use crate::app::keymap::Keymap;
use crate::app::overlays::form::Unfinished;
use crate::app::{Effect, Msg};
use crate::domain::secretariat::Language;
use crate::locale::Locale;

impl Bench {
    /// A person sits down at a screen of this size, with the default keys.
    pub fn sit_down(&mut self, language: Language, size: (u16, u16)) {
        self.app.interactive = true;
        self.app.locale = Locale::new(language);
        self.app.view.size = size;
        self.app.view.keymap = Keymap::shipped("default").unwrap();
        let effects = self.app.update(Msg::Started);
        self.serve(effects);
        let effects = self.app.ask_behind();
        self.serve(effects);
    }

    /// Presses keys: names such as `<down>`, all else letter by letter.
    pub fn press(&mut self, keys: &str) {
        let mut rest = keys;
        while let Some(sign) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            let key = match named {
                Some((name, after)) => {
                    rest = after;
                    name.parse::<KeyPress>().unwrap()
                }
                None => {
                    rest = &rest[sign.len_utf8()..];
                    let name = if sign == ' ' {
                        "space".to_owned()
                    } else {
                        sign.to_string()
                    };
                    name.parse().unwrap()
                }
            };
            let effects = self.app.update(Msg::Input(Input::Key(key)));
            self.serve(effects);
        }
    }

    /// Runs a line while nobody takes what is sent.
    pub fn pend(&mut self, line: &str) {
        let words = crate::app::args::split_line(line).unwrap();
        let target = Default::default();
        let mut effects = self.app.call(crate::app::Call { words, target });
        while let Some(effect) = effects.pop() {
            if let Effect::Query(number, query) = effect {
                let answer = self.answer(&query);
                effects.extend(self.app.update(Msg::Answer(number, answer)));
            }
        }
    }

    /// Whether the program was asked to end.
    pub fn has_quit(&self) -> bool {
        self.effects.contains(&Effect::Quit)
    }

    /// The unfinished forms as they stand in their file.
    pub fn kept(&self) -> &[Unfinished] {
        let mut kept = self.effects.iter().rev().filter_map(|effect| match effect {
            Effect::Keep(forms) => Some(forms.as_slice()),
            _ => None,
        });
        kept.next().unwrap_or_default()
    }
}
