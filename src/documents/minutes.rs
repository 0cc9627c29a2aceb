//! The minutes (referat), and decisions and actions only (beslutningsreferat). Approved minutes
//! are what was approved, never made anew.

use super::attendance::presence_facts;
use super::comments::remarks;
use super::letters::round;
use super::mark::Marked;
use super::outline::{Block, Body, Difference, FrozenError, Outline, Role, diff};
use super::prose::{action_table, case_fields, entries};
use super::source::{Source, kind_note};
use crate::domain::agenda::{AgendaItem, ItemKind, ItemStatus, Standing};
use crate::domain::id::Id;
use crate::domain::meeting::MinutesStatus;
use crate::domain::minutes::Approval;
use crate::domain::zone::local;
use crate::locale::Key;

/// The minutes: frozen once approved, else from what is written now. Closed items are marked.
pub(super) fn minutes(source: &Source) -> Result<Outline, FrozenError> {
    if source.meeting.head.minutes == MinutesStatus::Approved
        && let Some(approval) = source.meeting.approval()
    {
        return Outline::thaw(approval);
    }
    let asks = source.meeting.head.minutes == MinutesStatus::ForComments;
    Ok(Outline {
        status: status(source),
        remarks: if asks { remarks(source) } else { Vec::new() },
        asks,
        ..draft(source)
    })
}

/// The approval of what is written now, as the next version.
pub fn approve(source: &Source, id: Id, at: i64, by: &str) -> Approval {
    let version = source.meeting.approval().map_or(1, |last| last.version + 1);
    let mut outline = draft(source);
    let date = source.locale().language().plain_date(local(at).date());
    let args = [("date", date.into()), ("by", by.into())];
    outline.status = if by.is_empty() {
        source.text_with(Key::DocumentStatusApproved, &args)
    } else {
        source.text_with(Key::DocumentStatusApprovedBy, &args)
    };
    if version > 1 {
        outline.status = source.text_with(
            Key::DocumentStatusVersion,
            &[
                ("status", outline.status.into()),
                ("version", version.into()),
            ],
        );
    }
    let (outline, hash) = outline.freeze();
    Approval {
        id,
        version,
        at,
        by: by.to_owned(),
        hash,
        outline,
        removed: false,
    }
}

/// What a correction changes in the approved minutes: the last approved version beside what is
/// written now, or, when nothing is being corrected, beside the version before it.
///
/// # Errors
/// When an approved version is not as it was approved.
pub fn corrections(source: &Source) -> Result<Vec<Difference>, FrozenError> {
    let mut approvals: Vec<&Approval> = source
        .meeting
        .approvals
        .values()
        .filter(|approval| !approval.removed)
        .collect();
    approvals.sort_by_key(|approval| approval.version);
    let Some((last, earlier)) = approvals.split_last() else {
        return Ok(Vec::new());
    };
    let last = Outline::thaw(last)?;
    if source.meeting.head.minutes != MinutesStatus::Approved {
        return Ok(diff(&last, &draft(source)));
    }
    match earlier.last() {
        Some(before) => Ok(diff(&Outline::thaw(before)?, &last)),
        None => Ok(Vec::new()),
    }
}

/// Decisions and actions only, from the minutes.
pub(super) fn decisions(source: &Source) -> Result<Outline, FrozenError> {
    let minutes = minutes(source)?;
    let kept = |block: &Block| matches!(block.role, Role::Decision | Role::Vote | Role::Dissent);
    let mut blocks = Vec::new();
    let mut item: Option<Block> = None;
    let mut actions = false;
    for block in minutes.blocks {
        match block.role {
            Role::Item => (item, actions) = (Some(block), false),
            Role::Part => {
                actions = true;
                blocks.push(block);
            }
            _ if actions => blocks.push(block),
            _ if kept(&block) => {
                blocks.extend(item.take());
                blocks.push(block);
            }
            _ => {}
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::text(source.text(Key::DocumentNoDecisions)));
    }
    let facts = minutes.facts.into_iter().filter(|fact| {
        let left_out = [
            Key::DocumentPresent,
            Key::DocumentApologies,
            Key::DocumentAbsent,
        ];
        !left_out.iter().any(|key| source.text(*key) == fact.label)
    });
    Ok(Outline {
        kind: source.text(Key::DocumentDecisions),
        asks: false,
        remarks: Vec::new(),
        facts: facts.collect(),
        blocks,
        ..minutes
    })
}

fn status(source: &Source) -> String {
    let head = &source.meeting.head;
    if head.cancelled.is_some() {
        return super::agenda::status(source);
    }
    match (head.minutes, head.objection_deadline) {
        (MinutesStatus::ForComments, Some(date)) => {
            let date = source.locale().language().long_date(date);
            source.text_with(Key::DocumentStatusCommentsUntil, &[("date", date.into())])
        }
        (MinutesStatus::ForComments, None) => source.text(Key::DocumentStatusComments),
        (MinutesStatus::Correction, _) => source.text(Key::DocumentStatusCorrection),
        _ => source.text(Key::DocumentStatusMinutesDraft),
    }
}

