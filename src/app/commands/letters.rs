//! Letters about a meeting: written, read before they leave, put into the outbox. Sending itself is
//! not here.

use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::reader::Reader;
use crate::app::replies::recipients;
use crate::documents::Letterhead;
use crate::documents::dispatch::{Dispatch, FORMAT, greeted};
use crate::documents::letters::{self, Draft, Order};
use crate::domain::agenda::SpeakerField;
use crate::domain::attendance::ParticipantRole;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::letter::{self, Delivery, LetterKind, MailStatus};
use crate::domain::meeting::{Meeting, MeetingHeadField, MinutesStatus};
use crate::domain::op::DocOp;
use crate::domain::secretariat::Language;
use crate::domain::{draft, invitation as invitations, minutes_ops};
use crate::locale::{Key, Locale};

use super::mail_files::{self, Carrier};
use super::{document, field, invitation, lookup, own_text};

/// Only these people.
pub const TO: Arg = Arg::option("to", ArgKind::Recipients);
/// These get a copy for information.
pub const COPY: Arg = Arg::option("copy", ArgKind::Recipients);
const KIND: Arg = Arg::word("letter", ArgKind::Choice(LetterKind::NAMES));
const DEADLINE: Arg = Arg::option("deadline", ArgKind::Date);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[Command {
    name: "letter-send",
    scope: Scope::Meeting,
    args: &[
        KIND,
        TO,
        COPY,
        DEADLINE,
        mail_files::FOLDER,
        mail_files::TOGETHER,
        Arg::flag(mail_files::BY_HAND),
        Arg::flag("dry-run"),
        Arg::flag(document::AT_ONCE).scripted(),
    ],
    run: send,
}];

/// A role by its name in commands, or by what those who have it are called in either language.
fn role(typed: &str) -> Option<ParticipantRole> {
    let wanted = fold(typed);
    let called = |role: &&ParticipantRole| {
        let mut languages = Language::ALL.iter();
        languages.any(|it| fold(&recipients(Locale::new(*it), **role)) == wanted)
    };
    let named = ParticipantRole::ALL.iter();
    let mut named = named.filter(|role| role.name() == typed || called(role));
    named.next().copied()
}

/// The people that words name, kept apart by commas: roles at the meeting, groups, organisations,
/// persons.
fn people(context: &Context<'_>, typed: &str) -> Result<Vec<Id>, Stop> {
    let meeting = context.meeting()?;
    let network = context.network_of(meeting.head.network)?;
    let register = context.register()?;
    let mut all: Vec<Id> = Vec::new();
    for part in typed.split([',', ';']).map(str::trim) {
        if part.is_empty() {
            continue;
        }
        let role = role(part);
        let found: Vec<Id> = match role {
            Some(role) => {
                let rows = meeting.participant_list().filter(|row| row.role == role);
                rows.map(|row| row.id).collect()
            }
            None => {
                let rows = invitation::named(context, network, register, part)?;
                rows.into_iter().map(|row| row.person).collect()
            }
        };
        all.extend(found);
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|id| seen.insert(*id));
    Ok(all)
}

/// A letter as it would go out, to somebody.
pub fn compose(context: &mut Context<'_>, kind: LetterKind, args: &Args) -> Result<Draft, Stop> {
    let draft = of_kind(context, kind, args)?;
    match draft.people.is_empty() && draft.without.is_empty() {
        true => Err(Message::new(Key::ErrorNobodyToSend).into()),
        false => Ok(draft),
    }
}

/// The same, where nobody may get it.
pub fn of_kind(context: &mut Context<'_>, kind: LetterKind, args: &Args) -> Result<Draft, Stop> {
    let named = |name: &str| match args.get(name) {
        Some(typed) => people(context, typed).map_err(|stop| stop.about("to")),
        None => Ok(Vec::new()),
    };
    let (to, copy) = (named("to")?, named("copy")?);
    let deadline = field::given(args, "deadline", |typed| lookup::day(context, typed))?;
    document::source(context)?;
    let order = Order {
        kind,
        id: context.new_id(),
        by: context.user(),
        now: context.now(),
        today: context.today(),
        deadline,
        to,
        copy,
    };
    let draft = letters::draft(&document::source(context)?, &order);
    draft.map_err(|why| Stop::Fail(Message::new(Key::ErrorNoAnswer).with("why", why.to_string())))
}

/// Names of people, the first few.
fn names(context: &Context<'_>, people: &[Id]) -> Result<String, Stop> {
    const SHOWN: usize = 6;
    let register = context.register()?;
    let mut all: Vec<String> = Vec::new();
    for id in people.iter().take(SHOWN) {
        all.push(context.locale().person(*id, register).into_owned());
    }
    if people.len() > SHOWN {
        all.push(format!("+{}", people.len() - SHOWN));
    }
    Ok(all.join(", "))
}

