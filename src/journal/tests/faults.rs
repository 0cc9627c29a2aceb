//! Every file operation failed in turn: whatever goes wrong, nothing acknowledged is lost.

use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use super::*;

/// Fails the `at`-th operation, and all later ones if `lasting`.
struct Faulty {
    count: AtomicU64,
    at: u64,
    lasting: bool,
    short: bool,
    kind: io::ErrorKind,
    kept: Mutex<Kept>,
}

/// What a power cut would leave: of each file (by inode) what a sync confirmed, and the names a folder sync did.
#[derive(Default)]
struct Kept {
    lengths: HashMap<u64, u64>,
    /// A sync failed: what it should have written is gone, and later syncs of the file do not bring it back.
    given_up: HashSet<u64>,
    names: HashSet<OsString>,
}

impl Faulty {
    fn new(at: u64, lasting: bool, short: bool, kind: io::ErrorKind) -> Arc<Self> {
        Arc::new(Self {
            count: AtomicU64::new(0),
            at,
            lasting,
            short,
            kind,
            kept: Mutex::default(),
        })
    }

    /// Leaves in the folder only what was durable.
    fn cut_power(&self, folder: &Path) {
        let kept = self.kept.lock().unwrap();
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if !kept.names.contains(&entry.file_name()) {
                std::fs::remove_file(entry.path()).unwrap();
                continue;
            }
            let file = File::options().write(true).open(entry.path()).unwrap();
            let meta = file.metadata().unwrap();
            let len = kept.lengths.get(&meta.ino()).copied().unwrap_or(0);
            file.set_len(len.min(meta.len())).unwrap();
        }
    }

    fn hit(&self) -> bool {
        let n = self.count.fetch_add(1, Ordering::SeqCst) + 1;
        n == self.at || self.lasting && n > self.at
    }

    fn go(&self) -> io::Result<()> {
        if self.hit() {
            Err(self.kind.into())
        } else {
            Ok(())
        }
    }
}

impl Disk for Faulty {
    fn create(&self, path: &Path) -> io::Result<File> {
        self.go()?;
        let file = Os.create(path)?;
        // The inode may have been another file's.
        let ino = file.metadata()?.ino();
        let mut kept = self.kept.lock().unwrap();
        kept.lengths.remove(&ino);
        kept.given_up.remove(&ino);
        Ok(file)
    }
    fn reopen(&self, path: &Path) -> io::Result<File> {
        self.go()?;
        Os.reopen(path)
    }
    fn write(&self, mut file: &File, bytes: &[u8]) -> io::Result<usize> {
        match self.hit() {
            true if self.short => file.write(&bytes[..bytes.len() / 2]),
            true => Err(self.kind.into()),
            false => file.write(bytes),
        }
    }
    fn sync(&self, file: &File) -> io::Result<()> {
        let meta = file.metadata()?;
        let mut kept = self.kept.lock().unwrap();
        if let Err(error) = self.go() {
            kept.given_up.insert(meta.ino());
            return Err(error);
        }
        if !kept.given_up.contains(&meta.ino()) {
            kept.lengths.insert(meta.ino(), meta.len());
        }
        Ok(())
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.go()?;
        let entries = std::fs::read_dir(folder)?;
        let names = entries.map(|entry| Ok(entry?.file_name()));
        self.kept.lock().unwrap().names = names.collect::<io::Result<_>>()?;
        Ok(())
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.go()?;
        Os.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.go()?;
        Os.remove(path)
    }
    fn truncate(&self, file: &File, len: u64) -> io::Result<()> {
        self.go()?;
        let ino = file.metadata()?.ino();
        let mut kept = self.kept.lock().unwrap();
        kept.lengths
            .entry(ino)
            .and_modify(|kept| *kept = len.min(*kept));
        Os.truncate(file, len)
    }
}

/// What a process killed while writing left: five batches, the end of the last one missing, never synced.
fn killed(folder: &Path) -> Vec<Header> {
    let mut journal = open(folder).journal;
    (0..5).for_each(|_| drop(add(&mut journal, "before")));
    let path = folder.join("000001.1.jsonl");
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() - 9]).unwrap();
    let batches = journal.batches(1).unwrap().0;
    batches
        .into_iter()
        .take(4)
        .map(|batch| batch.header)
        .collect()
}

