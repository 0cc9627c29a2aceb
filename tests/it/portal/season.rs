//! Seasons' programmes as the public and the members meet them.

use std::fs;
use std::path::Path;

use super::{files, office, portal};
use crate::office::{Office, text};

/// Two seasons with one address wanted by both, speakers who may be told of and speakers who may not.
const SEASONS: &str = r#"
season-set "Forår 2027" --network nims --portal public --from 2027-01-01 --until 2027-06-30
season-set "forår-2027" --network nims --portal public --from 2027-01-01 --until 2027-06-30
season-set "2027" --network nims
network-set nims --chair "Bo Friis"
season-set 2026 --network nims --portrait "MEDLEM portræt"
--meeting nims-2027-1 --item 1 agenda-set --title "Havne"
--meeting nims-2027-1 --item 1 speaker-add "Ida Ravn" --organisation "Havnen" --status confirmed
--meeting nims-2027-1 --item 1 speaker-add "MEDLEM Foredrag" --organisation "MEDLEM sted" --status invited
--meeting nims-2027-1 --item 1 speaker-add "MEDLEM Hansen" --status confirmed
--meeting nims-2027-1 programme-add "Rundvisning" --start 10:00 --end 11:00 --who "Ida Ravn og medlem hansen"
activity-set "Kursus i data" --network nims --place "Kursuscentret"
"#;

fn with_seasons() -> Office {
    let office = office();
    office.script(SEASONS);
    office
}

/// Where a season's page lies.
fn address(site: &Path, season: &str) -> String {
    let files = files(site);
    let wanted = format!("<h1>Program {season}:");
    let mut pages = files
        .iter()
        .filter(|(path, _)| path.starts_with("programmer/"));
    let found = pages.find(|(_, bytes)| text(bytes).contains(&wanted));
    found.unwrap().0.clone()
}

#[test]
fn a_programme_tells_who_speaks_and_nobody_who_may_not_be_named() {
    let office = with_seasons();
    let site = portal(&office, &[]);
    let files = files(&site);
    let path = address(&site, "Forår 2027");
    let page = text(&files[&path]);
    for told in [
        "Program Forår 2027",
        "Ida Ravn, Havnen",
        "Aarhus Kommune",
        "navnet følger",
        "Rundvisning, Ida Ravn og Aarhus Kommune",
        "Kursus i data",
        "Kursuscentret",
        "href=\"../../moeder/nims-2027-1.html\"",
    ] {
        assert!(page.contains(told), "{told}:\n{page}");
    }
    for (path, bytes) in files.iter().filter(|(path, _)| path.contains("program")) {
        let page = text(bytes);
        assert!(!page.to_lowercase().contains("medlem "), "{path}:\n{page}");
    }
    let english = path.replace("programmer/", "en/programmes/");
    let english = text(&files[&english]);
    assert!(english.contains("Programme"), "{english}");
    // What was announced last stands by its network too.
    let network = text(&files["netvaerk/nims.html"]);
    assert!(network.contains("programmer/nims/2026.html"), "{network}");
    assert!(!network.contains("programmer/nims/2027.html"), "{network}");
    // Two seasons with one name have an address each.
    let second = files.keys().filter(|path| path.starts_with("programmer/"));
    assert_eq!(second.count(), 3, "{:?}", files.keys());
    office.ok(&[
        "do",
        "season-set",
        "Forår 2027",
        "--network",
        "nims",
        "--portal",
        "nobody",
    ]);
    portal(&office, &[]);
    assert!(!site.join(&path).exists());
    let left = fs::read_dir(site.join("programmer/nims")).unwrap();
    assert_eq!(left.count(), 2);
}

#[test]
fn members_read_programmes_of_their_own_and_every_name() {
    let office = with_seasons();
    let site = portal(&office, &["--audience", "members"]);
    let files = files(&site);
    let page = text(&files[&address(&site, "Forår 2027")]);
    for told in ["MEDLEM Foredrag", "MEDLEM Hansen", "ikke bekræftet"] {
        assert!(page.contains(told), "{told}:\n{page}");
    }
    let page = text(&files["programmer/nims/2026.html"]);
    assert!(page.contains("MEDLEM portræt"), "{page}");
    assert!(files.contains_key("programmer/nims/saeson-2027.html"));
}

#[test]
fn the_check_says_what_programmes_hold_back() {
    let office = with_seasons();
    let site = office.beside("site");
    let said = office.ok(&["portal", &site.to_string_lossy(), "--check"]);
    for told in [
        "nims 2027: sæsonens program er ikke på portalen",
        "nims Sæson 2027: sæsonens program er kun for medlemmerne",
        "nims 2026: omtalen af mødelederen: uden samtykke",
        "nims Forår 2027: i programmets tekst er ét navn",
        "NIMS 1/2027: i programmet nævnes én oplægsholder kun ved, hvor de kommer fra",
        "NIMS 1/2027: i programmet nævnes én oplægsholder ikke, før de har sagt ja",
        "3 programmer for sæsoner",
    ] {
        assert!(said.contains(told), "{told}:\n{said}");
    }
}

#[test]
fn what_a_programme_is_made_of_makes_it_anew() {
    let office = with_seasons();
    let site = portal(&office, &[]);
    let page = site.join(address(&site, "Forår 2027"));
    let changes = [
        (
            "--meeting nims-2027-1 meeting-set --venue \"Vejle Rådhus\"",
            "Vejle Rådhus",
        ),
        (
            "--meeting nims-2027-1 programme-add \"Frokost i kantinen\"",
            "Frokost i kantinen",
        ),
        (
            "activity-set \"Kursus i data\" --network nims --place \"Tårnet\"",
            "Tårnet",
        ),
        (
            "person-set \"MEDLEM Hansen\" --consent 2026-01-05",
            "MEDLEM Hansen",
        ),
        (
            "season-set \"Forår 2027\" --network nims --closing \"På gensyn\"",
            "På gensyn",
        ),
    ];
    for (line, told) in changes {
        let before = fs::read_to_string(&page).unwrap();
        assert!(!before.contains(told), "{told}");
        office.script(&format!("{line}\n"));
        portal(&office, &[]);
        let after = fs::read_to_string(&page).unwrap();
        assert!(after.contains(told), "{line}: {told}\n{after}");
        let other = office.beside("other");
        let _ = fs::remove_dir_all(&other);
        let _ = fs::remove_dir_all(office.beside(".other.portal"));
        office.ok(&["portal", &other.to_string_lossy()]);
        assert!(files(&site) == files(&other), "{line}: as if written anew");
    }
}
