//! The page before the meeting: last minutes, open actions, what changed since.

use chrono::NaiveDate;

use super::outline::{Block, Body, Outline, Point, Role, Row, Run};
use super::prose::{is_shown, open_action_table};
use super::source::{Source, is_closed};
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MinutesStatus};
use crate::domain::minutes::EntryKind;
use crate::domain::network::{ActionItem, ActionStatus, Member};
use crate::locale::Key;

/// The page before the meeting; what is not known to be open is marked closed.
pub(super) fn briefing(source: &Source) -> Outline {
    let mut outline = source.outline(Key::DocumentBriefing);
    outline.facts = source.head_facts();
    outline.facts.extend(source.chair());
    outline.facts.extend(source.fact(
        Key::DocumentPurpose,
        source.meeting.head.purpose.replace('\n', " "),
    ));
    let part = |key: Key| Block::heading(Role::Part, "", source.text(key), "");
    outline.blocks.push(part(Key::DocumentLastMinutes));
    outline.blocks.extend(last_minutes(source));
    outline.blocks.push(part(Key::DocumentOpenActions));
    let rows: Vec<_> = source.open_actions.iter().collect();
    outline.blocks.push(
        open_action_table(source, &rows)
            .unwrap_or_else(|| Block::text(source.text(Key::DocumentNoOpenActions))),
    );
    outline.blocks.push(part(Key::DocumentChanged));
    let changes = changes(source);
    outline.blocks.push(if changes.is_empty() {
        Block::text(source.text(Key::DocumentChangedNone))
    } else {
        let list = Body::List {
            numbered: false,
            points: changes,
        };
        Block::new(Role::Text, list)
    });
    outline
}

fn last_minutes(source: &Source) -> Vec<Block> {
    let Some((id, previous)) = source.previous else {
        return vec![Block::text(source.text(Key::DocumentNoLastMeeting))];
    };
    let mut line = vec![source.number_of(id).unwrap_or_default()];
    line.push(previous.head.title.clone());
    let language = source.locale().language();
    line.extend(previous.head.date.map(|date| language.long_date(date)));
    line.push(source.text(match previous.head.minutes {
        MinutesStatus::Approved => Key::BriefingApproved,
        MinutesStatus::ForComments => Key::BriefingComments,
        MinutesStatus::Draft | MinutesStatus::Correction => Key::BriefingDraft,
    }));
    line.retain(|part| !part.is_empty());
    let runs = vec![Run::plain(line.join(", "))];
    let label = source.text(Key::DocumentLastMeeting);
    let mut blocks = vec![Block::paragraph(Role::Field, &label, runs)];
    let rows = decisions(previous);
    if rows.is_empty() {
        blocks.push(Block::text(source.text(Key::DocumentNoDecisions)));
    } else {
        let columns = [Key::DocumentItem, Key::EntryDecision];
        let columns = columns.iter().map(|key| source.text(*key)).collect();
        blocks.push(Block::table("", columns, rows));
    }
    blocks
}

fn decisions(meeting: &Meeting) -> Vec<Row> {
    let mut rows = Vec::new();
    for (index, item) in meeting.agenda().into_iter().enumerate() {
        for entry in meeting.entries_of(item.id) {
            if entry.kind == EntryKind::Decision && is_shown(entry) {
                rows.push(Row {
                    cells: vec![format!("{}. {}", index + 1, item.title), entry.text.clone()],
                    closed: item.closed,
                });
            }
        }
    }
    rows
}

fn changes(source: &Source) -> Vec<Point> {
    let mut points = Vec::new();
    let mut add = |key: Key, name: &str, value: String, closed: bool| {
        points.push(Point {
            indent: 0,
            runs: vec![Run::plain(source.text_with(key, &[(name, value.into())]))],
            closed,
            ..Point::default()
        });
    };
    let since = source.previous.and_then(|(_, previous)| previous.head.date);
    if let Some(date) = source.meeting.head.moved_from {
        let date = source.locale().language().long_date(date);
        add(Key::DocumentChangedMoved, "date", date, false);
    }
    for item in source.meeting.agenda() {
        if item.deferred_from.is_some() {
            let title = item.title.clone();
            add(Key::DocumentChangedDeferred, "title", title, item.closed);
        }
    }
    for member in source.network.members.values().filter(|row| !row.removed) {
        let name = member_name(source, member);
        if after(member.from, since) {
            add(Key::DocumentChangedMemberNew, "name", name.clone(), false);
        }
        if after(member.until, since) && ended_before(member.until, source.meeting.head.date) {
            add(Key::DocumentChangedMemberLeft, "name", name, false);
        }
    }
    for action in source.network.actions.values() {
        let done = action.status == ActionStatus::Done && !action.removed;
        if done && on_or_after(action.closed_on, since) {
            let (text, open) = action_text(source, action);
            add(Key::DocumentChangedDone, "text", text, !open);
        }
    }
    points
}

fn after(day: Option<NaiveDate>, since: Option<NaiveDate>) -> bool {
    matches!((day, since), (Some(day), Some(since)) if day > since)
}

fn on_or_after(day: Option<NaiveDate>, since: Option<NaiveDate>) -> bool {
    matches!((day, since), (Some(day), Some(since)) if day >= since)
}

fn ended_before(day: Option<NaiveDate>, meeting: Option<NaiveDate>) -> bool {
    matches!((day, meeting), (Some(day), Some(meeting)) if day < meeting)
}

fn member_name(source: &Source, member: &Member) -> String {
    let organisation = |id: Id| source.register.organisation_name(id).to_owned();
    match (member.person, member.organisation) {
        (Some(person), _) => {
            let name = source.person(person).into_owned();
            let row = source.register.people.get(&person);
            match row.and_then(|row| row.organisation).map(organisation) {
                Some(organisation) if !organisation.is_empty() => {
                    format!("{name} ({organisation})")
                }
                _ => name,
            }
        }
        (None, Some(id)) => organisation(id),
        (None, None) => String::new(),
    }
}

/// An action's text, and whether it is known to come from an item open to the public.
fn action_text(source: &Source, action: &ActionItem) -> (String, bool) {
    let entry = source.previous.and_then(|(id, previous)| {
        let entry = previous.entries.get(&action.entry?)?;
        (action.meeting == Some(id)).then_some((previous, entry))
    });
    let open = match entry {
        Some((previous, entry)) => !is_closed(previous, entry.item),
        None => action.meeting.is_none(),
    };
    match entry {
        Some((_, entry)) if !action.frozen => (entry.text.clone(), open),
        _ => (action.text.clone(), open),
    }
}
