//! Conflicts that go on: when the same person's next change is no new one.

use super::{Conflict, ConflictKind, MOST, keys, set};
use crate::domain::op::{DocOp, Op};
use crate::domain::text::{Splice, TextOp};

/// Most that one conflict gathers of what was typed in vain, bytes.
pub(super) const TYPED: usize = 2 * 1024;

/// What an open conflict keeps of its person once it goes on as another does: what was set first stays known, the
/// removal is told of once, and what is typed in vain stays one piece.
pub fn renewed(old: &Conflict, new: &Conflict) -> Option<Vec<DocOp>> {
    if !old.is_open() || old.kind != new.kind || old.by != new.by || old.theirs != new.theirs {
        return None;
    }
    match new.kind {
        ConflictKind::Overwritten => {
            let (before, after) = (old.field()?, new.field()?);
            let same = keys(&old.ops) == keys(&new.ops) && before.field == after.field;
            let op = same.then(|| set(new.ops.first()?, &before.from, &after.to))??;
            Some(vec![op])
        }
        ConflictKind::Removed => Some(old.ops.clone()),
        ConflictKind::Refused => {
            let same = old.why == new.why && old.ops.last()?.doc == new.ops.first()?.doc;
            let ops = same.then(|| longer(&old.ops, &new.ops))?;
            (ops.len() <= MOST && typed(&ops) <= TYPED).then_some(ops)
        }
    }
}

/// Letters that ops insert, in bytes.
fn typed(ops: &[DocOp]) -> usize {
    let inserted = ops.iter().map(|op| match &op.op {
        Op::Text(TextOp::TextSpliced(splice)) => splice.inserted.len(),
        _ => 0,
    });
    inserted.sum()
}

/// Ops and those that came after them, with one op for what was typed in one go.
fn longer(ops: &[DocOp], more: &[DocOp]) -> Vec<DocOp> {
    let mut all = ops.to_vec();
    for op in more {
        let went_on = all.last_mut().is_some_and(|last| match &mut last.op {
            Op::Text(TextOp::TextSpliced(before)) if last.doc == op.doc => match &op.op {
                Op::Text(TextOp::TextSpliced(after)) => goes_on(before, after),
                _ => false,
            },
            _ => false,
        });
        if !went_on {
            all.push(op.clone());
        }
    }
    all
}

/// Lengthens or shortens what was typed by what was typed behind it, or taken from its end.
fn goes_on(before: &mut Splice, after: &Splice) -> bool {
    let end = before.at + before.inserted.len();
    if before.field != after.field || after.at + after.deleted.len() != end {
        return false;
    }
    let Some(kept) = before.inserted.strip_suffix(after.deleted.as_str()) else {
        return false;
    };
    before.inserted = format!("{kept}{}", after.inserted);
    true
}
