//! Cleaned values of a command's arguments, and labels.

use chrono::NaiveDate;

use crate::app::args::Args;
use crate::app::command::Stop;
use crate::app::message::Message;
use crate::domain::clean::{clean_line, clean_text};
use crate::domain::folding::{fold, label};
use crate::domain::record::{FieldChange, Record};
use crate::locale::Key;

/// The names of yes and no.
pub const YES_NO: &[&str] = &["yes", "no"];

/// One line, cleaned and trimmed; `None` when it was not given.
pub fn line(args: &Args, name: &str) -> Option<String> {
    args.get(name)
        .map(|text| clean_line(text).trim().to_owned())
}

/// Text of any number of lines, cleaned; `None` when it was not given.
pub fn text(args: &Args, name: &str) -> Option<String> {
    args.get(name)
        .map(|text| clean_text(text).trim().to_owned())
}

/// A country as a code of two letters, or in words; `None` when it was not given.
pub fn country(args: &Args, name: &str) -> Option<String> {
    let code = |text: &str| text.len() == 2 && text.bytes().all(|sign| sign.is_ascii_alphabetic());
    line(args, name).map(|text| match code(&text) {
        true => text.to_uppercase(),
        false => text,
    })
}

/// One line that may not be empty; `None` when it was not given.
///
/// # Errors
/// When nothing is left of it.
pub fn filled(args: &Args, name: &'static str) -> Result<Option<String>, Stop> {
    match line(args, name) {
        Some(text) if text.is_empty() => Err(empty(name)),
        other => Ok(other),
    }
}

/// One line that must be there.
///
/// # Errors
/// When it is missing or empty.
pub fn needed(args: &Args, name: &'static str) -> Result<String, Stop> {
    filled(args, name)?.ok_or_else(|| empty(name))
}

/// A value that can be taken away by giving nothing (`--date ""`): `None` when it was not
/// given, `Some(None)` when it is to be taken away.
///
/// # Errors
/// What reading it says.
pub fn clearable<T>(
    args: &Args,
    name: &'static str,
    read: impl FnOnce(&str) -> Result<T, Stop>,
) -> Result<Option<Option<T>>, Stop> {
    match args.get(name) {
        None => Ok(None),
        Some(text) if text.trim().is_empty() => Ok(Some(None)),
        Some(text) => match read(text) {
            Ok(value) => Ok(Some(Some(value))),
            Err(stop) => Err(stop.about(name)),
        },
    }
}

/// First and last day as they are given (`--from`, `--until`), over what they are now.
///
/// # Errors
/// What reading them says; when the last is before the first.
#[allow(clippy::type_complexity)]
pub fn days(
    args: &Args,
    now: (Option<NaiveDate>, Option<NaiveDate>),
    read: impl Fn(&str) -> Result<NaiveDate, Stop>,
) -> Result<(Option<Option<NaiveDate>>, Option<Option<NaiveDate>>), Stop> {
    let from = clearable(args, "from", &read)?;
    let until = clearable(args, "until", &read)?;
    match (from.unwrap_or(now.0), until.unwrap_or(now.1)) {
        (Some(first), Some(last)) if last < first => Err(Key::ErrorUntilBeforeFrom.into()),
        _ => Ok((from, until)),
    }
}

/// A value, when it was given and is not empty.
///
/// # Errors
/// What reading it says.
pub fn given<T>(
    args: &Args,
    name: &'static str,
    read: impl FnOnce(&str) -> Result<T, Stop>,
) -> Result<Option<T>, Stop> {
    clearable(args, name, read).map(Option::flatten)
}

/// The words of a list ("1, 3"), each as what it names; `None` when it was not given.
///
/// # Errors
/// When one of them names nothing.
pub fn listed<T>(
    args: &Args,
    name: &'static str,
    read: impl Fn(&str) -> Result<T, Stop>,
) -> Result<Option<Vec<T>>, Stop> {
    let Some(typed) = line(args, name) else {
        return Ok(None);
    };
    let words = typed.split([',', ';']).map(str::trim);
    let found = words.filter(|word| !word.is_empty()).map(&read);
    let found = found.collect::<Result<Vec<T>, Stop>>();
    found.map(Some).map_err(|stop| stop.about(name))
}

/// Text of any number of lines that must be there.
///
/// # Errors
/// When it is missing or empty.
pub fn needed_text(args: &Args, name: &'static str) -> Result<String, Stop> {
    let text = text(args, name).filter(|text| !text.is_empty());
    text.ok_or_else(|| empty(name))
}

/// Those changes that change something.
pub fn real<C: FieldChange>(changes: Vec<C>) -> impl Iterator<Item = C> {
    changes.into_iter().filter(C::is_real)
}

/// A new record with these fields: adding and changing read their arguments in one way.
pub fn filled_in<R: Record>(mut record: R, fields: &[R::Field]) -> R {
    fields.iter().for_each(|field| record.set(field));
    record
}

/// A network's label: the initials of a name of several words ("nik"), else its first letters, without the word that
/// says what it is ("Kystnetværket" is "kyst").
pub fn short_label(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split_whitespace()
        .filter(|word| word.len() > 3)
        .collect();
    match words.as_slice() {
        [] | [_] => {
            let letters = folded.chars().filter(char::is_ascii_alphanumeric);
            let letters: String = letters.collect();
            let own = letters.split("netvaerk").next();
            let own = own.filter(|own| own.len() > 2).unwrap_or(&letters);
            own.chars().take(8).collect()
        }
        several => several
            .iter()
            .filter_map(|word| word.chars().next())
            .collect(),
    }
}

/// A label as typed, which must have at least one letter.
///
/// # Errors
/// When it has none.
pub fn needed_label(args: &Args, name: &'static str) -> Result<String, Stop> {
    let label = label(&needed(args, name)?);
    if label.bytes().any(|sign| sign.is_ascii_lowercase()) {
        Ok(label)
    } else {
        Err(Stop::Usage(Message::new(Key::ErrorLabel).about(name)))
    }
}

/// A label to change to, when it is given and another. It must be free, since a label given
/// is not allotted anew.
///
/// # Errors
/// When it is taken.
pub fn new_label(
    args: &Args,
    old: &str,
    taken: impl Fn(&str) -> bool,
) -> Result<Option<String>, Stop> {
    if !args.has("label") {
        return Ok(None);
    }
    let label = needed_label(args, "label")?;
    if label == old {
        return Ok(None);
    }
    if taken(&label) {
        return Err(Message::new(Key::ErrorLabelTaken)
            .with("label", label)
            .about("label")
            .into());
    }
    Ok(Some(label))
}

fn empty(name: &'static str) -> Stop {
    let message = Message::new(Key::ErrorEmpty).with("name", name);
    Stop::Usage(message.about(name))
}
