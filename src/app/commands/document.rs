//! Documents of a meeting on the screen: read, or copied to the person's own clipboard.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::commands;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::form::Form;
use crate::app::overlays::reader::Reader;
use crate::app::overview;
use crate::app::{Call, Effect};
use crate::documents::{self, Audience, Format, Letterhead, Outline, Rendered, Source, What};
use crate::domain::bytes::Bytes;
use crate::domain::folding;
use crate::domain::meeting::Meeting;
use crate::domain::query::{Answer, Query, Save};
use crate::locale::Key;

use super::{field, letterhead, lookup};

const WHAT: Arg = Arg::maybe("what", ArgKind::Choice(What::NAMES));
/// The flag of what is done without reading it first; on the command line it is always so.
pub const AT_ONCE: &str = "at-once";
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
            Arg::option("format", ArgKind::Choice(Format::TEXT)),
            PUBLIC,
        ],
        run: copy,
    },
    Command {
        name: "document-save",
        scope: Scope::Meeting,
        args: &[WHAT, Arg::maybe("path", ArgKind::Text), PUBLIC],
        run: save,
    },
    Command {
        name: "preview-change",
        scope: Scope::Screen,
        args: &[Arg::words("words", ArgKind::Text)],
        run: change,
    },
];

/// Shows what is about to leave; Enter there does what was called, after a look.
pub fn preview(context: &mut Context<'_>, what: What, words: Vec<String>) -> Result<(), Stop> {
    preview_after(context, what, &[], words, Audience::Internal)
}

/// The same, after sentences that say what it means.
pub fn preview_after(
    context: &mut Context<'_>,
    what: What,
    sentences: &[String],
    mut words: Vec<String>,
    audience: Audience,
) -> Result<(), Stop> {
    words.push(format!("--{AT_ONCE}"));
    let text = documents::text(&outlined(context, what, audience)?);
    let target = context.target;
    let reader = Reader::new(what, target, &text)
        .of(audience)
        .after(sentences)
        .before(Call { words, target });
    context.app.view.open(reader);
    Ok(())
}

/// The form of a call that waits in a preview: what it was given can be changed.
fn change(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let words = args.all("words");
    let (name, words) = words.split_first().ok_or(Key::ErrorNoCommand)?;
    let command = commands::find(name).ok_or(Key::ErrorInternal)?;
    let at_once = format!("--{AT_ONCE}");
    let words: Vec<String> = words
        .iter()
        .filter(|word| **word != at_once)
        .cloned()
        .collect();
    let known = Args::parse(command.args, &words).map_err(Stop::Usage)?;
    context.app.view.open(
        Form::new(command, context.target, &known)
            .at(Reader::changeable(command).unwrap_or_default()),
    );
    Ok(())
}

fn show(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (what, audience) = asked_for(context, "document-show", args)?;
    let text = documents::text(&outlined(context, what, audience)?);
    let reader = Reader::new(what, context.target, &text).of(audience);
    context.app.view.open(reader);
    Ok(())
}

fn copy(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let format = args
        .get("format")
        .map_or(Ok(Format::Text), lookup::choice)?;
    let (what, audience) = asked_for(context, "document-copy", args)?;
    let text = in_words(format, &outlined(context, what, audience)?)?;
    put_on_clipboard(context, text);
    Ok(())
}

/// Copies a document to the person's own clipboard, and says so.
pub(super) fn put_on_clipboard(context: &mut Context<'_>, text: String) {
    context.say(Message::new(Key::NoticeCopied).with("lines", text.lines().count()));
    context.effect(Effect::Copy(text));
}

/// Writes a document to a file of the person's own; its ending says in which format.
fn save(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (what, audience) = asked_for(context, "document-save", args)?;
    let Some(path) = field::line(args, "path").filter(|path| !path.is_empty()) else {
        let mut known = args.clone();
        known.set("path", own_file(context, what)?);
        let command = commands::find("document-save").filter(|_| context.app.interactive);
        let Some(command) = command else {
            return Err(Stop::Ask("document-save", known));
        };
        let form = Form::new(command, context.target, &known).at("path");
        context.app.view.open(form);
        return Ok(());
    };
    let format = format_of(&path)?;
    let rendered = rendered(context, what, audience, format)?;
    keep(context, path, rendered)
}

