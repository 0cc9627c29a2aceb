//! Comments on the minutes as rows: all of them, and one with what can be said to it.

use crate::app::context::Target;
use crate::app::editor::wrap::{Shape, wrap};
use crate::app::{App, Call};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Comment, CommentKind, CommentStatus};
use crate::domain::zone::Moment;
use crate::locale::Key;

use super::Row;
use super::rows::call;

/// Columns of a comment's lines.
const WIDTH: usize = 66;

/// Every comment, the unanswered first; Enter opens one.
pub fn all(app: &App, target: Target) -> Vec<Row> {
    let Some(meeting) = target.meeting.and_then(|id| app.docs.meeting(id)) else {
        return Vec::new();
    };
    let mut comments = meeting.live_comments();
    comments.sort_by_key(|comment| !comment.is_open());
    let row = |comment: &&Comment| Row {
        sign: sign(comment),
        text: format!(
            "{}: {}",
            from(app, comment),
            app.locale.comment_said(comment, meeting)
        ),
        right: place(app, meeting, comment),
        call: Some(call(&["comment-answer", &comment.id.to_string()], target)),
        ..Row::default()
    };
    comments.iter().map(row).collect()
}

/// Who said it, with the organisation; who is not known is marked.
fn from(app: &App, comment: &Comment) -> String {
    if comment.is_by_stranger() {
        let by = [("by", comment.by.as_str().into())];
        return app.locale.text_with(Key::CommentStranger, &by);
    }
    app.locale.commenter(comment, app.register())
}

fn sign(comment: &Comment) -> &'static str {
    match comment.status {
        CommentStatus::Open if comment.is_open() => "!",
        CommentStatus::Open => "·",
        CommentStatus::Accepted => "✓",
        CommentStatus::Rejected => "–",
    }
}

/// "pkt. 4".
fn place(app: &App, meeting: &Meeting, comment: &Comment) -> String {
    let entry = comment.entry.and_then(|id| meeting.entries.get(&id));
    let number = entry.and_then(|entry| meeting.number_of(entry.item));
    number.map_or_else(String::new, |number| {
        app.locale
            .text_with(Key::CommentPlace, &[("number", number.into())])
    })
}

/// One comment: what it says and of what, and what can be done with it.
pub fn one(app: &App, target: Target, id: Id) -> Vec<Row> {
    let Some(meeting) = target.meeting.and_then(|id| app.docs.meeting(id)) else {
        return Vec::new();
    };
    let Some(comment) = meeting.comments.get(&id) else {
        return Vec::new();
    };
    let moment = Moment::new(comment.at).today;
    let mut rows = vec![Row {
        sign: "▸",
        text: from(app, comment),
        right: app.locale.language().short_date(moment),
        ..Row::default()
    }];
    rows.extend(comment.text.lines().flat_map(told));
    let proposed = app.locale.proposed(comment, meeting);
    rows.extend(proposed.iter().flat_map(|text| told(text)));
    rows.extend(told(&comment.answer));
    let entry = comment.entry.and_then(|id| meeting.entries.get(&id));
    if let Some(entry) = entry {
        rows.push(Row::default());
        rows.push(Row {
            sign: " ",
            text: app.locale.text(Key::CommentOf).into_owned(),
            right: place(app, meeting, comment),
            ..Row::default()
        });
        let now = app.locale.entry(entry, meeting, app.register());
        rows.extend(told(&now));
    }
    rows.push(Row::default());
    let id = id.to_string();
    let deed = |key: Key, words: &[&str]| Row {
        text: app.locale.text(key).into_owned(),
        call: Some(call(words, target)),
        ..Row::default()
    };
    let accept = match comment.kind {
        CommentKind::Remark => Key::CommentAccept,
        _ => Key::CommentAcceptProposed,
    };
    rows.push(deed(accept, &["comment-answer", &id, "--accept"]));
    rows.push(deed(
        Key::CommentReject,
        &["comment-answer", &id, "--reject"],
    ));
    rows.push(deed(Key::CommentWrite, &["comment-write", &id]));
    if comment.is_by_stranger() {
        rows.push(deed(Key::CommentWho, &["comment-by", &id]));
    }
    rows.extend(entry.map(|entry| Row {
        text: app.locale.text(Key::CommentGo).into_owned(),
        call: Some(Call {
            words: vec!["go-minutes".to_owned()],
            target: Target {
                item: Some(entry.item),
                entry: Some(entry.id),
                ..target
            },
        }),
        ..Row::default()
    }));
    rows
}

/// A text as rows without anything to do; an empty one has none.
pub(super) fn told(text: &str) -> Vec<Row> {
    if text.is_empty() {
        return Vec::new();
    }
    let lines = wrap(text, Shape::plain(WIDTH)).into_iter();
    lines
        .map(|line| Row {
            text: text
                .get(line.start..line.end)
                .unwrap_or_default()
                .to_owned(),
            ..Row::default()
        })
        .collect()
}
