//! The portal as the public meets it: what is there and what is not, how it is written, and what a browser and a checker
//! of accessibility say of every kind of page.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::office::{Office, all, has, text};

mod again;
mod season;

/// A network with all that a portal shows, and a word MEDLEM in everything that only members may read.
const STORY: &str = r##"
network-set nims --portal public
network-new lukket "MEDLEM lukket netværk" --purpose "MEDLEM formål"
person-set "Karen Lund" --consent 2026-01-05 --email MEDLEM@example.dk --phone "MEDLEM 12" --note "MEDLEM note"
person-set "Bo Friis" --title "MEDLEM titel"
person-new "MEDLEM Hansen" --organisation aarhus --email x@example.dk
member-add nims "MEDLEM Hansen"
terms-set --network nims --way-of-working "Fire møder om året" --expected-results "Et fælles katalog"
terms-adopt --network nims --by "Styregruppen" --date 2026-02-01
attach --network nims --title "Åbne data" --link "https://example.dk/data?a=1&b=2" --theme "samskabelse, data"
project-add "Fælles om havnen" --network nims --partners "Odense, Aarhus" --results "Et katalog" --theme "samskabelse"
knowledge-add "Ny lov om støtte" --network nims --source "Lov nr. 1" --proposal "MEDLEM forslag"
knowledge-status "Ny lov om støtte" odense --network nims --status working --note "MEDLEM status"
activity-add "Kursus i data" --network nims --kind course --when 2027-03
activity-add "MEDLEM idé" --network nims --kind course --status idea
enquiry-add "MEDLEM henvendelse" --from "MEDLEM afsender"
--meeting nims-2026-1 meeting-set --link "https://MEDLEM.example/rum"
--meeting nims-2026-1 agenda-add "MEDLEM lukket punkt" --closed --minutes 10 --background "MEDLEM sag"
--meeting nims-2026-1 --item 1 speaker-add "Ulla Berg" --status confirmed
--meeting nims-2026-1 practical-add "MEDLEM kaffe" --who "Karen Lund" --days 2
--meeting nims-2026-1 invite "MEDLEM Hansen"
--meeting nims-2026-1 rsvp "Karen Lund" yes
--meeting nims-2026-1 agenda-send
--meeting nims-2026-1 meeting-start
--meeting nims-2026-1 check-in "Karen Lund"
--meeting nims-2026-1 check-in "MEDLEM Hansen"
--meeting nims-2026-1 --item 2 decision-add "Netværket holder fire møder."
--meeting nims-2026-1 --item 2 action-add "Send årsplan" --owner "MEDLEM Hansen" --due 2026-12-01
--meeting nims-2026-1 --item 2 private-add "MEDLEM privat"
--meeting nims-2026-1 --item 3 note-add "MEDLEM lukket note"
--meeting nims-2026-1 meeting-close
--meeting nims-2026-1 article-set --title "Fire møder" --summary "Vi mødtes." --body "Netværket mødtes." --theme "samskabelse"
meeting-new --network nims --title "Kladden" --date 2027-01-14 --start 09:30
--meeting nims-2027-1 agenda-add "MEDLEM ikke sendt" --kind discussion
--meeting nims-2026-1 --item 1 speaker-add "MEDLEM Hansen" --status confirmed
--meeting nims-2026-1 programme-add "Frokost" --start 12:00 --kind meal --who "MEDLEM  hansen"
season-set 2026 --network nims --portal public --introduction "Et år om havne. MEDLEM Hansens hold fortæller."
season-set "Sæson 2027" --network nims --portal members --introduction "MEDLEM program"
"##;

fn office() -> Office {
    let office = Office::new();
    office.script(STORY);
    office
}

fn portal(office: &Office, words: &[&str]) -> PathBuf {
    let site = office.beside("site");
    office.ok(&[&["portal", &site.to_string_lossy()], words].concat());
    site
}

