//! A meeting from a JSON file, as `export --format json` writes it, of any folder.
//!
//! It owns how the file's labels find people, organisations and the network here, and which ids
//! must be new. Nothing is changed before the whole file was understood. It must not know files.

use chrono::Datelike;

use crate::domain::draft::Ids;
use crate::domain::exchange::MeetingObject;
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::op::DocOp;
use crate::domain::register::Register;
use crate::domain::secretariat::{Language, Secretariat};

mod meeting;
mod programme;
mod reader;
mod register;
mod turns;
mod votes;

/// Where a meeting is to be put.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The secretariat.
    pub secretariat: &'a Secretariat,
    /// People and organisations.
    pub register: &'a Register,
    /// The network that has the label the file names; `None` when there is none.
    pub network: Option<(Id, &'a Network)>,
    /// Whether a meeting of this id is here already: then all its ids become new ones.
    pub taken: bool,
}

/// What recreates a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The meeting's document.
    pub meeting: Id,
    /// Its network's document.
    pub network: Id,
    /// Everything, in one batch.
    pub ops: Vec<DocOp>,
    /// People made, by name.
    pub people: Vec<String>,
    /// Organisations made, by name.
    pub organisations: Vec<String>,
    /// The network was made too.
    pub new_network: bool,
}

/// A file that could not be read as a meeting. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadMeeting {
    /// Not text.
    #[error(transparent)]
    NotText(#[from] super::decode::NotText),
    /// Not the JSON of a meeting.
    #[error("line {line}, column {column}: {why}; \"referent schema\" shows what a meeting holds")]
    Json {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong.
        why: String,
    },
    /// A field that does not hold what it should.
    #[error("{place}: \"{given}\" {why}")]
    Field {
        /// Where: "agenda[2].starts_at".
        place: String,
        /// What stands there, shortened.
        given: String,
        /// What is wrong with it.
        why: &'static str,
    },
}

/// Reads a file.
///
/// # Errors
/// When it is not the JSON of a meeting; the error names line and column.
pub fn read(bytes: &[u8]) -> Result<MeetingObject, BadMeeting> {
    let text = super::decode::decode(bytes)?;
    serde_json::from_str(&text).map_err(|error| {
        let why = error.to_string();
        let why = why
            .rsplit_once(" at line ")
            .map_or(why.as_str(), |(why, _)| why);
        BadMeeting::Json {
            line: error.line(),
            column: error.column(),
            why: crate::domain::clean::clean_line(why),
        }
    })
}

/// The ops that recreate a meeting.
///
/// # Errors
/// When a field does not hold what it should, or names what is nowhere; the error names the place.
pub fn ops(object: &MeetingObject, ground: &Ground, ids: Ids) -> Result<Import, BadMeeting> {
    let mut reader = reader::Reader::new(object, ground, ids)?;
    reader.read_register(object)?;
    let new_network = ground.network.is_none();
    reader.read_network(object, year(object)?)?;
    reader.read_meeting(object)?;
    Ok(reader.finish(new_network))
}

/// The year in the label, else the day's.
fn year(object: &MeetingObject) -> Result<i32, BadMeeting> {
    let labelled = || object.label.rsplit('-').nth(1)?.parse::<i32>().ok();
    let dated = || Some(reader::day_of(object.when.date.as_deref()?)?.year());
    let sane = |year: &i32| (1900..=2200).contains(year);
    labelled()
        .filter(sane)
        .or_else(dated)
        .filter(sane)
        .ok_or_else(|| BadMeeting::Field {
            place: "when.date".to_owned(),
            given: object.when.date.clone().unwrap_or_default(),
            why: "is no day, and the label has no year; give one of them",
        })
}

/// The language documents of the meeting would have without one of its own.
fn usual_language(ground: &Ground) -> Language {
    ground
        .network
        .and_then(|(_, network)| network.head.language)
        .unwrap_or(ground.secretariat.head.language)
}

#[cfg(test)]
mod tests;
