//! Mails as files of the person's own, where no server sends them: written into a folder, ready to be sent from a
//! mail program; and addresses for one. Writing itself is not here.

use std::collections::BTreeMap;

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::{Effect, replies};
use crate::documents::Letterhead;
use crate::documents::dispatch::{self, FORMAT};
use crate::documents::letters::Draft;
use crate::documents::mail::{self, Mail, MailError};
use crate::domain::bytes::Bytes;
use crate::domain::folding;
use crate::domain::id::Id;
use crate::domain::letter::{self, Delivery, LetterKind, MailStatus};
use crate::domain::op::DocOp;
use crate::domain::query::{Answer, Bundle, Query};
use crate::locale::Key;

use super::letters::{COPY, TO};
use super::{field, letterhead, letters, lookup, outbox};

/// The folder the mails are to lie in.
pub const FOLDER: Arg = Arg::option("folder", ArgKind::Text);
/// The flag of letters that a person sends from elsewhere.
pub const BY_HAND: &str = "by-hand";
/// The flag of letters that go as one mail to all, who do not see each other.
pub const TOGETHER: Arg = Arg::flag("together");
const MAIL: Arg = Arg::words("mail", ArgKind::Text);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "mail-write",
        scope: Scope::Meeting,
        args: &[MAIL, FOLDER, TOGETHER],
        run: write,
    },
    Command {
        name: "mail-addresses",
        scope: Scope::Meeting,
        args: &[
            MAIL,
            Arg::option("letter", ArgKind::Choice(LetterKind::NAMES)),
            TO,
            COPY,
        ],
        run: addresses,
    },
];

/// How letters go from here.
#[derive(Clone, Copy, PartialEq)]
pub enum Carrier {
    /// A server takes them.
    Server,
    /// They are written to files, which a person sends.
    Files,
    /// A person writes them elsewhere; the addresses are copied.
    Hand,
}

/// How letters go: into files where a folder was named, or no server is set and the person has
/// files here.
pub fn carrier(context: &Context<'_>, args: &Args) -> Result<Carrier, Stop> {
    let named = args.get("folder").is_some_and(|it| !it.trim().is_empty());
    let server = context.secretariat()?.head.has_mail_server();
    let own = context.app.interactive && !context.app.session.confined;
    Ok(match (args.has(BY_HAND), named, server) {
        (true, ..) => Carrier::Hand,
        (_, true, _) => Carrier::Files,
        (_, _, true) => Carrier::Server,
        _ if own => Carrier::Files,
        _ => Carrier::Hand,
    })
}

/// The folder for a letter: as given, or one of its own in the person's home.
pub fn folder(context: &Context<'_>, args: &Args, kind: LetterKind) -> Result<String, Stop> {
    if let Some(folder) = field::line(args, "folder").filter(|it| !it.is_empty()) {
        return Ok(folder);
    }
    let head = &context.meeting()?.head;
    let network = context.secretariat()?.label(head.network);
    let row = context.network_of(head.network)?.meetings.get(&head.id);
    let meeting = row.map_or_else(String::new, |row| row.label(network));
    let name = folding::label(&replies::letter(context.locale(), kind));
    Ok(format!("~/mails/{meeting}-{name}"))
}

/// What is read before a letter goes, about how it goes; and what Enter is called where that is not sending.
pub fn told(
    context: &Context<'_>,
    args: &Args,
    draft: &Draft,
) -> Result<(Vec<String>, Option<Key>), Stop> {
    let locale = context.locale();
    let kind = draft.letter.kind;
    let (said, deed) = match carrier(context, args)? {
        Carrier::Server => return Ok((Vec::new(), None)),
        Carrier::Files => {
            let folder = folder(context, args, kind)?;
            let alike = dispatch::is_alike(&draft.letter);
            let said = match (alike, args.has(TOGETHER.name)) {
                (true, true) => Key::LetterToOneFile,
                (true, false) => Key::LetterToFilesOrOne,
                (false, _) => Key::LetterToFiles,
            };
            let said = Message::new(said).with("folder", folder);
            (said, Key::ReaderWriteMails)
        }
        Carrier::Hand => (Message::new(Key::LetterByHand), Key::ReaderNoteSent),
    };
    let mut told = vec![said.show(locale)];
    if context.secretariat()?.head.mail_sender.is_empty() {
        told.push(locale.text(Key::LetterNoSender).into_owned());
    }
    Ok((told, Some(deed)))
}

/// Writes what is queued, or what is named, to files; from then on it lies there.
fn write(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let mut rows = outbox::chosen(context, args, |status| status == MailStatus::Queued)?;
    rows.retain(|row| row.status != MailStatus::Sending);
    let Some(first) = rows.first() else {
        return Err(Key::ErrorNoMailToWrite.into());
    };
    let letter = context.meeting()?.letters.get(&first.letter);
    let kind = letter.map(|letter| letter.kind).unwrap_or_default();
    let to = folder(context, args, kind)?;
    let groups = grouped(context, args, rows)?;
    let made = made(context, &groups)?;
    let names = names(context, &groups)?;
    let mut files = Vec::new();
    let mut ops: Vec<DocOp> = Vec::new();
    let (meeting, now) = (context.meeting_id()?, context.now());
    let mut failed = 0;
    for ((group, made), name) in groups.iter().zip(made).zip(names) {
        let (status, said) = match made {
            Ok(bytes) => {
                files.push((name, Bytes(bytes)));
                (MailStatus::File, shared(context, group))
            }
            Err(why) => {
                failed += group.len();
                (MailStatus::Failed, why.to_string())
            }
        };
        let ops_of = |row| letter::proceed(meeting, row, status, now, &said);
        ops.extend(group.iter().flat_map(ops_of));
    }
    let count = files.len();
    let written = match count {
        0 => None,
        _ => Some(saved(context, Bundle { to, files })?),
    };
    context.emit_all(ops);
    if failed > 0 {
        context.say(Message::new(Key::MailsNotWritten).with("count", failed));
    }
    if let Some(place) = written {
        let message = Message::new(Key::MailsWritten).with("count", count);
        context.say(message.with("folder", place));
    }
    Ok(())
}

