use super::check::facts;
use super::*;
use crate::documents::letters::facts_known;
use crate::domain::id::Id;
use crate::domain::own_text::OwnText;

const DANISH: Language = Language::Danish;

fn network(name: &str, text: &str) -> Network {
    let mut network = Network::default();
    network.head.name = "NIMS".into();
    let row = OwnText {
        id: Id::from_bits(7),
        name: name.into(),
        text: text.into(),
        ..OwnText::default()
    };
    network.own_texts.insert(row.id, row);
    network
}

fn kind(name: &str, text: &str) -> (usize, &'static str) {
    let flaw = checked(name, DANISH, text).unwrap_err();
    (flaw.line, flaw.kind)
}

#[test]
fn every_built_in_text_is_one_that_could_be_set() {
    for name in NAMES {
        for language in [DANISH, Language::English] {
            let text = built_in(name, language);
            assert_eq!(
                text.is_empty(),
                name.contains("-opening") || name.ends_with("-closing")
            );
            assert_eq!(checked(name, language, text), Ok(()), "{name}");
        }
    }
}

#[test]
fn the_facts_a_text_is_tried_with_are_those_of_letters() {
    let tried: Vec<&str> = facts("agenda", true).into_keys().collect();
    assert_eq!(facts_known(), tried);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let subject = "Emne\n\n";
    for (text, line, wrong) in [
        ("{% include \"head\" %}\nx\n{{ ntwork }}", 5, "name"),
        ("{% if day %}\nx", 4, "syntax"),
        ("x\n{{ day", 4, "syntax"),
        ("x\n{{ day|sort }}", 4, "filter"),
        ("x\n{% set x = 1 %}", 4, "statement"),
        ("{%- macro a() %}", 3, "statement"),
        ("{% raw %}{% endraw %}", 3, "statement"),
        ("{{ day ~ day }}", 3, "sign"),
        ("{{ \"}}\" * 99999999 }}", 3, "sign"),
        ("{{ '\\'}}' * 99999999 }}", 3, "sign"),
        ("{{ day|join(day) }}", 3, "other"),
        ("{{ nothing() }}", 3, "other"),
    ] {
        assert_eq!(
            kind("agenda", &format!("{subject}{text}")),
            (line, wrong),
            "{text}"
        );
    }
    assert_eq!(kind("agenda", "\nHej"), (1, "subject"));
    assert_eq!(kind("greeting", &"x".repeat(6001)), (0, "long"));
    assert_eq!(
        checked(
            "greeting",
            DANISH,
            "Hej {{ name|upper }} {# ~ {% set %} #} 2 * 2 {"
        ),
        Ok(())
    );
}

#[test]
fn a_hostile_text_ends_and_ours_stands_instead() {
    let rows: Vec<String> = (0..400).map(|row| "x".repeat(row)).collect();
    let facts = std::collections::BTreeMap::from([("agenda", rows)]);
    let six = "{% for a in agenda %}".repeat(6) + &"{% endfor %}".repeat(6);
    let much = "{% for a in agenda %}{{ agenda|join }}{% endfor %}";
    let deep = "{% for a in agenda recursive %}{{ loop(agenda) }}{% endfor %}";
    let nested = "{{ ".to_owned() + &"(".repeat(3000) + " }}";
    for (text, wrong) in [
        (six.as_str(), "slow"),
        (much, "much"),
        (deep, "other"),
        (&nested, "syntax"),
    ] {
        let (said, broken) = filled(&network("greeting", text), "greeting", DANISH, &facts);
        let broken = broken.unwrap();
        assert_eq!(
            (broken.name.as_str(), broken.flaw.kind),
            ("greeting", wrong),
            "{text}"
        );
        assert_eq!(said.trim(), "Kære alle");
    }
}

#[test]
fn an_own_text_counts_in_its_language_alone_and_facts_are_no_text() {
    let network = network("greeting", "Goddag {{ name }}");
    let facts = std::collections::BTreeMap::from([("name", "{{ 1 }} {% x %}")]);
    let said = |language| filled(&network, "greeting", language, &facts).0;
    assert_eq!(said(DANISH), "Goddag {{ 1 }} {% x %}");
    assert_eq!(said(Language::English), "Dear {{ 1 }} {% x %}\n");
}

#[test]
fn paragraphs_are_prose_and_the_last_ones_can_have_a_heading() {
    let network = network(
        "minutes-closing",
        "# Praktisk\nHusk:\n- kaffe\n- brød til {{ network }}",
    );
    let facts = std::collections::BTreeMap::from([("network", "<NIMS>")]);
    let blocks = paragraphs(&network, "minutes-closing", DANISH, &facts);
    assert_eq!(blocks.len(), 3, "{blocks:?}");
    assert_eq!(blocks[0].role, Role::Part);
    assert!(paragraphs(&network, "minutes-opening", DANISH, &facts).is_empty());
}
