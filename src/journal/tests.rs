//! Round trips, damage, faults and erasing, on real folders.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::json;

use super::*;
use crate::domain::batch::Body;
use crate::domain::op::{DocOp, Op};

fn opening() -> Opening {
    Opening {
        now: 1_000,
        session: Id::from_bits(7),
        salt: Id::from_bits(8),
        user: "Karen".into(),
    }
}

fn open(folder: &Path) -> Opened {
    Journal::open(folder, &opening()).unwrap()
}

fn submission(n: u64, doc: DocId, text: &str) -> Submission {
    Submission {
        session: Id::from_bits(1),
        counter: n,
        base: n - 1,
        at: n as i64 * 10,
        group: Id::from_bits(u128::from(n)),
        label: "note".into(),
        undoes: None,
        ops: vec![DocOp {
            doc,
            op: Op::Unknown(json!({"from_the_future": {"text": text, "n": n}})),
        }],
    }
}

fn meeting(n: u64) -> DocId {
    DocId::Meeting(Id::from_bits(u128::from(n % 5)))
}

fn add(journal: &mut Journal, text: &str) -> Appended {
    let n = journal.head().seq + 1;
    let submission = submission(n, meeting(n), text);
    let offer = Offer {
        submission: &submission,
        user: "Karen",
        received: n as i64 * 10,
        salt: Id::from_bits(u128::from(n) << 64),
    };
    journal.append(n - 1, &[offer]).unwrap()
}

/// Sealed and plain segments: 30 batches in each of two sealed ones, 30 in the active one.
fn mixed(folder: &Path) -> Vec<Batch> {
    let mut journal = open(folder).journal;
    for round in 0..3 {
        for n in 0..30 {
            add(
                &mut journal,
                &format!("{round} {n} æøå \"}},\"hash\":\" {}", "ord ".repeat(n)),
            );
        }
        if round < 2 {
            journal.syncer().sync().unwrap();
            journal.active = None;
            assert_eq!(journal.seal().unwrap(), 1);
        }
    }
    journal.close().unwrap();
    let (batches, damages) = journal.batches(1).unwrap();
    assert_eq!((batches.len(), damages), (90, vec![]));
    batches
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                std::fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

fn restore(folder: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        std::fs::remove_file(entry.unwrap().path()).unwrap();
    }
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

/// A small generator, so that each run damages the same places.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

#[test]
fn what_was_appended_is_read_again_after_reopening() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("journal");
    let batches = mixed(&folder);
    let opened = open(&folder);
    assert_eq!(opened.damages, vec![]);
    assert_eq!(
        (
            opened.recovered,
            opened.journal.head().seq,
            opened.journal.durable()
        ),
        (None, 90, 90)
    );
    assert_eq!(opened.journal.batches(1).unwrap().0, batches);
    assert_eq!(opened.journal.batches(85).unwrap().0, batches[84..]);
    assert_eq!(opened.journal.seq_at(455).unwrap(), 45);
    assert_eq!(opened.journal.seq_at(5).unwrap(), 0);
    let report = opened.journal.verify().unwrap();
    assert!(report.is_whole(), "{:?}", report.damages);
    assert_eq!((report.batches, report.files), (90, 3));
    let mut of_doc = vec![];
    let each = &mut |batch: Batch| {
        of_doc.push(batch);
        ControlFlow::Continue(())
    };
    opened.journal.read_doc(meeting(3), 10, each).unwrap();
    assert!(
        of_doc.iter().eq(batches[9..]
            .iter()
            .filter(|batch| batch.ops()[0].doc == meeting(3)))
    );
}

#[test]
fn files_are_the_owners_alone_and_the_wrong_position_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("journal");
    let mut journal = open(&folder).journal;
    add(&mut journal, "x");
    journal.replenish();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&folder.join("000001.1.jsonl")), 0o600);
    assert_eq!(mode(&folder.join("reserve")), 0o600);
    let error = journal.append(0, &[]).unwrap_err();
    assert!(matches!(
        error,
        Error::Conflict {
            expected: 0,
            head: 1
        }
    ));
    assert_eq!(journal.durable(), 0);
    assert_eq!(journal.syncer().sync().unwrap(), 1);
}

#[test]
fn a_torn_end_is_set_aside_and_the_chain_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let mut journal = open(dir.path()).journal;
    (0..3).for_each(|_| drop(add(&mut journal, "x")));
    let path = dir.path().join("000001.1.jsonl");
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() - 20]).unwrap();
    let opened = open(dir.path());
    assert_eq!(
        (opened.recovered, opened.torn),
        (Some(3), vec!["torn-3-1".to_owned()])
    );
    let mut journal = opened.journal;
    add(&mut journal, "y");
    let (batches, damages) = journal.batches(1).unwrap();
    assert_eq!((batches.len(), damages), (4, vec![]));
    assert_eq!(batches[2].header.label, RECOVERED);
    assert!(journal.verify().unwrap().is_whole());
}

