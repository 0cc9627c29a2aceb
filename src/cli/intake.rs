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
use crate::app::incoming::{self, LABEL, Papers, Row};
use crate::app::message::Message;
use crate::app::replies;
use crate::domain::batch::Seq;
use crate::domain::id::Id;
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::zone::local;
use crate::hub;
use crate::intake::mail::{self, Incoming, LARGEST};
use crate::locale::Key;

/// Files that one call takes in at most.
const MOST: usize = 50_000;

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

/// The files that paths name.
fn gather(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut all = Vec::new();
    for path in paths {
        let files = hub::mail_files(path).map_err(|error| {
            Failure::said(
                Message::new(Key::CliCannotRead)
                    .with("file", world::shown(path))
                    .with("why", error.to_string()),
            )
        })?;
        all.extend(files);
    }
    match all.len() > MOST {
        true => Err(Failure::said(
            Message::new(Key::IntakeTooMany).with("count", MOST),
        )),
        false => Ok(all),
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

/// Mails taken in one after the other.
pub struct Sorting {
    dry_run: bool,
    seen: BTreeSet<String>,
    /// The meeting the last one was about, and the position it stood at.
    papers: Option<(Papers, Seq)>,
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
        let Some((papers, seq)) = self.papers.as_ref().filter(|_| known) else {
            return Ok(Row::idle(mail, again, locale));
        };
        let mut ids = || headless.new_id();
        let (ops, row) = incoming::take(mail, papers, world::now(), locale, &mut ids);
        if !self.dry_run && !ops.is_empty() {
            headless.submit_over(*seq, LABEL, ops)?;
            self.papers = None;
        }
        Ok(row)
    }

    /// Fetches what a meeting's mails are held against; whether the meeting is one of ours.
    fn fetch(&mut self, headless: &mut Headless, id: Id) -> Result<bool, Failure> {
        if self
            .papers
            .as_ref()
            .is_some_and(|(it, _)| it.meeting.head.id == id)
        {
            return Ok(true);
        }
        let (meeting, seq) = headless.meeting_at(id)?;
        if meeting.head.id != id || meeting.head.removed {
            return Ok(false);
        }
        let papers = Papers {
            secretariat: headless.secretariat()?,
            register: headless.register()?,
            network: headless.network(meeting.head.network)?,
            label: headless.label(&Reference::Meeting(id))?,
            meeting,
        };
        self.papers = Some((papers, seq));
        Ok(true)
    }
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
