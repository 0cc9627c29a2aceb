//! A question before something that can't be undone: Enter does it, Esc leaves it.

use crate::app::Call;
use crate::app::input::{Code, KeyPress};
use crate::app::message::Message;

use super::Answered;

/// See the module.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// The question.
    pub question: Message,
    /// What Enter runs.
    pub call: Call,
}

impl Confirm {
    /// A key.
    pub fn key(&mut self, key: KeyPress) -> Answered {
        match key.code {
            Code::Enter => Answered::Run(self.call.clone()),
            Code::Esc => Answered::Close,
            _ => Answered::Used,
        }
    }
}
