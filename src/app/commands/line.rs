//! Whole lines of the line language: what a line typed in the minutes does when it is ended, by
//! Enter or on the command line. What is not understood stays text.

use std::borrow::Cow;

use crate::app::args::Args;
use crate::app::command::{Command, Stop};
use crate::app::context::{Context, Target};
use crate::app::message::Message;
use crate::app::overlays::Overlay;
use crate::app::overlays::reader::Reader;
use crate::domain::agenda::{AgendaItem, ItemStatus};
use crate::domain::draft::{last_place, mark};
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::line::{Reading, SPELLINGS, Sense, Spelling, correction, names, read, tally};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Entry, EntryField, EntryKind};
use crate::domain::minutes_ops;
use crate::domain::secretariat::Language;
use crate::domain::text::{TextField, TextOp, difference};
use crate::locale::{Key, Locale};

use super::{find, running};

mod corrections;

use corrections::correct;

/// So many spellings of the reader's language come first.
const OWN: usize = 2;
/// Columns of a row of help for how a line begins.
const SPELLED: usize = 48;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[Command::screen("line-language", &[], |context, _| {
    show(context);
    Ok(())
})];

/// Enter in the minutes: a line that says something to the program is done, any other goes on in a
/// new paragraph.
pub fn enter(context: &mut Context<'_>) -> Result<(), Stop> {
    let Some((entry, text)) = context.app.line_here() else {
        context.app.enter();
        return Ok(());
    };
    let done = match read(&text) {
        Some(said) => obey(context, &said, &text, Some(entry)),
        None => Ok(false),
    };
    match done {
        Ok(true) => Ok(()),
        Err(stop @ Stop::Need(_)) => Err(stop),
        Ok(false) => {
            context.app.enter();
            // Taken back, it is not noted again by what is written elsewhere.
            running::note_next_date(context, Some(entry))
        }
        // The line stays as it was typed, and one can write on.
        Err(stop) => {
            context.app.docs.roll_back();
            context.app.enter();
            if let Stop::Fail(why) | Stop::Usage(why) = stop {
                let why = why.render(context.locale());
                context
                    .app
                    .fail(Message::new(Key::LineStays).with("why", why));
            }
            Ok(())
        }
    }
}

