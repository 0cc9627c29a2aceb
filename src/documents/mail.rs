//! A mail as it travels: headers, text, calendar and files in one message (RFC 5322).
//!
//! It owns how what a letter says becomes a message that no text can break out of. It must not know
//! meetings, servers or where addresses come from.

use std::time::{Duration, UNIX_EPOCH};

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::line::line;

/// A mail.
#[derive(Clone, Debug, Default)]
pub struct Mail {
    /// The sender's name and address.
    pub from: (String, String),
    /// Who gets it: name and address.
    pub to: Vec<(String, String)>,
    /// Who gets it without the others seeing it: name and address.
    pub hidden: Vec<(String, String)>,
    /// What names it in answers, without the angle brackets.
    pub message_id: String,
    /// When it was written, milliseconds since 1970 UTC.
    pub at: i64,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// A calendar, with its method.
    pub calendar: Option<(String, String)>,
    /// Files with it.
    pub files: Vec<Enclosure>,
    /// It opens ready to be sent: nobody has sent it yet.
    pub unsent: bool,
}

/// A file with a mail.
#[derive(Clone, Debug, Default)]
pub struct Enclosure {
    /// Its name.
    pub name: String,
    /// What it is ("application/pdf").
    pub kind: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why no message could be made.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// An address is none.
    #[error("\"{0}\" is no mail address; nothing was sent: correct it in the register")]
    Address(String),
    /// Nobody gets it.
    #[error("the mail has no recipient; nothing was sent")]
    Nobody,
    /// The library would not make it.
    #[error("the mail could not be put together ({0}); nothing was sent")]
    Message(String),
}

/// Says to Outlook that a message is a draft.
#[derive(Clone)]
struct Unsent;

impl Header for Unsent {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("X-Unsent")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "1".to_owned())
    }
}

/// An address that a server takes: plain letters, one @, nothing that ends a line.
pub fn address(text: &str) -> Result<Address, MailError> {
    let wrong = || MailError::Address(line(text));
    let plain = text.is_ascii() && !text.contains(|c: char| c.is_control() || c.is_whitespace());
    let quoted = text.contains(['"', '<', '>', '(', ')', ',', ';', ':', '\\', '[']);
    match plain && !quoted {
        true => text.parse().map_err(|_| wrong()),
        false => Err(wrong()),
    }
}

fn mailbox((name, to): &(String, String)) -> Result<Mailbox, MailError> {
    let name = line(name).trim().to_owned();
    let name = (!name.is_empty()).then_some(name);
    Ok(Mailbox::new(name, address(to)?))
}

/// The message, ready for a server or a file.
///
/// # Errors
/// When an address is none, or nobody gets it.
pub fn message(mail: &Mail) -> Result<Vec<u8>, MailError> {
    if mail.to.is_empty() && mail.hidden.is_empty() {
        return Err(MailError::Nobody);
    }
    let at = u64::try_from(mail.at).unwrap_or(0);
    // Whoever opens a draft is its sender, where none is known; the library wants one meanwhile.
    let nobody = mail.unsent && mail.from.1.is_empty();
    let from = mail.to.iter().chain(&mail.hidden).next();
    let from = from.filter(|_| nobody);
    let mut builder = Message::builder()
        .from(mailbox(from.unwrap_or(&mail.from))?)
        .subject(line(&mail.subject))
        .date(UNIX_EPOCH + Duration::from_millis(at));
    for to in &mail.to {
        builder = builder.to(mailbox(to)?);
    }
    for to in &mail.hidden {
        builder = builder.bcc(mailbox(to)?);
    }
    if mail.unsent {
        // Whoever sends the draft has to see whom it goes to; their mail program takes the field out.
        builder = builder.keep_bcc();
    }
    if !mail.message_id.is_empty() {
        builder = builder.message_id(Some(format!("<{}>", mail.message_id)));
    }
    if mail.unsent {
        builder = builder.header(Unsent);
    }
    let wrong = |error: lettre::error::Error| MailError::Message(error.to_string());
    let text = SinglePart::plain(mail.text.clone());
    let message = match (&mail.calendar, mail.files.is_empty()) {
        (None, true) => builder.singlepart(text),
        (Some(calendar), true) => builder.multipart(alternative(text, calendar)),
        (None, false) => {
            builder.multipart(enclosed(MultiPart::mixed().singlepart(text), &mail.files))
        }
        (Some(calendar), false) => builder.multipart(enclosed(
            MultiPart::mixed().multipart(alternative(text, calendar)),
            &mail.files,
        )),
    };
    let mut message = message.map_err(wrong)?;
    if nobody {
        message.headers_mut().remove_raw("From");
    }
    Ok(message.formatted())
}

/// Text, and the same as a calendar for programs that know one.
fn alternative(text: SinglePart, (calendar, method): &(String, String)) -> MultiPart {
    let kind = format!("text/calendar; charset=utf-8; method={}", line(method));
    let kind = ContentType::parse(&kind).unwrap_or(ContentType::TEXT_PLAIN);
    let calendar = SinglePart::builder().header(kind).body(calendar.clone());
    MultiPart::alternative()
        .singlepart(text)
        .singlepart(calendar)
}

