//! Rebase: an op made on one state, as it must read on a state that others changed meanwhile.
//! The journal's order is the only order; at one place the lower position stands left.
//! State never depends on this being clever (each copy is folded from the journal's own ops);
//! what depends on it is that everybody keeps what they meant.

use super::id::Id;
use super::op::{DocOp, Edit, Op};
use super::record::{Document, FieldChange};
use super::text::{Join, Splice, Split, TextField, TextOp};

/// On which side of the other op this one stands in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The other has the lower position: at one place this one stands right, and wins.
    Later,
    /// The other has the higher position.
    Earlier,
}

/// `ops` as they must read after `over`, which the journal has before them.
pub fn rebase(ops: &[DocOp], over: &[DocOp]) -> Vec<DocOp> {
    let mut over = over.to_vec();
    let mut rebased = Vec::with_capacity(ops.len());
    for op in ops {
        let (mine, theirs) = cross(vec![op.clone()], over);
        rebased.extend(mine);
        over = theirs;
    }
    rebased
}

/// Both sides carried past each other: `(mine after theirs, theirs after mine)`; theirs has the
/// lower positions.
pub fn cross(mine: Vec<DocOp>, theirs: Vec<DocOp>) -> (Vec<DocOp>, Vec<DocOp>) {
    let mut passed = Vec::with_capacity(mine.len());
    let mut theirs = theirs;
    for op in mine {
        let mut moving = vec![op];
        let mut left_behind = Vec::with_capacity(theirs.len());
        for their in theirs {
            if let [only] = moving.as_slice() {
                let after = transform(&their, only, Side::Earlier);
                moving = transform(only, &their, Side::Later);
                left_behind.extend(after);
            } else {
                let (after_mine, after_their) = cross(moving, vec![their]);
                moving = after_mine;
                left_behind.extend(after_their);
            }
        }
        passed.extend(moving);
        theirs = left_behind;
    }
    (passed, theirs)
}

/// One op as it must read after `over`.
pub fn transform(op: &DocOp, over: &DocOp, side: Side) -> Vec<DocOp> {
    if op.doc != over.doc {
        return vec![op.clone()];
    }
    let keep = |op: Option<Op>| op.into_iter().collect::<Vec<_>>();
    let ops = match (&op.op, &over.op) {
        (Op::Secretariat(mine), Op::Secretariat(theirs)) => {
            keep(edit_over(mine, theirs, side).map(Op::Secretariat))
        }
        (Op::Register(mine), Op::Register(theirs)) => {
            keep(edit_over(mine, theirs, side).map(Op::Register))
        }
        (Op::Desk(mine), Op::Desk(theirs)) => keep(edit_over(mine, theirs, side).map(Op::Desk)),
        (Op::Network(mine), Op::Network(theirs)) => {
            keep(edit_over(mine, theirs, side).map(Op::Network))
        }
        (Op::Meeting(mine), Op::Meeting(theirs)) => {
            keep(edit_over(mine, theirs, side).map(Op::Meeting))
        }
        (Op::Text(mine), Op::Text(theirs)) => text_over(mine, theirs, side)
            .into_iter()
            .map(Op::Text)
            .collect(),
        // Records and flowing text don't meet: a text has no field of its own to set. Erased
        // people and ops of newer programs are carried as they are.
        (
            Op::Secretariat(_)
            | Op::Register(_)
            | Op::Desk(_)
            | Op::Network(_)
            | Op::Meeting(_)
            | Op::Text(_),
            _,
        )
        | (Op::Erased { .. } | Op::StaysErased { .. } | Op::Unknown(_), _) => vec![op.op.clone()],
    };
    ops.into_iter()
        .map(|changed| DocOp {
            doc: op.doc,
            op: changed,
        })
        .collect()
}

/// The later change of one field wins; the earlier one has nothing left to do after it.
fn edit_over<D: Document>(mine: &Edit<D>, theirs: &Edit<D>, side: Side) -> Option<Edit<D>> {
    match (mine, theirs) {
        (
            Edit::Set { id, change },
            Edit::Set {
                id: other,
                change: earlier,
            },
        ) if id == other && change.same_field(earlier) => {
            (side == Side::Later).then(|| Edit::Set {
                id: *id,
                change: change.over(earlier),
            })
        }
        _ => Some(mine.clone()),
    }
}

