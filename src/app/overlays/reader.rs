//! A document to read: scrolled, and copied whole with one key.

use crate::app::Call;
use crate::app::context::Target;
use crate::app::input::{Code, KeyPress};
use crate::documents::What;
use crate::locale::Key;

use super::Answered;

/// Lines of a page step.
const PAGE: usize = 15;

/// See the module.
#[derive(Clone, Debug)]
pub struct Reader {
    /// What it is called.
    pub title: Key,
    /// Which document, when it is one.
    pub what: Option<What>,
    /// What it is of.
    pub target: Target,
    /// Its lines.
    pub lines: Vec<String>,
    /// Lines scrolled off above.
    pub offset: usize,
    /// What Enter does with it: it is read before it is sent.
    pub then: Option<Call>,
}

impl Reader {
    /// A document from its text.
    pub fn new(what: What, target: Target, text: &str) -> Self {
        let title = Key::named(&format!("what-{}", what.name()));
        Self {
            what: Some(what),
            ..Self::page(title.unwrap_or(Key::CommandDocumentShow), target, text)
        }
    }

    /// A page that is no document.
    pub fn page(title: Key, target: Target, text: &str) -> Self {
        Self {
            title,
            what: None,
            target,
            lines: text.lines().map(str::to_owned).collect(),
            offset: 0,
            then: None,
        }
    }

    /// The same, to be sent when it has been read.
    #[must_use]
    pub fn before(self, then: Call) -> Self {
        Self {
            then: Some(then),
            ..self
        }
    }

    /// A key.
    pub fn key(&mut self, key: KeyPress) -> Answered {
        let last = self.lines.len().saturating_sub(1);
        self.offset = match key.code {
            Code::Enter => return self.then.take().map_or(Answered::Close, Answered::Run),
            Code::Esc => return Answered::Close,
            Code::Char('c') => {
                let Some(what) = self.what else {
                    return Answered::Unused;
                };
                let words = ["document-copy", what.name()].map(str::to_owned).to_vec();
                return Answered::Stay(vec![Call {
                    words,
                    target: self.target,
                }]);
            }
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
