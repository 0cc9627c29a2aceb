//! `intake`: mail that came in about meetings, from files, folders and Maildirs; without any, what is
//! to settle.
//!
//! Owns which files are read, in which order, and what is printed. It must not know what a mail means.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::arguments::IntakeIt;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::world::{self, World};
use crate::app::message::Message;
use crate::app::replies;
use crate::documents::Letterhead;
use crate::documents::dispatch::Dispatch;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use crate::domain::zone::local;
use crate::intake::mail::{self, Ground, Incoming, LARGEST, Outcome, Told};
use crate::locale::{Key, Locale};

/// Files that one call takes in at most.
const MOST: usize = 50_000;
/// The step that what came in is noted under.
const LABEL: &str = "mail-intake";

/// Runs `intake`.
pub fn run(world: &World, it: &IntakeIt) -> Done {
    let folder = world::existing(world)?;
    let mut headless = Headless::open(world, &folder)?;
    if it.files.is_empty() {
        return waiting(&mut headless, it.json);
    }
    let mut desk = Sorting::new(it.dry_run);
    let mut rows: Vec<Row> = Vec::new();
    let mut mails: Vec<(String, Incoming)> = Vec::new();
    for file in gather(&it.files)? {
        let name = world::shown(&file);
        match read(&file) {
            Ok(mail) => mails.push((name, mail)),
            Err(why) => rows.push(Row::wrong(name, why)),
        }
    }
    // An answer that was changed comes after the one it changes.
    mails.sort_by_key(|(_, mail)| mail.at);
    let wrong = rows.len();
    for (name, mail) in mails {
        let row = desk.take(&mut headless, &mail)?;
        rows.push(Row { file: name, ..row });
    }
    if it.json {
        out::json(&rows)?;
    } else {
        for row in &rows {
            match &row.error {
                Some(why) => out::complain(&format!("{}: {why}", row.file)),
                None => out::print(&format!("{}: {}", row.file, row.text))?,
            }
        }
    }
    match wrong {
        0 => Ok(()),
        _ => Err(Failure::said(
            Message::new(Key::IntakeUnread).with("count", wrong),
        )),
    }
}

/// The files that paths name; of a folder all in it, of a Maildir those in `new` and `cur`.
fn gather(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut all = Vec::new();
    for path in paths {
        let maildir = ["new", "cur"].map(|name| path.join(name));
        if maildir.iter().all(|it| it.is_dir()) {
            maildir
                .iter()
                .try_for_each(|folder| listed(folder, &mut all))?;
        } else if path.is_dir() {
            listed(path, &mut all)?;
        } else {
            all.push(path.clone());
        }
    }
    Ok(all)
}

