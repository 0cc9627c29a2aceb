//! A network's own words: names and abbreviations no dictionary knows.

use super::folding::{fold, sort_key};
use super::network::Network;
use crate::record;

record! {
    /// A word that is right in a network's minutes.
    OwnWord, OwnWordField {
        /// The word.
        text Text: String,
    }
}

impl Network {
    /// The list as it counts, in Danish order.
    pub fn own_word_list(&self) -> Vec<&OwnWord> {
        let rows = self.own_words.values();
        let mut rows: Vec<&OwnWord> = rows.filter(|row| !row.removed).collect();
        rows.sort_by_cached_key(|row| (sort_key(&row.text), row.id));
        rows
    }

    /// The row of a word, in any case.
    pub fn own_word(&self, word: &str) -> Option<&OwnWord> {
        let rows = self.own_words.values();
        let mut rows = rows.filter(|row| !row.removed && fold(&row.text) == fold(word));
        rows.next()
    }
}
