//! People for other programs' address books and mail: vCard 4.0 (RFC 6350), recipients for Outlook, and a
//! link that opens a mail to all. Only what may leave: no notes, nobody erased.

use crate::domain::clean::clean_line;
use crate::domain::register::{Person, Register};

/// Bytes of a line before it is folded.
const LINE: usize = 75;

/// The people as one vCard file.
pub fn vcards(people: &[&Person], register: &Register) -> String {
    people.iter().map(|row| vcard(row, register)).collect()
}

fn vcard(person: &Person, register: &Register) -> String {
    let name = clean_line(&person.name);
    let (given, family) = name.rsplit_once(' ').unwrap_or(("", name.as_str()));
    let organisation = person.organisation.map(|id| register.organisation_name(id));
    let id = uuid(person.id);
    let mut lines = vec![
        "BEGIN:VCARD".to_owned(),
        "VERSION:4.0".to_owned(),
        format!("UID:urn:uuid:{id}"),
        format!("FN:{}", escaped(&name)),
        format!("N:{};{};;;", escaped(family), escaped(given)),
    ];
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            lines.push(format!("{name}:{}", escaped(&clean_line(value))));
        }
    };
    add("NICKNAME", &person.call_name);
    add("ORG", organisation.unwrap_or_default());
    add("TITLE", &person.title);
    add("EMAIL;TYPE=work", &person.email);
    add("TEL;TYPE=work;VALUE=text", &person.phone);
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// An id as other programs write one.
pub fn uuid(id: crate::domain::id::Id) -> String {
    let text = id.to_string();
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    [
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32),
    ]
    .join("-")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// A line in pieces of at most 75 bytes, no letter cut.
fn folded(line: &str) -> String {
    let mut text = String::with_capacity(line.len() + 2);
    let mut used = 0;
    for sign in line.chars() {
        if used + sign.len_utf8() > LINE {
            text.push_str("\r\n ");
            used = 1;
        }
        text.push(sign);
        used += sign.len_utf8();
    }
    text + "\r\n"
}

/// An address that a line of recipients can hold.
fn address(person: &Person) -> Option<&str> {
    let email = person.email.trim();
    let plain = |sign: char| sign.is_alphanumeric() || "@.!#$%&'*+-/=?^_`{|}~".contains(sign);
    (email.split('@').count() == 2 && email.chars().all(plain)).then_some(email)
}

/// "Anna Lund <anna@odense.dk>; …": what a mail program takes in its line of recipients.
pub fn recipients(people: &[&Person]) -> String {
    let one = |row: &&Person| {
        let email = address(row)?;
        // Signs that mean something between recipients have no place in a name.
        let name = clean_line(&row.name).replace(['"', '<', '>', ';', ',', '\\'], " ");
        Some(format!(
            "{} <{email}>",
            name.split_whitespace().collect::<Vec<_>>().join(" ")
        ))
    };
    let rows: Vec<String> = people.iter().filter_map(one).collect();
    rows.join("; ")
}

/// A link that opens a mail to all of them, who do not see each other.
pub fn mailto(people: &[&Person]) -> String {
    let rows: Vec<String> = people
        .iter()
        .filter_map(|row| address(row))
        .map(percent)
        .collect();
    format!("mailto:?bcc={}", rows.join(","))
}

fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"@.-_~".contains(&byte);
    let sign = |byte: u8| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::register::Organisation;

    fn register() -> Register {
        let mut register = Register::default();
        let odense = Organisation {
            id: Id::from_bits(9),
            name: "Odense Kommune; Velfærd, børn".into(),
            ..Organisation::default()
        };
        register.organisations.insert(odense.id, odense);
        register
    }

    fn anna() -> Person {
        Person {
            id: Id::from_bits(7),
            name: "Anna \"A\" Lund".into(),
            email: "anna+x@odense.dk".into(),
            phone: "+45 12 34".into(),
            title: "Chefkonsulent for samskabelse, frivillighed og sammenhængende borgerforløb på ældreområdet".into(),
            organisation: Some(Id::from_bits(9)),
            note: "HEMMELIG".into(),
            ..Person::default()
        }
    }

    #[test]
    fn a_card_is_escaped_and_folded_and_has_no_note() {
        let (anna, register) = (anna(), register());
        let card = vcards(&[&anna], &register);
        assert!(!card.contains("HEMMELIG"));
        assert!(
            card.contains("ORG:Odense Kommune\\; Velfærd\\, børn\r\n"),
            "{card}"
        );
        assert!(card.contains("UID:urn:uuid:00000000-0000-0000-0000-000000000007"));
        assert!(card.split("\r\n").all(|line| line.len() <= LINE), "{card}");
        assert!(
            card.replace("\r\n ", "")
                .contains("borgerforløb på ældreområdet")
        );
    }

    #[test]
    fn nobody_else_is_written_to() {
        let anna = anna();
        let bad = Person {
            name: "Ond".into(),
            email: "a@x.dk;b@x.dk".into(),
            ..Person::default()
        };
        let rows = [&anna, &bad];
        assert_eq!(recipients(&rows), "Anna A Lund <anna+x@odense.dk>");
        assert_eq!(mailto(&rows), "mailto:?bcc=anna%2Bx@odense.dk");
    }
}
