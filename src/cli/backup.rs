//! `backup` and `restore`: everything in one file, and back.

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder, File};
use std::io;
use std::ops::ControlFlow;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::arguments::FileIt;
use super::failure::{Done, Failure};
use super::link::Link;
use super::world::{self, World};
use super::{archive, check, out};
use crate::app::message::Message;
use crate::domain::batch::{Batch, Hash, Submission};
use crate::domain::id::Id;
use crate::domain::op::{DocId, Op};
use crate::hub::Lock;
use crate::hub::event::Event;
use crate::journal::{self, Journal, Log as _, Offer, Past as _};
use crate::locale::Key;
use crate::store::Store;

/// Label of the empty batch that begins a restored journal's new epoch.
const RESTORED: &str = "restored";

/// Runs `backup`.
pub fn backup(world: &World, it: &FileIt) -> Done {
    let folder = world::existing(world)?;
    let report = check::verified(&folder)?;
    let wrong = |error: io::Error| unwritable(&it.file, &error);
    if it.file.is_dir() {
        return Err(wrong(io::ErrorKind::IsADirectory.into()));
    }
    let fresh = beside(&it.file, "new");
    let _ = fs::remove_file(&fresh);
    let packed = archive::pack(&folder, &fresh).and_then(|packed| {
        let read = archive::list(&fresh)?;
        if read != packed {
            return Err(io::Error::other("what was written reads back differently"));
        }
        fs::rename(&fresh, &it.file)?;
        File::open(parent(&it.file)).and_then(|folder| folder.sync_all())?;
        Ok(packed.len())
    });
    let count = packed.map_err(|error| {
        let _ = fs::remove_file(&fresh);
        wrong(error)
    })?;
    if !report.is_whole() {
        out::complain(&world.locale().text(Key::BackupOfDamage));
    }
    let done = Message::new(Key::BackupDone)
        .with("file", world::shown(&it.file))
        .with("count", count)
        .with("last", report.last);
    out::print(&done.render(world.locale()))
}

/// Runs `restore`.
pub fn restore(world: &World, it: &FileIt) -> Done {
    let folder = world.data()?;
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    let there = world::is_secretariat(&folder);
    if !there {
        world::possible(world)?;
    }
    let held = there.then(|| hold(&folder)).transpose()?;
    let fresh = beside(&folder, "restoring");
    let _ = fs::remove_dir_all(&fresh);
    let restored = restore_into(world, &it.file, &fresh).and_then(|last| {
        if held.is_some() {
            erase_again(world, &folder, &fresh)?;
        }
        let aside = held.map(|_| move_aside(&folder)).transpose()?;
        put(&fresh, &folder).map_err(|error| unwritable(&folder, &error))?;
        Ok((last, aside))
    });
    let (last, aside) = restored.inspect_err(|_| {
        let _ = fs::remove_dir_all(&fresh);
    })?;
    if let Some(aside) = aside {
        let moved = Message::new(Key::RestoreAside).with("folder", world::shown(&aside));
        out::print(&moved.render(world.locale()))?;
    }
    let done = Message::new(Key::RestoreDone)
        .with("folder", world::shown(&folder))
        .with("last", last);
    out::print(&done.render(world.locale()))
}

/// Takes an archive out, verifies it, and begins a new epoch; returns its last batch.
fn restore_into(world: &World, file: &Path, fresh: &Path) -> Result<u64, Failure> {
    let unreadable = |error: io::Error| -> Failure {
        Message::new(Key::RestoreUnreadable)
            .with("file", world::shown(file))
            .with("why", error.to_string())
            .into()
    };
    File::open(file).map_err(unreadable)?;
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(fresh)
        .map_err(|error| unwritable(fresh, &error))?;
    archive::unpack(file, fresh).map_err(unreadable)?;
    verify_files(fresh).map_err(unreadable)?;
    let report = journal::verify(&fresh.join("journal")).map_err(said)?;
    if let Some(damage) = report.damages.first() {
        out::complain(&damage.to_string());
    }
    if report.batches == 0 {
        return Err(unreadable(io::Error::other("no journal")));
    }
    begin_epoch(world, fresh)?;
    Ok(report.last)
}