/// Every file of a site by its path, with what is in it.
fn files(site: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy();
                found.insert(name.into_owned(), fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(site, site, &mut found);
    found
}

/// Approves and publishes the minutes of the meeting.
fn publish(office: &Office) {
    office.script(
        "--meeting nims-2026-1 minutes-approve\n--meeting nims-2026-1 minutes-publish\n\
         --meeting nims-2026-1 article-publish\n",
    );
}

#[test]
fn the_public_reads_nothing_that_is_for_members() {
    let office = office();
    publish(&office);
    let site = portal(&office, &[]);
    let files = files(&site);
    for (path, bytes) in &files {
        let page = text(bytes);
        assert!(!page.contains("MEDLEM"), "{path}:\n{page}");
        assert!(!page.contains("medlem.example"), "{path}:\n{page}");
        assert!(!path.to_lowercase().contains("medlem"), "{path}");
    }
    let meeting = text(&files["moeder/nims-2026-1.html"]);
    for told in [
        "Netværket holder fire møder.",
        "Godkendt",
        "Send årsplan",
        "Ulla Berg",
    ] {
        assert!(meeting.contains(told), "{told}:\n{meeting}");
    }
    let network = text(&files["netvaerk/nims.html"]);
    assert!(network.contains("Odense Kommune: Karen Lund"), "{network}");
    assert!(!network.contains("Bo Friis"), "{network}");
    assert!(files.contains_key("artikler/nims-2026-1.html"));
}

#[test]
fn minutes_wait_for_approval_and_an_article_for_being_published() {
    let office = office();
    let site = portal(&office, &[]);
    let meeting = text(&files(&site)["moeder/nims-2026-1.html"]);
    assert!(!meeting.contains("fire møder."), "{meeting}");
    assert!(!site.join("artikler").exists());
    let said = office.ok(&["portal", &site.to_string_lossy(), "--check"]);
    for told in [
        "NIMS 1/2026: referatet er ikke godkendt",
        "artiklen er et udkast",
        "ét lukket punkt",
        "NIMS 1/2027: dagsordenen er ikke sendt ud",
        "lukket: netværket er ikke på portalen",
        "3 personer nævnes ikke ved navn",
    ] {
        assert!(said.contains(told), "{told}:\n{said}");
    }
    let check = office.json(&["portal", &site.to_string_lossy(), "--check", "--json"]);
    assert_eq!(check["minutes"], 0);
    assert!(check["withheld"].as_array().unwrap().len() > 4);
}

#[test]
fn members_read_what_is_theirs_on_a_site_of_their_own() {
    let office = office();
    publish(&office);
    let site = portal(&office, &["--audience", "members"]);
    let files = files(&site);
    let meeting = text(&files["moeder/nims-2026-1.html"]);
    for told in ["MEDLEM lukket note", "MEDLEM Hansen", "noindex"] {
        assert!(meeting.contains(told), "{told}:\n{meeting}");
    }
    assert!(!meeting.contains("MEDLEM privat"), "{meeting}");
    // One network is nobody's.
    assert!(!files.values().any(|it| text(it).contains("MEDLEM formål")));
}

#[test]
fn a_second_run_changes_nothing_and_one_change_only_its_pages() {
    let office = office();
    publish(&office);
    let site = portal(&office, &[]);
    let first = files(&site);
    let numbers = |site: &Path| -> BTreeMap<String, u64> {
        let number = |path: &String| fs::metadata(site.join(path)).unwrap().ino();
        first
            .keys()
            .map(|path| (path.clone(), number(path)))
            .collect()
    };
    let (was, folder) = (numbers(&site), fs::metadata(&site).unwrap().ino());
    let remembered = || {
        let memory = office.beside(".site.portal/memory.json");
        fs::metadata(memory).unwrap().ino()
    };
    let memory = remembered();
    portal(&office, &[]);
    assert_eq!(first, files(&site));
    assert_eq!(memory, remembered(), "nothing was written beside it");
    assert_eq!(
        folder,
        fs::metadata(&site).unwrap().ino(),
        "nothing was written"
    );
    let other = office.beside("other");
    office.ok(&["portal", &other.to_string_lossy()]);
    assert!(
        first == files(&other),
        "the same site, wherever it is written"
    );
    office.ok(&[
        "do",
        "--meeting",
        "nims-2027-1",
        "meeting-set",
        "--venue",
        "Vejle Rådhus",
    ]);
    portal(&office, &[]);
    let second = files(&site);
    let changed: Vec<&String> = second
        .keys()
        .filter(|path| first.get(*path) != second.get(*path))
        .collect();
    assert_eq!(
        changed,
        [
            "calendar.ics",
            "en/calendar.ics",
            "en/meetings/nims-2027-1.html",
            "moeder/nims-2027-1.html"
        ]
    );
    let now = numbers(&site);
    let rewritten: Vec<&String> = now.keys().filter(|path| was[*path] != now[*path]).collect();
    // The copy that stands there now was made from the one before it: what is the same is the same file.
    assert_eq!(rewritten, changed);
    // And back again, in the copy that was first.
    office.ok(&[
        "do",
        "--meeting",
        "nims-2027-1",
        "meeting-set",
        "--venue",
        "",
    ]);
    portal(&office, &[]);
    assert!(first == files(&site));
}

#[test]
fn the_site_is_whole_after_a_broken_run_and_never_takes_what_is_others() {
    let office = office();
    let site = portal(&office, &[]);
    let first = files(&site);
    // A run that was broken off while it wrote the other copy.
    let beside = office.beside(".site.portal");
    fs::create_dir_all(beside.join("spare/moeder")).unwrap();
    fs::write(beside.join("spare/moeder/half.html"), "<html>").unwrap();
    fs::write(beside.join("unfinished"), "").unwrap();
    // And a page that somebody removed.
    fs::remove_file(site.join("moeder/nims-2026-1.html")).unwrap();
    portal(&office, &[]);
    assert!(first == files(&site));
    let mine = site.join("mit.txt");
    fs::write(&mine, "mit").unwrap();
    office.ok(&["do", "network-set", "nims", "--name", "NIMS"]);
    let refused = office.call(&["portal", &site.to_string_lossy()]);
    assert!(!refused.status.success());
    assert!(
        text(&refused.stderr).contains("mit.txt"),
        "{}",
        text(&refused.stderr)
    );
    assert_eq!(fs::read_to_string(&mine).unwrap(), "mit");
    let inside = office.folder().join("site");
    let refused = office.call(&["portal", &inside.to_string_lossy()]);
    assert!(!refused.status.success() && !inside.exists());
}

#[test]
fn every_link_leads_somewhere() {
    let office = office();
    publish(&office);
    let file = office.beside("Budget 2027.txt");
    fs::write(&file, "tal").unwrap();
    office.ok(&[
        "do",
        "attach",
        &file.to_string_lossy(),
        "--network",
        "nims",
        "--title",
        "Budget",
    ]);
    let site = portal(&office, &["--base-url", "https://portal.example/x"]);
    let files = files(&site);
    assert!(
        files
            .keys()
            .any(|path| path.starts_with("bilag/budget-2027-"))
    );
    let mut followed = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = text(bytes);
        for attribute in ["href=\"", "src=\"", "data-index=\""] {
            for rest in page.split(attribute).skip(1) {
                let to = rest.split('"').next().unwrap();
                if to.starts_with("https://") || to.starts_with('#') {
                    continue;
                }
                let mut at: Vec<&str> = path.split('/').collect();
                at.pop();
                for part in to.split('/') {
                    match part {
                        ".." => _ = at.pop().unwrap(),
                        part => at.push(part),
                    }
                }
                assert!(files.contains_key(&at.join("/")), "{path} leads to {to}");
                followed += 1;
            }
        }
    }
    assert!(followed > 400, "{followed}");
    let map = text(&files["sitemap.xml"]);
    assert!(
        map.contains("<loc>https://portal.example/x/moeder/nims-2026-1.html</loc>"),
        "{map}"
    );
}

