//! A log as the meeting it tells of, in the words of [`crate::intake::json`].

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};

use super::{Log, Topic};
use crate::domain::agenda::{ItemKind, ItemStatus};
use crate::domain::attendance::{PresenceKind, Rsvp};
use crate::domain::draft::Ids;
use crate::domain::exchange::*;
use crate::domain::folding::{fold, label};
use crate::domain::line::{Named, action};
use crate::domain::minutes::EntryKind;
use crate::domain::register::Register;
use crate::domain::secretariat::Language;
use crate::domain::zone;
use crate::locale::{Key, Locale};

/// The longest name somebody is registered under, in letters.
const NAME: usize = 60;
/// The longest title, in letters.
const TITLE: usize = 300;

/// Where a log's meeting comes to, and when it is read.
pub struct Place<'a> {
    /// The network's label.
    pub network: &'a str,
    /// The language of its documents.
    pub language: Language,
    /// Who is known.
    pub register: &'a Register,
    /// The day, when the log does not say.
    pub today: NaiveDate,
}

/// The meeting of a log. Names nobody here has are new people.
pub fn object(log: &Log, place: &Place<'_>, ids: Ids<'_>) -> MeetingObject {
    let date = log.date.unwrap_or(place.today);
    let mut object = MeetingObject {
        network: place.network.to_owned(),
        title: cut(&log.title, TITLE),
        language: place.language,
        chair: log.chairs.first().map(|name| person(place, name)),
        minute_taker: log.scribes.first().map(|name| person(place, name)),
        ..MeetingObject::default()
    };
    object.when.date = Some(date.to_string());
    object.when.start = log.from.map(clock);
    object.when.end = log.to.filter(|to| Some(*to) > log.from).map(clock);
    let moment = |time: Option<NaiveTime>| rfc(zone::instant(date.and_time(time?)));
    object.history.started_at = moment(log.from).or_else(|| midnight(date));
    object.history.ended_at = moment(log.to.filter(|to| Some(*to) >= log.from))
        .or_else(|| object.history.started_at.clone());
    attend(&mut object, log, place);
    for topic in &log.topics {
        item(&mut object, topic, place, date, ids);
    }
    object
}

/// Who was there and who sent apologies; the chair and the writer are named too.
fn attend(object: &mut MeetingObject, log: &Log, place: &Place<'_>) {
    let mut seen: Vec<String> = Vec::new();
    let here = log
        .present
        .iter()
        .map(|name| (name, Some(PresenceKind::Arrived)));
    let away = log
        .regrets
        .iter()
        .map(|name| (name, Some(PresenceKind::Apologies)));
    let named = log.chairs.first().into_iter().chain(log.scribes.first());
    let named = named.map(|name| (name, None));
    let at = object.history.started_at.clone().unwrap_or_default();
    for (name, kind) in here.chain(away).chain(named) {
        let label = person(place, name);
        if seen.contains(&label) {
            continue;
        }
        seen.push(label.clone());
        if place.register.person(&label).is_none() {
            object.people.push(PersonObject {
                label: label.clone(),
                name: cut(name, NAME),
                ..PersonObject::default()
            });
        }
        let Some(kind) = kind else { continue };
        object.participants.push(ParticipantObject {
            person: label.clone(),
            name: cut(name, NAME),
            rsvp: match kind {
                PresenceKind::Arrived => Rsvp::Yes,
                _ => Rsvp::No,
            },
            ..ParticipantObject::default()
        });
        object.presences.push(PresenceObject {
            person: label,
            kind,
            at: at.clone(),
            ..PresenceObject::default()
        });
    }
}

/// The label of whoever is called so: the one who has that name here, else one made of it.
fn person(place: &Place<'_>, name: &str) -> String {
    let wanted = fold(name);
    let people = place.register.people.values();
    let mut same = people.filter(|row| !row.removed && fold(&row.name) == wanted);
    match (same.next(), same.next()) {
        (Some(one), None) => one.label.clone(),
        _ => match label(&cut(name, NAME)) {
            made if made.is_empty() => format!("x-{:08x}", hash(name)),
            made => match place.register.person(&made) {
                // That label is somebody else's here.
                Some(row) if fold(&row.name) != wanted => format!("{made}-log"),
                _ => made,
            },
        },
    }
}

/// Tells names apart of which no letter can stand in a label.
fn hash(name: &str) -> u32 {
    let hash = blake3::hash(name.as_bytes());
    let (first, _) = hash
        .as_bytes()
        .split_first_chunk()
        .unwrap_or((&[0; 4], &[]));
    u32::from_le_bytes(*first)
}

fn item(
    object: &mut MeetingObject,
    topic: &Topic,
    place: &Place<'_>,
    date: NaiveDate,
    ids: Ids<'_>,
) {
    let untitled = topic.title.trim().is_empty();
    let first = untitled && topic.link.is_empty();
    let title = match (first, untitled) {
        (true, _) => Locale::new(place.language)
            .text(Key::ImportOpening)
            .into_owned(),
        (_, true) => cut(&topic.link, TITLE),
        _ => cut(&topic.title, TITLE),
    };
    let mut item = ItemObject {
        title,
        kind: match first {
            true => ItemKind::Welcome,
            false => ItemKind::Discussion,
        },
        status: ItemStatus::Done,
        ..ItemObject::default()
    };
    if !topic.link.is_empty() {
        item.annexes.push(AnnexObject {
            title: item.title.clone(),
            link: topic.link.clone(),
            ..AnnexObject::default()
        });
    }
    for line in &topic.lines {
        let mut entry = EntryObject {
            kind: line.kind,
            style: line.style,
            text: line.text.clone(),
            ..EntryObject::default()
        };
        if line.kind == EntryKind::Action {
            act(object, &mut entry, place, date, ids);
        }
        item.entries.push(entry);
    }
    object.agenda.push(item);
}

/// An action's owner and deadline, where the line names somebody known, and its record.
fn act(
    object: &mut MeetingObject,
    entry: &mut EntryObject,
    place: &Place<'_>,
    date: NaiveDate,
    ids: Ids<'_>,
) {
    let people = || place.register.people.values().filter(|row| !row.removed);
    let known = |name: &str| {
        let wanted = fold(name);
        let mut same = people().filter(|row| fold(&row.name) == wanted);
        let here = object.people.iter().find(|row| fold(&row.name) == wanted);
        let one = same.next().map(|row| row.label.clone());
        one.or_else(|| here.map(|row| row.label.clone()))
    };
    let read = action(&entry.text, date, |name, _: Named| known(name).is_some());
    if let Some(owner) = read.owner.as_deref().and_then(known) {
        entry.owner.person = Some(owner);
    }
    if let Some(Ok(due)) = &read.due {
        entry.due = Some(due.to_string());
    }
    entry.text = read.task;
    let (own, record) = (ids().to_string(), ids().to_string());
    entry.id.clone_from(&own);
    entry.action = Some(record.clone());
    object.actions.push(MeetingActionObject {
        id: record,
        entry: Some(own),
        ..MeetingActionObject::default()
    });
}

fn cut(text: &str, letters: usize) -> String {
    text.trim().chars().take(letters).collect()
}

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn midnight(date: NaiveDate) -> Option<String> {
    rfc(zone::instant(date.and_time(NaiveTime::MIN)))
}

fn rfc(at: i64) -> Option<String> {
    let at: DateTime<Utc> = DateTime::from_timestamp_millis(at)?;
    Some(at.to_rfc3339_opts(SecondsFormat::Secs, true))
}
