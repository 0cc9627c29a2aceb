//! Comments on minutes: taken down, answered.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::Kind;
use crate::domain::clean::clean_line;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Comment, CommentField, CommentKind, CommentStatus};
use crate::domain::proposed::{Doer, Unfit, do_as_asked};
use crate::locale::Key;

use super::{agenda, edit, field, location, lookup, panels};

/// What becomes of a comment, as a form asks it.
const VERDICTS: &[&str] = &["accept", "reject"];

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "comment-add",
        scope: Scope::Meeting,
        args: &[
            Arg::word("text", ArgKind::Prose),
            Arg::option("by", ArgKind::Party),
            Arg::option("entry", ArgKind::Text),
        ],
        run: add,
    },
    Command {
        name: "comment-answer",
        scope: Scope::Meeting,
        args: &[
            Arg::word("comment", ArgKind::Text),
            Arg::maybe("answer", ArgKind::Prose),
            Arg::flag("accept").scripted(),
            Arg::flag("reject").scripted(),
            Arg::option("verdict", ArgKind::Choice(VERDICTS)),
        ],
        run: answer,
    },
    Command {
        name: "comment-by",
        scope: Scope::Meeting,
        args: &[
            Arg::word("comment", ArgKind::Text),
            Arg::maybe("who", ArgKind::Person),
        ],
        run: by,
    },
    Command {
        name: "comment-write",
        scope: Scope::Screen,
        args: &[Arg::word("comment", ArgKind::Text)],
        run: write,
    },
];

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting_id()?;
    field::needed(args, "text")?;
    let text = field::text(args, "text").unwrap_or_default();
    let by = field::filled(args, "by")?.unwrap_or_else(|| context.user());
    let entry = match args.get("entry") {
        Some(typed) => Some(location::entry(context.meeting()?, typed)?),
        None => context.target.entry,
    };
    context.meeting()?;
    let comment = Comment {
        id: context.new_id(),
        entry,
        by: by.clone(),
        at: context.now(),
        text,
        ..Comment::default()
    };
    context.add_to_meeting(meeting, comment);
    context.say(Message::new(Key::CommentAdded).with("by", by));
    Ok(())
}

fn answer(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting_id()?;
    let verdict = args.get("verdict").unwrap_or_default();
    let said = |name: &str| args.has(name) || verdict == name;
    let status = match (said("accept"), said("reject")) {
        (true, true) => return Err(Stop::Usage(Key::ErrorAcceptOrReject.into())),
        (true, false) => CommentStatus::Accepted,
        (false, true) => CommentStatus::Rejected,
        (false, false) => CommentStatus::Open,
    };
    let answer = field::text(args, "answer").unwrap_or_default();
    let typed = args.get("comment").unwrap_or_default();
    let comment = find(context.meeting()?, typed)?;
    if answer.is_empty() && status == CommentStatus::Open {
        let id = comment.id;
        return match context.app.interactive {
            true => panels::open(context, Kind::Comment(id)),
            false => Err(Stop::Usage(Key::ErrorAcceptOrReject.into())),
        };
    }
    let (id, by) = (comment.id, comment.by.clone());
    let comment = comment.clone();
    if status == CommentStatus::Accepted && comment.status != CommentStatus::Accepted {
        take_in(context, &comment)?;
    }
    let comment = &comment;
    let answered = (!answer.is_empty()).then(|| CommentField::answer(comment, answer));
    let stands = (status != CommentStatus::Open).then(|| CommentField::status(comment, status));
    for field in answered.into_iter().chain(stands) {
        context.set_in_meeting(meeting, id, field);
    }
    let said = match status {
        CommentStatus::Accepted => Key::CommentAccepted,
        CommentStatus::Rejected => Key::CommentRejected,
        CommentStatus::Open => Key::CommentAnswered,
    };
    context.say(Message::new(said).with("by", by));
    Ok(())
}

/// Does what an accepted comment asks for.
fn take_in(context: &mut Context<'_>, comment: &Comment) -> Result<(), Stop> {
    if comment.kind == CommentKind::Remark {
        return Ok(());
    }
    let meeting = agenda::unlocked(context)?.clone();
    context.network_of(meeting.head.network)?;
    let entry = comment.entry.and_then(|id| meeting.entries.get(&id));
    let now = match entry {
        Some(entry) => {
            let now = context.locale().entry(entry, &meeting, context.register()?);
            now.into_owned()
        }
        None => String::new(),
    };
    let (by, at) = (context.user(), context.now());
    let doer = Doer { by: &by, at };
    let ops = do_as_asked(&meeting, comment, &now, doer, &mut || context.new_id());
    let ops = ops.map_err(|unfit| match unfit {
        Unfit::Gone => Key::ErrorCommentGone,
        Unfit::Changed => Key::ErrorCommentChanged,
    })?;
    context.emit_all(ops);
    Ok(())
}

/// Says who wrote a comment that came in: all of the same sender's are theirs then.
fn by(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting_id()?;
    let comment = find(context.meeting()?, args.get("comment").unwrap_or_default())?.clone();
    let Some(who) = args.get("who").filter(|who| !who.trim().is_empty()) else {
        return edit::open(context, "comment-by", &[], vec![comment.id.to_string()]);
    };
    let person = lookup::person(context, who)?;
    let same = |row: &Comment| row.by == comment.by && row.is_by_stranger();
    let mut rows: Vec<Comment> = context
        .meeting()?
        .comments_where(same)
        .into_iter()
        .cloned()
        .collect();
    if rows.is_empty() {
        rows.push(comment.clone());
    }
    for row in &rows {
        let change = CommentField::person(row, Some(person));
        context.set_in_meeting(meeting, row.id, change);
    }
    let name = context
        .locale()
        .person(person, context.register()?)
        .into_owned();
    let said = Message::new(Key::CommentIsBy).with("name", name);
    context.say(said.with("count", rows.len()));
    Ok(())
}

/// Opens the form of an answer in words.
fn write(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let comment = find(context.meeting()?, args.get("comment").unwrap_or_default())?;
    let now = [("answer", comment.answer.clone())];
    let fixed = vec![comment.id.to_string()];
    edit::open(context, "comment-answer", &now, fixed)
}

/// A comment by id, or by its number in the order they came.
fn find<'a>(meeting: &'a Meeting, typed: &str) -> Result<&'a Comment, Stop> {
    let comments = meeting.live_comments();
    let by_id = typed.trim().parse::<Id>().ok();
    let by_number = typed.trim().parse::<usize>().ok();
    let found = match (by_id, by_number) {
        (Some(id), _) => comments.iter().find(|comment| comment.id == id).copied(),
        (None, Some(number)) => number
            .checked_sub(1)
            .and_then(|index| comments.get(index))
            .copied(),
        (None, None) => None,
    };
    found.ok_or_else(|| {
        Message::new(Key::ErrorCommentUnknown)
            .with("typed", clean_line(typed))
            .with("count", comments.len())
            .into()
    })
}
