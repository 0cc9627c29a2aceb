//! The secretariat: everything in one data folder; its language and its networks' labels.

use super::conflict::Conflict;
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

choice! {
    /// Whether something is wanted.
    Switch {
        /// It is.
        On = "on",
        /// It is not.
        Off = "off",
    }
}

impl Language {
    /// `da` or `en`, also as `da-DK`, `da_DK.UTF-8`, `Dansk`, `English`.
    pub fn parse(text: &str) -> Option<Language> {
        let text = text.trim().to_lowercase();
        match text.split(['-', '_', '.', '@']).next()? {
            "da" | "dansk" | "danish" => Some(Language::Danish),
            "en" | "engelsk" | "english" => Some(Language::English),
            _ => None,
        }
    }

    /// The language of the environment: Danish when it says so, else English.
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Language {
        let value = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(variable)
            .find(|value| !value.is_empty());
        value
            .and_then(|value| Language::parse(&value))
            .unwrap_or(Language::English)
    }
}

record! {
    /// The secretariat's own facts.
    SecretariatHead, SecretariatHeadField {
        /// Its name, shown on documents when a network has none.
        name Name: String,
        /// The language of the screen when neither the command line nor the environment says.
        language Language: Language,
        /// The mail server; mail is written to files while it is empty.
        mail_server MailServer: String,
        /// Its port; the usual one of its security when not said.
        mail_port MailPort: Option<u16>,
        /// How the line to it is kept secret.
        mail_security MailSecurity: MailSecurity,
        /// The address mail comes from.
        mail_sender MailSender: String,
    }
}

choice! {
    /// How the line to a mail server is kept secret.
    MailSecurity {
        /// It begins in plain and is encrypted before anything is said (STARTTLS).
        StartTls = "starttls",
        /// Encrypted from the first byte.
        Tls = "tls",
        /// Not at all: a server in one's own house that wants no password.
        Plain = "none",
    }
}

record! {
    /// A network's entry in the secretariat; the network itself is a document of the same id.
    NetworkRef, NetworkRefField {
        /// The short name in labels ("nims"); the fold makes it unique.
        label Label: String,
    }
}

record! {
    /// Who uses the program here: the account's name and the person's.
    User, UserField {
        /// The name of the account.
        login Login: String,
        /// The name shown in minutes and history.
        name Name: String,
        /// The program listens to the mouse, which then marks for the terminal only with Shift.
        mouse Mouse: bool,
        /// The spelling of minutes is not looked after.
        spelling_off SpellingOff: bool,
    }
}

record! {
    /// Letters that become words as somebody types them.
    Abbreviation, AbbreviationField {
        /// Whose they are.
        user User: Id,
        /// The letters.
        short Short: String,
        /// The words; `<…>` is filled in as it is written.
        text Text: String,
    }
}

/// So many letters an abbreviation has at least.
pub const SHORTEST: usize = 2;

document! {
    /// The secretariat.
    Secretariat, SecretariatRecord, SecretariatChange, SecretariatTable {
        head: SecretariatHead,
        /// Networks by the id of their document.
        networks Network: NetworkRef,
        /// Who uses the program here.
        users User: User,
        /// Everybody's own abbreviations.
        abbreviations Abbreviation: Abbreviation,
        /// What two did without knowing of each other, and what was refused.
        conflicts Conflict: Conflict,
    }
}

impl SecretariatHead {
    /// Whether mail goes over a server.
    pub fn has_mail_server(&self) -> bool {
        !self.mail_server.is_empty() && !self.mail_sender.is_empty()
    }
}

impl Secretariat {
    /// The name of the person behind an account.
    pub fn user_name(&self, login: &str) -> Option<&str> {
        let mut users = self.users.values();
        let user = users.find(|user| !user.removed && user.login == login);
        user.map(|user| user.name.as_str())
            .filter(|name| !name.is_empty())
    }

    /// What letters stand for when this person types them.
    pub fn abbreviation(&self, user: Id, short: &str) -> Option<&Abbreviation> {
        let mut rows = self.abbreviations.values();
        rows.find(|row| !row.removed && row.user == user && row.short == short)
    }

    /// Who uses the program under this name, be it the account's or the person's.
    pub fn user(&self, name: &str) -> Option<&User> {
        let mut users = self.users.values().filter(|user| !user.removed);
        users.find(|user| user.login == name || user.name == name)
    }

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
