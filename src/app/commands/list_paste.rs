//! A pasted list of people: first shown with what would become of each row, then taken in.

use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::{Kind, Panel, Row};
use crate::domain::attendance::Rsvp;
use crate::domain::network::MemberRole;
use crate::domain::register::Register;
use crate::intake::people::{self, BadList, Preview, PreviewRow, Target, Whence, Who};
use crate::locale::{Key, Locale};

use super::find;

const TEXT: &[Arg] = &[Arg::word("text", ArgKind::LongText)];

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "paste-preview",
        scope: Scope::Screen,
        args: TEXT,
        run: show,
    },
    Command {
        name: "people-paste",
        scope: Scope::Screen,
        args: TEXT,
        run: apply,
    },
    Command::screen("list-paste", &[], |context, _| {
        if context.app.view.screen.takes_text() {
            let command = find("show-participants").ok_or(Key::ErrorInternal)?;
            (command.run)(context, &Args::default())?;
        }
        context.say(Key::PasteNow);
        Ok(())
    }),
];

fn read(context: &Context<'_>, args: &Args) -> Result<Preview, Stop> {
    let text = args.get("text").unwrap_or_default();
    people::read_paste(text, context.register()?).map_err(|bad| {
        let why = why(context.locale(), &bad);
        Message::new(Key::ErrorList).with("why", why).into()
    })
}

/// Why a list could not be read, in the reader's language.
fn why(locale: Locale, bad: &BadList) -> String {
    let said = |key, args: &[(&str, usize)]| {
        let args: Vec<_> = args
            .iter()
            .map(|(name, it)| (*name, (*it).into()))
            .collect();
        locale.text_with(key, &args)
    };
    match bad {
        BadList::Empty => locale.text(Key::ListEmpty).into_owned(),
        BadList::NotText(bad) => said(Key::ListNotText, &[("line", bad.line)]),
        BadList::Quote { line } => said(Key::ListQuote, &[("line", *line)]),
        BadList::Nobody { line } => said(Key::ListNobody, &[("line", *line)]),
        BadList::TooMany { line, column } => {
            said(Key::ListTooMany, &[("line", *line), ("column", *column)])
        }
        BadList::TooLong { most } => said(Key::ListTooLong, &[("most", *most)]),
        BadList::Twice {
            line,
            first,
            second,
        } => {
            let names = [
                ("first", first.as_str().into()),
                ("second", second.as_str().into()),
            ];
            let [first, second] = names;
            locale.text_with(Key::ListTwice, &[("line", (*line).into()), first, second])
        }
        BadList::Cell {
            line,
            column,
            cell,
            expected,
        } => {
            // "column 3", where the list has no names of its own.
            let column = match column.strip_prefix("column ") {
                Some(number) => locale.text_with(Key::ListColumn, &[("number", number.into())]),
                None => column.clone(),
            };
            let wanted = match *expected {
                "a name" => Key::ListWantsName,
                "an e-mail address" => Key::ListWantsEmail,
                said if said.starts_with("an answer") => Key::ListWantsAnswer,
                _ => Key::ListWantsAttendance,
            };
            let args = [
                ("line", (*line).into()),
                ("column", column.into()),
                ("cell", cell.as_str().into()),
                ("wanted", locale.text(wanted).into_owned().into()),
            ];
            locale.text_with(Key::ListCell, &args)
        }
    }
}

fn show(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let preview = read(context, args)?;
    let target = context.target;
    let words = ["people-paste", "--", args.get("text").unwrap_or_default()];
    let call = Call {
        words: words.map(str::to_owned).to_vec(),
        target,
    };
    let (new, known, unclear) = preview.counts();
    let place = match (target.meeting, target.network) {
        (Some(_), _) => "meeting",
        (None, Some(_)) => "network",
        (None, None) => "register",
    };
    let message = Message::new(Key::PasteTake)
        .with("place", place)
        .with("new", new)
        .with("known", known)
        .with("unclear", unclear);
    let mut rows = vec![Row {
        sign: "▸",
        text: message.render(context.locale()),
        call: Some(call.clone()),
        ..Row::default()
    }];
    let register = context.register()?;
    rows.extend(preview.rows.iter().map(|row| Row {
        call: Some(call.clone()),
        ..shown(context, register, row)
    }));
    context.app.view.open(Panel::new(Kind::Paste(rows), target));
    Ok(())
}