/// The format that a file's ending names.
pub(super) fn format_of(path: &str) -> Result<Format, Stop> {
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    let ending = match ending.as_str() {
        "htm" => "html",
        ending => ending,
    };
    ending.parse().map_err(|_| {
        let known = Format::NAMES.join(", .");
        let why = Message::new(Key::ErrorDocumentEnding).with("known", format!(".{known}"));
        Stop::Fail(why.about("path"))
    })
}

/// Writes what a document is in a format to a file of the person's own.
pub(super) fn keep(
    context: &mut Context<'_>,
    path: String,
    rendered: Rendered,
) -> Result<(), Stop> {
    let wanted = Query::Save(Save {
        meeting: context.target.meeting.unwrap_or_default(),
        to: path,
        content: Some(Bytes(rendered.into_bytes())),
        ..Save::default()
    });
    let path = match context.answer(wanted) {
        Ok(Answer::Saved(path)) => path.clone(),
        Ok(_) => return Err(Key::ErrorInternal.into()),
        Err(Stop::Fail(why)) => return Err(Stop::Fail(why.about("path"))),
        Err(stop) => return Err(stop),
    };
    context.say(Message::new(Key::DocumentSaved).with("path", path));
    Ok(())
}

/// "~/nims-2026-3-referat.html".
fn own_file(context: &Context<'_>, what: What) -> Result<String, Stop> {
    let head = &context.meeting()?.head;
    let network = context.secretariat()?.label(head.network);
    let row = context.network_of(head.network)?.meetings.get(&head.id);
    let label = row.map_or_else(String::new, |row| row.label(network));
    let title = Key::named(&format!("what-{}", what.name()));
    let title = title.map_or(what.name().into(), |key| context.locale().text(key));
    Ok(format!("~/{label}-{}.html", folding::label(&title)))
}

/// Which document, for whom; a person who has not said which is asked, beginning with the one that is due.
fn asked_for(
    context: &Context<'_>,
    command: &'static str,
    args: &Args,
) -> Result<(What, Audience), Stop> {
    let Some(what) = args.get("what") else {
        let mut known = args.clone();
        known.set("what", due(context.meeting()?).name().to_owned());
        return Err(Stop::Ask(command, known));
    };
    let what = lookup::choice(what)?;
    let audience = if args.has("public") {
        Audience::Public
    } else {
        Audience::Internal
    };
    Ok((what, audience))
}

/// The document a meeting needs as it stands.
fn due(meeting: &Meeting) -> What {
    let head = &meeting.head;
    match (&head.cancelled, head.started_at) {
        (Some(_), _) => What::Cancellation,
        (None, Some(_)) => What::Minutes,
        (None, None) => What::Agenda,
    }
}

/// An outline as text, in a format that is.
pub(super) fn in_words(format: Format, outline: &Outline) -> Result<String, Stop> {
    let rendered = documents::render(format, outline, &Letterhead::default());
    let rendered = rendered.map_err(|why| failed(&why))?;
    rendered.into_text().ok_or(Key::ErrorInternal.into())
}

pub(super) fn failed(why: &dyn std::error::Error) -> Stop {
    Stop::Fail(Message::new(Key::ErrorNoAnswer).with("why", why.to_string()))
}

fn rendered(
    context: &Context<'_>,
    what: What,
    audience: Audience,
    format: Format,
) -> Result<Rendered, Stop> {
    let source = source(context)?;
    let outline = documents::outline(what, &source, audience).map_err(|why| failed(&why))?;
    let letterhead = letterhead::of(context, source.meeting.head.network, format)?;
    documents::render_paper(format, what, &source, &outline, &letterhead)
        .map_err(|why| failed(&why))
}

fn outlined(context: &Context<'_>, what: What, audience: Audience) -> Result<Outline, Stop> {
    documents::outline(what, &source(context)?, audience).map_err(|why| failed(&why))
}

/// What the documents of the meeting are made from.
pub(super) fn source<'a>(context: &'a Context<'_>) -> Result<Source<'a>, Stop> {
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
    Ok(Source {
        secretariat: context.secretariat()?,
        register: context.register()?,
        network,
        id: meeting.head.id,
        meeting,
        previous,
        open_actions,
    })
}
