//! Written anew in parts, the site is what it would be written from nothing, whatever changed since.

use std::fs;
use std::path::Path;

use super::{files, office};
use crate::dice::Dice;
use crate::office::{Office, times};

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
    "secretariat-set --name \"Fællessekretariatet\"",
    "secretariat-set --language en",
];

fn written(office: &Office, site: &Path, audience: &str) {
    let words = ["portal", &site.to_string_lossy(), "--audience", audience];
    office.ok(&words);
}

/// Changes, some at a time, and after each the two sites.
fn history(seed: u64) -> usize {
    let office = office();
    let mut dice = Dice(seed);
    let audience = ["public", "members"][dice.below(2)];
    let (again, fresh) = (office.beside("again"), office.beside("fresh"));
    let (mut done, mut told) = (0, Vec::new());
    for _ in 0..times("REFERENT_PORTAL_STEPS", 6) {
        for _ in 0..=dice.below(3) {
            let change = CHANGES[dice.below(CHANGES.len())];
            let output = office.fed(&["do", "--script", "-"], change);
            done += usize::from(output.status.success());
            told.push(format!("{change}: {}", output.status.success()));
        }
        written(&office, &again, audience);
        let _ = fs::remove_dir_all(&fresh);
        let _ = fs::remove_dir_all(office.beside(".fresh.portal"));
        written(&office, &fresh, audience);
        let (again, fresh) = (files(&again), files(&fresh));
        let names = |site: &std::collections::BTreeMap<String, Vec<u8>>| {
            site.keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(
            names(&again),
            names(&fresh),
            "seed {seed}:\n{}",
            told.join("\n")
        );
        for (path, bytes) in &again {
            assert!(
                *bytes == fresh[path],
                "seed {seed}, {path}:\n{}",
                told.join("\n")
            );
        }
    }
    done
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
    let office = office();
    let (site, memory) = (
        office.beside("again"),
        office.beside(".again.portal/memory.json"),
    );
    let venue = |name: &str| {
        office.ok(&[
            "do",
            "--meeting",
            "nims-2026-1",
            "meeting-set",
            "--venue",
            name,
        ]);
        written(&office, &site, "public");
    };
    venue("Havnen");
    let (before, remembered) = (files(&site), fs::read(&memory).unwrap());
    venue("Museet");
    // The power went before it was on the disk what the site had been made from; then the change was taken back.
    fs::write(&memory, remembered).unwrap();
    venue("Havnen");
    assert!(before == files(&site));
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
