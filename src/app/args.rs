//! Command lines: words, options and what a command says it takes.

use std::collections::BTreeMap;

use crate::locale::Key;

use super::message::Message;

/// What an argument holds; forms and completion use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgKind {
    /// One line of text.
    Text,
    /// A text that is wrapped, usually a sentence or two.
    Prose,
    /// Several paragraphs of text.
    LongText,
    /// A whole number.
    Number,
    /// A day ("fre", "1/12", "2026-12-01").
    Date,
    /// A deadline: a day or words.
    Due,
    /// A time of day.
    Time,
    /// One of these names.
    Choice(&'static [&'static str]),
    /// A person, by name or label.
    Person,
    /// An organisation, by name or label.
    Organisation,
    /// A person by name, a group or an organisation; where the command allows it, any words.
    Party,
    /// Who gets a letter: roles, persons, groups and organisations, with commas between.
    Recipients,
    /// A person or an organisation by name, or somebody new: "+ Name, Organisation".
    Newcomer,
    /// A network, by label or id.
    Network,
    /// A meeting, by label or id.
    Meeting,
    /// An agenda item, by number or id.
    Item,
    /// Said or not said.
    Flag,
}

/// How an argument is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A word in its place; must be there.
    Word,
    /// A word in its place; may be left out.
    OptionalWord,
    /// All words that are left; there may be none.
    Words,
    /// `--name VALUE`, or `--name` for a flag.
    Option,
}

/// One argument of a command.
#[derive(Clone, Copy, Debug)]
pub struct Arg {
    /// Its name: the option's, and the form's label through the key `arg-NAME`.
    pub name: &'static str,
    /// What it holds.
    pub kind: ArgKind,
    /// How it is given.
    pub place: Place,
    /// Only a script says it: a form leaves it out, and the screen asks in another way.
    pub scripted: bool,
}

impl Arg {
    /// A word that must be there.
    pub const fn word(name: &'static str, kind: ArgKind) -> Self {
        Self {
            name,
            kind,
            place: Place::Word,
            scripted: false,
        }
    }

    /// A word that may be left out.
    pub const fn maybe(name: &'static str, kind: ArgKind) -> Self {
        Self {
            name,
            kind,
            place: Place::OptionalWord,
            scripted: false,
        }
    }

    /// All words that are left.
    pub const fn words(name: &'static str, kind: ArgKind) -> Self {
        Self {
            name,
            kind,
            place: Place::Words,
            scripted: false,
        }
    }

    /// An option.
    pub const fn option(name: &'static str, kind: ArgKind) -> Self {
        Self {
            name,
            kind,
            place: Place::Option,
            scripted: false,
        }
    }

    /// `--name`.
    pub const fn flag(name: &'static str) -> Self {
        Self {
            name,
            kind: ArgKind::Flag,
            place: Place::Option,
            scripted: false,
        }
    }

    /// The same, for scripts only.
    pub const fn scripted(self) -> Self {
        Self {
            scripted: true,
            ..self
        }
    }
}

/// The arguments of one call, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Args {
    values: BTreeMap<&'static str, Vec<String>>,
}

impl Args {
    /// Reads words against what the command takes. A word beginning with `--` is an option;
    /// after a lone `--` all words are plain.
    ///
    /// # Errors
    /// An unknown or doubled option, an option without its value, a word too many.
    pub fn parse(spec: &[Arg], words: &[String]) -> Result<Self, Message> {
        let mut args = Self::default();
        let mut plain: Vec<&Arg> = spec
            .iter()
            .filter(|arg| arg.place != Place::Option)
            .rev()
            .collect();
        let mut words = words.iter();
        let mut options = true;
        while let Some(word) = words.next() {
            match word.strip_prefix("--").filter(|_| options) {
                Some("") => options = false,
                Some(option) => args.read_option(spec, option, &mut words)?,
                None => match args.next_word(&mut plain) {
                    Some(arg) => {
                        args.values.entry(arg.name).or_default().push(word.clone());
                        if arg.place != Place::Words {
                            plain.pop();
                        }
                    }
                    None => {
                        return Err(Message::new(Key::ErrorWordTooMany).with("word", word.clone()));
                    }
                },
            }
        }
        Ok(args)
    }

