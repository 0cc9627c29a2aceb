//! Replies to letters as rows: those to settle, and one with what can be done with it.

use crate::app::context::Target;
use crate::app::{App, replies};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::reply::{Reply, ReplyKind};
use crate::domain::zone::local;
use crate::locale::Key;

use super::Row;
use super::comments::told;
use super::rows::call;

/// Those to settle under a heading, the oldest first; nothing where there are none.
pub fn open(app: &App, meeting: &Meeting, target: Target) -> Vec<Row> {
    let open = meeting.open_replies();
    if open.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![Row {
        sign: "▸",
        text: app.locale.text(Key::ReplyHeading).into_owned(),
        ..Row::default()
    }];
    rows.extend(open.into_iter().map(|reply| {
        let id = reply.id.to_string();
        Row {
            sign: "!",
            text: format!("{}: {}", from(app, reply), replies::said(app.locale, reply)),
            right: day(app, reply),
            call: Some(call(&["reply-show", &id], target)),
            remove: Some(call(&["reply-drop", &id], target)),
            ..Row::default()
        }
    }));
    rows
}

fn day(app: &App, reply: &Reply) -> String {
    app.locale.language().short_date(local(reply.at).date())
}

fn from(app: &App, reply: &Reply) -> String {
    let register = app.docs.register();
    register.map_or_else(String::new, |it| replies::from(app.locale, reply, it))
}

/// One reply: what it says, and what can be done with it.
pub fn one(app: &App, target: Target, id: Id) -> Vec<Row> {
    let meeting = target.meeting.and_then(|id| app.docs.meeting(id));
    let Some(reply) = meeting.and_then(|it| it.replies.get(&id)) else {
        return Vec::new();
    };
    let mut rows = vec![Row {
        sign: "▸",
        text: from(app, reply),
        right: day(app, reply),
        ..Row::default()
    }];
    let short = Reply {
        text: String::new(),
        ..reply.clone()
    };
    rows.extend(told(&replies::said(app.locale, &short)));
    rows.extend(reply.text.lines().flat_map(told));
    rows.push(Row::default());
    let id = id.to_string();
    let deed = |text: String, words: &[&str]| Row {
        text,
        call: Some(call(words, target)),
        ..Row::default()
    };
    let plain = |key: Key| app.locale.text(key).into_owned();
    if reply.needs_sender() {
        let name = reply.person.zip(app.docs.register());
        let name = name.map(|(person, it)| (person, app.locale.person(person, it)));
        if let Some((person, name)) = name {
            let text = app
                .locale
                .text_with(Key::ReplyIs, &[("name", name.into_owned().into())]);
            let person = person.to_string();
            rows.push(deed(text, &["reply-settle", &id, &person]));
        }
        rows.push(deed(plain(Key::ReplyIsOther), &["reply-settle", &id]));
    } else {
        if reply.kind == ReplyKind::Proposal {
            rows.push(deed(plain(Key::ReplyMove), &["reply-move", &id]));
        }
        rows.push(deed(plain(Key::ReplyDone), &["reply-settle", &id]));
    }
    rows.push(deed(plain(Key::ReplyPutAside), &["reply-drop", &id]));
    rows
}
