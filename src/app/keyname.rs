//! Keys as they are written on a keyboard ("Ctrl+G", "Esc", "Del"), and what each does in words.

use crate::app::App;
use crate::app::chord::Chord;
use crate::app::input::{Code, KeyPress};
use crate::app::{commands, strip};
use crate::locale::{Key, Locale};

/// What a line of the keymap does: its own words, else those of its command.
pub fn deed(locale: Locale, words: &[String]) -> String {
    let Some(command) = words.first().and_then(|name| commands::find(name)) else {
        return words.join(" ");
    };
    let marking = words.iter().any(|word| word == "--mark");
    let plain = words.iter().filter(|word| *word != "--mark");
    let plain: Vec<&str> = plain.map(|word| word.trim_start_matches('-')).collect();
    let own = Key::named(&format!("keyline-{}", plain.join("-")));
    match own {
        Some(key) if marking => {
            let what = locale.text(key).into_owned();
            locale.text_with(Key::KeylineMarking, &[("what", what.into())])
        }
        Some(key) => locale.text(key).into_owned(),
        None => {
            let rest = words.get(1..).unwrap_or_default().join(" ");
            let doc = locale.text(command.doc());
            format!("{doc} {rest}").trim_end().to_owned()
        }
    }
}

/// How a key of the strip is reached from the text as it is now: "Esc n", with Vim's hands
/// "Mellemrum n", and "Esc Mellemrum n" while letters are text.
pub fn in_strip(app: &App, line: &str) -> Option<String> {
    let keymap = &app.view.keymap;
    let mut way = Vec::new();
    if keymap.modal {
        way.extend(
            keymap
                .key_of(&["text"], "text-normal")
                .filter(|_| app.view.inserting),
        );
        way.extend(keymap.key_of(&["normal"], "strip"));
    } else {
        way.extend(keymap.key_of(&["text"], "strip"));
    }
    way.push(keymap.key_of(strip::scopes(app.locale), line)?);
    let names: Vec<String> = way.into_iter().map(|key| name(app.locale, key)).collect();
    Some(names.join(" "))
}

/// The name of one key, or of two pressed one after the other, for people.
pub fn name(locale: Locale, key: impl Into<Chord>) -> String {
    let chord = key.into();
    match chord.first {
        Some(first) => format!("{} {}", one(locale, first), one(locale, chord.key)),
        None => one(locale, chord.key),
    }
}

fn one(locale: Locale, key: KeyPress) -> String {
    let mut text = String::new();
    for (held, word) in [
        (key.ctrl, "Ctrl+"),
        (key.alt, "Alt+"),
        (key.shift, "Shift+"),
    ] {
        if held {
            text.push_str(word);
        }
    }
    match key.code {
        Code::Char(' ') => text.push_str(&locale.text(Key::KeySpace)),
        Code::Char(sign) if key.ctrl => text.extend(sign.to_uppercase()),
        Code::Char(sign) => text.push(sign),
        Code::F(number) => text.push_str(&format!("F{number}")),
        Code::Enter => text.push_str("Enter"),
        Code::Esc => text.push_str("Esc"),
        Code::Tab => text.push_str("Tab"),
        Code::Backspace => text.push('⌫'),
        Code::Delete => text.push_str("Del"),
        Code::Insert => text.push_str("Ins"),
        Code::Up => text.push('↑'),
        Code::Down => text.push('↓'),
        Code::Left => text.push('←'),
        Code::Right => text.push('→'),
        Code::Home => text.push_str("Home"),
        Code::End => text.push_str("End"),
        Code::PageUp => text.push_str("PgUp"),
        Code::PageDown => text.push_str("PgDn"),
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::app::keymap::{Keymap, SCOPES, SHIPPED};
    use crate::domain::secretariat::Language;

    use super::*;

    #[test]
    fn every_key_says_in_words_what_it_does() {
        let locale = Locale::new(Language::Danish);
        for (name, _) in SHIPPED {
            let keymap = Keymap::shipped(name).unwrap();
            for (key, words) in SCOPES.iter().flat_map(|scope| keymap.of(scope)) {
                let said = deed(locale, words);
                let raw = words
                    .iter()
                    .skip(1)
                    .any(|word| said.ends_with(word.as_str()));
                assert!(!raw, "{name}: {key} = {words:?} says {said:?}");
            }
        }
    }
}
