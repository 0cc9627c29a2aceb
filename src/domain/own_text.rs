//! A network's own texts round the data: what its letters and documents say instead of the built-in words.

use super::network::Network;
use super::secretariat::Language;
use crate::record;

/// The most bytes of a text.
pub const LONGEST: usize = 6000;

record! {
    /// A text of a network's own, in a language.
    OwnText, OwnTextField {
        /// Which text it is ("invitation", "minutes-opening").
        name Name: String,
        /// The language it is written in.
        language Language: Language,
        /// The words, with names of facts in them (`{{ meeting }}`).
        text Text: String,
    }
}

impl Network {
    /// The network's own text of a name; the one set last where two set it at once.
    pub fn own_text(&self, name: &str, language: Language) -> Option<&OwnText> {
        let mut rows = self.own_texts.values().rev();
        rows.find(|row| !row.removed && row.name == name && row.language == language)
    }
}
