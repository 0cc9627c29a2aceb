//! Mail that came in, taken from files of the person's own. What it means is not here.

use std::collections::BTreeSet;

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::incoming::{self, LABEL, Papers, Row};
use crate::app::message::Message;
use crate::app::overlays::reader::Reader;
use crate::domain::id::Id;
use crate::domain::query::{Answer, Query, Reference};
use crate::intake::mail::{self, Incoming};
use crate::locale::Key;

use super::field;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[Command {
    name: LABEL,
    scope: Scope::Anywhere,
    args: &[Arg::word("path", ArgKind::Text), Arg::flag("dry-run")],
    run: take_in,
}];

/// Mails with their files' names, the oldest first; and the files that are none.
type Read = (Vec<(String, Incoming)>, Vec<Row>);

/// Takes mails in, and says what became of each.
fn take_in(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (mails, wrong) = read(context, field::needed(args, "path")?)?;
    let papers = |context: &Context<'_>, mail: &Incoming| match mail.meeting() {
        Some(id) => papers(context, id),
        None => Ok(None),
    };
    // All of them are there before the first is taken in.
    for (_, mail) in &mails {
        papers(context, mail)?;
    }
    let (count, unread) = (mails.len(), wrong.len());
    let mut rows = wrong;
    let mut seen = BTreeSet::new();
    for (file, mail) in mails {
        let again = !seen.insert(mail.source.clone());
        let (locale, now) = (context.locale(), context.now());
        let found = papers(context, &mail)?.filter(|_| !again);
        let (ops, row) = match found {
            Some(papers) => {
                let mut ids = || context.new_id();
                incoming::take(&mail, &papers, now, locale, &mut ids)
            }
            None => (Vec::new(), Row::idle(&mail, again, locale)),
        };
        rows.push(Row { file, ..row });
        if !args.has("dry-run") {
            context.emit_all(ops);
        }
    }
    report(context, &rows);
    let said = Message::new(Key::IntakeDone).with("count", count);
    context.say(said.with("unread", unread));
    Ok(())
}

fn read(context: &Context<'_>, path: String) -> Result<Read, Stop> {
    let files = match context.answer(Query::Gather(path)) {
        Ok(Answer::Gathered(files)) => files,
        Ok(_) => return Err(Key::ErrorInternal.into()),
        Err(Stop::Fail(why)) => return Err(Stop::Fail(why.about("path"))),
        Err(stop) => return Err(stop),
    };
    if files.is_empty() {
        return Err(Stop::Fail(Message::new(Key::IntakeNoFiles).about("path")));
    }
    let (mut mails, mut wrong) = (Vec::new(), Vec::new());
    for file in files {
        let name = file.name.clone();
        if !file.wrong.is_empty() {
            wrong.push(Row::wrong(name, file.wrong.clone()));
            continue;
        }
        match mail::read(&file.content.0) {
            Ok(mail) => mails.push((name, mail)),
            Err(fault) => wrong.push(Row::wrong(name, fault.to_string())),
        }
    }
    // An answer that was changed comes after the one it changes.
    mails.sort_by_key(|(_, mail): &(String, Incoming)| mail.at);
    Ok((mails, wrong))
}

/// What the mails about a meeting are held against; none where it is not ours.
fn papers(context: &Context<'_>, id: Id) -> Result<Option<Papers>, Stop> {
    let found = context.answer(Query::Resolve(id.to_string()))?;
    if !matches!(found, Answer::Resolved(Some(Reference::Meeting(of))) if *of == id) {
        return Ok(None);
    }
    let meeting = context.meeting_of(id)?;
    if meeting.head.removed {
        return Ok(None);
    }
    let secretariat = context.secretariat()?;
    let network = context.network_of(meeting.head.network)?;
    let row = network.meetings.get(&id);
    Ok(Some(Papers {
        label: row.map_or_else(String::new, |row| {
            row.label(secretariat.label(meeting.head.network))
        }),
        secretariat: secretariat.clone(),
        register: context.register()?.clone(),
        network: network.clone(),
        meeting: meeting.clone(),
    }))
}

/// Says what became of each: on a page for who is at the screen.
fn report(context: &mut Context<'_>, rows: &[Row]) {
    let lines = rows.iter().map(|row| match &row.error {
        Some(why) => format!("! {}: {why}", row.file),
        None => format!("{}: {}", row.file, row.text),
    });
    if context.app.interactive {
        let lines: Vec<String> = lines.collect();
        let reader = Reader::page(Key::CommandMailIntake, context.target, "").after(&lines);
        context.app.view.open(reader);
        return;
    }
    for line in lines {
        context.say(Message::new(Key::ErrorPlain).with("text", line));
    }
}
