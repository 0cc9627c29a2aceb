//! Replies to letters that a person has to settle: who sent them, what becomes of them; and what is
//! known of a mail from elsewhere.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::Kind;
use crate::app::replies::answer;
use crate::domain::clean::clean_line;
use crate::domain::id::Id;
use crate::domain::letter::{self, MailStatus};
use crate::domain::reply::{self, Reply, ReplyKind, ReplyStatus};
use crate::locale::Key;

use super::{edit, field, lookup, outbox, panels};

const REPLY: Arg = Arg::word("mail-reply", ArgKind::Text);
/// What can be known of a mail without the server's word.
const KNOWN: &[&str] = &["sent", "failed", "bounced"];

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "reply-settle",
        scope: Scope::Meeting,
        args: &[REPLY, Arg::maybe("who", ArgKind::Person)],
        run: settle,
    },
    Command {
        name: "reply-drop",
        scope: Scope::Meeting,
        args: &[REPLY],
        run: drop_it,
    },
    Command {
        name: "reply-show",
        scope: Scope::Screen,
        args: &[REPLY],
        run: |context, args| {
            let id = find(context, args)?.id;
            panels::open(context, Kind::Reply(id))
        },
    },
    Command {
        name: "reply-move",
        scope: Scope::Screen,
        args: &[REPLY],
        run: shift,
    },
    Command {
        name: "mail-note",
        scope: Scope::Meeting,
        args: &[
            Arg::words("mail", ArgKind::Text),
            Arg::option("status", ArgKind::Choice(KNOWN)),
            Arg::option("said", ArgKind::Text),
        ],
        run: note,
    },
];

/// A reply by id, or by its number among those to settle.
fn find(context: &Context<'_>, args: &Args) -> Result<Reply, Stop> {
    let meeting = context.meeting()?;
    let typed = args.get("mail-reply").unwrap_or_default().trim();
    let open = meeting.open_replies();
    let number = typed.parse::<usize>().ok();
    let found = match typed.parse::<Id>() {
        Ok(id) => meeting.replies.get(&id).filter(|row| !row.removed),
        Err(_) => number
            .and_then(|it| it.checked_sub(1))
            .and_then(|at| open.get(at))
            .copied(),
    };
    found.cloned().ok_or_else(|| {
        Message::new(Key::ErrorReplyUnknown)
            .with("typed", clean_line(typed))
            .with("count", open.len())
            .into()
    })
}

/// Settles one: what it does is done in the name of who sent it; words are read.
fn settle(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = find(context, args)?;
    if !row.is_open() {
        return Err(Key::ErrorReplySettled.into());
    }
    let who = args.get("who").filter(|who| !who.trim().is_empty());
    let person = match who {
        Some(who) => Some(lookup::person(context, who).map_err(|stop| stop.about("who"))?),
        None => None,
    };
    if row.needs_sender() && person.is_none() {
        return match context.app.interactive {
            true => edit::open(context, "reply-settle", &[], vec![row.id.to_string()]),
            false => Err(Stop::Usage(Key::ErrorReplyWho.into())),
        };
    }
    let meeting = context.meeting()?.clone();
    let register = context.register()?.clone();
    let mut ops = reply::settle(&meeting, &row, ReplyStatus::Settled, person);
    let message = match (row.kind, person) {
        (ReplyKind::Answer, Some(person)) => {
            ops.extend(reply::answer(&meeting, &register, person, &row));
            Message::new(Key::ReplyAnswered).with("answer", answer(context.locale(), row.rsvp))
        }
        (ReplyKind::Done, Some(person)) => {
            let id = meeting.head.network;
            let network = context.network_of(id)?;
            let today = context.today();
            ops.extend(reply::report(id, network, &row.actions, person, today));
            Message::new(Key::ReplyReported).with("count", row.actions.len())
        }
        _ => Message::new(Key::ReplyRead),
    };
    let name = person.map(|id| context.locale().person(id, &register).into_owned());
    context.emit_all(ops);
    context.say(message.with("who", name.unwrap_or_default()));
    Ok(())
}

fn drop_it(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = find(context, args)?;
    if !row.is_open() {
        return Err(Key::ErrorReplySettled.into());
    }
    let ops = reply::settle(context.meeting()?, &row, ReplyStatus::Dropped, None);
    context.emit_all(ops);
    context.say(Key::ReplyDropped);
    Ok(())
}

/// Opens the form that moves the meeting, at the time that is proposed.
fn shift(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = find(context, args)?;
    let time = |at: Option<chrono::NaiveTime>| {
        at.map_or_else(String::new, |at| at.format("%H:%M").to_string())
    };
    let now = [
        ("date", edit::day(row.date)),
        ("start", time(row.start)),
        ("end", time(row.end)),
    ];
    edit::open(context, "meeting-move", &now, Vec::new())
}

/// Notes what is known of mails from elsewhere: sent by hand, or come back.
fn note(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let Some(status) = args.get("status") else {
        return Err(Stop::Usage(Key::ErrorMailStatus.into()));
    };
    let status = lookup::choice::<MailStatus>(status)?;
    let said = field::line(args, "said").unwrap_or_default();
    let (meeting, now) = (context.meeting_id()?, context.now());
    // Nobody named: those that were written to files.
    let rows = outbox::chosen(context, args, |status| status == MailStatus::File)?;
    let mut ops = Vec::new();
    for row in &rows {
        ops.extend(letter::proceed(meeting, row, status, now, &said));
        let register = context.register()?;
        let person = register.people.get(&row.person);
        if let Some(person) = person.filter(|_| status == MailStatus::Bounced) {
            ops.extend(reply::unreachable(person, &said));
        }
    }
    context.emit_all(ops);
    context.say(Message::new(Key::MailNoted).with("count", rows.len()));
    Ok(())
}
