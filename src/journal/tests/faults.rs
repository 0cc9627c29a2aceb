//! Every file operation failed in turn: whatever goes wrong, nothing acknowledged is lost.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;

/// Fails the `at`-th operation, and all later ones if `lasting`.
struct Faulty {
    count: AtomicU64,
    at: u64,
    lasting: bool,
    short: bool,
    kind: io::ErrorKind,
}

impl Faulty {
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
        Os.create(path)
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
        self.go()?;
        Os.sync(file)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.go()?;
        Os.sync_folder(folder)
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
            let disk = Arc::new(Faulty {
                count: AtomicU64::new(0),
                at,
                lasting,
                short,
                kind,
            });
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
            if disk.count.load(Ordering::SeqCst) < at {
                assert_eq!(durable, 17);
                break;
            }
        }
    }
}

#[test]
fn a_full_disk_gets_the_reserve_back() {
    let dir = tempfile::tempdir().unwrap();
    let disk = Arc::new(Faulty {
        count: AtomicU64::new(0),
        at: 3,
        lasting: false,
        short: false,
        kind: io::ErrorKind::StorageFull,
    });
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
