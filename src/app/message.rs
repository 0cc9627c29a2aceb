//! What the program says: a text of the locale with its variables, rendered when shown.

use crate::domain::news::News;
use crate::domain::reason;
use crate::locale::{Arg, Key, Locale};

/// A text by key, in whatever language the reader has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    key: Key,
    args: Vec<(&'static str, Arg<'static>)>,
    about: Option<&'static str>,
}

impl Message {
    /// A text without variables.
    pub fn new(key: Key) -> Self {
        Self {
            key,
            args: Vec::new(),
            about: None,
        }
    }

    /// A piece of news in words.
    pub fn of(news: &News) -> Self {
        let key = Key::named(&format!("news-{}", news.kind.name()));
        Self::new(key.unwrap_or(Key::NoticeTold))
            .with("detail", news.detail.clone())
            .with("what", news.detail.clone())
    }

    /// Fills in a variable.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg<'static>>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Says which argument it is about, unless that is said already.
    #[must_use]
    pub fn about(mut self, argument: &'static str) -> Self {
        self.about = self.about.or(Some(argument));
        self
    }

    /// The argument it is about: where a form shows it.
    pub fn argument(&self) -> Option<&'static str> {
        self.about
    }

    /// What somebody typed, where it quotes that.
    pub fn quotes(&self) -> Option<&str> {
        self.text_of("typed")
    }

    /// A variable that is a text.
    pub fn text_of(&self, wanted: &str) -> Option<&str> {
        let found = self.args.iter().find(|(name, _)| *name == wanted);
        match found {
            Some((_, Arg::Text(text))) => Some(text),
            _ => None,
        }
    }

    /// Which text it is.
    pub fn key(&self) -> Key {
        self.key
    }

    /// The words at the screen, where no command line is: the text `KEY-at-screen`, else the plain one.
    pub fn show(&self, locale: Locale) -> String {
        let here = Key::named(&format!("{}-at-screen", self.key.name()));
        self.words(here.unwrap_or(self.key), locale)
    }

    /// The words in a language.
    pub fn render(&self, locale: Locale) -> String {
        self.words(self.key, locale)
    }

    /// A reason that the program knows is said in the reader's language.
    fn words(&self, key: Key, locale: Locale) -> String {
        let in_words = |(name, value): &(&'static str, Arg<'static>)| {
            let known = match value {
                Arg::Text(why) if *name == "why" => reason(why),
                _ => None,
            };
            match known {
                Some(key) => (*name, Arg::from(locale.text(key).into_owned())),
                None => (*name, value.clone()),
            }
        };
        let args: Vec<_> = self.args.iter().map(in_words).collect();
        locale.text_with(key, &args)
    }
}

/// The text of a reason that is said like this.
fn reason(why: &str) -> Option<Key> {
    Key::named(&format!("reason-{}", reason::name(why)?))
}

impl From<Key> for Message {
    fn from(key: Key) -> Self {
        Self::new(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::commands;
    use crate::domain::news::NewsKind;
    use crate::domain::secretariat::Language;

    #[test]
    fn every_piece_of_news_has_words() {
        for kind in NewsKind::ALL {
            let said = Message::of(&News::new(*kind, "EIO"));
            assert_ne!(said.key(), Key::NoticeTold, "{}", kind.name());
        }
    }

    #[test]
    fn every_reason_is_said_in_the_readers_language() {
        for (name, text) in reason::ALL {
            let said = Message::new(Key::ErrorRefused).with("why", *text);
            let danish = said.render(Locale::new(Language::Danish));
            assert!(!danish.contains(text), "{name}: {danish}");
        }
        let ended = Message::new(Key::NoticeEnded).with("why", "EPIPE");
        let danish = ended.show(Locale::new(Language::Danish));
        assert_eq!(danish, "Forbindelsen blev afbrudt: EPIPE");
    }

    fn names_a_command(text: &str) -> bool {
        let sign = |sign: char| !sign.is_alphanumeric() && sign != '-';
        let command = |word: &str| word.contains('-') && commands::find(word).is_some();
        text.contains("--") || text.contains("referent list") || text.split(sign).any(command)
    }

    #[test]
    fn no_error_at_the_screen_names_a_command_or_an_option() {
        for language in [Language::Danish, Language::English] {
            let locale = Locale::new(language);
            let errors = Key::ALL
                .iter()
                .filter(|key| key.name().starts_with("error-"));
            let of_line = [
                "error-flag-value",
                "error-option-value",
                "error-option-twice",
            ];
            for key in errors.filter(|key| !of_line.contains(&key.name())) {
                let shown = Message::new(*key).show(locale);
                assert!(!names_a_command(&shown), "{}: {shown}", key.name());
            }
        }
    }
}