fn listed(folder: &Path, all: &mut Vec<PathBuf>) -> Done {
    let cannot = |error: std::io::Error| {
        Failure::said(
            Message::new(Key::CliCannotRead)
                .with("file", world::shown(folder))
                .with("why", error.to_string()),
        )
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !name.starts_with('.') && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    all.append(&mut found);
    match all.len() > MOST {
        true => Err(Failure::said(
            Message::new(Key::IntakeTooMany).with("count", MOST),
        )),
        false => Ok(()),
    }
}

fn read(path: &Path) -> Result<Incoming, String> {
    let mut bytes = Vec::new();
    let file = match path.is_file() {
        true => std::fs::File::open(path),
        false => Err(std::io::ErrorKind::NotFound.into()),
    };
    let read = file.and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    read.map_err(|error| error.to_string())?;
    mail::read(&bytes).map_err(|fault| fault.to_string())
}

/// What became of a file, as it is printed.
#[derive(Default, Serialize)]
struct Row {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// What it is taken for ("answered").
    result: &'static str,
    from: String,
    meeting: String,
    person: String,
    said: String,
    changed: bool,
    /// The sentence.
    text: String,
}

impl Row {
    fn wrong(file: String, why: String) -> Self {
        Self {
            file,
            error: Some(why),
            result: "error",
            ..Self::default()
        }
    }
}

/// What a meeting's mails are held against.
struct Papers {
    secretariat: Secretariat,
    register: Register,
    network: Network,
    meeting: Meeting,
    label: String,
    seq: u64,
}

/// Mails taken in one after the other.
pub struct Sorting {
    dry_run: bool,
    seen: BTreeSet<String>,
    papers: Option<Papers>,
}

impl Sorting {
    /// Nothing taken in yet; a dry run changes nothing.
    pub fn new(dry_run: bool) -> Self {
        Self {
            dry_run,
            seen: BTreeSet::new(),
            papers: None,
        }
    }

    /// Takes a message in from its bytes.
    pub fn take_bytes(&mut self, headless: &mut Headless, bytes: &[u8]) -> Done {
        let mail = mail::read(bytes).map_err(|fault| Failure::failed(fault.to_string()))?;
        self.take(headless, &mail).map(drop)
    }

    fn take(&mut self, headless: &mut Headless, mail: &Incoming) -> Result<Row, Failure> {
        let again = !self.seen.insert(mail.source.clone());
        let known = match mail.meeting() {
            Some(id) if !again => self.fetch(headless, id)?,
            _ => false,
        };
        let locale = headless.locale();
        let Some(papers) = self.papers.as_ref().filter(|_| known) else {
            let told = if again { Told::Known } else { Told::Elsewhere };
            return Ok(row(mail, &Outcome::plain(told), None, locale));
        };
        let ground = Ground {
            dispatch: Dispatch {
                secretariat: &papers.secretariat,
                register: &papers.register,
                network: &papers.network,
                meeting: &papers.meeting,
                // Words are compared, no paper is printed.
                letterhead: &Letterhead::default(),
                now: world::now(),
            },
            today: local(world::now()).date(),
        };
        let mut outcome = mail::offer(mail, &ground, &mut || headless.new_id());
        let made = row(mail, &outcome, Some(papers), locale);
        let ops = std::mem::take(&mut outcome.ops);
        if !self.dry_run && !ops.is_empty() {
            headless.submit_over(papers.seq, LABEL, ops)?;
            self.papers = None;
        }
        Ok(made)
    }

    /// Fetches what a meeting's mails are held against; whether the meeting is one of ours.
    fn fetch(&mut self, headless: &mut Headless, id: Id) -> Result<bool, Failure> {
        if self
            .papers
            .as_ref()
            .is_some_and(|it| it.meeting.head.id == id)
        {
            return Ok(true);
        }
        let (meeting, seq) = headless.meeting_at(id)?;
        if meeting.head.id != id || meeting.head.removed {
            return Ok(false);
        }
        self.papers = Some(Papers {
            secretariat: headless.secretariat()?,
            register: headless.register()?,
            network: headless.network(meeting.head.network)?,
            label: headless.label(&Reference::Meeting(id))?,
            meeting,
            seq,
        });
        Ok(true)
    }
}

fn row(mail: &Incoming, outcome: &Outcome, papers: Option<&Papers>, locale: Locale) -> Row {
    let person = outcome.person.zip(papers);
    let person = person.map_or_else(String::new, |(id, papers)| {
        locale.person(id, &papers.register).into_owned()
    });
    let from = match mail.address.is_empty() {
        true => mail.name.clone(),
        false => mail.address.clone(),
    };
    let who = if person.is_empty() { &from } else { &person };
    let meeting = papers.map_or_else(String::new, |papers| papers.label.clone());
    let (result, text) = told(outcome, who, &meeting, locale);
    Row {
        file: String::new(),
        error: None,
        result,
        from: from.clone(),
        meeting,
        person,
        said: outcome.said.clone(),
        changed: !outcome.ops.is_empty(),
        text,
    }
}

/// The name of what became of a mail, and the sentence.
fn told(outcome: &Outcome, who: &str, meeting: &str, locale: Locale) -> (&'static str, String) {
    let plain = |key: Key| Message::new(key);
    let (name, message) = match &outcome.told {
        Told::Known => ("known", plain(Key::IntakeKnown)),
        Told::Automatic => ("automatic", plain(Key::IntakeAutomatic)),
        Told::Nothing => ("nothing", plain(Key::IntakeNothing)),
        Told::Elsewhere => ("elsewhere", plain(Key::IntakeElsewhere)),
        Told::Answered(rsvp) => (
            "answered",
            plain(Key::IntakeAnswered).with("answer", replies::answer(locale, *rsvp)),
        ),
        Told::Older(had, newest) => (
            "older",
            plain(Key::IntakeOlder)
                .with("had", *had)
                .with("newest", *newest),
        ),
        Told::Overtaken => ("overtaken", plain(Key::IntakeOvertaken)),
        Told::Over => ("over", plain(Key::IntakeOver)),
        Told::Stranger => ("stranger", plain(Key::IntakeStranger)),
        Told::Proposed => ("proposal", plain(Key::IntakeProposed)),
        Told::Reported(count) => ("done", plain(Key::IntakeReported).with("count", *count)),
        Told::Comments(count) => ("comments", plain(Key::IntakeComments).with("count", *count)),
        Told::ToRead => ("to-read", plain(Key::IntakeToRead)),
        Told::Bounced => (
            "bounced",
            plain(Key::IntakeBounced).with("said", outcome.said.clone()),
        ),
        Told::Late => (
            "late",
            plain(Key::IntakeLate).with("said", outcome.said.clone()),
        ),
    };
    let message = message
        .with("who", who.to_owned())
        .with("meeting", meeting.to_owned());
    (name, message.render(locale))
}

/// A reply to settle, as it is listed.
#[derive(Serialize)]
struct Waiting {
    id: String,
    meeting: String,
    kind: &'static str,
    from: String,
    address: String,
    at: i64,
    text: String,
}

/// What is to settle, over all meetings.
fn waiting(headless: &mut Headless, json: bool) -> Done {
    let Answer::Outbox(found) = headless.link.ask(Query::Outbox)? else {
        return Err(Key::ErrorInternal.into());
    };
    let register = headless.register()?;
    let locale = headless.locale();
    let mut rows = Vec::new();
    for row in found.into_iter().filter(|row| row.mails.replies > 0) {
        let meeting = headless.meeting(row.meeting)?;
        for reply in meeting.open_replies() {
            rows.push(Waiting {
                id: reply.id.to_string(),
                meeting: row.label.clone(),
                kind: reply.kind.name(),
                from: replies::from(locale, reply, &register),
                address: reply.address.clone(),
                at: reply.at,
                text: replies::said(locale, reply),
            });
        }
    }
    if json {
        return out::json(&rows);
    }
    if rows.is_empty() {
        return out::print(&locale.text(Key::IntakeEmpty));
    }
    rows.iter().try_for_each(|row| {
        let day = locale.language().short_date(local(row.at).date());
        out::print(&format!(
            "{}  {day}  {}: {}  ({})",
            row.meeting,
            row.from,
            row.text.replace('\n', " "),
            row.id
        ))
    })
}
