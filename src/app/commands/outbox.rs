//! The outbox: what became of letters, tried again or taken out; and the server they go through.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::Kind;
use crate::documents::mail;
use crate::domain::id::Id;
use crate::domain::letter::{self, Delivery, MailStatus};
use crate::domain::op::DocOp;
use crate::domain::secretariat::{MailSecurity, SecretariatHead, SecretariatHeadField};
use crate::locale::Key;

use super::{field, lookup, panels, participants};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "mail-retry",
        scope: Scope::Meeting,
        args: &[Arg::words("mail", ArgKind::Text)],
        run: retry,
    },
    Command {
        name: "mail-withdraw",
        scope: Scope::Meeting,
        args: &[Arg::words("mail", ArgKind::Text)],
        run: withdraw,
    },
    Command {
        name: "mail-settings",
        scope: Scope::Anywhere,
        args: &[
            Arg::option("server", ArgKind::Text),
            Arg::option("port", ArgKind::Number),
            Arg::option("security", ArgKind::Choice(MailSecurity::NAMES)),
            Arg::option("sender", ArgKind::Text),
        ],
        run: settings,
    },
    Command::screen("letters", &[], |context, _| {
        panels::of_meeting(context, Kind::Letters)
    }),
];

/// The deliveries that words name, by id or by person; all that fit when nothing is said.
pub(super) fn chosen(
    context: &Context<'_>,
    args: &Args,
    fits: impl Fn(MailStatus) -> bool,
) -> Result<Vec<Delivery>, Stop> {
    let meeting = context.meeting()?;
    let rows = || meeting.deliveries.values().filter(|row| !row.removed);
    if args.all("mail").is_empty() {
        return Ok(rows().filter(|row| fits(row.status)).cloned().collect());
    }
    let mut all = Vec::new();
    for typed in args.all("mail") {
        let by_id = typed.parse::<Id>().ok();
        let own: Vec<Delivery> = match by_id.filter(|id| meeting.deliveries.contains_key(id)) {
            Some(id) => rows().filter(|row| row.id == id).cloned().collect(),
            None => {
                let person = participants::find(context, typed, |_, _| false)?;
                let of = |row: &&Delivery| row.person == person;
                rows().filter(of).cloned().collect()
            }
        };
        all.extend(own);
    }
    Ok(all)
}

/// Into the queue again: what failed, and what is named. A mail whose answer was lost, or that was taken out, goes
/// again only when somebody names it.
fn retry(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, now) = (context.meeting_id()?, context.now());
    let waits = |row: &Delivery| row.status == MailStatus::Queued && row.not_before.is_some();
    let mut rows = chosen(context, args, |status| {
        matches!(
            status,
            MailStatus::Failed | MailStatus::Bounced | MailStatus::Queued
        )
    })?;
    rows.retain(|row| row.status.may_go_again() || waits(row));
    let ops: Vec<DocOp> = rows
        .iter()
        .flat_map(|row| letter::retry(meeting, row, now))
        .collect();
    context.emit_all(ops);
    context.say(Message::new(Key::LetterQueued).with("count", rows.len()));
    Ok(())
}

fn withdraw(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, now) = (context.meeting_id()?, context.now());
    let mut rows = chosen(context, args, |status| status == MailStatus::Queued)?;
    rows.retain(|row| row.status.may_be_withdrawn());
    let ops: Vec<DocOp> = rows
        .iter()
        .flat_map(|row| letter::proceed(meeting, row, MailStatus::Withdrawn, now, &row.said))
        .collect();
    context.emit_all(ops);
    // What the post had is not taken back by an undo.
    let posted = rows.iter().any(|row| row.status.is_the_posts());
    let said = match posted {
        true => Key::LetterWithdrawn,
        false => Key::LetterWithdrawnAside,
    };
    context.say(Message::new(said).with("count", rows.len()));
    Ok(())
}

fn settings(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let head = context.secretariat()?.head.clone();
    let mut changes = Vec::new();
    if let Some(server) = field::line(args, "server") {
        changes.push(SecretariatHeadField::mail_server(&head, server));
    }
    let port = field::clearable(args, "port", lookup::number)?;
    if let Some(port) = port {
        changes.push(SecretariatHeadField::mail_port(&head, port));
    }
    if let Some(security) = args.get("security") {
        let security = lookup::choice(security)?;
        changes.push(SecretariatHeadField::mail_security(&head, security));
    }
    if let Some(sender) = field::line(args, "sender") {
        if !sender.is_empty() && mail::address(&sender).is_err() {
            let message = Message::new(Key::ErrorNoAddress).with("typed", sender);
            return Err(Stop::Fail(message).about("sender"));
        }
        changes.push(SecretariatHeadField::mail_sender(&head, sender));
    }
    if changes.is_empty() {
        return Err(Stop::Ask("mail-settings", known(&head)));
    }
    for change in changes {
        context.set_in_secretariat(Id::default(), change);
    }
    context.say(Key::MailSettingsSet);
    Ok(())
}

/// The settings as a form begins with them.
fn known(head: &SecretariatHead) -> Args {
    let mut args = Args::default();
    args.set("server", head.mail_server.clone());
    args.set(
        "port",
        head.mail_port
            .map_or_else(String::new, |port| port.to_string()),
    );
    args.set("security", head.mail_security.name().to_owned());
    args.set("sender", head.mail_sender.clone());
    args
}
