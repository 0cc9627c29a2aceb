//! What members want changed in the minutes, done: a comment that was accepted becomes the ops it asks for.
//! It owns how a change finds its place in words that were changed since. It must not know where it
//! came from.

use super::common::{self, Step};
use super::draft::{Ids, set_in_meeting};
use super::id::Id;
use super::meeting::Meeting;
use super::minutes::{Comment, CommentKind, Entry, EntryField, EntryKind};
use super::minutes_ops::{put_entry, remove_entry};
use super::op::{DocId, DocOp, Op};
use super::pos::Pos;
use super::text::{TextField, TextOp, difference};

/// Why a comment cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// What it is on is no longer in the minutes.
    Gone,
    /// The words it would change were changed since.
    Changed,
}

/// Who does it, and when.
#[derive(Clone, Copy, Debug)]
pub struct Doer<'a> {
    /// The user's name.
    pub by: &'a str,
    /// Milliseconds since 1970 UTC.
    pub at: i64,
}

/// The ops that do what a comment asks for; none for one that only says something. `now` is the
/// entry's words as documents have them.
///
/// # Errors
/// When what it is on is gone, or was changed in the same words.
pub fn do_as_asked(
    meeting: &Meeting,
    comment: &Comment,
    now: &str,
    doer: Doer<'_>,
    ids: Ids<'_>,
) -> Result<Vec<DocOp>, Unfit> {
    match comment.kind {
        CommentKind::Remark => Ok(Vec::new()),
        CommentKind::Removal => Ok(remove_entry(meeting, live(meeting, comment.entry)?)),
        CommentKind::Change => change(meeting, comment, now),
        CommentKind::Addition => {
            let (item, pos) = place(meeting, comment, ids)?;
            let style = comment.after.and_then(|id| meeting.entries.get(&id));
            let style = style.filter(|row| row.style.is_list());
            let entry = Entry {
                id: ids(),
                item,
                pos,
                kind: EntryKind::Note,
                text: comment.proposed.clone(),
                style: style.map(|row| row.style).unwrap_or_default(),
                indent: style.map(|row| row.indent).unwrap_or_default(),
                by: doer.by.to_owned(),
                at: doer.at,
                ..Entry::default()
            };
            Ok(put_entry(meeting, entry, ids))
        }
        CommentKind::Move => {
            let entry = live(meeting, comment.entry)?;
            let (item, pos) = place(meeting, comment, ids)?;
            let set = |field| set_in_meeting(meeting.head.id, entry.id, field);
            let other = (item != entry.item).then(|| set(EntryField::item(entry, item)));
            let pos = set(EntryField::pos(entry, pos));
            Ok(other.into_iter().chain([pos]).collect())
        }
    }
}

fn live(meeting: &Meeting, id: Option<Id>) -> Result<&Entry, Unfit> {
    let entry = id.and_then(|id| meeting.entries.get(&id));
    entry.filter(|entry| !entry.removed).ok_or(Unfit::Gone)
}

fn change(meeting: &Meeting, comment: &Comment, now: &str) -> Result<Vec<DocOp>, Unfit> {
    let entry = live(meeting, comment.entry)?;
    let (was, now) = (comment.was.trim(), now.trim());
    let text = match was == now {
        true => comment.proposed.clone(),
        false => merge(was, &comment.proposed, now).ok_or(Unfit::Changed)?,
    };
    let splice = difference(TextField::Entry(entry.id), &entry.text, &text);
    let op = |splice| DocOp {
        doc: DocId::Meeting(meeting.head.id),
        op: Op::Text(TextOp::TextSpliced(splice)),
    };
    Ok(splice.map(op).into_iter().collect())
}

