//! A network's own texts: what its letters and documents say round the data.

use super::{field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::commands;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::form::Form;
use crate::documents::texts::{self, Broken, Flaw};
use crate::domain::clean::clean_text;
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::own_text::{OwnText, OwnTextField};
use crate::domain::query::{Answer, Query};
use crate::domain::secretariat::Language;
use crate::locale::{Key, Locale};

const NAME: Arg = Arg::word("own-text", ArgKind::Choice(texts::NAMES));
const LANGUAGE: Arg = Arg::maybe("language", ArgKind::Choice(Language::NAMES));
const NETWORK: Arg = Arg::option("network", ArgKind::Network);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "own-text-set",
        scope: Scope::Network,
        args: &[
            NAME,
            LANGUAGE,
            Arg::option("text", ArgKind::LongText),
            Arg::option("file", ArgKind::Text),
            NETWORK,
        ],
        run: set,
    },
    Command {
        name: "own-text-remove",
        scope: Scope::Network,
        args: &[NAME, LANGUAGE, NETWORK],
        run: remove,
    },
    Command::screen("own-text-edit", &[NAME, LANGUAGE], edit),
];

/// Which text in which language; the network's own language when none is named.
fn named(context: &Context<'_>, args: &Args) -> Result<(Id, &'static str, Language), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("own-text").unwrap_or_default().trim();
    let name = texts::NAMES.iter().find(|name| **name == typed);
    let unknown = || {
        let said = lookup::no_choice(typed, texts::NAMES.join(", "));
        Stop::Usage(said.about("own-text"))
    };
    let name = name.ok_or_else(unknown)?;
    let usual = context
        .network_of(network)?
        .language(context.secretariat()?);
    let language = field::given(args, "language", lookup::choice)?;
    Ok((network, name, language.unwrap_or(usual)))
}

/// The form of a text, with what it says now.
fn edit(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    if args.get("own-text").is_none() {
        return Err(Stop::Ask("own-text-edit", args.clone()));
    }
    let (network, name, language) = named(context, args)?;
    let text = texts::text_of(context.network_of(network)?, name, language);
    let mut known = Args::default();
    known.set("text", text.to_owned());
    let command = commands::find("own-text-set").ok_or(Key::ErrorInternal)?;
    let fixed = vec![name.to_owned(), language.name().to_owned()];
    let form = Form::change(command, context.target, &known, fixed).at("text");
    context.app.view.open(form);
    Ok(())
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, name, language) = named(context, args)?;
    let path = field::line(args, "file").filter(|path| !path.is_empty());
    let (from, text) = match path {
        Some(path) => ("file", read(context, path)?),
        None => ("text", field::needed_text(args, "text")?),
    };
    texts::checked(name, language, &text)
        .map_err(|flaw| Stop::Fail(told(context.locale(), &flaw).about(from)))?;
    let own = context
        .network_of(network)?
        .own_text(name, language)
        .cloned();
    match own {
        Some(row) if row.text == text => {}
        // What is built in is nobody's own.
        None if texts::built_in(name, language).trim() == text => {}
        Some(row) => {
            let change = OwnTextField::text(&row, text);
            context.set_in_network(network, row.id, change);
        }
        None => {
            let row = OwnText {
                id: context.new_id(),
                name: name.to_owned(),
                language,
                text,
                removed: false,
            };
            context.add_to_network(network, row);
        }
    }
    Ok(())
}

/// A text from a file of the person's own.
fn read(context: &Context<'_>, path: String) -> Result<String, Stop> {
    let about = |why: Message| Stop::Fail(why.about("file"));
    let bytes = match context.answer(Query::Read(path)) {
        Ok(Answer::Content(bytes)) => bytes,
        Ok(_) => return Err(Key::ErrorInternal.into()),
        Err(Stop::Fail(why)) => return Err(about(why)),
        Err(stop) => return Err(stop),
    };
    let text = std::str::from_utf8(&bytes.0).map_err(|_| about(Key::ErrorOwnTextBytes.into()))?;
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    Ok(clean_text(&text).trim().to_owned())
}

/// Back to the words that are built in.
fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, name, language) = named(context, args)?;
    let row = context.network_of(network)?.own_text(name, language);
    let id = row.map(|row| row.id).ok_or(Key::ErrorOwnTextNone)?;
    context.set_in_network(network, id, OwnTextField::Removed(mark(true)));
    context.say(Key::OwnTextBuiltIn);
    Ok(())
}

/// What is wrong with a text, and where.
fn told(locale: Locale, flaw: &Flaw) -> Message {
    let what = Message::new(Key::OwnTextFlaw)
        .with("kind", flaw.kind)
        .with("about", flaw.about.clone());
    match flaw.line {
        0 => Message::new(Key::ErrorOwnText).with("what", what.show(locale)),
        line => Message::new(Key::ErrorOwnTextLine)
            .with("line", line)
            .with("what", what.show(locale)),
    }
}

/// Which of a network's texts is wrong, and that ours stands instead.
pub fn broken(locale: Locale, broken: &Broken) -> String {
    let said = Message::new(Key::OwnTextBroken)
        .with("name", broken.name.clone())
        .with("language", broken.language.name())
        .with("what", told(locale, &broken.flaw).show(locale));
    said.show(locale)
}
