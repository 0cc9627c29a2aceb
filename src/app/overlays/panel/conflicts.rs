//! What is to settle as rows: all of it, and one with its sides above each other.

use serde_json::Value;

use crate::app::context::Target;
use crate::app::message::Message;
use crate::app::{App, deeds};
use crate::domain::conflict::{Changed, Conflict, ConflictKind, Settled, changed, removes};
use crate::domain::id::Id;
use crate::domain::meeting::MeetingRecord;
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::text::{TextField, TextOp};
use crate::domain::zone::Moment;
use crate::locale::Key;

use super::Row;
use super::comments::told;
use super::rows::call;

/// Everything that is open, the oldest first; Enter shows the sides.
pub fn all(app: &App, target: Target) -> Vec<Row> {
    let open = app.docs.secretariat().map(|doc| doc.open_conflicts());
    let row = |conflict: &&Conflict| Row {
        sign: "!",
        text: named(app, conflict),
        right: when(app, conflict),
        call: Some(call(&["conflict-show", &conflict.id.to_string()], target)),
        ..Row::default()
    };
    open.unwrap_or_default().iter().map(row).collect()
}

/// One: what each meant, and a choice for each.
pub fn one(app: &App, target: Target, id: Id) -> Vec<Row> {
    let conflict = app
        .docs
        .secretariat()
        .and_then(|doc| doc.conflicts.get(&id));
    let Some(conflict) = conflict else {
        return Vec::new();
    };
    let mut rows = vec![Row {
        sign: "▸",
        text: what(app, conflict),
        right: when(app, conflict),
        ..Row::default()
    }];
    rows.extend(told(&reason(app, conflict)));
    rows.push(Row::default());
    for (number, (choice, _)) in conflict.choices().into_iter().enumerate() {
        let words = ["conflict-settle", &id.to_string(), choice.name()];
        let deed = app.locale.text(label(conflict, choice));
        rows.push(Row {
            text: format!("{}  {deed}", number + 1),
            right: app.name_of(who(conflict, choice)).to_owned(),
            call: Some(call(&words, target)),
            ..Row::default()
        });
        for line in told(&said(app, conflict, choice)) {
            rows.push(Row {
                text: format!("   {}", line.text),
                ..line
            });
        }
    }
    rows
}

fn label(conflict: &Conflict, choice: Settled) -> Key {
    let removes = match choice {
        Settled::Mine => conflict.ops.iter().any(removes),
        _ => conflict.theirs.iter().any(removes),
    };
    match (conflict.kind, choice) {
        (ConflictKind::Overwritten, Settled::Mine) => Key::ConflictLater,
        (ConflictKind::Overwritten, Settled::Theirs) => Key::ConflictEarlier,
        (ConflictKind::Overwritten, _) => Key::ConflictBefore,
        (ConflictKind::Removed, _) if removes => Key::ConflictLeave,
        (ConflictKind::Removed, _) => Key::ConflictKeep,
        (ConflictKind::Refused, Settled::Mine) => Key::ConflictAgain,
        (ConflictKind::Refused, _) => Key::ConflictDrop,
    }
}

fn who(conflict: &Conflict, choice: Settled) -> &str {
    match (conflict.kind, choice) {
        (ConflictKind::Refused, _) | (_, Settled::Before | Settled::Open) => "",
        (_, Settled::Mine) => &conflict.by,
        (_, Settled::Theirs) => &conflict.other,
    }
}

/// What a side holds, in words.
fn said(app: &App, conflict: &Conflict, choice: Settled) -> String {
    let side = |ops: &[DocOp]| {
        let taken_in = conflict.kind == ConflictKind::Removed;
        let said = ops.iter().filter_map(|op| match taken_in {
            true => standing(app, op).or_else(|| words(app, op)),
            false => words(app, op),
        });
        let mut said: Vec<String> = said.collect();
        said.dedup();
        said.join(" · ")
    };
    match (conflict.kind, choice) {
        (_, Settled::Mine) => side(&conflict.ops),
        (ConflictKind::Refused, _) => String::new(),
        (_, Settled::Theirs) => side(&conflict.theirs),
        (_, Settled::Before | Settled::Open) => {
            let field = conflict.field();
            field.map_or_else(String::new, |it| value(app, &it.from))
        }
    }
}

