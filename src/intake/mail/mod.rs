//! Mail that comes in about meetings: answers to invitations, mails that came back, action items that
//! are done, comments on minutes.
//!
//! It reads one message into what it says, and that into ops. It must not know files, folders or the
//! screen, and nothing in a message is believed beyond what it says.

mod bounce;
mod calendar;
mod comments;
mod done;
mod offer;
mod read;
#[cfg(test)]
mod tests;
mod words;

use crate::domain::id::Id;

pub use bounce::Bounce;
pub use calendar::{Answered, CalendarReply};
pub use offer::{Ground, Outcome, Told, offer};
pub use read::{LARGEST, read};

/// A delivery and its meeting, as a mail of ours is called.
pub type Named = (Id, Id);

/// What a message says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// What names it, so that it is not taken in twice.
    pub source: String,
    /// When it was written, milliseconds since 1970 UTC.
    pub at: Option<i64>,
    /// The sender's name.
    pub name: String,
    /// The sender's address.
    pub address: String,
    /// The subject.
    pub subject: String,
    /// The mails of ours it answers, the nearest first.
    pub answers: Vec<Named>,
    /// A program wrote it, not a person.
    pub automatic: bool,
    /// Its text.
    pub text: String,
    /// What its calendar says.
    pub calendar: Option<CalendarReply>,
    /// That a mail came back, and which.
    pub bounce: Option<Bounce>,
}

impl Incoming {
    /// The meeting it is about.
    pub fn meeting(&self) -> Option<Id> {
        let bounced = self.bounce.as_ref().and_then(|it| it.of);
        let invited = self.calendar.as_ref().and_then(|it| it.meeting);
        let answered = self.answers.first().copied();
        invited.or(bounced.or(answered).map(|(_, meeting)| meeting))
    }
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailFault {
    /// Larger than a mail is.
    #[error("it is larger than {} MB; nothing was taken in from it", LARGEST / 1024 / 1024)]
    Large,
    /// Not a mail.
    #[error("it is neither a mail (.eml) nor a calendar (.ics); nothing was taken in from it")]
    NotMail,
    /// Outlook's own format.
    #[error("it is in Outlook's own format; save the mail as .eml and take that in")]
    Outlook,
    /// Its calendar can't be read.
    #[error("its calendar cannot be read ({0}); nothing was taken in from it")]
    Calendar(String),
}
