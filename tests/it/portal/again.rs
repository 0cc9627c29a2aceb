//! Written anew in parts, the site is what it would be written from nothing, whatever changed since.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use chrono::Days;

use super::{files, office};
use crate::dice::Dice;
use crate::office::{Office, command, done, times};
use crate::serve::Serving;

/// What somebody changes: a meeting, people, what networks have, what is open; what is refused changes nothing.
const CHANGES: &[&str] = &[
    "--meeting nims-2026-1 meeting-set --venue Havnen",
    "--meeting nims-2027-1 meeting-set --venue Museet --title \"Et andet navn\"",
    "--meeting nims-2027-1 agenda-send",
    "--meeting nims-2027-1 --item 1 agenda-set --title \"Havne & både\"",
    "--meeting nims-2027-1 meeting-cancel --reason Storm",
    "--meeting nims-2026-1 minutes-approve",
    "--meeting nims-2026-1 minutes-publish",
    "--meeting nims-2026-1 minutes-correct",
    "--meeting nims-2026-1 article-publish",
    "--meeting nims-2026-1 article-set --title \"Karen Lund fortæller\" --theme \"havne, data\"",
    "--meeting nims-2026-1 undo --yes",
    "--meeting nims-2027-1 undo --yes",
    "meeting-new --network nims --title \"Ét til\" --date 2026-12-10 --start 10:00",
    "--meeting nims-2026-2 agenda-add \"Økonomi\" --kind decision --minutes 20",
    "--meeting nims-2026-2 agenda-send",
    "meeting-remove nims-2026-2",
    "person-set \"Karen Lund\" --consent none",
    "person-set \"Karen Lund\" --consent 2026-05-01",
    "person-set \"Bo Friis\" --consent 2026-05-01 --title Direktør",
    "person-set \"Karen Lund\" --name \"Karen Lund Hansen\"",
    "organisation-set odense --name \"Odense By\"",
    "network-set nims --name \"Netværk for havne\" --portal public",
    "network-set nims --portal nobody",
    "network-set nims --portal members",
    "network-set lukket --portal public",
    "network-new havne \"Havnenettet\" --purpose Havne",
    "network-set havne --portal public",
    "member-add nims \"Bo Friis\"",
    "attach --network nims --title Kort --link https://example.dk/kort --theme \"data/havne\"",
    "attach --network nims --title Tal --link https://example.dk/tal --theme \"data & havne\"",
    "project-add \"Broen\" --network nims --theme havne",
    "season-set \"Efterår 2027\" --network nims --portal public --from 2027-08-01 --until 2027-12-31",
    "season-set 2026 --network nims --portal members",
    "season-set 2026 --network nims --portal public --introduction \"Et andet år\"",
    "activity-add \"Studietur\" --network nims --kind course --when 2027-05",
    "activity-set \"Kursus i data\" --network nims --place Biblioteket",
    "knowledge-add \"Endnu en lov\" --network nims --source \"Lov nr. 2\"",
    "language en",
    "season-remove 2026 --network nims",
    "--network nims letterhead-set --colour 1a5fb4 --footer \"Havnens netværk\"",
    "person-erase \"Bo Friis\" --yes",
    "person-new \"Ulla Berg\" --organisation aarhus",
    "person-remove \"Ulla Berg\"",
    "organisation-remove aarhus",
    "--meeting nims-2026-1 meeting-move 2026-12-03",
    "--meeting nims-2027-1 meeting-set --host aarhus --venue \"\"",
    "--network nims action-done \"Send årsplan\"",
];

/// A folder with two sites: one is written again and again, the other from nothing after each of some changes.
struct Trial {
    office: Office,
    audience: &'static str,
    /// Days that have passed.
    days: u64,
    told: Vec<String>,
    done: usize,
}

impl Trial {
    fn new(audience: &'static str) -> Self {
        Self {
            office: office(),
            audience,
            days: 0,
            told: Vec::new(),
            done: 0,
        }
    }

    fn write(&self, site: &str) {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() + Days::new(self.days);
        let site = self.office.beside(site);
        let words = [
            "portal",
            &site.to_string_lossy(),
            "--audience",
            self.audience,
        ];
        let mut command = command(&self.office.folder());
        command
            .args(words)
            .env("REFERENT_NOW", format!("{day}T10:00"));
        done(&words, &command.output().unwrap());
    }

    /// Something that happens between two writings.
    fn go_on(&mut self, dice: &mut Dice) {
        match dice.below(8) {
            0 => {
                self.days += [1, 40, 400][dice.below(3)];
                self.told.push(format!("{} days", self.days));
            }
            // As after a kill: what the first screen needs is not there.
            1 => {
                let _ = fs::remove_file(self.office.folder().join("front.json"));
                self.told.push("killed".to_owned());
            }
            _ => {}
        }
        for _ in 0..dice.below(4) {
            let change = CHANGES[dice.below(CHANGES.len())];
            let output = self.office.fed(&["do", "--script", "-"], change);
            self.done += usize::from(output.status.success());
            self.told
                .push(format!("{change}: {}", output.status.success()));
        }
    }

    fn venue(&self, name: &str) {
        let set = [
            "do",
            "--meeting",
            "nims-2026-1",
            "meeting-set",
            "--venue",
            name,
        ];
        self.office.ok(&set);
    }

