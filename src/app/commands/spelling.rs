//! Spelling in the minutes: what is near a word, the network's own words, on and off.

use crate::app::Effect;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::{Kind, Panel};
use crate::app::spelling::{Ask, words};
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::own_word::{OwnWord, OwnWordField};
use crate::domain::text::{Splice, TextField, TextOp};
use crate::locale::Key;

use super::{field, lookup, secretariat};

const WORD: Arg = Arg::word("word", ArgKind::Text);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "word-add",
        scope: Scope::Network,
        args: &[WORD],
        run: add,
    },
    Command {
        name: "word-remove",
        scope: Scope::Network,
        args: &[WORD],
        run: remove,
    },
    Command {
        name: "spelling",
        scope: Scope::Anywhere,
        args: &[Arg::word("spelling", ArgKind::Choice(field::YES_NO))],
        run: |context, args| {
            set(
                context,
                lookup::yes(args.get("spelling").unwrap_or_default())?,
            )
        },
    },
    Command::screen("spelling-turn", &[], |context, _| {
        let on = !context.app.spells();
        context.secretariat()?;
        set(context, on)
    }),
    Command::screen("words", &[], |context, _| {
        let network = network(context)?;
        context.network_of(network)?;
        context
            .app
            .view
            .open(Panel::new(Kind::Words(network), context.target));
        Ok(())
    }),
    Command::screen("spelling-here", &[], |context, _| here(context)),
    Command {
        name: "spelling-replace",
        scope: Scope::Screen,
        args: &[WORD, Arg::word("with", ArgKind::Text)],
        run: replace,
    },
];

fn set(context: &mut Context<'_>, on: bool) -> Result<(), Stop> {
    secretariat::set_spelling(context, on)?;
    context.app.view.spelling.forget();
    context.say(match on {
        true => Key::SpellingOn,
        false => Key::SpellingOff,
    });
    Ok(())
}

/// The networks own words; the minutes' network when none is named.
fn network(context: &Context<'_>) -> Result<Id, Stop> {
    match (context.target.network, context.target.meeting) {
        (None, Some(_)) => Ok(context.meeting()?.head.network),
        _ => context.network_id(),
    }
}

fn word(args: &Args) -> Result<String, Stop> {
    let word = field::needed(args, "word")?;
    match word.chars().all(char::is_whitespace) || word.contains(char::is_whitespace) {
        true => Err(Key::ErrorOneWord.into()),
        false => Ok(word),
    }
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (word, id) = (word(args)?, network(context)?);
    let known = context.network_of(id)?.own_word(&word).is_some();
    if !known {
        let row = OwnWord {
            id: context.new_id(),
            text: word.clone(),
            ..OwnWord::default()
        };
        context.add_to_network(id, row);
    }
    context.app.view.spelling.forget();
    context.say(Message::new(Key::WordAdded).with("word", word));
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (word, id) = (word(args)?, network(context)?);
    let row = context.network_of(id)?.own_word(&word).map(|row| row.id);
    let row = row.ok_or_else(|| Message::new(Key::ErrorNoOwnWord).with("word", word))?;
    context.set_in_network(id, row, OwnWordField::Removed(mark(true)));
    context.app.view.spelling.forget();
    context.say(Key::Removed);
    Ok(())
}

/// A wrong word of the paragraph at hand: the one at the caret, else the last before it, else the
/// first after it.
fn found(context: &Context<'_>) -> Option<String> {
    let desk = context.app.desk()?;
    let entry = context
        .app
        .docs
        .meeting(desk.meeting)?
        .entries
        .get(&desk.entry?)?;
    let at = desk.pencil.caret.map_or(0, |caret| caret.place().at);
    let wrong = context.app.view.spelling.wrong(&entry.text, None);
    let before = wrong.iter().rfind(|range| range.start <= at);
    let range = before.or(wrong.first())?;
    entry.text.get(range.clone()).map(str::to_owned)
}

/// What is near a word that may be wrong, and what else can be done with it.
fn here(context: &mut Context<'_>) -> Result<(), Stop> {
    let language = context.app.written_in().ok_or(Key::ErrorNoSpelling)?;
    if !context.app.view.spelling.can(language) {
        return Err(Key::ErrorNoDictionary.into());
    }
    if !context.app.spells() {
        return Err(Key::SpellingOff.into());
    }
    let word = found(context).ok_or(Key::ErrorNoSpelling)?;
    context.effect(Effect::Spell(Ask::Near(language, word.clone())));
    let panel = Panel::new(Kind::Spelling(word), context.target);
    context.app.view.open(panel);
    Ok(())
}

/// Puts another word in place of a wrong one, wherever it stands in the paragraph at hand.
fn replace(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (old, new) = (field::needed(args, "word")?, field::needed(args, "with")?);
    let entry = context.target.entry.ok_or(Key::ErrorEntryGone)?;
    let meeting = context.meeting()?;
    let id = meeting.head.id;
    let text = meeting
        .entries
        .get(&entry)
        .ok_or(Key::ErrorEntryGone)?
        .text
        .clone();
    let places: Vec<usize> = words(&text)
        .filter(|range| text.get(range.clone()) == Some(old.as_str()))
        .map(|range| range.start)
        .collect();
    for at in places.into_iter().rev() {
        let rest = text.get(at + old.len()..).unwrap_or_default();
        // The full stop of an abbreviation may stand there already.
        let new = match rest.starts_with('.') {
            true => new.trim_end_matches('.'),
            false => new.as_str(),
        };
        let splice = Splice {
            field: TextField::Entry(entry),
            at,
            deleted: old.clone(),
            inserted: new.to_owned(),
        };
        context.edit_text(id, TextOp::TextSpliced(splice));
    }
    context.say(Key::EntryChanged);
    Ok(())
}