fn text_over(mine: &TextOp, theirs: &TextOp, side: Side) -> Vec<TextOp> {
    match (mine, theirs) {
        (TextOp::TextSpliced(mine), TextOp::TextSpliced(theirs)) => {
            splice_over_splice(mine, theirs, side)
        }
        (TextOp::TextSpliced(mine), TextOp::EntrySplit(theirs)) => splice_over_split(mine, theirs),
        (TextOp::TextSpliced(mine), TextOp::EntriesJoined(theirs)) => {
            vec![splice_over_join(mine, theirs)]
        }
        (TextOp::EntrySplit(mine), TextOp::TextSpliced(theirs)) => {
            vec![split_over_splice(mine, theirs)]
        }
        (TextOp::EntrySplit(mine), TextOp::EntrySplit(theirs)) => {
            vec![split_over_split(mine, theirs, side)]
        }
        (TextOp::EntrySplit(mine), TextOp::EntriesJoined(theirs)) => {
            vec![split_over_join(mine, theirs)]
        }
        (TextOp::EntriesJoined(mine), TextOp::TextSpliced(theirs)) => {
            vec![join_over_splice(mine, theirs)]
        }
        (TextOp::EntriesJoined(mine), TextOp::EntrySplit(theirs)) => {
            vec![join_over_split(mine, theirs)]
        }
        (TextOp::EntriesJoined(mine), TextOp::EntriesJoined(theirs)) => {
            join_over_join(mine, theirs)
                .into_iter()
                .map(TextOp::EntriesJoined)
                .collect()
        }
    }
}

/// Where an insertion at `at` stands after a splice of the same text.
fn place_after(at: usize, theirs: &Splice, side: Side) -> usize {
    let (from, end) = (theirs.at, theirs.at + theirs.deleted.len());
    match () {
        () if at < from || (at == from && side == Side::Earlier) => at,
        // Inside what they deleted, or at its start: what they put there instead comes first.
        () if at < end || at == from => from + theirs.inserted.len(),
        () => at - theirs.deleted.len() + theirs.inserted.len(),
    }
}

/// What is left to delete of a splice, as ranges of its own deleted text and where each now
/// begins, insertions not counted.
fn deletions_after(mine: &Splice, theirs: &Splice) -> Vec<(usize, String)> {
    let (from, end) = (theirs.at, theirs.at + theirs.deleted.len());
    let mine_end = mine.at + mine.deleted.len();
    let mut pieces = Vec::new();
    let mut piece = |begin: usize, until: usize, place: usize| {
        let text = mine.deleted.get(begin - mine.at..until - mine.at);
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            pieces.push((place, text.to_owned()));
        }
    };
    if mine.at < from {
        piece(mine.at, mine_end.min(from), mine.at);
    }
    let begin = mine.at.max(end);
    if mine_end > begin {
        piece(
            begin,
            mine_end,
            begin - theirs.deleted.len() + theirs.inserted.len(),
        );
    }
    pieces
}

fn splice_over_splice(mine: &Splice, theirs: &Splice, side: Side) -> Vec<TextOp> {
    if mine.field != theirs.field {
        return vec![TextOp::TextSpliced(mine.clone())];
    }
    let place = place_after(mine.at, theirs, side);
    assemble(
        mine.field,
        place,
        &mine.inserted,
        deletions_after(mine, theirs),
    )
}

/// One splice when insertion and deletion meet, else several, each on the state left by the one before.
fn assemble(
    field: TextField,
    place: usize,
    inserted: &str,
    mut pieces: Vec<(usize, String)>,
) -> Vec<TextOp> {
    let mut first = Splice {
        field,
        at: place,
        deleted: String::new(),
        inserted: inserted.to_owned(),
    };
    if let Some(index) = pieces.iter().position(|(at, _)| *at == place) {
        first.deleted = pieces.remove(index).1;
    }
    let mut ops = Vec::new();
    // From right to left, so that what is still to come keeps its place.
    pieces.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let (right, left): (Vec<_>, Vec<_>) = pieces.into_iter().partition(|(at, _)| *at > place);
    let mut push = |at: usize, deleted: String, inserted: String| {
        if !(deleted.is_empty() && inserted.is_empty()) {
            ops.push(TextOp::TextSpliced(Splice {
                field,
                at,
                deleted,
                inserted,
            }));
        }
    };
    right
        .into_iter()
        .for_each(|(at, text)| push(at, text, String::new()));
    push(first.at, first.deleted, first.inserted);
    left.into_iter()
        .for_each(|(at, text)| push(at, text, String::new()));
    ops
}