/// The minutes from what is written now, without a word on where they stand.
pub(super) fn draft(source: &Source) -> Outline {
    let mut outline = source.outline(Key::DocumentMinutes);
    let mut facts = source.head_facts();
    let time = source.fact(Key::DocumentTime, source.held());
    for fact in &mut facts {
        if let Some(time) = time.as_ref().filter(|time| time.label == fact.label) {
            *fact = time.clone();
        }
    }
    let case_number = source.fact(Key::DocumentCaseNumber, &source.meeting.head.case_number);
    facts.retain(|fact| Some(fact) != case_number.as_ref());
    facts.extend(source.chair());
    facts.extend(presence_facts(source));
    facts.extend(source.minute_taker());
    facts.extend(case_number);
    outline.facts = facts;
    outline.blocks = round(source, "minutes-opening");
    for (index, item) in source.meeting.agenda().into_iter().enumerate() {
        outline.blocks.extend(item_blocks(source, item, index + 1));
    }
    let named = |item: &&AgendaItem| item.standing == Standing::NextMeeting && !item.closed;
    if !source.meeting.agenda().iter().any(named) {
        outline.blocks.extend(next_meeting(source, Role::Part));
    }
    if let Some(table) = action_table(source) {
        let title = source.text(Key::DocumentActions);
        outline
            .blocks
            .push(Block::heading(Role::Part, "", title, ""));
        outline.blocks.push(table);
    }
    outline.blocks.extend(round(source, "minutes-closing"));
    outline
}

fn item_blocks(source: &Source, item: &AgendaItem, number: usize) -> Vec<Block> {
    let written = entries(source, item);
    let number_text = number.to_string();
    // It has a number on the agenda: left out, it would look withheld.
    if item.kind == ItemKind::Break && written.is_empty() {
        let heading = Block::heading(Role::Item, &number_text, &item.title, "");
        return vec![heading];
    }
    let mut note: Vec<String> = kind_note(source, item).into_iter().collect();
    if item.closed {
        note.push(source.text(Key::DocumentClosed));
    }
    let mut blocks = vec![
        Block::heading(Role::Item, &number_text, &item.title, &note.join(", "))
            .telling(Marked::Item(item.id), 0..item.title.len()),
    ];
    blocks.extend(case_fields(source, item, number));
    blocks.extend(written);
    if item.status == ItemStatus::Deferred {
        let to = item.deferred_to.and_then(|id| source.number_of(id));
        blocks.push(Block::text(match to {
            Some(meeting) => {
                source.text_with(Key::DocumentDeferredTo, &[("meeting", meeting.into())])
            }
            None => source.text(Key::DocumentDeferred),
        }));
    }
    if item.standing == Standing::NextMeeting {
        blocks.extend(next_meeting(source, Role::Item));
    }
    for block in &mut blocks {
        block.closed |= item.closed;
    }
    blocks
}

/// The date agreed for the next meeting: under its item, or as a part of its own.
fn next_meeting(source: &Source, under: Role) -> Vec<Block> {
    let Some(date) = source.meeting.head.next_date else {
        return Vec::new();
    };
    let title = source.text(Key::DocumentNextMeeting);
    let date = source.locale().language().long_date(date);
    let line = |label: &str| {
        let runs = vec![super::outline::Run::plain(date.as_str())];
        Block::paragraph(Role::Field, label, runs)
    };
    if under == Role::Part {
        vec![Block::heading(Role::Part, "", &title, ""), line("")]
    } else {
        vec![line(&title)]
    }
}

/// What was only in the old version and only in the new, as a document of its own.
pub fn corrections_outline(source: &Source) -> Result<Outline, FrozenError> {
    let mut outline = source.outline(Key::DocumentCorrected);
    let mut heading: Option<Block> = None;
    for difference in corrections(source)? {
        let (label, block) = match difference {
            Difference::Same(block) if block.role == Role::Item => {
                heading = Some(block);
                continue;
            }
            Difference::Same(_) => continue,
            Difference::Removed(block) => (Key::DocumentWas, block),
            Difference::Added(block) => (Key::DocumentIs, block),
        };
        outline.blocks.extend(heading.take());
        let mark = Block::paragraph(Role::Field, &source.text(label), Vec::new());
        if let Body::Heading { .. } = &block.body {
            outline.blocks.push(block);
            outline.blocks.push(mark);
        } else {
            outline.blocks.push(mark);
            outline.blocks.push(block);
        }
    }
    if outline.blocks.is_empty() {
        let nothing = source.text(Key::DocumentNoCorrections);
        outline.blocks.push(Block::text(nothing));
    }
    Ok(outline)
}
