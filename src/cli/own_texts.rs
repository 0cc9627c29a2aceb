//! `export NETWORK --what texts`: what a network's letters and documents say round the data, to edit and set again.

use serde::Serialize;

use super::arguments::ExportIt;
use super::document::save;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::perform::unknown;
use crate::documents::texts;
use crate::domain::query::Reference;
use crate::domain::secretariat::Language;
use crate::locale::Key;

/// A text as scripts read it.
#[derive(Serialize)]
struct Row {
    name: &'static str,
    language: &'static str,
    /// The network's own, not the built-in one.
    own: bool,
    text: String,
}

/// Runs it: into a folder, a file for each text; else all in one.
pub fn run(headless: &mut Headless, it: &ExportIt) -> Done {
    let typed = it.id.as_deref().unwrap_or_default();
    let Some(Reference::Network(id)) = headless.resolve(typed)? else {
        return Err(unknown(Key::ErrorNetworkUnknown, typed));
    };
    let network = headless.network(id)?;
    let row = |(name, language): (&'static str, Language)| Row {
        name,
        language: language.name(),
        own: network.own_text(name, language).is_some(),
        text: texts::text_of(&network, name, language).to_owned(),
    };
    let all = texts::NAMES
        .iter()
        .flat_map(|name| [Language::Danish, Language::English].map(|language| (*name, language)));
    let rows: Vec<Row> = all.map(row).collect();
    match (it.format.as_str(), &it.output) {
        ("json", None) => out::json(&rows),
        ("json", Some(path)) => save(path, out::rendered(&rows)?.as_bytes()),
        ("txt", None) => rows.iter().try_for_each(|row| out::print(&told(row))),
        ("txt", Some(folder)) => rows.iter().try_for_each(|row| {
            let wrong = |error: std::io::Error| Failure::failed(error.to_string());
            let folder = folder.join(row.language);
            std::fs::create_dir_all(&folder).map_err(wrong)?;
            save(
                &folder.join(format!("{}.txt", row.name)),
                row.text.as_bytes(),
            )
        }),
        _ => Err(super::report::no_format(it, &["txt", "json"])),
    }
}

fn told(row: &Row) -> String {
    let own = if row.own { " *" } else { "" };
    format!(
        "== {} ({}){own}\n{}\n",
        row.name,
        row.language,
        row.text.trim_end()
    )
}