    /// What is kept for the next time, and the site, are what they are where nothing was kept.
    fn compare(&self) {
        let (kept, aside) = (self.office.folder().join(KEPT), self.office.beside("kept"));
        let again = fs::read(&kept).unwrap();
        fs::rename(&kept, &aside).unwrap();
        let _ = fs::remove_dir_all(self.office.beside("fresh"));
        let _ = fs::remove_dir_all(self.office.beside(".fresh.portal"));
        self.write("fresh");
        let told = self.told.join("\n");
        assert!(again == fs::read(&kept).unwrap(), "{told}");
        fs::rename(&aside, &kept).unwrap();
        let (again, fresh) = ["again", "fresh"]
            .map(|site| files(&self.office.beside(site)))
            .into();
        let names = |site: &BTreeMap<String, Vec<u8>>| site.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&again), names(&fresh), "{told}");
        for (path, bytes) in &again {
            assert!(*bytes == fresh[path], "{path}:\n{told}");
        }
    }
}

/// What writing a site keeps in the data folder.
const KEPT: &str = "portal.json";

/// Changes, some at a time, and after each the two sites.
fn history(seed: u64) -> usize {
    let mut dice = Dice(seed);
    let mut trial = Trial::new(["public", "members"][dice.below(2)]);
    trial.told.push(format!("seed {seed}"));
    for _ in 0..times("REFERENT_PORTAL_STEPS", 6) {
        let serving = (dice.below(4) == 0).then(|| Serving::start(&trial.office.folder()));
        trial.go_on(&mut dice);
        trial.write("again");
        if serving.is_some() {
            drop(serving);
            // Only who holds the folder keeps anything in it.
            trial.write("again");
        }
        trial.compare();
    }
    trial.done
}

#[test]
fn after_any_changes_the_site_is_as_if_written_from_nothing() {
    let done: usize = (1..=times("REFERENT_PORTAL_SEEDS", 3))
        .map(|seed| history(seed as u64))
        .sum();
    assert!(done > 8, "{done} changes were made");
}

#[test]
fn what_was_remembered_of_another_state_of_the_site_is_not_relied_on() {
    let trial = Trial::new("public");
    let memory = trial.office.beside(".again.portal/memory.json");
    let venue = |name: &str| {
        trial.venue(name);
        trial.write("again");
    };
    venue("Havnen");
    let site = trial.office.beside("again");
    let (before, remembered) = (files(&site), fs::read(&memory).unwrap());
    venue("Museet");
    // The power went before it was on the disk what the site had been made from; then the change was taken back.
    fs::write(&memory, remembered).unwrap();
    venue("Havnen");
    assert!(before == files(&site));
}

#[test]
fn after_a_change_of_what_was_looked_at_last_the_database_is_not_needed() {
    let trial = Trial::new("public");
    trial.write("again");
    let (database, aside) = (
        trial.office.folder().join("sled"),
        trial.office.beside("sled"),
    );
    for name in ["Havnen", ""] {
        if !name.is_empty() {
            trial.venue(name);
            trial.office.ok(&["show", "nims-2026-1"]);
        }
        fs::rename(&database, &aside).unwrap();
        trial.write("again");
        assert!(!database.exists(), "it was opened");
        fs::rename(&aside, &database).unwrap();
    }
    trial.compare();
}

#[test]
fn what_is_kept_of_the_register_is_for_nobody_else_and_goes_with_who_is_erased() {
    let trial = Trial::new("public");
    trial.write("again");
    let kept = trial.office.folder().join(KEPT);
    let text = fs::read_to_string(&kept).unwrap();
    assert!(text.contains("Bo Friis"));
    assert_eq!(
        fs::metadata(&kept).unwrap().permissions().mode() & 0o777,
        0o600
    );
    trial
        .office
        .ok(&["do", "person-erase", "Bo Friis", "--yes"]);
    assert!(!kept.exists());
    trial.write("again");
    assert!(!fs::read_to_string(&kept).unwrap().contains("Bo Friis"));
}

#[test]
fn what_is_not_whole_or_another_programs_is_not_relied_on() {
    let trial = Trial::new("public");
    trial.write("again");
    let kept = trial.office.folder().join(KEPT);
    let altered = |text: &str| text.replace("Karen Lund", "Ellen Lund");
    let other = |text: &str| {
        let (_, json) = text.split_once('\n').unwrap();
        let own = format!("{{\"program\":\"{}", env!("CARGO_PKG_VERSION"));
        assert!(json.starts_with(&own), "{json}");
        let json = altered(json).replacen(&own, "{\"program\":\"0.0.0", 1);
        let check = blake3::hash(json.as_bytes()).to_hex();
        format!("{}\n{json}", &check[..32])
    };
    for (venue, change) in [
        ("Havnen", &altered as &dyn Fn(&str) -> String),
        ("Museet", &other),
    ] {
        let text = fs::read_to_string(&kept).unwrap();
        fs::write(&kept, change(&text)).unwrap();
        trial.venue(venue);
        trial.write("again");
        trial.compare();
    }
}

#[test]
fn every_change_can_be_made() {
    let office = office();
    let refused: Vec<&&str> = CHANGES
        .iter()
        .filter(|change| {
            !office
                .fed(&["do", "--script", "-"], change)
                .status
                .success()
        })
        .collect();
    // What was not sent or approved yet, and what nobody did, cannot be taken back.
    assert!(refused.len() <= 4, "{refused:#?}");
}
