//! A pasted list of people: first shown with what would become of each row, then taken in.

use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::{Kind, Panel, Row};
use crate::domain::network::MemberRole;
use crate::domain::register::Register;
use crate::intake::people::{self, Preview, PreviewRow, Target, Whence, Who};
use crate::locale::Key;

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
];

fn read(context: &Context<'_>, args: &Args) -> Result<Preview, Stop> {
    let text = args.get("text").unwrap_or_default();
    people::read_paste(text, context.register()?).map_err(|why| {
        Message::new(Key::ErrorList)
            .with("why", why.to_string())
            .into()
    })
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
    let message = Message::new(Key::PasteTake)
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
