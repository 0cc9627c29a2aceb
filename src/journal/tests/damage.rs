//! Flipped bits and cut files: named, and everything that can be proven whole is there.

use super::*;

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

fn restore(folder: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        std::fs::remove_file(entry.unwrap().path()).unwrap();
    }
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
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
