//! A letter's mail to one person: words, calendar and document as they leave.
//!
//! It owns what goes into each mail. It must not know servers.

use std::collections::BTreeMap;

use super::letters::{Ends, language_of, mail_text};
use super::mail::{Enclosure, Mail, MailError};
use super::outline::Outline;
use super::{Format, Letterhead, calendar, locale, pass, render};
use crate::domain::id::Id;
use crate::domain::letter::{Delivery, Letter, LetterKind, Wording};
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::register::{Person, Register};
use crate::domain::secretariat::{Language, Secretariat};
use crate::locale::Key;

/// What a document with a mail is written as.
pub const FORMAT: Format = Format::Pdf;

/// What a format is to mail programs.
fn media_type(format: Format) -> &'static str {
    match format {
        Format::Markdown | Format::Text => "text/plain; charset=utf-8",
        Format::Html => "text/html; charset=utf-8",
        Format::Pdf => "application/pdf",
        Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Format::Odt => "application/vnd.oasis.opendocument.text",
    }
}

/// What mails are made from.
#[derive(Clone, Copy, Debug)]
pub struct Dispatch<'a> {
    /// The secretariat.
    pub secretariat: &'a Secretariat,
    /// People and organisations.
    pub register: &'a Register,
    /// The meeting's network.
    pub network: &'a Network,
    /// The meeting, with letters and deliveries.
    pub meeting: &'a Meeting,
    /// What stands round the documents with the mails.
    pub letterhead: &'a Letterhead,
    /// Milliseconds since 1970 UTC.
    pub now: i64,
}

/// What a mail is called in the answers to it: the delivery and its meeting.
pub fn message_id(delivery: Id, meeting: Id, sender: &str) -> String {
    let domain = sender
        .rsplit_once('@')
        .map_or("referent", |(_, domain)| domain);
    format!("{delivery}.{meeting}@{domain}")
}

/// The delivery and the meeting of a mail that is answered.
pub fn answered(message_id: &str) -> Option<(Id, Id)> {
    let (name, _) = message_id.trim().trim_matches(['<', '>']).split_once('@')?;
    let (delivery, meeting) = name.split_once('.')?;
    Some((delivery.parse().ok()?, meeting.parse().ok()?))
}

/// What a person is called in a greeting.
pub fn greeted(person: &Person) -> &str {
    match person.call_name.is_empty() {
        true => person.name.split_whitespace().next().unwrap_or_default(),
        false => &person.call_name,
    }
}

impl<'a> Dispatch<'a> {
    /// The usual language of the meeting's letters.
    pub fn language(&self) -> Language {
        self.meeting.language(self.network, self.secretariat)
    }

