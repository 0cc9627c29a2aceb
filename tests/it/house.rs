//! The house: dependencies point one way, files stay small, nothing from outside is named.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Which modules a module may name.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("journal", &["domain"]),
    ("store", &["domain", "journal"]),
    ("hub", &["domain", "journal", "store"]),
    ("locale", &["domain"]),
    ("documents", &["domain", "locale"]),
    ("intake", &["domain", "locale", "documents"]),
    ("app", &["domain", "locale", "documents", "intake"]),
    ("ui", &["domain", "locale", "documents", "app"]),
    (
        "runtime",
        &["domain", "locale", "app", "ui", "hub", "documents"],
    ),
    (
        "cli",
        &[
            "domain",
            "journal",
            "store",
            "hub",
            "locale",
            "documents",
            "intake",
            "app",
            "ui",
            "runtime",
        ],
    ),
];

/// Files that know more than the house aims for, in lines.
const LONGEST: usize = 450;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

fn module(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    let first = inside
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules a line of code names through `crate::`, also those in braces after it.
fn named(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for rest in text.split("crate::").skip(1) {
        let group = rest
            .strip_prefix('{')
            .and_then(|rest| rest.split('}').next());
        let heads: Vec<&str> = group.map_or_else(|| vec![rest], |group| group.split(',').collect());
        for head in heads {
            let name: String = head
                .trim()
                .chars()
                .take_while(|sign| sign.is_ascii_lowercase() || *sign == '_')
                .collect();
            names.insert(name);
        }
    }
    names
}

#[test]
fn dependencies_point_one_way() {
    let known: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    for path in sources(Path::new("src")) {
        let from = module(&path);
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == from) else {
            continue;
        };
        for to in named(&fs::read_to_string(&path).unwrap()) {
            let arrow =
                to == from || allowed.contains(&to.as_str()) || !known.contains(to.as_str());
            assert!(
                arrow,
                "{} names {to}: {from} may know only {allowed:?}",
                path.display()
            );
        }
    }
}

#[test]
fn sled_is_known_to_the_store_alone_and_the_terminal_to_ui() {
    for path in sources(Path::new("src")) {
        let text = fs::read_to_string(&path).unwrap();
        let from = module(&path);
        for (library, home) in [
            ("sled::", "store"),
            ("ratatui::", "ui"),
            ("rusqlite::", "nobody"),
        ] {
            let names = text.lines().any(|line| {
                let code = line.split("//").next().unwrap_or_default();
                code.split(|sign: char| !(sign.is_alphanumeric() || sign == ':' || sign == '_'))
                    .any(|word| word.starts_with(library))
            });
            assert!(
                !names || from == home,
                "{} names {library}, which only {home} may",
                path.display()
            );
        }
    }
}

#[test]
fn files_stay_small_and_say_what_they_are() {
    for path in sources(Path::new("src")) {
        let text = fs::read_to_string(&path).unwrap();
        let tests =
            path.ends_with("tests.rs") || path.components().any(|part| part.as_os_str() == "tests");
        assert!(
            tests || text.starts_with("//!"),
            "{} does not say what it owns",
            path.display()
        );
        let lines = text.lines().count();
        assert!(
            lines <= LONGEST,
            "{} has {lines} lines: aim under 400",
            path.display()
        );
    }
}