/// Does what a line says; `false` when it is an ordinary line. `typed` is the paragraph it stands
/// in, which it leaves.
pub fn obey(
    context: &mut Context<'_>,
    said: &Reading<'_>,
    line: &str,
    typed: Option<Id>,
) -> Result<bool, Stop> {
    let rest = said.rest;
    let none = rest.is_empty();
    match said.sense {
        Sense::Undo if none => {
            take_back(context, typed)?;
            clear(context, typed)?;
        }
        Sense::Language => {
            clear(context, typed)?;
            show(context);
        }
        Sense::Waiting | Sense::Shut | Sense::Reopened => {
            let command = match said.sense {
                Sense::Waiting => "queue-tell",
                Sense::Shut => "queue-close",
                _ => "queue-open",
            };
            call(context, command, Vec::new())?;
            clear(context, typed)?;
        }
        Sense::Floor if none && said.spelled == "ack" => {
            call(context, "queue-floor", Vec::new())?;
            clear(context, typed)?;
        }
        _ if none => return Ok(false),
        // With something to dissent from it became a dissent as it was typed.
        Sense::Dissent if typed.is_some() => return Err(Key::ErrorDissentNoDecision.into()),
        Sense::Topic => {
            drop_line(context, typed)?;
            begin_topic(context, rest)?;
        }
        Sense::Present | Sense::Left | Sense::Regrets => {
            attend(context, said)?;
            clear(context, typed)?;
        }
        Sense::Guest => {
            call(context, "walk-in", vec!["--".to_owned(), rest.to_owned()])?;
            clear(context, typed)?;
        }
        Sense::Recused => {
            for name in names(said.rest) {
                call(context, "recusal-add", vec![name.to_owned()])?;
            }
            clear(context, typed)?;
        }
        Sense::Vote => {
            let Some(totals) = tally(said.rest) else {
                return Ok(false);
            };
            let numbers = [
                ("for", totals.yes),
                ("against", totals.no),
                ("blank", totals.blank),
            ];
            let words = numbers.map(|(name, count)| format!("--{name}={count}"));
            call(context, "vote-open", words.to_vec())?;
            clear(context, typed)?;
        }
        Sense::Queued | Sense::Unqueued | Sense::Floor | Sense::Reply => {
            queue(context, said)?;
            clear(context, typed)?;
        }
        Sense::Chair => {
            call(context, "meeting-set", vec![format!("--chair={rest}")])?;
            clear(context, typed)?;
        }
        Sense::Replace | Sense::Insert => {
            let Some(wanted) = correction(line) else {
                return Ok(false);
            };
            correct(context, &wanted, typed)?;
            clear(context, typed)?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// Runs another command as a part of this step.
fn call(context: &mut Context<'_>, name: &str, words: Vec<String>) -> Result<(), Stop> {
    let command = find(name).ok_or(Key::ErrorNoCommand)?;
    let args = Args::parse(command.args, &words).map_err(Stop::Usage)?;
    (command.run)(context, &args)
}

/// The paragraph a line was typed in is empty again, after all that the line wrote.
fn clear(context: &mut Context<'_>, typed: Option<Id>) -> Result<(), Stop> {
    let Some(id) = typed else { return Ok(()) };
    let meeting = context.meeting()?;
    let entry = meeting.entries.get(&id).ok_or(Key::ErrorEntryGone)?.clone();
    let rows = meeting.entries_of(entry.item);
    let last = rows.last().filter(|last| last.id != id);
    // Only what came while it was typed stands after it.
    let after = last.filter(|last| last.tells());
    let pos = after.map(|_| last_place(rows.iter().map(|row| &row.pos), id));
    let plain = minutes_ops::set_kind(meeting, &entry, EntryKind::Note, &mut Id::default);
    let meeting = meeting.head.id;
    context.emit_all(plain);
    if let Some(splice) = difference(TextField::Entry(id), &entry.text, "") {
        context.edit_text(meeting, TextOp::TextSpliced(splice));
    }
    if let Some(pos) = pos {
        context.set_in_meeting(meeting, id, EntryField::pos(&entry, pos));
    }
    Ok(())
}

/// The paragraph a line was typed in goes.
fn drop_line(context: &mut Context<'_>, typed: Option<Id>) -> Result<(), Stop> {
    let Some(id) = typed else { return Ok(()) };
    let meeting = context.meeting()?;
    let entry = meeting.entries.get(&id).ok_or(Key::ErrorEntryGone)?;
    let ops = minutes_ops::remove_entry(meeting, entry);
    context.emit_all(ops);
    Ok(())
}

fn attend(context: &mut Context<'_>, said: &Reading<'_>) -> Result<(), Stop> {
    for name in names(said.rest) {
        let (command, mut words) = match said.sense {
            Sense::Regrets => ("apologies", Vec::new()),
            Sense::Left if said.spelled == "regrets-" => {
                ("attendance-set", vec!["expected".to_owned()])
            }
            Sense::Left => ("check-out", Vec::new()),
            _ => ("check-in", Vec::new()),
        };
        words.insert(0, name.to_owned());
        call(context, command, words)?;
    }
    Ok(())
}

/// The speaker list: "q+ anna to ask" keeps what she wants to say.
fn queue(context: &mut Context<'_>, said: &Reading<'_>) -> Result<(), Stop> {
    let command = match said.sense {
        Sense::Queued | Sense::Reply => "queue-add",
        Sense::Unqueued => "queue-remove",
        _ => "queue-floor",
    };
    let reply = (said.sense == Sense::Reply).then(|| "--reply".to_owned());
    let note = [" om ", " to ", " about "].iter();
    let note = note.filter_map(|word| said.rest.split_once(word)).next();
    let (people, note) = match note.filter(|_| command == "queue-add") {
        Some((name, note)) => (name, Some(format!("--note={note}"))),
        None => (said.rest, None),
    };
    let options: Vec<String> = reply
        .into_iter()
        .chain(note)
        .chain(["--".to_owned()])
        .collect();
    for name in names(people) {
        let words = options.iter().cloned().chain([name.to_owned()]);
        call(context, command, words.collect())?;
    }
    Ok(())
}

/// The item a line names: by number, by its title, or by a part of one title only.
fn named_item(meeting: &Meeting, typed: &str) -> Option<Id> {
    let agenda = meeting.agenda();
    let number = typed.trim_end_matches('.').parse::<usize>().ok();
    if let Some(item) = number.and_then(|number| agenda.get(number.checked_sub(1)?)) {
        return Some(item.id);
    }
    let typed = fold(typed);
    let is = |item: &&&AgendaItem| fold(&item.title) == typed;
    if let Some(item) = agenda.iter().find(is) {
        return Some(item.id);
    }
    let ahead = |item: &&&AgendaItem| {
        item.status == ItemStatus::Planned && fold(&item.title).starts_with(&typed)
    };
    let mut begun = agenda.iter().filter(ahead);
    let first = begun.next()?;
    begun.next().is_none().then_some(first.id)
}

/// Goes to the item a line names, or to a new one after the current; while the meeting runs its
/// time begins.
fn begin_topic(context: &mut Context<'_>, title: &str) -> Result<(), Stop> {
    let known = named_item(context.meeting()?, title);
    let item = match known {
        Some(item) => item,
        None => {
            let before: Vec<Id> = context.meeting()?.items.keys().copied().collect();
            let current = context.target.item.or(context.meeting()?.head.current);
            let meeting = context.meeting()?;
            let after = current.and_then(|item| meeting.number_of(item));
            let mut words = vec![title.to_owned(), "--kind=discussion".to_owned()];
            words.extend(after.map(|number| format!("--after={number}")));
            words.insert(1, "--".to_owned());
            words.rotate_left(2);
            call(context, "agenda-add", words)?;
            let items = &context.meeting()?.items;
            let new = items.keys().find(|id| !before.contains(id)).copied();
            new.ok_or(Key::ErrorNoItem)?
        }
    };
    let now = context.now();
    let meeting = context.meeting()?.clone();
    if meeting.head.started_at.is_some() && meeting.head.ended_at.is_none() {
        let ops = minutes_ops::start_item(&meeting, item, now, &mut || context.new_id());
        context.emit_all(ops);
    }
    if context.app.desk().is_some() {
        context.app.write_minutes(Some(item));
    }
    Ok(())
}

/// The line before goes, with the event it tells of.
fn take_back(context: &mut Context<'_>, typed: Option<Id>) -> Result<(), Stop> {
    let meeting = context.meeting()?;
    let last = before(context, typed)?.into_iter().next_back();
    let entry = last.ok_or(Key::ErrorLineNothingBefore)?;
    let mut ops = minutes_ops::remove_entry(meeting, &entry);
    ops.extend(entry.presence.map(|event| {
        let change = crate::domain::attendance::PresenceField::Removed(mark(true));
        crate::domain::draft::set_in_meeting(meeting.head.id, event, change)
    }));
    context.emit_all(ops);
    context.say(Key::LineTakenBack);
    Ok(())
}

/// The entries of the item before the typed line; all of the current item's without one.
fn before(context: &Context<'_>, typed: Option<Id>) -> Result<Vec<Entry>, Stop> {
    let meeting = context.meeting()?;
    let here = typed.and_then(|id| meeting.entries.get(&id));
    let item = match here {
        Some(entry) => entry.item,
        None => super::location::item(context, None)?,
    };
    let rows = meeting.entries_of(item).into_iter();
    let rows = rows.take_while(|row| Some(row.id) != typed);
    Ok(rows.cloned().collect())
}

/// The whole language on one page.
fn show(context: &mut Context<'_>) {
    let text = page(context.locale()).join("\n");
    let reader = Reader::page(Key::CommandLineLanguage, Target::default(), &text);
    context.app.view.open(Overlay::Reader(reader));
}

/// The lines of the help, from the same table as the parser.
pub fn page(locale: Locale) -> Vec<String> {
    let mut lines: Vec<(Cow<'static, str>, Vec<String>)> = Vec::new();
    // This page says by itself where it is.
    let rows = SPELLINGS.iter().filter(|row| row.sense != Sense::Language);
    for row in rows {
        let words = match example(locale, row.sense) {
            Some(example) => vec![example.into_owned()],
            None => shown(locale, row).map(str::to_owned).collect(),
        };
        match Key::named(&format!("line-{}", row.sense.name())) {
            Some(name) => lines.push((locale.text(name), words)),
            // What has no name of its own belongs to the row above.
            None => lines.last_mut().into_iter().for_each(|(_, all)| {
                all.extend(words.iter().cloned());
            }),
        }
    }
    let lines = lines.into_iter();
    lines
        .map(|(name, words)| format!("{name:<25} {}", fitting(&words)))
        .collect()
}

/// A sense's spellings, the reader's language first.
fn shown(locale: Locale, row: &Spelling) -> impl Iterator<Item = &'static str> {
    let (own, other) = match locale.language() {
        Language::Danish => (row.danish, row.english),
        Language::English => (row.english, [].as_slice()),
    };
    let known = |word: &&&str| !own.contains(word);
    let (first, rest) = own.split_at_checked(OWN).unwrap_or((own, &[]));
    let other = other.iter().filter(known);
    first.iter().chain(other).chain(rest).copied()
}

/// As many words as a row has room for.
fn fitting(words: &[String]) -> String {
    let mut text = String::new();
    for word in words {
        let gap = if text.is_empty() { "" } else { "  " };
        if text.chars().count() + gap.len() + word.chars().count() <= SPELLED {
            text.push_str(gap);
            text.push_str(word);
        }
    }
    text
}

/// How a line is written whose beginning alone does not show it.
fn example(locale: Locale, sense: Sense) -> Option<Cow<'static, str>> {
    let key = Key::named(&format!("line-{}-example", sense.name()))?;
    Some(locale.text(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_language_is_one_screen() {
        let danish = page(Locale::new(Language::Danish));
        let english = page(Locale::new(Language::English));
        for page in [&danish, &english] {
            assert!(page.len() <= 20);
            assert!(
                page.iter().all(|line| line.chars().count() <= 74),
                "{page:#?}"
            );
        }
        insta::assert_snapshot!(danish.join("\n"));
        insta::assert_snapshot!(english.join("\n"));
    }
}
