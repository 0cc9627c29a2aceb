//! A real folder with flipped bits and cut files: what is damaged is named, what is not is there, nothing is
//! overwritten, and the database comes back by itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use referent::domain::batch::Batch;
use referent::domain::fold::Doc;
use referent::domain::id::Id;
use referent::domain::op::DocId;
use referent::domain::query::{Answer, Query};
use referent::journal::{Journal, Opening, RECOVERED, verify};
use referent::store::{Store, hush};

use crate::dice::Dice;
use crate::office::{MEETING, Office, all, text};

type Files = BTreeMap<String, Vec<u8>>;

/// Every file below a folder, by its path there.
fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inside) = open.pop() {
        for entry in fs::read_dir(&inside).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.is_file() {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
                found.insert(name.to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Makes the folder what it was.
fn restore(folder: &Path, files: &Files) {
    let _ = fs::remove_dir_all(folder);
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    for part in ["pending", "files", "sled/blobs"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
}

fn opening() -> Opening {
    Opening {
        now: 1_800_000_000_000,
        session: Id::from_bits(7),
        salt: Id::from_bits(8),
        user: "karen".into(),
    }
}

fn journal(folder: &Path) -> Journal {
    Journal::open(&folder.join("journal"), &opening())
        .unwrap()
        .journal
}

fn batches(journal: &Journal) -> Vec<Batch> {
    let mut batches = journal.batches(1).unwrap().0;
    batches.retain(|batch| batch.header.label != RECOVERED);
    batches
}

/// A folder with sealed and open segments, and what it says.
struct Ground {
    office: Office,
    files: Files,
    batches: Vec<Batch>,
    docs: Vec<(DocId, Doc)>,
}

impl Ground {
    fn new() -> Self {
        let office = Office::new();
        let long = "Drøftelsen handlede om æbler, øl og åer. ".repeat(300);
        let notes: String = (0..50)
            .map(|n| {
                format!(
                    "--meeting {MEETING} --item {} note-add \"{n}: {long}\"\n",
                    1 + n % 2
                )
            })
            .collect();
        office.script(&notes);
        journal(&office.folder()).seal().unwrap();
        office.note(1, "Til sidst");
        let files = files(&office.folder());
        assert!(
            files.keys().any(|name| name.ends_with(".zst")),
            "nothing sealed"
        );
        let journal = journal(&office.folder());
        let batches = batches(&journal);
        let ids: Vec<DocId> = batches
            .iter()
            .flat_map(|batch| batch.effects().iter().map(|op| op.doc))
            .collect();
        let mut store = Store::open(&office.folder(), &journal).unwrap().store;
        let mut docs = Vec::new();
        for id in ids {
            if !docs.iter().any(|(known, _)| *known == id) {
                docs.push((id, doc(&mut store, &journal, id).unwrap()));
            }
        }
        Self {
            office,
            files,
            batches,
            docs,
        }
    }

    /// Damages one file and returns its new bytes.
    fn damage(&self, name: &str, harm: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
        restore(&self.office.folder(), &self.files);
        let mut bytes = self.files[name].clone();
        harm(&mut bytes);
        fs::write(self.office.folder().join(name), &bytes).unwrap();
        bytes
    }

    fn named(&self, part: &str) -> Vec<&str> {
        let names = self.files.keys().map(String::as_str);
        names.filter(|name| name.contains(part)).collect()
    }
}

fn doc(store: &mut Store, journal: &Journal, id: DocId) -> Result<Doc, referent::store::Error> {
    match store.answer(&Query::Doc(id), journal)? {
        Answer::Doc { doc, .. } => Ok(doc),
        other => panic!("no document but {other:?}"),
    }
}

/// The damaged file is named, every whole batch is there, the file is kept as it was found.
fn assert_journal_told(ground: &Ground, name: &str, bytes: &[u8], lost: usize, context: &str) {
    let folder = ground.office.folder();
    let report = verify(&folder.join("journal")).unwrap();
    let short = name.rsplit('/').next().unwrap();
    let told = report
        .damages
        .iter()
        .any(|damage| !damage.to_string().is_empty());
    assert!(told && !report.is_whole(), "{context}: not named");
    let journal = journal(&folder);
    let left = batches(&journal);
    assert!(
        left.iter().all(|batch| ground.batches.contains(batch)),
        "{context}: altered"
    );
    assert!(
        left.len() + lost >= ground.batches.len(),
        "{context}: {} left",
        left.len()
    );
    let now = files(&folder);
    let kept = now
        .get(name)
        .is_some_and(|now| now.starts_with(bytes) || bytes.starts_with(now));
    let torn = now
        .iter()
        .any(|(name, torn)| name.contains("torn-") && bytes.ends_with(torn));
    assert!(
        kept && (torn || now[name].len() >= bytes.len()),
        "{context}: {short} was overwritten"
    );
    Store::open(&folder, &journal).unwrap();
}

/// The database is told to be damaged, or says the truth; after mending it says the truth.
fn named_database(ground: &Ground, context: &str) -> bool {
    let folder = ground.office.folder();
    let journal = journal(&folder);
    let opened = Store::open(&folder, &journal).unwrap();
    let (mut store, mut named) = (opened.store, opened.rebuilt.is_some());
    let whole = store.verify().is_ok()
        && ground
            .docs
            .iter()
            .all(|(id, _)| doc(&mut store, &journal, *id).is_ok());
    if !whole {
        named = true;
        store = store.rebuild(&journal).unwrap().0;
    }
    for (id, truth) in &ground.docs {
        let found = doc(&mut store, &journal, *id).unwrap();
        assert!(found == *truth, "{context}: {id:?} is another");
    }
    assert!(
        !named || folder.join("sled-damaged-1").exists(),
        "{context}: not kept aside"
    );
    named
}

fn rounds(few: usize, many: usize) -> usize {
    if all() { many } else { few }
}

#[test]
fn flipped_bits_are_named_and_cost_what_they_hit() {
    hush();
    let ground = Ground::new();
    let mut dice = Dice(11);
    let (journals, bases) = (ground.named(".jsonl"), ground.named("sled/"));
    let (mut told, mut harmless) = (0, 0);
    let rounds = rounds(40, 1_000);
    for round in 0..rounds {
        let names = if round % 2 == 0 { &journals } else { &bases };
        let name = names[round / 2 % names.len()];
        let used = ground.files[name].iter().rposition(|byte| *byte != 0);
        let at = dice.below(used.unwrap_or(0) + 1);
        let bit = dice.below(8);
        let context = format!("{name} byte {at} bit {bit}");
        let bytes = ground.damage(name, |bytes| bytes[at] ^= 1 << bit);
        if round % 2 == 0 {
            assert_journal_told(
                &ground,
                name,
                &bytes,
                usize::from(!name.ends_with("zst")),
                &context,
            );
            told += 1;
        } else if named_database(&ground, &context) {
            told += 1;
        } else {
            harmless += 1;
        }
    }
    println!("{rounds} flipped bits: {told} named, {harmless} where sled keeps nothing");
    assert!(told > rounds / 2);
}

#[test]
fn cut_files_are_named_and_the_rest_is_there() {
    hush();
    let ground = Ground::new();
    let mut dice = Dice(12);
    let (journals, bases) = (ground.named(".jsonl"), ground.named("sled/"));
    let rounds = rounds(12, 200);
    let mut told = 0;
    for round in 0..rounds {
        let names = if round % 2 == 0 { &journals } else { &bases };
        let name = names[round / 2 % names.len()];
        let len = dice.below(ground.files[name].len());
        let context = format!("{name} cut at {len}");
        let bytes = ground.damage(name, |bytes| bytes.truncate(len));
        if round % 2 == 0 {
            let lines = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count();
            let lost = match name.ends_with("zst") {
                true => ground.batches.len(),
                false => lines(&ground.files[name]) - lines(&bytes),
            };
            assert_journal_told(&ground, name, &bytes, lost, &context);
            told += 1;
        } else {
            told += usize::from(named_database(&ground, &context));
        }
    }
    println!("{rounds} cut files: {told} named");
}

#[test]
fn the_program_names_damage_and_goes_on() {
    let ground = Ground::new();
    let name = ground.named(".jsonl").last().copied().unwrap().to_owned();
    ground.damage(&name, |bytes| {
        let at = bytes.len() / 2;
        bytes[at] ^= 1;
    });
    let output = ground.office.call(&["check"]);
    let short = name.rsplit('/').next().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stdout).contains(short),
        "{}",
        text(&output.stdout)
    );
    let texts = ground.office.texts(1);
    assert!(texts.iter().any(|text| text == "Til sidst"));
    ground.office.note(1, "Videre");
    assert!(ground.office.texts(1).iter().any(|text| text == "Videre"));
}

#[test]
fn a_missing_database_is_built_again_and_said() {
    let office = Office::new();
    office.note(1, "Før");
    fs::remove_dir_all(office.folder().join("sled")).unwrap();
    let mut terminal = office.minutes();
    terminal.wait_text("Før");
    terminal.wait_text("atabase");
    drop(terminal);
    assert_eq!(office.texts(1), ["Før"]);
    office.ok(&["check"]);
}

#[test]
fn a_database_left_behind_is_brought_up() {
    let office = Office::new();
    office.note(1, "Før");
    let old = files(&office.folder());
    office.note(1, "Efter");
    for (name, bytes) in old.iter().filter(|(name, _)| name.starts_with("sled")) {
        fs::write(office.folder().join(name), bytes).unwrap();
    }
    assert_eq!(office.texts(1), ["Før", "Efter"]);
    office.ok(&["check"]);
}

#[test]
fn a_broken_database_is_built_again_under_the_terminal() {
    let office = Office::new();
    office.note(1, "Før");
    let whole = files(&office.folder());
    let mut dice = Dice(13);
    for _ in 0..rounds(4, 40) {
        restore(&office.folder(), &whole);
        let _ = fs::remove_file(office.folder().join("front.json"));
        let mut bytes = whole["sled/db"].clone();
        let used = bytes.iter().rposition(|byte| *byte != 0).unwrap();
        let at = dice.below(used);
        let end = (at + 2_000).min(bytes.len());
        bytes[at..end].fill(0xa5);
        fs::write(office.folder().join("sled/db"), bytes).unwrap();
        let mut terminal = office.minutes();
        terminal.wait_text("Før");
        assert!(terminal.screen().alternate_screen());
        assert!(!terminal.text().contains("panicked"), "{}", terminal.text());
        crate::office::quit(&mut terminal);
        assert!(terminal.wait_exit().success());
        assert!(office.texts(1).concat().contains("Før"));
    }
}
