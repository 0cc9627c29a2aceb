//! Files that are added on a laptop and come to the folder on the other machine.

use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::Instant;

use referent::domain::agenda::Annex;
use referent::domain::batch::Hash;
use referent::domain::id::Id;
use referent::domain::query::{Answer, Query};
use referent::hub::Ends;
use referent::hub::event::Event;
use serde_json::{Value, json};

use crate::dice::Dice;
use crate::frames::{reply, said};
use crate::hub::terminal::{LIMIT, Terminal, ground, meeting, typed};
use crate::join::joined;
use crate::office::{MEETING, Office};
use crate::pty::Pty;
use crate::serve::Serving;
use crate::ssh::Sshd;

/// A file of so many megabytes that cannot be packed, and what it is called in the folder.
fn file(office: &Office, megabytes: usize) -> (PathBuf, PathBuf) {
    let path = office.beside("Budget.pdf");
    let mut dice = Dice(7);
    let bytes: Vec<u8> = std::iter::repeat_with(|| dice.below(256) as u8)
        .take(megabytes * 1024 * 1024)
        .collect();
    std::fs::write(&path, &bytes).unwrap();
    let kept = files(office).join(Hash::of(&bytes).to_string());
    (path, kept)
}

fn files(office: &Office) -> PathBuf {
    office.folder().join("files")
}

fn add(laptop: &mut Pty, path: &Path) {
    laptop.press("<ctrl-k>annex-add<enter>");
    laptop.wait_text("Fil (sti)");
    laptop.press("<tab>");
    laptop.paste(&path.display().to_string());
    laptop.press("<enter>");
}

/// The file is there, alone, and the folder is whole.
fn arrived(office: &Office, path: &Path, kept: &Path) {
    assert!(std::fs::read(kept).unwrap() == std::fs::read(path).unwrap());
    assert_eq!(std::fs::read_dir(files(office)).unwrap().count(), 1);
    assert!(office.ok(&["check"]).contains("Filer: 1."));
}