/// The mails to be made: one for each, or one for all who are told the same.
fn grouped(
    context: &Context<'_>,
    args: &Args,
    rows: Vec<Delivery>,
) -> Result<Vec<Vec<Delivery>>, Stop> {
    if !args.has(TOGETHER.name) {
        return Ok(rows.into_iter().map(|row| vec![row]).collect());
    }
    let plain = Letterhead::default();
    let from = letters::dispatch(context, &plain, context.now())?;
    Ok(dispatch::together(&from, rows))
}

/// What the outbox says of a mail that is several people's; nothing of one that is not.
fn shared(context: &Context<'_>, group: &[Delivery]) -> String {
    match group.len() {
        0 | 1 => String::new(),
        count => Message::new(Key::MailTogether)
            .with("count", count)
            .show(context.locale()),
    }
}

/// A folder as short as it was asked for: below the person's home.
fn short(place: &str, asked: &str) -> String {
    let below = asked.strip_prefix("~/").filter(|rest| !rest.is_empty());
    let below = below.and_then(|rest| place.get(place.rfind(rest)?..));
    below.map_or_else(|| place.to_owned(), |rest| format!("~/{rest}"))
}

/// Where the files lie now.
fn saved(context: &Context<'_>, bundle: Bundle) -> Result<String, Stop> {
    let folder = bundle.to.clone();
    match context.answer(Query::SaveAll(bundle)) {
        Ok(Answer::Saved(place)) => Ok(short(place, &folder)),
        Ok(_) => Err(Key::ErrorInternal.into()),
        Err(Stop::Fail(why)) => {
            let why = why.text_of("why").unwrap_or_default().to_owned();
            let said = Message::new(Key::ErrorMailsNotWritten).with("why", why);
            Err(Stop::Fail(said.with("folder", folder).about("folder")))
        }
        Err(stop) => Err(stop),
    }
}

/// The messages, as they were when they were queued: asked for twice they are the same.
fn made(
    context: &Context<'_>,
    groups: &[Vec<Delivery>],
) -> Result<Vec<Result<Vec<u8>, MailError>>, Stop> {
    let since = groups.iter().flatten().map(|row| row.since);
    let since = since.max().unwrap_or_default();
    let network = context.meeting()?.head.network;
    let letterhead = letterhead::at(context, network, FORMAT, since)?;
    let from = letters::dispatch(context, &letterhead, since)?;
    let draft = |made: Mail| {
        mail::message(&Mail {
            unsent: true,
            ..made
        })
    };
    let all = dispatch::mails(&from, groups).into_iter();
    Ok(all.map(|made| made.and_then(draft)).collect())
}

/// What their files are called: "indkaldelse-karen-lund.eml", the second of that name
/// "indkaldelse-karen-lund-2.eml"; to several "dagsorden-alle.eml".
fn names(context: &Context<'_>, groups: &[Vec<Delivery>]) -> Result<Vec<String>, Stop> {
    let (meeting, register) = (context.meeting()?, context.register()?);
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let everybody = context.locale().text(Key::MailEverybody).into_owned();
    let name = |group: &Vec<Delivery>| {
        let row = group.first().cloned().unwrap_or_default();
        let letter = meeting.letters.get(&row.letter);
        let kind = letter.map(|letter| letter.kind).unwrap_or_default();
        let person = register.people.get(&row.person);
        let person = match group.len() {
            1 => person.map_or_else(|| row.id.to_string(), |person| person.label.clone()),
            _ => everybody.clone(),
        };
        let kind = folding::label(&replies::letter(context.locale(), kind));
        let name = format!("{kind}-{}", folding::label(&person));
        let count = taken.entry(name.clone()).or_default();
        *count += 1;
        match count {
            1 => format!("{name}.eml"),
            _ => format!("{name}-{count}.eml"),
        }
    };
    Ok(groups.iter().map(name).collect())
}

/// Copies the addresses of those a letter would go to, or of mails in the outbox.
fn addresses(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let people: Vec<Id> = match args.get("letter") {
        Some(kind) => {
            let kind = lookup::choice::<LetterKind>(kind)?;
            people(&letters::compose(context, kind, args)?)
        }
        None => {
            let files = |status| status == MailStatus::File;
            let rows = outbox::chosen(context, args, files)?;
            rows.iter().map(|row| row.person).collect()
        }
    };
    copy(context, &people)
}

/// Whom a draft goes to.
pub fn people(draft: &Draft) -> Vec<Id> {
    draft.people.iter().map(|row| row.person).collect()
}

/// Copies people's addresses, for a mail program.
pub fn copy(context: &mut Context<'_>, people: &[Id]) -> Result<(), Stop> {
    let register = context.register()?;
    let rows = people.iter().filter_map(|id| register.people.get(id));
    let all = mail::addresses(rows.map(|row| row.email.as_str()));
    if all.is_empty() {
        return Ok(());
    }
    match context.app.interactive {
        true => {
            let count = all.split(';').count();
            context.effect(Effect::Copy(all));
            context.say(Message::new(Key::LetterAddressesCopied).with("count", count));
        }
        false => context.say(Message::new(Key::ErrorPlain).with("text", all)),
    }
    Ok(())
}
