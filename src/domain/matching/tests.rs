//! Tables of what people type at the door.

use super::*;

fn person(name: &str, organisation: &str) -> Candidate<String> {
    let (given, family) = name.rsplit_once(' ').unwrap_or((name, ""));
    Candidate {
        key: name.to_owned(),
        given: given.to_owned(),
        family: family.to_owned(),
        organisation: organisation.to_owned(),
        ..Candidate::default()
    }
}

fn people() -> Index<String> {
    let mut robert = person("Robert Friis", "Vejle Kommune");
    robert.call_name = "Bo".to_owned();
    robert.code = "K7F2".to_owned();
    let mut ulla = person("Ulla Berg", "UCL Erhvervsakademi");
    ulla.email = "ub27@ucl.example".to_owned();
    Index::new([
        person("Åse Olsen", "Middelfart Kommune"),
        person("Aase Holm", "Vejle Kommune"),
        person("Karen Lund", "Odense Kommune"),
        person("Karen Marie Holm", "Aabenraa Kommune"),
        person("Kasper Lyng", "Kolding Kommune"),
        person("Søren Ærø", "Nyborg Kommune"),
        person("Anna Lund", "Faaborg-Midtfyn Kommune"),
        person("Annalise Lundsgaard", "Assens Kommune"),
        robert,
        ulla,
    ])
}

/// What is typed, who matches in order, and whether the first leads.
const TYPED: &[(&str, &[&str], bool)] = &[
    ("", &[], false),
    ("  ", &[], false),
    ("xyz", &[], false),
    ("aase o", &["Åse Olsen"], true),
    ("åse o", &["Åse Olsen"], true),
    ("ase o", &["Åse Olsen"], true),
    ("o aase", &["Åse Olsen"], true),
    ("aase", &["Aase Holm", "Åse Olsen"], false),
    ("åse", &["Aase Holm", "Åse Olsen"], false),
    ("aase v", &["Aase Holm"], true),
    ("kl od", &["Karen Lund"], true),
    ("klo", &["Karen Lund"], true),
    ("klod", &["Karen Lund"], true),
    ("klko", &["Kasper Lyng"], true),
    ("kl ko", &["Kasper Lyng", "Karen Lund"], true),
    ("kl", &["Karen Lund", "Kasper Lyng"], false),
    ("kmh", &["Karen Marie Holm"], true),
    ("kh", &["Karen Marie Holm"], true),
    ("khå", &["Karen Marie Holm"], true),
    ("sæ", &["Søren Ærø"], true),
    ("karen", &["Karen Lund", "Karen Marie Holm"], false),
    ("karen l", &["Karen Lund"], true),
    ("lund karen", &["Karen Lund"], true),
    ("marie", &["Karen Marie Holm"], true),
    ("aabenraa", &["Karen Marie Holm"], true),
    ("åbenrå", &["Karen Marie Holm"], true),
    ("soren", &["Søren Ærø"], true),
    ("soeren aeroe", &["Søren Ærø"], true),
    ("bo", &["Robert Friis"], true),
    ("robert", &["Robert Friis"], true),
    ("bf", &["Robert Friis"], true),
    ("rf v", &["Robert Friis"], true),
    ("K7F2", &["Robert Friis"], true),
    ("k7f2", &["Robert Friis"], true),
    ("K7F", &[], false),
    ("ub27", &["Ulla Berg"], true),
    ("ub27@ucl", &["Ulla Berg"], true),
    ("UB27@UCL.example", &["Ulla Berg"], true),
    ("ucl", &["Ulla Berg"], true),
    ("anna", &["Anna Lund", "Annalise Lundsgaard"], true),
    ("ann", &["Anna Lund", "Annalise Lundsgaard"], false),
    ("anna lund", &["Anna Lund", "Annalise Lundsgaard"], true),
    ("midtfyn", &["Anna Lund"], true),
    ("karen karen", &[], false),
    ("vejle", &["Robert Friis", "Aase Holm"], false),
];

#[test]
fn people_are_found_as_they_are_typed() {
    let index = people();
    for (typed, expected, leads) in TYPED {
        let found = index.find(typed, |_| false);
        let keys: Vec<&str> = found
            .matches
            .iter()
            .map(|found| found.key.as_str())
            .collect();
        assert_eq!(&keys, expected, "{typed}: {found:?}");
        assert_eq!(found.leads, *leads, "{typed}: {found:?}");
        assert_eq!(found.leader().is_some(), *leads);
    }
}

#[test]
fn one_letter_for_a_name_or_a_town_leads_nowhere() {
    let index = Index::new([person("Åse Olsen", "Vejle"), person("Åse Holm", "Odense")]);
    let found = index.find("aase o", |_| false);
    assert_eq!(found.matches.len(), 2);
    assert!(!found.leads, "{found:?}");
    assert!(index.find("aase od", |_| false).leads);
}

#[test]
fn those_present_sink() {
    let index = people();
    let found = index.find("karen", |key| key == "Karen Lund");
    assert_eq!(found.leader().map(String::as_str), Some("Karen Marie Holm"));
    assert_eq!(found.matches.last().map(|last| last.sunk), Some(true));

    let found = index.find("anna lund", |key| key == "Anna Lund");
    assert!(!found.leads, "the one meant is already there: {found:?}");

    assert!(!index.find("marie", |_| true).leads);
}