/// Every damage is named, every record that is not damaged is returned, no file is altered by looking.
fn check_damaged(folder: &Path, batches: &[Batch], at_most_lost: usize, context: &str) {
    let before = files(folder);
    let report = verify(folder).unwrap();
    assert!(!report.is_whole(), "not detected: {context}");
    let opened = open(folder);
    let (read, _) = opened.journal.batches(1).unwrap();
    let mut known = read.iter().filter(|batch| batch.header.label != RECOVERED);
    assert!(
        known.all(|batch| batches.contains(batch)),
        "altered: {context}"
    );
    let count = read
        .iter()
        .filter(|batch| batch.header.label != RECOVERED)
        .count();
    assert!(
        count + at_most_lost >= batches.len(),
        "{count} of {} left: {context}",
        batches.len()
    );
    let after = files(folder);
    for (name, bytes) in &before {
        let torn = after.iter().filter(|(name, _)| name.starts_with("torn-"));
        let kept = after.get(name).is_some_and(|now| {
            now.starts_with(bytes)
                || bytes.starts_with(now)
                    && torn.clone().any(|(_, torn)| bytes[now.len()..] == **torn)
        });
        assert!(kept, "{name} was overwritten: {context}");
    }
    let mut journal = opened.journal;
    add(&mut journal, "afterwards");
    journal.syncer().sync().unwrap();
    let again = open(folder);
    assert_eq!(again.journal.head(), journal.head(), "{context}");
    assert_eq!(again.recovered, None, "{context}");
}

#[test]
fn a_thousand_bit_flips_are_named_and_cost_one_batch_at_most() {
    let dir = tempfile::tempdir().unwrap();
    let batches = mixed(dir.path());
    let good = files(dir.path());
    let names: Vec<&String> = good.keys().filter(|name| name.contains("jsonl")).collect();
    let mut dice = Dice(1);
    for round in 0..1_000 {
        restore(dir.path(), &good);
        let name = names[round % names.len()];
        let mut bytes = good[name].clone();
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
        std::fs::write(dir.path().join(name), &bytes).unwrap();
        let sealed = name.ends_with("zst");
        check_damaged(
            dir.path(),
            &batches,
            usize::from(!sealed),
            &format!("{name} byte {at}, round {round}"),
        );
    }
}

#[test]
fn two_hundred_truncations_are_named_and_the_rest_is_there() {
    let dir = tempfile::tempdir().unwrap();
    let batches = mixed(dir.path());
    let good = files(dir.path());
    let names: Vec<&String> = good.keys().filter(|name| name.contains("jsonl")).collect();
    let mut dice = Dice(2);
    for round in 0..200 {
        restore(dir.path(), &good);
        let name = names[round % names.len()];
        let bytes = &good[name];
        let len = dice.below(bytes.len());
        std::fs::write(dir.path().join(name), &bytes[..len]).unwrap();
        let whole = bytes[..len].iter().filter(|byte| **byte == b'\n').count();
        let lost = if name.ends_with("zst") {
            30
        } else {
            30 - whole
        };
        check_damaged(
            dir.path(),
            &batches,
            lost,
            &format!("{name} cut at {len}, round {round}"),
        );
    }
}

#[test]
fn a_missing_file_is_named() {
    let dir = tempfile::tempdir().unwrap();
    mixed(dir.path());
    std::fs::remove_file(dir.path().join("000002.31-60.jsonl.zst")).unwrap();
    let report = verify(dir.path()).unwrap();
    assert_eq!(report.damages[0].what, What::Missing(31, 60));
    assert_eq!(report.batches, 60);
}

#[test]
fn erased_and_replaced_content_is_gone_and_not_damage() {
    let dir = tempfile::tempdir().unwrap();
    let batches = mixed(dir.path());
    let mut journal = open(dir.path()).journal;
    let judge = |batch: &Batch| match batch.header.seq {
        5 | 70 => Verdict::Erase,
        6 | 71 => Verdict::Replace(Body {
            salt: Id::from_bits(9),
            ops: vec![],
        }),
        _ => Verdict::Keep,
    };
    assert_eq!(
        journal.rewrite(&judge).unwrap(),
        Rewritten {
            batches: 4,
            unread: 0
        }
    );
    add(&mut journal, "on");
    let report = journal.verify().unwrap();
    assert!(report.is_whole(), "{:?}", report.damages);
    assert_eq!((report.batches, report.erased), (91, 4));
    let (read, _) = open(dir.path()).journal.batches(1).unwrap();
    assert_eq!(read[4].body, None);
    assert_eq!(read[5].body.as_ref().unwrap().ops, vec![]);
    assert_eq!(
        (&read[6], &read[4].header),
        (&batches[6], &batches[4].header)
    );
}

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

/// A short session; returns the number of operations, the last durable position and what was written.
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
                headers.starts_with(&written),
                "{context}: what was written is not there"
            );
            assert_eq!(damages, vec![], "{context}");
            assert!(opened.journal.verify().unwrap().is_whole(), "{context}");
            if disk.count.load(Ordering::SeqCst) < at {
                assert_eq!(durable, 12);
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

#[test]
fn a_local_folder_is_accepted() {
    let dir = tempfile::tempdir().unwrap();
    assert!(local_file_system(&dir.path().join("not/there/yet")).is_ok());
}