/// A row as it is shown: who it is, and what becomes of it.
fn shown(context: &Context<'_>, register: &Register, row: &PreviewRow) -> Row {
    let word = |key: Key| context.locale().text(key).into_owned();
    let (sign, right) = match &row.who {
        Who::New => ("+", word(Key::PasteNew)),
        Who::Known(_) => ("=", word(Key::PasteKnown)),
        Who::Unclear(_) => ("?", word(Key::PasteUnclear)),
        Who::Again(_) => ("·", word(Key::PasteAgain)),
    };
    let place = match &row.whence {
        Whence::NotSaid => String::new(),
        Whence::Known(id) => format!(" ({})", register.organisation_name(*id)),
        Whence::New(name) => format!(" ({name})"),
    };
    let right = match answered(context, row) {
        Some(answer) => format!("{right}: {answer}"),
        None => right,
    };
    let name = if row.row.name.is_empty() {
        &row.row.email
    } else {
        &row.row.name
    };
    Row {
        sign,
        text: format!("{name}{place}"),
        right,
        ..Row::default()
    }
}

/// What the row says of the person at the meeting, and what that replaces.
fn answered(context: &Context<'_>, row: &PreviewRow) -> Option<String> {
    let meeting = context.app.docs.meeting(context.target.meeting?)?;
    let known = match &row.who {
        Who::Known(id) => meeting.participants.get(id).filter(|row| !row.removed),
        Who::New => None,
        Who::Unclear(_) | Who::Again(_) => return None,
    };
    let said = |answer: Rsvp| context.locale().text(reply(answer)).into_owned();
    let new = row.row.rsvp?;
    // A list that says "no answer" takes no answer back.
    match known.map(|row| row.rsvp) {
        Some(old) if old == new || new == Rsvp::NoAnswer => Some(said(old)),
        Some(old) if old != Rsvp::NoAnswer => Some(format!("{} → {}", said(old), said(new))),
        _ => Some(said(new)),
    }
}

fn reply(answer: Rsvp) -> Key {
    match answer {
        Rsvp::Yes => Key::ReplyYes,
        Rsvp::No => Key::ReplyNo,
        Rsvp::Tentative => Key::ReplyTentative,
        Rsvp::NoAnswer => Key::ReplyNone,
    }
}

/// Everybody who is clear is taken in: to the meeting on the screen, else the network, else the
/// register alone.
fn apply(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let preview = read(context, args)?;
    let (meeting, network) = (context.target.meeting, context.target.network);
    let mut drawn = Vec::new();
    // As many ids as the longest list could want: a person, a place and an answer each.
    for _ in 0..preview.rows.len() * 6 {
        drawn.push(context.new_id());
    }
    let target = match (meeting, network) {
        (Some(id), _) => Target::Meeting {
            id,
            meeting: context.meeting_of(id)?,
            at: context.now(),
        },
        (None, Some(id)) => Target::Network {
            id,
            network: context.network_of(id)?,
            role: MemberRole::Member,
        },
        (None, None) => Target::Register,
    };
    let ops = people::ops(&preview, context.register()?, target, &mut || {
        drawn.pop().unwrap_or_default()
    });
    let (new, known, unclear) = preview.counts();
    context.emit_all(ops);
    context.say(
        Message::new(Key::PasteTaken)
            .with("new", new)
            .with("known", known)
            .with("unclear", unclear),
    );
    Ok(())
}