fn enclosed(all: MultiPart, files: &[Enclosure]) -> MultiPart {
    files.iter().fold(all, |all, file| {
        let kind = ContentType::parse(file.kind).unwrap_or(ContentType::TEXT_PLAIN);
        let name = line(&file.name).replace('"', "'");
        all.singlepart(Attachment::new(name).body(file.bytes.clone(), kind))
    })
}

/// Addresses as Outlook takes them in one field: kept apart by semicolons.
pub fn addresses<'a>(all: impl Iterator<Item = &'a str>) -> String {
    let good = all.filter(|to| address(to).is_ok());
    good.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What somebody could try to break out with.
    const BREAKS: &[&str] = &[
        "\r\nBcc: evil@example.org",
        "\nBcc: evil@example.org",
        "\rBcc: evil@example.org",
        "\r\n\r\nBody",
        "\r\n.\r\nMAIL FROM:<evil@example.org>",
        "\u{0}",
        "\u{85}Bcc: x@y",
        "\u{2028}Bcc: x@y",
        "=?utf-8?q?=0D=0ABcc:_x@y?=",
        "\t\u{b}\u{c}",
    ];

    fn mail() -> Mail {
        Mail {
            from: ("Sekretariatet".into(), "netvaerk@odense.dk".into()),
            to: vec![("Åse Bang".into(), "aase@vejle.dk".into())],
            message_id: "1@referent".into(),
            at: 1_795_681_800_000,
            subject: "Dagsorden".into(),
            text: "Kære Åse\n\n.\n..\nslut\n".into(),
            ..Mail::default()
        }
    }

    fn head(bytes: &[u8]) -> Vec<String> {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let head = text.split("\r\n\r\n").next().unwrap().to_owned();
        assert!(
            !head.replace("\r\n", "").contains(['\r', '\n', '\0']),
            "{head:?}"
        );
        let rows = head
            .split("\r\n")
            .filter(|row| !row.starts_with([' ', '\t']));
        rows.map(|row| row.split(':').next().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn no_text_makes_a_header_of_its_own() {
        let usual = head(&message(&mail()).unwrap());
        assert!(!usual.contains(&"Bcc".to_owned()));
        for attack in BREAKS {
            let words = format!("Hej{attack}");
            let mut all = vec![mail(); 3];
            all[0].subject = words.clone();
            all[1].from.0 = words.clone();
            all[2].to[0].0 = words.clone();
            for mail in all {
                assert_eq!(head(&message(&mail).unwrap()), usual, "{attack:?}");
            }
            let mut mail = mail();
            mail.to[0].1 = format!("bo@vejle.dk{attack}");
            assert!(message(&mail).is_err(), "{attack:?}");
        }
    }

    #[test]
    fn a_draft_without_a_sender_names_none_and_no_mail_leaves_without() {
        let mut mail = mail();
        mail.from.1.clear();
        assert!(message(&mail).is_err());
        mail.unsent = true;
        let names = head(&message(&mail).unwrap());
        assert!(!names.contains(&"From".to_owned()), "{names:?}");
        assert!(names.contains(&"To".to_owned()));
    }

    #[test]
    fn a_draft_to_all_names_them_where_they_do_not_see_each_other() {
        let mut mail = mail();
        mail.unsent = true;
        mail.hidden = std::mem::take(&mut mail.to);
        mail.hidden.push(("Bo".into(), "bo@vejle.dk".into()));
        let text = String::from_utf8(message(&mail).unwrap()).unwrap();
        let hidden = text.lines().find(|line| line.starts_with("Bcc:")).unwrap();
        assert!(hidden.contains("bo@vejle.dk"), "{text}");
        assert!(!text.contains("\nTo:"), "{text}");
        mail.unsent = false;
        assert!(!head(&message(&mail).unwrap()).contains(&"Bcc".to_owned()));
        mail.hidden[1].1 = "bo@vejle.dk\r\nTo: evil@example.org".into();
        assert!(message(&mail).is_err());
    }

    #[test]
    fn a_draft_says_so_and_carries_calendar_and_file() {
        let mut mail = mail();
        mail.unsent = true;
        mail.calendar = Some((
            "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into(),
            "REQUEST".into(),
        ));
        mail.files = vec![Enclosure {
            name: "dagsorden \"æ\"\r\n.pdf".into(),
            kind: "application/pdf",
            bytes: b"%PDF".to_vec(),
        }];
        let text = String::from_utf8(message(&mail).unwrap()).unwrap();
        for part in [
            "X-Unsent: 1\r\n",
            "multipart/mixed",
            "method=REQUEST",
            "application/pdf",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert_eq!(
            addresses(["a@b.dk", "ikke en adresse", "c@d.dk"].into_iter()),
            "a@b.dk; c@d.dk"
        );
    }
}
