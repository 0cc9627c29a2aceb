//! What a field is called on the screen, and its values as people write them.

use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

use crate::app::overlays::form::choice_label;
use crate::domain::conflict::{Changed, changed};
use crate::domain::id::Id;
use crate::domain::meeting::MeetingChange;
use crate::domain::network::Owner;
use crate::domain::op::{DocId, DocOp};
use crate::domain::record::FieldChange;
use crate::domain::register::Register;
use crate::domain::when::When;
use crate::locale::{Key, Locale};

/// Numbers from here on are instants, milliseconds since 1970.
const INSTANTS: i64 = 1_000_000_000;
/// Letters of a value that are shown in a sentence.
const VALUE: usize = 40;
/// Fields of the desk that its forms call otherwise than the journal: record, field, argument.
const OF_DESK: [(&str, &str, &str); 12] = [
    ("enquiry", "sender", "enquiry-from"),
    ("enquiry", "answered_on", "date"),
    ("enquiry", "closed_on", "date"),
    ("forwarding", "recipient", "to"),
    ("seat", "until", "seat-to"),
    ("seat", "place", "in"),
    ("forum", "parent", "under"),
    ("forum", "assessed_on", "assessed"),
    ("contact", "office", "contact-for"),
    ("contact", "person", "person"),
    ("representation", "network", "network"),
    ("contributor", "who", "representation-person"),
];
/// Fields that hold a date as exact as it was given.
const DATES: [&str; 4] = ["when", "since", "from", "until"];

/// What a field of a network or of the desk is called, where the screen has a name for it.
fn known(locale: Locale, op: &DocOp, changed: &Changed) -> Option<String> {
    let field = changed.field.replace('_', "-");
    let of_desk = (op.doc == DocId::Desk).then(|| {
        let own = OF_DESK
            .iter()
            .find(|(record, field, _)| *record == changed.record && *field == changed.field);
        let own = own.and_then(|(.., arg)| Key::named(&format!("arg-{arg}")));
        own.or_else(|| Key::named(&format!("arg-{}-{field}", changed.record)))
    });
    let key = of_desk.flatten();
    let key = key.or_else(|| Key::named(&format!("arg-{field}")))?;
    Some(locale.text(key).into_owned())
}

/// What the field that an op sets is called; its own name where the screen has none.
pub fn name(locale: Locale, op: &DocOp, changed: &Changed) -> String {
    let known = known(locale, op, changed).map(|name| name.to_lowercase());
    known.unwrap_or_else(|| changed.field.replace('_', "-"))
}

/// A field of a meeting that is worth naming.
pub(super) fn of_meeting(locale: Locale, change: &MeetingChange) -> Option<String> {
    // What was done says it already; their fields are moments.
    if let MeetingChange::Recess(_)
    | MeetingChange::Timing(_)
    | MeetingChange::Turn(_)
    | MeetingChange::Presence(_)
    | MeetingChange::Recusal(_) = change
    {
        return None;
    }
    let name = match (change, change.name()) {
        // The planned minutes of an item have the same name.
        (MeetingChange::Head(_), "minutes") => "minutes-status".to_owned(),
        // The answer to a question has the same name as those in favour.
        (MeetingChange::Vote(_), "yes") => "vote-for".to_owned(),
        (MeetingChange::Vote(_), "no") => "against".to_owned(),
        (_, name) => name.replace('_', "-"),
    };
    let key = Key::named(&format!("arg-{name}"))?;
    Some(locale.text(key).to_lowercase())
}

/// The field of a network or of the desk that an op sets, with the beginnings of its values.
pub(super) fn turned(locale: Locale, register: &Register, op: &DocOp) -> Option<String> {
    let name = known(locale, op, &changed(op)?)?.to_lowercase();
    Some(with_values(locale, register, name, op))
}

/// The same with its values whole, as a line: "Frist: fre. 20. nov. → fre. 27. nov."
pub(super) fn line(locale: Locale, register: &Register, op: &DocOp) -> Option<String> {
    let changed = changed(op)?;
    let name = known(locale, op, &changed)?;
    let line = valued(locale, register, format!("{name}:"), &changed, usize::MAX);
    Some(line.unwrap_or(name))
}

/// A field with what it was and what it became, where that can be said.
pub(super) fn with_values(locale: Locale, register: &Register, name: String, op: &DocOp) -> String {
    let changed = changed(op);
    let valued = changed.and_then(|it| valued(locale, register, name.clone(), &it, VALUE));
    valued.unwrap_or(name)
}

/// A name with both values behind it, at most so many letters of each.
fn valued(
    locale: Locale,
    register: &Register,
    name: String,
    changed: &Changed,
    most: usize,
) -> Option<String> {
    let said = |value: &Value| {
        let words = words(locale, register, &changed.field, value)?;
        Some(shortened(&words, most))
    };
    let (from, to) = (said(&changed.from)?, said(&changed.to)?);
    Some(match (from.as_str(), to.as_str()) {
        ("", to) => format!("{name} {to}"),
        (from, "") => format!("{name} −{from}"),
        (from, to) => format!("{name} {from} → {to}"),
    })
}

fn shortened(words: &str, most: usize) -> String {
    let shown: String = words.chars().take(most).collect();
    let more = if shown.len() < words.len() { "…" } else { "" };
    format!("{shown}{more}")
}

/// A stored value as people write it; `None` where only an id or an instant is stored.
fn words(locale: Locale, register: &Register, field: &str, value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return Some(String::new()),
        Value::String(text) if text.is_empty() => return Some(String::new()),
        Value::String(text) => text,
        Value::Number(number) => {
            let number = number.as_i64().filter(|number| *number < INSTANTS)?;
            return Some(number.to_string());
        }
        Value::Array(values) => {
            let said = |value| words(locale, register, field, value);
            let said: Option<Vec<String>> = values.iter().map(said).collect();
            return said.map(|all| all.join(", "));
        }
        Value::Object(_) => return owner(register, value),
        Value::Bool(_) => return None,
    };
    if let Ok(id) = text.parse::<Id>() {
        let name = [register.name_of(id), register.organisation_name(id)];
        let mut names = name.into_iter().filter(|name| !name.is_empty());
        return names.next().map(str::to_owned);
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(locale.language().short_date(day));
    }
    if let Ok(time) = text.parse::<NaiveTime>() {
        return Some(locale.language().plain_time(time));
    }
    if DATES.contains(&field) {
        return Some(locale.language().when(&When::from(text.clone())));
    }
    if let Some(nobody) = owner(register, value) {
        return Some(nobody);
    }
    // Answers have their own words.
    let arg = if field == "rsvp" {
        "answer".to_owned()
    } else {
        field.replace('_', "-")
    };
    Some(choice_label(locale, &arg, text))
}

/// Who somebody stored is.
fn owner(register: &Register, value: &Value) -> Option<String> {
    let owner: Owner = serde_json::from_value(value.clone()).ok()?;
    Some(owner.name(register).to_owned())
}