    /// The argument the next word belongs to: one already given by its name is passed over.
    fn next_word<'a>(&self, plain: &mut Vec<&'a Arg>) -> Option<&'a Arg> {
        while plain
            .last()
            .is_some_and(|arg| arg.place != Place::Words && self.has(arg.name))
        {
            plain.pop();
        }
        plain.last().copied()
    }

    fn read_option<'a>(
        &mut self,
        spec: &[Arg],
        option: &str,
        words: &mut impl Iterator<Item = &'a String>,
    ) -> Result<(), Message> {
        let (name, inline) = option
            .split_once('=')
            .map_or((option, None), |(name, value)| (name, Some(value)));
        let Some(arg) = spec.iter().find(|arg| arg.name == name) else {
            let known: Vec<String> = spec
                .iter()
                .filter(|arg| arg.place == Place::Option)
                .map(|arg| format!("--{}", arg.name))
                .collect();
            return Err(Message::new(Key::ErrorUnknownOption)
                .with("option", format!("--{name}"))
                .with("known", known.join(", ")));
        };
        let value = match (arg.kind, inline) {
            (ArgKind::Flag, None) => String::new(),
            (ArgKind::Flag, Some(_)) => {
                return Err(Message::new(Key::ErrorFlagValue).with("option", arg.name));
            }
            (_, Some(value)) => value.to_owned(),
            (_, None) => words
                .next()
                .cloned()
                .ok_or_else(|| Message::new(Key::ErrorOptionValue).with("option", arg.name))?,
        };
        if self.values.insert(arg.name, vec![value]).is_some() {
            return Err(Message::new(Key::ErrorOptionTwice).with("option", arg.name));
        }
        Ok(())
    }

    /// Sets a value, as a form does.
    pub fn set(&mut self, name: &'static str, value: String) {
        self.values.insert(name, vec![value]);
    }

    /// The value, when it was given.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values
            .get(name)
            .and_then(|values| values.first())
            .map(String::as_str)
    }

    /// All values of a [`Place::Words`] argument.
    pub fn all(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a flag or option was given.
    pub fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// Whether nothing but this was given.
    pub fn only(&self, name: &str) -> bool {
        self.values.keys().all(|given| *given == name)
    }

    /// Words that must be there and are not.
    pub fn missing<'a>(&self, spec: &'a [Arg]) -> Vec<&'a Arg> {
        spec.iter()
            .filter(|arg| arg.place == Place::Word && !self.has(arg.name))
            .collect()
    }
}

/// Splits a line into words: spaces separate, `"…"` and `'…'` hold together, a backslash keeps
/// the next sign.
///
/// # Errors
/// A quotation mark without its partner.
pub fn split_line(line: &str) -> Result<Vec<String>, Message> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut signs = line.chars();
    while let Some(sign) = signs.next() {
        match (sign, quote) {
            ('\\', quote) if quote != Some('\'') => {
                word.get_or_insert_default().extend(signs.next())
            }
            (sign, Some(mark)) if sign == mark => quote = None,
            ('"' | '\'', None) => {
                quote = Some(sign);
                word.get_or_insert_default();
            }
            (sign, None) if sign.is_whitespace() => words.extend(word.take()),
            (sign, _) => word.get_or_insert_default().push(sign),
        }
    }
    if quote.is_some() {
        return Err(Message::new(Key::ErrorQuote));
    }
    words.extend(word);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEC: &[Arg] = &[
        Arg::word("title", ArgKind::Text),
        Arg::option("minutes", ArgKind::Number),
        Arg::flag("closed"),
        Arg::words("who", ArgKind::Person),
    ];

    fn parse(line: &str) -> Result<Args, Message> {
        Args::parse(SPEC, &split_line(line)?)
    }

    #[test]
    fn words_and_options_are_read_in_any_order() {
        let args =
            parse(r#"--closed "Oplæg om \"samskabelse\"" Karen --minutes=45 'Bo Friis'"#).unwrap();
        assert_eq!(args.get("title"), Some("Oplæg om \"samskabelse\""));
        assert_eq!(args.get("minutes"), Some("45"));
        assert!(args.has("closed"));
        assert_eq!(args.all("who"), ["Karen", "Bo Friis"]);
        assert_eq!(
            parse("-- --minutes").unwrap().get("title"),
            Some("--minutes")
        );
        assert_eq!(parse("--title Oplæg Karen").unwrap().all("who"), ["Karen"]);
        assert_eq!(parse("\"\"").unwrap().get("title"), Some(""));
        assert_eq!(parse("--closed").unwrap().missing(SPEC).len(), 1);
    }

    #[test]
    fn a_wrong_line_is_refused_with_its_reason() {
        for (line, key) in [
            ("x --colour red", Key::ErrorUnknownOption),
            ("x --minutes", Key::ErrorOptionValue),
            ("x --minutes 1 --minutes 2", Key::ErrorOptionTwice),
            ("x --closed=yes", Key::ErrorFlagValue),
            ("\"x", Key::ErrorQuote),
        ] {
            assert_eq!(parse(line).unwrap_err().key(), key, "{line}");
        }
    }
}
