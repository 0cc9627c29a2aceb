//! A document to read: scrolled, and copied whole with one key.

use crate::app::args::{ArgKind, Place};
use crate::app::command::Command;
use crate::app::context::Target;
use crate::app::input::{Code, KeyPress};
use crate::app::{Call, commands};
use crate::documents::{self, Audience, Outline, What};
use crate::domain::id::Id;
use crate::locale::Key;

use super::Answered;

/// Columns the sentences before a document take.
const COLUMNS: usize = 72;
/// Lines of a page step.
const PAGE: usize = 15;
/// The commands about a meeting's document.
const COPY: &str = "document-copy";
const SAVE: &str = "document-save";
/// Those about a document of more than one meeting.
const PAPER_COPY: &str = "paper-copy";
const PAPER_SAVE: &str = "paper-save";

fn stay(call: Call) -> Answered {
    Answered::Stay(vec![call])
}

/// A document of more than one meeting.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Itself.
    pub outline: Outline,
    /// The network on whose letterhead it is saved.
    pub network: Option<Id>,
}

/// See the module.
#[derive(Clone, Debug)]
pub struct Reader {
    /// What it is called.
    pub title: Key,
    /// The command that copies it whole; none for what is no document.
    copy: Vec<String>,
    /// What it is made from, where it is a document of more than one meeting.
    pub paper: Option<Box<Paper>>,
    /// What it is of.
    pub target: Target,
    /// Its lines.
    pub lines: Vec<String>,
    /// Lines scrolled off above.
    pub offset: usize,
    /// What Enter does with it: it is read before it is sent.
    pub then: Option<Call>,
    /// What that is called, where its command's own words would not be true.
    pub deed: Option<Key>,
    /// Whom it is made for.
    pub audience: Audience,
}

impl Reader {
    /// A document from its text.
    pub fn new(what: What, target: Target, text: &str) -> Self {
        let title = Key::named(&format!("what-{}", what.name()));
        Self {
            copy: [COPY, what.name()].map(str::to_owned).to_vec(),
            ..Self::page(title.unwrap_or(Key::CommandDocumentShow), target, text)
        }
    }

    /// A page that is no document.
    pub fn page(title: Key, target: Target, text: &str) -> Self {
        Self {
            title,
            copy: Vec::new(),
            paper: None,
            target,
            lines: text.lines().map(str::to_owned).collect(),
            offset: 0,
            then: None,
            deed: None,
            audience: Audience::Internal,
        }
    }

    /// The same, made for an audience.
    #[must_use]
    pub fn of(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    /// A document of more than one meeting.
    pub fn of_paper(title: Key, target: Target, paper: Paper) -> Self {
        let text = documents::text(&paper.outline);
        Self {
            copy: vec![PAPER_COPY.to_owned()],
            paper: Some(Box::new(paper)),
            ..Self::page(title, target, &text)
        }
    }

    /// What its keys do, where nothing waits to be sent.
    pub fn keys(&self) -> Key {
        match self.saved() {
            Some(_) => Key::ReaderKeys,
            None => Key::ReaderKeysPage,
        }
    }

    /// Copies the document.
    fn copied(&self) -> Option<Call> {
        let mut words = self.copy.clone();
        words.first()?;
        if self.audience == Audience::Public {
            words.push("--public".to_owned());
        }
        let target = self.target;
        Some(Call { words, target })
    }

    /// Saves it as a file.
    fn saved(&self) -> Option<Call> {
        let mut call = self.copied()?;
        let command = call.words.first_mut()?;
        *command = match command.as_str() {
            COPY => SAVE,
            PAPER_COPY => PAPER_SAVE,
            _ => return None,
        }
        .to_owned();
        Some(call)
    }

    /// The same, to be sent when it has been read.
    #[must_use]
    pub fn before(self, then: Call) -> Self {
        Self {
            then: Some(then),
            ..self
        }
    }

    /// The same, its Enter called otherwise.
    #[must_use]
    pub fn doing(self, deed: Option<Key>) -> Self {
        Self { deed, ..self }
    }

    /// The same, with what `c` copies.
    #[must_use]
    pub fn copied_by(self, copy: Vec<String>) -> Self {
        Self { copy, ..self }
    }

    /// What its keys do, where Enter does something with it that is called so.
    pub fn keys_before(&self, command: &Command) -> Key {
        match (Self::changeable(command), self.saved(), self.copied()) {
            (Some(_), Some(_), _) => Key::ReaderThenOrChange,
            (Some(_), None, Some(_)) => Key::ReaderThenLetter,
            (Some(_), None, None) => Key::ReaderThenOrChangePage,
            (None, ..) => Key::ReaderThen,
        }
    }

    /// The same, after sentences that say what it means.
    #[must_use]
    pub fn after(mut self, sentences: &[String]) -> Self {
        let mut lines: Vec<String> = Vec::new();
        for sentence in sentences {
            lines.extend(documents::wrap(sentence, COLUMNS));
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.append(&mut self.lines);
        Self { lines, ..self }
    }

    /// The option of a command that can be changed in its preview, if it has one.
    pub fn changeable(command: &Command) -> Option<&'static str> {
        let mut options = command.args.iter().filter(|arg| arg.place == Place::Option);
        options
            .find(|arg| arg.kind != ArgKind::Flag)
            .map(|arg| arg.name)
    }

    /// The call that opens the form of what Enter does.
    fn change(&self) -> Option<Call> {
        let then = self.then.as_ref()?;
        let command = commands::find(then.words.first()?)?;
        Self::changeable(command)?;
        let mut words = vec!["preview-change".to_owned(), "--".to_owned()];
        words.extend(then.words.iter().cloned());
        Some(Call {
            words,
            target: then.target,
        })
    }

    /// A key.
    pub fn key(&mut self, key: KeyPress) -> Answered {
        let last = self.lines.len().saturating_sub(1);
        self.offset = match key.code {
            Code::Enter => return self.then.take().map_or(Answered::Close, Answered::Run),
            Code::Esc => return Answered::Close,
            Code::Char('c') => return self.copied().map_or(Answered::Unused, stay),
            Code::Char('g') => return self.saved().map_or(Answered::Unused, stay),
            Code::Char('r') => return self.change().map_or(Answered::Unused, Answered::Run),
            Code::Up => self.offset.saturating_sub(1),
            Code::Down => self.offset + 1,
            Code::PageUp => self.offset.saturating_sub(PAGE),
            Code::PageDown | Code::Char(' ') => self.offset + PAGE,
            Code::Home => 0,
            Code::End => last,
            _ => return Answered::Unused,
        }
        .min(last);
        Answered::Used
    }
}