/// The folder of what `tests/run` got from npm, and the browser; missing is told, and not accepted when all is tested.
fn browser() -> Option<(PathBuf, String)> {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/node");
    if !has("node") || !has("chromium") {
        return None;
    }
    let there = tools.join("node_modules/axe-core").is_dir();
    assert!(there || !all(), "axe-core is missing");
    if !there {
        println!("skipped: axe-core is missing");
        return None;
    }
    let found = Command::new("sh")
        .args(["-c", "command -v chromium"])
        .output()
        .unwrap();
    Some((tools, text(&found.stdout).trim().to_owned()))
}

/// What the browser found.
fn looked(site: &Path, mut job: Value) -> Option<Value> {
    let (tools, browser) = browser()?;
    job["root"] = json!(site);
    job["browser"] = json!(browser);
    let mut child = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site.mjs"))
        .env("NODE_TOOLS", tools)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut stdin, job.to_string().as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn every_kind_of_page_is_accessible_and_the_search_finds() {
    let office = office();
    publish(&office);
    let site = portal(&office, &[]);
    let kinds = [
        "index.html",
        "netvaerk/nims.html",
        "moeder/nims-2026-1.html",
        "moeder/nims-2027-1.html",
        "programmer/nims/2026.html",
        "artikler/nims-2026-1.html",
        "aktiviteter.html",
        "aar/2026.html",
        "temaer.html",
        "temaer/samskabelse.html",
        "viden.html",
        "projekter.html",
        "oplaeg.html",
        "alt.html",
        "soeg.html",
        "en/index.html",
        "en/networks/nims.html",
        "en/meetings/nims-2026-1.html",
        "en/programmes/nims/2026.html",
        "en/articles/nims-2026-1.html",
        "en/activities.html",
        "en/years/2026.html",
        "en/themes.html",
        "en/themes/samskabelse.html",
        "en/knowledge.html",
        "en/projects.html",
        "en/talks.html",
        "en/everything.html",
        "en/search.html",
    ];
    let job = json!({
        "widths": [320, 1280],
        "judged": kinds,
        "search": {"page": "soeg.html", "words": "fælles HAVN"},
    });
    let Some(found) = looked(&site, job) else {
        return;
    };
    for wrong in ["violations", "elsewhere", "complaints", "wide"] {
        assert_eq!(found[wrong], json!([]), "{wrong}");
    }
    assert_eq!(found["hits"], json!(["Fælles om havnen /projekter.html"]));
}

/// Texts that mean something to some program, each ended with a number so that no two are alike.
const EVIL: [&str; 24] = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</main></body></html>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "<svg/onload=alert(1)>",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "<!-- slut",
    "slut --> begyndt <!--",
    "<![CDATA[ x ]]>",
    "]]> x",
    "<?php echo 1 ?>",
    "{{ 7*7 }} ${7*7} <%= 7 %>",
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "<a href=javascript:alert(1)>x</a>",
    "<style>*{display:none}</style>",
    "<base href=https://example.dk/>",
    "<meta http-equiv=refresh content=0>",
    "<iframe srcdoc='<b>x</b>'></iframe>",
    "</dl></section></details>",
    "<form action=https://example.dk><input name=q>",
    "**fed** [navn](https://example.dk) `x`",
    "\\x3cscript\\x3e \\u003cb\\u003e",
];
/// Rows that each have ten texts.
const ROWS: usize = 96;

