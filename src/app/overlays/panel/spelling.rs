//! What can be done with a word that may be wrong, as rows of a panel.

use super::Row;
use super::rows::call;
use crate::app::App;
use crate::app::context::Target;
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::own_word::OwnWord;
use crate::locale::Key;

/// What is near it, then the network's list and turning spelling off.
pub(super) fn all(app: &App, target: Target, word: &str) -> Vec<Row> {
    let heading = |key| Row {
        sign: " ",
        text: app.locale.text_with(key, &[("word", word.into())]),
        ..Row::default()
    };
    let mut rows = Vec::new();
    let near = app.view.spelling.near(word);
    let add = call(&["word-add", "--", word], target);
    match near {
        None => rows.push(heading(Key::SpellingLooks)),
        Some([]) => rows.push(heading(Key::SpellingNothing)),
        Some(near) => {
            rows.push(heading(Key::SpellingNear));
            rows.extend((1..).zip(near).map(|(number, near)| Row {
                text: format!("{number}  {near}"),
                call: Some(call(&["spelling-replace", "--", word, near], target)),
                ..Row::default()
            }));
        }
    }
    let args = [("word", word.into())];
    rows.push(Row {
        sign: "+",
        text: app.locale.text_with(Key::SpellingAdd, &args),
        // Who is quick with Enter means the first suggestion, which is still looked for.
        call: near.map(|_| add.clone()),
        tab: Some(add),
        ..Row::default()
    });
    rows.push(Row {
        sign: "·",
        text: app.locale.text(Key::CommandWords).into_owned(),
        call: Some(call(&["words"], target)),
        ..Row::default()
    });
    rows.push(Row {
        sign: "·",
        text: app.locale.text(Key::CommandSpellingTurn).into_owned(),
        call: Some(call(&["spelling-turn"], target)),
        ..Row::default()
    });
    rows
}

/// A network's own words; each stays until it is removed.
pub(super) fn words(app: &App, target: Target, network: Id) -> Vec<Row> {
    let target = Target {
        network: Some(network),
        ..target
    };
    let network = app.docs.network(network);
    let rows = network.map(Network::own_word_list).unwrap_or_default();
    let row = |row: &OwnWord| Row {
        text: row.text.clone(),
        // There is nothing more to a word: Enter says that it stands there.
        call: Some(call(&["word-add", "--", &row.text], target)),
        remove: Some(call(&["word-remove", "--", &row.text], target)),
        ..Row::default()
    };
    rows.into_iter().map(row).collect()
}
