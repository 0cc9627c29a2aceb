//! `check`: the whole journal, the database and the files; what is wrong, and what is safe.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;

use super::arguments::CheckIt;
use super::failure::{Done, Failure};
use super::out;
use super::world::{self, World};
use crate::app::message::Message;
use crate::domain::batch::Hash;
use crate::domain::fold::Doc;
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Query};
use crate::journal::{self, Journal, Report};
use crate::locale::{Key, Locale};
use crate::store::Store;

/// How often a journal that another process writes to is read before a damage is believed.
const TRIES: usize = 3;

/// What was found, as JSON.
#[derive(Debug, Default, Serialize)]
struct Found {
    whole: bool,
    batches: u64,
    first: u64,
    last: u64,
    erased: u64,
    journal: Vec<String>,
    set_aside: Vec<String>,
    database: Option<String>,
    database_checked: bool,
    database_values: u64,
    files: usize,
    files_wrong: Vec<String>,
}

/// Runs `check`.
pub fn run(world: &World, it: &CheckIt) -> Done {
    let folder = world::existing(world)?;
    let report = verified(&folder)?;
    let mut found = Found {
        batches: report.batches,
        first: report.first,
        last: report.last,
        erased: report.erased,
        journal: report.damages.iter().map(ToString::to_string).collect(),
        set_aside: report.torn,
        ..Found::default()
    };
    let named = database(world, &folder, &mut found);
    files(&folder, &named, &mut found, world.locale());
    found.whole =
        found.journal.is_empty() && found.database.is_none() && found.files_wrong.is_empty();
    let locale = world.locale();
    if it.json {
        out::json(&found)?;
    } else {
        out::print(&text(&found, locale))?;
    }
    if found.whole {
        return Ok(());
    }
    Err(Failure::said(Key::CliCheckWrong).todo(Key::CliCheckTodo))
}

/// The journal's report; what a process that writes just now may have left half is read again.
pub fn verified(folder: &Path) -> Result<Report, Failure> {
    let journal = folder.join("journal");
    let mut report = Report::default();
    for _ in 0..TRIES {
        report = journal::verify(&journal).map_err(|error| Failure::failed(error.to_string()))?;
        if report.is_whole() {
            break;
        }
    }
    Ok(report)
}

/// Verifies the database where nobody else has it open; returns the files that minutes name.
fn database(world: &World, folder: &Path, found: &mut Found) -> BTreeSet<String> {
    match crate::hub::hold(folder) {
        Ok(Some(lock)) => {
            found.database_checked = true;
            if let Err(why) = verify_store(world, folder, found) {
                found.database = Some(why);
            }
            drop(lock);
        }
        Ok(None) => {}
        Err(error) => found.database = Some(error.to_string()),
    }
    named_files(world, folder).unwrap_or_else(|failure| {
        found.files_wrong.push(failure.what(world.locale()));
        BTreeSet::new()
    })
}

fn verify_store(world: &World, folder: &Path, found: &mut Found) -> Result<(), String> {
    let opened = Journal::open(&folder.join("journal"), &world::opening(world))
        .map_err(|error| error.to_string())?;
    let mut opened = Store::open(folder, &opened.journal).map_err(|error| error.to_string())?;
    opened.store.flush().map_err(|error| error.to_string())?;
    found.database_values = opened.store.verify().map_err(|error| error.to_string())?;
    match opened.rebuilt {
        None => Ok(()),
        Some(why) => Err(Message::new(Key::CliCheckRebuilt)
            .with("why", why)
            .render(world.locale())),
    }
}

/// The hashes of the annexes of all meetings.
fn named_files(world: &World, folder: &Path) -> Result<BTreeSet<String>, Failure> {
    let mut link = super::link::Link::open(folder, &world.user(), world::random())?;
    let all = Query::Meetings {
        network: None,
        open: false,
    };
    let Answer::Meetings(rows) = link.ask(all)? else {
        return Err(Key::ErrorInternal.into());
    };
    let mut named = BTreeSet::new();
    for row in rows {
        if let Answer::Doc {
            doc: Doc::Meeting(meeting),
            ..
        } = link.ask(Query::Doc(DocId::Meeting(row.id)))?
        {
            let live = meeting.annexes.values().filter(|row| !row.removed);
            named.extend(live.map(|row| row.file.clone()).filter(|it| !it.is_empty()));
        }
    }
    if let Answer::Doc {
        doc: Doc::Secretariat(secretariat),
        ..
    } = link.ask(Query::Doc(DocId::Secretariat))?
    {
        for id in secretariat.networks.keys() {
            if let Answer::Doc {
                doc: Doc::Network(network),
                ..
            } = link.ask(Query::Doc(DocId::Network(*id)))?
            {
                let live = network.materials.values().filter(|row| !row.removed);
                named.extend(live.map(|row| row.file.clone()).filter(|it| !it.is_empty()));
            }
        }
    }
    Ok(named)
}

/// Every file is what its name says, and every annex has its file.
fn files(folder: &Path, named: &BTreeSet<String>, found: &mut Found, locale: Locale) {
    let folder = folder.join("files");
    let mut there = BTreeSet::new();
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries.flatten().collect(),
        Err(_) => Vec::new(),
    };
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            continue;
        }
        found.files += 1;
        match std::fs::read(entry.path()) {
            Ok(bytes) if Hash::of(&bytes).to_string() == name => {}
            Ok(_) => found
                .files_wrong
                .push(say(locale, Key::CliCheckFileChanged, &name)),
            Err(error) => found.files_wrong.push(format!("files/{name}: {error}")),
        }
        there.insert(name);
    }
    let missing = named.iter().filter(|name| !there.contains(*name));
    found
        .files_wrong
        .extend(missing.map(|name| say(locale, Key::CliCheckFileMissing, name)));
}

fn say(locale: Locale, key: Key, name: &str) -> String {
    Message::new(key)
        .with("name", name.to_owned())
        .render(locale)
}

fn text(found: &Found, locale: Locale) -> String {
    let say = |message: Message| message.render(locale);
    let journal = Message::new(Key::CliCheckJournal)
        .with("count", found.batches)
        .with("first", found.first)
        .with("last", found.last);
    let mut lines = vec![say(journal)];
    let wrong = |line: &String| say(Message::new(Key::CliCheckDamage).with("what", line.clone()));
    lines.extend(found.journal.iter().map(wrong));
    if !found.set_aside.is_empty() {
        let names = found.set_aside.join(", ");
        lines.push(say(Message::new(Key::CliCheckSetAside).with("names", names)));
    }
    lines.push(match found.database_checked {
        true => say(Message::new(Key::CliCheckDatabase).with("count", found.database_values)),
        false => say(Key::CliCheckDatabaseInUse.into()),
    });
    lines.extend(found.database.iter().map(wrong));
    lines.push(say(
        Message::new(Key::CliCheckFiles).with("count", found.files)
    ));
    lines.extend(found.files_wrong.iter().map(wrong));
    if found.whole {
        lines.push(say(Key::CliCheckWhole.into()));
    }
    lines.join("\n")
}
