//! `send` and `outbox`: letters about a meeting, put into the outbox or into files, and what became
//! of them.
//!
//! Owns what is printed. Where this process holds the folder it also sends.

use std::path::Path;

use serde::Serialize;

use super::arguments::{OutboxIt, SendIt};
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::perform::unknown;
use super::world::{self, World};
use crate::app::context::Target;
use crate::app::message::Message;
use crate::domain::id::Id;
use crate::domain::letter::{Delivery, Letter, MailStatus};
use crate::domain::meeting::{Meeting, MeetingRecord};
use crate::domain::op::{DocOp, Edit, Op};
use crate::domain::query::{Answer, Query, Reference};
use crate::locale::{Key, Locale};
use crate::runtime::post;

/// Runs `send`.
pub fn send(world: &World, it: &SendIt) -> Done {
    let folder = world::existing(world)?;
    let mut headless = Headless::open(world, &folder)?;
    let Some(Reference::Meeting(id)) = headless.resolve(&it.meeting)? else {
        return Err(unknown(Key::ErrorMeetingUnknown, &it.meeting));
    };
    let target = Target {
        meeting: Some(id),
        ..Target::default()
    };
    let outcome = headless.run(words(it), target)?;
    for said in &outcome.said {
        out::print(said)?;
    }
    if it.dry_run {
        return Ok(());
    }
    match &it.eml {
        Some(_) => print_addresses(&mut headless, target, &outcome.ops),
        None => carry(world, &folder, &mut headless, Some(id)),
    }
}

fn words(it: &SendIt) -> Vec<String> {
    let mut words = vec!["letter-send".to_owned(), it.what.clone()];
    let options = [
        ("to", &it.to),
        ("copy", &it.copy),
        ("deadline", &it.deadline),
    ];
    for (name, value) in options {
        words.extend(value.as_ref().map(|value| format!("--{name}={value}")));
    }
    words.extend(it.dry_run.then(|| "--dry-run".to_owned()));
    let folder = it.eml.as_ref().map(|path| path.to_string_lossy());
    words.extend(folder.map(|path| format!("--folder={path}")));
    words
}

/// Sends what is queued when this process holds the folder; else the one that does sends it. Then
/// what became of it is told.
fn carry(world: &World, folder: &Path, headless: &mut Headless, only: Option<Id>) -> Done {
    if headless.link.holds() {
        let place = post::Place {
            folder: folder.to_owned(),
            user: world.user(),
            clock: world::now,
            draw: world::random,
        };
        post::send_now(&place).map_err(|error| Failure::failed(error.to_string()))?;
    }
    let rows = rows(headless, only)?;
    let locale = headless.locale();
    rows.iter()
        .try_for_each(|row| out::print(&row.line(locale)))
}

/// Prints the addresses of those whose mails were written, for a mail program.
fn print_addresses(headless: &mut Headless, target: Target, ops: &[DocOp]) -> Done {
    let mut words = vec!["mail-addresses".to_owned()];
    words.extend(ops.iter().filter_map(added).map(|row| row.id.to_string()));
    let outcome = headless.run(words, target)?;
    outcome.said.iter().try_for_each(|said| out::print(said))
}

fn added(op: &DocOp) -> Option<&Delivery> {
    match &op.op {
        Op::Meeting(Edit::Add(MeetingRecord::Delivery(row))) => Some(row),
        _ => None,
    }
}

/// A mail as it is listed.
#[derive(Serialize)]
struct Row {
    meeting: String,
    letter: String,
    version: u32,
    person: String,
    address: String,
    status: &'static str,
    attempts: u16,
    said: String,
    id: String,
}

impl Row {
    fn line(&self, locale: Locale) -> String {
        let status = Key::named(&format!("mail-{}", self.status));
        let status = status.map_or(self.status.into(), |key| locale.text(key));
        let mut line = format!(
            "{}  {}  {}  {status}",
            self.meeting, self.letter, self.person
        );
        if !self.said.is_empty() {
            line = format!("{line}: {}", self.said);
        }
        line
    }
}

/// The mails of one meeting's newest letter of each kind; of all meetings those that have not come to an end.
fn rows(headless: &mut Headless, only: Option<Id>) -> Result<Vec<Row>, Failure> {
    let meetings = match only {
        Some(id) => vec![id],
        None => match headless.link.ask(Query::Outbox)? {
            Answer::Outbox(rows) => rows.into_iter().map(|row| row.meeting).collect(),
            _ => return Err(Key::ErrorInternal.into()),
        },
    };
    let register = headless.register()?;
    let mut rows = Vec::new();
    for id in meetings {
        let label = headless.label(&Reference::Meeting(id))?;
        let meeting: Meeting = headless.meeting(id)?;
        let letters: Vec<&Letter> = match only {
            Some(_) => meeting.letter_list().into_iter().take(1).collect(),
            None => meeting.letter_list(),
        };
        for letter in letters {
            for row in meeting.deliveries_of(letter.id) {
                let open = matches!(
                    row.status,
                    MailStatus::Queued | MailStatus::Sending | MailStatus::File
                );
                if only.is_none() && !open && !row.status.needs_care() {
                    continue;
                }
                let person = register.people.get(&row.person);
                rows.push(Row {
                    meeting: label.clone(),
                    letter: letter.kind.name().to_owned(),
                    version: letter.version,
                    person: register.name_of(row.person).to_owned(),
                    address: person.map_or_else(String::new, |row| row.email.clone()),
                    status: row.status.name(),
                    attempts: row.attempts,
                    said: row.said.clone(),
                    id: row.id.to_string(),
                });
            }
        }
    }
    Ok(rows)
}

/// Runs `outbox`.
pub fn outbox(world: &World, it: &OutboxIt) -> Done {
    let folder = world::existing(world)?;
    let mut headless = Headless::open(world, &folder)?;
    if it.retry {
        let Answer::Outbox(found) = headless.link.ask(Query::Outbox)? else {
            return Err(Key::ErrorInternal.into());
        };
        for row in found {
            let target = Target {
                meeting: Some(row.meeting),
                ..Target::default()
            };
            headless.run(vec!["mail-retry".to_owned()], target)?;
        }
        return carry(world, &folder, &mut headless, None);
    }
    let rows = rows(&mut headless, None)?;
    if it.json {
        return out::print(&out::rendered(&rows)?);
    }
    if rows.is_empty() {
        let message = Message::new(Key::OutboxEmpty);
        return out::print(&message.render(headless.locale()));
    }
    let locale = headless.locale();
    rows.iter()
        .try_for_each(|row| out::print(&row.line(locale)))
}