/// The text of what was typed in, as it stands: it was taken in, though what it is in was removed.
fn standing(app: &App, op: &DocOp) -> Option<String> {
    let DocId::Meeting(id) = op.doc else {
        return None;
    };
    let meeting = app.docs.meeting(id)?;
    let text = match &op.op {
        Op::Meeting(Edit::Add(MeetingRecord::Entry(entry))) => {
            meeting.text(TextField::Entry(entry.id))
        }
        Op::Text(TextOp::TextSpliced(splice)) => meeting.text(splice.field),
        _ => None,
    };
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// One change: the value it sets, what it types or removes.
fn words(app: &App, op: &DocOp) -> Option<String> {
    if let Op::Text(TextOp::TextSpliced(splice)) = &op.op {
        let text = splice.inserted.trim();
        return (!text.is_empty()).then(|| format!("+{text}"));
    }
    let changed = changed(op)?;
    Some(match (changed.field.as_str(), &changed.to) {
        ("removed", Value::Bool(true)) => app.locale.text(Key::ConflictRemoved).into_owned(),
        (_, to) => value(app, to),
    })
}

fn value(app: &App, value: &Value) -> String {
    match value {
        Value::String(text) if !text.is_empty() => text.clone(),
        Value::Null | Value::String(_) => app.locale.text(Key::ConflictEmpty).into_owned(),
        other => other.to_string(),
    }
}

/// What it is about, and of what kind it is.
fn named(app: &App, conflict: &Conflict) -> String {
    let what = what(app, conflict);
    match set_field(conflict) {
        Some(_) => what,
        None => format!("{what} · {}", reason(app, conflict)),
    }
}

fn set_field(conflict: &Conflict) -> Option<Changed> {
    conflict.field().filter(|it| it.field != "removed")
}

/// "Samskabelse · Økonomi · titel".
fn what(app: &App, conflict: &Conflict) -> String {
    let Some(op) = conflict.ops.first() else {
        return app.locale.text(Key::ConflictUnshown).into_owned();
    };
    let mut parts = Vec::new();
    if let DocId::Meeting(id) = op.doc
        && let Some(meeting) = app.docs.meeting(id)
    {
        parts.push(meeting.head.title.clone());
        let touched = op.op.touched();
        let record = touched.iter().find_map(|key| {
            let item = meeting.item_of(*key).unwrap_or(key.id);
            meeting.items.get(&item)
        });
        parts.extend(record.map(|item| item.title.clone()));
    }
    if let (DocId::Desk, Some(desk), Some(key)) = (op.doc, app.docs.desk(), op.op.touched().first())
    {
        parts.extend(desk.subject(key.id));
    }
    let field = set_field(conflict);
    parts.extend(field.map(|it| deeds::field_name(app.locale, op, &it)));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn reason(app: &App, conflict: &Conflict) -> String {
    match conflict.kind {
        ConflictKind::Overwritten => app.locale.text(Key::ConflictTwice).into_owned(),
        ConflictKind::Removed => app.locale.text(Key::ConflictGone).into_owned(),
        ConflictKind::Refused => Message::new(Key::ErrorRefused)
            .with("why", conflict.why.clone())
            .show(app.locale),
    }
}

fn when(app: &App, conflict: &Conflict) -> String {
    let day = Moment::new(conflict.at).today;
    let day = app.locale.language().short_date(day);
    let names = [conflict.by.as_str(), conflict.other.as_str()];
    let names = names.into_iter().filter(|name| !name.is_empty());
    let names: Vec<&str> = names.map(|name| app.name_of(name)).collect();
    format!("{} · {day}", names.join(" / "))
}
