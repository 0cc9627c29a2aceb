//! `keys`: every keymap's keys, by place, with what they do: the content of KEYS.md.

use super::failure::{Done, Failure};
use super::out;
use super::world::World;
use crate::app::keymap::{Keymap, SCOPES, SHIPPED};
use crate::app::keyname;
use crate::locale::{Key, Locale};

/// Runs `keys`.
pub fn run(world: &World) -> Done {
    out::print(&page(world.locale())?)
}

/// The page in a language.
pub fn page(locale: Locale) -> Result<String, Failure> {
    let mut text = format!(
        "# {}\n\n{}\n",
        locale.text(Key::CliKeysTitle),
        locale.text(Key::CliKeysIntro)
    );
    for (name, _) in SHIPPED {
        let keymap = Keymap::shipped(name)?;
        text.push_str(&format!("\n## {name}\n"));
        for scope in SCOPES {
            text.push_str(&place(&keymap, scope, locale));
        }
    }
    Ok(text)
}

fn place(keymap: &Keymap, scope: &str, locale: Locale) -> String {
    let mut rows = String::new();
    for (key, words) in keymap.of(scope) {
        let doc = keyname::deed(locale, words);
        let key = key.to_string().replace('|', "\\|");
        rows.push_str(&format!("| `{key}` | `{}` | {doc} |\n", words.join(" ")));
    }
    if rows.is_empty() {
        return rows;
    }
    let heads = [Key::CliKeysKey, Key::CliKeysCommand, Key::CliKeysDoes];
    let [key, command, does] = heads.map(|head| locale.text(head));
    format!("\n### {scope}\n\n| {key} | {command} | {does} |\n|---|---|---|\n{rows}")
}
