//! Words kept to be written again: a network's standard texts by the kind of item, and everybody's
//! own abbreviations.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::{Kind, Panel};
use crate::domain::agenda::ItemKind;
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::minutes::EntryKind;
use crate::domain::network::{Phrase, PhraseField};
use crate::domain::secretariat::{Abbreviation, AbbreviationField, SHORTEST};
use crate::locale::Key;

use super::edit::open;
use super::{field, lookup, secretariat};

const TEXT: Arg = Arg::word("text", ArgKind::Text);
const ROW: Arg = Arg::word("row", ArgKind::Text);
const ITEM_KIND: Arg = Arg::option("item-kind", ArgKind::Choice(ItemKind::NAMES));
const KIND: Arg = Arg::option("kind", ArgKind::Choice(EntryKind::NAMES));

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "standard-add",
        scope: Scope::Network,
        args: &[TEXT, ITEM_KIND, KIND, Arg::flag("defer")],
        run: add_phrase,
    },
    Command {
        name: "standard-set",
        scope: Scope::Network,
        args: &[
            ROW,
            Arg::option("text", ArgKind::Text),
            ITEM_KIND,
            KIND,
            Arg::option("defer", ArgKind::Choice(field::YES_NO)),
        ],
        run: set_phrase,
    },
    Command {
        name: "standard-remove",
        scope: Scope::Network,
        args: &[ROW],
        run: remove_phrase,
    },
    Command::screen("standard-edit", &[ROW], edit_phrase),
    Command::screen("abbreviations", &[], |context, _| {
        context.secretariat()?;
        let panel = Panel::new(Kind::Abbreviations, context.target);
        context.app.view.open(panel);
        Ok(())
    }),
    Command {
        name: "abbreviation-add",
        scope: Scope::Anywhere,
        args: &[Arg::word("letters", ArgKind::Text), TEXT],
        run: add_short,
    },
    Command {
        name: "abbreviation-set",
        scope: Scope::Anywhere,
        args: &[
            ROW,
            Arg::option("letters", ArgKind::Text),
            Arg::option("text", ArgKind::Text),
        ],
        run: set_short,
    },
    Command {
        name: "abbreviation-remove",
        scope: Scope::Anywhere,
        args: &[ROW],
        run: remove_short,
    },
    Command::screen("abbreviation-edit", &[ROW], edit_short),
];

fn unknown(args: &Args) -> Stop {
    let typed = args.get("row").unwrap_or_default().to_owned();
    Message::new(Key::ErrorNoWording)
        .with("typed", typed)
        .into()
}

fn add_phrase(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = context.network_id()?;
    context.network_of(network)?;
    let phrase = Phrase {
        id: context.new_id(),
        at: context.now(),
        item_kind: field::given(args, "item-kind", lookup::choice)?,
        kind: field::given(args, "kind", lookup::choice)?.unwrap_or(EntryKind::Decision),
        text: field::needed(args, "text")?,
        defers: args.has("defer"),
        ..Phrase::default()
    };
    context.add_to_network(network, phrase);
    context.say(Key::WordingKept);
    Ok(())
}

/// A standard text by id or by the words it is.
fn phrase_of(context: &Context<'_>, args: &Args) -> Result<(Id, Phrase), Stop> {
    let network = context.network_id()?;
    let typed = args.get("row").unwrap_or_default().trim();
    let rows = context.network_of(network)?.phrases.values();
    let mut rows = rows.filter(|row| !row.removed);
    let found = rows.find(|row| row.text == typed || row.id.to_string() == typed);
    let found = found.ok_or_else(|| unknown(args))?;
    Ok((network, found.clone()))
}

fn set_phrase(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = phrase_of(context, args)?;
    let mut changes = Vec::new();
    let text = field::filled(args, "text")?;
    changes.extend(text.map(|to| PhraseField::text(&row, to)));
    let item = field::clearable(args, "item-kind", lookup::choice)?;
    changes.extend(item.map(|to| PhraseField::item_kind(&row, to)));
    let kind = field::given(args, "kind", lookup::choice)?;
    changes.extend(kind.map(|to| PhraseField::kind(&row, to)));
    let defers = field::given(args, "defer", lookup::yes)?;
    changes.extend(defers.map(|to| PhraseField::defers(&row, to)));
    context.change_in_network(network, row.id, field::real(changes));
    Ok(())
}

fn remove_phrase(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = phrase_of(context, args)?;
    context.set_in_network(network, row.id, PhraseField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn edit_phrase(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (_, row) = phrase_of(context, args)?;
    let item = row.item_kind.map_or("", ItemKind::name).to_owned();
    let defers = if row.defers { "yes" } else { "no" };
    let now = [
        ("text", row.text.clone()),
        ("item-kind", item),
        ("kind", row.kind.name().to_owned()),
        ("defer", defers.to_owned()),
    ];
    open(context, "standard-set", &now, vec![row.id.to_string()])
}

/// An abbreviation is one word, so that it is known from others while one types.
fn short(typed: &str) -> Result<String, Stop> {
    let word = typed.trim();
    let one = word.chars().all(char::is_alphanumeric);
    match one && word.chars().count() >= SHORTEST {
        true => Ok(word.to_owned()),
        false => Err(Stop::Fail(
            Message::new(Key::ErrorAbbreviation).about("letters"),
        )),
    }
}

fn add_short(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let word = short(&field::needed(args, "letters")?)?;
    let text = field::needed(args, "text")?;
    let user = secretariat::me(context)?;
    let known = context.secretariat()?.abbreviation(user, &word).cloned();
    match known {
        Some(row) => {
            for change in field::real(vec![AbbreviationField::text(&row, text)]) {
                context.set_in_secretariat(row.id, change);
            }
        }
        None => {
            let row = Abbreviation {
                id: context.new_id(),
                user,
                short: word,
                text,
                ..Abbreviation::default()
            };
            context.add_to_secretariat(row);
        }
    }
    context.say(Key::WordingKept);
    Ok(())
}

/// One's own abbreviation by id or by its letters.
fn short_of(context: &Context<'_>, args: &Args) -> Result<Abbreviation, Stop> {
    let typed = args.get("row").unwrap_or_default().trim();
    let secretariat = context.secretariat()?;
    let user = secretariat.user(&context.user()).map(|user| user.id);
    let rows = secretariat.abbreviations.values();
    let mut rows = rows.filter(|row| !row.removed && Some(row.user) == user);
    let found = rows.find(|row| row.short == typed || row.id.to_string() == typed);
    found.cloned().ok_or_else(|| unknown(args))
}

fn set_short(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = short_of(context, args)?;
    let mut changes = Vec::new();
    let word = field::filled(args, "letters")?;
    let word = word.map(|typed| short(&typed)).transpose()?;
    changes.extend(word.map(|to| AbbreviationField::short(&row, to)));
    let text = field::filled(args, "text")?;
    changes.extend(text.map(|to| AbbreviationField::text(&row, to)));
    for change in field::real(changes) {
        context.set_in_secretariat(row.id, change);
    }
    Ok(())
}

fn remove_short(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = short_of(context, args)?;
    context.set_in_secretariat(row.id, AbbreviationField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn edit_short(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = short_of(context, args)?;
    let now = [("letters", row.short.clone()), ("text", row.text.clone())];
    open(context, "abbreviation-set", &now, vec![row.id.to_string()])
}