#[test]
fn a_file_added_on_a_laptop_is_on_the_other_machine_and_typing_goes_on() {
    let office = Office::new();
    let Some(mut sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let (path, kept) = file(&office, 3);
    let mut laptop = joined(&office, &sshd, &[]);
    add(&mut laptop, &path);
    laptop.press("Imens skrives der.");
    laptop.wait_text("Imens skrives der.");
    laptop.wait_text("Bilaget er lagt ind: Budget.pdf");
    laptop.wait_text("Gemt");
    arrived(&office, &path, &kept);
    assert_eq!(office.texts(1), ["Imens skrives der."]);
    // Without a line it waits with what is typed.
    std::fs::remove_file(&path).unwrap();
    let other = office.beside("Uden net.txt");
    std::fs::write(&other, "bilag").unwrap();
    sshd.cut();
    laptop.wait_text("offline siden");
    add(&mut laptop, &other);
    laptop.wait_text("Bilaget er lagt ind: Uden net.txt");
    laptop.press("<space>Også i toget.");
    laptop.wait_text("Også i toget.");
    sshd.listen();
    laptop.wait_for(|screen| {
        let shown = screen.contents();
        !shown.contains("offline") && shown.contains("Gemt")
    });
    let place = files(&office).join(Hash::of(b"bilag").to_string());
    assert_eq!(std::fs::read(place).unwrap(), b"bilag");
    assert_eq!(office.texts(1), ["Imens skrives der. Også i toget."]);
    office.ok(&["check"]);
}

#[test]
fn a_line_that_drops_in_the_middle_of_a_file_begins_it_again() {
    let office = Office::new();
    let Some(sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let (path, kept) = file(&office, 12);
    let mut laptop = joined(&office, &sshd, &[]);
    add(&mut laptop, &path);
    let begun = || {
        let parts = std::fs::read_dir(files(&office)).unwrap().flatten();
        let mut sizes = parts.filter_map(|part| Some(part.metadata().ok()?.len()));
        sizes.any(|size| size > 0)
    };
    let since = Instant::now();
    while !begun() {
        assert!(since.elapsed() < LIMIT, "nothing came: {}", laptop.text());
        std::thread::yield_now();
    }
    assert!(!kept.exists());
    sshd.drop_lines();
    laptop.wait_text("Bilaget er lagt ind: Budget.pdf");
    laptop.press("Videre.");
    laptop.wait_for(|screen| {
        let shown = screen.contents();
        !shown.contains("offline") && shown.contains("Videre.") && shown.contains("Gemt")
    });
    arrived(&office, &path, &kept);
}

fn save(laptop: &mut Pty, to: &Path) {
    laptop.press("<ctrl-k>annex-save<enter>");
    laptop.wait_text("Gem i (mappe eller sti)");
    laptop.press("a<tab>");
    laptop.paste(&to.display().to_string());
    laptop.press("<enter>");
}

/// Sizes of what lies in a folder.
fn sizes(folder: &Path) -> Vec<u64> {
    let there = std::fs::read_dir(folder).unwrap().flatten();
    there
        .filter_map(|it| Some(it.metadata().ok()?.len()))
        .collect()
}

#[test]
fn a_file_comes_to_a_laptop_while_typing_goes_on_and_lines_drop() {
    let office = Office::new();
    let Some(mut sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let (path, _) = file(&office, 12);
    let words = [
        "do",
        "--meeting",
        MEETING,
        "--item",
        "1",
        "annex-add",
        "--file",
    ];
    office.ok(&[&words[..], &[path.to_str().unwrap()]].concat());
    let mut laptop = joined(&office, &sshd, &[]);
    let desk = office.beside("skrivebord");
    std::fs::create_dir(&desk).unwrap();
    save(&mut laptop, &desk);
    laptop.press("Imens skrives der.");
    laptop.wait_text("Imens skrives der.");
    let since = Instant::now();
    while sizes(&desk).iter().sum::<u64>() == 0 {
        assert!(since.elapsed() < LIMIT, "nothing came: {}", laptop.text());
        std::thread::yield_now();
    }
    sshd.drop_lines();
    laptop.wait_text("Filen ligger nu i");
    let saved = desk.join("Budget.pdf");
    assert!(std::fs::read(&saved).unwrap() == std::fs::read(&path).unwrap());
    assert_eq!(std::fs::read_dir(&desk).unwrap().count(), 1);
    assert_eq!(
        saved.metadata().unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(office.texts(1), ["Imens skrives der."]);
    // What is there is left alone.
    save(&mut laptop, &saved);
    laptop.wait_text("der ligger allerede");
    laptop.press("<esc>");
    // Without a line it is said at once.
    sshd.cut();
    laptop.wait_text("offline siden");
    save(&mut laptop, &office.beside("anden.pdf"));
    laptop.wait_text("filen er ikke på");
}

#[test]
fn a_file_of_this_folder_is_copied_and_one_that_is_not_what_it_was_is_not() {
    let office = Office::new();
    let (path, kept) = file(&office, 1);
    let at = ["do", "--meeting", MEETING, "--item", "1"];
    office.ok(&[&at[..], &["annex-add", "--file", path.to_str().unwrap()]].concat());
    let to = office.beside("ud.pdf");
    let save = [&at[..], &["annex-save", "a", to.to_str().unwrap()]].concat();
    assert!(office.ok(&save).contains("ud.pdf"));
    assert!(std::fs::read(&to).unwrap() == std::fs::read(&path).unwrap());
    assert_eq!(to.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!office.call(&save).status.success());
    std::fs::remove_file(&to).unwrap();
    let mut bytes = std::fs::read(&kept).unwrap();
    bytes[7] ^= 1;
    std::fs::write(&kept, bytes).unwrap();
    assert!(!office.call(&save).status.success());
    assert!(!to.exists());
}

/// A hub that answers as it is told to.
struct Hub(UnixStream);

impl Hub {
    fn hears(&mut self) -> Value {
        loop {
            let said = reply(&mut self.0).expect("the line ended");
            if said.get("Parcel").is_some() || said.get("Submit").is_some() {
                return said;
            }
        }
    }

    fn says(&mut self, event: Value) {
        let bytes = said(&json!({ "Event": event }));
        std::io::Write::write_all(&mut self.0, &bytes).unwrap();
    }
}

#[test]
fn what_is_typed_passes_a_file_and_what_names_it_comes_after_it() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("copy");
    let content = vec![b'x'; 200 * 1024];
    let hash = Hash::of(&content);
    let path = dir.path().join("notat.txt");
    std::fs::write(&path, &content).unwrap();
    let (near, far) = UnixStream::pair().unwrap();
    let mut hub = Hub(far);
    let mut bo = Terminal::joined(&folder, "bo", |_| {
        let (reading, writing) = (near.try_clone().unwrap(), near.try_clone().unwrap());
        Some(Ends {
            reading: Box::new(reading),
            writing: Box::new(writing),
            close: Box::new(move || near.shutdown(std::net::Shutdown::Both).unwrap_or(())),
        })
    });
    hub.says(json!({"Lines": {"lines": [], "whole": true}}));
    bo.send(ground());
    assert!(hub.hears().get("Submit").is_some());
    bo.link
        .query(7, Query::Keep(path.to_string_lossy().into_owned()));
    let offer = json!({"Parcel": {"Offer": {"hash": hash, "size": content.len()}}});
    assert_eq!(hub.hears(), offer);
    let has = |bytes: usize| json!({"Has": {"hash": hash, "bytes": bytes}});
    hub.says(has(0));
    let mut taken = 0;
    let mut take = |said: &Value| {
        let piece = &said["Parcel"]["Piece"];
        assert_eq!(piece["at"], taken);
        taken += piece["bytes"].as_str().unwrap().len() / 2;
        taken
    };
    let under_way = (0..4).map(|_| take(&hub.hears())).last().unwrap();
    assert!(under_way < content.len() / 2);
    // No more is under way: what is typed now comes next.
    bo.send(typed(0, "Imens"));
    assert!(hub.hears().get("Submit").is_some());
    hub.says(has(under_way));
    take(&hub.hears());
    // What names the file, and what is typed after it, wait for it.
    let annex = Annex {
        id: Id::from_bits(900),
        file: hash.to_string(),
        ..Annex::default()
    };
    bo.send(vec![meeting(annex)]);
    bo.send(typed(0, "Efter "));
    loop {
        let taken = take(&hub.hears());
        hub.says(has(taken));
        if taken == content.len() {
            break;
        }
    }
    let answer = bo.wait("file", |event| match event {
        Event::Answer { number: 7, answer } => Some(answer.clone()),
        _ => None,
    });
    assert!(matches!(answer, Answer::Kept { name, .. } if name == "notat.txt"));
    let counters = [hub.hears(), hub.hears()].map(|said| said["Submit"]["counter"].clone());
    assert_eq!(counters, [json!(3), json!(4)]);
    // The hub is asked for a file once: it has it.
    let copy = folder.join("files").join(hash.to_string());
    assert_eq!(std::fs::read(copy).unwrap(), content);
    bo.link
        .query(8, Query::Keep(path.to_string_lossy().into_owned()));
    bo.wait("file", |event| {
        matches!(event, Event::Answer { number: 8, .. }).then_some(())
    });
}
