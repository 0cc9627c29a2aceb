//! Mails that came back: reports by programs (RFC 3464), and plainer ones as far as they quote what
//! they are about.

use mail_parser::{Message, MimeHeaders, PartType};

use super::Named;
use super::read::{bounded, ids};

/// A mail of ours came back, or is late.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounce {
    /// Which, when the report says.
    pub of: Option<Named>,
    /// It will not arrive; else it is only late, or has arrived.
    pub failed: bool,
    /// It has not arrived yet.
    pub late: bool,
    /// What the server said.
    pub said: String,
}

/// Letters kept of what the server said.
const LONGEST: usize = 300;
/// Letters of a part that are looked through.
const LOOKED: usize = 400_000;

/// Beginnings of the subjects of such mails.
const SUBJECTS: &[&str] = &[
    "undeliver",
    "delivery status notification",
    "delivery failure",
    "mail delivery failed",
    "mail delivery failure",
    "mail delivery subsystem",
    "returned mail",
    "failure notice",
    "kan ikke leveres",
    "ikke leveret",
    "mislykket levering",
    "besked om manglende levering",
];

/// The report in a message, when it is one.
pub fn find(message: &Message<'_>, address: &str, subject: &str) -> Option<Bounce> {
    let report = report(message);
    let user = address.split('@').next().unwrap_or_default().to_lowercase();
    let subject = subject.to_lowercase();
    let plain = ["mailer-daemon", "postmaster", "mail-daemon"].contains(&user.as_str())
        || message.header_raw("X-Failed-Recipients").is_some()
        || SUBJECTS.iter().any(|known| subject.starts_with(known));
    if report.is_none() && !plain {
        return None;
    }
    let of = named(message);
    match report {
        Some(fields) => Some(Bounce {
            of,
            ..told(&fields)
        }),
        None => Some(Bounce {
            of,
            failed: true,
            late: false,
            said: reason(message),
        }),
    }
}

/// The fields of a delivery report.
fn report(message: &Message<'_>) -> Option<String> {
    let mut parts = message.parts.iter();
    let part = parts.find(|part| {
        let kind = part.content_type();
        kind.and_then(|kind| kind.subtype())
            .is_some_and(|sub| sub.eq_ignore_ascii_case("delivery-status"))
    })?;
    let text = String::from_utf8_lossy(part.contents());
    Some(text.chars().take(LOOKED).collect())
}

/// The value of a report's field, lines that continue it joined.
fn field(report: &str, name: &str) -> Option<String> {
    let mut rows = report.lines();
    let first = rows.by_ref().find_map(|row| {
        let (key, value) = row.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value)
    })?;
    let mut value = first.trim().to_owned();
    for row in rows.take_while(|row| row.starts_with([' ', '\t'])).take(20) {
        value.push(' ');
        value.push_str(row.trim());
    }
    Some(value)
}

fn told(report: &str) -> Bounce {
    let action = field(report, "Action").unwrap_or_default().to_lowercase();
    let status = field(report, "Status").unwrap_or_default();
    let words = field(report, "Diagnostic-Code").unwrap_or_default();
    let words = words.split_once(';').map_or(words.as_str(), |(_, it)| it);
    let said = match words.trim().is_empty() {
        true => status.as_str(),
        false => words.trim(),
    };
    Bounce {
        of: None,
        failed: action.starts_with("failed") || action.is_empty() && status.starts_with('5'),
        late: action.starts_with("delayed"),
        said: bounded(said, LONGEST),
    }
}

/// The mail of ours that a report quotes: its own head first, then anywhere in its words.
fn named(message: &Message<'_>) -> Option<Named> {
    let inner = message.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inner) => {
            let header = inner.header_raw("Message-ID").unwrap_or_default();
            ids(header).into_iter().next()
        }
        _ => None,
    });
    let texts = || {
        let parts = message.parts.iter();
        parts.filter(|part| !matches!(part.body, PartType::Message(_) | PartType::Multipart(_)))
    };
    let quoted = || {
        texts().find_map(|part| {
            let text = String::from_utf8_lossy(part.contents());
            let text: String = text.chars().take(LOOKED).collect();
            ids(&text).into_iter().next()
        })
    };
    let header = || ids(message.header_raw("In-Reply-To").unwrap_or_default()).pop();
    inner.or_else(quoted).or_else(header)
}

/// The line of a plain report that says why: the first with a refusing code, else the first at all.
fn reason(message: &Message<'_>) -> String {
    let text = message.body_text(0).unwrap_or_default();
    let code = |row: &&str| {
        let mut words = row.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| {
            word.len() == 3 && word.starts_with('5') && word.bytes().all(|b| b.is_ascii_digit())
        })
    };
    let rows = || text.lines().map(str::trim).filter(|row| !row.is_empty());
    let found = rows().take(400).find(code).or_else(|| rows().next());
    bounded(found.unwrap_or_default(), LONGEST)
}
