//! A message or a calendar file as what it says. Every length is bounded.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::{Incoming, MailFault, Named, bounce, calendar};
use crate::documents::dispatch::answered;
use crate::domain::clean::{clean_line, clean_text};

/// Bytes of a message at most.
pub const LARGEST: u64 = 40 * 1024 * 1024;
/// Letters of a text at most: nobody comments more.
const LONGEST: usize = 200_000;
/// Letters of a name or an address at most.
const LONGEST_LINE: usize = 200;
/// Parts of a message that are looked at.
const PARTS: usize = 200;
/// Mails of ours that one message is asked about.
const NAMED: usize = 20;

/// Reads a file's content.
///
/// # Errors
/// When it is no mail and no calendar, or too large.
pub fn read(bytes: &[u8]) -> Result<Incoming, MailFault> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
        return Err(MailFault::Large);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(MailFault::Outlook);
    }
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let begin = plain.trim_ascii_start();
    let head = begin.get(..15).unwrap_or(begin);
    match head.eq_ignore_ascii_case(b"BEGIN:VCALENDAR") {
        true => calendar_file(begin),
        false => mail(plain),
    }
}

fn calendar_file(bytes: &[u8]) -> Result<Incoming, MailFault> {
    let text = String::from_utf8_lossy(bytes);
    let reply = calendar::read(&text).map_err(MailFault::Calendar)?;
    Ok(Incoming {
        source: hash(bytes),
        at: reply.as_ref().and_then(|it| it.stamp),
        name: reply
            .as_ref()
            .map_or_else(String::new, |it| it.name.clone()),
        address: reply
            .as_ref()
            .map_or_else(String::new, |it| it.address.clone()),
        calendar: reply,
        ..Incoming::default()
    })
}

fn hash(bytes: &[u8]) -> String {
    let all = blake3::hash(bytes).to_hex();
    all.as_str().chars().take(32).collect()
}

/// One clean line of bounded length.
pub(super) fn bounded(text: &str, longest: usize) -> String {
    let short: String = text.chars().take(longest * 2).collect();
    let line = clean_line(&short);
    line.trim().chars().take(longest).collect()
}

fn mail(bytes: &[u8]) -> Result<Incoming, MailFault> {
    let message = MessageParser::default().parse(bytes);
    let message = message.ok_or(MailFault::NotMail)?;
    let (name, address) = sender(&message);
    if address.is_empty() && message.message_id().is_none() && message.date().is_none() {
        return Err(MailFault::NotMail);
    }
    let texts = contents(&message);
    let header = |name: &str| message.header_raw(name).unwrap_or_default().to_lowercase();
    let subject = bounded(message.subject().unwrap_or_default(), LONGEST_LINE);
    let mut named: Vec<Named> = ids(message.header_raw("In-Reply-To").unwrap_or_default());
    let mut older = ids(message.header_raw("References").unwrap_or_default());
    older.reverse();
    named.append(&mut older);
    named.dedup();
    named.truncate(NAMED);
    let automatic = is_automatic(&header, &subject);
    let source = match message.message_id() {
        Some(id) => hash(id.as_bytes()),
        None => hash(bytes),
    };
    Ok(Incoming {
        source,
        at: message.date().map(|date| date.to_timestamp() * 1000),
        bounce: bounce::find(&message, &address, &subject),
        calendar: calendar_in(&message)?,
        name,
        address,
        subject,
        answers: named,
        automatic,
        text: texts,
    })
}

fn sender(message: &Message<'_>) -> (String, String) {
    let first = message.from().and_then(|from| from.first());
    let text = |text: Option<&str>| bounded(text.unwrap_or_default(), LONGEST_LINE);
    let name = text(first.and_then(|it| it.name()));
    (name, text(first.and_then(|it| it.address())))
}

/// The mails of ours that a text names, in its order.
pub(super) fn ids(text: &str) -> Vec<Named> {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '@' | '-' | '_');
    let words = text.split(|c: char| !word(c));
    let words = words.filter(|word| word.contains('@'));
    words.filter_map(answered).take(NAMED).collect()
}

fn is_automatic(header: &dyn Fn(&str) -> String, subject: &str) -> bool {
    const SUBJECTS: &[&str] = &[
        "automatisk svar",
        "autosvar",
        "automatic reply",
        "auto-reply",
        "autoreply",
        "out of office",
        "ikke til stede",
    ];
    let submitted = header("Auto-Submitted");
    let submitted = submitted.trim();
    let precedence = header("Precedence");
    let subject = subject.to_lowercase();
    (!submitted.is_empty() && !submitted.starts_with("no"))
        || ["auto_reply", "bulk", "junk"].contains(&precedence.trim())
        || !header("X-Autoreply").is_empty()
        || SUBJECTS.iter().any(|known| subject.starts_with(known))
}

/// The text that people read; of a page of HTML its words.
fn contents(message: &Message<'_>) -> String {
    let mut all = String::new();
    for place in 0..message.text_body_count().min(PARTS) {
        let part = message.text_part(u32::try_from(place).unwrap_or(0));
        let is_words = part.is_some_and(|part| {
            part.content_type()
                .and_then(|kind| kind.subtype())
                .is_none_or(|kind| kind.eq_ignore_ascii_case("plain") || part.is_text_html())
        });
        if !is_words {
            continue;
        }
        if let Some(text) = message.body_text(place) {
            all.push_str(&text);
            all.push('\n');
        }
        if all.len() > LONGEST {
            break;
        }
    }
    let short: String = all.chars().take(LONGEST).collect();
    clean_text(&short)
}

/// What the calendar with a mail says, when it answers an invitation.
fn calendar_in(message: &Message<'_>) -> Result<Option<calendar::CalendarReply>, MailFault> {
    for part in message.parts.iter().take(PARTS) {
        let is_calendar = part.content_type().is_some_and(|kind| {
            kind.subtype()
                .is_some_and(|sub| ["calendar", "ics"].contains(&sub.to_lowercase().as_str()))
        });
        let named = part.attachment_name();
        let named = named.is_some_and(|name| name.to_lowercase().ends_with(".ics"));
        if !is_calendar && !named {
            continue;
        }
        let text = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.to_string(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                String::from_utf8_lossy(bytes).into_owned()
            }
            _ => continue,
        };
        let found = calendar::read(&text).map_err(MailFault::Calendar)?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}
