//! Comments on the minutes: as remarks in the margin while they are out, and as a table
//! (bemærkningsskema) with what became of each.

use super::mark::{Mark, Marked, Remark};
use super::minutes::draft;
use super::outline::{Block, Body, Outline, Row, Run};
use super::source::{Source, is_closed};
use crate::domain::id::Id;
use crate::domain::meeting::MinutesStatus;
use crate::domain::minutes::Comment;
use crate::locale::Key;

/// The comments as remarks.
pub(super) fn remarks(source: &Source) -> Vec<Remark> {
    let comments = source.meeting.live_comments().into_iter();
    comments
        .map(|comment| Remark {
            of: place(source, comment),
            by: source.locale().commenter(comment, source.register),
            at: comment.at,
            lines: lines(source, comment),
        })
        .collect()
}

/// The comments without their answers, as they go out.
pub fn told_comments(source: &Source) -> Vec<Remark> {
    let comments = source.meeting.live_comments().into_iter();
    let told = comments.zip(remarks(source));
    told.map(|(comment, remark)| Remark {
        lines: said(source, comment),
        ..remark
    })
    .collect()
}

/// What the minutes tell: an item or an entry, in the words of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// What it is.
    pub of: Marked,
    /// What was written.
    pub words: String,
    /// The same with what the program adds.
    pub whole: String,
}

/// All that the minutes tell, as they are now.
pub fn written_entries(source: &Source) -> Vec<Written> {
    let mut rows = Vec::new();
    let mut add = |mark: &Mark, label: &str, runs: &[Run]| {
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        rows.extend(mark.of.map(|of| Written {
            of,
            words: mark.written(runs),
            whole: match label {
                "" => text,
                label => format!("{label}: {text}"),
            },
        }));
    };
    for block in draft(source).blocks {
        match &block.body {
            Body::Heading { text, .. } => add(&block.mark, "", &[Run::plain(text.as_str())]),
            Body::Paragraph { label, runs } => add(&block.mark, label, runs),
            Body::List { points, .. } => {
                points.iter().for_each(|it| add(&it.mark, "", &it.runs));
            }
            Body::Table { .. } | Body::Chart(_) => {}
        }
    }
    rows
}

/// What a comment is on.
fn place(source: &Source, comment: &Comment) -> Option<Marked> {
    let entry = comment.entry.or(comment.after);
    let entry = entry.filter(|id| source.meeting.entries.contains_key(id));
    let item = comment.item.map(Marked::Item);
    entry.map(Marked::Entry).or(item)
}

/// What a comment says, and what was answered.
pub(super) fn lines(source: &Source, comment: &Comment) -> Vec<String> {
    let mut lines = said(source, comment);
    if !comment.answer.is_empty() {
        let args = [("text", (&comment.answer).into())];
        lines.push(source.text_with(Key::CommentToldAnswer, &args));
    }
    lines
}

fn said(source: &Source, comment: &Comment) -> Vec<String> {
    let mut lines: Vec<String> = comment.text.lines().map(str::to_owned).collect();
    lines.retain(|line| !line.trim().is_empty());
    lines.extend(source.locale().proposed(comment, source.meeting));
    lines
}

/// The item a comment belongs to.
fn item(source: &Source, comment: &Comment) -> Option<Id> {
    let entry = comment.entry.or(comment.after);
    let entry = entry.and_then(|id| source.meeting.entries.get(&id));
    entry.map(|entry| entry.item).or(comment.item)
}

/// Bemærkningsskema: by item and entry, in the order they came.
pub(super) fn table(source: &Source) -> Outline {
    let mut outline = source.outline(Key::DocumentComments);
    outline.facts = source.head_facts();
    let comments = source.meeting.live_comments();
    let count = comments.len().to_string();
    outline
        .facts
        .extend(source.fact(Key::DocumentCommentsCount, count));
    if comments.is_empty() {
        let none = source.text(Key::DocumentCommentsNone);
        outline.blocks.push(Block::text(none));
        return outline;
    }
    outline.blocks.push(block(source, ""));
    outline
}

/// What came to the minutes of the meeting before, and what was done with it: the members' own,
/// never everybody's.
pub(super) fn came(source: &Source) -> Option<Block> {
    let (id, meeting) = source.previous?;
    let head = &meeting.head;
    if head.ended_at.is_none() || head.minutes_sent_at.is_none() {
        return None;
    }
    let before = Source {
        id,
        meeting,
        previous: None,
        ..*source
    };
    let mut made = match (meeting.live_comments().is_empty(), head.objection_deadline) {
        (false, _) => block(&before, &source.text(Key::DocumentCommentsCame)),
        (true, Some(day)) if head.minutes == MinutesStatus::ForComments => {
            let day = source.locale().language().long_date(day);
            let args = [("date", day.into())];
            Block::text(source.text_with(Key::DocumentCommentsSilent, &args))
        }
        _ => return None,
    };
    made.closed = true;
    Some(made)
}

/// The comments as a table.
fn block(source: &Source, caption: &str) -> Block {
    let comments = source.meeting.live_comments();
    let mut rows: Vec<(Vec<usize>, Row)> = comments
        .into_iter()
        .map(|comment| (order(source, comment), row(source, comment)))
        .collect();
    rows.sort_by(|left, right| left.0.cmp(&right.0));
    let columns = [
        Key::DocumentItem,
        Key::DocumentCommentsText,
        Key::DocumentCommentsSaid,
        Key::DocumentCommentsBy,
        Key::DocumentCommentsResult,
    ];
    let columns = columns.map(|key| source.text(key)).to_vec();
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    Block::table(caption, columns, rows)
}

/// Where a comment stands in the table: what is on the whole comes first.
fn order(source: &Source, comment: &Comment) -> Vec<usize> {
    let Some(item) = item(source, comment) else {
        return Vec::new();
    };
    let number = source.meeting.number_of(item).unwrap_or(usize::MAX);
    let entry = comment.entry.or(comment.after);
    let rows = source.meeting.entries_of(item);
    let place = rows.iter().position(|row| Some(row.id) == entry);
    vec![number, place.map_or(0, |at| at + 1)]
}

fn row(source: &Source, comment: &Comment) -> Row {
    let locale = source.locale();
    let item = item(source, comment);
    let number = item.and_then(|id| source.meeting.number_of(id));
    let number = number.map_or_else(
        || source.text(Key::DocumentCommentsWhole),
        |number| number.to_string(),
    );
    let entry = comment.entry.and_then(|id| source.meeting.entries.get(&id));
    let now = entry.map(|entry| locale.entry(entry, source.meeting, source.register));
    let text = match comment.was.as_str() {
        "" => now.unwrap_or_default().into_owned(),
        was => was.to_owned(),
    };
    let stands = locale.comment_stands(comment);
    let result = match comment.answer.as_str() {
        "" => stands.into_owned(),
        answer => format!("{stands}: {answer}"),
    };
    Row {
        cells: vec![
            number,
            text,
            said(source, comment).join(" "),
            locale.commenter(comment, source.register),
            result,
        ],
        closed: item.is_none_or(|item| is_closed(source.meeting, item)),
    }
}
