//! Keymaps as they are shipped, and a person's own over them.

use super::*;

#[test]
fn every_shipped_keymap_is_what_its_file_says() {
    for (name, text) in SHIPPED {
        let mut read = match *name {
            "default" => Keymap::default(),
            _ => Keymap::shipped("default").unwrap(),
        };
        read.lay_over(text, name).unwrap();
        let shipped = Keymap::shipped(name).unwrap();
        assert_eq!(shipped, read, "{name}");
        assert!(shipped.of("text").count() > 40, "{name}");
    }
}

#[test]
fn every_list_goes_up_and_down_by_the_hands_own_keys() {
    let lists: [&[&'static str]; 10] = [
        &["home", "list", "global"],
        &["network", "list", "global"],
        &["followup", "list", "global"],
        &["year", "list", "global"],
        &["figures", "list", "global"],
        &["history", "list", "global"],
        &["next", "agenda", "meeting", "list", "global"],
        &["agenda", "meeting", "list", "global"],
        &["participants", "meeting", "list", "global"],
        &["actions", "meeting", "list", "global"],
    ];
    for (name, down, up) in [
        ("default", "down", "up"),
        ("vim", "j", "k"),
        ("emacs", "ctrl-n", "ctrl-p"),
    ] {
        let keymap = Keymap::shipped(name).unwrap();
        for scopes in lists {
            for (key, line) in [(down, "list-down"), (up, "list-up")] {
                let key: KeyPress = key.parse().unwrap();
                let found = keymap.find(scopes, key);
                assert_eq!(found, Some(&[line.to_owned()][..]), "{name} {scopes:?}");
            }
        }
    }
}

#[test]
fn vim_hands_find_first_last_undo_and_remove_in_every_list() {
    let keymap = Keymap::shipped("vim").unwrap();
    let g = KeyPress::from_str("g").unwrap();
    let lists: [(&[&'static str], &str); 8] = [
        (&["home", "list", "global"], ""),
        (&["network", "list", "global"], "network-row-remove"),
        (&["desk", "list", "global"], "desk-remove"),
        (&["followup", "list", "global"], "action-drop"),
        (&["year", "list", "global"], "year-row-remove"),
        (&["agenda", "meeting", "list", "global"], "agenda-remove"),
        (&["participants", "meeting", "list", "global"], "uninvite"),
        (&["actions", "meeting", "list", "global"], "action-drop"),
    ];
    for (scopes, removes) in lists {
        assert!(keymap.begins(scopes, g), "{scopes:?}: g begins gg");
        let wanted = [
            ("g g", "list-first"),
            ("G", "list-last"),
            ("u", "undo"),
            ("ctrl-r", "redo"),
            ("d d", removes),
        ];
        for (key, line) in wanted.into_iter().filter(|(_, line)| !line.is_empty()) {
            let found = keymap.find(scopes, Chord::from_str(key).unwrap());
            assert_eq!(found, Some(&[line.to_owned()][..]), "{key} {scopes:?}");
        }
    }
}

#[test]
fn a_file_names_the_keymap_it_lies_over() {
    let mut own = Keymap::default();
    own.lay_over("base = \"vim\"\n[home]\n\"x\" = \"quit\"", "own")
        .unwrap();
    let vim = Keymap::shipped("vim").unwrap();
    let x = KeyPress::from_str("x").unwrap();
    assert!(own.modal && vim.find(&["home"], x).is_none());
    assert!(own.find(&["home"], x).is_some());
    let error = own.lay_over("\n\nbase = \"joe\"", "own").unwrap_err();
    assert!(format!("{error:?}").contains("joe"), "{error:?}");
}

#[test]
fn a_key_alone_takes_the_place_of_two_and_the_other_way() {
    let (g, u) = (
        KeyPress::from_str("g").unwrap(),
        KeyPress::from_str("u").unwrap(),
    );
    let mut keymap = Keymap::default();
    let scopes: &[&str] = &["home", "list"];
    keymap
        .lay_over("[home]\n\"g g\" = \"quit\"\n[list]\n\"g\" = \"back\"", "a")
        .unwrap();
    assert!(keymap.begins(scopes, g) && !keymap.begins(scopes, u));
    assert!(keymap.find(scopes, Chord::after(g, g)).is_some());
    keymap.lay_over("[home]\n\"g\" = \"back\"", "b").unwrap();
    assert!(!keymap.begins(scopes, g) && keymap.find(&["home"], g).is_some());
    keymap.lay_over("[home]\n\"g u\" = \"quit\"", "c").unwrap();
    assert!(keymap.begins(scopes, g) && keymap.find(&["home"], g).is_none());
}

#[test]
fn a_wrong_keymap_is_refused_with_its_line_and_the_old_one_stays() {
    for (text, line) in [
        ("[home]\n\"x\" = \"fly-away\"", 2),
        ("\n[nowhere]\n\"x\" = \"quit\"", 2),
        ("[home]\n\"hyper-x\" = \"quit\"", 2),
        ("[home]\n\"a\" = \"quit\"\n\"a\" = \"back\"", 3),
        ("[home]\n\"f1\" = \"quit\"\n\"F1\" = \"back\"", 3),
        ("[home]\n\n\"g g\" = \"back\"\n\"g\" = \"quit\"", 3),
        ("[home]\n\"g g g\" = \"quit\"", 2),
        ("[text]\n\"j k\" = \"strip\"", 2),
        ("[home\n", 1),
    ] {
        let mut keymap = Keymap::shipped("default").unwrap();
        let before = keymap.clone();
        let error = keymap.lay_over(text, "mine.toml").unwrap_err();
        let said = error.render(crate::locale::Locale::default());
        assert!(
            said.contains("mine.toml") && said.contains(&line.to_string()),
            "{text}: {said}"
        );
        assert_eq!(keymap, before);
    }
}

/// The places a key is looked up in, the nearest first, where a pane lies before its screen.
const PANES: [&[&str]; 6] = [
    &["next", "agenda", "meeting", "list", "global"],
    &["agenda", "meeting", "list", "global"],
    &["participants", "meeting", "list", "global"],
    &["actions", "meeting", "list", "global"],
    &["text", "meeting", "global"],
    &["normal", "text", "meeting", "global"],
];

#[test]
fn a_pane_hides_no_key_of_its_screen_unnoticed() {
    let mut hidden = BTreeSet::new();
    for (name, _) in SHIPPED {
        let keymap = Keymap::shipped(name).unwrap();
        for scopes in PANES {
            let Some((pane, beneath)) = scopes.split_first() else {
                continue;
            };
            for (key, words) in keymap.of(pane).filter(|(key, _)| key.first.is_none()) {
                let other = beneath.iter().find_map(|scope| {
                    let found = keymap.find(&[*scope], key)?;
                    Some((*scope, found))
                });
                if let Some((scope, other)) = other.filter(|(_, other)| *other != words) {
                    let (own, other) = (words.join(" "), other.join(" "));
                    hidden.insert(format!(
                        "{name} {pane}: {key} {own}, not {other} of {scope}"
                    ));
                }
            }
        }
    }
    // A line more here is a key somebody looks for in vain: is it worth it?
    let hidden: Vec<String> = hidden.into_iter().collect();
    insta::assert_snapshot!(hidden.join("\n"));
}