/// A short session; returns the last durable position and what was written.
fn session(folder: &Path, disk: Arc<Faulty>) -> (Seq, Vec<Header>) {
    let Ok(opened) = Journal::open_on(disk.clone(), folder, &opening()) else {
        return (0, vec![]);
    };
    let mut journal = opened.journal;
    let syncer = journal.syncer();
    let (mut durable, mut written) = (0, vec![]);
    for round in 0..3 {
        for n in 0..4 {
            let done = add(&mut journal, &format!("{round} {n}"));
            if done.written {
                written = journal
                    .batches(1)
                    .unwrap()
                    .0
                    .into_iter()
                    .map(|batch| batch.header)
                    .collect();
            }
            if n % 2 == 1 {
                durable = syncer.sync().unwrap_or(durable);
            }
        }
        if round == 0 {
            journal.active = None;
        }
        let _ = journal.seal();
    }
    let _ = journal.close();
    (durable.max(journal.durable()), written)
}

#[test]
fn any_operation_may_fail_and_nothing_acknowledged_is_lost() {
    let kinds = [io::ErrorKind::Other, io::ErrorKind::StorageFull];
    let modes = kinds.into_iter().flat_map(|kind| {
        [
            (kind, false, false),
            (kind, true, false),
            (kind, false, true),
        ]
    });
    for (kind, lasting, short) in modes {
        for at in 1.. {
            let dir = tempfile::tempdir().unwrap();
            let folder = dir.path().join("journal");
            let before = killed(&folder);
            let disk = Faulty::new(at, lasting, short, kind);
            let (durable, written) = session(&folder, disk.clone());
            let context = format!("{kind:?} at {at}, lasting {lasting}, short {short}");
            let opened = open(&folder);
            let (read, damages) = opened.journal.batches(1).unwrap();
            let headers: Vec<Header> = read.iter().map(|batch| batch.header.clone()).collect();
            assert!(
                read.len() as Seq >= durable,
                "{context}: {durable} durable, {} read",
                read.len()
            );
            assert!(
                headers.starts_with(&before),
                "{context}: what was there before is not"
            );
            assert!(
                headers.starts_with(&written),
                "{context}: what was written is not there"
            );
            assert_eq!(damages, vec![], "{context}");
            assert!(opened.journal.verify().unwrap().is_whole(), "{context}");
            drop(opened);
            if disk.count.load(Ordering::SeqCst) < at {
                assert_eq!(durable, 17);
                break;
            }
        }
    }
}

#[test]
fn any_operation_may_fail_before_a_power_cut_and_what_was_durable_is_there() {
    for (lasting, short) in [(false, false), (true, false), (false, true)] {
        for at in 1.. {
            let dir = tempfile::tempdir().unwrap();
            let folder = dir.path().join("journal");
            killed(&folder);
            let disk = Faulty::new(at, lasting, short, io::ErrorKind::Other);
            let (durable, written) = session(&folder, disk.clone());
            disk.cut_power(&folder);
            let context = format!("at {at}, lasting {lasting}, short {short}");
            let opened = open(&folder);
            let (read, damages) = opened.journal.batches(1).unwrap();
            let headers: Vec<Header> = read.into_iter().map(|batch| batch.header).collect();
            let durable = durable as usize;
            assert!(
                headers.len() >= durable,
                "{context}: {durable} durable, {} left",
                headers.len()
            );
            assert!(
                headers
                    .iter()
                    .zip(&written)
                    .take(durable)
                    .all(|(a, b)| a == b),
                "{context}"
            );
            assert_eq!(damages, vec![], "{context}");
            if disk.count.load(Ordering::SeqCst) < at {
                break;
            }
        }
    }
}

#[test]
fn the_name_of_a_new_file_is_durable_with_its_first_sync() {
    let dir = tempfile::tempdir().unwrap();
    let disk = Faulty::new(u64::MAX, false, false, io::ErrorKind::Other);
    let opened = Journal::open_on(disk.clone(), dir.path(), &opening()).unwrap();
    let mut journal = opened.journal;
    add(&mut journal, "x");
    assert_eq!(journal.syncer().sync().unwrap(), 1);
    disk.cut_power(dir.path());
    assert_eq!(open(dir.path()).journal.batches(1).unwrap().0.len(), 1);
}

#[test]
fn a_full_disk_gets_the_reserve_back() {
    let dir = tempfile::tempdir().unwrap();
    let disk = Faulty::new(3, false, false, io::ErrorKind::StorageFull);
    let mut journal = open(dir.path()).journal;
    journal.replenish();
    journal.disk = disk;
    assert!(add(&mut journal, "x").trouble.is_none());
    let done = add(&mut journal, "y");
    assert!(done.written);
    assert!(
        matches!(done.trouble, Some(Error::Moved { freed: true, .. })),
        "{:?}",
        done.trouble
    );
    assert!(!dir.path().join("reserve").exists());
    assert_eq!(journal.syncer().sync().unwrap(), 2);
}