/// An insertion at the cut stays left of it.
fn splice_over_split(mine: &Splice, theirs: &Split) -> Vec<TextOp> {
    if mine.field != TextField::Entry(theirs.entry) || mine.at + mine.deleted.len() <= theirs.at {
        return vec![TextOp::TextSpliced(mine.clone())];
    }
    let new = TextField::Entry(theirs.new.id);
    if mine.at > theirs.at {
        return vec![TextOp::TextSpliced(Splice {
            field: new,
            at: mine.at - theirs.at,
            ..mine.clone()
        })];
    }
    let (left, right) = mine
        .deleted
        .split_at_checked(theirs.at - mine.at)
        .unwrap_or((&mine.deleted, ""));
    let mut ops = assemble(
        mine.field,
        mine.at,
        &mine.inserted,
        vec![(mine.at, left.to_owned())],
    );
    if !right.is_empty() {
        ops.push(TextOp::TextSpliced(Splice {
            field: new,
            at: 0,
            deleted: right.to_owned(),
            inserted: String::new(),
        }));
    }
    ops
}

fn splice_over_join(mine: &Splice, theirs: &Join) -> TextOp {
    TextOp::TextSpliced(if mine.field == TextField::Entry(theirs.second) {
        Splice {
            field: TextField::Entry(theirs.first),
            at: mine.at + theirs.at,
            ..mine.clone()
        }
    } else {
        mine.clone()
    })
}

fn split_over_splice(mine: &Split, theirs: &Splice) -> TextOp {
    if theirs.field != TextField::Entry(mine.entry) {
        return TextOp::EntrySplit(mine.clone());
    }
    let mut split = mine.clone();
    split.at = place_after(mine.at, theirs, Side::Later);
    let mut tail = Splice {
        at: 0,
        ..theirs.clone()
    };
    if theirs.at > mine.at {
        tail.at = theirs.at - mine.at;
    } else {
        let left = mine.at - theirs.at;
        tail.deleted = theirs
            .deleted
            .get(left.min(theirs.deleted.len())..)
            .unwrap_or("")
            .to_owned();
        tail.inserted.clear();
    }
    super::text::splice(&mut split.tail, &tail);
    TextOp::EntrySplit(split)
}

fn split_over_split(mine: &Split, theirs: &Split, side: Side) -> TextOp {
    let mut split = mine.clone();
    if mine.entry == theirs.entry {
        if mine.at > theirs.at || (mine.at == theirs.at && side == Side::Earlier) {
            split.entry = theirs.new.id;
            split.at = mine.at - theirs.at;
        } else {
            split.tail = mine
                .tail
                .get(..theirs.at - mine.at)
                .unwrap_or(&mine.tail)
                .to_owned();
        }
    }
    TextOp::EntrySplit(split)
}

fn split_over_join(mine: &Split, theirs: &Join) -> TextOp {
    let mut split = mine.clone();
    if mine.entry == theirs.second {
        split.entry = theirs.first;
        split.at += theirs.at;
    } else if mine.entry == theirs.first {
        split.tail.push_str(&theirs.text);
    }
    TextOp::EntrySplit(split)
}

fn join_over_splice(mine: &Join, theirs: &Splice) -> TextOp {
    let mut join = mine.clone();
    if theirs.field == TextField::Entry(mine.first) {
        join.at = (mine.at + theirs.inserted.len()).saturating_sub(theirs.deleted.len());
    } else if theirs.field == TextField::Entry(mine.second) {
        super::text::splice(&mut join.text, theirs);
    }
    TextOp::EntriesJoined(join)
}

fn join_over_split(mine: &Join, theirs: &Split) -> TextOp {
    let mut join = mine.clone();
    if theirs.entry == mine.first {
        join.first = theirs.new.id;
        join.at = mine.at.saturating_sub(theirs.at);
    } else if theirs.entry == mine.second {
        join.text = mine.text.get(..theirs.at).unwrap_or(&mine.text).to_owned();
    }
    TextOp::EntriesJoined(join)
}

/// `None` when the second entry is gone already: its text stands where the other join put it.
fn join_over_join(mine: &Join, theirs: &Join) -> Option<Join> {
    let mut join = mine.clone();
    let moved = |id: Id| {
        if id == theirs.second {
            theirs.first
        } else {
            id
        }
    };
    match () {
        () if mine.second == theirs.second => return None,
        () if mine.first == theirs.second => join.at += theirs.at,
        () if mine.first == theirs.first => join.at += theirs.text.len(),
        () if mine.second == theirs.first => join.text.push_str(&theirs.text),
        () => {}
    }
    join.first = moved(mine.first);
    (join.first != join.second).then_some(join)
}

#[cfg(test)]
pub(crate) mod tests;