/// The same records, with these texts in every field that a page shows.
fn filled(word: impl Fn(usize) -> String) -> String {
    let quoted = |number: usize| {
        let text = word(number).replace('\\', "\\\\").replace('"', "\\\"");
        format!("\"{text} {number:04}\"")
    };
    let mut script = String::from("network-set nims --portal public\n");
    for row in 0..ROWS {
        let at = |part: usize| quoted(row * 10 + part);
        script.push_str(&format!(
            "attach --network nims --title {} --link https://example.dk/{row}\n\
             project-add {} --network nims --partners {} --results {}\n\
             --meeting nims-2026-1 agenda-add {} --background {} --recommendation {}\n\
             knowledge-add {} --network nims --source {}\n\
             activity-add {} --network nims --kind course --when 2027-03\n",
            at(0),
            at(1),
            at(2),
            at(3),
            at(4),
            at(5),
            at(6),
            at(7),
            at(8),
            at(9),
        ));
    }
    script.push_str(&format!(
        "season-set 2026 --network nims --portal public --introduction {} --portrait {} --closing {}\n\
         --meeting nims-2026-1 programme-add {} --who {} --place {} --note {}\n\
         --meeting nims-2026-1 --item 1 speaker-add {} --title {} --presentation {} --status confirmed\n",
        quoted(0),
        quoted(1),
        quoted(2),
        quoted(3),
        quoted(4),
        quoted(5),
        quoted(6),
        quoted(7),
        quoted(8),
        quoted(9),
    ));
    script.push_str("--meeting nims-2026-1 agenda-send\n");
    script
}

#[test]
fn whatever_is_written_changes_nothing_in_the_shape_of_a_page() {
    if browser().is_none() {
        return;
    }
    let pages = [
        "index.html",
        "netvaerk/nims.html",
        "moeder/nims-2026-1.html",
        "programmer/nims/2026.html",
        "aktiviteter.html",
        "aar/2027.html",
        "viden.html",
        "projekter.html",
        "alt.html",
        "en/meetings/nims-2026-1.html",
        "en/everything.html",
    ];
    // Both sites stand in one folder, so that the browser starts once.
    let both = tempfile::tempdir().unwrap();
    let evil = |number: usize| EVIL[number % EVIL.len()].to_owned();
    for (name, script) in [
        ("plain", filled(|_| "ord".to_owned())),
        ("evil", filled(evil)),
    ] {
        let office = Office::new();
        office.script(&script);
        office.ok(&["portal", &both.path().join(name).to_string_lossy()]);
    }
    let shaped: Vec<String> = ["plain", "evil"]
        .iter()
        .flat_map(|site| pages.iter().map(move |page| format!("{site}/{page}")))
        .collect();
    let found = looked(both.path(), json!({"shaped": shaped})).unwrap();
    for page in pages {
        let shape = |site: &str| found["shapes"][format!("{site}/{page}")].as_str().unwrap();
        assert!(shape("plain").len() > 500, "{page}");
        assert!(shape("plain") == shape("evil"), "{page}");
    }
    assert_eq!(found["complaints"], json!([]));
    assert_eq!(found["elsewhere"], json!([]));
    let site = text(&fs::read(both.path().join("evil/viden.html")).unwrap());
    assert!(
        site.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "the texts are there"
    );
}
