//! The letters after Esc in text: those of the reader's language before those all share. It owns which
//! letter stands for what; the line they are shown on is not known here.

use std::collections::BTreeSet;

use super::chord::Chord;
use super::keymap::Keymap;
use crate::domain::secretariat::Language;
use crate::locale::Locale;

/// The letters every language has.
pub const SHARED: &str = "strip";
/// The English letters, before those.
pub const ENGLISH: &str = "strip-en";

/// The places a letter is looked up in, the nearest first.
pub fn scopes(locale: Locale) -> &'static [&'static str] {
    match locale.language() {
        Language::Danish => &[SHARED],
        Language::English => &[ENGLISH, SHARED],
    }
}

/// The letters and what each does, every command line once.
pub fn letters(keymap: &Keymap, locale: Locale) -> Vec<(Chord, &[String])> {
    let mut taken = BTreeSet::new();
    let mut named = BTreeSet::new();
    let all = scopes(locale).iter().flat_map(|scope| keymap.of(scope));
    let mut letters: Vec<_> = all.filter(|(key, _)| taken.insert(*key)).collect();
    letters.retain(|(_, words)| named.insert(*words));
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(keymap: &Keymap, language: Language, line: &str) -> String {
        let letters = letters(keymap, Locale::new(language));
        let found = letters.iter().find(|(_, words)| words.join(" ") == line);
        found.map_or_else(String::new, |(key, _)| key.to_string())
    }

    #[test]
    fn letters_are_those_of_the_words_in_each_language() {
        for name in ["default", "vim", "emacs"] {
            let keymap = Keymap::shipped(name).unwrap();
            for (line, danish, english) in [
                ("entry-kind decision", "b", "d"),
                ("entry-kind action", "o", "a"),
                ("vote", "a", "v"),
                ("door", "m", "c"),
                ("entry-kind note", "i", "i"),
                ("minutes-next-item", "n", "n"),
                ("standard-texts", "s", "s"),
            ] {
                assert_eq!(letter(&keymap, Language::Danish, line), danish, "{line}");
                assert_eq!(letter(&keymap, Language::English, line), english, "{line}");
            }
        }
    }

    #[test]
    fn nothing_is_out_of_reach_in_english() {
        for name in ["default", "vim", "emacs"] {
            let keymap = Keymap::shipped(name).unwrap();
            for (_, words) in keymap.of(SHARED) {
                let line = words.join(" ");
                assert_ne!(letter(&keymap, Language::English, &line), "", "{line}");
            }
        }
    }

    #[test]
    fn a_letter_of_ones_own_counts_in_every_language() {
        let mut keymap = Keymap::shipped("default").unwrap();
        keymap.lay_over("[strip]\n\"d\" = \"undo\"", "own").unwrap();
        assert_eq!(letter(&keymap, Language::English, "undo"), "d");
        assert_eq!(letter(&keymap, Language::Danish, "undo"), "d");
    }
}