/// The place after the entry a comment names, or the first in its item.
fn place(meeting: &Meeting, comment: &Comment, ids: Ids<'_>) -> Result<(Id, Pos), Unfit> {
    let after = comment.after.and_then(|id| meeting.entries.get(&id));
    let item = after.map(|row| row.item).or(comment.item);
    let item = item.filter(|id| meeting.items.get(id).is_some_and(|row| !row.removed));
    let item = item.ok_or(Unfit::Gone)?;
    let rows = meeting.entries_of(item);
    let others = rows.iter().filter(|row| Some(row.id) != comment.entry);
    // A removed entry keeps its place, so that what would follow it has one too.
    let before = after.map(|row| &row.pos);
    let next = others
        .map(|row| &row.pos)
        .find(|pos| before.is_none_or(|it| *pos > it));
    let jitter = ids().bits() as u32;
    Ok((item, Pos::between(before, next, jitter)))
}

/// Words and what is between them.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut from = 0;
    let mut last = None;
    for (at, sign) in text.char_indices() {
        let kind = sign.is_alphanumeric();
        if at > from && (!kind || last != Some(true)) {
            tokens.extend(text.get(from..at));
            from = at;
        }
        last = Some(kind);
    }
    tokens.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    tokens
}

/// What one side does with the words there were: which stay, and what is put in before each and at the end.
struct Side {
    stays: Vec<bool>,
    put: Vec<String>,
}

fn side(base: &[&str], other: &[&str]) -> Side {
    let mut side = Side {
        stays: vec![true; base.len()],
        put: vec![String::new(); base.len() + 1],
    };
    let mut at = 0;
    for step in common::steps(base, other) {
        match step {
            Step::Same(old, _) => at = old + 1,
            Step::Removed(old) => {
                if let Some(stays) = side.stays.get_mut(old) {
                    *stays = false;
                }
                at = old + 1;
            }
            Step::Added(new) => {
                if let (Some(put), Some(word)) = (side.put.get_mut(at), other.get(new)) {
                    put.push_str(word);
                }
            }
        }
    }
    side
}

/// Both changes of the same words, word by word; `None` when they change the same place differently.
fn merge(base: &str, left: &str, right: &str) -> Option<String> {
    let base = tokens(base);
    let (left, right) = (side(&base, &tokens(left)), side(&base, &tokens(right)));
    let mut text = String::new();
    for at in 0..=base.len() {
        let (one, other) = (left.put.get(at)?, right.put.get(at)?);
        match (one.is_empty(), other.is_empty()) {
            (true, _) => text.push_str(other),
            (_, true) => text.push_str(one),
            _ if one == other => text.push_str(one),
            _ => return None,
        }
        let Some(word) = base.get(at) else {
            break;
        };
        let stays = |side: &Side| side.stays.get(at).copied().unwrap_or(true);
        // Words put in where the other side took the ones beside them away have lost their place.
        let lost = |mine: &Side, theirs: &Side| {
            let touches = |at: usize| mine.put.get(at).is_some_and(|it| !it.is_empty());
            !stays(theirs) && stays(mine) && (touches(at) || touches(at + 1))
        };
        if lost(&left, &right) || lost(&right, &left) {
            return None;
        }
        if stays(&left) && stays(&right) {
            text.push_str(word);
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_at_different_places_both_count() {
        for (base, left, right, wanted) in [
            (
                "Vi mødes fire gange om året.",
                "Vi mødes fem gange om året.",
                "Vi mødes fire gange om året i Odense.",
                Some("Vi mødes fem gange om året i Odense."),
            ),
            ("a b", "a c", "a c", Some("a c")),
            ("a b", "a c", "a d", None),
            ("a b c", "a c", "a b x c", None),
            ("a b", "a b", "b", Some("b")),
            (
                "Åse så ål",
                "Åse så røget ål",
                "Åse så ål igår",
                Some("Åse så røget ål igår"),
            ),
        ] {
            assert_eq!(merge(base, left, right).as_deref(), wanted, "{base}");
            assert_eq!(merge(base, right, left).as_deref(), wanted, "{base}");
        }
    }
}
