//! Written text as blocks: paragraphs, lists, an item's fields, entries of the minutes.
//!
//! It owns how what people wrote becomes blocks. It must not know any format.

use super::mark::{Mark, Marked};
use super::outline::{Block, Body, Point, Role, Row, Run};
use super::source::{Source, annex_number, is_closed};
use crate::domain::agenda::{AgendaItem, SpeakerStatus};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Entry, EntryKind, ParagraphStyle, ReadBack};
use crate::domain::query::ActionRow;
use crate::locale::Key;

/// Text of several lines: paragraphs, and lists where lines begin with "- " or "1. ".
pub(super) fn prose(label: &str, text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut label = label;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let depth = line.len() - line.trim_start().len();
        let (numbered, words) = match list_mark(line.trim()) {
            Some(mark) => mark,
            None => {
                let runs = vec![Run::plain(line.trim())];
                blocks.push(Block::paragraph(Role::Field, label, runs));
                label = "";
                continue;
            }
        };
        if !label.is_empty() {
            blocks.push(Block::paragraph(Role::Field, label, Vec::new()));
            label = "";
        }
        let point = Point {
            indent: u8::try_from((depth / 2).min(4)).unwrap_or(0),
            runs: vec![Run::plain(words)],
            ..Point::default()
        };
        add_point(&mut blocks, numbered, point);
    }
    blocks
}

fn list_mark(line: &str) -> Option<(bool, &str)> {
    if let Some(words) = line.strip_prefix("- ").or_else(|| line.strip_prefix("• ")) {
        return Some((false, words));
    }
    let (number, words) = line.split_once(". ")?;
    let short = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    short.then_some((true, words))
}

fn add_point(blocks: &mut Vec<Block>, numbered: bool, point: Point) {
    if let Some(Block {
        body: Body::List {
            numbered: same,
            points,
        },
        ..
    }) = blocks.last_mut()
        && *same == numbered
    {
        points.push(point);
        return;
    }
    let points = vec![point];
    blocks.push(Block::new(Role::Text, Body::List { numbered, points }));
}

/// What the agenda says of an item, without its heading.
pub(super) fn item_fields(source: &Source, item: &AgendaItem, number: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut add = |key: Key, text: &str| blocks.extend(prose(&source.text(key), text));
    add(Key::AgendaPurpose, &item.purpose);
    add(Key::AgendaOutcome, &item.outcome);
    let owner = source.locale().owner(&item.responsible, source.register);
    add(Key::DocumentResponsible, &owner);
    let speakers: Vec<String> = source
        .meeting
        .speakers_of(item.id)
        .into_iter()
        .filter(|speaker| speaker.status != SpeakerStatus::Declined)
        .map(|speaker| source.speaker(speaker))
        .collect();
    match speakers.as_slice() {
        [] => {}
        [one] => add(Key::AgendaSpeaker, one),
        many => add(Key::DocumentSpeakers, &many.join("; ")),
    }
    blocks.extend(case_fields(source, item, number));
    blocks
}

/// Background, recommendation and annexes of an item.
pub(super) fn case_fields(source: &Source, item: &AgendaItem, number: usize) -> Vec<Block> {
    let mut blocks = prose(&source.text(Key::AgendaBackground), &item.background);
    blocks.extend(prose(
        &source.text(Key::AgendaRecommendation),
        &item.recommendation,
    ));
    let points: Vec<Point> = source
        .meeting
        .annexes_of(item.id)
        .into_iter()
        .enumerate()
        .map(|(place, annex)| Point {
            runs: vec![source.annex(&annex_number(number, place), annex)],
            ..Point::default()
        })
        .collect();
    if !points.is_empty() {
        let list = Body::List {
            numbered: false,
            points,
        };
        blocks.push(Block::new(Role::Field, list));
    }
    blocks
}

/// Whether an entry is in documents: no private note, nothing prepared and not kept.
pub(super) fn is_shown(entry: &Entry) -> bool {
    entry.kind != EntryKind::Private && !entry.prepared
}

/// An item's entries as blocks.
pub(super) fn entries(source: &Source, item: &AgendaItem) -> Vec<Block> {
    let mut blocks = Vec::new();
    for entry in in_order(source.meeting, item.id) {
        let text = source
            .locale()
            .entry(entry, source.meeting, source.register);
        if !is_shown(entry) || (text.trim().is_empty() && entry.kind != EntryKind::Action) {
            continue;
        }
        if entry.kind == EntryKind::Note && entry.style.is_list() {
            let point = Point {
                indent: entry.indent.min(4),
                mark: Mark {
                    of: Some(Marked::Entry(entry.id)),
                    words: 0..text.len(),
                },
                runs: vec![Run::plain(text)],
                ..Point::default()
            };
            add_point(&mut blocks, entry.style == ParagraphStyle::Numbered, point);
            continue;
        }
        blocks.push(entry_block(source, entry, &text));
    }
    blocks
}

/// An item's entries, each decision followed by its votes and the dissents from it.
fn in_order(meeting: &Meeting, item: Id) -> Vec<&Entry> {
    let rows = meeting.entries_of(item);
    let of = |entry: &Entry| {
        let beside = matches!(entry.kind, EntryKind::Vote | EntryKind::Dissent);
        let decision = entry.decision.filter(|_| beside);
        decision.filter(|id| rows.iter().any(|row| row.id == *id))
    };
    let mut ordered = Vec::with_capacity(rows.len());
    for row in rows.iter().filter(|row| of(row).is_none()) {
        ordered.push(*row);
        for kind in [EntryKind::Vote, EntryKind::Dissent] {
            let its = |it: &&Entry| it.kind == kind && of(it) == Some(row.id);
            ordered.extend(rows.iter().copied().filter(its));
        }
    }
    ordered
}

