//! The secretariat: everything in one data folder; its language and its networks' labels.

use super::id::Id;
use crate::{choice, document, record};

choice! {
    /// A language of the screen and of documents.
    Language {
        /// Danish.
        Danish = "da",
        /// English.
        English = "en",
    }
}

record! {
    /// The secretariat's own facts.
    SecretariatHead, SecretariatHeadField {
        /// Its name, shown on documents when a network has none.
        name Name: String,
        /// The language of the screen when neither the command line nor the environment says.
        language Language: Language,
    }
}

record! {
    /// A network's entry in the secretariat; the network itself is a document of the same id.
    NetworkRef, NetworkRefField {
        /// The short name in labels ("nims"); the fold makes it unique.
        label Label: String,
    }
}

document! {
    /// The secretariat.
    Secretariat, SecretariatRecord, SecretariatChange, SecretariatTable {
        head: SecretariatHead,
        /// Networks by the id of their document.
        networks Network: NetworkRef,
    }
}

impl Secretariat {
    /// The label of a network, empty when it is not known.
    pub fn label(&self, network: Id) -> &str {
        self.networks
            .get(&network)
            .map_or("", |entry| entry.label.as_str())
    }

    /// The network with this label.
    pub fn network(&self, label: &str) -> Option<Id> {
        self.networks
            .values()
            .find(|entry| !entry.removed && entry.label == label)
            .map(|entry| entry.id)
    }
}
