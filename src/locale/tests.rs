//! Tests of the texts and the choice of language.

use super::*;

#[test]
fn every_key_has_a_name_and_a_text_in_both_languages() {
    for &key in Key::ALL {
        assert_eq!(Key::named(key.name()), Some(key));
        for language in [Language::Danish, Language::English] {
            let text = Locale::new(language).text(key);
            assert!(!text.is_empty(), "{key:?}");
            assert!(crate::domain::clean::is_clean(&text), "{key:?}");
        }
    }
    assert_eq!(Key::named("no-such-key"), None);
}

#[test]
fn numbers_choose_between_one_and_more() {
    let rows = [
        (Language::Danish, 0, "ingen opgaver"),
        (Language::Danish, 1, "1 opgave"),
        (Language::Danish, 12, "12 opgaver"),
        (Language::English, 1, "1 action"),
        (Language::English, 2, "2 actions"),
    ];
    for (language, count, expected) in rows {
        let text = Locale::new(language).text_with(Key::CountActions, &[("count", count.into())]);
        assert_eq!(text, expected);
    }
}

#[test]
fn missing_variables_show_their_name() {
    let text = Locale::new(Language::Danish).text(Key::SavedAt);
    assert_eq!(text, "Gemt {time}");
}

#[test]
fn the_environment_chooses_the_language() {
    let rows: [(&[(&str, &str)], Language); 8] = [
        (&[], Language::English),
        (&[("LANG", "da_DK.UTF-8")], Language::Danish),
        (&[("LANG", "da")], Language::Danish),
        (&[("LANG", "C.UTF-8")], Language::English),
        (
            &[("LC_ALL", "da_DK.UTF-8"), ("LANG", "en_GB.UTF-8")],
            Language::Danish,
        ),
        (
            &[("LC_ALL", ""), ("LC_MESSAGES", "da_DK"), ("LANG", "en_GB")],
            Language::Danish,
        ),
        (
            &[("LC_MESSAGES", "en_DK"), ("LANG", "da_DK")],
            Language::English,
        ),
        (&[("LANG", "dav_KE")], Language::English),
    ];
    for (variables, expected) in rows {
        let language = Language::detect(|name| {
            variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        });
        assert_eq!(language, expected, "{variables:?}");
    }
}