fn entry_block(source: &Source, entry: &Entry, text: &str) -> Block {
    let (role, label) = match entry.kind {
        EntryKind::Note | EntryKind::Private => (Role::Text, None),
        EntryKind::Attendance => (Role::Attendance, None),
        EntryKind::Decision if entry.read_back() == ReadBack::Stands => {
            (Role::Decision, Some(Key::EntryDecisionRead))
        }
        EntryKind::Decision => (Role::Decision, Some(Key::EntryDecision)),
        EntryKind::Action => (Role::Action, Some(Key::EntryAction)),
        EntryKind::Vote => (Role::Vote, Some(Key::EntryVote)),
        EntryKind::Dissent => (Role::Dissent, Some(Key::EntryDissent)),
        EntryKind::Idea => (Role::Text, Some(Key::EntryIdea)),
        EntryKind::Help => (Role::Text, Some(Key::EntryHelp)),
    };
    let words = if entry.kind == EntryKind::Action {
        action(source, entry)
    } else {
        text.to_owned()
    };
    let mut label = label.map(|key| source.text(key)).unwrap_or_default();
    let whose = source.locale().owners(entry, source.register);
    if entry.kind == EntryKind::Dissent && !whose.is_empty() {
        label = source.text_with(Key::DocumentDissentOf, &[("name", whose.into())]);
    }
    let run = Run {
        strong: entry.style == ParagraphStyle::Heading,
        ..Run::plain(words)
    };
    let written = text.trim().trim_end_matches('.');
    let written = match run.text.find(written) {
        // A full stop after it is the writer's where nothing of the program's follows.
        Some(at) if run.text == text => at..run.text.len(),
        Some(at) => at..at + written.len(),
        None => 0..run.text.len(),
    };
    Block::paragraph(role, &label, vec![run]).telling(Marked::Entry(entry.id), written)
}

/// "Send oplæg til alle (ansvarlig: Anna Lund, frist: 1. december 2026)".
fn action(source: &Source, entry: &Entry) -> String {
    let locale = source.locale();
    let owner = locale.owner(&entry.owner, source.register);
    let due = entry.due.as_ref().map(|due| locale.due(due));
    let text = entry.text.trim().trim_end_matches('.');
    let args = [
        ("text", text.into()),
        ("owner", owner.clone().into()),
        ("due", due.clone().unwrap_or_default().into()),
    ];
    match (owner.is_empty(), due.is_some()) {
        (false, true) => source.text_with(Key::DocumentAction, &args),
        (false, false) => source.text_with(Key::DocumentActionOwner, &args),
        (true, true) => source.text_with(Key::DocumentActionDue, &args),
        (true, false) => entry.text.clone(),
    }
}

/// The actions of a meeting as a table; `None` when there are none.
pub(super) fn action_table(source: &Source) -> Option<Block> {
    let locale = source.locale();
    let mut rows = Vec::new();
    for (index, item) in source.meeting.agenda().into_iter().enumerate() {
        for entry in source.meeting.entries_of(item.id) {
            if entry.kind != EntryKind::Action || !is_shown(entry) {
                continue;
            }
            let due = entry.due.as_ref().map(|due| locale.due(due));
            rows.push(Row {
                cells: vec![
                    entry.text.clone(),
                    locale.owner(&entry.owner, source.register).into_owned(),
                    due.unwrap_or_default(),
                    (index + 1).to_string(),
                ],
                closed: item.closed,
            });
        }
    }
    let columns = [
        Key::DocumentTask,
        Key::DocumentOwner,
        Key::DocumentDue,
        Key::DocumentItem,
    ];
    table(source, &columns, rows)
}

/// Open actions of the network as a table; `None` when there are none.
pub(super) fn open_action_table(source: &Source, rows: &[&ActionRow]) -> Option<Block> {
    let row = |row: &&ActionRow| Row {
        cells: vec![
            row.text.clone(),
            row.owner_name.clone(),
            row.due
                .as_ref()
                .map(|due| source.locale().due(due))
                .unwrap_or_default(),
            row.meeting
                .and_then(|meeting| source.number_of(meeting))
                .unwrap_or_default(),
        ],
        closed: !known_open(source, row),
    };
    let columns = [
        Key::DocumentTask,
        Key::DocumentOwner,
        Key::DocumentDue,
        Key::DocumentFrom,
    ];
    table(source, &columns, rows.iter().map(row).collect())
}

/// Whether an action is known to come from an item open to the public.
fn known_open(source: &Source, row: &ActionRow) -> bool {
    match (row.meeting, row.item) {
        (None, _) => true,
        (Some(meeting), Some(item)) if meeting == source.id => !is_closed(source.meeting, item),
        (Some(meeting), Some(item)) => source
            .previous
            .is_some_and(|(id, previous)| id == meeting && !is_closed(previous, item)),
        (Some(_), None) => false,
    }
}

fn table(source: &Source, columns: &[Key], rows: Vec<Row>) -> Option<Block> {
    let columns = columns.iter().map(|key| source.text(*key)).collect();
    (!rows.is_empty()).then(|| Block::table("", columns, rows))
}
