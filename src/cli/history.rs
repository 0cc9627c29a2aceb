//! `history`: who changed what and when; with `--at`, how it stood.

use chrono::{DateTime, SecondsFormat};
use serde::Serialize;

use super::arguments::HistoryIt;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::perform::unknown;
use super::world::{self, World};
use crate::app::deeds::{Names, deed};
use crate::app::message::Message;
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::op::{DocId, DocOp};
use crate::domain::query::{Answer, HistoryRow, Query, Reference};
use crate::domain::zone::local;
use crate::locale::{Key, Locale};

/// A step as JSON.
#[derive(Serialize)]
struct Step {
    seq: u64,
    at: String,
    user: String,
    command: String,
    refused: bool,
    ops: Vec<DocOp>,
}

/// Runs `history`.
pub fn run(world: &World, it: &HistoryIt) -> Done {
    let at = it.at.as_deref().map(|text| read(text, world)).transpose()?;
    let folder = world::existing(world)?;
    let mut headless = Headless::open(world, &folder)?;
    let (doc, record) = place(&mut headless, &it.id)?;
    match at {
        Some(at) => stood(&mut headless, doc, at),
        None => steps(&mut headless, doc, record, it.json),
    }
}

/// A moment as the user types it: an ISO moment, or a day, or a time today.
fn read(text: &str, _world: &World) -> Result<i64, Failure> {
    let today = world::clock().local.date();
    let clean = text.trim();
    let day = clean.parse::<chrono::NaiveDate>().ok();
    let end = chrono::NaiveTime::from_hms_milli_opt(23, 59, 59, 999);
    let time = ["%H:%M", "%H.%M", "%H:%M:%S"]
        .iter()
        .find_map(|form| chrono::NaiveTime::parse_from_str(clean, form).ok());
    let whole = day.zip(end).map(|(day, end)| day.and_time(end));
    let local = whole.or_else(|| time.map(|time| today.and_time(time)));
    world::moment(clean)
        .or_else(|| local.map(crate::domain::zone::instant))
        .ok_or_else(|| {
            let shown: String = clean.chars().take(60).collect();
            Failure::usage(Message::new(Key::CliBadMoment).with("typed", shown))
        })
}

/// The document and the record of it that a label or an id names.
fn place(headless: &mut Headless, typed: &str) -> Result<(DocId, Option<Id>), Failure> {
    match headless.resolve(typed)? {
        Some(Reference::Meeting(id)) => Ok((DocId::Meeting(id), None)),
        Some(Reference::Network(id)) => Ok((DocId::Network(id), None)),
        Some(Reference::Person(id) | Reference::Organisation(id)) => {
            Ok((DocId::Register, Some(id)))
        }
        Some(Reference::Desk(id)) => Ok((DocId::Desk, Some(id))),
        Some(Reference::Action { network, action }) => Ok((DocId::Network(network), Some(action))),
        Some(Reference::Activity { network, activity }) => {
            Ok((DocId::Network(network), Some(activity)))
        }
        None => record(headless, typed),
    }
}

/// An entry or an agenda item, by its id, in any meeting.
fn record(headless: &mut Headless, typed: &str) -> Result<(DocId, Option<Id>), Failure> {
    let Ok(id) = typed.trim().parse::<Id>() else {
        return Err(unknown(Key::CliUnknownId, typed));
    };
    let all = Query::Meetings {
        network: None,
        open: false,
    };
    if let Answer::Meetings(rows) = headless.link.ask(all)? {
        for row in rows {
            let meeting = headless.meeting(row.id)?;
            if meeting.entries.contains_key(&id) || meeting.items.contains_key(&id) {
                return Ok((DocId::Meeting(row.id), Some(id)));
            }
        }
    }
    Err(unknown(Key::CliUnknownId, typed))
}

fn steps(headless: &mut Headless, doc: DocId, record: Option<Id>, json: bool) -> Done {
    let Answer::History(rows) = headless.link.ask(Query::History { doc, record })? else {
        return Err(Key::ErrorInternal.into());
    };
    if json {
        let steps: Vec<Step> = rows.into_iter().map(step).collect();
        return out::json(&steps);
    }
    let (locale, register) = (headless.locale(), headless.register()?);
    let desk = match doc {
        DocId::Desk => Some(headless.desk()?),
        _ => None,
    };
    let names = Names {
        register: &register,
        desk: desk.as_ref(),
    };
    let lines: Vec<String> = rows.iter().map(|row| line(row, locale, names)).collect();
    out::print(&lines.join("\n"))
}

fn step(row: HistoryRow) -> Step {
    Step {
        seq: row.seq,
        at: stamp(row.at),
        user: row.user,
        command: row.label,
        refused: row.refused,
        ops: row.ops,
    }
}

/// "2026-11-26 10.42  Karen Lund tilføjede et punkt: Økonomi".
fn line(row: &HistoryRow, locale: Locale, names: Names<'_>) -> String {
    let at = local(row.at);
    let language = locale.language();
    let time = language.time(at.time());
    let did = deed(locale, names, row);
    format!("{} {time}  {} {did}", at.date(), row.user)
}

/// The document as it stood, as JSON.
fn stood(headless: &mut Headless, doc: DocId, at: i64) -> Done {
    let Answer::Doc { doc, .. } = headless.link.ask(Query::At { doc, at })? else {
        return Err(Key::ErrorInternal.into());
    };
    match doc {
        Doc::Secretariat(doc) => out::json(&doc),
        Doc::Register(doc) => out::json(&doc),
        Doc::Network(doc) => out::json(&doc),
        Doc::Meeting(doc) => out::json(&doc),
        Doc::Desk(doc) => out::json(&doc),
    }
}

/// A moment as all JSON writes it: RFC 3339 in UTC.
fn stamp(at: i64) -> String {
    DateTime::from_timestamp_millis(at)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Millis, true)
}