fn verify_files(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder.join("files"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if Hash::of(&fs::read(entry.path())?).to_string() != name {
            return Err(io::Error::other(format!("files/{name} is damaged")));
        }
    }
    Ok(())
}

/// Two histories can't be confused: what comes now has another epoch.
fn begin_epoch(world: &World, folder: &Path) -> Done {
    let opening = world::opening(world);
    let mut journal = Journal::open(&folder.join("journal"), &opening)
        .map_err(said)?
        .journal;
    let head = journal.head();
    journal.set_epoch(head.epoch + 1);
    let submission = Submission {
        session: opening.session,
        counter: 0,
        base: head.seq,
        at: opening.now,
        group: opening.salt,
        label: RESTORED.to_owned(),
        undoes: None,
        ops: Vec::new(),
    };
    let offer = Offer {
        submission: &submission,
        user: &opening.user,
        received: opening.now,
        salt: opening.salt,
    };
    journal.append(head.seq, &[offer]).map_err(said)?;
    journal.close().map_err(said)?;
    let opened = Store::open(folder, &journal).map_err(|e| Failure::failed(e.to_string()))?;
    let mut store = opened.store;
    store.flush().map_err(|e| Failure::failed(e.to_string()))
}

/// Holds the old folder, if nobody has it open.
fn hold(folder: &Path) -> Result<Lock, Failure> {
    let lock = crate::hub::hold(folder).map_err(|error| Failure::failed(error.to_string()))?;
    lock.ok_or_else(|| {
        Message::new(Key::CliInUse)
            .with("folder", world::shown(folder))
            .into()
    })
}

/// Whoever was erased in the old folder since the backup was made is erased in the restored one.
fn erase_again(world: &World, old: &Path, fresh: &Path) -> Done {
    let there = erased(world, fresh)?;
    // A damaged old folder has been told of; what it can't say is not erased again.
    for person in erased(world, old)?.difference(&there) {
        let mut link = Link::open(fresh, &world.user(), world::random())?;
        link.erase(*person);
        loop {
            match link.next()? {
                // One that the backup does not know is nothing to erase.
                Event::Erased(_) => break,
                _ => continue,
            }
        }
    }
    Ok(())
}

/// The people who are erased in a folder that nobody else has open.
fn erased(world: &World, folder: &Path) -> Result<BTreeSet<Id>, Failure> {
    let opened = Journal::open(&folder.join("journal"), &world::opening(world)).map_err(said)?;
    let mut erased = BTreeSet::new();
    let mut note = |batch: Batch| {
        erased.extend(batch.ops().iter().filter_map(|op| match op.op {
            Op::Erased { person } => Some(person),
            _ => None,
        }));
        ControlFlow::Continue(())
    };
    let register = DocId::Register;
    opened
        .journal
        .read_doc(register, 1, &mut note)
        .map_err(said)?;
    Ok(erased)
}

/// The old folder under another name.
fn move_aside(folder: &Path) -> Result<PathBuf, Failure> {
    let aside = (1..1000)
        .map(|n| beside(folder, &format!("before-restore-{n}")))
        .find(|path| !path.exists())
        .ok_or_else(|| Failure::said(Key::ErrorInternal))?;
    fs::rename(folder, &aside).map_err(|error| unwritable(&aside, &error))?;
    Ok(aside)
}

fn put(fresh: &Path, folder: &Path) -> io::Result<()> {
    // An empty folder gives way.
    let _ = fs::remove_dir(folder);
    fs::rename(fresh, folder)?;
    File::open(parent(folder)).and_then(|folder| folder.sync_all())
}

fn beside(path: &Path, what: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{what}"));
    path.with_file_name(name)
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn said(error: journal::Error) -> Failure {
    Failure::failed(error.to_string())
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Message::new(Key::CliCannotWrite)
        .with("file", world::shown(path))
        .with("why", error.to_string())
        .into()
}
