//! Chat logs as others' programs read them: the W3C scribe's own tests beside what `import` makes
//! of the same files. The files are not ours: REFERENT_CORPUS names their folder, and without it
//! this is skipped, and says so.

use std::collections::BTreeMap;
use std::path::Path;

use referent::domain::minutes::EntryKind;
use referent::intake::irc::{self, Log};

/// What must be the same, in hundredths of all values.
const WANTED: usize = 90;

/// Why a value differs, by the test it stands in.
const WHY: &[(&str, &str)] = &[
    (
        "error-02",
        "its program refuses a log in two formats whole; we read what we can",
    ),
    (
        "image-07",
        "a picture without words stands there; we keep the words beside it",
    ),
    (
        "irssi-02",
        "a full stop behind a name is no part of it here",
    ),
    (
        "zakim-03",
        "the test tells its program not to hear Zakim; we hear it",
    ),
    (
        "zakim-05",
        "its program shortens the address to w3c/wcag#1500; we keep it whole",
    ),
];

/// What a file holds, by sort.
type Values = BTreeMap<&'static str, Vec<String>>;

#[test]
fn logs_hold_what_other_programs_find_in_them() {
    let Some(corpus) = std::env::var_os("REFERENT_CORPUS") else {
        eprintln!("skipped: REFERENT_CORPUS names no folder with irc/scribe2-normalised");
        return;
    };
    let folder = Path::new(&corpus).join("irc/scribe2-normalised");
    let mut report = Report::default();
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .filter_map(|file| file.unwrap().file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".irc").map(str::to_owned))
        .collect();
    names.sort();
    for name in &names {
        let log = irc::read(&std::fs::read(folder.join(format!("{name}.irc"))).unwrap()).unwrap();
        let Ok(page) = std::fs::read(folder.join(format!("{name}.html"))) else {
            continue;
        };
        let page = String::from_utf8_lossy(&page);
        if !page.contains("<div id=attendees>") {
            println!("{name}: no minutes are expected, its program refuses the log");
            continue;
        }
        report.compare(name, &expected(&page), &found(&log));
    }
    let logs = Path::new(&corpus).join("irc/meetbot/tests");
    for file in std::fs::read_dir(logs).into_iter().flatten() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let log = found(&irc::read(&bytes).unwrap());
        report.compare(&name, &commanded(&String::from_utf8_lossy(&bytes)), &log);
    }
    println!("{}", report.print(names.len()));
    assert!(names.len() > 100, "the folder holds {} logs", names.len());
    assert!(report.share() >= WANTED);
    assert!(report.misses.iter().all(|miss| miss.contains(" – ")));
}

#[derive(Default)]
struct Report {
    same: BTreeMap<&'static str, usize>,
    all: BTreeMap<&'static str, usize>,
    misses: Vec<String>,
}

impl Report {
    fn compare(&mut self, name: &str, expected: &Values, found: &Values) {
        for (sort, wanted) in expected {
            let mut rest: Vec<&String> = found.get(sort).into_iter().flatten().collect();
            for value in wanted {
                *self.all.entry(sort).or_default() += 1;
                match rest.iter().position(|other| *other == value) {
                    Some(at) => {
                        rest.remove(at);
                        *self.same.entry(sort).or_default() += 1;
                    }
                    None => self.miss(name, sort, value, "is not there"),
                }
            }
            for value in rest {
                *self.all.entry(sort).or_default() += 1;
                self.miss(name, sort, value, "is too much");
            }
        }
    }

    fn miss(&mut self, name: &str, sort: &str, value: &str, what: &str) {
        let why = WHY.iter().find(|(test, _)| *test == name);
        let why = why.map_or_else(String::new, |(_, why)| format!(" – {why}"));
        self.misses
            .push(format!("{name}: {sort}: \"{value}\" {what}{why}"));
    }

    fn share(&self) -> usize {
        let all: usize = self.all.values().sum();
        100 * self.same.values().sum::<usize>() / all.max(1)
    }

    fn print(&self, files: usize) -> String {
        let mut lines = vec![format!("{files} logs, {} % of the values", self.share())];
        for (sort, all) in &self.all {
            let same = self.same.get(sort).unwrap_or(&0);
            lines.push(format!("  {sort}: {same} of {all}"));
        }
        lines.extend(self.misses.iter().cloned());
        lines.join("\n")
    }
}

