//! What a case system (ESDH) is handed: the approved minutes as PDF/A, their annexes, and what they are as JSON and XML.
//!
//! It owns the names of the files and of the metadata. It must not read or write files.

use std::fmt::Write as _;

use ring::digest::{SHA256, digest};
use serde::Serialize;

use super::annexes::{folder, name_of};
use super::letterhead::Letterhead;
use super::outline::{FrozenError, Outline};
use super::package::{pack, xml};
use super::pdf::pdf;
use super::render::RenderError;
use super::source::{Source, annex_number};
use crate::domain::agenda::AgendaItem;
use crate::domain::meeting::MinutesStatus;
use crate::domain::zone::local;

/// The minutes' name.
const MINUTES: &str = "minutes.pdf";
/// The language of access, as both files have it.
const OPEN: &str = "public";
const CLOSED: &str = "restricted";

/// A file that is handed over: its name and its content.
pub type Handed = (String, Vec<u8>);

/// Why nothing can be handed over.
#[derive(Debug, thiserror::Error)]
pub enum HandoverError {
    /// The minutes are a draft, out for comments, or being corrected.
    #[error("the minutes are not approved")]
    NotApproved,
    /// An annex's file is not there.
    #[error("the file of \"{0}\" is not there")]
    Missing(String),
    /// The approved minutes are not as they were approved.
    #[error(transparent)]
    Frozen(#[from] FrozenError),
    /// The PDF cannot be made.
    #[error(transparent)]
    Render(#[from] RenderError),
}

/// What is said of a case: every field is there, empty when nothing is known.
#[derive(Debug, Serialize)]
struct Case {
    title: String,
    number: String,
    network: String,
    date: String,
    case_number: String,
    access: &'static str,
    language: &'static str,
    approved: String,
    approved_by: String,
    version: u32,
    items: Vec<Item>,
    files: Vec<File>,
}

#[derive(Debug, Serialize)]
struct Item {
    number: String,
    title: String,
    kind: &'static str,
    access: &'static str,
    annexes: Vec<Attached>,
}

#[derive(Debug, Serialize)]
struct Attached {
    number: String,
    title: String,
    link: String,
    file: String,
}

#[derive(Debug, Serialize)]
struct File {
    name: String,
    bytes: usize,
    sha256: String,
}

/// The files that are handed over; `kept` gives a kept file by its content's hash. The same approval makes the same
/// files.
///
/// # Errors
/// When the minutes are not approved, or something of them is not there.
pub fn handover(
    source: &Source,
    letterhead: &Letterhead,
    kept: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Vec<Handed>, HandoverError> {
    let approved = source.meeting.head.minutes == MinutesStatus::Approved;
    let approval = source.meeting.approval().filter(|_| approved);
    let approval = approval.ok_or(HandoverError::NotApproved)?;
    let outline = Outline::thaw(approval)?;
    let letterhead = Letterhead {
        made: approval.at,
        ..letterhead.clone()
    };
    let mut files = vec![(MINUTES.to_owned(), pdf(&outline, &letterhead)?)];
    let mut items = Vec::new();
    for (index, item) in source.meeting.agenda().into_iter().enumerate() {
        items.push(told(source, (item, index + 1), kept, &mut files)?);
    }
    let head = &source.meeting.head;
    let open = items.iter().all(|item| item.access == OPEN);
    let case = Case {
        title: head.title.clone(),
        number: source.number_of(source.id).unwrap_or_default(),
        network: source.network.head.name.clone(),
        date: head.date.map_or_else(String::new, |date| date.to_string()),
        case_number: head.case_number.clone(),
        access: access(!open),
        language: outline.language.name(),
        approved: local(approval.at).date().to_string(),
        approved_by: approval.by.clone(),
        version: approval.version,
        items,
        files: files.iter().map(said).collect(),
    };
    let json = serde_json::to_vec_pretty(&case).unwrap_or_default();
    files.push(("metadata.json".into(), json));
    files.push(("metadata.xml".into(), case.xml().into_bytes()));
    Ok(files)
}

/// The files as one.
pub fn handover_zip(files: &[Handed]) -> Vec<u8> {
    pack(files)
}

fn access(closed: bool) -> &'static str {
    match closed {
        true => CLOSED,
        false => OPEN,
    }
}

fn told(
    source: &Source,
    (item, number): (&AgendaItem, usize),
    kept: &dyn Fn(&str) -> Option<Vec<u8>>,
    files: &mut Vec<Handed>,
) -> Result<Item, HandoverError> {
    let mut annexes = Vec::new();
    for (place, row) in source.meeting.annexes_of(item.id).into_iter().enumerate() {
        let mut file = name_of(&row.file, &row.file_name);
        if !file.is_empty() {
            let bytes = kept(&row.file).ok_or_else(|| HandoverError::Missing(row.title.clone()))?;
            file = format!("{}/{file}", folder(source.locale().language()));
            if files.iter().all(|(name, _)| *name != file) {
                files.push((file.clone(), bytes));
            }
        }
        annexes.push(Attached {
            number: annex_number(number, place),
            title: row.title.clone(),
            link: row.link.clone(),
            file,
        });
    }
    Ok(Item {
        number: number.to_string(),
        title: item.title.clone(),
        kind: item.kind.name(),
        access: access(item.closed),
        annexes,
    })
}

fn said((name, bytes): &Handed) -> File {
    let hash = digest(&SHA256, bytes);
    File {
        name: name.clone(),
        bytes: bytes.len(),
        sha256: hash.as_ref().iter().fold(String::new(), |mut hash, byte| {
            let _ = write!(hash, "{byte:02x}");
            hash
        }),
    }
}

impl Case {
    /// The same as XML: fields are elements, rows are repeated ones.
    fn xml(&self) -> String {
        let version = self.version.to_string();
        let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<meeting>\n".to_owned();
        element(&mut text, 1, "title", &self.title);
        element(&mut text, 1, "number", &self.number);
        element(&mut text, 1, "network", &self.network);
        element(&mut text, 1, "date", &self.date);
        element(&mut text, 1, "case_number", &self.case_number);
        element(&mut text, 1, "access", self.access);
        element(&mut text, 1, "language", self.language);
        element(&mut text, 1, "approved", &self.approved);
        element(&mut text, 1, "approved_by", &self.approved_by);
        element(&mut text, 1, "version", &version);
        for item in &self.items {
            text.push_str("  <item>\n");
            element(&mut text, 2, "number", &item.number);
            element(&mut text, 2, "title", &item.title);
            element(&mut text, 2, "kind", item.kind);
            element(&mut text, 2, "access", item.access);
            for annex in &item.annexes {
                text.push_str("    <annex>\n");
                element(&mut text, 3, "number", &annex.number);
                element(&mut text, 3, "title", &annex.title);
                element(&mut text, 3, "link", &annex.link);
                element(&mut text, 3, "file", &annex.file);
                text.push_str("    </annex>\n");
            }
            text.push_str("  </item>\n");
        }
        for file in &self.files {
            text.push_str("  <file>\n");
            element(&mut text, 2, "name", &file.name);
            element(&mut text, 2, "bytes", &file.bytes.to_string());
            element(&mut text, 2, "sha256", &file.sha256);
            text.push_str("  </file>\n");
        }
        text.push_str("</meeting>\n");
        text
    }
}

fn element(text: &mut String, depth: usize, name: &str, value: &str) {
    let indent = "  ".repeat(depth);
    let _ = writeln!(text, "{indent}<{name}>{}</{name}>", xml(value));
}