/// What is read before a letter leaves: whom it goes to, and the mail of the first of them.
pub fn preview(context: &Context<'_>, draft: &Draft) -> Result<Vec<String>, Stop> {
    let locale = context.locale();
    let ids = |copy: bool| {
        let rows = draft.people.iter().filter(move |row| row.copy == copy);
        rows.map(|row| row.person).collect::<Vec<_>>()
    };
    let mut told = Vec::new();
    let mut say = |key: Key, people: &[Id]| -> Result<(), Stop> {
        if !people.is_empty() {
            let message = Message::new(key)
                .with("count", people.len())
                .with("names", names(context, people)?);
            told.push(message.show(locale));
        }
        Ok(())
    };
    say(Key::LetterTo, &ids(false))?;
    say(Key::LetterCopyTo, &ids(true))?;
    say(Key::LetterWithout, &draft.without)?;
    if draft.letter.version > 1 && draft.letter.kind.tells_changes() {
        let version = Message::new(Key::LetterVersionNow).with("version", draft.letter.version);
        told.push(version.show(locale));
    }
    if !draft.letter.file_name.is_empty() {
        let name = format!("{}.{}", draft.letter.file_name, FORMAT.name());
        let with = Message::new(Key::LetterEncloses).with("name", name);
        told.push(with.show(locale));
    }
    let broken = draft.broken.iter();
    told.extend(broken.map(|row| own_text::broken(locale, row)));
    if !draft.letter.calendar.is_empty() {
        let said = match draft.letter.kind {
            LetterKind::Cancellation => Key::LetterCalendarGone,
            _ => Key::LetterCalendar,
        };
        told.push(locale.text(said).into_owned());
    }
    Ok(told)
}

/// What mails of the meeting at hand are made from, at a moment.
pub fn dispatch<'a>(
    context: &'a Context<'_>,
    letterhead: &'a Letterhead,
    now: i64,
) -> Result<Dispatch<'a>, Stop> {
    let meeting = context.meeting()?;
    Ok(Dispatch {
        secretariat: context.secretariat()?,
        register: context.register()?,
        network: context.network_of(meeting.head.network)?,
        meeting,
        letterhead,
        now,
    })
}

/// The first mail as the one who gets it reads it.
pub fn sample(context: &Context<'_>, draft: &Draft) -> Result<String, Stop> {
    let plain = Letterhead::default();
    let dispatch = dispatch(context, &plain, context.now())?;
    let Some(first) = draft.people.first() else {
        return Ok(String::new());
    };
    let row = Delivery {
        person: first.person,
        copy: first.copy,
        own: first.own.clone(),
        ..Delivery::default()
    };
    let Some(wording) = dispatch.wording(&draft.letter, first.person) else {
        return Ok(String::new());
    };
    let person = dispatch.register.people.get(&first.person);
    let name = person.map_or("", greeted);
    let text = dispatch.text(&draft.letter, wording, &row, name);
    let subject = Message::new(Key::LetterSubject).with("subject", wording.subject.clone());
    Ok(format!("{}\n\n{text}", subject.show(context.locale())))
}

/// The words of a call that sends a letter, with whom it goes to and where.
pub fn call(words: &[&str], args: &Args) -> Vec<String> {
    let mut words = said(words, args, &["to", "copy", "folder"]);
    words.extend(together(args));
    words
}

/// Words, and after them some of the options that were said.
fn said(words: &[&str], args: &Args, options: &[&str]) -> Vec<String> {
    let words = words.iter().map(|word| (*word).to_owned());
    let option = |name: &&str| Some(format!("--{name}={}", args.get(name)?));
    words.chain(options.iter().filter_map(option)).collect()
}

/// The word that makes one mail for all, where it was said.
fn together(args: &Args) -> Option<String> {
    let name = mail_files::TOGETHER.name;
    args.has(name).then(|| format!("--{name}"))
}

/// Shows a letter before it leaves, or is written; Enter there does what was called.
pub fn show(
    context: &mut Context<'_>,
    args: &Args,
    draft: &Draft,
    more: &[String],
    words: &[&str],
) -> Result<(), Stop> {
    let mut words = call(words, args);
    words.push(format!("--{}", document::AT_ONCE));
    let kind = draft.letter.kind;
    let (mut told, deed) = mail_files::told(context, args, draft)?;
    told.extend(preview(context, draft)?);
    told.extend(more.iter().cloned());
    let title = Key::named(&format!("choice-letter-{}", kind.name()));
    let title = title.unwrap_or(Key::CommandLetterSend);
    let target = context.target;
    let kind = format!("--letter={}", kind.name());
    let addresses = said(&["mail-addresses", &kind], args, &["to", "copy"]);
    let text = sample(context, draft)?;
    let reader = Reader::page(title, target, &text)
        .after(&told)
        .copied_by(addresses)
        .before(Call { words, target });
    context.app.view.open(reader.doing(deed));
    Ok(())
}

