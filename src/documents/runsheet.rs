//! The run sheet (drejebog): times, who, and what must come of each item.

use chrono::NaiveTime;

use super::outline::{Block, Outline, Role, Row};
use super::source::{Source, starts};
use crate::domain::agenda::{AgendaItem, ItemKind, SpeakerStatus};
use crate::locale::Key;

/// The run sheet, closed items marked.
pub(super) fn run_sheet(source: &Source) -> Outline {
    let mut outline = source.outline(Key::DocumentRunSheet);
    outline.status = super::agenda::status(source);
    let head = &source.meeting.head;
    outline.facts = source.head_facts();
    outline.facts.extend(source.chair());
    outline.facts.extend(source.minute_taker());
    outline
        .facts
        .extend(source.fact(Key::DocumentLink, &head.link));
    outline
        .facts
        .extend(source.fact(Key::DocumentPurpose, head.purpose.replace('\n', " ")));
    let (starts, end) = starts(source.meeting);
    let rows: Vec<Row> = source
        .meeting
        .agenda()
        .into_iter()
        .enumerate()
        .map(|(index, item)| Row {
            cells: vec![
                starts
                    .get(&item.id)
                    .map_or_else(String::new, |at| source.clock(*at)),
                item.minutes.map_or_else(String::new, |m| m.to_string()),
                format!("{}. {}", index + 1, item.title),
                who(source, item),
                outcome(source, item),
            ],
            closed: item.closed,
        })
        .collect();
    let columns = [
        Key::DocumentClock,
        Key::DocumentMinutesPlanned,
        Key::DocumentItem,
        Key::DocumentWho,
        Key::DocumentOutcome,
    ];
    if !rows.is_empty() {
        let columns = columns.iter().map(|key| source.text(*key)).collect();
        outline.blocks.push(Block::table("", columns, rows));
    }
    outline
        .blocks
        .extend(end.and_then(|end| past_end(source, end)));
    outline.blocks.extend(practical(source));
    outline
}

/// A warning when the items last longer than the meeting.
fn past_end(source: &Source, planned: NaiveTime) -> Option<Block> {
    let end = source.meeting.head.end.filter(|end| planned > *end)?;
    let late = planned.signed_duration_since(end).num_minutes();
    let args = [
        ("time", source.clock(planned).into()),
        ("count", late.into()),
    ];
    Some(Block::text(source.text_with(Key::DocumentPastEnd, &args)))
}

fn who(source: &Source, item: &AgendaItem) -> String {
    let owner = source.locale().owner(&item.responsible, source.register);
    let speakers = source
        .meeting
        .speakers_of(item.id)
        .into_iter()
        .filter(|speaker| speaker.status != SpeakerStatus::Declined)
        .map(|speaker| source.speaker(speaker));
    let mut all: Vec<String> = speakers.collect();
    if !owner.is_empty() {
        all.insert(0, owner.into_owned());
    }
    all.join("; ")
}

/// What must be decided: the recommendation of a decision item, else the expected outcome.
fn outcome(source: &Source, item: &AgendaItem) -> String {
    let words = if item.kind == ItemKind::Decision && !item.recommendation.is_empty() {
        &item.recommendation
    } else {
        &item.outcome
    };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let kind = source.kind(item.kind);
    if words.is_empty() {
        kind
    } else {
        format!("{kind}: {words}")
    }
}

fn practical(source: &Source) -> Vec<Block> {
    let language = source.locale().language();
    let rows: Vec<Row> = source
        .meeting
        .practical_list()
        .into_iter()
        .map(|practical| {
            let day = source
                .meeting
                .head
                .date
                .and_then(|date| {
                    date.checked_add_signed(chrono::TimeDelta::days(i64::from(practical.days)))
                })
                .map_or_else(String::new, |day| language.plain_date(day));
            let done = if practical.done {
                Key::DocumentIsDone
            } else {
                Key::DocumentNotDone
            };
            Row {
                cells: vec![
                    practical.what.clone(),
                    practical.who.clone(),
                    day,
                    source.text(done),
                ],
                // Practical things are the secretariat's own.
                closed: true,
            }
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        Key::DocumentWhat,
        Key::DocumentWho,
        Key::DocumentWhen,
        Key::DocumentDone,
    ];
    let columns = columns.iter().map(|key| source.text(*key)).collect();
    let title = source.text(Key::DocumentPractical);
    vec![
        Block::heading(Role::Part, "", title, ""),
        Block::table("", columns, rows),
    ]
}
