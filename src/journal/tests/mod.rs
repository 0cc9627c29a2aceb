//! Round trips, damage, faults and erasing, on real folders.

mod damage;
mod faults;

use std::collections::BTreeMap;
use std::path::Path;

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

#[test]
fn a_local_folder_is_accepted() {
    let dir = tempfile::tempdir().unwrap();
    assert!(local_file_system(&dir.path().join("not/there/yet")).is_ok());
}

#[test]
fn a_lost_line_end_costs_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let batches = mixed(dir.path());
    let path = dir.path().join("000003.61.jsonl");
    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    bytes[at] = b'x';
    let last = bytes.len() - 1;
    std::fs::write(&path, &bytes[..last]).unwrap();
    let damages = verify(dir.path()).unwrap().damages;
    let named: Vec<_> = damages
        .iter()
        .map(|damage| (damage.line, damage.seq, &damage.what))
        .collect();
    assert_eq!(
        named,
        [(1, Some(61), &What::Torn), (29, Some(90), &What::Torn)]
    );
    assert_eq!(open(dir.path()).journal.batches(1).unwrap().0, batches);
}

#[test]
fn syncing_on_another_thread_never_runs_ahead_of_writing() {
    let dir = tempfile::tempdir().unwrap();
    let mut journal = open(dir.path()).journal;
    let syncer = journal.syncer();
    let (done, stop) = std::sync::mpsc::channel::<()>();
    let thread = std::thread::spawn(move || {
        let mut seen = 0;
        while stop.try_recv().is_err() {
            let durable = syncer.sync().unwrap();
            assert!(durable >= seen);
            seen = durable;
        }
        syncer.sync().unwrap()
    });
    let text = "ord ".repeat(2_000);
    (0..200).for_each(|_| drop(add(&mut journal, &text)));
    done.send(()).unwrap();
    assert_eq!(thread.join().unwrap(), 200);
    assert!(journal.segments.len() > 2);
    assert!(journal.seal().unwrap() >= 2);
    assert!(journal.verify().unwrap().is_whole());
    assert_eq!(journal.batches(1).unwrap().0.len(), 200);
}

#[test]
fn a_new_epoch_and_a_snapshot() {
    let dir = tempfile::tempdir().unwrap();
    mixed(dir.path());
    let mut journal = open(dir.path()).journal;
    journal.set_epoch(2);
    let copy = tempfile::tempdir().unwrap();
    let files = journal.snapshot_files().unwrap();
    add(&mut journal, "after the snapshot");
    for (path, len) in files {
        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(
            copy.path().join(path.file_name().unwrap()),
            &bytes[..len as usize],
        )
        .unwrap();
    }
    assert!(verify(copy.path()).unwrap().is_whole());
    assert_eq!(open(copy.path()).journal.head().seq, 90);
    assert_eq!(open(dir.path()).journal.head().epoch, 2);
}
