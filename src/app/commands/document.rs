//! Documents of a meeting on the screen: read, or copied to the person's own clipboard.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::reader::Reader;
use crate::app::overview;
use crate::app::{Call, Effect};
use crate::documents::{self, Audience, Format, Source, What};
use crate::domain::query::{Answer, Query};
use crate::locale::Key;

use super::lookup;

const WHAT: Arg = Arg::word("what", ArgKind::Choice(What::NAMES));
const PUBLIC: Arg = Arg::flag("public");

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "document-show",
        scope: Scope::Meeting,
        args: &[WHAT, PUBLIC],
        run: show,
    },
    Command {
        name: "document-copy",
        scope: Scope::Meeting,
        args: &[
            WHAT,
            Arg::option("format", ArgKind::Choice(Format::NAMES)),
            PUBLIC,
        ],
        run: copy,
    },
];

/// Shows what is about to leave; Enter there does what was called, after a look.
pub fn preview(context: &mut Context<'_>, what: What, mut words: Vec<String>) -> Result<(), Stop> {
    words.push("--at-once".to_owned());
    let text = rendered(context, what, Audience::Internal, Format::Text)?;
    let target = context.target;
    let reader = Reader::new(what, target, &text).before(Call { words, target });
    context.app.view.open(reader);
    Ok(())
}

fn show(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (what, audience) = asked_for(args)?;
    let text = rendered(context, what, audience, Format::Text)?;
    let reader = Reader::new(what, context.target, &text);
    context.app.view.open(reader);
    Ok(())
}

fn copy(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let format = args
        .get("format")
        .map_or(Ok(Format::Text), lookup::choice)?;
    let (what, audience) = asked_for(args)?;
    let text = rendered(context, what, audience, format)?;
    context.say(Message::new(Key::NoticeCopied).with("lines", text.lines().count()));
    context.effect(Effect::Copy(text));
    Ok(())
}

fn asked_for(args: &Args) -> Result<(What, Audience), Stop> {
    let what = lookup::choice(args.get("what").unwrap_or_default())?;
    let audience = if args.has("public") {
        Audience::Public
    } else {
        Audience::Internal
    };
    Ok((what, audience))
}

fn rendered(
    context: &Context<'_>,
    what: What,
    audience: Audience,
    format: Format,
) -> Result<String, Stop> {
    let meeting = context.meeting()?;
    let network_id = meeting.head.network;
    let network = context.network_of(network_id)?;
    let previous = match overview::previous(network, meeting.head.id) {
        Some(id) => Some((id, context.meeting_of(id)?)),
        None => None,
    };
    let query = Query::Actions {
        network: Some(network_id),
        open: true,
    };
    let Answer::Actions(open_actions) = context.answer(query)? else {
        return Err(Key::ErrorInternal.into());
    };
    let source = Source {
        secretariat: context.secretariat()?,
        register: context.register()?,
        network,
        id: meeting.head.id,
        meeting,
        previous,
        open_actions,
    };
    let outline = documents::outline(what, &source, audience)
        .map_err(|why| Stop::Fail(Message::new(Key::ErrorNoAnswer).with("why", why.to_string())))?;
    Ok(documents::render(format, &outline))
}
