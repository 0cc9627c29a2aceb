//! A meeting from the log of a chat, as MeetBot and the W3C's scribe read them.
//!
//! It owns which programs' logs are understood and what their bots say; what people's lines mean
//! is [`crate::domain::line`]'s to say. It must not know files.

mod course;
mod meeting;
mod repair;
mod said;
mod words;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::minutes::{EntryKind, ParagraphStyle};

pub use meeting::{Place, object};

use super::decode::NotText;

/// A log as minutes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// What the meeting is called, empty when the log does not say.
    pub title: String,
    /// Its day, when the log says.
    pub date: Option<NaiveDate>,
    /// When the first line was said.
    pub from: Option<NaiveTime>,
    /// When the last was.
    pub to: Option<NaiveTime>,
    /// Who led it.
    pub chairs: Vec<String>,
    /// Who wrote.
    pub scribes: Vec<String>,
    /// Who was there.
    pub present: Vec<String>,
    /// Who sent apologies.
    pub regrets: Vec<String>,
    /// What it was about, in order; the first has no title when the log begins without one.
    pub topics: Vec<Topic>,
    /// Lines of conversation left out, where the log has marked lines only for minutes.
    pub left_out: usize,
}

/// An item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topic {
    /// Its title.
    pub title: String,
    /// Where its title leads, empty for nowhere.
    pub link: String,
    /// What was said.
    pub lines: Vec<Line>,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What it is.
    pub kind: EntryKind,
    /// How it is set: a subtopic is a heading.
    pub style: ParagraphStyle,
    /// Its words.
    pub text: String,
}

impl Log {
    /// The words of all paragraphs of a kind.
    pub fn of(&self, kind: EntryKind) -> impl Iterator<Item = &str> {
        let lines = self.topics.iter().flat_map(|topic| &topic.lines);
        lines
            .filter(move |line| line.kind == kind)
            .map(|line| line.text.as_str())
    }

    /// Titles and headings in order.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.topics.iter().flat_map(|topic| {
            let heading = |line: &&Line| line.style == ParagraphStyle::Heading;
            let below = topic
                .lines
                .iter()
                .filter(heading)
                .map(|line| line.text.as_str());
            let title = (!topic.title.is_empty()).then_some(topic.title.as_str());
            title.into_iter().chain(below)
        })
    }
}

/// Reads a log. What is not understood stays text.
///
/// # Errors
/// When it is not text.
pub fn read(bytes: &[u8]) -> Result<Log, NotText> {
    let text = super::decode::decode(bytes)?;
    let said = repair::repair(said::read(&text));
    Ok(course::read(&said))
}

#[cfg(test)]
mod tests;