    /// The words of a letter in a person's language.
    pub fn wording(&self, letter: &'a Letter, person: Id) -> Option<&'a Wording> {
        let language = language_of(self.register, person, self.language());
        let mut rows = letter.wordings.iter();
        rows.find(|row| row.language == language)
            .or(letter.wordings.first())
    }

    /// Whom mail comes from.
    pub fn sender(&self) -> (String, String) {
        let head = &self.secretariat.head;
        let name = match head.name.is_empty() {
            true => self.network.head.name.clone(),
            false => head.name.clone(),
        };
        (name, head.mail_sender.clone())
    }

    /// The text of a mail.
    pub fn text(&self, letter: &Letter, wording: &Wording, row: &Delivery, name: &str) -> String {
        let ends = Ends::of(self.network, wording.language, name, &letter.by);
        let comments = letter.kind == LetterKind::MinutesForComments;
        match row.copy && comments {
            true => {
                let wording = Wording {
                    after: String::new(),
                    ..wording.clone()
                };
                mail_text(&wording, &ends, &row.own, true)
            }
            false => mail_text(wording, &ends, &row.own, row.copy),
        }
    }
}

/// The documents with letters, by letter and whether it is a copy: each is made once for all who get it alike.
type Made = BTreeMap<(Id, bool), Vec<Enclosure>>;

/// The mail of a delivery.
///
/// # Errors
/// When the person has no address, or the document can't be made.
pub fn mail(from: &Dispatch<'_>, row: &Delivery) -> Result<Mail, MailError> {
    with(from, row, &mut Made::new())
}

/// The mails of deliveries, one for each group, in their order; each fails for itself as [`mail`] does.
pub fn mails(from: &Dispatch<'_>, groups: &[Vec<Delivery>]) -> Vec<Result<Mail, MailError>> {
    let mut made = Made::new();
    let mail = |group: &Vec<Delivery>| match group.as_slice() {
        [row] => with(from, row, &mut made),
        rows => shared(from, rows, &mut made),
    };
    groups.iter().map(mail).collect()
}

/// Whether a letter says the same to everybody.
pub fn is_alike(letter: &Letter) -> bool {
    letter.calendar.is_empty() && !letter.kind.is_personal()
}

/// Deliveries that may go in one mail, together: the same letter in the same language. Who has no address that a mail can go to stands alone.
pub fn together(from: &Dispatch<'_>, rows: Vec<Delivery>) -> Vec<Vec<Delivery>> {
    let mut groups: Vec<Vec<Delivery>> = Vec::new();
    let mut places: BTreeMap<(Id, bool, &str), usize> = BTreeMap::new();
    for row in rows {
        let letter = from.meeting.letters.get(&row.letter);
        let person = from.register.people.get(&row.person);
        let reached = person.is_some_and(|it| super::mail::address(&it.email).is_ok());
        if !reached || !letter.is_some_and(is_alike) {
            groups.push(vec![row]);
            continue;
        }
        let language = language_of(from.register, row.person, from.language());
        let next = groups.len();
        let place = *places
            .entry((row.letter, row.copy, language.name()))
            .or_insert(next);
        match groups.get_mut(place) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// One mail for several people, who do not see each other; nobody's own code is in it. What it is called in answers is
/// left to whoever sends it.
fn shared(from: &Dispatch<'_>, rows: &[Delivery], made: &mut Made) -> Result<Mail, MailError> {
    let first = rows.first().ok_or(MailError::Nobody)?;
    let lost = || MailError::Message("its letter is not there".to_owned());
    let letter = from.meeting.letters.get(&first.letter).ok_or_else(lost)?;
    let wording = from.wording(letter, first.person).ok_or_else(lost)?;
    let people = rows.iter().map(|row| from.register.people.get(&row.person));
    let hidden = people.flatten();
    let hidden = hidden.map(|person| (person.name.clone(), person.email.clone()));
    let sender = from.sender();
    let to = (!sender.1.is_empty()).then(|| sender.clone());
    let nobodys = Delivery {
        own: String::new(),
        ..first.clone()
    };
    Ok(Mail {
        from: sender,
        to: to.into_iter().collect(),
        hidden: hidden.collect(),
        at: from.now,
        subject: wording.subject.clone(),
        text: from.text(letter, wording, &nobodys, ""),
        files: enclosed(from, letter, first.copy, made)?,
        ..Mail::default()
    })
}

fn with(from: &Dispatch<'_>, row: &Delivery, made: &mut Made) -> Result<Mail, MailError> {
    let lost = || MailError::Message("its letter is not there".to_owned());
    let letter = from.meeting.letters.get(&row.letter).ok_or_else(lost)?;
    let wording = from.wording(letter, row.person).ok_or_else(lost)?;
    let person = from.register.people.get(&row.person).ok_or_else(lost)?;
    let sender = from.sender();
    let message_id = message_id(row.id, from.meeting.head.id, &sender.1);
    let code = (!row.copy)
        .then(|| pass::code(from.meeting, letter.kind, row.person))
        .flatten();
    let calendar = (!letter.calendar.is_empty()).then(|| {
        let kept = letter.calendar.replace('\n', "\r\n");
        let method = calendar::value_of(&kept, "METHOD");
        let text = calendar::addressed(&kept, &person.name, &person.email, !row.copy);
        let text = match &code {
            Some(code) => {
                let code = [("code", code.clone().into())];
                let said = locale(wording.language).text_with(Key::LetterPassShort, &code);
                calendar::described(&text, &said)
            }
            None => text,
        };
        (text, method.unwrap_or_default())
    });
    let mut files = enclosed(from, letter, row.copy, made)?;
    files.extend(code.as_deref().and_then(pass::enclosed));
    Ok(Mail {
        from: sender,
        to: vec![(person.name.clone(), person.email.clone())],
        hidden: Vec::new(),
        message_id,
        at: from.now,
        subject: wording.subject.clone(),
        text: from.text(letter, wording, row, greeted(person)),
        calendar,
        files,
        unsent: false,
    })
}

/// The document with a letter, made once.
fn enclosed(
    from: &Dispatch<'_>,
    letter: &Letter,
    copy: bool,
    made: &mut Made,
) -> Result<Vec<Enclosure>, MailError> {
    if let Some(files) = made.get(&(letter.id, copy)) {
        return Ok(files.clone());
    }
    let files = enclosures(letter, copy, from.letterhead)?;
    made.insert((letter.id, copy), files.clone());
    Ok(files)
}

/// The document with a letter; who gets a copy for information gets it as everybody may see it.
fn enclosures(
    letter: &Letter,
    copy: bool,
    letterhead: &Letterhead,
) -> Result<Vec<Enclosure>, MailError> {
    if letter.outline.is_empty() {
        return Ok(Vec::new());
    }
    let wrong = |why: String| MailError::Message(why);
    let outline: Outline =
        serde_json::from_str(&letter.outline).map_err(|error| wrong(error.to_string()))?;
    let outline = if copy { outline.public() } else { outline };
    let made = render(FORMAT, &outline, letterhead);
    Ok(vec![Enclosure {
        name: format!("{}.{}", letter.file_name, FORMAT.name()),
        kind: media_type(FORMAT),
        bytes: made.map_err(|error| wrong(error.to_string()))?.into_bytes(),
    }])
}