fn found(log: &Log) -> Values {
    let plain = |values: Vec<&str>| sorted(values.into_iter().map(plain).collect());
    BTreeMap::from([
        ("topics", plain(log.headings().collect())),
        ("actions", plain(log.of(EntryKind::Action).collect())),
        ("resolutions", plain(log.of(EntryKind::Decision).collect())),
        (
            "present",
            plain(log.present.iter().map(String::as_str).collect()),
        ),
        (
            "regrets",
            plain(log.regrets.iter().map(String::as_str).collect()),
        ),
    ])
}

/// What the commands of a MeetBot log say, read by themselves.
fn commanded(text: &str) -> Values {
    let mut values = Values::from(
        ["topics", "actions", "resolutions", "present", "regrets"].map(|sort| (sort, Vec::new())),
    );
    for line in text.lines() {
        let said = line
            .split_once('<')
            .and_then(|(_, rest)| rest.split_once("> "));
        let (who, said) = match said.filter(|_| !line.starts_with('#')) {
            Some((who, said)) => (Some(who), said),
            None => (None, line),
        };
        let (word, rest) = said.split_once(' ').unwrap_or((said, ""));
        let mut put = |sort: &'static str, value: &str| {
            let list = values.entry(sort).or_default();
            if !value.is_empty()
                && (sort != "present" || !list.iter().any(|it| it.eq_ignore_ascii_case(value)))
            {
                list.push(plain(value));
            }
        };
        put("present", who.unwrap_or_default());
        match word {
            "#topic" => put("topics", rest.trim()),
            "#action" => put("actions", rest.trim()),
            "#agreed" | "#accepted" | "#rejected" => put("resolutions", rest.trim()),
            "#nick" => put("present", rest.trim()),
            _ => {}
        }
    }
    values
        .into_iter()
        .map(|(sort, list)| (sort, sorted(list)))
        .collect()
}

/// What the page of the W3C's scribe says.
fn expected(page: &str) -> Values {
    let main = page.split_once("<main").map_or(page, |(_, main)| main);
    let headings: Vec<String> = ["<h3", "<h4"]
        .iter()
        .flat_map(|open| elements(main, open, "</h"))
        .filter(|title| !title.starts_with("Summary of"))
        .collect();
    let list = |name: &str| {
        let part = page.split_once(&format!("<div id={name}"));
        let part = part.and_then(|(_, rest)| rest.split_once("</div>"));
        part.map_or_else(Vec::new, |(part, _)| elements(part, "<li", "</li>"))
    };
    let people = |name: &str| {
        let part = page.split_once(&format!("<dt>{name}</dt><dd>"));
        let part = part.and_then(|(_, rest)| rest.split_once("</dd>"));
        let text = part.map_or_else(String::new, |(part, _)| plain(&untagged(part)));
        let names = text.split(',').map(|name| name.trim().to_owned());
        names
            .filter(|name| !name.is_empty() && name != "-")
            .collect::<Vec<_>>()
    };
    let clean = |values: Vec<String>| sorted(values.iter().map(|value| plain(value)).collect());
    BTreeMap::from([
        ("topics", clean(headings)),
        ("actions", clean(list("ActionSummary"))),
        ("resolutions", clean(list("ResolutionSummary"))),
        ("present", clean(people("Present"))),
        ("regrets", clean(people("Regrets"))),
    ])
}

fn sorted(mut values: Vec<String>) -> Vec<String> {
    values.sort();
    values
}

/// The texts of all elements that begin so.
fn elements(page: &str, open: &str, close: &str) -> Vec<String> {
    let mut parts = page.split(open);
    parts.next();
    let inner = parts.filter_map(|part| part.split_once('>')?.1.split_once(close));
    inner.map(|(text, _)| untagged(text)).collect()
}

fn untagged(text: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for sign in text.chars() {
        match sign {
            '<' => inside = true,
            '>' => inside = false,
            sign if !inside => plain.push(sign),
            _ => {}
        }
    }
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    signs
        .iter()
        .fold(plain, |text, (from, to)| text.replace(from, to))
}

/// The words alone: where a line was broken, how a link is set and a film's mark are not compared.
fn plain(text: &str) -> String {
    let link = |word: &&str| word.starts_with("(http") || matches!(*word, "->" | "-->" | "…" | "🎞︎");
    let text = text.strip_prefix("rejected ").unwrap_or(text);
    let words = text.split_whitespace().filter(|word| !link(word));
    words.collect::<Vec<_>>().join(" ")
}