/// Lets a letter go: into the outbox; from there into files, or it is noted as sent, where no server takes it.
pub fn leave(context: &mut Context<'_>, args: &Args, draft: Draft) -> Result<(), Stop> {
    let carrier = mail_files::carrier(context, args)?;
    let folder = mail_files::folder(context, args, draft.letter.kind)?;
    let said = match carrier {
        Carrier::Server => {
            let count = post(context, draft, MailStatus::Queued)?;
            Message::new(Key::LetterQueued).with("count", count)
        }
        Carrier::Files => {
            post(context, draft, MailStatus::Queued)?;
            let mut words = vec!["mail-write".to_owned(), format!("--folder={folder}")];
            words.extend(together(args));
            context.then(words);
            return Ok(());
        }
        Carrier::Hand => {
            mail_files::copy(context, &mail_files::people(&draft))?;
            let count = post(context, draft, MailStatus::Sent)?;
            Message::new(Key::LetterNoted).with("count", count)
        }
    };
    context.say(said);
    Ok(())
}

/// Puts a letter into the outbox.
pub fn post(context: &mut Context<'_>, draft: Draft, status: MailStatus) -> Result<usize, Stop> {
    let meeting = context.meeting_id()?;
    let Draft {
        letter,
        people,
        without,
        ..
    } = draft;
    let count = people.len();
    let ops = letter::queue(meeting, letter, &people, status, &mut || context.new_id());
    context.emit_all(ops);
    if !without.is_empty() {
        let names = names(context, &without)?;
        let message = Message::new(Key::LetterWithout).with("count", without.len());
        context.say(message.with("names", names));
    }
    Ok(count)
}

/// What else changes when a letter of a kind has left.
fn marks(meeting: &Meeting, kind: LetterKind, now: i64) -> Vec<DocOp> {
    let head = &meeting.head;
    match kind {
        LetterKind::Invitation | LetterKind::Moved => invitations::invitations_sent(meeting, now),
        LetterKind::Agenda => invitations::agenda_sent(meeting, now),
        LetterKind::Cancellation => invitations::cancellation_sent(meeting, now),
        LetterKind::CallForItems => {
            let change = MeetingHeadField::called_at(head, Some(now));
            vec![draft::set_meeting(meeting, change)]
        }
        LetterKind::Minutes if head.minutes == MinutesStatus::Approved => {
            minutes_ops::publish(meeting, now)
        }
        LetterKind::Thanks => {
            let rows = meeting.speakers.values().filter(|row| !row.removed);
            let rows = rows.filter(|row| row.person.is_some() && !row.thanked);
            rows.map(|row| {
                let change = SpeakerField::thanked(row, true);
                draft::set_in_meeting(head.id, row.id, change)
            })
            .collect()
        }
        _ => Vec::new(),
    }
}

fn refuse(meeting: &Meeting, kind: LetterKind) -> Option<Key> {
    let head = &meeting.head;
    match kind {
        LetterKind::Cancellation if head.cancelled.is_none() => Some(Key::ErrorNotCancelled),
        LetterKind::Minutes if meeting.approval().is_none() => Some(Key::ErrorPublishUnapproved),
        LetterKind::Invitation | LetterKind::Moved | LetterKind::SaveTheDate
            if head.date.is_none() =>
        {
            Some(Key::ErrorNoDateYet)
        }
        _ => None,
    }
}

fn send(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let kind = lookup::choice::<LetterKind>(args.get("letter").unwrap_or_default())?;
    if let Some(why) = refuse(context.meeting()?, kind) {
        return Err(why.into());
    }
    let draft = compose(context, kind, args)?;
    if args.has("dry-run") {
        for row in preview(context, &draft)? {
            context.say(Message::new(Key::ErrorPlain).with("text", row));
        }
        for row in sample(context, &draft)?.lines() {
            context.say(Message::new(Key::ErrorPlain).with("text", row.to_owned()));
        }
        return Ok(());
    }
    let kind = kind.name();
    if context.app.interactive && !args.has(document::AT_ONCE) {
        let deadline = args.get("deadline");
        let deadline = deadline.map(|value| format!("--deadline={value}"));
        let mut words = vec!["letter-send", kind];
        words.extend(deadline.as_deref());
        return show(context, args, &draft, &[], &words);
    }
    let lost = mail_files::carrier(context, args)? == Carrier::Hand;
    if lost && !context.app.interactive && !args.has(mail_files::BY_HAND) {
        return Err(Key::ErrorNoMailServer.into());
    }
    let ops = marks(context.meeting()?, draft.letter.kind, context.now());
    leave(context, args, draft)?;
    context.emit_all(ops);
    Ok(())
}
