//! Letters about the meeting as rows: replies to settle, what was sent, to whom, and what became of
//! each mail.

use crate::app::App;
use crate::app::context::Target;
use crate::domain::letter::{Delivery, MailStatus};
use crate::domain::meeting::Meeting;
use crate::domain::zone::local;
use crate::locale::Key;

use super::rows::call;
use super::{Row, replies};

/// Replies to settle; every letter, the newest first; under it those it went to, what needs care first.
pub fn all(app: &App, target: Target) -> Vec<Row> {
    let Some(meeting) = target.meeting.and_then(|id| app.docs.meeting(id)) else {
        return Vec::new();
    };
    let mut rows = replies::open(app, meeting, target);
    for letter in meeting.letter_list() {
        let kind = Key::named(&format!("choice-letter-{}", letter.kind.name()));
        let kind = kind.map_or(letter.kind.name().into(), |key| app.locale.text(key));
        let mut text = kind.into_owned();
        if letter.version > 1 {
            let args = [("version", letter.version.into())];
            let version = app.locale.text_with(Key::LetterVersionShort, &args);
            text = format!("{text}, {version}");
        }
        rows.push(Row {
            sign: "▸",
            text,
            right: moment(app, letter.at),
            ..Row::default()
        });
        let mut mails: Vec<&Delivery> = meeting.deliveries_of(letter.id).collect();
        mails.sort_by_cached_key(|row| (!row.status.needs_care(), name(app, row), row.id));
        rows.extend(mails.into_iter().map(|row| mail(app, meeting, target, row)));
    }
    rows
}

fn moment(app: &App, at: i64) -> String {
    let at = local(at);
    let language = app.locale.language();
    format!(
        "{} {}",
        language.short_date(at.date()),
        language.plain_time(at.time())
    )
}

fn name(app: &App, row: &Delivery) -> String {
    let register = app.docs.register();
    register.map_or_else(String::new, |it| {
        app.locale.person(row.person, it).into_owned()
    })
}

fn sign(status: MailStatus) -> &'static str {
    match status {
        MailStatus::Sent => "✓",
        MailStatus::Queued | MailStatus::Sending => "·",
        MailStatus::Failed | MailStatus::Bounced => "!",
        MailStatus::Unknown => "?",
        MailStatus::File | MailStatus::Withdrawn => "–",
    }
}

fn mail(app: &App, _: &Meeting, target: Target, row: &Delivery) -> Row {
    let status = Key::named(&format!("mail-{}", row.status.name()));
    let status = status.map_or(row.status.name().into(), |key| app.locale.text(key));
    let mut text = name(app, row);
    if row.copy {
        text = format!("{text} ({})", app.locale.text(Key::MailCopy));
    }
    if !row.said.is_empty() {
        text = format!("{text}: {}", row.said);
    }
    let id = row.id.to_string();
    let again = row.status.needs_care() || row.status == MailStatus::Queued;
    Row {
        sign: sign(row.status),
        text,
        right: format!("{status} {}", moment(app, row.since)),
        call: again.then(|| call(&["mail-retry", &id], target)),
        remove: again.then(|| call(&["mail-withdraw", &id], target)),
        ..Row::default()
    }
}
