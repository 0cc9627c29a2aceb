//! Letters about the meeting as rows: replies to settle, what was sent, to whom, and what became of
//! each mail.

use crate::app::App;
use crate::app::context::Target;
use crate::app::replies as words;
use crate::domain::letter::{Delivery, Letter, MailStatus};
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
        let mut mails: Vec<&Delivery> = meeting.deliveries_of(letter.id).collect();
        mails.sort_by_cached_key(|row| (!row.status.needs_care(), name(app, row), row.id));
        rows.push(heading(app, target, letter, &mails));
        rows.extend(mails.into_iter().map(|row| mail(app, target, row)));
    }
    rows
}

/// A letter; while mails of it lie as files, Enter says that they were sent.
fn heading(app: &App, target: Target, letter: &Letter, mails: &[&Delivery]) -> Row {
    let mut text = words::letter(app.locale, letter.kind).into_owned();
    if letter.version > 1 {
        let args = [("version", letter.version.into())];
        let version = app.locale.text_with(Key::LetterVersionShort, &args);
        text = format!("{text}, {version}");
    }
    let files = mails.iter().filter(|row| row.status == MailStatus::File);
    let ids: Vec<String> = files.map(|row| row.id.to_string()).collect();
    let at = moment(app, letter.at);
    if ids.is_empty() {
        return Row {
            sign: "▸",
            text,
            right: at,
            ..Row::default()
        };
    }
    let of = |command: &[&str]| {
        let all = command
            .iter()
            .copied()
            .chain(ids.iter().map(String::as_str));
        Some(call(&all.collect::<Vec<_>>(), target))
    };
    let count = [("count", ids.len().into())];
    Row {
        sign: "▸",
        text,
        right: format!("{} {at}", app.locale.text_with(Key::LetterFiles, &count)),
        call: of(&["mail-note", "--status=sent"]),
        tab: of(&["mail-addresses"]),
        remove: of(&["mail-withdraw"]),
    }
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

fn mail(app: &App, target: Target, row: &Delivery) -> Row {
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
    let (enter, tab) = deeds(app, row.status);
    let removes = row.status.may_be_withdrawn();
    let of = |command: &[&str]| {
        let words: Vec<&str> = command.iter().copied().chain([id.as_str()]).collect();
        call(&words, target)
    };
    Row {
        sign: sign(row.status),
        text,
        right: format!("{status} {}", moment(app, row.since)),
        call: enter.map(of),
        tab: tab.map(of),
        remove: removes.then(|| of(&["mail-withdraw"])),
    }
}

/// What Enter and Tab do with a mail that has come so far.
fn deeds(app: &App, status: MailStatus) -> (Option<Words>, Option<Words>) {
    let server = app.docs.secretariat();
    let server = server.is_some_and(|it| it.head.has_mail_server());
    let again: Words = if server {
        &["mail-retry"]
    } else {
        &["mail-write"]
    };
    match status {
        MailStatus::File => (Some(&["mail-note", "--status=sent"]), Some(&["mail-write"])),
        MailStatus::Queued => (Some(again), None),
        status if status.may_go_again() => (Some(again), None),
        _ => (None, None),
    }
}

/// A command and its words.
type Words = &'static [&'static str];
